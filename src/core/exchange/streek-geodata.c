/* streek-geodata.c: the layers of a file of geodata, and the shapes in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geodata.h"

struct _StreekGeodata
{
  const StreekGdalApi *api;
  StreekGdalLayers *handle;
  GPtrArray *layers; /* of StreekGeodataLayer */
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

/**
 * streek_geodata_open:
 * @path: a GeoPackage, GeoJSON, TopoJSON or Shapefile, or a zip of the last two
 * @error: return location for a #StreekGdalError
 *
 * Returns: (transfer full): the file, with at least one layer, or %NULL with @error set
 */
StreekGeodata *
streek_geodata_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  const StreekGdalApi *api = streek_gdal_load (error);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *trouble = NULL;

  if (api == NULL)
    return NULL;

  StreekGdalLayers *handle = api->open_layers (absolute, &trouble);

  if (handle == NULL)
    {
      streek_gdal_take_error (api, trouble, error);
      return NULL;
    }

  StreekGeodata *self = g_new0 (StreekGeodata, 1);

  self->api = api;
  self->handle = handle;
  self->layers = g_ptr_array_new_with_free_func (free_layer);
  for (int i = 0; i < api->get_n_layers (handle); i++)
    g_ptr_array_add (self->layers, describe_layer (api, handle, i));

  return self;
}

/**
 * streek_geodata_close:
 * @geodata: (transfer full)
 */
void
streek_geodata_close (StreekGeodata *geodata)
{
  geodata->api->close_layers (geodata->handle);
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

/**
 * streek_geodata_read:
 * @func: gets every feature in the order of the file; its text is not known to be UTF-8
 * @error: return location for %STREEK_GDAL_ERROR_UNREADABLE: the coordinate system is unknown, or
 *   the file is damaged
 *
 * Returns: whether everything was read, or @func stopped it
 */
gboolean
streek_geodata_read (
  StreekGeodata *geodata, guint layer, StreekGdalFeatureFunc func, gpointer data, GError **error)
{
  char *trouble = NULL;

  if (geodata->api->read_layer (geodata->handle, (int) layer, func, data, &trouble))
    return TRUE;

  streek_gdal_take_error (geodata->api, trouble, error);

  return FALSE;
}
