/* streek-group-actions.h: what plans do for a target group, and how it fares */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-course.h"
#include "record/streek-record-view.h"

/* (transfer container) (element-type StreekRecord): goals and actions of all plans that name the
 * group, and the actions under such goals; the plan that began last first, each plan in its own
 * order, each item once. */
GPtrArray *streek_target_group_list_items (const StreekRecords *records, gint64 group);
/* (transfer container) (element-type StreekRecord): actions of a year that carry out one of these,
 * the last year first, each once. */
GPtrArray *streek_target_group_list_year_actions (const StreekRecords *records, gint64 group);
/* Whether one of these actions is still open; of those of a year: in @year or after it. */
gboolean streek_target_group_has_open_action (const StreekRecords *records, gint64 group, int year);

/* (transfer container) (element-type utf8): SET:CODE of every plan that is neither closed nor
 * replaced, each once: where the office is to see how a group fares. Lent by @records. */
GPtrArray *streek_plans_list_areas (const StreekRecords *records);

/* How one of its indicators went in an area. */
typedef struct
{
  const char *indicator; /* code; lent by the records */
  const char *area;      /* SET:CODE; lent by whoever asked */
  StreekCourse course;
} StreekGroupCourse;

/* (transfer full) (element-type StreekGroupCourse): of every indicator of the group in each of
 * @areas (element-type utf8), indicator after indicator. */
GPtrArray *streek_target_group_judge (const StreekRecords *records,
                                      gint64 group,
                                      const GPtrArray *areas,
                                      StreekTotals *totals,
                                      StreekDate today,
                                      GError **error);
