/* streek-raster-text.c: text into pixels, from letters that are drawn once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo.h"
#include "draw/streek-raster-marks.h"

#include <math.h>
#include <string.h>

/* Filling the outline of a letter takes Cairo 10 to 20 µs and drawing a halo around it three times
 * as long; a map has thousands of letters and draws them again for every change. So letters are
 * kept as masks: at four places within a pixel along the line, at two across it. */
#define N_PHASES_X 4
#define N_PHASES_Y 2
#define MAX_SIZE_PX 96
#define MAX_KEPT_BYTES (16 << 20)
#define MAX_INK_BYTES (8 << 20)

typedef struct
{
  cairo_font_face_t *face;
  cairo_matrix_t matrix;
  double dots;
  double halo_px; /* how far the mask reaches around the letter, 0: the letter itself */
  gulong index;
  guint phase_x;
  guint phase_y;
} LetterKey;

typedef struct
{
  LetterKey key;
  int x; /* from the pixel of the origin */
  int y;
  int width;
  int height;
  guint8 *coverage;
} Letter;

/* Coverage of a whole run, so that halos of neighbouring letters join without darker places. */
typedef struct
{
  StreekPixelRect rect;
  guint8 *coverage;
} RunMask;

/* A name as it stands on a map, with its halo. Another period moves none of them, and putting three
 * hundred together took a third of the time that the whole picture took. */
typedef struct
{
  const StreekTextRun *run;
  StreekPoint origin;
  StreekColor color;
  StreekColor halo_color;
  double halo_px;
  double dots;
  int frame_width; /* what lies beyond it is not here */
  int frame_height;
} InkKey;

typedef struct
{
  gatomicrefcount refs;
  InkKey key;
  StreekTextRun *run; /* so that no other one has its address */
  StreekPixelRect rect;
  guint32 *pixels; /* premultiplied */
} Ink;

static GMutex inks_lock;
static GHashTable *inks; /* the same set of Ink: key and value */
static gsize inks_bytes;

static GMutex letters_lock;
static GHashTable *letters; /* the same set of Letter: key and value */
static gsize letters_bytes;

static guint
hash_letter (gconstpointer data)
{
  const LetterKey *key = data;

  return g_direct_hash (key->face) ^ (guint) key->index * 2654435761u ^ key->phase_x << 28 ^
         key->phase_y << 30 ^ g_double_hash (&key->matrix.xx) ^ g_double_hash (&key->halo_px) * 31 ^
         g_double_hash (&key->dots) * 17;
}

static gboolean
letter_equal (gconstpointer a, gconstpointer b)
{
  const LetterKey *first = a, *second = b;

  return first->face == second->face && first->index == second->index &&
         first->phase_x == second->phase_x && first->phase_y == second->phase_y &&
         first->dots == second->dots && first->halo_px == second->halo_px &&
         memcmp (&first->matrix, &second->matrix, sizeof first->matrix) == 0;
}

static void
letter_free (Letter *letter)
{
  cairo_font_face_destroy (letter->key.face);
  g_free (letter->coverage);
  g_free (letter);
}

static void
set_up_font (cairo_t *cr, const LetterKey *key)
{
  cairo_scale (cr, key->dots, key->dots);
  streek_cairo_set_font_options (cr);
  cairo_set_font_face (cr, key->face);
  cairo_set_font_matrix (cr, &key->matrix);
}

/* The pixels that the outline of the letter touches, one more on each side. */
static void
measure_letter (Letter *letter, const cairo_glyph_t *glyph)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  const double dots = letter->key.dots;
  double x0, y0, x1, y1;

  set_up_font (cr, &letter->key);
  cairo_glyph_path (cr, glyph, 1);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);

  if (x0 >= x1 || y0 >= y1)
    return; /* a blank */

  letter->x = (int) floor (x0 * dots) - 1;
  letter->y = (int) floor (y0 * dots) - 1;
  letter->width = (int) ceil (x1 * dots) + 1 - letter->x;
  letter->height = (int) ceil (y1 * dots) + 1 - letter->y;
}

