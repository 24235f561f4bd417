/* streek-area-sheet.c: the pixels of one map sorted by what their colour depends on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-sheet.h"
#include "draw/streek-raster-paint.h"
#include "draw/streek-scene-private.h"
#include "stats/streek-blocks.h"

#include <math.h>
#include <string.h>

/* Another period changes the colour of every area and nothing else. Reading a group for each pixel
 * and the cover of each line, and asking what to do with them, took 7 ms for a window; a sheet has
 * the answers: runs of one group are filled, and what lies on a border stands in one list that is
 * mixed two at a time without a question. */

#define MANY 255        /* lines over one pixel */
#define COUNTED_ROWS 16 /* one in so many is looked at to find the common line */
#define MAX_MIXED_ID (1u << 24)
#define FOUR 4

typedef struct
{
  guint run;
  guint mixed;
  guint rich;
} Counts;

typedef struct
{
  StreekAreaSheet *sheet;
  StreekSheetBand band; /* at hand */
  Counts n;             /* in it so far */
  Counts room;
  guint common;       /* line counted from 1, 0: none */
  guint32 *colors;    /* (array length=n_lines): premultiplied */
  guint8 shares[256]; /* of the common line, by how much of a pixel it covers */
  /* of the row at hand */
  int y;
  guint8 *line_of; /* per pixel: the line over it counted from 1, or MANY */
  StreekAreaRun run;
} Sorter;

typedef guint8 Bytes __attribute__ ((vector_size (16)));

#define N_BYTES ((int) sizeof (Bytes))

guint
streek_area_sheet_count_lines (const StreekAreasMark *areas)
{
  guint n = 0;

  while (n < areas->n_lines && n + 1 < MANY && !areas->lines[n].is_passing)
    n++;

  return n;
}

static guint
count_covered (const StreekLineMask *mask)
{
  guint n = 0;

  for (int y = 0; y < mask->rect.height; y += COUNTED_ROWS)
    for (int x = mask->row_first[y]; x < mask->row_end[y]; x++)
      n += mask->coverage[(gsize) y * mask->rect.width + x] != 0;

  return n;
}

static guint
find_common_line (const StreekAreaSheet *sheet)
{
  guint most = 0, common = 0;

  for (guint i = 0; i < sheet->n_lines; i++)
    {
      guint n = count_covered (sheet->masks[i]);

      if (n > most)
        {
          most = n;
          common = i + 1;
        }
    }

  return common;
}

static inline const guint8 *
get_coverage (const Sorter *sorter, guint line)
{
  const StreekLineMask *mask = sorter->sheet->masks[line];

  return mask->coverage + (gsize) sorter->y * mask->rect.width;
}

/* Half the pixels of a map of many areas lie under the common line. */
static void
mark_common_line (Sorter *sorter)
{
  const guint line = sorter->common - 1;
  const guint8 *coverage = get_coverage (sorter, line);
  const int end = sorter->sheet->masks[line]->row_end[sorter->y];
  int x = sorter->sheet->masks[line]->row_first[sorter->y];

  for (; x + N_BYTES <= end; x += N_BYTES)
    {
      Bytes bytes;

      memcpy (&bytes, coverage + x, sizeof bytes);
      bytes = (Bytes) (bytes != 0) & (guint8) sorter->common;
      memcpy (sorter->line_of + x, &bytes, sizeof bytes);
    }

  for (; x < end; x++)
    sorter->line_of[x] = coverage[x] != 0 ? (guint8) sorter->common : 0;
}

/* Which line lies over each pixel of a row. */
static void
mark_lines (Sorter *sorter)
{
  const StreekAreaSheet *sheet = sorter->sheet;

  memset (sorter->line_of, 0, sheet->ids->rect.width);

  if (sorter->common > 0)
    mark_common_line (sorter);

  for (guint i = 0; i < sheet->n_lines; i++)
    {
      const guint8 *coverage = get_coverage (sorter, i);
      const int end = sheet->masks[i]->row_end[sorter->y];

      if (i + 1 == sorter->common)
        continue;

      for (int x =
             streek_raster_find_covered (coverage, sheet->masks[i]->row_first[sorter->y], end);
           x < end; x = streek_raster_find_covered (coverage, x + 1, end))
        sorter->line_of[x] = sorter->line_of[x] == 0 ? (guint8) (i + 1) : MANY;
    }
}

