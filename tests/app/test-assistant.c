/* test-assistant.c: what the assistant shows of a file before it is taken in, and what it asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-fixture.h"

#include <string.h>

/* The map says of each area what the file does to it, by pointer and by keys; "Diksmuide" is the
 * first area that walking reaches of two. */
static void
test_dropped_file_is_shown_on_the_map (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "netjes.csv", IMPORT_TIDY);
  import_fixture_wait_label (fixture, "1 figure changes.");
  import_fixture_show_step (fixture, "What Changes",
                            "Diksmuide: " DIKSMUIDE_WAS " → " DIKSMUIDE_BECOMES);

  streek_driver_wait_description (fixture->driver, "image", "Inwoners, 2024",
                                  "Map: Inwoners, 2024. 2 areas. Changes: 1. Stays the same: 1.");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Changes, 1 area"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Stays the same, 1 area"));

  streek_driver_focus (fixture->driver, "image", "Inwoners, 2024");
  streek_driver_press (fixture->driver, "End");
  import_fixture_wait_label (fixture,
                             "Diksmuide: " DIKSMUIDE_WAS " → " DIKSMUIDE_BECOMES " (Changes)");
  streek_driver_press (fixture->driver, "Home");
  import_fixture_wait_label (fixture, "Kortrijk: Stays the same");
  app_fixture_check_names (fixture, "assistant");
}

static const char own_table[] = "Telling van de regio\nplaats;jaar;aanwezigen\n"
                                "32003;2031;17300\n34022;2031;80032\n34027;2031;33100\n"
                                "Bron: eigen telling;;\n";

/* Kept with the second file of its kind recognised by it, written to a file, thrown away, and read
 * from that file again. */
static void
test_profile_is_kept_and_exchanged (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "telling.json");

  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "eerste.csv", own_table);
  import_fixture_wait_label (fixture, "To be answered first: Which indicator is “aanwezigen”*");
  app_fixture_choose_command (fixture, "Profiles", "Save as Profile…");
  streek_driver_set_text (fixture->driver, NULL, "Name of the profile", "Telling");
  streek_driver_click (fixture->driver, "button", "Save");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "Telling"));
  import_fixture_close (fixture);

  import_fixture_drop (fixture, "tweede.csv", own_table);
  import_fixture_wait_label (fixture, "Telling");
  app_fixture_choose_command (fixture, "Profiles", "Write Profile to a File…");
  streek_driver_answer_file_dialog (fixture->driver, "Write Profile to a File", path);

  g_autoptr (GBytes) written = app_fixture_wait_for_file (fixture, path);
  const char *text = g_bytes_get_data (written, NULL);

  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (written), "\"plaats\""));
  app_fixture_choose_command (fixture, "Profiles", "Delete Profile");
  streek_driver_wait_gone (fixture->driver, "label", "Telling");
  app_fixture_choose_command (fixture, "Profiles", "Read Profile from a File…");
  streek_driver_answer_open_dialog (fixture->driver, "Read Profile from a File", path);
  import_fixture_wait_label (fixture, "Telling");
}

/* What stands around the figures is shown for what it is. */
static void
test_titles_and_sources_are_told_apart (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "telling.csv", own_table);
  import_fixture_wait_label (fixture, "To be answered first: Which indicator is “aanwezigen”*");
  import_fixture_show_step (fixture, "Columns", "Telling van de regio");
  streek_driver_wait_description (fixture->driver, "label", "Telling van de regio",
                                  "Title above the header: not taken in");
  streek_driver_wait_description (fixture->driver, "label", "Bron: eigen telling",
                                  "Text under the figures: not taken in");
}

/* Opened among the indicators, with a file that does not say which one its figures are of. */
static void
test_open_indicator_is_proposed (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 2);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Inwoners*"));
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "page tab", "Table");
  import_fixture_wait_label (fixture, DIKSMUIDE_WAS);
  import_fixture_open (fixture, "zonder-naam.csv",
                       "nis;jaar;waarde\n32003;2031;17300\n34022;2031;80032\n");
  import_fixture_wait_label (fixture, "2 figures are added.");
  import_fixture_show_step (fixture, "Columns",
                            "Proposed: the file says none, and this one was open");
}

/* Both together get another unit; the list says so, and so does the catalogue after it. */
static void
test_new_indicators_are_named (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "swing.csv",
                       "period,geolevel,geoitem,proef_een,proef_twee\n2031,gemeente,32003,1,2\n"
                       "2031,gemeente,34022,3,4\n");
  import_fixture_wait_label (fixture, "4 figures are added.");
  import_fixture_show_step (fixture, "New Indicators", "This file brings 2 new indicators.*");
  streek_driver_click (fixture->driver, "button", "Select All");
  streek_driver_click (fixture->driver, "button", "Change…");
  import_fixture_wait_label (fixture, "Change 2 Indicators");
  streek_driver_set_text (fixture->driver, "text", "Unit", "boerderijen");
  streek_driver_click (fixture->driver, "button", "Apply");
  streek_driver_wait_gone (fixture->driver, "label", "Change 2 Indicators");
  streek_driver_wait_count (fixture->driver, "label", "boerderijen · *", 2);
  import_fixture_finish (fixture);
  streek_driver_click (fixture->driver, "page tab", "Description");
  import_fixture_wait_label (fixture, "boerderijen");
}

