/* streek-gdal-layers.c: the layers of a file of geodata, whatever its format, in one projection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-gdal-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#define MAX_ZIP_MEMBERS 10000
#define MAX_ZIP_BYTES (G_GUINT64_CONSTANT (2) << 30)
#define MAX_DATASETS 64
#define MAX_PARTS_DEPTH 8

typedef struct
{
  OGRLayerH handle;     /* of its dataset */
  GDALDatasetH dataset; /* borrowed */
  char *name;
  char **fields;         /* names */
  gboolean is_in_target; /* it says so in words that are known */
} Layer;

struct _StreekGdalLayers
{
  GPtrArray *datasets; /* of GDALDatasetH */
  GArray *layers;      /* of Layer */
};

/* The rings of one feature, grown and used again. */
typedef struct
{
  OGRCoordinateTransformationH transformation; /* (nullable): already in the projection */
  int type;
  int n_parts;
  GArray *parts;   /* of int */
  GArray *sizes;   /* of int */
  GArray *offsets; /* of gsize: where each ring begins in points */
  GArray *points;  /* of double: x, y, x, y … */
  GArray *x;       /* of double, for one ring */
  GArray *y;
  GPtrArray *rings;
} Shape;

static void
clear_layer (gpointer data)
{
  Layer *layer = data;

  g_free (layer->name);
  g_strfreev (layer->fields);
}

static void
close_dataset (gpointer data)
{
  GDALClose (data);
}

/* Everything beside @path with its name up to the last dot: what a shapefile consists of. GDAL is
 * shown nothing else of the folder. */
static char **
list_siblings (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  gsize length = dot != NULL ? (gsize) (dot - name) + 1 : strlen (name);
  char **entries = VSIReadDir (folder);
  char **siblings = NULL;

  for (char **entry = entries; entry != NULL && *entry != NULL; entry++)
    if (g_ascii_strncasecmp (*entry, name, length) == 0 && strchr (*entry + length, '.') == NULL)
      siblings = CSLAddString (siblings, *entry);
  CSLDestroy (entries);

  return siblings != NULL ? siblings : CSLAddString (NULL, name);
}

/* A GeoPackage at rest is read without a lock and without side files, so from a read-only folder
 * too; one that somebody is writing has a side file, whose content counts. */
static const char *const *
choose_options (const char *path)
{
  static const char *const at_rest[] = { "IMMUTABLE=YES", "LIST_ALL_TABLES=NO", NULL };
  static const char *const in_use[] = { "LIST_ALL_TABLES=NO", NULL };
  static const char *const none[] = { NULL };
  char magic[16] = "";
  VSILFILE *file = VSIFOpenL (path, "rb");

  if (file != NULL)
    {
      gsize n = VSIFReadL (magic, 1, sizeof magic, file);

      VSIFCloseL (file);
      if (n == sizeof magic && memcmp (magic, "SQLite format 3", sizeof magic) == 0)
        {
          g_autofree char *wal = g_strconcat (path, "-wal", NULL);

          return g_file_test (wal, G_FILE_TEST_EXISTS) ? in_use : at_rest;
        }
    }

  return none;
}

static char **
list_field_names (OGRLayerH handle)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (handle);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (int i = 0; i < OGR_FD_GetFieldCount (definition); i++)
    {
      g_autofree char *name =
        g_utf8_make_valid (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i)), -1);

      g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

