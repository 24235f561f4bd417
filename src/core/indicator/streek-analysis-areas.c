/* streek-analysis-areas.c: the areas and periods of an analysis, and the table it fills */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "base/streek-format.h"
#include "indicator/streek-total-change.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_remark (StreekAnalysing *self, char *remark)
{
  if (remark != NULL)
    streek_table_add_remark (self->result->table, remark);

  g_free (remark);
}

/* The day that shows all indicators: the latest of those on which each has its areas. */
static gboolean
pick_day (StreekAnalysing *self, StreekPeriod last, StreekDate *day, GError **error)
{
  *day = self->query->on;

  if (*day != STREEK_DATE_NONE)
    return TRUE;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      StreekDate on;

      if (!streek_totals_pick_date (self->totals, g_ptr_array_index (self->indicators, i), last,
                                    &on, error))
        return FALSE;

      *day = MAX (*day, on);
    }

  return TRUE;
}

static gboolean
list_one (StreekAnalysing *self, StreekDate day, GError **error)
{
  const StreekArea *area =
    streek_areas_resolve_ref (self->areas, self->query->area, day, &self->on, error);

  if (area == NULL)
    return FALSE;

  self->rows = g_ptr_array_new ();
  self->set = area->set;
  self->where = g_strdup (area->name);
  g_ptr_array_add (self->rows, (gpointer) area);
  add_remark (self, streek_areas_describe_moved (area->name, day, self->on));

  return TRUE;
}

static gboolean
list_within (StreekAnalysing *self, StreekDate day, GError **error)
{
  StreekDate container_used;
  g_autoptr (GPtrArray) straddling = NULL;
  const StreekArea *container =
    streek_areas_resolve_ref (self->areas, self->query->within, day, &container_used, error);

  if (container == NULL)
    return FALSE;

  self->rows = streek_areas_list_within (self->areas, self->query->set, day, container, &straddling,
                                         &self->on, error);

  if (self->rows == NULL)
    return FALSE;

  /* Translators: %1$s is a kind of areas, %2$s an area that they lie in. */
  self->where = g_strdup_printf (_ ("%1$s in %2$s"), self->set->name, container->name);
  add_remark (self, streek_areas_describe_moved (container->name, day, container_used));
  add_remark (self, streek_areas_describe_left_out (container, straddling));

  if (self->rows->len > 0)
    return TRUE;

  g_autofree char *sentence = streek_areas_describe_none_within (self->set, container);

  g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID, sentence);

  return FALSE;
}

/**
 * streek_analysing_list_areas:
 * @last: the last period it is about: its areas are shown where no day is fixed
 *
 * One set of areas for every period, so that what differs is not the border.
 */
gboolean
streek_analysing_list_areas (StreekAnalysing *self, StreekPeriod last, GError **error)
{
  StreekDate day;

  if (!pick_day (self, last, &day, error))
    return FALSE;
  if (self->query->area != NULL)
    return list_one (self, day, error);

  self->set = streek_areas_find_set (self->areas, self->query->set, error);

  if (self->set == NULL)
    return FALSE;

  if (self->query->within != NULL)
    {
      if (!list_within (self, day, error))
        return FALSE;
    }
  else
    {
      self->rows = streek_areas_list (self->areas, self->query->set, day, &self->on, error);
      self->where = g_strdup (self->set->name);
    }

  if (self->rows == NULL)
    return FALSE;

  add_remark (self, streek_areas_describe_moved (self->set->name, day, self->on));

  return TRUE;
}

/**
 * streek_analysing_find_reference:
 * @fallback: SET:CODE where the query names none
 *
 * Returns: the area to compare with, or %NULL with @error set
 */
const StreekArea *
streek_analysing_find_reference (StreekAnalysing *self, const char *fallback, GError **error)
{
  StreekDate used;
  const char *ref = self->query->reference != NULL ? self->query->reference : fallback;
  const StreekArea *area = streek_areas_resolve_ref (self->areas, ref, self->on, &used, error);

  if (area != NULL)
    add_remark (self, streek_areas_describe_moved (area->name, self->on, used));

  return area;
}

static gboolean
has_period (const GArray *periods, StreekPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), period))
      return TRUE;

  return FALSE;
}

/**
 * streek_analysing_list_periods:
 *
 * Returns: (transfer full) (element-type StreekPeriod): the periods of the query that have figures,
 *   at least one, with the ends that were named among them; or %NULL with @error set
 */
