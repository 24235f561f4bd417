/* streek-shapefile.h: the everyday kind of Shapefile: polygons in a system that is known here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "streek-gdal-api.h"

/* One file and those beside it, all of them in memory; one thread at a time. */
typedef struct _StreekShapefile StreekShapefile;

const char *streek_shapefile_find_system (const char *path);

StreekShapefile *streek_shapefile_open (const char *path);
void streek_shapefile_close (StreekShapefile *shapefile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekShapefile, streek_shapefile_close)

const char *streek_shapefile_get_name (const StreekShapefile *shapefile);
const char *streek_shapefile_get_system (const StreekShapefile *shapefile);
char **streek_shapefile_dup_fields (const StreekShapefile *shapefile);
guint streek_shapefile_get_n_features (const StreekShapefile *shapefile);
gboolean streek_shapefile_want (StreekShapefile *shapefile, const int *wanted, guint n_wanted);
double *streek_shapefile_get_feature (StreekShapefile *shapefile,
                                      guint index,
                                      StreekGdalFeature *feature,
                                      int *n_points);
