/* streek-target-words.c: a target as a sentence: from what to what, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-words.h"

#include "base/streek-number.h"
#include "indicator/streek-total-change.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-target-actual.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* No share of a way is known more exactly. */
#define SHARE_DECIMALS 1

/* (nullable) */
static const StreekIndicator *
find_indicator (const StreekRecordView *view, const StreekRecord *target)
{
  const char *code = streek_record_get_text (target, STREEK_TARGET_INDICATOR);

  return code != NULL ? streek_catalogue_find (streek_record_view_get_catalogue (view), code, NULL)
                      : NULL;
}

/* (nullable) */
static const char *
get_unit (const StreekRecordView *view, const StreekRecord *target)
{
  const char *unit = streek_record_get_text (target, STREEK_TARGET_UNIT);
  const StreekIndicator *indicator = unit == NULL ? find_indicator (view, target) : NULL;

  return indicator != NULL ? indicator->unit : unit;
}

/* What was typed has the decimals that it was typed with, a figure those of its indicator. */
static int
get_decimals (const StreekRecordView *view,
              const StreekRecord *target,
              double value,
              gboolean is_figure)
{
  const StreekIndicator *indicator = is_figure ? find_indicator (view, target) : NULL;

  if (streek_record_has (target, STREEK_TARGET_DECIMALS))
    return (int) streek_record_get_integer (target, STREEK_TARGET_DECIMALS);

  return indicator != NULL ? indicator->decimals
                           : streek_number_find_decimals (
                               value, streek_target_kind.fields[STREEK_TARGET_TARGET].decimals);
}

void
streek_target_measure (const StreekRecord *record,
                       const StreekRecordView *view,
                       const char *column,
                       StreekRecordMeasure *measure)
{
  gboolean is_figure = g_str_equal (column, "actual");

  if (!is_figure && !g_str_equal (column, "baseline") && !g_str_equal (column, "target"))
    return;

  const StreekIndicator *indicator = is_figure ? find_indicator (view, record) : NULL;

  measure->unit = get_unit (view, record);
  if (streek_record_has (record, STREEK_TARGET_DECIMALS))
    measure->decimals = (int) streek_record_get_integer (record, STREEK_TARGET_DECIMALS);
  else if (indicator != NULL)
    measure->decimals = indicator->decimals;
}

void
streek_measurement_measure (const StreekRecord *record,
                            const StreekRecordView *view,
                            const char *column,
                            StreekRecordMeasure *measure)
{
  const StreekRecord *target =
    streek_record_follow (record, STREEK_MEASUREMENT_TARGET, streek_record_view_get_records (view));

  if (target == NULL || !g_str_equal (column, "value"))
    return;

  measure->unit = get_unit (view, target);
  if (streek_record_has (target, STREEK_TARGET_DECIMALS))
    measure->decimals = (int) streek_record_get_integer (target, STREEK_TARGET_DECIMALS);
}

/* "8.5 %" */
static char *
dup_number (const StreekRecordView *view,
            const StreekRecord *target,
            double value,
            gboolean is_figure)
{
  const char *unit = get_unit (view, target);
  int decimals = get_decimals (view, target, value, is_figure);
  g_autofree char *number =
    streek_format_number (streek_record_view_get_format (view), value, decimals);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", number, unit)
                                       : g_steal_pointer (&number);
}

/* (nullable): "10 % (2019)" */
static char *
dup_baseline (const StreekRecordView *view, const StreekRecord *target)
{
  double baseline = streek_target_find_baseline (view, target, NULL);

  if (isnan (baseline))
    return NULL;

  g_autofree char *number =
    dup_number (view, target, baseline, !streek_record_has (target, STREEK_TARGET_BASELINE));
  g_autofree char *period =
    streek_record_view_dup_text (view, target, STREEK_TARGET_BASELINE_PERIOD);

  return *period != '\0' ? g_strdup_printf ("%s (%s)", number, period) : g_steal_pointer (&number);
}

/* (nullable): "6 % by 2030" */
static char *
dup_goal (const StreekRecordView *view, const StreekRecord *target)
{
  if (!streek_record_has (target, STREEK_TARGET_TARGET))
    return NULL;

  g_autofree char *number =
    dup_number (view, target, streek_record_get_number (target, STREEK_TARGET_TARGET), FALSE);
  g_autofree char *period = streek_record_view_dup_text (view, target, STREEK_TARGET_TARGET_PERIOD);

  return *period != '\0'
           /* Translators: what should be reached, such as "6 % by 2030". */
           ? g_strdup_printf (_ ("%1$s by %2$s"), number, period)
           : g_steal_pointer (&number);
}

