/* test-sheets.c: spreadsheets as Excel and LibreOffice write them, and as they arrive broken */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-fixture.h"
#include "exchange/streek-xlsx.h"

#include <string.h>

#define NO_STYLES ""

static char *
dump_xlsx (const char *sheet, const char *styles)
{
  g_autoptr (GBytes) bytes = archive_fixture_xlsx ("", sheet, styles);

  return archive_fixture_dump_bytes (bytes, "cijfers.xlsx", 0);
}

static void
test_xlsx_cells (void)
{
  static const struct
  {
    const char *sheet;
    const char *dumped;
  } cases[] = {
    /* shared, formatted and inline text; a number with the digits that Excel adds to 0.29 */
    { "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"s\"><v>2</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>34022</v></c><c r=\"B2\"><v>0.28999999999999998</v></c>"
      "<c r=\"C2\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>",
      "1:[NIS][inwoners][a & b]\n2:[34022]N[0.29]N[x]\n" },
    /* rows and cells that are left out keep their numbers; a text of digits is no number */
    { "<sheetData><row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>01000</t></is></c>"
      "<c r=\"D3\"><v>-1.5E-2</v></c><c r=\"E3\" s=\"0\"/></row><row r=\"7\"/>"
      "<row><c><v>1</v></c><c><v>2</v></c></row></sheetData>",
      "3:[][01000][][-0.015]N\n7:\n8:[1]N[2]N\n" },
    /* formulas: the result kept, a text, an error, and none kept */
    { "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c>"
      "<c r=\"B1\" t=\"str\"><f>\"a\"</f><v>a</v></c>"
      "<c r=\"C1\" t=\"e\"><f>VLOOKUP(1)</f><v>#N/A</v></c><c r=\"D1\"><f>1+2</f></c>"
      "<c r=\"E1\" t=\"b\"><v>1</v></c></row></sheetData>",
      "1:[2]N[a][#N/A][]?[TRUE]\n" },
    /* with a prefix, as some programs write it */
    { "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData>",
      "1:[5]N\n" },
    { "<sheetData/>", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dumped = dump_xlsx (cases[i].sheet, NO_STYLES);

      g_assert_cmpstr (dumped, ==, cases[i].dumped);
    }
}

/* In the shape of Statbel's tables C.1: a title over all columns, two header rows, and one value
 * for two classes where there are too few people for each. */
static void
test_xlsx_merged (void)
{
  g_autofree char *dumped =
    dump_xlsx ("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Titel</t></is></c></row>"
               "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>naam</t></is></c>"
               "<c r=\"B2\" t=\"inlineStr\"><is><t>klassen</t></is></c><c r=\"C2\"/></row>"
               "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"C3\"><v>2</v></c></row>"
               "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Voeren</t></is></c>"
               "<c r=\"B4\"><v>1363</v></c></row>"
               "<row r=\"5\"><c r=\"B5\"><v>3</v></c></row></sheetData>"
               "<mergeCells count=\"4\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/>"
               "<mergeCell ref=\"B2:C2\"/><mergeCell ref=\"B4:C4\"/></mergeCells>",
               NO_STYLES);

  g_assert_cmpstr (dumped, ==,
                   "1:[Titel]M[]M[]M\n2:[naam]M[klassen]M[]M\n3:[]M[1]N[2]N\n"
                   "4:[Voeren][1363]NM[]M\n5:[][3]N\n");
}

/* Serial numbers as Excel shows them: 43466 is 1 January 2019 (2019 − 1900 years of 365 days, 29
 * leap days and the one of 1900 that never was), 0.75 is 18:00. */
static void
test_xlsx_dates (void)
{
  static const char styles[] =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-813]d\\ mmmm\\ yyyy;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ &quot;dagen&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
    "<xf numFmtId=\"22\"/><xf numFmtId=\"20\"/></cellXfs>";
  static const char sheet[] =
    "<sheetData><row r=\"1\"><c s=\"0\"><v>43466</v></c><c s=\"1\"><v>43466</v></c>"
    "<c s=\"2\"><v>43466</v></c><c s=\"3\"><v>43466</v></c><c s=\"4\"><v>43466.75</v></c>"
    "<c s=\"5\"><v>0.75</v></c><c s=\"1\"><v>-1</v></c><c t=\"d\"><v>2019-01-01</v></c></row>"
    "</sheetData>";
  g_autofree char *dumped = dump_xlsx (sheet, styles);

  g_assert_cmpstr (dumped, ==,
                   "1:[43466]N[2019-01-01]D[2019-01-01]D[43466]N[2019-01-01T18:00:00]D"
                   "[18:00:00]D[-1]N[2019-01-01]D\n");

  g_autoptr (GBytes) from_1904 = archive_fixture_xlsx (
    "<workbookPr date1904=\"1\"/>",
    "<sheetData><row r=\"1\"><c s=\"1\"><v>42004</v></c></row></sheetData>", styles);
  g_autofree char *later = archive_fixture_dump_bytes (from_1904, "mac.xlsx", 0);

  /* both calendars lie 1462 days apart: 42004 + 1462 = 43466 */
  g_assert_cmpstr (later, ==, "1:[2019-01-01]D\n");
}

