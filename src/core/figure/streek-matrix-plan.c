/* streek-matrix-plan.c: how wide the columns of a matrix are, and how high its rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include "figure/streek-column-widths.h"

#include <glib/gi18n-lib.h>

/* In points, of letters of their designed size. */
#define LEAST_COLUMN 34.0
#define WIDEST_WORD 88.0 /* where room is short what is longer is broken */
#define WIDEST_COLUMN 150.0
#define WIDEST_HEAD 66.0 /* a head wraps rather than make its column wider */
#define LEAST_SIDE 64.0
#define LONG_TEXT 4.0 /* lines in its column */
#define WIDEST_SIDE 220.0

static double
get_padding (const StreekMatrixPlan *plan)
{
  return 2 * STREEK_GRID_PADDING * plan->pen.text_scale;
}

/* The room left of the words of a cell: for its colour or its sign. */
double
streek_matrix_get_strip (const StreekMatrixPlan *plan, const StreekMatrixCell *cell)
{
  const StreekMatrix *matrix = plan->matrix;
  gboolean has_letter =
    cell->category != STREEK_MATRIX_NONE && matrix->categories[cell->category].sign != NULL;
  gboolean has_dash = cell->kind == STREEK_MATRIX_UNKNOWN && cell->text != NULL;
  double width = cell->kind == STREEK_MATRIX_GAP        ? 12
                 : has_letter                           ? 13
                 : cell->category != STREEK_MATRIX_NONE ? 7
                 : has_dash                             ? 12
                                                        : 0;

  return width * plan->pen.text_scale;
}

static void
want (StreekMatrixPlan *plan, guint column, double least, double wanted)
{
  double scale = plan->pen.text_scale;
  double whole = CLAMP (least, LEAST_COLUMN * scale, WIDEST_COLUMN * scale);

  plan->natural[column] = MAX (plan->natural[column], wanted);
  plan->least[column] = MAX (plan->least[column], MIN (whole, WIDEST_WORD * scale));
  plan->whole[column] = MAX (plan->whole[column], whole);
  plan->wanted[column] =
    MAX (plan->wanted[column], CLAMP (wanted, plan->whole[column], WIDEST_COLUMN * scale));
}

static void
measure_head (StreekMatrixPlan *plan, guint column, const char *name)
{
  StreekTextWidths widths = streek_grid_measure_words (&plan->pen, 1, STREEK_WEIGHT_BOLD, name);
  double padding = get_padding (plan);

  want (plan, column, widths.word + padding,
        MIN (widths.natural, WIDEST_HEAD * plan->pen.text_scale) + padding);
}

static void
measure_text (
  StreekMatrixPlan *plan, GHashTable *known, guint column, const char *text, double strip)
{
  StreekTextWidths *widths = g_hash_table_lookup (known, text);

  if (widths == NULL)
    {
      widths = g_new (StreekTextWidths, 1);
      *widths = streek_grid_measure_words (&plan->pen, 1, STREEK_WEIGHT_BOLD, text);
      g_hash_table_insert (known, g_strdup (text), widths);
    }

  want (plan, column, widths->word + strip + get_padding (plan),
        widths->natural + strip + get_padding (plan));
}

/* The same words come in many cells: each is measured once, in the wider of the two weights. */
static void
measure_columns (StreekMatrixPlan *plan)
{
  const StreekMatrix *matrix = plan->matrix;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint column = 0; column < matrix->n_columns; column++)
    {
      measure_head (plan, column, matrix->columns[column].name);

      if (matrix->columns[column].total != NULL)
        measure_text (plan, known, column, matrix->columns[column].total, 0);

      for (guint row = 0; row < matrix->n_rows; row++)
        {
          const StreekMatrixCell *cell = streek_matrix_get_cell (matrix, row, column);
          g_autofree char *text = streek_matrix_dup_cell_text (matrix, row, column);

          if (*text != '\0')
            measure_text (plan, known, column, text, streek_matrix_get_strip (plan, cell));
        }
    }

  if (!matrix->has_row_totals)
    return;

  measure_head (plan, matrix->n_columns, matrix->total_title);

  for (guint row = 0; row < matrix->n_rows; row++)
    if (matrix->rows[row].total != NULL)
      measure_text (plan, known, matrix->n_columns, matrix->rows[row].total, 0);
}

