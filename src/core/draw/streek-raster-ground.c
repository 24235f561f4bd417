/* streek-raster-ground.c: a map without what passes over it, from an earlier picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-raster-ground.h"

#include <string.h>

/* Whoever chooses areas changes the lines around them and nothing else: copying a picture takes a
 * quarter of the time of painting it. Names stand over those lines, so what they hide is kept
 * beside it. */

/* Pixels beneath one mark, in the order in which they were hidden. */
typedef struct
{
  StreekPixelRect rect;
  gsize start;
} Saved;

struct _StreekRasterGround
{
  gatomicrefcount ref_count;
  StreekPixelRect frame;
  GBytes *pixels; /* (nullable): until it is finished */
  GArray *saved;  /* (element-type Saved) */
  GArray *hidden; /* (element-type guint32) */
  gboolean is_given_up;
};

StreekRasterGround *
streek_raster_ground_new (const StreekPixelRect *frame)
{
  StreekRasterGround *ground = g_new0 (StreekRasterGround, 1);

  g_atomic_ref_count_init (&ground->ref_count);
  ground->frame = *frame;
  ground->saved = g_array_new (FALSE, FALSE, sizeof (Saved));
  ground->hidden = g_array_new (FALSE, FALSE, sizeof (guint32));

  return ground;
}

StreekRasterGround *
streek_raster_ground_ref (StreekRasterGround *ground)
{
  g_atomic_ref_count_inc (&ground->ref_count);

  return ground;
}

void
streek_raster_ground_unref (StreekRasterGround *ground)
{
  if (ground == NULL || !g_atomic_ref_count_dec (&ground->ref_count))
    return;

  g_clear_pointer (&ground->pixels, g_bytes_unref);
  g_array_unref (ground->saved);
  g_array_unref (ground->hidden);
  g_free (ground);
}

void
streek_raster_ground_give_up (StreekRasterGround *ground)
{
  ground->is_given_up = TRUE;
  g_array_set_size (ground->saved, 0);
  g_array_set_size (ground->hidden, 0);
}

void
streek_raster_ground_save (StreekRasterGround *ground,
                           const guint32 *pixels,
                           const StreekPixelRect *rect)
{
  const gsize width = ground->frame.width;
  const guint n_most = (guint) (width * ground->frame.height / 2);
  const Saved saved = { *rect, ground->hidden->len };

  if (ground->is_given_up || rect->width <= 0)
    return;

  if (ground->hidden->len + (gsize) rect->width * rect->height > n_most)
    {
      streek_raster_ground_give_up (ground);
      return;
    }

  g_array_append_val (ground->saved, saved);

  for (int y = rect->y; y < rect->y + rect->height; y++)
    g_array_append_vals (ground->hidden, pixels + y * width + rect->x, (guint) rect->width);
}

gboolean
streek_raster_ground_finish (StreekRasterGround *ground, GBytes *pixels)
{
  if (ground->is_given_up)
    return FALSE;

  ground->pixels = g_bytes_ref (pixels);

  return TRUE;
}

GBytes *
streek_raster_ground_get_pixels (const StreekRasterGround *ground)
{
  return ground->pixels;
}

static void
uncover (const StreekRasterGround *ground,
         const Saved *saved,
         guint32 *pixels,
         const StreekPixelRows *rows)
{
  const gsize width = ground->frame.width;
  const StreekPixelRect *rect = &saved->rect;
  const guint32 *hidden = &g_array_index (ground->hidden, guint32, saved->start);
  const int end = MIN (rect->y + rect->height, rows->end);

  for (int y = MAX (rect->y, rows->first); y < end; y++)
    memcpy (pixels + y * width + rect->x, hidden + (gsize) (y - rect->y) * rect->width,
            rect->width * sizeof *pixels);
}

/* The last mark that hid something was over all others. */
void
streek_raster_ground_copy (const StreekRasterGround *ground,
                           guint32 *pixels,
                           const StreekPixelRows *rows)
{
  const gsize width = ground->frame.width;
  const guint32 *from = g_bytes_get_data (ground->pixels, NULL);

  memcpy (pixels + rows->first * width, from + rows->first * width,
          (rows->end - rows->first) * width * sizeof *pixels);

  for (guint i = ground->saved->len; i > 0; i--)
    uncover (ground, &g_array_index (ground->saved, Saved, i - 1), pixels, rows);
}
