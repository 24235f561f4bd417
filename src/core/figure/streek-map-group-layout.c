/* streek-map-group-layout.c: maps that are seen together on one sheet of paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-group-private.h"
#include "figure/streek-map-furniture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP_PT 12.0
#define LEGEND_GAP_PT 12.0
#define HEAD_GAP_PT 3.0
#define MIN_MAP_PT 40.0
#define MAX_LEGEND_SHARE 0.28
/* Of the room for maps and the list of their numbers. */
#define MOST_LIST_SHARE 0.4
#define N_LIST_PASSES 5
/* Smaller maps have no room for names that can be read. */
#define MOST_WITH_NAMES 4
#define LEAST_WITH_NAMES_PT 170.0
/* On smaller ones a scale bar hides the areas. */
#define LEAST_WITH_SCALE_PT 120.0
/* Another column must make the maps larger by so much: four stand two by two, and not three and
 * one. */
#define LEAST_GAIN 1.03

typedef struct
{
  const StreekMapGroup *group;
  const StreekLayoutOptions *options;
  StreekTypesetter *typesetter;
  StreekSheet sheet;
  double text_scale;
  double head_pt;           /* height of a heading */
  GPtrArray *legends;       /* (element-type StreekMapLegend): one, or one a map */
  double legend_room;       /* that those of each map were made for */
  double most_width;        /* of any legend */
  double *circles_pt;       /* (array length=n): radius of the largest circle */
  StreekRect frame;         /* of all maps with what belongs to each */
  guint n_columns;          /* 0: no grid fits */
  StreekSize map;           /* of each map */
  double legend_pt;         /* room under each map for its own legend */
  double scale;             /* points a metre */
  gboolean has_loose_scale; /* under the maps, which are too small to have it on them */
  StreekPoint scale_place;
  StreekMapPlan whole; /* the sheet as if it were one map: where furniture stands on it */
  GPtrArray *labels;   /* (nullable) (element-type GArray): names of each map, placed already */
  guint most_numbers;  /* on each map, for the list under them */
} GroupPlan;

static double
fit (const StreekExtent *extent, StreekSize size)
{
  double padding = CLAMP (MIN (size.width, size.height) * 0.03, 2, 10);
  double across = MAX ((double) extent->x_max - extent->x_min, 1);
  double along = MAX ((double) extent->y_max - extent->y_min, 1);

  return MIN ((size.width - 2 * padding) / across, (size.height - 2 * padding) / along);
}

static void
add_legend (
  GroupPlan *plan, guint index, StreekFigure *const *others, double max_width, double word_width)
{
  const StreekFigure *figure = plan->group->figures[index];

  g_ptr_array_add (plan->legends,
                   streek_map_legend_new (figure, others, others != NULL ? plan->group->n : 0,
                                          plan->options->theme, plan->options->format,
                                          plan->typesetter, plan->text_scale,
                                          plan->circles_pt[index], max_width, word_width));
}

/* Lines wrap where a map ends: legends of maps beside each other never run into one another. */
static void
make_own_legends (GroupPlan *plan, double room)
{
  if (room == plan->legend_room)
    return;

  g_ptr_array_set_size (plan->legends, 0);
  for (guint i = 0; i < plan->group->n; i++)
    add_legend (plan, i, NULL, MIN (room, plan->most_width), room);
  plan->legend_room = room;
}

/* What a map of its own legend needs under it where it is so wide; INFINITY where something in a
 * legend is wider than that. */
static double
measure_own_legends (GroupPlan *plan, double width)
{
  double height = 0;

  if (plan->group->has_one_legend || plan->legends == NULL || width < MIN_MAP_PT)
    return 0;

  make_own_legends (plan, width);

  for (guint i = 0; i < plan->legends->len; i++)
    {
      StreekSize size = streek_map_legend_flow (plan->legends->pdata[i], width);

      if (size.width > width + 0.5)
        return INFINITY;

      height = MAX (height, size.height);
    }

  return height > 0 ? height + LEGEND_GAP_PT / 2 : 0;
}

