/* streek-timeline-view.h: a timeline in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-timeline.h"
#include "matrix/streek-grid-view.h"

#define STREEK_TYPE_TIMELINE_VIEW (streek_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekTimelineView, streek_timeline_view, STREEK, TIMELINE_VIEW, StreekGridView)

GtkWidget *streek_timeline_view_new (void);
/* @timeline: (nullable): NULL: an empty sheet */
void streek_timeline_view_set_timeline (StreekTimelineView *self, StreekTimeline *timeline);

/* (transfer full): on paper, in files and on the clipboard */
StreekPrintout *streek_printout_new_timeline (StreekTimeline *timeline);
