/* streek-texts.h: everything of a workspace that a search can find */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/streek-search.h"
#include "workspace/streek-workspace.h"

/* An index of the state the file is in when it is made; the caller makes another after a change. */
void streek_texts_index_async (StreekWorkspace *workspace,
                               StreekSearchIndex *former,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
StreekSearchIndex *
streek_texts_index_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