static void
fill_letter (Letter *letter)
{
  const double dots = letter->key.dots;
  const cairo_glyph_t glyph = { letter->key.index, letter->key.phase_x / (N_PHASES_X * dots),
                                letter->key.phase_y / (N_PHASES_Y * dots) };

  measure_letter (letter, &glyph);

  if (letter->width == 0)
    return;

  g_autoptr (cairo_surface_t) surface =
    cairo_image_surface_create (CAIRO_FORMAT_A8, letter->width, letter->height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_translate (cr, -letter->x, -letter->y);
  set_up_font (cr, &letter->key);
  cairo_glyph_path (cr, &glyph, 1);
  cairo_fill (cr);
  cairo_surface_flush (surface);
  letter->coverage = g_malloc ((gsize) letter->width * letter->height);

  for (int y = 0; y < letter->height; y++)
    memcpy (letter->coverage + (gsize) y * letter->width,
            cairo_image_surface_get_data (surface) +
              (gsize) y * cairo_image_surface_get_stride (surface),
            letter->width);
}

/* How far the letter reaches into a pixel tells where in it the edge lies, and so how far from its
 * middle the halo ends; what is near more than one pixel keeps the strongest. */
static void
spread_letter (const Letter *letter, Letter *halo)
{
  const double radius = halo->key.halo_px;
  const int reach = (int) ceil (radius + 1);
  const int side = 2 * reach + 1;
  g_autofree float *distances = g_new (float, (gsize) side *side);

  if (letter->width == 0)
    return;

  for (int i = 0; i < side * side; i++)
    distances[i] = (float) (hypot (i % side - reach, i / side - reach) - radius) * 255;

  halo->x = letter->x - reach;
  halo->y = letter->y - reach;
  halo->width = letter->width + 2 * reach;
  halo->height = letter->height + 2 * reach;
  halo->coverage = g_malloc0 ((gsize) halo->width * halo->height);

  for (int y = 0; y < letter->height; y++)
    for (int x = 0; x < letter->width; x++)
      {
        float coverage = letter->coverage[y * letter->width + x];

        for (int j = 0; coverage > 0 && j < side; j++)
          for (int i = 0; i < side; i++)
            {
              guint8 *to = &halo->coverage[(y + j) * halo->width + x + i];
              float spread = coverage - distances[j * side + i];

              if (spread > *to)
                *to = (guint8) MIN (spread, 255);
            }
      }
}

static void
forget_when_full (void)
{
  if (letters_bytes <= MAX_KEPT_BYTES)
    return;

  g_hash_table_remove_all (letters);
  letters_bytes = 0;
}

/* With the lock held. */
static const Letter *
find_letter (const LetterKey *key)
{
  if (letters == NULL)
    letters = g_hash_table_new_full (hash_letter, letter_equal, NULL, (GDestroyNotify) letter_free);

  Letter *letter = g_hash_table_lookup (letters, key);

  if (letter != NULL)
    return letter;

  letter = g_new0 (Letter, 1);
  letter->key = *key;
  cairo_font_face_reference (letter->key.face);

  if (key->halo_px > 0)
    {
      LetterKey plain = *key;

      plain.halo_px = 0;
      spread_letter (find_letter (&plain), letter);
    }
  else
    {
      fill_letter (letter);
    }

  letters_bytes += sizeof *letter + (gsize) letter->width * letter->height;
  g_hash_table_insert (letters, &letter->key, letter);

  return letter;
}

static void
add_letter (RunMask *mask, const Letter *letter, int x, int y)
{
  const StreekPixelRect *rect = &mask->rect;
  int left = x + letter->x - rect->x, top = y + letter->y - rect->y;

  const int first = MAX (0, -left), end = MIN (letter->width, rect->width - left);

  for (int j = MAX (0, -top); j < MIN (letter->height, rect->height - top); j++)
    {
      guint8 *to = mask->coverage + (gsize) (top + j) * rect->width + left;
      const guint8 *from = letter->coverage + (gsize) j * letter->width;

      for (int i = first; i < end; i++)
        to[i] = MAX (to[i], from[i]);
    }
}

/* The pixel, and the nearest of the places within it that letters are kept for. */
static guint
split_place (double place, int n_phases, int *pixel)
{
  gint64 steps = (gint64) floor (place * n_phases + 0.5);

  *pixel = (int) floor ((double) steps / n_phases);

  return (guint) (steps - (gint64) *pixel * n_phases);
}

static void
add_glyphs (RunMask *mask, const StreekMark *mark, const StreekGlyphs *glyphs, LetterKey key)
{
  key.face = glyphs->face;
  key.matrix = glyphs->matrix;

  for (int i = 0; i < glyphs->n_glyphs; i++)
    {
      const cairo_glyph_t *glyph = &glyphs->glyphs[i];
      double x = (mark->text.origin.x + glyph->x) * key.dots;
      double y = (mark->text.origin.y + glyph->y) * key.dots;
      int column, row;

      key.index = glyph->index;
      key.phase_x = split_place (x, N_PHASES_X, &column);
      key.phase_y = split_place (y, N_PHASES_Y, &row);

      const Letter *letter = find_letter (&key);

      if (letter->width > 0)
        add_letter (mask, letter, column, row);
    }
}

static void
paint_mask (guint32 *pixels, const RunMask *mask, const StreekColor *color)
{
  const guint32 ink = streek_raster_premultiply (color);

  for (int y = 0; y < mask->rect.height; y++)
    streek_raster_paint_row (pixels + (gsize) y * mask->rect.width,
                             mask->coverage + (gsize) y * mask->rect.width, 0, mask->rect.width,
                             ink);
}

/* Letters reach out of the box of their line: accents above, slants beside. */
static StreekPixelRect
get_run_rect (const StreekPixelGrid *grid, const StreekMark *mark, double halo_px)
{
  const double dots = grid->dots_per_point;
  const double margin = mark->text.run->font.size_pt / 2 + (halo_px + 2) / dots;
  const StreekRect *bounds = &mark->bounds;
  const StreekRect box = { bounds->x - margin, bounds->y - margin, bounds->width + 2 * margin,
                           bounds->height + 2 * margin };

  return streek_pixel_grid_get_clip (grid, &box);
}

/* Over what is in @ink already. */
static void
draw_run (
  Ink *ink, const StreekPixelGrid *grid, const StreekMark *mark, double halo_px, StreekColor color)
{
  const StreekTextRun *run = mark->text.run;
  const LetterKey key = { .dots = grid->dots_per_point, .halo_px = halo_px };
  RunMask mask = { ink->rect, g_malloc0 ((gsize) ink->rect.width * ink->rect.height) };

  g_mutex_lock (&letters_lock);

  for (guint i = 0; i < run->n_glyphs; i++)
    add_glyphs (&mask, mark, &run->glyphs[i], key);

  forget_when_full ();
  g_mutex_unlock (&letters_lock);
  paint_mask (ink->pixels, &mask, &color);
  g_free (mask.coverage);
}

static guint
hash_ink (gconstpointer data)
{
  const InkKey *key = &((const Ink *) data)->key;

  return g_direct_hash (key->run) ^ g_double_hash (&key->origin.x) ^
         g_double_hash (&key->origin.y) * 31;
}

static gboolean
ink_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (&((const Ink *) a)->key, &((const Ink *) b)->key, sizeof (InkKey)) == 0;
}

