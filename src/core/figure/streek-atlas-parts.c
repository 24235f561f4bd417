/* streek-atlas-parts.c: key figures and ranking, as they stand on a page of an atlas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_COLUMNS (STREEK_ATLAS_FIRST_REFERENCE + STREEK_ATLAS_MAX_REFERENCES)
#define COLUMN_GAP 10.0
#define ROW_PADDING 2.4
#define LEAST_NAME_PT 64.0
#define MAX_NAME_SHARE 0.42
#define MAX_HEAD_SHARE 0.16
/* Fewer rows around an area say nothing of its place. */
#define LEAST_ROWS 3

typedef struct
{
  StreekChartPen *pen;
  const StreekAtlas *atlas;
  guint place;
  double factor;
  guint n_columns;
  double starts[MAX_COLUMNS];
  double widths[MAX_COLUMNS];
  char **cells; /* (array length=n_figures * n_columns) */
  char *heads[MAX_COLUMNS];
} Table;

static const char *
get_cell (const Table *self, guint figure, guint column)
{
  return self->cells[figure * self->n_columns + column];
}

static gboolean
is_number (guint column)
{
  return column != STREEK_ATLAS_COLUMN_NAME && column != STREEK_ATLAS_COLUMN_PERIOD;
}

static void
table_init (Table *self, StreekChartPen *pen, const StreekAtlas *atlas, guint place, double factor)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  StreekAtlasNotes notes = { texts };

  *self = (Table){ .pen = pen, .atlas = atlas, .place = place, .factor = factor };
  self->n_columns = streek_atlas_count_columns (atlas);
  self->cells = g_new0 (char *, atlas->n_figures * self->n_columns + 1);

  for (guint f = 0; f < atlas->n_figures; f++)
    for (guint c = 0; c < self->n_columns; c++)
      self->cells[f * self->n_columns + c] =
        streek_atlas_dup_cell (atlas, place, f, c, pen->format, &notes);

  for (guint c = 0; c < self->n_columns; c++)
    self->heads[c] = streek_atlas_dup_head (atlas, place, c);
}

