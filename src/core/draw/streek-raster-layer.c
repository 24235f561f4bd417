/* streek-raster-layer.c: borders, lines and sheet of one map in a picture, taken over or drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-raster-layer.h"
#include "stats/streek-blocks.h"

#include <string.h>

typedef struct
{
  const StreekRasterLayer *layers;
  guint n;
} Previous;

static gboolean
is_same_view (const StreekAreasMark *a, const StreekAreasMark *b)
{
  return a->mesh == b->mesh && a->level == b->level &&
         memcmp (&a->projection, &b->projection, sizeof a->projection) == 0 &&
         memcmp (&a->clip, &b->clip, sizeof a->clip) == 0;
}

static gboolean
is_same_grouping (const StreekAreasMark *areas, const gint32 *a, const gint32 *b)
{
  return memcmp (a, b, streek_mesh_get_n_units (areas->mesh) * sizeof *a) == 0;
}

static gboolean
is_same_lines (const StreekAreasMark *areas, const StreekAreaLines *a, const StreekAreaLines *b)
{
  return a->stroke.width == b->stroke.width && streek_outline_is_same_borders (areas, a, b);
}

static StreekIdBuffer *
find_ids (const Previous *previous, const StreekAreasMark *areas)
{
  for (guint i = 0; i < previous->n; i++)
    {
      const StreekRasterLayer *layer = &previous->layers[i];

      if (is_same_view (layer->areas, areas) && layer->areas->n_groups == areas->n_groups &&
          is_same_grouping (areas, layer->areas->group_of, areas->group_of))
        return streek_id_buffer_ref (layer->ids);
    }

  return NULL;
}

static StreekLineMask *
find_mask (const Previous *previous, const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  for (guint i = 0; i < previous->n; i++)
    {
      const StreekRasterLayer *layer = &previous->layers[i];

      if (!is_same_view (layer->areas, areas))
        continue;

      for (guint j = 0; j < layer->n_masks; j++)
        if (is_same_lines (areas, &layer->areas->lines[j], lines))
          return streek_line_mask_ref (layer->masks[j]);
    }

  return NULL;
}

static StreekAreaSheet *
find_sheet (const Previous *previous, const StreekRasterLayer *layer)
{
  for (guint i = 0; i < previous->n; i++)
    if (streek_area_sheet_is_of (previous->layers[i].sheet, layer->ids, layer->areas, layer->masks))
      return streek_area_sheet_ref (previous->layers[i].sheet);

  return NULL;
}

static StreekOutline *
find_outline (const Previous *previous,
              const StreekRasterLayer *wanted,
              const StreekAreaLines *lines,
              double reach_px)
{
  for (guint i = 0; i < previous->n; i++)
    {
      const StreekRasterLayer *layer = &previous->layers[i];

      if (layer->sheet != wanted->sheet || !is_same_view (layer->areas, wanted->areas))
        continue;

      for (guint j = layer->n_masks; j < layer->areas->n_lines; j++)
        if (layer->outlines[j - layer->n_masks]->reach_px == reach_px &&
            streek_outline_is_same_borders (wanted->areas, &layer->areas->lines[j], lines))
          return streek_outline_ref (layer->outlines[j - layer->n_masks]);
    }

  return NULL;
}

static void
add_outlines (StreekRasterLayer *layer,
              const Previous *previous,
              const StreekPixelGrid *grid,
              GCancellable *cancellable)
{
  const StreekAreasMark *areas = layer->areas;

  for (guint i = layer->n_masks; i < areas->n_lines;)
    {
      const StreekAreaLines *lines = &areas->lines[i];
      const guint n = streek_outline_count_lines (areas, i);
      const double reach_px = streek_outline_get_reach (lines, n, grid);
      StreekOutline *outline = find_outline (previous, layer, lines, reach_px);

      if (outline == NULL)
        outline = streek_outline_new (areas, lines, n, grid, layer->sheet, cancellable);

      for (guint j = 0; j < n; j++)
        layer->outlines[i + j - layer->n_masks] = streek_outline_ref (outline);

      streek_outline_unref (outline);
      i += n;
    }
}

/* Borders and lines that must be drawn: each is a block of work of its own. */
typedef struct
{
  StreekRasterLayer *layer;
  const StreekPixelGrid *grid;
  GCancellable *cancellable;
  guint n_wanted;
  guint wanted[]; /* lines; n_masks: the borders */
} Drawing;

