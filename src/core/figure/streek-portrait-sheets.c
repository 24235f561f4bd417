/* streek-portrait-sheets.c: a portrait on as many pages as it needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-portrait-sheets.h"

#include "figure/streek-count-spark.h"
#include "figure/streek-map-layout.h"

#include <glib/gi18n-lib.h>

/* In points, on A4. */
#define CELL_GAP 9.0
#define ROW_PADDING 2.0
#define HEADING_GAP 11.0
#define PARAGRAPH_GAP 4.0
#define PICTURE_HEIGHT 44.0
#define PICTURE_WIDTH 150.0
#define LEAST_COLUMN 40.0
#define LEAST_REST 34.0 /* what is left of a page is not begun upon for less */
#define MAP_SHARE 0.42  /* of the width */
#define MAP_RATIO 0.95
#define FACT_SHARE 0.19 /* of the width: what a fact is */

typedef struct
{
  const StreekPortrait *portrait;
  StreekFigure *map; /* (nullable) */
  const StreekFormat *format;
  const StreekSheet *sheet;
  StreekTypesetter *typesetter;
  double scale;
  guint n_pages;    /* 0: they are only counted */
  GPtrArray *pages; /* StreekScene */
  StreekSceneBuilder *builder;
  StreekRect frame;
  double y;
  double map_bottom; /* on the first page; 0: there is none */
  /* of the table at hand */
  const StreekPortraitLine *head; /* (nullable) */
  double widths[STREEK_PORTRAIT_MAX_CELLS];
  gsize from[STREEK_PORTRAIT_MAX_CELLS]; /* of the line at hand: what stands on pages before */
} Flow;

static StreekFont
get_font (const Flow *self, const StreekPortraitLine *line, guint cell)
{
  StreekFont font = { 9, STREEK_WEIGHT_NORMAL, FALSE };

  if (line->type == STREEK_PORTRAIT_HEADING)
    font = (StreekFont){ line->level <= 1 ? 12 : 10, STREEK_WEIGHT_BOLD, FALSE };
  else if (line->type == STREEK_PORTRAIT_HEAD)
    font = (StreekFont){ 8.5, STREEK_WEIGHT_BOLD, FALSE };
  else if (line->type == STREEK_PORTRAIT_NOTE)
    font.size_pt = 8;
  else if (line->type == STREEK_PORTRAIT_ROW || line->type == STREEK_PORTRAIT_COURSE)
    font.size_pt = 8.5;
  else if (line->type == STREEK_PORTRAIT_FACT && cell == 0)
    font.size_pt = 8.5;

  font.size_pt *= self->scale;

  return font;
}

static StreekColor
get_color (const StreekPortraitLine *line, guint cell)
{
  gboolean is_pale =
    line->type == STREEK_PORTRAIT_NOTE || (line->type == STREEK_PORTRAIT_FACT && cell == 0);

  return is_pale ? STREEK_SHEET_PALE_INK : STREEK_SHEET_INK;
}

/* Pages */

static void
draw_map (Flow *self)
{
  double width = self->frame.width * MAP_SHARE, height = width * MAP_RATIO;
  StreekRect box = { self->frame.x + self->frame.width - width, self->frame.y, width,
                     MIN (height, self->frame.height) };
  StreekLayoutOptions options = {
    .size = self->sheet->size,
    .theme = streek_theme_get_print (),
    .format = self->format,
    .language = self->sheet->language,
    .hovered = -1,
  };
  StreekMapPlan plan;

  if (streek_map_plan_part (&plan, self->map, &options, self->typesetter, box))
    {
      streek_map_draw (&plan, self->builder, TRUE, TRUE);
      if (!streek_map_legend_is_empty (plan.legend))
        streek_map_legend_draw (plan.legend, self->builder, plan.legend_place);
      self->map_bottom = box.y + box.height + PARAGRAPH_GAP * self->scale;
    }

  streek_map_plan_clear (&plan);
}

static void
begin_page (Flow *self)
{
  guint page = self->pages->len;

  self->builder = streek_scene_builder_new (self->sheet->size);
  self->frame = streek_sheet_begin (self->sheet, self->builder, self->typesetter, page,
                                    MAX (self->n_pages, page + 1));
  self->y = self->frame.y;
  self->map_bottom = 0;
  if (page == 0 && self->map != NULL)
    draw_map (self);
}

