/* streek-course.h: whether the figures of an area became better or worse over the last years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-latest.h"
#include "stats/streek-change.h"

/* How far back the first figure lies at most, and at least. */
#define STREEK_COURSE_MOST_YEARS 5
#define STREEK_COURSE_LEAST_YEARS 1

typedef enum
{
  STREEK_COURSE_UNJUDGED, /* neither direction is better, or there is nothing to compare */
  STREEK_COURSE_SAME,     /* rounded to the decimals of the indicator */
  STREEK_COURSE_BETTER,
  STREEK_COURSE_WORSE,
} StreekCourseKind;

/* Clear with streek_course_clear(). */
typedef struct
{
  StreekCourseKind kind;
  gboolean is_compared; /* from one period to another */
  StreekPeriod from;
  StreekPeriod to;
  double from_value;
  double to_value;
  StreekChangeKind measure;
  double change;       /* NAN: from 0, in percent */
  StreekLatest latest; /* the figure that it ends in, or why there is none */
  char *note;          /* (nullable): why nothing is compared, and what to know of what is */
} StreekCourse;

/* Of the latest figure of @area (SET:CODE) that has come about by @today. @error: a
 * #StreekStoreError */
gboolean streek_totals_judge_course (StreekTotals *totals,
                                     const char *indicator,
                                     const char *area,
                                     StreekDate today,
                                     StreekCourse *course,
                                     GError **error);
void streek_course_clear (StreekCourse *course);

/* (transfer full): "from 10 % (2019) to 12 % (2024), +2 percentage points: less favourable"; why
 * nothing is compared where nothing is */
char *streek_course_dup_words (const StreekCourse *course,
                               const StreekIndicator *indicator,
                               const StreekFormat *format);
