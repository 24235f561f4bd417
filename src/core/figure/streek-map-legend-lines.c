/* streek-map-legend-lines.c: what a legend says, line by line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-legend-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SWATCH_GAP 6.0
#define BLOCK_GAP 7.0
#define WORD_SLACK 3.0 /* for a hyphen that the line ends with */
#define MAX_OUTLINE_NAMES 12

static StreekFont
get_font (const StreekMapLegend *self, double size_pt, StreekWeight weight, gboolean italic)
{
  return (StreekFont){ size_pt * self->scale, weight, italic };
}

double
streek_map_legend_get_radius (const StreekMapLegend *self, const StreekLegendItem *item)
{
  return item->entry.kind == STREEK_LEGEND_POINT_CIRCLE
           ? streek_points_get_radius (self->figure->points, item->value) * self->scale
           : streek_figure_get_circle_radius (self->figure, item->value, self->largest_circle_pt);
}

static StreekTextRun *
set_text (StreekMapLegend *self, StreekFont font, const char *text, double indent)
{
  double word =
    streek_typesetter_measure_word (self->typesetter, font, text) + WORD_SLACK * self->scale;
  /* what breaks all the same is not worth the room */
  double width =
    indent + word <= self->word_width ? MAX (self->max_width, indent + word) : self->max_width;

  return streek_typesetter_set_wrapped (self->typesetter, font, text, width - indent, 5,
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

  StreekLegendLine line = {
    .kind = STREEK_LEGEND_LINE_TEXT,
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
  double indent = (STREEK_LEGEND_SWATCH_WIDTH + SWATCH_GAP) * self->scale;
  StreekFont font = get_font (self, 8, STREEK_WEIGHT_NORMAL, FALSE);
  g_autofree char *label = streek_figure_dup_legend_label (figure, index, self->format);
  StreekLegendLine line = {
    .kind = is_line (item)                            ? STREEK_LEGEND_LINE_OUTLINE
            : item->entry.kind == STREEK_LEGEND_POINT ? STREEK_LEGEND_LINE_POINT
                                                      : STREEK_LEGEND_LINE_SWATCH,
    .run = set_text (self, font, label, indent + 24 * self->scale),
    .item = item,
    .indent = indent,
    .space_before = self->lines->len > 0 ? space_before : 0,
  };

  line.width = indent + streek_text_run_get_width (line.run);
  line.height =
    MAX (streek_text_run_get_height (line.run), STREEK_LEGEND_SWATCH_HEIGHT * self->scale);

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

/* The circles of the legend stand in each other on one ground line, their values at the right. */
static void
add_circles_of (StreekMapLegend *self,
                StreekLegendKind kind,
                StreekLegendLineKind line_kind,
                GPtrArray *labels)
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

      largest = MAX (largest, streek_map_legend_get_radius (self, item));
      widest = MAX (widest, streek_text_run_get_width (run));
      height += streek_text_run_get_height (run);
      g_ptr_array_add (labels, run);
    }

  if (labels->len == 0)
    return;

  StreekLegendLine line = {
    .kind = line_kind,
    .space_before = self->lines->len > 0 ? STREEK_LEGEND_LINE_GAP + 5 * self->scale : 0,
    .width = 2 * largest + 14 * self->scale + widest,
    .height = MAX (2 * largest, height) + 2,
  };

  g_array_append_val (self->lines, line);
}

static void
add_circles (StreekMapLegend *self)
{
  add_circles_of (self, STREEK_LEGEND_CIRCLE, STREEK_LEGEND_LINE_CIRCLES, self->circle_labels);
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
  StreekLegendLine line = { .kind = STREEK_LEGEND_LINE_SQUARE,
                            .width = size.width,
                            .height = size.height };

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
    add_text (self, font, _ ("A dashed circle is a figure below zero."), TRUE, FALSE, 0,
              STREEK_LEGEND_LINE_GAP);
  if (n > 0)
    add_text (self, font, without, TRUE, FALSE, 0, STREEK_LEGEND_LINE_GAP);
  add_text (self, font, streek_figure_get_circles_words (figure), TRUE, FALSE, 0,
            STREEK_LEGEND_LINE_GAP);
}

static void
add_outline_names (StreekMapLegend *self)
{
  guint n = self->figure->ground->n_outlines;
  double indent = (STREEK_LEGEND_SWATCH_WIDTH + SWATCH_GAP) * self->scale;

  if (n > MAX_OUTLINE_NAMES)
    return;

  /* the names never leave their line */
  g_array_index (self->lines, StreekLegendLine, self->lines->len - 1).stays_with_next = TRUE;

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
              STREEK_LEGEND_LINE_GAP);
}

static void
add_side (StreekMapLegend *self, guint index)
{
  g_autofree char *label = streek_figure_dup_legend_label (self->figure, index, self->format);

  add_text (self, get_font (self, 7.5, STREEK_WEIGHT_BOLD, FALSE), label, FALSE, TRUE, 0,
            STREEK_LEGEND_LINE_GAP + 2);
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

      add_swatch (self, i, item,
                  is_first && item->index < 0 ? BLOCK_GAP + 2 : STREEK_LEGEND_LINE_GAP);
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
        add_swatch_of (self, figure, i, item, STREEK_LEGEND_LINE_GAP);
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
        add_swatch (self, i, item, STREEK_LEGEND_LINE_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_TEXT && !has_circles)
        add_text (self, get_font (self, 8.5, STREEK_WEIGHT_BOLD, FALSE), label, FALSE, TRUE, 0,
                  is_first ? BLOCK_GAP + 4 : BLOCK_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_TEXT)
        add_text (self, get_font (self, 7, STREEK_WEIGHT_NORMAL, FALSE), label, TRUE, FALSE, 0,
                  STREEK_LEGEND_LINE_GAP);
      else if (item->entry.kind == STREEK_LEGEND_POINT_CIRCLE && !has_circles)
        {
          add_circles_of (self, STREEK_LEGEND_POINT_CIRCLE, STREEK_LEGEND_LINE_POINT_CIRCLES,
                          self->point_labels);
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

      add_swatch (self, i, item, is_missing && !was_missing ? BLOCK_GAP : STREEK_LEGEND_LINE_GAP);
      was_missing = is_missing;
    }

  if (!was_missing)
    add_direction (self, self->figure->direction_high, FALSE);

  for (guint other = 0; other < self->n_others; other++)
    add_missing_of (self, other);
}

void
streek_map_legend_fill (StreekMapLegend *self)
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
              _ ("An open circle is a figure below zero."), TRUE, FALSE, 0, STREEK_LEGEND_LINE_GAP);

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