StreekMatrixPlan *
streek_matrix_plan_new (const StreekMatrix *matrix, const StreekChartPen *pen)
{
  StreekMatrixPlan *plan = g_new0 (StreekMatrixPlan, 1);

  plan->pen = *pen;
  plan->matrix = matrix;
  plan->n_rows = matrix->n_rows + matrix->has_column_totals;
  plan->n_columns = matrix->n_columns + matrix->has_row_totals;
  plan->least = g_new0 (double, plan->n_columns);
  plan->whole = g_new0 (double, plan->n_columns);
  plan->wanted = g_new0 (double, plan->n_columns);
  plan->natural = g_new0 (double, plan->n_columns);
  plan->widths = g_new0 (double, plan->n_columns);
  plan->of = g_new0 (guint, plan->n_rows);
  plan->goes_on = g_new0 (guint8, plan->n_rows);
  for (guint row = 0; row < plan->n_rows; row++)
    plan->of[row] = row;
  plan->heights = g_new0 (double, plan->n_rows);
  plan->heads = g_new0 (StreekTextRun *, plan->n_columns);
  plan->names = g_new0 (StreekTextRun *, plan->n_rows);
  plan->details = g_new0 (StreekTextRun *, plan->n_rows);
  plan->cells = g_new0 (StreekTextRun *, plan->n_rows * plan->n_columns);
  plan->begins = g_new0 (guint8, plan->n_columns + 1);
  measure_columns (plan);

  return plan;
}

static void
clear_runs (StreekTextRun **runs, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&runs[i], streek_text_run_unref);

  g_free (runs);
}

void
streek_matrix_plan_free (StreekMatrixPlan *plan)
{
  clear_runs (plan->heads, plan->n_columns);
  clear_runs (plan->names, plan->n_rows);
  clear_runs (plan->details, plan->n_rows);
  clear_runs (plan->cells, plan->n_rows * plan->n_columns);
  g_free (plan->begins);
  g_free (plan->least);
  g_free (plan->whole);
  g_free (plan->of);
  g_free (plan->goes_on);
  g_free (plan->natural);
  g_free (plan->wanted);
  g_free (plan->widths);
  g_free (plan->heights);
  g_free (plan);
}

/* What stands in front of a row, or of the totals. */
static const char *
get_name (const StreekMatrixPlan *plan, guint row)
{
  const StreekMatrix *matrix = plan->matrix;

  return row < matrix->n_rows ? matrix->rows[row].name : matrix->total_title;
}

double
streek_matrix_get_indent (const StreekMatrixPlan *plan, guint row)
{
  const StreekMatrix *matrix = plan->matrix;
  guint of = plan->of[row];
  guint level = of < matrix->n_rows ? matrix->rows[of].level : 0;

  return MIN (level, 6) * STREEK_GRID_INDENT * plan->pen.text_scale;
}

static StreekWeight
get_weight (const StreekMatrixPlan *plan, guint row)
{
  const StreekMatrix *matrix = plan->matrix;

  return row >= matrix->n_rows || matrix->rows[row].is_heading ? STREEK_WEIGHT_BOLD
                                                               : STREEK_WEIGHT_NORMAL;
}

/**
 * streek_matrix_plan_set_side:
 * @most: points at most
 *
 * As wide as the names want, so that most stay on two lines.
 */
void
streek_matrix_plan_set_side (StreekMatrixPlan *plan, double most)
{
  double scale = plan->pen.text_scale, least = LEAST_SIDE * scale, wanted = least;

  if (!plan->matrix->has_side)
    return;

  for (guint row = 0; row < plan->n_rows; row++)
    {
      StreekTextWidths widths =
        streek_grid_measure_words (&plan->pen, 1, get_weight (plan, row), get_name (plan, row));
      double extra = get_padding (plan) + streek_matrix_get_indent (plan, row);

      least = MAX (least, widths.word + extra);
      plan->side_natural = MAX (plan->side_natural, widths.natural + extra);
      wanted = MAX (wanted, MIN (widths.natural, MAX (widths.natural * 0.55, 110 * scale)) + extra);
    }

  most = MAX (MIN (most, WIDEST_SIDE * scale), LEAST_SIDE * scale);
  plan->side_width = CLAMP (wanted, MIN (least, most), most);
}

