/* test-table.c: typed cells that say why they are empty, and the texts made of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/streek-table.h"

#include <math.h>
#include <string.h>

/* Tielt, a name with quotes, a real 0 and the four kinds of missing that sources know. */
static StreekTable *
make_table (void)
{
  static const StreekMissing missing[] = { STREEK_MISSING_UNKNOWN, STREEK_MISSING_HIDDEN,
                                           STREEK_MISSING_NOT_APPLICABLE, STREEK_MISSING_NOT_YET };
  StreekTable *table = streek_table_new ();
  StreekPeriod period = streek_period_from_year (2019);

  streek_table_add_column (table, "name", "Name", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "value", "Value", STREEK_COLUMN_NUMBER, "km²", 1);
  streek_table_add_column (table, "n", "Members", STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (table, "on", "Date", STREEK_COLUMN_DATE, NULL, 0);
  streek_table_add_column (table, "period", "Period", STREEK_COLUMN_PERIOD, NULL, 0);

  for (guint i = 0; i < 6; i++)
    streek_table_add_row (table);

  streek_table_set_text (table, 0, 0, "Tielt, \"de stad\"\nnieuw");
  streek_table_set_number (table, 0, 1, 1234.56, STREEK_STATUS_PROVISIONAL);
  streek_table_set_integer (table, 0, 2, 2);
  streek_table_set_date (table, 0, 3, streek_date_from_ymd (2025, 1, 1));
  streek_table_set_period (table, 0, 4, period);
  streek_table_set_text (table, 1, 0, "<Wingene & co>\t");
  streek_table_set_number (table, 1, 1, 0, STREEK_STATUS_FINAL);

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      streek_table_set_text (table, 2 + i, 0, "x");
      streek_table_set_missing (table, 2 + i, 1, missing[i]);
    }

  return table;
}

static void
test_cells_keep_what_they_are (void)
{
  g_autoptr (StreekTable) table = make_table ();

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 6);
  g_assert_cmpuint (streek_table_get_n_columns (table), ==, 5);
  g_assert_cmpint (streek_table_find_column (table, "period"), ==, 4);
  g_assert_cmpint (streek_table_find_column (table, "Period"), ==, -1);
  g_assert_cmpfloat (streek_table_get_number (table, 0, 1), ==, 1234.56);
  g_assert_cmpint (streek_table_get_status (table, 0, 1), ==, STREEK_STATUS_PROVISIONAL);
  g_assert_cmpint (streek_table_get_integer (table, 0, 2), ==, 2);
  g_assert_cmpint (streek_table_get_date (table, 0, 3), ==, streek_date_from_ymd (2025, 1, 1));
  g_assert_cmpint (streek_table_get_period (table, 0, 4).year, ==, 2019);
  g_assert_cmpstr (streek_table_get_column_unit (table, 1), ==, "km²");
  g_assert_null (streek_table_get_column_unit (table, 0));
}

static void
test_missing_is_never_zero (void)
{
  g_autoptr (StreekTable) table = make_table ();

  g_assert_cmpfloat (streek_table_get_number (table, 1, 1), ==, 0);
  g_assert_cmpint (streek_table_get_missing (table, 1, 1), ==, STREEK_MISSING_NONE);

  for (guint row = 2; row < 6; row++)
    {
      g_assert_true (isnan (streek_table_get_number (table, row, 1)));
      g_assert_cmpint (streek_table_get_missing (table, row, 1), ==,
                       STREEK_MISSING_UNKNOWN + (row - 2));
    }

  /* a cell that nobody set */
  g_assert_cmpint (streek_table_get_missing (table, 1, 2), ==, STREEK_MISSING_UNKNOWN);
}

