/* streek-chart-layout.c: a chart on paper or in the window: sheet, kind, pages, and walking it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"
#include "figure/streek-sheet.h"
#include "figure/streek-table-sheets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BARE_MARGIN_PT 8.0
#define LEAST_PT 60.0

static void
fill_sheet (const StreekChart *chart, const StreekLayoutOptions *options, StreekSheet *sheet)
{
  *sheet = (StreekSheet){
    .size = options->size,
    .language = options->language,
    .title = chart->title,
    .description = chart->description,
    .context = chart->context,
    .notes = (const char *const *) chart->notes,
    .source = chart->source,
    .organisation = options->organisation,
    .footer = options->footer,
    .is_single = TRUE,
    .has_logo = options->logo_path != NULL,
  };
}

static StreekRect
begin_bare (StreekChartPen *pen)
{
  StreekSize size = pen->options->size;
  const StreekPaint paper = { .color = pen->theme->paper };

  streek_scene_builder_set_metadata (pen->builder, pen->chart->title, pen->chart->description,
                                     pen->options->language);
  streek_scene_builder_add_rect (pen->builder, (StreekRect){ 0, 0, size.width, size.height },
                                 &paper, NULL, -1);

  return (StreekRect){ BARE_MARGIN_PT, BARE_MARGIN_PT, size.width - 2 * BARE_MARGIN_PT,
                       size.height - 2 * BARE_MARGIN_PT };
}

static void
draw_kind (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  gboolean stands = chart->spec->turn == STREEK_CHART_TURN_VERTICAL ||
                    (chart->spec->turn == STREEK_CHART_TURN_AUTOMATIC && chart->over_periods);

  switch (chart->spec->kind)
    {
    case STREEK_CHART_LINE:
      streek_chart_draw_lines (pen, frame);
      break;
    case STREEK_CHART_BAR:
    case STREEK_CHART_GROUPED:
    case STREEK_CHART_STACKED:
    case STREEK_CHART_SHARES:
      if (stands)
        streek_chart_draw_columns (pen, frame);
      else
        streek_chart_draw_rows (pen, frame);
      break;
    case STREEK_CHART_RANKING:
    case STREEK_CHART_DUMBBELL:
      streek_chart_draw_rows (pen, frame);
      break;
    case STREEK_CHART_SLOPE:
      streek_chart_draw_slope (pen, frame);
      break;
    case STREEK_CHART_SCATTER:
      streek_chart_draw_scatter (pen, frame);
      break;
    case STREEK_CHART_HISTOGRAM:
      streek_chart_draw_histogram (pen, frame);
      break;
    case STREEK_CHART_PYRAMID:
      streek_chart_draw_pyramid (pen, frame);
      break;
    case STREEK_CHART_LADDER:
      streek_chart_draw_ladder (pen, frame);
      break;
    case STREEK_CHART_SNAKE:
      streek_chart_draw_snake (pen, frame);
      break;
    case STREEK_CHART_MULTIPLES:
      streek_chart_draw_multiples (pen, frame);
      break;
    case STREEK_CHART_MONITOR:
      streek_chart_draw_monitor (pen, frame);
      break;
    case STREEK_N_CHART_KINDS:
    default:
      break;
    }
}

/**
 * streek_chart_drawing_new:
 *
 * Returns: (transfer full): a drawing without a scene or spots
 */
StreekChartDrawing *
streek_chart_drawing_new (void)
{
  StreekChartDrawing *drawing = g_new0 (StreekChartDrawing, 1);

  drawing->spots = g_array_new (FALSE, FALSE, sizeof (StreekChartSpot));
  drawing->handles = g_array_new (FALSE, FALSE, sizeof (StreekChartHandle));

  return drawing;
}

/**
 * streek_chart_draw_in:
 * @pen: with a chart, its builder and a drawing
 * @frame: where the chart lies
 *
 * A chart that is a part of a sheet with words of its own around it.
 */
void
streek_chart_draw_in (StreekChartPen *pen, StreekRect frame)
{
  streek_scene_builder_push_group (pen->builder, "chart", pen->chart->title);
  draw_kind (pen, frame);
  streek_scene_builder_pop_group (pen->builder);
}

