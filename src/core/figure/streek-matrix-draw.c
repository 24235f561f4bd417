/* streek-matrix-draw.c: the cells, heads and legend of a matrix as marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include <glib/gi18n-lib.h>

#define STRIP 4.5   /* of colour, at the left of a cell */
#define SIGN 8.5    /* the side of the square of a gap */
#define SWATCH 13.0 /* the colour of a cell without words */
#define DOT 2.6
#define DASH "–"
#define TINT 0.14

static double
get_padding (const StreekMatrixPlan *plan)
{
  return STREEK_GRID_PADDING * plan->pen.text_scale;
}

static StreekPaint
get_category_paint (const StreekMatrixPlan *plan, int category)
{
  return streek_pen_get_style (&plan->pen, (guint) category % STREEK_N_SERIES_COLORS).fill;
}

/* Pale paper of the same colour: opaque, so that a PDF needs no alpha. */
static StreekColor
get_tint (const StreekMatrixPlan *plan, StreekColor color)
{
  StreekColor paper = plan->pen.theme->paper;

  return (StreekColor){ paper.red + TINT * (color.red - paper.red),
                        paper.green + TINT * (color.green - paper.green),
                        paper.blue + TINT * (color.blue - paper.blue), 1 };
}

static StreekPaint
get_muted_paint (const StreekMatrixPlan *plan)
{
  return (StreekPaint){ plan->pen.theme->paper, STREEK_HATCH_DIAGONAL,
                        streek_color_from_lightness (80) };
}

static void
add_rect (StreekMatrixPlan *plan,
          StreekRect rect,
          const StreekPaint *paint,
          const StreekStroke *stroke,
          int row)
{
  streek_scene_builder_add_rect (plan->pen.builder, rect, paint, stroke, row);
}

static StreekRect
shrink (StreekRect rect, double by)
{
  return (StreekRect){ rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by };
}

/* A square with one or two letters in it. */
static void
add_letter (
  StreekMatrixPlan *plan, StreekRect box, const StreekPaint *paint, const char *letter, int row)
{
  add_rect (plan, box, paint, NULL, row);

  if (letter == NULL)
    return;

  g_autoptr (StreekTextRun) run = streek_pen_set (&plan->pen, 0.8, STREEK_WEIGHT_BOLD, letter);

  streek_pen_add_run_on (&plan->pen, run, box.x + box.width / 2, box.y + box.height / 2, 0.5, paint,
                         row);
}

/* What lies under the words of a cell. */
static void
add_ground (StreekMatrixPlan *plan, const StreekMatrixCell *cell, StreekRect box, int row)
{
  double scale = plan->pen.text_scale;

  if (cell->kind == STREEK_MATRIX_MUTED)
    {
      StreekPaint muted = get_muted_paint (plan);

      add_rect (plan, box, &muted, NULL, row);
    }

  if (cell->kind == STREEK_MATRIX_GAP)
    {
      StreekColor alarm = streek_pen_get_alarm (&plan->pen);
      StreekStroke edge = { alarm, 1.1 * scale, 0, 0 };
      StreekPaint ground = { .color =
                               plan->pen.grey ? plan->pen.theme->paper : get_tint (plan, alarm) };

      add_rect (plan, shrink (box, 1.2 * scale), &ground, &edge, row);
    }

  if (cell->category == STREEK_MATRIX_NONE)
    return;

  StreekPaint paint = get_category_paint (plan, cell->category);
  StreekPaint tint = { .color = get_tint (plan, paint.color) };

  if (cell->kind != STREEK_MATRIX_MUTED && cell->kind != STREEK_MATRIX_GAP && !plan->pen.grey)
    add_rect (plan, box, &tint, NULL, row);
}

static void
add_emphasis (StreekMatrixPlan *plan, StreekRect box, int row)
{
  StreekStroke frame = { plan->pen.theme->ink, 1.2 * plan->pen.text_scale, 0, 0 };

  add_rect (plan, shrink (box, 1.3 * plan->pen.text_scale), NULL, &frame, row);
}

