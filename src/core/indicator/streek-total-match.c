/* streek-total-match.c: "welke indeling past?": which areas have a given total */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-total-match.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_LIMIT 10

typedef struct
{
  StreekTotals *totals;
  const StreekIndicator *indicator;
  const StreekTotalMatchQuery *query;
  GHashTable *seen; /* units of an area → its index in values, plus one */
  GArray *values;   /* of StreekTotalMatch, without an area: of those units in this period */
  GArray *matches;
} Matching;

static double
round_to (double value, int decimals)
{
  double scale = pow (10, decimals);

  return round (value * scale) / scale;
}

static GBytes *
make_key (const StreekArea *area)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) area->set->mesh,
                       (guint) strlen (area->set->mesh) + 1);
  g_byte_array_append (bytes, (const guint8 *) area->units.ids,
                       area->units.n * (guint) sizeof (guint32));

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The value of what the area is made of; many sets have areas of the same municipalities. */
static gboolean
compute (Matching *self,
         const StreekArea *area,
         StreekPeriod period,
         StreekTotalMatch *match,
         GError **error)
{
  g_autoptr (GBytes) key = make_key (area);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));
  StreekTotal total;

  if (index > 0)
    {
      *match = g_array_index (self->values, StreekTotalMatch, index - 1);
      return TRUE;
    }

  if (!streek_totals_compute (self->totals, self->indicator, area, period, NAN, &total, error))
    return FALSE;

  *match = (StreekTotalMatch){
    .period = period,
    .value = total.value,
    .difference = total.value - self->query->total,
    /* at least 130 is not exactly 130 */
    .is_exact = !total.at_least && round_to (total.value, self->query->decimals) ==
                                     round_to (self->query->total, self->query->decimals),
    .n_known = total.n_known,
    .n_members = total.n_members,
  };
  streek_total_clear (&total);
  g_array_append_val (self->values, *match);
  g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (self->values->len));

  return TRUE;
}

static gboolean
match_period (Matching *self,
              const GPtrArray *areas,
              StreekPeriod period,
              GCancellable *cancellable,
              GError **error)
{
  double reach = isnan (self->query->max_pct)
                   ? INFINITY
                   : fabs (self->query->total) * self->query->max_pct / 100;

  g_hash_table_remove_all (self->seen);
  g_array_set_size (self->values, 0);
  for (guint i = 0; i < areas->len; i++)
    {
      StreekTotalMatch match;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !compute (self, areas->pdata[i], period, &match, error))
        return FALSE;

      match.area = areas->pdata[i];
      if (!isnan (match.value) && (match.is_exact || fabs (match.difference) <= reach))
        g_array_append_val (self->matches, match);
    }

  return TRUE;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const StreekTotalMatch *first = a;
  const StreekTotalMatch *second = b;
  double near = fabs (first->difference);
  double far = fabs (second->difference);
  int order;

  if (first->is_exact != second->is_exact)
    return first->is_exact ? -1 : 1;
  if (near != far)
    return near < far ? -1 : 1;
  order = streek_period_compare (first->period, second->period);
  if (order == 0)
    order = first->area->set->rank - second->area->set->rank;
  if (order == 0)
    order = strcmp (first->area->set->code, second->area->set->code);
  if (order == 0)
    order = strcmp (first->area->code, second->area->code);

  return order != 0 ? order
                    : (first->area->valid.from > second->area->valid.from) -
                        (first->area->valid.from < second->area->valid.from);
}

/* Those that have it exactly, and as many more as were asked for. */
static void
cut (GArray *matches, guint limit)
{
  guint n_exact = 0;

  while (n_exact < matches->len && g_array_index (matches, StreekTotalMatch, n_exact).is_exact)
    n_exact++;
  if (matches->len > n_exact + limit)
    g_array_set_size (matches, n_exact + limit);
}

/* Every link of every chain: an area of any date may be the one that was meant. */
static GPtrArray *
list_links (const StreekAreas *areas)
{
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);
  GPtrArray *links = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, set->code);

      for (guint j = 0; j < dates->len; j++)
        {
          StreekDate used = g_array_index (dates, StreekDate, j);
          g_autoptr (GPtrArray) list = streek_areas_list (areas, set->code, used, &used, NULL);

          for (guint k = 0; list != NULL && k < list->len; k++)
            if (g_hash_table_add (seen, list->pdata[k]))
              g_ptr_array_add (links, list->pdata[k]);
        }
    }

  return links;
}

/**
 * streek_totals_match:
 * @totals: of @areas and @catalogue
 * @query: the total that somebody states, and of what
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Computes the total of every area of every set and date, and keeps those that have the one asked
 * for, or come nearest. One name may stand for several areas ("de regio Kortrijk"): this says which
 * of them a figure is about. Areas without a value of that period are none of them; a sum of which
 * a part is unknown is near at best.
 *
 * Returns: (transfer full) (element-type StreekTotalMatch): nearest first, or %NULL with @error set
 */
GArray *
streek_totals_match (StreekTotals *totals,
                     const StreekAreas *areas,
                     const StreekCatalogue *catalogue,
                     const StreekTotalMatchQuery *query,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (totals != NULL && areas != NULL && query != NULL, NULL);

  const StreekIndicator *indicator = streek_catalogue_find (catalogue, query->indicator, error);

  if (indicator == NULL)
    return NULL;

  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);
  g_autoptr (GPtrArray) links = list_links (areas);
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (StreekTotalMatch));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (StreekTotalMatch));
  Matching self = { totals, indicator, query, seen, values, matches };
  gboolean any = FALSE;

  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);

      if (query->period.kind != STREEK_PERIOD_NONE && !streek_period_equal (query->period, period))
        continue;
      any = TRUE;
      if (!match_period (&self, links, period, cancellable, error))
        return NULL;
    }

  if (!any)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   /* Translators: %s is an indicator. */
                   _ ("There are no figures of “%s” for that period."), indicator->name);
      return NULL;
    }

  g_array_sort (matches, compare_matches);
  cut (matches, query->limit > 0 ? query->limit : DEFAULT_LIMIT);

  return g_steal_pointer (&matches);
}
