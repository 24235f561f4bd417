/* streek-outline-crowd.c: the line around very many areas, from the pixels that they have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-outline-crowd.h"
#include "stats/streek-blocks.h"

#include <math.h>
#include <string.h>

/* Drawing the borders of two thousand of 20 000 areas took five times as long as giving the whole
 * map other colours. Here every pixel is chosen or not, and how many of those around it are, tells
 * how far away the line between both is: along a straight one the share of a smooth weight grows as
 * that of a normal distribution. Weights are those of three and of five pixels, one after the other
 * and both ways; their sum just fits in a byte.
 *
 * Source: a few box filters make a Gaussian (Wells, Efficient synthesis of Gaussian filters by
 * cascaded uniform filters, 1986). */
#define WEIGHT 225       /* (3 * 5) squared */
#define SIGMA_PX 1.7     /* of those weights, and of half a pixel that an edge may be off */
#define MAX_REACH_PX 3.7 /* of lines that are seen that way */
#define MARGIN 3         /* pixels that reach beyond one */
#define ROWS_AT_ONCE 60

typedef guint8 Bytes __attribute__ ((vector_size (16)));

#define N_BYTES ((int) sizeof (Bytes))

typedef struct
{
  const StreekAreaSheet *sheet;
  StreekLineMask *mask;
  guint8 *is_chosen; /* by group counted from 1 */
} Crowd;

/* The rows of a block, and some above and below it. */
typedef struct
{
  guint8 *pixels; /* of one row: whether chosen, with a margin before and after */
  guint8 *mixed;
  guint8 *counts; /* (array length=(ROWS_AT_ONCE + 2 * MARGIN) * stride) */
  guint8 *sums;   /* of one row */
  int stride;
} Scratch;

static inline Bytes
load (const guint8 *bytes)
{
  Bytes loaded;

  memcpy (&loaded, bytes, sizeof loaded);

  return loaded;
}

static inline void
store (guint8 *bytes, Bytes stored)
{
  memcpy (bytes, &stored, sizeof stored);
}

/* Whether all of @lines goes around one group of units, and each area is in it or not as a whole.
 */
static gboolean
mark_chosen (const StreekAreasMark *areas, const StreekAreaLines *lines, guint8 *is_chosen)
{
  const guint n_units = streek_mesh_get_n_units (areas->mesh);
  g_autofree guint8 *is_known = g_new0 (guint8, areas->n_groups + 1);
  gint32 chosen = -1;

  for (guint unit = 0; unit < n_units; unit++)
    {
      const gint32 group = areas->group_of[unit];
      const gboolean is_inside = lines->group_of[unit] >= 0;

      if (is_inside && chosen >= 0 && lines->group_of[unit] != chosen)
        return FALSE;

      if (is_inside)
        chosen = lines->group_of[unit];

      if (group < 0 || (guint) group >= areas->n_groups)
        {
          if (is_inside)
            return FALSE;

          continue;
        }

      if (is_known[group + 1] && is_chosen[group + 1] != is_inside)
        return FALSE;

      is_known[group + 1] = TRUE;
      is_chosen[group + 1] = (guint8) is_inside;
    }

  return TRUE;
}

/* Whole vectors are written: what follows is written after them. */
static void
read_row (const Crowd *crowd, int y, const Scratch *scratch)
{
  const StreekAreaSheet *sheet = crowd->sheet;
  const StreekSheetRow *at = &sheet->rows[y];
  const guint8 *is_chosen = crowd->is_chosen;
  const int width = sheet->ids->rect.width;
  guint8 *const row = scratch->pixels + N_BYTES;
  guint8 *to = row;
  const guint8 *from = scratch->mixed;

  for (guint i = 0; i < at->n_mixed; i++)
    scratch->mixed[i] = is_chosen[STREEK_MIXED_ID (at->mixed[i].first)];

  for (guint i = 0; i < at->n_runs; i++)
    {
      const StreekAreaRun run = at->runs[i];
      const Bytes value = (Bytes){ 0 } + is_chosen[run.id];

      for (int x = 0; x < run.n_plain; x += N_BYTES)
        store (to + x, value);

      to += run.n_plain;

      for (int x = 0; x < run.n_mixed; x += N_BYTES)
        store (to + x, load (from + x));

      to += run.n_mixed;
      from += run.n_mixed;
    }

  for (guint i = 0; i < at->n_rich; i++)
    row[at->rich[i].x] = is_chosen[at->rich[i].first];

  /* what the picture cuts off goes on beyond it: there is no line along its side */
  memset (row - MARGIN, row[0], MARGIN);
  memset (row + width, row[width - 1], MARGIN);
}

/* Of three beside each other, then of five of those. The first is put in @row itself. */
static void
count_across (guint8 *row, guint8 *counts, int width)
{
  for (int x = -2; x < width + 2; x += N_BYTES)
    store (row + x - 1, load (row + x - 1) + load (row + x) + load (row + x + 1));

  for (int x = 0; x < width; x += N_BYTES)
    store (counts + x, load (row + x - 3) + load (row + x - 2) + load (row + x - 1) +
                         load (row + x) + load (row + x + 1));
}

static void
count_down (guint8 *counts, int stride, int n_rows)
{
  for (int y = 0; y < n_rows; y++)
    {
      guint8 *row = counts + (gsize) y * stride;

      for (int x = 0; x < stride; x += N_BYTES)
        store (row + x, load (row + x) + load (row + stride + x) + load (row + 2 * stride + x));
    }
}

