/* test-coordinates.c: every way in which people write where a place is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-coordinates.h"

#include <string.h>

/* 51.3330 N 3.2050 E, and the same in both Lamberts, as PROJ 9.1.1 computes them (test-lambert). */
#define X 568886.249
#define Y 725425.395

static void
assert_here (const StreekCoordinates *found, StreekSystem system, gboolean is_turned)
{
  g_assert_cmpint (found->system, ==, system);
  g_assert_cmpint (found->is_turned, ==, is_turned);
  g_assert_cmpfloat_with_epsilon (found->x, X, 1);
  g_assert_cmpfloat_with_epsilon (found->y, Y, 1);
}

static void
test_two_cells (void)
{
  static const struct
  {
    const char *east;
    const char *north;
    StreekSystem system;
    gboolean is_turned;
  } cells[] = {
    { "3.205", "51.333", STREEK_SYSTEM_DEGREES, FALSE },
    { "3,2050", "51,3330", STREEK_SYSTEM_DEGREES, FALSE },
    { "51.333", "3.205", STREEK_SYSTEM_DEGREES, TRUE },
    { " 3.2050 ", "51.3330\u00a0", STREEK_SYSTEM_DEGREES, FALSE },
    { "3°12'18\"E", "51°19'58,8\"N", STREEK_SYSTEM_DEGREES, FALSE },
    { "3.205 O", "51.333 N", STREEK_SYSTEM_DEGREES, FALSE },
    { "68892.519", "225435.089", STREEK_SYSTEM_LAMBERT_72, FALSE },
    { "68892,519", "225435,089", STREEK_SYSTEM_LAMBERT_72, FALSE },
    { "68.892,519", "225.435,089", STREEK_SYSTEM_LAMBERT_72, FALSE },
    { "68.892", "225.435", STREEK_SYSTEM_LAMBERT_72, FALSE }, /* thousands */
    { "68 892", "225 435", STREEK_SYSTEM_LAMBERT_72, FALSE },
    { "568886.2", "725425.4", STREEK_SYSTEM_LAMBERT_2008, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      StreekCoordinates found;

      g_test_message ("%s | %s", cells[i].east, cells[i].north);
      g_assert_cmpint (streek_coordinates_read (cells[i].east, cells[i].north, &found), ==,
                       STREEK_COORDINATES_OK);
      assert_here (&found, cells[i].system, cells[i].is_turned);
    }
}

static void
test_one_cell (void)
{
  static const struct
  {
    const char *text;
    gboolean is_turned;
  } cells[] = {
    { "51.333, 3.205", TRUE },
    { "51.333,3.205", TRUE },
    { "51,333; 3,205", TRUE },
    { "51,333,3,205", TRUE },
    { "51.333 3.205", TRUE },
    { "(3.205, 51.333)", FALSE },
    { "POINT (3.205 51.333)", FALSE },
    { "POINT(3.205 51.333)", FALSE },
    { "Point Z (3.205 51.333 4.5)", FALSE },
    { "SRID=4326;POINT(3.205 51.333)", FALSE },
    { "MULTIPOINT ((3.205 51.333))", FALSE },
    { "51°19'58.8\"N 3°12'18\"E", TRUE },
    { "51° 19' 58.8\" N, 3° 12' 18\" E", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      StreekCoordinates found;
      StreekCoordinatesFault fault = streek_coordinates_read_pair (cells[i].text, &found);

      g_test_message ("%s", cells[i].text);

      /* several points are no place */
      if (g_str_has_prefix (cells[i].text, "MULTI"))
        {
          g_assert_cmpint (fault, ==, STREEK_COORDINATES_UNREAD);
          continue;
        }

      g_assert_cmpint (fault, ==, STREEK_COORDINATES_OK);
      assert_here (&found, STREEK_SYSTEM_DEGREES, cells[i].is_turned);
    }
}

static void
test_faults (void)
{
  StreekCoordinates found;
  g_autofree char *endless = g_strnfill (100000, '1');

  g_assert_cmpint (streek_coordinates_read ("", NULL, &found), ==, STREEK_COORDINATES_NONE);
  g_assert_cmpint (streek_coordinates_read_pair ("  ", &found), ==, STREEK_COORDINATES_NONE);
  g_assert_cmpint (streek_coordinates_read ("3.205", "", &found), ==, STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read ("Brugge", "51.3", &found), ==,
                   STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read ("inf", "nan", &found), ==, STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read ("0x3", "0x33", &found), ==, STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read (endless, endless, &found), ==,
                   STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read ("0", "0", &found), ==, STREEK_COORDINATES_ELSEWHERE);
  /* Paris, and Brugge as web maps have it (EPSG:3857) */
  g_assert_cmpint (streek_coordinates_read ("2.35", "48.85", &found), ==,
                   STREEK_COORDINATES_ELSEWHERE);
  g_assert_cmpint (streek_coordinates_read ("358831", "6664331", &found), ==,
                   STREEK_COORDINATES_ELSEWHERE);
  g_assert_cmpint (streek_coordinates_read ("3°61'E", "51°N", &found), ==,
                   STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read_pair ("Grote Markt 1, Brugge", &found), ==,
                   STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read_pair ("POINT EMPTY", &found), ==,
                   STREEK_COORDINATES_UNREAD);
  g_assert_cmpint (streek_coordinates_read_pair ("POLYGON ((3 51))", &found), ==,
                   STREEK_COORDINATES_UNREAD);
}

static void
test_read_back (void)
{
  static const char marks[] = { '.', ',' };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text = streek_coordinates_dup_degrees (X, Y, marks[i]);
      StreekCoordinates found;

      g_assert_cmpstr (text, ==, i == 0 ? "51.33300, 3.20500" : "51,33300; 3,20500");
      g_assert_cmpint (streek_coordinates_read_pair (text, &found), ==, STREEK_COORDINATES_OK);
      assert_here (&found, STREEK_SYSTEM_DEGREES, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/coordinates/two-cells-tell-their-system", test_two_cells);
  g_test_add_func ("/geo/coordinates/both-in-one-cell", test_one_cell);
  g_test_add_func ("/geo/coordinates/nothing-is-made-of-anything-else", test_faults);
  g_test_add_func ("/geo/coordinates/degrees-read-back", test_read_back);

  return g_test_run ();
}
