/* streek-geojson.h: the everyday kind of GeoJSON, read without a tree of the whole file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* One file, all of it in memory. */
typedef struct _StreekGeojson StreekGeojson;

typedef struct
{
  int part;
  guint first; /* of its points */
  guint n;
} StreekGeojsonRing;

typedef struct
{
  int type; /* STREEK_GDAL_FEATURE_… */
  guint first_ring;
  guint n_rings;
  guint first_value;
  guint n_values;
} StreekGeojsonFeature;

StreekGeojson *streek_geojson_open (const char *path);
void streek_geojson_close (StreekGeojson *geojson);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGeojson, streek_geojson_close)

const char *streek_geojson_get_name (const StreekGeojson *geojson);
const char *streek_geojson_get_system (const StreekGeojson *geojson);
char **streek_geojson_dup_fields (const StreekGeojson *geojson);
guint streek_geojson_get_n_features (const StreekGeojson *geojson);
const StreekGeojsonFeature *streek_geojson_get_feature (const StreekGeojson *geojson, guint index);
const StreekGeojsonRing *streek_geojson_get_ring (const StreekGeojson *geojson, guint index);
double *streek_geojson_get_points (StreekGeojson *geojson, guint *n);
void streek_geojson_get_fields (const StreekGeojson *geojson,
                                const StreekGeojsonFeature *feature,
                                const char **fields);
