/* streek-course.c: whether the figures of an area became better or worse over the last years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-course.h"

#include "base/streek-number.h"
#include "indicator/streek-total-change.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
streek_course_clear (StreekCourse *course)
{
  streek_latest_clear (&course->latest);
  g_clear_pointer (&course->note, g_free);
}

/* Which period */

/* A quarter is held against the same quarter of another year: many things come and go with the
 * seasons. */
static gboolean
may_begin (StreekPeriod from, StreekPeriod to)
{
  int years = to.year - from.year;

  return from.kind == to.kind && from.part == to.part && from.day == to.day &&
         years >= STREEK_COURSE_LEAST_YEARS && years <= STREEK_COURSE_MOST_YEARS;
}

static gboolean
is_broken (StreekTotals *totals,
           const StreekIndicator *indicator,
           StreekPeriod from,
           StreekPeriod to)
{
  g_autoptr (GPtrArray) breaks =
    streek_catalogue_list_breaks_between (totals->catalogue, indicator->code, from, to);

  return breaks->len > 0;
}

/* The land that the last figure is of. */
static const StreekArea *
find_land (StreekTotals *totals,
           const StreekIndicator *indicator,
           const char *area,
           StreekPeriod to,
           GError **error)
{
  StreekDate on;

  return streek_totals_pick_date (totals, indicator, to, &on, error)
           ? streek_areas_resolve_ref (totals->areas, area, on, NULL, error)
           : NULL;
}

static void
take_from (StreekCourse *course, const StreekTotal *from, char *note)
{
  course->is_compared = TRUE;
  course->from_value = from->value;
  course->to_value = course->latest.total.value;
  course->change = streek_change_compute (course->measure, course->from_value, course->to_value);
  course->note = note;
}

/* Tries one period on the land of the last; FALSE where the file could not be read. */
static gboolean
try_from (StreekTotals *totals,
          const StreekIndicator *indicator,
          const StreekArea *land,
          StreekPeriod from,
          StreekCourse *course,
          GError **error)
{
  StreekTotal total;
  g_autofree char *note = NULL;

  if (!streek_totals_compute (totals, indicator, land, from, NAN, &total, error))
    return FALSE;

  if (total.status != STREEK_STATUS_PROJECTION &&
      streek_totals_explain_pair (&total, &course->latest.total, &note) == STREEK_MISSING_NONE)
    {
      course->from = from;
      take_from (course, &total, g_steal_pointer (&note));
    }
  streek_total_clear (&total);

  return TRUE;
}

/* The earliest that compares. */
static gboolean
find_from (StreekTotals *totals,
           const StreekIndicator *indicator,
           const StreekArea *land,
           StreekCourse *course,
           GError **error)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (totals->catalogue, indicator);
  gboolean saw_break = FALSE;

  for (guint i = 0; i < periods->len && !course->is_compared; i++)
    {
      StreekPeriod from = g_array_index (periods, StreekPeriod, i);

      if (!may_begin (from, course->to))
        continue;
      if (is_broken (totals, indicator, from, course->to))
        saw_break = TRUE;
      else if (!try_from (totals, indicator, land, from, course, error))
        return FALSE;
    }

  if (!course->is_compared)
    course->note =
      g_strdup (saw_break ? _ ("The series was broken, and nothing since is a year older.")
                          : _ ("There is no figure of one to five years before to compare with."));

  return TRUE;
}

/* Judging */

static StreekCourseKind
judge (const StreekIndicator *indicator, double from, double to)
{
  double before = streek_number_round (from, indicator->decimals);
  double after = streek_number_round (to, indicator->decimals);

  if (before == after)
    return STREEK_COURSE_SAME;

  switch (indicator->direction)
    {
    case STREEK_DIRECTION_HIGHER_IS_BETTER:
      return after > before ? STREEK_COURSE_BETTER : STREEK_COURSE_WORSE;
    case STREEK_DIRECTION_LOWER_IS_BETTER:
      return after < before ? STREEK_COURSE_BETTER : STREEK_COURSE_WORSE;
    case STREEK_DIRECTION_NEUTRAL:
    case STREEK_DIRECTION_LOWER_IS_TIGHTER:
    default:
      return STREEK_COURSE_UNJUDGED;
    }
}