static gboolean
add_dataset (StreekGdalLayers *layers, const char *path)
{
  static const char *const drivers[] = { "GPKG", "GeoJSON", "TopoJSON", "ESRI Shapefile", NULL };
  char **siblings = list_siblings (path);
  GDALDatasetH dataset =
    GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
                choose_options (path), (const char *const *) siblings);

  CSLDestroy (siblings);
  if (dataset == NULL)
    return FALSE;

  gboolean is_in_target = streek_gdal_has_target_prj (path);

  g_ptr_array_add (layers->datasets, dataset);
  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      OGRLayerH handle = GDALDatasetGetLayer (dataset, i);

      if (handle == NULL || OGR_L_GetGeomType (handle) == wkbNone)
        continue;

      Layer layer = { .handle = handle,
                      .dataset = dataset,
                      .name = g_utf8_make_valid (OGR_L_GetName (handle), -1),
                      .fields = list_field_names (handle),
                      .is_in_target = is_in_target };

      g_array_append_val (layers->layers, layer);
    }

  return TRUE;
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  for (gsize i = 0; endings[i] != NULL; i++)
    if (strlen (name) > strlen (endings[i]) &&
        g_ascii_strcasecmp (name + strlen (name) - strlen (endings[i]), endings[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Opens what @path, a zip, holds. Names are read before anything is unpacked, and what they claim
 * to unpack to is bounded; the reading itself never goes beyond that claim. */
static gboolean
add_members (StreekGdalLayers *layers, const char *path, char **error)
{
  static const char *const readable[] = { ".shp", ".geojson", ".json", ".topojson", NULL };
  g_autofree char *root = g_strdup_printf ("/vsizip/{%s}", path);
  char **members = VSIReadDirRecursive (root);
  guint64 bytes = 0;
  gboolean ok = CSLCount ((CSLConstList) members) <= MAX_ZIP_MEMBERS;

  for (int i = 0; ok && members != NULL && members[i] != NULL; i++)
    {
      g_autofree char *member = g_strconcat (root, "/", members[i], NULL);
      VSIStatBufL status;

      if (VSIStatL (member, &status) == 0 && !VSI_ISDIR (status.st_mode))
        bytes += (guint64) status.st_size;
      ok = bytes <= MAX_ZIP_BYTES;
    }
  if (!ok)
    *error = g_strdup (_ ("The archive unpacks to more than can be taken in."));

  for (int i = 0; ok && members != NULL && members[i] != NULL; i++)
    if (has_ending (members[i], readable) && layers->datasets->len < MAX_DATASETS)
      {
        g_autofree char *member = g_strconcat (root, "/", members[i], NULL);

        ok = add_dataset (layers, member);
      }
  CSLDestroy (members);

  if (ok && layers->datasets->len == 0)
    {
      *error = g_strdup (_ ("The archive holds no Shapefile and no GeoJSON."));
      return FALSE;
    }

  return ok;
}

static gboolean
is_zip (const char *path)
{
  static const char *const endings[] = { ".zip", NULL };

  return has_ending (path, endings);
}

/**
 * streek_gdal_layers_open:
 * @path: an absolute path of a GeoPackage, GeoJSON, TopoJSON or Shapefile, or of a zip of them
 * @error: (out): a sentence, and what GDAL said under it
 *
 * Returns: (nullable): the layers with shapes, at least one
 */
StreekGdalLayers *
streek_gdal_layers_open (const char *path, char **error)
{
  if (!streek_gdal_check_file (path, error))
    return NULL;

  streek_gdal_prepare ();

  StreekGdalLayers *layers = g_new0 (StreekGdalLayers, 1);
  StreekGdalComplaints complaints;
  char *sentence = NULL;

  layers->datasets = g_ptr_array_new_with_free_func (close_dataset);
  layers->layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  g_array_set_clear_func (layers->layers, clear_layer);

  streek_gdal_complaints_begin (&complaints);
  gboolean ok = is_zip (path) ? add_members (layers, path, &sentence) : add_dataset (layers, path);

  if (ok && layers->layers->len == 0)
    {
      sentence = g_strdup (_ ("The file holds no layer with shapes."));
      ok = FALSE;
    }
  if (!ok)
    *error = sentence != NULL
               ? g_steal_pointer (&sentence)
               : streek_gdal_complaints_to_text (
                   &complaints, _ ("The file is no GeoPackage, GeoJSON, TopoJSON or Shapefile, or "
                                   "it is damaged."));
  streek_gdal_complaints_end (&complaints);

  if (!ok)
    g_clear_pointer (&layers, streek_gdal_layers_close);

  return layers;
}

void
streek_gdal_layers_close (StreekGdalLayers *layers)
{
  StreekGdalComplaints complaints;

  streek_gdal_complaints_begin (&complaints);
  g_array_unref (layers->layers);
  g_ptr_array_unref (layers->datasets);
  streek_gdal_complaints_end (&complaints);
  g_free (layers);
}

static Layer *
get_layer (StreekGdalLayers *layers, int layer)
{
  return layer >= 0 && layer < (int) layers->layers->len
           ? &g_array_index (layers->layers, Layer, layer)
           : NULL;
}

int
streek_gdal_layers_get_n_layers (StreekGdalLayers *layers)
{
  return (int) layers->layers->len;
}

const char *
streek_gdal_layers_get_name (StreekGdalLayers *layers, int layer)
{
  Layer *found = get_layer (layers, layer);

  return found != NULL ? found->name : NULL;
}

int
streek_gdal_layers_get_n_fields (StreekGdalLayers *layers, int layer)
{
  Layer *found = get_layer (layers, layer);

  return found != NULL ? (int) g_strv_length (found->fields) : 0;
}

const char *
streek_gdal_layers_get_field_name (StreekGdalLayers *layers, int layer, int field)
{
  int n_fields = streek_gdal_layers_get_n_fields (layers, layer);

  return field >= 0 && field < n_fields ? get_layer (layers, layer)->fields[field] : NULL;
}

long long
streek_gdal_layers_get_n_features (StreekGdalLayers *layers, int layer)
{
  Layer *found = get_layer (layers, layer);
  StreekGdalComplaints complaints;
  long long n = -1;

  streek_gdal_complaints_begin (&complaints);
  if (found != NULL)
    n = OGR_L_GetFeatureCount (found->handle, FALSE);
  streek_gdal_complaints_end (&complaints);

  return n;
}

/* TopoJSON has no place for a coordinate system; where all of it lies within the degrees of the
 * globe it is taken for longitude and latitude, which is what its makers write. */
static OGRSpatialReferenceH
guess_system (const Layer *layer)
{
  OGREnvelope box;

  if (strcmp (GDALGetDriverShortName (GDALGetDatasetDriver (layer->dataset)), "TopoJSON") != 0 ||
      OGR_L_GetExtent (layer->handle, &box, TRUE) != OGRERR_NONE || box.MinX < -180 ||
      box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90)
    return NULL;

  return streek_gdal_name_system (NULL);
}

static gboolean
find_transformation (const Layer *layer,
                     OGRCoordinateTransformationH *transformation,
                     const char **sentence)
{
  if (layer->is_in_target)
    {
      *transformation = NULL;
      return TRUE;
    }

  OGRSpatialReferenceH own = OGR_L_GetSpatialRef (layer->handle); /* lent */
  OGRSpatialReferenceH guessed = own == NULL ? guess_system (layer) : NULL;
  gboolean found =
    streek_gdal_find_transformation (own != NULL ? own : guessed, transformation, sentence);

  if (guessed != NULL)
    OSRDestroySpatialReference (guessed);

  return found;
}

static void
shape_init (Shape *shape, OGRCoordinateTransformationH transformation)
{
  shape->transformation = transformation;
  shape->parts = g_array_new (FALSE, FALSE, sizeof (int));
  shape->sizes = g_array_new (FALSE, FALSE, sizeof (int));
  shape->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  shape->points = g_array_new (FALSE, FALSE, sizeof (double));
  shape->x = g_array_new (FALSE, FALSE, sizeof (double));
  shape->y = g_array_new (FALSE, FALSE, sizeof (double));
  shape->rings = g_ptr_array_new ();
}

static void
shape_clear (Shape *shape)
{
  g_array_unref (shape->parts);
  g_array_unref (shape->sizes);
  g_array_unref (shape->offsets);
  g_array_unref (shape->points);
  g_array_unref (shape->x);
  g_array_unref (shape->y);
  g_ptr_array_unref (shape->rings);
}

static void
set_n_points (Shape *shape, guint n)
{
  g_array_set_size (shape->x, n);
  g_array_set_size (shape->y, n);
}

/* The ring that is in x and y becomes one of the shape. */
static void
add_points (Shape *shape)
{
  double *x = (double *) shape->x->data;
  double *y = (double *) shape->y->data;
  int n = (int) shape->x->len;

  if (n > 1 && x[0] == x[n - 1] && y[0] == y[n - 1])
    n--;
  /* whatever could not be transformed comes back as infinity, point by point */
  if (shape->transformation != NULL)
    OCTTransformEx (shape->transformation, n, x, y, NULL, NULL);

  gsize offset = shape->points->len;

  g_array_set_size (shape->points, (guint) (offset + 2 * (gsize) n));

  double *points = &g_array_index (shape->points, double, offset);

  for (int i = 0; i < n; i++)
    {
      points[2 * i] = x[i];
      points[2 * i + 1] = y[i];
    }

  g_array_append_val (shape->offsets, offset);
  g_array_append_val (shape->sizes, n);
  g_array_append_val (shape->parts, shape->n_parts);
}

static void
add_ring (Shape *shape, OGRGeometryH ring)
{
  int n = OGR_G_GetPointCount (ring);

  if (n <= 0)
    return;

  set_n_points (shape, (guint) n);
  OGR_G_GetPoints (ring, shape->x->data, sizeof (double), shape->y->data, sizeof (double), NULL, 0);
  add_points (shape);
}

/* Takes the polygons out of @geometry; FALSE where there is anything else in it. */
static gboolean
add_polygons (Shape *shape, OGRGeometryH geometry, int depth)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));
  int n = OGR_G_GetGeometryCount (geometry);

  if (type == wkbPolygon || type == wkbTriangle)
    {
      for (int i = 0; i < n; i++)
        add_ring (shape, OGR_G_GetGeometryRef (geometry, i));
      shape->n_parts++;
      return TRUE;
    }

  if ((type != wkbMultiPolygon && type != wkbGeometryCollection && type != wkbTIN &&
       type != wkbPolyhedralSurface) ||
      depth > MAX_PARTS_DEPTH)
    return FALSE;

  for (int i = 0; i < n; i++)
    if (!add_polygons (shape, OGR_G_GetGeometryRef (geometry, i), depth + 1))
      return FALSE;

  return TRUE;
}

