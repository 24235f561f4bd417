/* streek-progress-edits.h: progress reports frozen as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-progress-report.h"
#include "workspace/streek-record-edits.h"

/* Freezes what is known now of a plan or a body in a period, as one command. @by: (nullable): a
 * function;
 * @note: (nullable). Blocks. Returns: the id of the report; 0 with @error set */
gint64 streek_edits_freeze_progress (StreekWorkspace *workspace,
                                     StreekReportOf of,
                                     StreekInterval period,
                                     const char *by,
                                     const char *note,
                                     GCancellable *cancellable,
                                     GError **error);
void streek_edits_freeze_progress_async (StreekWorkspace *workspace,
                                         StreekReportOf of,
                                         StreekInterval period,
                                         const char *by,
                                         const char *note,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gint64 streek_edits_freeze_progress_finish (StreekWorkspace *workspace,
                                            GAsyncResult *result,
                                            GError **error);
