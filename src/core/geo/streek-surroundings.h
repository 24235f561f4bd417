/* streek-surroundings.h: the sea and the countries around Belgium, which belong to no file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

typedef enum
{
  STREEK_SURROUNDING_FRANCE,
  STREEK_SURROUNDING_NETHERLANDS,
  STREEK_SURROUNDING_GERMANY,
  STREEK_SURROUNDING_LUXEMBOURG,
  STREEK_SURROUNDING_UNITED_KINGDOM,
  STREEK_SURROUNDING_SEA,
  STREEK_N_SURROUNDINGS,
} StreekSurrounding;

/* Sides of the smallest detail of its levels. */
#define STREEK_SURROUNDINGS_N_LEVELS 3
extern const double streek_surroundings_tolerances_m[STREEK_SURROUNDINGS_N_LEVELS];

/* Its units are the enumeration above, in metres of EPSG:3812. Any thread. */
StreekMesh *streek_surroundings_get_mesh (void);
const char *streek_surroundings_get_name (StreekSurrounding surrounding);
/* What every map that shows them says. */
#define STREEK_SURROUNDINGS_ATTRIBUTION                                                            \
  "Zee en buurlanden: GSHHG 2.3.7 en DCW-GMT 2.1.1 (LGPL 3), vereenvoudigd."

/* (array zero-terminated): codes of the units in the text of the mesh */
const char *const *streek_surroundings_get_codes (void);
