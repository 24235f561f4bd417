/* streek-analysis-change.c: figures of one period against those of another, and as an index */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "indicator/streek-total-change.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  CHANGE_INDICATOR = STREEK_N_LEADS,
  CHANGE_INDICATOR_NAME,
  CHANGE_UNIT,
  CHANGE_PERIOD_FROM,
  CHANGE_PERIOD_TO,
  CHANGE_FROM,
  CHANGE_TO,
  CHANGE_DIFFERENCE,
  CHANGE_MEASURE,
  CHANGE_CHANGE,
  CHANGE_ANNUAL,
};

static const char *
get_measure_label (StreekChangeKind measure)
{
  return streek_analysis_get_word_label ("measure", streek_change_kind_get_id (measure));
}

/* Ends that all indicators share are in the titles, others in the rows alone. */
static gboolean
find_common_ends (StreekAnalysing *self, StreekPeriod *from, StreekPeriod *to, GError **error)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      StreekPeriod first, last;

      if (!streek_analysing_pick_ends (self, g_ptr_array_index (self->indicators, i), &first, &last,
                                       error))
        return FALSE;

      if (i == 0)
        {
          *from = first;
          *to = last;
        }

      if (streek_period_compare (first, *from) < 0)
        *from = first;
      if (streek_period_compare (last, *to) > 0)
        *to = last;
    }

  return TRUE;
}

static gboolean
is_common_measure (const StreekAnalysing *self)
{
  StreekChangeKind first = streek_indicator_pick_measure (g_ptr_array_index (self->indicators, 0));

  for (guint i = 1; i < self->indicators->len; i++)
    if (streek_indicator_pick_measure (g_ptr_array_index (self->indicators, i)) != first)
      return FALSE;

  return TRUE;
}

static char *
make_what (const StreekAnalysing *self)
{
  GString *what = g_string_new (NULL);

  for (guint i = 0; i < self->indicators->len; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "",
                            ((const StreekIndicator *) self->indicators->pdata[i])->name);

  return g_string_free (what, FALSE);
}

static void
begin_change (StreekAnalysing *self, StreekPeriod from, StreekPeriod to)
{
  gboolean is_common = is_common_measure (self);
  StreekChangeKind measure =
    streek_indicator_pick_measure (g_ptr_array_index (self->indicators, 0));
  int decimals = streek_analysing_get_decimals (self);
  g_autofree char *first = streek_analysis_format_period (from);
  g_autofree char *last = streek_analysis_format_period (to);
  g_autofree char *what = make_what (self);
  g_autofree char *in_first = g_strdup_printf (_ ("In %s"), first);
  g_autofree char *in_last = g_strdup_printf (_ ("In %s"), last);
  /* Translators: two periods, and "in percent" or "in percentage points". */
  g_autofree char *change = is_common ? g_strdup_printf (_ ("Change %1$s–%2$s, %3$s"), first, last,
                                                         get_measure_label (measure))
                                      : g_strdup_printf (_ ("Change %1$s–%2$s"), first, last);
  const StreekAnalysisColumn columns[] = {
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "indicator_name", _ ("Name of the indicator"), STREEK_COLUMN_TEXT, 0 },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "period_from", _ ("From"), STREEK_COLUMN_PERIOD, 0 },
    { "period_to", _ ("To"), STREEK_COLUMN_PERIOD, 0 },
    { "from", in_first, STREEK_COLUMN_NUMBER, decimals },
    { "to", in_last, STREEK_COLUMN_NUMBER, decimals },
    { "difference", _ ("Difference"), STREEK_COLUMN_NUMBER, decimals },
    { "measure", _ ("Measure"), STREEK_COLUMN_TEXT, 0 },
    { "change", change, STREEK_COLUMN_NUMBER, 1 },
    { "annual", _ ("Change per year"), STREEK_COLUMN_NUMBER, 2 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  self->result->title = is_common
                          /* Translators: an indicator, areas, two periods, and "in percent" or "in
                             percentage points". */
                          ? g_strdup_printf (_ ("%1$s, %2$s: change from %3$s to %4$s, %5$s"), what,
                                             self->where, first, last, get_measure_label (measure))
                          /* Translators: indicators, areas and two periods. */
                          : g_strdup_printf (_ ("%1$s, %2$s: change from %3$s to %4$s"), what,
                                             self->where, first, last);
}

