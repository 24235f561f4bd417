/* streek-totals-ratio.c: Σ numerator / Σ denominator, and means with a named weight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two indicators over one area: of a ratio, or a figure and its weight. */
typedef struct
{
  StreekFigureSet figures[2];
  StreekCover covers[2];
} Pair;

enum
{
  NUMERATOR,
  DENOMINATOR,
};

static const StreekIndicator *
find_component (StreekQuestion *question, guint which)
{
  return streek_catalogue_find (
    question->totals->catalogue,
    which == NUMERATOR ? question->indicator->numerator : question->indicator->denominator, NULL);
}

static gboolean
load_components (StreekQuestion *question, Pair *pair, StreekPeriod denominator, GError **error)
{
  return streek_totals_find_figures (question->totals, question->indicator->numerator,
                                     question->period, &pair->figures[NUMERATOR], error) &&
         streek_totals_find_figures (question->totals, question->indicator->denominator,
                                     denominator, &pair->figures[DENOMINATOR], error);
}

static void
cover_pair (StreekQuestion *question, Pair *pair, StreekCoverMode mode)
{
  for (guint i = 0; i < 2; i++)
    streek_question_cover (question, &pair->figures[i], mode, &pair->covers[i]);
}

static const StreekPart *
get_exact (const StreekCover *cover)
{
  return cover->exact != STREEK_COVER_NO_PART
           ? &g_array_index (cover->parts, StreekPart, cover->exact)
           : NULL;
}

static gboolean
is_exact_known (const StreekCover *cover)
{
  const StreekPart *part = get_exact (cover);

  return part != NULL && streek_part_get_missing (part) == STREEK_MISSING_NONE;
}

static void
note_denominator (StreekQuestion *question, StreekPeriod denominator)
{
  if (streek_period_equal (question->period, denominator))
    return;

  g_autofree char *period = streek_format_period (streek_format_get_default (), denominator);
  /* Translators: %s is a period such as 2015. */
  g_autofree char *sentence = g_strdup_printf (_ ("The denominator is of %s."), period);

  streek_question_add_note (question, sentence);
}

static void
set_quotient (StreekQuestion *question, double numerator, double denominator)
{
  if (denominator == 0)
    {
      streek_question_set_missing (question, STREEK_MISSING_NOT_APPLICABLE);
      streek_question_add_note (question, _ ("The denominator is 0."));
      return;
    }

  streek_question_set_value (question, question->indicator->multiplier * numerator / denominator,
                             STREEK_BASIS_RATIO);
}

static void
note_pair (StreekQuestion *question, const Pair *pair)
{
  for (guint i = 0; i < 2; i++)
    {
      const StreekIndicator *component = find_component (question, i);

      streek_question_add_status (question, &pair->covers[i]);

      if (component != NULL)
        streek_question_note_version (question, component->code, &pair->figures[i]);

      streek_question_note_cells (question, &pair->covers[i]);

      if (component != NULL && component->kind == STREEK_INDICATOR_COUNT)
        streek_question_note_deviation (question, component, &pair->figures[i]);
    }

  /* which way a bound of one component pushes the quotient is more than a sign can say */
  if (question->total->qualifier != STREEK_QUALIFIER_NONE)
    question->total->qualifier = STREEK_QUALIFIER_ABOUT;

  streek_question_note_vintage (question, &pair->covers[NUMERATOR]);
}

/* Both components are published for exactly this area. */
static void
answer_published (StreekQuestion *question, Pair *pair)
{
  for (guint i = 0; i < 2; i++)
    if (question->area->units.n > 1 &&
        find_component (question, i)->kind == STREEK_INDICATOR_COUNT &&
        streek_question_is_withheld (question, &pair->figures[i]))
      return;

  question->total->n_known = question->area->units.n;
  question->total->n_members = question->area->units.n;
  question->total->coverage_pct = 100;
  set_quotient (question, streek_part_get_value (get_exact (&pair->covers[NUMERATOR])),
                streek_part_get_value (get_exact (&pair->covers[DENOMINATOR])));

  if (question->total->missing == STREEK_MISSING_NONE)
    note_pair (question, pair);
}

/* One piece of the common coarsening. */
typedef struct
{
  StreekMissing state;
  guint n_first; /* parts of the first cover in it */
  StreekSum sums[2];
  gboolean is_known[2]; /* whether each cover knows all of it */
} Component;

static StreekMissing
join_states (StreekMissing a, StreekMissing b)
{
  return a != STREEK_MISSING_NONE ? a : b;
}

