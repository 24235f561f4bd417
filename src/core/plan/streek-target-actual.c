/* streek-target-actual.c: where a target stands: by the figures of its indicator or its own counts
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-actual.h"

#include "indicator/streek-total-change.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-target-progress.h"

#include <math.h>

const char *
streek_target_get_area (const StreekRecord *target, const StreekRecords *records)
{
  g_return_val_if_fail (target != NULL && records != NULL, NULL);

  const char *own = streek_record_get_text (target, STREEK_TARGET_AREA);
  const StreekRecord *item =
    own == NULL ? streek_record_follow (target, STREEK_TARGET_ITEM, records) : NULL;
  const StreekRecord *pact =
    item != NULL ? streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records) : NULL;

  return pact != NULL ? streek_record_get_text (pact, STREEK_PACT_AREA) : own;
}

guint
streek_target_ask_figures (const StreekRecord *target,
                           const StreekRecords *records,
                           StreekLatestQuery *queries)
{
  g_return_val_if_fail (target != NULL && records != NULL, 0);

  const char *indicator = streek_record_get_text (target, STREEK_TARGET_INDICATOR);
  const char *area = streek_target_get_area (target, records);
  StreekPeriod baseline = streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD);
  StreekPeriod by = streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD);

  if (indicator == NULL)
    return 0;

  queries[STREEK_TARGET_FIGURE_ACTUAL] = (StreekLatestQuery){
    .indicator = indicator,
    .area = area,
    .until = streek_period_get_last_day (by),
    .like = baseline.kind != STREEK_PERIOD_NONE ? baseline : by,
  };
  if (baseline.kind == STREEK_PERIOD_NONE)
    return 1;

  queries[STREEK_TARGET_FIGURE_BASELINE] = (StreekLatestQuery){
    .indicator = indicator,
    .area = area,
    .period = baseline,
  };

  return 2;
}

/* The actual */

static void
take_figure (StreekTargetActual *actual)
{
  const StreekTotal *total = &actual->figure->total;

  actual->basis = STREEK_TARGET_BY_FIGURE;
  actual->value = total->value;
  actual->period = actual->figure->period;
  actual->at_least = total->at_least;
  actual->qualifier = total->qualifier == STREEK_QUALIFIER_NONE && total->at_least
                        ? STREEK_QUALIFIER_ABOVE
                        : total->qualifier;
  actual->status = total->status;
  actual->coverage_pct = total->coverage_pct;
}

static void
take_count (StreekTargetActual *actual)
{
  const char *id = streek_record_get_text (actual->counted, STREEK_MEASUREMENT_QUALIFIER);

  actual->basis = STREEK_TARGET_BY_COUNT;
  actual->value = streek_record_get_number (actual->counted, STREEK_MEASUREMENT_VALUE);
  actual->period = streek_record_get_period (actual->counted, STREEK_MEASUREMENT_MEASURED_IN);
  if (id == NULL || !streek_qualifier_parse_id (id, &actual->qualifier))
    actual->qualifier = STREEK_QUALIFIER_NONE;
}

StreekTargetActual
streek_target_find_actual (const StreekRecordView *view, const StreekRecord *target)
{
  StreekTargetActual actual = { .value = NAN, .coverage_pct = NAN };

  g_return_val_if_fail (view != NULL && target != NULL, actual);

  StreekRecords *records = streek_record_view_get_records (view);

  actual.figure = streek_record_view_find_figure (view, target, STREEK_TARGET_FIGURE_ACTUAL);
  actual.later = streek_target_find_later_measurement (records, target);

  if (actual.figure != NULL && actual.figure->total.missing == STREEK_MISSING_NONE)
    {
      take_figure (&actual);
      return actual;
    }

  actual.counted = streek_target_find_measurement (records, target);
  if (actual.counted != NULL)
    take_count (&actual);

  return actual;
}

/* The way */

double
streek_target_find_baseline (const StreekRecordView *view,
                             const StreekRecord *target,
                             const StreekLatest **figure)
{
  g_return_val_if_fail (view != NULL && target != NULL, NAN);

  const StreekLatest *found =
    streek_record_view_find_figure (view, target, STREEK_TARGET_FIGURE_BASELINE);

  if (figure != NULL)
    *figure = found;
  if (streek_record_has (target, STREEK_TARGET_BASELINE))
    return streek_record_get_number (target, STREEK_TARGET_BASELINE);

  /* of a sum of which a part is unknown, no way begins */
  return found != NULL && found->total.missing == STREEK_MISSING_NONE && !found->total.at_least
           ? found->total.value
           : NAN;
}

