/* streek-gdal-private.h: what the readers of the module share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-gdal-api.h"

#include <glib.h>
#include <ogr_srs_api.h>

/* What GDAL complains of between the two calls; it goes nowhere else. */
typedef struct
{
  GString *text; /* the failures, one a line, not more than a handful */
  guint n_failures;
} StreekGdalComplaints;

void streek_gdal_prepare (void);
void streek_gdal_complaints_begin (StreekGdalComplaints *complaints);
void streek_gdal_complaints_end (StreekGdalComplaints *complaints);
char *streek_gdal_complaints_to_text (const StreekGdalComplaints *complaints, const char *sentence);
gboolean streek_gdal_check_file (const char *path, char **error);

StreekGdalLayers *streek_gdal_layers_open (const char *path, char **error);
void streek_gdal_layers_close (StreekGdalLayers *layers);
int streek_gdal_layers_get_n_layers (StreekGdalLayers *layers);
const char *streek_gdal_layers_get_name (StreekGdalLayers *layers, int layer);
int streek_gdal_layers_get_n_fields (StreekGdalLayers *layers, int layer);
const char *streek_gdal_layers_get_field_name (StreekGdalLayers *layers, int layer, int field);
long long streek_gdal_layers_get_n_features (StreekGdalLayers *layers, int layer);
int streek_gdal_layers_read (StreekGdalLayers *layers,
                             int layer,
                             const int *wanted,
                             int n_wanted,
                             StreekGdalFeatureFunc func,
                             void *data,
                             char **error);

OGRSpatialReferenceH streek_gdal_name_system (const char *name);
gboolean streek_gdal_has_target_prj (const char *path);
gboolean streek_gdal_find_transformation (OGRSpatialReferenceH source,
                                          OGRCoordinateTransformationH *transformation,
                                          const char **sentence);
StreekGdalProjection *streek_gdal_projection_open (const char *system, char **error);
void streek_gdal_projection_close (StreekGdalProjection *projection);
void streek_gdal_projection_project (StreekGdalProjection *projection, double *points, int n);

StreekGdalSheets *streek_gdal_sheets_open (const char *path, char **error);
void streek_gdal_sheets_close (StreekGdalSheets *sheets);
int streek_gdal_sheets_get_n_sheets (StreekGdalSheets *sheets);
const char *streek_gdal_sheets_get_name (StreekGdalSheets *sheets, int sheet);
int streek_gdal_sheets_read (
  StreekGdalSheets *sheets, int sheet, StreekGdalRowFunc func, void *data, char **error);

int streek_gdal_write_sheets (const char *path,
                              const StreekGdalTable *tables,
                              int n_tables,
                              char **error);
