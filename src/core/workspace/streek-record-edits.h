/* streek-record-edits.h: the records of a workspace: as they are now, and changed by commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"
#include "workspace/streek-workspace.h"

/* Blocks where something has changed since they were read. Any thread. */
StreekRecords *streek_workspace_dup_records (StreekWorkspace *workspace, GError **error);
/* The same with areas, indicators and the day of today, in the language of the program. */
StreekRecordView *streek_workspace_dup_record_view (StreekWorkspace *workspace, GError **error);
void streek_workspace_load_record_view_async (StreekWorkspace *workspace,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
StreekRecordView *streek_workspace_load_record_view_finish (StreekWorkspace *workspace,
                                                            GAsyncResult *result,
                                                            GError **error);

/* Checks and writes @changes as one command. @message: marked with N_(), as undo names it; @args:
 * (nullable): floating, a tuple. Nothing to change is no command. */
gboolean streek_edits_write_records (StreekWorkspace *workspace,
                                     StreekRecordChanges *changes,
                                     const char *message,
                                     GVariant *args,
                                     GCancellable *cancellable,
                                     GError **error);
/* @changes: (transfer full) */
void streek_edits_write_records_async (StreekWorkspace *workspace,
                                       StreekRecordChanges *changes,
                                       const char *message,
                                       GVariant *args,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean streek_edits_write_records_finish (StreekWorkspace *workspace,
                                            GAsyncResult *result,
                                            GError **error);
