/* streek-totals-formula.c: the value of a formula, from the totals of its indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-formula-private.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_result (StreekQuestion *question, const StreekExpansion *expansion, const double *values)
{
  double value = streek_formula_evaluate (expansion->formula, values);

  if (isnan (value))
    {
      streek_question_set_missing (question, STREEK_MISSING_NOT_APPLICABLE);
      streek_question_add_note (question, _ ("The formula divides by 0 here."));
      return;
    }

  streek_question_set_value (question, value, STREEK_BASIS_FORMULA);
}

/* Operands that are of another period than the result. */
static void
note_periods (StreekQuestion *question, const StreekExpansion *expansion)
{
  for (guint i = 0; i < expansion->codes->len; i++)
    {
      StreekPeriod period = g_array_index (expansion->periods, StreekPeriod, i);
      const StreekIndicator *operand = streek_catalogue_find (
        question->totals->catalogue, g_ptr_array_index (expansion->codes, i), NULL);

      if (operand == NULL || streek_period_equal (period, question->period))
        continue;

      g_autofree char *when = streek_format_period (streek_format_get_default (), period);
      g_autofree char *sentence =
        /* Translators: %1$s is the name of an indicator, %2$s a period. */
        g_strdup_printf (_ ("“%1$s” is of %2$s."), operand->name, when);

      streek_question_add_note (question, sentence);
    }
}

/* Every operand is published for exactly this area. */
static void
answer_published (StreekQuestion *question, const StreekExpansion *expansion, StreekJoint *joint)
{
  double values[STREEK_FORMULA_MAX_OPERANDS];

  if (streek_joint_is_withheld (joint, question))
    return;

  for (guint i = 0; i < joint->n; i++)
    values[i] = streek_part_get_value (streek_joint_get_exact (joint, i));

  question->total->n_known = question->area->units.n;
  question->total->n_members = question->area->units.n;
  question->total->coverage_pct = 100;
  set_result (question, expansion, values);

  if (question->total->missing == STREEK_MISSING_NONE)
    streek_joint_note (joint, question);
}

/* On the land that all operands know, so that what is divided is of the same land. */
static gboolean
answer_pieces (StreekQuestion *question,
               const StreekExpansion *expansion,
               StreekJoint *joint,
               GError **error)
{
  guint n = question->area->units.n;
  g_autofree guint8 *states = g_new (guint8, n + 1);
  StreekTotal *total = question->total;
  StreekPieces pieces;
  gboolean done = TRUE;

  streek_pieces_init (&pieces, joint, n);
  streek_pieces_fill_states (&pieces, states);

  if (streek_question_count_units (question, states))
    {
      double values[STREEK_FORMULA_MAX_OPERANDS];

      streek_pieces_total (&pieces, joint, values);
      set_result (question, expansion, values);
      done = streek_question_share_by_inhabitants (question, states, error);

      if (done && total->missing == STREEK_MISSING_NONE)
        {
          /* a part of a sum is less than the whole; what a part of a difference is, nobody knows */
          total->at_least = total->n_known < total->n_members && question->indicator->is_count;
          streek_joint_note (joint, question);
          streek_question_apply_threshold (question);
        }
    }

  streek_pieces_clear (&pieces);

  return done;
}

/* Which operand it is that has nothing to say here. */
static void
note_unknown_operand (StreekQuestion *question, const StreekJoint *joint)
{
  for (guint i = 0; i < joint->n; i++)
    if (joint->figures[i].n_slices == 0 && joint->indicators[i] != NULL)
      {
        g_autofree char *sentence =
          /* Translators: %s is the name of an indicator. */
          g_strdup_printf (_ ("There are no figures of “%s” for this period."),
                           joint->indicators[i]->name);

        streek_question_add_note (question, sentence);
        return;
      }
}

static const guint8 *
find_states (const StreekJoint *joint)
{
  for (guint i = 0; i < joint->n; i++)
    if (joint->indicators[i] == NULL || joint->indicators[i]->kind != STREEK_INDICATOR_COUNT)
      return joint->covers[i].states;

  return joint->covers[0].states;
}

static gboolean
answer_expansion (StreekQuestion *question, const StreekExpansion *expansion, GError **error)
{
  g_autoptr (StreekJoint) joint = streek_joint_new (expansion->codes->len);

  for (guint i = 0; i < joint->n; i++)
    if (!streek_joint_load (joint, question->totals, i, g_ptr_array_index (expansion->codes, i),
                            g_array_index (expansion->periods, StreekPeriod, i), error))
      return FALSE;

  streek_joint_cover (joint, question, STREEK_COVER_EXACT_FIRST);
  note_periods (question, expansion);

  if (streek_joint_is_published (joint))
    {
      answer_published (question, expansion, joint);
      return TRUE;
    }

  if (!streek_joint_is_additive (joint))
    {
      streek_question_refuse_to_add (question, find_states (joint));
      note_unknown_operand (question, joint);
      return TRUE;
    }

  streek_joint_cover (joint, question, STREEK_COVER_FINEST);

  if (!answer_pieces (question, expansion, joint, error))
    return FALSE;

  note_unknown_operand (question, joint);

  return TRUE;
}

static void
note_broken (StreekQuestion *question, const char *missing)
{
  const StreekIndicator *operand =
    missing != NULL ? streek_catalogue_find (question->totals->catalogue, missing, NULL) : NULL;
  g_auto (StreekFormulaProblem) problem = { 0 };

  streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);

  if (operand != NULL)
    {
      g_autofree char *sentence =
        /* Translators: %s is the name of an indicator. */
        g_strdup_printf (_ ("There are no figures of “%s” for this period."), operand->name);

      streek_question_add_note (question, sentence);
    }
  else if (!streek_indicator_check_formula (question->totals->catalogue, question->indicator,
                                            &problem))
    streek_question_add_note (question, problem.message);
  else
    streek_question_add_note (question, _ ("The formula cannot be worked out."));
}

/**
 * streek_question_answer_formula:
 *
 * Evaluates a formula on totals: each operand is summed over the land that all of them know, with
 * ratios and other formulas in it written out, so that no percentage is ever averaged. Every
 * operand that is missing makes the value missing, and says why.
 */
gboolean
streek_question_answer_formula (StreekQuestion *question, GError **error)
{
  const char *missing = NULL;
  g_autoptr (StreekExpansion) expansion = streek_expansion_new (
    question->totals->catalogue, question->indicator, &question->period, &missing);

  if (expansion != NULL)
    return answer_expansion (question, expansion, error);

  note_broken (question, missing);

  return TRUE;
}
