/* streek-analysis-ranking.c: the place of each area, the gap to the best, and what lies around it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "stats/streek-ranking.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  RANK_INDICATOR = STREEK_N_LEADS,
  RANK_PERIOD,
  RANK_VALUE,
  RANK_UNIT,
  RANK_ORDER,
  RANK_RANK,
  RANK_OF,
  RANK_GAP,
  RANK_POSITION,
  RANK_PROVINCE,
  RANK_PROVINCE_VALUE,
  RANK_FLANDERS_VALUE,
  RANK_REFERENCE,
  RANK_REFERENCE_VALUE,
};

typedef struct
{
  StreekAnalysing *self;
  const StreekIndicator *indicator;
  StreekPeriod period;
  gboolean lowest_first;
  GPtrArray *provinces;        /* (nullable) (element-type StreekArea) */
  const StreekArea *flanders;  /* (nullable) */
  const StreekArea *reference; /* (nullable): as chosen */
  GHashTable *known;           /* StreekArea -> StreekTotal: of those around */
} Ranking;

static void
free_total (gpointer data)
{
  streek_total_clear (data);
  g_free (data);
}

/* Better comes first, and tighter does: "krapste eerst". */
static gboolean
is_lowest_first (const StreekIndicator *indicator)
{
  return indicator->direction == STREEK_DIRECTION_LOWER_IS_BETTER ||
         indicator->direction == STREEK_DIRECTION_LOWER_IS_TIGHTER;
}

/* A file without provinces, or without Flanders, has nothing to lay beside its areas. */
static gboolean
find_surroundings (Ranking *ranking, GError **error)
{
  StreekAnalysing *self = ranking->self;
  StreekDate used;

  ranking->provinces = streek_areas_list (self->areas, STREEK_PROVINCES, self->on, &used, NULL);
  ranking->flanders =
    streek_areas_resolve_ref (self->areas, STREEK_FLANDERS, self->on, &used, NULL);

  if (self->query->reference == NULL)
    return TRUE;

  ranking->reference = streek_analysing_find_reference (self, NULL, error);

  return ranking->reference != NULL;
}

static gboolean
is_inside (const StreekArea *area, const StreekArea *around)
{
  return g_strcmp0 (area->set->mesh, around->set->mesh) == 0 &&
         streek_units_is_subset (area->units, around->units);
}

static const StreekArea *
find_province (const Ranking *ranking, const StreekArea *area)
{
  for (guint i = 0; ranking->provinces != NULL && i < ranking->provinces->len; i++)
    if (is_inside (area, g_ptr_array_index (ranking->provinces, i)))
      return g_ptr_array_index (ranking->provinces, i);

  return NULL;
}

static gboolean
add_around (Ranking *ranking, guint row, guint column, const StreekArea *area, GError **error)
{
  StreekTotal *total = g_hash_table_lookup (ranking->known, area);

  if (total == NULL)
    {
      total = g_new0 (StreekTotal, 1);

      if (!streek_analysing_compute (ranking->self, ranking->indicator, area, ranking->period,
                                     total, error))
        {
          g_free (total);
          return FALSE;
        }

      g_hash_table_insert (ranking->known, (gpointer) area, total);
    }

  streek_analysing_set_total (ranking->self, row, column, total);

  return TRUE;
}

static gboolean
add_surroundings (Ranking *ranking, guint row, const StreekArea *area, GError **error)
{
  StreekTable *table = ranking->self->result->table;
  const StreekArea *province = find_province (ranking, area);

  if (province != NULL)
    {
      streek_table_set_text (table, row, RANK_PROVINCE, province->name);

      if (!add_around (ranking, row, RANK_PROVINCE_VALUE, province, error))
        return FALSE;
    }

  if (ranking->flanders != NULL && is_inside (area, ranking->flanders) &&
      !add_around (ranking, row, RANK_FLANDERS_VALUE, ranking->flanders, error))
    return FALSE;

  if (ranking->reference == NULL)
    return TRUE;

  streek_table_set_text (table, row, RANK_REFERENCE, ranking->reference->name);

  return add_around (ranking, row, RANK_REFERENCE_VALUE, ranking->reference, error);
}

static gboolean
add_place (Ranking *ranking,
           const StreekArea *area,
           const StreekTotal *total,
           const StreekPlace *place,
           guint n_places,
           GError **error)
{
  StreekAnalysing *self = ranking->self;
  StreekTable *table = self->result->table;
  guint row = streek_analysing_add_row (self, area);

  streek_table_set_text (table, row, RANK_INDICATOR, ranking->indicator->code);
  streek_table_set_period (table, row, RANK_PERIOD, ranking->period);
  streek_table_set_text (table, row, RANK_UNIT, ranking->indicator->unit);
  streek_table_set_text (table, row, RANK_ORDER,
                         ranking->lowest_first ? "lowest_first" : "highest_first");
  streek_table_set_integer (table, row, RANK_OF, n_places);
  streek_analysing_set_total (self, row, RANK_VALUE, total);
  streek_analysing_set_number (self, row, RANK_GAP, place->gap, total->missing);
  streek_analysing_set_number (self, row, RANK_POSITION, place->position, total->missing);
  streek_analysing_set_kind (self, row, total->missing);

  if (total->at_least)
    streek_analysing_set_note (self, row, _ ("At least."));

  streek_analysing_set_note (self, row, total->note);

  if (place->rank > 0)
    streek_table_set_integer (table, row, RANK_RANK, place->rank);
  else
    streek_table_set_missing (table, row, RANK_RANK, total->missing);

  return add_surroundings (ranking, row, area, error);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StreekPlace *places = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint one = places[first].rank, other = places[second].rank;

  if (one != other)
    return one == 0 ? 1 : other == 0 ? -1 : one < other ? -1 : 1;

  return first < second ? -1 : 1;
}

