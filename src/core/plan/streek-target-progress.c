/* streek-target-progress.c: how far an action has come from its baseline to its target */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-progress.h"

#include "plan/streek-follow-up.h"

#include <math.h>

double
streek_target_compute_progress (double baseline, double target, double actual)
{
  if (!isfinite (baseline) || !isfinite (target) || !isfinite (actual) || baseline == target)
    return NAN;

  return 100 * (actual - baseline) / (target - baseline);
}

const StreekRecord *
streek_target_find_measurement (const StreekRecords *records, const StreekRecord *target)
{
  g_return_val_if_fail (records != NULL && target != NULL, NULL);

  const StreekRecord *last = NULL;
  guint n;
  const StreekRecord *const *measurements =
    streek_records_list_by (records, &streek_measurement_kind, STREEK_MEASUREMENT_TARGET,
                            streek_record_get_id (target), &n);

  for (guint i = 0; i < n; i++)
    {
      StreekPeriod period =
        streek_record_get_period (measurements[i], STREEK_MEASUREMENT_MEASURED_IN);

      if (last == NULL || streek_period_get_last_day (period) >=
                            streek_period_get_last_day (
                              streek_record_get_period (last, STREEK_MEASUREMENT_MEASURED_IN)))
        last = measurements[i];
    }

  return last;
}
