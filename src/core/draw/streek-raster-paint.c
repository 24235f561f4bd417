/* streek-raster-paint.c: the table that turns groups into colours, pixel by pixel */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-hatch.h"
#include "draw/streek-raster-paint.h"

#include <math.h>

#define EIGHT ((int) sizeof (guint64)) /* bytes of a mask at a look */
#define RUN 4                          /* pixels that are painted at once where they are alike */
#define HATCHED 0x00ffffffu            /* no colour: one without alpha has nothing else either */

/* One entry for each group: most pixels need nothing but its colour. */
typedef struct
{
  guint32 color;
  guint32 hatch_color;
  StreekHatch lines;
  gboolean is_over;
} Entry;

/* How far pixels are from the nearest line of a hatch. Hatches repeat along the axes and along
 * x + y and x - y, so a row of coverages for each is all there is to know. */
typedef struct
{
  int height;
  guint8 *diagonal; /* by x + y */
  guint8 *back;     /* by x - y + height */
  guint8 *across;   /* by y */
  guint8 *upright;  /* by x */
  float *dot_x;     /* by x: square of the distance to the middle of the nearest dot */
  float *dot_y;
  float dot_radius;
} Hatches;

typedef struct
{
  Entry *entries;
  gboolean has_hatches;
  Hatches hatches;
  Hatches over; /* the wide hatches, where there are any: their lines, and what lies below those */
  Hatches casings;
  gboolean has_over;
  guint32 casing_color;
} Table;

struct _StreekAreaPainter
{
  const StreekIdBuffer *buffer;
  Table table;
  guint32 *colors; /* per entry, or HATCHED */
  guint32 *mixed;  /* room for the borders of one row */
};

/* Two pixels, a channel in each lane: wide enough for the product of two bytes. */
typedef guint8 Bytes __attribute__ ((vector_size (8)));
typedef guint16 Channels __attribute__ ((vector_size (16)));

guint32
streek_raster_premultiply (const StreekColor *color)
{
  double alpha = CLAMP (color->alpha, 0, 1);
  guint32 a = (guint32) lround (alpha * 255);
  guint32 r = (guint32) lround (CLAMP (color->red, 0, 1) * alpha * 255);
  guint32 g = (guint32) lround (CLAMP (color->green, 0, 1) * alpha * 255);
  guint32 b = (guint32) lround (CLAMP (color->blue, 0, 1) * alpha * 255);

  return a << 24 | r << 16 | g << 8 | b;
}

/* Distance to the nearest multiple of @period. */
static double
measure_to_multiple (double value, double period)
{
  return fabs (value - round (value / period) * period);
}

static guint8
cover_line (double distance_px, double width_px)
{
  return (guint8) lround (255 * CLAMP (width_px / 2 + 0.5 - distance_px, 0, fmin (width_px, 1)));
}

static void
hatches_init (Hatches *hatches,
              const StreekPixelRect *rect,
              double dots_per_point,
              double spacing_pt,
              double width_pt)
{
  const double spacing = spacing_pt * dots_per_point;
  const double width = width_pt * dots_per_point;
  const int n = rect->width + rect->height;

  hatches->height = rect->height;
  hatches->dot_radius = (float) (STREEK_HATCH_DOT_RADIUS_PT * dots_per_point);
  hatches->diagonal = g_new (guint8, n);
  hatches->back = g_new (guint8, n + 1);
  hatches->across = g_new (guint8, MAX (rect->height, 1));
  hatches->upright = g_new (guint8, MAX (rect->width, 1));
  hatches->dot_x = g_new (float, MAX (rect->width, 1));
  hatches->dot_y = g_new (float, MAX (rect->height, 1));

  for (int i = 0; i < n; i++)
    {
      double sum = rect->x + rect->y + i + 1; /* of the middle of a pixel */
      double difference = rect->x - rect->y + i - rect->height;

      hatches->diagonal[i] = cover_line (measure_to_multiple (sum, spacing) * G_SQRT2 / 2, width);
      hatches->back[i] =
        cover_line (measure_to_multiple (difference, spacing) * G_SQRT2 / 2, width);
    }

  for (int x = 0; x < rect->width; x++)
    {
      double distance = measure_to_multiple (rect->x + x + 0.5 - spacing / 2, spacing);

      hatches->upright[x] = cover_line (distance, width);
      hatches->dot_x[x] = (float) (distance * distance);
    }

  for (int y = 0; y < rect->height; y++)
    {
      double distance = measure_to_multiple (rect->y + y + 0.5 - spacing / 2, spacing);

      hatches->across[y] = cover_line (distance, width);
      hatches->dot_y[y] = (float) (distance * distance);
    }
}

