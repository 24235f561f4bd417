/* streek-figure-second.c: the values of a map of two indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
streek_gathering_has_second (const StreekGathering *self)
{
  return !self->spec->kind_is_automatic && streek_figure_kind_has_second (self->spec->kind);
}

/* How well a period of the other indicator stands beside one of the first: the same, in it, around
 * it, before it, after it. */
static int
rate_period (StreekPeriod other, StreekPeriod period)
{
  StreekDate from = streek_period_get_first_day (period);
  StreekDate to = streek_period_get_last_day (period);
  StreekDate other_from = streek_period_get_first_day (other);
  StreekDate other_to = streek_period_get_last_day (other);

  if (streek_period_equal (other, period))
    return 4;
  if (other_from >= from && other_to <= to)
    return 3;
  if (other_from <= from && other_to >= to)
    return 2;

  return other_from < from ? 1 : 0;
}

/* The best one; of several the last, as December of the months of a year, but of those after the
 * period the first. */
static gboolean
pick_period (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, self->second);
  int best = -1;

  if (periods->len == 0)
    return streek_gathering_pick_period (catalogue, self->second, (StreekPeriod){ 0 },
                                         &self->second_period, error);

  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      int rating = rate_period (period, self->period);

      if (rating > best || (rating == best && rating > 0))
        {
          self->second_period = period;
          best = rating;
        }
    }

  return TRUE;
}

/**
 * streek_gathering_pick_second:
 *
 * Finds the other indicator, and the period of it that belongs to that of the first.
 */
gboolean
streek_gathering_pick_second (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  self->second = streek_catalogue_find (catalogue, self->spec->second, error);

  return self->second != NULL && pick_period (self, catalogue, error);
}

gboolean
streek_gathering_has_other_period (const StreekGathering *self)
{
  return streek_gathering_has_second (self) &&
         !streek_period_equal (self->second_period, self->period);
}

/**
 * streek_gathering_dup_second_name:
 * @indicator: one of both
 * @period: its period
 *
 * Returns: (transfer full): its name; where both are of other periods, with its own
 */
char *
streek_gathering_dup_second_name (const StreekGathering *self,
                                  const StreekIndicator *indicator,
                                  StreekPeriod period)
{
  g_autofree char *text = streek_format_period (streek_format_get_default (), period);

  /* "Jobratio, Census 2011" says it already */
  if (!streek_gathering_has_other_period (self) || g_str_has_suffix (indicator->name, text))
    return g_strdup (indicator->name);

  /* Translators: %1$s is an indicator, %2$s the period of its figures */
  return g_strdup_printf (_ ("%1$s, %2$s"), indicator->name, text);
}

/* What is to be known of each, under its own name. */
static char *
dup_note (const StreekGathering *self, const StreekTotal *first, const StreekTotal *second)
{
  g_autofree char *one =
    first->note != NULL ? g_strdup_printf ("%s: %s", self->indicator->name, first->note) : NULL;
  g_autofree char *other =
    second->note != NULL ? g_strdup_printf ("%s: %s", self->second->name, second->note) : NULL;

  return streek_notes_join (one, other);
}

/* Behind the code and the name, and behind what is known of the first. */
enum
{
  COLUMN_VALUE = 2,
  COLUMN_SECOND,
  COLUMN_SECOND_KNOWN = 8,
  COLUMN_SECOND_MEMBERS,
  COLUMN_SECOND_COVERAGE,
};

static void
set_second_coverage (StreekGathering *self, guint row, const StreekTotal *total)
{
  if (total->n_members > 0)
    {
      streek_table_set_integer (self->table, row, COLUMN_SECOND_KNOWN, total->n_known);
      streek_table_set_integer (self->table, row, COLUMN_SECOND_MEMBERS, total->n_members);
    }

  if (!isnan (total->coverage_pct))
    streek_table_set_number (self->table, row, COLUMN_SECOND_COVERAGE, total->coverage_pct,
                             STREEK_STATUS_FINAL);
}

static void
begin_table (StreekGathering *self)
{
  const StreekIndicator *first = self->indicator, *second = self->second;
  g_autofree char *one = streek_gathering_dup_second_name (self, first, self->period);
  g_autofree char *other = streek_gathering_dup_second_name (self, second, self->second_period);
  /* Translators: heads of columns: how much is known of an indicator, %s */
  g_autofree char *known = g_strdup_printf (_ ("Known of %s"), second->name);
  g_autofree char *members = g_strdup_printf (_ ("Members of %s"), second->name);
  g_autofree char *coverage = g_strdup_printf (_ ("Coverage of %s"), second->name);

  streek_gathering_begin_table (self);
  streek_gathering_add_column (self, "value", one, first->unit, first->decimals);
  streek_gathering_add_column (self, "second", other, second->unit, second->decimals);
  streek_gathering_add_coverage_columns (self);
  streek_table_add_column (self->table, "second_known", known, STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (self->table, "second_members", members, STREEK_COLUMN_INTEGER, NULL, 0);
  streek_gathering_add_column (self, "second_coverage_pct", coverage, "%", 1);
  streek_gathering_add_rows (self);
}

/**
 * streek_gathering_read_second:
 *
 * Both figures of each area on one day.
 */
gboolean
streek_gathering_read_second (StreekGathering *self,
                              StreekTotals *totals,
                              GCancellable *cancellable,
                              GError **error)
{
  begin_table (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, i);
      StreekTotal first = { 0 }, second = { 0 };
      gboolean done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
                      streek_totals_compute (totals, self->indicator, area, self->period,
                                             self->spec->min_coverage_pct, &first, error) &&
                      streek_totals_compute (totals, self->second, area, self->second_period,
                                             self->spec->min_coverage_pct, &second, error);

      if (done)
        {
          g_autofree char *note = dup_note (self, &first, &second);

          streek_gathering_set_number (self, i, COLUMN_VALUE, &first);
          streek_gathering_set_number (self, i, COLUMN_SECOND, &second);
          streek_gathering_set_coverage (self, i, &first);
          set_second_coverage (self, i, &second);
          streek_gathering_set_note (self, i, note);
          streek_gathering_count_total (self, &first);
          second.basis = STREEK_BASIS_NONE; /* how it came about says nothing of the first */
          streek_gathering_count_total (self, &second);
        }

      streek_total_clear (&first);
      streek_total_clear (&second);
      if (!done)
        return FALSE;
    }

  streek_gathering_collect_notes (self);

  return TRUE;
}
