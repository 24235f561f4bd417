/* streek-map-legend.c: the legend as it stands on paper, in one column or in several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-legend.h"
#include "figure/streek-map-square.h"
#include "figure/streek-point-sign.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SWATCH_WIDTH 17.0
#define SWATCH_HEIGHT 10.5
#define SWATCH_GAP 6.0
#define LINE_GAP 3.0
#define BLOCK_GAP 7.0
#define COLUMN_GAP 20.0
#define MAX_OUTLINE_NAMES 12

typedef enum
{
  LINE_TEXT,
  LINE_SWATCH,
  LINE_OUTLINE,
  LINE_CIRCLES,
  LINE_SQUARE,
  LINE_POINT,
  LINE_POINT_CIRCLES,
} LineKind;

typedef struct
{
  LineKind kind;
  StreekTextRun *run;   /* owned, NULL for circles */
  StreekTextRun *count; /* (nullable): owned, pale, behind the label */
  const StreekLegendItem *item;
  gboolean is_pale;
  gboolean stays_with_next; /* a heading never ends a column */
  double indent;
  double space_before;
  double width;
  double height;
  StreekPoint place; /* after flowing */
} Line;

struct _StreekMapLegend
{
  const StreekFigure *figure;
  StreekFigure *const *others; /* (nullable): maps that it is of as well */
  guint n_others;
  const StreekTheme *theme;
  const StreekFormat *format;
  StreekTypesetter *typesetter;
  double scale; /* of letters and swatches */
  double largest_circle_pt;
  double max_width;
  gboolean has_heading;     /* the first line */
  GArray *lines;            /* (element-type Line) */
  GPtrArray *circle_labels; /* (element-type StreekTextRun) */
  GPtrArray *point_labels;  /* (element-type StreekTextRun): of circles around points */
  StreekMapSquare *square;  /* (nullable): of two indicators */
  StreekSize size;
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->run, streek_text_run_unref);
  g_clear_pointer (&line->count, streek_text_run_unref);
}

static StreekFont
get_font (const StreekMapLegend *self, double size_pt, StreekWeight weight, gboolean italic)
{
  return (StreekFont){ size_pt * self->scale, weight, italic };
}

static StreekTextRun *
set_text (StreekMapLegend *self, StreekFont font, const char *text, double indent)
{
  return streek_typesetter_set_wrapped (self->typesetter, font, text, self->max_width - indent, 5,
                                        STREEK_ALIGN_START);
}

static void
add_text (StreekMapLegend *self,
          StreekFont font,
          const char *text,
          gboolean is_pale,
          gboolean stays_with_next,
          double indent,
          double space_before)
{
  if (text == NULL || text[0] == '\0')
    return;

  Line line = {
    .kind = LINE_TEXT,
    .run = set_text (self, font, text, indent),
    .is_pale = is_pale,
    .stays_with_next = stays_with_next,
    .indent = indent,
    .space_before = self->lines->len > 0 ? space_before : 0,
  };

  line.width = indent + streek_text_run_get_width (line.run);
  line.height = streek_text_run_get_height (line.run);
  g_array_append_val (self->lines, line);
}

static gboolean
is_line (const StreekLegendItem *item)
{
  return item->entry.kind == STREEK_LEGEND_OUTLINE ||
         item->entry.kind == STREEK_LEGEND_PREDECESSORS;
}

