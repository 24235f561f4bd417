/* streek-count-course.h: what was counted of one thing, through time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "table/streek-value.h"

/* Built by one thread, then immutable and counted atomically. */
typedef struct _StreekCountCourse StreekCountCourse;

typedef struct
{
  StreekPeriod period;
  double value;
  StreekQualifier qualifier;
  char *said; /* the number as people read it */
} StreekCountPoint;

StreekCountCourse *streek_count_course_new (void);
StreekCountCourse *streek_count_course_ref (StreekCountCourse *course);
void streek_count_course_unref (StreekCountCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCountCourse, streek_count_course_unref)

/* In whatever order; a count of no period has no place on it, and is said to be left out. */
void streek_count_course_add (StreekCountCourse *course,
                              StreekPeriod period,
                              double value,
                              StreekQualifier qualifier,
                              const char *said);

/* By time. */
guint streek_count_course_get_n_points (const StreekCountCourse *course);
const StreekCountPoint *streek_count_course_get_point (const StreekCountCourse *course,
                                                       guint point);
/* Whether a line leads to @point from the one before: not over a period that nobody counted, nor
 * from a year to a month. */
gboolean streek_count_course_is_joined (const StreekCountCourse *course, guint point);
/* The first of those with the highest value. */
guint streek_count_course_find_highest (const StreekCountCourse *course);
/* The first that stands for the same period as another one, -1: none; then there is no course. */
int streek_count_course_find_double (const StreekCountCourse *course);
gboolean streek_count_course_is_exact (const StreekCountCourse *course);

/* (transfer full): "120", "about 500" */
char *streek_count_point_dup_said (const StreekCountPoint *point);
/* (transfer full): "From 120 (2014) to 310 (2017). No count of 2015." Of two points or more. */
char *streek_count_course_dup_words (const StreekCountCourse *course, const StreekFormat *format);
