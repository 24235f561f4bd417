/* test-table-sheets.c: a table on as many pages as it needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-table-sheets.h"

#include <string.h>

#define N_ROWS 120

static const StreekSheet a4_portrait = {
  .size = { 595, 842 },
  .language = "nl",
  .title = "Inwoners",
  .footer = "Dagelijks bestuur",
};

/* Every tenth value is hidden; there is a column of notes without a note. */
static StreekTable *
make_table (void)
{
  StreekTable *table = streek_table_new ();
  guint name = streek_table_add_column (table, "name", "Gebied", STREEK_COLUMN_TEXT, NULL, 0);
  guint value = streek_table_add_column (table, "value", "Inwoners", STREEK_COLUMN_NUMBER, NULL, 0);

  streek_table_add_column (table, "note", "Opmerking", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("gebied %03u", i);
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, name, text);

      if (i % 10 == 9)
        streek_table_set_missing (table, row, value, STREEK_MISSING_HIDDEN);
      else
        streek_table_set_number (table, row, value, 1000 + i, STREEK_STATUS_FINAL);
    }

  return table;
}

static GPtrArray *
layout (StreekTable *table, const char *const *columns)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pages =
    streek_table_sheets_layout (table, columns, streek_format_get ("nl"), &a4_portrait, &error);

  g_assert_no_error (error);

  return pages;
}

static void
test_every_row_is_on_one_page (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, >, 1);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("\"gebied %03u\"", i);
      guint n = 0;

      for (guint page = 0; page < pages->len; page++)
        {
          g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, page));

          n += strstr (text, name) != NULL;
        }

      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_every_page_has_head_foot_and_signs (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GPtrArray) pages = layout (table, NULL);
  g_autofree char *sign =
    g_strdup_printf ("%s: %s", streek_missing_get_sign (STREEK_MISSING_HIDDEN),
                     streek_missing_get_label (STREEK_MISSING_HIDDEN));

  for (guint page = 0; page < pages->len; page++)
    {
      g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, page));
      g_autofree char *number = g_strdup_printf ("\"Page %u of %u\"", page + 1, pages->len);

      g_assert_nonnull (strstr (text, "\"Gebied\""));
      g_assert_nonnull (strstr (text, "\"Inwoners\""));
      g_assert_nonnull (strstr (text, "\"Dagelijks bestuur\""));
      g_assert_nonnull (strstr (text, number));
      g_assert_nonnull (strstr (text, sign));
    }
}

static void
test_empty_columns_take_no_room (void)
{
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GPtrArray) pages = layout (table, NULL);
  g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, 0));

  g_assert_null (strstr (text, "\"Opmerking\""));
}

static void
test_columns_come_in_the_order_asked (void)
{
  static const char *const columns[] = { "value", "name", "nowhere", NULL };
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GPtrArray) pages = layout (table, columns);
  g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, 0));
  const char *head = strchr (strstr (text, "group table"), '\n'); /* past the title */
  const char *value = strstr (head, "\"Inwoners\"");
  const char *name = strstr (head, "\"Gebied\"");

  g_assert_nonnull (value);
  g_assert_nonnull (name);
  g_assert_true (value < name);
}

/* How many pages hold a text of a scene. */
static guint
count_pages_with (const GPtrArray *pages, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *text = streek_scene_to_text (pages->pdata[i]);

      n += strstr (text, words) != NULL;
    }

  return n;
}

/* Two groups of 60 rows: each heading once, and again as one that goes on; sums only where a group
 * begins, and what headings say is no column. */
