/* make-polygons.c: writes 20 000 polygons with crooked borders in common, as GeoJSON, for the bench
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>
#include <stdio.h>

/* Honeycomb over Belgium, in metres of Lambert 2008, so that nobody pays for a projection. */
#define N_COLUMNS 160
#define N_ROWS 125
#define SIDE_M 1040.0
#define X0_M 515000.0
#define Y0_M 525000.0
#define CORNERS 6
#define N_CLASSES 7 /* for peers that draw the same map from a class of each polygon */
#define PIECES 9    /* of every side: 54 vertices a polygon */

/* Corners lie on a lattice of half a width and half a side. */
typedef struct
{
  int x;
  int y;
} Corner;

static double
shake (int a, int b, int c)
{
  guint64 mixed = (guint64) (guint32) a * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^
                  (guint64) (guint32) b * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F) ^
                  (guint64) (guint32) c * G_GUINT64_CONSTANT (0x165667B19E3779F9);

  mixed ^= mixed >> 29;
  mixed *= G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  mixed ^= mixed >> 32;

  return (double) (mixed >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53) * 2 - 1;
}

static void
place_corner (Corner corner, double *x, double *y)
{
  *x = X0_M + corner.x * SIDE_M * sqrt (3) / 2 + 0.15 * SIDE_M * shake (corner.x, corner.y, 1);
  *y = Y0_M + corner.y * SIDE_M / 2 + 0.15 * SIDE_M * shake (corner.x, corner.y, 2);
}

/* The vertices from @a up to @b, which does not follow; both neighbours get the same ones. */
static void
print_side (Corner a, Corner b, double *first)
{
  gboolean swap = a.x > b.x || (a.x == b.x && a.y > b.y);
  Corner from = swap ? b : a;
  Corner to = swap ? a : b;
  double x0, y0, x1, y1;

  place_corner (from, &x0, &y0);
  place_corner (to, &x1, &y1);

  for (int i = 0; i < PIECES; i++)
    {
      int step = swap ? PIECES - i : i;
      double t = (double) step / PIECES;
      double off =
        0.06 * 4 * t * (1 - t) * shake (from.x * 4099 + to.x, from.y * 4099 + to.y, step);
      double x = x0 + (x1 - x0) * t - (y1 - y0) * off;
      double y = y0 + (y1 - y0) * t + (x1 - x0) * off;

      if (isnan (first[0]))
        {
          first[0] = x;
          first[1] = y;
        }
      printf ("[%.2f,%.2f],", x, y);
    }
}

static void
print_polygon (int column, int row)
{
  int x = 2 * column + (row & 1);
  int y = 3 * row;
  const Corner corners[CORNERS] = { { x, y + 2 }, { x - 1, y + 1 }, { x - 1, y - 1 },
                                    { x, y - 2 }, { x + 1, y - 1 }, { x + 1, y + 1 } };
  double first[] = { NAN, NAN };

  printf (
    "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"Z%05d\",\"name\":\"Zone %d\",\"cls\":%d},"
    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
    row + column > 0 ? ",\n" : "", row * N_COLUMNS + column, row * N_COLUMNS + column,
    (int) ((shake (column, row, 3) + 1) / 2 * N_CLASSES));
  for (int i = 0; i < CORNERS; i++)
    print_side (corners[i], corners[(i + 1) % CORNERS], first);
  printf ("[%.2f,%.2f]]]}}", first[0], first[1]);
}

int
main (void)
{
  printf ("{\"type\":\"FeatureCollection\",\"name\":\"zones\",\"crs\":{\"type\":\"name\","
          "\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":[\n");
  for (int row = 0; row < N_ROWS; row++)
    for (int column = 0; column < N_COLUMNS; column++)
      print_polygon (column, row);
  printf ("\n]}\n");

  return 0;
}
