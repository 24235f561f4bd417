/* streek-chart.c: a chart: a spec with its values and words, ready for layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-private.h"

#include "figure/streek-chart-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
streek_chart_free (StreekChart *self)
{
  g_clear_pointer (&self->spec, streek_chart_spec_free);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->classes, streek_classes_free);
  g_string_chunk_free (self->words);
  g_free (self->areas);
  g_free (self->indicators);
  g_free (self->labels);
  g_free (self->periods);
  g_free (self->cells);
  g_free (self->originals);
  g_free (self->title);
  g_free (self->target_name);
  g_free (self->description);
  g_free (self->context);
  g_free (self->source);
  g_strfreev (self->notes);
  g_free (self);
}

static const char *
keep (StreekChart *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->words, text) : NULL;
}

static void
copy_areas (StreekChart *self, const StreekChartData *data)
{
  self->n_areas = data->n_areas;
  self->areas = g_memdup2 (data->areas, data->n_areas * sizeof *data->areas);

  for (guint i = 0; i < self->n_areas; i++)
    {
      self->areas[i].ref = keep (self, data->areas[i].ref);
      self->areas[i].name = keep (self, data->areas[i].name);
    }
}

/* How much of the names up to ": " all indicators share: "Inwoners: " of the age groups. */
static gsize
measure_common_start (const StreekChartData *data)
{
  const char *first = data->indicators[0].name;
  const char *colon = strstr (first, ": ");
  gsize n = colon != NULL ? (gsize) (colon + 2 - first) : 0;

  for (guint i = 0; i < data->n_indicators && n > 0; i++)
    if (data->indicators[i].parent < 0 || data->n_indicators == 1)
      n = strncmp (data->indicators[i].name, first, n) == 0 ? n : 0;

  return data->n_indicators > 1 ? n : 0;
}

/* A part is named without the name of its total: "Trede 5: SINE" under "Trede 5". */
static const char *
strip_start (const char *name, const char *start)
{
  gsize n = start != NULL ? strlen (start) : 0;

  return n > 0 && strncmp (name, start, n) == 0 && strncmp (name + n, ": ", 2) == 0 ? name + n + 2
                                                                                    : name;
}

static void
copy_indicators (StreekChart *self, const StreekChartData *data)
{
  gsize start = measure_common_start (data);

  self->n_indicators = data->n_indicators;
  self->indicators = g_memdup2 (data->indicators, data->n_indicators * sizeof *data->indicators);
  self->labels = g_new0 (const char *, data->n_indicators);

  for (guint i = 0; i < self->n_indicators; i++)
    {
      StreekChartIndicator *indicator = &self->indicators[i];
      int parent = indicator->parent;

      indicator->code = keep (self, indicator->code);
      indicator->name = keep (self, indicator->name);
      indicator->unit = keep (self, indicator->unit != NULL ? indicator->unit : "");
      indicator->direction_low = keep (self, indicator->direction_low);
      indicator->direction_high = keep (self, indicator->direction_high);
      self->labels[i] = parent >= 0 ? strip_start (indicator->name, data->indicators[parent].name)
                                    : indicator->name;

      if (strncmp (self->labels[i], data->indicators[0].name, start) == 0)
        self->labels[i] += start;
    }
}

static void
copy_cells (StreekChart *self, const StreekChartData *data)
{
  guint n = data->n_indicators * data->n_areas * data->n_periods;

  self->n_periods = data->n_periods;
  self->n_available_periods = MAX (data->n_available_periods, data->n_periods);
  self->periods = g_memdup2 (data->periods, data->n_periods * sizeof *data->periods);
  self->cells = g_memdup2 (data->cells, n * sizeof *data->cells);

  for (guint i = 0; i < n; i++)
    {
      StreekChartCell *cell = &self->cells[i];

      cell->note = keep (self, cell->note);

      if (cell->missing != STREEK_MISSING_NONE || !isfinite (cell->value))
        cell->value = NAN;

      if (isnan (cell->value) && cell->missing == STREEK_MISSING_NONE)
        cell->missing = STREEK_MISSING_UNKNOWN;
    }
}

/* The period of the base, or -1. */
static int
find_base (const StreekChart *self)
{
  for (guint i = 0; i < self->n_periods; i++)
    if (streek_period_equal (self->periods[i], self->spec->base))
      return i;

  return -1;
}

