/* streek-problem.h: what could not be done, and why, in a dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

/* @sentence: what could not be done; @error: (nullable): its words stand under it. Nothing is shown
 * for what the person cancelled. */
void streek_problem_show (GtkWindow *parent, const char *sentence, const GError *error);
/* Ends a command of streek-edits.h and shows, over the window of @widget, why it could not be done.
 * @context: (nullable): where its workspace is gone nothing is. TRUE unless something was shown. */
gboolean streek_problem_finish_edit (GtkWidget *widget,
                                     StreekContext *context,
                                     GAsyncResult *result,
                                     const char *sentence);
