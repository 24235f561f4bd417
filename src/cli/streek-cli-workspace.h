/* streek-cli-workspace.h: the workspace a subcommand is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-cli.h"
#include "workspace/streek-workspace.h"

void
streek_cli_point_at_copies (const StreekCommand *command, const char *path, gboolean may_be_none);
StreekExit
streek_cli_fail_to_open (const StreekCommand *command, const char *path, const GError *error);
StreekWorkspace *streek_cli_open_workspace (const StreekCommand *command, const char *path);

/* What there is to say of a workspace; @data: of streek_cli_show_workspace() */
typedef StreekExit (*StreekCliShowFunc) (const StreekCommand *command,
                                         StreekWorkspace *workspace,
                                         const char *path,
                                         gboolean as_json,
                                         gconstpointer data);
/* For subcommands that read FILE and print, with --json; @entries: (nullable): other options. */
StreekExit streek_cli_show_workspace (const StreekCommand *command,
                                      GStrv words,
                                      const GOptionEntry *entries,
                                      StreekCliShowFunc show,
                                      gconstpointer data);

/* Each SET or SET:CODE (nullable) gets the letters that the set has in the file; ends with NULL. */
void streek_cli_settle_sets (StreekWorkspace *workspace, char **first, ...) G_GNUC_NULL_TERMINATED;
void streek_cli_settle_set_list (StreekWorkspace *workspace, char **list); /* (nullable) */