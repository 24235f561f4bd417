/* streek-map-numbers.c: the list of names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-numbers.h"
#include "figure/streek-map-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP_PT 12.0
#define COLUMN_GAP 12.0
#define NUMBER_GAP 4.0
#define HEADING_GAP 2.5
#define WORDS_GAP 3.0
#define WORDS_HEIGHT 11.0
#define MOST_NAME_PT 150.0
/* Of the room for map and list: more would be a list with a map. */
#define MOST_HEIGHT_SHARE 0.4
#define MOST_WIDTH_SHARE 0.34
/* Columns, at most. */
#define N_BESIDE 3
#define N_UNDER_LEGEND 2
#define N_PASSES 5

struct _StreekMapNumbers
{
  const StreekMapPlan *plan;
  GArray *rows;           /* (element-type int) */
  GPtrArray *numbers;     /* (element-type StreekTextRun) */
  GPtrArray *names;       /* (element-type StreekTextRun) */
  StreekTextRun *heading; /* (nullable): where there are no numbers */
  char *words;            /* (nullable): how many have neither name nor number */
  StreekTextRun *words_run;
  double number_width;
  double column_width;
  double line_height;
  guint n_columns;
  guint n_lines;
  StreekSize size;
};

void
streek_map_numbers_free (StreekMapNumbers *numbers)
{
  if (numbers == NULL)
    return;

  g_array_unref (numbers->rows);
  g_ptr_array_unref (numbers->numbers);
  g_ptr_array_unref (numbers->names);
  g_clear_pointer (&numbers->heading, streek_text_run_unref);
  g_clear_pointer (&numbers->words_run, streek_text_run_unref);
  g_free (numbers->words);
  g_free (numbers);
}

static StreekFont
get_font (const StreekMapPlan *plan, double size_pt, StreekWeight weight)
{
  return (StreekFont){ size_pt * plan->text_scale, weight, FALSE };
}

/* "Zwijndrecht", or with its figure where the map says figures too: "Zwijndrecht 16,2". */
static char *
dup_entry (const StreekMapPlan *plan, int row)
{
  const char *name = plan->figure->names[row];
  g_autofree char *value = streek_map_dup_label_value (plan, (guint) row);

  return value != NULL ? g_strdup_printf ("%s  %s", name, value) : g_strdup (name);
}

static void
add_entry (StreekMapNumbers *self, guint number, int row)
{
  const StreekMapPlan *plan = self->plan;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *text = dup_entry (plan, row);
  StreekTextRun *first =
    streek_typesetter_set (plan->typesetter, get_font (plan, 7.5, STREEK_WEIGHT_BOLD), digits);
  StreekTextRun *second =
    streek_typesetter_set_wrapped (plan->typesetter, get_font (plan, 7.5, STREEK_WEIGHT_NORMAL),
                                   text, MOST_NAME_PT * plan->text_scale, 1, STREEK_ALIGN_START);

  g_ptr_array_add (self->numbers, first);
  g_ptr_array_add (self->names, second);
  self->number_width = MAX (self->number_width, streek_text_run_get_width (first));
  self->column_width = MAX (self->column_width, streek_text_run_get_width (second));
  self->line_height = MAX (self->line_height, streek_text_run_get_height (second) + 1);
}

static char *
make_words (guint n_unnamed)
{
  return n_unnamed > 0
           ? g_strdup_printf (ngettext ("There is no room for the name of %u area.",
                                        "There is no room for the names of %u areas.", n_unnamed),
                              n_unnamed)
           : NULL;
}

/* Of the names as they are placed now. */
static StreekMapNumbers *
make_list (const StreekMapPlan *plan, const GArray *labels)
{
  StreekMapNumbers *self = g_new0 (StreekMapNumbers, 1);

  self->plan = plan;
  self->rows = streek_map_list_numbered (labels);
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->words = make_words (streek_map_count_unnamed (plan, labels));

  for (guint i = 0; i < self->rows->len; i++)
    add_entry (self, i + 1, g_array_index (self->rows, int, i));

  if (self->rows->len > 0)
    self->heading = streek_typesetter_set (
      plan->typesetter, get_font (plan, 8.5, STREEK_WEIGHT_BOLD), _ ("Numbers on the map"));

  self->column_width += self->number_width + NUMBER_GAP * plan->text_scale;

  return self;
}

