/* streek-raster-paint.c: the table that turns groups into colours, pixel by pixel */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-hatch.h"
#include "draw/streek-raster-paint.h"

#include <math.h>

#define ROWS_AHEAD 4
#define PIXELS_AT_ONCE 16 /* of the memory, whatever is asked of it */

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
  Hatches hatches;
  Hatches over; /* the wide hatches, where there are any: their lines, and what lies below those */
  Hatches casings;
  gboolean has_over;
  guint32 casing_color;
} Table;

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
      table->has_over |= entry->is_over;
    }

  hatches_init (&table->hatches, rect, dots_per_point, form.spacing_pt, form.width_pt);

  if (!table->has_over)
    return;

  hatches_init (&table->over, rect, dots_per_point, over.spacing_pt, over.width_pt);
  hatches_init (&table->casings, rect, dots_per_point, over.spacing_pt, over.casing_pt);
}

static void
table_clear (Table *table)
{
  hatches_clear (&table->hatches);

  if (table->has_over)
    {
      hatches_clear (&table->over);
      hatches_clear (&table->casings);
    }

  g_free (table->entries);
}

static void
paint_row (
  guint32 *row, const guint32 *ids, const StreekIdBuffer *buffer, const Table *table, int y)
{
  for (int x = 0; x < buffer->rect.width; x++)
    {
      guint32 id = ids[x];

      if (STREEK_ID_IS_EDGE (id))
        {
          const StreekEdge *edge = &buffer->edges[STREEK_ID_GET_EDGE (id)];

          row[x] = streek_raster_paint_over (row[x], get_edge_color (table, edge, x, y));
          continue;
        }

      const Entry *entry = &table->entries[id];

      if (entry->lines != STREEK_HATCH_NONE)
        row[x] = streek_raster_paint_over (row[x], get_color (table, id, x, y));
      else
        row[x] = streek_raster_paint_over (row[x], entry->color);
    }
}

void
streek_raster_paint_areas (guint32 *pixels,
                           int width,
                           const StreekIdBuffer *buffer,
                           const StreekAreasMark *areas,
                           double dots_per_point)
{
  const StreekPixelRect *rect = &buffer->rect;
  Table table;

  table_init (&table, areas, rect, dots_per_point);

  for (int y = 0; y < rect->height; y++)
    paint_row (pixels + (gsize) (rect->y + y) * width + rect->x,
               buffer->ids + (gsize) y * rect->width, buffer, &table, y);

  table_clear (&table);
}

/* Most of a mask is empty: eight pixels at a look. */
static int
find_covered (const guint8 *coverage, int x, int end)
{
  guint64 eight = 0;

  for (; x + 8 <= end; x += 8)
    {
      memcpy (&eight, coverage + x, sizeof eight);

      if (eight != 0)
        break;
    }

  while (x < end && coverage[x] == 0)
    x++;

  return x;
}

/* One ink over a row, as much of it as each pixel is covered. */
void
streek_raster_paint_row (guint32 *row, const guint8 *coverage, int first, int end, guint32 ink)
{
  for (int x = find_covered (coverage, first, end); x < end; x = find_covered (coverage, x, end))
    for (; x < end && coverage[x] != 0; x++)
      row[x] = streek_raster_paint_over (row[x], streek_raster_scale (ink, coverage[x]));
}

/* A line that is not level meets each row in another place of the memory: where it will be a few
 * rows on is fetched meanwhile. Without it most of the time went into waiting. */
static void
fetch_row (const guint32 *row, const guint8 *coverage, int first, int end)
{
  for (int x = find_covered (coverage, first, end); x < end;
       x = find_covered (coverage, MIN (x + PIXELS_AT_ONCE, end), end))
    __builtin_prefetch (row + x, 1);
}

void
streek_raster_paint_lines (guint32 *pixels,
                           int width,
                           const StreekLineMask *mask,
                           const StreekColor *color)
{
  const StreekPixelRect *rect = &mask->rect;
  const guint32 ink = streek_raster_premultiply (color);

  for (int y = 0; y < rect->height; y++)
    {
      guint32 *row = pixels + (gsize) (rect->y + y) * width + rect->x;
      const guint8 *coverage = mask->coverage + (gsize) y * rect->width;

      const int ahead = y + ROWS_AHEAD;

      if (ahead < rect->height)
        fetch_row (row + (gsize) ROWS_AHEAD * width, coverage + (gsize) ROWS_AHEAD * rect->width,
                   mask->row_first[ahead], mask->row_end[ahead]);

      streek_raster_paint_row (row, coverage, mask->row_first[y], mask->row_end[y], ink);
    }
}
