/* streek-checks.h: the rules of every noun over a workspace, and what people accept of what they
 * find */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-check-list.h"
#include "workspace/streek-workspace.h"

/* Blocks: run it in a worker, or call the pair below. The same list again while nothing changed. */
StreekCheckList *streek_checks_run (StreekWorkspace *workspace,
                                    StreekRuleProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
/* @progress: (nullable): called in the main context of the caller */
void streek_checks_run_async (StreekWorkspace *workspace,
                              StreekRuleProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
StreekCheckList *
streek_checks_run_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);

/* Commands: recorded, can be undone. The callback's source is the store. */
void streek_checks_accept_async (StreekWorkspace *workspace,
                                 const StreekCheckEntry *entry,
                                 const char *reason,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void streek_checks_withdraw_async (StreekWorkspace *workspace,
                                   const StreekCheckEntry *entry,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
streek_checks_command_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
