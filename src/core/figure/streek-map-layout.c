/* streek-map-layout.c: a map on paper: where everything stands, and its marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"
#include "figure/streek-map-furniture.h"
#include "figure/streek-map-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_MAP_PT 70.0
#define MIN_BARE_PT 16.0
#define GRID_CELL_PT 2.0
#define MAX_LEGEND_SHARE 0.32
#define LEGEND_GAP_PT 14.0
/* A corner of the map takes the legend in only where the map gains this much from it. */
#define CORNER_GAIN 1.12
#define CIRCLES_SHARE 0.16
#define MAX_CIRCLE_SHARE 0.075
#define MIN_LARGEST_CIRCLE_PT 5.0
#define FEW_AREAS 120

static double
fit (const StreekGround *ground, double width, double height, double padding)
{
  double across = MAX ((double) ground->extent.x_max - ground->extent.x_min, 1);
  double along = MAX ((double) ground->extent.y_max - ground->extent.y_min, 1);

  return MIN ((width - 2 * padding) / across, (height - 2 * padding) / along);
}

static double
get_padding (StreekRect frame)
{
  return CLAMP (MIN (frame.width, frame.height) * 0.03, 2, 10);
}

static double
fit_rect (const StreekGround *ground, StreekRect frame)
{
  return fit (ground, frame.width, frame.height, get_padding (frame));
}

/* Circles may cover a part of the land together, and none may be out of proportion to the map. */
static double
choose_largest_circle (const StreekFigure *figure, StreekRect frame)
{
  double scale = fit_rect (figure->ground, frame);
  double land = figure->ground->area_km2 * 1e6 * scale * scale;
  double shares = 0;

  if (figure->spec->kind != STREEK_FIGURE_CIRCLES || figure->largest <= 0)
    return 0;

  for (guint row = 0; row < figure->n_rows; row++)
    if (!isnan (figure->values[row]))
      shares += fabs (figure->values[row]) / figure->largest;

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
    .has_logo = options->logo_path != NULL,
  };
}

static StreekMapLegend *
make_legend (StreekMapPlan *plan, double max_width)
{
  return streek_map_legend_new (plan->figure, plan->options->theme, plan->options->format,
                                plan->typesetter, plan->text_scale, plan->largest_circle_pt,
                                max_width);
}

/* Beside the map. */
static double
try_right (StreekMapPlan *plan, StreekRect content, StreekRect *map, StreekPoint *place)
{
  StreekSize size = streek_map_legend_get_size (plan->legend);

  *map = content;
  map->width -= size.width + LEGEND_GAP_PT;
  *place = (StreekPoint){ map->x + map->width + LEGEND_GAP_PT, content.y };

  return size.height <= content.height ? fit_rect (plan->figure->ground, *map) : 0;
}

/* Under the map, in columns. */
static double
try_below (StreekMapPlan *plan, StreekRect content, StreekRect *map, StreekPoint *place)
{
  StreekSize size = streek_map_legend_flow (plan->legend, content.width);

  *map = content;
  map->height -= size.height + LEGEND_GAP_PT;
  *place = (StreekPoint){ content.x, map->y + map->height + LEGEND_GAP_PT };

  return size.width <= content.width ? fit_rect (plan->figure->ground, *map) : 0;
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
  const StreekExtent *extent = &figure->ground->extent;

  if (options->view.metres_per_point > 0)
    return options->view;

  return (StreekView){ ((double) extent->x_min + extent->x_max) / 2,
                       ((double) extent->y_min + extent->y_max) / 2,
                       1 / MAX (fit_rect (figure->ground, frame), 1e-9) };
}

static StreekRowGrid *
make_grid (const StreekMapPlan *plan)
{
  const StreekGround *ground = plan->figure->ground;

  return streek_row_grid_new (ground->rings, ground->n_rows, &plan->projection, plan->map,
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

  g_autoptr (StreekRowGrid) grid = make_grid (plan);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      StreekRect rect = streek_map_get_corner (content, corners[i], size, LEGEND_GAP_PT);
      StreekRect around = { rect.x - 8, rect.y - 8, rect.width + 16, rect.height + 16 };

      if (rect.height > content.height * 0.75 || rect.width > content.width * 0.4 ||
          streek_row_grid_measure_any (grid, around) > 0)
        continue;

      plan->legend_place = (StreekPoint){ rect.x, rect.y };
      plan->legend_box = around;

      return TRUE;
    }

  return FALSE;
}