static gboolean
is_empty (const StreekMapNumbers *self)
{
  return self->rows->len == 0 && self->words == NULL;
}

/* What stands over and under the columns. */
static double
measure_around (StreekMapNumbers *self, double width)
{
  double height =
    self->heading != NULL ? streek_text_run_get_height (self->heading) + HEADING_GAP : 0;

  g_clear_pointer (&self->words_run, streek_text_run_unref);
  if (self->words == NULL)
    return height;

  self->words_run = streek_typesetter_set_wrapped (self->plan->typesetter,
                                                   get_font (self->plan, 7, STREEK_WEIGHT_NORMAL),
                                                   self->words, width, 4, STREEK_ALIGN_START);

  return height + streek_text_run_get_height (self->words_run) + WORDS_GAP;
}

static guint
count_columns (const StreekMapNumbers *self, double width)
{
  double gap = COLUMN_GAP * self->plan->text_scale;

  return self->rows->len == 0 ? 0 : MAX (1, floor ((width + gap) / (self->column_width + gap)));
}

static double
get_width (const StreekMapNumbers *self, guint n_columns)
{
  double gap = COLUMN_GAP * self->plan->text_scale;

  return n_columns > 0 ? n_columns * (self->column_width + gap) - gap : 0;
}

/* In as many columns as fit in @width, as even as can be. */
static StreekSize
flow (StreekMapNumbers *self, double width)
{
  double around = measure_around (self, width);
  guint n = self->rows->len;

  self->n_columns = MIN (count_columns (self, width), n);
  self->n_lines = n > 0 ? (n + self->n_columns - 1) / self->n_columns : 0;
  if (n > 0)
    self->n_columns = (n + self->n_lines - 1) / self->n_lines;

  self->size.width = get_width (self, self->n_columns);
  self->size.height = around + self->n_lines * self->line_height;

  if (self->heading != NULL)
    self->size.width = MAX (self->size.width, streek_text_run_get_width (self->heading));
  if (self->words_run != NULL)
    self->size.width = MAX (self->size.width, streek_text_run_get_width (self->words_run));

  return self->size;
}

/* How many numbers a box holds, with words under them for the rest. */
static guint
count_fitting (StreekMapNumbers *self, StreekSize box)
{
  g_autofree char *words = g_steal_pointer (&self->words);

  self->words = make_words (G_MAXINT);

  double height = box.height - measure_around (self, box.width);

  g_free (self->words);
  self->words = g_steal_pointer (&words);

  return height > 0
           ? (guint) floor (height / MAX (self->line_height, 1)) * count_columns (self, box.width)
           : 0;
}

/* Room for the list, and what it leaves to map and legend. */
typedef struct
{
  StreekRect content;
  StreekRect box;
  double fit; /* of the map, 0: the list does not fit */
} Room;

/* 0 where the list leaves too little of the map. */
static double
get_fit (const StreekMapPlan *plan)
{
  return streek_map_has_room (plan) ? streek_map_get_fit (plan) : 0;
}

static Room
try_below (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content)
{
  StreekSize size = flow (list, content.width);
  double height = MIN (size.height, content.height * MOST_HEIGHT_SHARE);
  Room room = { content, { content.x, 0, content.width, height }, 0 };

  room.content.height -= height + GAP_PT;
  room.box.y = content.y + content.height - height;
  streek_map_lay_out_in (plan, room.content);
  room.fit = size.height <= height ? get_fit (plan) : 0;

  return room;
}

static Room
try_beside (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, guint n_columns)
{
  double width = ceil (MAX (get_width (list, n_columns),
                            list->heading != NULL ? streek_text_run_get_width (list->heading) : 0));
  Room room = { content, { 0, content.y, width, content.height }, 0 };

  if (list->rows->len == 0 || width > content.width * MOST_WIDTH_SHARE)
    return (Room){ content, { 0 }, 0 };

  StreekSize size = flow (list, width);

  room.content.width -= width + GAP_PT;
  room.box.x = content.x + content.width - width;
  streek_map_lay_out_in (plan, room.content);
  room.fit = size.height <= content.height ? get_fit (plan) : 0;

  return room;
}

