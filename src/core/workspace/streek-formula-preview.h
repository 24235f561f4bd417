/* streek-formula-preview.h: what a formula gives for one area, before anything is written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-definition.h"
#include "workspace/streek-workspace.h"

/* @area: SET:CODE. The sentence is translated; a value that is missing says why. In a worker. */
void streek_formula_preview_async (StreekWorkspace *workspace,
                                   const StreekDefinition *definition,
                                   const char *area,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *
streek_formula_preview_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
