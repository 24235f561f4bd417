/* streek-copy.h: what is shown, for other programs to paste */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

#include <gtk/gtk.h>

typedef enum
{
  STREEK_COPY_PICTURE, /* PNG of 200 dots per inch and SVG, then the table as HTML and text */
  STREEK_COPY_DATA,    /* the table as HTML and as text between tabs */
} StreekCopyKind;

/* Made in a worker, then put on the clipboard of @widget's display. */
void streek_copy_async (GtkWidget *widget,
                        StreekPrintout *printout,
                        const StreekPaper *paper,
                        StreekCopyKind kind,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean streek_copy_finish (GtkWidget *widget, GAsyncResult *result, GError **error);