static void
hatches_clear (Hatches *hatches)
{
  g_free (hatches->diagonal);
  g_free (hatches->back);
  g_free (hatches->across);
  g_free (hatches->upright);
  g_free (hatches->dot_x);
  g_free (hatches->dot_y);
}

static guint
get_hatch_coverage (const Hatches *hatches, StreekHatch hatch, int x, int y)
{
  switch (hatch)
    {
    case STREEK_HATCH_DIAGONAL:
      return hatches->diagonal[x + y];
    case STREEK_HATCH_BACK_DIAGONAL:
      return hatches->back[x - y + hatches->height];
    case STREEK_HATCH_CROSS:
      return MAX (hatches->diagonal[x + y], hatches->back[x - y + hatches->height]);
    case STREEK_HATCH_HORIZONTAL:
      return hatches->across[y];
    case STREEK_HATCH_VERTICAL:
      return hatches->upright[x];
    case STREEK_HATCH_DOTS:
      {
        float distance = sqrtf (hatches->dot_x[x] + hatches->dot_y[y]);

        return (guint) (255 * CLAMP (hatches->dot_radius + 0.5f - distance, 0, 1));
      }
    case STREEK_HATCH_NONE:
    default:
      return 0;
    }
}

static guint32
get_over_color (const Table *table, const Entry *entry, int x, int y)
{
  guint casing = get_hatch_coverage (&table->casings, entry->lines, x, y);
  guint line = get_hatch_coverage (&table->over, entry->lines, x, y);
  guint32 cased =
    streek_raster_paint_over (entry->color, streek_raster_scale (table->casing_color, casing));

  return streek_raster_paint_over (cased, streek_raster_scale (entry->hatch_color, line));
}

static inline guint32
get_color (const Table *table, guint32 id, int x, int y)
{
  const Entry *entry = &table->entries[id];

  if (entry->lines == STREEK_HATCH_NONE)
    return entry->color;

  if (entry->is_over)
    return get_over_color (table, entry, x, y);

  guint coverage = get_hatch_coverage (&table->hatches, entry->lines, x, y);

  return streek_raster_paint_over (entry->color,
                                   streek_raster_scale (entry->hatch_color, coverage));
}

static inline guint32
get_edge_color (const Table *table, const StreekEdge *edge, int x, int y)
{
  guint32 first = get_color (table, edge->first, x, y);
  guint32 second = get_color (table, edge->second, x, y);

  if (first == second)
    return first; /* the same paint on both sides leaves no seam */

  return streek_raster_scale (first, edge->coverage) +
         streek_raster_scale (second, 255 - edge->coverage);
}

static void
table_init (Table *table,
            const StreekAreasMark *areas,
            const StreekPixelRect *rect,
            double dots_per_point)
{
  const StreekHatchForm form = streek_hatch_get_form (STREEK_HATCH_DIAGONAL);
  const StreekHatchForm over = streek_hatch_get_form (STREEK_HATCH_OVER_DIAGONAL);

  table->entries = g_new0 (Entry, areas->n_groups + 1);
  table->has_hatches = FALSE;
  table->has_over = FALSE;
  table->casing_color = streek_raster_premultiply (&streek_hatch_casing);

  for (guint i = 0; i < areas->n_groups; i++)
    {
      const StreekPaint *paint = &areas->paints[i];
      Entry *entry = &table->entries[i + 1];

      entry->color = streek_raster_premultiply (&paint->color);
      entry->is_over = paint->hatch >= STREEK_HATCH_OVER_DIAGONAL;
      entry->lines = paint->hatch_color.alpha > 0 ? streek_hatch_get_form (paint->hatch).lines
                                                  : STREEK_HATCH_NONE;
      entry->hatch_color = streek_raster_premultiply (&paint->hatch_color);
      table->has_hatches |= entry->lines != STREEK_HATCH_NONE;
      table->has_over |= entry->is_over;
    }

  if (table->has_hatches)
    hatches_init (&table->hatches, rect, dots_per_point, form.spacing_pt, form.width_pt);

  if (!table->has_over)
    return;

  hatches_init (&table->over, rect, dots_per_point, over.spacing_pt, over.width_pt);
  hatches_init (&table->casings, rect, dots_per_point, over.spacing_pt, over.casing_pt);
}

