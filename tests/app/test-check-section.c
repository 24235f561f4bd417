/* test-check-section.c: findings read, accepted with a reason, undone and opened in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Seed [001], rung 4 of the ladder of 2017: 1 940 + 468 = 2 408, of 2 362. */
#define FINDING "In 1 figure the parts of “Trede 4*"
#define RULE "Parts are more than their total"

static void
open_section (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Checks");
  g_object_unref (streek_driver_wait (fixture->driver, "label", RULE));
  g_object_unref (streek_driver_wait (fixture->driver, "label", FINDING));
}

/* The worst is chosen: its explanation and its figures are there. */
static void
test_finding_shows_its_figures (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  /* how many of plans are overdue depends on the day */
  streek_driver_wait_description (fixture->driver, "list item", "Checks",
                                  "* errors and warnings are open.");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*add up to more than the total*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Error"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "2,408"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Accept with Reason…"));
  app_fixture_check_names (fixture, "check");
}

static void
accept (AppFixture *fixture)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "button", "Accept with Reason…");

  g_autoptr (AtspiAccessible) button = streek_driver_wait (fixture->driver, "button", "Accept");

  g_assert_false (streek_driver_is_sensitive (button));
  streek_driver_set_text (fixture->driver, "text", "Reason (required)", "Known at the source");
  streek_driver_click (fixture->driver, "button", "Accept");
  streek_driver_wait_gone (fixture->driver, "frame", "Accept a Finding");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "* 1 was accepted.*"));
}

static void
test_acceptance_is_undone_and_withdrawn (AppFixture *fixture, gconstpointer data)
{
  accept (fixture);
  streek_driver_wait_gone (fixture->driver, "label", RULE);
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", RULE));
  streek_driver_press (fixture->driver, "ctrl+shift+z");
  streek_driver_wait_gone (fixture->driver, "label", RULE);

  /* folded below the open ones: the last heading, opened by Enter and gone into */
  streek_driver_click (fixture->driver, "label", "Figures of different days side by side");
  streek_driver_press (fixture->driver, "End");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Accepted"));
  streek_driver_press (fixture->driver, "Return");
  streek_driver_press (fixture->driver, "Down");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Accepted by *: Known at the source"));
  streek_driver_click (fixture->driver, "button", "Withdraw Acceptance");
  g_object_unref (streek_driver_wait (fixture->driver, "label", RULE));
}

/* To the indicator, the areas and the period that the finding is about. */
static void
test_finding_opens_its_place (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "button", "Show");
  g_object_unref (streek_driver_wait (fixture->driver, "entry", "Search indicators"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Area*"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/check/finding-shows-its-figures", test_finding_shows_its_figures);
  app_test ("/app/check/acceptance-is-undone-and-withdrawn",
            test_acceptance_is_undone_and_withdrawn);
  app_test ("/app/check/finding-opens-its-place", test_finding_opens_its_place);

  return g_test_run ();
}
