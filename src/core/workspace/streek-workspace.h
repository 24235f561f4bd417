/* streek-workspace.h: an open workspace with all its nouns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

#define STREEK_TYPE_WORKSPACE (streek_workspace_get_type ())
G_DECLARE_FINAL_TYPE (StreekWorkspace, streek_workspace, STREEK, WORKSPACE, GObject)

typedef enum
{
  STREEK_WORKSPACE_NONE = 0,
  STREEK_WORKSPACE_READ_ONLY = 1 << 0,
  STREEK_WORKSPACE_WAIT = 1 << 1, /* must write: wait up to 5 s for another holder, then BUSY */
  /* For who writes one large command and closes: WAL would write every page twice. Whoever reads
   * the file in the meantime waits for the commit. */
  STREEK_WORKSPACE_ONE_COMMAND = 1 << 2,
} StreekWorkspaceFlags;

StreekWorkspace *streek_workspace_open (const char *path,
                                        StreekWorkspaceFlags flags,
                                        GCancellable *cancellable,
                                        GError **error);
StreekWorkspace *streek_workspace_create (const char *path,
                                          gboolean example,
                                          GCancellable *cancellable,
                                          GError **error);
void streek_workspace_keep_backup_async (StreekWorkspace *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
streek_workspace_keep_backup_finish (StreekWorkspace *self, GAsyncResult *result, GError **error);
void streek_workspace_close (StreekWorkspace *self);

GPtrArray *streek_workspace_verify (const char *path, GCancellable *cancellable, GError **error);

StreekStore *streek_workspace_get_store (StreekWorkspace *self);
