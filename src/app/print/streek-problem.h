/* streek-problem.h: what could not be done, and why, in a dialog */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* @sentence: what could not be done; @error: (nullable): its words stand under it. Nothing is shown
 * for what the person cancelled. */
void streek_problem_show (GtkWindow *parent, const char *sentence, const GError *error);
