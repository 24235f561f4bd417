/* streek-map-plan.c: where everything of a map stands on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_MAP_PT 70.0
#define MIN_BARE_PT 16.0
#define GRID_CELL_PT 2.0
#define NAMES_MARGIN_PT 90.0 /* a long name in one line */
#define MAX_LEGEND_SHARE 0.32
#define LEGEND_GAP_PT 14.0
#define LEGEND_PADDING_PT 8.0
#define MAX_LOOSE_SHARE 0.9
/* A corner of the map takes the legend in only where the map gains this much from it. */
#define CORNER_GAIN 1.12
#define CIRCLES_SHARE 0.16
#define MAX_CIRCLE_SHARE 0.075
#define MIN_LARGEST_CIRCLE_PT 5.0

static double
fit (const StreekExtent *extent, double width, double height, double padding)
{
  double across = MAX ((double) extent->x_max - extent->x_min, 1);
  double along = MAX ((double) extent->y_max - extent->y_min, 1);

  return MIN ((width - 2 * padding) / across, (height - 2 * padding) / along);
}

static double
get_padding (StreekRect frame)
{
  return CLAMP (MIN (frame.width, frame.height) * 0.03, 2, 10);
}

static double
fit_rect (const StreekExtent *extent, StreekRect frame)
{
  return fit (extent, frame.width, frame.height, get_padding (frame));
}

/* Of the ground that the map is to show. */
static const StreekExtent *
get_extent (const StreekFigure *figure, const StreekLayoutOptions *options)
{
  return options->fit != NULL ? options->fit : &figure->ground->extent;
}

/* Circles may cover a part of the land together, and none may be out of proportion to the map. */
double
streek_map_choose_largest_circle (const StreekFigure *figure, StreekRect frame)
{
  double scale = fit_rect (&figure->ground->extent, frame);
  double land = figure->ground->area_km2 * 1e6 * scale * scale;

  if (figure->circles == NULL || figure->largest <= 0)
    return 0;

  double shares = figure->largest_sum / figure->largest;
  double radius = sqrt (CIRCLES_SHARE * land / (G_PI * shares));
  double limit = MAX_CIRCLE_SHARE * MIN (frame.width, frame.height);

  return MAX (MIN (radius, limit), MIN (MIN_LARGEST_CIRCLE_PT, limit));
}

static void
fill_sheet (const StreekFigure *figure, const StreekLayoutOptions *options, StreekSheet *sheet)
{
  *sheet = (StreekSheet){
    .size = options->size,
    .language = options->language,
    .title = figure->title,
    .description = figure->description,
    .context = figure->context,
    .notes = (const char *const *) figure->notes,
    .source = figure->source,
    .organisation = options->organisation,
    .footer = options->footer,
    .is_single = TRUE,
    .has_loose_head = streek_furniture_is_moved (&figure->spec->furniture, STREEK_FURNITURE_TITLE),
    .has_loose_notes =
      streek_furniture_is_moved (&figure->spec->furniture, STREEK_FURNITURE_SOURCE),
    .has_logo = options->logo_path != NULL,
  };
}

static void
make_legend (StreekMapPlan *plan, StreekRect content)
{
  plan->legend = streek_map_legend_new (
    plan->figure, NULL, 0, plan->options->theme, plan->options->format, plan->typesetter,
    plan->text_scale, plan->largest_circle_pt,
    CLAMP (content.width * MAX_LEGEND_SHARE, 60, 190 * plan->text_scale), content.width);
}

/* Beside the map. */
static double
try_right (StreekMapPlan *plan, StreekRect content, StreekRect *map, StreekPoint *place)
{
  StreekSize size = streek_map_legend_get_size (plan->legend);

  *map = content;
  map->width -= size.width + LEGEND_GAP_PT;
  *place = (StreekPoint){ map->x + map->width + LEGEND_GAP_PT, content.y };

  return size.height <= content.height ? fit_rect (get_extent (plan->figure, plan->options), *map)
                                       : 0;
}

/* Under the map, in columns. */
static double
try_below (StreekMapPlan *plan, StreekRect content, StreekRect *map, StreekPoint *place)
{
  StreekSize size = streek_map_legend_flow (plan->legend, content.width);

  *map = content;
  map->height -= size.height + LEGEND_GAP_PT;
  *place = (StreekPoint){ content.x, map->y + map->height + LEGEND_GAP_PT };

  return size.width <= content.width ? fit_rect (get_extent (plan->figure, plan->options), *map)
                                     : 0;
}