/* Puts the legend where the map is largest. */
static void
place_legend (StreekMapPlan *plan, StreekRect content)
{
  StreekRect right_map, below_map;
  StreekPoint right_place, below_place;
  double right = try_right (plan, content, &right_map, &right_place);
  double below = try_below (plan, content, &below_map, &below_place);
  double whole = fit_rect (plan->figure->ground, content);

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

static gboolean
check_room (const StreekMapPlan *plan, GError **error)
{
  double least = plan->options->bare ? MIN_BARE_PT : MIN_MAP_PT;

  if (plan->map.width >= least && plan->map.height >= least)
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
 * in a free corner of it: where the map is largest.
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

  plan->largest_circle_pt = choose_largest_circle (figure, content);

  if (!options->bare)
    plan->legend =
      make_legend (plan, CLAMP (content.width * MAX_LEGEND_SHARE, 60, 190 * plan->text_scale));

  if (plan->legend != NULL && !streek_map_legend_is_empty (plan->legend))
    place_legend (plan, content);
  else
    set_map (plan, content);

  return check_room (plan, error);
}

void
streek_map_plan_clear (StreekMapPlan *plan)
{
  g_clear_pointer (&plan->legend, streek_map_legend_free);
}

static StreekPoint
to_paper (const StreekMapPlan *plan, double x, double y)
{
  return (StreekPoint){ (x - plan->projection.x0) * plan->projection.scale,
                        (plan->projection.y0 - y) * plan->projection.scale };
}

static gint32 *
mark_rows (const StreekMapPlan *plan, const guint8 *selected, int hovered)
{
  const StreekGround *ground = plan->figure->ground;
  gint32 *group_of = g_new (gint32, ground->n_units);

  for (guint unit = 0; unit < ground->n_units; unit++)
    {
      gint32 row = ground->row_of[unit];
      gboolean is_marked = row >= 0 && (selected != NULL ? selected[row] != 0 : row == hovered);

      group_of[unit] = is_marked ? row : -1;
    }

  return group_of;
}

static gboolean
has_selection (const StreekMapPlan *plan)
{
  const guint8 *selected = plan->options->selected;

  for (guint row = 0; selected != NULL && row < plan->figure->n_rows; row++)
    if (selected[row] != 0)
      return TRUE;

  return FALSE;
}

/* Fine borders of the surroundings first, then of the areas, of all together, of the outline set,
 * and last what a person points at. */
static guint
fill_lines (const StreekMapPlan *plan,
            StreekAreaLines *lines,
            const gint32 *selected,
            const gint32 *hovered)
{
  const StreekGround *ground = plan->figure->ground;
  const StreekTheme *theme = plan->options->theme;
  gboolean has_classes = plan->figure->spec->kind == STREEK_FIGURE_CHOROPLETH;
  const StreekStroke *class_border =
    plan->figure->spec->grey ? &theme->grey_class_border : &theme->class_border;
  guint n = 0;

  if (ground->context_of != NULL)
    lines[n++] = (StreekAreaLines){ ground->context_of, theme->context_line, FALSE };

  lines[n++] =
    (StreekAreaLines){ ground->row_of, has_classes ? *class_border : theme->border, FALSE };
  lines[n++] = (StreekAreaLines){ ground->row_of, theme->outer_border, TRUE };

  if (ground->outline_of != NULL)
    {
      StreekStroke stroke = theme->outline;

      stroke.width *= plan->text_scale;
      lines[n++] = (StreekAreaLines){ ground->outline_of, stroke, FALSE };
    }

  if (selected != NULL)
    {
      lines[n++] = (StreekAreaLines){ selected, theme->selection_casing, FALSE };
      lines[n++] = (StreekAreaLines){ selected, theme->selection, FALSE };
    }

  if (hovered != NULL)
    lines[n++] = (StreekAreaLines){ hovered, theme->hover, FALSE };

  return n;
}

static void
add_areas (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekFigure *figure = plan->figure;
  const StreekGround *ground = figure->ground;
  const StreekLayoutOptions *options = plan->options;
  g_autofree gint32 *group_of = g_new (gint32, ground->n_units);
  g_autofree gint32 *rows = g_new (gint32, figure->n_rows + 1);
  g_autofree StreekPaint *paints = g_new0 (StreekPaint, figure->n_rows + 1);
  g_autofree gint32 *selected =
    has_selection (plan) ? mark_rows (plan, options->selected, -1) : NULL;
  g_autofree gint32 *hovered =
    options->hovered >= 0 ? mark_rows (plan, NULL, options->hovered) : NULL;
  StreekAreaLines lines[8];

  for (guint unit = 0; unit < ground->n_units; unit++)
    {
      gboolean is_context = ground->context_of != NULL && ground->context_of[unit] >= 0;

      group_of[unit] = ground->row_of[unit];

      if (group_of[unit] < 0 && is_context)
        group_of[unit] = figure->n_rows;
    }

  for (guint row = 0; row < figure->n_rows; row++)
    {
      rows[row] = row;
      paints[row] = streek_figure_get_row_paint (figure, row);
    }

  rows[figure->n_rows] = -1;
  paints[figure->n_rows] =
    figure->spec->grey ? options->theme->grey_context : options->theme->context;

  StreekAreasMark mark = {
    .mesh = ground->mesh,
    .level = streek_mesh_pick_level (ground->mesh,
                                     plan->view.metres_per_point / options->theme->dots_per_point),
    .projection = plan->projection,
    .clip = plan->map,
    .group_of = group_of,
    .n_groups = figure->n_rows + 1,
    .paints = paints,
    .rows = rows,
    .n_lines = fill_lines (plan, lines, selected, hovered),
    .lines = lines,
  };

  streek_scene_builder_push_group (builder, "areas", figure->set_name);
  streek_scene_builder_add_areas (builder, &mark);
  streek_scene_builder_pop_group (builder);
}

static double
get_radius (const StreekMapPlan *plan, guint row)
{
  if (plan->figure->spec->kind != STREEK_FIGURE_CIRCLES || isnan (plan->figure->values[row]))
    return 0;

  return streek_figure_get_circle_radius (plan->figure, plan->figure->values[row],
                                          plan->largest_circle_pt);
}

static int
compare_by_size (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StreekFigure *figure = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double one = fabs (figure->values[first]), other = fabs (figure->values[second]);

  if (isnan (one) || isnan (other) || one == other)
    return isnan (one) != isnan (other) ? (isnan (one) ? 1 : -1) : (first < second ? -1 : 1);

  return one > other ? -1 : 1;
}

static int
compare_by_room (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const StreekGround *ground = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  double one = ground->places[first].area_km2, other = ground->places[second].area_km2;

  if (one == other)
    return first < second ? -1 : 1;

  return one > other ? -1 : 1;
}

static guint *
order_rows (const StreekFigure *figure, GCompareDataFunc compare, gpointer data)
{
  guint *order = g_new (guint, figure->n_rows);

  for (guint row = 0; row < figure->n_rows; row++)
    order[row] = row;

  g_qsort_with_data (order, figure->n_rows, sizeof (guint), compare, data);

  return order;
}

static gboolean
is_in (StreekRect rect, StreekPoint point)
{
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y &&
         point.y <= rect.y + rect.height;
}

/* The largest first, so that none is hidden. A real zero is a small open dot. */
static void
add_circles (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekFigure *figure = plan->figure;
  const StreekTheme *theme = plan->options->theme;
  g_autofree guint *order = order_rows (figure, compare_by_size, (gpointer) figure);

  streek_scene_builder_push_group (builder, "circles", figure->indicator_name);

  for (guint i = 0; i < figure->n_rows; i++)
    {
      guint row = order[i];
      const StreekPlace *place = &figure->ground->places[row];
      StreekPoint center = to_paper (plan, place->x, place->y);
      gboolean is_open = figure->values[row] <= 0;

      if (isnan (figure->values[row]) || !is_in (plan->map, center))
        continue;

      streek_scene_builder_add_symbol (
        builder, STREEK_SYMBOL_CIRCLE, center, MAX (get_radius (plan, row), is_open ? 1.2 : 0.4),
        is_open ? &theme->negative_circle : &theme->circle, &theme->circle_line, row);
    }

  streek_scene_builder_pop_group (builder);
}

/* Large areas speak a little louder. */
static StreekFont
choose_font (const StreekMapPlan *plan, double radius_pt)
{
  double base = plan->options->theme->label_pt * plan->text_scale;
  gboolean is_quiet =
    plan->figure->n_rows > FEW_AREAS || plan->figure->spec->kind == STREEK_FIGURE_CIRCLES;
  double louder = is_quiet ? 1 : CLAMP (radius_pt / 26, 1, 1.5);

  return (StreekFont){ base * louder, STREEK_WEIGHT_NORMAL, FALSE };
}

static void
place_row_labels (const StreekMapPlan *plan, StreekLabeller *labeller, const StreekRowGrid *grid)
{
  const StreekFigure *figure = plan->figure;
  const StreekGround *ground = figure->ground;
  const StreekLayoutOptions *options = plan->options;
  gboolean has_circles = figure->spec->kind == STREEK_FIGURE_CIRCLES;
  g_autofree guint *order = has_circles ? order_rows (figure, compare_by_size, (gpointer) figure)
                                        : order_rows (figure, compare_by_room, (gpointer) ground);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (StreekLabelWish));
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < figure->n_rows; i++)
    {
      guint row = order[i];
      const StreekPlace *place = &ground->places[row];
      StreekPoint anchor = to_paper (plan, place->x, place->y);
      double radius = place->radius_m * plan->projection.scale;
      gboolean may_lead = figure->n_rows <= FEW_AREAS && options->view.metres_per_point <= 0;

      if (!is_in (plan->map, anchor) || (radius < 1.5 && !may_lead))
        continue;

      char *text = figure->spec->show_values && figure->spec->kind != STREEK_FIGURE_AREAS
                     ? streek_figure_format_value (figure, row, options->format)
                     : NULL;
      StreekLabelWish wish = {
        .row = row,
        .group = row,
        .name = figure->spec->show_names || text == NULL ? figure->names[row] : text,
        .figure = figure->spec->show_names ? text : NULL,
        .anchor = anchor,
        .radius_pt = radius,
        .font = choose_font (plan, radius),
        .circle_pt = get_radius (plan, row),
        .may_lead = may_lead,
        .stays_inside = figure->n_rows > FEW_AREAS,
      };

      if (text != NULL)
        g_ptr_array_add (figures, text);

      g_array_append_val (wishes, wish);
    }

  streek_labeller_place (labeller, (const StreekLabelWish *) (gpointer) wishes->data, wishes->len,
                         grid);
}

