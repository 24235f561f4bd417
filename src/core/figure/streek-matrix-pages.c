/* streek-matrix-pages.c: a matrix on as many sheets as it needs, head and side on each of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include <glib/gi18n-lib.h>

#define SIDE_SHARE 0.3  /* of the sheet at most */
#define LEAST_ROWS 40.0 /* points for rows, below which a sheet is too small */

/* Larger letters are for what is one page all the same; they never get smaller than can be read
 * from paper. */
static const double factors[] = { 1.4, 1.25, 1.1, 1, 0.93, 0.86, 0.8 };
#define N_FACTORS G_N_ELEMENTS (factors)
#define DESIGNED 3 /* the index of 1 */

typedef struct
{
  StreekMatrixPlan *plan;
  const StreekSheet *sheet;
  StreekRect frame;
  double legend_height;
  GArray *columns;    /* (element-type StreekStretch) */
  GArray *rows;       /* (element-type StreekStretch) */
  GPtrArray *sources; /* (element-type StreekTextRun) */
} Pages;

static void
add_stretch (GArray *stretches, guint first, guint end)
{
  StreekStretch stretch = { first, end };

  g_array_append_val (stretches, stretch);
}

static double
get_wish (const StreekMatrixPlan *plan, guint column)
{
  return plan->least[column] + 0.35 * (plan->wanted[column] - plan->least[column]);
}

/* As few stretches as can be, about equally wide, so that the last one is no single column. */
static void
part_columns (Pages *self, double width)
{
  StreekMatrixPlan *plan = self->plan;
  double total = 0, done = 0, taken = 0;
  guint first = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    total += get_wish (plan, i);

  double n = MAX (total / width, 1);
  double goal = total / (guint) (n + 0.999);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      double wish = get_wish (plan, i);

      if (i > first && (taken + wish > width || done + wish / 2 > goal * (self->columns->len + 1)))
        {
          add_stretch (self->columns, first, i);
          plan->begins[i] = 1;
          first = i;
          taken = 0;
        }

      taken += wish;
      done += wish;
    }

  add_stretch (self->columns, first, plan->n_columns);
}

static void
fit_columns (Pages *self)
{
  StreekMatrixPlan *plan = self->plan;
  double width = self->frame.width - plan->side_width;

  if (streek_matrix_plan_fit (plan, 0, plan->n_columns, width))
    {
      add_stretch (self->columns, 0, plan->n_columns);
      streek_matrix_plan_fill (plan, self->frame.width, TRUE);
      return;
    }

  part_columns (self, width);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const StreekStretch *stretch = &g_array_index (self->columns, StreekStretch, i);

      streek_matrix_plan_fit (plan, stretch->first, stretch->end, width);
    }
}

static gboolean
is_heading (guint row, gpointer data)
{
  const StreekMatrixPlan *plan = data;
  const StreekMatrix *matrix = plan->matrix;

  return plan->of[row] < matrix->n_rows && matrix->rows[plan->of[row]].is_heading;
}

/* For rows, on each sheet. */
static double
get_room (const Pages *self)
{
  return self->frame.height - self->legend_height - self->plan->head_height;
}

/* FALSE where one row alone is higher than the sheet. */
static gboolean
part_rows (Pages *self)
{
  const StreekMatrixPlan *plan = self->plan;
  double room = get_room (self);

  self->rows = room < LEAST_ROWS ? NULL
                                 : streek_grid_part_rows (plan->heights, plan->n_rows, room,
                                                          is_heading, (gpointer) plan);

  return self->rows != NULL;
}