/* As many beside each other as makes the maps largest. Returns: points a metre, 0 where none fits
 */
static double
choose_grid (GroupPlan *plan, StreekRect frame)
{
  guint n = plan->group->n;

  plan->n_columns = 0;
  plan->scale = 0;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint lines = (n + columns - 1) / columns;
      double width = (frame.width - (columns - 1) * GAP_PT) / columns;
      double legend = measure_own_legends (plan, width);
      StreekSize map = { width,
                         (frame.height - (lines - 1) * GAP_PT) / lines - plan->head_pt - legend };
      double scale = fit (&plan->group->extent, map);

      if (map.width < MIN_MAP_PT || map.height < MIN_MAP_PT || scale <= plan->scale * LEAST_GAIN)
        continue;

      plan->n_columns = columns;
      plan->map = map;
      plan->legend_pt = legend;
      plan->scale = scale;
    }

  plan->frame = frame;
  if (plan->n_columns > 0)
    measure_own_legends (plan, plan->map.width);

  return plan->scale;
}

static void
make_legends (GroupPlan *plan, StreekRect content)
{
  const StreekMapGroup *group = plan->group;

  plan->most_width = CLAMP (content.width * MAX_LEGEND_SHARE, 60, 190 * plan->text_scale);
  plan->legends = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_map_legend_free);

  if (group->has_one_legend)
    add_legend (plan, 0, group->figures, plan->most_width, content.width);
  else
    make_own_legends (plan, plan->most_width);
}

/* One legend stands beside the maps or under them, where they are largest. */
static void
place_one_legend (GroupPlan *plan, StreekRect content)
{
  StreekMapLegend *legend = plan->legends->pdata[0];
  StreekSize beside = streek_map_legend_get_size (legend);
  StreekRect right = content, below = content;

  right.width -= beside.width + LEGEND_GAP_PT;

  double of_right = beside.height <= content.height ? choose_grid (plan, right) : 0;
  StreekSize under = streek_map_legend_flow (legend, content.width);

  below.height -= under.height + LEGEND_GAP_PT;

  double of_below = under.width <= content.width ? choose_grid (plan, below) : 0;

  if (of_right < of_below)
    {
      plan->whole.legend_place = (StreekPoint){ content.x, below.y + below.height + LEGEND_GAP_PT };
      return;
    }

  streek_map_legend_flow (legend, 0);
  choose_grid (plan, right);
  plan->whole.legend_place = (StreekPoint){ right.x + right.width + LEGEND_GAP_PT, content.y };
}

/* Where somebody put it, on paper of its own; the maps take all the room. */
static void
put_one_legend (GroupPlan *plan, StreekRect content)
{
  choose_grid (plan, content);
  streek_map_put_legend (&plan->whole, content);
}

static StreekFont
get_head_font (const GroupPlan *plan)
{
  return (StreekFont){ 9.5 * plan->text_scale, STREEK_WEIGHT_BOLD, FALSE };
}

static void
measure_circles (GroupPlan *plan, StreekRect content)
{
  const StreekMapGroup *group = plan->group;

  choose_grid (plan, content); /* before there is a legend: a little too large for all alike */

  StreekRect frame = { 0, 0, plan->map.width, plan->map.height };

  for (guint i = 0; i < group->n; i++)
    plan->circles_pt[i] = group->has_one_legend && i > 0
                            ? plan->circles_pt[0]
                            : streek_map_choose_largest_circle (group->figures[i], frame) * 0.9;
}

static void
place_maps (GroupPlan *plan, StreekRect content)
{
  const StreekFurniture *furniture = &plan->group->figures[0]->spec->furniture;

  if (plan->whole.legend == NULL || streek_map_legend_is_empty (plan->whole.legend))
    choose_grid (plan, content);
  else if (streek_furniture_is_moved (furniture, STREEK_FURNITURE_LEGEND))
    put_one_legend (plan, content);
  else
    place_one_legend (plan, content);
}

