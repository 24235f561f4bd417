/* streek-map-layout.c: a map on paper: its marks, one after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"
#include "figure/streek-map-furniture.h"
#include "figure/streek-map-points.h"

#include <math.h>

/* All of them as one: areas beside each other that are chosen have one line around them together,
 * or the lines between many hide what they are about. */
static gint32 *
mark_rows (const StreekMapPlan *plan, const guint8 *selected, int hovered)
{
  const StreekGround *ground = plan->figure->ground;
  gint32 *group_of = g_new (gint32, ground->n_units);

  for (guint unit = 0; unit < ground->n_units; unit++)
    {
      gint32 row = ground->row_of[unit];
      gboolean is_marked = row >= 0 && (selected != NULL ? selected[row] != 0 : row == hovered);

      group_of[unit] = is_marked ? 0 : -1;
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
  gboolean has_classes = streek_figure_kind_has_classes (plan->figure->spec->kind);
  const StreekStroke *class_border =
    plan->figure->spec->grey ? &theme->grey_class_border : &theme->class_border;
  guint n = 0;

  if (ground->context_of != NULL && ground->context_mesh == NULL)
    lines[n++] = (StreekAreaLines){ ground->context_of, theme->context_line, FALSE };

  lines[n++] =
    (StreekAreaLines){ ground->row_of, has_classes ? *class_border : theme->border, FALSE };
  lines[n++] = (StreekAreaLines){ ground->row_of, theme->outer_border, TRUE };

  if (ground->outline_of != NULL)
    {
      StreekStroke stroke = *streek_theme_get_outline (theme, plan->figure->spec->grey);

      stroke.width *= plan->text_scale;

      if (has_classes) /* or it drowns in the dark classes */
        {
          StreekStroke casing = { theme->paper, stroke.width + 1.4 * plan->text_scale, 0, 0 };

          lines[n++] = (StreekAreaLines){ ground->outline_of, casing, FALSE };
        }

      lines[n++] = (StreekAreaLines){ ground->outline_of, stroke, FALSE };
    }

  if (selected != NULL)
    {
      lines[n++] = (StreekAreaLines){ selected, theme->selection_casing, FALSE, TRUE };
      lines[n++] = (StreekAreaLines){ selected, theme->selection, FALSE, TRUE };
    }

  if (hovered != NULL)
    lines[n++] = (StreekAreaLines){ hovered, theme->hover, FALSE, TRUE };

  return n;
}

static const StreekPaint *
get_context_paint (const StreekMapPlan *plan)
{
  return plan->figure->spec->grey ? &plan->options->theme->grey_context
                                  : &plan->options->theme->context;
}

static StreekAreasMark
begin_mark (const StreekMapPlan *plan, StreekMesh *mesh)
{
  return (StreekAreasMark){
    .mesh = mesh,
    .level = streek_mesh_pick_level (mesh, plan->view.metres_per_point /
                                             plan->options->theme->dots_per_point),
    .projection = plan->projection,
    .clip = plan->map,
  };
}

/* Surroundings that lie on another mesh than the areas: below them, and where those are of one
 * colour each, as fine lines over them too. */
static void
add_surroundings (const StreekMapPlan *plan, StreekSceneBuilder *builder, gboolean is_filled)
{
  const StreekGround *ground = plan->figure->ground;

  if (ground->context_mesh == NULL || ground->context_of == NULL)
    return;

  const gint32 row = -1;
  g_autofree gint32 *group_of = g_new (gint32, MAX (ground->n_context_units, 1));
  const StreekAreaLines line = { ground->context_of, plan->options->theme->context_line, FALSE };
  StreekAreasMark mark = begin_mark (plan, ground->context_mesh);

  for (guint unit = 0; unit < ground->n_context_units; unit++)
    group_of[unit] = is_filled && ground->context_of[unit] >= 0 ? 0 : -1;

  mark.group_of = group_of;
  mark.n_groups = 1;
  mark.paints = get_context_paint (plan);
  mark.rows = &row;
  mark.n_lines = 1;
  mark.lines = &line;
  streek_scene_builder_push_group (builder, is_filled ? "surroundings" : "municipalities", NULL);
  streek_scene_builder_add_areas (builder, &mark);
  streek_scene_builder_pop_group (builder);
}

/* A sheet at a time, each line on a light one: dark classes lie below it too. */
static void
add_overlay (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekFigure *figure = plan->figure;
  const StreekOverlay *overlay = figure->ground->overlay;

  if (overlay == NULL)
    return;

  StreekStroke stroke = *streek_theme_get_overlay (plan->options->theme, figure->spec->grey);
  g_autofree StreekPaint *paints = g_new0 (StreekPaint, overlay->n_areas + 1);
  g_autofree gint32 *rows = g_new (gint32, overlay->n_areas + 1);

  stroke.width *= plan->text_scale;
  for (guint area = 0; area < overlay->n_areas; area++)
    {
      paints[area] = streek_figure_get_overlay_paint (figure, area);
      rows[area] = -1;
    }

  streek_scene_builder_push_group (builder, "overlay", figure->overlay_set_name);
  for (guint i = 0; i < overlay->n_sheets; i++)
    {
      StreekStroke casing = { plan->options->theme->paper, stroke.width + 1.6 * plan->text_scale, 0,
                              0 };
      const gint32 *area_of = overlay->sheets[i].area_of;
      const StreekAreaLines lines[] = { { area_of, casing, FALSE }, { area_of, stroke, FALSE } };
      StreekAreasMark mark = begin_mark (plan, overlay->mesh);

      mark.group_of = area_of;
      mark.n_groups = overlay->n_areas;
      mark.paints = paints;
      mark.rows = rows;
      mark.n_lines = G_N_ELEMENTS (lines);
      mark.lines = lines;
      streek_scene_builder_add_areas (builder, &mark);
    }
  streek_scene_builder_pop_group (builder);
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
      gboolean is_context =
        ground->context_mesh == NULL && ground->context_of != NULL && ground->context_of[unit] >= 0;

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
  paints[figure->n_rows] = *get_context_paint (plan);

  StreekAreasMark mark = begin_mark (plan, ground->mesh);

  mark.group_of = group_of;
  mark.n_groups = figure->n_rows + 1;
  mark.paints = paints;
  mark.rows = rows;
  mark.n_lines = fill_lines (plan, lines, selected, hovered);
  mark.lines = lines;
  streek_scene_builder_push_group (builder, "areas", figure->set_name);
  streek_scene_builder_add_areas (builder, &mark);
  streek_scene_builder_pop_group (builder);
}

/* A dark line on a light one, over whatever colours there are. */
static void
add_focus (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekFigureFocus *focus = plan->options->focus;

  if (focus == NULL)
    return;

  const StreekTheme *theme = plan->options->theme;
  const StreekPaint nothing = { { 0 }, STREEK_HATCH_NONE, { 0 } };
  const gint32 row = -1;
  guint n_units = streek_mesh_get_n_units (focus->mesh);
  g_autofree gint32 *group_of = g_new (gint32, MAX (n_units, 1));
  const StreekStroke casing = { theme->paper, 4.2 * plan->text_scale, 0, 0 };
  const StreekStroke line = { theme->ink, 2.0 * plan->text_scale, 0, 0 };
  const StreekAreaLines lines[] = { { group_of, casing, FALSE }, { group_of, line, FALSE } };
  StreekAreasMark mark = begin_mark (plan, focus->mesh);

  for (guint unit = 0; unit < n_units; unit++)
    group_of[unit] = -1;
  for (guint i = 0; i < focus->n_units; i++)
    group_of[focus->units[i]] = 0;

  mark.group_of = group_of;
  mark.n_groups = 1;
  mark.paints = &nothing;
  mark.rows = &row;
  mark.n_lines = G_N_ELEMENTS (lines);
  mark.lines = lines;
  streek_scene_builder_push_group (builder, "focus", NULL);
  streek_scene_builder_add_areas (builder, &mark);
  streek_scene_builder_pop_group (builder);
}

/* A ring with a light casing: whatever the colour under it is, it stays the colour of its class. */
static void
add_ring (const StreekMapPlan *plan,
          StreekSceneBuilder *builder,
          StreekPoint center,
          double radius,
          gboolean is_negative,
          int row)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekStroke casing = { theme->paper, 2.6, 0, 0 };
  const StreekStroke line = { theme->ink, 1.1, is_negative ? 2 : 0, is_negative ? 1.5 : 0 };

  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius, NULL, &casing,
                                   row);
  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius, NULL, &line, row);
}