static void
pages_clear (Pages *self)
{
  g_clear_pointer (&self->plan, streek_matrix_plan_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
}

/* FALSE where rows do not fit the sheet in letters of this size, or columns do not stand beside
 * each other where they shall. */
static gboolean
plan_pages (Pages *self, const StreekMatrix *matrix, const StreekChartPen *pen, gboolean is_across)
{
  pages_clear (self);
  self->plan = streek_matrix_plan_new (matrix, pen);
  self->columns = g_array_new (FALSE, FALSE, sizeof (StreekStretch));

  streek_matrix_plan_set_side (self->plan, self->frame.width * SIDE_SHARE);
  fit_columns (self);
  if (is_across && self->columns->len > 1)
    return FALSE;

  streek_matrix_plan_set_words (self->plan);
  self->legend_height = streek_matrix_draw_legend (self->plan, self->frame, FALSE);

  self->sources = streek_matrix_set_sources (self->plan, self->frame.width);
  streek_matrix_plan_split (self->plan, get_room (self));

  return part_rows (self);
}

/* Across first: who lays the sheets beside each other reads on. */
static void
draw_page (guint page, gpointer data)
{
  Pages *self = data;
  StreekMatrixPlan *plan = self->plan;
  const StreekStretch *rows = &g_array_index (self->rows, StreekStretch, page / self->columns->len);
  const StreekStretch *columns =
    &g_array_index (self->columns, StreekStretch, page % self->columns->len);
  double x = self->frame.x, y = self->frame.y + self->legend_height;
  double left = x + plan->side_width, top = y + plan->head_height;

  streek_matrix_draw_legend (plan, self->frame, TRUE);
  streek_scene_builder_push_group (plan->pen.builder, "matrix", plan->matrix->title);
  streek_matrix_draw_corner (plan, x, y);
  streek_matrix_draw_head (plan, columns->first, columns->end, left, y);
  streek_matrix_draw_body (plan, rows->first, rows->end, columns->first, columns->end, left, top);
  streek_matrix_draw_side (plan, rows->first, rows->end, x, top);
  streek_scene_builder_pop_group (plan->pen.builder);
}

static StreekGridPages
get_pages (Pages *self)
{
  const StreekStretch *last = &g_array_index (self->rows, StreekStretch, self->rows->len - 1);

  return (StreekGridPages){
    .pen = &self->plan->pen,
    .sheet = self->sheet,
    .frame = self->frame,
    .n_pages = self->rows->len * self->columns->len,
    .draw = draw_page,
    .data = self,
    .tail = self->sources,
    .tail_top = self->frame.y + self->legend_height + self->plan->head_height +
                streek_matrix_plan_sum_heights (self->plan, last->first, last->end),
  };
}

/* Tries one size of letters. */
static gboolean
try_size (Pages *self,
          const StreekMatrix *matrix,
          StreekTypesetter *typesetter,
          gboolean grey,
          double factor,
          gboolean is_across)
{
  StreekChartPen pen;

  streek_grid_pen_init (&pen, streek_theme_get_print (), streek_format_get (self->sheet->language),
                        typesetter, grey, factor);

  return plan_pages (self, matrix, &pen, is_across);
}

static gboolean
is_one_page (Pages *self)
{
  StreekGridPages pages = get_pages (self);

  return pages.n_pages == 1 && streek_grid_count_tail_pages (&pages) == 0;
}

/* The largest letters with which everything stands on one page; else, from those as designed down,
 * the first with which all columns stand beside each other; else the first with which no row is
 * higher than the page. */
static gboolean
choose_size (Pages *self, const StreekMatrix *matrix, StreekTypesetter *typesetter, gboolean grey)
{
  for (gsize i = 0; i < N_FACTORS; i++)
    if (try_size (self, matrix, typesetter, grey, factors[i], TRUE) &&
        (is_one_page (self) || i >= DESIGNED))
      return TRUE;

  for (gsize i = DESIGNED; i < N_FACTORS; i++)
    if (try_size (self, matrix, typesetter, grey, factors[i], FALSE))
      return TRUE;

  return FALSE;
}

static gboolean
has_any_cell (const StreekMatrix *matrix)
{
  for (guint row = 0; row < matrix->n_rows; row++)
    if (streek_matrix_has_cells (matrix, row))
      return TRUE;

  return FALSE;
}

/* One sheet with a sentence in the place of rows in which nothing stands. */
static GPtrArray *
lay_out_nothing (const StreekMatrix *matrix, const StreekSheet *sheet, StreekTypesetter *typesetter)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  StreekSheet own = *sheet;
  StreekChartPen pen;

  own.notes = NULL;
  streek_grid_pen_init (&pen, streek_theme_get_print (), streek_format_get (sheet->language),
                        typesetter, FALSE, 1);
  pen.builder = streek_scene_builder_new (sheet->size);

  StreekRect frame = streek_sheet_begin (&own, pen.builder, typesetter, 0, 1);
  g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
    &pen, 1.2, STREEK_WEIGHT_NORMAL, matrix->needed, frame.width, 0, STREEK_ALIGN_START);

  streek_pen_add_run (&pen, run, frame.x, frame.y, 0, 0, pen.theme->ink, FALSE, -1);
  g_ptr_array_add (pages, streek_scene_builder_end (g_steal_pointer (&pen.builder)));

  return pages;
}

/**
 * streek_matrix_layout_pages:
 * @sheet: the paper, its language and what an office puts on every sheet; title, context, notes and
 *   source are those of @matrix
 * @grey: without colour
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type StreekScene): the pages, across and then down, or %NULL
 *   with @error set where one cell alone is larger than the sheet
 */
GPtrArray *
streek_matrix_layout_pages (const StreekMatrix *matrix,
                            const StreekSheet *sheet,
                            gboolean grey,
                            GError **error)
{
  g_return_val_if_fail (matrix != NULL && sheet != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekSheet own = *sheet;
  Pages self = { .sheet = &own };
  GPtrArray *pages = NULL;

  own.title = matrix->title;
  own.description = matrix->description;
  own.context = matrix->context;
  own.notes = (const char *const *) matrix->notes;
  own.source = matrix->source;

  if (matrix->needed != NULL && !has_any_cell (matrix))
    return lay_out_nothing (matrix, &own, typesetter);

  self.frame = streek_sheet_measure (&own, typesetter);

  if (choose_size (&self, matrix, typesetter, grey))
    {
      StreekGridPages sheets = get_pages (&self);

      pages = streek_grid_draw_pages (&sheets);
    }
  else
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                         _ ("A row of this matrix is higher than the paper. Choose A3."));

  pages_clear (&self);

  return pages;
}
