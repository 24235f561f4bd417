/* streek-totals-joint.c: several indicators over one area, on the pieces of land all of them know
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

StreekJoint *
streek_joint_new (guint n)
{
  StreekJoint *joint = g_new0 (StreekJoint, 1);

  joint->n = n;
  joint->figures = g_new0 (StreekFigureSet, n);
  joint->covers = g_new0 (StreekCover, n);
  joint->indicators = g_new0 (const StreekIndicator *, n);

  for (guint i = 0; i < n; i++)
    streek_cover_init (&joint->covers[i]);

  return joint;
}

void
streek_joint_free (StreekJoint *joint)
{
  if (joint == NULL)
    return;

  for (guint i = 0; i < joint->n; i++)
    streek_cover_clear (&joint->covers[i]);

  g_free (joint->figures);
  g_free (joint->covers);
  g_free (joint->indicators);
  g_free (joint);
}

gboolean
streek_joint_load (StreekJoint *joint,
                   StreekTotals *totals,
                   guint which,
                   const char *code,
                   StreekPeriod period,
                   GError **error)
{
  joint->indicators[which] = streek_catalogue_find (totals->catalogue, code, NULL);

  return streek_totals_find_figures (totals, code, period, &joint->figures[which], error);
}

void
streek_joint_cover (StreekJoint *joint, StreekQuestion *question, StreekCoverMode mode)
{
  for (guint i = 0; i < joint->n; i++)
    streek_question_cover (question, &joint->figures[i], mode, &joint->covers[i]);
}

const StreekPart *
streek_joint_get_exact (const StreekJoint *joint, guint which)
{
  const StreekCover *cover = &joint->covers[which];

  return cover->exact != STREEK_COVER_NO_PART
           ? &g_array_index (cover->parts, StreekPart, cover->exact)
           : NULL;
}

/* All are published for exactly this area. */
gboolean
streek_joint_is_published (const StreekJoint *joint)
{
  for (guint i = 0; i < joint->n; i++)
    {
      const StreekPart *part = streek_joint_get_exact (joint, i);

      if (part == NULL || streek_part_get_missing (part) != STREEK_MISSING_NONE)
        return FALSE;
    }

  return TRUE;
}

/* One that does not add up gives a value only where it is published itself. */
gboolean
streek_joint_is_additive (const StreekJoint *joint)
{
  for (guint i = 0; i < joint->n; i++)
    if (joint->indicators[i] == NULL || joint->indicators[i]->kind != STREEK_INDICATOR_COUNT)
      return FALSE;

  return TRUE;
}

/* A published count is kept back where the one hidden cell under it could be worked out. */
gboolean
streek_joint_is_withheld (const StreekJoint *joint, StreekQuestion *question)
{
  for (guint i = 0; i < joint->n && question->area->units.n > 1; i++)
    if (joint->indicators[i]->kind == STREEK_INDICATOR_COUNT &&
        streek_question_is_withheld (question, &joint->figures[i]))
      return TRUE;

  return FALSE;
}

void
streek_joint_note (const StreekJoint *joint, StreekQuestion *question)
{
  for (guint i = 0; i < joint->n; i++)
    {
      const StreekIndicator *indicator = joint->indicators[i];

      streek_question_add_status (question, &joint->covers[i]);

      if (indicator != NULL)
        streek_question_note_version (question, indicator->code, &joint->figures[i]);

      streek_question_note_cells (question, &joint->covers[i]);

      if (indicator != NULL && indicator->kind == STREEK_INDICATOR_COUNT)
        streek_question_note_deviation (question, indicator, &joint->figures[i]);
    }

  /* which way a bound of one component pushes the result is more than a sign can say */
  if (question->total->qualifier != STREEK_QUALIFIER_NONE)
    question->total->qualifier = STREEK_QUALIFIER_ABOUT;

  streek_question_note_vintage (question, &joint->covers[0]);
}

static StreekMissing
join_states (StreekMissing a, StreekMissing b)
{
  return a != STREEK_MISSING_NONE ? a : b;
}

static void
add_parts (StreekPieces *pieces, const StreekJoint *joint, guint which)
{
  const StreekCover *cover = &joint->covers[which];
  g_autofree gboolean *seen = g_new0 (gboolean, cover->parts->len + 1);

  for (guint unit = 0; unit < pieces->groups.n; unit++)
    {
      gint32 index = cover->part_of_unit[unit];

      if (index == STREEK_COVER_NO_PART || seen[index])
        continue;

      const StreekPart *part = &g_array_index (cover->parts, StreekPart, index);
      guint piece = streek_groups_find (&pieces->groups, unit);

      seen[index] = TRUE;
      pieces->n_first[piece] += which == 0;

      if (streek_part_get_missing (part) == STREEK_MISSING_NONE)
        streek_sum_add (streek_pieces_get_sum (pieces, piece, which), streek_part_get_value (part));
    }
}