static StreekProjection
make_projection (const StreekMapPlan *plan, StreekRect frame)
{
  const StreekView *view = &plan->view;
  double scale = 1 / view->metres_per_point;

  return (StreekProjection){ view->x - (frame.x + frame.width / 2) / scale,
                             view->y + (frame.y + frame.height / 2) / scale, scale };
}

static StreekView
make_view (const StreekFigure *figure, const StreekLayoutOptions *options, StreekRect frame)
{
  const StreekExtent *extent = get_extent (figure, options);

  if (options->view.metres_per_point > 0)
    return options->view;

  return (StreekView){ ((double) extent->x_min + extent->x_max) / 2,
                       ((double) extent->y_min + extent->y_max) / 2,
                       1 / MAX (fit_rect (extent, frame), 1e-9) };
}

/* The lines of a grid on the ground nearest to a place on paper, from below or from above. */
static double
align (double place, double origin, gboolean is_end)
{
  double cells = (place + origin) / GRID_CELL_PT;

  return (is_end ? ceil (cells) : floor (cells)) * GRID_CELL_PT - origin;
}

/**
 * streek_map_get_names_frame:
 *
 * A map that is moved under the hand places the names of a little more ground than it shows, and
 * looks for their places on a grid that lies still on the ground: then each name keeps its place
 * while the map moves, until it slides over the edge.
 *
 * Returns: where names may stand, on the paper of the map
 */
StreekRect
streek_map_get_names_frame (const StreekMapPlan *plan)
{
  StreekRect map = plan->map;

  if (!plan->options->bare || plan->options->view.metres_per_point <= 0)
    return map;

  double scale = plan->projection.scale;
  double east = plan->projection.x0 * scale, south = -plan->projection.y0 * scale;
  double left = align (map.x - NAMES_MARGIN_PT, east, FALSE);
  double top = align (map.y - NAMES_MARGIN_PT, south, FALSE);

  return (StreekRect){ left, top, align (map.x + map.width + NAMES_MARGIN_PT, east, TRUE) - left,
                       align (map.y + map.height + NAMES_MARGIN_PT, south, TRUE) - top };
}

StreekRowGrid *
streek_map_make_grid (const StreekMapPlan *plan)
{
  const StreekGround *ground = plan->figure->ground;

  return streek_row_grid_keeper_get (ground->grids, ground->rings, ground->n_rows,
                                     &plan->projection, streek_map_get_names_frame (plan),
                                     GRID_CELL_PT);
}

static void
set_map (StreekMapPlan *plan, StreekRect map)
{
  plan->map = map;
  plan->view = make_view (plan->figure, plan->options, map);
  plan->projection = make_projection (plan, map);
}

static const StreekCorner corners[] = { STREEK_CORNER_TOP_LEFT, STREEK_CORNER_TOP_RIGHT,
                                        STREEK_CORNER_BOTTOM_RIGHT, STREEK_CORNER_BOTTOM_LEFT };

StreekRect
streek_map_get_corner (StreekRect frame, StreekCorner corner, StreekSize size, double margin)
{
  gboolean is_right = corner == STREEK_CORNER_TOP_RIGHT || corner == STREEK_CORNER_BOTTOM_RIGHT;
  gboolean is_low = corner == STREEK_CORNER_BOTTOM_LEFT || corner == STREEK_CORNER_BOTTOM_RIGHT;

  return (StreekRect){ is_right ? frame.x + frame.width - margin - size.width : frame.x + margin,
                       is_low ? frame.y + frame.height - margin - size.height : frame.y + margin,
                       size.width, size.height };
}

/* In a corner of the map where no area of the figure lies. */
static gboolean
try_corner (StreekMapPlan *plan, StreekRect content)
{
  StreekSize size = streek_map_legend_flow (plan->legend, 0);

  set_map (plan, content);

  g_autoptr (StreekRowGrid) grid = streek_map_make_grid (plan);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      StreekRect rect = streek_map_get_corner (content, corners[i], size, LEGEND_GAP_PT);
      StreekRect around = { rect.x - LEGEND_PADDING_PT, rect.y - LEGEND_PADDING_PT,
                            rect.width + 2 * LEGEND_PADDING_PT,
                            rect.height + 2 * LEGEND_PADDING_PT };

      if (rect.height > content.height * 0.75 || rect.width > content.width * 0.4 ||
          streek_row_grid_measure_any (grid, around) > 0)
        continue;

      plan->legend_place = (StreekPoint){ rect.x, rect.y };
      plan->legend_box = around;

      return TRUE;
    }

  return FALSE;
}

