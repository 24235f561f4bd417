/* streek-analyses.h: analyses of a workspace's figures, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-analysis.h"
#include "workspace/streek-workspace.h"

/* Blocks: run it in a worker, or call the pair below. */
StreekAnalysis *streek_workspace_analyse (StreekWorkspace *workspace,
                                          const StreekAnalysisQuery *query,
                                          GCancellable *cancellable,
                                          GError **error);
void streek_workspace_analyse_async (StreekWorkspace *workspace,
                                     const StreekAnalysisQuery *query,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
StreekAnalysis *
streek_workspace_analyse_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
