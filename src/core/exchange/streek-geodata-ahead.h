/* streek-geodata-ahead.h: features read in a thread of their own, handed over in the caller's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-gdal.h"

/* As the function of StreekGdalApi, but @func is called in this thread while GDAL reads on in
 * another. */
int streek_geodata_read_ahead (const StreekGdalApi *api,
                               StreekGdalLayers *layers,
                               int layer,
                               const int *wanted,
                               int n_wanted,
                               StreekGdalFeatureFunc func,
                               void *data,
                               char **error);
