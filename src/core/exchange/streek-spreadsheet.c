/* streek-spreadsheet.c: tables written as a spreadsheet: XLSX or ODS */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-spreadsheet.h"

#include "base/streek-file.h"
#include "exchange/streek-gdal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What Excel allows of the name of a sheet: 31 letters, and none of these. */
#define MAX_NAME_LENGTH 31
#define BAD_LETTERS "[]:*?/\\'"

/* A part as the module takes it. */
typedef struct
{
  char *name;
  GPtrArray *heads; /* texts, owned */
  GArray *types;    /* of int */
  GPtrArray *cells; /* (nullable elements) texts, owned */
  guint n_rows;
} Sheet;

static void
clear_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->heads);
  g_array_unref (sheet->types);
  g_ptr_array_unref (sheet->cells);
}

gboolean
streek_spreadsheet_has_suffix (const char *path)
{
  return g_str_has_suffix (path, ".xlsx") || g_str_has_suffix (path, ".ods");
}

static gboolean
has_name (const GArray *sheets, const char *name)
{
  for (guint i = 0; i < sheets->len; i++)
    if (g_ascii_strcasecmp (g_array_index (sheets, Sheet, i).name, name) == 0)
      return TRUE;

  return FALSE;
}

/* One that Excel takes and that no sheet before has. */
static char *
make_name (const GArray *sheets, const char *wanted)
{
  g_autofree char *plain = g_strdelimit (g_strdup (wanted), BAD_LETTERS, ' ');
  g_autofree char *name =
    g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_NAME_LENGTH));

  for (guint i = 2; has_name (sheets, g_strstrip (name)) || *name == '\0'; i++)
    {
      g_autofree char *start =
        g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_NAME_LENGTH - 5));

      g_free (name);
      name = g_strdup_printf ("%s %u", start, i);
    }

  return g_steal_pointer (&name);
}

char *
streek_spreadsheet_dup_name (const char *wanted)
{
  g_return_val_if_fail (wanted != NULL, NULL);

  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (Sheet));

  return make_name (none, wanted);
}

static int
get_type (StreekColumnType type)
{
  switch (type)
    {
    case STREEK_COLUMN_NUMBER:
      return STREEK_GDAL_COLUMN_NUMBER;
    case STREEK_COLUMN_INTEGER:
      return STREEK_GDAL_COLUMN_INTEGER;
    case STREEK_COLUMN_DATE:
      return STREEK_GDAL_COLUMN_DATE;
    case STREEK_COLUMN_TEXT:
    case STREEK_COLUMN_PERIOD:
    case STREEK_COLUMN_POINT:
    default:
      return STREEK_GDAL_COLUMN_TEXT;
    }
}

static char *
dup_head (const StreekTable *table, guint column, gboolean with_ids)
{
  const char *unit = streek_table_get_column_unit (table, column);

  if (with_ids)
    return g_strdup (streek_table_get_column_id (table, column));

  return unit != NULL && *unit != '\0'
           ? g_strdup_printf ("%s (%s)", streek_table_get_column_title (table, column), unit)
           : g_strdup (streek_table_get_column_title (table, column));
}

static Sheet
make_sheet (const GArray *sheets, const StreekSpreadsheetPart *part, gboolean with_ids)
{
  const StreekTable *table = part->table;
  Sheet sheet = { .name = make_name (sheets, part->name),
                  .heads = g_ptr_array_new_with_free_func (g_free),
                  .types = g_array_new (FALSE, FALSE, sizeof (int)),
                  .cells = g_ptr_array_new_with_free_func (g_free),
                  .n_rows = streek_table_get_n_rows (table) };

  for (guint i = 0; i < streek_table_get_n_columns (table); i++)
    {
      int type = get_type (streek_table_get_column_type (table, i));

      g_ptr_array_add (sheet.heads, dup_head (table, i, with_ids));
      g_array_append_val (sheet.types, type);
    }

  for (guint row = 0; row < sheet.n_rows; row++)
    for (guint i = 0; i < sheet.heads->len; i++)
      g_ptr_array_add (sheet.cells, streek_table_dup_raw_cell (table, row, i));

  return sheet;
}

