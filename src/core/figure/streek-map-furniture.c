/* streek-map-furniture.c: scale bar and north arrow of a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-furniture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_HEIGHT 3.2
#define SCALE_PT 7.0
#define ARROW_WIDTH 8.0
#define ARROW_GAP 12.0

/**
 * streek_map_choose_scale_bar:
 * @metres_per_point: of the map
 * @max_pt: room for the bar
 *
 * Returns: the longest of 1, 2 and 5 times a power of ten metres that fits
 */
double
streek_map_choose_scale_bar (double metres_per_point, double max_pt)
{
  double room_m = metres_per_point * max_pt;
  double power = pow (10, floor (log10 (room_m)));

  if (5 * power <= room_m)
    return 5 * power;

  return 2 * power <= room_m ? 2 * power : power;
}

static StreekFont
get_font (const StreekMapPlan *plan)
{
  return (StreekFont){ SCALE_PT * plan->text_scale, STREEK_WEIGHT_NORMAL, FALSE };
}

/* "0", "5" or "10 km". */
static StreekTextRun *
set_length (const StreekMapPlan *plan, double metres, gboolean has_unit)
{
  gboolean is_km = plan->scale_bar_m >= 1000;
  double value = is_km ? metres / 1000 : metres;
  g_autofree char *number =
    streek_format_number (plan->options->format, value, value == floor (value) ? 0 : 1);
  g_autofree char *text =
    has_unit ? g_strdup_printf ("%s %s", number, is_km ? "km" : "m") : g_strdup (number);

  return streek_typesetter_set (plan->typesetter, get_font (plan), text);
}

static StreekSize
measure_scale (const StreekMapPlan *plan)
{
  g_autoptr (StreekTextRun) last = set_length (plan, plan->scale_bar_m, TRUE);
  double bar = plan->scale_bar_m * plan->projection.scale;

  return (StreekSize){ bar + streek_text_run_get_width (last) / 2 + 4,
                       streek_text_run_get_height (last) * 2 + 4 };
}

/* What an arrow beside the scale bar takes, with the gap between them. */
static double
measure_north (const StreekMapPlan *plan)
{
  return plan->figure->spec->furniture.north && !streek_map_is_moved (plan, STREEK_FURNITURE_NORTH)
           ? (ARROW_WIDTH + ARROW_GAP) * plan->text_scale
           : 0;
}

gboolean
streek_rects_meet (StreekRect a, StreekRect b)
{
  return a.width > 0 && b.width > 0 && a.x < b.x + b.width && b.x < a.x + a.width &&
         a.y < b.y + b.height && b.y < a.y + a.height;
}

gboolean
streek_map_is_taken (const StreekMapPlan *plan, StreekRect rect)
{
  return streek_rects_meet (rect, plan->legend_box) || streek_rects_meet (rect, plan->scale_box) ||
         streek_rects_meet (rect, plan->north_box) || streek_rects_meet (rect, plan->inset_box) ||
         streek_rects_meet (rect, plan->title_box) || streek_rects_meet (rect, plan->source_box);
}

static StreekRect
find_scale_corner (const StreekMapPlan *plan, StreekSize size, const StreekRowGrid *grid)
{
  static const StreekCorner corners[] = { STREEK_CORNER_BOTTOM_RIGHT, STREEK_CORNER_BOTTOM_LEFT,
                                          STREEK_CORNER_TOP_RIGHT, STREEK_CORNER_TOP_LEFT };
  StreekRect best = { 0 };
  double least = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      StreekRect rect =
        streek_map_get_corner (plan->map, corners[i], size, STREEK_FURNITURE_MARGIN);
      double hidden =
        streek_row_grid_measure_any (grid, rect) + (streek_map_is_taken (plan, rect) ? 2 : 0);

      if (hidden >= least)
        continue;

      least = hidden;
      best = rect;
    }

  return best;
}

/* Left of the scale bar; right of it where somebody moved that against the frame. */
static void
place_north (StreekMapPlan *plan, double room)
{
  StreekRect scale = plan->scale_box;
  StreekSize size = { ARROW_WIDTH * plan->text_scale, scale.height };
  double left = scale.x - room;
  double right = scale.x + scale.width + ARROW_GAP * plan->text_scale / 2;

  if (!plan->figure->spec->furniture.north)
    return;

  if (streek_map_is_moved (plan, STREEK_FURNITURE_NORTH))
    plan->north_box = streek_map_put (plan, STREEK_FURNITURE_NORTH, size);
  else
    plan->north_box =
      (StreekRect){ left >= plan->map.x ? left : right, scale.y, size.width, size.height };
}

static void
choose_scale_bar (StreekMapPlan *plan)
{
  plan->scale_bar_m = streek_map_choose_scale_bar (
    plan->view.metres_per_point, CLAMP (plan->map.width * 0.2, 20, 110 * plan->text_scale));
}

/**
 * streek_map_get_scale_height:
 * @text_scale: of the letters of a sheet
 *
 * Returns: how high a scale bar is with its numbers
 */
double
streek_map_get_scale_height (StreekTypesetter *typesetter, double text_scale)
{
  StreekFont font = { SCALE_PT * text_scale, STREEK_WEIGHT_NORMAL, FALSE };
  g_autoptr (StreekTextRun) any = streek_typesetter_set (typesetter, font, "0");

  return streek_text_run_get_height (any) * 2 + 4;
}