/* A line under all of them; the maps give it the room, where they have any to give. */
static void
place_loose_scale (GroupPlan *plan, StreekRect content)
{
  double height = streek_map_get_scale_height (plan->typesetter, plan->text_scale);
  StreekRect above = content;

  above.height -= height + HEAD_GAP_PT;
  place_maps (plan, above);
  plan->has_loose_scale = plan->n_columns > 0;
  plan->scale_place = (StreekPoint){ above.x, above.y + above.height + HEAD_GAP_PT };

  if (!plan->has_loose_scale)
    place_maps (plan, content);
}

static void
place_all (GroupPlan *plan, StreekRect content)
{
  const StreekFurniture *furniture = &plan->group->figures[0]->spec->furniture;

  plan->has_loose_scale = FALSE;
  place_maps (plan, content);

  if (plan->n_columns > 0 && plan->map.width < LEAST_WITH_SCALE_PT * plan->text_scale &&
      !streek_furniture_is_moved (furniture, STREEK_FURNITURE_SCALE))
    place_loose_scale (plan, content);
}

static gboolean
make_plan (GroupPlan *plan, GError **error)
{
  const StreekMapGroup *group = plan->group;
  const StreekLayoutOptions *options = plan->options;

  plan->text_scale = streek_sheet_get_scale (options->size);
  plan->circles_pt = g_new0 (double, group->n);
  const StreekFurniture *furniture = &group->figures[0]->spec->furniture;

  plan->sheet = (StreekSheet){
    .size = options->size,
    .language = options->language,
    .title = group->title,
    .description = group->description,
    .context = group->context,
    .notes = (const char *const *) group->notes,
    .source = group->source,
    .organisation = options->organisation,
    .footer = options->footer,
    .is_single = TRUE,
    .has_loose_head = streek_furniture_is_moved (furniture, STREEK_FURNITURE_TITLE),
    .has_loose_notes = streek_furniture_is_moved (furniture, STREEK_FURNITURE_SOURCE),
    .has_logo = options->logo_path != NULL,
  };

  StreekRect content = streek_sheet_measure (&plan->sheet, plan->typesetter);

  plan->whole = (StreekMapPlan){
    .figure = group->figures[0],
    .options = options,
    .typesetter = plan->typesetter,
    .sheet = plan->sheet,
    .text_scale = plan->text_scale,
    .content = content,
    .map = content,
  };
  streek_map_place_loose_parts (&plan->whole);

  g_autoptr (StreekTextRun) head =
    streek_typesetter_set (plan->typesetter, get_head_font (plan), group->headings[0]);

  plan->head_pt = streek_text_run_get_height (head) + HEAD_GAP_PT;
  measure_circles (plan, content);
  make_legends (plan, content);
  if (group->has_one_legend)
    plan->whole.legend = plan->legends->pdata[0];
  place_all (plan, content);

  if (plan->n_columns > 0)
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                       _ ("There is no room for so many maps on paper of this size."));

  return FALSE;
}

static void
draw_heading (const GroupPlan *plan, StreekSceneBuilder *builder, guint index, StreekPoint at)
{
  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    plan->typesetter, get_head_font (plan), plan->group->headings[index], plan->map.width, 1,
    STREEK_ALIGN_START);

  streek_scene_builder_add_text (builder, run,
                                 (StreekPoint){ at.x, at.y + streek_text_run_get_ascent (run) },
                                 plan->options->theme->ink, NULL, -1);
}

/* All over the same part of the ground. */
static StreekView
make_view (const GroupPlan *plan)
{
  const StreekExtent *extent = &plan->group->extent;

  return (StreekView){ ((double) extent->x_min + extent->x_max) / 2,
                       ((double) extent->y_min + extent->y_max) / 2, 1 / MAX (plan->scale, 1e-9) };
}

