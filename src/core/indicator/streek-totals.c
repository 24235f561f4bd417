/* streek-totals.c: the value of any area in any period, and how much of it is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals.h"

#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-totals-private.h"

#include "base/streek-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* An indicator of 20 000 areas in thirty periods is 6 MB. */
#define MAX_KEPT_SERIES 6

/**
 * streek_total_clear:
 *
 * Frees what a total owns; the struct may be used again.
 */
void
streek_total_clear (StreekTotal *total)
{
  g_clear_pointer (&total->note, g_free);
  *total = (StreekTotal){ .value = NAN, .coverage_pct = NAN };
}

/**
 * streek_totals_new:
 * @db: a connection, borrowed as long as the totals live
 * @areas: the areas of the workspace
 * @catalogue: its indicators
 *
 * Returns: (transfer full): an empty cache of vectors; it never sees what is written later, so
 *   make a new one after a change
 */
StreekTotals *
streek_totals_new (StreekDb *db, StreekAreas *areas, StreekCatalogue *catalogue)
{
  g_return_val_if_fail (db != NULL && areas != NULL && catalogue != NULL, NULL);

  StreekTotals *totals = g_new0 (StreekTotals, 1);

  totals->db = db;
  totals->areas = streek_areas_ref (areas);
  totals->catalogue = streek_catalogue_ref (catalogue);
  totals->vintages =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_vintage_free);
  totals->series =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_series_free);
  totals->deviations = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  totals->scratch = streek_cover_scratch_new ();

  return totals;
}

/* A question may be asked while another one is being answered, so a cover is taken and given back:
 * those who ask of 20 000 areas would make and free as many. */
static StreekCover *
take_cover (StreekTotals *totals)
{
  StreekCover *cover = g_steal_pointer (&totals->spare_cover);

  if (cover == NULL)
    {
      cover = g_new0 (StreekCover, 1);
      streek_cover_init (cover);
    }

  return cover;
}

/* @cover: (transfer full) (nullable) */
static void
give_cover_back (StreekTotals *totals, StreekCover *cover)
{
  StreekCover *before = totals->spare_cover;

  totals->spare_cover = cover;

  if (before == NULL)
    return;

  streek_cover_clear (before);
  g_free (before);
}

/**
 * streek_totals_free:
 * @totals: (nullable) (transfer full): totals
 */
void
streek_totals_free (StreekTotals *totals)
{
  if (totals == NULL)
    return;

  for (guint i = 0; i < STREEK_N_FOUND_FIGURES; i++)
    g_free (totals->found[i].code);

  give_cover_back (totals, NULL);
  g_hash_table_unref (totals->deviations);
  g_hash_table_unref (totals->series);
  g_hash_table_unref (totals->vintages);
  streek_cover_scratch_free (totals->scratch);
  streek_catalogue_unref (totals->catalogue);
  streek_areas_unref (totals->areas);
  g_free (totals);
}

/**
 * streek_totals_move:
 * @totals: totals that nobody uses now
 * @db: a connection that sees the same figures, borrowed from here on
 *
 * What was read stays: for who keeps totals from one question to the next.
 */
void
streek_totals_move (StreekTotals *totals, StreekDb *db)
{
  g_return_if_fail (totals != NULL && db != NULL);

  totals->db = db;
}

/**
 * streek_totals_may_serve:
 *
 * Returns: whether they were made of these, and have not read so much that new ones take less room
 */
gboolean
streek_totals_may_serve (const StreekTotals *totals,
                         const StreekAreas *areas,
                         const StreekCatalogue *catalogue)
{
  return totals->areas == areas && totals->catalogue == catalogue &&
         g_hash_table_size (totals->series) <= MAX_KEPT_SERIES;
}

static const StreekSeries *
ensure_series (StreekTotals *totals, const char *code, GError **error)
{
  StreekSeries *series = g_hash_table_lookup (totals->series, code);

  if (series != NULL)
    return series;

  series = streek_series_load (totals->db, totals->areas, totals->vintages, code, error);

  if (series != NULL)
    g_hash_table_insert (totals->series, series->indicator, series);

  return series;
}

/* (nullable): what was found before */
static const StreekFigureSet *
recall_figures (const StreekTotals *totals, const char *code, StreekPeriod period)
{
  for (guint i = 0; i < STREEK_N_FOUND_FIGURES; i++)
    {
      const StreekFoundFigures *found = &totals->found[i];

      if (found->code != NULL && streek_period_equal (found->figures.period, period) &&
          strcmp (found->code, code) == 0)
        return &found->figures;
    }

  return NULL;
}

/* Vectors that were read stay as long as the totals do. */
static void
remember_figures (StreekTotals *totals, const char *code, const StreekFigureSet *figures)
{
  StreekFoundFigures *found = &totals->found[totals->next_found];

  totals->next_found = (totals->next_found + 1) % STREEK_N_FOUND_FIGURES;
  g_free (found->code);
  found->code = g_strdup (code);
  found->figures = *figures;
}

