/* streek-vision.h: how far apart two colours look, in grey and to colour-blind readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

typedef enum
{
  STREEK_VISION_NORMAL,
  STREEK_VISION_PROTAN, /* no red cones */
  STREEK_VISION_DEUTAN, /* no green cones */
  STREEK_VISION_TRITAN, /* no blue cones */
  STREEK_N_VISIONS,
} StreekVision;

double streek_color_get_lightness (StreekColor color);
double streek_color_get_difference (StreekColor a, StreekColor b, StreekVision vision);
StreekColor streek_color_simulate (StreekColor color, StreekVision vision);
const char *streek_vision_get_label (StreekVision vision);
StreekColor streek_color_from_lightness (double lightness);
StreekColor streek_color_from_rgb (guint32 rgb);
