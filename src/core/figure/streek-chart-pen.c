/* streek-chart-pen.c: text, styles and legends that every kind of chart draws with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"
#include "figure/streek-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define KEY_WIDTH 16.0
#define KEY_GAP 4.0
#define ENTRY_GAP 14.0

/* Lines in grey: three greys and four symbols, then a dash; fills: greys and hatches. */
static const double grey_lines[] = { 20, 48, 66 };
static const struct
{
  double lightness;
  StreekHatch hatch;
} grey_fills[STREEK_N_SERIES_COLORS] = {
  { 35, STREEK_HATCH_NONE },     { 80, STREEK_HATCH_NONE },  { 96, STREEK_HATCH_BACK_DIAGONAL },
  { 58, STREEK_HATCH_NONE },     { 98, STREEK_HATCH_DOTS },  { 92, STREEK_HATCH_HORIZONTAL },
  { 88, STREEK_HATCH_VERTICAL }, { 96, STREEK_HATCH_CROSS },
};

static const struct
{
  double dash;
  double gap;
} dashes[] = { { 0, 0 }, { 7, 2.5 }, { 3, 2 }, { 11, 2.5 } };

static StreekSeriesStyle
get_grey_style (const StreekChartPen *pen, guint index)
{
  StreekColor line = streek_color_from_lightness (grey_lines[index % G_N_ELEMENTS (grey_lines)]);
  guint dash = index % G_N_ELEMENTS (dashes);
  guint fill = index % STREEK_N_SERIES_COLORS;

  return (StreekSeriesStyle){
    .line = { line, 1.5 * pen->text_scale, dashes[dash].dash, dashes[dash].gap },
    .fill = { .color = streek_color_from_lightness (grey_fills[fill].lightness),
              .hatch = grey_fills[fill].hatch,
              .hatch_color = streek_color_from_lightness (40) },
    .symbol = index / G_N_ELEMENTS (grey_lines) % 4,
    .ink = pen->theme->ink,
  };
}

/**
 * streek_pen_get_style:
 * @index: number of the line or bar
 *
 * Colours repeat after eight, then with a dash; in grey every one of twelve differs in grey, dash
 * or symbol.
 */
StreekSeriesStyle
streek_pen_get_style (const StreekChartPen *pen, guint index)
{
  if (pen->grey)
    return get_grey_style (pen, index);

  StreekColor color = streek_palette_get_series_color (index % STREEK_N_SERIES_COLORS);
  guint dash = index / STREEK_N_SERIES_COLORS % G_N_ELEMENTS (dashes);

  return (StreekSeriesStyle){
    .line = { color, 1.5 * pen->text_scale, dashes[dash].dash, dashes[dash].gap },
    .fill = { .color = color },
    .symbol = STREEK_SYMBOL_CIRCLE,
    .ink = streek_color_get_lightness (color) > 60 ? pen->theme->ink : color,
  };
}

StreekSeriesStyle
streek_pen_get_reference_style (const StreekChartPen *pen, guint index)
{
  StreekColor color = streek_color_from_lightness (index % 2 == 0 ? 30 : 55);

  return (StreekSeriesStyle){
    .line = { color, 1.0 * pen->text_scale, index / 2 % 2 == 0 ? 0 : 5, 2 },
    .fill = { .color = streek_color_from_lightness (index % 2 == 0 ? 62 : 78) },
    .symbol = STREEK_SYMBOL_DIAMOND,
    .ink = color,
  };
}

StreekPaint
streek_pen_get_fill (const StreekChartPen *pen,
                     const StreekSeriesStyle *style,
                     const StreekChartCell *cell,
                     StreekStroke *outline)
{
  *outline = (StreekStroke){ 0 };

  if (cell->status == STREEK_STATUS_FINAL)
    return style->fill;

  *outline = (StreekStroke){ style->line.color, 0.9 * pen->text_scale, 0, 0 };

  if (cell->status == STREEK_STATUS_PROJECTION)
    {
      outline->dash = 2.5;
      outline->gap = 2;
    }

  StreekPaint paint = style->fill;

  paint.color.alpha = 0.3;
  paint.hatch_color.alpha *= 0.5;

  return paint;
}

