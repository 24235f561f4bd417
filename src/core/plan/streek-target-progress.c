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

/* The last of those that end after one day and not after another; NONE: whenever. */
static const StreekRecord *
find_last (const StreekRecords *records,
           const StreekRecord *target,
           StreekDate after,
           StreekDate until)
{
  const StreekRecord *last = NULL;
  StreekDate last_day = STREEK_DATE_NONE;
  guint n;
  const StreekRecord *const *measurements =
    streek_records_list_by (records, &streek_measurement_kind, STREEK_MEASUREMENT_TARGET,
                            streek_record_get_id (target), &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate day = streek_period_get_last_day (
        streek_record_get_period (measurements[i], STREEK_MEASUREMENT_MEASURED_IN));

      if ((after != STREEK_DATE_NONE && day <= after) ||
          (until != STREEK_DATE_NONE && day > until) || (last != NULL && day < last_day))
        continue;

      last = measurements[i];
      last_day = day;
    }

  return last;
}

const StreekRecord *
streek_target_find_measurement (const StreekRecords *records, const StreekRecord *target)
{
  g_return_val_if_fail (records != NULL && target != NULL, NULL);

  StreekDate by =
    streek_period_get_last_day (streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD));

  return find_last (records, target, STREEK_DATE_NONE, by);
}

const StreekRecord *
streek_target_find_later_measurement (const StreekRecords *records, const StreekRecord *target)
{
  g_return_val_if_fail (records != NULL && target != NULL, NULL);

  StreekDate by =
    streek_period_get_last_day (streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD));

  return by != STREEK_DATE_NONE ? find_last (records, target, by, STREEK_DATE_NONE) : NULL;
}
