/* streek-target-words.c: a target as a sentence: from what to what, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-words.h"

#include "base/streek-number.h"
#include "indicator/streek-total-change.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-target-actual.h"
#include "plan/streek-target-state.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* (nullable) */
static const StreekIndicator *
find_indicator (const StreekRecordView *view, const StreekRecord *target)
{
  const char *code = streek_record_get_text (target, STREEK_TARGET_INDICATOR);

  return code != NULL ? streek_catalogue_find (streek_record_view_get_catalogue (view), code, NULL)
                      : NULL;
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

  measure->unit = streek_target_get_unit (view, record);
  if (!streek_target_find_decimals (record, &measure->decimals) && indicator != NULL)
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

  measure->unit = streek_target_get_unit (view, target);
  streek_target_find_decimals (target, &measure->decimals);
}

/* "8.5 %" */
static char *
dup_number (const StreekRecordView *view,
            const StreekRecord *target,
            double value,
            gboolean is_figure)
{
  const char *unit = streek_target_get_unit (view, target);
  int decimals = streek_target_get_decimals (view, target, value, is_figure);
  g_autofree char *number =
    streek_format_number (streek_record_view_get_format (view), value, decimals);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", number, unit)
                                       : g_steal_pointer (&number);
}

char *
streek_target_dup_goal (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  g_autoptr (StreekTargetState) state = streek_target_state_new (view, target);

  return streek_target_state_dup_goal (state, streek_record_view_get_format (view));
}

char *
streek_target_dup_way (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  g_autoptr (StreekTargetState) state = streek_target_state_new (view, target);

  return streek_target_state_dup_way (state, streek_record_view_get_format (view));
}

char *
streek_target_dup_progress (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  g_autoptr (StreekTargetState) state = streek_target_state_new (view, target);

  return streek_target_state_dup_progress (state, streek_record_view_get_format (view));
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

/* What adds up over a year is less in a quarter; a day says nothing of that. */
static void
add_length_remark (GString *remarks, const StreekRecord *target, const StreekTargetActual *actual)
{
  StreekPeriod baseline = streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD);

  if (actual->basis == STREEK_TARGET_BY_COUNT && baseline.kind != STREEK_PERIOD_NONE &&
      baseline.kind != STREEK_PERIOD_DAY && actual->period.kind != STREEK_PERIOD_DAY &&
      actual->period.kind != baseline.kind)
    add_remark (remarks, _ ("The count is of a longer or shorter time than the baseline."));
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
  add_length_remark (remarks, target, &actual);
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
