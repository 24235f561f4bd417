/* test-structure-section.c: a membership corrected in the tree, and taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* RESOC and SERR Mechelen had thirteen municipalities each on 1 January 2009, Bonheiden among them:
 * the arrondissement of Mechelen in Statbel's REFNIS. */
#define THIRTEEN "13*municipalities" /* the space does not break */

static guint
open_membership_of_bonheiden (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+3");
  streek_driver_click (fixture->driver, "label", "RESOC Mechelen");
  streek_driver_press (fixture->driver, "shift+Right");
  streek_driver_click (fixture->driver, "label", "Bonheiden");

  guint n = streek_driver_count (fixture->driver, "label", THIRTEEN);

  streek_driver_click (fixture->driver, "button", "Correct Membership…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Correct a Membership"));

  return n;
}

/* Without a source, or in the area where it is already, there is nothing to save. */
static void
test_membership_is_corrected_and_taken_back (AppFixture *fixture, gconstpointer data)
{
  guint n = open_membership_of_bonheiden (fixture);
  g_autoptr (AtspiAccessible) save = streek_driver_wait (fixture->driver, "button", "Save");

  g_assert_cmpuint (n, >=, 2);
  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_focus (fixture->driver, "combo box", "RESOC");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Return");
  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Until*", "2008-01-01");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Give days as 2016-01-31, the first*"));
  streek_driver_set_text (fixture->driver, "text", "Source (required)", "Decree of 7 May 2004");
  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Until*", "");
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "frame", "Correct a Membership");
  streek_driver_wait_count (fixture->driver, "label", THIRTEEN, n - 1);

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_count (fixture->driver, "label", THIRTEEN, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/structure/membership-is-corrected-and-taken-back",
            test_membership_is_corrected_and_taken_back);

  return g_test_run ();
}