/* What must be said of the tables stands on a sheet of its own: a row under a list would be one
 * more of what it lists for whoever takes it in. */
static void
add_notes (GArray *sheets, const StreekSpreadsheetPart *parts, guint n_parts)
{
  g_autoptr (StreekTable) notes = streek_table_new ();
  /* Translators: the name of a sheet with remarks, and the heads of its columns. */
  const StreekSpreadsheetPart part = { C_ ("spreadsheet", "Notes"), notes };

  streek_table_add_column (notes, "sheet", C_ ("spreadsheet", "Sheet"), STREEK_COLUMN_TEXT, NULL,
                           0);
  streek_table_add_column (notes, "note", C_ ("spreadsheet", "Note"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < n_parts; i++)
    for (guint j = 0; j < streek_table_get_n_remarks (parts[i].table); j++)
      {
        guint row = streek_table_add_row (notes);

        streek_table_set_text (notes, row, 0, g_array_index (sheets, Sheet, i).name);
        streek_table_set_text (notes, row, 1, streek_table_get_remark (parts[i].table, j));
      }

  if (streek_table_get_n_rows (notes) > 0)
    {
      Sheet sheet = make_sheet (sheets, &part, FALSE);

      g_array_append_val (sheets, sheet);
    }
}

static gboolean
write_sheets (const StreekGdalApi *api, const char *path, const GArray *sheets, GError **error)
{
  g_autofree StreekGdalTable *tables = g_new0 (StreekGdalTable, sheets->len);
  char *said = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const Sheet *sheet = &g_array_index (sheets, Sheet, i);

      tables[i] = (StreekGdalTable){ .name = sheet->name,
                                     .n_columns = (int) sheet->heads->len,
                                     .heads = (const char *const *) sheet->heads->pdata,
                                     .types = (const int *) (void *) sheet->types->data,
                                     .n_rows = (int) sheet->n_rows,
                                     .cells = (const char *const *) sheet->cells->pdata };
    }

  if (api->write_sheets (path, tables, (int) sheets->len, &said))
    return TRUE;

  streek_gdal_take_error (api, said, error);

  return FALSE;
}

/* GDAL writes to a file that is not there yet; what was there stays until all is written. */
static gboolean
write_beside (const StreekGdalApi *api, const char *path, const GArray *sheets, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("streek-sheet-XXXXXX", error);

  if (folder == NULL)
    return FALSE;

  g_autofree char *beside =
    g_build_filename (folder, g_str_has_suffix (path, ".ods") ? "sheet.ods" : "sheet.xlsx", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  gboolean is_written = write_sheets (api, beside, sheets, error) &&
                        g_file_get_contents (beside, &bytes, &length, error);

  g_unlink (beside);
  g_rmdir (folder);

  if (!is_written)
    return FALSE;

  g_autoptr (GBytes) whole = g_bytes_new_take (g_steal_pointer (&bytes), length);

  return streek_file_write_atomically (path, whole, error);
}

gboolean
streek_spreadsheet_write (const char *path,
                          const StreekSpreadsheetPart *parts,
                          guint n_parts,
                          gboolean with_ids,
                          GError **error)
{
  g_return_val_if_fail (path != NULL && parts != NULL && n_parts > 0, FALSE);

  const StreekGdalApi *api = streek_gdal_load (error);
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));

  if (api == NULL)
    return FALSE;

  g_array_set_clear_func (sheets, clear_sheet);

  for (guint i = 0; i < n_parts; i++)
    {
      Sheet sheet = make_sheet (sheets, &parts[i], with_ids);

      g_array_append_val (sheets, sheet);
    }

  if (!with_ids)
    add_notes (sheets, parts, n_parts);

  return write_beside (api, path, sheets, error);
}