GArray *
streek_analysing_list_periods (StreekAnalysing *self,
                               const StreekIndicator *indicator,
                               GError **error)
{
  StreekPeriodRange range = self->query->periods;
  g_autoptr (GArray) all = streek_catalogue_list_periods (self->catalogue, indicator);
  g_autoptr (GArray) picked = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  for (guint i = 0; i < all->len; i++)
    {
      StreekPeriod period = g_array_index (all, StreekPeriod, i);

      if (streek_period_range_contains (range, period))
        g_array_append_val (picked, period);
    }

  if (picked->len == 0 ||
      (range.first.kind != STREEK_PERIOD_NONE && !has_period (picked, range.first)) ||
      (range.last.kind != STREEK_PERIOD_NONE && !has_period (picked, range.last)))
    {
      streek_indicator_refuse_period (indicator, all, error);
      return NULL;
    }

  return g_steal_pointer (&picked);
}

gboolean
streek_analysing_pick_newest (StreekAnalysing *self,
                              const StreekIndicator *indicator,
                              StreekPeriod *period,
                              GError **error)
{
  g_autoptr (GArray) periods = streek_analysing_list_periods (self, indicator, error);

  if (periods == NULL)
    return FALSE;

  *period = g_array_index (periods, StreekPeriod, periods->len - 1);

  return TRUE;
}

/**
 * streek_analysing_find_last_period:
 *
 * Each indicator has its own newest period; the areas are those of the latest of these.
 */
gboolean
streek_analysing_find_last_period (StreekAnalysing *self, StreekPeriod *last, GError **error)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      StreekPeriod newest;

      if (!streek_analysing_pick_newest (self, g_ptr_array_index (self->indicators, i), &newest,
                                         error))
        return FALSE;
      if (i == 0 || streek_period_compare (newest, *last) > 0)
        *last = newest;
    }

  return TRUE;
}

static gboolean
refuse_one_period (const StreekIndicator *indicator, GError **error)
{
  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
               /* Translators: %s is the name of an indicator. */
               _ ("“%s” needs figures of two periods to compare."), indicator->name);

  return FALSE;
}

/* The last one that was asked; where nobody asked, the newest that compares with another. */
static StreekPeriod
pick_last (StreekAnalysing *self, const StreekIndicator *indicator, GArray *periods)
{
  const StreekPeriodRange *asked = &self->query->periods;
  StreekPeriod last = g_array_index (periods, StreekPeriod, periods->len - 1);
  int newest = asked->last.kind == STREEK_PERIOD_NONE
                 ? streek_indicator_find_comparable (indicator, periods, asked->first)
                 : -1;

  if (newest < 0 || newest + 1 == (int) periods->len)
    return last;

  StreekPeriod taken = g_array_index (periods, StreekPeriod, newest);

  add_remark (self, streek_indicator_describe_lonely (last, taken));

  return taken;
}

gboolean
streek_analysing_pick_ends (StreekAnalysing *self,
                            const StreekIndicator *indicator,
                            StreekPeriod *from,
                            StreekPeriod *to,
                            GError **error)
{
  g_autoptr (GArray) periods = streek_analysing_list_periods (self, indicator, error);

  if (periods == NULL)
    return FALSE;

  if (periods->len < 2)
    return refuse_one_period (indicator, error);

  *to = pick_last (self, indicator, periods);
  *from = g_array_index (periods, StreekPeriod, 0);

  /* nobody asked for the first: the first that compares with the last */
  for (guint i = 1; i < periods->len && self->query->periods.first.kind == STREEK_PERIOD_NONE &&
                    !streek_indicator_has_one_length (indicator, *from, *to);
       i++)
    *from = g_array_index (periods, StreekPeriod, i);

  if (streek_period_equal (*from, *to))
    return refuse_one_period (indicator, error);

  return streek_indicator_check_lengths (indicator, *from, *to, error);
}

gboolean
streek_analysing_compute (StreekAnalysing *self,
                          const StreekIndicator *indicator,
                          const StreekArea *area,
                          StreekPeriod period,
                          StreekTotal *total,
                          GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         streek_totals_compute (self->totals, indicator, area, period,
                                self->query->min_coverage_pct, total, error);
}

GArray *
streek_analysing_compute_all (StreekAnalysing *self,
                              const StreekIndicator *indicator,
                              const GPtrArray *areas,
                              StreekPeriod period,
                              GError **error)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (StreekTotal), areas->len);

  g_array_set_clear_func (all, (GDestroyNotify) streek_total_clear);

  for (guint i = 0; i < areas->len; i++)
    {
      StreekTotal total;

      if (!streek_analysing_compute (self, indicator, g_ptr_array_index (areas, i), period, &total,
                                     error))
        return NULL;

      g_array_append_val (all, total);
    }

  return g_steal_pointer (&all);
}

