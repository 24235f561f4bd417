/* streek-drafts.h: the drafts of a workspace, read and written away from the main loop */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-draft.h"
#include "workspace/streek-workspace.h"

void streek_workspace_load_drafts_async (StreekWorkspace *workspace,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* (element-type StreekRecordDraft): the newest first */
GPtrArray *streek_workspace_load_drafts_finish (StreekWorkspace *workspace,
                                                GAsyncResult *result,
                                                GError **error);
/* Writes are done in their order, outside the history. The source of the callback is the store:
 * finish with streek_store_run_unrecorded_finish(). @draft: copied */
void streek_workspace_keep_draft_async (StreekWorkspace *workspace,
                                        const StreekRecordDraft *draft,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void streek_workspace_drop_draft_async (StreekWorkspace *workspace,
                                        gint64 id,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