static void
add_swatch_of (StreekMapLegend *self,
               const StreekFigure *figure,
               guint index,
               const StreekLegendItem *item,
               double space_before)
{
  double indent = (SWATCH_WIDTH + SWATCH_GAP) * self->scale;
  StreekFont font = get_font (self, 8, STREEK_WEIGHT_NORMAL, FALSE);
  g_autofree char *label = streek_figure_dup_legend_label (figure, index, self->format);
  Line line = {
    .kind = is_line (item)                            ? LINE_OUTLINE
            : item->entry.kind == STREEK_LEGEND_POINT ? LINE_POINT
                                                      : LINE_SWATCH,
    .run = set_text (self, font, label, indent + 24 * self->scale),
    .item = item,
    .indent = indent,
    .space_before = self->lines->len > 0 ? space_before : 0,
  };

  line.width = indent + streek_text_run_get_width (line.run);
  line.height = MAX (streek_text_run_get_height (line.run), SWATCH_HEIGHT * self->scale);

  if (self->others == NULL &&
      (item->entry.kind == STREEK_LEGEND_CLASS || item->entry.kind == STREEK_LEGEND_MISSING ||
       item->entry.kind == STREEK_LEGEND_POINT))
    {
      g_autofree char *count = streek_format_number (self->format, item->entry.n_rows, 0);
      g_autofree char *text = g_strdup_printf ("(%s)", count);

      line.count = streek_typesetter_set (self->typesetter,
                                          get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE), text);
      line.width += 5 * self->scale + streek_text_run_get_width (line.count);
    }

  g_array_append_val (self->lines, line);
}

static void
add_swatch (StreekMapLegend *self, guint index, const StreekLegendItem *item, double space_before)
{
  add_swatch_of (self, self->figure, index, item, space_before);
}

/* Of a value, on this map. */
static double
get_radius (const StreekMapLegend *self, const StreekLegendItem *item)
{
  return item->entry.kind == STREEK_LEGEND_POINT_CIRCLE
           ? streek_points_get_radius (self->figure->points, item->value) * self->scale
           : streek_figure_get_circle_radius (self->figure, item->value, self->largest_circle_pt);
}

/* The circles of the legend stand in each other on one ground line, their values at the right. */
static void
add_circles_of (StreekMapLegend *self, StreekLegendKind kind, LineKind line_kind, GPtrArray *labels)
{
  StreekFont font = get_font (self, 8, STREEK_WEIGHT_NORMAL, FALSE);
  double largest = 0, widest = 0, height = 0;

  for (guint i = 0; i < self->figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (self->figure->legend, StreekLegendItem, i);

      if (item->entry.kind != kind)
        continue;

      g_autofree char *label = streek_figure_dup_legend_label (self->figure, i, self->format);
      StreekTextRun *run = streek_typesetter_set (self->typesetter, font, label);

      largest = MAX (largest, get_radius (self, item));
      widest = MAX (widest, streek_text_run_get_width (run));
      height += streek_text_run_get_height (run);
      g_ptr_array_add (labels, run);
    }

  if (labels->len == 0)
    return;

  Line line = {
    .kind = line_kind,
    .space_before = self->lines->len > 0 ? LINE_GAP + 5 * self->scale : 0,
    .width = 2 * largest + 14 * self->scale + widest,
    .height = MAX (2 * largest, height) + 2,
  };

  g_array_append_val (self->lines, line);
}

static void
add_circles (StreekMapLegend *self)
{
  add_circles_of (self, STREEK_LEGEND_CIRCLE, LINE_CIRCLES, self->circle_labels);
}

static gboolean
has_negative (const StreekFigure *figure)
{
  for (guint row = 0; figure->circles != NULL && row < figure->n_rows; row++)
    if (figure->circles[row] < 0)
      return TRUE;

  return FALSE;
}

/* On any of the maps that it is of. */
static gboolean
shows_negative (const StreekMapLegend *self)
{
  gboolean shows = has_negative (self->figure);

  for (guint i = 0; i < self->n_others; i++)
    shows |= has_negative (self->others[i]);

  return shows;
}

