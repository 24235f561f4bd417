/* streek-geodata.c: the layers of a file of geodata, and the shapes in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geodata.h"
#include "exchange/streek-geodata-ahead.h"
#include "exchange/streek-geojson.h"

#include <string.h>

#define POINTS_AT_ONCE 4096u

struct _StreekGeodata
{
  GPtrArray *layers; /* of StreekGeodataLayer */

  /* what GDAL reads */
  const StreekGdalApi *api;
  StreekGdalLayers *handle;

  /* or GeoJSON of the everyday kind, which takes GDAL ten times as long */
  StreekGeojson *geojson;
  gboolean projected; /* its points are metres of EPSG:3812 */
};

static void
free_layer (gpointer data)
{
  StreekGeodataLayer *layer = data;

  g_free (layer->name);
  g_strfreev (layer->fields);
  g_free (layer);
}

static StreekGeodataLayer *
describe_layer (const StreekGdalApi *api, StreekGdalLayers *handle, int index)
{
  StreekGeodataLayer *layer = g_new0 (StreekGeodataLayer, 1);
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  for (int i = 0; i < api->get_n_fields (handle, index); i++)
    g_strv_builder_add (fields, api->get_field_name (handle, index, i));

  layer->name = g_strdup (api->get_layer_name (handle, index));
  layer->fields = g_strv_builder_end (fields);
  layer->n_features = api->get_n_features (handle, index);

  return layer;
}

static StreekGeodata *
new_geodata (void)
{
  StreekGeodata *self = g_new0 (StreekGeodata, 1);

  self->layers = g_ptr_array_new_with_free_func (free_layer);

  return self;
}

/* By its name: what it holds may still turn out to be another GeoJSON than the everyday kind. */
static gboolean
may_be_geojson (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".geojson") || g_str_has_suffix (folded, ".json");
}

/* NULL where GDAL must read the file. */
static StreekGeodata *
open_geojson (const char *path)
{
  StreekGeojson *geojson = may_be_geojson (path) ? streek_geojson_open (path) : NULL;

  if (geojson == NULL)
    return NULL;

  StreekGeodata *self = new_geodata ();
  StreekGeodataLayer *layer = g_new0 (StreekGeodataLayer, 1);

  layer->name = g_utf8_make_valid (streek_geojson_get_name (geojson), -1);
  layer->fields = streek_geojson_dup_fields (geojson);
  layer->n_features = streek_geojson_get_n_features (geojson);
  g_ptr_array_add (self->layers, layer);
  self->geojson = geojson;

  return self;
}

static StreekGeodata *
open_with_gdal (const char *path, GError **error)
{
  const StreekGdalApi *api = streek_gdal_load (error);
  char *trouble = NULL;

  if (api == NULL)
    return NULL;

  StreekGdalLayers *handle = api->open_layers (path, &trouble);

  if (handle == NULL)
    {
      streek_gdal_take_error (api, trouble, error);
      return NULL;
    }

  StreekGeodata *self = new_geodata ();

  self->api = api;
  self->handle = handle;
  for (int i = 0; i < api->get_n_layers (handle); i++)
    g_ptr_array_add (self->layers, describe_layer (api, handle, i));

  return self;
}

/**
 * streek_geodata_open:
 * @path: a GeoPackage, GeoJSON, TopoJSON or Shapefile, or a zip of the last two
 * @error: return location for a #StreekGdalError
 *
 * Everyday GeoJSON is read here, without GDAL as long as its metres are those of a mesh.
 *
 * Returns: (transfer full): the file, with at least one layer, or %NULL with @error set
 */
StreekGeodata *
streek_geodata_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  StreekGeodata *self = open_geojson (absolute);

  return self != NULL ? self : open_with_gdal (absolute, error);
}

static gpointer
load_gdal (gpointer data)
{
  streek_gdal_load (NULL); /* who opens the file hears what is wrong */

  return NULL;
}

/**
 * streek_geodata_expect:
 * @path: what streek_geodata_open() will be asked to open
 *
 * Begins to load what that needs in a thread of its own. GDAL is a hundred libraries: loading them
 * takes three times as long as opening a workspace, and both can be done at once.
 *
 * Returns: (transfer full) (nullable): the thread, to be joined before the program ends
 */
GThread *
streek_geodata_expect (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return may_be_geojson (path) ? NULL : g_thread_try_new ("streek-gdal", load_gdal, NULL, NULL);
}

/**
 * streek_geodata_close:
 * @geodata: (transfer full)
 */
void
streek_geodata_close (StreekGeodata *geodata)
{
  if (geodata->handle != NULL)
    geodata->api->close_layers (geodata->handle);
  g_clear_pointer (&geodata->geojson, streek_geojson_close);
  g_ptr_array_unref (geodata->layers);
  g_free (geodata);
}

guint
streek_geodata_get_n_layers (const StreekGeodata *geodata)
{
  return geodata->layers->len;
}

const StreekGeodataLayer *
streek_geodata_get_layer (const StreekGeodata *geodata, guint layer)
{
  g_return_val_if_fail (layer < geodata->layers->len, NULL);

  return geodata->layers->pdata[layer];
}