/* An indicator or an area that is no more there: no course, and said as such. */
static gboolean
forgive (StreekCourse *course, GError *failure, GError **error)
{
  if (failure->domain != STREEK_INDICATOR_ERROR && failure->domain != STREEK_AREA_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_free (course->note);
  course->note = g_strdup (failure->message);
  g_error_free (failure);

  return TRUE;
}

/**
 * streek_totals_judge_course:
 * @course: (out): clear with streek_course_clear()
 *
 * Holds the latest figure, never a projection, against the earliest one of one to five years
 * before: of the same season, on the same land, since the last break of the series. What is only
 * known in part compares with nothing. Better and worse are of the direction of the indicator;
 * without one, the course is told and not judged.
 */
gboolean
streek_totals_judge_course (StreekTotals *totals,
                            const char *code,
                            const char *area,
                            StreekDate today,
                            StreekCourse *course,
                            GError **error)
{
  g_return_val_if_fail (totals != NULL && code != NULL && area != NULL, FALSE);
  g_return_val_if_fail (course != NULL, FALSE);

  const StreekLatestQuery query = { .indicator = code, .area = area, .until = today };
  const StreekIndicator *indicator = streek_catalogue_find (totals->catalogue, code, NULL);
  GError *failure = NULL;

  *course = (StreekCourse){ .from_value = NAN, .to_value = NAN, .change = NAN };

  if (!streek_totals_find_latest (totals, &query, &course->latest, error))
    return FALSE;
  if (course->latest.total.missing != STREEK_MISSING_NONE)
    {
      course->note = g_strdup (course->latest.total.note);
      return TRUE;
    }

  course->to = course->latest.period;
  course->measure = streek_indicator_pick_measure (indicator);

  const StreekArea *land = find_land (totals, indicator, area, course->to, &failure);

  if (land == NULL || !find_from (totals, indicator, land, course, &failure))
    return forgive (course, failure, error);

  if (course->is_compared)
    course->kind = judge (indicator, course->from_value, course->to_value);

  return TRUE;
}

/* Words */

static const char *
get_verdict (StreekCourseKind kind)
{
  switch (kind)
    {
    case STREEK_COURSE_SAME:
      return C_ ("course of a figure", "unchanged");
    case STREEK_COURSE_BETTER:
      return C_ ("course of a figure", "more favourable");
    case STREEK_COURSE_WORSE:
      return C_ ("course of a figure", "less favourable");
    case STREEK_COURSE_UNJUDGED:
    default:
      return C_ ("course of a figure", "neither is better");
    }
}

/* "+2.0 percentage points", "−12.5 %" */
static char *
dup_change (const StreekCourse *course,
            const StreekIndicator *indicator,
            const StreekFormat *format)
{
  g_autofree char *number = NULL;

  if (course->measure == STREEK_CHANGE_PERCENTAGE_POINTS)
    {
      number = streek_format_signed (format, course->change, indicator->decimals);

      /* Translators: %s is a number with its sign: the change of a percentage. */
      return g_strdup_printf (_ ("%s percentage points"), number);
    }
  if (isnan (course->change)) /* from 0 there is no percentage */
    return streek_format_signed (format, course->to_value - course->from_value,
                                 indicator->decimals);

  number = streek_format_signed (format, course->change, 1);

  return g_strdup_printf ("%s %%", number);
}

char *
streek_course_dup_words (const StreekCourse *course,
                         const StreekIndicator *indicator,
                         const StreekFormat *format)
{
  g_return_val_if_fail (course != NULL && indicator != NULL && format != NULL, NULL);

  g_autofree char *last = streek_latest_dup_words (&course->latest, indicator, format);

  if (!course->is_compared)
    return course->note != NULL ? g_strdup_printf ("%s. %s", last, course->note)
                                : g_steal_pointer (&last);

  g_autofree char *first = streek_format_number (format, course->from_value, indicator->decimals);
  g_autofree char *period = streek_format_period (format, course->from);
  g_autofree char *change = dup_change (course, indicator, format);

  /* Translators: %1$s is a number, %2$s its unit and %3$s its period; %4$s is "12 % (2024)", %5$s
   * "+2 percentage points" and %6$s "less favourable". */
  return g_strdup_printf (_ ("from %1$s %2$s (%3$s) to %4$s, %5$s: %6$s"), first, indicator->unit,
                          period, last, change, get_verdict (course->kind));
}