static void
test_people_see_five_different_cells (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const StreekFormat *dutch = streek_format_get ("nl");

  for (guint row = 1; row < 6; row++)
    g_assert_true (g_hash_table_add (seen, streek_table_format_cell (table, row, 1, dutch)));

  g_autofree char *number = streek_table_format_cell (table, 0, 1, dutch);
  g_autofree char *date = streek_table_format_cell (table, 0, 3, dutch);
  g_autofree char *no_date = streek_table_format_cell (table, 1, 3, dutch);

  g_assert_cmpstr (number, ==, "1.234,6");
  g_assert_cmpstr (date, ==, "1 januari 2025");
  g_assert_cmpstr (no_date, ==, "");
}

/* RFC 4180, section 2, rules 5 to 7: fields with commas, quotes or line ends are quoted, and a
 * quote is doubled. */
static void
test_csv_quotes (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autofree char *raw = streek_table_to_csv (table, NULL);
  g_autofree char *dutch = streek_table_to_csv (table, streek_format_get ("nl"));

  g_assert_cmpstr (raw, ==,
                   "name,value,n,on,period\n"
                   "\"Tielt, \"\"de stad\"\"\nnieuw\",1234.56,2,2025-01-01,2019\n"
                   "<Wingene & co>\t,0,,,\n"
                   "x,,,,\nx,,,,\nx,,,,\nx,,,,\n");
  g_assert_true (g_str_has_prefix (dutch, "Name,Value (km²),Members,Date,Period\n"));
  g_assert_nonnull (strstr (dutch, ",\"1.234,6\",2,1 januari 2025,2019\n"));
}

/* What Excel in Dutch opens with numbers as numbers; 1234.56 has one decimal to show, but a file
 * keeps them all. */
static void
test_spreadsheet_csv_keeps_numbers (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autofree char *dutch = streek_table_to_spreadsheet_csv (table, streek_format_get ("nl"));
  g_autofree char *english = streek_table_to_spreadsheet_csv (table, streek_format_get ("en"));

  g_assert_true (g_str_has_prefix (dutch, "\xef\xbb\xbf\"Name\";\"Value (km²)\";"));
  g_assert_nonnull (strstr (dutch, "\"Tielt, \"\"de stad\"\"\nnieuw\";1234,56;2;"));
  g_assert_nonnull (strstr (dutch, "\r\n\"<Wingene & co>\t\";0;"));
  g_assert_nonnull (strstr (english, ";1234.56;2;"));
}

static void
test_tsv_has_one_line_per_row (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autofree char *text = streek_table_to_tsv (table, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 8);
  g_assert_cmpstr (lines[1], ==, "Tielt, \"de stad\" nieuw\t1234.56\t2\t2025-01-01\t2019");
  g_assert_cmpstr (lines[2], ==, "<Wingene & co> \t0\t\t\t");
}

static void
test_html_is_escaped (void)
{
  g_autoptr (StreekTable) table = make_table ();

  streek_table_set_note (table, 1, 1, "som < \"totaal\"");

  g_autofree char *html = streek_table_to_html (table, streek_format_get ("nl"));

  g_assert_nonnull (strstr (html, "<th scope=\"col\">Value (km²)</th>"));
  g_assert_nonnull (strstr (html, "<td>&lt;Wingene &amp; co&gt;\t</td>"));
  g_assert_nonnull (strstr (html, "title=\"som &lt; &quot;totaal&quot;\">0,0</td>"));
  g_assert_nonnull (strstr (html, "title=\"confidential\">x</td>"));
}

static void
test_late_column_is_unknown (void)
{
  g_autoptr (StreekTable) table = make_table ();
  guint column = streek_table_add_column (table, "late", "Late", STREEK_COLUMN_NUMBER, NULL, 0);

  g_assert_cmpint (streek_table_get_missing (table, 5, column), ==, STREEK_MISSING_UNKNOWN);
}

