/* streek-cli-workspace.c: the workspace a subcommand is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"

/**
 * streek_cli_open_workspace:
 * @path: the file as typed
 *
 * Opens a workspace to read it; a window may have it open meanwhile. It is closed with the last
 * reference.
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL where it could not be opened, which
 *   has been said
 */
StreekWorkspace *
streek_cli_open_workspace (const StreekCommand *command, const char *path)
{
  g_autoptr (GError) error = NULL;
  StreekWorkspace *workspace =
    streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  if (workspace == NULL)
    streek_cli_fail_at (command, path, error);

  return workspace;
}