static void
index_series (StreekChart *self, StreekChartCell *series, int base)
{
  double start = base >= 0 ? series[base].value : NAN;

  for (guint i = 0; i < self->n_periods; i++)
    {
      if (isnan (series[i].value))
        continue;

      /* a series that starts at nothing has no index */
      series[i].value = start != 0 ? series[i].value / start * 100 : NAN;

      if (isnan (series[i].value))
        series[i].missing = base >= 0 ? MAX (series[base].missing, STREEK_MISSING_NOT_APPLICABLE)
                                      : STREEK_MISSING_UNKNOWN;
    }
}

static void
apply_base (StreekChart *self)
{
  guint n = self->n_indicators * self->n_areas * self->n_periods;
  int base = find_base (self);

  self->originals = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    self->originals[i] = self->cells[i].value;

  for (guint i = 0; i < n; i += self->n_periods)
    index_series (self, &self->cells[i], base);
}

gboolean
streek_chart_is_indexed (const StreekChart *chart)
{
  return chart->originals != NULL;
}

/* Counts of Flanders beside those of Kortrijk leave nothing of Kortrijk to be seen. */
static gboolean
references_are_too_large (const StreekChart *self)
{
  StreekChartKind kind = self->spec->kind;
  double own = 0, largest = 0;

  if (streek_chart_is_indexed (self) ||
      (!self->indicators[0].is_count && !self->indicators[0].is_difference) ||
      kind == STREEK_CHART_SHARES || kind == STREEK_CHART_MONITOR || kind == STREEK_CHART_LADDER ||
      kind == STREEK_CHART_SNAKE || kind == STREEK_CHART_PYRAMID)
    return FALSE;

  for (guint area = 0; area < self->n_areas; area++)
    for (guint period = 0; period < self->n_periods; period++)
      {
        double value = fabs (streek_chart_get_cell (self, 0, area, period)->value);

        if (isnan (value))
          continue;

        if (self->areas[area].is_reference)
          largest = MAX (largest, value);
        else
          own = MAX (own, value);
      }

  return largest > 2 * own;
}

static guint
count_own_areas (const StreekChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_areas; i++)
    n += !self->areas[i].is_reference;

  return n;
}

static gboolean
find_classes (StreekChart *self, GError **error)
{
  const GArray *breaks = self->spec->breaks;
  g_autofree double *values = g_new (double, self->n_areas);
  g_autoptr (GError) none = NULL;
  guint n = 0;

  for (guint area = 0; area < self->n_areas; area++)
    if (!self->areas[area].is_reference)
      values[n++] = streek_chart_get_cell (self, 0, area, self->n_periods - 1)->value;

  self->classes = streek_classes_new (
    self->spec->method, values, n, self->spec->n_classes, self->indicators[0].decimals,
    breaks != NULL ? (const double *) (gpointer) breaks->data : NULL,
    breaks != NULL ? breaks->len : 0, &none);

  if (self->classes != NULL ||
      g_error_matches (none, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&none));

  return FALSE;
}

static gboolean
check_contents (const StreekChart *self, GError **error)
{
  StreekChartContents contents = streek_chart_get_contents (self);
  g_autofree char *why = streek_chart_explain_unfit (self->spec->kind, &contents);

  if (why != NULL)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID, why);

  return why == NULL;
}

/**
 * streek_chart_new:
 * @spec: what is asked
 * @data: what it is drawn from; copied
 * @error: return location for a #StreekFigureError or #StreekStatsError
 *
 * Makes everything of a chart that needs no paper: index, class table and words, in
 * the language of the moment. A chart whose every value is missing is made all the same: it says
 * what is missing.
 *
 * Returns: (transfer full): the chart; %NULL with @error set where the kind does not fit the data,
 *   with a sentence on why, or where there is no area, indicator or period at all
 */
