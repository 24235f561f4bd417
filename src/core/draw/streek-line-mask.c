/* streek-line-mask.c: the lines of a map as a mask of pixels, by their distance to each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-line-mask.h"
#include "draw/streek-pages.h"

#include <math.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A vertex this near to the last one changes no pixel that the eye could tell apart; the wider the
 * line, the less is seen of its turns. */
#define NEAREST_PX 0.2f
#define SMALL_BYTES ((gsize) 256 << 10)

typedef struct
{
  float x;
  float y;
} Place;

/* A line thinner than a pixel covers no more of one than its own width. */
typedef struct
{
  StreekLineMask *mask;
  float radius;
  float reach;    /* beyond it nothing is covered */
  float gain;     /* by how much coverage grows a pixel nearer */
  float strength; /* the most of it */
} Pen;

static inline Place
to_place (StreekPoint point)
{
  return (Place){ (float) point.x, (float) point.y };
}

static void
touch (StreekLineMask *mask, int y, int from, int end)
{
  mask->row_first[y] = MIN (mask->row_first[y], from);
  mask->row_end[y] = MAX (mask->row_end[y], end);
}

/* A segment with what all of its pixels share. */
typedef struct
{
  Place middle;
  Place along;
  float half; /* of its length */
  float reach;
  float gain;
  float strength;
} Segment;

/* Pixels keep the strongest of the segments near them: joins and crossings are not darker. */
static inline void
draw_pixel (const Segment *segment, guint8 *coverage, int x, float dy)
{
  const Place along = segment->along;
  const float dx = (float) x + 0.5f - segment->middle.x;
  const float across = dx * along.y - dy * along.x;
  const float beyond = MAX (fabsf (dx * along.x + dy * along.y) - segment->half, 0);
  const float distance = sqrtf (across * across + beyond * beyond);
  const float strength =
    MIN (segment->gain * (segment->reach - distance) + 0.5f, segment->strength);

  coverage[x] = MAX (coverage[x], (guint8) MAX (strength, 0));
}

#ifdef __SSE2__

#define LANES 4

/* As draw_pixel(), of four at once: a fine line touches three pixels of a row, and drawing them one
 * by one took half of the time of a map. */
static inline void
draw_lanes (const Segment *segment, guint8 *coverage, int x, float dy)
{
  const __m128 along_x = _mm_set1_ps (segment->along.x), along_y = _mm_set1_ps (segment->along.y);
  const __m128 dx =
    _mm_add_ps (_mm_set1_ps ((float) x - segment->middle.x), _mm_setr_ps (0.5f, 1.5f, 2.5f, 3.5f));
  const __m128 across = _mm_sub_ps (_mm_mul_ps (dx, along_y), _mm_set1_ps (dy * segment->along.x));
  const __m128 way = _mm_add_ps (_mm_mul_ps (dx, along_x), _mm_set1_ps (dy * segment->along.y));
  const __m128 none = _mm_setzero_ps ();
  const __m128 beyond = _mm_max_ps (
    _mm_sub_ps (_mm_andnot_ps (_mm_set1_ps (-0.0f), way), _mm_set1_ps (segment->half)), none);
  const __m128 distance =
    _mm_sqrt_ps (_mm_add_ps (_mm_mul_ps (across, across), _mm_mul_ps (beyond, beyond)));
  const __m128 strength = _mm_add_ps (
    _mm_mul_ps (_mm_sub_ps (_mm_set1_ps (segment->reach), distance), _mm_set1_ps (segment->gain)),
    _mm_set1_ps (0.5f));
  const __m128i whole =
    _mm_cvttps_epi32 (_mm_max_ps (_mm_min_ps (strength, _mm_set1_ps (segment->strength)), none));
  const __m128i words = _mm_packs_epi32 (whole, whole);
  gint32 before;

  memcpy (&before, coverage + x, sizeof before);
  before =
    _mm_cvtsi128_si32 (_mm_max_epu8 (_mm_packus_epi16 (words, words), _mm_cvtsi32_si128 (before)));
  memcpy (coverage + x, &before, sizeof before);
}

#endif

static inline void
draw_segment_row (const Segment *segment, guint8 *coverage, int width, float dy, int from, int end)
{
  int x = from;

#ifdef __SSE2__
  for (; x < end && x + LANES <= width; x += LANES)
    draw_lanes (segment, coverage, x, dy);
#endif

  for (; x < end; x++)
    draw_pixel (segment, coverage, x, dy);
}

