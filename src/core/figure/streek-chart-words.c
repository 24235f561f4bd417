/* streek-chart-words.c: names, values, notes and the description of a chart, and its tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Lines of a slope that can still be followed with a finger. */
#define MANY_SLOPES 25

#define MAX_SERIES_COLUMNS 8
#define MAX_PERIOD_COLUMNS 12

const char *
streek_chart_get_axis_unit (const StreekChart *chart, guint indicator)
{
  /* Translators: the unit of an axis of index figures */
  return streek_chart_is_indexed (chart) ? _ ("index") : chart->indicators[indicator].unit;
}

static int
get_decimals (const StreekChart *chart, guint indicator)
{
  return streek_chart_is_indexed (chart) ? 1 : chart->indicators[indicator].decimals;
}

char *
streek_chart_format_value (const StreekChart *chart,
                           guint indicator,
                           double value,
                           const StreekFormat *format)
{
  return streek_format_number (format, value, get_decimals (chart, indicator));
}

char *
streek_chart_format_cell (const StreekChart *chart, guint row, const StreekFormat *format)
{
  const StreekChartCell *cell = &chart->cells[row];
  guint indicator = row / chart->n_periods / chart->n_areas;

  if (isnan (cell->value))
    return g_strdup (streek_missing_get_sign (cell->missing));

  g_autofree char *number = streek_chart_format_value (chart, indicator, cell->value, format);
  const char *sign = cell->at_least ? "≥" : streek_qualifier_get_sign (cell->qualifier);

  return g_strconcat (sign, *sign != '\0' ? " " : "", number, NULL);
}

char *
streek_chart_dup_series_name (const StreekChart *chart, guint indicator, guint area)
{
  gboolean has_areas = chart->n_areas > 1, has_indicators = chart->n_indicators > 1;

  if (has_areas && has_indicators)
    /* Translators: a line of a chart: %1$s is an area, %2$s an indicator */
    return g_strdup_printf (_ ("%1$s: %2$s"), chart->areas[area].name, chart->labels[indicator]);

  return g_strdup (has_indicators ? chart->labels[indicator] : chart->areas[area].name);
}

static void
append_word (GString *text, const char *word)
{
  if (word == NULL || *word == '\0')
    return;

  g_string_append_printf (text, ", %s", word);
}

/**
 * streek_chart_describe_row:
 * @row: of the table twin
 * @format: how numbers look
 *
 * Returns: (transfer full): the area, the indicator where there are several, the period, the value
 *   with its unit or why there is none, and what is to be known about it
 */
char *
streek_chart_describe_row (const StreekChart *chart, guint row, const StreekFormat *format)
{
  g_return_val_if_fail (row < streek_chart_get_n_rows (chart), NULL);

  const StreekChartCell *cell = &chart->cells[row];
  guint indicator = row / chart->n_periods / chart->n_areas;
  guint area = row / chart->n_periods % chart->n_areas;
  g_autofree char *period = streek_format_period (format, chart->periods[row % chart->n_periods]);
  GString *text = g_string_new (chart->areas[area].name);

  if (chart->n_indicators > 1)
    append_word (text, chart->labels[indicator]);

  append_word (text, period);
  g_string_append (text, ": ");

  if (isnan (cell->value))
    g_string_append (text, streek_missing_get_label (cell->missing));
  else
    {
      g_autofree char *value = streek_chart_format_cell (chart, row, format);

      g_string_append (text, value);

      if (streek_chart_is_indexed (chart))
        {
          g_autofree char *original = streek_format_number (format, chart->originals[row],
                                                            chart->indicators[indicator].decimals);

          g_string_append_printf (text, " (%s %s)", original, chart->indicators[indicator].unit);
        }
      else if (chart->indicators[indicator].unit[0] != '\0')
        g_string_append_printf (text, " %s", chart->indicators[indicator].unit);

      if (cell->qualifier != STREEK_QUALIFIER_NONE)
        append_word (text, streek_qualifier_get_label (cell->qualifier));

      if (cell->at_least)
        append_word (text, _ ("at least"));

      if (cell->status != STREEK_STATUS_FINAL)
        append_word (text, streek_status_get_label (cell->status));
    }

  if (cell->is_break)
    append_word (text, _ ("not comparable with the period before"));

  return g_string_free (text, FALSE);
}

/* Tables */

