/* streek-plan-timelines.h: plans, year programmes and projects along an axis of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-timeline.h"
#include "record/streek-record-view.h"

/* Ids of rows are "KIND:ID" of a record, or a word of the timeline's own. Each is
 * STREEK_FIGURE_ERROR_NO_DATA where there is nothing to show; any thread. */

/* The goals and actions of a plan, in their order. */
StreekTimeline *
streek_plan_timeline_new (const StreekRecordView *view, gint64 pact, GError **error);
/* The actions of a year under the chapters of the plans that they carry out; ad hoc ones last. */
StreekTimeline *
streek_year_timeline_new (const StreekRecordView *view, gint64 programme, GError **error);
/* @projects: (array length=n) ids; each with its milestones. */
StreekTimeline *streek_project_timeline_new (const StreekRecordView *view,
                                             const gint64 *projects,
                                             guint n,
                                             GError **error);
