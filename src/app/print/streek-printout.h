/* streek-printout.h: what a section has to put on paper, in a file or on the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-sheet.h"
#include "print/streek-paper.h"
#include "table/streek-table.h"
#include "workspace/streek-charts.h"
#include "workspace/streek-figures.h"

/* Immutable, counted atomically. Pages and table are made in a worker, each time anew, so that
 * they are of the workspace as it then is. */
typedef struct _StreekPrintout StreekPrintout;

/* (element-type StreekScene), at least one; runs in a worker thread */
typedef GPtrArray *(*StreekPagesFunc) (gpointer data,
                                       const StreekPaper *paper,
                                       GCancellable *cancellable,
                                       GError **error);
/* runs in a worker thread */
typedef StreekTable *(*StreekTableFunc) (gpointer data, GCancellable *cancellable, GError **error);

/* The words around a table or a tree on its sheet. */
typedef struct
{
  char *title;
  char *context; /* (nullable) */
  char *source;  /* (nullable) */
  GStrv notes;   /* (nullable) */
} StreekSheetWords;

StreekPrintout *streek_printout_new (const char *title,
                                     StreekPagesFunc make_pages,
                                     StreekTableFunc make_table,
                                     gpointer data,
                                     GDestroyNotify destroy);
StreekPrintout *streek_printout_new_figure (StreekWorkspace *workspace,
                                            const StreekFigureSpec *spec,
                                            const char *title);
/* The furniture of a map, NULL where this is none; and the same map with other furniture. */
const StreekFurniture *streek_printout_get_furniture (const StreekPrintout *printout);
StreekPrintout *streek_printout_new_with_furniture (const StreekPrintout *printout,
                                                    const StreekFurniture *furniture);
/* The table twin of the same figure. */
StreekPrintout *streek_printout_new_figure_table (StreekWorkspace *workspace,
                                                  const StreekFigureSpec *spec,
                                                  const char *title);
StreekPrintout *streek_printout_new_chart (StreekWorkspace *workspace,
                                           const StreekChartSpec *spec,
                                           const char *title);
/* @column_ids: (nullable): what goes on paper; files and clipboard get all columns */
StreekPrintout *streek_printout_new_table (StreekTable *table,
                                           const char *const *column_ids,
                                           const StreekSheetWords *words);
StreekPrintout *streek_printout_ref (StreekPrintout *printout);
void streek_printout_unref (StreekPrintout *printout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPrintout, streek_printout_unref)

const char *streek_printout_get_title (const StreekPrintout *printout);
char *streek_printout_dup_file_name (const StreekPrintout *printout, const char *ending);

/* Block: for a worker that goes on with what it gets. */
GPtrArray *streek_printout_make_pages (StreekPrintout *printout,
                                       const StreekPaper *paper,
                                       GCancellable *cancellable,
                                       GError **error);
StreekTable *
streek_printout_make_table (StreekPrintout *printout, GCancellable *cancellable, GError **error);

/* Fills what a sheet and a paper have in common; lends the strings of both. */
StreekSheet streek_paper_make_sheet (const StreekPaper *paper, const StreekSheetWords *words);
/* The same for a figure. */
StreekLayoutOptions streek_paper_make_layout (const StreekPaper *paper);
/* The language that words come in: "nl", for metadata of documents. */
const char *streek_print_get_language (void);
