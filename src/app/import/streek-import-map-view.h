/* streek-import-map-view.h: the map of what a file would change, an indicator and period at a time
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"
#include "workspace/streek-workspace.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_MAP_VIEW (streek_import_map_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekImportMapView, streek_import_map_view, STREEK, IMPORT_MAP_VIEW, AdwBin)

/* What was chosen stays where the next import has it too. @import: (nullable): shows none */
void streek_import_map_view_set_import (StreekImportMapView *self,
                                        StreekWorkspace *workspace,
                                        StreekImport *import);
