/* streek-raster-paint.c: the table that turns groups into colours, pixel by pixel */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-hatch.h"
#include "draw/streek-raster-paint.h"

#include <math.h>

#define EIGHT ((int) sizeof (guint64)) /* bytes of a mask at a look */
#define COPIED 4                       /* mixed pixels at once; some more are written, never read */
/* No colours: one without alpha has nothing else either. */
#define HATCHED 0x00ffffffu
#define ODD 0x00fffffeu
#define OPAQUE G_GUINT64_CONSTANT (0xff000000ff000000)

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
  const StreekAreaSheet *sheet;
  Table table;
  guint32 *colors;  /* per entry, or HATCHED */
  gboolean has_odd; /* whether something shines through one of them */
};

/* Two pixels, a channel in each lane: wide enough for the product of two bytes. */
typedef guint8 Bytes __attribute__ ((vector_size (8)));
typedef guint16 Channels __attribute__ ((vector_size (16)));
typedef guint32 Words __attribute__ ((vector_size (16)));

guint32
streek_raster_premultiply (const StreekColor *color)
{
  double alpha = CLAMP (color->alpha, 0, 1);
  guint32 a = (guint32) (alpha * 255 + 0.5);
  guint32 r = (guint32) (CLAMP (color->red, 0, 1) * alpha * 255 + 0.5);
  guint32 g = (guint32) (CLAMP (color->green, 0, 1) * alpha * 255 + 0.5);
  guint32 b = (guint32) (CLAMP (color->blue, 0, 1) * alpha * 255 + 0.5);

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

/* The same paint on both sides leaves no seam. */
static inline guint32
mix_colors (guint32 first, guint32 second, guint coverage)
{
  if (first == second)
    return first;

  return streek_raster_scale (first, coverage) + streek_raster_scale (second, 255 - coverage);
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

      if (entry->lines != STREEK_HATCH_NONE)
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
static inline Bytes
pair_colors (guint32 first, guint32 second)
{
  const guint64 both = (guint64) second << 32 | first;
  Bytes bytes;

  memcpy (&bytes, &both, sizeof bytes);

  return bytes;
}

/* One instruction; converting the vectors takes five. */
static inline Channels
spread_bytes (Bytes bytes)
{
  const Bytes none = { 0 };

#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  return (Channels) __builtin_shufflevector (bytes, none, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6,
                                             14, 7, 15);
#else
  return (Channels) __builtin_shufflevector (none, bytes, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6,
                                             14, 7, 15);
#endif
}

static inline Channels
spread_two (guint32 first, guint32 second)
{
  return spread_bytes (pair_colors (first, second));
}

static inline Channels
load_two (const guint32 *pixels)
{
  Bytes bytes;

  memcpy (&bytes, pixels, sizeof bytes);

  return spread_bytes (bytes);
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

/* Of two mixed pixels: what each of the four words has in its upper byte. */
static inline Channels
load_shares (const StreekMixedPixel *pixels)
{
  Words words;

  memcpy (&words, pixels, sizeof words);

  return (Channels) (words >> 24);
}

/* One of the first four lanes for the first pixel, the same of the others for the second. */
#define REPEAT_LANE(channels, lane)                                                                \
  __builtin_shufflevector (channels, channels, lane, lane, lane, lane, 4 + (lane), 4 + (lane),     \
                           4 + (lane), 4 + (lane))
#define FIRST_LANE (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 0 : 1)
#define LINE_LANE (FIRST_LANE + 2)

/* As streek_raster_scale(). */
static inline Channels
scale_two (Channels channels, Channels amounts)
{
  Channels product = channels * amounts + 128;

  return (product + (product >> 8)) >> 8;
}

/* Those whose paint is looked at pixel by pixel become ODD. Returns whether there is one. */
static gboolean
mark_odd_pixels (const StreekAreaPainter *painter,
                 guint32 *colors,
                 const StreekMixedPixel *pixels,
                 guint n)
{
  const guint32 *const paints = painter->colors;
  gboolean has_odd = FALSE;

  for (guint i = 0; i < n; i++)
    if ((paints[STREEK_MIXED_ID (pixels[i].first)] & paints[STREEK_MIXED_ID (pixels[i].second)]) >>
          24 !=
        255)
      {
        colors[i] = ODD;
        has_odd = TRUE;
      }

  return has_odd;
}

/* The colours of all mixed pixels of a row, which stand one after the other: two at a time, for
 * most pixels of a map of many areas are such. Returns whether some became ODD. */
static gboolean
mix_pixels (const StreekAreaPainter *painter,
            guint32 *colors,
            const StreekMixedPixel *pixels,
            guint n)
{
  const Channels ink = spread_two (painter->sheet->common_ink, painter->sheet->common_ink);
  const guint32 *const paints = painter->colors;
  guint64 alphas = OPAQUE;

  for (guint i = 0; i < n; i += 2)
    {
      const Bytes firsts = pair_colors (paints[STREEK_MIXED_ID (pixels[i].first)],
                                        paints[STREEK_MIXED_ID (pixels[i + 1].first)]);
      const Bytes seconds = pair_colors (paints[STREEK_MIXED_ID (pixels[i].second)],
                                         paints[STREEK_MIXED_ID (pixels[i + 1].second)]);
      const Channels shares = load_shares (pixels + i);
      const Channels first = REPEAT_LANE (shares, FIRST_LANE);
      const Channels line = REPEAT_LANE (shares, LINE_LANE);

      store_two (colors + i, (spread_bytes (firsts) * first +
                              spread_bytes (seconds) * (256 - first - line) + ink * line + 128) >>
                               8);
      alphas &= (guint64) (firsts & seconds);
    }

  /* one pixel more may have been read than there are: then they are looked at for nothing */
  return G_UNLIKELY (alphas != OPAQUE) && mark_odd_pixels (painter, colors, pixels, n);
}

static gboolean
has_odd_runs (const StreekAreaPainter *painter, const StreekAreaRun *runs, guint n_runs)
{
  guint32 all = 0xff000000u;

  for (guint i = 0; i < n_runs; i++)
    all &= painter->colors[runs[i].id] | (runs[i].id == 0 ? 0xff000000u : 0);

  return all != 0xff000000u;
}

static inline void
fill_pixels (guint32 *pixels, guint n, guint32 color)
{
  const Words four = { color, color, color, color };
  guint i = 0;

  for (; i + 4 <= n; i += 4)
    memcpy (pixels + i, &four, sizeof four);

  for (; i < n; i++)
    pixels[i] = color;
}

/* Where every paint is opaque and more than what is asked for may be written: lengths that differ
 * from run to run would be guessed wrongly by the processor time and again. */
static void
paint_even_row (const StreekAreaPainter *painter,
                guint32 *row,
                const StreekAreaRun *runs,
                guint n_runs,
                const guint32 *mixed)
{
  for (guint i = 0; i < n_runs; i++)
    {
      const StreekAreaRun run = runs[i];
      const guint32 color = painter->colors[run.id];

      if (run.is_exact)
        {
          if (color != 0)
            fill_pixels (row, run.n_plain, color);

          row += run.n_plain;
          memcpy (row, mixed, run.n_mixed * sizeof *row);
          row += run.n_mixed;
          mixed += run.n_mixed;
          continue;
        }

      for (guint x = 0; color != 0 && x < run.n_plain; x += STREEK_RUN_OVERSHOOT)
        fill_pixels (row + x, STREEK_RUN_OVERSHOOT, color);

      row += run.n_plain;

      for (guint x = 0; x < run.n_mixed; x += COPIED)
        memcpy (row + x, mixed + x, COPIED * sizeof *row);

      row += run.n_mixed;
      mixed += run.n_mixed;
    }
}

static inline guint32
get_paint_color (const StreekAreaPainter *painter, guint32 id, int x, int y)
{
  const guint32 color = painter->colors[id];

  return color == HATCHED ? get_color (&painter->table, id, x, y) : color;
}

static guint32
paint_odd_pixel (
  const StreekAreaPainter *painter, const StreekMixedPixel *pixel, guint32 below, int x, int y)
{
  const guint first = STREEK_MIXED_SHARE (pixel->first), line = STREEK_MIXED_SHARE (pixel->second);
  guint32 color = mix_colors (get_paint_color (painter, STREEK_MIXED_ID (pixel->first), x, y),
                              get_paint_color (painter, STREEK_MIXED_ID (pixel->second), x, y),
                              MIN (first * 255 / (256 - line), 255));

  return streek_raster_paint_over (
    streek_raster_paint_over (below, color),
    streek_raster_scale (painter->sheet->common_ink, line * 255 / 256));
}

/* The coverages of the lines of a hatch along a row, from @x on; NULL where they are not kept in
 * such an order. */
static const guint8 *
get_hatch_row (const Hatches *hatches, StreekHatch lines, int x, int y)
{
  switch (lines)
    {
    case STREEK_HATCH_DIAGONAL:
      return hatches->diagonal + x + y;
    case STREEK_HATCH_BACK_DIAGONAL:
      return hatches->back + x - y + hatches->height;
    case STREEK_HATCH_VERTICAL:
      return hatches->upright + x;
    case STREEK_HATCH_NONE:
    case STREEK_HATCH_CROSS:
    case STREEK_HATCH_HORIZONTAL:
    case STREEK_HATCH_DOTS:
    default:
      return NULL;
    }
}

/* A run of a group that has no plain colour. */
static void
paint_odd_run (const StreekAreaPainter *painter, guint32 *row, guint32 id, int x, int end, int y)
{
  const Entry *entry = &painter->table.entries[id];
  const guint8 *lines = entry->lines != STREEK_HATCH_NONE && !entry->is_over
                          ? get_hatch_row (&painter->table.hatches, entry->lines, x, y)
                          : NULL;

  if (lines != NULL && entry->color >> 24 == 255)
    {
      fill_pixels (row + x, end - x, entry->color);
      streek_raster_paint_row (row + x, lines, 0, end - x, entry->hatch_color);
      return;
    }

  for (; x < end; x++)
    row[x] = streek_raster_paint_over (row[x], get_paint_color (painter, id, x, y));
}

/* As paint_even_row(), with hatches and paints that something shines through. */
static void
paint_odd_row (const StreekAreaPainter *painter,
               guint32 *row,
               int y,
               const StreekSheetRow *at,
               const guint32 *mixed)
{
  const StreekAreaRun *runs = at->runs;
  const StreekMixedPixel *pixels = at->mixed;
  int x = 0;

  for (guint i = 0; i < at->n_runs; i++)
    {
      const guint32 color = painter->colors[runs[i].id];
      const int end = x + runs[i].n_plain;
      const int end_of_mixed = end + runs[i].n_mixed;

      if (color >> 24 == 255)
        fill_pixels (row + x, runs[i].n_plain, color);
      else if (color != 0)
        paint_odd_run (painter, row, runs[i].id, x, end, y);

      for (x = end; x < end_of_mixed; x++, mixed++, pixels++)
        row[x] = *mixed != ODD ? *mixed : paint_odd_pixel (painter, pixels, row[x], x, y);
    }
}

static void
paint_rich_pixels (
  const StreekAreaPainter *painter, guint32 *row, int y, const StreekRichPixel *pixels, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const StreekRichPixel *pixel = &pixels[i];
      const int x = pixel->x;
      guint32 color = mix_colors (get_paint_color (painter, pixel->first, x, y),
                                  get_paint_color (painter, pixel->second, x, y), pixel->coverage);

      row[x] = streek_raster_paint_over (streek_raster_paint_over (row[x], color), pixel->ink);
    }
}

static void
paint_row (const StreekAreaPainter *painter, guint32 *row, int y, guint32 *mixed)
{
  const StreekSheetRow *at = &painter->sheet->rows[y];
  gboolean has_odd = mix_pixels (painter, mixed, at->mixed, at->n_mixed);

  if (has_odd || (painter->has_odd && has_odd_runs (painter, at->runs, at->n_runs)))
    paint_odd_row (painter, row, y, at, mixed);
  else
    paint_even_row (painter, row, at->runs, at->n_runs, mixed);

  paint_rich_pixels (painter, row, y, at->rich, at->n_rich);
}

/**
 * streek_area_painter_new:
 * @sheet: what lies where; kept
 * @areas: with the paint of each group
 * @dots_per_point: what hatches are measured with
 * @background: opaque: what lies beside all groups, which is painted then too; 0: nothing is
 *
 * Looks every paint up once.
 *
 * Returns: (transfer full): what paints rows, in any order and thread
 */
StreekAreaPainter *
streek_area_painter_new (const StreekAreaSheet *sheet,
                         const StreekAreasMark *areas,
                         double dots_per_point,
                         guint32 background)
{
  StreekAreaPainter *painter = g_new (StreekAreaPainter, 1);

  painter->sheet = sheet;
  painter->has_odd = FALSE;
  table_init (&painter->table, areas, &sheet->ids->rect, dots_per_point);
  painter->colors = g_new (guint32, areas->n_groups + 1);

  for (guint i = 0; i <= areas->n_groups; i++)
    {
      const Entry *entry = &painter->table.entries[i];

      painter->colors[i] = entry->lines == STREEK_HATCH_NONE ? entry->color : HATCHED;
      painter->has_odd |= i > 0 && painter->colors[i] >> 24 != 255;
    }

  painter->colors[0] = background;

  return painter;
}

void
streek_area_painter_free (StreekAreaPainter *painter)
{
  table_clear (&painter->table);
  g_free (painter->colors);
  g_free (painter);
}

void
streek_area_painter_paint (const StreekAreaPainter *painter,
                           guint32 *pixels,
                           int width,
                           const StreekPixelRows *rows)
{
  const StreekPixelRect *rect = &painter->sheet->ids->rect;
  const int first = MAX (rows->first - rect->y, 0);
  const int end = MIN (rows->end - rect->y, rect->height);
  g_autofree guint32 *mixed = g_new (guint32, rect->width + COPIED);

  for (int y = first; y < end; y++)
    paint_row (painter, pixels + (gsize) (rect->y + y) * width + rect->x, y, mixed);
}

/* Most of a mask is empty: eight pixels at a look. */
int
streek_raster_find_covered (const guint8 *coverage, int x, int end)
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
  int x = streek_raster_find_covered (coverage, first, end);

  for (; x + 2 <= end; x = streek_raster_find_covered (coverage, x, end))
    for (; x + 2 <= end && (coverage[x] | coverage[x + 1]) != 0; x += 2)
      ink_two (row + x, coverage + x, channels, (guint16) (ink >> 24));

  for (; x < end; x++)
    row[x] = streek_raster_paint_over (row[x], streek_raster_scale (ink, coverage[x]));
}

