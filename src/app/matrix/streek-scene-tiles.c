/* streek-scene-tiles.c: a large scene on the screen, painted in squares as they come into sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matrix/streek-scene-tiles.h"

#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "map/streek-map-painter.h"

#include <math.h>

#define TILE_PX 256
#define MAX_TILES                                                                                  \
  160 /* 40 MB at one device pixel in each: a large screen and what lies around it */

typedef struct
{
  GdkTexture *texture;
  guint frame; /* the last one that showed it */
} Tile;

struct _StreekSceneTiles
{
  StreekScene *scene;
  int scale;
  GHashTable *tiles; /* place -> Tile */
  guint frame;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_object_unref (tile->texture);
  g_free (tile);
}

/**
 * streek_scene_tiles_new:
 * @scene: (transfer none): kept
 *
 * Returns: (transfer full): nothing is painted yet
 */
StreekSceneTiles *
streek_scene_tiles_new (StreekScene *scene, int scale)
{
  StreekSceneTiles *tiles = g_new0 (StreekSceneTiles, 1);

  tiles->scene = streek_scene_ref (scene);
  tiles->scale = MAX (scale, 1);
  tiles->tiles = g_hash_table_new_full (NULL, NULL, NULL, tile_free);

  return tiles;
}

void
streek_scene_tiles_free (StreekSceneTiles *tiles)
{
  g_hash_table_unref (tiles->tiles);
  streek_scene_unref (tiles->scene);
  g_free (tiles);
}

static GdkTexture *
paint_tile (const StreekSceneTiles *tiles, int column, int row)
{
  double dots = tiles->scale / STREEK_POINTS_PER_PIXEL;
  int size = TILE_PX * tiles->scale;
  g_autoptr (cairo_surface_t) surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_translate (cr, -(double) column * size, -(double) row * size);
  cairo_scale (cr, dots, dots);
  streek_scene_draw (tiles->scene, cr);
  cairo_surface_flush (surface);

  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
    g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) size);

  return gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
get_tile (StreekSceneTiles *tiles, int column, int row)
{
  gpointer place = GINT_TO_POINTER (row * 4096 + column);
  Tile *tile = g_hash_table_lookup (tiles->tiles, place);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->texture = paint_tile (tiles, column, row);
      g_hash_table_insert (tiles->tiles, place, tile);
    }

  tile->frame = tiles->frame;

  return tile->texture;
}

static gboolean
is_old (gpointer place, gpointer data, gpointer user_data)
{
  const Tile *tile = data;
  const StreekSceneTiles *tiles = user_data;

  return tile->frame != tiles->frame;
}

void
streek_scene_tiles_snapshot (
  StreekSceneTiles *tiles, GtkSnapshot *snapshot, const graphene_rect_t *clip, float x, float y)
{
  StreekSize size = streek_scene_get_size (tiles->scene);
  double width = size.width / STREEK_POINTS_PER_PIXEL,
         height = size.height / STREEK_POINTS_PER_PIXEL;
  double left = fmax (clip->origin.x - x, 0), top = fmax (clip->origin.y - y, 0);
  double right = fmin (clip->origin.x - x + clip->size.width, width);
  double bottom = fmin (clip->origin.y - y + clip->size.height, height);

  if (left >= right || top >= bottom)
    return;

  tiles->frame++;
  gtk_snapshot_push_clip (snapshot, clip);

  for (int row = (int) (top / TILE_PX); row * TILE_PX < bottom; row++)
    for (int column = (int) (left / TILE_PX); column * TILE_PX < right; column++)
      gtk_snapshot_append_texture (
        snapshot, get_tile (tiles, column, row),
        &GRAPHENE_RECT_INIT (x + column * TILE_PX, y + row * TILE_PX, TILE_PX, TILE_PX));

  gtk_snapshot_pop (snapshot);

  if (g_hash_table_size (tiles->tiles) > MAX_TILES)
    g_hash_table_foreach_remove (tiles->tiles, is_old, tiles);
}
