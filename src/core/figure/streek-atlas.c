/* streek-atlas.c: an atlas: its figures and its areas, before there is paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
clear_key_figure (StreekKeyFigure *figure)
{
  g_clear_pointer (&figure->ranks, g_free);
}

static void
streek_atlas_free (StreekAtlas *self)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      g_free (self->places[i].ref);
      g_free (self->places[i].name);
      g_clear_pointer (&self->places[i].mesh, streek_mesh_unref);
      g_free (self->places[i].units);
    }

  for (guint i = 0; i < self->n_figures && self->key_figures != NULL; i++)
    clear_key_figure (&self->key_figures[i]);

  clear_key_figure (&self->chart_figure);
  g_clear_pointer (&self->spec, streek_atlas_spec_free);
  g_clear_pointer (&self->map, streek_figure_unref);
  g_clear_pointer (&self->figures, streek_chart_unref);
  g_free (self->places);
  g_free (self->key_figures);
  g_free (self->references);
  g_free (self->title);
  g_free (self->source);
  g_free (self);
}

/* Index of an area of the figures, -1: it is not there. */
static int
find_area (const StreekChart *figures, const char *ref)
{
  for (guint i = 0; i < figures->n_areas; i++)
    if (strcmp (figures->areas[i].ref, ref) == 0)
      return i;

  return -1;
}

static StreekExtent
measure_units (const StreekFigureFocus *shape)
{
  StreekExtent all = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < shape->n_units; i++)
    {
      StreekExtent unit = streek_mesh_get_unit_extent (shape->mesh, shape->units[i]);

      all.x_min = MIN (all.x_min, unit.x_min);
      all.y_min = MIN (all.y_min, unit.y_min);
      all.x_max = MAX (all.x_max, unit.x_max);
      all.y_max = MAX (all.y_max, unit.y_max);
    }

  return all;
}

static void
copy_places (StreekAtlas *self, const StreekAtlasData *data)
{
  self->places = g_new0 (StreekAtlasPlace, data->n_areas);

  for (guint i = 0; i < data->n_areas; i++)
    {
      const StreekAtlasArea *area = &data->areas[i];
      int index = find_area (self->figures, area->ref);

      if (index < 0) /* nothing is known of it: there is nothing to put on a page */
        continue;

      self->places[self->n_places++] = (StreekAtlasPlace){
        .ref = g_strdup (area->ref),
        .name = g_strdup (area->name),
        .index = index,
        .mesh = streek_mesh_ref (area->shape.mesh),
        .units = g_memdup2 (area->shape.units, area->shape.n_units * sizeof (guint32)),
        .n_units = area->shape.n_units,
        .extent = measure_units (&area->shape),
      };
    }
}

/* In the order in which they were asked; an area of the set can be one too. */
static void
list_references (StreekAtlas *self)
{
  char **refs = self->spec->references;

  self->references = g_new (guint, STREEK_ATLAS_MAX_REFERENCES);

  for (guint i = 0; refs != NULL && refs[i] != NULL; i++)
    {
      int index = find_area (self->figures, refs[i]);

      if (index >= 0)
        self->references[self->n_references++] = (guint) index;
    }
}

/* A series knows the same periods of all areas. */
static gboolean
knows_period (const StreekChart *figures, guint indicator, guint period)
{
  return !streek_chart_get_cell (figures, indicator, 0, period)->is_absent;
}

static int
find_asked_period (const StreekChart *figures, guint indicator, StreekPeriod asked)
{
  for (guint p = 0; p < figures->n_periods; p++)
    if (streek_period_equal (figures->periods[p], asked) && knows_period (figures, indicator, p))
      return p;

  return -1;
}

static int
find_shown_period (const StreekChart *figures, guint indicator, StreekPeriod asked)
{
  if (asked.kind != STREEK_PERIOD_NONE)
    return find_asked_period (figures, indicator, asked);

  for (guint p = figures->n_periods; p > 0; p--)
    if (knows_period (figures, indicator, p - 1))
      return p - 1;

  return -1;
}

/* Before @shown. */
static int
find_first_period (const StreekChart *figures, guint indicator, StreekPeriod asked, int shown)
{
  if (asked.kind != STREEK_PERIOD_NONE)
    {
      int found = find_asked_period (figures, indicator, asked);

      return found < shown ? found : -1;
    }

  for (int p = 0; p < shown; p++)
    if (knows_period (figures, indicator, p))
      return p;

  return -1;
}

