/* streek-command-verify.c: `streek verify`: reads every page and checksum, lists what is not whole
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli-workspace.h"
#include "rule/streek-finding.h"
#include "workspace/streek-workspace.h"

#include <glib/gi18n-lib.h>

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
    return streek_cli_fail_to_open (self, files[0], error);

  if (streek_finding_get_worst (findings) == STREEK_SEVERITY_ERROR)
    streek_cli_point_at_copies (self, files[0], FALSE);

  return streek_cli_print_findings (self, findings, as_json);
}

const StreekCommand streek_command_verify = {
  .name = "verify",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("Checks that a file is whole."),
  .run = run_verify,
};
