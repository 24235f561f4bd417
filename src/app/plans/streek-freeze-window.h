/* streek-freeze-window.h: freezing a progress report, by whom and with a remark; withdrawing one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-progress-report.h"
#include "record/streek-record-book.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_FREEZE_WINDOW (streek_freeze_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekFreezeWindow, streek_freeze_window, STREEK, FREEZE_WINDOW, StreekEditWindow)

/* Signal "frozen" (gint64): the report that was made. */

GtkWidget *streek_freeze_window_new (GtkWindow *parent,
                                     StreekRecordBook *book,
                                     StreekReportOf of,
                                     StreekInterval period);
/* Asks whether a frozen report is to go, and says what is lost; then a message with a button Undo.
 */
void streek_report_withdraw (GtkWidget *widget, StreekRecordBook *book, gint64 report);
