/* streek-cli-workspace.h: the workspace a subcommand is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-cli.h"
#include "workspace/streek-workspace.h"

StreekWorkspace *streek_cli_open_workspace (const StreekCommand *command, const char *path);