/* Where both sets have an area of one name, it stands on the map once. */
static gboolean
is_row_name (const StreekFigure *figure, const char *name)
{
  return g_strv_contains ((const char *const *) figure->names, name);
}

static void
place_outline_labels (const StreekMapPlan *plan, StreekLabeller *labeller)
{
  const StreekGround *ground = plan->figure->ground;
  g_autofree StreekLabelWish *wishes = g_new0 (StreekLabelWish, MAX (ground->n_outlines, 1));
  g_autoptr (StreekRowGrid) grid = streek_row_grid_new (ground->outline_rings, ground->n_outlines,
                                                        &plan->projection, plan->map, GRID_CELL_PT);
  double base = plan->options->theme->label_pt * plan->text_scale;
  guint n_wishes = 0;

  for (guint i = 0; i < ground->n_outlines; i++)
    {
      const StreekPlace *place = &ground->outline_places[i];

      if (is_row_name (plan->figure, plan->figure->outline_names[i]))
        continue;

      wishes[n_wishes++] = (StreekLabelWish){
        .row = -1,
        .group = i,
        .name = plan->figure->outline_names[i],
        .anchor = to_paper (plan, place->x, place->y),
        .radius_pt = place->radius_m * plan->projection.scale,
        .font = { base * 1.15, STREEK_WEIGHT_BOLD, TRUE },
      };
    }

  streek_labeller_place (labeller, wishes, n_wishes, grid);
}

