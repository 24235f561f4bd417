/* streek-pack-figures.c: indicators and figures of data/reference, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-figures.h"

#include "streek-csv-file.h"
#include "streek-figures-text.h"

#include <string.h>

/* In the order of the parameters of the INSERT below; an empty field of the second half is NULL,
 * or the default where the column has one. */
static const char *const columns[] = {
  "code",
  "theme",
  "name",
  "name_en",
  "definition",
  "unit",
  "kind",
  "time_kind",
  "direction",
  "decimals",
  "source",
  "licence",
  "numerator",
  "denominator",
  "multiplier",
  "denominator_rule",
  "denominator_max_years",
  "denominator_period",
  "weight",
  "threshold_pct",
  "table_url",
  "note",
  "formula",
};

static const char insert_indicator[] =
  "INSERT INTO ref_indicator (rank, code, theme, name, name_en, definition, unit, kind, "
  "time_kind, direction, decimals, source, licence, numerator, denominator, multiplier, "
  "denominator_rule, denominator_max_years, denominator_period, weight, threshold_pct, "
  "table_url, note, formula, has_data) "
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, CAST (?11 AS INTEGER), ?12, ?13, ?14, ?15, "
  "CAST (coalesce (?16, 1) AS REAL), coalesce (?17, 'same'), CAST (coalesce (?18, 0) AS INTEGER), "
  "?19, ?20, CAST (coalesce (?21, 90) AS REAL), ?22, ?23, ?24, ?25 = 'yes')";

static gboolean
pack_indicators (StreekDb *db, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "indicators.csv", NULL);
  g_autoptr (StreekCsvFile) file = streek_csv_file_read (path, error);
  g_autoptr (sqlite3_stmt) stmt =
    file != NULL ? streek_db_prepare (db, insert_indicator, error) : NULL;
  int numbers[G_N_ELEMENTS (columns)];
  int has_data = file != NULL ? streek_csv_file_find_column (file, "has_data", error) : -1;

  if (stmt == NULL || has_data < 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if ((numbers[i] = streek_csv_file_find_column (file, columns[i], error)) < 0)
      return FALSE;

  for (guint row = 0; row < streek_csv_file_get_n_rows (file); row++)
    {
      sqlite3_bind_int (stmt, 1, (int) row + 1);

      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          const char *text = streek_csv_file_get (file, row, numbers[i]);

          streek_db_bind_text (stmt, (int) i + 2, *text != '\0' ? text : NULL);
        }

      streek_db_bind_text (stmt, G_N_ELEMENTS (columns) + 2,
                           streek_csv_file_get (file, row, has_data));

      if (!streek_db_finish (stmt, error))
        {
          g_prefix_error (error, "%s, record %u: ", path, row + 2);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
pack_figure (sqlite3_stmt *stmt, const StreekFigure *figure, GError **error)
{
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (figure->vector, error);
  gsize size;

  if (bytes == NULL)
    return FALSE;

  gconstpointer data = g_bytes_get_data (bytes, &size);

  streek_db_bind_text (stmt, 1, figure->indicator);
  streek_db_bind_text (stmt, 2, figure->period);
  streek_db_bind_text (stmt, 3, figure->roster->id);
  streek_db_bind_text (stmt, 4, figure->source);
  streek_db_bind_text (stmt, 5, figure->licence);
  streek_db_bind_text (stmt, 6, figure->extracted_on);
  sqlite3_bind_blob (stmt, 7, data, (int) size, SQLITE_TRANSIENT);

  return streek_db_finish (stmt, error);
}

static gboolean
pack_vectors (StreekDb *db, const StreekFigures *figures, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    db,
    "INSERT INTO ref_vector (indicator, period, roster_id, source, licence, extracted_on, data) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    error);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < figures->rosters->len; i++)
    if (!streek_roster_write_reference (db, g_ptr_array_index (figures->rosters, i), error))
      return FALSE;

  for (guint i = 0; i < figures->figures->len; i++)
    if (!pack_figure (stmt, g_ptr_array_index (figures->figures, i), error))
      return FALSE;

  return TRUE;
}

/**
 * streek_pack_figures:
 * @db: an empty workspace of the newest schema, inside a transaction
 * @folder: data/reference
 *
 * Fills the tables of indicators, rosters and vectors. The order of indicators.csv is the order
 * of every list.
 */
gboolean
streek_pack_figures (StreekDb *db, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "figures.txt", NULL);
  g_autofree char *text = NULL;

  if (!pack_indicators (db, folder, error) || !g_file_get_contents (path, &text, NULL, error))
    return FALSE;

  g_autoptr (StreekFigures) figures = streek_figures_new_from_text (text, error);

  if (figures == NULL)
    {
      g_prefix_error (error, "%s, ", path);
      return FALSE;
    }

  return pack_vectors (db, figures, error);
}