enum
{
  COLUMN_AREA,
  COLUMN_CODE,
  COLUMN_INDICATOR,
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_STATUS,
  COLUMN_MISSING,
  COLUMN_COVERAGE,
  COLUMN_NOTE,
  COLUMN_ORIGINAL,
};

static int
get_most_decimals (const StreekChart *chart)
{
  int decimals = 0;

  for (guint i = 0; i < chart->n_indicators; i++)
    decimals = MAX (decimals, chart->indicators[i].decimals);

  return decimals;
}

static void
set_cell (StreekTable *table, guint row, guint column, const StreekChartCell *cell)
{
  if (isnan (cell->value))
    streek_table_set_missing (table, row, column, cell->missing);
  else
    streek_table_set_number (table, row, column, cell->value, cell->status);

  if (!isnan (cell->value))
    streek_table_set_qualifier (table, row, column, cell->qualifier);

  if (!isnan (cell->value) && cell->at_least)
    streek_table_set_at_least (table, row, column);

  streek_table_set_note (table, row, column, cell->note);
}

static void
fill_row (const StreekChart *chart, StreekTable *table, guint indicator, guint area, guint period)
{
  guint index = streek_chart_get_index (chart, indicator, area, period);
  const StreekChartCell *cell = &chart->cells[index];
  guint row = streek_table_add_row (table);

  g_assert (row == index);
  streek_table_set_text (table, row, COLUMN_AREA, chart->areas[area].name);
  streek_table_set_text (table, row, COLUMN_CODE, chart->areas[area].ref);
  streek_table_set_text (table, row, COLUMN_INDICATOR, chart->indicators[indicator].name);
  streek_table_set_period (table, row, COLUMN_PERIOD, chart->periods[period]);
  set_cell (table, row, COLUMN_VALUE, cell);
  streek_table_set_text (table, row, COLUMN_STATUS,
                         isnan (cell->value) ? NULL : streek_status_get_label (cell->status));
  streek_table_set_text (table, row, COLUMN_MISSING,
                         isnan (cell->value) ? streek_missing_get_label (cell->missing) : NULL);

  if (isnan (cell->coverage_pct))
    streek_table_set_missing (table, row, COLUMN_COVERAGE, STREEK_MISSING_NOT_APPLICABLE);
  else
    streek_table_set_number (table, row, COLUMN_COVERAGE, cell->coverage_pct, STREEK_STATUS_FINAL);

  streek_table_set_text (table, row, COLUMN_NOTE, cell->note);

  if (!streek_chart_is_indexed (chart))
    return;

  if (isnan (chart->originals[index]))
    streek_table_set_missing (table, row, COLUMN_ORIGINAL, cell->missing);
  else
    streek_table_set_number (table, row, COLUMN_ORIGINAL, chart->originals[index], cell->status);
}

StreekTable *
streek_chart_make_table (const StreekChart *chart)
{
  StreekTable *table = streek_table_new ();
  gboolean is_indexed = streek_chart_is_indexed (chart);
  const char *unit = is_indexed ? _ ("index") : chart->indicators[0].unit;

  streek_table_add_column (table, "area", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "period", _ ("Period"), STREEK_COLUMN_PERIOD, NULL, 0);
  streek_table_add_column (table, "value", _ ("Value"), STREEK_COLUMN_NUMBER, unit,
                           is_indexed ? 1 : get_most_decimals (chart));
  streek_table_add_column (table, "status", _ ("Status"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "missing", _ ("Missing because"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "coverage_pct", _ ("Coverage"), STREEK_COLUMN_NUMBER, "%", 1);
  streek_table_add_column (table, "note", _ ("Note"), STREEK_COLUMN_TEXT, NULL, 0);

  if (is_indexed)
    streek_table_add_column (table, "original", _ ("Before the index"), STREEK_COLUMN_NUMBER,
                             chart->indicators[0].unit, get_most_decimals (chart));

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint a = 0; a < chart->n_areas; a++)
      for (guint p = 0; p < chart->n_periods; p++)
        fill_row (chart, table, i, a, p);

  return table;
}

/* Periods under each other, a column for each line. */
static StreekTable *
make_period_rows (const StreekChart *chart)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "period", _ ("Period"), STREEK_COLUMN_PERIOD, NULL, 0);

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint a = 0; a < chart->n_areas; a++)
      {
        g_autofree char *id = g_strdup_printf ("value-%u-%u", i, a);
        g_autofree char *name = streek_chart_dup_series_name (chart, i, a);

        streek_table_add_column (table, id, name, STREEK_COLUMN_NUMBER,
                                 streek_chart_get_axis_unit (chart, i), get_decimals (chart, i));
      }

  for (guint p = 0; p < chart->n_periods; p++)
    {
      guint row = streek_table_add_row (table);

      streek_table_set_period (table, row, 0, chart->periods[p]);

      for (guint i = 0; i < chart->n_indicators; i++)
        for (guint a = 0; a < chart->n_areas; a++)
          set_cell (table, row, 1 + i * chart->n_areas + a, streek_chart_get_cell (chart, i, a, p));
    }

  return table;
}