static void
draw_segment (const Pen *pen, Place a, Place b)
{
  const StreekPixelRect *rect = &pen->mask->rect;
  const float reach = pen->reach;
  const float dx = b.x - a.x, dy = b.y - a.y;
  const float length = sqrtf (dx * dx + dy * dy);
  const Segment segment = {
    .middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 },
    .along = length > 0 ? (Place){ dx / length, dy / length } : (Place){ 1, 0 },
    .half = length / 2,
    .reach = reach,
    .gain = pen->gain,
    .strength = pen->strength,
  };
  const float x_min = MIN (a.x, b.x) - reach, x_max = MAX (a.x, b.x) + reach;
  const float y_min = MIN (a.y, b.y) - reach, y_max = MAX (a.y, b.y) + reach;

  if (x_max <= 0 || y_max <= 0 || x_min >= (float) rect->width || y_min >= (float) rect->height)
    return;

  /* A steep or slanted line is near only a few pixels of each row that its box has. */
  const gboolean is_steep = fabsf (dy) > 1;
  const float slope = is_steep ? dx / dy : 0;
  const float half_width = is_steep ? reach * length / fabsf (dy) : INFINITY;
  /* pixels whose middle is near enough */
  const int first = (int) MAX (y_min + 0.5f, 0);
  const int end = (int) MIN (y_max + 0.5f, (float) rect->height);

  for (int y = first; y < end; y++)
    {
      const float down = (float) y + 0.5f - segment.middle.y;
      const float middle = segment.middle.x + down * slope;
      const int x_first = (int) MAX (MAX (x_min, middle - half_width) + 0.5f, 0);
      const int x_end = (int) MIN (MIN (x_max, middle + half_width) + 0.5f, (float) rect->width);

      if (x_first >= x_end)
        continue;

      draw_segment_row (&segment, pen->mask->coverage + (gsize) y * rect->width, rect->width, down,
                        x_first, x_end);
      touch (pen->mask, y, x_first, x_end);
    }
}

static void
draw_arc (const Pen *pen,
          const StreekAreasMark *areas,
          const StreekArc *arc,
          const StreekPixelGrid *grid)
{
  const StreekPixelRect *rect = &pen->mask->rect;
  const StreekProjection *projection = &areas->projection;
  const float nearest = NEAREST_PX * MAX (pen->radius, 1);
  Place last = to_place (streek_pixel_grid_place (grid, rect, projection, arc->vertices[0]));

  for (guint i = 1; i < arc->n_vertices; i++)
    {
      Place next = to_place (streek_pixel_grid_place (grid, rect, projection, arc->vertices[i]));

      if (i + 1 < arc->n_vertices && fabsf (next.x - last.x) < nearest &&
          fabsf (next.y - last.y) < nearest)
        continue;

      draw_segment (pen, last, next);
      last = next;
    }
}

