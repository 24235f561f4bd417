/* streek-map-names.c: which names a map shows, and where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"
#include "figure/streek-map-labels.h"
#include "figure/streek-map-points.h"
#include "figure/streek-reading-order.h"
#include "figure/streek-vision.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define GRID_CELL_PT 2.0
#define MIN_NAMED_SHARE 0.1
/* Of the letters of a name: among names, and where there are none. */
#define NUMBER_SIZE 0.95
#define ONLY_NUMBER_SIZE 1.15
#define DARK_HATCH_LIGHTNESS 80.0
#define DARK_LIGHTNESS 55.0 /* CIE L*: below it white letters read better than black ones */

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

/* Rows of which the map shows something: on the page of one area few, and all may be named. */
static guint
count_shown (const StreekMapPlan *plan)
{
  const StreekGround *ground = plan->figure->ground;
  guint n = 0;

  if (plan->options->fit == NULL)
    return plan->figure->n_rows;

  for (guint row = 0; row < plan->figure->n_rows; row++)
    n += streek_map_holds (plan->map, streek_map_to_paper (plan, ground->places[row].circle.x,
                                                           ground->places[row].circle.y));

  return n;
}

static gboolean
is_crowded (const StreekMapPlan *plan)
{
  return count_shown (plan) > STREEK_FEW_AREAS;
}

/* The row that the page is about where the map shows little more, -1: none. */
static int
find_focus_row (const StreekMapPlan *plan)
{
  const StreekFigureFocus *focus = plan->options->focus;
  const StreekGround *ground = plan->figure->ground;

  if (plan->options->fit == NULL || focus == NULL || focus->n_units == 0 ||
      focus->mesh != ground->mesh)
    return -1;

  gint32 row = ground->row_of[focus->units[0]];

  for (guint i = 1; i < focus->n_units; i++)
    if (ground->row_of[focus->units[i]] != row)
      return -1;

  return row;
}

/* The name that is looked for is the first to choose its place. */
static void
put_first (guint *order, guint n, guint row)
{
  guint at = 0;

  while (at < n && order[at] != row)
    at++;

  if (at == n)
    return;

  memmove (order + 1, order, at * sizeof *order);
  order[0] = row;
}

/* Large areas speak a little louder. */
static StreekFont
choose_font (const StreekMapPlan *plan, double radius_pt, gboolean is_quiet)
{
  double base = plan->options->theme->label_pt * plan->text_scale;
  double louder = is_quiet ? 1 : CLAMP (radius_pt / 26, 1, 1.5);

  return (StreekFont){ base * louder, STREEK_WEIGHT_NORMAL, FALSE };
}

gboolean
streek_map_wants_numbers (const StreekFigureSpec *spec)
{
  return (spec->show_names || spec->show_values) &&
         (spec->furniture.numbers == STREEK_NUMBERS_REST ||
          spec->furniture.numbers == STREEK_NUMBERS_ALL);
}

StreekNumbers
streek_map_get_numbers (const StreekMapPlan *plan)
{
  const StreekFigureSpec *spec = plan->figure->spec;

  if (!plan->can_number || plan->figure->without_numbers ||
      (!spec->show_names && !spec->show_values))
    return STREEK_NUMBERS_NONE;

  if (plan->has_numbers_only)
    return STREEK_NUMBERS_ALL;

  if (spec->furniture.numbers != STREEK_NUMBERS_AUTOMATIC)
    return spec->furniture.numbers;

  return plan->figure->n_rows <= STREEK_FEW_AREAS ? STREEK_NUMBERS_REST : STREEK_NUMBERS_NONE;
}

/* Of two indicators both; why one is missing stands in the legend, or is the lack of a circle. */
static char *
dup_value (const StreekFigure *figure, guint row, const StreekFormat *format)
{
  g_autofree char *value = streek_figure_format_value (figure, row, format);

  if (figure->second_values == NULL || isnan (figure->second_values[row]) ||
      isnan (figure->values[row]))
    return g_steal_pointer (&value);

  guint column = (guint) streek_table_find_column (figure->table, "second");
  g_autofree char *second = streek_table_format_cell (figure->table, row, column, format);

  return g_strdup_printf ("%s · %s", value, second);
}

