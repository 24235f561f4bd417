/* streek-imports.h: takes files of figures into a workspace: guessed, read, shown, then written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-guess.h"
#include "exchange/streek-profile.h"
#include "workspace/streek-workspace.h"

/* All of these block: run them in a worker, or call the pairs below. */

/* (element-type StreekMapping): those of the program and those of the file; @records: (nullable):
 * what they are for */
GPtrArray *
streek_imports_list_profiles (StreekWorkspace *workspace, const char *records, GError **error);
/* The profile that fits the file, else what its columns may mean. name is NULL where no profile
 * fitted. */
StreekMapping *streek_imports_guess (StreekWorkspace *workspace,
                                     StreekSource *source,
                                     const StreekGuessWishes *wishes,
                                     GCancellable *cancellable,
                                     GError **error);
/* Writes nothing. @path: (nullable): of the file, for its checksum */
StreekImport *streek_imports_read (StreekWorkspace *workspace,
                                   StreekSource *source,
                                   const char *path,
                                   const StreekMapping *mapping,
                                   StreekImportProgressFunc progress,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
/* One command, which can be undone; none where nothing would change. */
gboolean streek_imports_commit (StreekWorkspace *workspace,
                                StreekImport *import,
                                gboolean accept_partial,
                                GCancellable *cancellable,
                                GError **error);

/* @progress: (nullable): called in the main loop of the caller, some times a second */
void streek_imports_read_async (StreekWorkspace *workspace,
                                StreekSource *source,
                                const char *path,
                                const StreekMapping *mapping,
                                StreekImportProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
StreekImport *
streek_imports_read_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
void streek_imports_commit_async (StreekWorkspace *workspace,
                                  StreekImport *import,
                                  gboolean accept_partial,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean
streek_imports_commit_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);

/* Commands: profile->name is its key. The callback's source is the store. */
void streek_imports_save_profile_async (StreekWorkspace *workspace,
                                        const StreekMapping *profile,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
void streek_imports_delete_profile_async (StreekWorkspace *workspace,
                                          const char *name,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
streek_imports_profile_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