double
streek_matrix_plan_sum_widths (const StreekMatrixPlan *plan, guint first, guint end)
{
  double sum = 0;

  for (guint i = first; i < end; i++)
    sum += plan->widths[i];

  return sum;
}

double
streek_matrix_plan_sum_heights (const StreekMatrixPlan *plan, guint first, guint end)
{
  double sum = 0;

  for (guint i = first; i < end; i++)
    sum += plan->heights[i];

  return sum;
}

static double
sum (const double *values, guint first, guint end)
{
  double total = 0;

  for (guint i = first; i < end; i++)
    total += values[i];

  return total;
}

/* The width that columns below it get, so that all together are @width: as even as can be. The
 * totals stay as they want to be. */
static double
find_even_width (const StreekMatrixPlan *plan, guint first, guint end, double width)
{
  guint last = MIN (end, plan->matrix->n_columns);
  double low = 0, high = WIDEST_COLUMN * plan->pen.text_scale;

  for (guint i = last; i < end; i++)
    width -= plan->wanted[i];

  for (guint step = 0; step < 24; step++)
    {
      double middle = (low + high) / 2, total = 0;

      for (guint i = first; i < last; i++)
        total += MAX (plan->wanted[i], middle);

      *(total > width ? &high : &low) = middle;
    }

  return low;
}

/**
 * streek_matrix_plan_fit:
 * @width: points for columns @first up to @end
 *
 * What is more than they need goes first to those whose words still wrap, then to the narrowest,
 * and never makes a column so wide that an eye loses its row.
 *
 * Returns: %FALSE where even words that are broken find no room
 */
gboolean
streek_matrix_plan_fit (StreekMatrixPlan *plan, guint first, guint end, double width)
{
  gboolean keeps_words = sum (plan->whole, first, end) <= width;
  const double *base = keeps_words ? plan->whole : plan->least;
  double least = sum (base, first, end), wanted = sum (plan->wanted, first, end);

  if (least > width + 0.01)
    return FALSE;

  double share = wanted > least ? MIN ((width - least) / (wanted - least), 1) : 1;
  double even = share < 1 ? 0 : find_even_width (plan, first, end, width);

  for (guint i = first; i < end; i++)
    {
      plan->widths[i] = base[i] + share * (plan->wanted[i] - base[i]);
      if (i < plan->matrix->n_columns)
        plan->widths[i] = MAX (plan->widths[i], even);
    }

  return TRUE;
}

void
streek_matrix_plan_spread (StreekMatrixPlan *plan)
{
  for (guint i = 0; i < plan->n_columns; i++)
    plan->widths[i] = plan->whole[i] + 0.3 * (plan->wanted[i] - plan->whole[i]);
}

/* Where there is a text of many lines the others give it room. */
static void
balance (StreekMatrixPlan *plan, double room)
{
  gboolean has_long = FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    has_long |= plan->natural[i] > LONG_TEXT * plan->widths[i];

  if (has_long && sum (plan->whole, 0, plan->n_columns) <= room)
    streek_column_widths_share (plan->whole, plan->natural, plan->n_columns, room, plan->widths);
}