static void
draw_label (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPlacedLabel *label)
{
  const StreekTheme *theme = plan->options->theme;
  StreekPoint origin = { label->rect.x, label->rect.y + streek_text_run_get_ascent (label->run) };

  if (label->has_leader)
    {
      StreekStroke stroke = { theme->ink, 0.5, 0, 0 };
      const StreekPaint ink = { .color = theme->ink };

      streek_scene_builder_add_rule (builder, label->leader_from, label->leader_to, &stroke,
                                     label->row);
      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, label->leader_from, 0.9, &ink,
                                       NULL, label->row);
    }

  streek_scene_builder_add_text (builder, label->run, origin,
                                 label->row < 0 ? theme->outline.color : theme->ink, &theme->halo,
                                 label->row);
}

static void
add_labels (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekRowGrid *grid)
{
  const StreekFigure *figure = plan->figure;
  g_autoptr (StreekLabeller) labeller = streek_labeller_new (plan->typesetter, plan->map);

  if (!figure->spec->show_names && !figure->spec->show_values)
    return;

  streek_labeller_block (labeller, plan->legend_box, -1);
  streek_labeller_block (labeller, plan->scale_box, -1);

  for (guint row = 0; row < figure->n_rows; row++)
    {
      double radius = get_radius (plan, row);
      const StreekPlace *place = &figure->ground->places[row];
      StreekPoint center = to_paper (plan, place->x, place->y);

      if (radius > 2) /* the square in the circle: its corners are too pale to mind */
        streek_labeller_block (labeller,
                               (StreekRect){ center.x - radius * 0.8, center.y - radius * 0.8,
                                             radius * 1.6, radius * 1.6 },
                               row);
    }

  place_row_labels (plan, labeller, grid);

  if (figure->ground->n_outlines > 0 && figure->spec->show_names)
    place_outline_labels (plan, labeller);

  streek_scene_builder_push_group (builder, "labels", _ ("Names"));

  for (guint i = 0; i < streek_labeller_get_n_placed (labeller); i++)
    draw_label (plan, builder, streek_labeller_get_placed (labeller, i));

  streek_scene_builder_pop_group (builder);
}