/**
 * streek_chart_pen_init:
 * @pen: (out caller-allocates): draws a chart on a sheet
 *
 * Lends everything; @drawing takes the spots.
 */
void
streek_chart_pen_init (StreekChartPen *pen,
                       const StreekChart *chart,
                       const StreekLayoutOptions *options,
                       StreekTypesetter *typesetter,
                       StreekSceneBuilder *builder,
                       StreekChartDrawing *drawing)
{
  double scale = options->bare ? 1 : streek_sheet_get_scale (options->size);

  *pen = (StreekChartPen){
    .chart = chart,
    .options = options,
    .theme = options->theme,
    .format = options->format,
    .typesetter = typesetter,
    .builder = builder,
    .drawing = drawing,
    .grey = chart != NULL && chart->spec->grey,
    .text_scale = scale,
    .size_pt = options->theme->label_pt * scale * 1.08,
  };
}

/**
 * streek_chart_find_fonts:
 * @options: the paper and theme of a chart that is still being made
 *
 * Finding a font takes half a millisecond, and a sheet with a chart has seven of them: another
 * thread may look for them beforehand. What is set later is the same.
 */
void
streek_chart_find_fonts (const StreekLayoutOptions *options)
{
  static const double factors[] = { 0.85, 0.9, 0.95 }; /* what nearly every kind writes in */
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekChartPen pen;

  streek_chart_pen_init (&pen, NULL, options, typesetter, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    streek_text_run_unref (streek_pen_set (&pen, factors[i], STREEK_WEIGHT_NORMAL, "0"));
  streek_sheet_find_fonts (typesetter, options->size);
}

/**
 * streek_chart_layout:
 * @chart: a chart
 * @options: paper, theme and format; selected and hovered are rows of the table twin
 * @error: return location for %STREEK_FIGURE_ERROR_TOO_SMALL
 *
 * Any thread.
 *
 * Returns: (transfer full): the scene and the places in it that can be pointed at
 */
StreekChartDrawing *
streek_chart_layout (const StreekChart *chart, const StreekLayoutOptions *options, GError **error)
{
  g_return_val_if_fail (chart != NULL && options != NULL && options->theme != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekSceneBuilder) builder = streek_scene_builder_new (options->size);
  g_autoptr (StreekChartDrawing) drawing = streek_chart_drawing_new ();
  StreekChartPen pen;
  StreekSheet sheet;
  StreekRect frame;

  streek_chart_pen_init (&pen, chart, options, typesetter, builder, drawing);
  fill_sheet (chart, options, &sheet);
  frame =
    options->bare ? begin_bare (&pen) : streek_sheet_begin (&sheet, builder, typesetter, 0, 1);

  if (frame.width < LEAST_PT || frame.height < LEAST_PT)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL,
                           _ ("There is no room for a chart on paper of this size."));
      return NULL;
    }

  streek_chart_draw_in (&pen, frame);
  drawing->scene = streek_scene_builder_end (g_steal_pointer (&builder));

  return g_steal_pointer (&drawing);
}

/**
 * streek_chart_layout_pages:
 *
 * Returns: (transfer full) (element-type StreekScene): the chart, and behind it the figures where
 *   the spec says so
 */
GPtrArray *
streek_chart_layout_pages (const StreekChart *chart,
                           const StreekLayoutOptions *options,
                           GError **error)
{
  g_autoptr (StreekChartDrawing) drawing = streek_chart_layout (chart, options, error);

  if (drawing == NULL)
    return NULL;

  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);

  g_ptr_array_add (pages, streek_scene_ref (drawing->scene));

  if (!chart->spec->with_table)
    return g_steal_pointer (&pages);

  StreekSheet sheet;
  g_autoptr (StreekTable) table = streek_chart_dup_wide_table (chart, options->format);

  fill_sheet (chart, options, &sheet);
  sheet.is_single = FALSE;

  g_autoptr (GPtrArray) sheets =
    streek_table_sheets_layout (table, NULL, options->format, &sheet, error);

  if (sheets == NULL)
    return NULL;

  for (guint i = 0; i < sheets->len; i++)
    g_ptr_array_add (pages, streek_scene_ref (g_ptr_array_index (sheets, i)));

  return g_steal_pointer (&pages);
}

