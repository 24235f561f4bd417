/* test-surroundings.c: the sea and the countries around Belgium */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-surroundings.h"

#include <glib.h>

static void
test_every_level_is_valid (void)
{
  StreekMesh *mesh = streek_surroundings_get_mesh ();

  g_assert_cmpuint (streek_mesh_get_n_units (mesh), ==, STREEK_N_SURROUNDINGS);
  g_assert_cmpuint (streek_mesh_get_n_levels (mesh), ==, STREEK_SURROUNDINGS_N_LEVELS);

  for (guint level = 0; level < streek_mesh_get_n_levels (mesh); level++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (streek_mesh_check_level (mesh, level, &error));
      g_assert_no_error (error);
    }
}

/* Places in Belgian Lambert 2008, from their degrees of WGS 84 with gdaltransform. */
static void
test_places_lie_where_they_do (void)
{
  static const struct
  {
    double x;
    double y;
    gint32 unit;
  } places[] = {
    { 509711, 689624, STREEK_SURROUNDING_FRANCE },         /* near Dunkerque: 2.37 51.00 */
    { 505724, 723120, STREEK_SURROUNDING_SEA },            /* off its coast: 2.30 51.30 */
    { 554533, 721996, STREEK_SURROUNDING_SEA },            /* off De Haan: 3.00 51.30 */
    { 589441, 724813, STREEK_SURROUNDING_NETHERLANDS },    /* near Breskens: 3.50 51.33 */
    { 648679, 671067, STREEK_MESH_NO_UNIT },               /* Brussel: 4.35 50.85 */
    { 795010, 600768, STREEK_SURROUNDING_GERMANY },        /* near Prüm: 6.40 50.20 */
    { 774902, 544625, STREEK_SURROUNDING_LUXEMBOURG },     /* near its capital: 6.10 49.70 */
    { 414613, 715313, STREEK_SURROUNDING_UNITED_KINGDOM }, /* Kent: 1.00 51.20 */
  };
  StreekMesh *mesh = streek_surroundings_get_mesh ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (streek_mesh_find_unit (mesh, places[i].x, places[i].y), ==, places[i].unit);
}

static void
test_names_are_those_of_a_dutch_map (void)
{
  g_assert_cmpstr (streek_surroundings_get_name (STREEK_SURROUNDING_SEA), ==, "Noordzee");
  g_assert_cmpstr (streek_surroundings_get_name (STREEK_SURROUNDING_FRANCE), ==, "Frankrijk");
  g_assert_cmpuint (g_strv_length ((char **) streek_surroundings_get_codes ()), ==,
                    STREEK_N_SURROUNDINGS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/surroundings/every-level-is-valid", test_every_level_is_valid);
  g_test_add_func ("/geo/surroundings/places-lie-where-they-do", test_places_lie_where_they_do);
  g_test_add_func ("/geo/surroundings/names-are-those-of-a-dutch-map",
                   test_names_are_those_of_a_dutch_map);

  return g_test_run ();
}
