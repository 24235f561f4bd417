/* streek-target-state.c: where a target stood on a day: its numbers, as people saw them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-state.h"

#include "base/streek-number.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-target-actual.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SHARE_DECIMALS 1 /* no share of a way is known more exactly */
#define MOST_DECIMALS 15

/* As it is now */

const char *
streek_target_get_unit (const StreekRecordView *view, const StreekRecord *target)
{
  const char *unit = streek_record_get_text (target, STREEK_TARGET_UNIT);
  const char *code = streek_record_get_text (target, STREEK_TARGET_INDICATOR);
  const StreekIndicator *indicator =
    unit == NULL && code != NULL
      ? streek_catalogue_find (streek_record_view_get_catalogue (view), code, NULL)
      : NULL;

  return indicator != NULL ? indicator->unit : unit;
}

gboolean
streek_target_find_decimals (const StreekRecord *target, int *decimals)
{
  const StreekRecordField *field = &streek_target_kind.fields[STREEK_TARGET_DECIMALS];

  if (!streek_record_has (target, STREEK_TARGET_DECIMALS))
    return FALSE;

  *decimals = (int) CLAMP (streek_record_get_integer (target, STREEK_TARGET_DECIMALS),
                           (gint64) field->min, (gint64) field->max);

  return TRUE;
}

int
streek_target_get_decimals (const StreekRecordView *view,
                            const StreekRecord *target,
                            double value,
                            gboolean is_figure)
{
  const char *code = streek_record_get_text (target, STREEK_TARGET_INDICATOR);
  const StreekIndicator *indicator =
    is_figure && code != NULL
      ? streek_catalogue_find (streek_record_view_get_catalogue (view), code, NULL)
      : NULL;

  int decimals;

  if (streek_target_find_decimals (target, &decimals))
    return decimals;

  return indicator != NULL ? indicator->decimals
                           : streek_number_find_decimals (
                               value, streek_target_kind.fields[STREEK_TARGET_TARGET].decimals);
}

