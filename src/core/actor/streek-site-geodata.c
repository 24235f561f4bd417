/* streek-site-geodata.c: points of geodata, as rows of text like those of any other file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-geodata.h"

#include "actor/streek-site.h"
#include "base/streek-number.h"
#include "exchange/streek-geodata.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * streek_site_geodata_may_read:
 *
 * Returns: whether @path is a file of geodata, by its name, or by its content where that is JSON or
 *   a zip
 */
gboolean
streek_site_geodata_may_read (const char *path)
{
  static const char *const endings[] = { ".geojson", ".gpkg", ".shp" };
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;

  return streek_source_holds_areas (path);
}

typedef struct
{
  StreekGrid *grid;
  guint n_fields;
  guint max_rows;
  guint n_points;
} Reading;

/* A feature that is no point keeps its row, without coordinates: it is told of, not passed over. */
static int
add_feature (void *data, const StreekGdalFeature *feature)
{
  Reading *reading = data;
  g_autofree const char **texts = g_new0 (const char *, reading->n_fields + 2);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  for (guint i = 0; i < reading->n_fields && i < (guint) feature->n_fields; i++)
    texts[i] = feature->fields[i];

  if (feature->type == STREEK_GDAL_FEATURE_POINT && feature->n_rings == 1 &&
      feature->ring_sizes[0] == 1 && isfinite (feature->rings[0][0]) &&
      isfinite (feature->rings[0][1]))
    {
      x = streek_number_to_string (round (feature->rings[0][0] * 100) / 100);
      y = streek_number_to_string (round (feature->rings[0][1] * 100) / 100);
      reading->n_points++;
    }

  texts[reading->n_fields] = x;
  texts[reading->n_fields + 1] = y;
  streek_grid_add_row (reading->grid, reading->grid->rows->len + 1, texts, reading->n_fields + 2);

  return reading->grid->rows->len <= reading->max_rows;
}

static StreekGrid *
read_layer (StreekGeodata *geodata, guint number, guint max_rows, guint *n_points, GError **error)
{
  const StreekGeodataLayer *layer = streek_geodata_get_layer (geodata, number);
  g_autoptr (StreekGrid) grid = streek_grid_new ();
  Reading reading = { grid, g_strv_length (layer->fields), max_rows, 0 };
  g_autofree const char **headers = g_new0 (const char *, reading.n_fields + 2);

  for (guint i = 0; i < reading.n_fields; i++)
    headers[i] = layer->fields[i];
  headers[reading.n_fields] = "x";
  headers[reading.n_fields + 1] = "y";
  streek_grid_add_row (grid, 1, headers, reading.n_fields + 2);

  if (!streek_geodata_read (geodata, number, NULL, 0, add_feature, &reading, error))
    return NULL;

  *n_points = reading.n_points;

  return g_steal_pointer (&grid);
}

/**
 * streek_site_geodata_read:
 * @layer: (nullable): its name; %NULL: the first with a point in it
 * @max_rows: more are refused
 * @error: return location for a #StreekActorError or a #StreekGdalError
 *
 * Points come in metres of Lambert 2008, whatever their system was.
 *
 * Returns: (transfer full): a row a feature under a header, or %NULL with @error set
 */
StreekGrid *
streek_site_geodata_read (const char *path, const char *layer, guint max_rows, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, error);

  if (geodata == NULL)
    return NULL;

  for (guint i = 0; i < streek_geodata_get_n_layers (geodata); i++)
    {
      guint n_points = 0;

      if (layer != NULL && g_strcmp0 (streek_geodata_get_layer (geodata, i)->name, layer) != 0)
        continue;

      g_autoptr (StreekGrid) grid = read_layer (geodata, i, max_rows, &n_points, error);

      if (grid == NULL)
        return NULL;
      if (n_points > 0 && grid->rows->len <= max_rows + 1)
        return g_steal_pointer (&grid);
      if (n_points > 0)
        {
          g_set_error (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                       _ ("The file has more than %u rows: cut it into several."), max_rows);
          return NULL;
        }
    }

  if (layer != NULL)
    /* Translators: %s is a layer of geodata. */
    g_set_error (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                 _ ("The file has no layer “%s” with points."), layer);
  else
    g_set_error_literal (error, STREEK_ACTOR_ERROR, STREEK_ACTOR_ERROR_FILE,
                         _ ("The file holds no points, but other shapes."));

  return NULL;
}