/* The colour of a cell at its left, or in its middle where nothing is written. */
static void
add_category (
  StreekMatrixPlan *plan, const StreekMatrixCell *cell, StreekRect box, gboolean has_words, int row)
{
  const char *sign = plan->matrix->categories[cell->category].sign;
  StreekPaint paint = get_category_paint (plan, cell->category);
  double scale = plan->pen.text_scale;
  double width = (sign != NULL ? 11 : STRIP) * scale, height = SIGN * 1.15 * scale;
  StreekRect strip = { box.x + scale, box.y + scale, width, box.height - 2 * scale };

  if (!has_words)
    strip = (StreekRect){ box.x + (box.width - SWATCH * scale) / 2,
                          box.y + (box.height - height) / 2, SWATCH * scale, height };

  add_letter (plan, strip, &paint, sign, row);

  /* white or hatched, it would have no end */
  if (paint.hatch != STREEK_HATCH_NONE)
    {
      StreekStroke edge = { streek_color_from_lightness (45), 0.4 * scale, 0, 0 };

      add_rect (plan, strip, NULL, &edge, row);
    }
}

static void
add_gap_sign (StreekMatrixPlan *plan, StreekRect box, gboolean has_words, int row)
{
  double side = SIGN * plan->pen.text_scale, padding = get_padding (plan);
  StreekPaint alarm = { .color = streek_pen_get_alarm (&plan->pen) };
  StreekRect square = { box.x + padding, box.y + padding, side, side };

  if (!has_words)
    {
      square.x = box.x + (box.width - side) / 2;
      square.y = box.y + (box.height - side) / 2;
    }

  add_letter (plan, square, &alarm, "!", row);
}

static void
add_words (
  StreekMatrixPlan *plan, StreekTextRun *run, StreekPoint at, StreekMatrixKind kind, int row)
{
  const StreekPaint paper = { .color = plan->pen.theme->paper };
  const StreekTheme *theme = plan->pen.theme;

  if (kind == STREEK_MATRIX_MUTED)
    add_rect (plan,
              (StreekRect){ at.x - 1, at.y, streek_text_run_get_width (run) + 2,
                            streek_text_run_get_height (run) },
              &paper, NULL, row);

  streek_pen_add_run (&plan->pen, run, at.x, at.y, 0, 0,
                      kind == STREEK_MATRIX_INHERITED ? theme->pale_ink : theme->ink, FALSE, row);
}

static void
add_dot (StreekMatrixPlan *plan, StreekRect box, gboolean is_hollow, int row)
{
  const StreekPaint ink = { .color = plan->pen.theme->ink };
  const StreekPaint paper = { .color = plan->pen.theme->paper };
  const StreekStroke edge = { ink.color, 0.9 * plan->pen.text_scale, 0, 0 };

  streek_scene_builder_add_symbol (plan->pen.builder, STREEK_SYMBOL_CIRCLE,
                                   (StreekPoint){ box.x + box.width / 2, box.y + box.height / 2 },
                                   DOT * plan->pen.text_scale, is_hollow ? &paper : &ink,
                                   is_hollow ? &edge : NULL, row);
}

/* In the middle, or before words, and then framed: it is not like the words of what is known. */
static void
add_dash (StreekMatrixPlan *plan, StreekRect box, gboolean has_words, int row)
{
  double scale = plan->pen.text_scale, side = SIGN * scale, padding = get_padding (plan);
  StreekStroke frame = { plan->pen.theme->pale_ink, 0.8 * scale, 2.4 * scale, 2 * scale };
  StreekPoint at = { box.x + box.width / 2, box.y + box.height / 2 };

  if (has_words)
    {
      at = (StreekPoint){ box.x + padding + side / 2, box.y + padding + side / 2 };
      add_rect (plan, shrink (box, 1.2 * scale), NULL, &frame, row);
    }

  streek_pen_add_text (&plan->pen, 1, STREEK_WEIGHT_NORMAL, DASH, at.x, at.y, 0.5, 0.5,
                       plan->pen.theme->pale_ink, row);
}