StreekChart *
streek_chart_new (const StreekChartSpec *spec, const StreekChartData *data, GError **error)
{
  g_return_val_if_fail (spec != NULL && data != NULL, NULL);

  if (!streek_chart_spec_check (spec, error))
    return NULL;

  if (data->n_areas == 0 || data->n_indicators == 0 || data->n_periods == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("There are no figures to draw."));
      return NULL;
    }

  StreekChart *self = g_new0 (StreekChart, 1);

  g_atomic_ref_count_init (&self->refs);
  self->spec = streek_chart_spec_copy (spec);
  self->words = g_string_chunk_new (4096);
  copy_areas (self, data);
  copy_indicators (self, data);
  copy_cells (self, data);
  self->over_periods = !streek_chart_kind_is_over_time (spec->kind) && self->n_periods > 1 &&
                       !streek_chart_kind_has_two_moments (spec->kind) &&
                       spec->kind != STREEK_CHART_PYRAMID;

  if (spec->base.kind != STREEK_PERIOD_NONE)
    apply_base (self);

  self->hides_references = references_are_too_large (self);
  self->title = g_strdup (spec->title != NULL ? spec->title : data->title);
  self->context = g_strdup (data->context);
  if (spec->kind == STREEK_CHART_LINE && !streek_chart_is_indexed (self))
    self->target_name = g_strdup (data->target_name);
  self->target = data->target;
  self->source = g_strdup (data->source);

  if (!check_contents (self, error) ||
      (spec->kind == STREEK_CHART_HISTOGRAM && !find_classes (self, error)))
    {
      streek_chart_free (self);
      return NULL;
    }

  self->notes = streek_chart_make_notes (self, data->notes);
  self->description = streek_chart_make_description (self);

  return self;
}

StreekChart *
streek_chart_ref (StreekChart *chart)
{
  g_atomic_ref_count_inc (&chart->refs);

  return chart;
}

void
streek_chart_unref (StreekChart *chart)
{
  if (g_atomic_ref_count_dec (&chart->refs))
    streek_chart_free (chart);
}

const StreekChartSpec *
streek_chart_get_spec (const StreekChart *chart)
{
  return chart->spec;
}

const char *
streek_chart_get_title (const StreekChart *chart)
{
  return chart->title;
}

const char *
streek_chart_get_description (const StreekChart *chart)
{
  return chart->description;
}

const char *
streek_chart_get_context (const StreekChart *chart)
{
  return chart->context;
}

const char *
streek_chart_get_source (const StreekChart *chart)
{
  return chart->source;
}

const char *const *
streek_chart_get_notes (const StreekChart *chart)
{
  return (const char *const *) chart->notes;
}

StreekClasses *
streek_chart_get_classes (const StreekChart *chart)
{
  return chart->classes;
}

/**
 * streek_chart_get_table:
 *
 * Any thread; the first to ask makes it, because a picture needs none.
 *
 * Returns: (transfer none): the figures, a row each
 */
StreekTable *
streek_chart_get_table (const StreekChart *chart)
{
  StreekChart *self = (StreekChart *) chart;

  if (g_once_init_enter (&self->table))
    g_once_init_leave (&self->table, streek_chart_make_table (chart));

  return self->table;
}

guint
streek_chart_get_n_rows (const StreekChart *chart)
{
  return chart->n_indicators * chart->n_areas * chart->n_periods;
}

/**
 * streek_chart_get_row_area:
 * @row: of the table twin
 *
 * Returns: (transfer none): the area that the row is about, as SET:CODE
 */
const char *
streek_chart_get_row_area (const StreekChart *chart, guint row)
{
  g_return_val_if_fail (row < streek_chart_get_n_rows (chart), NULL);

  return chart->areas[row / chart->n_periods % chart->n_areas].ref;
}

/**
 * streek_chart_get_range:
 * @area: -1 for all that are drawn
 * @indicator: -1 for all
 * @lower: (out): the smallest value, NAN where there is none
 * @upper: (out): the largest one
 */
void
streek_chart_get_range (
  const StreekChart *chart, int area, int indicator, double *lower, double *upper)
{
  *lower = *upper = NAN;

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint a = 0; a < chart->n_areas; a++)
      {
        gboolean is_hidden = chart->areas[a].is_reference && chart->hides_references;

        if ((indicator >= 0 && (int) i != indicator) || (area >= 0 && (int) a != area) ||
            (area < 0 && is_hidden))
          continue;

        for (guint p = 0; p < chart->n_periods; p++)
          {
            double value = streek_chart_get_cell (chart, i, a, p)->value;

            if (isnan (value))
              continue;

            *lower = isnan (*lower) ? value : MIN (*lower, value);
            *upper = isnan (*upper) ? value : MAX (*upper, value);
          }
      }
}

typedef struct
{
  const StreekChart *chart;
  guint by;
} Sorting;