/* Inks over a row, each of its own; most of them are nothing. */
void
streek_raster_paint_ink_row (guint32 *row, const guint32 *inks, int width)
{
  int x = 0;

  for (; x + 2 <= width; x += 2)
    {
      if ((inks[x] | inks[x + 1]) == 0)
        continue;

      const Channels left =
        255 - repeat_amounts ((guint8) (inks[x] >> 24), (guint8) (inks[x + 1] >> 24));

      store_two (row + x, load_two (inks + x) + scale_two (load_two (row + x), left));
    }

  if (x < width)
    row[x] = streek_raster_paint_over (row[x], inks[x]);
}

/* Each step of a row becomes the ink that stands for it. */
void
streek_raster_paint_steps (
  guint32 *row, const guint8 *steps, int first, int end, const guint32 *inks)
{
  int x = streek_raster_find_covered (steps, first, end);

  for (; x + 2 <= end; x = streek_raster_find_covered (steps, x, end))
    for (; x + 2 <= end && (steps[x] | steps[x + 1]) != 0; x += 2)
      {
        const guint32 a = inks[steps[x]], b = inks[steps[x + 1]];
        const Channels left = 255 - repeat_amounts ((guint8) (a >> 24), (guint8) (b >> 24));

        store_two (row + x, spread_two (a, b) + scale_two (load_two (row + x), left));
      }

  for (; x < end; x++)
    row[x] = streek_raster_paint_over (row[x], inks[steps[x]]);
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