/* All lines of a pixel, one over the other and all over nothing. */
static guint32
make_ink (const Sorter *sorter, int x)
{
  guint32 ink = 0;

  for (guint i = 0; i < sorter->sheet->n_lines; i++)
    {
      guint coverage = get_coverage (sorter, i)[x];

      if (coverage > 0)
        ink = streek_raster_paint_over (ink, streek_raster_scale (sorter->colors[i], coverage));
    }

  return ink;
}

/* For a whole row of each, so that nothing is asked pixel by pixel. */
static void
make_room (Sorter *sorter)
{
  StreekSheetBand *band = &sorter->band;
  const guint width = (guint) sorter->sheet->ids->rect.width + 1;

  if (sorter->n.run + width > sorter->room.run)
    {
      sorter->room.run = 2 * sorter->room.run + width;
      band->runs = g_renew (StreekAreaRun, band->runs, sorter->room.run);
    }

  if (sorter->n.mixed + width > sorter->room.mixed)
    {
      sorter->room.mixed = 2 * sorter->room.mixed + width;
      band->mixed = g_renew (StreekMixedPixel, band->mixed, sorter->room.mixed);
    }

  if (sorter->n.rich + width > sorter->room.rich)
    {
      sorter->room.rich = 2 * sorter->room.rich + width;
      band->rich = g_renew (StreekRichPixel, band->rich, sorter->room.rich);
    }
}

static inline void
end_run (Sorter *sorter)
{
  if (sorter->run.n_plain + sorter->run.n_mixed > 0)
    sorter->band.runs[sorter->n.run++] = sorter->run;

  sorter->run = (StreekAreaRun){ 0 };
}

static inline void
add_plain (Sorter *sorter, guint32 id, int n)
{
  if (sorter->run.n_mixed > 0 || (sorter->run.n_plain > 0 && sorter->run.id != id))
    end_run (sorter);

  sorter->run.id = id;
  sorter->run.n_plain += (guint16) n;
}

static inline void
add_mixed (Sorter *sorter, const StreekEdge *edge, int x)
{
  const guint line =
    sorter->line_of[x] != 0 ? sorter->shares[get_coverage (sorter, sorter->common - 1)[x]] : 0;
  const guint share = ((256 - line) * edge->coverage + 127) / 255;

  sorter->band.mixed[sorter->n.mixed++] = (StreekMixedPixel){
    edge->first | MIN (share, 255) << 24,
    edge->second | line << 24,
  };
  sorter->run.n_mixed++;
}

static void
add_rich (Sorter *sorter, const StreekEdge *edge, int x)
{
  sorter->band.rich[sorter->n.rich++] = (StreekRichPixel){
    edge->first, edge->second,   sorter->line_of[x] != 0 ? make_ink (sorter, x) : 0,
    (guint16) x, edge->coverage,
  };
  add_plain (sorter, 0, 1);
}

static inline void
add_pixel (Sorter *sorter, const StreekEdge *edge, int x)
{
  const guint line = sorter->line_of[x];

  if ((line == 0 || line == sorter->common) && edge->first != 0 && edge->second != 0 &&
      (edge->first | edge->second) < MAX_MIXED_ID)
    add_mixed (sorter, edge, x);
  else
    add_rich (sorter, edge, x);
}

static inline gboolean
are_plain (const guint32 *ids, const guint8 *line_of, guint32 id)
{
  const guint64 two = (guint64) id << 32 | id;
  guint64 first, second;
  guint32 lines;

  memcpy (&first, ids, sizeof first);
  memcpy (&second, ids + 2, sizeof second);
  memcpy (&lines, line_of, sizeof lines);

  return first == two && second == two && lines == 0;
}

