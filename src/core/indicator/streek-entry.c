/* streek-entry.c: figures that sources state for an area, typed in one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-entry.h"

#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

#include <glib/gi18n-lib.h>

static gboolean
write_vector (StreekDb *db,
              const StreekEntry *entry,
              const StreekRoster *roster,
              const char *period,
              GError **error)
{
  static const char sql[] =
    "INSERT INTO vector (indicator, period, roster_id, source, licence, data) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
  g_autoptr (StreekVector) vector = streek_vector_new (roster->n);

  for (guint i = 0; i < roster->n; i++)
    streek_vector_set_missing (vector, i, STREEK_MISSING_UNKNOWN);

  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, error);
  g_autoptr (sqlite3_stmt) stmt = bytes != NULL ? streek_db_prepare (db, sql, error) : NULL;
  gsize size;

  if (stmt == NULL)
    return FALSE;

  gconstpointer data = g_bytes_get_data (bytes, &size);

  streek_db_bind_text (stmt, 1, entry->indicator->code);
  streek_db_bind_text (stmt, 2, period);
  streek_db_bind_text (stmt, 3, roster->id);
  streek_db_bind_text (stmt, 4, entry->value.source != NULL ? entry->value.source : "");
  streek_db_bind_text (stmt, 5, entry->indicator->licence);
  sqlite3_bind_blob (stmt, 6, data, (int) size, SQLITE_TRANSIENT);

  return streek_db_finish (stmt, error);
}

/* The areas of the set on a day on which the area asked is one of them. */
static StreekRoster *
make_roster (StreekAreas *areas, const StreekEntry *entry, GError **error)
{
  const StreekArea *area = entry->area;
  StreekDate on = streek_indicator_get_area_date (entry->indicator, entry->period);
  StreekDate used;

  if (on < area->valid.from || on >= area->valid.to)
    on = on < area->valid.from ? area->valid.from : area->valid.to - 1;

  g_autoptr (GPtrArray) list = streek_areas_list (areas, area->set->code, on, &used, error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (codes, (gpointer) ((StreekArea *) list->pdata[i])->code);

  g_ptr_array_add (codes, NULL);

  return streek_roster_new (area->set->code, used, (const char *const *) codes->pdata);
}

static gboolean
make_cell (
  StreekDb *db, StreekAreas *areas, const StreekEntry *entry, StreekCell *cell, GError **error)
{
  g_autoptr (StreekRoster) roster = make_roster (areas, entry, error);
  g_autofree char *period = streek_period_to_string (entry->period);

  if (roster == NULL)
    return FALSE;

  if (streek_roster_find (roster, entry->area->code) < 0)
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           _ ("The area did not exist then."));
      return FALSE;
    }

  if (!streek_roster_write (db, roster, error) || !write_vector (db, entry, roster, period, error))
    return FALSE;

  *cell = (StreekCell){ g_strdup (entry->indicator->code), g_steal_pointer (&period),
                        g_strdup (roster->id), g_strdup (entry->area->code) };

  return TRUE;
}

/**
 * streek_entry_write:
 * @db: the writer's connection, inside a command
 * @entry: the value, why it is missing, how exactly it is stated, of when, and where it was read
 * @error: return location for a #StreekIndicatorError, #StreekAreaError or #StreekStoreError
 *
 * Where the file has a figure of its own for exactly that area and period, this is a correction of
 * it; else a figure that its source published.
 */
gboolean
streek_entry_write (StreekDb *db,
                    StreekAreas *areas,
                    StreekCatalogue *catalogue,
                    const StreekEntry *entry,
                    GError **error)
{
  g_return_val_if_fail (db != NULL && areas != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (entry != NULL && entry->indicator != NULL && entry->area != NULL, FALSE);

  g_autoptr (StreekTotals) totals = streek_totals_new (db, areas, catalogue);
  g_auto (StreekCell) cell = { 0 };
  StreekCorrection value = entry->value;
  GError *fault = NULL;

  if (entry->period.kind == STREEK_PERIOD_NONE)
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           _ ("Say of which period the figure is."));
      return FALSE;
    }

  if (streek_totals_locate_cell (totals, entry->indicator, entry->area, entry->period, &cell,
                                 &fault))
    {
      g_autofree char *published = NULL;
      StreekMissing missing;

      if (!streek_cell_read_source (db, &cell, &published, error))
        return FALSE;

      value.entered = published == NULL || streek_missing_parse_id (published, &missing);
    }
  else if (g_error_matches (fault, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID))
    {
      g_clear_error (&fault);

      if (!make_cell (db, areas, entry, &cell, error))
        return FALSE;

      value.entered = TRUE;
    }
  else
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  return streek_cell_correct (db, &cell, &value, error) &&
         streek_cell_annotate (db, &cell, &entry->note, error);
}
