/* streek-chart-sheets.c: a chart with a table under it, on as many pages as they need */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-sheets.h"

#include "figure/streek-chart-pen.h"
#include "figure/streek-table-sheets.h"

/* Rows of a monitor, and what stands over them. */
#define ROW_LINES 2.4
#define HEAD_ROWS 1.7
/* So that the table begins on the same page. */
#define MOST_OF_PAGE 0.7
#define HEADING_PT 11.0
#define HEADING_GAP_PT 14.0

typedef struct
{
  const StreekChart *chart; /* (nullable) */
  const char *heading;      /* (nullable): of a table that has rows */
  const StreekLayoutOptions *options;
} Top;

/* A monitor is as high as its rows; any other chart fills half of the page. */
static double
measure_chart (const StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  double wanted = frame.height / 2;

  if (chart->spec->kind == STREEK_CHART_MONITOR)
    wanted = (chart->n_indicators * chart->n_areas + HEAD_ROWS) * ROW_LINES *
             streek_pen_get_line_height (pen, 1);

  return MIN (wanted, frame.height * MOST_OF_PAGE);
}

static double
draw_chart (const Top *top,
            StreekSceneBuilder *builder,
            StreekTypesetter *typesetter,
            StreekRect frame)
{
  g_autoptr (StreekChartDrawing) drawing = streek_chart_drawing_new ();
  StreekChartPen pen;

  streek_chart_pen_init (&pen, top->chart, top->options, typesetter, builder, drawing);
  frame.height = measure_chart (&pen, frame);
  streek_chart_draw_in (&pen, frame);

  return frame.height;
}

static double
draw_heading (const Top *top,
              StreekSceneBuilder *builder,
              StreekTypesetter *typesetter,
              StreekRect frame)
{
  StreekFont font = { HEADING_PT * streek_sheet_get_scale (top->options->size), STREEK_WEIGHT_BOLD,
                      FALSE };
  g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, top->heading);
  double gap = top->chart != NULL ? HEADING_GAP_PT : 0;

  streek_scene_builder_add_text (
    builder, run, (StreekPoint){ frame.x, frame.y + gap + streek_text_run_get_ascent (run) },
    STREEK_SHEET_INK, NULL, -1);

  return gap + streek_text_run_get_height (run) + HEADING_GAP_PT / 2;
}

static double
draw_top (StreekSceneBuilder *builder,
          StreekTypesetter *typesetter,
          StreekRect frame,
          gpointer data)
{
  const Top *top = data;
  double height = 0;

  if (top->chart != NULL)
    height += draw_chart (top, builder, typesetter, frame);
  if (top->heading != NULL)
    {
      StreekRect rest = { frame.x, frame.y + height, frame.width, frame.height - height };

      height += draw_heading (top, builder, typesetter, rest);
    }

  return height;
}

GPtrArray *
streek_chart_sheets_layout (const StreekChart *chart,
                            const char *heading,
                            const StreekTable *table,
                            const char *const *column_ids,
                            const StreekSheet *sheet,
                            const StreekLayoutOptions *options,
                            GError **error)
{
  g_return_val_if_fail (table != NULL && sheet != NULL && options != NULL, NULL);

  Top top = { chart, streek_table_get_n_rows (table) > 0 ? heading : NULL, options };

  return streek_table_sheets_layout_under (table, column_ids, options->format, sheet, draw_top,
                                           &top, error);
}