static void
test_groups_have_headings (void)
{
  g_autoptr (StreekTable) table = make_table ();
  guint column = streek_table_add_column (table, "group", "Provincie", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < N_ROWS; i++)
    streek_table_set_text (table, i, column, i < N_ROWS / 2 ? "Oost" : "West");
  streek_table_add_group (table, column, 0, "Oost (60)", "Budget: 5 samen");
  streek_table_add_group (table, column, N_ROWS / 2, "West (60)", NULL);

  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, ==, 3);
  g_assert_cmpuint (count_pages_with (pages, "\"Oost (60)\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Oost (60), continued\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Budget: 5 samen\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"West (60)\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"West (60), continued\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "Provincie"), ==, 0);
  g_assert_cmpuint (count_pages_with (pages, "\"Gebied\""), ==, 3);
}

/* A cell of twenty lines stands there whole. */
static void
test_long_cells_are_not_cut (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  streek_table_add_column (table, "text", "Tekst", STREEK_COLUMN_TEXT, NULL, 0);
  for (guint i = 1; i <= 20; i++)
    g_string_append_printf (text, "%sregel %u", i > 1 ? "\n" : "", i);
  streek_table_add_row (table);
  streek_table_set_text (table, 0, 0, text->str);

  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "regel 20"), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "…"), ==, 0);
}

/* Sixty lines on a page of some fifty: it goes on on the next one, under its name. */
static void
test_rows_go_on_on_the_next_page (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "text", "Tekst", STREEK_COLUMN_TEXT, NULL, 0);
  for (guint i = 1; i <= 150; i++)
    g_string_append_printf (text, "%sregel %03u", i > 1 ? "\n" : "", i);
  streek_table_add_rows (table, 2);
  streek_table_set_text (table, 0, 0, "Lang");
  streek_table_set_text (table, 0, 1, text->str);
  streek_table_set_text (table, 1, 0, "Kort");

  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, ==, 3);
  for (guint i = 1; i <= 150; i++)
    {
      g_autofree char *line = g_strdup_printf ("regel %03u", i);

      g_assert_cmpuint (count_pages_with (pages, line), ==, 1);
    }

  g_assert_cmpuint (count_pages_with (pages, "\"Lang\""), ==, 3);
  g_assert_cmpuint (count_pages_with (pages, "\"Naam\""), ==, 3);
  g_assert_cmpuint (count_pages_with (pages, "\"Kort\""), ==, 1);
}

static StreekTable *
make_wide_table (guint n_columns)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_rows (table, 0);
  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 1; i <= n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("Werkzoekendengraad%u", i);

      streek_table_add_column (table, title, title, STREEK_COLUMN_TEXT, NULL, 0);
    }

  streek_table_add_row (table);
  for (guint i = 0; i <= n_columns; i++)
    streek_table_set_text (table, 0, i, i == 0 ? "Kortrijk" : "arbeidsmarktkrapte");

  return table;
}

/* Words are never broken: what does not fit beside each other comes in parts, the name of the row
 * on each of them. */
static void
test_wide_tables_come_in_parts (void)
{
  g_autoptr (StreekTable) table = make_wide_table (12);
  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, >, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Kortrijk\""), ==, pages->len);
  g_assert_cmpuint (count_pages_with (pages, "\"Columns: part 1 of"), ==, 1);

  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("\"Werkzoekendengraad%u\"", i);

      g_assert_cmpuint (count_pages_with (pages, title), ==, 1);
    }
}

/* Of six columns three may stand under another one, and all are on one page. */
static void
test_columns_stand_under_others (void)
{
  g_autoptr (StreekTable) table = make_wide_table (6);

  for (guint i = 2; i <= 6; i += 2)
    streek_table_set_column_under (table, i, i - 1);

  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Werkzoekendengraad6\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "Columns: part"), ==, 0);
}

/* A list says which of its columns are left out; what its headings say is not said again; a number
 * has its own unit and decimals. */