/* The corner of a map with what belongs to it. */
static StreekPoint
get_corner (const GroupPlan *plan, guint index)
{
  guint column = index % plan->n_columns, line = index / plan->n_columns;
  double line_height = plan->head_pt + plan->map.height + plan->legend_pt + GAP_PT;

  return (StreekPoint){ plan->frame.x + column * (plan->map.width + GAP_PT),
                        plan->frame.y + line * line_height };
}

static gboolean
has_names (const GroupPlan *plan)
{
  return plan->group->n <= MOST_WITH_NAMES && plan->map.width >= LEAST_WITH_NAMES_PT;
}

/* @options: kept */
static void
plan_map (const GroupPlan *plan, guint index, StreekLayoutOptions *options, StreekMapPlan *map)
{
  const StreekMapPlan *whole = &plan->whole;
  StreekPoint at = get_corner (plan, index);
  StreekRect frame = { at.x, at.y + plan->head_pt, plan->map.width, plan->map.height };

  *options = *plan->options;
  options->view = make_view (plan);
  options->selected = NULL;
  options->hovered = -1;
  options->bare = FALSE;
  streek_map_plan_in (map, plan->group->figures[index], options, plan->typesetter, frame,
                      plan->circles_pt[index]);
  map->sheet = whole->sheet;
  map->content = whole->content;
  map->title_box = whole->title_box;
  map->source_box = whole->source_box;
  map->legend_box = whole->legend_box;
  map->scale_box = whole->scale_box;
  map->north_box = whole->north_box;
  map->inset_box = whole->inset_box;
  map->has_numbers_only =
    !has_names (plan) && streek_map_wants_numbers (plan->group->figures[index]->spec);
  map->can_number = plan->most_numbers > 0 && (has_names (plan) || map->has_numbers_only);
  map->most_numbers = plan->most_numbers;
  if (plan->labels != NULL)
    map->labels = g_array_ref (plan->labels->pdata[index]);
}

/* They stand in the last map or wherever somebody put them, and no map has names under them. */
static void
place_furniture (GroupPlan *plan)
{
  StreekLayoutOptions options;
  StreekMapPlan map;

  plan_map (plan, plan->group->n - 1, &options, &map);

  g_autoptr (StreekRowGrid) grid = streek_map_make_grid (&map);

  if (plan->has_loose_scale)
    streek_map_put_scale (&map, plan->scale_place);
  else
    streek_map_place_furniture (&map, grid);
  plan->whole.scale_box = map.scale_box;
  plan->whole.north_box = map.north_box;
  plan->whole.inset_box = map.inset_box;
  streek_map_plan_clear (&map);
}

/* Numbers in the place of names, and one list of them under all maps */

static void
add_entries (const StreekMapPlan *map, GHashTable *known, GArray *entries)
{
  g_autoptr (GArray) numbered = streek_map_list_numbered (map, map->labels);

  for (guint i = 0; i < numbered->len; i++)
    {
      const StreekNumbered *one = &g_array_index (numbered, StreekNumbered, i);
      StreekNumberEntry entry = { one->number, -1, NULL };

      if (!g_hash_table_add (known, GUINT_TO_POINTER (one->number)))
        continue;

      entry.text = g_strdup (map->figure->names[one->row]);
      g_array_append_val (entries, entry);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const StreekNumberEntry *one = a, *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

/* Places the names of all maps as they stand now, and lists the numbers among them. */
static void
place_labels (GroupPlan *plan)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) entries = streek_number_entries_new ();
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_unnamed = 0;

  g_clear_pointer (&plan->labels, g_ptr_array_unref);
  g_clear_pointer (&plan->whole.numbers, streek_map_numbers_free);
  place_furniture (plan);

  for (guint i = 0; i < plan->group->n; i++)
    {
      StreekLayoutOptions options;
      StreekMapPlan map;

      plan_map (plan, i, &options, &map);

      g_autoptr (StreekRowGrid) grid = streek_map_make_grid (&map);

      map.labels = streek_map_place_names (&map, grid);
      add_entries (&map, known, entries);
      n_unnamed = MAX (n_unnamed, streek_map_count_unnamed (&map, map.labels));
      g_ptr_array_add (labels, g_array_ref (map.labels));
      streek_map_plan_clear (&map);
    }

  g_array_sort (entries, compare_entries);
  plan->labels = labels;
  plan->whole.numbers = streek_map_numbers_new (&plan->whole, entries, n_unnamed);
}

