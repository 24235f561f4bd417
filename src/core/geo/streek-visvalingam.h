/* streek-visvalingam.h: levels of detail of a set of lines that must keep clear of each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-share.h"
#include "geo/streek-mesh.h"

guint8 *streek_visvalingam_rank (const StreekVertex *vertices,
                                 const guint32 *starts,
                                 guint n_arcs,
                                 const double *tolerances_m,
                                 guint n_levels,
                                 StreekShare *share);