/* Excel keeps 7,1 % as 0.071 and shows what a text of the same table would say; 0.07 and 0.29 times
 * 100 are 7.000000000000001 and 28.999999999999996 in a computer, and 7 and 29 by hand. */
static void
test_xlsx_percentages (void)
{
  static const char styles[] =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0\\ %\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"10\"/>"
    "<xf numFmtId=\"164\"/></cellXfs>";
  g_autofree char *dumped = dump_xlsx (
    "<sheetData><row r=\"1\"><c s=\"0\"><v>0.07</v></c><c s=\"1\"><v>7.0000000000000007E-2"
    "</v></c><c s=\"2\"><v>0.28999999999999998</v></c><c s=\"3\"><v>-0.071</v></c>"
    "<c s=\"1\"><v>1</v></c></row></sheetData>",
    styles);

  g_assert_cmpstr (dumped, ==, "1:[0.07]N[7%]N[29%]N[-7.1%]N[100%]N\n");
}

static void
test_xlsx_formats (void)
{
  static const struct
  {
    const char *code;
    StreekXlsxStyle style;
  } cases[] = {
    { "General", STREEK_XLSX_NUMBER },
    { "0.00E+00", STREEK_XLSX_NUMBER },
    { "#,##0.00 [$\xe2\x82\xac-813]", STREEK_XLSX_NUMBER },
    { "0 \"mad\"", STREEK_XLSX_NUMBER },
    { "0\\d", STREEK_XLSX_NUMBER },
    { "[Red]0", STREEK_XLSX_NUMBER },
    { "0\"%\"", STREEK_XLSX_NUMBER },
    { "0.0%", STREEK_XLSX_PERCENTAGE },
    { "0.0\\ %;-0.0\\ %", STREEK_XLSX_PERCENTAGE },
    { "[h]:mm", STREEK_XLSX_NUMBER },
    { "@", STREEK_XLSX_NUMBER },
    { "\"onvolledig", STREEK_XLSX_NUMBER },
    { "yyyy", STREEK_XLSX_DATE },
    { "mmm-yy", STREEK_XLSX_DATE },
    { "DD/MM/YYYY", STREEK_XLSX_DATE },
    { "dd/mm/yyyy hh:mm", STREEK_XLSX_DATE_TIME },
    { "h:mm AM/PM", STREEK_XLSX_TIME },
    { "mm:ss.0", STREEK_XLSX_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (streek_xlsx_judge_format (cases[i].code), ==, cases[i].style);

  /* Excel's own calendar of 1900: day 59 is 28 February, 60 never was, 61 is 1 March */
  g_autofree char *february = streek_xlsx_format_date (59, STREEK_XLSX_DATE, FALSE);
  g_autofree char *march = streek_xlsx_format_date (61, STREEK_XLSX_DATE, FALSE);
  g_autofree char *last = streek_xlsx_format_date (2958465, STREEK_XLSX_DATE, FALSE);

  g_assert_cmpstr (february, ==, "1900-02-28");
  g_assert_cmpstr (march, ==, "1900-03-01");
  g_assert_cmpstr (last, ==, "9999-12-31");
  g_assert_null (streek_xlsx_format_date (60, STREEK_XLSX_DATE, FALSE));
  g_assert_null (streek_xlsx_format_date (2958466, STREEK_XLSX_DATE, FALSE));
  g_assert_null (streek_xlsx_format_date (1e300, STREEK_XLSX_DATE, FALSE));
}

static void
test_ods_cells (void)
{
  g_autoptr (GBytes) bytes = archive_fixture_ods (
    "<table:table table:name=\"Cijfers\" table:style-name=\"ta1\">"
    "<table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>Titel</text:p>"
    "</table:table-cell><table:covered-table-cell/>"
    "<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
    "<table:table-row><table:table-cell table:number-columns-repeated=\"2\" "
    "office:value-type=\"float\" office:value=\"12.50\"><text:p>12,5</text:p></table:table-cell>"
    "<table:table-cell/><table:table-cell office:value-type=\"date\" "
    "office:date-value=\"2019-01-01\"><text:p>01/01/19</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>nota</text:p>"
    "</office:annotation><text:p>a<text:s text:c=\"2\"/>b &amp;</text:p><text:p>c</text:p>"
    "</table:table-cell><table:table-cell table:formula=\"of:=1+1\"/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
    "office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>"
    "</table:table>"
    "<table:table table:name=\"Lijst\" table:style-name=\"ta2\"><table:table-row><table:table-cell "
    "office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p></table:table-cell>"
    "</table:table-row></table:table>");
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "cijfers.ods", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_ODS);
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (streek_source_get_sheet_name (source, 1), ==, "Lijst");
  g_assert_false (streek_source_is_sheet_hidden (source, 0));
  g_assert_true (streek_source_is_sheet_hidden (source, 1));

  g_autofree char *first = archive_fixture_dump (source, 0, &error);
  g_autofree char *second = archive_fixture_dump (source, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==,
                   "1:[Titel]M[]M\n2:\n4:[12.5]N[12.5]N[][2019-01-01]D[a  b &\nc][]?\n"
                   "5:[x]\n6:[x]\n7:\n");
  g_assert_cmpstr (second, ==, "1:[50%]N\n");
}

static void
test_sheets_of_xlsx (void)
{
  g_autoptr (GBytes) bytes = archive_fixture_xlsx ("", "<sheetData/>", NO_STYLES);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "oud.xls", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_XLSX);
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (streek_source_get_sheet_name (source, 0), ==, "Cijfers");
  g_assert_false (streek_source_is_sheet_hidden (source, 0));
  g_assert_true (streek_source_is_sheet_hidden (source, 1));

  /* the name promised another format, and that is said */
  g_assert_nonnull (strstr (streek_source_get_remark (source), ".xls"));
}