static void
fill_change (StreekAnalysing *self,
             guint row,
             StreekChangeKind measure,
             double years,
             const StreekTotal *from,
             const StreekTotal *to)
{
  g_autofree char *note = NULL;
  double change;
  StreekMissing missing = streek_totals_compare (measure, from, to, &change, &note);
  gboolean compares = missing == STREEK_MISSING_NONE || missing == STREEK_MISSING_NOT_APPLICABLE;
  double first = compares ? from->value : NAN;
  double second = compares ? to->value : NAN;

  streek_analysing_set_note (self, row, note);
  streek_analysing_set_number (self, row, CHANGE_DIFFERENCE,
                               streek_change_compute (STREEK_CHANGE_ABSOLUTE, first, second),
                               missing);
  streek_analysing_set_number (self, row, CHANGE_CHANGE, change, missing);
  streek_analysing_set_number (self, row, CHANGE_ANNUAL,
                               streek_change_average (measure, first, second, years), missing);
  streek_analysing_set_kind (self, row, missing);
}

static gboolean
add_change (StreekAnalysing *self,
            const StreekIndicator *indicator,
            const StreekArea *area,
            StreekPeriod from,
            StreekPeriod to,
            GError **error)
{
  StreekTotal totals[2];
  StreekTable *table = self->result->table;

  if (!streek_analysing_compute (self, indicator, area, from, &totals[0], error))
    return FALSE;
  if (!streek_analysing_compute (self, indicator, area, to, &totals[1], error))
    {
      streek_total_clear (&totals[0]);
      return FALSE;
    }

  guint row = streek_analysing_add_row (self, area);
  StreekChangeKind measure = streek_indicator_pick_measure (indicator);

  streek_table_set_text (table, row, CHANGE_INDICATOR, indicator->code);
  streek_table_set_text (table, row, CHANGE_INDICATOR_NAME, indicator->name);
  streek_table_set_text (table, row, CHANGE_UNIT, indicator->unit);
  streek_table_set_period (table, row, CHANGE_PERIOD_FROM, from);
  streek_table_set_period (table, row, CHANGE_PERIOD_TO, to);
  streek_analysing_set_total (self, row, CHANGE_FROM, &totals[0]);
  streek_analysing_set_total (self, row, CHANGE_TO, &totals[1]);
  streek_table_set_text (table, row, CHANGE_MEASURE, streek_change_kind_get_id (measure));
  fill_change (self, row, measure, streek_change_count_years (from, to), &totals[0], &totals[1]);
  streek_analysing_note_breaks (self, row, indicator, from, to);
  streek_total_clear (&totals[0]);
  streek_total_clear (&totals[1]);

  return TRUE;
}

/**
 * streek_analysing_run_change:
 *
 * Each indicator of each area in the first and the last period, on the areas of one day.
 */
gboolean
streek_analysing_run_change (StreekAnalysing *self, GError **error)
{
  StreekPeriod from, to;

  if (!find_common_ends (self, &from, &to, error) || !streek_analysing_list_areas (self, to, error))
    return FALSE;

  begin_change (self, from, to);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const StreekIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (!streek_analysing_pick_ends (self, indicator, &from, &to, error))
        return FALSE;

      for (guint a = 0; a < self->rows->len; a++)
        if (!add_change (self, indicator, g_ptr_array_index (self->rows, a), from, to, error))
          return FALSE;
    }

  streek_analysing_take_note (
    self,
    g_strdup (_ ("Change per year: of percentages the mean step, of other figures the constant "
                 "growth that leads from the first to the last.")));

  return TRUE;
}

enum
{
  INDEX_INDICATOR = STREEK_N_LEADS,
  INDEX_INDICATOR_NAME,
  INDEX_UNIT,
  INDEX_PERIOD,
  INDEX_VALUE,
  INDEX_BASE_PERIOD,
  INDEX_INDEX,
};

static gboolean
pick_base (StreekAnalysing *self,
           const StreekIndicator *indicator,
           const GArray *periods,
           StreekPeriod *base,
           GError **error)
{
  *base = self->query->base.kind != STREEK_PERIOD_NONE ? self->query->base
                                                       : g_array_index (periods, StreekPeriod, 0);

  g_autoptr (GArray) all = streek_catalogue_list_periods (self->catalogue, indicator);

  for (guint i = 0; i < all->len; i++)
    if (streek_period_equal (g_array_index (all, StreekPeriod, i), *base))
      return TRUE;

  g_autofree char *period = streek_period_to_string (*base);

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
               _ ("There are no figures of “%1$s” for %2$s."), indicator->name, period);

  return FALSE;
}

static void
fill_index (StreekAnalysing *self,
            guint row,
            const StreekTotal *base,
            const StreekTotal *total,
            double index,
            gboolean has_one_length)
{
  g_autofree char *note = NULL;
  StreekMissing missing = streek_totals_explain_pair (base, total, &note);

  streek_analysing_set_note (self, row, note);

  if (missing == STREEK_MISSING_NONE && (isnan (index) || !has_one_length))
    {
      missing = STREEK_MISSING_NOT_APPLICABLE;
      streek_analysing_set_note (
        self, row,
        has_one_length ? _ ("An index needs a base above zero.")
                       : _ ("The base is not of as long a time, so the two do not compare."));
    }

  streek_analysing_set_number (self, row, INDEX_INDEX, missing == STREEK_MISSING_NONE ? index : NAN,
                               missing);
  streek_analysing_set_kind (self, row, missing);
}

