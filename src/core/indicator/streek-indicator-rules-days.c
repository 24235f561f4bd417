/* streek-indicator-rules-days.c: rules about the day that figures are of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A day of its own of one cell, in the order of vectors. */
typedef struct
{
  char *indicator;
  char *period;
  char *roster_id;
  GHashTable *days; /* area code -> ISO date */
} DatedVector;

static void
free_dated_vector (gpointer data)
{
  DatedVector *dated = data;

  g_free (dated->indicator);
  g_free (dated->period);
  g_free (dated->roster_id);
  g_hash_table_unref (dated->days);
  g_free (dated);
}

static DatedVector *
ensure_dated_vector (GPtrArray *vectors, sqlite3_stmt *stmt)
{
  DatedVector *last = vectors->len > 0 ? g_ptr_array_index (vectors, vectors->len - 1) : NULL;

  if (last != NULL && strcmp (last->indicator, streek_db_peek_text (stmt, 0)) == 0 &&
      strcmp (last->period, streek_db_peek_text (stmt, 1)) == 0 &&
      strcmp (last->roster_id, streek_db_peek_text (stmt, 2)) == 0)
    return last;

  last = g_new0 (DatedVector, 1);
  last->indicator = streek_db_dup_text (stmt, 0);
  last->period = streek_db_dup_text (stmt, 1);
  last->roster_id = streek_db_dup_text (stmt, 2);
  last->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (vectors, last);

  return last;
}

static GPtrArray *
list_dated_vectors (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT indicator, period, roster_id, area_code, reference_date FROM cell_note "
    "WHERE reference_date <> '' ORDER BY 1, 2, 3, 4";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) vectors = g_ptr_array_new_with_free_func (free_dated_vector);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_hash_table_insert (ensure_dated_vector (vectors, stmt)->days, streek_db_dup_text (stmt, 3),
                         streek_db_dup_text (stmt, 4));

  return step == STREEK_STEP_DONE ? g_steal_pointer (&vectors) : NULL;
}

static const StreekSlice *
find_slice (const StreekSeries *series, const DatedVector *dated)
{
  for (guint i = 0; i < series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (series->slices, i);
      g_autofree char *period = streek_period_to_string (slice->period);

      if (strcmp (period, dated->period) == 0 &&
          strcmp (slice->vintage->roster->id, dated->roster_id) == 0)
        return slice;
    }

  return NULL;
}

/* A row per figure that is not of the period's own day; whether days differ among the figures. */
static gboolean
collect_days (const StreekSlice *slice, const DatedVector *dated, StreekTable *table)
{
  const char *common = NULL;
  gboolean differ = FALSE;
  guint n_known = 0, column = (guint) streek_table_find_column (table, "day");

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      const char *day = g_hash_table_lookup (dated->days, slice->vintage->roster->codes[entry]);
      StreekDate date;

      if (!streek_rule_is_known (slice, entry))
        continue;

      if (n_known++ == 0)
        common = day;
      else
        differ |= g_strcmp0 (common, day) != 0;

      if (streek_date_parse (day != NULL ? day : "", &date, NULL))
        streek_table_set_date (table, streek_rule_table_add_cell (table, slice, entry), column,
                               date);
    }

  return differ;
}

static gboolean
look_at_days (StreekRuleRun *run,
              StreekIndicatorFacts *facts,
              const DatedVector *dated,
              GError **error)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (facts->catalogue, dated->indicator, NULL);
  const StreekSeries *series =
    indicator != NULL ? streek_indicator_facts_read (facts, dated->indicator, error) : NULL;
  const StreekSlice *slice = series != NULL ? find_slice (series, dated) : NULL;

  if (slice == NULL)
    return indicator == NULL || series != NULL;

  g_autoptr (StreekTable) table = streek_rule_table_new ();

  streek_table_add_column (table, "day", _ ("Of"), STREEK_COLUMN_DATE, NULL, 0);

  if (!collect_days (slice, dated, table))
    return TRUE;

  guint n = streek_table_get_n_rows (table);
  g_autofree char *key = g_strjoin ("/", dated->indicator, dated->period, dated->roster_id, NULL);
  g_autofree char *place = streek_rule_make_value_place (
    dated->indicator, slice->vintage->roster->set_code,
    strchr (streek_table_get_text (table, 0, 1), ':') + 1, slice->period);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an indicator, %2$s a period, %3$u how many. */
    ngettext ("“%1$s” of %2$s: %3$u figure has another day than the others.",
              "“%1$s” of %2$s: %3$u figures have another day than the others.", n),
    indicator->name, dated->period, n);

  streek_rule_run_report (run, key, place, message, g_steal_pointer (&table));

  return TRUE;
}

gboolean
streek_rule_look_for_mixed_dates (StreekRuleRun *run, GError **error)
{
  StreekIndicatorFacts *facts = streek_indicator_rules_ensure_facts (run, error);
  g_autoptr (GPtrArray) vectors =
    facts != NULL ? list_dated_vectors (streek_rule_run_get_db (run), error) : NULL;

  for (guint i = 0; vectors != NULL && i < vectors->len; i++)
    if (!look_at_days (run, facts, g_ptr_array_index (vectors, i), error))
      return FALSE;

  return vectors != NULL;
}