StreekColor
streek_pen_get_alarm (const StreekChartPen *pen)
{
  return pen->grey ? pen->theme->ink : (StreekColor){ 0.75, 0.05, 0.1, 1 };
}

StreekColor
streek_pen_get_ink_on (const StreekPaint *paint)
{
  gboolean is_dark = streek_color_get_lightness (paint->color) < 60 && paint->color.alpha > 0.6;

  return is_dark ? (StreekColor){ 1, 1, 1, 1 } : STREEK_SHEET_INK;
}

StreekTextRun *
streek_pen_set (const StreekChartPen *pen, double factor, StreekWeight weight, const char *text)
{
  StreekFont font = { pen->size_pt * factor, weight, FALSE };

  return streek_typesetter_set (pen->typesetter, font, text);
}

StreekTextRun *
streek_pen_set_wrapped (const StreekChartPen *pen,
                        double factor,
                        StreekWeight weight,
                        const char *text,
                        double width,
                        guint max_lines,
                        StreekAlign align)
{
  StreekFont font = { pen->size_pt * factor, weight, FALSE };

  return streek_typesetter_set_wrapped (pen->typesetter, font, text, MAX (width, 1), max_lines,
                                        align);
}

double
streek_pen_measure (const StreekChartPen *pen, double factor, const char *text)
{
  if (*text == '\0')
    return 0; /* a name that an axis leaves out */

  g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, STREEK_WEIGHT_NORMAL, text);

  return streek_text_run_get_width (run);
}

double
streek_pen_get_line_height (const StreekChartPen *pen, double factor)
{
  g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, STREEK_WEIGHT_NORMAL, "X");

  return streek_text_run_get_height (run);
}

void
streek_pen_add_run (StreekChartPen *pen,
                    StreekTextRun *run,
                    double x,
                    double y,
                    double across,
                    double down,
                    StreekColor color,
                    gboolean has_halo,
                    int row)
{
  StreekPoint origin = { x - across * streek_text_run_get_width (run),
                         y - down * streek_text_run_get_height (run) +
                           streek_text_run_get_ascent (run) };

  streek_scene_builder_add_text (pen->builder, run, origin, color,
                                 has_halo ? &pen->theme->halo : NULL, row);
}

void
streek_pen_add_run_on (StreekChartPen *pen,
                       StreekTextRun *run,
                       double x,
                       double y,
                       double across,
                       const StreekPaint *paint,
                       int row)
{
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run) * 0.9;
  const StreekPaint paper = { .color = pen->theme->paper };
  gboolean is_hatched = paint->hatch != STREEK_HATCH_NONE;

  if (is_hatched)
    streek_scene_builder_add_rect (
      pen->builder, (StreekRect){ x - across * width - 1.5, y - height / 2, width + 3, height },
      &paper, NULL, row);

  streek_pen_add_run (pen, run, x, y, across, 0.5,
                      is_hatched ? pen->theme->ink : streek_pen_get_ink_on (paint), FALSE, row);
}

void
streek_pen_add_text (StreekChartPen *pen,
                     double factor,
                     StreekWeight weight,
                     const char *text,
                     double x,
                     double y,
                     double across,
                     double down,
                     StreekColor color,
                     int row)
{
  if (text == NULL || *text == '\0')
    return;

  g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, weight, text);

  streek_pen_add_run (pen, run, x, y, across, down, color, FALSE, row);
}

void
streek_pen_add_line (
  StreekChartPen *pen, double x0, double y0, double x1, double y1, const StreekStroke *stroke)
{
  streek_scene_builder_add_rule (pen->builder, (StreekPoint){ x0, y0 }, (StreekPoint){ x1, y1 },
                                 stroke, -1);
}

