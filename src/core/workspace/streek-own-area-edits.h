/* streek-own-area-edits.h: sets of areas that people bring into a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-own-areas.h"
#include "workspace/streek-workspace.h"

gboolean streek_workspace_write_own_areas (StreekWorkspace *workspace,
                                           StreekOwnAreas *own,
                                           gboolean *changed,
                                           GCancellable *cancellable,
                                           GError **error);
GPtrArray *streek_workspace_check_own_areas (StreekWorkspace *workspace,
                                             StreekOwnAreas *own,
                                             GCancellable *cancellable,
                                             GError **error);
void streek_workspace_write_own_areas_async (StreekWorkspace *workspace,
                                             StreekOwnAreas *own,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean streek_workspace_write_own_areas_finish (StreekWorkspace *workspace,
                                                  GAsyncResult *result,
                                                  gboolean *changed,
                                                  GError **error);
gboolean streek_workspace_remove_own_areas (StreekWorkspace *workspace,
                                            const char *set,
                                            const char *set_name,
                                            GCancellable *cancellable,
                                            GError **error);
void streek_workspace_remove_own_areas_async (StreekWorkspace *workspace,
                                              const char *set,
                                              const char *set_name,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean streek_workspace_remove_own_areas_finish (StreekWorkspace *workspace,
                                                   GAsyncResult *result,
                                                   GError **error);