/* Where somebody put it, on paper of its own; the map takes all the room. */
void
streek_map_put_legend (StreekMapPlan *plan, StreekRect content)
{
  StreekSize size = streek_map_legend_flow (plan->legend, 0);

  if (size.height > content.height * MAX_LOOSE_SHARE)
    size = streek_map_legend_flow (plan->legend, content.width * MAX_LOOSE_SHARE);

  plan->legend_box = streek_map_put (
    plan, STREEK_FURNITURE_LEGEND,
    (StreekSize){ size.width + 2 * LEGEND_PADDING_PT, size.height + 2 * LEGEND_PADDING_PT });
  plan->legend_place =
    (StreekPoint){ plan->legend_box.x + LEGEND_PADDING_PT, plan->legend_box.y + LEGEND_PADDING_PT };
}

/* Puts the legend where the map is largest. */
static void
place_legend (StreekMapPlan *plan, StreekRect content)
{
  StreekRect right_map, below_map;
  StreekPoint right_place, below_place;
  double right = try_right (plan, content, &right_map, &right_place);
  double below = try_below (plan, content, &below_map, &below_place);
  double whole = fit_rect (get_extent (plan->figure, plan->options), content);

  if (plan->options->view.metres_per_point <= 0 && whole > CORNER_GAIN * MAX (right, below) &&
      try_corner (plan, content))
    return;

  if (right >= below)
    {
      streek_map_legend_flow (plan->legend, 0);
      plan->legend_place = right_place;
      set_map (plan, right_map);
    }
  else
    {
      streek_map_legend_flow (plan->legend, content.width);
      plan->legend_place = below_place;
      set_map (plan, below_map);
    }
}

void
streek_map_lay_out_in (StreekMapPlan *plan, StreekRect content)
{
  plan->legend_box = (StreekRect){ 0 };

  /* however it was laid out the last time: what comes of the same room is the same */
  if (plan->legend != NULL)
    streek_map_legend_flow (plan->legend, 0);

  if (plan->legend == NULL || streek_map_legend_is_empty (plan->legend))
    set_map (plan, content);
  else if (streek_map_is_moved (plan, STREEK_FURNITURE_LEGEND))
    {
      set_map (plan, content);
      streek_map_put_legend (plan, content);
    }
  else
    place_legend (plan, content);
}

double
streek_map_get_fit (const StreekMapPlan *plan)
{
  return fit_rect (get_extent (plan->figure, plan->options), plan->map);
}

gboolean
streek_map_has_room (const StreekMapPlan *plan)
{
  double least = plan->options->bare ? MIN_BARE_PT : MIN_MAP_PT;

  return plan->map.width >= least && plan->map.height >= least;
}

static gboolean
check_room (const StreekMapPlan *plan, GError **error)
{
  if (streek_map_has_room (plan))
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                       _ ("There is no room for the map on paper of this size."));

  return FALSE;
}

/**
 * streek_map_plan:
 * @plan: (out caller-allocates): where everything stands; clear with streek_map_plan_clear()
 * @figure: the figure; kept
 * @options: paper and looks; kept
 * @typesetter: sets words; kept
 * @error: return location for a #StreekFigureError
 *
 * Measures the words first, gives the map what they leave, and puts the legend beside, under or
 * in a free corner of it: where the map is largest. Names that find no place on the map get numbers
 * and a list.
 *
 * Returns: %FALSE with @error set where no room is left for the map
 */
