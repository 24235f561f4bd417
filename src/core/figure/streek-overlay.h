/* streek-overlay.h: areas of another set, as hatched outlines over those a map is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

/* Where an area can be named. */
typedef struct
{
  StreekCircle circle; /* around the point furthest from its border */
  double area_km2;
} StreekPlace;

/* Areas that share no land: one group for each unit is enough to draw them. */
typedef struct
{
  gint32 *area_of;     /* (array length=n_units): negative: none */
  StreekRings *rings;  /* (array length=n_areas): coarse, empty for areas of other sheets */
  StreekPlace *places; /* (array length=n_areas): no square kilometre for those */
} StreekOverlaySheet;

typedef struct
{
  StreekMesh *mesh;
  guint n_units;
  guint n_areas;
  guint32 *starts; /* (array length=n_areas+1): of the units of each area */
  guint32 *units;
  guint n_sheets;
  StreekOverlaySheet *sheets;
  StreekHatch *hatches; /* (array length=n_areas): areas that touch have different ones */
  gboolean has_own_hatches;
} StreekOverlay;

StreekOverlay *streek_overlay_new (const StreekFigureData *data);
void streek_overlay_free (StreekOverlay *overlay);
gboolean streek_overlay_is_of (const StreekOverlay *overlay, const StreekFigureData *data);

StreekPlace *streek_places_find (const StreekMesh *mesh,
                                 const gint32 *group_of,
                                 const StreekRings *rings,
                                 guint n_groups);