static gboolean
add_places (Ranking *ranking, GError **error)
{
  GPtrArray *rows = ranking->self->rows;
  g_autoptr (GArray) totals =
    streek_analysing_compute_all (ranking->self, ranking->indicator, rows, ranking->period, error);

  if (totals == NULL)
    return FALSE;

  g_autofree double *values = g_new (double, MAX (rows->len, 1));
  g_autofree StreekPlace *places = g_new (StreekPlace, MAX (rows->len, 1));
  g_autofree guint *order = g_new (guint, MAX (rows->len, 1));

  for (guint i = 0; i < rows->len; i++)
    {
      values[i] = g_array_index (totals, StreekTotal, i).value;
      order[i] = i;
    }

  guint n_places = streek_rank (values, rows->len, ranking->lowest_first, places);

  g_qsort_with_data (order, (int) rows->len, sizeof *order, compare_places, places);

  for (guint i = 0; i < rows->len; i++)
    if (!add_place (ranking, g_ptr_array_index (rows, order[i]),
                    &g_array_index (totals, StreekTotal, order[i]), &places[order[i]], n_places,
                    error))
      return FALSE;

  return TRUE;
}

static void
begin (Ranking *ranking)
{
  StreekAnalysing *self = ranking->self;
  int decimals = ranking->indicator->decimals;
  g_autofree char *period = streek_analysis_format_period (ranking->period);
  g_autofree char *around = ranking->reference != NULL
                              /* Translators: heading of a column; %s is the name of an area. */
                              ? g_strdup_printf (_ ("Value of %s"), ranking->reference->name)
                              : NULL;
  const StreekAnalysisColumn columns[] = {
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "period", _ ("Period"), STREEK_COLUMN_PERIOD, 0 },
    { "value", ranking->indicator->name, STREEK_COLUMN_NUMBER, decimals },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "order", _ ("Order"), STREEK_COLUMN_TEXT, 0 },
    { "rank", _ ("Rank"), STREEK_COLUMN_INTEGER, 0 },
    { "of", _ ("Of"), STREEK_COLUMN_INTEGER, 0 },
    { "gap", _ ("Gap to the first"), STREEK_COLUMN_NUMBER, decimals },
    { "position", _ ("Position (1 = first)"), STREEK_COLUMN_NUMBER, 2 },
    { "province", _ ("Province"), STREEK_COLUMN_TEXT, 0 },
    { "province_value", _ ("Value of the province"), STREEK_COLUMN_NUMBER, decimals },
    { "flanders_value", _ ("Value of Flanders"), STREEK_COLUMN_NUMBER, decimals },
    { "reference", _ ("Reference"), STREEK_COLUMN_TEXT, 0 },
    { "reference_value", around != NULL ? around : _ ("Value of the reference"),
      STREEK_COLUMN_NUMBER, decimals },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  self->result->title = g_strdup_printf (ranking->lowest_first
                                           /* Translators: an indicator, areas and a period. */
                                           ? _ ("%1$s, %2$s, %3$s: ranking, lowest first")
                                           /* Translators: an indicator, areas and a period. */
                                           : _ ("%1$s, %2$s, %3$s: ranking, highest first"),
                                         ranking->indicator->name, self->where, period);
  streek_analysing_take_note (
    self,
    g_strdup (_ ("Equal figures share a rank; areas without a figure have none. Position: the "
                 "share of the other areas that come after it.")));
}

/**
 * streek_analysing_run_ranking:
 *
 * The areas in order of their figure, best or tightest first, those without one at the end, with
 * the province, Flanders and the chosen reference beside each.
 */
gboolean
streek_analysing_run_ranking (StreekAnalysing *self, GError **error)
{
  Ranking ranking = { .self = self, .indicator = g_ptr_array_index (self->indicators, 0) };

  ranking.lowest_first = is_lowest_first (ranking.indicator);

  if (!streek_analysing_pick_newest (self, ranking.indicator, &ranking.period, error) ||
      !streek_analysing_list_areas (self, ranking.period, error))
    return FALSE;

  ranking.known = g_hash_table_new_full (NULL, NULL, NULL, free_total);

  gboolean done = find_surroundings (&ranking, error);

  if (done)
    {
      begin (&ranking);
      done = add_places (&ranking, error);
    }

  g_hash_table_unref (ranking.known);
  g_clear_pointer (&ranking.provinces, g_ptr_array_unref);

  return done;
}