char *
streek_map_dup_label_value (const StreekMapPlan *plan, guint row)
{
  const StreekFigureSpec *spec = plan->figure->spec;

  return spec->show_values && spec->kind != STREEK_FIGURE_AREAS
           ? dup_value (plan->figure, row, plan->options->format)
           : NULL;
}

static StreekFont
get_number_font (const StreekMapPlan *plan)
{
  double size = plan->options->theme->label_pt * plan->text_scale;
  gboolean is_only = streek_map_get_numbers (plan) == STREEK_NUMBERS_ALL;

  return (StreekFont){ size * (is_only ? ONLY_NUMBER_SIZE : NUMBER_SIZE), STREEK_WEIGHT_BOLD,
                       FALSE };
}

/* Names where there is room, and numbers for the rest or for all. */
static void
place_wishes (const StreekMapPlan *plan,
              StreekLabeller *labeller,
              const GArray *wishes,
              const StreekRowGrid *grid)
{
  const StreekLabelWish *first = (const StreekLabelWish *) (gconstpointer) wishes->data;
  StreekNumbers numbers = streek_map_get_numbers (plan);

  if (numbers != STREEK_NUMBERS_ALL)
    streek_labeller_place (labeller, first, wishes->len, grid);

  if (numbers == STREEK_NUMBERS_NONE)
    return;

  g_autoptr (GArray) indices =
    numbers == STREEK_NUMBERS_ALL
      ? g_array_new (FALSE, FALSE, sizeof (guint))
      : g_array_copy ((GArray *) streek_labeller_get_homeless (labeller));

  for (guint i = 0; numbers == STREEK_NUMBERS_ALL && i < wishes->len; i++)
    g_array_append_val (indices, i);

  streek_labeller_place_numbers (labeller, first, indices, plan->most_numbers,
                                 get_number_font (plan), grid);
}

/* (transfer full) (nullable): the numbers that areas keep while a map is zoomed and moved, or on
 * the other maps beside it; on paper of its own they run from 1. */
static guint *
keep_numbers (const StreekMapPlan *plan)
{
  const StreekFigure *figure = plan->figure;
  guint n = figure->n_rows;

  if (figure->numbers != NULL)
    return g_memdup2 (figure->numbers, n * sizeof *figure->numbers);

  if (!plan->options->bare || n > STREEK_MOST_KEPT_NUMBERS)
    return NULL;

  g_autofree StreekPoint *places = g_new (StreekPoint, n + 1);
  guint *numbers = g_new (guint, n + 1);

  for (guint row = 0; row < n; row++)
    {
      const StreekPlace *place = &figure->ground->places[row];

      places[row] = (StreekPoint){ place->circle.x, -place->circle.y };
    }

  streek_number_as_read (places, n, numbers);

  return numbers;
}

