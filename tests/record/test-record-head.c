/* test-record-head.c: where in a sheet the rows of records begin and end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-head.h"

#include <string.h>

/* "Naam", "Van" and "Tot" are heads. */
static gboolean
is_known (const char *header, gboolean is_joined, gpointer data)
{
  g_auto (GStrv) words = streek_record_head_list_words (header, is_joined);
  static const char *const known[] = { "Naam", "Van", "Tot", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (known, words[i]))
      return TRUE;

  return FALSE;
}

/* @rows: "12:Naam|Van" a row: the number of its line, then its cells */
static StreekGrid *
make_grid (const char *const *rows)
{
  StreekGrid *grid = streek_grid_new ();

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (strchr (rows[i], ':') + 1, "|", -1);

      streek_grid_add_row (grid, g_ascii_strtoull (rows[i], NULL, 10), (const char *const *) cells,
                           g_strv_length (cells));
    }

  return grid;
}

/* First letters of what rows are, "-" for a record. */
static char *
dump (const char *const *rows)
{
  g_autoptr (StreekGrid) grid = make_grid (rows);
  GString *dump = g_string_new (NULL);
  StreekRecordHead head;

  streek_record_head_find (&head, grid, grid->n_columns, is_known, NULL);

  for (guint i = 0; i < grid->rows->len; i++)
    {
      StreekRecordRowState state;

      g_string_append_c (dump, streek_record_head_tells (&head, grid, i, &state)
                                 ? streek_record_row_state_get_id (state)[0]
                                 : '-');
    }

  return g_string_free (dump, FALSE);
}

static void
test_tells_rows (void)
{
  static const struct
  {
    const char *rows[8];
    const char *told;
  } cases[] = {
    { { "1:Lijst", "2:Naam|Van|Tot", "3:a|1|2", "4:Totaal||3" }, "th-s" },
    { { "1:Naam|Periode|", "2:|Van|Tot", "3:a|1|2" }, "hh-" },
    /* a blank line that the file does not even mention: its number is missing */
    { { "1:Naam|Van|Tot", "2:a|1|2", "4:* voorlopig||" }, "h-f" },
    { { "1:Naam|Van|Tot", "2:a|1|2", "3:* ster||" }, "h--" },
    /* after the first note all are, but not what still has figures */
    { { "1:Naam|Van|Tot", "2:a|1|2", "3:Bron: b||", "4:c||" }, "h-ff" },
    { { "1:Naam|Van|Tot", "2:Bron: b||", "3:a|1|2" }, "h--" },
    { { "1:Naam", "2:Bron: b", "3:a" }, "h--" },
    { { "1:a|b", "2:c|d" }, "--" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = dump (cases[i].rows);

      g_test_message ("case %u", i);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_words_of_heads (void)
{
  static const char *const cases[][2] = {
    { "Budget (in euro)", "Budget (in euro)|Budget" },
    { "Trekker:", "Trekker:|Trekker" },
    { "Naam", "Naam" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = streek_record_head_list_words (cases[i][0], FALSE);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i][1]);
    }

  g_auto (GStrv) lower = streek_record_head_list_words ("Timing / Van", TRUE);
  g_auto (GStrv) either = streek_record_head_list_words ("Trekker / Partners", FALSE);

  g_assert_cmpstr (lower[1], ==, "Van");
  g_assert_cmpstr (either[1], ==, "Trekker");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/head/tells-rows", test_tells_rows);
  g_test_add_func ("/record/head/words-of-heads", test_words_of_heads);

  return g_test_run ();
}
