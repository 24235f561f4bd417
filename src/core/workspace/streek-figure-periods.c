/* streek-figure-periods.c: what a map of the same spec would show of another period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <math.h>

void
streek_period_values_free (StreekPeriodValues *values)
{
  if (values == NULL)
    return;

  g_array_unref (values->first);
  g_clear_pointer (&values->second, g_array_unref);
  g_free (values);
}

/* What the period is held against, or the period of the other indicator that goes with it. */
static gboolean
pick_other_period (StreekGathering *self, GError **error)
{
  if (streek_gathering_is_change (self))
    return streek_gathering_pick_change (self, self->catalogue, error);

  return !streek_gathering_has_second (self) ||
         streek_gathering_pick_second (self, self->catalogue, error);
}

/* @value: NAN where it is missing */
static gboolean
compute_value (const StreekGathering *self,
               StreekTotals *totals,
               const StreekIndicator *indicator,
               const StreekArea *area,
               StreekPeriod period,
               double *value,
               GError **error)
{
  StreekTotal total = { 0 };

  if (!streek_totals_compute (totals, indicator, area, period, self->spec->min_coverage_pct, &total,
                              error))
    return FALSE;

  *value = total.missing == STREEK_MISSING_NONE ? total.value : NAN;
  streek_total_clear (&total);

  return TRUE;
}

static gboolean
compute_change (const StreekGathering *self,
                StreekTotals *totals,
                const StreekArea *area,
                double *value,
                GError **error)
{
  StreekTotal from = { 0 }, to = { 0 };
  double limit = self->spec->min_coverage_pct;
  gboolean done =
    streek_totals_compute (totals, self->indicator, area, self->from, limit, &from, error) &&
    streek_totals_compute (totals, self->indicator, area, self->period, limit, &to, error);

  if (done)
    {
      g_autofree char *note = NULL;

      if (streek_totals_compare (self->measure, &from, &to, value, &note) != STREEK_MISSING_NONE)
        *value = NAN;
    }

  streek_total_clear (&from);
  streek_total_clear (&to);

  return done;
}

static gboolean
add_values (const StreekGathering *self,
            StreekTotals *totals,
            const StreekArea *area,
            StreekPeriodValues *values,
            GError **error)
{
  double first, second;
  gboolean done =
    streek_gathering_is_change (self)
      ? compute_change (self, totals, area, &first, error)
      : compute_value (self, totals, self->indicator, area, self->period, &first, error);

  if (!done)
    return FALSE;

  g_array_append_val (values->first, first);
  if (values->second == NULL)
    return TRUE;

  if (!compute_value (self, totals, self->second, area, self->second_period, &second, error))
    return FALSE;

  g_array_append_val (values->second, second);

  return TRUE;
}

/**
 * streek_gathering_read_period:
 * @self: a gathering with its areas, catalogue and indicator
 * @period: of the indicator
 * @cancellable: (nullable): to stop
 * @error: return location for an error of the totals
 *
 * What a map of the same spec would show of another period: values, changes, or the values of both
 * indicators.
 *
 * Returns: (transfer full): the values, or %NULL with @error set
 */
StreekPeriodValues *
streek_gathering_read_period (const StreekGathering *self,
                              StreekTotals *totals,
                              StreekPeriod period,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (StreekGathering) other = { .spec = self->spec,
                                     .ground = self->ground,
                                     .areas = streek_areas_ref (self->areas),
                                     .catalogue = streek_catalogue_ref (self->catalogue),
                                     .indicator = self->indicator,
                                     .period = period };
  g_autoptr (StreekPeriodValues) values = g_new0 (StreekPeriodValues, 1);

  values->first = g_array_new (FALSE, FALSE, sizeof (double));
  if (streek_gathering_has_second (self))
    values->second = g_array_new (FALSE, FALSE, sizeof (double));

  if (!pick_other_period (&other, error) || !streek_gathering_pick_date (&other, totals, error))
    return NULL;

  if (!streek_gathering_list_rows (&other, NULL))
    return g_steal_pointer (&values);

  for (guint i = 0; i < other.rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_values (&other, totals, other.rows->pdata[i], values, error))
      return NULL;

  return g_steal_pointer (&values);
}
