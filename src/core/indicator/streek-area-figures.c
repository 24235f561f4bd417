/* streek-area-figures.c: figures of people's own that hang on the areas of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-area-figures.h"
#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

#include <string.h>

static void
free_figures (gpointer data)
{
  StreekAreaFigures *figures = data;

  g_free (figures->code);
  g_free (figures->indicator);
  g_free (figures);
}

typedef struct
{
  StreekDb *db;
  StreekDate begins;
  GPtrArray *list;
  GHashTable *by_code; /* those of the indicator that is being read */
  char *indicator;     /* (nullable) */
} Count;

static void
count_figure (Count *count, const StreekRoster *roster, guint entry)
{
  const char *code = roster->codes[entry];
  StreekAreaFigures *figures = g_hash_table_lookup (count->by_code, code);

  if (figures == NULL)
    {
      figures = g_new0 (StreekAreaFigures, 1);
      figures->code = g_strdup (code);
      figures->indicator = g_strdup (count->indicator);
      g_hash_table_insert (count->by_code, figures->code, figures);
      g_ptr_array_add (count->list, figures);
    }

  figures->n++;
  figures->n_before += roster->on < count->begins;
}

static gboolean
count_row (Count *count, sqlite3_stmt *stmt, GError **error)
{
  const char *indicator = streek_db_peek_text (stmt, 0);
  g_autoptr (StreekRoster) roster =
    streek_roster_read (count->db, streek_db_peek_text (stmt, 1), error);
  g_autoptr (StreekVector) vector =
    roster != NULL ? streek_vector_new_from_data (sqlite3_column_blob (stmt, 2),
                                                  (gsize) sqlite3_column_bytes (stmt, 2), error)
                   : NULL;

  if (vector == NULL)
    return FALSE;

  if (g_strcmp0 (count->indicator, indicator) != 0)
    {
      g_hash_table_remove_all (count->by_code);
      g_free (count->indicator);
      count->indicator = g_strdup (indicator);
    }

  for (guint i = 0; i < MIN (vector->n, roster->n); i++)
    if (vector->kinds[i] != STREEK_MISSING_UNKNOWN)
      count_figure (count, roster, i);

  return TRUE;
}

/**
 * streek_area_figures_list:
 * @set: code of a set of areas
 * @begins: a day; figures on the areas of an earlier one are counted apart
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Counts the figures that the workspace itself holds for areas of the set. Cells that are merely
 * unknown count as nothing.
 *
 * Returns: (transfer full) (element-type StreekAreaFigures): by indicator
 */
GPtrArray *
streek_area_figures_list (StreekDb *db, const char *set, StreekDate begins, GError **error)
{
  static const char sql[] =
    "SELECT v.indicator, r.id, v.data FROM vector AS v JOIN roster AS r ON r.id = v.roster_id "
    "WHERE r.set_code = ?1 ORDER BY v.indicator, r.on_date, r.id, v.period";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_figures);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  Count count = { db, begins, list, by_code, NULL };
  StreekStep step;
  gboolean ok = TRUE;

  if (stmt == NULL)
    return NULL;

  streek_db_bind_text (stmt, 1, set);

  while (ok && (step = streek_db_step (stmt, error)) != STREEK_STEP_DONE)
    ok = step == STREEK_STEP_ROW && count_row (&count, stmt, error);
  g_free (count.indicator);

  return ok ? g_steal_pointer (&list) : NULL;
}
