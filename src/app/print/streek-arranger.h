/* streek-arranger.h: over a sheet: its furniture, to be dragged or moved with keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_ARRANGER (streek_arranger_get_type ())
G_DECLARE_FINAL_TYPE (StreekArranger, streek_arranger, STREEK, ARRANGER, GtkWidget)

/* Signals: "moved" (#StreekMovable, x, y in points of its corner), "put-back" (#StreekMovable),
 * "left", "described" (what is selected and where it stands, in words). */

/* Application pixels in a point of the sheet below, 0 where there is none; @origin: (out)
 * (optional): where its corner stands. */
typedef double (*StreekSheetPlaceFunc) (gpointer sheet, graphene_point_t *origin);

/* Lies over @sheet, which lives as long as it does, and has its size. Once. */
void streek_arranger_set_sheet (StreekArranger *self, StreekSheetPlaceFunc place, gpointer sheet);
/* @parts: (array length=n_parts): what may be moved on the sheet as it is now */
void streek_arranger_set_parts (StreekArranger *self, const StreekMovable *parts, guint n_parts);
/* Over a sheet that has a life of its own: it is there where parts are, and shows them when they
 * are pointed at or have the focus. */
void streek_arranger_set_modest (StreekArranger *self, gboolean is_modest);
