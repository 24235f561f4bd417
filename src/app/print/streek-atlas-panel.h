/* streek-atlas-panel.h: what an atlas shows, to be chosen: areas, map, key figures, chart, paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-files.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_ATLAS_PANEL (streek_atlas_panel_get_type ())
G_DECLARE_FINAL_TYPE (StreekAtlasPanel, streek_atlas_panel, STREEK, ATLAS_PANEL, AdwBin)

/* Signal "changed": a person chose something else. */

/* What can be chosen: @context: whose areas and indicators; kept no longer than the call. @spec:
 * what is chosen at first; its map is one of the choices from then on. */
void streek_atlas_panel_fill (StreekAtlasPanel *self,
                              StreekContext *context,
                              const StreekAtlasSpec *spec);
/* (transfer none): never %NULL once it is filled */
const StreekAtlasSpec *streek_atlas_panel_get_spec (StreekAtlasPanel *self);
StreekAtlasForm streek_atlas_panel_get_form (StreekAtlasPanel *self);
