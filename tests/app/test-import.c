/* test-import.c: files of figures taken in by the assistant, refused, and undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

/* The view "Inwoners per gemeente" shows the very figure; one undo takes the import back. */
static void
test_tidy_file_is_imported_and_undone (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 2);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Inwoners*"));
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "page tab", "Table");
  import_fixture_wait_label (fixture, DIKSMUIDE_WAS);

  import_fixture_open (fixture, "netjes.csv", IMPORT_TIDY);
  import_fixture_wait_label (fixture, "1 figure changes.");
  app_fixture_check_names (fixture, "import");
  import_fixture_show_step (fixture, "Columns", "Column “nis”");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "waarde: Value"));
  import_fixture_show_step (fixture, "What Changes",
                            "3 rows read = 2 taken + 1 ignored + 0 rejected");
  import_fixture_wait_label (fixture, "Diksmuide: " DIKSMUIDE_WAS " → " DIKSMUIDE_BECOMES);
  import_fixture_wait_label (fixture, "0 new, 1 changed, 1 unchanged");
  import_fixture_finish (fixture);
  import_fixture_wait_label (fixture, DIKSMUIDE_BECOMES);
  streek_driver_press (fixture->driver, "ctrl+z");
  import_fixture_wait_label (fixture, DIKSMUIDE_WAS);
  streek_driver_wait_gone (fixture->driver, "label", DIKSMUIDE_BECOMES);
}

static void
test_same_file_again_changes_nothing (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "netjes.csv", IMPORT_TIDY);
  import_fixture_wait_label (fixture, "1 figure changes.");
  import_fixture_finish (fixture);

  import_fixture_open (fixture, "netjes.csv", IMPORT_TIDY);
  import_fixture_wait_label (fixture,
                             "All figures of this file are here already: nothing changes.");
  g_assert_false (import_fixture_can_import (fixture));
}

/* Thousands or decimals: one question for the column, and nothing is written before its answer. */
static void
test_number_format_is_asked_once (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (
    fixture, "punten.csv",
    "nis;jaar;pop_total\n32003;2031;10.000\n34022;2031;12.500\n34027;2031;33.125\n");
  import_fixture_wait_label (fixture, "To be answered first: What is “10.000”*");
  g_assert_false (import_fixture_can_import (fixture));
  import_fixture_show_step (fixture, "Questions", "The comma stands before decimals: 1.234,5");
  g_assert_cmpuint (
    streek_driver_count (fixture->driver, "label", "The comma stands before decimals: 1.234,5"), ==,
    1);
  streek_driver_click (fixture->driver, "label", "The comma stands before decimals: 1.234,5");
  import_fixture_wait_label (fixture, "3 figures are added.");
  import_fixture_wait_label (fixture, "Answered");
  g_assert_true (import_fixture_can_import (fixture));

  /* taken back, it is asked again */
  streek_driver_click (fixture->driver, "button", "Take back the answer about “pop_total”");
  import_fixture_wait_label (fixture, "To be answered first: What is “10.000”*");
}

/* A name with a letter too many is proposed as what it resembles; without an answer its row stays
 * behind, and only with a tick. */
static void
test_unknown_name_is_asked (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "namen.csv",
                       "gemeente;jaar;pop_total\nDiksmuide;2031;17001\nKortrijkk;2031;80003\n"
                       "Menen;2031;33004\nWervik;2031;19005\n");
  import_fixture_wait_label (fixture, "1 row or cell cannot be taken in. See why under Questions.");
  g_assert_false (import_fixture_can_import (fixture));
  streek_driver_click (fixture->driver, NULL, "Import without the 1 rejected row");
  import_fixture_wait_label (fixture, "3 figures are added.");
  g_assert_true (import_fixture_can_import (fixture));

  import_fixture_show_step (fixture, "Questions", "Kortrijk*emeente*");
  streek_driver_click (fixture->driver, "label", "Kortrijk*emeente*");
  import_fixture_wait_label (fixture, "4 figures are added.");
  import_fixture_finish (fixture);
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Undo"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/import/tidy-file-is-imported-and-undone", test_tidy_file_is_imported_and_undone);
  app_test ("/app/import/same-file-again-changes-nothing", test_same_file_again_changes_nothing);
  app_test ("/app/import/number-format-is-asked-once", test_number_format_is_asked_once);
  app_test ("/app/import/unknown-name-is-asked", test_unknown_name_is_asked);

  return g_test_run ();
}