/* One point, or a multipoint of one: several are no place. */
static gboolean
add_place (Shape *shape, OGRGeometryH geometry)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));

  if (type == wkbMultiPoint && OGR_G_GetGeometryCount (geometry) == 1)
    return add_place (shape, OGR_G_GetGeometryRef (geometry, 0));
  if (type != wkbPoint)
    return FALSE;

  add_ring (shape, geometry);

  return TRUE;
}

static int
name_type (OGRGeometryH geometry)
{
  OGRwkbGeometryType type = wkbFlatten (OGR_G_GetGeometryType (geometry));

  return type == wkbPoint || type == wkbMultiPoint ? STREEK_GDAL_FEATURE_POINT
                                                   : STREEK_GDAL_FEATURE_OTHER;
}

static void
begin_rings (Shape *shape)
{
  g_array_set_size (shape->parts, 0);
  g_array_set_size (shape->sizes, 0);
  g_array_set_size (shape->offsets, 0);
  g_array_set_size (shape->points, 0);
  g_ptr_array_set_size (shape->rings, 0);
  shape->n_parts = 0;
}

static void
begin_shape (Shape *shape)
{
  begin_rings (shape);
  shape->type = STREEK_GDAL_FEATURE_EMPTY;
}

/* Where its rings are, once no point can follow any more. */
static void
end_shape (Shape *shape)
{
  for (guint i = 0; i < shape->sizes->len; i++)
    g_ptr_array_add (shape->rings, &g_array_index (shape->points, double,
                                                   g_array_index (shape->offsets, gsize, i)));
}

