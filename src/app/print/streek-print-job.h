/* streek-print-job.h: pages to a printer, or to a PDF without one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-logo.h"
#include "print/streek-paper.h"

#include <gtk/gtk.h>

/* (transfer full): one page, from 0, laid out in a worker thread when its turn has come */
typedef StreekScene *(*StreekPrintPageFunc) (gpointer data, guint page, GError **error);

typedef struct
{
  guint n_pages;
  guint shown; /* the one that a person looks at, and may choose to print alone */
  StreekPrintPageFunc make_page;
  gpointer data;
  GDestroyNotify destroy; /* of @data, when all is printed */
} StreekPrintPages;

/* Asks the system which printer and which of the pages, and prints. The pages are those of the
 * preview, drawn by the same back end; on other paper than they were made for they are scaled to
 * fit. What goes wrong is said in a dialog over @parent. */
void streek_print_run (GtkWindow *parent,
                       const StreekPrintPages *pages,
                       StreekLogo *logo,
                       const StreekPaper *paper,
                       const char *title);

/* (transfer full): a title without what a file system may refuse; @ending: ".pdf" */
char *streek_print_dup_file_name (const char *title, const char *ending);

/* Blocks: for a worker. Whole or absent. @pages: (element-type StreekScene), @logo: (nullable) */
gboolean
streek_print_write_pdf (GPtrArray *pages, StreekLogo *logo, const char *path, GError **error);
