/* streek-ring-order.h: which rings of a shape are outlines, and which are holes in which of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  guint first; /* of its points */
  guint n;
  int part; /* of the shape; the outline comes before its holes */
} StreekRingOrder;

gboolean streek_ring_order_find (const double *points, StreekRingOrder *rings, guint n_rings);