static void
add_frame (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };

  if (plan->legend_box.width > 0)
    streek_scene_builder_add_rect (builder, plan->legend_box, &paper, &theme->frame, -1);

  if (!plan->options->bare)
    streek_scene_builder_add_rect (builder, plan->map, NULL, &theme->frame, -1);
}

static void
begin_bare (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekPaint paper = { .color = plan->options->theme->paper };

  streek_scene_builder_set_metadata (builder, plan->figure->title, plan->figure->description,
                                     plan->options->language);
  streek_scene_builder_add_rect (builder, plan->map, &paper, NULL, -1);
}

static void
draw_map (StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  g_autoptr (StreekRowGrid) grid = make_grid (plan);

  streek_scene_builder_push_group (builder, "map", plan->figure->title);
  add_areas (plan, builder);

  if (plan->figure->spec->kind == STREEK_FIGURE_CIRCLES)
    add_circles (plan, builder);

  streek_map_place_scale (plan, grid);
  add_labels (plan, builder, grid);
  add_frame (plan, builder);
  streek_map_draw_scale (plan, builder);
  streek_scene_builder_pop_group (builder);
}

/**
 * streek_figure_layout:
 * @figure: the figure
 * @options: paper, theme, numbers and what a person points at
 * @error: return location for a #StreekFigureError
 *
 * Lays the figure out for its size: title, context, map, legend, scale, notes and source, or the
 * map alone where it is bare. Reads no global state but the language of its few own words; any
 * thread.
 *
 * Returns: (transfer full): the scene, or %NULL with @error set where the paper is too small
 */
StreekScene *
streek_figure_layout (const StreekFigure *figure,
                      const StreekLayoutOptions *options,
                      GError **error)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekMapPlan plan;
  StreekScene *scene = NULL;

  g_return_val_if_fail (
    figure != NULL && options != NULL && options->theme != NULL && options->format != NULL, NULL);

  if (streek_map_plan (&plan, figure, options, typesetter, error))
    {
      StreekSceneBuilder *builder = streek_scene_builder_new (options->size);

      if (options->bare)
        begin_bare (&plan, builder);
      else
        streek_sheet_begin (&plan.sheet, builder, typesetter, 0, 1);

      draw_map (&plan, builder);

      if (plan.legend != NULL && !streek_map_legend_is_empty (plan.legend))
        streek_map_legend_draw (plan.legend, builder, plan.legend_place);

      scene = streek_scene_builder_end (builder);
    }

  streek_map_plan_clear (&plan);

  return scene;
}

/**
 * streek_figure_get_view:
 * @options: as for the layout
 * @map_frame: (out) (optional): where the map lies on the paper
 *
 * Returns: the part of the ground that layout shows for the same options
 */
StreekView
streek_figure_get_view (const StreekFigure *figure,
                        const StreekLayoutOptions *options,
                        StreekRect *map_frame)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekMapPlan plan;

  streek_map_plan (&plan, figure, options, typesetter, NULL);
  streek_map_plan_clear (&plan);

  if (map_frame != NULL)
    *map_frame = plan.map;

  return plan.view;
}

/**
 * streek_figure_get_circle_factor:
 * @options: as for the layout
 *
 * Returns: what to multiply the radius of a legend entry by, for a legend beside that map
 */
double
streek_figure_get_circle_factor (const StreekFigure *figure, const StreekLayoutOptions *options)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekMapPlan plan;

  streek_map_plan (&plan, figure, options, typesetter, NULL);
  streek_map_plan_clear (&plan);

  return plan.largest_circle_pt / STREEK_NOMINAL_RADIUS_PT;
}