static void
add_method (StreekMapLegend *self)
{
  const StreekFigure *figure = self->figure;
  StreekFont font = get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE);

  if (figure->classes == NULL)
    return;

  g_autofree char *message = streek_classes_dup_message (figure->classes);
  g_autofree char *method = streek_figure_dup_method (figure);
  const char *sides =
    !isnan (figure->reference) && !streek_class_method_is_given (figure->spec->method)
      /* Translators: in a legend, under how its classes were made */
      ? _ ("the same distances on both sides")
      : NULL;

  add_text (self, font, method, TRUE, message != NULL || sides != NULL, 0, BLOCK_GAP);
  add_text (self, font, sides, TRUE, message != NULL, 0, 1);
  add_text (self, font, message, TRUE, FALSE, 0, 1);
}

/* Both axes, and how many classes of each were possible. */
static void
add_square (StreekMapLegend *self)
{
  const StreekFigure *figure = self->figure;
  StreekFont font = get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE);

  if (streek_figure_get_axis_classes (figure, 0) == NULL ||
      streek_figure_get_axis_classes (figure, 1) == NULL)
    return;

  self->square = streek_map_square_new (figure, self->theme, self->format, self->typesetter,
                                        self->scale, self->max_width);

  StreekSize size = streek_map_square_get_size (self->square);
  Line line = { .kind = LINE_SQUARE, .width = size.width, .height = size.height };

  g_array_append_val (self->lines, line);
  add_text (self, font, streek_class_method_get_label (figure->spec->method), TRUE, FALSE, 0,
            BLOCK_GAP);

  for (guint axis = 0; axis < 2; axis++)
    {
      g_autofree char *message =
        streek_classes_dup_message (streek_figure_get_axis_classes (figure, axis));
      g_autofree char *name = streek_figure_dup_axis_name (figure, axis);
      g_autofree char *text = message != NULL ? g_strdup_printf ("%s: %s", name, message) : NULL;

      add_text (self, font, text, TRUE, FALSE, 0, 1);
    }
}

/* Where circles lie over classes: what they are, and what the lack of one means. */
static void
add_circles_over (StreekMapLegend *self)
{
  const StreekFigure *figure = self->figure;
  guint n = streek_figure_count_without_circle (figure);
  StreekFont font = get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE);
  g_autofree char *name = streek_figure_dup_axis_name (figure, 1);
  g_autofree char *without =
    /* Translators: in a legend, of areas without a figure for a circle */
    g_strdup_printf (ngettext ("No circle: no figure (%u)", "No circle: no figure (%u)", n), n);

  add_text (self, get_font (self, 8.5, STREEK_WEIGHT_BOLD, FALSE), name, FALSE, TRUE, 0,
            BLOCK_GAP + 4);
  add_circles (self);

  if (shows_negative (self))
    add_text (self, font, _ ("A dashed circle is a figure below zero."), TRUE, FALSE, 0, LINE_GAP);
  if (n > 0)
    add_text (self, font, without, TRUE, FALSE, 0, LINE_GAP);
  add_text (self, font, streek_figure_get_circles_words (figure), TRUE, FALSE, 0, LINE_GAP);
}

static void
add_outline_names (StreekMapLegend *self)
{
  guint n = self->figure->ground->n_outlines;
  double indent = (SWATCH_WIDTH + SWATCH_GAP) * self->scale;

  if (n > MAX_OUTLINE_NAMES)
    return;

  /* the names never leave their line */
  g_array_index (self->lines, Line, self->lines->len - 1).stays_with_next = TRUE;

  for (guint i = 0; i < n; i++)
    add_text (self, get_font (self, 8, STREEK_WEIGHT_NORMAL, FALSE), self->figure->outline_names[i],
              FALSE, i + 1 < n, indent, 1.5);
}

/* What an end of the classes means; where they lie around a reference, the words over each side say
 * it already. */
static void
add_direction (StreekMapLegend *self, const char *words, gboolean is_first)
{
  if (self->figure->classes != NULL && isnan (self->figure->reference))
    add_text (self, get_font (self, 7, STREEK_WEIGHT_NORMAL, TRUE), words, TRUE, is_first, 0,
              LINE_GAP);
}