static double
get_sorted_value (const Sorting *sorting, guint area)
{
  const StreekChart *chart = sorting->chart;

  return streek_chart_is_stacked (chart)
           ? streek_chart_measure_stack (chart, area)
           : streek_chart_get_cell (chart, sorting->by, area, chart->n_periods - 1)->value;
}

static int
compare_areas (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;
  const StreekChart *chart = sorting->chart;
  guint first = *(const guint *) a, second = *(const guint *) b;
  StreekChartSort sort = chart->spec->sort;

  if (sort == STREEK_CHART_SORT_NAME)
    {
      int order = g_utf8_collate (chart->areas[first].name, chart->areas[second].name);

      return order != 0 ? order : first < second ? -1 : 1;
    }

  double one = get_sorted_value (sorting, first), other = get_sorted_value (sorting, second);
  gboolean is_up = (sort == STREEK_CHART_SORT_UP) != chart->indicators[sorting->by].lower_is_first;

  if (isnan (one) != isnan (other)) /* what is unknown comes last, whichever way */
    return isnan (one) ? 1 : -1;

  if (!isnan (one) && one != other)
    return (one < other) == is_up ? -1 : 1;

  return first < second ? -1 : 1;
}

guint *
streek_chart_sort_areas (const StreekChart *chart, guint by, gboolean with_references, guint *n)
{
  guint *order = g_new (guint, chart->n_areas + 1);
  Sorting sorting = { chart, by };

  *n = 0;

  for (guint i = 0; i < chart->n_areas; i++)
    if (!chart->areas[i].is_reference || (with_references && !chart->hides_references))
      order[(*n)++] = i;

  if (chart->spec->sort != STREEK_CHART_SORT_GIVEN)
    g_qsort_with_data (order, *n, sizeof *order, compare_areas, &sorting);

  return order;
}

double
streek_chart_sum_parts (
  const StreekChart *chart, guint total, guint area, guint period, guint *n_parts, guint *n_missing)
{
  double sum = 0;

  *n_parts = *n_missing = 0;

  for (guint i = 0; i < chart->n_indicators; i++)
    {
      double value = streek_chart_get_cell (chart, i, area, period)->value;

      if (chart->indicators[i].parent != (int) total)
        continue;

      (*n_parts)++;

      if (isnan (value))
        (*n_missing)++;
      else
        sum += value;
    }

  return sum;
}

gboolean
streek_chart_parts_exceed (const StreekChart *chart, guint total, guint area, guint period)
{
  guint n_parts, n_missing;
  double sum = streek_chart_sum_parts (chart, total, area, period, &n_parts, &n_missing);
  double whole = streek_chart_get_cell (chart, total, area, period)->value;
  double half_unit = 0.5 * pow (10, -chart->indicators[total].decimals);

  /* each rounded part may be half a unit too much */
  return n_parts > 0 && !isnan (whole) && sum > whole + half_unit * (n_parts + 1);
}

/* Contents, and what fits them */

StreekChartContents
streek_chart_get_contents (const StreekChart *chart)
{
  StreekChartContents contents = {
    .n_areas = count_own_areas (chart),
    .n_periods = chart->n_available_periods,
    .are_counts = TRUE,
    .is_one_unit = TRUE,
  };
  double lower, upper;

  for (guint i = 0; i < chart->n_indicators; i++)
    {
      const StreekChartIndicator *indicator = &chart->indicators[i];

      contents.n_indicators += indicator->parent < 0 && !indicator->is_other_side;
      contents.has_parts |= indicator->parent >= 0;
      contents.has_two_sides |= indicator->is_other_side;
      contents.are_counts &= indicator->is_count;
      contents.is_one_unit &= strcmp (indicator->unit, chart->indicators[0].unit) == 0;
    }

  if (streek_chart_is_indexed (chart))
    contents.is_one_unit = TRUE;

  streek_chart_get_range (chart, -1, -1, &lower, &upper);
  contents.has_negative = lower < 0;

  return contents;
}

static const char *
explain_time (StreekChartKind kind, const StreekChartContents *contents)
{
  if (contents->n_periods < 2)
    return _ ("There are figures of one period only, and this chart compares periods.");

  if (kind == STREEK_CHART_LINE && !contents->is_one_unit)
    return _ ("These indicators have different units and cannot share an axis: choose a base "
              "period for an index, or the regional monitor.");

  if (kind != STREEK_CHART_LINE && contents->n_indicators > 1)
    return _ ("This chart shows one indicator.");

  if (kind == STREEK_CHART_MULTIPLES && contents->n_areas < 2)
    return _ ("This chart compares areas, and only one is chosen.");

  return NULL;
}

