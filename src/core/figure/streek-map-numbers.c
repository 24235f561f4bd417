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
/* Unless all names were asked for: then the list is what the sheet is about. */
#define MOST_SHARE_OF_ALL 0.5
/* Columns, at most. */
#define N_UNDER_LEGEND 2
#define N_PASSES 6
#define LEAST_USED 0.8
/* What has no room in letters of the first size has it, perhaps, in smaller ones; the last can just
 * be read. */
#define TYPE_PT 7.5
#define LEAST_TYPE_PT 6.0

struct _StreekMapNumbers
{
  const StreekMapPlan *plan;
  GArray *entries;        /* (element-type StreekNumberEntry) */
  GPtrArray *numbers;     /* (element-type StreekTextRun) */
  GPtrArray *names;       /* (element-type StreekTextRun) */
  StreekTextRun *heading; /* (nullable): where there are no numbers */
  char *words;            /* (nullable): how many have neither name nor number */
  StreekTextRun *words_run;
  double number_width;
  double column_width;
  double line_height;
  double type_pt; /* of the letters, 0: not set yet */
  guint n_columns;
  guint n_lines;
  StreekSize size;
};

void
streek_map_numbers_free (StreekMapNumbers *numbers)
{
  if (numbers == NULL)
    return;

  g_array_unref (numbers->entries);
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

static void
entry_clear (gpointer data)
{
  g_free (((StreekNumberEntry *) data)->text);
}

GArray *
streek_number_entries_new (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (StreekNumberEntry));

  g_array_set_clear_func (entries, entry_clear);

  return entries;
}

/* "Zwijndrecht", or with its figure where the map says figures too: "Zwijndrecht 16,2". */
static char *
dup_entry (const StreekMapPlan *plan, int row)
{
  const char *name = plan->figure->names[row];
  g_autofree char *value = streek_map_dup_label_value (plan, (guint) row);

  return value != NULL ? g_strdup_printf ("%s  %s", name, value) : g_strdup (name);
}

static double
get_type_pt (const StreekMapPlan *plan, guint type)
{
  double largest = TYPE_PT * plan->text_scale;

  return largest - type * MAX (largest - LEAST_TYPE_PT, 0) / (STREEK_N_NUMBER_TYPES - 1);
}

static void
set_entry (StreekMapNumbers *self, const StreekNumberEntry *entry, double size_pt)
{
  const StreekMapPlan *plan = self->plan;
  const StreekFont bold = { size_pt, STREEK_WEIGHT_BOLD, FALSE };
  const StreekFont normal = { size_pt, STREEK_WEIGHT_NORMAL, FALSE };
  g_autofree char *digits = g_strdup_printf ("%u", entry->number);
  StreekTextRun *first = streek_typesetter_set (plan->typesetter, bold, digits);
  StreekTextRun *second = streek_typesetter_set_wrapped (
    plan->typesetter, normal, entry->text, MOST_NAME_PT * size_pt / TYPE_PT, 1, STREEK_ALIGN_START);

  g_ptr_array_add (self->numbers, first);
  g_ptr_array_add (self->names, second);
  self->number_width = MAX (self->number_width, streek_text_run_get_width (first));
  self->column_width = MAX (self->column_width, streek_text_run_get_width (second));
  self->line_height = MAX (self->line_height, streek_text_run_get_height (second) + 1);
}