static gboolean
has_dot (const StreekMatrixCell *cell)
{
  return cell->text == NULL && cell->category == STREEK_MATRIX_NONE &&
         (cell->kind == STREEK_MATRIX_ORDINARY || cell->kind == STREEK_MATRIX_EMPHASISED ||
          cell->kind == STREEK_MATRIX_INHERITED);
}

/* Words begin at the top left; the number of a source alone stands beside the sign in the middle.
 */
static StreekPoint
get_words_place (const StreekMatrixPlan *plan, const StreekMatrixCell *cell, StreekRect box)
{
  double padding = get_padding (plan);

  if (cell->text != NULL || cell->kind == STREEK_MATRIX_MUTED)
    return (StreekPoint){ box.x + padding + streek_matrix_get_strip (plan, cell), box.y + padding };

  return (StreekPoint){ box.x + (box.width + SWATCH * plan->pen.text_scale) / 2 + padding,
                        box.y + box.height / 2 - SIGN * 0.8 * plan->pen.text_scale };
}

static void
draw_place (StreekMatrixPlan *plan,
            const StreekMatrixCell *cell,
            StreekTextRun *run,
            StreekRect box,
            int index)
{
  gboolean has_words = cell->text != NULL;

  add_ground (plan, cell, box, index);

  if (cell->kind == STREEK_MATRIX_EMPHASISED)
    add_emphasis (plan, box, index);
  if (cell->category != STREEK_MATRIX_NONE)
    add_category (plan, cell, box, has_words, index);
  else if (cell->kind == STREEK_MATRIX_GAP)
    add_gap_sign (plan, box, has_words, index);
  else if (cell->kind == STREEK_MATRIX_UNKNOWN)
    add_dash (plan, box, has_words, index);
  else if (has_dot (cell))
    add_dot (plan, box, cell->kind == STREEK_MATRIX_INHERITED, index);

  if (run != NULL)
    add_words (plan, run, get_words_place (plan, cell, box), cell->kind, index);
}

static void
draw_cell (StreekMatrixPlan *plan, guint row, guint column, StreekRect box)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekTextRun *run = plan->cells[row * plan->n_columns + column];
  double padding = get_padding (plan);

  guint of = plan->of[row];

  if (of >= matrix->n_rows || column >= matrix->n_columns)
    {
      if (run != NULL)
        add_words (plan, run, (StreekPoint){ box.x + padding, box.y + padding }, FALSE, -1);
      return;
    }

  const StreekMatrixCell *cell = streek_matrix_get_cell (matrix, of, column);

  /* what a sign says was said where the row began */
  if (cell->kind != STREEK_MATRIX_EMPTY && (run != NULL || !plan->goes_on[row]))
    draw_place (plan, cell, run, box, (int) (of * matrix->n_columns + column));
}

/**
 * streek_matrix_draw_body:
 *
 * Cells from the top left corner @x, @y on, and the lines between them.
 */
