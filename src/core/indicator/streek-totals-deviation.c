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

/* (nullable): where the total is the sum of its parts, or nobody knows */
static StreekDeviation *
check_total (StreekTotals *totals,
             const StreekFigureSet *figures,
             const StreekSlice *slice,
             guint entry)
{
  const StreekArea *area = slice->vintage->areas[entry];
  double published = slice->vector->values[entry];
  StreekDeviation *deviation = NULL;
  StreekCover cover;

  streek_cover_init (&cover);
  streek_cover_build (&cover, totals->scratch, figures->slices, figures->n_slices, area,
                      slice->vintage->roster->on, STREEK_COVER_FINEST);

  if (is_complete_sum (&cover))
    {
      double sum = streek_cover_sum (&cover);

      if (fabs (published - sum) > TOLERANCE * fabs (published))
        {
          deviation = g_new (StreekDeviation, 1);
          *deviation = (StreekDeviation){ area, published, sum };
        }
    }

  streek_cover_clear (&cover);

  return deviation;
}

static gboolean
is_total (const StreekSlice *slice, guint entry)
{
  const StreekArea *area = slice->vintage->areas[entry];

  return area != NULL && area->units.n > 1 && slice->vector->kinds[entry] == STREEK_MISSING_NONE;
}

/* Each total is held against its parts once, when it is first asked about. */
static const StreekDeviation *
ensure_deviation (StreekTotals *totals,
                  const StreekFigureSet *figures,
                  const StreekSlice *slice,
                  guint entry)
{
  double *key = &slice->vector->values[entry]; /* no other total stands there */
  gpointer deviation;

  if (!g_hash_table_lookup_extended (totals->deviations, key, NULL, &deviation))
    {
      deviation = check_total (totals, figures, slice, entry);
      g_hash_table_insert (totals->deviations, key, deviation);
    }

  return deviation;
}

static int
compare_totals (const StreekArea *a, const StreekArea *b)
{
  int by_size = (int) a->units.n - (int) b->units.n;

  return by_size != 0 ? by_size : strcmp (a->code, b->code);
}

static int
compare_deviations (gconstpointer a, gconstpointer b)
{
  const StreekDeviation *const *deviation_a = a;
  const StreekDeviation *const *deviation_b = b;

  return compare_totals ((*deviation_a)->area, (*deviation_b)->area);
}

/**
 * streek_totals_list_deviations:
 * @figures: the vectors of one count and period
 *
 * Returns: (transfer container) (element-type StreekDeviation): totals that are more than 0.5 %
 *   from the sum of their parts, the smallest areas first; they live as long as @totals
 */
GPtrArray *
streek_totals_list_deviations (StreekTotals *totals, const StreekFigureSet *figures)
{
  GPtrArray *deviations = g_ptr_array_new ();

  for (guint i = 0; figures->n_slices > 1 && i < figures->n_slices; i++)
    for (guint entry = 0; entry < figures->slices[i]->vintage->roster->n; entry++)
      {
        const StreekDeviation *deviation =
          is_total (figures->slices[i], entry)
            ? ensure_deviation (totals, figures, figures->slices[i], entry)
            : NULL;

        if (deviation != NULL)
          g_ptr_array_add (deviations, (gpointer) deviation);
      }

  g_ptr_array_sort (deviations, compare_deviations);

  return deviations;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const StreekPart *part_a = a;
  const StreekPart *part_b = b;

  return compare_totals (part_a->slice->vintage->areas[part_a->entry],
                         part_b->slice->vintage->areas[part_b->entry]);
}

/* The published totals of areas that hold all of @area, itself too, the smallest first. */
static GArray *
list_totals_above (const StreekFigureSet *figures, const StreekArea *area)
{
  GArray *above = g_array_new (FALSE, FALSE, sizeof (StreekPart));

  for (guint i = 0; area->units.n > 0 && i < figures->n_slices; i++)
    {
      const StreekSlice *slice = figures->slices[i];
      guint n;
      const guint32 *entries = streek_vintage_get_entries (slice->vintage, area->units.ids[0], &n);

      for (guint e = 0; e < n; e++)
        {
          StreekPart part = { slice, entries[e], TRUE };

          if (is_total (slice, entries[e]) &&
              streek_area_is_inside (area, slice->vintage->areas[entries[e]]))
            g_array_append_val (above, part);
        }
    }

  g_array_sort (above, compare_parts);

  return above;
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
 * carry a note: about the smallest such total that holds the area. Only totals that do are looked
 * at.
 */
void
streek_question_note_deviation (StreekQuestion *question,
                                const StreekIndicator *about,
                                const StreekFigureSet *figures)
{
  if (figures->n_slices < 2)
    return;

  g_autoptr (GArray) above = list_totals_above (figures, question->area);

  for (guint i = 0; i < above->len; i++)
    {
      const StreekPart *part = &g_array_index (above, StreekPart, i);
      const StreekDeviation *deviation =
        ensure_deviation (question->totals, figures, part->slice, part->entry);

      if (deviation != NULL)
        {
          note_one (question, about, deviation);
          return;
        }
    }
}
