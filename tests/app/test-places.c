/* test-places.c: places entered, taken in from a file and laid over the map, without a mouse */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <string.h>

#define MAP "RESOC and SERR*" /* what the example opens with */

/* The list, opened from the side panel of the map. */
static void
open_list (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, NULL, "Settings");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "List of Places…"));
  streek_driver_click (fixture->driver, "button", "List of Places…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Places"));
}

static void
close_list (AppFixture *fixture)
{
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Places");
}

static gboolean
can_save (AppFixture *fixture)
{
  g_autoptr (AtspiAccessible) save = streek_driver_wait (fixture->driver, "button", "Save");

  return streek_driver_is_sensitive (save);
}

/* The first place of a window has no kind until one is chosen: the first of them, with keys. */
static void
choose_port (AppFixture *fixture)
{
  streek_driver_click (fixture->driver, NULL, "Kind of place (required)");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "Home");
  streek_driver_press (fixture->driver, "Return");
}

/* A point in Brugge: the window says so before anything is saved. */
static void
add_quay (AppFixture *fixture)
{
  streek_driver_click (fixture->driver, "button", "Add Place…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Test quay");
  streek_driver_set_text (fixture->driver, "text", "Coordinates (required)", "48.85, 2.35");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "These coordinates lie nowhere near Belgium."));
  streek_driver_set_text (fixture->driver, "text", "Coordinates (required)", "51.3330, 3.2050");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*This point lies in Brugge."));
  streek_driver_set_text (fixture->driver, "text", "Municipality according to the source",
                          "Oostende");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "*This point lies in Brugge, but the source says Oostende."));
  streek_driver_set_text (fixture->driver, "text", "Source", "Test survey");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Say what kind of place it is.*"));
  g_assert_false (can_save (fixture));
  choose_port (fixture);
  app_fixture_check_names (fixture, "place");
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "frame", "Place");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Test quay"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Port · Brugge"));
}

static void
test_place_is_added_and_shown (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  add_quay (fixture);
  app_fixture_check_names (fixture, "places");
  close_list (fixture);

  streek_driver_click (fixture->driver, "check box", "Places over the map*");
  g_object_unref (streek_driver_wait (fixture->driver, "check box", "Port*"));
  /* the words under the map are those of the figure that is drawn */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*Places: Test survey.*"));
  app_fixture_check_names (fixture, "panel");

  /* what was added goes again, and with it its sign */
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "There are no places in this file yet."));
  streek_driver_wait_gone (fixture->driver, "label", "*Places: Test survey.*");
}

static void
test_place_is_deleted (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  add_quay (fixture);
  streek_driver_click (fixture->driver, "button", "Delete the Place Test quay");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "No Places Yet"));
}

static void
test_file_is_taken_in (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "places.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "name,kind,lat,lon\nTest quay,haven,51.333,3.205\n"
                       "Test house,streekhuis,50.9444,3.1259\nNowhere,haven,,\n",
                       -1, &error);
  g_assert_no_error (error);
  if (data == NULL)
    {
      open_list (fixture);
      streek_driver_click (fixture->driver, "button", "Import…");
      streek_driver_answer_open_dialog (fixture->driver, "Choose a File with Places", path);
    }
  else
    {
      /* the assistant for figures sees what it is, and shows the other door */
      app_fixture_start_example (fixture);
      streek_driver_press (fixture->driver, "ctrl+shift+i");
      streek_driver_answer_open_dialog (fixture->driver, "Choose Files with Figures", path);
      streek_driver_click (fixture->driver, "button", "Import Places…");
    }

  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "4 rows read: 2 taken, 1 ignored, 1 rejected.*"));
  streek_driver_click (fixture->driver, "button", "Import 2 Places without the Rejected Rows");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Test house"));
  g_assert_false (streek_driver_has (fixture->driver, "label", "Nowhere"));
}