void
streek_matrix_draw_body (StreekMatrixPlan *plan,
                         guint first_row,
                         guint end_row,
                         guint first_column,
                         guint end_column,
                         double x,
                         double y)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekStroke thin = streek_grid_get_line (&plan->pen, FALSE);
  StreekStroke strong = streek_grid_get_line (&plan->pen, TRUE);
  StreekPaint band = streek_grid_get_band (&plan->pen);
  double width = streek_matrix_plan_sum_widths (plan, first_column, end_column);
  double height = streek_matrix_plan_sum_heights (plan, first_row, end_row), top = y;

  for (guint row = first_row; row < end_row; row++)
    {
      guint of = plan->of[row];
      gboolean is_band = of >= matrix->n_rows || matrix->rows[of].is_heading;
      double left = x;

      if (is_band)
        add_rect (plan, (StreekRect){ x, top, width, plan->heights[row] }, &band, NULL, -1);
      if (!matrix->has_side && of < matrix->n_rows && plan->names[row] != NULL)
        streek_pen_add_run (&plan->pen, plan->names[row], x + get_padding (plan),
                            top + get_padding (plan), 0, 0, plan->pen.theme->ink, FALSE, -1);

      for (guint column = first_column; column < end_column; column++)
        {
          draw_cell (plan, row, column,
                     (StreekRect){ left, top, plan->widths[column], plan->heights[row] });
          left += plan->widths[column];
        }

      top += plan->heights[row];
      streek_pen_add_line (&plan->pen, x, top, x + width, top, is_band ? &strong : &thin);
    }

  if (!matrix->has_side)
    streek_pen_add_line (&plan->pen, x, y, x, y + height, &strong);

  for (guint column = first_column; column < end_column; column++)
    {
      gboolean is_last = column + 1 == end_column;
      gboolean ends_group = !is_last &&
                            (column + 1 == matrix->n_columns ||
                             streek_matrix_plan_find_group_end (plan, column) == column + 1) &&
                            plan->group_height > 0;

      x += plan->widths[column];
      streek_pen_add_line (&plan->pen, x, y, x, y + height,
                           is_last || ends_group ? &strong : &thin);
    }
}

void
streek_matrix_draw_corner (StreekMatrixPlan *plan, double x, double y)
{
  if (plan->matrix->has_side)
    streek_grid_draw_corner (&plan->pen, plan->matrix->corner,
                             (StreekRect){ x, y, plan->side_width, plan->head_height });
}

static void
draw_group (StreekMatrixPlan *plan, guint first, guint end, double x, double y)
{
  StreekStroke line = streek_grid_get_line (&plan->pen, TRUE);
  double width = streek_matrix_plan_sum_widths (plan, first, end), padding = get_padding (plan);
  double bottom = y + plan->group_height;
  g_autoptr (StreekTextRun) run =
    streek_pen_set_wrapped (&plan->pen, 1, STREEK_WEIGHT_NORMAL, plan->matrix->columns[first].group,
                            width - 2 * padding + 0.5, 0, STREEK_ALIGN_START);

  streek_pen_add_run (&plan->pen, run, x + padding, bottom - padding, 0, 1,
                      plan->pen.theme->pale_ink, FALSE, -1);
  streek_pen_add_line (&plan->pen, x, bottom, x + width, bottom, &line);
}

/**
 * streek_matrix_draw_head:
 *
 * The names of columns @first up to @end, standing on their line, their groups over them.
 */
void
streek_matrix_draw_head (StreekMatrixPlan *plan, guint first, guint end, double x, double y)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekStroke thin = streek_grid_get_line (&plan->pen, FALSE);
  StreekStroke strong = streek_grid_get_line (&plan->pen, TRUE);
  double padding = get_padding (plan), bottom = y + plan->head_height, left = x;
  guint group_end = first;

  for (guint column = first; column < end; column++)
    {
      double right = left + plan->widths[column];

      if (column < matrix->n_columns && column >= group_end)
        {
          group_end = streek_matrix_plan_find_group_end (plan, column);
          if (matrix->columns[column].group != NULL)
            draw_group (plan, column, group_end, left, y);
        }

      if (plan->heads[column] != NULL)
        streek_pen_add_run (&plan->pen, plan->heads[column], left + padding, bottom - padding, 0, 1,
                            plan->pen.theme->ink, FALSE, -1);

      gboolean ends = column + 1 == end || (plan->group_height > 0 && column + 1 >= group_end);

      streek_pen_add_line (&plan->pen, right, ends ? y : y + plan->group_height, right, bottom,
                           ends ? &strong : &thin);
      left = right;
    }

  streek_pen_add_line (&plan->pen, x, bottom, left, bottom, &strong);
}

void
streek_matrix_draw_side (StreekMatrixPlan *plan, guint first, guint end, double x, double y)
{
  const StreekMatrix *matrix = plan->matrix;

  for (guint row = first; row < end && matrix->has_side; row++)
    {
      streek_grid_draw_name (
        &plan->pen, plan->names[row], plan->details[row], streek_matrix_get_indent (plan, row),
        (StreekRect){ x, y, plan->side_width, plan->heights[row] },
        plan->of[row] >= matrix->n_rows || matrix->rows[plan->of[row]].is_heading);
      y += plan->heights[row];
    }
}

