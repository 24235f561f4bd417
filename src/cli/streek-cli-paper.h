/* streek-cli-paper.h: what subcommands that draw share: paper, and the file to write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "streek-cli.h"

/* A4, A3, 16:9 or 210x297mm; %NULL: A4 on its side. FALSE where that has been complained about. */
gboolean streek_cli_parse_size (const StreekCommand *command, const char *text, StreekSize *size);
gboolean
streek_cli_check_output (const StreekCommand *command, const char *workspace, const char *output);
/* To be called before the workspace is opened: fonts are listed in the background meanwhile. */
void streek_cli_begin_fonts (const char *output);
/* Whether a name ends in one of a %NULL-terminated list such as ".pdf", in any case. */
gboolean streek_cli_has_ending (const char *path, const char *ending, ...) G_GNUC_NULL_TERMINATED;
/* How a page of that size is drawn: for print, in the language of the messages. */
StreekLayoutOptions streek_cli_layout_options (StreekSize size);