static gboolean
fits_list (GroupPlan *plan)
{
  StreekRect box = plan->whole.numbers_box;

  return streek_map_numbers_flow (plan->whole.numbers, box.width).height <= box.height;
}

/* Takes room for the list from the maps, at the foot of the sheet. */
static void
reserve_list (GroupPlan *plan, StreekRect content)
{
  StreekRect rest = content;
  double height = 0;

  for (plan->whole.number_type = 0; plan->whole.number_type < STREEK_N_NUMBER_TYPES;
       plan->whole.number_type++)
    {
      streek_map_numbers_set_type (plan->whole.numbers, plan->whole.number_type);
      height = streek_map_numbers_flow (plan->whole.numbers, content.width).height;
      if (height <= content.height * MOST_LIST_SHARE)
        break;
    }

  plan->whole.number_type = MIN (plan->whole.number_type, STREEK_N_NUMBER_TYPES - 1);
  height = MIN (height, content.height * MOST_LIST_SHARE);
  plan->whole.numbers_box =
    (StreekRect){ content.x, content.y + content.height - height, content.width, height };
  rest.height -= height + GAP_PT;
  plan->whole.map = rest;
  place_all (plan, rest);
}

/* Whether any map has names, or numbers in their place; only then is there anything to list. */
static gboolean
has_labels (const GroupPlan *plan)
{
  const StreekFigureSpec *spec = plan->group->figures[0]->spec;

  return (spec->show_names || spec->show_values) &&
         (has_names (plan) || streek_map_wants_numbers (spec));
}

/* Each pass has room for what the one before had to say, as on a map alone. */
static void
plan_list (GroupPlan *plan, StreekRect content)
{
  plan->most_numbers = STREEK_MOST_NUMBERS;

  for (guint pass = 0; pass < N_LIST_PASSES && plan->n_columns > 0 && has_labels (plan); pass++)
    {
      place_labels (plan);
      if (streek_map_numbers_are_empty (plan->whole.numbers))
        break;
      if (plan->whole.numbers_box.width > 0 && fits_list (plan))
        return;

      if (pass + 2 < N_LIST_PASSES)
        {
          g_clear_pointer (&plan->labels, g_ptr_array_unref);
          reserve_list (plan, content);
        }
      else
        {
          StreekRect box = plan->whole.numbers_box;

          /* the same areas on all maps, more or less: what is left over is said in words */
          plan->most_numbers = streek_map_numbers_count_fitting (
                                 plan->whole.numbers, (StreekSize){ box.width, box.height }) /
                               (pass + 3 - N_LIST_PASSES);
        }
    }

  /* nothing to list, or no room for it: the maps alone, with the names that they have room for */
  g_clear_pointer (&plan->labels, g_ptr_array_unref);
  g_clear_pointer (&plan->whole.numbers, streek_map_numbers_free);
  plan->whole.numbers_box = (StreekRect){ 0 };
  plan->whole.map = content;
  plan->most_numbers = 0;
  place_all (plan, content);
}