static void
add_side (StreekMapLegend *self, guint index)
{
  g_autofree char *label = streek_figure_dup_legend_label (self->figure, index, self->format);

  add_text (self, get_font (self, 7.5, STREEK_WEIGHT_BOLD, FALSE), label, FALSE, TRUE, 0,
            LINE_GAP + 2);
}

static gboolean
is_of_points (const StreekLegendItem *item)
{
  return item->entry.kind == STREEK_LEGEND_POINT ||
         item->entry.kind == STREEK_LEGEND_POINT_CIRCLE ||
         item->entry.kind == STREEK_LEGEND_POINT_TEXT;
}

/* What lies over the map comes last. */
static gboolean
is_above (const StreekLegendItem *item)
{
  return is_line (item) || item->entry.kind == STREEK_LEGEND_OVERLAY || is_of_points (item);
}

static guint
count_above (const StreekFigure *figure)
{
  guint n = 0;

  for (guint i = 0; i < figure->legend->len; i++)
    n += is_above (&g_array_index (figure->legend, StreekLegendItem, i));

  return n;
}

static void
add_overlay (StreekMapLegend *self)
{
  const StreekFigure *figure = self->figure;
  const StreekOverlay *overlay = figure->ground->overlay;
  gboolean is_first = TRUE;

  if (overlay != NULL && overlay->has_own_hatches)
    add_text (self, get_font (self, 8.5, STREEK_WEIGHT_BOLD, FALSE), figure->overlay_set_name,
              FALSE, TRUE, 0, BLOCK_GAP + 2);

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind != STREEK_LEGEND_OVERLAY)
        continue;

      add_swatch (self, i, item, is_first && item->index < 0 ? BLOCK_GAP + 2 : LINE_GAP);
      is_first = FALSE;
    }
}

static gboolean
has_missing (const StreekFigure *figure, StreekMissing missing)
{
  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind == STREEK_LEGEND_MISSING && item->missing == missing)
        return TRUE;
    }

  return FALSE;
}

/* What is missing on another map only, where no map before has it. */
static void
add_missing_of (StreekMapLegend *self, guint other)
{
  const StreekFigure *figure = self->others[other];

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);
      gboolean is_known =
        item->entry.kind != STREEK_LEGEND_MISSING || has_missing (self->figure, item->missing);

      for (guint before = 0; before < other && !is_known; before++)
        is_known = has_missing (self->others[before], item->missing);

      if (!is_known)
        add_swatch_of (self, figure, i, item, LINE_GAP);
    }
}

static void
add_predecessors (StreekMapLegend *self)
{
  for (guint i = 0; i < self->figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (self->figure->legend, StreekLegendItem, i);

      if (item->entry.kind == STREEK_LEGEND_PREDECESSORS)
        add_swatch (self, i, item, BLOCK_GAP + 2);
    }
}

/* Kinds of places under their heading; where circles say more of them, what those are. */
static void
add_points (StreekMapLegend *self)
{
  gboolean has_circles = FALSE, is_first = TRUE;

  for (guint i = 0; i < self->figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (self->figure->legend, StreekLegendItem, i);
      g_autofree char *label =
        is_of_points (item) ? streek_figure_dup_legend_label (self->figure, i, self->format) : NULL;

      if (item->entry.kind == STREEK_LEGEND_POINT)
        add_swatch (self, i, item, LINE_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_TEXT && !has_circles)
        add_text (self, get_font (self, 8.5, STREEK_WEIGHT_BOLD, FALSE), label, FALSE, TRUE, 0,
                  is_first ? BLOCK_GAP + 4 : BLOCK_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_TEXT)
        add_text (self, get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE), label, TRUE, FALSE, 0,
                  LINE_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_CIRCLE && !has_circles)
        {
          add_circles_of (self, STREEK_LEGEND_POINT_CIRCLE, LINE_POINT_CIRCLES, self->point_labels);
          has_circles = TRUE;
        }

      is_first = is_first && !is_of_points (item);
    }
}

