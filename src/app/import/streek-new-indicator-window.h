/* streek-new-indicator-window.h: makes an indicator that comes with a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_NEW_INDICATOR_WINDOW (streek_new_indicator_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekNewIndicatorWindow, streek_new_indicator_window, STREEK, NEW_INDICATOR_WINDOW, AdwWindow)

/* Signal "made" (const char *code, const char *name): it stands in the mapping of the task. */

/* @name: what is proposed, such as the header of a column */
GtkWidget *streek_new_indicator_window_new (GtkWindow *parent,
                                            StreekContext *context,
                                            StreekImportTask *task,
                                            const char *name);
/* @codes: (element-type utf8): of indicators that the task's import makes; of several, what is left
 * empty stays as it is. The task reads its file again after it. */
GtkWidget *streek_new_indicator_window_new_to_change (GtkWindow *parent,
                                                      StreekContext *context,
                                                      StreekImportTask *task,
                                                      GPtrArray *codes);
