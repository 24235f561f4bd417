/* streek-definition-edits.h: indicators that people make, change and delete, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "workspace/streek-workspace.h"

/* Each runs one command that can be undone; the callback's source is the store, and
 * streek_edits_finish() tells how it went: STREEK_INDICATOR_ERROR_INVALID where it does not fit. */
void streek_edits_add_indicator_async (StreekWorkspace *workspace,
                                       const StreekDefinition *definition,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Of an own indicator or of one of the reference data, whose changed fields are laid over it. */
void streek_edits_change_indicator_async (StreekWorkspace *workspace,
                                          const StreekDefinition *definition,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void streek_edits_delete_indicator_async (StreekWorkspace *workspace,
                                          const char *code,
                                          const char *name,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
