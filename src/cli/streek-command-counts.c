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
show (const StreekCommand *self,
      StreekWorkspace *workspace,
      const char *path,
      gboolean as_json,
      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table = read_table (workspace, &error);

  return table != NULL ? streek_cli_print_table (self, table, as_json)
                       : streek_cli_fail_at (self, path, error);
}

static StreekExit
run_counts (const StreekCommand *self, GStrv words)
{
  return streek_cli_show_workspace (self, words, NULL, show, NULL);
}

const StreekCommand streek_command_counts = {
  .name = "counts",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists own counts, which are of no area."),
  .run = run_counts,
};