static void
place_row_labels (const StreekMapPlan *plan, StreekLabeller *labeller, const StreekRowGrid *grid)
{
  const StreekFigure *figure = plan->figure;
  const StreekGround *ground = figure->ground;
  const StreekLayoutOptions *options = plan->options;
  gboolean has_circles = figure->circles != NULL;
  g_autofree guint *order =
    has_circles ? streek_map_order_rows (figure, streek_map_compare_by_size, (gpointer) figure)
                : streek_map_order_rows (figure, compare_by_room, (gpointer) ground);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (StreekLabelWish));
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  gboolean has_numbers = streek_map_get_numbers (plan) != STREEK_NUMBERS_NONE;
  g_autofree guint *numbers = has_numbers ? keep_numbers (plan) : NULL;
  gboolean crowded = is_crowded (plan);
  g_autofree StreekRoom *rooms =
    options->fit != NULL ? streek_row_grid_find_rooms (grid, figure->n_rows) : NULL;
  StreekRect frame = streek_map_get_names_frame (plan);
  int focus = find_focus_row (plan);

  if (focus >= 0)
    put_first (order, figure->n_rows, (guint) focus);

  for (guint i = 0; i < figure->n_rows; i++)
    {
      guint row = order[i];
      const StreekPlace *place = &ground->places[row];
      StreekPoint anchor = streek_map_to_paper (plan, place->circle.x, place->circle.y);
      double radius = place->circle.radius_m * plan->projection.scale;
      double circle = streek_map_get_radius (plan, row);
      gboolean may_lead =
        (!crowded && rooms == NULL && options->view.metres_per_point <= 0) || (int) row == focus;

      if (rooms != NULL && rooms[row].radius_pt > 0 &&
          (circle <= 0 || !streek_map_holds (frame, anchor)))
        {
          anchor = rooms[row].middle;
          radius = rooms[row].radius_pt;
          circle = 0;
        }

      if (!streek_map_holds (frame, anchor) || (radius < 1.5 && !may_lead && !has_numbers))
        continue;

      char *text = streek_map_dup_label_value (plan, row);
      StreekLabelWish wish = {
        .row = row,
        .group = row,
        .name = figure->spec->show_names || text == NULL ? figure->names[row] : text,
        .figure = figure->spec->show_names ? text : NULL,
        .anchor = anchor,
        .radius_pt = radius,
        .font = choose_font (plan, radius, crowded || has_circles),
        .circle_pt = circle,
        .may_lead = may_lead,
        .stays_inside = crowded && (int) row != focus,
        .number = numbers != NULL ? numbers[row] : 0,
      };

      if ((int) row == focus)
        wish.font.weight = STREEK_WEIGHT_BOLD;

      if (text != NULL)
        g_ptr_array_add (figures, text);

      g_array_append_val (wishes, wish);
    }

  place_wishes (plan, labeller, wishes, grid);
}

/* Where both sets have an area of one name, it stands on the map once. */
static gboolean
is_row_name (const StreekFigure *figure, const char *name)
{
  return g_strv_contains ((const char *const *) figure->names, name);
}

/* Names of areas that no row is about: those of the outline set, or of a sheet of the overlay. */
static void
place_set_labels (const StreekMapPlan *plan,
                  StreekLabeller *labeller,
                  const StreekRings *rings,
                  const StreekPlace *places,
                  char *const *names,
                  guint n)
{
  g_autofree StreekLabelWish *wishes = g_new0 (StreekLabelWish, MAX (n, 1));
  g_autoptr (StreekRowGrid) grid = streek_row_grid_new (
    rings, n, &plan->projection, streek_map_get_names_frame (plan), GRID_CELL_PT);
  double base = plan->options->theme->label_pt * plan->text_scale;
  guint n_wishes = 0;

  for (guint i = 0; i < n; i++)
    {
      if (places[i].area_km2 <= 0 || is_row_name (plan->figure, names[i]))
        continue;

      wishes[n_wishes++] = (StreekLabelWish){
        .row = -1,
        .group = i,
        .name = names[i],
        .anchor = streek_map_to_paper (plan, places[i].circle.x, places[i].circle.y),
        .radius_pt = places[i].circle.radius_m * plan->projection.scale,
        .font = { base * 1.15, STREEK_WEIGHT_BOLD, TRUE },
      };
    }

  streek_labeller_place (labeller, wishes, n_wishes, grid);
}

static void
place_overlay_labels (const StreekMapPlan *plan, StreekLabeller *labeller)
{
  const StreekOverlay *overlay = plan->figure->ground->overlay;

  for (guint i = 0; i < overlay->n_sheets; i++)
    place_set_labels (plan, labeller, overlay->sheets[i].rings, overlay->sheets[i].places,
                      plan->figure->overlay_names, overlay->n_areas);
}

