/* streek-units.h: a set of units of one mesh, sorted, as areas are made of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Unit numbers of the mesh in ascending order, each once. Owned by whoever holds the area. */
typedef struct
{
  guint n;
  const guint32 *ids;
} StreekUnits;

gboolean streek_units_equal (StreekUnits a, StreekUnits b);
gboolean streek_units_is_subset (StreekUnits inner, StreekUnits outer);
gboolean streek_units_overlap (StreekUnits a, StreekUnits b);
gboolean streek_units_contains (StreekUnits units, guint32 unit);
