/* test-spreadsheet.c: tables written as XLSX and ODS, read again with our own readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-spreadsheet.h"

#include "exchange/streek-source.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  StreekTable *table;
} Fixture;

/* What a spreadsheet program likes to take for something else. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "0123", "=1+1", "of:=SUM([.A1])", "3/4", "a & b < \"c\"" };
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-spreadsheet-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->table = streek_table_new ();
  streek_table_add_column (fixture->table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (fixture->table, "budget", "Budget", STREEK_COLUMN_NUMBER, "€", 0);
  streek_table_add_column (fixture->table, "from", "Van", STREEK_COLUMN_DATE, NULL, 0);
  streek_table_add_column (fixture->table, "when", "Periode", STREEK_COLUMN_PERIOD, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint row = streek_table_add_row (fixture->table);

      streek_table_set_text (fixture->table, row, 0, texts[i]);
    }

  streek_table_set_number (fixture->table, 0, 1, 1250000.25, STREEK_STATUS_FINAL);
  streek_table_set_date (fixture->table, 0, 2, streek_date_from_ymd (2024, 2, 29));
  streek_table_set_period (fixture->table, 0, 3, streek_period_from_year (2024));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_table_unref (fixture->table);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture,
            const char *name,
            const StreekSpreadsheetPart *parts,
            guint n_parts,
            gboolean with_ids)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  streek_spreadsheet_write (path, parts, n_parts, with_ids, &error);
  g_assert_no_error (error);

  return path;
}

static StreekSource *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  StreekSource *source = streek_source_open (path, NULL, NULL, &error);

  g_assert_no_error (error);

  return source;
}

/* A cell as text, with # before what the file says is a number and @ before what it says is a day.
 */
static char *
describe_cell (const StreekField *field)
{
  return g_strdup_printf ("%s%.*s",
                          field->flags & STREEK_FIELD_DATE     ? "@"
                          : field->flags & STREEK_FIELD_NUMBER ? "#"
                                                               : "",
                          (int) field->length, field->text);
}

static char *
describe_sheet (StreekSource *source, guint sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, sheet, NULL, &error);
  GString *text = g_string_new (NULL);
  StreekSourceRecord record;

  g_assert_no_error (error);

  while (streek_source_reader_next (reader, &record, &error))
    {
      for (guint i = 0; i < record.n_fields; i++)
        {
          g_autofree char *cell = describe_cell (&record.fields[i]);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell);
        }
      g_string_append_c (text, '\n');
    }

  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
test_keeps_types (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "t.xlsx", "t.ods" };
  const StreekSpreadsheetPart part = { "Projecten", fixture->table };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (fixture, names[i], &part, 1, FALSE);
      g_autoptr (StreekSource) source = open_file (path);
      g_autofree char *cells = describe_sheet (source, 0);
      g_auto (GStrv) lines = g_strsplit (cells, "\n", -1);

      g_test_message ("%s:\n%s", names[i], cells);
      g_assert_cmpstr (lines[0], ==, "Naam|Budget (€)|Van|Periode");
      g_assert_cmpstr (lines[1], ==, "0123|#1250000.25|@2024-02-29|2024");
      g_assert_cmpstr (lines[2], ==, "=1+1");
      g_assert_cmpstr (g_strstrip (lines[3]), ==, "of:=SUM([.A1])"); /* no formula */
      g_assert_cmpstr (lines[4], ==, "3/4");
      g_assert_cmpstr (lines[5], ==, "a & b < \"c\"");
      g_unlink (path);
    }
}

static void
test_writes_several_sheets (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "t.xlsx", "t.ods" };
  const StreekSpreadsheetPart parts[] = {
    { "Doelen / acties: alle [2024]", fixture->table },
    { "Doelen   acties  alle  2024", fixture->table },
    { "Een naam die veel langer is dan Excel er een wil", fixture->table },
  };

  streek_table_add_remark (fixture->table, "5 van 12.");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (fixture, names[i], parts, G_N_ELEMENTS (parts), FALSE);
      g_autoptr (StreekSource) source = open_file (path);

      g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 4); /* the last has the remarks */
      g_assert_cmpstr (streek_source_get_sheet_name (source, 2), ==,
                       "Een naam die veel langer is dan");

      g_autofree char *notes = describe_sheet (source, 3);

      g_assert_nonnull (strstr (notes, "5 van 12."));
      g_unlink (path);
    }
}

/* For a program: ids, and nothing but the rows. */
static void
test_writes_ids (Fixture *fixture, gconstpointer data)
{
  const StreekSpreadsheetPart part = { "project", fixture->table };

  streek_table_add_remark (fixture->table, "5 van 12.");

  g_autofree char *path = write_file (fixture, "t.xlsx", &part, 1, TRUE);
  g_autoptr (StreekSource) source = open_file (path);
  g_autofree char *cells = describe_sheet (source, 0);

  g_assert_true (g_str_has_prefix (cells, "name|budget|from|when\n"));
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 1);
  g_unlink (path);
}

static void
test_refuses_a_folder (Fixture *fixture, gconstpointer data)
{
  const StreekSpreadsheetPart part = { "project", fixture->table };
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "t.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (streek_spreadsheet_write (path, &part, 1, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/exchange/spreadsheet/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("keeps-types", test_keeps_types);
  ADD ("writes-several-sheets", test_writes_several_sheets);
  ADD ("writes-ids", test_writes_ids);
  ADD ("refuses-a-folder", test_refuses_a_folder);

  return g_test_run ();
}