static void
ink_unref (Ink *ink)
{
  if (!g_atomic_ref_count_dec (&ink->refs))
    return;

  streek_text_run_unref (ink->run);
  g_free (ink->pixels);
  g_free (ink);
}

static gboolean
has_ink (const Ink *ink, int x, int y, int width, int height)
{
  for (int j = y; j < y + height; j++)
    for (int i = x; i < x + width; i++)
      if (ink->pixels[(gsize) j * ink->rect.width + i] != 0)
        return TRUE;

  return FALSE;
}

/* Around a name there is room for whatever letters may reach to; mostly none does, and it is
 * painted again and again. */
static void
trim (Ink *ink)
{
  const StreekPixelRect *rect = &ink->rect;
  int top = 0, bottom = rect->height, left = 0, right = rect->width;

  while (top < bottom && !has_ink (ink, 0, top, rect->width, 1))
    top++;

  while (bottom > top && !has_ink (ink, 0, bottom - 1, rect->width, 1))
    bottom--;

  while (left < right && !has_ink (ink, left, top, 1, bottom - top))
    left++;

  while (right > left && !has_ink (ink, right - 1, top, 1, bottom - top))
    right--;

  const StreekPixelRect trimmed = { rect->x + left, rect->y + top, right - left, bottom - top };
  guint32 *pixels = g_new (guint32, (gsize) trimmed.width * trimmed.height + 1);

  for (int y = 0; y < trimmed.height; y++)
    memcpy (pixels + (gsize) y * trimmed.width,
            ink->pixels + (gsize) (top + y) * rect->width + left, trimmed.width * sizeof *pixels);

  g_free (ink->pixels);
  ink->pixels = pixels;
  ink->rect = trimmed;
}