/* The largest first, so that none is hidden. A real zero is a small open dot. */
static void
add_circles (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekFigure *figure = plan->figure;
  const StreekTheme *theme = plan->options->theme;
  g_autofree guint *order =
    streek_map_order_rows (figure, streek_map_compare_by_size, (gpointer) figure);

  const StreekStroke *line = NULL;
  const StreekPaint *paint = streek_theme_get_circle (theme, figure->spec->grey, &line);

  gboolean is_over = figure->spec->kind == STREEK_FIGURE_COMBINED;

  streek_scene_builder_push_group (builder, "circles",
                                   is_over ? figure->second_name : figure->indicator_name);

  for (guint i = 0; i < figure->n_rows; i++)
    {
      guint row = order[i];
      const StreekPlace *place = &figure->ground->places[row];
      StreekPoint center = streek_map_to_paper (plan, place->circle.x, place->circle.y);
      gboolean is_open = figure->circles[row] <= 0;
      double radius = MAX (streek_map_get_radius (plan, row), is_open ? 1.2 : 0.4);

      if (isnan (figure->circles[row]) || !streek_map_holds (plan->map, center))
        continue;

      if (is_over)
        add_ring (plan, builder, center, radius, figure->circles[row] < 0, (int) row);
      else
        streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius,
                                         is_open ? &theme->negative_circle : paint, line, row);
    }

  streek_scene_builder_pop_group (builder);
}