static void
table_clear (Table *self)
{
  g_strfreev (self->cells);
  for (guint c = 0; c < self->n_columns; c++)
    g_free (self->heads[c]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static StreekWeight
get_weight (guint column)
{
  return column == STREEK_ATLAS_COLUMN_VALUE ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL;
}

static double
measure_word (const Table *self, StreekWeight weight, const char *text)
{
  g_autoptr (StreekTextRun) run = streek_pen_set (self->pen, self->factor, weight, text);

  return streek_text_run_get_width (run);
}

/* The widest word of a head never breaks. */
static double
measure_head (const Table *self, guint column, double most)
{
  g_auto (GStrv) words = g_strsplit_set (self->heads[column], " -", -1);
  double least = 0, whole = measure_word (self, STREEK_WEIGHT_BOLD, self->heads[column]);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      least = MAX (least, measure_word (self, STREEK_WEIGHT_BOLD, words[i]));

  return MAX (MIN (whole, most), MIN (least + 4, most * 1.5)) * 0.92;
}

static double
measure_longest_word (const Table *self)
{
  double longest = 0;

  for (guint f = 0; f < self->atlas->n_figures; f++)
    {
      g_auto (GStrv) words =
        g_strsplit_set (get_cell (self, f, STREEK_ATLAS_COLUMN_NAME), " -", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          longest = MAX (longest, measure_word (self, STREEK_WEIGHT_NORMAL, words[i]));
    }

  return longest;
}

/* Returns: %FALSE where no room is left for the names */
static gboolean
place_columns (Table *self, StreekRect frame, gboolean may_break)
{
  double gap = COLUMN_GAP * self->pen->text_scale * self->factor, used = 0, x = frame.x;

  for (guint c = STREEK_ATLAS_COLUMN_VALUE; c < self->n_columns; c++)
    {
      double width = measure_head (self, c, frame.width * MAX_HEAD_SHARE);

      for (guint f = 0; f < self->atlas->n_figures; f++)
        if (*get_cell (self, f, c) != '\0')
          width = MAX (width, measure_word (self, get_weight (c), get_cell (self, f, c)));

      self->widths[c] = ceil (width) + 1;
      used += self->widths[c] + gap;
    }

  double name = frame.width - used;

  self->widths[STREEK_ATLAS_COLUMN_NAME] = name;

  /* far from its figures, a name is read beside the wrong ones */
  if (name > frame.width * MAX_NAME_SHARE)
    {
      gap += (name - frame.width * MAX_NAME_SHARE) / (self->n_columns - 1);
      self->widths[STREEK_ATLAS_COLUMN_NAME] = frame.width * MAX_NAME_SHARE;
    }

  for (guint c = 0; c < self->n_columns; c++)
    {
      self->starts[c] = x;
      x += self->widths[c] + gap;
    }

  return name >= LEAST_NAME_PT * self->pen->text_scale * self->factor &&
         (may_break || measure_longest_word (self) <= self->widths[STREEK_ATLAS_COLUMN_NAME]);
}

static StreekTextRun *
set_name (const Table *self, guint figure)
{
  return streek_pen_set_wrapped (self->pen, self->factor, STREEK_WEIGHT_NORMAL,
                                 get_cell (self, figure, STREEK_ATLAS_COLUMN_NAME),
                                 self->widths[STREEK_ATLAS_COLUMN_NAME], 0, STREEK_ALIGN_START);
}

static double
measure_row (const Table *self, guint figure)
{
  g_autoptr (StreekTextRun) run = set_name (self, figure);

  return streek_text_run_get_height (run) + 2 * ROW_PADDING * self->pen->text_scale * self->factor;
}

static StreekTextRun *
set_head (const Table *self, guint column)
{
  return streek_pen_set_wrapped (self->pen, self->factor * 0.92, STREEK_WEIGHT_BOLD,
                                 self->heads[column], self->widths[column], 4,
                                 is_number (column) ? STREEK_ALIGN_END : STREEK_ALIGN_START);
}

static double
measure_heads (const Table *self)
{
  double height = 0;

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autoptr (StreekTextRun) run = set_head (self, c);

      height = MAX (height, streek_text_run_get_height (run));
    }

  return height + ROW_PADDING * self->pen->text_scale;
}

static void
draw_heads (const Table *self, StreekRect frame, double height)
{
  StreekChartPen *pen = self->pen;
  StreekStroke line = { pen->theme->ink, 0.7 * pen->text_scale, 0, 0 };

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autoptr (StreekTextRun) run = set_head (self, c);

      streek_pen_add_run (pen, run, self->starts[c] + (is_number (c) ? self->widths[c] : 0),
                          frame.y + height - ROW_PADDING * pen->text_scale, is_number (c) ? 1 : 0,
                          1, pen->theme->pale_ink, FALSE, -1);
    }

  streek_pen_add_line (pen, frame.x, frame.y + height, frame.x + frame.width, frame.y + height,
                       &line);
}

static void
draw_row (const Table *self, guint figure, StreekRect frame, double y, double height)
{
  StreekChartPen *pen = self->pen;
  StreekStroke line = { streek_color_from_lightness (86), 0.5 * pen->text_scale, 0, 0 };
  double middle = y + height / 2;
  g_autoptr (StreekTextRun) name = set_name (self, figure);

  streek_pen_add_run (pen, name, self->starts[STREEK_ATLAS_COLUMN_NAME], middle, 0, 0.5,
                      pen->theme->ink, FALSE, -1);

  for (guint c = STREEK_ATLAS_COLUMN_VALUE; c < self->n_columns; c++)
    streek_pen_add_text (
      pen, self->factor, get_weight (c), get_cell (self, figure, c),
      self->starts[c] + (is_number (c) ? self->widths[c] : 0), middle, is_number (c) ? 1 : 0, 0.5,
      c == STREEK_ATLAS_COLUMN_PERIOD ? pen->theme->pale_ink : pen->theme->ink, -1);

  streek_pen_add_line (pen, frame.x, y + height, frame.x + frame.width, y + height, &line);
}

/**
 * streek_atlas_draw_table:
 * @pen: of the figures of @atlas
 * @place: number of an area
 * @frame: its left, top and width
 * @factor: of the size of letters
 * @may_break: whether a name may wrap inside a word
 * @draws: whether it is not only measured
 *
 * The key figures of an area: names wrap, figures never do.
 *
 * Returns: how high it is, INFINITY where no room is left for the names
 */
double
streek_atlas_draw_table (StreekChartPen *pen,
                         const StreekAtlas *atlas,
                         guint place,
                         StreekRect frame,
                         double factor,
                         gboolean may_break,
                         gboolean draws)
{
  g_auto (Table) self;

  table_init (&self, pen, atlas, place, factor);

  if (!place_columns (&self, frame, may_break))
    return INFINITY;

  double height = measure_heads (&self), y = frame.y + height;

  if (draws)
    {
      streek_scene_builder_push_group (pen->builder, "key-figures", _ ("Key figures"));
      draw_heads (&self, frame, height);
    }

  for (guint f = 0; f < atlas->n_figures; f++)
    {
      double row = measure_row (&self, f);

      if (draws)
        draw_row (&self, f, frame, y, row);
      y += row;
    }

  if (draws)
    streek_scene_builder_pop_group (pen->builder);

  return y - frame.y;
}

/* The ranking */

typedef struct
{
  StreekChartPen *pen;
  const StreekAtlas *atlas;
  const StreekKeyFigure *figure;
  guint *order; /* areas, the first one first, those without a figure last */
  guint n;
  guint first; /* of those that are shown */
  guint n_shown;
  double row_pt;
  double rank_pt;
  double name_pt;
  double value_pt;
  StreekScale scale;
  StreekRect plot;
} Ranking;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *ranks = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if ((ranks[first] == 0) != (ranks[second] == 0))
    return ranks[first] == 0 ? 1 : -1;

  if (ranks[first] != ranks[second])
    return ranks[first] < ranks[second] ? -1 : 1;

  return first < second ? -1 : 1;
}

