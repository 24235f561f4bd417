/* streek-atlases.h: from the spec of an atlas to the atlas, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas.h"
#include "workspace/streek-workspace.h"

/* Blocks: run it in a worker, or call the pair below. */
StreekAtlas *streek_workspace_make_atlas (StreekWorkspace *workspace,
                                          const StreekAtlasSpec *spec,
                                          GCancellable *cancellable,
                                          GError **error);
