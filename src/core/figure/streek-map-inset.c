/* streek-map-inset.c: a small map of the whole region, with the part that the large one shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-furniture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH_SHARE 0.2
#define LEAST_WIDTH 48.0
#define MOST_WIDTH 130.0
#define PADDING 5.0
#define MOST_HIDDEN 0.02 /* of it by areas of the map, where nobody asked for it */
#define SMALL_SHARE 0.06 /* of the region: a frame finds it better than a colour */

static gboolean
is_wanted (const StreekMapPlan *plan)
{
  const StreekGround *ground = plan->figure->ground;

  switch (plan->figure->spec->furniture.inset)
    {
    case STREEK_INSET_SHOWN:
      return ground->home_of != NULL;
    case STREEK_INSET_HIDDEN:
      return FALSE;
    case STREEK_INSET_AUTOMATIC:
    default:
      return ground->home_of != NULL && !plan->options->bare &&
             (plan->options->fit != NULL || 2 * ground->area_km2 < ground->home_area_km2);
    }
}

static StreekSize
measure_inset (const StreekMapPlan *plan)
{
  const StreekExtent *extent = &plan->figure->ground->home_extent;
  double padding = PADDING * plan->text_scale;
  double width = CLAMP (plan->map.width * WIDTH_SHARE, LEAST_WIDTH, MOST_WIDTH * plan->text_scale);
  double across = MAX ((double) extent->x_max - extent->x_min, 1);
  double along = MAX ((double) extent->y_max - extent->y_min, 1);
  double height = (width - 2 * padding) * along / across + 2 * padding;

  /* a tall region is narrow rather than large */
  if (height > width)
    return (StreekSize){ (width - 2 * padding) * across / along + 2 * padding, width };

  return (StreekSize){ width, height };
}

/**
 * streek_map_place_inset:
 * @plan: gets the box of the inset, empty where there is none
 * @grid: where the areas lie
 *
 * Takes the corner that hides the least of the areas and nothing else. Where nobody asked for it,
 * it hides none of them or is left out.
 */
void
streek_map_place_inset (StreekMapPlan *plan, const StreekRowGrid *grid)
{
  static const StreekCorner corners[] = { STREEK_CORNER_TOP_LEFT, STREEK_CORNER_TOP_RIGHT,
                                          STREEK_CORNER_BOTTOM_LEFT, STREEK_CORNER_BOTTOM_RIGHT };
  gboolean is_asked = plan->figure->spec->furniture.inset == STREEK_INSET_SHOWN;
  double least = is_asked ? 1.01 : MOST_HIDDEN;
  StreekSize size;

  if (!is_wanted (plan))
    return;

  size = measure_inset (plan);
  if (size.width > plan->map.width / 2 || size.height > plan->map.height / 2)
    return;

  if (streek_map_is_moved (plan, STREEK_FURNITURE_INSET))
    {
      plan->inset_box = streek_map_put (plan, STREEK_FURNITURE_INSET, size);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      StreekRect rect =
        streek_map_get_corner (plan->map, corners[i], size, STREEK_FURNITURE_MARGIN);
      double hidden = streek_row_grid_measure_any (grid, rect);

      if (hidden >= least || streek_map_is_taken (plan, rect))
        continue;

      least = hidden;
      plan->inset_box = rect;
    }
}

static StreekProjection
make_projection (const StreekMapPlan *plan)
{
  const StreekExtent *extent = &plan->figure->ground->home_extent;
  StreekRect box = plan->inset_box;
  double scale =
    (box.width - 2 * PADDING * plan->text_scale) / MAX ((double) extent->x_max - extent->x_min, 1);
  double x = ((double) extent->x_min + extent->x_max) / 2;
  double y = ((double) extent->y_min + extent->y_max) / 2;

  return (StreekProjection){ x - (box.x + box.width / 2) / scale,
                             y + (box.y + box.height / 2) / scale, scale };
}

static void
add_region (const StreekMapPlan *plan, StreekSceneBuilder *builder, StreekProjection projection)
{
  static const gint32 rows[] = { -1, -1 };
  const StreekTheme *theme = plan->options->theme;
  const StreekGround *ground = plan->figure->ground;
  StreekMesh *mesh = streek_ground_get_context_mesh (ground);
  const StreekPaint paints[] = { theme->inset, theme->inset_shown };
  const StreekAreaLines line = { ground->home_of, theme->inset_line, TRUE };
  g_autofree gint32 *groups = g_new (gint32, MAX (ground->n_context_units, 1));

  for (guint unit = 0; unit < ground->n_context_units; unit++)
    groups[unit] =
      ground->home_of[unit] >= 0 && ground->context_mesh == NULL && ground->row_of[unit] >= 0
        ? 1
        : ground->home_of[unit];

  const StreekAreasMark mark = {
    .mesh = mesh,
    .level = streek_mesh_pick_level (mesh, 1 / projection.scale / theme->dots_per_point),
    .projection = projection,
    .clip = plan->inset_box,
    .group_of = groups,
    .n_groups = 2,
    .paints = paints,
    .rows = rows,
    .n_lines = 1,
    .lines = &line,
  };

  streek_scene_builder_add_areas (builder, &mark);
}

static StreekRect
intersect (StreekRect a, StreekRect b)
{
  double left = MAX (a.x, b.x), top = MAX (a.y, b.y);
  double right = MIN (a.x + a.width, b.x + b.width);
  double bottom = MIN (a.y + a.height, b.y + b.height);

  return (StreekRect){ left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

/* Where the map is a part of its own areas, or these are small or on no municipalities. */
static gboolean
needs_frame (const StreekMapPlan *plan)
{
  const StreekGround *ground = plan->figure->ground;

  return plan->options->view.metres_per_point > 0 || plan->options->fit != NULL ||
         ground->context_mesh != NULL || ground->area_km2 < SMALL_SHARE * ground->home_area_km2;
}

static void
add_view_frame (const StreekMapPlan *plan, StreekSceneBuilder *builder, StreekProjection projection)
{
  double half_width = plan->map.width / 2 * plan->view.metres_per_point;
  double half_height = plan->map.height / 2 * plan->view.metres_per_point;
  StreekRect whole = { (plan->view.x - half_width - projection.x0) * projection.scale,
                       (projection.y0 - plan->view.y - half_height) * projection.scale,
                       2 * half_width * projection.scale, 2 * half_height * projection.scale };
  StreekRect box = plan->inset_box;
  StreekRect inner = { box.x + 1, box.y + 1, box.width - 2, box.height - 2 };
  StreekRect shown = intersect (whole, inner);

  StreekStroke frame = plan->options->theme->inset_frame;

  if (plan->figure->spec->grey)
    frame.color = plan->options->theme->ink;
  if (shown.width > 0 && shown.height > 0)
    streek_scene_builder_add_rect (builder, shown, NULL, &frame, -1);
}

/**
 * streek_map_draw_inset:
 * @plan: with the inset placed
 *
 * The region in pale grey, what the map is about filled, and a frame around the part of the ground
 * that is seen where that says more.
 */
void
streek_map_draw_inset (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };

  if (plan->inset_box.width <= 0)
    return;

  StreekProjection projection = make_projection (plan);

  streek_scene_builder_push_group (builder, "inset", _ ("Where it lies"));
  streek_scene_builder_add_rect (builder, plan->inset_box, &paper, &theme->frame, -1);
  add_region (plan, builder, projection);

  if (needs_frame (plan))
    add_view_frame (plan, builder, projection);

  streek_scene_builder_pop_group (builder);
}
