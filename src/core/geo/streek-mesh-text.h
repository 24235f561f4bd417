/* streek-mesh-text.h: a mesh as lines of text that can be compared from one version to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-rows.h"
#include "geo/streek-mesh.h"

StreekRows *streek_mesh_text_write (const StreekMesh *mesh, const char *const *unit_codes);
StreekMesh *streek_mesh_text_read (const StreekRows *rows,
                                   const char *const *unit_codes,
                                   const double *tolerances_m,
                                   guint n_levels,
                                   GError **error);