double
streek_analysing_get_whole (const StreekTotal *total)
{
  return total->missing == STREEK_MISSING_NONE && !total->at_least ? total->value : NAN;
}

void
streek_analysing_begin_table (StreekAnalysing *self,
                              const StreekAnalysisColumn *columns,
                              guint n_columns)
{
  StreekTable *table = self->result->table;

  streek_table_add_column (table, "set", _ ("Area set"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "area", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "area_name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "on", _ ("Areas of"), STREEK_COLUMN_DATE, NULL, 0);

  for (guint i = 0; i < n_columns; i++)
    streek_table_add_column (table, columns[i].id, columns[i].title, columns[i].type, NULL,
                             columns[i].decimals);

  streek_table_add_column (table, "kind", _ ("Missing"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "note", _ ("Note"), STREEK_COLUMN_TEXT, NULL, 0);
}

/* What all of the indicators can be read in. */
int
streek_analysing_get_decimals (const StreekAnalysing *self)
{
  int decimals = 0;

  for (guint i = 0; i < self->indicators->len; i++)
    decimals = MAX (decimals, ((const StreekIndicator *) self->indicators->pdata[i])->decimals);

  return decimals;
}

guint
streek_analysing_add_row (StreekAnalysing *self, const StreekArea *area)
{
  StreekTable *table = self->result->table;
  guint row = streek_table_add_row (table);
  guint n_columns = streek_table_get_n_columns (table);

  for (guint column = 0; column < n_columns; column++)
    streek_table_set_missing (table, row, column, STREEK_MISSING_NOT_APPLICABLE);

  streek_table_set_text (table, row, STREEK_LEAD_SET, self->set->code);
  streek_table_set_date (table, row, STREEK_LEAD_ON, self->on);
  streek_table_set_text (table, row, STREEK_LEAD_AREA, area != NULL ? area->code : NULL);
  streek_table_set_text (table, row, STREEK_LEAD_AREA_NAME,
                         area != NULL ? area->name : self->where);

  return row;
}

/* @missing: why, where @value is NAN; NONE: it does not apply */
void
streek_analysing_set_number (
  StreekAnalysing *self, guint row, guint column, double value, StreekMissing missing)
{
  if (isfinite (value))
    streek_table_set_number (self->result->table, row, column, value, STREEK_STATUS_FINAL);
  else
    streek_table_set_missing (self->result->table, row, column,
                              missing != STREEK_MISSING_NONE ? missing
                                                             : STREEK_MISSING_NOT_APPLICABLE);
}

void
streek_analysing_set_total (StreekAnalysing *self,
                            guint row,
                            guint column,
                            const StreekTotal *total)
{
  StreekTable *table = self->result->table;

  if (total->missing != STREEK_MISSING_NONE)
    {
      streek_table_set_missing (table, row, column, total->missing);
    }
  else
    {
      streek_table_set_number (table, row, column, total->value, total->status);
      streek_table_set_qualifier (table, row, column, total->qualifier);
      if (total->at_least)
        streek_table_set_at_least (table, row, column);
      streek_table_set_reference (table, row, column, total->reference);
    }

  streek_table_set_note (table, row, column, total->note);
}

void
streek_analysing_set_kind (StreekAnalysing *self, guint row, StreekMissing missing)
{
  StreekTable *table = self->result->table;

  streek_table_set_text (table, row, streek_table_get_n_columns (table) - 2,
                         missing != STREEK_MISSING_NONE ? streek_missing_get_id (missing) : NULL);
}

/* Adds to what is there. */
void
streek_analysing_set_note (StreekAnalysing *self, guint row, const char *note)
{
  StreekTable *table = self->result->table;
  guint column = streek_table_get_n_columns (table) - 1;
  g_autofree char *joined = streek_notes_join (streek_table_get_text (table, row, column), note);

  streek_table_set_text (table, row, column, joined);
}

/* A sentence on how all of it was computed. */
void
streek_analysing_take_note (StreekAnalysing *self, char *note)
{
  g_ptr_array_add (self->result->notes, note);
}

char *
streek_analysis_format_period (StreekPeriod period)
{
  return streek_format_period (streek_format_get_default (), period);
}
