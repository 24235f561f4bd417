/* streek-id-buffer.c: which group of a map lies under each pixel, from exact areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-id-buffer.h"
#include "draw/streek-pages.h"
#include "stats/streek-blocks.h"

#include <math.h>
#include <string.h>

/* Positions are whole 256ths of a pixel: sums of whole numbers cancel exactly, so that the cover
 * of a pixel is always exactly one, and no sliver is left over however long the row. */
#define ONE 256
/* A map so small is done before another thread has begun. */
#define FEW_PIXELS (256 * 256)
#define FULL (2 * ONE * ONE) /* the area of a pixel, doubled: areas of trapezoids stay whole */

/* What one arc covers of one pixel: the group on its left gains it, that on its right loses it.
 * Cover is the height passed, which all pixels further right gain whole. */
typedef struct
{
  guint16 x;
  guint16 y;
  gint16 cover;
  guint32 arc;
  gint32 area; /* between the arc and the left side of the pixel, doubled */
} Cell;

typedef struct
{
  guint32 left; /* groups counted from 1 */
  guint32 right;
} Sides;

typedef struct
{
  int width;
  int height;
  Sides *sides; /* per arc that bounds anything */
  guint n_sides;
  Cell *cells;
  gsize n_cells;
  gsize capacity;
} Scan;

/* The groups along the left side of the next pixel, with the height that each covers; and while a
 * pixel is summed, with the area. */
typedef struct
{
  guint32 id;
  gint32 cover;
  gint32 area;
} Share;

typedef struct
{
  Share *shares;
  guint n;
  guint capacity;
} Shares;

StreekPixelRect
streek_pixel_grid_get_clip (const StreekPixelGrid *grid, const StreekRect *clip)
{
  const double dots = grid->dots_per_point;
  const StreekPixelRect *frame = &grid->frame;
  int x0 = (int) CLAMP (round (clip->x * dots), 0, frame->width);
  int y0 = (int) CLAMP (round (clip->y * dots), 0, frame->height);
  int x1 = (int) CLAMP (round ((clip->x + clip->width) * dots), x0, frame->width);
  int y1 = (int) CLAMP (round ((clip->y + clip->height) * dots), y0, frame->height);

  return (StreekPixelRect){ x0, y0, x1 - x0, y1 - y0 };
}

guint
streek_pixel_rect_count_threads (const StreekPixelRect *rect)
{
  return (gsize) rect->width * rect->height < FEW_PIXELS ? 1 : 0;
}

/* Adds to the cell at hand where the arc is still in it. */
static inline void
add_cell (Scan *scan, int x, int y, int cover, int area)
{
  guint32 arc = scan->n_sides - 1;

  if (scan->n_cells > 0)
    {
      Cell *last = &scan->cells[scan->n_cells - 1];

      if (last->x == x && last->y == y && last->arc == arc && ABS (last->cover + cover) < 32000)
        {
          last->cover += (gint16) cover;
          last->area += area;
          return;
        }
    }

  if (scan->n_cells == scan->capacity)
    {
      scan->capacity = MAX (scan->capacity * 2, 4096);
      scan->cells = g_renew (Cell, scan->cells, scan->capacity);
    }

  scan->cells[scan->n_cells++] = (Cell){ (guint16) x, (guint16) y, (gint16) cover, arc, area };
}

/* A piece of line within one row, from @xa to @xb while it passes @height of it. */
static void
add_in_row (Scan *scan, int row, int xa, int xb, int height, int sign)
{
  int from = MIN (xa, xb), to = MAX (xa, xb);
  int first = from / ONE;
  int last = to > from ? (to - 1) / ONE : first;

  if (first >= scan->width)
    return;

  if (first == last)
    {
      add_cell (scan, first, row, sign * height, sign * height * (from + to - 2 * first * ONE));
      return;
    }

  double height_per_x = (double) height / (to - from);
  int passed = 0;
  int x = from;

  for (int column = first; column <= last; column++)
    {
      int end = MIN ((column + 1) * ONE, to);
      int total = column == last ? height : (int) lrint ((end - from) * height_per_x);
      int part = total - passed;

      if (part != 0 && column < scan->width)
        add_cell (scan, column, row, sign * part, sign * part * (x + end - 2 * column * ONE));

      passed = total;
      x = end;
    }
}