/* A name inside a dark area is light, with that area's own colour around its letters. */
static gboolean
is_on_dark (const StreekMapPlan *plan, const StreekPlacedLabel *label, StreekColor *ground)
{
  if (!streek_figure_kind_has_classes (plan->figure->spec->kind) || label->row < 0 ||
      label->has_leader)
    return FALSE;

  StreekPaint paint = streek_figure_get_row_paint (plan->figure, (guint) label->row);

  *ground = paint.color;

  /* between the lines of a hatch letters need a halo that hides them */
  return paint.hatch == STREEK_HATCH_NONE && streek_color_get_lightness (*ground) < DARK_LIGHTNESS;
}

/* Between the dark lines of a hatch only a full halo keeps letters apart from them. */
static gboolean
is_on_dark_hatch (const StreekMapPlan *plan, const StreekPlacedLabel *label)
{
  if (!streek_figure_kind_has_classes (plan->figure->spec->kind) || label->row < 0 ||
      label->has_leader)
    return FALSE;

  StreekPaint paint = streek_figure_get_row_paint (plan->figure, (guint) label->row);

  return paint.hatch != STREEK_HATCH_NONE &&
         streek_color_get_lightness (paint.color) < DARK_HATCH_LIGHTNESS;
}

/* Beside figures a number is one too unless it looks like something else. */
static void
add_disc (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPlacedLabel *label)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekPaint paper = { .color = theme->paper };
  const StreekStroke line = { theme->ink, 0.5, 0, 0 };
  StreekPoint middle = { label->rect.x + label->rect.width / 2,
                         label->rect.y + label->rect.height / 2 };
  double radius = MAX (label->rect.width, label->rect.height * 0.8) / 2 + 1;

  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, middle, radius, &paper, &line,
                                   label->row);
}

static void
draw_label (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekPlacedLabel *label)
{
  const StreekTheme *theme = plan->options->theme;
  const StreekStroke *outline = streek_theme_get_outline (theme, plan->figure->spec->grey);
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

  StreekColor color = label->is_around  ? theme->pale_ink
                      : label->is_point ? theme->ink
                      : label->row < 0  ? outline->color
                                        : theme->ink;
  StreekStroke halo = theme->halo;
  StreekColor ground;

  if (label->number > 0 && plan->figure->spec->show_values)
    halo.color.alpha = 0;
  else if (is_on_dark (plan, label, &ground))
    {
      color = theme->paper;
      halo.color = ground;
      halo.color.alpha = theme->halo.color.alpha;
    }

  if (is_on_dark_hatch (plan, label))
    {
      halo.color.alpha = 1;
      halo.width *= 1.5;
    }

  if (label->number > 0 && plan->figure->spec->show_values)
    add_disc (plan, builder, label);

  streek_scene_builder_add_text (builder, label->run, origin, color, &halo, label->row);
}

/* Circles take room that depends on the values. */
static void
block_circles (const StreekMapPlan *plan, StreekLabeller *labeller)
{
  for (guint row = 0; row < plan->figure->n_rows; row++)
    {
      double radius = streek_map_get_radius (plan, row);
      const StreekPlace *place = &plan->figure->ground->places[row];
      StreekPoint center = streek_map_to_paper (plan, place->circle.x, place->circle.y);

      if (radius > 2) /* the square in the circle: its corners are too pale to mind */
        streek_labeller_block (labeller,
                               (StreekRect){ center.x - radius * 0.8, center.y - radius * 0.8,
                                             radius * 1.6, radius * 1.6 },
                               row);
    }
}

static void
put_rect (double *numbers, StreekRect rect)
{
  numbers[0] = rect.x;
  numbers[1] = rect.y;
  numbers[2] = rect.width;
  numbers[3] = rect.height;
}

