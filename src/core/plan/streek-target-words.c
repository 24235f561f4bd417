/* streek-target-words.c: a target as a sentence: from what to what, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-words.h"

#include "base/streek-number.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-target-progress.h"
#include "table/streek-value.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* No share of a way is known more exactly. */
#define SHARE_DECIMALS 1

/* As few as tell the number, at most so many. */
static int
count_decimals (double value, int most)
{
  int n = 0;

  while (n < most && streek_number_round (value, n) != streek_number_round (value, most))
    n++;

  return n;
}

/* (nullable) */
static const char *
get_unit (const StreekRecordView *view, const StreekRecord *target)
{
  const char *unit = streek_record_get_text (target, STREEK_TARGET_UNIT);
  const char *code = streek_record_get_text (target, STREEK_TARGET_INDICATOR);

  if (unit != NULL || code == NULL)
    return unit;

  const StreekIndicator *indicator =
    streek_catalogue_find (streek_record_view_get_catalogue (view), code, NULL);

  return indicator != NULL ? indicator->unit : NULL;
}

/* "8.5 %" */
static char *
dup_number (const StreekRecordView *view, const StreekRecord *target, double value)
{
  const char *unit = get_unit (view, target);
  int decimals =
    streek_record_has (target, STREEK_TARGET_DECIMALS)
      ? (int) streek_record_get_integer (target, STREEK_TARGET_DECIMALS)
      : count_decimals (value, streek_target_kind.fields[STREEK_TARGET_TARGET].decimals);
  g_autofree char *number =
    streek_format_number (streek_record_view_get_format (view), value, decimals);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", number, unit)
                                       : g_steal_pointer (&number);
}

/* (nullable): "10 % (2019)" */
static char *
dup_baseline (const StreekRecordView *view, const StreekRecord *target)
{
  if (!streek_record_has (target, STREEK_TARGET_BASELINE))
    return NULL;

  g_autofree char *number =
    dup_number (view, target, streek_record_get_number (target, STREEK_TARGET_BASELINE));
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
    dup_number (view, target, streek_record_get_number (target, STREEK_TARGET_TARGET));
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

/* A number that is too high makes the share too low where the way goes down. */
static StreekQualifier
get_share_qualifier (const StreekRecord *target, StreekQualifier counted)
{
  gboolean falls = streek_record_get_number (target, STREEK_TARGET_TARGET) <
                   streek_record_get_number (target, STREEK_TARGET_BASELINE);

  if (!falls || counted == STREEK_QUALIFIER_NONE || counted == STREEK_QUALIFIER_ABOUT)
    return counted;

  return counted == STREEK_QUALIFIER_BELOW ? STREEK_QUALIFIER_ABOVE : STREEK_QUALIFIER_BELOW;
}

static StreekQualifier
get_qualifier (const StreekRecord *measurement)
{
  const char *id = streek_record_get_text (measurement, STREEK_MEASUREMENT_QUALIFIER);
  StreekQualifier qualifier = STREEK_QUALIFIER_NONE;

  return id != NULL && streek_qualifier_parse_id (id, &qualifier) ? qualifier
                                                                  : STREEK_QUALIFIER_NONE;
}

/* Why a target has come no share of its way. */
static const char *
explain_missing (const StreekRecord *target)
{
  /* Translators: this and the next three say why the progress of a target cannot be said. */
  if (!streek_record_has (target, STREEK_TARGET_BASELINE))
    return _ ("n/a, there is no baseline");
  if (!streek_record_has (target, STREEK_TARGET_TARGET))
    return _ ("n/a, there is no value to reach");
  if (streek_record_get_number (target, STREEK_TARGET_BASELINE) ==
      streek_record_get_number (target, STREEK_TARGET_TARGET))
    return _ ("n/a, the baseline is what should be reached");

  return _ ("n/a, no measurement is entered yet");
}

static char *
dup_share (const StreekRecordView *view,
           const StreekRecord *target,
           double share,
           StreekQualifier counted)
{
  g_autofree char *number = streek_format_number (streek_record_view_get_format (view), share,
                                                  count_decimals (share, SHARE_DECIMALS));

  /* Translators: how far it is from a baseline to a target: %1$s is nothing, "≈", "<" or ">", %2$s
   * is a number. */
  return g_strdup_printf (_ ("%1$s%2$s %% of the way"),
                          streek_qualifier_get_sign (get_share_qualifier (target, counted)),
                          number);
}

char *
streek_target_dup_progress (const StreekRecordView *view, const StreekRecord *target)
{
  g_return_val_if_fail (view != NULL && target != NULL, NULL);

  const StreekRecord *last =
    streek_target_find_measurement (streek_record_view_get_records (view), target);

  if (last == NULL)
    return g_strdup (explain_missing (target));

  double actual = streek_record_get_number (last, STREEK_MEASUREMENT_VALUE);
  double share = streek_target_compute_progress (
    streek_record_get_number (target, STREEK_TARGET_BASELINE),
    streek_record_get_number (target, STREEK_TARGET_TARGET), actual);
  StreekQualifier qualifier = get_qualifier (last);
  g_autofree char *words = isfinite (share) ? dup_share (view, target, share, qualifier)
                                            : g_strdup (explain_missing (target));
  g_autofree char *number = dup_number (view, target, actual);
  g_autofree char *period =
    streek_record_view_dup_text (view, last, STREEK_MEASUREMENT_MEASURED_IN);

  return g_strdup_printf ("%s: %s%s (%s)", words, streek_qualifier_get_sign (qualifier), number,
                          period);
}