static void
test_lists_leave_out_and_name_it (void)
{
  g_autoptr (StreekTable) table = streek_table_new ();

  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "status", "Status", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "budget", "Budget", STREEK_COLUMN_NUMBER, NULL, 0);
  streek_table_add_column (table, "target", "Doel", STREEK_COLUMN_NUMBER, NULL, 2);
  streek_table_add_column (table, "grant", "Subsidie", STREEK_COLUMN_NUMBER, "€", 0);
  streek_table_add_rows (table, 2);

  for (guint row = 0; row < 2; row++)
    {
      streek_table_set_text (table, row, 0, "Actie");
      streek_table_set_text (table, row, 1, "Lopend");
      streek_table_set_missing (table, row, 2, STREEK_MISSING_UNKNOWN);
      streek_table_set_number (table, row, 3, 417, STREEK_STATUS_FINAL);
    }

  streek_table_set_measure (table, 0, 3, "personen", 0);
  streek_table_set_number (table, 0, 4, 1250000, STREEK_STATUS_FINAL);
  streek_table_set_measure (table, 0, 4, "€", 0);
  streek_table_set_missing (table, 1, 4, STREEK_MISSING_UNKNOWN);
  streek_table_leave_out_empty (table);
  streek_table_set_in_headings (table, 1);

  g_autoptr (GPtrArray) pages = layout (table, NULL);

  g_assert_cmpuint (count_pages_with (pages, "“Budget”."), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Budget\""), ==, 0);
  g_assert_cmpuint (count_pages_with (pages, "\"Status\""), ==, 0);
  g_assert_cmpuint (count_pages_with (pages, "\"Lopend\""), ==, 0);
  g_assert_cmpuint (count_pages_with (pages, "\"417\u00a0personen\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"417,00\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"Subsidie (€)\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"1.250.000\""), ==, 1);
  g_assert_cmpuint (count_pages_with (pages, "\"·\""), ==, 0);
}

static void
test_no_column_is_an_error (void)
{
  static const char *const columns[] = { "nowhere", NULL };
  g_autoptr (StreekTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages =
    streek_table_sheets_layout (table, columns, streek_format_get ("nl"), &a4_portrait, &error);

  g_assert_null (pages);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
}

/* An old text and a new one: one word is struck and two are new, where the table says that they are
 * old and new; and a note says what that means. */
static void
test_words_are_marked (void)
{
  guint n_rules[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (StreekTable) table = streek_table_new ();
      guint old = streek_table_add_column (table, "old", "Oud", STREEK_COLUMN_TEXT, NULL, 0);
      guint new = streek_table_add_column (table, "new", "Nieuw", STREEK_COLUMN_TEXT, NULL, 0);
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, old, "In het vierde kwartaal");
      streek_table_set_text (table, row, new, "In het eerste kwartaal samen");
      streek_table_set_text (table, streek_table_add_row (table), new, "Zonder oude tekst");
      if (i == 1)
        streek_table_set_column_replaced (table, new, old);

      g_autoptr (GPtrArray) pages = layout (table, NULL);
      g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, 0));
      g_auto (GStrv) parts = g_strsplit (text, "rule", -1);

      n_rules[i] = g_strv_length (parts) - 1;
      g_assert_true ((strstr (text, "A line goes through words") != NULL) == (i == 1));
    }

  g_assert_cmpuint (n_rules[1] - n_rules[0], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/table-sheets/every-row-is-on-one-page", test_every_row_is_on_one_page);
  g_test_add_func ("/figure/table-sheets/every-page-has-head-foot-and-signs",
                   test_every_page_has_head_foot_and_signs);
  g_test_add_func ("/figure/table-sheets/empty-columns-take-no-room",
                   test_empty_columns_take_no_room);
  g_test_add_func ("/figure/table-sheets/columns-come-in-the-order-asked",
                   test_columns_come_in_the_order_asked);
  g_test_add_func ("/figure/table-sheets/groups-have-headings", test_groups_have_headings);
  g_test_add_func ("/figure/table-sheets/long-cells-are-not-cut", test_long_cells_are_not_cut);
  g_test_add_func ("/figure/table-sheets/rows-go-on-on-the-next-page",
                   test_rows_go_on_on_the_next_page);
  g_test_add_func ("/figure/table-sheets/wide-tables-come-in-parts",
                   test_wide_tables_come_in_parts);
  g_test_add_func ("/figure/table-sheets/columns-stand-under-others",
                   test_columns_stand_under_others);
  g_test_add_func ("/figure/table-sheets/lists-leave-out-and-name-it",
                   test_lists_leave_out_and_name_it);
  g_test_add_func ("/figure/table-sheets/no-column-is-an-error", test_no_column_is_an_error);
  g_test_add_func ("/figure/table-sheets/marked-words", test_words_are_marked);

  return g_test_run ();
}
