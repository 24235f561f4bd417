/* streek-cube.c: charts from small tables written in a test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "streek-cube.h"

#include <math.h>
#include <string.h>

static const char *
keep (const char *text)
{
  return g_intern_string (text);
}

static void
add_areas (StreekCube *cube, const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, ",", -1);

  cube->data.n_areas = g_strv_length (names);
  cube->areas = g_new0 (StreekChartArea, cube->data.n_areas);

  for (guint i = 0; i < cube->data.n_areas; i++)
    {
      gboolean is_reference = names[i][0] == '*';
      g_autofree char *ref = g_strdup_printf ("set:%u", i);

      cube->areas[i] =
        (StreekChartArea){ keep (ref), keep (names[i] + is_reference), is_reference };
    }
}

static int
find_indicator (const StreekCube *cube, const char *code, gsize length)
{
  for (guint i = 0; i < cube->data.n_indicators; i++)
    if (strlen (cube->indicators[i].code) == length &&
        strncmp (cube->indicators[i].code, code, length) == 0)
      return i;

  return -1;
}

static void
add_indicators (StreekCube *cube, const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, ",", -1);
  guint n = g_strv_length (names);

  cube->indicators = g_new0 (StreekChartIndicator, n);

  for (guint i = 0; i < n; i++)
    {
      const char *slash = strchr (names[i], '/');
      const char *name = slash != NULL ? slash + 1 : names[i];
      int parent = slash != NULL ? find_indicator (cube, names[i], slash - names[i]) : -1;

      cube->indicators[i] = (StreekChartIndicator){
        .code = keep (name),
        .name = keep (name),
        .unit = "personen",
        .is_count = TRUE,
        .parent = parent,
      };
      cube->data.n_indicators = i + 1;
    }
}

StreekCube *
streek_cube_new (
  const char *areas, const char *indicators, int first_year, guint n_years, const double *values)
{
  StreekCube *cube = g_new0 (StreekCube, 1);

  add_areas (cube, areas);
  add_indicators (cube, indicators);
  cube->periods = g_new0 (StreekPeriod, n_years);

  for (guint p = 0; p < n_years; p++)
    cube->periods[p] = streek_period_from_year (first_year + (int) p);

  guint n = cube->data.n_indicators * cube->data.n_areas * n_years;

  cube->cells = g_new0 (StreekChartCell, n);

  for (guint i = 0; i < n; i++)
    {
      cube->cells[i].value = values[i];
      cube->cells[i].missing = isnan (values[i]) ? STREEK_MISSING_UNKNOWN : STREEK_MISSING_NONE;
      cube->cells[i].coverage_pct = NAN;
    }

  cube->data.areas = cube->areas;
  cube->data.indicators = cube->indicators;
  cube->data.n_periods = n_years;
  cube->data.periods = cube->periods;
  cube->data.cells = cube->cells;
  cube->data.title = "Titel";
  cube->data.context = "Gebieden van 1 januari 2019";
  cube->data.source = "Bron: eigen telling.";

  return cube;
}

void
streek_cube_free (StreekCube *cube)
{
  g_free (cube->areas);
  g_free (cube->indicators);
  g_free (cube->periods);
  g_free (cube->cells);
  g_free (cube);
}

StreekChartCell *
streek_cube_get_cell (StreekCube *cube, guint indicator, guint area, guint period)
{
  return &cube->cells[(indicator * cube->data.n_areas + area) * cube->data.n_periods + period];
}

StreekChart *
streek_cube_make (StreekCube *cube, const char *json, GError **error)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (json, error);

  g_assert_nonnull (spec);

  if (spec->areas == NULL)
    spec->areas = g_strsplit ("set:0", ",", -1);

  if (spec->indicators == NULL) /* a scatter plot names two */
    spec->indicators = g_strsplit (spec->kind == STREEK_CHART_SCATTER ? "a,b" : "a", ",", -1);

  return streek_chart_new (spec, &cube->data, error);
}

StreekChartDrawing *
streek_cube_draw (const StreekChart *chart, double width, double height, gboolean bare)
{
  const StreekLayoutOptions options = {
    .size = { width, height },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
    .bare = bare,
  };
  g_autoptr (GError) error = NULL;
  StreekChartDrawing *drawing = streek_chart_layout (chart, &options, &error);

  g_assert_no_error (error);

  return drawing;
}
