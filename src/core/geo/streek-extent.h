/* streek-extent.h: what can be asked of the boxes around shapes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

/* Whether they have a point in common: boxes that only touch meet. */
static inline gboolean
streek_extents_meet (const StreekExtent *a, const StreekExtent *b)
{
  return a->x_min <= b->x_max && a->x_max >= b->x_min && a->y_min <= b->y_max &&
         a->y_max >= b->y_min;
}