char *
streek_target_dup_way (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  g_autofree char *baseline = dup_baseline (view, target);
  g_autofree char *goal = dup_goal (view, target);

  if (baseline != NULL && goal != NULL)
    /* Translators: "10 % (2019)" and "6 % by 2030". */
    return g_strdup_printf (_ ("From %1$s to %2$s"), baseline, goal);
  if (goal != NULL)
    /* Translators: %s is "6 % by 2030". */
    return g_strdup_printf (_ ("To %s, without a baseline"), goal);
  if (baseline != NULL)
    /* Translators: %s is "10 % (2019)". */
    return g_strdup_printf (_ ("From %s, without a value to reach"), baseline);

  return g_strdup (_ ("Without a baseline and without a value to reach"));
}

/* Progress */

static const char *
explain_no_actual (const StreekRecord *target, const StreekTargetActual *actual)
{
  if (actual->figure != NULL)
    return _ ("n/a, there is no figure");

  if (actual->later != NULL)
    return _ ("n/a, nothing was measured in time");

  return streek_record_has (target, STREEK_TARGET_INDICATOR)
           ? _ ("n/a, the area of its figures is not filled in")
           : _ ("n/a, no measurement is entered yet");
}

static const char *
explain_obstacle (const StreekRecord *target,
                  const StreekTargetActual *actual,
                  StreekTargetObstacle obstacle)
{
  switch (obstacle)
    {
    /* Translators: this and the next ones say why the progress of a target cannot be said. */
    case STREEK_TARGET_NO_BASELINE:
      return _ ("n/a, there is no baseline");
    case STREEK_TARGET_NO_AIM:
      return _ ("n/a, there is no value to reach");
    case STREEK_TARGET_NO_WAY:
      return _ ("n/a, the baseline is what should be reached");
    case STREEK_TARGET_DUE_BEFORE:
      return _ ("n/a, it is due before its baseline");
    case STREEK_TARGET_OLDER_ACTUAL:
      return _ ("n/a, there is nothing newer than the baseline");
    case STREEK_TARGET_OTHER_LENGTH:
      return _ ("n/a, the baseline is of a longer or shorter time");
    case STREEK_TARGET_BROKEN:
      return _ ("n/a, the series breaks in between");
    case STREEK_TARGET_NO_ACTUAL:
    case STREEK_TARGET_NO_OBSTACLE:
    default:
      return explain_no_actual (target, actual);
    }
}

/* A sum of which a part is unknown may be what is known, and no more. */
static const char *
get_sign (StreekQualifier qualifier, gboolean at_least)
{
  if (at_least && qualifier == STREEK_QUALIFIER_ABOVE)
    return "≥";
  if (at_least && qualifier == STREEK_QUALIFIER_BELOW)
    return "≤";

  return streek_qualifier_get_sign (qualifier);
}

static char *
dup_share (const StreekRecordView *view, double share, const char *sign)
{
  g_autofree char *number =
    streek_format_number (streek_record_view_get_format (view), share,
                          streek_number_find_decimals (share, SHARE_DECIMALS));

  /* Translators: how far it is from a baseline to a target: %1$s is nothing, "≈", "<" or ">", %2$s
   * is a number. */
  return g_strdup_printf (_ ("%1$s%2$s %% of the way"), sign, number);
}

char *
streek_target_dup_actual (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  StreekTargetActual actual = streek_target_find_actual (view, target);

  if (isnan (actual.value))
    return NULL;

  g_autofree char *number =
    dup_number (view, target, actual.value, actual.basis == STREEK_TARGET_BY_FIGURE);
  g_autofree char *period =
    streek_format_period (streek_record_view_get_format (view), actual.period);
  const char *sign = get_sign (actual.qualifier, actual.at_least);

  if (actual.status == STREEK_STATUS_FINAL)
    return g_strdup_printf ("%s%s (%s)", sign, number, period);

  /* a word of the status of a figure: "2025, provisional" */
  return g_strdup_printf ("%s%s (%s, %s)", sign, number, period,
                          streek_status_get_label (actual.status));
}

char *
streek_target_dup_progress (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  StreekTargetActual actual = streek_target_find_actual (view, target);
  StreekQualifier qualifier;
  double share = streek_target_find_share (view, target, &actual, &qualifier);
  StreekTargetObstacle obstacle = streek_target_find_obstacle (view, target, &actual);
  g_autofree char *words = isfinite (share)
                             ? dup_share (view, share, get_sign (qualifier, actual.at_least))
                             : g_strdup (explain_obstacle (target, &actual, obstacle));
  g_autofree char *number = streek_target_dup_actual (view, target);

  return number != NULL ? g_strdup_printf ("%s: %s", words, number) : g_steal_pointer (&words);
}

/* Remarks */

static void
add_remark (GString *remarks, const char *remark)
{
  if (remark == NULL || *remark == '\0')
    return;
  if (remarks->len > 0)
    g_string_append_c (remarks, ' ');
  g_string_append (remarks, remark);
}