static void
draw_wanted (StreekBlocks *blocks, gpointer data)
{
  Drawing *drawing = data;
  StreekRasterLayer *layer = drawing->layer;
  guint block;

  while (streek_blocks_take (blocks, &block))
    {
      guint line = drawing->wanted[block];

      if (line == layer->n_masks)
        layer->ids = streek_id_buffer_new (layer->areas, drawing->grid, drawing->cancellable);
      else
        layer->masks[line] = streek_line_mask_new (layer->areas, &layer->areas->lines[line],
                                                   drawing->grid, drawing->cancellable);
    }
}

/* FALSE where it was stopped */
static gboolean
draw_missing (StreekRasterLayer *layer, const StreekPixelGrid *grid, GCancellable *cancellable)
{
  const guint n_lines = layer->n_masks;
  g_autofree Drawing *drawing = g_malloc (sizeof (Drawing) + (n_lines + 1) * sizeof (guint));

  *drawing = (Drawing){ layer, grid, cancellable, 0 };

  if (layer->ids == NULL)
    drawing->wanted[drawing->n_wanted++] = n_lines;

  for (guint i = 0; i < n_lines; i++)
    if (layer->masks[i] == NULL)
      drawing->wanted[drawing->n_wanted++] = i;

  return drawing->n_wanted == 0 ||
         streek_blocks_run (drawing->n_wanted, 0, draw_wanted, drawing, cancellable, NULL);
}

/**
 * streek_raster_layer_init:
 * @layer: (out caller-allocates): clear with streek_raster_layer_clear()
 * @areas: a map; kept
 * @grid: how points become pixels
 * @previous: (array length=n_previous): the layers of an earlier picture with the same grid: what
 *   they have of the same view is taken over
 * @n_previous: may be 0
 * @cancellable: (nullable): a stopped layer is of no use but to be cleared
 */
void
streek_raster_layer_init (StreekRasterLayer *layer,
                          const StreekAreasMark *areas,
                          const StreekPixelGrid *grid,
                          const StreekRasterLayer *previous,
                          guint n_previous,
                          GCancellable *cancellable)
{
  const Previous layers = { previous, n_previous };

  layer->areas = areas;
  layer->ids = find_ids (&layers, areas);
  layer->n_masks = streek_area_sheet_count_lines (areas);
  layer->masks = g_new0 (StreekLineMask *, MAX (layer->n_masks, 1));
  layer->outlines = g_new0 (StreekOutline *, MAX (areas->n_lines - layer->n_masks, 1));

  for (guint i = 0; i < layer->n_masks; i++)
    layer->masks[i] = find_mask (&layers, areas, &areas->lines[i]);

  layer->sheet = NULL;

  if (!draw_missing (layer, grid, cancellable))
    return;

  layer->sheet = find_sheet (&layers, layer);

  if (layer->sheet == NULL)
    layer->sheet = streek_area_sheet_new (layer->ids, areas, layer->masks);

  add_outlines (layer, &layers, grid, cancellable);
}

void
streek_raster_layer_clear (StreekRasterLayer *layer)
{
  streek_area_sheet_unref (layer->sheet);

  for (guint i = 0; i < layer->n_masks; i++)
    streek_line_mask_unref (layer->masks[i]);

  for (guint i = layer->n_masks; i < layer->areas->n_lines; i++)
    streek_outline_unref (layer->outlines[i - layer->n_masks]);

  g_free (layer->masks);
  g_free (layer->outlines);
  streek_id_buffer_unref (layer->ids);
}