/* A number of which the source says "about", and one that is of another month than its row. */
static void
test_qualifier_and_reference_are_read (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  StreekPeriod july;

  streek_period_parse ("2019-07", &july, &error);
  g_assert_no_error (error);
  streek_table_set_number (table, 0, 1, 33.3, STREEK_STATUS_FINAL);
  streek_table_set_at_least (table, 0, 1);

  g_autofree char *at_least = streek_table_format_cell (table, 0, 1, streek_format_get ("nl"));

  g_assert_true (g_str_has_prefix (at_least, "≥\u00a0"));
  g_assert_true (streek_table_is_at_least (table, 0, 1));
  streek_table_set_number (table, 0, 1, streek_table_get_number (table, 0, 1), STREEK_STATUS_FINAL);
  g_assert_false (streek_table_is_at_least (table, 0, 1));
  streek_table_set_qualifier (table, 0, 1, STREEK_QUALIFIER_ABOUT);
  streek_table_set_reference (table, 1, 1, july);

  g_autofree char *about = streek_table_format_cell (table, 0, 1, streek_format_get_default ());
  g_autofree char *july_cell = streek_table_format_cell (table, 1, 1, streek_format_get_default ());
  g_autofree char *raw = streek_table_dup_raw_cell (table, 0, 1);
  g_autofree char *csv = streek_table_to_csv (table, streek_format_get_default ());
  g_autofree char *html = streek_table_to_html (table, streek_format_get_default ());

  g_assert_cmpstr (about, ==, "≈\u00a033.3");
  g_assert_cmpstr (july_cell, ==, "0.0 (July 2019)");
  g_assert_cmpstr (raw, ==, "33.3");
  g_assert_nonnull (strstr (csv, "≈\u00a033.3"));
  g_assert_nonnull (strstr (html, "≈\u00a033.3"));

  /* a number that goes takes what was said of it along */
  streek_table_set_missing (table, 0, 1, STREEK_MISSING_UNKNOWN);
  g_assert_cmpint (streek_table_get_qualifier (table, 0, 1), ==, STREEK_QUALIFIER_NONE);
}

static void
test_point_is_read (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();
  const StreekFormat *format = streek_format_get ("nl");
  guint column = streek_table_add_column (table, "point", "Plaats", STREEK_COLUMN_POINT, NULL, 0);
  double x = 0, y = 0;

  streek_table_add_row (table);
  streek_table_add_row (table);
  streek_table_set_point (table, 0, column, 568886.25, 725425);

  g_autofree char *raw = streek_table_dup_raw_cell (table, 0, column);
  g_autofree char *shown = streek_table_format_cell (table, 0, column, format);
  g_autofree char *nothing = streek_table_dup_raw_cell (table, 1, column);

  g_assert_true (streek_table_get_point (table, 0, column, &x, &y));
  g_assert_cmpfloat (x, ==, 568886.25);
  g_assert_cmpfloat (y, ==, 725425);
  g_assert_cmpstr (raw, ==, "POINT (568886.25 725425)");
  g_assert_cmpstr (shown, ==, "568.886 · 725.425");
  g_assert_false (streek_table_get_point (table, 1, column, &x, &y));
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/table/cells-keep-what-they-are", test_cells_keep_what_they_are);
  g_test_add_func ("/table/table/missing-is-never-zero", test_missing_is_never_zero);
  g_test_add_func ("/table/table/people-see-five-different-cells",
                   test_people_see_five_different_cells);
  g_test_add_func ("/table/table/csv/quotes", test_csv_quotes);
  g_test_add_func ("/table/table/csv/spreadsheet-keeps-numbers",
                   test_spreadsheet_csv_keeps_numbers);
  g_test_add_func ("/table/table/tsv/one-line-per-row", test_tsv_has_one_line_per_row);
  g_test_add_func ("/table/table/html/is-escaped", test_html_is_escaped);
  g_test_add_func ("/table/table/point-is-read", test_point_is_read);
  g_test_add_func ("/table/table/late-column-is-unknown", test_late_column_is_unknown);

  g_test_add_func ("/table/table/qualifier-and-reference-are-read",
                   test_qualifier_and_reference_are_read);

  return g_test_run ();
}