static const char *
explain_ladder (StreekChartKind kind, const StreekChartContents *contents)
{
  if (!contents->are_counts)
    return _ ("Ladder and snake show counts with their parts: ratios have none.");

  if (!contents->is_one_unit)
    return _ ("These indicators have different units and do not add up to a whole.");

  if (contents->has_negative)
    return _ ("There are values below zero, and neither a ladder nor a snake can show those.");

  if (kind == STREEK_CHART_LADDER && !contents->has_parts)
    return _ ("A ladder shows totals with their parts, and no parts are chosen.");

  if (contents->n_indicators < 2 && !contents->has_parts)
    return _ ("A snake needs at least two indicators, or a total with its parts.");

  return NULL;
}

static const char *
explain_stack (const StreekChartContents *contents)
{
  if (!contents->are_counts)
    return _ ("Only counts can be stacked: ratios do not add up to a whole.");

  if (!contents->is_one_unit)
    return _ ("These indicators have different units and do not add up to a whole.");

  if (contents->has_negative)
    return _ ("There are values below zero, and those cannot be stacked.");

  if (contents->n_indicators < 2 && !contents->has_parts)
    return _ ("Stacking needs at least two indicators, or a total with its parts.");

  return NULL;
}

static const char *
explain_pyramid (const StreekChartContents *contents)
{
  if (!contents->are_counts)
    return _ ("A pyramid shows counts by group.");

  if (contents->n_indicators < 2)
    return _ ("A pyramid needs at least two groups.");

  if (contents->has_negative)
    return _ ("There are values below zero, and a pyramid cannot show those.");

  if (!contents->has_two_sides && contents->n_areas != 2)
    return _ ("A pyramid has two sides: choose the groups of the other side, or two areas.");

  if (contents->has_two_sides && contents->n_areas > 1)
    return _ ("A pyramid with two sides shows one area.");

  return NULL;
}

static const char *
explain_areas (StreekChartKind kind, const StreekChartContents *contents)
{
  if (kind == STREEK_CHART_SCATTER)
    {
      if (contents->n_indicators != 2)
        return _ ("A scatter plot holds two indicators against each other.");

      return contents->n_areas < 3 ? _ ("A scatter plot needs at least three areas.") : NULL;
    }

  if (kind == STREEK_CHART_GROUPED)
    {
      if (contents->n_indicators < 2)
        return _ ("Groups of bars need at least two indicators.");

      return !contents->is_one_unit
               ? _ ("These indicators have different units and cannot share an axis.")
               : NULL;
    }

  if (contents->n_indicators > 1)
    return _ ("This chart shows one indicator.");

  if (kind == STREEK_CHART_HISTOGRAM && contents->n_areas < 5)
    return _ ("A histogram needs at least five areas.");

  if (kind == STREEK_CHART_RANKING && contents->n_areas < 2)
    return _ ("This chart compares areas, and only one is chosen.");

  return NULL;
}

/**
 * streek_chart_explain_unfit:
 * @kind: a kind
 * @contents: what there is to draw
 *
 * Returns: (transfer full) (nullable): %NULL where @kind fits, else a sentence on why it does not
 */
char *
streek_chart_explain_unfit (StreekChartKind kind, const StreekChartContents *contents)
{
  switch (kind)
    {
    case STREEK_CHART_LINE:
    case STREEK_CHART_MULTIPLES:
    case STREEK_CHART_DUMBBELL:
    case STREEK_CHART_SLOPE:
      return g_strdup (explain_time (kind, contents));
    case STREEK_CHART_STACKED:
    case STREEK_CHART_SHARES:
      return g_strdup (explain_stack (contents));
    case STREEK_CHART_LADDER:
    case STREEK_CHART_SNAKE:
      return g_strdup (explain_ladder (kind, contents));
    case STREEK_CHART_PYRAMID:
      return g_strdup (explain_pyramid (contents));
    case STREEK_CHART_BAR:
    case STREEK_CHART_GROUPED:
    case STREEK_CHART_RANKING:
    case STREEK_CHART_SCATTER:
    case STREEK_CHART_HISTOGRAM:
      return g_strdup (explain_areas (kind, contents));
    case STREEK_CHART_MONITOR:
    case STREEK_N_CHART_KINDS:
    default:
      return NULL;
    }
}