/* The base comes first in @totals, then every period. */
static void
add_indices (StreekAnalysing *self,
             const StreekIndicator *indicator,
             const StreekArea *area,
             const GArray *periods,
             StreekPeriod base,
             const GArray *totals)
{
  StreekTable *table = self->result->table;
  g_autofree double *values = g_new (double, totals->len);
  g_autofree double *index = g_new (double, totals->len);

  for (guint i = 0; i < totals->len; i++)
    values[i] = streek_analysing_get_whole (&g_array_index (totals, StreekTotal, i));

  streek_index_series (values, totals->len, 0, index);

  for (guint i = 0; i < periods->len; i++)
    {
      const StreekTotal *total = &g_array_index (totals, StreekTotal, i + 1);
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      guint row = streek_analysing_add_row (self, area);

      streek_table_set_text (table, row, INDEX_INDICATOR, indicator->code);
      streek_table_set_text (table, row, INDEX_INDICATOR_NAME, indicator->name);
      streek_table_set_text (table, row, INDEX_UNIT, indicator->unit);
      streek_table_set_period (table, row, INDEX_PERIOD, period);
      streek_table_set_period (table, row, INDEX_BASE_PERIOD, base);
      streek_analysing_set_total (self, row, INDEX_VALUE, total);
      fill_index (self, row, &g_array_index (totals, StreekTotal, 0), total, index[i + 1],
                  streek_indicator_has_one_length (indicator, base, period));
      streek_analysing_note_breaks (self, row, indicator, base, period);
    }
}

static gboolean
index_area (StreekAnalysing *self,
            const StreekIndicator *indicator,
            const StreekArea *area,
            const GArray *periods,
            StreekPeriod base,
            GError **error)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (StreekTotal));

  g_array_set_clear_func (totals, (GDestroyNotify) streek_total_clear);

  for (guint i = 0; i <= periods->len; i++)
    {
      StreekTotal total;
      StreekPeriod period = i == 0 ? base : g_array_index (periods, StreekPeriod, i - 1);

      if (!streek_analysing_compute (self, indicator, area, period, &total, error))
        return FALSE;

      g_array_append_val (totals, total);
    }

  add_indices (self, indicator, area, periods, base, totals);

  return TRUE;
}

static void
begin_index (StreekAnalysing *self)
{
  int decimals = streek_analysing_get_decimals (self);
  const StreekAnalysisColumn columns[] = {
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "indicator_name", _ ("Name of the indicator"), STREEK_COLUMN_TEXT, 0 },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "period", _ ("Period"), STREEK_COLUMN_PERIOD, 0 },
    { "value", _ ("Value"), STREEK_COLUMN_NUMBER, decimals },
    { "base_period", _ ("Base"), STREEK_COLUMN_PERIOD, 0 },
    { "index", _ ("Index"), STREEK_COLUMN_NUMBER, 1 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
}

static gboolean
index_indicator (StreekAnalysing *self, const StreekIndicator *indicator, GError **error)
{
  StreekPeriod base;
  g_autoptr (GArray) periods = streek_analysing_list_periods (self, indicator, error);

  if (periods == NULL || !pick_base (self, indicator, periods, &base, error))
    return FALSE;

  for (guint a = 0; a < self->rows->len; a++)
    if (!index_area (self, indicator, g_ptr_array_index (self->rows, a), periods, base, error))
      return FALSE;

  if (self->result->title == NULL)
    {
      g_autofree char *what = make_what (self);
      g_autofree char *period = streek_analysis_format_period (base);

      /* Translators: an indicator, areas, and the period whose figure counts as 100. */
      self->result->title =
        g_strdup_printf (_ ("%1$s, %2$s: index, %3$s = 100"), what, self->where, period);
    }

  return TRUE;
}

/**
 * streek_analysing_run_index:
 *
 * Every period of each indicator and area, on the areas of one day, with the base as 100.
 */
gboolean
streek_analysing_run_index (StreekAnalysing *self, GError **error)
{
  StreekPeriod last;

  if (!streek_analysing_find_last_period (self, &last, error) ||
      !streek_analysing_list_areas (self, last, error))
    return FALSE;

  begin_index (self);

  for (guint i = 0; i < self->indicators->len; i++)
    if (!index_indicator (self, g_ptr_array_index (self->indicators, i), error))
      return FALSE;

  return TRUE;
}