static StreekLabelKey
make_label_key (const StreekMapPlan *plan)
{
  StreekLabelKey key;

  memset (&key, 0, sizeof key);
  put_rect (&key.numbers[0], plan->map);
  put_rect (&key.numbers[4], plan->legend_box);
  put_rect (&key.numbers[8], plan->scale_box);
  key.numbers[12] = plan->projection.x0;
  key.numbers[13] = plan->projection.y0;
  key.numbers[14] = plan->projection.scale;
  key.numbers[15] = plan->text_scale;
  key.numbers[16] = plan->options->view.metres_per_point > 0;
  key.numbers[17] = plan->figure->spec->furniture.surroundings;
  put_rect (&key.numbers[18], plan->north_box);
  put_rect (&key.numbers[22], plan->inset_box);
  put_rect (&key.numbers[26], plan->title_box);
  put_rect (&key.numbers[30], plan->source_box);
  key.numbers[34] = streek_map_get_numbers (plan);
  key.numbers[35] = plan->most_numbers;
  key.numbers[36] = plan->figure->spec->show_names;
  key.numbers[37] = plan->options->fit != NULL;
  key.numbers[38] = find_focus_row (plan);
  key.numbers[39] = plan->options->bare;
  key.numbers[40] = plan->figure->numbers_hash;
  key.names = plan->figure->names_hash;
  key.points = plan->figure->points != NULL ? plan->figure->points->hash : 0;
  key.theme = plan->options->theme;

  return key;
}

static GArray *
place_labels (const StreekMapPlan *plan, const StreekRowGrid *grid)
{
  const StreekFigure *figure = plan->figure;
  g_autoptr (StreekLabeller) labeller =
    streek_labeller_new (plan->typesetter, streek_map_get_names_frame (plan));

  streek_labeller_block (labeller, plan->legend_box, -1);
  streek_labeller_block (labeller, plan->scale_box, -1);
  streek_labeller_block (labeller, plan->north_box, -1);
  streek_labeller_block (labeller, plan->inset_box, -1);
  streek_labeller_block (labeller, plan->title_box, -1);
  streek_labeller_block (labeller, plan->source_box, -1);
  block_circles (plan, labeller);

  if (plan->has_numbers_only)
    {
      place_row_labels (plan, labeller, grid);
      return g_array_ref (streek_labeller_get_array (labeller));
    }

  /* whoever lays a few places over a map wants to read which they are */
  streek_map_block_points (plan, labeller);
  streek_map_place_point_names (plan, labeller, grid);

  if (figure->spec->show_names || figure->spec->show_values)
    place_row_labels (plan, labeller, grid);

  if (figure->ground->n_outlines > 0 && figure->spec->show_names)
    place_set_labels (plan, labeller, figure->ground->outline_rings, figure->ground->outline_places,
                      figure->outline_names, figure->ground->n_outlines);

  if (figure->ground->overlay != NULL && !figure->ground->overlay->has_own_hatches &&
      figure->spec->show_names)
    place_overlay_labels (plan, labeller);

  if (figure->spec->show_names && streek_map_has_surroundings (plan))
    streek_map_place_surroundings (plan, labeller, grid);

  return g_array_ref (streek_labeller_get_array (labeller));
}

/* Names that move with no value stay where they were while values change. */
static GArray *
find_labels (const StreekMapPlan *plan, const StreekRowGrid *grid)
{
  const StreekFigure *figure = plan->figure;
  StreekLabelCache *cache = figure->ground->labels;

  if (figure->circles != NULL || figure->spec->show_values)
    return place_labels (plan, grid);

  StreekLabelKey key = make_label_key (plan);
  GArray *placed = streek_label_cache_find (cache, &key);

  if (placed == NULL)
    {
      placed = place_labels (plan, grid);
      streek_label_cache_keep (cache, &key, placed);
    }

  return placed;
}

GArray *
streek_map_place_names (const StreekMapPlan *plan, const StreekRowGrid *grid)
{
  const StreekFigureSpec *spec = plan->figure->spec;

  return spec->show_names || spec->show_values || streek_map_names_points (plan)
           ? find_labels (plan, grid)
           : NULL;
}