static void
order_areas (Ranking *self)
{
  const StreekChart *figures = self->atlas->figures;

  self->order = g_new (guint, figures->n_areas + 1);

  for (guint a = 0; a < figures->n_areas; a++)
    if (!figures->areas[a].is_reference)
      self->order[self->n++] = a;

  g_qsort_with_data (self->order, (int) self->n, sizeof (guint), compare_ranks,
                     self->figure->ranks);
}

/* Around the area of the page, as many as can be read. */
static void
choose_rows (Ranking *self, guint own, double height)
{
  double line = streek_pen_get_line_height (self->pen, 0.95);
  guint room = (guint) MAX (floor (height / (line * 1.12)), 0), at = 0;

  while (at + 1 < self->n && self->order[at] != own)
    at++;

  self->n_shown = MIN (self->n, room);
  self->first = at > self->n_shown / 2 ? at - self->n_shown / 2 : 0;
  self->first = MIN (self->first, self->n - self->n_shown);
  self->row_pt = self->n_shown > 0 ? MIN (height / self->n_shown, line * 1.9) : 0;
}

static const StreekChartCell *
get_ranked_cell (const Ranking *self, guint area)
{
  return streek_chart_get_cell (self->atlas->figures, self->figure->indicator, area,
                                (guint) self->figure->period);
}

static char *
dup_ranked_value (const Ranking *self, guint area)
{
  return streek_chart_format_cell (self->atlas->figures,
                                   streek_chart_get_index (self->atlas->figures,
                                                           self->figure->indicator, area,
                                                           (guint) self->figure->period),
                                   self->pen->format);
}

/* From the values that are shown, and 0: beside Antwerp all villages would be a stroke. */
static void
make_scale (Ranking *self, StreekRect frame)
{
  const StreekChart *figures = self->atlas->figures;
  double gap = 5 * self->pen->text_scale, lower = 0, upper = 0, most = frame.width * 0.36;

  for (guint i = self->first; i < self->first + self->n_shown; i++)
    {
      double value = get_ranked_cell (self, self->order[i])->value;
      g_autofree char *text = dup_ranked_value (self, self->order[i]);
      const char *name = figures->areas[self->order[i]].name;

      self->value_pt = MAX (self->value_pt, streek_pen_measure (self->pen, 1.03, text));
      self->name_pt = MAX (self->name_pt, streek_pen_measure (self->pen, 0.98, name));
      if (!isnan (value))
        {
          lower = MIN (lower, value);
          upper = MAX (upper, value);
        }
    }

  self->rank_pt = streek_pen_measure (self->pen, 0.95, "999");
  self->name_pt = MIN (self->name_pt * 1.08, most); /* bold is wider */
  self->plot.x = frame.x + self->rank_pt + self->name_pt + 2 * gap;
  self->plot.width = frame.x + frame.width - self->plot.x - self->value_pt - gap;
  self->scale = streek_scale_linear (lower, upper > lower ? upper : lower + 1, self->plot.x,
                                     self->plot.x + self->plot.width);
}

