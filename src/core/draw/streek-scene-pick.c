/* streek-scene-pick.c: which row of the table lies under a place of the drawing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-scene-private.h"

#include <math.h>

#define REACH_PT 2.0 /* a thin line is hit from this far */

static gboolean
contains (const StreekRect *rect, StreekPoint place)
{
  return place.x >= rect->x && place.x < rect->x + rect->width && place.y >= rect->y &&
         place.y < rect->y + rect->height;
}

/* Even-odd crossings of a ray to the right. */
static gboolean
is_inside (const StreekPoint *points, guint n_points, StreekPoint place)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      const StreekPoint *a = &points[i], *b = &points[j];

      if ((a->y > place.y) != (b->y > place.y) &&
          place.x < a->x + (b->x - a->x) * (place.y - a->y) / (b->y - a->y))
        inside = !inside;
    }

  return inside;
}

static double
get_distance (StreekPoint from, StreekPoint to, StreekPoint place)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((place.x - from.x) * dx + (place.y - from.y) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);

  return hypot (place.x - from.x - t * dx, place.y - from.y - t * dy);
}

static gboolean
hits_line (const StreekMark *mark, StreekPoint place)
{
  double reach = fmax (mark->stroke.width / 2, REACH_PT);

  for (guint i = 1; i < mark->path.n_points; i++)
    if (get_distance (mark->path.points[i - 1], mark->path.points[i], place) <= reach)
      return TRUE;

  return FALSE;
}

static gboolean
hits_symbol (const StreekMark *mark, StreekPoint place)
{
  StreekPoint corners[4];
  guint n = streek_symbol_get_corners (&mark->symbol, corners);

  if (n > 0)
    return is_inside (corners, n, place);

  return hypot (place.x - mark->symbol.center.x, place.y - mark->symbol.center.y) <=
         mark->symbol.radius + mark->stroke.width / 2;
}

static int
pick_area (const StreekAreasMark *areas, StreekPoint place)
{
  if (!contains (&areas->clip, place))
    return -1;

  StreekPoint ground = streek_projection_to_ground (&areas->projection, place);
  gint32 unit = streek_mesh_find_unit (areas->mesh, ground.x, ground.y);

  if (unit == STREEK_MESH_NO_UNIT)
    return -1;

  gint32 group = areas->group_of[unit];

  return group >= 0 && (guint) group < areas->n_groups ? areas->rows[group] : -1;
}

/* A closed shape is hit everywhere inside it, painted or not. */
int
streek_mark_pick (const StreekMark *mark, StreekPoint place)
{
  gboolean hit = FALSE;

  if (mark->item != STREEK_ITEM_MARK)
    return -1;

  if (mark->type == STREEK_MARK_AREAS)
    return pick_area (mark->areas, place);

  if (mark->row < 0)
    return -1;

  switch (mark->type)
    {
    case STREEK_MARK_RECT:
    case STREEK_MARK_TEXT:
    case STREEK_MARK_IMAGE:
      hit = contains (&mark->bounds, place);
      break;
    case STREEK_MARK_PATH:
      hit = mark->path.closed ? is_inside (mark->path.points, mark->path.n_points, place)
                              : hits_line (mark, place);
      break;
    case STREEK_MARK_RULE:
      hit = get_distance (mark->rule.from, mark->rule.to, place) <=
            fmax (mark->stroke.width / 2, REACH_PT);
      break;
    case STREEK_MARK_SYMBOL:
      hit = hits_symbol (mark, place);
      break;
    case STREEK_MARK_AREAS:
    default:
      break;
    }

  return hit ? mark->row : -1;
}

/**
 * streek_scene_pick:
 * @place: points from the top left
 *
 * Walks the marks from the topmost down, as they were drawn: what is seen is what is hit. Marks
 * without a row let the ones below them through.
 *
 * Returns: the row of the topmost mark with one at @place, -1 for none
 */
int
streek_scene_pick (const StreekScene *scene, StreekPoint place)
{
  for (guint i = scene->n_marks; i > 0; i--)
    {
      int row = streek_mark_pick (&scene->marks[i - 1], place);

      if (row >= 0)
        return row;
    }

  return -1;
}