void
streek_matrix_plan_fill (StreekMatrixPlan *plan, double width, gboolean evenly)
{
  guint n = plan->n_columns, n_sides = plan->matrix->has_side ? 2 : 0; /* it counts for two */
  double left = width - plan->side_width - sum (plan->widths, 0, n), needed = 0;

  if (left <= 1)
    {
      balance (plan, width - plan->side_width);
      return;
    }

  for (guint i = 0; i < n; i++)
    needed += MAX (plan->natural[i] - plan->widths[i], 0);

  double share = needed > 0 ? MIN (left / needed, 1) : 0;

  for (guint i = 0; i < n; i++)
    plan->widths[i] += share * MAX (plan->natural[i] - plan->widths[i], 0);
  left -= share * needed;

  double side = n_sides > 0 ? CLAMP (plan->side_natural - plan->side_width, 0, left) : 0;

  left = evenly ? left - side : 0;
  plan->side_width += side + n_sides * left / (n + n_sides);
  for (guint i = 0; i < n; i++)
    plan->widths[i] += left / (n + n_sides);
}

static StreekTextRun *
set_words (
  StreekMatrixPlan *plan, double factor, StreekWeight weight, const char *text, double width)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return streek_pen_set_wrapped (&plan->pen, factor, weight, text, width + 0.5, 0,
                                 STREEK_ALIGN_START);
}

static double
get_height (const StreekTextRun *run)
{
  return run != NULL ? streek_text_run_get_height (run) : 0;
}

/**
 * streek_matrix_plan_find_group_end:
 * @first: a column
 *
 * Returns: the column after the last neighbour that has the same heading over it on this page
 */
guint
streek_matrix_plan_find_group_end (const StreekMatrixPlan *plan, guint first)
{
  const StreekMatrix *matrix = plan->matrix;
  guint end = first + 1;

  while (end < matrix->n_columns && !plan->begins[end] &&
         g_strcmp0 (matrix->columns[end].group, matrix->columns[first].group) == 0)
    end++;

  return end;
}

/* Where a group is wider than its columns its words wrap. */
static void
set_heads (StreekMatrixPlan *plan)
{
  const StreekMatrix *matrix = plan->matrix;
  double padding = get_padding (plan), highest = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const char *name = i < matrix->n_columns ? matrix->columns[i].name : matrix->total_title;

      plan->heads[i] = set_words (plan, 1, STREEK_WEIGHT_BOLD, name, plan->widths[i] - padding);
      highest = MAX (highest, get_height (plan->heads[i]));
    }

  plan->group_height = 0;

  for (guint i = 0; i < matrix->n_columns; i++)
    if (matrix->columns[i].group != NULL)
      {
        guint end = streek_matrix_plan_find_group_end (plan, i);
        g_autoptr (StreekTextRun) group =
          set_words (plan, 1, STREEK_WEIGHT_NORMAL, matrix->columns[i].group,
                     streek_matrix_plan_sum_widths (plan, i, end) - padding);

        plan->group_height = MAX (plan->group_height, get_height (group) + padding);
        i = end - 1;
      }

  g_autoptr (StreekTextRun) corner =
    set_words (plan, 1, STREEK_WEIGHT_BOLD, matrix->corner, plan->side_width - padding);

  plan->head_height = MAX (highest + padding + plan->group_height, get_height (corner) + padding);
}

/* A heading over cells, where there is no side: as wide as the columns of its page. */
static double
get_heading_width (const StreekMatrixPlan *plan)
{
  double width = plan->widths[0];

  for (guint i = 1; i < plan->n_columns && !plan->begins[i]; i++)
    width += plan->widths[i];

  return width;
}

static void
set_side (StreekMatrixPlan *plan, guint row)
{
  const StreekMatrix *matrix = plan->matrix;
  double side = matrix->has_side ? plan->side_width : get_heading_width (plan);
  double width = side - get_padding (plan) - streek_matrix_get_indent (plan, row);

  plan->names[row] = set_words (plan, 1, get_weight (plan, row), get_name (plan, row), width);

  if (row < matrix->n_rows)
    plan->details[row] =
      set_words (plan, STREEK_GRID_DETAIL, STREEK_WEIGHT_NORMAL, matrix->rows[row].detail, width);

  plan->heights[row] = get_height (plan->names[row]) + get_height (plan->details[row]);
}