static void
add_items (StreekMapLegend *self)
{
  gboolean was_missing = FALSE;

  for (guint i = 0; i < self->figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (self->figure->legend, StreekLegendItem, i);
      gboolean is_missing = item->entry.kind == STREEK_LEGEND_MISSING;

      if (item->entry.kind == STREEK_LEGEND_CIRCLE || item->entry.kind == STREEK_LEGEND_HEADING ||
          (item->entry.kind == STREEK_LEGEND_CLASS && self->square != NULL) || is_above (item))
        continue;

      if (item->entry.kind == STREEK_LEGEND_SIDE)
        {
          add_side (self, i);
          continue;
        }

      if (is_missing && !was_missing)
        add_direction (self, self->figure->direction_high, FALSE);

      add_swatch (self, i, item, is_missing && !was_missing ? BLOCK_GAP : LINE_GAP);
      was_missing = is_missing;
    }

  if (!was_missing)
    add_direction (self, self->figure->direction_high, FALSE);

  for (guint other = 0; other < self->n_others; other++)
    add_missing_of (self, other);
}

static void
fill_lines (StreekMapLegend *self)
{
  const StreekFigure *figure = self->figure;
  StreekFont heading_font = get_font (self, 8.5, STREEK_WEIGHT_BOLD, FALSE);
  g_autofree char *heading = streek_figure_dup_legend_heading (figure, self->format);
  guint n_own = figure->legend->len - count_above (figure);

  if (n_own > 0)
    add_text (self, heading_font, heading, FALSE, TRUE, 0, 0);

  self->has_heading = self->lines->len > 0;

  add_direction (self, figure->direction_low, TRUE);

  if (figure->spec->kind == STREEK_FIGURE_BIVARIATE)
    add_square (self);
  if (figure->spec->kind == STREEK_FIGURE_CIRCLES)
    add_circles (self);

  if (figure->spec->kind == STREEK_FIGURE_CIRCLES && shows_negative (self))
    add_text (self, get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE),
              _ ("An open circle is a figure below zero."), TRUE, FALSE, 0, LINE_GAP);

  add_items (self);
  add_method (self);
  add_text (self, get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE),
            streek_figure_get_limits_words (figure), TRUE, FALSE, 0,
            figure->classes != NULL ? 1 : BLOCK_GAP);

  if (figure->spec->kind == STREEK_FIGURE_COMBINED)
    add_circles_over (self);

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind != STREEK_LEGEND_OUTLINE)
        continue;

      add_swatch (self, i, item, BLOCK_GAP + 2);
      add_outline_names (self);
    }

  add_overlay (self);
  add_predecessors (self);
  add_points (self);
}

/**
 * streek_map_legend_new:
 * @figure: the figure; kept until the legend is freed
 * @others: (nullable) (array length=n_others): maps that it is of as well; kept too
 * @n_others: how many
 * @theme: colours
 * @format: how numbers look
 * @typesetter: sets the words
 * @text_scale: of letters and swatches, 1 on A4
 * @largest_circle_pt: radius of the largest circle of the map
 * @max_width: where words wrap
 *
 * Returns: (transfer full): the legend in one column
 */
StreekMapLegend *
streek_map_legend_new (const StreekFigure *figure,
                       StreekFigure *const *others,
                       guint n_others,
                       const StreekTheme *theme,
                       const StreekFormat *format,
                       StreekTypesetter *typesetter,
                       double text_scale,
                       double largest_circle_pt,
                       double max_width)
{
  StreekMapLegend *self = g_new0 (StreekMapLegend, 1);

  self->figure = figure;
  self->others = others;
  self->n_others = n_others;
  self->theme = theme;
  self->format = format;
  self->typesetter = typesetter;
  self->scale = text_scale;
  self->largest_circle_pt = largest_circle_pt;
  self->max_width = max_width;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->circle_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->point_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  fill_lines (self);
  self->size = streek_map_legend_flow (self, 0);

  return self;
}

