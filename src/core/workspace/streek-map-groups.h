/* streek-map-groups.h: from a spec with other maps beside it to all of those maps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-group.h"
#include "workspace/streek-figures.h"

/* Blocks: run it in a worker, or call the pair below. */
StreekMapGroup *streek_workspace_make_map_group (StreekWorkspace *workspace,
                                                 const StreekFigureSpec *spec,
                                                 GCancellable *cancellable,
                                                 GError **error);
void streek_workspace_make_map_group_async (StreekWorkspace *workspace,
                                            const StreekFigureSpec *spec,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
StreekMapGroup *streek_workspace_make_map_group_finish (StreekWorkspace *workspace,
                                                        GAsyncResult *result,
                                                        GError **error);
