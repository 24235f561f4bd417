/* streek-pack-links.c: versions, aliases, breaks, parts and gaps of indicators into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-links.h"

#include "base/streek-rows.h"

#include <string.h>

#define MAX_COLUMNS 6

/* One file a table; its columns are the parameters of the statement, in this order. */
static const struct
{
  const char *name;
  const char *columns[MAX_COLUMNS];
  const char *sql;
} files[] = {
  { "indicator-versions.tsv",
    { "code", "valid_from", "follows", "definition", "note" },
    "INSERT INTO ref_indicator_version (code, valid_from, follows, definition, note) "
    "VALUES (?1, ?2, nullif (?3, ''), ?4, nullif (?5, ''))" },
  { "indicator-aliases.tsv",
    { "code", "alias" },
    "INSERT INTO ref_indicator_alias (code, alias) VALUES (?1, ?2)" },
  { "indicator-breaks.tsv",
    { "code", "period", "reason" },
    "INSERT INTO ref_indicator_break (code, period, reason) VALUES (?1, ?2, ?3)" },
  { "indicator-breakdowns.tsv",
    { "id", "code", "label", "is_complete", "parts" },
    "INSERT INTO ref_indicator_breakdown (id, code, label, is_complete, parts) "
    "VALUES (?1, ?2, ?3, ?4 = '1', replace (?5, ' ', char (10)))" },
  { "indicator-gaps.tsv",
    { "id", "label", "supply", "need", "gap" },
    "INSERT INTO ref_indicator_gap (id, label, supply, need, gap) VALUES (?1, ?2, ?3, ?4, ?5)" },
};

static gboolean
pack_file (StreekDb *db, const char *folder, gsize which, GError **error)
{
  const char *const *columns = files[which].columns;
  g_autofree char *path = g_build_filename (folder, files[which].name, NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);
  g_autoptr (sqlite3_stmt) stmt = rows != NULL && streek_rows_require (rows, columns, error)
                                    ? streek_db_prepare (db, files[which].sql, error)
                                    : NULL;

  if (stmt == NULL)
    return FALSE;

  for (guint row = 0; row < streek_rows_get_n (rows); row++)
    {
      for (int i = 0; columns[i] != NULL; i++)
        streek_db_bind_text (stmt, i + 1, streek_rows_get (rows, row, columns[i]));

      if (!streek_db_finish (stmt, error))
        {
          g_prefix_error (error, "%s, %s: ", path, streek_rows_get (rows, row, columns[0]));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * streek_pack_links:
 * @db: a workspace with its indicators, inside a transaction
 * @folder: data/reference
 */
gboolean
streek_pack_links (StreekDb *db, const char *folder, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (!pack_file (db, folder, i, error))
      return FALSE;

  return TRUE;
}
