/* shapefile-fixture.h: small Shapefiles made of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What ArcGIS, QGIS and GDAL write of Belgian Lambert 2008. */
#define SHAPEFILE_FIXTURE_LAMBERT_2008                                                             \
  "PROJCS[\"Belge_Lambert_2008\",GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\",SPHEROID["         \
  "\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","              \
  "0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\","      \
  "649328.0],PARAMETER[\"False_Northing\",665262.0],PARAMETER[\"Central_Meridian\","               \
  "4.35921583333333],PARAMETER[\"Standard_Parallel_1\",49.8333333333333],PARAMETER["               \
  "\"Standard_Parallel_2\",51.1666666666667],PARAMETER[\"Latitude_Of_Origin\",50.797815],UNIT["    \
  "\"Meter\",1.0]]"

/* One polygon: its rings between semicolons, a ring is x,y between spaces; NULL: no shape. The
 * texts stand in their columns as they are. */
typedef struct
{
  const char *rings;
  const char *code;   /* CODE, 8 wide */
  const char *number; /* NUMBER, 12 wide, whole */
  const char *share;  /* SHARE, 12 wide, 3 decimals */
} ShapefileFixtureRow;

GByteArray *shapefile_fixture_shapes (const ShapefileFixtureRow *rows, guint n);
GByteArray *shapefile_fixture_index (const GByteArray *shapes);
GByteArray *shapefile_fixture_table (const ShapefileFixtureRow *rows, guint n);

char *shapefile_fixture_write (
  const char *folder, const char *name, const ShapefileFixtureRow *rows, guint n, const char *prj);
void shapefile_fixture_write_part (
  const char *folder, const char *name, const char *ending, gconstpointer data, gsize size);
