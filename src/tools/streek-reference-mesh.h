/* streek-reference-mesh.h: from boundaries in degrees to a mesh in metres */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"
#include "streek-topojson.h"

#define STREEK_REFERENCE_N_LEVELS 4
extern const double streek_reference_tolerances_m[STREEK_REFERENCE_N_LEVELS];

gboolean streek_reference_project (double *x, double *y, guint n);
StreekMesh *streek_reference_mesh_new (const StreekTopology *topology, GError **error);