void
streek_map_legend_free (StreekMapLegend *legend)
{
  if (legend == NULL)
    return;

  g_array_unref (legend->lines);
  g_ptr_array_unref (legend->circle_labels);
  g_ptr_array_unref (legend->point_labels);
  streek_map_square_free (legend->square);
  g_free (legend);
}

gboolean
streek_map_legend_is_empty (const StreekMapLegend *legend)
{
  return legend->lines->len == 0;
}

StreekSize
streek_map_legend_get_size (const StreekMapLegend *legend)
{
  return legend->size;
}

/* How much room a line needs together with those that may not leave it. */
static double
measure_block (const StreekMapLegend *self, guint first)
{
  const Line *line = &g_array_index (self->lines, Line, first);
  double need = line->space_before + line->height;

  for (guint i = first; i + 1 < self->lines->len; i++)
    {
      const Line *next = &g_array_index (self->lines, Line, i + 1);

      if (!g_array_index (self->lines, Line, i).stays_with_next)
        break;

      need += next->space_before + next->height;
    }

  return need;
}

/* Lays the lines from @first in columns from @top to at most @height further; returns what all
 * take. */
static StreekSize
flow_in_height (StreekMapLegend *self, guint first, double top, double height)
{
  StreekSize size = { 0, top };
  double x = 0, y = 0, column_width = 0;

  for (guint i = first; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      gboolean may_break = i > first && !g_array_index (self->lines, Line, i - 1).stays_with_next;

      if (may_break && y + measure_block (self, i) > height + 0.01)
        {
          x += column_width + COLUMN_GAP * self->scale;
          y = column_width = 0;
        }

      y += y > 0 ? line->space_before : 0;
      line->place = (StreekPoint){ x, top + y };
      y += line->height;
      column_width = MAX (column_width, line->width);
      size.width = MAX (size.width, x + column_width);
      size.height = MAX (size.height, top + y);
    }

  return size;
}

/* In columns the heading stands over all of them. */
static guint
place_heading (StreekMapLegend *self, double *top, double *width)
{
  if (!self->has_heading)
    return 0;

  Line *heading = &g_array_index (self->lines, Line, 0);

  heading->place = (StreekPoint){ 0, 0 };
  *top = heading->height + LINE_GAP;
  *width = heading->width;

  return 1;
}

/**
 * streek_map_legend_flow:
 * @width: room, 0 for one column
 *
 * Lays the legend in as many columns as @width has room for, as low as it then can be.
 *
 * Returns: what it takes
 */
StreekSize
streek_map_legend_flow (StreekMapLegend *legend, double width)
{
  double top = 0, heading_width = 0;

  legend->size = flow_in_height (legend, 0, 0, INFINITY);

  if (width <= 0)
    return legend->size;

  guint first = place_heading (legend, &top, &heading_width);
  double best = INFINITY;

  for (double height = legend->size.height; height > 12; height -= 3)
    {
      if (flow_in_height (legend, first, top, height).width > width)
        break;

      best = height;
    }

  legend->size = flow_in_height (legend, first, top, best);
  legend->size.width = MAX (legend->size.width, heading_width);

  return legend->size;
}

static void
draw_text (const StreekMapLegend *self,
           StreekSceneBuilder *builder,
           StreekTextRun *run,
           double x,
           double top,
           gboolean is_pale)
{
  streek_scene_builder_add_text (builder, run,
                                 (StreekPoint){ x, top + streek_text_run_get_ascent (run) },
                                 is_pale ? self->theme->pale_ink : self->theme->ink, NULL, -1);
}