static void
draw_arcs (const Pen *pen,
           const StreekAreasMark *areas,
           const StreekAreaLines *lines,
           const StreekPixelGrid *grid,
           GCancellable *cancellable)
{
  guint n_arcs = streek_mesh_get_n_arcs (areas->mesh);

  for (guint i = 0; i < n_arcs; i++)
    {
      StreekArc arc;

      if (i % STREEK_ARCS_A_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      streek_mesh_get_arc (areas->mesh, areas->level, i, &arc);

      if (streek_area_lines_has_arc (lines, &arc))
        draw_arc (pen, areas, &arc, grid);
    }
}

/* Where a dashed line is on its way. */
typedef struct
{
  const Pen *pen;
  double dash;
  double period;
  double done; /* pixels of the period at hand that lie behind */
} Dasher;

static void
draw_dashes (Dasher *dasher, StreekPoint a, StreekPoint b)
{
  double length = hypot (b.x - a.x, b.y - a.y);
  double at = 0;

  while (at < length)
    {
      gboolean is_on = dasher->done < dasher->dash;
      double step = fmin ((is_on ? dasher->dash : dasher->period) - dasher->done, length - at);
      StreekPoint from = { a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length };

      at += step;

      StreekPoint to = { a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length };

      if (is_on)
        draw_segment (dasher->pen, to_place (from), to_place (to));

      dasher->done += step;

      if (dasher->done >= dasher->period - 1e-9)
        dasher->done = 0;
      else if (is_on && dasher->done >= dasher->dash - 1e-9)
        dasher->done = dasher->dash;
    }
}

static void
draw_dashed_path (const Pen *pen,
                  const StreekPoint *points,
                  guint n_points,
                  gboolean closed,
                  const StreekStroke *stroke,
                  const StreekPixelGrid *grid)
{
  const double dots = grid->dots_per_point;
  const StreekPixelRect *rect = &pen->mask->rect;
  Dasher dasher = { pen, stroke->dash * dots, (stroke->dash + stroke->gap) * dots, 0 };

  for (guint i = 1; i < n_points + (closed ? 1 : 0); i++)
    {
      StreekPoint a = points[i - 1], b = points[i % n_points];

      draw_dashes (&dasher, (StreekPoint){ a.x * dots - rect->x, a.y * dots - rect->y },
                   (StreekPoint){ b.x * dots - rect->x, b.y * dots - rect->y });
    }
}

/* Dashes run on from arc to arc, so they follow the chained lines. */
static void
draw_dashed (const Pen *pen,
             const StreekAreasMark *areas,
             const StreekAreaLines *lines,
             const StreekPixelGrid *grid)
{
  g_autoptr (StreekPolylines) polylines = streek_polylines_new_from_lines (areas, lines);

  for (guint i = 0; i < polylines->n_lines; i++)
    draw_dashed_path (pen, polylines->points + polylines->starts[i],
                      polylines->starts[i + 1] - polylines->starts[i], polylines->closed[i],
                      &lines->stroke, grid);
}

static void
draw_style (const Pen *pen,
            const StreekAreasMark *areas,
            const StreekAreaLines *lines,
            const StreekPixelGrid *grid,
            GCancellable *cancellable)
{
  if (lines->stroke.dash > 0)
    draw_dashed (pen, areas, lines, grid);
  else
    draw_arcs (pen, areas, lines, grid, cancellable);
}

/* As draw_arc(), of points on paper. */
static void
draw_path (const Pen *pen,
           const StreekPoint *points,
           guint n_points,
           gboolean closed,
           const StreekPixelGrid *grid)
{
  const StreekPixelRect *rect = &pen->mask->rect;
  const float nearest = NEAREST_PX * MAX (pen->radius, 1);
  const guint n_ends = n_points + (closed ? 1 : 0);
  const double dots = grid->dots_per_point;
  Place last = { 0 };

  for (guint i = 0; i < n_ends; i++)
    {
      const StreekPoint *point = &points[i % n_points];
      Place next = { (float) (point->x * dots - rect->x), (float) (point->y * dots - rect->y) };

      if (i > 0 && i + 1 < n_ends && fabsf (next.x - last.x) < nearest &&
          fabsf (next.y - last.y) < nearest)
        continue;

      if (i > 0)
        draw_segment (pen, last, next);

      last = next;
    }
}

static void
forget_rows (StreekLineMask *mask)
{
  for (int y = 0; y < mask->rect.height; y++)
    {
      mask->row_first[y] = mask->rect.width;
      mask->row_end[y] = 0;
    }
}

static StreekLineMask *
new_mask (StreekPixelRect rect)
{
  StreekLineMask *mask = g_new0 (StreekLineMask, 1);

  g_atomic_ref_count_init (&mask->ref_count);
  mask->rect = rect;

  gsize n_bytes = (gsize) mask->rect.width * mask->rect.height;

  mask->is_small = n_bytes < SMALL_BYTES;
  mask->coverage = mask->is_small ? g_malloc0 (n_bytes) : streek_pages_new0 (n_bytes);
  mask->row_first = g_new (int, MAX (mask->rect.height, 1));
  mask->row_end = g_new (int, MAX (mask->rect.height, 1));
  forget_rows (mask);

  return mask;
}

static Pen
make_pen (StreekLineMask *mask, const StreekStroke *stroke, const StreekPixelGrid *grid)
{
  double width = stroke->width * grid->dots_per_point;

  return (Pen){ mask, (float) width / 2, (float) width / 2 + 0.5f, 255,
                (float) MIN (width, 1) * 255 };
}

/**
 * streek_line_mask_new:
 * @areas: the map
 * @lines: one of its styles of line
 * @grid: how points become pixels
 * @cancellable: (nullable): stopped, it lacks lines
 *
 * Draws each arc of the style once, with round joins and ends. A pixel is covered as much as a
 * straight line along the pixels would cover it at that distance, which is exact for lines along
 * the axes and near enough for the rest.
 *
 * Returns: (transfer full): the mask, for any colour
 */
StreekLineMask *
streek_line_mask_new (const StreekAreasMark *areas,
                      const StreekAreaLines *lines,
                      const StreekPixelGrid *grid,
                      GCancellable *cancellable)
{
  StreekLineMask *mask = new_mask (streek_pixel_grid_get_clip (grid, &areas->clip));
  Pen pen = make_pen (mask, &lines->stroke, grid);

  if (lines->stroke.width <= 0)
    return mask;

  draw_style (&pen, areas, lines, grid, cancellable);

  return mask;
}

/**
 * streek_line_mask_new_of_steps:
 * @areas: the map
 * @lines: which of its arcs
 * @grid: how points become pixels
 * @narrowest_px: the width of the finest of those lines: how many vertices matter
 * @reach_px: how far from the middle of the line a pixel is told apart
 * @cancellable: (nullable): stopped, it lacks lines
 *
 * Draws the arcs once for lines of any width up to twice @reach_px, one over the other.
 *
 * Returns: (transfer full): a mask with 255 in the middle of the line and ever less, down to 0 at
 *   @reach_px
 */
StreekLineMask *
streek_line_mask_new_of_steps (const StreekAreasMark *areas,
                               const StreekAreaLines *lines,
                               const StreekPixelGrid *grid,
                               double narrowest_px,
                               double reach_px,
                               GCancellable *cancellable)
{
  StreekLineMask *mask = new_mask (streek_pixel_grid_get_clip (grid, &areas->clip));
  const Pen pen = {
    .mask = mask,
    .radius = (float) (narrowest_px / 2),
    .reach = (float) reach_px,
    .gain = (float) (255 / reach_px),
    .strength = 255,
  };

  draw_style (&pen, areas, lines, grid, cancellable);

  return mask;
}

StreekLineMask *
streek_line_mask_new_empty (const StreekPixelRect *rect)
{
  return new_mask (*rect);
}

/**
 * streek_line_mask_new_for_paths:
 * @grid: how points become pixels
 *
 * A chart has hundreds of paths: making and clearing a mask for each took longer than drawing them.
 *
 * Returns: (transfer full): a mask of the whole picture, of which only what is touched takes memory
 */
StreekLineMask *
streek_line_mask_new_for_paths (const StreekPixelGrid *grid)
{
  return new_mask (grid->frame);
}

/**
 * streek_line_mask_draw_path:
 * @mask: of streek_line_mask_new_for_paths(), with nothing in it; its place becomes that of the
 * path
 * @points: (array length=n_points): at least one, on paper
 * @closed: whether the last is joined to the first
 * @stroke: its width and dashes
 * @bounds: of all of it, in points
 * @grid: how points become pixels
 *
 * Cairo takes five times as long for a line of hundreds of points with round joins.
 */
void
streek_line_mask_draw_path (StreekLineMask *mask,
                            const StreekPoint *points,
                            guint n_points,
                            gboolean closed,
                            const StreekStroke *stroke,
                            const StreekRect *bounds,
                            const StreekPixelGrid *grid)
{
  mask->rect = streek_pixel_grid_get_clip (grid, bounds); /* inside the frame */
  forget_rows (mask);

  Pen pen = make_pen (mask, stroke, grid);

  if (stroke->dash > 0)
    draw_dashed_path (&pen, points, n_points, closed, stroke, grid);
  else
    draw_path (&pen, points, n_points, closed, grid);
}

/* Only where something was drawn. */
void
streek_line_mask_wipe (StreekLineMask *mask)
{
  for (int y = 0; y < mask->rect.height; y++)
    if (mask->row_first[y] < mask->row_end[y])
      memset (mask->coverage + (gsize) y * mask->rect.width + mask->row_first[y], 0,
              mask->row_end[y] - mask->row_first[y]);
}

StreekLineMask *
streek_line_mask_ref (StreekLineMask *mask)
{
  g_atomic_ref_count_inc (&mask->ref_count);

  return mask;
}

void
streek_line_mask_unref (StreekLineMask *mask)
{
  if (mask == NULL || !g_atomic_ref_count_dec (&mask->ref_count))
    return;

  if (mask->is_small)
    g_free (mask->coverage);
  else
    streek_pages_free (mask->coverage);

  g_free (mask->row_first);
  g_free (mask->row_end);
  g_free (mask);
}