void
streek_pen_add_spot (
  StreekChartPen *pen, guint row, int strand, int step, StreekPoint at, StreekRect zone)
{
  StreekChartSpot spot = { row, strand, step, at, zone };

  g_array_append_val (pen->drawing->spots, spot);
}

gboolean
streek_pen_is_marked (const StreekChartPen *pen, guint row)
{
  return pen->options->hovered == (int) row ||
         (pen->options->selected != NULL && pen->options->selected[row] != 0);
}

static const StreekStroke *
get_mark_stroke (const StreekChartPen *pen, guint row)
{
  return pen->options->hovered == (int) row ? &pen->theme->hover : &pen->theme->selection;
}

void
streek_pen_mark_point (StreekChartPen *pen, guint row, StreekPoint at, double radius)
{
  if (streek_pen_is_marked (pen, row))
    streek_scene_builder_add_symbol (pen->builder, STREEK_SYMBOL_CIRCLE, at, radius + 2.5, NULL,
                                     get_mark_stroke (pen, row), row);
}

void
streek_pen_mark_rect (StreekChartPen *pen, guint row, StreekRect rect)
{
  if (streek_pen_is_marked (pen, row))
    streek_scene_builder_add_rect (pen->builder, rect, NULL, get_mark_stroke (pen, row), row);
}

/* Legends */

static void
key_clear (gpointer data)
{
  StreekKey *key = data;

  g_clear_pointer (&key->label, g_free);
}

GArray *
streek_pen_new_keys (void)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (StreekKey));

  g_array_set_clear_func (keys, key_clear);

  return keys;
}

/* @label: (transfer full) */
void
streek_pen_add_key (
  GArray *keys, StreekKeyKind kind, const StreekSeriesStyle *style, const char *sign, char *label)
{
  StreekKey key = { kind, style != NULL ? *style : (StreekSeriesStyle){ .symbol = 0 }, sign,
                    label };

  g_array_append_val (keys, key);
}

typedef struct
{
  gboolean missing[STREEK_MISSING_BELOW_COVERAGE + 1];
  gboolean status[STREEK_STATUS_PROJECTION + 1];
  gboolean has_break;
  gboolean at_least;
  gboolean qualifiers[STREEK_QUALIFIER_ABOVE + 1];
} Signs;

/* A monitor has a line for every indicator, also for one without a single figure. */
static gboolean
is_shown_empty (const StreekChart *chart, guint row)
{
  const StreekChartCell *cells = &chart->cells[row / chart->n_periods * chart->n_periods];

  for (guint p = 0; p < chart->n_periods; p++)
    if (!cells[p].is_absent)
      return FALSE;

  return chart->spec->kind == STREEK_CHART_MONITOR;
}

static void
find_signs (const StreekChart *chart, Signs *signs)
{
  for (guint i = 0; i < streek_chart_get_n_rows (chart); i++)
    {
      const StreekChartCell *cell = &chart->cells[i];
      guint area = i / chart->n_periods % chart->n_areas;

      if (chart->areas[area].is_reference && chart->hides_references)
        continue;

      if (cell->is_absent && !is_shown_empty (chart, i))
        continue;

      signs->missing[cell->missing] = TRUE;
      signs->has_break |= cell->is_break;
      signs->at_least |= cell->at_least;
      signs->qualifiers[cell->qualifier] = TRUE;

      if (!isnan (cell->value))
        signs->status[cell->status] = TRUE;
    }
}

static void
add_status_keys (const StreekChartPen *pen, const Signs *signs, GArray *keys, gboolean has_lines)
{
  StreekSeriesStyle style = { .line = { pen->theme->pale_ink, pen->text_scale, 0, 0 },
                              .fill = { .color = pen->theme->pale_ink } };
  StreekStroke outline;

  for (StreekStatus status = STREEK_STATUS_PROVISIONAL; status <= STREEK_STATUS_PROJECTION;
       status++)
    {
      const StreekChartCell cell = { .status = status };
      StreekSeriesStyle shown = style;
      gboolean is_dashed = status == STREEK_STATUS_PROJECTION;

      if (!signs->status[status])
        continue;

      shown.fill = streek_pen_get_fill (pen, &style, &cell, &outline);
      shown.line.dash = is_dashed ? 2.5 : 0;
      shown.line.gap = is_dashed ? 2 : 0;
      streek_pen_add_key (keys,
                          !has_lines  ? STREEK_KEY_BOX
                          : is_dashed ? STREEK_KEY_LINE
                                      : STREEK_KEY_HOLLOW,
                          &shown, NULL, g_strdup (streek_status_get_label (status)));
    }
}

