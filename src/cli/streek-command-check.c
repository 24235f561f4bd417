/* streek-command-check.c: `streek check`: what the rules find in a file, and what was accepted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-checks.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_SEVERITY,
  COLUMN_RULE,
  COLUMN_KEY,
  COLUMN_PLACE,
  COLUMN_MESSAGE,
  COLUMN_ACCEPTED,
  COLUMN_REASON,
  N_COLUMNS
};

static void
add_row (StreekTable *table, const StreekCheckEntry *entry)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, COLUMN_SEVERITY,
                         streek_severity_to_string (entry->finding->severity));
  streek_table_set_text (table, row, COLUMN_RULE, entry->rule->id);
  streek_table_set_text (table, row, COLUMN_KEY, entry->finding->key);
  streek_table_set_text (table, row, COLUMN_PLACE, entry->finding->place);
  streek_table_set_text (table, row, COLUMN_MESSAGE, entry->finding->message);
  streek_table_set_text (table, row, COLUMN_ACCEPTED, streek_check_state_to_string (entry->state));

  if (entry->acceptance != NULL)
    streek_table_set_text (table, row, COLUMN_REASON, entry->acceptance->reason);
}

static StreekTable *
make_table (const StreekCheckList *list)
{
  static const char *const ids[N_COLUMNS] = {
    [COLUMN_SEVERITY] = "severity", [COLUMN_RULE] = "rule",       [COLUMN_KEY] = "key",
    [COLUMN_PLACE] = "place",       [COLUMN_MESSAGE] = "message", [COLUMN_ACCEPTED] = "accepted",
    [COLUMN_REASON] = "reason",
  };
  StreekTable *table = streek_table_new ();

  for (gsize i = 0; i < N_COLUMNS; i++)
    streek_cli_add_column (table, ids[i], STREEK_COLUMN_TEXT);

  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    add_row (table, streek_check_list_get_entry (list, i));

  return table;
}

static StreekExit
show (const StreekCommand *self,
      StreekWorkspace *workspace,
      const char *path,
      gboolean as_json,
      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekCheckList) list = streek_checks_run (workspace, NULL, NULL, NULL, &error);

  if (list == NULL)
    return streek_cli_fail_at (self, path, error);

  g_autoptr (StreekTable) table = make_table (list);
  StreekExit status = streek_cli_print_table (self, table, as_json);

  if (status != STREEK_EXIT_DONE)
    return status;

  return streek_check_list_count_open (list) > 0 ? STREEK_EXIT_FINDINGS : STREEK_EXIT_DONE;
}

static StreekExit
run_check (const StreekCommand *self, GStrv words)
{
  return streek_cli_show_workspace (self, words, NULL, show, NULL);
}

const StreekCommand streek_command_check = {
  .name = "check",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Lists what the rules find in figures, definitions and areas."),
  .run = run_check,
};
