/* streek-figure-points.c: the places of a map, with what is counted of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include "actor/streek-site-locator.h"
#include "indicator/streek-own-count.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Counts of one name and unit, by the place they hang on. */
typedef struct
{
  GHashTable *by_place; /* key -> StreekOwnCount */
  const char *unit;     /* (nullable): lent */
  StreekDate until;     /* counts of later days are of another moment */
  double largest;       /* of all days: circles mean the same in every period */
  StreekPeriod first;   /* of the counts that are shown */
  StreekPeriod last;
} Counts;

static void
measure_count (Counts *counts, const StreekOwnCount *count)
{
  for (guint i = 0; i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = count->values->pdata[i];

      if (value->missing == STREEK_MISSING_NONE)
        counts->largest = MAX (counts->largest, fabs (value->value));
    }
}

/* One of another unit cannot be compared: its place has no circle. */
static void
gather_counts (Counts *counts, const GPtrArray *all, const char *name)
{
  for (guint i = 0; i < all->len; i++)
    {
      const StreekOwnCount *count = all->pdata[i];

      if (count->subject_kind != STREEK_SUBJECT_PLACE || count->subject_key == NULL ||
          strcmp (count->name, name) != 0)
        continue;

      if (counts->unit == NULL)
        counts->unit = count->unit;
      if (strcmp (counts->unit, count->unit) != 0 ||
          g_hash_table_contains (counts->by_place, count->subject_key))
        continue;

      g_hash_table_insert (counts->by_place, count->subject_key, (gpointer) count);
      measure_count (counts, count);
    }
}

/* The newest that is not of after the period shown; values stand by date, unknown dates first. */
static const StreekOwnCountValue *
find_value (const Counts *counts, const char *place)
{
  const StreekOwnCount *count = g_hash_table_lookup (counts->by_place, place);
  const StreekOwnCountValue *found = NULL;

  for (guint i = 0; count != NULL && i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = count->values->pdata[i];

      if (value->date.kind == STREEK_PERIOD_NONE || counts->until == STREEK_DATE_NONE ||
          streek_period_get_first_day (value->date) <= counts->until)
        found = value;
    }

  return found;
}

static void
widen (Counts *counts, StreekPeriod date)
{
  if (date.kind == STREEK_PERIOD_NONE)
    return;

  if (counts->first.kind == STREEK_PERIOD_NONE || streek_period_compare (date, counts->first) < 0)
    counts->first = date;
  if (counts->last.kind == STREEK_PERIOD_NONE || streek_period_compare (date, counts->last) > 0)
    counts->last = date;
}

static void
set_value (StreekTable *table, guint row, guint column, Counts *counts)
{
  int key = streek_table_find_column (table, "id");
  const StreekOwnCountValue *value =
    find_value (counts, streek_table_get_text (table, row, (guint) key));

  if (value == NULL || value->missing != STREEK_MISSING_NONE)
    {
      streek_table_set_missing (table, row, column,
                                value != NULL ? value->missing : STREEK_MISSING_UNKNOWN);
      return;
    }

  streek_table_set_number (table, row, column, value->value, STREEK_STATUS_FINAL);
  streek_table_set_qualifier (table, row, column, value->qualifier);
  streek_table_set_reference (table, row, column, value->date);
  widen (counts, value->date);
}

/* "Containers, 2021–2023": the dates of the counts belong to it. */
static char *
dup_value_name (const Counts *counts, const char *name)
{
  const StreekFormat *format = streek_format_get_default ();

  if (counts->last.kind == STREEK_PERIOD_NONE)
    return g_strdup (name);

  g_autofree char *first = streek_format_period (format, counts->first);
  g_autofree char *last = streek_format_period (format, counts->last);

  return streek_period_equal (counts->first, counts->last)
           ? g_strdup_printf ("%s, %s", name, last)
           : g_strdup_printf ("%s, %s–%s", name, first, last);
}

static int
count_decimals (const Counts *counts)
{
  GHashTableIter iter;
  gpointer data;
  int decimals = 0;

  g_hash_table_iter_init (&iter, counts->by_place);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    for (guint i = 0; i < ((const StreekOwnCount *) data)->values->len; i++)
      {
        const StreekOwnCountValue *value = ((const StreekOwnCount *) data)->values->pdata[i];

        for (int more = decimals; isfinite (value->value) && more < 3; more++)
          if (fabs (value->value * pow (10, more) - round (value->value * pow (10, more))) > 1e-6)
            decimals = more + 1;
      }

  return decimals;
}

static gboolean
add_counts (StreekGathering *self, StreekDb *db, StreekTable *table, GError **error)
{
  const char *name = self->spec->points.count;
  g_autoptr (GPtrArray) all = streek_own_counts_list (db, error);
  g_autoptr (GHashTable) by_place = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = { .by_place = by_place };

  if (all == NULL)
    return FALSE;

  if (self->period.kind != STREEK_PERIOD_NONE)
    counts.until = streek_period_get_last_day (self->period);

  gather_counts (&counts, all, name);
  if (g_hash_table_size (by_place) == 0)
    {
      /* Translators: %s is what is counted. */
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                   _ ("Of no place “%s” is counted."), name);
      return FALSE;
    }

  self->points_decimals = count_decimals (&counts);

  guint column = streek_table_add_column (table, "value", name, STREEK_COLUMN_NUMBER, counts.unit,
                                          self->points_decimals);

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    set_value (table, row, column, &counts);

  self->points_value_name = dup_value_name (&counts, name);
  self->points_unit = g_strdup (counts.unit);
  self->points_largest = counts.largest;

  return TRUE;
}

/* Reads the places that lie over the map, where the spec asks for them. A place is never a figure
 * of its municipality: what is counted there is a circle around its point, and nothing else. */
gboolean
streek_gathering_read_points (StreekGathering *self, StreekDb *db, GError **error)
{
  if (self->spec->points.source == NULL)
    return TRUE;

  if (strcmp (self->spec->points.source, STREEK_POINTS_OF_PLACES) != 0)
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                   /* Translators: %s is a word in a saved view. */
                   _ ("There are no points called “%s”."), self->spec->points.source);
      return FALSE;
    }

  g_autoptr (GPtrArray) sites = streek_sites_list (db, error);

  if (sites == NULL)
    return FALSE;

  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (self->areas, self->used);
  g_autoptr (StreekTable) table = streek_sites_make_table (sites, locator);

  if (self->spec->points.count != NULL && !add_counts (self, db, table, error))
    return FALSE;

  self->points = g_steal_pointer (&table);

  return TRUE;
}

void
streek_gathering_add_points (const StreekGathering *self, StreekFigureData *data)
{
  data->points = self->points;
  data->points_title = C_ ("points on a map", "Places");
  data->points_value_name = self->points_value_name;
  data->points_unit = self->points_unit;
  data->points_decimals = self->points_decimals;
  data->points_largest = self->points_largest;
}

void
streek_gathering_clear_points (StreekGathering *self)
{
  g_clear_pointer (&self->points, streek_table_unref);
  g_clear_pointer (&self->points_value_name, g_free);
  g_clear_pointer (&self->points_unit, g_free);
}
