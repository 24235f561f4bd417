/* streek-print-job.h: pages to a printer, or to a PDF without one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-logo.h"
#include "print/streek-paper.h"

#include <gtk/gtk.h>

/* Asks the system which printer, and prints. The pages are those of the preview, drawn by the same
 * back end; on other paper than they were made for they are scaled to fit. What goes wrong is said
 * in a dialog over @parent. */
void streek_print_pages (GtkWindow *parent,
                         GPtrArray *pages,
                         StreekLogo *logo,
                         const StreekPaper *paper,
                         const char *title);

/* Blocks: for a worker. Whole or absent. @pages: (element-type StreekScene), @logo: (nullable) */
gboolean
streek_print_write_pdf (GPtrArray *pages, StreekLogo *logo, const char *path, GError **error);