static guint
count_labels (const GArray *placed)
{
  guint n = 0;

  for (guint i = 0; i < placed->len; i++)
    {
      const StreekPlacedLabel *label = &g_array_index (placed, StreekPlacedLabel, i);

      n += !label->is_around && !label->is_point;
    }

  return n;
}

/* A few names on a crowded map look like a choice, and are none. */
static gboolean
hides_rows (const StreekMapPlan *plan, const GArray *placed)
{
  guint n_rows = count_shown (plan);

  return n_rows > STREEK_FEW_AREAS && streek_map_get_numbers (plan) == STREEK_NUMBERS_NONE &&
         count_labels (placed) < n_rows * MIN_NAMED_SHARE &&
         plan->options->view.metres_per_point <= 0;
}

guint
streek_map_count_unnamed (const StreekMapPlan *plan, const GArray *labels)
{
  const StreekPlace *places = plan->figure->ground->places;
  g_autofree guint8 *is_named = g_new0 (guint8, plan->figure->n_rows + 1);
  gboolean hides = hides_rows (plan, labels);
  guint n = 0;

  for (guint i = 0; !hides && i < labels->len; i++)
    {
      int row = g_array_index (labels, StreekPlacedLabel, i).row;

      if (row >= 0)
        is_named[row] = TRUE;
    }

  for (guint row = 0; row < plan->figure->n_rows; row++)
    n += !is_named[row] &&
         streek_map_holds (plan->map,
                           streek_map_to_paper (plan, places[row].circle.x, places[row].circle.y));

  return n;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const StreekNumbered *one = a, *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

GArray *
streek_map_list_numbered (const StreekMapPlan *plan, const GArray *labels)
{
  GArray *numbered = g_array_new (FALSE, FALSE, sizeof (StreekNumbered));

  for (guint i = 0; i < labels->len; i++)
    {
      const StreekPlacedLabel *label = &g_array_index (labels, StreekPlacedLabel, i);
      const StreekNumbered entry = { label->number, label->row };

      /* a map under the hand has some ready that it does not show yet */
      if (label->number > 0 && streek_rects_meet (label->rect, plan->map))
        g_array_append_val (numbered, entry);
    }

  g_array_sort (numbered, compare_numbers);

  return numbered;
}

/* For whoever shows the list beside the drawing. */
static void
tell_numbers (const StreekMapPlan *plan, StreekSceneBuilder *builder, const GArray *labels)
{
  g_autoptr (GArray) numbered = streek_map_list_numbered (plan, labels);

  for (guint i = 0; i < numbered->len; i++)
    streek_scene_builder_add_numbered (builder, g_array_index (numbered, StreekNumbered, i));

  if (plan->can_number)
    streek_scene_builder_set_n_unnamed (builder, streek_map_count_unnamed (plan, labels));
}

/**
 * streek_map_draw_names:
 * @grid: where the areas lie
 *
 * Names of areas, of the outline set and of many areas that lie over the map, where the figure asks
 * for them; where the plan has placed them already, there.
 */
void
streek_map_draw_names (const StreekMapPlan *plan,
                       StreekSceneBuilder *builder,
                       const StreekRowGrid *grid)
{
  g_autoptr (GArray) placed =
    plan->labels != NULL ? g_array_ref (plan->labels) : streek_map_place_names (plan, grid);

  if (placed == NULL)
    return;

  gboolean without_rows = hides_rows (plan, placed);

  streek_scene_builder_push_group (builder, "labels", _ ("Names"));

  for (guint i = 0; i < placed->len; i++)
    {
      const StreekPlacedLabel *label = &g_array_index (placed, StreekPlacedLabel, i);

      if ((!without_rows || label->is_around || label->is_point) &&
          (label->has_leader || streek_rects_meet (label->rect, plan->map)))
        draw_label (plan, builder, label);
    }

  streek_scene_builder_pop_group (builder);
  tell_numbers (plan, builder, placed);
}