void
streek_pen_add_sign_keys (const StreekChartPen *pen, GArray *keys, gboolean has_lines)
{
  Signs signs = { { FALSE } };
  StreekSeriesStyle style = { .line = { pen->theme->pale_ink, pen->text_scale, 0, 0 } };

  find_signs (pen->chart, &signs);
  add_status_keys (pen, &signs, keys, has_lines);

  if (signs.has_break && has_lines)
    streek_pen_add_key (keys, STREEK_KEY_BREAK, &style, NULL, g_strdup (_ ("break in the series")));

  if (signs.at_least && !has_lines)
    streek_pen_add_key (keys, STREEK_KEY_SIGN, &style, "≥", g_strdup (_ ("at least")));

  for (StreekQualifier i = STREEK_QUALIFIER_ABOUT; i <= STREEK_QUALIFIER_ABOVE && !has_lines; i++)
    if (signs.qualifiers[i])
      streek_pen_add_key (keys, STREEK_KEY_SIGN, &style, streek_qualifier_get_sign (i),
                          g_strdup (streek_qualifier_get_label (i)));

  for (StreekMissing missing = STREEK_MISSING_UNKNOWN; missing <= STREEK_MISSING_BELOW_COVERAGE;
       missing++)
    if (signs.missing[missing])
      streek_pen_add_key (keys, STREEK_KEY_SIGN, &style, streek_missing_get_sign (missing),
                          g_strdup (streek_missing_get_label (missing)));
}

static void
draw_break (StreekChartPen *pen, double x, double y, const StreekStroke *stroke)
{
  double half = 3 * pen->text_scale;
  StreekStroke line = { stroke->color, 0.9 * pen->text_scale, 0, 0 };

  for (int side = -1; side <= 1; side += 2)
    streek_pen_add_line (pen, x + side * 1.5 - 1.2, y + half, x + side * 1.5 + 1.2, y - half,
                         &line);
}

static void
draw_key (StreekChartPen *pen, const StreekKey *key, double x, double y, double height)
{
  double width = KEY_WIDTH * pen->text_scale, middle = y + height / 2;
  const StreekPaint paper = { .color = pen->theme->paper };
  const StreekPaint line_paint = { .color = key->style.line.color };
  StreekStroke outline = { key->style.line.color, 0.9 * pen->text_scale, key->style.line.dash,
                           key->style.line.gap };
  StreekPoint center = { x + width / 2, middle };

  switch (key->kind)
    {
    case STREEK_KEY_LINE:
      streek_pen_add_line (pen, x, middle, x + width, middle, &key->style.line);
      break;
    case STREEK_KEY_BOX:
      streek_scene_builder_add_rect (
        pen->builder,
        (StreekRect){ x + width - height * 1.1, y + height * 0.15, height * 1.1, height * 0.7 },
        &key->style.fill,
        key->style.fill.color.alpha < 1 || key->style.fill.hatch ? &outline : NULL, -1);
      if (key->sign != NULL)
        {
          g_autoptr (StreekTextRun) run = streek_pen_set (pen, 0.8, STREEK_WEIGHT_BOLD, key->sign);

          streek_pen_add_run_on (pen, run, x + width - height * 0.55, middle, 0.5, &key->style.fill,
                                 -1);
        }
      break;
    case STREEK_KEY_SYMBOL:
    case STREEK_KEY_HOLLOW:
      streek_scene_builder_add_symbol (
        pen->builder, key->style.symbol, center, 2.8 * pen->text_scale,
        key->kind == STREEK_KEY_SYMBOL ? &line_paint : &paper, &outline, -1);
      break;
    case STREEK_KEY_BREAK:
      draw_break (pen, center.x, center.y, &key->style.line);
      break;
    case STREEK_KEY_SIGN:
    default:
      streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, key->sign, x + width, middle, 1, 0.5,
                           pen->theme->ink, -1);
      break;
    }
}

