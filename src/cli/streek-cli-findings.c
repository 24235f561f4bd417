/* streek-cli-findings.c: what was found, as a table on standard output */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"
#include "rule/streek-finding.h"

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

/**
 * streek_cli_print_findings:
 * @findings: (element-type StreekFinding): in the order in which they are printed
 *
 * Returns: %STREEK_EXIT_FINDINGS where one is more than a note: a note tells history, and must not
 *   look like damage to a script
 */
StreekExit
streek_cli_print_findings (const StreekCommand *command, GPtrArray *findings, gboolean as_json)
{
  g_autoptr (StreekTable) table = make_table (findings);
  StreekExit status = streek_cli_print_table (command, table, as_json);

  if (status != STREEK_EXIT_DONE)
    return status;

  return streek_finding_get_worst (findings) > STREEK_SEVERITY_NOTE ? STREEK_EXIT_FINDINGS
                                                                    : STREEK_EXIT_DONE;
}