static int
find_end_of_plain (const Sorter *sorter, const guint32 *ids, int x)
{
  const int width = sorter->sheet->ids->rect.width;
  const guint32 id = ids[x];

  while (x + FOUR <= width && are_plain (ids + x, sorter->line_of + x, id))
    x += FOUR;

  while (x < width && ids[x] == id && sorter->line_of[x] == 0)
    x++;

  return x;
}

/* From the right: how far it is to what must not be written to. */
static void
mark_exact_runs (Sorter *sorter, guint first)
{
  int room = 0;

  for (guint i = sorter->n.run; i > first; i--)
    {
      StreekAreaRun *run = &sorter->band.runs[i - 1];

      run->is_exact = room < STREEK_RUN_OVERSHOOT;
      room = run->id == 0 && run->n_plain > 0 ? 0 : room + run->n_plain + run->n_mixed;
    }
}

static void
sort_row (Sorter *sorter, int y)
{
  const StreekIdBuffer *buffer = sorter->sheet->ids;
  const guint32 *ids = buffer->ids + (gsize) y * buffer->rect.width;
  const guint first_run = sorter->n.run;

  make_room (sorter);
  sorter->y = y;
  mark_lines (sorter);

  for (int x = 0; x < buffer->rect.width;)
    {
      if (STREEK_ID_IS_EDGE (ids[x]))
        {
          add_pixel (sorter, streek_id_buffer_get_edge (buffer, y, ids[x]), x);
          x++;
        }
      else if (sorter->line_of[x] != 0)
        {
          add_pixel (sorter, &(StreekEdge){ ids[x], ids[x], 255 }, x);
          x++;
        }
      else
        {
          int end = find_end_of_plain (sorter, ids, x);

          add_plain (sorter, ids[x], end - x);
          x = end;
        }
    }

  end_run (sorter);
  mark_exact_runs (sorter, first_run);
}

static void
sorter_init (Sorter *sorter, StreekAreaSheet *sheet)
{
  *sorter = (Sorter){
    .sheet = sheet,
    .common = find_common_line (sheet),
    .colors = g_new (guint32, MAX (sheet->n_lines, 1)),
  };

  for (guint i = 0; i < sheet->n_lines; i++)
    sorter->colors[i] = streek_raster_premultiply (&sheet->inks[i]);

  if (sorter->common == 0)
    return;

  const double alpha = CLAMP (sheet->inks[sorter->common - 1].alpha, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (sorter->shares); i++)
    sorter->shares[i] = (guint8) MIN (lround (i * alpha * 256 / 255), 255);
}

/* Rows of which is known where they end. */
static void
fill_rows (const Sorter *sorter, const Counts *ends, int first, int end)
{
  const StreekSheetBand *band = &sorter->band;
  Counts start = { 0 };

  for (int y = first; y < end; y++)
    {
      const Counts *next = &ends[y - first];

      sorter->sheet->rows[y] = (StreekSheetRow){
        band->runs + start.run, band->mixed + start.mixed, band->rich + start.rich,
        next->run - start.run,  next->mixed - start.mixed, next->rich - start.rich,
      };
      start = *next;
    }
}

/* The mixed pixels are read two at a time: there is always room for one more. */
static void
sort_band (Sorter *sorter, guint index)
{
  StreekAreaSheet *sheet = sorter->sheet;
  StreekSheetBand *band = &sorter->band;
  const int first = (int) index * STREEK_BAND_ROWS;
  const int end = MIN (first + STREEK_BAND_ROWS, sheet->ids->rect.height);
  Counts ends[STREEK_BAND_ROWS];

  *band = (StreekSheetBand){ NULL };
  sorter->n = sorter->room = (Counts){ 0 };

  for (int y = first; y < end; y++)
    {
      sort_row (sorter, y);
      ends[y - first] = sorter->n;
    }

  make_room (sorter);
  band->mixed[sorter->n.mixed++] = (StreekMixedPixel){ 0 };
  band->runs = g_renew (StreekAreaRun, band->runs, MAX (sorter->n.run, 1));
  band->mixed = g_renew (StreekMixedPixel, band->mixed, sorter->n.mixed);
  band->rich = g_renew (StreekRichPixel, band->rich, MAX (sorter->n.rich, 1));
  fill_rows (sorter, ends, first, end);
  sheet->bands[index] = *band;
}