static void
add_actual_remarks (GString *remarks, const StreekTargetActual *actual)
{
  const StreekLatest *figure = actual->figure;

  if (figure != NULL && figure->total.missing != STREEK_MISSING_NONE)
    {
      g_autofree char *why =
        /* Translators: %s says why: "unknown", "confidential", "too little coverage". */
        g_strdup_printf (_ ("The figure of the indicator is missing: %s."),
                         streek_missing_get_label (figure->total.missing));

      add_remark (remarks, why);
    }
  if (figure != NULL && figure->elsewhere != NULL)
    {
      /* Translators: %s is "no figure for RESOC X, but one for arrondissement Y: 28.8 %". */
      g_autofree char *elsewhere = g_strdup_printf (_ ("There is %s."), figure->elsewhere);

      add_remark (remarks, elsewhere);
    }
  if (figure != NULL)
    add_remark (remarks, figure->total.note);
  if (actual->basis == STREEK_TARGET_BY_COUNT && figure != NULL)
    add_remark (remarks, _ ("This is the last own count."));
}

/* What was counted after the day by which it should have been reached is told, and no more. */
static void
add_later_remark (GString *remarks,
                  const StreekRecordView *view,
                  const StreekRecord *target,
                  const StreekTargetActual *actual)
{
  if (actual->later == NULL)
    return;

  g_autofree char *number = dup_number (
    view, target, streek_record_get_number (actual->later, STREEK_MEASUREMENT_VALUE), FALSE);
  g_autofree char *period =
    streek_record_view_dup_text (view, actual->later, STREEK_MEASUREMENT_MEASURED_IN);
  const char *id = streek_record_get_text (actual->later, STREEK_MEASUREMENT_QUALIFIER);
  StreekQualifier qualifier = STREEK_QUALIFIER_NONE;

  if (id != NULL && !streek_qualifier_parse_id (id, &qualifier))
    qualifier = STREEK_QUALIFIER_NONE;

  g_autofree char *words = g_strdup_printf (
    /* Translators: what was counted when it was too late: %1$s is nothing, "≈", "<" or ">", %2$s a
     * number with a unit and %3$s a period. */
    _ ("Counted later: %1$s%2$s (%3$s)."), streek_qualifier_get_sign (qualifier), number, period);

  add_remark (remarks, words);
}

/* A baseline that is not entered is told whence it comes; one that is, where figures differ now. */
static void
add_baseline_remarks (GString *remarks, const StreekRecordView *view, const StreekRecord *target)
{
  const StreekLatest *figure;
  double baseline = streek_target_find_baseline (view, target, &figure);

  if (figure == NULL)
    return;

  g_autofree char *period =
    streek_record_view_dup_text (view, target, STREEK_TARGET_BASELINE_PERIOD);

  if (streek_record_has (target, STREEK_TARGET_BASELINE))
    {
      g_autofree char *typed = dup_number (view, target, baseline, FALSE);
      g_autofree char *now = dup_number (view, target, figure->total.value, FALSE);

      if (figure->total.missing != STREEK_MISSING_NONE || g_str_equal (typed, now))
        return;

      g_autofree char *words =
        /* Translators: %1$s is a period, %2$s and %3$s are numbers with a unit. */
        g_strdup_printf (_ ("For %1$s the figures now say %2$s; the baseline is %3$s."), period,
                         now, typed);

      add_remark (remarks, words);
      return;
    }

  g_autofree char *words =
    isnan (baseline)
      /* Translators: %s is a period. */
      ? g_strdup_printf (_ ("No baseline is entered, and the figures have none for %s."), period)
      : g_strdup (_ ("The baseline comes from the figures."));

  add_remark (remarks, words);
}

/* Where the definition or the source changed on the way, it is no way. */
static void
add_break_remarks (GString *remarks,
                   const StreekRecordView *view,
                   const StreekRecord *target,
                   const StreekTargetActual *actual)
{
  StreekPeriod baseline = streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD);
  const StreekIndicator *indicator = find_indicator (view, target);

  if (indicator == NULL || actual->basis != STREEK_TARGET_BY_FIGURE ||
      baseline.kind == STREEK_PERIOD_NONE)
    return;

  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks_between (
    streek_record_view_get_catalogue (view), indicator->code, baseline, actual->period);

  for (guint i = 0; i < breaks->len; i++)
    {
      g_autofree char *words = streek_break_describe (breaks->pdata[i], indicator);

      add_remark (remarks, words);
    }
}

char *
streek_target_dup_remarks (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  StreekTargetActual actual = streek_target_find_actual (view, target);
  GString *remarks = g_string_new (NULL);

  add_actual_remarks (remarks, &actual);
  add_later_remark (remarks, view, target, &actual);
  add_break_remarks (remarks, view, target, &actual);
  add_baseline_remarks (remarks, view, target);

  return g_string_free (remarks, remarks->len == 0);
}

char *
streek_target_dup_summary (const StreekRecord *target, const StreekRecordView *view)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  g_autofree char *way = streek_target_dup_way (view, target);
  g_autofree char *progress = streek_target_dup_progress (view, target);
  g_autofree char *remarks = streek_target_dup_remarks (view, target);

  return g_strdup_printf ("%s · %s%s%s", way, progress, remarks != NULL ? ". " : "",
                          remarks != NULL ? remarks : "");
}
