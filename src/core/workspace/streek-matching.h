/* streek-matching.h: which areas of a workspace have a given total, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-total-match.h"
#include "workspace/streek-workspace.h"

/* Blocks: run it in a worker, or call the pair below. Columns, nearest first: set, set_name, code,
 * name, valid_from, valid_to, units, period, value, difference, difference_pct, fit ("exact",
 * "near"), known, members. */
StreekTable *streek_workspace_match_total (StreekWorkspace *workspace,
                                           const StreekTotalMatchQuery *query,
                                           GCancellable *cancellable,
                                           GError **error);
void streek_workspace_match_total_async (StreekWorkspace *workspace,
                                         const StreekTotalMatchQuery *query,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
StreekTable *streek_workspace_match_total_finish (StreekWorkspace *workspace,
                                                  GAsyncResult *result,
                                                  GError **error);