/* In what a legend beside the map leaves of its column. */
static Room
try_under_legend (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, guint n_columns)
{
  Room room = { content, { 0 }, 0 };

  streek_map_lay_out_in (plan, content);
  if (plan->legend == NULL || streek_map_legend_is_empty (plan->legend))
    return room;

  double column = streek_map_legend_get_size (plan->legend).width;
  double wanted = MAX (get_width (list, MIN (list->rows->len, n_columns)),
                       list->heading != NULL ? streek_text_run_get_width (list->heading) : 0);

  room.content.width -= MAX (wanted - column, 0);
  streek_map_lay_out_in (plan, room.content);

  double top = plan->legend_place.y + streek_map_legend_get_size (plan->legend).height + GAP_PT;
  double width = MAX (column, wanted);

  if (plan->legend_box.width > 0 || plan->legend_place.x < plan->map.x + plan->map.width)
    return room;

  room.box = (StreekRect){ plan->legend_place.x, top, width, content.y + content.height - top };
  room.fit = flow (list, width).height <= room.box.height ? get_fit (plan) : 0;

  return room;
}

/* Of maps as large as each other the one with most around it: names go there. */
static void
take_better (Room *best, double *area, const StreekMapPlan *plan, Room other)
{
  double other_area = plan->map.width * plan->map.height;

  if (other.fit <= 0 || other.fit < best->fit * 0.99 ||
      (other.fit <= best->fit * 1.01 && other_area <= *area))
    return;

  *best = other;
  *area = other_area;
}

/* Where no room holds all of it: the one that holds most. */
static Room
choose_largest (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content)
{
  Room best = try_below (plan, list, content);
  guint most = count_fitting (list, (StreekSize){ best.box.width, best.box.height });

  for (guint n = 1; n <= N_BESIDE; n++)
    {
      Room room = try_beside (plan, list, content, n);
      guint held = count_fitting (list, (StreekSize){ room.box.width, room.box.height });

      if (held > most)
        {
          most = held;
          best = room;
        }
    }

  streek_map_lay_out_in (plan, best.content);
  plan->most_numbers = streek_map_has_room (plan) ? MIN (plan->most_numbers, most) : 0;

  return best;
}

/* Where the map stays largest. */
static void
reserve (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content)
{
  Room best = { 0 };
  double area = 0;

  plan->numbers_box = (StreekRect){ 0 };
  for (guint n = 1; n <= N_UNDER_LEGEND; n++)
    take_better (&best, &area, plan, try_under_legend (plan, list, content, n));

  take_better (&best, &area, plan, try_below (plan, list, content));
  for (guint n = 1; n <= N_BESIDE; n++)
    take_better (&best, &area, plan, try_beside (plan, list, content, n));

  if (best.fit <= 0)
    best = choose_largest (plan, list, content);

  plan->numbers_box = best.box;
  streek_map_lay_out_in (plan, best.content);
}

/* A line for words under the map, before it is known whether they are needed: placing the names of
 * many thousands twice would cost more than the line. */
static gboolean
reserve_words (StreekMapPlan *plan, StreekRect content)
{
  double height = WORDS_HEIGHT * plan->text_scale + WORDS_GAP;
  StreekRect rest = content;

  plan->numbers_box =
    (StreekRect){ content.x, content.y + content.height - height, content.width, height };
  rest.height -= height + GAP_PT / 2;
  streek_map_lay_out_in (plan, rest);

  if (streek_map_has_room (plan))
    return TRUE;

  /* on a stamp the map itself is all there is room for */
  plan->numbers_box = (StreekRect){ 0 };
  streek_map_lay_out_in (plan, content);

  return FALSE;
}

static void
place_labels (StreekMapPlan *plan)
{
  g_autoptr (StreekRowGrid) grid = streek_map_make_grid (plan);

  g_clear_pointer (&plan->labels, g_array_unref);
  g_clear_pointer (&plan->numbers, streek_map_numbers_free);

  if (!plan->options->without_scale)
    streek_map_place_furniture (plan, grid);

  plan->labels = streek_map_place_names (plan, grid);
  plan->numbers = make_list (plan, plan->labels);
}

