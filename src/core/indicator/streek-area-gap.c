/* streek-area-gap.c: differences between areas that a source states without the figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-entry.h"

#include "store/streek-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * streek_area_gap_free:
 * @gap: (nullable) (transfer full):
 */
void
streek_area_gap_free (StreekAreaGap *gap)
{
  if (gap == NULL)
    return;

  g_free (gap->indicator);
  g_free (gap->area);
  g_free (gap->other_area);
  g_free (gap->other_name);
  g_free (gap->unit);
  g_free (gap->source);
  g_free (gap->note);
  g_free (gap);
}

/**
 * streek_area_gap_copy:
 *
 * Returns: (transfer full): @gap once more, for another thread
 */
StreekAreaGap *
streek_area_gap_copy (const StreekAreaGap *gap)
{
  g_return_val_if_fail (gap != NULL, NULL);

  StreekAreaGap *copy = g_memdup2 (gap, sizeof *gap);

  copy->indicator = g_strdup (gap->indicator);
  copy->area = g_strdup (gap->area);
  copy->other_area = g_strdup (gap->other_area);
  copy->other_name = g_strdup (gap->other_name);
  copy->unit = g_strdup (gap->unit);
  copy->source = g_strdup (gap->source);
  copy->note = g_strdup (gap->note);

  return copy;
}

static StreekAreaGap *
read_gap (sqlite3_stmt *stmt)
{
  StreekAreaGap *gap = g_new0 (StreekAreaGap, 1);

  gap->id = sqlite3_column_int64 (stmt, 0);
  gap->indicator = streek_db_dup_text (stmt, 1);
  gap->area = streek_db_dup_text (stmt, 2);
  gap->other_area = streek_db_dup_text (stmt, 3);
  gap->other_name = streek_db_dup_text (stmt, 4);
  streek_period_parse (streek_db_peek_text (stmt, 5), &gap->period, NULL);
  gap->value = sqlite3_column_type (stmt, 6) != SQLITE_NULL ? sqlite3_column_double (stmt, 6) : NAN;
  streek_missing_parse_id (streek_db_peek_text (stmt, 7), &gap->missing);
  streek_qualifier_parse_id (streek_db_peek_text (stmt, 8), &gap->qualifier);
  gap->unit = streek_db_dup_text (stmt, 9);
  gap->source = streek_db_dup_text (stmt, 10);
  gap->note = streek_db_dup_text (stmt, 11);

  return gap;
}

/**
 * streek_area_gaps_list:
 * @indicator: (nullable): a code, %NULL for all
 *
 * Returns: (transfer full) (element-type StreekAreaGap): by period, area and id
 */
GPtrArray *
streek_area_gaps_list (StreekDb *db, const char *indicator, GError **error)
{
  static const char sql[] =
    "SELECT id, indicator, area, other_area, other_name, period, value, missing, qualifier, unit, "
    "source, note FROM area_gap WHERE ?1 IS NULL OR indicator = ?1 ORDER BY period, area, id";

  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) gaps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_area_gap_free);

  streek_db_bind_text (stmt, 1, indicator);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_ptr_array_add (gaps, read_gap (stmt));

  return step == STREEK_STEP_DONE ? g_steal_pointer (&gaps) : NULL;
}

static gboolean
check_gap (const StreekAreaGap *gap, GError **error)
{
  gboolean has_value = gap->missing == STREEK_MISSING_NONE;

  if ((gap->other_area != NULL || gap->other_name != NULL) &&
      gap->period.kind != STREEK_PERIOD_NONE && gap->missing <= STREEK_MISSING_NOT_YET &&
      (!has_value || isfinite (gap->value)))
    return TRUE;

  g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                       _ ("Say how much the difference is, with which area, and of which period."));

  return FALSE;
}

/**
 * streek_area_gap_write:
 * @db: the writer's connection, inside a command
 * @gap: an id of 0 makes a new one
 */
gboolean
streek_area_gap_write (StreekDb *db, const StreekAreaGap *gap, GError **error)
{
  static const char sql[] =
    "INSERT INTO area_gap (id, indicator, area, other_area, other_name, period, value, missing, "
    "qualifier, unit, source, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif (?9, ''), ?10, "
    "?11, ?12) ON CONFLICT DO UPDATE SET indicator = excluded.indicator, area = excluded.area, "
    "other_area = excluded.other_area, other_name = excluded.other_name, "
    "period = excluded.period, value = excluded.value, missing = excluded.missing, "
    "qualifier = excluded.qualifier, unit = excluded.unit, source = excluded.source, "
    "note = excluded.note";

  g_return_val_if_fail (db != NULL && gap != NULL, FALSE);

  if (!check_gap (gap, error))
    return FALSE;

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *period = streek_period_to_string (gap->period);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, gap->id != 0 ? gap->id : streek_store_random_id ());
  streek_db_bind_text (stmt, 2, gap->indicator);
  streek_db_bind_text (stmt, 3, gap->area);
  streek_db_bind_text (stmt, 4, gap->other_area);
  streek_db_bind_text (stmt, 5, gap->other_name);
  streek_db_bind_text (stmt, 6, period);

  if (gap->missing == STREEK_MISSING_NONE)
    sqlite3_bind_double (stmt, 7, gap->value);

  streek_db_bind_text (stmt, 8, streek_missing_get_id (gap->missing));
  streek_db_bind_text (stmt, 9, streek_qualifier_get_id (gap->qualifier));
  streek_db_bind_text (stmt, 10, gap->unit);
  streek_db_bind_text (stmt, 11, gap->source);
  streek_db_bind_text (stmt, 12, gap->note);

  return streek_db_finish (stmt, error);
}

gboolean
streek_area_gap_delete (StreekDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "DELETE FROM area_gap WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  return streek_db_finish (stmt, error);
}
