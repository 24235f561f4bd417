/* streek-command-verify.c: `streek verify`: reads every page and checksum, lists what is not whole
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"
#include "rule/streek-finding.h"
#include "workspace/streek-workspace.h"

#include <glib/gi18n-lib.h>

static StreekTable *
make_table (const GPtrArray *findings)
{
  StreekTable *table = streek_table_new ();

  streek_cli_add_column (table, "severity", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "id", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "place", STREEK_COLUMN_TEXT);
  streek_cli_add_column (table, "message", STREEK_COLUMN_TEXT);

  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, streek_severity_to_string (finding->severity));
      streek_table_set_text (table, row, 1, finding->id);
      streek_table_set_text (table, row, 2, finding->place);
      streek_table_set_text (table, row, 3, finding->message);
    }

  return table;
}

static StreekExit
run_verify (const StreekCommand *self, GStrv words)
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

  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = streek_workspace_verify (files[0], NULL, &error);

  if (findings == NULL)
    return streek_cli_fail_at (self, files[0], error);

  g_autoptr (StreekTable) table = make_table (findings);

  status = streek_cli_print_table (self, table, as_json);

  if (status != STREEK_EXIT_DONE)
    return status;

  /* a note tells history: it must not look like damage to a script */
  return streek_finding_get_worst (findings) > STREEK_SEVERITY_NOTE ? STREEK_EXIT_FINDINGS
                                                                    : STREEK_EXIT_DONE;
}

const StreekCommand streek_command_verify = {
  .name = "verify",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Checks that a file is whole."),
  .run = run_verify,
};