gboolean
streek_map_plan (StreekMapPlan *plan,
                 const StreekFigure *figure,
                 const StreekLayoutOptions *options,
                 StreekTypesetter *typesetter,
                 GError **error)
{
  StreekRect content = { 0, 0, options->size.width, options->size.height };

  *plan = (StreekMapPlan){ .figure = figure, .options = options, .typesetter = typesetter };
  plan->text_scale = options->bare ? 1 : streek_sheet_get_scale (options->size);
  fill_sheet (figure, options, &plan->sheet);

  if (!options->bare)
    content = streek_sheet_measure (&plan->sheet, typesetter);

  plan->content = content;
  plan->can_number = TRUE;
  plan->has_numbers_only = options->without_names && streek_map_wants_numbers (figure->spec);
  plan->most_numbers = STREEK_MOST_NUMBERS;
  plan->largest_circle_pt = streek_map_choose_largest_circle (figure, content);

  if (!options->bare)
    {
      make_legend (plan, content);
      streek_map_place_loose_parts (plan);
    }

  streek_map_lay_out_in (plan, content);

  if (!options->bare && streek_map_has_room (plan))
    streek_map_plan_numbers (plan, content);

  return check_room (plan, error);
}

/**
 * streek_map_plan_in:
 * @plan: (out caller-allocates): a map without anything around it; clear with
 *   streek_map_plan_clear()
 * @figure: the figure; kept
 * @options: its view and looks; kept
 * @typesetter: sets words; kept
 * @frame: where the map lies
 * @largest_circle_pt: radius of the largest circle
 *
 * A map that stands with others on one sheet, under one legend.
 */
void
streek_map_plan_in (StreekMapPlan *plan,
                    const StreekFigure *figure,
                    const StreekLayoutOptions *options,
                    StreekTypesetter *typesetter,
                    StreekRect frame,
                    double largest_circle_pt)
{
  *plan = (StreekMapPlan){ .figure = figure, .options = options, .typesetter = typesetter };
  plan->text_scale = streek_sheet_get_scale (options->size);
  plan->largest_circle_pt = largest_circle_pt;
  set_map (plan, frame);
}

/**
 * streek_map_plan_part:
 * @plan: (out caller-allocates): a map with its legend; clear with streek_map_plan_clear()
 * @figure: the figure; kept
 * @options: its view and looks; kept
 * @typesetter: sets words; kept
 * @content: where both lie
 *
 * A map that is a part of a sheet with words of its own around it.
 *
 * Returns: %FALSE where no room is left for the map
 */
gboolean
streek_map_plan_part (StreekMapPlan *plan,
                      const StreekFigure *figure,
                      const StreekLayoutOptions *options,
                      StreekTypesetter *typesetter,
                      StreekRect content)
{
  *plan = (StreekMapPlan){ .figure = figure, .options = options, .typesetter = typesetter };
  plan->text_scale = streek_sheet_get_scale (options->size);
  plan->content = content;
  plan->largest_circle_pt = streek_map_choose_largest_circle (figure, content);
  make_legend (plan, content);

  if (streek_map_legend_is_empty (plan->legend))
    set_map (plan, content);
  else
    place_legend (plan, content);

  return check_room (plan, NULL);
}

void
streek_map_plan_clear (StreekMapPlan *plan)
{
  g_clear_pointer (&plan->legend, streek_map_legend_free);
  g_clear_pointer (&plan->numbers, streek_map_numbers_free);
  g_clear_pointer (&plan->labels, g_array_unref);
}

StreekPoint
streek_map_to_paper (const StreekMapPlan *plan, double x, double y)
{
  return (StreekPoint){ (x - plan->projection.x0) * plan->projection.scale,
                        (plan->projection.y0 - y) * plan->projection.scale };
}

double
streek_map_get_radius (const StreekMapPlan *plan, guint row)
{
  if (plan->figure->circles == NULL || isnan (plan->figure->circles[row]))
    return 0;

  return streek_figure_get_circle_radius (plan->figure, plan->figure->circles[row],
                                          plan->largest_circle_pt);
}

int
streek_map_compare_by_size (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StreekFigure *figure = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double one = fabs (figure->circles[first]), other = fabs (figure->circles[second]);

  if (isnan (one) || isnan (other) || one == other)
    return isnan (one) != isnan (other) ? (isnan (one) ? 1 : -1) : (first < second ? -1 : 1);

  return one > other ? -1 : 1;
}

guint *
streek_map_order_rows (const StreekFigure *figure, GCompareDataFunc compare, gpointer data)
{
  guint *order = g_new (guint, figure->n_rows);

  for (guint row = 0; row < figure->n_rows; row++)
    order[row] = row;

  g_qsort_with_data (order, figure->n_rows, sizeof (guint), compare, data);

  return order;
}

gboolean
streek_map_holds (StreekRect rect, StreekPoint point)
{
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y &&
         point.y <= rect.y + rect.height;
}