/* The swatch stands at the middle of the first line of its label. */
static void
draw_swatch (const StreekMapLegend *self,
             StreekSceneBuilder *builder,
             const Line *line,
             StreekPoint at)
{
  double width = SWATCH_WIDTH * self->scale, height = SWATCH_HEIGHT * self->scale;
  guint n_lines = MAX (streek_text_run_get_n_lines (line->run), 1);
  double first = streek_text_run_get_height (line->run) / n_lines;
  double middle = at.y + MAX (first, height) / 2;

  if (line->kind == LINE_POINT)
    streek_point_sign_draw (builder, line->item->entry.symbol, line->item->entry.is_grey,
                            (StreekPoint){ at.x + width / 2, middle }, height * 0.36, -1);
  else if (line->kind == LINE_OUTLINE)
    {
      StreekStroke stroke = line->item->entry.stroke;

      streek_scene_builder_add_rule (builder, (StreekPoint){ at.x + 1, middle },
                                     (StreekPoint){ at.x + width - 1, middle }, &stroke, -1);
    }
  else
    streek_scene_builder_add_rect (
      builder, (StreekRect){ at.x, middle - height / 2, width, height }, &line->item->entry.paint,
      line->item->entry.kind == STREEK_LEGEND_OVERLAY ? &line->item->entry.stroke
                                                      : &self->theme->border,
      -1);

  draw_text (self, builder, line->run, at.x + line->indent, middle - first / 2, FALSE);

  if (line->count != NULL)
    draw_text (self, builder, line->count,
               at.x + line->indent + streek_text_run_get_width (line->run) + 5 * self->scale,
               middle - streek_text_run_get_height (line->count) / 2, TRUE);
}

static void
draw_circles (const StreekMapLegend *self,
              StreekSceneBuilder *builder,
              const Line *line,
              StreekPoint at,
              StreekLegendKind kind,
              const GPtrArray *labels)
{
  const StreekFigure *figure = self->figure;
  double ground = at.y + line->height - 1, largest = 0, last_y = -INFINITY;
  guint n = 0;

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind != kind)
        continue;

      StreekTextRun *run = g_ptr_array_index (labels, n++);
      double radius = get_radius (self, item);
      double height = streek_text_run_get_height (run);

      largest = MAX (largest, radius);

      StreekPoint center = { at.x + largest, ground - radius };
      double lowest = at.y + line->height - (labels->len - n + 0.5) * height;
      double y = MAX (MIN (center.y - radius, lowest), last_y + height);
      double x = at.x + 2 * largest + 12 * self->scale;
      StreekStroke leader = { self->theme->pale_ink, 0.4, 0, 0 };

      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius,
                                       &self->theme->negative_circle, &item->entry.stroke, -1);
      streek_scene_builder_add_rule (builder, (StreekPoint){ center.x, center.y - radius },
                                     (StreekPoint){ x - 3 * self->scale, y }, &leader, -1);
      draw_text (self, builder, run, x, y - height / 2, FALSE);
      last_y = y;
    }
}

/**
 * streek_map_legend_draw:
 * @origin: top left corner
 */
void
streek_map_legend_draw (const StreekMapLegend *legend,
                        StreekSceneBuilder *builder,
                        StreekPoint origin)
{
  streek_scene_builder_push_group (builder, "legend", _ ("Legend"));

  for (guint i = 0; i < legend->lines->len; i++)
    {
      const Line *line = &g_array_index (legend->lines, Line, i);
      StreekPoint at = { origin.x + line->place.x, origin.y + line->place.y };

      if (line->kind == LINE_TEXT)
        draw_text (legend, builder, line->run, at.x + line->indent, at.y, line->is_pale);
      else if (line->kind == LINE_CIRCLES)
        draw_circles (legend, builder, line, at, STREEK_LEGEND_CIRCLE, legend->circle_labels);
      else if (line->kind == LINE_POINT_CIRCLES)
        draw_circles (legend, builder, line, at, STREEK_LEGEND_POINT_CIRCLE, legend->point_labels);
      else if (line->kind == LINE_SQUARE)
        streek_map_square_draw (legend->square, builder, at);
      else
        draw_swatch (legend, builder, line, at);
    }

  streek_scene_builder_pop_group (builder);
}