/* Areas under each other, a column for each indicator and period. */
static StreekTable *
make_area_rows (const StreekChart *chart, const StreekFormat *format)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "area", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint p = 0; p < chart->n_periods; p++)
      {
        g_autofree char *id = g_strdup_printf ("value-%u-%u", i, p);
        g_autofree char *period = streek_format_short_period (format, chart->periods[p]);
        g_autofree char *title = chart->n_indicators > 1 && chart->n_periods > 1
                                   ? g_strdup_printf ("%s, %s", chart->labels[i], period)
                                 : chart->n_periods > 1 ? g_strdup (period)
                                                        : g_strdup (chart->labels[i]);

        streek_table_add_column (table, id, title, STREEK_COLUMN_NUMBER,
                                 streek_chart_get_axis_unit (chart, i), get_decimals (chart, i));
      }

  guint n;
  g_autofree guint *order = streek_chart_sort_areas (chart, 0, FALSE, &n);

  for (guint a = 0; a < chart->n_areas; a++) /* those of reference at the end */
    if (chart->areas[a].is_reference)
      order[n++] = a;

  for (guint r = 0; r < n; r++)
    {
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, chart->areas[order[r]].name);

      for (guint i = 0; i < chart->n_indicators; i++)
        for (guint p = 0; p < chart->n_periods; p++)
          set_cell (table, row, 1 + i * chart->n_periods + p,
                    streek_chart_get_cell (chart, i, order[r], p));
    }

  return table;
}

/**
 * streek_chart_dup_wide_table:
 * @format: how the heads of its columns write periods
 *
 * Returns: (transfer full): the figures as a person reads them from paper
 */
StreekTable *
streek_chart_dup_wide_table (const StreekChart *chart, const StreekFormat *format)
{
  guint n_series = chart->n_indicators * chart->n_areas;
  guint n_columns = chart->n_indicators * chart->n_periods;

  if (n_columns <= MAX_PERIOD_COLUMNS && (n_series > MAX_SERIES_COLUMNS || chart->n_periods <= 2))
    return make_area_rows (chart, format);

  return n_series <= MAX_SERIES_COLUMNS ? make_period_rows (chart)
                                        : streek_table_ref (chart->table);
}

/* Notes */

static guint
count_missing (const StreekChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < streek_chart_get_n_rows (chart); i++)
    n += isnan (chart->cells[i].value) && !chart->cells[i].is_absent;

  return n;
}

static char *
make_reference_note (const StreekChart *chart)
{
  const StreekFormat *format = streek_format_get_default ();
  GString *list = g_string_new (NULL);
  guint period = chart->n_periods - 1;

  for (guint a = 0; a < chart->n_areas; a++)
    {
      if (!chart->areas[a].is_reference)
        continue;

      guint row = streek_chart_get_index (chart, 0, a, period);
      g_autofree char *value = streek_chart_format_cell (chart, row, format);

      g_string_append_printf (list, "%s%s %s", list->len > 0 ? "; " : "", chart->areas[a].name,
                              value);
    }

  g_autofree char *text = g_string_free (list, FALSE);
  g_autofree char *when = streek_format_period (format, chart->periods[period]);

  /* Translators: %1$s is a period, %2$s is a list such as "Vlaanderen 6.821.770" */
  return *text != '\0' ? g_strdup_printf (_ ("For comparison, %1$s: %2$s."), when, text) : NULL;
}