static void
draw_map (const GroupPlan *plan, StreekSceneBuilder *builder, guint index)
{
  const StreekMapGroup *group = plan->group;
  StreekPoint at = get_corner (plan, index);
  StreekLayoutOptions options;
  StreekMapPlan map;

  plan_map (plan, index, &options, &map);
  streek_scene_builder_push_group (builder, "panel", group->headings[index]);
  draw_heading (plan, builder, index, at);
  streek_map_draw (&map, builder, has_names (plan) || (map.has_numbers_only && map.can_number),
                   index + 1 == group->n && !plan->has_loose_scale);
  if (index == 0 && plan->has_loose_scale)
    {
      streek_map_put_scale (&map, plan->scale_place);
      streek_map_draw_scale (&map, builder);
      streek_map_draw_north (&map, builder);
    }
  streek_scene_builder_pop_group (builder);

  if (!group->has_one_legend)
    streek_map_legend_draw (plan->legends->pdata[index], builder,
                            (StreekPoint){ at.x, map.map.y + map.map.height + LEGEND_GAP_PT / 2 });

  streek_map_plan_clear (&map);
}

/* What somebody would look for among many documents. */
static void
set_keywords (const StreekMapGroup *group, StreekSceneBuilder *builder)
{
  g_autofree char *headings = g_strjoinv (", ", group->headings);
  g_autofree char *keywords =
    group->figures[0]->indicator_name != NULL
      ? g_strdup_printf ("%s, %s", group->figures[0]->indicator_name, headings)
      : g_strdup (headings);

  streek_scene_builder_set_keywords (builder, keywords);
}

/**
 * streek_map_group_layout:
 * @group: maps
 * @options: paper and looks; what a person points at is left out
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Lays all maps on one sheet over the same part of the ground, so that a place stands where it
 * stands on the others; under one title, with one legend where that says it for all and else one
 * under each map. Any thread.
 *
 * Returns: (transfer full): the scene, or %NULL with @error set
 */
StreekScene *
streek_map_group_layout (const StreekMapGroup *group,
                         const StreekLayoutOptions *options,
                         GError **error)
{
  g_return_val_if_fail (group != NULL && options != NULL && options->theme != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  GroupPlan plan = { .group = group, .options = options, .typesetter = typesetter };
  StreekScene *scene = NULL;

  if (make_plan (&plan, error))
    {
      StreekSceneBuilder *builder = streek_scene_builder_new (options->size);

      streek_sheet_begin (&plan.sheet, builder, typesetter, 0, 1);
      set_keywords (group, builder);

      plan_list (&plan, plan.whole.content);
      place_furniture (&plan);

      for (guint i = 0; i < group->n; i++)
        draw_map (&plan, builder, i);

      if (group->has_one_legend)
        streek_map_draw_legend (&plan.whole, builder);
      if (plan.whole.numbers != NULL)
        streek_map_draw_numbers (&plan.whole, builder);

      streek_map_draw_loose_parts (&plan.whole, builder);
      streek_map_add_movables (&plan.whole, builder);

      scene = streek_scene_builder_end (builder);
    }

  g_clear_pointer (&plan.labels, g_ptr_array_unref);
  g_clear_pointer (&plan.whole.numbers, streek_map_numbers_free);
  g_ptr_array_unref (plan.legends);
  g_free (plan.circles_pt);

  return scene;
}

/**
 * streek_map_group_count_columns:
 * @width: room for all maps, in any unit
 * @height: the same
 * @head: what the heading of each takes of it
 *
 * Returns: how many of them stand beside each other so that they are largest
 */
guint
streek_map_group_count_columns (const StreekMapGroup *group,
                                double width,
                                double height,
                                double head)
{
  guint best = 1;
  double largest = 0;

  for (guint columns = 1; columns <= group->n; columns++)
    {
      guint lines = (group->n + columns - 1) / columns;
      double scale = fit (&group->extent, (StreekSize){ width / columns, height / lines - head });

      if (scale <= largest * LEAST_GAIN)
        continue;

      best = columns;
      largest = scale;
    }

  return best;
}