static gboolean
is_broken (const StreekRecordView *view,
           const StreekIndicator *indicator,
           StreekPeriod from,
           StreekPeriod to)
{
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks_between (
    streek_record_view_get_catalogue (view), indicator->code, from, to);

  return breaks->len > 0;
}

gboolean
streek_target_is_due_before_baseline (const StreekRecord *target)
{
  g_return_val_if_fail (target != NULL, FALSE);

  StreekDate from =
    streek_period_get_first_day (streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD));
  StreekDate by =
    streek_period_get_last_day (streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD));

  return from != STREEK_DATE_NONE && by != STREEK_DATE_NONE && by < from;
}

StreekTargetObstacle
streek_target_find_obstacle (const StreekRecordView *view,
                             const StreekRecord *target,
                             const StreekTargetActual *actual)
{
  g_return_val_if_fail (view != NULL && target != NULL && actual != NULL, STREEK_TARGET_NO_ACTUAL);

  double start = streek_target_find_baseline (view, target, NULL);
  double aim = streek_record_get_number (target, STREEK_TARGET_TARGET);
  StreekPeriod baseline = streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD);
  const StreekIndicator *indicator =
    actual->basis == STREEK_TARGET_BY_FIGURE
      ? streek_catalogue_find (streek_record_view_get_catalogue (view),
                               streek_record_get_text (target, STREEK_TARGET_INDICATOR), NULL)
      : NULL;

  if (isnan (start))
    return STREEK_TARGET_NO_BASELINE;
  if (isnan (aim))
    return STREEK_TARGET_NO_AIM;
  if (aim == start)
    return STREEK_TARGET_NO_WAY;
  if (streek_target_is_due_before_baseline (target))
    return STREEK_TARGET_DUE_BEFORE;
  if (isnan (actual->value))
    return STREEK_TARGET_NO_ACTUAL;
  if (baseline.kind == STREEK_PERIOD_NONE)
    return STREEK_TARGET_NO_OBSTACLE;
  if (streek_period_get_last_day (actual->period) < streek_period_get_last_day (baseline))
    return STREEK_TARGET_OLDER_ACTUAL;

  /* what flowed in a year is not held against what flowed in a month */
  if (indicator != NULL && !streek_indicator_has_one_length (indicator, baseline, actual->period))
    return STREEK_TARGET_OTHER_LENGTH;

  return indicator != NULL && is_broken (view, indicator, baseline, actual->period)
           ? STREEK_TARGET_BROKEN
           : STREEK_TARGET_NO_OBSTACLE;
}

/* A number that is too high makes the share too low where the way goes down. */
static StreekQualifier
turn_qualifier (StreekQualifier qualifier, gboolean falls)
{
  if (!falls || qualifier == STREEK_QUALIFIER_NONE || qualifier == STREEK_QUALIFIER_ABOUT)
    return qualifier;

  return qualifier == STREEK_QUALIFIER_BELOW ? STREEK_QUALIFIER_ABOVE : STREEK_QUALIFIER_BELOW;
}

double
streek_target_find_share (const StreekRecordView *view,
                          const StreekRecord *target,
                          const StreekTargetActual *actual,
                          StreekQualifier *qualifier)
{
  g_return_val_if_fail (view != NULL && target != NULL && actual != NULL, NAN);

  double baseline = streek_target_find_baseline (view, target, NULL);
  double aim = streek_record_get_number (target, STREEK_TARGET_TARGET);

  if (qualifier != NULL)
    *qualifier = turn_qualifier (actual->qualifier, aim < baseline);

  return streek_target_find_obstacle (view, target, actual) == STREEK_TARGET_NO_OBSTACLE
           ? streek_target_compute_progress (baseline, aim, actual->value)
           : NAN;
}

/* Outcome */

/* A share of which only one side is known tells no more than that side. */
static const char *
judge_share (double share, StreekQualifier qualifier)
{
  gboolean can_be_more = qualifier == STREEK_QUALIFIER_ABOVE;
  gboolean can_be_less = qualifier == STREEK_QUALIFIER_BELOW;

  if (share >= 100 && !can_be_less)
    return "reached";
  if (share <= 0 && !can_be_more)
    return "no_nearer";
  if ((share > 0 && !can_be_less) && (share < 100 && !can_be_more))
    return "nearer";

  return "unsaid";
}

const char *
streek_target_get_outcome (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  StreekTargetActual actual = streek_target_find_actual (view, target);
  StreekQualifier qualifier;
  double share = streek_target_find_share (view, target, &actual, &qualifier);

  return isfinite (share) ? judge_share (share, qualifier) : "unsaid";
}