static void
rank_areas (const StreekChart *figures, StreekKeyFigure *figure)
{
  g_autofree double *values = g_new (double, figures->n_areas);

  figure->ranks = g_new0 (guint, figures->n_areas);
  figure->lower_first = figures->indicators[figure->indicator].lower_is_first;

  for (guint a = 0; a < figures->n_areas; a++)
    {
      gboolean counts = !figures->areas[a].is_reference && figure->period >= 0;

      values[a] =
        counts ? streek_chart_get_cell (figures, figure->indicator, a, figure->period)->value : NAN;
      figure->n_areas += !figures->areas[a].is_reference;
      figure->n_ranked += !isnan (values[a]);
    }

  streek_atlas_rank (values, figures->n_areas, figure->lower_first, figure->ranks);
}

static gboolean
fill_key_figure (const StreekAtlas *self, const char *code, StreekKeyFigure *figure)
{
  const StreekChart *figures = self->figures;

  for (guint i = 0; i < figures->n_indicators; i++)
    {
      if (strcmp (figures->indicators[i].code, code) != 0)
        continue;

      figure->indicator = i;
      figure->period = find_shown_period (figures, i, self->spec->period);
      figure->since = find_first_period (figures, i, self->spec->since, figure->period);
      rank_areas (figures, figure);

      return TRUE;
    }

  return FALSE;
}

static gboolean
fill_key_figures (StreekAtlas *self, GError **error)
{
  gboolean has_any = FALSE;
  guint n = g_strv_length (self->spec->indicators);

  self->key_figures = g_new0 (StreekKeyFigure, n);

  for (guint i = 0; i < n; i++)
    if (fill_key_figure (self, self->spec->indicators[i], &self->key_figures[self->n_figures]))
      has_any |= self->key_figures[self->n_figures++].period >= 0;

  fill_key_figure (self, streek_atlas_spec_get_chart_indicator (self->spec), &self->chart_figure);

  if (!has_any)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                         _ ("There are no key figures of this period."));

  return has_any;
}

/* Of any page: a chart that cannot be drawn is said before the first one is. */
static gboolean
check_chart (const StreekAtlas *self, GError **error)
{
  if (self->spec->chart != STREEK_ATLAS_CHART_LINE)
    return TRUE;

  g_autoptr (StreekChart) chart = streek_atlas_make_line (self, 0, error);

  return chart != NULL;
}

/**
 * streek_atlas_new:
 * @spec: what is asked
 * @data: what it is drawn from; copied
 * @error: return location for a #StreekFigureError
 *
 * Finds the period of every key figure, which is the same on all pages, and the place of every area
 * among the others.
 *
 * Returns: (transfer full): the atlas; %NULL with @error set where it has no page, no figure at
 * all, or asks for a chart that cannot be drawn
 */