static void
table_clear (Table *table)
{
  if (table->has_hatches)
    hatches_clear (&table->hatches);

  if (table->has_over)
    {
      hatches_clear (&table->over);
      hatches_clear (&table->casings);
    }

  g_free (table->entries);
}

/* A channel of two pixels in each lane. Both are brought together in a register: the processor
 * would wait for two small writes to become one read. */
static inline Channels
spread_two (guint32 first, guint32 second)
{
  const guint64 both = (guint64) second << 32 | first;
  Bytes bytes;

  memcpy (&bytes, &both, sizeof bytes);

  return __builtin_convertvector(bytes, Channels);
}

static inline Channels
load_two (const guint32 *pixels)
{
  Bytes bytes;

  memcpy (&bytes, pixels, sizeof bytes);

  return __builtin_convertvector(bytes, Channels);
}

static inline void
store_two (guint32 *pixels, Channels channels)
{
  Bytes bytes = __builtin_convertvector(channels, Bytes);

  memcpy (pixels, &bytes, sizeof bytes);
}

static inline Channels
repeat_amounts (guint8 first, guint8 second)
{
  return spread_two (first * 0x01010101u, second * 0x01010101u);
}

/* As streek_raster_scale(). */
static inline Channels
scale_two (Channels channels, Channels amounts)
{
  Channels product = channels * amounts + 128;

  return (product + (product >> 8)) >> 8;
}

/* The same paint on both sides leaves no seam, and hatches are looked at pixel by pixel. */
static inline guint32
choose_mixed (guint32 first, guint32 second, guint32 mixed)
{
  if (first == HATCHED || second == HATCHED)
    return HATCHED;

  return first == second ? first : mixed;
}

/* The colours of all borders of a row, which stand one after the other: two at a time, for half the
 * pixels of a map of many areas are on one. */
static void
mix_edges (guint32 *mixed, const StreekEdge *edges, guint n_edges, const guint32 *colors)
{
  for (guint i = 0; i < n_edges; i += 2)
    {
      const StreekEdge *a = &edges[i], *b = &edges[MIN (i + 1, n_edges - 1)];
      const guint32 a1 = colors[a->first], a2 = colors[a->second];
      const guint32 b1 = colors[b->first], b2 = colors[b->second];
      const Channels amounts = repeat_amounts (a->coverage, b->coverage);

      store_two (mixed + i, scale_two (spread_two (a1, b1), amounts) +
                              scale_two (spread_two (a2, b2), 255 - amounts));
      mixed[i] = choose_mixed (a1, a2, mixed[i]);
      mixed[i + 1] = choose_mixed (b1, b2, mixed[i + 1]);
    }
}

static guint32
get_hatched_color (const StreekAreaPainter *painter, guint32 id, int x, int y)
{
  return STREEK_ID_IS_EDGE (id)
           ? get_edge_color (&painter->table, &painter->buffer->edges[STREEK_ID_GET_EDGE (id)], x,
                             y)
           : get_color (&painter->table, id, x, y);
}

static inline guint32
paint_pixel (
  const StreekAreaPainter *painter, guint32 below, guint32 color, guint32 id, int x, int y)
{
  if (color >> 24 == 255)
    return color;

  if (color == HATCHED)
    color = get_hatched_color (painter, id, x, y);

  return streek_raster_paint_over (below, color);
}

static inline gboolean
is_even (const guint32 *ids)
{
  guint64 first, second;

  memcpy (&first, ids, sizeof first);
  memcpy (&second, ids + 2, sizeof second);

  return first == second && ids[0] == ids[1];
}

static void
paint_row (guint32 *row, const guint32 *ids, const StreekAreaPainter *painter, int y)
{
  const StreekIdBuffer *buffer = painter->buffer;
  const guint first_edge = buffer->row_edges[y];
  const guint32 *const colors[] = { painter->colors, painter->mixed };
  const guint32 from[] = { 0, first_edge };
  const int width = buffer->rect.width;

  mix_edges (painter->mixed, buffer->edges + first_edge, buffer->row_edges[y + 1] - first_edge,
             painter->colors);

  for (int x = 0; x < width;)
    {
      const gboolean is_run = x + RUN <= width && is_even (ids + x);
      const int end = MIN (x + RUN, width);
      guint32 color = colors[ids[x] >> 31][STREEK_ID_GET_EDGE (ids[x]) - from[ids[x] >> 31]];

      if (is_run && color >> 24 == 255)
        {
          for (int i = 0; i < RUN; i++)
            row[x + i] = color;
          x = end;
          continue;
        }

      if (is_run && color == 0)
        {
          x = end;
          continue;
        }

      for (; x < end; x++)
        {
          guint is_edge = ids[x] >> 31;

          color = colors[is_edge][STREEK_ID_GET_EDGE (ids[x]) - from[is_edge]];
          row[x] = paint_pixel (painter, row[x], color, ids[x], x, y);
        }
    }
}

