/* streek-totals-question.c: what one answer says: its value, how much of it is known, its notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include "base/streek-format.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
streek_question_note_version (StreekQuestion *question,
                              const char *code,
                              const StreekFigureSet *figures)
{
  if (figures->n_slices == 0 || g_str_equal (figures->series->indicator, code))
    return;

  const StreekIndicator *older =
    streek_catalogue_find (question->totals->catalogue, figures->series->indicator, NULL);

  if (older == NULL)
    return;

  g_autofree char *sentence =
    /* Translators: %s is the name of an indicator. */
    g_strdup_printf (_ ("By the definition of then: %s."), older->name);

  streek_question_add_note (question, sentence);
}

void
streek_question_cover (StreekQuestion *question,
                       const StreekFigureSet *figures,
                       StreekCoverMode mode,
                       StreekCover *cover)
{
  streek_cover_build (cover, question->totals->scratch, figures->slices, figures->n_slices,
                      question->area, question->on, mode);
}

void
streek_question_add_note (StreekQuestion *question, const char *sentence)
{
  if (question->note == NULL)
    question->note = g_string_new (NULL);
  else if (question->note->len > 0)
    g_string_append_c (question->note, ' ');

  g_string_append (question->note, sentence);
}

/* The weakest of the parts. */
void
streek_question_add_status (StreekQuestion *question, const StreekCover *cover)
{
  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);

      if (streek_part_get_missing (part) == STREEK_MISSING_NONE)
        question->total->status = MAX (question->total->status, streek_part_get_status (part));
    }
}

void
streek_question_set_value (StreekQuestion *question, double value, StreekBasis basis)
{
  /* cells and multipliers are finite, what is made of them need not be */
  if (!isfinite (value))
    {
      streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
      streek_question_add_note (question, _ ("The figures are too large to add up or divide."));
      return;
    }

  question->total->value = value;
  question->total->missing = STREEK_MISSING_NONE;
  question->total->basis = basis;
}

void
streek_question_set_missing (StreekQuestion *question, StreekMissing missing)
{
  question->total->value = NAN;
  question->total->missing = missing;
  question->total->basis = STREEK_BASIS_NONE;
  question->total->at_least = FALSE;
  question->total->status = STREEK_STATUS_FINAL;
  question->total->qualifier = STREEK_QUALIFIER_NONE;
  question->total->reference = (StreekPeriod){ 0 };
}

/* A published total is kept back while exactly one cell under it is hidden, which anyone could
 * then work out by subtracting. */
gboolean
streek_question_is_withheld (StreekQuestion *question, const StreekFigureSet *figures)
{
  if (streek_cover_count_hidden_inside (question->totals->scratch, figures->slices,
                                        figures->n_slices, question->area) != 1)
    return FALSE;

  streek_question_set_missing (question, STREEK_MISSING_HIDDEN);
  streek_question_add_note (question,
                            _ ("The published total is withheld: with it the one confidential "
                               "figure in this area could be worked out."));

  return TRUE;
}

static StreekMissing
find_common_reason (const guint8 *states, guint n)
{
  StreekMissing reason = STREEK_MISSING_NONE;

  for (guint i = 0; i < n; i++)
    {
      if (states[i] == STREEK_MISSING_NONE || states[i] == STREEK_MISSING_NOT_APPLICABLE)
        continue;
      if (reason != STREEK_MISSING_NONE && reason != states[i])
        return STREEK_MISSING_UNKNOWN;

      reason = states[i];
    }

  return reason;
}

static void
note_refusal (StreekQuestion *question, StreekMissing reason)
{
  if (reason == STREEK_MISSING_NOT_SPLITTABLE)
    streek_question_add_note (question, _ ("The source only has a figure for a larger area, and "
                                           "that cannot be split."));
}

gboolean
streek_question_count_units (StreekQuestion *question, const guint8 *states)
{
  StreekTotal *total = question->total;
  guint n_units = question->area->units.n;

  total->n_known = 0;
  total->n_members = 0;

  for (guint i = 0; i < n_units; i++)
    {
      total->n_known += states[i] == STREEK_MISSING_NONE;
      total->n_members += states[i] != STREEK_MISSING_NOT_APPLICABLE;
    }

  if (total->n_known > 0)
    return TRUE;

  StreekMissing reason =
    total->n_members > 0 ? find_common_reason (states, n_units) : STREEK_MISSING_NOT_APPLICABLE;

  total->coverage_pct = total->n_members > 0 ? 0 : NAN;
  streek_question_set_missing (question, reason);
  note_refusal (question, reason);

  return FALSE;
}

