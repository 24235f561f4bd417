/* streek-progress-since.h: whether a frozen report still says what is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-progress-content.h"

#include <gio/gio.h>

/* What of a frozen report would be different if it were put together on @today, but for where its
 * targets stand, which is no fault of it. FALSE where there is no such report. */
gboolean streek_progress_since_find (StreekRecords *records,
                                     const StreekAreas *areas,
                                     gint64 report,
                                     StreekDate today,
                                     StreekProgressDifference *difference);
/* How many actions, projects, events and targets it counts. */
guint streek_progress_difference_count (StreekProgressDifference difference);

/* The same in a worker, on the day of @view, with its targets. */
void streek_progress_since_async (StreekRecordView *view,
                                  gint64 report,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @difference: (out). FALSE with %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_NOT_FOUND where there is no
 * such report */
gboolean streek_progress_since_finish (GAsyncResult *result,
                                       StreekProgressDifference *difference,
                                       GError **error);