/**
 * streek_area_painter_new:
 * @buffer: what lies where; kept
 * @areas: with the paint of each group
 * @dots_per_point: what hatches are measured with
 *
 * Looks every paint up once.
 *
 * Returns: (transfer full): what paints rows, in any order
 */
StreekAreaPainter *
streek_area_painter_new (const StreekIdBuffer *buffer,
                         const StreekAreasMark *areas,
                         double dots_per_point)
{
  StreekAreaPainter *painter = g_new (StreekAreaPainter, 1);

  painter->buffer = buffer;
  table_init (&painter->table, areas, &buffer->rect, dots_per_point);
  painter->colors = g_new (guint32, areas->n_groups + 1);
  painter->mixed = g_new (guint32, buffer->rect.width + 2);

  for (guint i = 0; i <= areas->n_groups; i++)
    painter->colors[i] = painter->table.entries[i].lines == STREEK_HATCH_NONE
                           ? painter->table.entries[i].color
                           : HATCHED;

  return painter;
}

void
streek_area_painter_free (StreekAreaPainter *painter)
{
  table_clear (&painter->table);
  g_free (painter->colors);
  g_free (painter->mixed);
  g_free (painter);
}

void
streek_area_painter_paint (const StreekAreaPainter *painter,
                           guint32 *pixels,
                           int width,
                           const StreekPixelRows *rows)
{
  const StreekPixelRect *rect = &painter->buffer->rect;
  const int first = MAX (rows->first - rect->y, 0);
  const int end = MIN (rows->end - rect->y, rect->height);

  for (int y = first; y < end; y++)
    {
      guint32 *row = pixels + (gsize) (rect->y + y) * width + rect->x;
      const guint32 *ids = painter->buffer->ids + (gsize) y * rect->width;

      paint_row (row, ids, painter, y);
    }
}

/* Most of a mask is empty: eight pixels at a look. */
static int
find_covered (const guint8 *coverage, int x, int end)
{
  guint64 eight = 0;

  for (; x + EIGHT <= end; x += EIGHT)
    {
      memcpy (&eight, coverage + x, sizeof eight);

      if (eight != 0)
        break;
    }

  while (x < end && coverage[x] == 0)
    x++;

  return x;
}

/* One ink over two pixels, as much of it as each is covered. */
static inline void
ink_two (guint32 *pixels, const guint8 *coverage, Channels ink, guint16 alpha)
{
  Channels amounts = repeat_amounts (coverage[0], coverage[1]);
  Channels left = 255 - scale_two (amounts, (Channels){ 0 } + alpha);

  store_two (pixels, scale_two (ink, amounts) + scale_two (load_two (pixels), left));
}

/* One ink over a row, as much of it as each pixel is covered. */
void
streek_raster_paint_row (guint32 *row, const guint8 *coverage, int first, int end, guint32 ink)
{
  const Channels channels = spread_two (ink, ink);
  int x = find_covered (coverage, first, end);

  for (; x + 2 <= end; x = find_covered (coverage, x, end))
    for (; x + 2 <= end && (coverage[x] | coverage[x + 1]) != 0; x += 2)
      ink_two (row + x, coverage + x, channels, (guint16) (ink >> 24));

  for (; x < end; x++)
    row[x] = streek_raster_paint_over (row[x], streek_raster_scale (ink, coverage[x]));
}

void
streek_raster_paint_lines (guint32 *pixels,
                           int width,
                           const StreekLineMask *mask,
                           const StreekColor *color,
                           const StreekPixelRows *rows)
{
  const StreekPixelRect *rect = &mask->rect;
  const guint32 ink = streek_raster_premultiply (color);
  const int first = MAX (rows->first - rect->y, 0);
  const int end = MIN (rows->end - rect->y, rect->height);

  for (int y = first; y < end; y++)
    {
      guint32 *row = pixels + (gsize) (rect->y + y) * width + rect->x;
      const guint8 *coverage = mask->coverage + (gsize) y * rect->width;

      streek_raster_paint_row (row, coverage, mask->row_first[y], mask->row_end[y], ink);
    }
}