static gboolean
fits_box (StreekMapPlan *plan)
{
  StreekSize size = flow (plan->numbers, plan->numbers_box.width);

  return size.height <= plan->numbers_box.height && size.width <= plan->numbers_box.width + 0.5;
}

static void
place_with_words (StreekMapPlan *plan, StreekRect content)
{
  gboolean has_words = reserve_words (plan, content);

  place_labels (plan);
  if (!has_words)
    g_clear_pointer (&plan->numbers, streek_map_numbers_free);
}

/* Each pass has room for what the one before had to say; the map shrinks with it, so there may be
 * more to say again. */
static void
place_with_list (StreekMapPlan *plan, StreekRect content)
{
  for (guint pass = 0; plan->most_numbers > 0; pass++)
    {
      place_labels (plan);
      if (is_empty (plan->numbers) || (plan->numbers_box.width > 0 && fits_box (plan)))
        return;

      if (pass + 1 < N_PASSES)
        reserve (plan, plan->numbers, content);
      else
        plan->most_numbers =
          MIN (plan->most_numbers - 1,
               count_fitting (plan->numbers,
                              (StreekSize){ plan->numbers_box.width, plan->numbers_box.height }));
    }

  place_with_words (plan, content);
}

void
streek_map_plan_numbers (StreekMapPlan *plan, StreekRect content)
{
  const StreekFigureSpec *spec = plan->figure->spec;

  if (plan->options->without_names || (!spec->show_names && !spec->show_values))
    return;

  if (streek_map_get_numbers (plan) != STREEK_NUMBERS_NONE ||
      plan->figure->n_rows <= STREEK_FEW_AREAS)
    place_with_list (plan, content);
  else
    place_with_words (plan, content);

  if (plan->numbers != NULL && is_empty (plan->numbers))
    g_clear_pointer (&plan->numbers, streek_map_numbers_free);
  if (plan->numbers != NULL)
    flow (plan->numbers, plan->numbers_box.width);
}

static void
draw_entry (const StreekMapNumbers *self, StreekSceneBuilder *builder, guint index, StreekPoint at)
{
  StreekTextRun *number = self->numbers->pdata[index], *name = self->names->pdata[index];
  StreekColor ink = self->plan->options->theme->ink;
  double baseline = at.y + streek_text_run_get_ascent (name);
  double edge = at.x + self->number_width;
  int row = g_array_index (self->rows, int, index);

  /* digits end under each other */
  streek_scene_builder_add_text (
    builder, number, (StreekPoint){ edge - streek_text_run_get_width (number), baseline }, ink,
    NULL, row);
  streek_scene_builder_add_text (
    builder, name, (StreekPoint){ edge + NUMBER_GAP * self->plan->text_scale, baseline }, ink, NULL,
    row);
}

void
streek_map_draw_numbers (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekMapNumbers *self = plan->numbers;
  StreekPoint at = { plan->numbers_box.x, plan->numbers_box.y };
  double step = self->column_width + COLUMN_GAP * plan->text_scale;

  streek_scene_builder_push_group (builder, "numbers", _ ("Numbers on the map"));
  if (self->heading != NULL)
    {
      streek_scene_builder_add_text (
        builder, self->heading,
        (StreekPoint){ at.x, at.y + streek_text_run_get_ascent (self->heading) },
        plan->options->theme->ink, NULL, -1);
      at.y += streek_text_run_get_height (self->heading) + HEADING_GAP;
    }

  for (guint i = 0; i < self->rows->len; i++)
    draw_entry (self, builder, i,
                (StreekPoint){ at.x + i / self->n_lines * step,
                               at.y + i % self->n_lines * self->line_height });

  at.y += self->n_lines * self->line_height + WORDS_GAP;
  if (self->words_run != NULL)
    streek_scene_builder_add_text (
      builder, self->words_run,
      (StreekPoint){ at.x, at.y + streek_text_run_get_ascent (self->words_run) },
      plan->options->theme->pale_ink, NULL, -1);
  streek_scene_builder_pop_group (builder);
}