/**
 * streek_pieces_init:
 * @joint: covers of one area
 *
 * The components of the common coarsening of all covers: the smallest pieces of land that each of
 * them knows or does not know as a whole. A piece goes by the unit that stands for its group.
 */
void
streek_pieces_init (StreekPieces *pieces, const StreekJoint *joint, guint n_units)
{
  streek_groups_init (&pieces->groups, n_units);

  for (guint i = 0; i < joint->n; i++)
    streek_groups_join_cover (&pieces->groups, &joint->covers[i]);

  pieces->n_covers = joint->n;
  pieces->states = g_new0 (guint8, n_units + 1);
  pieces->n_first = g_new0 (guint, n_units + 1);
  pieces->sums = g_new0 (StreekSum, n_units * joint->n + 1);
  pieces->is_unknown = g_new0 (gboolean, n_units * joint->n + 1);

  for (guint unit = 0; unit < n_units; unit++)
    {
      guint piece = streek_groups_find (&pieces->groups, unit);

      for (guint i = 0; i < joint->n; i++)
        {
          StreekMissing state = joint->covers[i].states[unit];

          pieces->is_unknown[piece * joint->n + i] |= state != STREEK_MISSING_NONE;
          pieces->states[piece] = (guint8) join_states (pieces->states[piece], state);
        }
    }

  for (guint i = 0; i < joint->n; i++)
    add_parts (pieces, joint, i);
}

void
streek_pieces_clear (StreekPieces *pieces)
{
  streek_groups_clear (&pieces->groups);
  g_clear_pointer (&pieces->states, g_free);
  g_clear_pointer (&pieces->n_first, g_free);
  g_clear_pointer (&pieces->sums, g_free);
  g_clear_pointer (&pieces->is_unknown, g_free);
}

gboolean
streek_pieces_is_piece (StreekPieces *pieces, guint unit)
{
  return streek_groups_find (&pieces->groups, unit) == unit;
}

StreekSum *
streek_pieces_get_sum (const StreekPieces *pieces, guint piece, guint which)
{
  return &pieces->sums[piece * pieces->n_covers + which];
}

/* The state of each unit is that of its piece. */
void
streek_pieces_fill_states (StreekPieces *pieces, guint8 *states)
{
  for (guint unit = 0; unit < pieces->groups.n; unit++)
    states[unit] = pieces->states[streek_groups_find (&pieces->groups, unit)];
}

static void
add_not_located (const StreekCover *cover, StreekSum *sum)
{
  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);

      if (!part->is_located && streek_part_get_missing (part) == STREEK_MISSING_NONE)
        streek_sum_add (sum, streek_part_get_value (part));
    }
}

/* Of the pieces that all know, and of what could not be located any nearer. */
void
streek_pieces_total (StreekPieces *pieces, const StreekJoint *joint, double *values)
{
  for (guint i = 0; i < joint->n; i++)
    {
      StreekSum sum = { 0 };

      for (guint unit = 0; unit < pieces->groups.n; unit++)
        if (streek_pieces_is_piece (pieces, unit) && pieces->states[unit] == STREEK_MISSING_NONE)
          streek_sum_add (&sum, streek_sum_get (streek_pieces_get_sum (pieces, unit, i)));

      add_not_located (&joint->covers[i], &sum);
      values[i] = streek_sum_get (&sum);
    }
}

/**
 * streek_pieces_share:
 * @which: the indicator of which the known share is taken
 * @share_pct: (out): of all of it in the area, what lies in pieces that are known
 *
 * Returns: %FALSE where that indicator itself is not known everywhere
 */
gboolean
streek_pieces_share (StreekPieces *pieces, guint which, double *share_pct)
{
  StreekSum known = { 0 }, all = { 0 };

  for (guint unit = 0; unit < pieces->groups.n; unit++)
    {
      if (!streek_pieces_is_piece (pieces, unit) ||
          pieces->states[unit] == STREEK_MISSING_NOT_APPLICABLE)
        continue;
      if (pieces->is_unknown[unit * pieces->n_covers + which])
        return FALSE;

      double value = streek_sum_get (streek_pieces_get_sum (pieces, unit, which));

      streek_sum_add (&all, value);

      if (pieces->states[unit] == STREEK_MISSING_NONE)
        streek_sum_add (&known, value);
    }

  *share_pct =
    streek_sum_get (&all) > 0 ? 100 * streek_sum_get (&known) / streek_sum_get (&all) : 100;

  return TRUE;
}
