/* streek-command-new.c: `streek new`: makes a workspace from what comes with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"

#include <glib/gi18n-lib.h>

static StreekExit
run_new (const StreekCommand *self, GStrv words)
{
  gboolean example = FALSE;
  gboolean empty = FALSE;
  const GOptionEntry entries[] = {
    { "example", 0, 0, G_OPTION_ARG_NONE, &example, N_ ("With the views of the example"), NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &empty, N_ ("With areas and figures only (the default)"),
      NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  if (example && empty)
    return streek_cli_contradict (self, "--example", "--empty");

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (files[0], example, NULL, &error);

  if (workspace == NULL)
    return streek_cli_fail_at (self, files[0], error);

  streek_workspace_close (workspace);

  return STREEK_EXIT_DONE;
}

const StreekCommand streek_command_new = {
  .name = "new",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Makes a file."),
  .run = run_new,
};
