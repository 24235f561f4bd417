/* make-figures.c: writes a tidy table of figures, as CSV or XLSX, for the bench */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1995
#define N_YEARS 30
#define HEADER "code,indicator,period,value"

/* One row of it: indicator by code by year, as most tables are in order. */
typedef struct
{
  guint indicator;
  const char *code;
  guint year;
  double value;
} Row;

/* Three decimals, from 0.5 to 1 000 or so, most of them small: as shares and amounts are. */
static double
make_value (guint64 number)
{
  guint64 mixed = (number + 1) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  mixed ^= mixed >> 29;
  mixed *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  mixed ^= mixed >> 32;

  return exp ((double) (mixed >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53) * 7.6 - 0.7);
}

static Row
make_row (const GPtrArray *codes, guint64 number)
{
  guint64 n_cells = (guint64) codes->len * N_YEARS;
  guint64 cell = number % n_cells;

  return (Row){ (guint) (number / n_cells), codes->pdata[cell / N_YEARS],
                FIRST_YEAR + (guint) (cell % N_YEARS), make_value (number) };
}

static void
write_csv (const GPtrArray *codes, guint64 n_rows)
{
  puts (HEADER);

  for (guint64 i = 0; i < n_rows; i++)
    {
      Row row = make_row (codes, i);

      printf ("%s,ind_%04u,%u,%.3f\n", row.code, row.indicator, row.year, row.value);
    }
}

/* The number of a shared string; header and codes of indicators come first. */
static void
append_cell (GString *sheet, char column, guint64 row, const char *type, const char *value)
{
  g_string_append_printf (sheet, "<c r=\"%c%" G_GUINT64_FORMAT "\"%s><v>%s</v></c>", column, row,
                          type, value);
}

static char *
make_sheet (const GPtrArray *codes, guint64 n_rows)
{
  GString *sheet = g_string_new ("<worksheet xmlns=\"http://schemas.openxmlformats.org/"
                                 "spreadsheetml/2006/main\"><sheetData><row r=\"1\">");

  for (guint i = 0; i < 4; i++)
    {
      char text[8];

      g_snprintf (text, sizeof text, "%u", i);
      append_cell (sheet, (char) ('A' + i), 1, " t=\"s\"", text);
    }
  g_string_append (sheet, "</row>");

  for (guint64 i = 0; i < n_rows; i++)
    {
      Row row = make_row (codes, i);
      char indicator[16];
      char year[8];
      char value[32];
      guint code = 4 + (guint) (i / N_YEARS % codes->len);
      char shared[16];

      g_snprintf (shared, sizeof shared, "%u", code);
      g_snprintf (indicator, sizeof indicator, "%u", 4 + codes->len + row.indicator);
      g_snprintf (year, sizeof year, "%u", row.year);
      g_snprintf (value, sizeof value, "%.3f", row.value);
      g_string_append_printf (sheet, "<row r=\"%" G_GUINT64_FORMAT "\">", i + 2);
      append_cell (sheet, 'A', i + 2, " t=\"s\"", shared);
      append_cell (sheet, 'B', i + 2, " t=\"s\"", indicator);
      append_cell (sheet, 'C', i + 2, "", year);
      append_cell (sheet, 'D', i + 2, "", value);
      g_string_append (sheet, "</row>");
    }

  g_string_append (sheet, "</sheetData></worksheet>");

  return g_string_free (sheet, FALSE);
}

static char *
make_strings (const GPtrArray *codes, guint64 n_rows)
{
  GString *strings =
    g_string_new ("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
  g_auto (GStrv) header = g_strsplit (HEADER, ",", -1);
  guint n_indicators = make_row (codes, n_rows - 1).indicator + 1;

  for (guint i = 0; header[i] != NULL; i++)
    g_string_append_printf (strings, "<si><t>%s</t></si>", header[i]);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf (strings, "<si><t>%s</t></si>", (const char *) codes->pdata[i]);
  for (guint i = 0; i < n_indicators; i++)
    g_string_append_printf (strings, "<si><t>ind_%04u</t></si>", i);
  g_string_append (strings, "</sst>");

  return g_string_free (strings, FALSE);
}

/* A workbook as spreadsheets write it: shared strings, one sheet. */
static void
write_xlsx (const GPtrArray *codes, guint64 n_rows)
{
#define OFFICE "http://schemas.openxmlformats.org/"
#define RELATIONSHIPS OFFICE "officeDocument/2006/relationships"
#define PARTS "application/vnd.openxmlformats-officedocument.spreadsheetml."
  g_autofree char *sheet = make_sheet (codes, n_rows);
  g_autofree char *strings = make_strings (codes, n_rows);
  const ArchivePart parts[] = {
    { "[Content_Types].xml",
      "<Types xmlns=\"" OFFICE "package/2006/content-types\">"
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" PARTS "sheet.main+xml\"/>"
      "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" PARTS "worksheet+xml\"/>"
      "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" PARTS "sharedStrings+xml\"/>"
      "</Types>" },
    { "_rels/.rels",
      "<Relationships xmlns=\"" OFFICE "package/2006/relationships\"><Relationship Id=\"rId1\" "
      "Type=\"" RELATIONSHIPS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml",
      "<workbook xmlns=\"" OFFICE "spreadsheetml/2006/main\" xmlns:r=\"" RELATIONSHIPS "\"><sheets>"
      "<sheet name=\"data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" OFFICE "package/2006/relationships\"><Relationship Id=\"rId1\" "
      "Type=\"" RELATIONSHIPS "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship "
      "Id=\"rId2\" Type=\"" RELATIONSHIPS "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "</Relationships>" },
    { "xl/sharedStrings.xml", strings },
    { "xl/worksheets/sheet1.xml", sheet },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = archive_fixture_zip (parts, NULL);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  fwrite (data, 1, size, stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  char line[64];

  if (argc != 3 || atol (argv[2]) <= 0)
    {
      fputs ("usage: make-figures csv|xlsx ROWS <CODES\n", stderr);
      return 2;
    }

  while (fgets (line, sizeof line, stdin) != NULL)
    g_ptr_array_add (codes, g_strdup (g_strstrip (line)));

  if (codes->len == 0)
    return 1;

  if (strcmp (argv[1], "xlsx") == 0)
    write_xlsx (codes, (guint64) atol (argv[2]));
  else
    write_csv (codes, (guint64) atol (argv[2]));

  return fflush (stdout) == 0 ? 0 : 1;
}