static StreekTextRun *
set_cell (StreekMatrixPlan *plan, guint row, guint column)
{
  const StreekMatrix *matrix = plan->matrix;
  double width = plan->widths[column] - get_padding (plan);

  if (row >= matrix->n_rows)
    return column < matrix->n_columns
             ? set_words (plan, 1, STREEK_WEIGHT_BOLD, matrix->columns[column].total, width)
             : NULL;
  if (column >= matrix->n_columns)
    return set_words (plan, 1, STREEK_WEIGHT_BOLD, matrix->rows[row].total, width);

  const StreekMatrixCell *cell = streek_matrix_get_cell (matrix, row, column);
  g_autofree char *text = streek_matrix_dup_cell_text (matrix, row, column);
  StreekWeight weight =
    cell->kind == STREEK_MATRIX_EMPHASISED ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL;

  if (cell->n_spans > 0)
    return streek_typesetter_set_marked (plan->pen.typesetter,
                                         (StreekFont){ plan->pen.size_pt, weight, FALSE }, text,
                                         MAX (width, 1) + 0.5, cell->spans, cell->n_spans);

  return set_words (plan, 1, weight, text, width - streek_matrix_get_strip (plan, cell));
}

void
streek_matrix_plan_set_words (StreekMatrixPlan *plan)
{
  double line = streek_pen_get_line_height (&plan->pen, 1);

  set_heads (plan);

  for (guint row = 0; row < plan->n_rows; row++)
    {
      set_side (plan, row);
      plan->heights[row] = MAX (plan->heights[row], line);

      for (guint column = 0; column < plan->n_columns; column++)
        {
          StreekTextRun *run = set_cell (plan, row, column);

          plan->cells[row * plan->n_columns + column] = run;
          plan->heights[row] = MAX (plan->heights[row], get_height (run));
        }

      plan->heights[row] += get_padding (plan);
    }
}

/* On paper */

/* The rows of a plan while they are put together anew. */
typedef struct
{
  GArray *of;
  GArray *goes_on;
  GArray *heights;
  GPtrArray *names;
  GPtrArray *details;
  GPtrArray *cells;
} Rows;

static void
add_piece (Rows *rows, guint of, guint8 goes_on, double height)
{
  g_array_append_val (rows->of, of);
  g_array_append_val (rows->goes_on, goes_on);
  g_array_append_val (rows->heights, height);
}

/* Takes the lines of @run from @done on that fit in @room, at least one. Returns: (nullable) */
static StreekTextRun *
take_lines (const StreekTextRun *run, guint *done, double room)
{
  guint n = run != NULL ? streek_text_run_get_n_lines (run) : 0, first = *done, end = first;

  if (first >= n)
    return NULL;

  while (end < n &&
         (end == first || streek_text_run_get_lines_height (run, first, end + 1) <= room))
    end++;

  *done = end;

  return streek_text_run_slice (run, first, end);
}

/* The name stands over each piece, in all of them but the first as what goes on. */
static StreekTextRun *
set_name_again (StreekMatrixPlan *plan, guint row, double room)
{
  const char *name = get_name (plan, plan->of[row]);

  if (name == NULL || *name == '\0')
    return NULL;

  /* Translators: the heading of a group of rows that began on the page before. */
  g_autofree char *again = g_strdup_printf (_ ("%s, continued"), name);
  double side = plan->matrix->has_side ? plan->side_width : get_heading_width (plan);
  g_autoptr (StreekTextRun) run =
    set_words (plan, 1, get_weight (plan, plan->of[row]), again,
               side - get_padding (plan) - streek_matrix_get_indent (plan, row));
  guint done = 0;

  return take_lines (run, &done, room);
}

static gboolean
has_lines_left (const StreekTextRun *run, guint done)
{
  return run != NULL && done < streek_text_run_get_n_lines (run);
}

