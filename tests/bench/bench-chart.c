/* bench-chart.c: what a chart costs to draw again: layout and pixels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "figure/streek-chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* bench-chart [REPEATS]: medians in milliseconds of processor time, at the size of a window of
 * 1600 × 900 pixels. Aims: 8 ms for 20 lines of 240 months, 12 ms for 308 bars with their names. */

#define N_LINES 20
#define N_MONTHS 240
#define N_BARS 308
#define DOTS_PER_POINT (96.0 / 72)

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Processor time of the whole process: a drawing may use more threads. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static StreekChart *
make_chart (guint n_areas, guint n_periods, StreekChartKind kind)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();
  g_autofree StreekChartArea *areas = g_new0 (StreekChartArea, n_areas);
  g_autofree StreekPeriod *periods = g_new0 (StreekPeriod, n_periods);
  g_autofree StreekChartCell *cells = g_new0 (StreekChartCell, (gsize) n_areas * n_periods);
  const StreekChartIndicator indicator = {
    .code = "n", .name = "Inwoners", .unit = "personen", .is_count = TRUE, .parent = -1
  };
  g_autoptr (GError) error = NULL;

  spec->kind = kind;
  spec->indicators = g_strsplit ("n", ",", -1);
  spec->set = g_strdup ("gemeente");

  for (guint a = 0; a < n_areas; a++)
    {
      g_autofree char *name = g_strdup_printf ("Gemeente-aan-Zee %u", a);
      g_autofree char *ref = g_strdup_printf ("gemeente:%u", a);

      areas[a] = (StreekChartArea){ g_intern_string (ref), g_intern_string (name), FALSE };
    }

  for (guint p = 0; p < n_periods; p++)
    periods[p] = (StreekPeriod){ .kind = STREEK_PERIOD_MONTH,
                                 .year = (gint16) (2000 + p / 12),
                                 .part = (guint8) (1 + p % 12) };

  for (guint i = 0; i < n_areas * n_periods; i++)
    cells[i] = (StreekChartCell){ .value = 1000 + 300 * sin (i * 0.07) + i % n_periods,
                                  .coverage_pct = NAN };

  const StreekChartData data = {
    .n_areas = n_areas,
    .areas = areas,
    .n_indicators = 1,
    .indicators = &indicator,
    .n_periods = n_periods,
    .periods = periods,
    .n_available_periods = n_periods,
    .cells = cells,
    .title = "Inwoners",
  };
  StreekChart *chart = streek_chart_new (spec, &data, &error);

  if (chart == NULL)
    g_error ("%s", error->message);

  return chart;
}

static void
draw_once (const StreekChart *chart)
{
  const StreekLayoutOptions options = {
    .size = { 1600 / DOTS_PER_POINT, 900 / DOTS_PER_POINT },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
    .bare = TRUE,
  };
  g_autoptr (StreekChartDrawing) drawing = streek_chart_layout (chart, &options, NULL);
  g_autoptr (StreekRaster) raster = streek_raster_new (drawing->scene, DOTS_PER_POINT, TRUE);
}

static void
measure (const char *name, const StreekChart *chart, guint n_repeats)
{
  g_autofree double *times = g_new (double, n_repeats);

  draw_once (chart); /* the first of a window pays for its fonts */

  for (guint i = 0; i < n_repeats; i++)
    {
      double start = get_cpu_ms ();

      draw_once (chart);
      times[i] = get_cpu_ms () - start;
    }

  qsort (times, n_repeats, sizeof *times, compare_doubles);
  printf ("%-44s %9.2f ms\n", name, times[n_repeats / 2]);
}

int
main (int argc, char **argv)
{
  guint n_repeats = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 31;
  g_autoptr (StreekChart) lines = make_chart (N_LINES, N_MONTHS, STREEK_CHART_LINE);
  g_autoptr (StreekChart) bars = make_chart (N_BARS, 1, STREEK_CHART_BAR);

  measure ("20 lines of 240 months", lines, n_repeats);
  measure ("308 bars with names", bars, n_repeats);

  return 0;
}