/* More rows than fit in a piece, so that rows are cut by the ends of pieces. */
static void
test_xlsx_long (void)
{
  const guint n_rows = 5000;
  g_autoptr (GString) sheet = g_string_new ("<sheetData>");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (sheet,
                            "<row r=\"%u\"><c r=\"A%u\"><v>%u</v></c><c r=\"C%u\" "
                            "t=\"inlineStr\"><is><t>naam %u</t></is></c></row>",
                            i, i, i, i, i);
  g_string_append (sheet, "</sheetData>");

  g_autoptr (GBytes) bytes = archive_fixture_xlsx ("", sheet->str, NO_STYLES);
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "lang.xlsx", NULL, &error);
  g_autoptr (StreekSourceReader) reader = streek_source_reader_new (source, 0, NULL, &error);
  StreekSourceRecord record;

  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("naam %u", i);

      g_assert_true (streek_source_reader_next (reader, &record, &error));
      g_assert_cmpuint (record.line, ==, i);
      g_assert_cmpuint (record.n_fields, ==, 3);
      g_assert_cmpmem (record.fields[2].text, record.fields[2].length, name, strlen (name));
    }

  g_assert_false (streek_source_reader_next (reader, &record, &error));
  g_assert_no_error (error);
}

static void
test_broken_sheets (void)
{
  static const struct
  {
    const char *sheet;
    int code;
  } cases[] = {
    { "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>", STREEK_SOURCE_ERROR_DAMAGED },
    { "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>", STREEK_SOURCE_ERROR_DAMAGED },
    { "<sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData>",
      STREEK_SOURCE_ERROR_DAMAGED },
    { "<sheetData><row r=\"1\"><c t=\"s\"><v>99</v></c></row></sheetData>",
      STREEK_SOURCE_ERROR_DAMAGED },
    { "<sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData>",
      STREEK_SOURCE_ERROR_DAMAGED },
    /* entities that grow: XML's own are the only ones that are known */
    { "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><sheetData><row r=\"1\">"
      "<c t=\"str\"><v>&b;</v></c></row></sheetData>",
      STREEK_SOURCE_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = archive_fixture_xlsx ("", cases[i].sheet, NO_STYLES);
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "stuk.xlsx", NULL, &error);

      g_assert_no_error (error);

      g_autofree char *dumped = archive_fixture_dump (source, 0, &error);

      g_assert_error (error, STREEK_SOURCE_ERROR, cases[i].code);
    }
}

/* A few bytes that ask for a great many cells, or for a stack that never ends. */
static void
test_bombs (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<table:table table:name=\"x\">");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 600; i++)
    g_string_append (wide, "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell "
                           "table:number-columns-repeated=\"16384\"><text:p>x</text:p>"
                           "</table:table-cell></table:table-row>");
  g_string_append (wide, "</table:table>");

  g_autoptr (GBytes) deep_bytes = archive_fixture_xlsx ("", deep->str, NO_STYLES);
  g_autoptr (StreekSource) deep_source =
    streek_source_open_bytes (deep_bytes, "diep.xlsx", NULL, &error);
  g_autofree char *deep_dump = archive_fixture_dump (deep_source, 0, &error);

  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_autoptr (GBytes) wide_bytes = archive_fixture_ods (wide->str);
  g_autoptr (StreekSource) wide_source =
    streek_source_open_bytes (wide_bytes, "breed.ods", NULL, &error);
  g_autofree char *wide_dump = archive_fixture_dump (wide_source, 0, &error);

  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED);
}

