/* streek-point-sign.h: the signs of kinds of places, told apart by their shape and by their colour
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#define STREEK_N_POINT_SIGNS 40 /* then they begin again */

/* @symbol: from 0 */
void streek_point_sign_draw (StreekSceneBuilder *builder,
                             guint symbol,
                             gboolean is_grey,
                             StreekPoint center,
                             double radius_pt,
                             int row);
/* The colour of a kind, for a circle around its sign. */
StreekColor streek_point_sign_get_color (guint symbol, gboolean is_grey);