static void
end_page (Flow *self)
{
  g_ptr_array_add (self->pages, streek_scene_builder_end (g_steal_pointer (&self->builder)));
}

/* Beside the map lines are shorter. */
static double
get_width (const Flow *self)
{
  return self->y < self->map_bottom
           ? self->frame.width * (1 - MAP_SHARE) - 2 * CELL_GAP * self->scale
           : self->frame.width;
}

static double
get_rest (const Flow *self)
{
  return self->frame.y + self->frame.height - self->y;
}

static gboolean
is_at_top (const Flow *self)
{
  return self->y <= self->frame.y + 0.01;
}

/* Cells */

typedef struct
{
  double x;
  double width;
} Cell;

/* What of the marks of a line lies in @text, its words from where they go on. */
static GArray *
cut_spans (const Flow *self, const StreekPortraitLine *line, guint i, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StreekTextSpan));
  gsize from = self->from[i], end = from + strlen (text);

  for (guint s = 0; s < line->spans->len; s++)
    {
      StreekTextSpan span = g_array_index (line->spans, StreekTextSpan, s);

      span.start = CLAMP (span.start, from, end) - from;
      span.end = CLAMP (span.end, from, end) - from;
      if (span.start < span.end)
        g_array_append_val (spans, span);
    }

  return spans;
}

static StreekTextRun *
set_cell (const Flow *self, const StreekPortraitLine *line, guint i, const char *text, double width)
{
  if (line->spans != NULL && i == 1)
    {
      g_autoptr (GArray) spans = cut_spans (self, line, i, text);

      return streek_typesetter_set_marked (self->typesetter, get_font (self, line, i), text,
                                           MAX (width, 10), (const StreekTextSpan *) spans->data,
                                           spans->len);
    }

  StreekAlign align =
    line->type == STREEK_PORTRAIT_ROW || line->type == STREEK_PORTRAIT_HEAD
      ? (self->head != NULL && (self->head->numbers & 1u << i) != 0 ? STREEK_ALIGN_END
                                                                    : STREEK_ALIGN_START)
      : STREEK_ALIGN_START;

  return streek_typesetter_set_wrapped (self->typesetter, get_font (self, line, i), text,
                                        MAX (width, 10), 0, align);
}

static double
measure (const Flow *self, const StreekPortraitLine *line, guint i, const char *text, double width)
{
  g_autoptr (StreekTextRun) run = set_cell (self, line, i, text, width);

  return streek_text_run_get_height (run);
}

/* The same of a word that is longer than the page, up to the end of a letter; at least one. */
static gsize
find_letters (const Flow *self,
              const StreekPortraitLine *line,
              guint i,
              const char *text,
              double width,
              double height)
{
  glong low = MIN (g_utf8_strlen (text, -1), 1), high = g_utf8_strlen (text, -1);

  while (low < high)
    {
      glong middle = low + (high - low + 1) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);

      if (measure (self, line, i, start, width) <= height + 0.01)
        low = middle;
      else
        high = middle - 1;
    }

  return (gsize) (g_utf8_offset_to_pointer (text, low) - text);
}

/* How many bytes of @text fit in @height, up to the end of a word; all of it where it does. */
static gsize
find_end (const Flow *self,
          const StreekPortraitLine *line,
          guint i,
          const char *text,
          double width,
          double height)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize length = strlen (text), low = 0, high;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == ' ' || *p == '\n')
      {
        gsize end = (gsize) (p - text);

        g_array_append_val (ends, end);
      }
  g_array_append_val (ends, length);
  high = ends->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      g_autofree char *start = g_strndup (text, g_array_index (ends, gsize, middle));

      if (measure (self, line, i, start, width) <= height + 0.01)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_array_index (ends, gsize, low - 1)
                 : find_letters (self, line, i, text, width, height);
}

/* Where the cells of a line stand. */
static void
place_cells (const Flow *self, const StreekPortraitLine *line, Cell *cells)
{
  double width = get_width (self), gap = CELL_GAP * self->scale, x = self->frame.x;
  double chart = STREEK_COUNT_SPARK_WIDTH_PT * self->scale;

  for (guint i = 0; i < line->n_cells; i++)
    {
      double own = width;

      if (line->type == STREEK_PORTRAIT_FACT)
        own =
          i == 0 ? self->frame.width * FACT_SHARE : width - self->frame.width * FACT_SHARE - gap;
      else if (line->type == STREEK_PORTRAIT_ROW || line->type == STREEK_PORTRAIT_HEAD)
        own = self->widths[i];
      else if (line->type == STREEK_PORTRAIT_COURSE)
        own = i == 0 ? self->frame.width * FACT_SHARE
                     : width - self->frame.width * FACT_SHARE - chart - 2 * gap;

      if (line->type == STREEK_PORTRAIT_COURSE && i > 0)
        x += chart + gap;
      cells[i] = (Cell){ x, own };
      x += own + gap;
    }
}

