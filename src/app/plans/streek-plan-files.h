/* streek-plan-files.h: a whole plan out of a file that is asked for, and into one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

/* Asks for a spreadsheet, and opens it in a window that takes it in. @pact: the plan that is
 * proposed, 0: a new one; @taken: called with @widget and the id of the plan when that is done */
void
streek_plan_import_file (GtkWidget *widget, StreekRecordBook *book, gint64 pact, GCallback taken);
/* Asks for a file, and writes the plan to it: XLSX, ODS or CSV, as its name ends. */
void streek_plan_export_file (GtkWidget *widget, StreekRecordBook *book, gint64 pact);