/* (transfer full) (nullable) */
static char *
dup_number (const StreekRecordView *view,
            const StreekRecord *target,
            double value,
            gboolean is_figure)
{
  if (!isfinite (value))
    return NULL;

  int decimals =
    CLAMP (streek_target_get_decimals (view, target, value, is_figure), 0, MOST_DECIMALS);
  double rounded = streek_number_round (value, decimals);

  /* LC_NUMERIC is C */
  return g_strdup_printf ("%.*f", decimals, rounded == 0 ? 0 : rounded);
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

static const char *
name_missing (const StreekRecord *target, const StreekTargetActual *actual)
{
  if (actual->figure != NULL)
    return "no_figure";
  if (actual->later != NULL)
    return "not_in_time";

  return streek_record_has (target, STREEK_TARGET_INDICATOR) ? "no_area" : "no_measurement";
}

static const char *
name_obstacle (const StreekRecord *target,
               const StreekTargetActual *actual,
               StreekTargetObstacle obstacle)
{
  switch (obstacle)
    {
    case STREEK_TARGET_NO_BASELINE:
      return "no_baseline";
    case STREEK_TARGET_NO_AIM:
      return "no_aim";
    case STREEK_TARGET_NO_WAY:
      return "no_way";
    case STREEK_TARGET_DUE_BEFORE:
      return "due_before";
    case STREEK_TARGET_OLDER_ACTUAL:
      return "older_actual";
    case STREEK_TARGET_OTHER_LENGTH:
      return "other_length";
    case STREEK_TARGET_BROKEN:
      return "broken";
    case STREEK_TARGET_NO_ACTUAL:
    case STREEK_TARGET_NO_OBSTACLE:
    default:
      return name_missing (target, actual);
    }
}

StreekTargetState *
streek_target_state_new (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  StreekTargetState *state = g_new0 (StreekTargetState, 1);
  StreekTargetActual actual = streek_target_find_actual (view, target);
  StreekQualifier of_way;

  state->way = streek_target_find_share (view, target, &actual, &of_way);
  state->unit = g_strdup (streek_target_get_unit (view, target));
  state->baseline = dup_number (view, target, streek_target_find_baseline (view, target, NULL),
                                !streek_record_has (target, STREEK_TARGET_BASELINE));
  state->baseline_period = streek_record_get_period (target, STREEK_TARGET_BASELINE_PERIOD);
  state->target =
    dup_number (view, target, streek_record_get_number (target, STREEK_TARGET_TARGET), FALSE);
  state->target_period = streek_record_get_period (target, STREEK_TARGET_TARGET_PERIOD);
  state->actual = dup_number (view, target, actual.value, actual.basis == STREEK_TARGET_BY_FIGURE);

  if (state->actual != NULL)
    {
      state->actual_period = actual.period;
      state->status = actual.status;
      state->sign = g_strdup (get_sign (actual.qualifier, actual.at_least));
    }

  if (isfinite (state->way))
    state->way_sign = g_strdup (get_sign (of_way, actual.at_least));
  else
    state->obstacle = g_strdup (
      name_obstacle (target, &actual, streek_target_find_obstacle (view, target, &actual)));

  return state;
}

StreekTargetState *
streek_target_state_copy (const StreekTargetState *state)
{
  StreekTargetState *copy = g_memdup2 (state, sizeof *state);

  copy->unit = g_strdup (state->unit);
  copy->baseline = g_strdup (state->baseline);
  copy->target = g_strdup (state->target);
  copy->actual = g_strdup (state->actual);
  copy->sign = g_strdup (state->sign);
  copy->way_sign = g_strdup (state->way_sign);
  copy->obstacle = g_strdup (state->obstacle);

  return copy;
}

void
streek_target_state_free (StreekTargetState *state)
{
  if (state == NULL)
    return;

  g_free (state->unit);
  g_free (state->baseline);
  g_free (state->target);
  g_free (state->actual);
  g_free (state->sign);
  g_free (state->way_sign);
  g_free (state->obstacle);
  g_free (state);
}

static gboolean
are_same (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
are_same_periods (StreekPeriod a, StreekPeriod b)
{
  return a.kind == b.kind && (a.kind == STREEK_PERIOD_NONE || streek_period_compare (a, b) == 0);
}

gboolean
streek_target_state_equal (const StreekTargetState *a, const StreekTargetState *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return are_same (a->unit, b->unit) && are_same (a->baseline, b->baseline) &&
         are_same_periods (a->baseline_period, b->baseline_period) &&
         are_same (a->target, b->target) && are_same_periods (a->target_period, b->target_period) &&
         are_same (a->actual, b->actual) && are_same_periods (a->actual_period, b->actual_period) &&
         a->status == b->status && are_same (a->sign, b->sign) &&
         ((isnan (a->way) && isnan (b->way)) || a->way == b->way) &&
         are_same (a->way_sign, b->way_sign) && are_same (a->obstacle, b->obstacle);
}

/* In words */

/* (transfer full) (nullable): "8.5 %"; NULL for none, and for what is no number */
static char *
dup_amount (const StreekTargetState *state, const char *number, const StreekFormat *format)
{
  double value;

  if (number == NULL || !streek_number_parse (number, &value))
    return NULL;

  const char *point = strchr (number, '.');
  int decimals = point != NULL ? (int) MIN (strlen (point + 1), MOST_DECIMALS) : 0;
  g_autofree char *text = streek_format_number (format, value, decimals);

  return state->unit != NULL && *state->unit != '\0' ? g_strdup_printf ("%s %s", text, state->unit)
                                                     : g_steal_pointer (&text);
}

/* (transfer full) (nullable): "10 % (2019)" */
static char *
dup_baseline (const StreekTargetState *state, const StreekFormat *format)
{
  g_autofree char *number = dup_amount (state, state->baseline, format);

  if (number == NULL || state->baseline_period.kind == STREEK_PERIOD_NONE)
    return g_steal_pointer (&number);

  g_autofree char *period = streek_format_period (format, state->baseline_period);

  return g_strdup_printf ("%s (%s)", number, period);
}

/* (transfer full) (nullable): "6 % by 2030" */
char *
streek_target_state_dup_goal (const StreekTargetState *state, const StreekFormat *format)
{
  g_return_val_if_fail (state != NULL, NULL);

  g_autofree char *number = dup_amount (state, state->target, format);

  if (number == NULL || state->target_period.kind == STREEK_PERIOD_NONE)
    return g_steal_pointer (&number);

  g_autofree char *period = streek_format_period (format, state->target_period);

  /* Translators: what should be reached, such as "6 % by 2030". */
  return g_strdup_printf (_ ("%1$s by %2$s"), number, period);
}

char *
streek_target_state_dup_way (const StreekTargetState *state, const StreekFormat *format)
{
  g_return_val_if_fail (state != NULL, NULL);

  g_autofree char *baseline = dup_baseline (state, format);
  g_autofree char *goal = streek_target_state_dup_goal (state, format);

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

const StreekRecordWord streek_target_obstacles[] = {
  /* Translators: this and the next ones say why the progress of a target cannot be said. */
  { "no_baseline", N_ ("n/a, there is no baseline") },
  { "no_aim", N_ ("n/a, there is no value to reach") },
  { "no_way", N_ ("n/a, the baseline is what should be reached") },
  { "due_before", N_ ("n/a, it is due before its baseline") },
  { "older_actual", N_ ("n/a, there is nothing newer than the baseline") },
  { "other_length", N_ ("n/a, the baseline is of a longer or shorter time") },
  { "broken", N_ ("n/a, the series breaks in between") },
  { "no_figure", N_ ("n/a, there is no figure") },
  { "not_in_time", N_ ("n/a, nothing was measured in time") },
  { "no_area", N_ ("n/a, the area of its figures is not filled in") },
  { "no_measurement", N_ ("n/a, no measurement is entered yet") },
  { NULL, NULL },
};

/* @id: (nullable) */
static const char *
explain (const char *id)
{
  for (guint i = 0; streek_target_obstacles[i].id != NULL; i++)
    if (g_strcmp0 (streek_target_obstacles[i].id, id) == 0)
      return _ (streek_target_obstacles[i].label);

  return "–";
}

static char *
dup_share (const StreekTargetState *state, const StreekFormat *format)
{
  g_autofree char *number = streek_format_number (
    format, state->way, streek_number_find_decimals (state->way, SHARE_DECIMALS));
  gboolean has_sign = state->way_sign != NULL && *state->way_sign != '\0';
  /* 99.96 % is not all of the way */
  gboolean is_almost = state->way < 100 && streek_number_round (state->way, SHARE_DECIMALS) >= 100;

  /* Translators: how far it is from a baseline to a target: %1$s is nothing, "≈", "<" or ">", %2$s
   * is a number. */
  return g_strdup_printf (_ ("%1$s%2$s %% of the way"),
                          has_sign    ? state->way_sign
                          : is_almost ? "<"
                                      : "",
                          number);
}

char *
streek_target_state_dup_actual (const StreekTargetState *state, const StreekFormat *format)
{
  g_return_val_if_fail (state != NULL, NULL);

  g_autofree char *number = dup_amount (state, state->actual, format);

  if (number == NULL)
    return NULL;

  const char *sign = state->sign != NULL ? state->sign : "";

  if (state->actual_period.kind == STREEK_PERIOD_NONE)
    return g_strconcat (sign, number, NULL);

  g_autofree char *period = streek_format_period (format, state->actual_period);

  if (state->status == STREEK_STATUS_FINAL)
    return g_strdup_printf ("%s%s (%s)", sign, number, period);

  /* a word of the status of a figure: "2025, provisional" */
  return g_strdup_printf ("%s%s (%s, %s)", sign, number, period,
                          streek_status_get_label (state->status));
}

char *
streek_target_state_dup_progress (const StreekTargetState *state, const StreekFormat *format)
{
  g_return_val_if_fail (state != NULL, NULL);

  g_autofree char *words =
    isfinite (state->way) ? dup_share (state, format) : g_strdup (explain (state->obstacle));
  g_autofree char *number = streek_target_state_dup_actual (state, format);

  return number != NULL ? g_strdup_printf ("%s: %s", words, number) : g_steal_pointer (&words);
}