static void
draw_cell (Flow *self, const StreekPortraitLine *line, guint i, const char *text, const Cell *cell)
{
  g_autoptr (StreekTextRun) run = set_cell (self, line, i, text, cell->width);
  double x = cell->x;

  if (self->head != NULL && (self->head->numbers & 1u << i) != 0 &&
      (line->type == STREEK_PORTRAIT_ROW || line->type == STREEK_PORTRAIT_HEAD))
    x += cell->width - streek_text_run_get_width (run);

  if (*text != '\0')
    streek_scene_builder_add_text (
      self->builder, run,
      (StreekPoint){ x, self->y + ROW_PADDING * self->scale + streek_text_run_get_ascent (run) },
      get_color (line, i), NULL, -1);
}

static void
draw_rule (Flow *self, gboolean is_strong)
{
  StreekStroke stroke = { is_strong ? STREEK_SHEET_INK : STREEK_SHEET_LINE, is_strong ? 0.8 : 0.3,
                          0, 0 };

  streek_scene_builder_add_rule (self->builder, (StreekPoint){ self->frame.x, self->y },
                                 (StreekPoint){ self->frame.x + self->frame.width, self->y },
                                 &stroke, -1);
}

static void
turn_page (Flow *self)
{
  end_page (self);
  begin_page (self);
}

static double
measure_line (const Flow *self, const StreekPortraitLine *line, char *const *texts)
{
  Cell cells[STREEK_PORTRAIT_MAX_CELLS];
  double height = 0;

  place_cells (self, line, cells);
  for (guint i = 0; i < line->n_cells; i++)
    height = MAX (height, measure (self, line, i, texts[i], cells[i].width));

  return height + 2 * ROW_PADDING * self->scale;
}

static void
draw_line (Flow *self, const StreekPortraitLine *line, char *const *texts, double height)
{
  Cell cells[STREEK_PORTRAIT_MAX_CELLS];

  place_cells (self, line, cells);
  for (guint i = 0; i < line->n_cells; i++)
    draw_cell (self, line, i, texts[i], &cells[i]);

  self->y += height;

  if (line->type == STREEK_PORTRAIT_HEAD || line->type == STREEK_PORTRAIT_ROW)
    draw_rule (self, line->type == STREEK_PORTRAIT_HEAD);
}

static void
repeat_head (Flow *self, const StreekPortraitLine *line)
{
  if (line->type == STREEK_PORTRAIT_ROW && self->head != NULL)
    draw_line (self, self->head, self->head->cells,
               measure_line (self, self->head, self->head->cells));
}

/* What fits of a line here; the rest of its cells stays in @texts. */
static void
draw_beginning (Flow *self, const StreekPortraitLine *line, char **texts)
{
  Cell cells[STREEK_PORTRAIT_MAX_CELLS];
  char *starts[STREEK_PORTRAIT_MAX_CELLS];
  gsize from[STREEK_PORTRAIT_MAX_CELLS];
  double room = get_rest (self) - 2 * ROW_PADDING * self->scale;

  place_cells (self, line, cells);

  for (guint i = 0; i < line->n_cells; i++)
    {
      gsize end = find_end (self, line, i, texts[i], cells[i].width, room);
      char *rest = g_strchug (g_strdup (texts[i] + end));

      from[i] = self->from[i] + strlen (texts[i]) - strlen (rest);
      starts[i] = g_strndup (texts[i], end);
      g_free (texts[i]);
      texts[i] = rest;
    }

  draw_line (self, line, starts, measure_line (self, line, starts));

  for (guint i = 0; i < line->n_cells; i++)
    {
      self->from[i] = from[i];
      g_free (starts[i]);
    }
}

static gboolean
is_done (const StreekPortraitLine *line, char *const *texts)
{
  for (guint i = 0; i < line->n_cells; i++)
    if (*texts[i] != '\0')
      return FALSE;

  return TRUE;
}

