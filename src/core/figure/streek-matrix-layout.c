/* streek-matrix-layout.c: a matrix for a window, its head and side apart so that they stay in sight
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include <glib/gi18n-lib.h>

#define SIDE_SHARE 0.34 /* of the window at most */

static void
draw_frozen_parts (StreekMatrixPlan *plan, StreekGridDrawing *drawing)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekChartPen *pen = &plan->pen;
  double height = streek_matrix_plan_sum_heights (plan, 0, plan->n_rows);

  streek_grid_begin_part (pen, (StreekSize){ plan->side_width, plan->head_height }, "corner",
                          matrix->corner);
  streek_matrix_draw_corner (plan, 0, 0);
  drawing->parts[STREEK_GRID_CORNER] = streek_grid_end_part (pen);

  streek_grid_begin_part (pen, (StreekSize){ plan->side_width, height }, "side", matrix->corner);
  streek_matrix_draw_side (plan, 0, plan->n_rows, 0, 0);
  drawing->parts[STREEK_GRID_SIDE] = streek_grid_end_part (pen);
}

static void
draw_parts (StreekMatrixPlan *plan, StreekGridDrawing *drawing)
{
  const StreekMatrix *matrix = plan->matrix;
  StreekChartPen *pen = &plan->pen;
  double width = streek_matrix_plan_sum_widths (plan, 0, plan->n_columns);
  double height = streek_matrix_plan_sum_heights (plan, 0, plan->n_rows);

  streek_grid_begin_part (pen, (StreekSize){ width, plan->head_height }, "head", matrix->title);
  streek_matrix_draw_head (plan, 0, plan->n_columns, 0, 0);
  drawing->parts[STREEK_GRID_HEAD] = streek_grid_end_part (pen);

  streek_grid_begin_part (pen, (StreekSize){ width, height }, "cells", matrix->title);
  streek_matrix_draw_body (plan, 0, plan->n_rows, 0, plan->n_columns, 0, 0);
  streek_scene_builder_set_metadata (pen->builder, matrix->title, matrix->description, NULL);
  drawing->parts[STREEK_GRID_BODY] = streek_grid_end_part (pen);
}

/**
 * streek_matrix_set_sources:
 * @width: points a line may take
 *
 * Returns: (transfer full) (element-type StreekTextRun): the sources, each after its number
 */
GPtrArray *
streek_matrix_set_sources (const StreekMatrixPlan *plan, double width)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);

  for (guint i = 0; i < plan->matrix->n_sources; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, plan->matrix->sources[i]);

      g_ptr_array_add (runs, streek_grid_set_line (&plan->pen, text, width));
    }

  return runs;
}

/* Legend, notes and sources, as wide as the window. */
static void
draw_loose_parts (StreekMatrixPlan *plan, double width, StreekGridDrawing *drawing)
{
  StreekRect frame = streek_grid_get_loose_frame (&plan->pen, width);
  double height = streek_matrix_draw_legend (plan, frame, FALSE);
  g_autoptr (GPtrArray) sources = streek_matrix_set_sources (plan, frame.width);

  if (height > 0)
    {
      streek_grid_begin_loose (&plan->pen, frame, height, "keys", _ ("Legend"));
      streek_matrix_draw_legend (plan, frame, TRUE);
      drawing->parts[STREEK_GRID_LEGEND] = streek_grid_end_part (&plan->pen);
    }

  drawing->parts[STREEK_GRID_FOOT] =
    streek_grid_draw_foot (&plan->pen, (const char *const *) plan->matrix->notes, sources, frame);
}

static void
add_spots (const StreekMatrixPlan *plan, StreekGridDrawing *drawing)
{
  const StreekMatrix *matrix = plan->matrix;
  double x = 0, y = 0;

  for (guint column = 0; column < matrix->n_columns; column++)
    {
      streek_grid_drawing_add_spot (drawing, STREEK_GRID_HEAD, STREEK_GRID_HEADING, (int) column,
                                    (StreekRect){ x, plan->group_height, plan->widths[column],
                                                  plan->head_height - plan->group_height });
      x += plan->widths[column];
    }

  for (guint row = 0; row < matrix->n_rows; row++)
    {
      x = 0;
      if (matrix->has_side)
        streek_grid_drawing_add_spot (drawing, STREEK_GRID_SIDE, (int) row, STREEK_GRID_HEADING,
                                      (StreekRect){ 0, y, plan->side_width, plan->heights[row] });

      gboolean has_spots = !matrix->rows[row].is_heading || streek_matrix_has_cells (matrix, row);

      for (guint column = 0; column < matrix->n_columns && has_spots; column++)
        {
          streek_grid_drawing_add_spot (
            drawing, STREEK_GRID_BODY, (int) row, (int) column,
            (StreekRect){ x, y, plan->widths[column], plan->heights[row] });
          x += plan->widths[column];
        }

      y += plan->heights[row];
    }
}

/**
 * streek_matrix_layout:
 * @options: the room, the theme and the size of letters
 *
 * Where the window is too narrow for all columns the body is wider than it. Any thread.
 *
 * Returns: (transfer full): its parts and the places in them that can be pointed at
 */
StreekGridDrawing *
streek_matrix_layout (const StreekMatrix *matrix, const StreekGridOptions *options)
{
  g_return_val_if_fail (matrix != NULL && options != NULL && options->theme != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekGridDrawing) drawing = streek_grid_drawing_new ();
  StreekChartPen pen;

  streek_grid_pen_init (&pen, options->theme, options->format, typesetter, options->grey,
                        options->text_scale);

  g_autoptr (StreekMatrixPlan) plan = streek_matrix_plan_new (matrix, &pen);

  streek_matrix_plan_set_side (plan, options->width * SIDE_SHARE);

  if (streek_matrix_plan_fit (plan, 0, plan->n_columns, options->width - plan->side_width))
    streek_matrix_plan_fill (plan, options->width, FALSE);
  else
    streek_matrix_plan_spread (plan);

  streek_matrix_plan_set_words (plan);
  draw_parts (plan, drawing);
  if (matrix->has_side)
    draw_frozen_parts (plan, drawing);
  draw_loose_parts (plan, options->width, drawing);
  add_spots (plan, drawing);

  return g_steal_pointer (&drawing);
}