/* One row as pieces of at most @room; the first one of at most @first_room. */
static void
split_row (StreekMatrixPlan *plan, Rows *rows, guint row, double room, double first_room)
{
  g_autofree guint *done = g_new0 (guint, plan->n_columns);
  guint name_done = 0, detail_done = 0;
  gboolean is_left = TRUE;

  for (guint piece = 0; is_left; piece++)
    {
      double inside = (piece == 0 ? first_room : room) - get_padding (plan);
      StreekTextRun *name = take_lines (plan->names[row], &name_done, inside);
      StreekTextRun *detail = NULL;

      if (name == NULL && piece > 0)
        name = set_name_again (plan, row, inside / 2);

      double height = get_height (name);

      is_left = has_lines_left (plan->names[row], name_done);
      if (!is_left && inside - height > 2 * streek_pen_get_line_height (&plan->pen, 1))
        detail = take_lines (plan->details[row], &detail_done, inside - height);
      is_left |= has_lines_left (plan->details[row], detail_done);
      height += get_height (detail);

      for (guint column = 0; column < plan->n_columns; column++)
        {
          const StreekTextRun *whole = plan->cells[row * plan->n_columns + column];
          StreekTextRun *run = take_lines (whole, &done[column], inside);

          height = MAX (height, get_height (run));
          is_left |= has_lines_left (whole, done[column]);
          g_ptr_array_add (rows->cells, run);
        }

      g_ptr_array_add (rows->names, name);
      g_ptr_array_add (rows->details, detail);
      add_piece (rows, plan->of[row], piece > 0, height + get_padding (plan));
    }
}

static StreekTextRun *
ref_run (StreekTextRun *run)
{
  return run != NULL ? streek_text_run_ref (run) : NULL;
}

static void
keep_row (const StreekMatrixPlan *plan, Rows *rows, guint row)
{
  g_ptr_array_add (rows->names, ref_run (plan->names[row]));
  g_ptr_array_add (rows->details, ref_run (plan->details[row]));
  for (guint column = 0; column < plan->n_columns; column++)
    g_ptr_array_add (rows->cells, ref_run (plan->cells[row * plan->n_columns + column]));

  add_piece (rows, plan->of[row], FALSE, plan->heights[row]);
}

static void
take_rows (StreekMatrixPlan *plan, Rows *rows)
{
  clear_runs (plan->names, plan->n_rows);
  clear_runs (plan->details, plan->n_rows);
  clear_runs (plan->cells, plan->n_rows * plan->n_columns);
  g_free (plan->of);
  g_free (plan->goes_on);
  g_free (plan->heights);
  plan->n_rows = rows->of->len;
  plan->of = (guint *) g_array_free (rows->of, FALSE);
  plan->goes_on = (guint8 *) g_array_free (rows->goes_on, FALSE);
  plan->heights = (double *) g_array_free (rows->heights, FALSE);
  plan->names = (StreekTextRun **) g_ptr_array_free (rows->names, FALSE);
  plan->details = (StreekTextRun **) g_ptr_array_free (rows->details, FALSE);
  plan->cells = (StreekTextRun **) g_ptr_array_free (rows->cells, FALSE);
}

static gboolean
is_heading (const StreekMatrixPlan *plan, guint row)
{
  guint of = plan->of[row];

  return of < plan->matrix->n_rows && plan->matrix->rows[of].is_heading;
}

void
streek_matrix_plan_split (StreekMatrixPlan *plan, double room)
{
  gboolean is_needed = FALSE;
  double above = 0; /* of headings that stay with the row below them */

  for (guint row = 0; row < plan->n_rows; row++)
    is_needed |= plan->heights[row] > room;

  if (!is_needed || room < 3 * streek_pen_get_line_height (&plan->pen, 1))
    return;

  Rows rows = { g_array_new (FALSE, FALSE, sizeof (guint)),
                g_array_new (FALSE, FALSE, sizeof (guint8)),
                g_array_new (FALSE, FALSE, sizeof (double)),
                g_ptr_array_new (),
                g_ptr_array_new (),
                g_ptr_array_new () };

  for (guint row = 0; row < plan->n_rows; row++)
    {
      if (plan->heights[row] > room)
        split_row (plan, &rows, row, room, above < room / 2 ? room - above : room);
      else
        keep_row (plan, &rows, row);

      above = is_heading (plan, row) ? above + plan->heights[row] : 0;
    }

  take_rows (plan, &rows);
}