void
streek_map_numbers_set_type (StreekMapNumbers *self, guint type)
{
  double size_pt = get_type_pt (self->plan, type);

  if (self->type_pt == size_pt)
    return;

  self->type_pt = size_pt;
  g_ptr_array_set_size (self->numbers, 0);
  g_ptr_array_set_size (self->names, 0);
  self->number_width = self->column_width = self->line_height = 0;

  for (guint i = 0; i < self->entries->len; i++)
    set_entry (self, &g_array_index (self->entries, StreekNumberEntry, i), size_pt);

  self->column_width += self->number_width + NUMBER_GAP * self->plan->text_scale;
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

StreekMapNumbers *
streek_map_numbers_new (const StreekMapPlan *plan, GArray *entries, guint n_unnamed)
{
  StreekMapNumbers *self = g_new0 (StreekMapNumbers, 1);

  self->plan = plan;
  self->entries = g_array_ref (entries);
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->words = make_words (n_unnamed);

  if (entries->len > 0)
    self->heading = streek_typesetter_set (
      plan->typesetter, get_font (plan, 8.5, STREEK_WEIGHT_BOLD), _ ("Numbers on the map"));

  streek_map_numbers_set_type (self, plan->number_type);

  return self;
}

/* Of the names as they are placed now. */
static StreekMapNumbers *
make_list (const StreekMapPlan *plan, const GArray *labels)
{
  g_autoptr (GArray) numbered = streek_map_list_numbered (plan, labels);
  g_autoptr (GArray) entries = streek_number_entries_new ();

  for (guint i = 0; i < numbered->len; i++)
    {
      const StreekNumbered *one = &g_array_index (numbered, StreekNumbered, i);
      const StreekNumberEntry entry = { one->number, one->row, dup_entry (plan, one->row) };

      g_array_append_val (entries, entry);
    }

  return streek_map_numbers_new (plan, entries, streek_map_count_unnamed (plan, labels));
}

gboolean
streek_map_numbers_are_empty (const StreekMapNumbers *self)
{
  return self->entries->len == 0 && self->words == NULL;
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

  return self->entries->len == 0 ? 0 : MAX (1, floor ((width + gap) / (self->column_width + gap)));
}

static double
get_width (const StreekMapNumbers *self, guint n_columns)
{
  double gap = COLUMN_GAP * self->plan->text_scale;

  return n_columns > 0 ? n_columns * (self->column_width + gap) - gap : 0;
}

StreekSize
streek_map_numbers_flow (StreekMapNumbers *self, double width)
{
  double around = measure_around (self, width);
  guint n = self->entries->len;

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

guint
streek_map_numbers_count_fitting (StreekMapNumbers *self, StreekSize box)
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
try_below (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, double share)
{
  StreekSize size = streek_map_numbers_flow (list, content.width);
  double height = MIN (size.height, content.height * MAX (share, MOST_HEIGHT_SHARE));
  Room room = { content, { content.x, 0, content.width, height }, 0 };

  room.content.height -= height + GAP_PT;
  room.box.y = content.y + content.height - height;
  streek_map_lay_out_in (plan, room.content);
  room.fit = size.height <= height ? get_fit (plan) : 0;

  return room;
}

static double
get_width_beside (const StreekMapNumbers *list, guint n_columns)
{
  return ceil (MAX (get_width (list, n_columns),
                    list->heading != NULL ? streek_text_run_get_width (list->heading) : 0));
}

/* How many columns a part of the width holds. */
static guint
count_beside (const StreekMapNumbers *list, StreekRect content, double share)
{
  double most = content.width * MAX (share, MOST_WIDTH_SHARE);
  guint n = 0;

  while (n < list->entries->len && get_width_beside (list, n + 1) <= most)
    n++;

  return n;
}

static Room
try_beside (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, guint n_columns)
{
  double width = get_width_beside (list, n_columns);
  Room room = { content, { 0, content.y, width, content.height }, 0 };

  StreekSize size = streek_map_numbers_flow (list, width);

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
  double wanted = MAX (get_width (list, MIN (list->entries->len, n_columns)),
                       list->heading != NULL ? streek_text_run_get_width (list->heading) : 0);

  room.content.width -= MAX (wanted - column, 0);
  streek_map_lay_out_in (plan, room.content);

  double top = plan->legend_place.y + streek_map_legend_get_size (plan->legend).height + GAP_PT;
  double width = MAX (column, wanted);

  if (plan->legend_box.width > 0 || plan->legend_place.x < plan->map.x + plan->map.width)
    return room;

  room.box = (StreekRect){ plan->legend_place.x, top, width, content.y + content.height - top };
  room.fit = streek_map_numbers_flow (list, width).height <= room.box.height ? get_fit (plan) : 0;

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

/* Where no room holds all of it: the one that holds most, in the smallest letters. */
static Room
choose_largest (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, double share)
{
  plan->number_type = STREEK_N_NUMBER_TYPES - 1;
  streek_map_numbers_set_type (list, plan->number_type);

  Room best = try_below (plan, list, content, share);
  guint most =
    streek_map_numbers_count_fitting (list, (StreekSize){ best.box.width, best.box.height });
  guint n_beside = count_beside (list, content, share);

  for (guint n = 1; n <= n_beside; n++)
    {
      Room room = try_beside (plan, list, content, n);
      guint held =
        streek_map_numbers_count_fitting (list, (StreekSize){ room.box.width, room.box.height });

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

/* Where the map stays largest, of the rooms that hold the whole list. */
static Room
choose_room (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content, double share)
{
  Room best = { 0 };
  double area = 0;
  guint n_beside = count_beside (list, content, share);

  for (guint n = 1; n <= N_UNDER_LEGEND; n++)
    take_better (&best, &area, plan, try_under_legend (plan, list, content, n));

  take_better (&best, &area, plan, try_below (plan, list, content, share));
  for (guint n = 1; n <= n_beside; n++)
    take_better (&best, &area, plan, try_beside (plan, list, content, n));

  return best;
}

/* A smaller map before smaller letters before a list with gaps. */
static void
reserve (StreekMapPlan *plan, StreekMapNumbers *list, StreekRect content)
{
  double share = streek_map_get_numbers (plan) == STREEK_NUMBERS_ALL ? MOST_SHARE_OF_ALL : 0;
  Room best = { 0 };

  plan->numbers_box = (StreekRect){ 0 };
  for (; plan->number_type < STREEK_N_NUMBER_TYPES; plan->number_type++)
    {
      streek_map_numbers_set_type (list, plan->number_type);
      best = choose_room (plan, list, content, 0);
      if (best.fit <= 0 && share > 0)
        best = choose_room (plan, list, content, share);
      if (best.fit > 0)
        break;
    }

  if (best.fit <= 0)
    best = choose_largest (plan, list, content, share);

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
  StreekSize size = streek_map_numbers_flow (plan->numbers, plan->numbers_box.width);

  return size.height <= plan->numbers_box.height && size.width <= plan->numbers_box.width + 0.5;
}

/* The map shrank for a list that the smaller map has no numbers for any more. */
static gboolean
wastes_room (StreekMapPlan *plan, StreekRect content)
{
  const StreekMapNumbers *list = plan->numbers;
  StreekRect box = plan->numbers_box;
  gboolean is_below = box.width >= content.width - 0.5;
  gboolean is_beside = box.height >= content.height - 0.5;

  return (is_below && list->size.height < box.height * LEAST_USED) ||
         (is_beside && get_width_beside (list, list->n_columns) < box.width * LEAST_USED);
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
      if (streek_map_numbers_are_empty (plan->numbers) ||
          (plan->numbers_box.width > 0 && fits_box (plan) &&
           (pass + 1 >= N_PASSES || !wastes_room (plan, content))))
        return;

      if (pass + 1 < N_PASSES)
        reserve (plan, plan->numbers, content);
      else
        plan->most_numbers =
          MIN (plan->most_numbers - 1,
               streek_map_numbers_count_fitting (
                 plan->numbers, (StreekSize){ plan->numbers_box.width, plan->numbers_box.height }));
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

  if (plan->numbers != NULL && streek_map_numbers_are_empty (plan->numbers))
    g_clear_pointer (&plan->numbers, streek_map_numbers_free);
  if (plan->numbers != NULL)
    streek_map_numbers_flow (plan->numbers, plan->numbers_box.width);
}

static void
draw_entry (const StreekMapNumbers *self, StreekSceneBuilder *builder, guint index, StreekPoint at)
{
  StreekTextRun *number = self->numbers->pdata[index], *name = self->names->pdata[index];
  StreekColor ink = self->plan->options->theme->ink;
  double baseline = at.y + streek_text_run_get_ascent (name);
  double edge = at.x + self->number_width;
  int row = g_array_index (self->entries, StreekNumberEntry, index).row;

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

  for (guint i = 0; i < self->entries->len; i++)
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
