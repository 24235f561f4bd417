/* streek-cli-views.h: a saved view that a subcommand draws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-cli.h"
#include "workspace/streek-views.h"

/* Which of the views a subcommand draws. */
typedef gboolean (*StreekViewFitsFunc) (const StreekSavedView *view);

gboolean streek_cli_view_is_map (const StreekSavedView *view);
gboolean streek_cli_view_is_chart (const StreekSavedView *view);
gboolean streek_cli_view_is_atlas (const StreekSavedView *view);

/* (transfer full) (nullable): the view called @name that @fits, or NULL where there is none or
 * there are several, which has been said with the names that there are. */
StreekSavedView *streek_cli_find_view (const StreekCommand *command,
                                       StreekWorkspace *workspace,
                                       const char *name,
                                       StreekViewFitsFunc fits);
