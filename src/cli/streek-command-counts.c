/* streek-command-counts.c: `streek counts`: own counts, which are of no area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-own-count.h"
#include "streek-cli-workspace.h"

#include <glib/gi18n-lib.h>

static StreekTable *
read_table (StreekWorkspace *workspace, GError **error)
{
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, error);

  return reader != NULL ? streek_own_counts_read_table (streek_reader_get_db (reader), error)
                        : NULL;
}

static StreekExit
run_counts (const StreekCommand *self, GStrv words)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Write JSON instead of CSV"), NULL },
    { NULL },
  };
  StreekExit status;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, files[0]);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table = read_table (workspace, &error);

  if (table == NULL)
    return streek_cli_fail_at (self, files[0], error);

  return streek_cli_print_table (self, table, as_json);
}

const StreekCommand streek_command_counts = {
  .name = "counts",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists own counts, which are of no area."),
  .run = run_counts,
};