/* Its head does not say that it is a map: it is said when it has been looked into, and the
 * assistant for areas takes it over. */
static void
test_areas_are_led_to_their_own_door (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *padding = g_strnfill (5000, 'w');
  g_autofree char *text = g_strdup_printf (
    "{\"name\": \"%s\", \"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", "
    "\"properties\": {\"code\": \"A\"}, \"geometry\": {\"type\": \"Polygon\", "
    "\"coordinates\": [[[3.2, 50.8], [3.3, 50.8], [3.3, 50.9], [3.2, 50.8]]]}}]}",
    padding);

  app_fixture_start_example (fixture);
  import_fixture_drop (fixture, "wijken.json", text);
  import_fixture_wait_label (fixture, "This is GeoJSON: outlines of areas, no figures.*");
  streek_driver_click (fixture->driver, "button", "Import Own Areas…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Import Own Areas"));
  import_fixture_wait_label (fixture, "wijken.json");
}

/* Two squares of a kilometre in Kortrijk, in Belgian Lambert 2008. */
#define SQUARE(code, name, x0, x1)                                                                 \
  "{\"type\":\"Feature\",\"properties\":{\"wijkcode\":\"" code "\",\"wijknaam\":\"" name           \
  "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" x0 ",668000],[" x1 ",668000],[" x1  \
  ",669000],[" x0 ",669000],[" x0 ",668000]]]}}"

static const char squares[] =
  "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
  "\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":[" SQUARE (
    "KO01", "Overleie", "570000", "571000") "," SQUARE ("KO02", "Heule", "571000", "572000") "]}";

/* A map that is dropped comes to its own door; figures by the codes in it come in as any others,
 * and are shown on it. */
static void
test_own_areas_take_figures (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  import_fixture_drop_at (fixture, "wijken.geojson", squares, "Import Own Areas");
  import_fixture_wait_label (fixture, "2 read = 2 taken + 0 ignored + 0 rejected.");
  streek_driver_click (fixture->driver, "button", "Import");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Own Areas");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "wijken, *"));

  import_fixture_drop (fixture, "cijfers.csv",
                       "wijkcode;wijk;jaar;pop_total\nKO01;Overleie;2024;4123\n"
                       "KO02;Heule;2024;5321\n");
  import_fixture_wait_label (fixture, "2 figures are added.");
  import_fixture_finish (fixture);
  streek_driver_click (fixture->driver, "page tab", "Table");
  import_fixture_wait_label (fixture, "Overleie");
  import_fixture_wait_label (fixture, "4,123");
  import_fixture_wait_label (fixture, "5,321");
}

static char *
write_part (AppFixture *fixture, const char *name, const char *head, gsize length)
{
  char *path = app_fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, head, (gssize) length, &error));

  return path;
}

/* A shapefile is several files. They are dropped together, and only its outlines knock; a table
 * that was dropped with them comes next. */
static void
test_parts_of_a_shapefile_come_along (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *index = write_part (fixture, "Wijken.shx", "\0\0\x27\x0a", 4);
  g_autofree char *records = write_part (fixture, "Wijken.DBF", "\x03", 1);
  g_autofree char *outlines = write_part (fixture, "Wijken.shp", "\0\0\x27\x0a", 4);
  g_autofree char *system = write_part (fixture, "Wijken.prj", "PROJCS[\"Belge\"]", 15);
  g_autofree char *figures = write_part (fixture, "netjes.csv", IMPORT_TIDY, strlen (IMPORT_TIDY));
  const char *const paths[] = { index, records, outlines, system, figures, NULL };

  app_fixture_start_example (fixture);
  streek_driver_drop_files (fixture->driver, "image", "*", paths);
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Import Own Areas"));
  import_fixture_wait_label (fixture, "Wijken.shp");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Own Areas");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Import Figures"));
  import_fixture_wait_label (fixture, "netjes.csv");
  import_fixture_wait_label (fixture, "1 figure changes.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/assistant/dropped-file-is-shown-on-the-map",
            test_dropped_file_is_shown_on_the_map);
  app_test ("/app/assistant/profile-is-kept-and-exchanged", test_profile_is_kept_and_exchanged);
  app_test ("/app/assistant/titles-and-sources-are-told-apart",
            test_titles_and_sources_are_told_apart);
  app_test ("/app/assistant/open-indicator-is-proposed", test_open_indicator_is_proposed);
  app_test ("/app/assistant/new-indicators-are-named", test_new_indicators_are_named);
  app_test ("/app/assistant/areas-are-led-to-their-own-door", test_areas_are_led_to_their_own_door);
  app_test ("/app/assistant/own-areas-take-figures", test_own_areas_take_figures);
  app_test ("/app/assistant/parts-of-a-shapefile-come-along", test_parts_of_a_shapefile_come_along);

  return g_test_run ();
}