double
streek_pen_draw_keys (StreekChartPen *pen, GArray *keys, StreekRect frame, gboolean draws)
{
  double height = streek_pen_get_line_height (pen, 0.95);
  double x = frame.x, y = frame.y, key_width = (KEY_WIDTH + KEY_GAP) * pen->text_scale;

  if (keys->len == 0)
    return 0;

  if (draws)
    streek_scene_builder_push_group (pen->builder, "legend", _ ("Legend"));

  for (guint i = 0; i < keys->len; i++)
    {
      const StreekKey *key = &g_array_index (keys, StreekKey, i);
      g_autoptr (StreekTextRun) run =
        streek_pen_set_wrapped (pen, 0.95, STREEK_WEIGHT_NORMAL, key->label,
                                frame.width - key_width, 1, STREEK_ALIGN_START);
      double width = key_width + streek_text_run_get_width (run);

      if (x > frame.x && x + width > frame.x + frame.width)
        {
          x = frame.x;
          y += height * 1.2;
        }

      if (draws)
        {
          draw_key (pen, key, x, y, height);
          streek_pen_add_run (pen, run, x + key_width, y, 0, 0, pen->theme->ink, FALSE, -1);
        }

      x += width + ENTRY_GAP * pen->text_scale;
    }

  if (draws)
    streek_scene_builder_pop_group (pen->builder);

  return y + height - frame.y + 6 * pen->text_scale;
}

/* Texts that keep off each other */

static int
compare_slots (const void *a, const void *b)
{
  const StreekSlot *first = a, *second = b;

  if (first->wanted != second->wanted)
    return first->wanted < second->wanted ? -1 : 1;

  return first->index < second->index ? -1 : 1;
}

/* Slots that would overlap become a block around the mean of what they want; blocks that touch are
 * joined: pool adjacent violators, Ayer et al. (1955). */
typedef struct
{
  guint first;
  guint last;
  double top;
  double height;
} Block;

static double
place_block (const StreekSlot *slots, Block *block, double from, double to)
{
  double sum = 0, offset = 0;
  guint n = block->last - block->first + 1;

  for (guint i = block->first; i <= block->last; i++)
    {
      sum += slots[i].wanted - slots[i].height / 2 - offset;
      offset += slots[i].height;
    }

  block->height = offset;
  block->top = CLAMP (sum / n, from, MAX (to - offset, from));

  return block->top;
}

gboolean
streek_pen_spread (StreekSlot *slots, guint n, double from, double to)
{
  g_autofree Block *blocks = g_new (Block, MAX (n, 1));
  guint n_blocks = 0;
  double total = 0;

  qsort (slots, n, sizeof *slots, compare_slots);

  for (guint i = 0; i < n; i++)
    {
      total += slots[i].height;
      blocks[n_blocks] = (Block){ i, i, 0, 0 };
      place_block (slots, &blocks[n_blocks++], from, to);

      while (n_blocks > 1 && blocks[n_blocks - 2].top + blocks[n_blocks - 2].height >
                               blocks[n_blocks - 1].top + 1e-9)
        {
          n_blocks--;
          blocks[n_blocks - 1].last = blocks[n_blocks].last;
          place_block (slots, &blocks[n_blocks - 1], from, to);
        }
    }

  for (guint b = 0; b < n_blocks; b++)
    {
      double y = blocks[b].top;

      for (guint i = blocks[b].first; i <= blocks[b].last; i++)
        {
          slots[i].at = y + slots[i].height / 2;
          y += slots[i].height;
        }
    }

  return total <= to - from + 1e-9;
}