static void
sort_bands (StreekBlocks *blocks, gpointer data)
{
  const Sorter *like = data;
  g_autofree guint8 *line_of = g_malloc ((gsize) MAX (like->sheet->ids->rect.width, 1));
  Sorter sorter = *like;
  guint band;

  sorter.line_of = line_of;

  while (streek_blocks_take (blocks, &band))
    sort_band (&sorter, band);
}

static guint32
make_opaque (const StreekColor *color)
{
  const StreekColor opaque = { color->red, color->green, color->blue, 1 };

  return streek_raster_premultiply (&opaque);
}

/**
 * streek_area_sheet_new:
 * @ids: what lies where
 * @areas: the map that @ids are of; its paints do not matter
 * @masks: (array): of each of its lines
 *
 * Returns: (transfer full): every pixel, with what its colour is made of
 */
StreekAreaSheet *
streek_area_sheet_new (StreekIdBuffer *ids,
                       const StreekAreasMark *areas,
                       StreekLineMask *const *masks)
{
  StreekAreaSheet *sheet = g_new0 (StreekAreaSheet, 1);
  const guint n_bands = streek_pixel_rect_count_bands (&ids->rect);
  Sorter sorter;

  g_atomic_ref_count_init (&sheet->ref_count);
  sheet->ids = streek_id_buffer_ref (ids);
  sheet->n_lines = streek_area_sheet_count_lines (areas);
  sheet->masks = g_new (StreekLineMask *, MAX (sheet->n_lines, 1));
  sheet->inks = g_new (StreekColor, MAX (sheet->n_lines, 1));
  sheet->bands = g_new0 (StreekSheetBand, n_bands + 1);
  sheet->rows = g_new0 (StreekSheetRow, ids->rect.height + 1);

  for (guint i = 0; i < sheet->n_lines; i++)
    {
      sheet->masks[i] = streek_line_mask_ref (masks[i]);
      sheet->inks[i] = areas->lines[i].stroke.color;
    }

  sorter_init (&sorter, sheet);

  if (sorter.common > 0)
    sheet->common_ink = make_opaque (&sheet->inks[sorter.common - 1]);

  streek_blocks_run (n_bands, streek_pixel_rect_count_threads (&ids->rect), sort_bands, &sorter,
                     NULL, NULL);
  g_free (sorter.colors);

  return sheet;
}

gboolean
streek_area_sheet_is_of (const StreekAreaSheet *sheet,
                         const StreekIdBuffer *ids,
                         const StreekAreasMark *areas,
                         StreekLineMask *const *masks)
{
  if (sheet->ids != ids || sheet->n_lines != streek_area_sheet_count_lines (areas))
    return FALSE;

  for (guint i = 0; i < sheet->n_lines; i++)
    if (sheet->masks[i] != masks[i] ||
        !streek_color_equal (&sheet->inks[i], &areas->lines[i].stroke.color))
      return FALSE;

  return TRUE;
}

StreekAreaSheet *
streek_area_sheet_ref (StreekAreaSheet *sheet)
{
  g_atomic_ref_count_inc (&sheet->ref_count);

  return sheet;
}

void
streek_area_sheet_unref (StreekAreaSheet *sheet)
{
  if (sheet == NULL || !g_atomic_ref_count_dec (&sheet->ref_count))
    return;

  for (guint i = 0; i < sheet->n_lines; i++)
    streek_line_mask_unref (sheet->masks[i]);

  for (guint i = 0; i < streek_pixel_rect_count_bands (&sheet->ids->rect); i++)
    {
      g_free (sheet->bands[i].runs);
      g_free (sheet->bands[i].mixed);
      g_free (sheet->bands[i].rich);
    }

  streek_id_buffer_unref (sheet->ids);
  g_free (sheet->masks);
  g_free (sheet->inks);
  g_free (sheet->bands);
  g_free (sheet->rows);
  g_free (sheet);
}