StreekAtlas *
streek_atlas_new (const StreekAtlasSpec *spec, const StreekAtlasData *data, GError **error)
{
  g_return_val_if_fail (spec != NULL && data != NULL && data->figures != NULL, NULL);

  if (!streek_atlas_spec_check (spec, error))
    return NULL;

  g_autoptr (StreekAtlas) self = g_new0 (StreekAtlas, 1);

  g_atomic_ref_count_init (&self->refs);
  self->spec = streek_atlas_spec_copy (spec);
  self->map = data->map != NULL ? streek_figure_ref (data->map) : NULL;
  self->figures = streek_chart_ref (data->figures);
  self->title = g_strdup (spec->title != NULL ? spec->title : data->title);
  self->source = g_strdup (data->source);
  copy_places (self, data);
  list_references (self);

  if (self->n_places == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("There is no area to make a page for."));
      return NULL;
    }

  if (!fill_key_figures (self, error) || !check_chart (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

StreekAtlas *
streek_atlas_ref (StreekAtlas *atlas)
{
  g_atomic_ref_count_inc (&atlas->refs);

  return atlas;
}

void
streek_atlas_unref (StreekAtlas *atlas)
{
  if (g_atomic_ref_count_dec (&atlas->refs))
    streek_atlas_free (atlas);
}

const StreekAtlasSpec *
streek_atlas_get_spec (const StreekAtlas *atlas)
{
  return atlas->spec;
}

const char *
streek_atlas_get_title (const StreekAtlas *atlas)
{
  return atlas->title;
}

guint
streek_atlas_get_n_areas (const StreekAtlas *atlas)
{
  return atlas->n_places;
}

const char *
streek_atlas_get_area_name (const StreekAtlas *atlas, guint area)
{
  g_return_val_if_fail (area < atlas->n_places, NULL);

  return atlas->places[area].name;
}

/* The line of an area */

static guint
copy_series (
  const StreekAtlas *self, guint area, StreekChartCell *cells, const guint *periods, guint n)
{
  for (guint p = 0; p < n; p++)
    cells[p] =
      *streek_chart_get_cell (self->figures, self->chart_figure.indicator, area, periods[p]);

  return n;
}

/* Those that the series of the chart knows. */
static guint *
list_chart_periods (const StreekAtlas *self, StreekPeriod *periods, guint *n)
{
  guint *list = g_new (guint, self->figures->n_periods + 1);

  *n = 0;

  for (guint p = 0; p < self->figures->n_periods; p++)
    if (knows_period (self->figures, self->chart_figure.indicator, p))
      {
        periods[*n] = self->figures->periods[p];
        list[(*n)++] = p;
      }

  return list;
}

static StreekChartSpec *
make_line_spec (const StreekAtlas *self, guint place)
{
  StreekChartSpec *spec = streek_chart_spec_new ();
  const char *const areas[] = { self->places[place].ref, NULL };
  const char *const indicators[] = { streek_atlas_spec_get_chart_indicator (self->spec), NULL };

  spec->kind = STREEK_CHART_LINE;
  spec->grey = self->spec->grey;
  g_strfreev (spec->areas);
  spec->areas = g_strdupv ((char **) areas);
  g_strfreev (spec->indicators);
  spec->indicators = g_strdupv ((char **) indicators);

  return spec;
}

StreekChart *
streek_atlas_make_line (const StreekAtlas *atlas, guint place, GError **error)
{
  const StreekChart *figures = atlas->figures;
  guint most = 1 + atlas->n_references, n_areas = 1, n, filled = 0;
  g_autofree StreekPeriod *periods = g_new (StreekPeriod, figures->n_periods + 1);
  g_autofree guint *indices = list_chart_periods (atlas, periods, &n);
  g_autofree StreekChartArea *areas = g_new (StreekChartArea, most);
  g_autofree StreekChartCell *cells = g_new (StreekChartCell, most * n + 1);
  g_autoptr (StreekChartSpec) spec = make_line_spec (atlas, place);
  g_autofree char *title = streek_atlas_dup_chart_title (atlas, streek_format_get_default ());

  areas[0] = figures->areas[atlas->places[place].index];
  filled += copy_series (atlas, atlas->places[place].index, cells, indices, n);

  for (guint r = 0; r < atlas->n_references; r++)
    {
      if (atlas->references[r] == atlas->places[place].index)
        continue; /* on its own page */

      areas[n_areas] = figures->areas[atlas->references[r]];
      areas[n_areas++].is_reference = TRUE;
      filled += copy_series (atlas, atlas->references[r], cells + filled, indices, n);
    }

  const StreekChartData data = {
    .n_areas = n_areas,
    .areas = areas,
    .n_indicators = 1,
    .indicators = &figures->indicators[atlas->chart_figure.indicator],
    .n_periods = n,
    .periods = periods,
    .n_available_periods = n,
    .cells = cells,
    .title = title,
  };

  return streek_chart_new (spec, &data, error);
}

char *
streek_atlas_dup_chart_title (const StreekAtlas *atlas, const StreekFormat *format)
{
  const StreekChart *figures = atlas->figures;
  const StreekKeyFigure *figure = &atlas->chart_figure;
  const StreekChartIndicator *indicator = &figures->indicators[figure->indicator];
  gboolean is_line = atlas->spec->chart == STREEK_ATLAS_CHART_LINE;
  int last =
    is_line ? find_shown_period (figures, figure->indicator, (StreekPeriod){ 0 }) : figure->period;
  int first = is_line && last >= 0
                ? find_first_period (figures, figure->indicator, (StreekPeriod){ 0 }, last)
                : -1;

  if (last < 0)
    return g_strdup (indicator->name);

  g_autofree char *to = streek_format_period (format, figures->periods[last]);

  if (first < 0)
    return g_strdup_printf ("%s, %s", indicator->name, to);

  g_autofree char *from = streek_format_period (format, figures->periods[first]);

  return g_strdup_printf ("%s, %s–%s", indicator->name, from, to);
}