static void
draw_bar (const Ranking *self, guint area, gboolean is_own, double y)
{
  StreekChartPen *pen = self->pen;
  const StreekChartCell *cell = get_ranked_cell (self, area);
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);
  StreekStroke outline;
  double height = self->row_pt * 0.62, middle = y + self->row_pt / 2;
  g_autofree char *value = dup_ranked_value (self, area);

  if (!is_own)
    style.fill = (StreekPaint){ .color = streek_color_from_lightness (80) };
  if (!is_own)
    style.line.color = streek_color_from_lightness (60);

  if (isnan (cell->value))
    {
      streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, value, self->plot.x + 3, middle, 0, 0.5,
                           pen->theme->pale_ink, -1);
      return;
    }

  double zero = streek_scale_to_position (&self->scale, 0);
  double end = streek_scale_to_position (&self->scale, cell->value);
  StreekPaint paint = streek_pen_get_fill (pen, &style, cell, &outline);

  streek_scene_builder_add_rect (
    pen->builder,
    (StreekRect){ MIN (zero, end), middle - height / 2, MAX (fabs (end - zero), 0.4), height },
    &paint, outline.width > 0 ? &outline : NULL, -1);
  streek_pen_add_text (pen, 0.95, is_own ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL, value,
                       MAX (zero, end) + 3 * pen->text_scale, middle, 0, 0.5, pen->theme->ink, -1);
}

static void
draw_ranked_row (const Ranking *self, guint index, guint own, StreekRect frame)
{
  StreekChartPen *pen = self->pen;
  guint area = self->order[self->first + index];
  gboolean is_own = area == own;
  StreekWeight weight = is_own ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL;
  double y = frame.y + index * self->row_pt, middle = y + self->row_pt / 2;
  g_autoptr (StreekTextRun) name =
    streek_pen_set_wrapped (pen, 0.95, weight, self->atlas->figures->areas[area].name,
                            self->name_pt, 1, STREEK_ALIGN_START);

  if (self->figure->ranks[area] > 0)
    {
      g_autofree char *rank = g_strdup_printf ("%u", self->figure->ranks[area]);

      streek_pen_add_text (pen, 0.95, weight, rank, frame.x + self->rank_pt, middle, 1, 0.5,
                           pen->theme->pale_ink, -1);
    }

  streek_pen_add_run (pen, name, frame.x + self->rank_pt + 5 * pen->text_scale, middle, 0, 0.5,
                      pen->theme->ink, FALSE, -1);
  draw_bar (self, area, is_own, y);
}

/* Which part of the whole list it is. */
static double
draw_extent (const Ranking *self, StreekRect frame)
{
  StreekChartPen *pen = self->pen;
  const StreekChartIndicator *indicator =
    &self->atlas->figures->indicators[self->figure->indicator];
  GString *text = g_string_new (*indicator->unit != '\0' ? indicator->unit : NULL);

  if (self->n_shown < self->n)
    {
      /* Translators: over a part of a ranking: rows %1$u to %2$u of %3$u areas */
      g_autofree char *part = g_strdup_printf (_ ("rows %1$u–%2$u of %3$u"), self->first + 1,
                                               self->first + self->n_shown, self->n);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }

  g_autofree char *words = g_string_free (text, FALSE);

  streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL, words, frame.x, frame.y, 0, 0,
                       pen->theme->pale_ink, -1);

  return streek_pen_get_line_height (pen, 0.9) * 1.15;
}

/**
 * streek_atlas_draw_ranking:
 * @pen: of the figures of @atlas
 * @place: number of the area that stands out
 * @frame: where it lies
 *
 * The area and those that come before and after it, with bars from 0.
 *
 * Returns: %FALSE where there is no room for it
 */
gboolean
streek_atlas_draw_ranking (StreekChartPen *pen,
                           const StreekAtlas *atlas,
                           guint place,
                           StreekRect frame)
{
  guint own = atlas->places[place].index;
  Ranking self = { .pen = pen, .atlas = atlas, .figure = &atlas->chart_figure };
  double head = streek_pen_get_line_height (pen, 0.9) * 1.15;
  StreekRect rows = { frame.x, frame.y + head, frame.width, frame.height - head };

  if (self.figure->period < 0)
    return TRUE;

  order_areas (&self);

  g_autofree guint *order = self.order;

  choose_rows (&self, own, rows.height);
  make_scale (&self, rows);

  if (self.n_shown < MIN (LEAST_ROWS, self.n) || self.plot.width < 10)
    return FALSE;

  streek_scene_builder_push_group (pen->builder, "ranking", NULL);
  draw_extent (&self, frame);
  for (guint i = 0; i < self.n_shown; i++)
    draw_ranked_row (&self, i, own, rows);
  streek_scene_builder_pop_group (pen->builder);

  return TRUE;
}
