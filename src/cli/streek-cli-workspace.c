/* streek-cli-workspace.c: the workspace a subcommand is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "store/streek-rescue.h"

#include <glib/gi18n-lib.h>

/**
 * streek_cli_point_at_copies:
 * @path: a file as typed that is damaged, gone or another's
 * @may_be_none: nothing is said where there are no copies: it may never have been a workspace
 *
 * Says where the newest of its dated copies is.
 */
void
streek_cli_point_at_copies (const StreekCommand *command, const char *path, gboolean may_be_none)
{
  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (path, streek_schema_get_default ());

  if (copies->len > 0)
    /* Translators: %s is a file. */
    streek_cli_remark (command, _ ("Its newest backup copy is %s."),
                       ((const StreekRescueCopy *) copies->pdata[0])->path);
  else if (!may_be_none)
    streek_cli_remark (command, _ ("There are no backup copies of it here."));
}

/**
 * streek_cli_fail_to_open:
 * @path: the file as typed
 * @error: why it could not be opened
 *
 * Returns: %STREEK_EXIT_FAILED
 */
StreekExit
streek_cli_fail_to_open (const StreekCommand *command, const char *path, const GError *error)
{
  StreekExit status = streek_cli_fail_at (command, path, error);

  if (streek_rescue_may_help (error))
    streek_cli_point_at_copies (
      command, path,
      g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND) ||
        g_error_matches (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS));

  return status;
}

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
    streek_cli_fail_to_open (command, path, error);

  return workspace;
}
