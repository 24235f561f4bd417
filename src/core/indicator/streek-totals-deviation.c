/* streek-totals-deviation.c: published totals that are not the sum of their parts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A difference beyond rounding: DESIGN §4. */
#define TOLERANCE 0.005

static gboolean
is_complete_sum (const StreekCover *cover)
{
  for (guint i = 0; i < cover->n_units; i++)
    if (cover->states[i] != STREEK_MISSING_NONE &&
        cover->states[i] != STREEK_MISSING_NOT_APPLICABLE)
      return FALSE;

  return cover->exact == STREEK_COVER_NO_PART && cover->parts->len > 1;
}

static void
check_total (StreekTotals *totals,
             const StreekFigureSet *figures,
             const StreekSlice *slice,
             guint entry,
             StreekCover *cover,
             GPtrArray *deviations)
{
  const StreekArea *area = slice->vintage->areas[entry];
  double published = slice->vector->values[entry];

  if (area == NULL || area->units.n < 2 || slice->vector->kinds[entry] != STREEK_MISSING_NONE)
    return;

  streek_cover_build (cover, totals->scratch, figures->slices, figures->n_slices, area,
                      slice->vintage->roster->on, STREEK_COVER_FINEST);

  if (!is_complete_sum (cover))
    return;

  double sum = streek_cover_sum (cover);

  if (fabs (published - sum) <= TOLERANCE * fabs (published))
    return;

  StreekDeviation *deviation = g_new (StreekDeviation, 1);

  *deviation = (StreekDeviation){ area, published, sum };
  g_ptr_array_add (deviations, deviation);
}

static int
compare_deviations (gconstpointer a, gconstpointer b)
{
  const StreekDeviation *deviation_a = *(StreekDeviation *const *) a;
  const StreekDeviation *deviation_b = *(StreekDeviation *const *) b;

  int by_size = (int) deviation_a->area->units.n - (int) deviation_b->area->units.n;

  return by_size != 0 ? by_size : strcmp (deviation_a->area->code, deviation_b->area->code);
}

/* Smallest first: the nearest total above a part is the one it is told about. */
static GPtrArray *
find_deviations (StreekTotals *totals, const StreekFigureSet *figures)
{
  GPtrArray *deviations = g_ptr_array_new_with_free_func (g_free);
  StreekCover cover;

  streek_cover_init (&cover);

  for (guint i = 0; figures->n_slices > 1 && i < figures->n_slices; i++)
    for (guint entry = 0; entry < figures->slices[i]->vintage->roster->n; entry++)
      check_total (totals, figures, figures->slices[i], entry, &cover, deviations);

  streek_cover_clear (&cover);
  g_ptr_array_sort (deviations, compare_deviations);

  return deviations;
}

/**
 * streek_totals_ensure_deviations:
 * @figures: the vectors of one count and period
 *
 * Returns: (transfer none) (element-type StreekDeviation): totals that are more than 0.5 % from the
 *   sum of their parts, the smallest areas first
 */
const GPtrArray *
streek_totals_ensure_deviations (StreekTotals *totals, const StreekFigureSet *figures)
{
  g_autofree char *period = streek_period_to_string (figures->period);
  g_autofree char *key = g_strdup_printf ("%s %s", figures->series->indicator, period);
  GPtrArray *deviations = g_hash_table_lookup (totals->deviations, key);

  if (deviations == NULL)
    {
      deviations = find_deviations (totals, figures);
      g_hash_table_insert (totals->deviations, g_steal_pointer (&key), deviations);
    }

  return deviations;
}

static void
note_one (StreekQuestion *question, const StreekIndicator *about, const StreekDeviation *deviation)
{
  const StreekFormat *format = streek_format_get_default ();
  int decimals = about->decimals;
  g_autofree char *published = streek_format_number (format, deviation->published, decimals);
  g_autofree char *sum = streek_format_number (format, deviation->sum, decimals);
  g_autofree char *area =
    g_strdup_printf ("%s (%s)", deviation->area->name, deviation->area->set->code);
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %1$s is an area, %2$s and %3$s are figures. */
    _ ("In %1$s the parts add up to %2$s, but the published total is %3$s."), area, sum, published);

  if (about == question->indicator)
    {
      streek_question_add_note (question, sentence);
      return;
    }

  g_autofree char *component = g_strdup_printf ("%s: %s", about->name, sentence);

  streek_question_add_note (question, component);
}

/**
 * streek_question_note_deviation:
 * @about: the count that is asked, or a component of the ratio that is
 * @figures: its figures
 *
 * Where a published total differs from its sum by more than 0.5 %, the total and every part of it
 * carry a note.
 */
void
streek_question_note_deviation (StreekQuestion *question,
                                const StreekIndicator *about,
                                const StreekFigureSet *figures)
{
  const GPtrArray *deviations = streek_totals_ensure_deviations (question->totals, figures);

  for (guint i = 0; i < deviations->len; i++)
    {
      const StreekDeviation *deviation = g_ptr_array_index (deviations, i);

      if (streek_area_is_inside (question->area, deviation->area))
        {
          note_one (question, about, deviation);
          return;
        }
    }
}