static char *
format_pct (double pct)
{
  /* 99.97 must not read as all */
  double shown = pct < 100 ? MIN (streek_number_round (pct, 1), 99.9) : 100;

  return streek_format_number (streek_format_get_default (), shown, 1);
}

void
streek_question_apply_threshold (StreekQuestion *question)
{
  StreekTotal *total = question->total;
  double threshold = !isnan (question->min_coverage_pct) ? question->min_coverage_pct
                                                         : question->indicator->threshold_pct;

  if (isnan (total->coverage_pct) || total->n_known == total->n_members)
    return;

  g_autofree char *known = format_pct (total->coverage_pct);

  if (total->coverage_pct < threshold)
    {
      g_autofree char *asked = streek_format_number (streek_format_get_default (), threshold, 0);
      g_autofree char *sentence = g_strdup_printf (
        /* Translators: two percentages: how much is known, how much must be. */
        _ ("Only %1$s %% is known, where at least %2$s %% is asked."), known, asked);

      streek_question_set_missing (question, STREEK_MISSING_BELOW_COVERAGE);
      streek_question_add_note (question, sentence);
      return;
    }

  g_autofree char *sentence = g_strdup_printf (
    /* Translators: how many of how many municipalities of before 2019, and a percentage. */
    _ ("%1$u of %2$u municipalities of before 2019 known, %3$s %%."), total->n_known,
    total->n_members, known);

  streek_question_add_note (question, sentence);
}

/* Two lower bounds add up to a lower bound; anything else is only about right. */
static StreekQualifier
join_qualifiers (StreekQualifier a, StreekQualifier b)
{
  if (a == STREEK_QUALIFIER_NONE || a == b)
    return b;

  return b == STREEK_QUALIFIER_NONE ? a : STREEK_QUALIFIER_ABOUT;
}

static void
take_mark (StreekQuestion *question, const StreekCellMark *mark, gboolean is_answer)
{
  StreekTotal *total = question->total;

  if (total->missing == STREEK_MISSING_NONE)
    total->qualifier = join_qualifiers (total->qualifier, mark->qualifier);
  if (!is_answer)
    return;
  if (total->missing == STREEK_MISSING_NONE && total->basis != STREEK_BASIS_RATIO)
    total->reference = mark->reference;

  if (*mark->note != '\0')
    streek_question_add_note (question, mark->note);
}

/* What holds for the one cell that is the answer, or how many of the parts were corrected. */
void
streek_question_note_cells (StreekQuestion *question, const StreekCover *cover)
{
  guint n_corrected = 0;

  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);
      gpointer entry = GUINT_TO_POINTER (part->entry);
      gboolean is_answer = cover->exact == (int) i;

      if (part->slice->corrections != NULL &&
          g_hash_table_contains (part->slice->corrections, entry))
        n_corrected++;

      const StreekCellMark *mark = streek_slice_find_mark (part->slice, part->entry);

      if (mark != NULL)
        take_mark (question, mark, is_answer);
    }

  if (n_corrected == 0 || cover->exact != STREEK_COVER_NO_PART)
    return;

  g_autofree char *sentence =
    g_strdup_printf (ngettext ("%u of the figures in it was corrected by hand.",
                               "%u of the figures in it were corrected by hand.", n_corrected),
                     n_corrected);

  streek_question_add_note (question, sentence);
}

/* A series that exists only recast on the areas of a later date says so. */
void
streek_question_note_vintage (StreekQuestion *question, const StreekCover *cover)
{
  StreekDate recast = STREEK_DATE_NONE;

  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);

      if (part->slice->vintage->valid.from > question->natural)
        recast = MAX (recast, part->slice->vintage->roster->on);
    }

  if (recast == STREEK_DATE_NONE)
    return;

  g_autofree char *date = streek_format_date (streek_format_get_default (), recast);
  g_autofree char *sentence =
    /* Translators: %s is a date. */
    g_strdup_printf (_ ("The source has this series only on the areas of %s."), date);

  streek_question_add_note (question, sentence);
}

/**
 * streek_question_refuse_to_add:
 * @states: what is known of each unit of the area
 *
 * Where something is known, the total of it all does not follow; where nothing is, that is why.
 */
void
streek_question_refuse_to_add (StreekQuestion *question, const guint8 *states)
{
  if (!streek_question_count_units (question, states))
    return;

  question->total->n_known = 0;
  question->total->n_members = 0;
  streek_question_set_missing (question, STREEK_MISSING_NOT_ADDITIVE);
  streek_question_add_note (question,
                            _ ("This figure of a larger area does not follow from the figures of "
                               "its parts."));
}