/* All chosen around is as far from a line as none. */
static gboolean
write_row (guint8 *coverage, const guint8 *sums, int width)
{
  Bytes any = { 0 };
  int x = 0;

  for (; x + N_BYTES <= width; x += N_BYTES)
    {
      const Bytes sum = load (sums + x);
      const Bytes steps = sum & (Bytes) (sum != WEIGHT);

      store (coverage + x, steps);
      any |= steps;
    }

  guint8 rest = 0;

  for (; x < width; x++)
    {
      coverage[x] = sums[x] == WEIGHT ? 0 : sums[x];
      rest |= coverage[x];
    }

  for (int i = 0; i < N_BYTES; i++)
    rest |= any[i];

  return rest != 0;
}

/* @counts has four rows of three more than are written: sums of five follow each other. */
static void
write_block (const Crowd *crowd, const Scratch *scratch, int first, int end)
{
  StreekLineMask *mask = crowd->mask;
  const int stride = scratch->stride;

  memset (scratch->sums, 0, stride);

  for (int i = 0; i < end - first + 4; i++)
    {
      const guint8 *added = scratch->counts + (gsize) i * stride;

      for (int x = 0; x < stride; x += N_BYTES)
        store (scratch->sums + x, load (scratch->sums + x) + load (added + x));

      if (i < 4)
        continue;

      const int y = first + i - 4;

      if (write_row (mask->coverage + (gsize) y * mask->rect.width, scratch->sums,
                     mask->rect.width))
        {
          mask->row_first[y] = 0;
          mask->row_end[y] = mask->rect.width;
        }

      const guint8 *left = added - 4 * (gsize) stride;

      for (int x = 0; x < stride; x += N_BYTES)
        store (scratch->sums + x, load (scratch->sums + x) - load (left + x));
    }
}

static void
find_blocks (StreekBlocks *blocks, gpointer data)
{
  const Crowd *crowd = data;
  const StreekPixelRect *rect = &crowd->mask->rect;
  const int stride = (rect->width + N_BYTES - 1) / N_BYTES * N_BYTES;
  Scratch scratch = {
    .pixels = g_malloc0 (stride + 4 * N_BYTES),
    .mixed = g_malloc0 (stride + 2 * N_BYTES),
    .counts = g_malloc0 ((gsize) (ROWS_AT_ONCE + 2 * MARGIN) * stride),
    .sums = g_malloc (stride),
    .stride = stride,
  };
  guint block;

  while (streek_blocks_take (blocks, &block))
    {
      const int first = (int) block * ROWS_AT_ONCE;
      const int end = MIN (first + ROWS_AT_ONCE, rect->height);

      for (int y = first - MARGIN; y < end + MARGIN; y++)
        {
          read_row (crowd, CLAMP (y, 0, rect->height - 1), &scratch);
          count_across (scratch.pixels + N_BYTES,
                        scratch.counts + (gsize) (y - first + MARGIN) * stride, rect->width);
        }

      count_down (scratch.counts, stride, end - first + 2 * MARGIN - 2);
      write_block (crowd, &scratch, first, end);
    }

  g_free (scratch.pixels);
  g_free (scratch.mixed);
  g_free (scratch.counts);
  g_free (scratch.sums);
}

/* Where the normal distribution reaches @share, by halving. */
static double
find_quantile (double share)
{
  double low = -4, high = 4;

  for (guint i = 0; i < 24; i++)
    {
      const double middle = (low + high) / 2;

      if (0.5 * (1 + erf (middle / G_SQRT2)) < share)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

static const float *
get_distances (void)
{
  static float distances_px[STREEK_OUTLINE_STEPS];
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      for (guint i = 0; i < STREEK_OUTLINE_STEPS; i++)
        distances_px[i] = i == 0 || i >= WEIGHT
                            ? G_MAXFLOAT
                            : (float) fabs (SIGMA_PX * find_quantile ((double) i / WEIGHT));

      g_once_init_leave (&is_ready, 1);
    }

  return distances_px;
}

/**
 * streek_outline_find_crowd:
 * @outline: what is filled in
 * @areas: the map
 * @lines: around areas of it that are chosen together
 * @sheet: the pixels of that map
 *
 * Finds the line around any number of areas in one pass over the pixels.
 *
 * Returns: %FALSE where the lines are too wide for that, or go around something else than areas
 */
gboolean
streek_outline_find_crowd (StreekOutline *outline,
                           const StreekAreasMark *areas,
                           const StreekAreaLines *lines,
                           const StreekAreaSheet *sheet)
{
  const StreekPixelRect *rect = &sheet->ids->rect;
  g_autofree guint8 *is_chosen = g_new0 (guint8, areas->n_groups + 1);

  if (outline->reach_px > MAX_REACH_PX || lines->stroke.dash > 0 || rect->width == 0 ||
      rect->height == 0 || !mark_chosen (areas, lines, is_chosen))
    return FALSE;

  outline->mask = streek_line_mask_new_empty (rect);
  memcpy (outline->distances_px, get_distances (), sizeof outline->distances_px);
  streek_blocks_run (((guint) rect->height + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE, 0, find_blocks,
                     &(Crowd){ sheet, outline->mask, is_chosen }, NULL, NULL);

  return TRUE;
}
