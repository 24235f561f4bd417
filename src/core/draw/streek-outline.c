/* streek-outline.c: the lines around what is pointed at or chosen, from distances */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-outline.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-outline-crowd.h"

#include <math.h>
#include <string.h>

/* Beyond so many vertices lines around the chosen areas are found in the pixels of the map, at a
 * cost that does not depend on how many there are. */
#define MANY_VERTICES 12000

gboolean
streek_outline_is_same_borders (const StreekAreasMark *areas,
                                const StreekAreaLines *a,
                                const StreekAreaLines *b)
{
  return a->outer_only == b->outer_only && a->stroke.dash == b->stroke.dash &&
         a->stroke.gap == b->stroke.gap &&
         memcmp (a->group_of, b->group_of,
                 streek_mesh_get_n_units (areas->mesh) * sizeof *a->group_of) == 0;
}

guint
streek_outline_count_lines (const StreekAreasMark *areas, guint first)
{
  guint n = 1;

  while (first + n < areas->n_lines &&
         streek_outline_is_same_borders (areas, &areas->lines[first], &areas->lines[first + n]))
    n++;

  return n;
}

double
streek_outline_get_reach (const StreekAreaLines *lines, guint n_lines, const StreekPixelGrid *grid)
{
  double width = 0;

  for (guint i = 0; i < n_lines; i++)
    width = fmax (width, lines[i].stroke.width);

  return width * grid->dots_per_point / 2 + 0.5;
}

static gboolean
has_many_vertices (const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  const guint n_arcs = streek_mesh_get_n_arcs (areas->mesh);
  guint n_vertices = 0;

  for (guint i = 0; i < n_arcs && n_vertices <= MANY_VERTICES; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (areas->mesh, areas->level, i, &arc);

      if (streek_area_lines_has_arc (lines, &arc))
        n_vertices += arc.n_vertices;
    }

  return n_vertices > MANY_VERTICES;
}

static void
draw_borders (StreekOutline *outline,
              const StreekAreasMark *areas,
              const StreekAreaLines *lines,
              guint n_lines,
              const StreekPixelGrid *grid,
              GCancellable *cancellable)
{
  const float last = STREEK_OUTLINE_STEPS - 1;
  double narrowest = lines[0].stroke.width;

  for (guint i = 1; i < n_lines; i++)
    narrowest = fmin (narrowest, lines[i].stroke.width);

  outline->mask = streek_line_mask_new_of_steps (
    areas, lines, grid, narrowest * grid->dots_per_point, outline->reach_px, cancellable);

  for (guint i = 0; i < STREEK_OUTLINE_STEPS; i++)
    outline->distances_px[i] = (float) outline->reach_px * (1 - (float) i / last);
}

/**
 * streek_outline_new:
 * @areas: the map
 * @lines: (array length=n_lines): lines that follow the same borders
 * @n_lines: at least 1
 * @grid: how points become pixels
 * @sheet: the pixels of that map
 * @cancellable: (nullable): stopped, it lacks lines
 *
 * Returns: (transfer full): the distance to those borders of all that lies near them
 */
StreekOutline *
streek_outline_new (const StreekAreasMark *areas,
                    const StreekAreaLines *lines,
                    guint n_lines,
                    const StreekPixelGrid *grid,
                    const StreekAreaSheet *sheet,
                    GCancellable *cancellable)
{
  StreekOutline *outline = g_new0 (StreekOutline, 1);

  g_atomic_ref_count_init (&outline->ref_count);
  outline->reach_px = streek_outline_get_reach (lines, n_lines, grid);

  if (!has_many_vertices (areas, lines) ||
      !streek_outline_find_crowd (outline, areas, lines, sheet))
    draw_borders (outline, areas, lines, n_lines, grid, cancellable);

  return outline;
}

StreekOutline *
streek_outline_ref (StreekOutline *outline)
{
  g_atomic_ref_count_inc (&outline->ref_count);

  return outline;
}

void
streek_outline_unref (StreekOutline *outline)
{
  if (outline == NULL || !g_atomic_ref_count_dec (&outline->ref_count))
    return;

  streek_line_mask_unref (outline->mask);
  g_free (outline);
}

/* A line thinner than a pixel covers no more of one than its own width. */
static guint
cover_step (const StreekOutline *outline, guint step, double width_px)
{
  const double covered = width_px / 2 + 0.5 - outline->distances_px[step];

  return (guint) lround (255 * CLAMP (covered, 0, fmin (width_px, 1)));
}

void
streek_outline_mix_inks (const StreekOutline *outline,
                         const StreekAreaLines *lines,
                         guint n_lines,
                         double dots_per_point,
                         guint32 inks[STREEK_OUTLINE_STEPS])
{
  memset (inks, 0, STREEK_OUTLINE_STEPS * sizeof *inks);

  for (guint i = 0; i < n_lines; i++)
    {
      const guint32 color = streek_raster_premultiply (&lines[i].stroke.color);
      const double width_px = lines[i].stroke.width * dots_per_point;

      for (guint step = 1; step < STREEK_OUTLINE_STEPS; step++)
        inks[step] = streek_raster_paint_over (
          inks[step], streek_raster_scale (color, cover_step (outline, step, width_px)));
    }
}

void
streek_outline_paint (const StreekOutline *outline,
                      const guint32 inks[STREEK_OUTLINE_STEPS],
                      guint32 *pixels,
                      int width,
                      const StreekPixelRows *rows)
{
  const StreekLineMask *mask = outline->mask;
  const StreekPixelRect *rect = &mask->rect;
  const int first = MAX (rows->first - rect->y, 0);
  const int end = MIN (rows->end - rect->y, rect->height);

  for (int y = first; y < end; y++)
    streek_raster_paint_steps (pixels + (gsize) (rect->y + y) * width + rect->x,
                               mask->coverage + (gsize) y * rect->width, mask->row_first[y],
                               mask->row_end[y], inks);
}
