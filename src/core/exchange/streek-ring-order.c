/* streek-ring-order.c: which rings of a shape are outlines, and which are holes in which of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-ring-order.h"

#include <math.h>
#include <stdlib.h>

/* Holes are looked for in each outline; a shape with more rings than this, some of them holes, is
 * no everyday one. */
#define MAX_MIXED 256
#define MIN_POINTS 4 /* a triangle, closed */

typedef struct
{
  const double *points; /* x, y, x, y … */
  guint n;              /* the first not counted again */
  guint index;
  gboolean is_outline; /* clockwise */
  double area;         /* twice it, in the square of whatever the coordinates are */
  double x_min;
  double y_min;
  double x_max;
  double y_max;
  StreekRingOrder *ring;
} Side;

typedef enum
{
  WHERE_OUTSIDE,
  WHERE_INSIDE,
  WHERE_UNCLEAR, /* on the line, or no number */
} Where;

static double
turn (const double *a, const double *b, const double *c)
{
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static double
measure_twice (const Side *side)
{
  const double *first = side->points;
  double twice = 0;

  for (guint i = 1; i + 1 < side->n; i++)
    twice += turn (first, side->points + 2 * i, side->points + 2 * (i + 1));

  return twice;
}

/* The lowest corner, and the easternmost of these, is one at which every simple ring turns the way
 * that it runs. */
static double
turn_at_corner (const Side *side)
{
  const double *points = side->points;
  guint corner = 0;

  for (guint i = 1; i < side->n; i++)
    if (points[2 * i + 1] < points[2 * corner + 1] ||
        (points[2 * i + 1] == points[2 * corner + 1] && points[2 * i] > points[2 * corner]))
      corner = i;

  return turn (points + 2 * ((corner + side->n - 1) % side->n), points + 2 * corner,
               points + 2 * ((corner + 1) % side->n));
}

/* FALSE where nobody can tell which way the ring runs. */
static gboolean
side_init (Side *side, const double *points, StreekRingOrder *ring, guint index)
{
  const double *first = points + 2 * (gsize) ring->first;
  const double *last = first + 2 * ((gsize) ring->n - 1);

  if (ring->n < MIN_POINTS || first[0] != last[0] || first[1] != last[1])
    return FALSE;

  *side = (Side){ .points = first,
                  .n = ring->n - 1,
                  .index = index,
                  .x_min = first[0],
                  .y_min = first[1],
                  .x_max = first[0],
                  .y_max = first[1],
                  .ring = ring };
  for (guint i = 1; i < side->n; i++)
    {
      side->x_min = MIN (side->x_min, first[2 * i]);
      side->y_min = MIN (side->y_min, first[2 * i + 1]);
      side->x_max = MAX (side->x_max, first[2 * i]);
      side->y_max = MAX (side->y_max, first[2 * i + 1]);
    }

  double twice = measure_twice (side);
  double corner = turn_at_corner (side);

  side->is_outline = twice < 0;
  side->area = fabs (twice);

  return (twice < 0 && corner < 0) || (twice > 0 && corner > 0);
}

/* Counts the lines that a ray to the east crosses. */
static Where
find_point (const Side *side, const double *point)
{
  gboolean is_inside = FALSE;

  for (guint i = 0, before = side->n - 1; i < side->n; before = i++)
    {
      const double *a = side->points + 2 * before;
      const double *b = side->points + 2 * i;
      double turned = turn (a, b, point);

      if (!(turned < 0 || turned > 0) && MIN (a[0], b[0]) <= point[0] &&
          point[0] <= MAX (a[0], b[0]) && MIN (a[1], b[1]) <= point[1] &&
          point[1] <= MAX (a[1], b[1]))
        return WHERE_UNCLEAR;
      if ((a[1] > point[1]) != (b[1] > point[1]) && (turned > 0) == (b[1] > a[1]))
        is_inside = !is_inside;
    }

  return is_inside ? WHERE_INSIDE : WHERE_OUTSIDE;
}

static gboolean
box_holds (const Side *outline, const Side *hole)
{
  return outline->x_min <= hole->x_min && outline->y_min <= hole->y_min &&
         outline->x_max >= hole->x_max && outline->y_max >= hole->y_max;
}

/* By its first corner that is not on the outline. */
static Where
find_hole (const Side *outline, const Side *hole)
{
  Where where = WHERE_UNCLEAR;

  for (guint i = 0; i < hole->n && where == WHERE_UNCLEAR; i++)
    where = find_point (outline, hole->points + 2 * i);

  return where;
}

/* (nullable): the outline around @hole; of those of islands in lakes, the smallest. */
static const Side *
find_outline (const Side *sides, guint n, const Side *hole)
{
  const Side *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (!sides[i].is_outline || !box_holds (&sides[i], hole))
        continue;

      Where where = find_hole (&sides[i], hole);

      if (where == WHERE_UNCLEAR ||
          (where == WHERE_INSIDE && found != NULL && sides[i].area == found->area))
        return NULL;
      if (where == WHERE_INSIDE && (found == NULL || sides[i].area < found->area))
        found = &sides[i];
    }

  return found;
}

static gboolean
find_parts (Side *sides, guint n)
{
  guint n_outlines = 0;

  for (guint i = 0; i < n; i++)
    if (sides[i].is_outline)
      sides[i].ring->part = (int) n_outlines++;

  if (n_outlines == n)
    return TRUE;
  if (n_outlines == 0 || n > MAX_MIXED)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!sides[i].is_outline)
      {
        const Side *outline = find_outline (sides, n, &sides[i]);

        if (outline == NULL)
          return FALSE;
        sides[i].ring->part = outline->ring->part;
      }

  return TRUE;
}

static int
compare_sides (const void *a, const void *b)
{
  const Side *first = a;
  const Side *second = b;

  if (first->ring->part != second->ring->part)
    return first->ring->part < second->ring->part ? -1 : 1;
  if (first->is_outline != second->is_outline)
    return first->is_outline ? -1 : 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

static void
sort_rings (StreekRingOrder *rings, Side *sides, guint n)
{
  g_autofree StreekRingOrder *sorted = g_new (StreekRingOrder, n);

  qsort (sides, n, sizeof *sides, compare_sides);
  for (guint i = 0; i < n; i++)
    sorted[i] = *sides[i].ring;
  for (guint i = 0; i < n; i++)
    rings[i] = sorted[i];
}

/**
 * streek_ring_order_find:
 * @points: x, y, x, y … of all rings
 * @rings: (array length=n_rings): where the rings are; sorted by part, which is filled in
 * @n_rings: at least 1
 *
 * In a Shapefile outlines run clockwise, and holes against the clock. Outlines keep their order,
 * and so do the holes of each.
 *
 * Returns: whether that is what these rings do: all are closed and enclose something, and each hole
 *   lies in an outline
 */
gboolean
streek_ring_order_find (const double *points, StreekRingOrder *rings, guint n_rings)
{
  g_return_val_if_fail (points != NULL && rings != NULL && n_rings > 0, FALSE);

  g_autofree Side *sides = g_new (Side, n_rings);

  for (guint i = 0; i < n_rings; i++)
    if (!side_init (&sides[i], points, &rings[i], i))
      return FALSE;

  if (!find_parts (sides, n_rings))
    return FALSE;

  sort_rings (rings, sides, n_rings);

  return TRUE;
}