static gboolean
find_figures (StreekTotals *totals, const char *code, StreekFigureSet *figures, GError **error)
{
  figures->series = ensure_series (totals, code, error);

  if (figures->series == NULL)
    return FALSE;

  figures->slices = streek_series_find (figures->series, figures->period, &figures->n_slices);

  for (guint hop = 0; figures->n_slices == 0 && hop < STREEK_MAX_VERSION_HOPS; hop++)
    {
      code = streek_catalogue_find_older (totals->catalogue, code, figures->period);

      if (code == NULL)
        return TRUE;
      if ((figures->series = ensure_series (totals, code, error)) == NULL)
        return FALSE;

      figures->slices = streek_series_find (figures->series, figures->period, &figures->n_slices);
    }

  return TRUE;
}

/**
 * streek_totals_find_figures:
 * @figures: (out): the vectors, none where the period has no figures
 *
 * Before an indicator took the place of another, the figures are those of the older one.
 *
 * Returns: %FALSE with @error set where they cannot be read
 */
gboolean
streek_totals_find_figures (StreekTotals *totals,
                            const char *code,
                            StreekPeriod period,
                            StreekFigureSet *figures,
                            GError **error)
{
  const StreekFigureSet *known = recall_figures (totals, code, period);

  if (known != NULL)
    {
      *figures = *known;
      return TRUE;
    }

  *figures = (StreekFigureSet){ .period = period };

  if (!find_figures (totals, code, figures, error))
    return FALSE;

  remember_figures (totals, code, figures);

  return TRUE;
}

/* The cell that is exactly the area, as the source published it or staff corrected it. */
static void
answer_exact (StreekQuestion *question, const StreekFigureSet *figures, const StreekCover *cover)
{
  const StreekPart *part = &g_array_index (cover->parts, StreekPart, cover->exact);
  const char *reason =
    part->slice->corrections != NULL
      ? g_hash_table_lookup (part->slice->corrections, GUINT_TO_POINTER (part->entry))
      : NULL;

  if (reason != NULL)
    {
      /* Translators: %s is the reason a member of staff gave for a correction. */
      g_autofree char *sentence = g_strdup_printf (_ ("Corrected by hand: %s."), reason);

      streek_question_add_note (question, sentence);
    }

  const char *source =
    part->slice->entered != NULL
      ? g_hash_table_lookup (part->slice->entered, GUINT_TO_POINTER (part->entry))
      : NULL;

  if (source != NULL && *source != '\0')
    {
      /* Translators: %s is the source that a member of staff gave for a figure. */
      g_autofree char *sentence = g_strdup_printf (_ ("Source: %s."), source);

      streek_question_add_note (question, sentence);
    }

  if (streek_part_get_missing (part) != STREEK_MISSING_NONE)
    {
      streek_question_set_missing (question, streek_part_get_missing (part));
      return;
    }

  if (question->indicator->kind == STREEK_INDICATOR_COUNT && question->area->units.n > 1 &&
      streek_question_is_withheld (question, figures))
    return;

  streek_question_set_value (question, streek_part_get_value (part),
                             reason != NULL ? STREEK_BASIS_CORRECTED : STREEK_BASIS_PUBLISHED);
  streek_question_add_status (question, cover);
}

static gboolean
has_missing_part (const StreekCover *cover)
{
  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);
      StreekMissing missing = streek_part_get_missing (part);

      if (!part->is_located && missing != STREEK_MISSING_NONE &&
          missing != STREEK_MISSING_NOT_APPLICABLE)
        return TRUE;
    }

  return FALSE;
}

static void
note_not_located (StreekQuestion *question, const StreekCover *cover)
{
  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);

      if (part->is_located || streek_part_get_missing (part) != STREEK_MISSING_NONE)
        continue;

      g_autofree char *number = streek_format_number (
        streek_format_get_default (), streek_part_get_value (part), question->indicator->decimals);
      g_autofree char *sentence = g_strdup_printf (
        /* Translators: a figure and an area: what a source could not place any nearer. */
        _ ("%1$s of it cannot be located any nearer than %2$s."), number,
        part->slice->vintage->owners[part->entry]->name);

      streek_question_add_note (question, sentence);
    }
}

static gboolean
answer_sum (StreekQuestion *question, const StreekCover *cover, GError **error)
{
  StreekTotal *total = question->total;

  if (!streek_question_count_units (question, cover->states))
    return TRUE;

  streek_question_set_value (question, streek_cover_sum (cover), STREEK_BASIS_SUM);

  if (total->missing != STREEK_MISSING_NONE)
    return TRUE;

  streek_question_add_status (question, cover);
  total->at_least = total->n_known < total->n_members || has_missing_part (cover);
  note_not_located (question, cover);

  if (!streek_question_share_by_inhabitants (question, cover->states, error))
    return FALSE;

  streek_question_apply_threshold (question);

  return TRUE;
}

