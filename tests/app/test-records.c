/* test-records.c: organisations made, refused, filtered, kept as a list and deleted, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

static void
open_section (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Actors");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: *"));
}

static gboolean
can_save (AppFixture *fixture)
{
  g_autoptr (AtspiAccessible) save = streek_driver_wait (fixture->driver, "button", "Save");

  return streek_driver_is_sensitive (save);
}

/* The last two digits are 97 less the rest of a division by 97: 8697533 makes 69, not 68. */
static void
test_organisation_is_made (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "button", "New: Organisation");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Organisation"));
  g_assert_false (can_save (fixture));
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Test partner");
  g_assert_true (can_save (fixture));
  streek_driver_set_text (fixture->driver, "text", "Enterprise number", "0869.753.368");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*is no enterprise number*"));
  g_assert_false (can_save (fixture));
  streek_driver_set_text (fixture->driver, "text", "From", "31/12/2013");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Understood as 31 December 2013."));
  app_fixture_check_names (fixture, "organisation");

  /* half typed, closed, and there again */
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Organisation");
  streek_driver_click (fixture->driver, "button", "New: Organisation");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "You were writing this on *"));
  streek_driver_click (fixture->driver, "button", "Go On");
  streek_driver_wait_gone (fixture->driver, "label", "You were writing this on *");
  streek_driver_set_text (fixture->driver, "text", "Enterprise number", "0869.753.369");
  streek_driver_wait_gone (fixture->driver, "label", "*is no enterprise number*");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Organisation");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Test partner"));

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Test partner");
}

/* What was typed a second before the program was killed is offered when it is started again, and is
 * in nobody's way once it is saved. */
static void
test_typed_text_outlives_a_kill (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "button", "New: Organisation");
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Half typed");
  streek_driver_set_text (fixture->driver, "text", "Short name", "HT");
  streek_driver_pause (1000);
  streek_driver_kill (fixture->driver);
  g_clear_pointer (&fixture->driver, streek_driver_free);

  app_fixture_start_example (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "You were writing on *: Organisation “Half typed”."));
  app_fixture_check_names (fixture, "what was interrupted");
  streek_driver_click (fixture->driver, "button", "Go On");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Organisation"));
  streek_driver_wait_gone (fixture->driver, "label", "You were writing *");

  g_autofree char *name = streek_driver_dup_text (fixture->driver, "text", "Name (required)");
  g_autofree char *short_name = streek_driver_dup_text (fixture->driver, "text", "Short name");

  g_assert_cmpstr (name, ==, "Half typed");
  g_assert_cmpstr (short_name, ==, "HT");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Organisation");
  streek_driver_click (fixture->driver, "list item", "Actors");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Half typed"));
  streek_driver_click (fixture->driver, "button", "New: Organisation");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Organisation"));
  streek_driver_wait_rest (fixture->driver);
  g_assert_false (streek_driver_has (fixture->driver, "label", "You were writing *"));
}

static void
add_filter (AppFixture *fixture, const char *value)
{
  streek_driver_click_last (fixture->driver, "button", "Filter");
  g_object_unref (streek_driver_wait (fixture->driver, "text", "Value"));
  streek_driver_set_text (fixture->driver, "text", "Value", value);
  streek_driver_click (fixture->driver, "button", "Add Filter");
}

static void
test_list_is_filtered_and_kept (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  add_filter (fixture, "vdab");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Take the filter away: *vdab*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: 2 of *"));
  app_fixture_check_names (fixture, "list");

  streek_driver_click_last (fixture->driver, "button", "Saved Lists");
  streek_driver_set_text (fixture->driver, "text", "Name of this list", "Only VDAB");
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "text", "Name of this list");
  streek_driver_click (fixture->driver, "button", "Take the filter away: *vdab*");
  streek_driver_wait_gone (fixture->driver, "label", "Organisations: 2 of *");

  streek_driver_click_last (fixture->driver, "button", "Saved Lists");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Only VDAB"));
  streek_driver_pause (500);
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: 2 of *"));
}

/* The desktop of a test begins with nothing on its clipboard. */
static void
test_nothing_is_pasted (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  app_fixture_choose_command (fixture, "More that can be done with this list", "Paste Rows*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "There are no rows to take in."));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Nothing was copied that*"));
  streek_driver_click_last (fixture->driver, "button", "Close");
  streek_driver_wait_gone (fixture->driver, "label", "Nothing was copied that*");
}

/* The province takes part in projects of the example: it is kept, then deleted, then there again.
 */
static void
test_organisation_in_use_is_deleted (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_press (fixture->driver, "ctrl+f");
  streek_driver_type (fixture->driver, "provincie west");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: 2 of *"));
  streek_driver_click (fixture->driver, "label", "Provincie West-Vlaanderen");
  streek_driver_click (fixture->driver, "button", "Delete…");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Delete “Provincie West-Vlaanderen”?"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*These refer to it*"));
  streek_driver_click (fixture->driver, "button", "Keep It");
  streek_driver_wait_gone (fixture->driver, "label", "*These refer to it*");

  streek_driver_click (fixture->driver, "button", "Delete…");
  streek_driver_click (fixture->driver, "button", "Delete and Detach");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: 1 of *"));
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Organisations: 2 of *"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/records/organisation-is-made", test_organisation_is_made);
  app_test ("/app/records/typed-text-outlives-a-kill", test_typed_text_outlives_a_kill);
  app_test ("/app/records/list-is-filtered-and-kept", test_list_is_filtered_and_kept);
  app_test ("/app/records/nothing-is-pasted", test_nothing_is_pasted);
  app_test ("/app/records/organisation-in-use-is-deleted", test_organisation_in_use_is_deleted);

  return g_test_run ();
}