static void
add_frame (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };

  if (plan->legend != NULL && plan->legend_box.width > 0)
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

/* What somebody would look for among many documents. */
static void
set_keywords (const StreekFigure *figure, StreekSceneBuilder *builder)
{
  const char *words[] = { figure->set_name, figure->indicator_name, NULL };
  g_autofree char *keywords = g_strjoinv (", ", (char **) words);

  streek_scene_builder_set_keywords (builder, keywords);
}

void
streek_map_place_furniture (StreekMapPlan *plan, const StreekRowGrid *grid)
{
  plan->scale_box = plan->north_box = plan->inset_box = (StreekRect){ 0 };
  streek_map_place_scale (plan, grid);
  streek_map_place_inset (plan, grid);
}

void
streek_map_draw (StreekMapPlan *plan,
                 StreekSceneBuilder *builder,
                 gboolean has_names,
                 gboolean has_scale)
{
  g_autoptr (StreekRowGrid) grid = streek_map_make_grid (plan);

  streek_scene_builder_push_group (builder, "map", plan->figure->title);
  if (streek_map_has_surroundings (plan))
    streek_map_draw_surroundings (plan, builder);
  add_surroundings (plan, builder, TRUE);
  add_areas (plan, builder);

  if (plan->figure->spec->kind == STREEK_FIGURE_AREAS)
    add_surroundings (plan, builder, FALSE);
  add_overlay (plan, builder);
  streek_map_draw_predecessors (plan, builder);
  add_focus (plan, builder);

  if (plan->figure->circles != NULL)
    add_circles (plan, builder);

  streek_map_draw_points (plan, builder);

  if (has_scale)
    streek_map_place_furniture (plan, grid);
  if (has_names)
    streek_map_draw_names (plan, builder, grid);
  add_frame (plan, builder);
  if (has_scale)
    {
      streek_map_draw_inset (plan, builder);
      streek_map_draw_scale (plan, builder);
      streek_map_draw_north (plan, builder);
    }
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

      set_keywords (figure, builder);
      streek_map_draw (&plan, builder, !options->without_names || plan.has_numbers_only,
                       !options->without_scale);

      if (plan.legend != NULL && !streek_map_legend_is_empty (plan.legend))
        streek_map_legend_draw (plan.legend, builder, plan.legend_place);

      if (plan.numbers != NULL)
        streek_map_draw_numbers (&plan, builder);

      streek_map_draw_loose_parts (&plan, builder);
      streek_map_add_movables (&plan, builder);
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