static void
read_shape (Shape *shape, OGRGeometryH geometry)
{
  begin_shape (shape);
  if (geometry == NULL || OGR_G_IsEmpty (geometry))
    return;

  OGRGeometryH linear =
    OGR_G_HasCurveGeometry (geometry, TRUE) ? OGR_G_GetLinearGeometry (geometry, 0, NULL) : NULL;

  if (add_polygons (shape, linear != NULL ? linear : geometry, 0))
    shape->type = STREEK_GDAL_FEATURE_POLYGON;
  else
    {
      shape->type = name_type (geometry);
      begin_rings (shape);
      add_place (shape, geometry);
    }
  if (linear != NULL)
    OGR_G_DestroyGeometry (linear);
  end_shape (shape);
}

/* A code that a tool kept as a floating number is "34022", not "34022.000000"; GDAL lends the text
 * of one field only until the next is asked for, so what is made is kept in @made. */
static void
read_fields (
  OGRFeatureH feature, int n_fields, const guint8 *is_wanted, const char **fields, GPtrArray *made)
{
  g_ptr_array_set_size (made, 0);

  for (int i = 0; i < n_fields; i++)
    {
      fields[i] = NULL;
      if (!is_wanted[i] || !OGR_F_IsFieldSetAndNotNull (feature, i))
        continue;

      char text[G_ASCII_DTOSTR_BUF_SIZE];
      OGRFieldType type = OGR_Fld_GetType (OGR_F_GetFieldDefnRef (feature, i));

      if (type == OFTString)
        {
          fields[i] = OGR_F_GetFieldAsString (feature, i); /* lent by the feature itself */
          continue;
        }

      if (type == OFTReal)
        {
          double value = OGR_F_GetFieldAsDouble (feature, i);
          gboolean is_whole = value == floor (value) && fabs (value) < 1e15;

          g_ascii_formatd (text, sizeof text, is_whole ? "%.0f" : "%.15g", value);
        }
      g_ptr_array_add (made,
                       g_strdup (type == OFTReal ? text : OGR_F_GetFieldAsString (feature, i)));
      fields[i] = made->pdata[made->len - 1];
    }
}

static StreekGdalFeature
describe_feature (long long id, const Shape *shape, int n_fields, const char *const *fields)
{
  return (StreekGdalFeature){
    .id = id,
    .type = shape->type,
    .n_fields = n_fields,
    .fields = fields,
    .n_rings = (int) shape->sizes->len,
    .ring_parts = (const int *) shape->parts->data,
    .ring_sizes = (const int *) shape->sizes->data,
    .rings = (const double *const *) shape->rings->pdata,
  };
}