/* A median or an index of several cells: only with a weight, and else not at all. */
static gboolean
answer_other (StreekQuestion *question,
              const StreekFigureSet *figures,
              const StreekCover *cover,
              GError **error)
{
  if (question->indicator->weight != NULL)
    return streek_question_answer_weighted (question, figures, error);

  streek_question_refuse_to_add (question, cover->states);

  return TRUE;
}

static gboolean
answer_from_own_figures (StreekQuestion *question, const StreekFigureSet *figures, GError **error)
{
  StreekCover *cover = take_cover (question->totals);
  gboolean done = TRUE;

  streek_question_cover (question, figures, STREEK_COVER_EXACT_FIRST, cover);

  if (cover->exact != STREEK_COVER_NO_PART)
    answer_exact (question, figures, cover);
  else if (question->indicator->kind == STREEK_INDICATOR_RATIO)
    done = streek_question_answer_ratio (question, error);
  else if (question->indicator->kind == STREEK_INDICATOR_FORMULA)
    done = streek_question_answer_formula (question, error);
  else if (question->indicator->kind == STREEK_INDICATOR_COUNT)
    done = answer_sum (question, cover, error);
  else
    done = answer_other (question, figures, cover, error);

  if (done)
    {
      streek_question_note_version (question, question->indicator->code, figures);
      streek_question_note_cells (question, cover);
      streek_question_note_vintage (question, cover);

      if (question->indicator->kind == STREEK_INDICATOR_COUNT)
        streek_question_note_deviation (question, question->indicator, figures);
    }

  give_cover_back (question->totals, cover);

  return done;
}

static gboolean
answer (StreekQuestion *question, GError **error)
{
  StreekFigureSet figures;

  if (!streek_totals_find_figures (question->totals, question->indicator->code, question->period,
                                   &figures, error))
    return FALSE;

  if (figures.n_slices > 0)
    return answer_from_own_figures (question, &figures, error);

  if (question->indicator->kind == STREEK_INDICATOR_RATIO)
    return streek_question_answer_ratio (question, error);
  if (question->indicator->kind == STREEK_INDICATOR_FORMULA)
    return streek_question_answer_formula (question, error);

  streek_question_set_missing (question, STREEK_MISSING_UNKNOWN);
  streek_question_add_note (question, _ ("There are no figures for this period."));

  return TRUE;
}

static StreekDate
clamp_date (const StreekArea *area, StreekDate date)
{
  if (date < area->valid.from)
    return area->valid.from;

  return date >= area->valid.to ? area->valid.to - 1 : date;
}

static void
note_status (StreekQuestion *question)
{
  if (question->total->status == STREEK_STATUS_FINAL ||
      question->total->missing != STREEK_MISSING_NONE)
    return;

  const char *label = streek_status_get_label (question->total->status);
  /* Translators: %s says how sure a figure is: provisional, estimate, projection. */
  g_autofree char *sentence = g_strdup_printf (_ ("Status: %s."), label);

  streek_question_add_note (question, sentence);
}

/**
 * streek_totals_compute:
 * @indicator: an indicator of the catalogue
 * @area: an area, as it was in some interval of time
 * @period: a period
 * @min_coverage_pct: share that must be known, NAN for the indicator's own threshold
 * @total: (out): the answer; clear with streek_total_clear()
 * @error: return location for a #StreekStoreError or #StreekIndicatorError; something that is
 *   merely missing is no error but a total that says so
 *
 * Computes as DESIGN §4 says: a published value wins; a count is summed over a cover of the
 * area's units, with the land that is known; a ratio is Σ numerator / Σ denominator over the
 * smallest pieces that both know; anything else needs a named weight. A missing figure is never
 * a zero, and below the threshold there is a reason instead of a value.
 */
gboolean
streek_totals_compute (StreekTotals *totals,
                       const StreekIndicator *indicator,
                       const StreekArea *area,
                       StreekPeriod period,
                       double min_coverage_pct,
                       StreekTotal *total,
                       GError **error)
{
  g_return_val_if_fail (totals != NULL && indicator != NULL && area != NULL, FALSE);
  g_return_val_if_fail (total != NULL, FALSE);

  *total = (StreekTotal){ .value = NAN, .missing = STREEK_MISSING_UNKNOWN, .coverage_pct = NAN };

  StreekDate natural = streek_indicator_get_area_date (indicator, period);

  total->on = clamp_date (area, natural);

  StreekQuestion question = {
    .totals = totals,
    .indicator = indicator,
    .area = area,
    .period = period,
    .natural = natural,
    .on = total->on,
    .min_coverage_pct = min_coverage_pct,
    .total = total,
  };
  gboolean done = answer (&question, error);

  if (done)
    note_status (&question);

  if (question.note != NULL)
    total->note = g_string_free (question.note, question.note->len == 0);

  if (!done)
    streek_total_clear (total);

  return done;
}
