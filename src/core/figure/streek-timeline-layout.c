/* streek-timeline-layout.c: a timeline for a window and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-timeline-private.h"

#include <glib/gi18n-lib.h>

#define LEAST_ROWS 40.0 /* points for rows, below which a sheet is too small */

/* Larger letters are for what is one page all the same. */
static const double factors[] = { 1.3, 1.15, 1 };

/* For a window */

static void
draw_parts (StreekTimelinePlan *plan, StreekGridDrawing *drawing)
{
  const StreekTimeline *timeline = plan->timeline;
  StreekChartPen *pen = &plan->pen;
  double height = streek_timeline_plan_sum_heights (plan, 0, timeline->n_rows);
  g_autofree char *description = streek_timeline_dup_description (timeline, pen->format);

  streek_grid_begin_part (pen, (StreekSize){ plan->side_width, plan->head_height }, "corner",
                          timeline->corner);
  streek_timeline_draw_corner (plan, 0, 0);
  drawing->parts[STREEK_GRID_CORNER] = streek_grid_end_part (pen);

  streek_grid_begin_part (pen, (StreekSize){ plan->body_width, plan->head_height }, "axis",
                          timeline->title);
  streek_timeline_draw_head (plan, 0, 0);
  drawing->parts[STREEK_GRID_HEAD] = streek_grid_end_part (pen);

  streek_grid_begin_part (pen, (StreekSize){ plan->side_width, height }, "side", timeline->corner);
  streek_timeline_draw_side (plan, 0, timeline->n_rows, 0, 0);
  drawing->parts[STREEK_GRID_SIDE] = streek_grid_end_part (pen);

  streek_grid_begin_part (pen, (StreekSize){ plan->body_width, height }, "bars", timeline->title);
  streek_scene_builder_set_metadata (pen->builder, timeline->title, description, NULL);
  streek_timeline_draw_body (plan, 0, timeline->n_rows, 0, 0);
  drawing->parts[STREEK_GRID_BODY] = streek_grid_end_part (pen);
}

/* A bar that is thinner than a finger or a pointer is found a little beside it too. */
static StreekRect
get_bar_zone (const StreekTimelinePlan *plan, guint row, double y)
{
  gboolean is_before, is_after;
  StreekRect bar = streek_timeline_plan_get_bar (plan, row, &is_before, &is_after);
  double least = 10 * plan->pen.text_scale, missing = MAX (least - bar.width, 0);

  if (bar.width <= 0)
    return (StreekRect){ 0, y, 90 * plan->pen.text_scale, plan->heights[row] };

  return (StreekRect){ bar.x - missing / 2, y, bar.width + missing, plan->heights[row] };
}

static void
add_spots (const StreekTimelinePlan *plan, StreekGridDrawing *drawing)
{
  const StreekTimeline *timeline = plan->timeline;
  double y = 0, radius = 1.4 * STREEK_TIMELINE_DIAMOND * plan->pen.text_scale;

  for (guint row = 0; row < timeline->n_rows; row++)
    {
      gboolean has_bar = streek_timeline_get_timing (&timeline->rows[row]) != STREEK_TIMING_NONE;
      double middle = y + streek_timeline_plan_get_line (plan);

      streek_grid_drawing_add_spot (drawing, STREEK_GRID_SIDE, (int) row, STREEK_GRID_HEADING,
                                    (StreekRect){ 0, y, plan->side_width, plan->heights[row] });

      if (has_bar || streek_timeline_is_untimed (timeline, row))
        streek_grid_drawing_add_spot (drawing, STREEK_GRID_BODY, (int) row, STREEK_TIMELINE_BAR,
                                      get_bar_zone (plan, row, y));

      for (guint m = timeline->first_milestones[row]; m < timeline->first_milestones[row + 1]; m++)
        {
          double x = streek_timeline_plan_to_x (plan, timeline->milestones[m].on);

          if (x >= 0 && x <= plan->body_width)
            streek_grid_drawing_add_spot (
              drawing, STREEK_GRID_BODY, (int) row, (int) (m - timeline->first_milestones[row]) + 1,
              (StreekRect){ x - radius, middle - radius, 2 * radius, 2 * radius });
        }

      y += plan->heights[row];
    }
}

/**
 * streek_timeline_layout:
 * @options: the room, the theme, how dates look and the size of letters
 *
 * As wide as the window, but for one so narrow that nothing could be read. Any thread.
 *
 * Returns: (transfer full): its parts and the places in them that can be pointed at
 */