/* Tells GDAL which fields it need not read at all. It knows them by name only, so namesakes of one
 * that is wanted are read. */
static void
ignore_fields (Layer *layer, int n_fields, const guint8 *is_wanted)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer->handle);
  char **ignored = NULL;

  if (!OGR_L_TestCapability (layer->handle, OLCIgnoreFields))
    return;

  for (int i = 0; i < n_fields; i++)
    {
      const char *name = OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, i));
      gboolean needed = is_wanted[i];

      for (int j = 0; !needed && j < n_fields; j++)
        needed =
          is_wanted[j] && EQUAL (name, OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (definition, j)));
      if (!needed)
        ignored = CSLAddString (ignored, name);
    }
  OGR_L_SetIgnoredFields (layer->handle, (const char **) ignored);
  CSLDestroy (ignored);
}

/* Lends every feature of @layer to @func; FALSE where the file gave up on the way. */
static gboolean
read_features (Layer *layer,
               const guint8 *is_wanted,
               Shape *shape,
               StreekGdalFeatureFunc func,
               void *data,
               StreekGdalComplaints *complaints)
{
  int n_fields = (int) g_strv_length (layer->fields);
  g_autofree const char **fields = g_new0 (const char *, n_fields + 1);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  gboolean go_on = TRUE;

  ignore_fields (layer, n_fields, is_wanted);
  OGR_L_ResetReading (layer->handle);
  while (go_on && complaints->n_failures == 0)
    {
      OGRFeatureH handle = OGR_L_GetNextFeature (layer->handle);

      if (handle == NULL)
        break;

      read_fields (handle, n_fields, is_wanted, fields, made);
      CPLPushErrorHandler (CPLQuietErrorHandler);
      read_shape (shape, OGR_F_GetGeometryRef (handle));
      CPLPopErrorHandler ();

      const StreekGdalFeature feature =
        describe_feature (OGR_F_GetFID (handle), shape, n_fields, fields);

      if (complaints->n_failures == 0)
        go_on = func (data, &feature);
      OGR_F_Destroy (handle);
    }

  return complaints->n_failures == 0;
}

/* (transfer full): whether each field is among @wanted */
static guint8 *
list_wanted (const Layer *layer, const int *wanted, int n_wanted)
{
  int n_fields = (int) g_strv_length (layer->fields);
  guint8 *is_wanted = g_new0 (guint8, n_fields + 1);

  for (int i = 0; wanted == NULL && i < n_fields; i++)
    is_wanted[i] = TRUE;
  for (int i = 0; wanted != NULL && i < n_wanted; i++)
    if (wanted[i] >= 0 && wanted[i] < n_fields)
      is_wanted[wanted[i]] = TRUE;

  return is_wanted;
}

/**
 * streek_gdal_layers_read:
 * @wanted: (nullable) (array length=n_wanted): the fields that @func will look at; %NULL: all
 * @func: gets every feature, in the order of the file
 * @error: (out): a sentence
 *
 * Returns: 1, also where @func stopped it; 0 where the coordinate system is unknown or the file is
 *   damaged
 */
int
streek_gdal_layers_read (StreekGdalLayers *layers,
                         int layer,
                         const int *wanted,
                         int n_wanted,
                         StreekGdalFeatureFunc func,
                         void *data,
                         char **error)
{
  Layer *found = get_layer (layers, layer);
  OGRCoordinateTransformationH transformation;
  const char *sentence = NULL;
  StreekGdalComplaints complaints;

  if (found == NULL)
    {
      *error = g_strdup (_ ("The file has no such layer."));
      return 0;
    }

  g_autofree guint8 *is_wanted = list_wanted (found, wanted, n_wanted);

  streek_gdal_complaints_begin (&complaints);
  /* with the first feature GDAL reads the .prj all the same, but then it asks nobody */
  if (found->is_in_target)
    CPLSetThreadLocalConfigOption ("USE_OSR_FIND_MATCHES", "NO");
  if (find_transformation (found, &transformation, &sentence))
    {
      Shape shape;

      shape_init (&shape, transformation);
      if (!read_features (found, is_wanted, &shape, func, data, &complaints))
        sentence = _ ("The file is damaged.");
      shape_clear (&shape);
      if (transformation != NULL)
        OCTDestroyCoordinateTransformation (transformation);
    }
  if (found->is_in_target)
    CPLSetThreadLocalConfigOption ("USE_OSR_FIND_MATCHES", NULL);
  if (sentence != NULL)
    *error = streek_gdal_complaints_to_text (&complaints, sentence);
  streek_gdal_complaints_end (&complaints);

  return sentence == NULL;
}
