/* streek-vector-changes.c: which figures differ between two files' reference data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-vector-changes.h"
#include "indicator/streek-cell.h"

#include <glib/gi18n-lib.h>

void
streek_vector_changes_free (StreekVectorChanges *changes)
{
  if (changes == NULL)
    return;

  streek_roster_free (changes->roster);
  g_array_unref (changes->cells);
  g_free (changes);
}

static StreekVector *
read_vector (StreekDb *db,
             const char *indicator,
             const char *period,
             const StreekRoster *roster,
             GError **error)
{
  static const char sql[] = "SELECT data FROM ref_vector WHERE indicator = ?1 AND period = ?2 "
                            "AND roster_id = ?3";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  streek_db_bind_text (stmt, 1, indicator);
  streek_db_bind_text (stmt, 2, period);
  streek_db_bind_text (stmt, 3, roster->id);

  StreekStep step = streek_db_step (stmt, error);

  if (step == STREEK_STEP_ERROR)
    return NULL;

  if (step == STREEK_STEP_DONE)
    return streek_vector_new (roster->n);

  return streek_vector_read_column (stmt, 0, roster->n, error);
}

static gboolean
cells_equal (const StreekVector *a, const StreekVector *b, guint index)
{
  return a->kinds[index] == b->kinds[index] && a->statuses[index] == b->statuses[index] &&
         (a->kinds[index] != STREEK_MISSING_NONE || a->values[index] == b->values[index]);
}

static gboolean
add_cell (StreekVectorChanges *changes,
          StreekDb *db,
          const char *indicator,
          const char *period,
          const StreekVector *old_vector,
          const StreekVector *new_vector,
          guint index,
          GError **error)
{
  const StreekCell cell = {
    .indicator = (char *) indicator,
    .period = (char *) period,
    .roster_id = changes->roster->id,
    .area_code = changes->roster->codes[index],
  };
  StreekCellChange change = {
    .index = index,
    .old_value = old_vector->values[index],
    .new_value = new_vector->values[index],
    .old_missing = old_vector->kinds[index],
    .new_missing = new_vector->kinds[index],
  };

  if (!streek_cell_is_corrected (db, &cell, &change.is_corrected, error))
    return FALSE;

  g_array_append_val (changes->cells, change);

  return TRUE;
}

/**
 * streek_vector_changes_read:
 * @old_db: the file that is to be renewed; corrections are looked up here
 * @new_db: the file with other reference data
 * @indicator: its code
 * @period: as the files write it
 * @roster_id: a roster that at least one of the files has
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * Compares the figures that come with two files, value, kind of missing and status alike. A file
 * that lacks the vector counts as one where all are unknown.
 *
 * Returns: (transfer full): the cells that differ, or %NULL with @error set
 */
StreekVectorChanges *
streek_vector_changes_read (StreekDb *old_db,
                            StreekDb *new_db,
                            const char *indicator,
                            const char *period,
                            const char *roster_id,
                            GError **error)
{
  g_autoptr (StreekVectorChanges) changes = g_new0 (StreekVectorChanges, 1);

  changes->cells = g_array_new (FALSE, FALSE, sizeof (StreekCellChange));
  changes->roster = streek_roster_read (new_db, roster_id, NULL);
  if (changes->roster == NULL)
    changes->roster = streek_roster_read (old_db, roster_id, error);
  if (changes->roster == NULL)
    return NULL;

  g_autoptr (StreekVector) old_vector =
    read_vector (old_db, indicator, period, changes->roster, error);
  g_autoptr (StreekVector) new_vector =
    old_vector != NULL ? read_vector (new_db, indicator, period, changes->roster, error) : NULL;

  if (new_vector == NULL)
    return NULL;

  for (guint i = 0; i < changes->roster->n; i++)
    if (!cells_equal (old_vector, new_vector, i) &&
        !add_cell (changes, old_db, indicator, period, old_vector, new_vector, i, error))
      return NULL;

  return g_steal_pointer (&changes);
}