/* Legend */

/* What occurs, for a legend says nothing of what is not there. */
typedef struct
{
  gboolean kinds[STREEK_N_MATRIX_KINDS];
  gboolean has_dot;
  gboolean *categories;
} Occurring;

static void
find_occurring (const StreekMatrix *matrix, Occurring *occurring)
{
  occurring->categories = g_new0 (gboolean, matrix->n_categories + 1);

  for (guint i = 0; i < matrix->n_rows * matrix->n_columns; i++)
    {
      const StreekMatrixCell *cell = &matrix->cells[i];

      /* what is inherited says so itself where it has words */
      occurring->kinds[cell->kind] |= cell->kind != STREEK_MATRIX_INHERITED || cell->text == NULL;

      if (cell->category != STREEK_MATRIX_NONE)
        occurring->categories[cell->category] = TRUE;
      else if (cell->kind == STREEK_MATRIX_ORDINARY && cell->text == NULL)
        occurring->has_dot = TRUE;
    }
}

static void
add_kind_key (StreekMatrixPlan *plan, GArray *keys, StreekMatrixKind kind)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekColor ink = plan->pen.theme->ink, alarm = streek_pen_get_alarm (&plan->pen);
  StreekSeriesStyle style = { .line = { ink, plan->pen.text_scale, 0, 0 },
                              .symbol = STREEK_SYMBOL_SQUARE };
  StreekKeyKind shape = STREEK_KEY_BOX;

  if (kind == STREEK_MATRIX_GAP)
    style.fill.color = alarm;
  else if (kind == STREEK_MATRIX_MUTED)
    {
      style.fill = get_muted_paint (plan);
      style.line.color = streek_color_from_lightness (60);
    }
  else if (kind == STREEK_MATRIX_UNKNOWN)
    shape = STREEK_KEY_SIGN;
  else if (kind == STREEK_MATRIX_EMPHASISED)
    shape = STREEK_KEY_HOLLOW;
  else if (kind == STREEK_MATRIX_INHERITED)
    {
      style.symbol = STREEK_SYMBOL_CIRCLE;
      shape = STREEK_KEY_HOLLOW;
    }
  else
    {
      style.symbol = STREEK_SYMBOL_CIRCLE;
      shape = STREEK_KEY_SYMBOL;
    }

  streek_pen_add_key (keys, shape, &style,
                      kind == STREEK_MATRIX_GAP       ? "!"
                      : kind == STREEK_MATRIX_UNKNOWN ? DASH
                                                      : NULL,
                      g_strdup (matrix->kind_names[kind]));
}

double
streek_matrix_draw_legend (StreekMatrixPlan *plan, StreekRect frame, gboolean draws)
{
  const StreekMatrix *matrix = plan->matrix;
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  Occurring occurring = { { FALSE } };

  find_occurring (matrix, &occurring);

  for (guint i = 0; i < matrix->n_categories; i++)
    if (occurring.categories[i])
      {
        StreekSeriesStyle style = streek_pen_get_style (&plan->pen, i % STREEK_N_SERIES_COLORS);

        streek_pen_add_key (keys, STREEK_KEY_BOX, &style, matrix->categories[i].sign,
                            g_strdup (matrix->categories[i].name));
      }

  if (occurring.has_dot && matrix->kinds_are_named[STREEK_MATRIX_ORDINARY])
    add_kind_key (plan, keys, STREEK_MATRIX_ORDINARY);

  for (StreekMatrixKind kind = STREEK_MATRIX_EMPHASISED; kind < STREEK_N_MATRIX_KINDS; kind++)
    if (occurring.kinds[kind])
      add_kind_key (plan, keys, kind);

  g_free (occurring.categories);

  return streek_pen_draw_keys (&plan->pen, keys, frame, draws);
}