static void
add_biff (GByteArray *bytes, guint16 type, const void *data, guint16 length)
{
  guint16 head[2] = { GUINT16_TO_LE (type), GUINT16_TO_LE (length) };

  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  g_byte_array_append (bytes, data, length);
}

/* The oldest XLS that is still read, Excel 2's: it needs no container. Rows 1, 3 and 4; records as
 * in "OpenOffice.org's Documentation of the Microsoft Excel File Format", 5. */
static GBytes *
make_xls (void)
{
  static const guint8 naam[] = { 0, 0, 0, 0, 0, 0, 0, 4, 'n', 'a', 'a', 'm' };
  static const guint8 country[] = { 2, 0, 0, 0, 0, 0, 0, 6, 'B', 'e', 'l', 'g', 'i', 0xeb };
  static const guint8 code[] = { 3, 0, 0, 0, 0, 0, 0, 5, '0', '1', '0', '0', '0' };
  /* 0.29 as a double, and 34022 as a short */
  static const guint8 number[] = { 2,    0,    1,    0,    0,    0,    0,   0x8f,
                                   0xc2, 0xf5, 0x28, 0x5c, 0x8f, 0xd2, 0x3f };
  static const guint8 integer[] = { 3, 0, 1, 0, 0, 0, 0, 0xe6, 0x84 };
  GByteArray *bytes = g_byte_array_new ();

  add_biff (bytes, 0x0009, "\2\0\20\0", 4);        /* a worksheet */
  add_biff (bytes, 0x0042, "\1\200", 2);           /* Windows-1252 */
  add_biff (bytes, 0x0000, "\0\0\4\0\0\0\2\0", 8); /* 4 rows, 2 columns */
  add_biff (bytes, 0x0004, naam, sizeof naam);
  add_biff (bytes, 0x0004, country, sizeof country);
  add_biff (bytes, 0x0003, number, sizeof number);
  add_biff (bytes, 0x0004, code, sizeof code);
  add_biff (bytes, 0x0002, integer, sizeof integer);
  add_biff (bytes, 0x000a, "", 0);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_xls (void)
{
  g_autoptr (GBytes) bytes = make_xls ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSource) source = streek_source_open_bytes (bytes, "oud.xls", NULL, &error);

  if (g_error_matches (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT))
    {
      g_test_skip ("built without GDAL");
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpint (streek_source_get_format (source), ==, STREEK_SOURCE_XLS);
  g_assert_cmpuint (streek_source_get_n_sheets (source), ==, 1);
  g_assert_null (streek_source_get_remark (source));

  g_autofree char *dumped = archive_fixture_dump (source, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dumped, ==, "1:[naam]\n2:\n3:[Belgi\xc3\xab][0.29]\n4:[01000][34022]\n");
}

/* A container of Office: one with a password says so, one with nothing in it is damaged. */
static void
test_xls_container (void)
{
  guint8 container[1024] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  g_autoptr (GBytes) empty = g_bytes_new (container, sizeof container);
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_source_open_bytes (empty, "leeg.xls", NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == STREEK_SOURCE_ERROR);
  g_clear_error (&error);

  container[30] = 9; /* sectors of 512 bytes; the directory is the first after the header */
  for (guint i = 0; i < strlen ("EncryptedPackage"); i++)
    container[512 + 2 * i] = (guint8) "EncryptedPackage"[i];

  g_autoptr (GBytes) locked = g_bytes_new (container, sizeof container);

  g_assert_null (streek_source_open_bytes (locked, "geheim.xlsx", NULL, &error));
  g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/sheets/xlsx/cells", test_xlsx_cells);
  g_test_add_func ("/exchange/sheets/xlsx/merged", test_xlsx_merged);
  g_test_add_func ("/exchange/sheets/xlsx/dates", test_xlsx_dates);
  g_test_add_func ("/exchange/sheets/xlsx/formats", test_xlsx_formats);
  g_test_add_func ("/exchange/sheets/xlsx/list", test_sheets_of_xlsx);
  g_test_add_func ("/exchange/sheets/xlsx/long", test_xlsx_long);
  g_test_add_func ("/exchange/sheets/xlsx/percentages", test_xlsx_percentages);
  g_test_add_func ("/exchange/sheets/ods/cells", test_ods_cells);
  g_test_add_func ("/exchange/sheets/xls/cells", test_xls);
  g_test_add_func ("/exchange/sheets/xls/container", test_xls_container);
  g_test_add_func ("/exchange/sheets/broken", test_broken_sheets);
  g_test_add_func ("/exchange/sheets/bombs", test_bombs);

  return g_test_run ();
}