/**
 * streek_map_put_scale:
 * @plan: gets the length of the scale bar and where it stands, with the arrow beside it
 * @corner: its top left corner, outside the map
 */
void
streek_map_put_scale (StreekMapPlan *plan, StreekPoint corner)
{
  choose_scale_bar (plan);

  StreekSize size = measure_scale (plan);
  double indent = 3 * plan->text_scale; /* for half of the first number */

  plan->scale_box = (StreekRect){ corner.x + indent, corner.y, size.width, size.height };
  place_north (plan, measure_north (plan));
}

/**
 * streek_map_place_scale:
 * @plan: gets the length of the scale bar and the corner it stands in, with the arrow beside it
 * @grid: where the areas lie
 *
 * Takes the lower corner that hides the least of the areas, or an upper one that is free.
 */
void
streek_map_place_scale (StreekMapPlan *plan, const StreekRowGrid *grid)
{
  choose_scale_bar (plan);

  StreekSize scale = measure_scale (plan);
  double north = measure_north (plan);

  if (streek_map_is_moved (plan, STREEK_FURNITURE_SCALE))
    plan->scale_box = streek_map_put (plan, STREEK_FURNITURE_SCALE, scale);
  else
    {
      StreekRect box =
        find_scale_corner (plan, (StreekSize){ scale.width + north, scale.height }, grid);

      plan->scale_box = (StreekRect){ box.x + north, box.y, scale.width, scale.height };
    }

  place_north (plan, north);
}

static void
draw_number (const StreekMapPlan *plan,
             StreekSceneBuilder *builder,
             double metres,
             gboolean has_unit,
             double x,
             double top)
{
  const StreekTheme *theme = plan->options->theme;
  g_autoptr (StreekTextRun) whole = set_length (plan, metres, has_unit);
  g_autoptr (StreekTextRun) number = set_length (plan, metres, FALSE);

  /* the number stands over its mark, the unit behind it */
  streek_scene_builder_add_text (builder, whole,
                                 (StreekPoint){ x - streek_text_run_get_width (number) / 2,
                                                top + streek_text_run_get_ascent (whole) },
                                 theme->ink, &theme->halo, -1);
}

/**
 * streek_map_draw_north:
 * @plan: with the arrow placed
 *
 * Draws an arrow to the north of the map's grid, where there is one.
 */
void
streek_map_draw_north (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint ink = { .color = theme->ink };
  StreekRect box = plan->north_box;

  if (box.width <= 0)
    return;

  /* Translators: the letter at a north arrow */
  g_autoptr (StreekTextRun) north =
    streek_typesetter_set (plan->typesetter, get_font (plan), C_ ("compass", "N"));
  double x = box.x + box.width / 2;
  double top = box.y + streek_text_run_get_height (north);
  double bottom = box.y + box.height;
  const StreekPoint arrow[] = { { x, top + 0.5 },
                                { x + box.width / 2, bottom },
                                { x, bottom - (bottom - top) * 0.28 },
                                { x - box.width / 2, bottom } };

  streek_scene_builder_push_group (builder, "north", _ ("North arrow"));
  streek_scene_builder_add_text (builder, north,
                                 (StreekPoint){ x - streek_text_run_get_width (north) / 2,
                                                box.y + streek_text_run_get_ascent (north) },
                                 theme->ink, &theme->halo, -1);
  streek_scene_builder_add_polygon (builder, arrow, G_N_ELEMENTS (arrow), TRUE, &ink, NULL, -1);
  streek_scene_builder_pop_group (builder);
}

/* On a small map the number of the half would touch the others: "0510 km". */
static gboolean
has_room_for_half (const StreekMapPlan *plan, double length)
{
  g_autoptr (StreekTextRun) half = set_length (plan, plan->scale_bar_m / 2, FALSE);
  g_autoptr (StreekTextRun) whole = set_length (plan, plan->scale_bar_m, FALSE);
  double wider = MAX (streek_text_run_get_width (half), streek_text_run_get_width (whole));

  return streek_text_run_get_width (half) + wider + streek_text_run_get_height (half) / 2 < length;
}

/**
 * streek_map_draw_scale:
 * @plan: with the scale placed
 *
 * Draws a bar of two halves, as long as its number says in the projection of the map.
 */
void
streek_map_draw_scale (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  double length = plan->scale_bar_m * plan->projection.scale;
  double x = plan->scale_box.x;
  double height = BAR_HEIGHT * plan->text_scale;
  double y = plan->scale_box.y + plan->scale_box.height - height;
  g_autoptr (StreekTextRun) any = set_length (plan, 0, FALSE);
  double top = y - streek_text_run_get_height (any) - 1.5;
  const StreekPaint dark = { .color = theme->ink };
  const StreekPaint light = { .color = theme->paper };
  StreekStroke line = { theme->ink, 0.5, 0, 0 };

  streek_scene_builder_push_group (builder, "scale", _ ("Scale"));
  streek_scene_builder_add_rect (builder, (StreekRect){ x, y, length, height }, &light, &line, -1);
  streek_scene_builder_add_rect (builder, (StreekRect){ x, y, length / 2, height }, &dark, &line,
                                 -1);
  draw_number (plan, builder, 0, FALSE, x, top);
  if (has_room_for_half (plan, length))
    draw_number (plan, builder, plan->scale_bar_m / 2, FALSE, x + length / 2, top);
  draw_number (plan, builder, plan->scale_bar_m, TRUE, x + length, top);
  streek_scene_builder_pop_group (builder);
}
