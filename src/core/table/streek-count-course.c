/* streek-count-course.c: what was counted of one thing, through time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-count-course.h"

#include <glib/gi18n-lib.h>

/* As of the lines of a chart: what follows after more than this many usual steps comes after a gap.
 */
#define GAP_STEPS 1.6

struct _StreekCountCourse
{
  gatomicrefcount refs;
  GArray *points; /* StreekCountPoint, by time */
  guint n_undated;
};

static void
clear_point (gpointer data)
{
  g_free (((StreekCountPoint *) data)->said);
}

/**
 * streek_count_course_new:
 *
 * Returns: (transfer full): one without a point
 */
StreekCountCourse *
streek_count_course_new (void)
{
  StreekCountCourse *course = g_new0 (StreekCountCourse, 1);

  g_atomic_ref_count_init (&course->refs);
  course->points = g_array_new (FALSE, FALSE, sizeof (StreekCountPoint));
  g_array_set_clear_func (course->points, clear_point);

  return course;
}

StreekCountCourse *
streek_count_course_ref (StreekCountCourse *course)
{
  g_atomic_ref_count_inc (&course->refs);

  return course;
}

void
streek_count_course_unref (StreekCountCourse *course)
{
  if (course == NULL || !g_atomic_ref_count_dec (&course->refs))
    return;

  g_array_unref (course->points);
  g_free (course);
}

void
streek_count_course_add (StreekCountCourse *course,
                         StreekPeriod period,
                         double value,
                         StreekQualifier qualifier,
                         const char *said)
{
  g_return_if_fail (course != NULL && said != NULL);

  StreekCountPoint point = { period, value, qualifier, NULL };
  guint at = course->points->len;

  if (period.kind == STREEK_PERIOD_NONE)
    {
      course->n_undated++;
      return;
    }

  while (at > 0 && streek_period_compare (
                     g_array_index (course->points, StreekCountPoint, at - 1).period, period) > 0)
    at--;

  point.said = g_strdup (said);
  g_array_insert_val (course->points, at, point);
}

guint
streek_count_course_get_n_points (const StreekCountCourse *course)
{
  return course->points->len;
}

const StreekCountPoint *
streek_count_course_get_point (const StreekCountCourse *course, guint point)
{
  g_return_val_if_fail (point < course->points->len, NULL);

  return &g_array_index (course->points, StreekCountPoint, point);
}

/* Gaps */

/* What is counted on days has no rhythm of its own: a year without such a day is a gap. */
static StreekPeriodKind
get_rhythm (const StreekCountPoint *point)
{
  return point->period.kind == STREEK_PERIOD_DAY ? STREEK_PERIOD_YEAR : point->period.kind;
}

static int
get_number (const StreekCountPoint *point)
{
  return point->period.kind == STREEK_PERIOD_DAY ? point->period.year
                                                 : streek_period_get_number (point->period);
}

/* Years, quarters or months between @point and the one before; 0: not of the same length */
static int
get_step (const StreekCountCourse *course, guint point)
{
  const StreekCountPoint *to = streek_count_course_get_point (course, point);
  const StreekCountPoint *from = streek_count_course_get_point (course, point - 1);

  return from->period.kind == to->period.kind ? get_number (to) - get_number (from) : 0;
}

/* The shortest step between two of that kind that follow each other. */
static int
get_usual_step (const StreekCountCourse *course, guint8 kind)
{
  int least = 0;

  for (guint i = 1; i < course->points->len; i++)
    {
      int step = get_step (course, i);

      if (streek_count_course_get_point (course, i)->period.kind == kind && step > 0 &&
          (least == 0 || step < least))
        least = step;
    }

  return MAX (least, 1);
}

static gboolean
is_same_kind (const StreekCountCourse *course, guint point)
{
  return streek_count_course_get_point (course, point)->period.kind ==
         streek_count_course_get_point (course, point - 1)->period.kind;
}

gboolean
streek_count_course_is_joined (const StreekCountCourse *course, guint point)
{
  if (point == 0 || !is_same_kind (course, point))
    return FALSE;

  guint8 kind = streek_count_course_get_point (course, point)->period.kind;

  return get_step (course, point) < GAP_STEPS * get_usual_step (course, kind);
}

/* Points */

