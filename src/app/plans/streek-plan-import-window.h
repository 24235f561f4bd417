/* streek-plan-import-window.h: a whole plan from a spreadsheet, looked at before it is taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-sheet.h"
#include "record/streek-sheet-window.h"

#define STREEK_TYPE_PLAN_IMPORT_WINDOW (streek_plan_import_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekPlanImportWindow, streek_plan_import_window, STREEK, PLAN_IMPORT_WINDOW, StreekSheetWindow)

/* Signal "taken" (gint64 pact): it is written, as one command. */

/* @sheet: (transfer full); @pact: the plan that is proposed, 0: a new one; @title: of a new one */
GtkWidget *streek_plan_import_window_new (GtkWindow *parent,
                                          StreekRecordBook *book,
                                          StreekPlanSheet *sheet,
                                          gint64 pact,
                                          const char *title);