/* "Parts 2.408 > total 2.362": named, never repaired. */
static void
add_excess_notes (const StreekChart *chart, GPtrArray *notes)
{
  const StreekFormat *format = streek_format_get_default ();

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint a = 0; a < chart->n_areas; a++)
      {
        guint n_parts, n_missing, period = chart->n_periods - 1;

        if (!streek_chart_parts_exceed (chart, i, a, period))
          continue;

        double parts = streek_chart_sum_parts (chart, i, a, period, &n_parts, &n_missing);
        double total = streek_chart_get_cell (chart, i, a, period)->value;
        g_autofree char *sum = streek_chart_format_value (chart, i, parts, format);
        g_autofree char *whole = streek_chart_format_value (chart, i, total, format);

        /* Translators: %1$s is a total, %2$s an area, %3$s and %4$s are numbers */
        g_ptr_array_add (notes,
                         g_strdup_printf (_ ("%1$s, %2$s: the parts (%3$s) are more than "
                                             "the total (%4$s)."),
                                          chart->labels[i], chart->areas[a].name, sum, whole));
      }
}

static void
add_base_note (const StreekChart *chart, GPtrArray *notes)
{
  g_autofree char *base = streek_format_period (streek_format_get_default (), chart->spec->base);

  /* Translators: %s is a period */
  g_ptr_array_add (notes, g_strdup_printf (_ ("Index: %s = 100."), base));
}

static guint
count_compared_areas (const StreekChart *chart)
{
  guint n = 0;

  for (guint a = 0; a < chart->n_areas; a++)
    n += !chart->areas[a].is_reference;

  return n;
}

char **
streek_chart_make_notes (const StreekChart *chart, const char *const *given)
{
  GPtrArray *notes = g_ptr_array_new ();

  if (streek_chart_is_indexed (chart))
    add_base_note (chart, notes);

  if (chart->hides_references)
    {
      char *note = make_reference_note (chart);

      if (note != NULL)
        g_ptr_array_add (notes, note);
    }

  add_excess_notes (chart, notes);

  if (chart->spec->kind == STREEK_CHART_SLOPE && count_compared_areas (chart) > MANY_SLOPES)
    g_ptr_array_add (notes, g_strdup (_ ("With this many lines it is easier to read what each area "
                                         "did from a ranking or a dumbbell chart.")));

  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    g_ptr_array_add (notes, g_strdup (given[i]));

  g_ptr_array_add (notes, NULL);

  return (char **) g_ptr_array_free (notes, FALSE);
}

/* (transfer full) (nullable): what stands over the bars of a pyramid */
static char *
describe_outlines (const StreekChart *chart)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  if (chart->spec->kind != STREEK_CHART_PYRAMID)
    return NULL;

  if (chart->n_periods > 1)
    {
      g_autofree char *first =
        streek_format_period (streek_format_get_default (), chart->periods[0]);

      g_string_append (names, first);
      n++;
    }

  for (guint a = 0; a < chart->n_areas && n < STREEK_PYRAMID_MAX_OUTLINES; a++)
    if (chart->areas[a].is_reference)
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", chart->areas[a].name);

  /* Translators: of a pyramid; %s is an area or a period, or both with a comma between them */
  return n > 0 ? g_strdup_printf (_ ("Outlined over it: %s."), names->str) : NULL;
}

/* "Lijnen: … . Laatste cijfer …" in one sentence. */
char *
streek_chart_make_description (const StreekChart *chart)
{
  const StreekFormat *format = streek_format_get_default ();
  guint n = streek_chart_get_n_rows (chart), n_missing = count_missing (chart);
  double lower, upper;

  streek_chart_get_range (chart, -1, 0, &lower, &upper);

  if (isnan (lower))
    /* Translators: %1$s is a kind of chart, %2$s its title */
    return g_strdup_printf (_ ("%1$s: %2$s, without a single figure."),
                            streek_chart_kind_get_label (chart->spec->kind), chart->title);

  g_autofree char *low = streek_chart_format_value (chart, 0, lower, format);
  g_autofree char *high = streek_chart_format_value (chart, 0, upper, format);

  /* Translators: %1$s is a kind of chart, %2$s its title, %3$u and %6$u are numbers of figures,
   * %4$s and %5$s the lowest and the highest figure */
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("%1$s: %2$s; %3$u figure from %4$s to %5$s, %6$u missing.",
              "%1$s: %2$s; %3$u figures from %4$s to %5$s, %6$u missing.", n),
    streek_chart_kind_get_label (chart->spec->kind), chart->title, n, low, high, n_missing);
  g_autofree char *outlines = describe_outlines (chart);

  return outlines != NULL ? g_strdup_printf ("%s %s", sentence, outlines)
                          : g_steal_pointer (&sentence);
}