guint
streek_count_course_find_highest (const StreekCountCourse *course)
{
  guint highest = 0;

  for (guint i = 1; i < course->points->len; i++)
    if (streek_count_course_get_point (course, i)->value >
        streek_count_course_get_point (course, highest)->value)
      highest = i;

  return highest;
}

int
streek_count_course_find_double (const StreekCountCourse *course)
{
  for (guint i = 1; i < course->points->len; i++)
    if (streek_period_equal (streek_count_course_get_point (course, i)->period,
                             streek_count_course_get_point (course, i - 1)->period))
      return (int) i - 1;

  return -1;
}

gboolean
streek_count_course_is_exact (const StreekCountCourse *course)
{
  for (guint i = 0; i < course->points->len; i++)
    if (streek_count_course_get_point (course, i)->qualifier != STREEK_QUALIFIER_NONE)
      return FALSE;

  return TRUE;
}

/* Words */

char *
streek_count_point_dup_said (const StreekCountPoint *point)
{
  return point->qualifier != STREEK_QUALIFIER_NONE
           ? g_strdup_printf ("%s %s", streek_qualifier_get_label (point->qualifier), point->said)
           : g_strdup (point->said);
}

/* (nullable) "2015, 2018–2020" */
static char *
list_gaps (const StreekCountCourse *course, const StreekFormat *format)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < course->points->len; i++)
    {
      if (streek_count_course_is_joined (course, i) || !is_same_kind (course, i))
        continue;

      const StreekCountPoint *from = streek_count_course_get_point (course, i - 1);
      const StreekCountPoint *to = streek_count_course_get_point (course, i);
      int usual = get_usual_step (course, to->period.kind);
      int first = get_number (from) + usual;
      int last = first + (get_number (to) - 1 - first) / usual * usual;
      g_autofree char *first_name =
        streek_format_period (format, streek_period_from_number (get_rhythm (to), first));
      g_autofree char *last_name =
        streek_format_period (format, streek_period_from_number (get_rhythm (to), last));

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", first_name);
      if (last > first)
        g_string_append_printf (text, "–%s", last_name);
    }

  return g_string_free (text, text->len == 0);
}

static gboolean
has_one_kind (const StreekCountCourse *course)
{
  for (guint i = 1; i < course->points->len; i++)
    if (!is_same_kind (course, i))
      return FALSE;

  return TRUE;
}

static void
append_highest (GString *text, const StreekCountCourse *course, const StreekFormat *format)
{
  guint highest = streek_count_course_find_highest (course), last = course->points->len - 1;
  const StreekCountPoint *point = streek_count_course_get_point (course, highest);

  if (highest == 0 || point->value <= streek_count_course_get_point (course, last)->value)
    return;

  g_autofree char *said = streek_count_point_dup_said (point);
  g_autofree char *period = streek_format_period (format, point->period);

  g_string_append_c (text, ' ');
  /* Translators: %1$s is a number that was counted, %2$s the period. */
  g_string_append_printf (text, _ ("Highest: %1$s (%2$s)."), said, period);
}

char *
streek_count_course_dup_words (const StreekCountCourse *course, const StreekFormat *format)
{
  g_return_val_if_fail (course != NULL && course->points->len > 1, NULL);

  const StreekCountPoint *first = streek_count_course_get_point (course, 0);
  const StreekCountPoint *last = streek_count_course_get_point (course, course->points->len - 1);
  g_autofree char *from = streek_count_point_dup_said (first);
  g_autofree char *to = streek_count_point_dup_said (last);
  g_autofree char *first_name = streek_format_period (format, first->period);
  g_autofree char *last_name = streek_format_period (format, last->period);
  g_autofree char *gaps = list_gaps (course, format);
  GString *text = g_string_new (NULL);

  /* Translators: the course of a count: %1$s and %3$s are numbers, %2$s and %4$s periods. */
  g_string_append_printf (text, _ ("From %1$s (%2$s) to %3$s (%4$s)."), from, first_name, to,
                          last_name);
  append_highest (text, course, format);

  if (gaps != NULL)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is a list of periods. */
      g_string_append_printf (text, _ ("No count of %s."), gaps);
    }
  if (!has_one_kind (course))
    g_string_append_printf (text, " %s", _ ("Not all periods are equally long."));
  if (course->n_undated > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u count has no date and is left out.",
                                        "%u counts have no date and are left out.",
                                        course->n_undated),
                              course->n_undated);
    }

  return g_string_free (text, FALSE);
}