/* Where the form has its coordinates, in the words of the map; with what was typed before. */
static void
test_point_is_shown_on_the_map (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  streek_driver_click (fixture->driver, "button", "Add Place…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Test quay");

  /* given up: nothing changes */
  streek_driver_click (fixture->driver, "button", "Point at It on the Map");
  streek_driver_wait_gone (fixture->driver, "frame", "Place");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Click where Test quay lies,*"));
  app_fixture_check_names (fixture, "pointing");
  streek_driver_press (fixture->driver, "Escape");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));
  streek_driver_wait_gone (fixture->driver, "label", "Click where Test quay lies,*");

  g_autofree char *none =
    streek_driver_dup_text (fixture->driver, "text", "Coordinates (required)");

  g_assert_cmpstr (none, ==, "");

  /* the cross-hair begins in the middle, and says where it is */
  streek_driver_click (fixture->driver, "button", "Point at It on the Map");
  streek_driver_wait_gone (fixture->driver, "frame", "Place");
  streek_driver_wait_description (fixture->driver, "image", MAP, "5?.?????, ?.????? * *");

  g_autofree char *first = streek_driver_dup_description (fixture->driver, "image", MAP);

  streek_driver_press (fixture->driver, "Left");
  streek_driver_wait_rest (fixture->driver);

  g_autofree char *second = streek_driver_dup_description (fixture->driver, "image", MAP);
  g_autofree char *degrees = g_strndup (second, strcspn (second, "·") - 1);

  g_assert_cmpstr (first, !=, second);
  g_object_unref (streek_driver_wait (fixture->driver, "label", second));
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));

  g_autofree char *taken =
    streek_driver_dup_text (fixture->driver, "text", "Coordinates (required)");
  g_autofree char *name = streek_driver_dup_text (fixture->driver, "text", "Name (required)");

  g_assert_cmpstr (taken, ==, degrees);
  g_assert_cmpstr (name, ==, "Test quay");
  g_assert_false (can_save (fixture));
  choose_port (fixture);
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "frame", "Place");

  /* the next one is of the same kind, until one says otherwise */
  streek_driver_click (fixture->driver, "button", "Add Place…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Second quay");
  streek_driver_set_text (fixture->driver, "text", "Coordinates (required)", "51.3330, 3.2050");
  g_assert_true (can_save (fixture));
}

static void
test_signs_are_walked_with_keys (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  add_quay (fixture);
  streek_driver_click (fixture->driver, "button", "Add Place…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));
  streek_driver_set_text (fixture->driver, "text", "Name (required)", "Another quay");
  streek_driver_set_text (fixture->driver, "text", "Coordinates (required)", "51.2300, 2.9250");
  streek_driver_click (fixture->driver, "button", "Save");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Another quay"));
  close_list (fixture);
  streek_driver_click (fixture->driver, "check box", "Places over the map*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*Places: Test survey*"));

  /* by kind and name, round at the end */
  streek_driver_focus (fixture->driver, "image", MAP);
  streek_driver_press (fixture->driver, "n");
  streek_driver_wait_description (fixture->driver, "image", MAP, "Another quay*Oostende*");
  streek_driver_press (fixture->driver, "n");
  streek_driver_wait_description (fixture->driver, "image", MAP, "Test quay*Brugge*");
  streek_driver_press (fixture->driver, "n");
  streek_driver_wait_description (fixture->driver, "image", MAP, "Another quay*");
  streek_driver_press (fixture->driver, "shift+n");
  streek_driver_wait_description (fixture->driver, "image", MAP, "Test quay*");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Place"));

  g_autofree char *name = streek_driver_dup_text (fixture->driver, "text", "Name (required)");

  g_assert_cmpstr (name, ==, "Test quay");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/places/place-is-added-and-shown", test_place_is_added_and_shown);
  app_test ("/app/places/point-is-shown-on-the-map", test_point_is_shown_on_the_map);
  app_test ("/app/places/signs-are-walked-with-keys", test_signs_are_walked_with_keys);
  app_test ("/app/places/place-is-deleted", test_place_is_deleted);
  app_test ("/app/places/file-is-taken-in", test_file_is_taken_in);
  g_test_add ("/app/places/assistant-shows-the-door", AppFixture, "assistant", app_fixture_set_up,
              test_file_is_taken_in, app_fixture_tear_down);

  return g_test_run ();
}
