/* streek-own-name-edits.h: names that people give areas, in a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-own-names.h"
#include "workspace/streek-workspace.h"

/* Block; any thread. */
GPtrArray *streek_workspace_list_own_names (StreekWorkspace *workspace,
                                            GCancellable *cancellable,
                                            GError **error);
gboolean streek_workspace_add_own_names (StreekWorkspace *workspace,
                                         GPtrArray *names,
                                         GCancellable *cancellable,
                                         GError **error);

/* One command in the writer's thread; the callback's source is the store, and
 * streek_edits_finish() ends it. */
void streek_edits_add_own_names_async (StreekWorkspace *workspace,
                                       GPtrArray *names,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void streek_edits_remove_own_name_async (StreekWorkspace *workspace,
                                         const StreekOwnName *name,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

void streek_workspace_list_own_names_async (StreekWorkspace *workspace,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *streek_workspace_list_own_names_finish (StreekWorkspace *workspace,
                                                   GAsyncResult *result,
                                                   GError **error);
/* Reads a table and writes what it names, in a worker; @path, or @bytes that were pasted. */
void streek_workspace_take_own_names_async (StreekWorkspace *workspace,
                                            const char *path,
                                            GBytes *bytes,
                                            const char *set,
                                            const char *known_from,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
StreekOwnNameTable *streek_workspace_take_own_names_finish (StreekWorkspace *workspace,
                                                            GAsyncResult *result,
                                                            GError **error);