/* A line that fits on a page of its own is not cut; what is longer goes on on the next one. */
static void
add_cells (Flow *self, const StreekPortraitLine *line)
{
  char *texts[STREEK_PORTRAIT_MAX_CELLS];
  gboolean is_fresh = is_at_top (self);

  for (guint i = 0; i < line->n_cells; i++)
    {
      texts[i] = g_strdup (line->cells[i]);
      self->from[i] = 0;
    }

  while (!is_done (line, texts))
    {
      double height = measure_line (self, line, texts);
      gboolean is_long = height > self->frame.height / 3;

      if (height <= get_rest (self) + 0.01)
        {
          draw_line (self, line, texts, height);
          break;
        }

      if (is_fresh || (is_long && get_rest (self) > LEAST_REST * self->scale))
        draw_beginning (self, line, texts);

      turn_page (self);
      repeat_head (self, line);
      is_fresh = TRUE;
    }

  for (guint i = 0; i < line->n_cells; i++)
    g_free (texts[i]);
}

/* Tables */

static double
measure_natural (const Flow *self, const StreekPortraitLine *line, guint i)
{
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set (self->typesetter, get_font (self, line, i), line->cells[i]);

  return streek_text_run_get_width (run) + 1;
}

/* A text of several lines is as wide as the longest of them. */
static double
measure_widest (const Flow *self, const StreekPortraitLine *line, guint i)
{
  g_auto (GStrv) parts = g_strsplit (line->cells[i], "\n", -1);
  double widest = 0;

  for (guint p = 0; parts[p] != NULL; p++)
    {
      StreekPortraitLine one = *line;

      one.cells[i] = parts[p];
      widest = MAX (widest, measure_natural (self, &one, i));
    }

  return widest;
}

/* Takes from the widest column until all fit; what is left goes to the widest text. */
static void
plan_table (Flow *self, guint first)
{
  const StreekPortraitLine *head = streek_portrait_get_line (self->portrait, first);
  double room = self->frame.width - (head->n_cells - 1) * CELL_GAP * self->scale, over = -room;

  self->head = head;

  for (guint i = 0; i < head->n_cells; i++)
    self->widths[i] = measure_widest (self, head, i);

  for (guint row = first + 1; row < streek_portrait_get_n_lines (self->portrait); row++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (self->portrait, row);

      if (line->type != STREEK_PORTRAIT_ROW)
        break;

      for (guint i = 0; i < MIN (line->n_cells, head->n_cells); i++)
        self->widths[i] = MAX (self->widths[i], measure_widest (self, line, i));
    }

  for (guint i = 0; i < head->n_cells; i++)
    over += self->widths[i];

  while (over > 0.01)
    {
      guint widest = 0;

      for (guint i = 1; i < head->n_cells; i++)
        if (self->widths[i] > self->widths[widest])
          widest = i;

      double step = MIN (over, MAX (over / head->n_cells, 1));

      if (self->widths[widest] - step < LEAST_COLUMN * self->scale)
        break;

      self->widths[widest] -= step;
      over -= step;
    }
}

/* Lines */

/* What was counted, its course, and the same in words. */
static void
add_course (Flow *self, const StreekPortraitLine *line)
{
  const char *key = streek_count_spark_get_key (line->course);
  g_autofree char *words =
    key != NULL ? g_strconcat (line->cells[1], " ", key, NULL) : g_strdup (line->cells[1]);
  double padding = ROW_PADDING * self->scale, width = STREEK_COUNT_SPARK_WIDTH_PT * self->scale,
         height = STREEK_COUNT_SPARK_HEIGHT_PT * self->scale;
  StreekPortraitLine both = *line;
  Cell cells[STREEK_PORTRAIT_MAX_CELLS];

  self->y = MAX (self->y, self->map_bottom);
  both.cells[1] = words;
  place_cells (self, &both, cells);

  double needed = MAX (height + 2 * padding, measure_line (self, &both, both.cells));

  if (needed >
      self->frame.height) /* somebody wrote a story in a name: it goes on without a chart */
    {
      add_cells (self, &both);
      return;
    }

  if (needed > get_rest (self))
    turn_page (self);

  streek_count_spark_draw (
    line->course, self->builder,
    (StreekRect){ cells[1].x - CELL_GAP * self->scale - width, self->y + padding, width, height },
    STREEK_SHEET_INK, STREEK_SHEET_PALE_INK);
  draw_line (self, &both, both.cells, needed);
}