StreekGridDrawing *
streek_timeline_layout (const StreekTimeline *timeline, const StreekGridOptions *options)
{
  g_return_val_if_fail (timeline != NULL && options != NULL && options->theme != NULL, NULL);
  g_return_val_if_fail (options->format != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekGridDrawing) drawing = streek_grid_drawing_new ();
  StreekChartPen pen;

  streek_grid_pen_init (&pen, options->theme, options->format, typesetter, options->grey,
                        options->text_scale);

  g_autoptr (StreekTimelinePlan) plan = streek_timeline_plan_new (timeline, &pen, options->width);
  StreekRect frame = streek_grid_get_loose_frame (&pen, options->width);
  double legend = streek_timeline_draw_legend (plan, frame, FALSE);

  draw_parts (plan, drawing);

  if (legend > 0)
    {
      streek_grid_begin_loose (&plan->pen, frame, legend, "keys", _ ("Legend"));
      streek_timeline_draw_legend (plan, frame, TRUE);
      drawing->parts[STREEK_GRID_LEGEND] = streek_grid_end_part (&plan->pen);
    }

  drawing->parts[STREEK_GRID_FOOT] =
    streek_grid_draw_foot (&plan->pen, (const char *const *) timeline->notes, plan->tail, frame);
  add_spots (plan, drawing);

  return g_steal_pointer (&drawing);
}

/* For paper */

typedef struct
{
  StreekTimelinePlan *plan;
  StreekRect frame;
  double legend_height;
  GArray *rows; /* (element-type StreekStretch) */
} Pages;

static void
draw_page (guint page, gpointer data)
{
  Pages *self = data;
  StreekTimelinePlan *plan = self->plan;
  const StreekStretch *rows = &g_array_index (self->rows, StreekStretch, page);
  double x = self->frame.x, y = self->frame.y + self->legend_height;
  double left = x + plan->side_width, top = y + plan->head_height;

  streek_timeline_draw_legend (plan, self->frame, TRUE);
  streek_scene_builder_push_group (plan->pen.builder, "timeline", plan->timeline->title);
  streek_timeline_draw_corner (plan, x, y);
  streek_timeline_draw_head (plan, left, y);
  streek_timeline_draw_body (plan, rows->first, rows->end, left, top);
  streek_timeline_draw_side (plan, rows->first, rows->end, x, top);
  streek_scene_builder_pop_group (plan->pen.builder);
}

static gboolean
is_heading (guint row, gpointer data)
{
  const StreekTimeline *timeline = data;

  return timeline->rows[row].is_heading;
}

static void
pages_clear (Pages *self)
{
  g_clear_pointer (&self->plan, streek_timeline_plan_free);
  g_clear_pointer (&self->rows, g_array_unref);
}

static gboolean
plan_pages (Pages *self, const StreekTimeline *timeline, const StreekChartPen *pen)
{
  pages_clear (self);
  self->plan = streek_timeline_plan_new (timeline, pen, self->frame.width);
  self->legend_height = streek_timeline_draw_legend (self->plan, self->frame, FALSE);

  double room = self->frame.height - self->legend_height - self->plan->head_height;

  self->rows = room < LEAST_ROWS ? NULL
                                 : streek_grid_part_rows (self->plan->heights, timeline->n_rows,
                                                          room, is_heading, (gpointer) timeline);

  return self->rows != NULL;
}

static StreekGridPages
get_pages (Pages *self, const StreekSheet *sheet)
{
  const StreekStretch *last = &g_array_index (self->rows, StreekStretch, self->rows->len - 1);

  return (StreekGridPages){
    .pen = &self->plan->pen,
    .sheet = sheet,
    .frame = self->frame,
    .n_pages = self->rows->len,
    .draw = draw_page,
    .data = self,
    .tail = self->plan->tail,
    .tail_top = self->frame.y + self->legend_height + self->plan->head_height +
                streek_timeline_plan_sum_heights (self->plan, last->first, last->end),
  };
}

/* With what is listed below it: a list alone on a sheet tells nothing. */
static gboolean
is_one_page (Pages *self, const StreekSheet *sheet)
{
  StreekGridPages pages = get_pages (self, sheet);

  return pages.n_pages == 1 && streek_grid_count_tail_pages (&pages) == 0;
}

/**
 * streek_timeline_layout_pages:
 * @sheet: the paper, its language and what an office puts on every sheet; title, context, notes and
 *   source are those of @timeline
 * @grey: without colour
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type StreekScene): the pages, or %NULL with @error set
 */
GPtrArray *
streek_timeline_layout_pages (const StreekTimeline *timeline,
                              const StreekSheet *sheet,
                              gboolean grey,
                              GError **error)
{
  g_return_val_if_fail (timeline != NULL && sheet != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  const StreekFormat *format = streek_format_get (sheet->language);
  g_autofree char *description = streek_timeline_dup_description (timeline, format);
  StreekSheet own = *sheet;
  Pages self = { 0 };
  GPtrArray *pages = NULL;
  gboolean fits = FALSE;

  own.title = timeline->title;
  own.description = description;
  own.context = timeline->context;
  own.notes = (const char *const *) timeline->notes;
  own.source = timeline->source;
  self.frame = streek_sheet_measure (&own, typesetter);

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      StreekChartPen pen;

      streek_grid_pen_init (&pen, streek_theme_get_print (), format, typesetter, grey, factors[i]);
      fits = plan_pages (&self, timeline, &pen);
      if (fits && is_one_page (&self, &own))
        break;
    }

  if (fits)
    {
      StreekGridPages sheets = get_pages (&self, &own);

      pages = streek_grid_draw_pages (&sheets);
    }
  else
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                         _ ("There is no room for this timeline on the paper. Choose A3."));

  pages_clear (&self);

  return pages;
}
