/* streek-report-view.h: a report on the file as a list whose lines open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reference/streek-report-row.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_REPORT_VIEW (streek_report_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekReportView, streek_report_view, STREEK, REPORT_VIEW, GtkWidget)

/* @rows: a list of StreekReportRow; @open: whether lines with lines of their own begin open */
void streek_report_view_set_rows (StreekReportView *self, GListModel *rows, gboolean open);