/* Logo and words beside each other, as large as their place allows. */
static void
add_picture (Flow *self, const StreekPortraitLine *line)
{
  if (line->image == NULL)
    return;

  double width = streek_image_get_width (line->image),
         height = streek_image_get_height (line->image);
  double scale = MIN (PICTURE_WIDTH * self->scale / width, PICTURE_HEIGHT * self->scale / height);
  double gap = PARAGRAPH_GAP * self->scale;

  if (get_rest (self) < height * scale + 2 * gap)
    turn_page (self);

  streek_scene_builder_add_image (
    self->builder, line->image,
    (StreekRect){ self->frame.x, self->y + gap, width * scale, height * scale }, -1);
  self->y += height * scale + 2 * gap;
}

static gboolean
is_before_table (const Flow *self, guint index)
{
  return index + 1 < streek_portrait_get_n_lines (self->portrait) &&
         streek_portrait_get_line (self->portrait, index + 1)->type == STREEK_PORTRAIT_HEAD;
}

/* A heading never stands alone at the end of a page. */
static void
add_heading (Flow *self, guint index)
{
  const StreekPortraitLine *line = streek_portrait_get_line (self->portrait, index);
  /* a table is as wide as the page, and its heading stands over it */
  if (is_before_table (self, index))
    self->y = MAX (self->y, self->map_bottom);

  double gap = is_at_top (self) ? 0 : HEADING_GAP * self->scale * (line->level <= 1 ? 1 : 0.7);
  double height = measure_line (self, line, line->cells);

  if (get_rest (self) < gap + height + LEAST_REST * self->scale && !is_at_top (self))
    turn_page (self);
  else
    self->y += gap;

  draw_line (self, line, line->cells, height);
}

static void
add_line (Flow *self, guint index)
{
  const StreekPortraitLine *line = streek_portrait_get_line (self->portrait, index);

  switch (line->type)
    {
    case STREEK_PORTRAIT_HEADING:
      add_heading (self, index);
      break;
    case STREEK_PORTRAIT_HEAD:
      self->y = MAX (self->y, self->map_bottom);
      plan_table (self, index);
      if (get_rest (self) < 1.5 * LEAST_REST * self->scale && !is_at_top (self))
        turn_page (self);
      draw_line (self, line, line->cells, measure_line (self, line, line->cells));
      break;
    case STREEK_PORTRAIT_PICTURE:
      add_picture (self, line);
      break;
    case STREEK_PORTRAIT_COURSE:
      add_course (self, line);
      break;
    case STREEK_PORTRAIT_TEXT:
      add_cells (self, line);
      self->y += PARAGRAPH_GAP * self->scale;
      break;
    case STREEK_PORTRAIT_FACT:
    case STREEK_PORTRAIT_ROW:
    case STREEK_PORTRAIT_NOTE:
    default:
      add_cells (self, line);
      break;
    }
}

static GPtrArray *
lay_out (Flow *self, guint n_pages)
{
  self->n_pages = n_pages;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  self->head = NULL;
  begin_page (self);

  for (guint i = 0; i < streek_portrait_get_n_lines (self->portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (self->portrait, i);

      if (line->type != STREEK_PORTRAIT_HEADING || !streek_portrait_is_empty (self->portrait, i))
        add_line (self, i);
    }

  end_page (self);

  return g_steal_pointer (&self->pages);
}

GPtrArray *
streek_portrait_sheets_layout (const StreekPortrait *portrait,
                               StreekFigure *map,
                               const StreekFormat *format,
                               const StreekSheet *sheet,
                               GError **error)
{
  g_return_val_if_fail (portrait != NULL && format != NULL && sheet != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekRect frame = streek_sheet_measure (sheet, typesetter);
  Flow flow = {
    .portrait = portrait,
    .map = map,
    .format = format,
    .sheet = sheet,
    .typesetter = typesetter,
    .scale = streek_sheet_get_scale (sheet->size),
  };

  if (frame.height < 3 * LEAST_REST * flow.scale || frame.width < 3 * LEAST_COLUMN * flow.scale)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                           _ ("There is no room for the text on this paper. Choose a larger one."));
      return NULL;
    }

  /* their number stands on each of them */
  g_autoptr (GPtrArray) counted = lay_out (&flow, 0);

  return lay_out (&flow, counted->len);
}