/* Fills @components by the unit that stands for each group. */
static void
build_components (const Pair *pair, StreekGroups *groups, Component *components)
{
  for (guint i = 0; i < groups->n; i++)
    components[i] = (Component){ .is_known = { TRUE, TRUE } };

  for (guint unit = 0; unit < groups->n; unit++)
    {
      Component *component = &components[streek_groups_find (groups, unit)];

      for (guint c = 0; c < 2; c++)
        {
          StreekMissing state = pair->covers[c].states[unit];

          component->is_known[c] = component->is_known[c] && state == STREEK_MISSING_NONE;
          component->state = join_states (component->state, state);
        }
    }

  for (guint c = 0; c < 2; c++)
    {
      const StreekCover *cover = &pair->covers[c];
      g_autofree gboolean *seen = g_new0 (gboolean, cover->parts->len + 1);

      for (guint unit = 0; unit < groups->n; unit++)
        {
          gint32 index = cover->part_of_unit[unit];

          if (index == STREEK_COVER_NO_PART || seen[index])
            continue;

          const StreekPart *part = &g_array_index (cover->parts, StreekPart, index);
          Component *component = &components[streek_groups_find (groups, unit)];

          seen[index] = TRUE;
          component->n_first += c == 0;

          if (streek_part_get_missing (part) == STREEK_MISSING_NONE)
            streek_sum_add (&component->sums[c], streek_part_get_value (part));
        }
    }
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

/* The share of the denominator; where that itself is not all known, of the inhabitants. */
static gboolean
share_by_denominator (StreekQuestion *question,
                      StreekGroups *groups,
                      const Component *components,
                      const guint8 *states,
                      GError **error)
{
  StreekSum known = { 0 }, all = { 0 };

  for (guint unit = 0; unit < groups->n; unit++)
    {
      const Component *component = &components[unit];

      if (streek_groups_find (groups, unit) != unit ||
          component->state == STREEK_MISSING_NOT_APPLICABLE)
        continue;
      if (!component->is_known[DENOMINATOR])
        return streek_question_share_by_inhabitants (question, states, error);

      double denominator = streek_sum_get (&component->sums[DENOMINATOR]);

      streek_sum_add (&all, denominator);

      if (component->state == STREEK_MISSING_NONE)
        streek_sum_add (&known, denominator);
    }

  question->total->coverage_pct =
    streek_sum_get (&all) > 0 ? 100 * streek_sum_get (&known) / streek_sum_get (&all) : 100;

  return TRUE;
}

static gboolean
answer_components (StreekQuestion *question, Pair *pair, GError **error)
{
  guint n = question->area->units.n;
  g_autofree Component *components = g_new0 (Component, n + 1);
  g_autofree guint8 *states = g_new (guint8, n + 1);
  StreekGroups groups;
  StreekSum numerator = { 0 }, denominator = { 0 };

  streek_groups_init (&groups, n);
  streek_groups_join_cover (&groups, &pair->covers[NUMERATOR]);
  streek_groups_join_cover (&groups, &pair->covers[DENOMINATOR]);
  build_components (pair, &groups, components);

  for (guint unit = 0; unit < n; unit++)
    {
      const Component *component = &components[streek_groups_find (&groups, unit)];

      states[unit] = (guint8) component->state;

      if (streek_groups_find (&groups, unit) == unit && component->state == STREEK_MISSING_NONE)
        {
          streek_sum_add (&numerator, streek_sum_get (&component->sums[NUMERATOR]));
          streek_sum_add (&denominator, streek_sum_get (&component->sums[DENOMINATOR]));
        }
    }

  gboolean done = TRUE;

  if (streek_question_count_units (question, states))
    {
      add_not_located (&pair->covers[NUMERATOR], &numerator);
      add_not_located (&pair->covers[DENOMINATOR], &denominator);
      set_quotient (question, streek_sum_get (&numerator), streek_sum_get (&denominator));
      done = share_by_denominator (question, &groups, components, states, error);

      if (done && question->total->missing == STREEK_MISSING_NONE)
        {
          note_pair (question, pair);
          streek_question_apply_threshold (question);
        }
    }

  streek_groups_clear (&groups);

  return done;
}

/* A component that does not add up gives a ratio only where it is published itself. */
static gboolean
is_additive (StreekQuestion *question)
{
  for (guint i = 0; i < 2; i++)
    {
      const StreekIndicator *component = find_component (question, i);

      if (component == NULL || component->kind != STREEK_INDICATOR_COUNT)
        return FALSE;
    }

  return TRUE;
}

static void
refuse_to_add (StreekQuestion *question, const Pair *pair)
{
  if (!streek_question_count_units (question, pair->covers[NUMERATOR].states))
    return;

  question->total->n_known = 0;
  question->total->n_members = 0;
  streek_question_set_missing (question, STREEK_MISSING_NOT_ADDITIVE);
  streek_question_add_note (question,
                            _ ("This figure of a larger area does not follow from the figures of "
                               "its parts."));
}

static gboolean
answer_pair (StreekQuestion *question, Pair *pair, StreekPeriod denominator, GError **error)
{
  if (!load_components (question, pair, denominator, error))
    return FALSE;

  cover_pair (question, pair, STREEK_COVER_EXACT_FIRST);
  note_denominator (question, denominator);

  if (is_exact_known (&pair->covers[NUMERATOR]) && is_exact_known (&pair->covers[DENOMINATOR]))
    {
      answer_published (question, pair);
      return TRUE;
    }

  if (!is_additive (question))
    {
      refuse_to_add (question, pair);
      return TRUE;
    }

  cover_pair (question, pair, STREEK_COVER_FINEST);

  return answer_components (question, pair, error);
}

/**
 * streek_question_answer_ratio:
 *
 * Multiplier × Σ numerator / Σ denominator over the pieces of land that both know, with the
 * denominator's own period; never a mean of percentages.
 */
gboolean
streek_question_answer_ratio (StreekQuestion *question, GError **error)
{
  StreekPeriod denominator;
  Pair pair = { 0 };

  if (!streek_catalogue_pick_denominator_period (question->totals->catalogue, question->indicator,
                                                 question->period, &denominator))
    {
      streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
      streek_question_add_note (question, _ ("There is no denominator for this period."));
      return TRUE;
    }

  streek_cover_init (&pair.covers[NUMERATOR]);
  streek_cover_init (&pair.covers[DENOMINATOR]);

  gboolean done = answer_pair (question, &pair, denominator, error);

  streek_cover_clear (&pair.covers[NUMERATOR]);
  streek_cover_clear (&pair.covers[DENOMINATOR]);

  return done;
}

/* The latest weight at or before the period. */
static gboolean
find_weight_period (StreekQuestion *question, StreekPeriod *found)
{
  const StreekIndicator *weight =
    streek_catalogue_find (question->totals->catalogue, question->indicator->weight, NULL);

  if (weight == NULL)
    return FALSE;

  g_autoptr (GArray) periods = streek_catalogue_list_periods (question->totals->catalogue, weight);

  for (guint i = periods->len; i > 0; i--)
    {
      *found = g_array_index (periods, StreekPeriod, i - 1);

      if (streek_period_get_first_day (*found) <= streek_period_get_first_day (question->period))
        return TRUE;
    }

  return FALSE;
}

/* Σ weight × value / Σ weight; a piece with two values in it has no weight for each. */
static gboolean
answer_mean (StreekQuestion *question, Pair *pair, GError **error)
{
  guint n = question->area->units.n;
  g_autofree Component *components = g_new0 (Component, n + 1);
  g_autofree guint8 *states = g_new (guint8, n + 1);
  StreekGroups groups;
  StreekSum weighted = { 0 }, weights = { 0 };

  streek_groups_init (&groups, n);
  streek_groups_join_cover (&groups, &pair->covers[NUMERATOR]);
  streek_groups_join_cover (&groups, &pair->covers[DENOMINATOR]);
  build_components (pair, &groups, components);

  for (guint unit = 0; unit < n; unit++)
    {
      Component *component = &components[streek_groups_find (&groups, unit)];

      if (component->state == STREEK_MISSING_NONE && component->n_first != 1)
        component->state = STREEK_MISSING_UNKNOWN;

      states[unit] = (guint8) component->state;

      if (streek_groups_find (&groups, unit) != unit || component->state != STREEK_MISSING_NONE)
        continue;

      double weight = streek_sum_get (&component->sums[DENOMINATOR]);

      streek_sum_add (&weighted, weight * streek_sum_get (&component->sums[NUMERATOR]));
      streek_sum_add (&weights, weight);
    }

  gboolean done = TRUE;

  if (streek_question_count_units (question, states))
    {
      done = share_by_denominator (question, &groups, components, states, error);

      if (done && streek_sum_get (&weights) > 0)
        {
          streek_question_set_value (question,
                                     streek_sum_get (&weighted) / streek_sum_get (&weights),
                                     STREEK_BASIS_WEIGHTED);
          streek_question_add_status (question, &pair->covers[NUMERATOR]);
          streek_question_apply_threshold (question);
        }
      else if (done)
        streek_question_set_missing (question, STREEK_MISSING_NOT_APPLICABLE);
    }

  streek_groups_clear (&groups);

  return done;
}

/**
 * streek_question_answer_weighted:
 * @figures: the figures of the indicator itself
 *
 * The mean of an indicator that does not add up, with the weight its definition names.
 */
gboolean
streek_question_answer_weighted (StreekQuestion *question,
                                 const StreekFigureSet *figures,
                                 GError **error)
{
  StreekPeriod weight;
  Pair pair = { .figures = { *figures } };

  if (!find_weight_period (question, &weight))
    {
      streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
      streek_question_add_note (question, _ ("There is no weight for this period."));
      return TRUE;
    }

  if (!streek_totals_find_figures (question->totals, question->indicator->weight, weight,
                                   &pair.figures[DENOMINATOR], error))
    return FALSE;

  streek_cover_init (&pair.covers[NUMERATOR]);
  streek_cover_init (&pair.covers[DENOMINATOR]);
  cover_pair (question, &pair, STREEK_COVER_FINEST);

  gboolean done = answer_mean (question, &pair, error);

  streek_cover_clear (&pair.covers[NUMERATOR]);
  streek_cover_clear (&pair.covers[DENOMINATOR]);

  return done;
}
