/* streek-import-batch.c: the record of a file that was taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-batch.h"

static void
add_up (const StreekImport *import, StreekImportAccount *total)
{
  for (guint i = 0; i < import->accounts->len; i++)
    {
      const StreekImportAccount *account = import->accounts->pdata[i];

      total->n_read += account->n_read;
      total->n_taken += account->n_taken;
      total->n_ignored += account->n_ignored;
      total->n_rejected += account->n_rejected;
    }
}

/**
 * streek_import_batch_insert:
 * @made_at: microseconds since 1970, UTC
 *
 * Writes down, inside a command, which file came in, what its columns meant and what became of its
 * rows.
 */
gboolean
streek_import_batch_insert (
  StreekDb *db, const char *id, const StreekImport *import, gint64 made_at, GError **error)
{
  static const char sql[] = "INSERT INTO import_batch (id, file_name, sha256, profile, made_at, "
                            "n_read, n_taken, n_ignored, "
                            "n_rejected, source, licence, extracted_on) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

  g_return_val_if_fail (db != NULL && id != NULL && import != NULL, FALSE);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *profile = streek_mapping_to_json (import->mapping);
  const StreekMapping *mapping = import->mapping;
  StreekImportAccount total = { 0 };

  if (stmt == NULL)
    return FALSE;

  add_up (import, &total);
  streek_db_bind_text (stmt, 1, id);
  streek_db_bind_text (stmt, 2, import->file_name);
  streek_db_bind_text (stmt, 3, import->sha256);
  streek_db_bind_text (stmt, 4, profile);
  sqlite3_bind_int64 (stmt, 5, made_at);
  sqlite3_bind_int64 (stmt, 6, (gint64) total.n_read);
  sqlite3_bind_int64 (stmt, 7, (gint64) total.n_taken);
  sqlite3_bind_int64 (stmt, 8, (gint64) total.n_ignored);
  sqlite3_bind_int64 (stmt, 9, (gint64) total.n_rejected);
  streek_db_bind_text (stmt, 10, mapping->source != NULL ? mapping->source : "");
  streek_db_bind_text (stmt, 11, mapping->licence != NULL ? mapping->licence : "");
  streek_db_bind_text (stmt, 12, mapping->extracted_on);

  return streek_db_finish (stmt, error);
}