static Ink *
ink_new (const InkKey *key, const StreekPixelGrid *grid, const StreekMark *mark)
{
  Ink *ink = g_new0 (Ink, 1);

  g_atomic_ref_count_init (&ink->refs);
  ink->key = *key;
  ink->run = streek_text_run_ref (mark->text.run);
  ink->rect = get_run_rect (grid, mark, key->halo_px);
  ink->pixels = g_new0 (guint32, (gsize) ink->rect.width * ink->rect.height + 1);

  if (key->halo_px > 0)
    draw_run (ink, grid, mark, key->halo_px, key->halo_color);

  draw_run (ink, grid, mark, 0, key->color);
  trim (ink);

  return ink;
}

static InkKey
make_key (const StreekPixelGrid *grid, const StreekMark *mark)
{
  gboolean has_halo = streek_stroke_is_visible (&mark->stroke);
  InkKey key;

  memset (&key, 0, sizeof key); /* keys are compared as a whole */
  key.run = mark->text.run;
  key.origin = mark->text.origin;
  key.color = mark->paint.color;
  key.dots = grid->dots_per_point;
  key.frame_width = grid->frame.width;
  key.frame_height = grid->frame.height;

  if (has_halo)
    {
      key.halo_color = mark->stroke.color;
      key.halo_px = mark->stroke.width * grid->dots_per_point / 2;
    }

  return key;
}

static void
keep_ink (Ink *ink)
{
  g_mutex_lock (&inks_lock);

  if (inks == NULL)
    inks = g_hash_table_new_full (hash_ink, ink_equal, NULL, (GDestroyNotify) ink_unref);

  if (inks_bytes > MAX_INK_BYTES)
    {
      g_hash_table_remove_all (inks);
      inks_bytes = 0;
    }

  g_atomic_ref_count_inc (&ink->refs);
  inks_bytes += sizeof *ink + (gsize) ink->rect.width * ink->rect.height * sizeof *ink->pixels;
  g_hash_table_replace (inks, ink, ink);
  g_mutex_unlock (&inks_lock);
}

/* (transfer full) */
static Ink *
find_ink (const StreekPixelGrid *grid, const StreekMark *mark)
{
  const Ink asked = { .key = make_key (grid, mark) };

  g_mutex_lock (&inks_lock);

  Ink *ink = inks != NULL ? g_hash_table_lookup (inks, &asked) : NULL;

  if (ink != NULL)
    g_atomic_ref_count_inc (&ink->refs);

  g_mutex_unlock (&inks_lock);

  if (ink != NULL)
    return ink;

  ink = ink_new (&asked.key, grid, mark);
  keep_ink (ink);

  return ink;
}

gboolean
streek_raster_paint_text (guint32 *pixels,
                          const StreekPixelGrid *grid,
                          const StreekMark *mark,
                          const StreekPixelRows *rows)
{
  if (mark->text.run->font.size_pt * grid->dots_per_point > MAX_SIZE_PX)
    return FALSE;

  Ink *ink = find_ink (grid, mark);
  const StreekPixelRect *rect = &ink->rect;
  const int end = MIN (rect->height, rows->end - rect->y);

  for (int y = MAX (0, rows->first - rect->y); y < end; y++)
    streek_raster_paint_ink_row (pixels + (gsize) (rect->y + y) * grid->frame.width + rect->x,
                                 ink->pixels + (gsize) y * rect->width, rect->width);

  ink_unref (ink);

  return TRUE;
}
