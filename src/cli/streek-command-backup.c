/* streek-command-backup.c: `streek backup`: a whole, checked copy, also of a file in use */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"

#include <glib/gi18n-lib.h>

static StreekExit
run_backup (const StreekCommand *self, GStrv words)
{
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, NULL, words, &status);

  if (files == NULL)
    return status;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (GError) error = NULL;

  if (!streek_store_backup (streek_workspace_get_store (workspace), files[1], NULL, &error))
    return streek_cli_fail_at (self, files[1], error);

  return STREEK_EXIT_DONE;
}

const StreekCommand streek_command_backup = {
  .name = "backup",
  .arguments = "FILE DEST",
  .n_arguments = 2,
  .summary = N_ ("Writes a checked copy."),
  .run = run_backup,
};
