/* streek-gdal-api.h: what the module that reads and writes with GDAL offers: a table of plain C
 * functions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The module never links the core: two copies of it would register their types twice. So nothing
 * here is of the core. Text is UTF-8 where the file keeps its promise about that, which only the
 * core checks. Functions return 0 or NULL for failure and then set *error (free_text), a translated
 * sentence. What one open_… returned belongs to one thread at a time. */
#define STREEK_GDAL_API_VERSION 4
#define STREEK_GDAL_API_SYMBOL "streek_gdal_api"

enum
{
  STREEK_GDAL_FEATURE_POLYGON, /* rings follow, the first of each part is its shell */
  STREEK_GDAL_FEATURE_POINT,   /* a single one is a ring of one point; of several there is none */
  STREEK_GDAL_FEATURE_OTHER,   /* lines, mixtures */
  STREEK_GDAL_FEATURE_EMPTY,   /* no geometry, or one without a single point */
};

typedef struct _StreekGdalLayers StreekGdalLayers;
typedef struct _StreekGdalProjection StreekGdalProjection;

/* One feature; everything is lent during the call. Coordinates are metres of EPSG:3812; one that
 * cannot be expressed in it is infinite. */
typedef struct
{
  long long id;
  int type;
  int n_fields;
  const char *const *fields; /* NULL: no value */
  int n_rings;
  const int *ring_parts;      /* part of the multipolygon each ring is of; its first is the shell */
  const int *ring_sizes;      /* points of each, the first not repeated at the end */
  const double *const *rings; /* x, y, x, y … */
} StreekGdalFeature;

/* Return 0 to stop: that is no failure of the reading. */
typedef int (*StreekGdalFeatureFunc) (void *data, const StreekGdalFeature *feature);

typedef struct _StreekGdalSheets StreekGdalSheets;

/* One row, counted from 1; its cells are text, lent during the call, NULL where empty. Return 0 to
 * stop: that is no failure of the reading. */
typedef int (*StreekGdalRowFunc) (void *data, long row, const char *const *cells, int n_cells);

enum
{
  STREEK_GDAL_COLUMN_TEXT,
  STREEK_GDAL_COLUMN_NUMBER,  /* cells in C form, "1234.5" */
  STREEK_GDAL_COLUMN_INTEGER, /* the same */
  STREEK_GDAL_COLUMN_DATE,    /* cells as "2026-03-03" */
};

/* A sheet to be written; lent during the call. */
typedef struct
{
  const char *name;
  int n_columns;
  const char *const *heads;
  const int *types;
  int n_rows;
  const char *const *cells; /* row after row; NULL: empty */
} StreekGdalTable;

typedef struct
{
  int version;
  void (*free_text) (char *text);

  /* Geodata, opened with GPKG, GeoJSON, TopoJSON and ESRI Shapefile only; a zip of shapefiles or
   * GeoJSON counts as its members. Layers without shapes are left out. */
  StreekGdalLayers *(*open_layers) (const char *path, char **error);
  void (*close_layers) (StreekGdalLayers *layers);
  int (*get_n_layers) (StreekGdalLayers *layers);
  const char *(*get_layer_name) (StreekGdalLayers *layers, int layer);
  int (*get_n_fields) (StreekGdalLayers *layers, int layer);
  const char *(*get_field_name) (StreekGdalLayers *layers, int layer, int field);
  /* -1 where the file does not say without being read */
  long long (*get_n_features) (StreekGdalLayers *layers, int layer);
  /* Only fields that are in @wanted (NULL: all) have a value. */
  int (*read_layer) (StreekGdalLayers *layers,
                     int layer,
                     const int *wanted,
                     int n_wanted,
                     StreekGdalFeatureFunc func,
                     void *data,
                     char **error);

  /* From @system, as GeoJSON names it (NULL: longitude and latitude), to metres of EPSG:3812.
   * Points are x, y, x, y …; one that cannot be expressed becomes infinite. */
  StreekGdalProjection *(*open_projection) (const char *system, char **error);
  void (*close_projection) (StreekGdalProjection *projection);
  void (*project) (StreekGdalProjection *projection, double *points, int n);

  /* Old spreadsheets (XLS); no header is guessed and no type. The path ends in .xls. */
  StreekGdalSheets *(*open_sheets) (const char *path, char **error);
  void (*close_sheets) (StreekGdalSheets *sheets);
  int (*get_n_sheets) (StreekGdalSheets *sheets);
  const char *(*get_sheet_name) (StreekGdalSheets *sheets, int sheet);
  int (*read_sheet) (
    StreekGdalSheets *sheets, int sheet, StreekGdalRowFunc func, void *data, char **error);

  /* New spreadsheets; the path ends in .xlsx or .ods and nothing is there yet. */
  int (*write_sheets) (const char *path, const StreekGdalTable *tables, int n_tables, char **error);
} StreekGdalApi;
