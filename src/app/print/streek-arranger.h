/* streek-arranger.h: over a sheet: its furniture, to be dragged or moved with keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-page-view.h"

#define STREEK_TYPE_ARRANGER (streek_arranger_get_type ())
G_DECLARE_FINAL_TYPE (StreekArranger, streek_arranger, STREEK, ARRANGER, GtkWidget)

/* Signals: "moved" (#StreekMovable, x, y in points of its corner), "put-back" (#StreekMovable),
 * "left", "described" (what is selected and where it stands, in words). */

/* Lies over @view and has its size. Once. */
void streek_arranger_set_view (StreekArranger *self, StreekPageView *view);
/* @scene: (nullable): what @view shows now */
void streek_arranger_set_scene (StreekArranger *self, StreekScene *scene);