static gboolean
is_in_metres_of_mesh (const char *system)
{
  return g_strcmp0 (system, "urn:ogc:def:crs:EPSG::3812") == 0 ||
         g_strcmp0 (system, "EPSG:3812") == 0;
}

/* Turns all points of the file into metres of the mesh, once. */
static gboolean
project_geojson (StreekGeodata *self, GError **error)
{
  const char *system = streek_geojson_get_system (self->geojson);

  if (self->projected || is_in_metres_of_mesh (system))
    return TRUE;

  const StreekGdalApi *api = streek_gdal_load (error);
  char *trouble = NULL;

  if (api == NULL)
    return FALSE;

  StreekGdalProjection *projection = api->open_projection (system, &trouble);

  if (projection == NULL)
    {
      streek_gdal_take_error (api, trouble, error);
      return FALSE;
    }

  guint n;
  double *points = streek_geojson_get_points (self->geojson, &n);

  for (guint i = 0; i < n; i += POINTS_AT_ONCE)
    api->project (projection, points + 2 * (gsize) i, (int) MIN (POINTS_AT_ONCE, n - i));
  api->close_projection (projection);
  self->projected = TRUE;

  return TRUE;
}

/* The rings of one feature, grown and used again. */
typedef struct
{
  GArray *parts; /* of int */
  GArray *sizes; /* of int */
  GPtrArray *rings;
} Shape;

static void
shape_read (Shape *shape,
            const StreekGeojson *geojson,
            const StreekGeojsonFeature *feature,
            double *points)
{
  g_array_set_size (shape->parts, 0);
  g_array_set_size (shape->sizes, 0);
  g_ptr_array_set_size (shape->rings, 0);

  for (guint i = 0; i < feature->n_rings; i++)
    {
      const StreekGeojsonRing *ring = streek_geojson_get_ring (geojson, feature->first_ring + i);
      double *first = points + 2 * (gsize) ring->first;
      const double *last = first + 2 * ((gsize) ring->n - 1);
      gboolean is_closed = ring->n > 1 && first[0] == last[0] && first[1] == last[1];
      int n = (int) ring->n - is_closed;

      g_array_append_val (shape->parts, ring->part);
      g_array_append_val (shape->sizes, n);
      g_ptr_array_add (shape->rings, first);
    }
}

static void
read_geojson (StreekGeodata *self, StreekGdalFeatureFunc func, gpointer data)
{
  const StreekGeodataLayer *layer = self->layers->pdata[0];
  guint n_fields = g_strv_length (layer->fields);
  g_autofree const char **fields = g_new0 (const char *, n_fields + 1);
  Shape shape = { g_array_new (FALSE, FALSE, sizeof (int)),
                  g_array_new (FALSE, FALSE, sizeof (int)), g_ptr_array_new () };
  guint n_points;
  double *points = streek_geojson_get_points (self->geojson, &n_points);
  gboolean go_on = TRUE;

  for (guint i = 0; go_on && i < streek_geojson_get_n_features (self->geojson); i++)
    {
      const StreekGeojsonFeature *from = streek_geojson_get_feature (self->geojson, i);

      streek_geojson_get_fields (self->geojson, from, fields);
      shape_read (&shape, self->geojson, from, points);

      const StreekGdalFeature feature = {
        .id = i,
        .type = from->type,
        .n_fields = (int) n_fields,
        .fields = fields,
        .n_rings = (int) shape.sizes->len,
        .ring_parts = (const int *) shape.parts->data,
        .ring_sizes = (const int *) shape.sizes->data,
        .rings = (const double *const *) shape.rings->pdata,
      };

      go_on = func (data, &feature);
    }

  g_array_unref (shape.parts);
  g_array_unref (shape.sizes);
  g_ptr_array_unref (shape.rings);
}

/**
 * streek_geodata_read:
 * @wanted: (nullable) (array length=n_wanted): fields by their number; the others need not be read,
 *   and may be %NULL then. %NULL: all
 * @func: gets every feature in the order of the file, in this thread; its text is not known to be
 *   UTF-8
 * @error: return location for %STREEK_GDAL_ERROR_UNREADABLE: the coordinate system is unknown, or
 *   the file is damaged
 *
 * Returns: whether everything was read, or @func stopped it
 */
gboolean
streek_geodata_read (StreekGeodata *geodata,
                     guint layer,
                     const int *wanted,
                     guint n_wanted,
                     StreekGdalFeatureFunc func,
                     gpointer data,
                     GError **error)
{
  char *trouble = NULL;

  if (geodata->geojson != NULL)
    {
      if (!project_geojson (geodata, error))
        return FALSE;

      read_geojson (geodata, func, data);
      return TRUE;
    }

  if (streek_geodata_read_ahead (geodata->api, geodata->handle, (int) layer, wanted, (int) n_wanted,
                                 func, data, &trouble))
    return TRUE;

  streek_gdal_take_error (geodata->api, trouble, error);

  return FALSE;
}