static void
add_fixed_line (Scan *scan, int x0, int y0, int x1, int y1)
{
  int sign = 1;

  if (y0 == y1)
    return;

  if (y0 > y1)
    {
      int x = x0, y = y0;

      x0 = x1;
      y0 = y1;
      x1 = x;
      y1 = y;
      sign = -1;
    }

  double slope = (double) (x1 - x0) / (y1 - y0);
  int x = x0;

  for (int y = y0; y < y1;)
    {
      int row = y / ONE;
      int end = MIN ((row + 1) * ONE, y1);
      int x_end = end == y1 ? x1 : x0 + (int) lrint ((end - y0) * slope);

      add_in_row (scan, row, x, x_end, end - y, sign);
      x = x_end;
      y = end;
    }
}

static inline int
to_fixed (double value)
{
  return (int) lrint (value * ONE);
}

/* The part with x from 0 to the width; what lies left of it goes straight down its left side,
 * since it covers every pixel of the row. */
static void
add_between_sides (Scan *scan, StreekPoint a, StreekPoint b)
{
  if (a.x >= scan->width && b.x >= scan->width)
    return;

  int ya = to_fixed (a.y), yb = to_fixed (b.y);

  if (a.x <= 0 && b.x <= 0)
    {
      add_fixed_line (scan, 0, ya, 0, yb);
      return;
    }

  /* Both ends of each piece are the same whole numbers for the piece before and after. */
  if (a.x < 0 || b.x < 0)
    {
      int middle = to_fixed (a.y - a.x * (b.y - a.y) / (b.x - a.x));

      if (a.x < 0)
        {
          add_fixed_line (scan, 0, ya, 0, middle);
          ya = middle;
          a.x = 0;
        }
      else
        {
          add_fixed_line (scan, 0, middle, 0, yb);
          yb = middle;
          b.x = 0;
        }

      a.y = (double) ya / ONE;
      b.y = (double) yb / ONE;
    }

  double right = scan->width + 1;

  if (a.x > right || b.x > right)
    {
      int middle = to_fixed (a.y + (right - a.x) * (b.y - a.y) / (b.x - a.x));

      if (a.x > right)
        {
          ya = middle;
          a.x = right;
        }
      else
        {
          yb = middle;
          b.x = right;
        }
    }

  add_fixed_line (scan, to_fixed (a.x), ya, to_fixed (b.x), yb);
}

static void
add_line (Scan *scan, StreekPoint a, StreekPoint b)
{
  const double height = scan->height;

  if ((a.y <= 0 && b.y <= 0) || (a.y >= height && b.y >= height))
    return;

  StreekPoint from = a, to = b;
  double slope = a.y != b.y ? (b.x - a.x) / (b.y - a.y) : 0;

  if (from.y < 0 || from.y > height)
    {
      from.y = CLAMP (a.y, 0, height);
      from.x = a.x + (from.y - a.y) * slope;
    }

  if (to.y < 0 || to.y > height)
    {
      to.y = CLAMP (b.y, 0, height);
      to.x = a.x + (to.y - a.y) * slope;
    }

  add_between_sides (scan, from, to);
}

static guint32
find_id (const StreekAreasMark *areas, gint32 unit)
{
  if (unit == STREEK_MESH_NO_UNIT)
    return 0;

  gint32 group = areas->group_of[unit];

  return group >= 0 && (guint) group < areas->n_groups ? (guint32) group + 1 : 0;
}

