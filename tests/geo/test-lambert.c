/* test-lambert.c: degrees, Lambert 72 and Lambert 2008, against published and computed points */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-lambert.h"

#include <math.h>
#include <string.h>

/* Four places in Belgium as PROJ 9.1.1 has them: `cs2cs EPSG:4326 EPSG:3812` and `cs2cs EPSG:4326
 * EPSG:31370`, which takes BD72 to WGS 84 (3) and no grid. */
static const struct
{
  double longitude, latitude;
  double x_2008, y_2008;
  double x_72, y_72;
} places[] = {
  { 3.2050, 51.3330, 568886.249, 725425.395, 68892.519, 225435.089 },
  { 2.8852, 50.8503, 545534.808, 672130.652, 45534.544, 172142.707 },
  { 4.4025, 51.2194, 652352.129, 712162.334, 152357.483, 212161.981 },
  { 5.9701, 50.7839, 762917.594, 664946.327, 262918.221, 164932.422 },
};

static void
assert_near (double found, double expected, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (found, expected, tolerance);
}

static void
test_degrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x = places[i].longitude, y = places[i].latitude;

      streek_system_to_lambert (STREEK_SYSTEM_DEGREES, &x, &y);
      assert_near (x, places[i].x_2008, 0.002);
      assert_near (y, places[i].y_2008, 0.002);
      streek_system_from_lambert (STREEK_SYSTEM_DEGREES, &x, &y);
      assert_near (x, places[i].longitude, 1e-9);
      assert_near (y, places[i].latitude, 1e-9);
    }
}

static void
test_lambert_72 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x = places[i].x_72, y = places[i].y_72;

      streek_system_to_lambert (STREEK_SYSTEM_LAMBERT_72, &x, &y);
      assert_near (x, places[i].x_2008, 0.01);
      assert_near (y, places[i].y_2008, 0.01);
      streek_system_from_lambert (STREEK_SYSTEM_LAMBERT_72, &x, &y);
      assert_near (x, places[i].x_72, 0.01);
      assert_near (y, places[i].y_72, 0.01);
    }
}

/* The origin of Lambert 2008 has the coordinates that its definition gives it. */
static void
test_origin (void)
{
  double x = 4.35921583333333, y = 50.797815;

  streek_system_to_lambert (STREEK_SYSTEM_DEGREES, &x, &y);
  assert_near (x, 649328, 1e-6);
  assert_near (y, 665262, 1e-6);
}

static void
test_own_system (void)
{
  double x = 568886, y = 725425;

  streek_system_to_lambert (STREEK_SYSTEM_LAMBERT_2008, &x, &y);
  g_assert_cmpfloat (x, ==, 568886);
  streek_system_from_lambert (STREEK_SYSTEM_LAMBERT_2008, &x, &y);
  g_assert_cmpfloat (y, ==, 725425);
}

static guint
count_holders (double x, double y)
{
  guint n = 0;

  for (StreekSystem system = 0; system < STREEK_N_SYSTEMS; system++)
    n += streek_system_holds (system, x, y);

  return n;
}

static void
test_told_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_true (
        streek_system_holds (STREEK_SYSTEM_DEGREES, places[i].longitude, places[i].latitude));
      g_assert_true (
        streek_system_holds (STREEK_SYSTEM_LAMBERT_72, places[i].x_72, places[i].y_72));
      g_assert_true (
        streek_system_holds (STREEK_SYSTEM_LAMBERT_2008, places[i].x_2008, places[i].y_2008));
      g_assert_cmpuint (count_holders (places[i].longitude, places[i].latitude), ==, 1);
      g_assert_cmpuint (count_holders (places[i].x_72, places[i].y_72), ==, 1);
      g_assert_cmpuint (count_holders (places[i].x_2008, places[i].y_2008), ==, 1);
      /* latitude before longitude is nowhere */
      g_assert_cmpuint (count_holders (places[i].latitude, places[i].longitude), ==, 0);
    }

  g_assert_cmpuint (count_holders (0, 0), ==, 0);
  g_assert_cmpuint (count_holders (NAN, NAN), ==, 0);
}

static void
test_words (void)
{
  for (StreekSystem each = 0; each < STREEK_N_SYSTEMS; each++)
    {
      g_assert_cmpuint (strlen (streek_system_get_label (each)), >, 0);
      for (StreekSystem before = 0; before < each; before++)
        g_assert_cmpstr (streek_system_get_id (before), !=, streek_system_get_id (each));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/lambert/degrees-as-proj-computes-them", test_degrees);
  g_test_add_func ("/geo/lambert/lambert-72-as-proj-computes-it", test_lambert_72);
  g_test_add_func ("/geo/lambert/the-origin-is-where-its-definition-puts-it", test_origin);
  g_test_add_func ("/geo/lambert/its-own-system-stays-as-it-is", test_own_system);
  g_test_add_func ("/geo/lambert/numbers-tell-of-which-system-they-are", test_told_apart);
  g_test_add_func ("/geo/lambert/words-read-back", test_words);

  return g_test_run ();
}
