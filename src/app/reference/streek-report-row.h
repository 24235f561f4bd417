/* streek-report-row.h: one line of a report on the file, with lines of its own or without */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define STREEK_TYPE_REPORT_ROW (streek_report_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekReportRow, streek_report_row, STREEK, REPORT_ROW, GObject)

/* @meaning: what @icon_name says, for who does not see it
 * @detail: (nullable); @children: (nullable): a list of StreekReportRow */
StreekReportRow *streek_report_row_new (const char *icon_name,
                                        const char *meaning,
                                        const char *title,
                                        const char *detail,
                                        GListModel *children);
GListModel *streek_report_row_get_children (StreekReportRow *self); /* (nullable) */