static void
scan_arcs (Scan *scan,
           const StreekAreasMark *areas,
           const StreekPixelGrid *grid,
           const StreekPixelRect *rect,
           GCancellable *cancellable)
{
  guint n_arcs = streek_mesh_get_n_arcs (areas->mesh);

  scan->sides = g_new (Sides, MAX (n_arcs, 1));

  for (guint i = 0; i < n_arcs; i++)
    {
      StreekArc arc;

      if (i % STREEK_ARCS_A_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        return;

      streek_mesh_get_arc (areas->mesh, areas->level, i, &arc);

      Sides sides = { find_id (areas, arc.left), find_id (areas, arc.right) };

      if (sides.left == sides.right)
        continue;

      scan->sides[scan->n_sides++] = sides;

      StreekPoint last = streek_pixel_grid_place (grid, rect, &areas->projection, arc.vertices[0]);

      for (guint j = 1; j < arc.n_vertices; j++)
        {
          StreekPoint next =
            streek_pixel_grid_place (grid, rect, &areas->projection, arc.vertices[j]);

          add_line (scan, last, next);
          last = next;
        }
    }
}

/* Sorts most of a row, so that what is left to do is done by insertion. */
#define COLUMNS_AT_ONCE 2

/* Cells of one row from left to right; those of one pixel keep their order. */
static void
sort_row (Cell *sorted, const Cell *cells, gsize n, guint *starts, guint n_starts)
{
  memset (starts, 0, (n_starts + 1) * sizeof *starts);

  for (gsize i = 0; i < n; i++)
    starts[cells[i].x / COLUMNS_AT_ONCE + 1]++;

  for (guint i = 0; i < n_starts; i++)
    starts[i + 1] += starts[i];

  for (gsize i = 0; i < n; i++)
    sorted[starts[cells[i].x / COLUMNS_AT_ONCE]++] = cells[i];

  for (gsize i = 1; i < n; i++)
    {
      const Cell cell = sorted[i];
      gsize j = i;

      for (; j > 0 && sorted[j - 1].x > cell.x; j--)
        sorted[j] = sorted[j - 1];

      sorted[j] = cell;
    }
}

/* (transfer full): by row. A row fits in the cache, all of them do not: those of one are sorted
 * from left to right when it is swept. */
static Cell *
sort_rows (const Scan *scan, gsize *row_starts)
{
  Cell *cells = g_new (Cell, MAX (scan->n_cells, 1));

  for (gsize i = 0; i < scan->n_cells; i++)
    row_starts[scan->cells[i].y + 1]++;

  for (int y = 0; y < scan->height; y++)
    row_starts[y + 1] += row_starts[y];

  g_autofree gsize *places = g_memdup2 (row_starts, scan->height * sizeof (gsize));

  for (gsize i = 0; i < scan->n_cells; i++)
    cells[places[scan->cells[i].y]++] = scan->cells[i];

  return cells;
}

static Share *
find_share (Shares *shares, guint32 id)
{
  for (guint i = 0; i < shares->n; i++)
    if (shares->shares[i].id == id)
      return &shares->shares[i];

  if (shares->n == shares->capacity)
    {
      shares->capacity = MAX (shares->capacity * 2, 16);
      shares->shares = g_renew (Share, shares->shares, shares->capacity);
    }

  shares->shares[shares->n] = (Share){ .id = id };

  return &shares->shares[shares->n++];
}

static void
drop_empty_shares (Shares *shares)
{
  guint n = 0;

  for (guint i = 0; i < shares->n; i++)
    if (shares->shares[i].cover != 0)
      shares->shares[n++] = shares->shares[i];

  shares->n = n;
}

static void
begin_pixel (Shares *shares)
{
  for (guint i = 0; i < shares->n; i++)
    shares->shares[i].area = shares->shares[i].cover * 2 * ONE;
}

static void
add_to_pixel (Shares *shares, const Cell *cell, const Sides *sides)
{
  int area = cell->cover * 2 * ONE - cell->area;
  Share *left = find_share (shares, sides->left);

  left->cover += cell->cover;
  left->area += area;

  Share *right = find_share (shares, sides->right);

  right->cover -= cell->cover;
  right->area -= area;
}

/* The last group lies on top, as on paper: each keeps of the pixel what those above it leave. */
static void
uncover (Shares *shares)
{
  int left = FULL;

  for (guint i = 1; i < shares->n; i++)
    for (guint j = i; j > 0 && shares->shares[j - 1].id < shares->shares[j].id; j--)
      {
        Share share = shares->shares[j];

        shares->shares[j] = shares->shares[j - 1];
        shares->shares[j - 1] = share;
      }

  for (guint i = 0; i < shares->n; i++)
    {
      Share *share = &shares->shares[i];

      share->area = share->id == 0 ? left : CLAMP (share->area, 0, left);
      left -= share->area;
    }
}

/* Areas may lie over each other, and then there is less than nothing beside them. */
static gboolean
is_covered_twice (const Shares *shares)
{
  for (guint i = 0; i < shares->n; i++)
    if (shares->shares[i].area < 0)
      return TRUE;

  return FALSE;
}

/* Pixels on borders as they are found: half of all pixels of a map of many areas. */
typedef struct
{
  StreekEdge *edges;
  guint n;
  guint capacity;
} Edges;

static inline guint
add_edge (Edges *edges, StreekEdge edge)
{
  if (edges->n == edges->capacity)
    {
      edges->capacity = MAX (edges->capacity * 2, 4096);
      edges->edges = g_renew (StreekEdge, edges->edges, edges->capacity);
    }

  edges->edges[edges->n] = edge;

  return edges->n++;
}

/* A pixel keeps the two groups that have most of it. */
static inline guint32
encode_pixel (Shares *shares, Edges *edges)
{
  const Share none = { 0 };
  const Share *first = &none, *second = &none;

  if (is_covered_twice (shares))
    uncover (shares);

  for (guint i = 0; i < shares->n; i++)
    {
      const Share *share = &shares->shares[i];

      if (share->area > first->area)
        {
          second = first;
          first = share;
        }
      else if (share->area > second->area)
        {
          second = share;
        }
    }

  if (second->area < FULL / 512)
    return first->id;

  const guint both = (guint) (first->area + second->area);
  const guint coverage = (2 * 255 * (guint) first->area + both) / (2 * both);

  return 0x80000000u | add_edge (edges, (StreekEdge){ first->id, second->id, (guint8) coverage });
}

static void
fill_run (guint32 *ids, int from, int to, Shares *shares, Edges *edges)
{
  if (from >= to)
    return;

  begin_pixel (shares);

  guint32 id = encode_pixel (shares, edges);

  for (int x = from; x < to; x++)
    ids[x] = id;
}

static void
sweep_row (
  const Scan *scan, const Cell *cells, gsize n_cells, Shares *shares, guint32 *ids, Edges *edges)
{
  int x = 0;
  gsize i = 0;

  shares->n = 0;
  find_share (shares, 0)->cover = ONE; /* left of everything lies nothing */

  while (i < n_cells)
    {
      int at = cells[i].x;

      fill_run (ids, x, at, shares, edges);
      begin_pixel (shares);

      for (; i < n_cells && cells[i].x == at; i++)
        add_to_pixel (shares, &cells[i], &scan->sides[cells[i].arc]);

      ids[at] = encode_pixel (shares, edges);
      drop_empty_shares (shares);
      x = at + 1;
    }

  fill_run (ids, x, scan->width, shares, edges);
}

/* What the threads that sweep have in common. */
typedef struct
{
  const Scan *scan;
  const Cell *cells;       /* by row */
  const gsize *row_starts; /* (array length=height + 1) */
  StreekIdBuffer *buffer;
} Sweep;

/* What each of them has for itself. */
typedef struct
{
  Cell *cells;   /* of one row, from left to right */
  guint *starts; /* (array length=n_starts + 1) */
  guint n_starts;
  Shares shares;
} Broom;

static gsize
find_longest_row (const Sweep *sweep)
{
  gsize longest = 0;

  for (int y = 0; y < sweep->scan->height; y++)
    longest = MAX (longest, sweep->row_starts[y + 1] - sweep->row_starts[y]);

  return longest;
}

static void
sweep_band (const Sweep *sweep, guint band, Broom *broom)
{
  const int width = sweep->scan->width;
  const int first = (int) band * STREEK_BAND_ROWS;
  const int end = MIN (first + STREEK_BAND_ROWS, sweep->scan->height);
  Edges edges = { 0 };

  for (int y = first; y < end; y++)
    {
      const gsize start = sweep->row_starts[y], n = sweep->row_starts[y + 1] - start;

      sort_row (broom->cells, sweep->cells + start, n, broom->starts, broom->n_starts);
      sweep_row (sweep->scan, broom->cells, n, &broom->shares,
                 sweep->buffer->ids + (gsize) y * width, &edges);
    }

  sweep->buffer->bands[band] = g_renew (StreekEdge, edges.edges, MAX (edges.n, 1));
}

static void
sweep_bands (StreekBlocks *blocks, gpointer data)
{
  const Sweep *sweep = data;
  Broom broom = { .n_starts = (guint) sweep->scan->width / COLUMNS_AT_ONCE + 1 };
  guint band;

  broom.cells = g_new (Cell, MAX (find_longest_row (sweep), 1));
  broom.starts = g_new (guint, broom.n_starts + 1);

  while (streek_blocks_take (blocks, &band))
    sweep_band (sweep, band, &broom);

  g_free (broom.cells);
  g_free (broom.starts);
  g_free (broom.shares.shares);
}

static void
sweep_all (Scan *scan, StreekIdBuffer *buffer, GCancellable *cancellable)
{
  g_autofree gsize *row_starts = g_new0 (gsize, scan->height + 1);
  g_autofree Cell *cells = sort_rows (scan, row_starts);
  Sweep sweep = { scan, cells, row_starts, buffer };

  g_clear_pointer (&scan->cells, g_free);
  streek_blocks_run (streek_pixel_rect_count_bands (&buffer->rect),
                     streek_pixel_rect_count_threads (&buffer->rect), sweep_bands, &sweep,
                     cancellable, NULL);
}

/**
 * streek_id_buffer_new:
 * @areas: the map; its paints and lines do not matter
 * @grid: how points become pixels
 * @cancellable: (nullable): stopped, it says nothing of where things lie
 *
 * Draws the borders into pixels once: each arc adds the area it leaves on its left and takes the
 * same from its right, so that every pixel is shared out exactly, each arc is walked once, and no
 * ring is needed. Bands of rows are swept by several threads where they are large.
 *
 * Source: the cells of cover and area are those of the smooth rasterizers of LibArt and FreeType
 * (Levien; Turner), here with two groups for each cell.
 *
 * Returns: (transfer full): the groups under every pixel of the clip
 */
StreekIdBuffer *
streek_id_buffer_new (const StreekAreasMark *areas,
                      const StreekPixelGrid *grid,
                      GCancellable *cancellable)
{
  StreekIdBuffer *buffer = g_new0 (StreekIdBuffer, 1);

  g_atomic_ref_count_init (&buffer->ref_count);
  buffer->rect = streek_pixel_grid_get_clip (grid, &areas->clip);

  Scan scan = { .width = buffer->rect.width, .height = buffer->rect.height };

  buffer->ids = streek_pages_new ((gsize) scan.width * scan.height * sizeof (guint32));
  buffer->bands = g_new0 (StreekEdge *, streek_pixel_rect_count_bands (&buffer->rect) + 1);

  if (scan.width == 0 || scan.height == 0)
    return buffer;

  scan_arcs (&scan, areas, grid, &buffer->rect, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    sweep_all (&scan, buffer, cancellable);
  g_free (scan.sides);
  g_free (scan.cells);

  return buffer;
}

StreekIdBuffer *
streek_id_buffer_ref (StreekIdBuffer *buffer)
{
  g_atomic_ref_count_inc (&buffer->ref_count);

  return buffer;
}

void
streek_id_buffer_unref (StreekIdBuffer *buffer)
{
  if (buffer == NULL || !g_atomic_ref_count_dec (&buffer->ref_count))
    return;

  for (guint i = 0; i < streek_pixel_rect_count_bands (&buffer->rect); i++)
    g_free (buffer->bands[i]);

  streek_pages_free (buffer->ids);
  g_free (buffer->bands);
  g_free (buffer);
}

gint32
streek_id_buffer_pick (const StreekIdBuffer *buffer, int x, int y)
{
  const StreekPixelRect *rect = &buffer->rect;

  if (x < rect->x || y < rect->y || x >= rect->x + rect->width || y >= rect->y + rect->height)
    return -1;

  guint32 id = buffer->ids[(gsize) (y - rect->y) * rect->width + (x - rect->x)];

  if (STREEK_ID_IS_EDGE (id))
    id = streek_id_buffer_get_edge (buffer, y - rect->y, id)->first;

  return (gint32) id - 1;
}