void
streek_chart_drawing_free (StreekChartDrawing *drawing)
{
  if (drawing == NULL)
    return;

  g_clear_pointer (&drawing->scene, streek_scene_unref);
  g_array_unref (drawing->spots);
  g_array_unref (drawing->handles);
  g_free (drawing);
}

static const StreekChartSpot *
get_spot (const StreekChartDrawing *drawing, guint index)
{
  return &g_array_index (drawing->spots, StreekChartSpot, index);
}

int
streek_chart_drawing_find_row (const StreekChartDrawing *drawing, int row)
{
  for (guint i = 0; i < drawing->spots->len; i++)
    if (get_spot (drawing, i)->row == row)
      return i;

  return -1;
}

static gboolean
contains (StreekRect rect, StreekPoint place)
{
  return place.x >= rect.x && place.x < rect.x + rect.width && place.y >= rect.y &&
         place.y < rect.y + rect.height;
}

/**
 * streek_chart_drawing_pick:
 * @place: points from the top left
 * @reach_pt: how far a point or a line may be
 *
 * Marks come first, then the nearest spot in reach, then the zone of a bar's whole row.
 *
 * Returns: index of a spot, -1 for none
 */
int
streek_chart_drawing_pick (const StreekChartDrawing *drawing, StreekPoint place, double reach_pt)
{
  int row = streek_scene_pick (drawing->scene, place);
  int best = row >= 0 ? streek_chart_drawing_find_row (drawing, row) : -1;
  double nearest = reach_pt;

  if (best >= 0)
    return best;

  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const StreekChartSpot *spot = get_spot (drawing, i);
      double distance = hypot (spot->at.x - place.x, spot->at.y - place.y);

      if (distance <= nearest)
        {
          nearest = distance;
          best = i;
        }
    }

  for (guint i = 0; i < drawing->spots->len && best < 0; i++)
    if (contains (get_spot (drawing, i)->zone, place))
      best = i;

  return best;
}

/* The nearest spot of the same strand that comes before or after. */
static int
walk_along (const StreekChartDrawing *drawing, int from, int direction)
{
  const StreekChartSpot *start = get_spot (drawing, from);
  int best = from, least = G_MAXINT;

  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const StreekChartSpot *spot = get_spot (drawing, i);
      int ahead = (spot->step - start->step) * direction;

      if (spot->strand == start->strand && ahead > 0 && ahead < least)
        {
          least = ahead;
          best = i;
        }
    }

  return best;
}

/* The next strand over, at the same step or the nearest one to it. */
static int
walk_across (const StreekChartDrawing *drawing, int from, int direction)
{
  const StreekChartSpot *start = get_spot (drawing, from);
  gboolean down = drawing->steps_go_down;
  double own = down ? start->at.x : start->at.y;
  double best_cost = INFINITY;
  int best = from;

  for (guint i = 0; i < drawing->spots->len; i++)
    {
      const StreekChartSpot *spot = get_spot (drawing, i);
      double ahead = ((down ? spot->at.x : spot->at.y) - own) * direction;
      int distance = ABS (spot->step - start->step);

      if (spot->strand == start->strand || ahead < 0 ||
          (ahead == 0 && (spot->strand - start->strand) * direction < 0))
        continue;

      double cost = distance * 1e6 + ahead;

      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }

  return best;
}

/**
 * streek_chart_drawing_walk:
 * @spot: where the person is, -1: nowhere yet
 * @walk: the arrow key
 *
 * Along a line or a list the next figure, across it the next line or group.
 *
 * Returns: index of a spot; @spot itself at the end, -1 where nothing is drawn
 */
int
streek_chart_drawing_walk (const StreekChartDrawing *drawing, int spot, StreekWalk walk)
{
  if (drawing->spots->len == 0)
    return -1;

  if (spot < 0 || spot >= (int) drawing->spots->len)
    return 0;

  gboolean is_vertical = walk == STREEK_WALK_UP || walk == STREEK_WALK_DOWN;
  int direction = walk == STREEK_WALK_RIGHT || walk == STREEK_WALK_DOWN ? 1 : -1;

  return is_vertical == drawing->steps_go_down ? walk_along (drawing, spot, direction)
                                               : walk_across (drawing, spot, direction);
}
