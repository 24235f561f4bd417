/* streek-totals-ratio.c: Σ numerator / Σ denominator, and means with a named weight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>

/* Of a ratio; of a mean the figure and its weight. */
enum
{
  NUMERATOR,
  DENOMINATOR,
  N_COMPONENTS,
};

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

/* Both components are published for exactly this area. */
static void
answer_published (StreekQuestion *question, const StreekJoint *joint)
{
  if (streek_joint_is_withheld (joint, question))
    return;

  question->total->n_known = question->area->units.n;
  question->total->n_members = question->area->units.n;
  question->total->coverage_pct = 100;
  set_quotient (question, streek_part_get_value (streek_joint_get_exact (joint, NUMERATOR)),
                streek_part_get_value (streek_joint_get_exact (joint, DENOMINATOR)));

  if (question->total->missing == STREEK_MISSING_NONE)
    streek_joint_note (joint, question);
}

/* The share of the denominator; where that itself is not all known, of the inhabitants. */
static gboolean
share_by_denominator (StreekQuestion *question,
                      StreekPieces *pieces,
                      const guint8 *states,
                      GError **error)
{
  return streek_pieces_share (pieces, DENOMINATOR, &question->total->coverage_pct) ||
         streek_question_share_by_inhabitants (question, states, error);
}

static gboolean
answer_components (StreekQuestion *question, const StreekJoint *joint, GError **error)
{
  guint n = question->area->units.n;
  g_autofree guint8 *states = g_new (guint8, n + 1);
  StreekPieces pieces;
  gboolean done = TRUE;

  streek_pieces_init (&pieces, joint, n);
  streek_pieces_fill_states (&pieces, states);

  if (streek_question_count_units (question, states))
    {
      double values[N_COMPONENTS];

      streek_pieces_total (&pieces, joint, values);
      set_quotient (question, values[NUMERATOR], values[DENOMINATOR]);
      done = share_by_denominator (question, &pieces, states, error);

      if (done && question->total->missing == STREEK_MISSING_NONE)
        {
          streek_joint_note (joint, question);
          streek_question_apply_threshold (question);
        }
    }

  streek_pieces_clear (&pieces);

  return done;
}

static gboolean
answer_pair (StreekQuestion *question, StreekJoint *joint, StreekPeriod denominator, GError **error)
{
  if (!streek_joint_load (joint, question->totals, NUMERATOR, question->indicator->numerator,
                          question->period, error) ||
      !streek_joint_load (joint, question->totals, DENOMINATOR, question->indicator->denominator,
                          denominator, error))
    return FALSE;

  streek_joint_cover (joint, question, STREEK_COVER_EXACT_FIRST);
  note_denominator (question, denominator);

  if (streek_joint_is_published (joint))
    {
      answer_published (question, joint);
      return TRUE;
    }

  if (!streek_joint_is_additive (joint))
    {
      streek_question_refuse_to_add (question, joint->covers[NUMERATOR].states);
      return TRUE;
    }

  streek_joint_cover (joint, question, STREEK_COVER_FINEST);

  return answer_components (question, joint, error);
}

/* What stands in the file as a share of some areas alone says nothing of others. */
static gboolean
explain_no_denominator (StreekQuestion *question, GError **error)
{
  StreekFigureSet own;

  if (!streek_totals_find_figures (question->totals, question->indicator->code, question->period,
                                   &own, error))
    return FALSE;

  g_autofree char *note = g_strdup_printf (
    own.n_slices > 0
      /* Translators: %s is an indicator; a chart may show several */
      ? _ ("Of “%s” there are only figures of other areas, without what they are a share of, so "
           "nothing of this area follows from them.")
      /* Translators: %s is an indicator; a chart may show several */
      : _ ("“%s” has no denominator for this period."),
    question->indicator->name);

  streek_question_add_note (question, note);

  return TRUE;
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
  g_autoptr (StreekJoint) joint = streek_joint_new (N_COMPONENTS);

  if (!streek_catalogue_pick_denominator_period (question->totals->catalogue, question->indicator,
                                                 question->period, &denominator))
    {
      streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
      return explain_no_denominator (question, error);
    }

  return answer_pair (question, joint, denominator, error);
}

/**
 * streek_totals_find_weight_period:
 * @weight: the indicator that weighs
 * @found: (out): its latest period at or before @period
 *
 * Returns: %FALSE where there is none
 */
gboolean
streek_totals_find_weight_period (StreekTotals *totals,
                                  const StreekIndicator *weight,
                                  StreekPeriod period,
                                  StreekPeriod *found)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (totals->catalogue, weight);

  for (guint i = periods->len; i > 0; i--)
    {
      *found = g_array_index (periods, StreekPeriod, i - 1);

      if (streek_period_get_first_day (*found) <= streek_period_get_first_day (period))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_weight_period (StreekQuestion *question, StreekPeriod *found)
{
  const StreekIndicator *weight =
    streek_catalogue_find (question->totals->catalogue, question->indicator->weight, NULL);

  return weight != NULL &&
         streek_totals_find_weight_period (question->totals, weight, question->period, found);
}

/* Σ weight × value / Σ weight; a piece with two values in it has no weight for each. */
static gboolean
answer_mean (StreekQuestion *question, const StreekJoint *joint, GError **error)
{
  guint n = question->area->units.n;
  g_autofree guint8 *states = g_new (guint8, n + 1);
  StreekPieces pieces;
  StreekSum weighted = { 0 }, weights = { 0 };

  streek_pieces_init (&pieces, joint, n);

  for (guint unit = 0; unit < n; unit++)
    {
      if (!streek_pieces_is_piece (&pieces, unit))
        continue;
      if (pieces.states[unit] == STREEK_MISSING_NONE && pieces.n_first[unit] != 1)
        pieces.states[unit] = STREEK_MISSING_UNKNOWN;
      if (pieces.states[unit] != STREEK_MISSING_NONE)
        continue;

      double weight = streek_sum_get (streek_pieces_get_sum (&pieces, unit, DENOMINATOR));

      streek_sum_add (&weighted,
                      weight * streek_sum_get (streek_pieces_get_sum (&pieces, unit, NUMERATOR)));
      streek_sum_add (&weights, weight);
    }

  gboolean done = TRUE;

  streek_pieces_fill_states (&pieces, states);

  if (streek_question_count_units (question, states))
    {
      done = share_by_denominator (question, &pieces, states, error);

      if (done && streek_sum_get (&weights) > 0)
        {
          streek_question_set_value (question,
                                     streek_sum_get (&weighted) / streek_sum_get (&weights),
                                     STREEK_BASIS_WEIGHTED);
          streek_question_add_status (question, &joint->covers[NUMERATOR]);
          streek_question_apply_threshold (question);
        }
      else if (done)
        streek_question_set_missing (question, STREEK_MISSING_NOT_APPLICABLE);
    }

  streek_pieces_clear (&pieces);

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
  g_autoptr (StreekJoint) joint = streek_joint_new (N_COMPONENTS);

  if (!find_weight_period (question, &weight))
    {
      streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
      streek_question_add_note (question, _ ("There is no weight for this period."));
      return TRUE;
    }

  joint->indicators[NUMERATOR] = question->indicator;
  joint->figures[NUMERATOR] = *figures;

  if (!streek_joint_load (joint, question->totals, DENOMINATOR, question->indicator->weight, weight,
                          error))
    return FALSE;

  streek_joint_cover (joint, question, STREEK_COVER_FINEST);

  return answer_mean (question, joint, error);
}
