/* streek-ground.c: the shapes under a figure: what depends on its areas and not on its values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-ground.h"
#include "figure/streek-palette.h"

#include <math.h>
#include <string.h>

/* A window that plays through the years asks for the same ground again and again. */
#define N_KEPT 6

static GMutex kept_lock;
static StreekGround *kept[N_KEPT]; /* the latest first */

static gint32 *
copy_groups (const gint32 *groups, guint n_units)
{
  return groups != NULL ? g_memdup2 (groups, n_units * sizeof (gint32)) : NULL;
}

static gboolean
groups_are_equal (const gint32 *a, const gint32 *b, guint n_units)
{
  if (a == NULL || b == NULL)
    return a == b;

  return memcmp (a, b, n_units * sizeof (gint32)) == 0;
}

static guint
count_context_units (const StreekFigureData *data)
{
  return streek_mesh_get_n_units (data->context_mesh != NULL ? data->context_mesh : data->mesh);
}

/* Grows @all by what @unit takes. */
static void
add_extent (StreekExtent *all, const StreekMesh *mesh, guint unit)
{
  StreekExtent extent = streek_mesh_get_unit_extent (mesh, unit);

  all->x_min = MIN (all->x_min, extent.x_min);
  all->y_min = MIN (all->y_min, extent.y_min);
  all->x_max = MAX (all->x_max, extent.x_max);
  all->y_max = MAX (all->y_max, extent.y_max);
}

static void
measure_extent (StreekGround *self)
{
  StreekExtent all = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint unit = 0; unit < self->n_units; unit++)
    {
      if (self->row_of[unit] < 0)
        continue;

      add_extent (&all, self->mesh, unit);
      self->area_km2 += streek_mesh_get_unit_area_km2 (self->mesh, unit);
    }

  self->extent = all;
}

StreekMesh *
streek_ground_get_context_mesh (const StreekGround *ground)
{
  return ground->context_mesh != NULL ? ground->context_mesh : ground->mesh;
}

/* Regions that rows lie in have no name to be shown. */
static void
find_home (StreekGround *self, const StreekFigureData *data)
{
  StreekMesh *mesh = streek_ground_get_context_mesh (self);
  gboolean has_home = FALSE;

  self->home_of = g_new (gint32, MAX (self->n_context_units, 1));
  self->home_extent = (StreekExtent){ G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint unit = 0; unit < self->n_context_units; unit++)
    {
      gint32 region = self->region_of[unit];

      self->home_of[unit] = region >= 0 && data->region_names[region] == NULL ? 0 : -1;
      if (self->home_of[unit] < 0)
        continue;

      has_home = TRUE;
      add_extent (&self->home_extent, mesh, unit);
      self->home_area_km2 += streek_mesh_get_unit_area_km2 (mesh, unit);
    }

  if (!has_home)
    g_clear_pointer (&self->home_of, g_free);
}

static void
find_regions (StreekGround *self, const StreekFigureData *data)
{
  StreekMesh *mesh = streek_ground_get_context_mesh (self);

  if (self->region_of == NULL)
    return;

  self->region_rings =
    streek_mesh_build_rings (mesh, streek_mesh_pick_level (mesh, STREEK_MESH_LABEL_DETAIL_M),
                             self->region_of, self->n_regions);
  find_home (self, data);
}

/* Whether @unit lies in an area of the figure, as far as that can be told. */
static gboolean
is_in_rows (const StreekGround *self, gint32 unit)
{
  return self->context_mesh != NULL || self->row_of[unit] >= 0;
}

static void
find_predecessors (StreekGround *self)
{
  StreekMesh *mesh = streek_ground_get_context_mesh (self);

  if (self->municipality_of == NULL)
    return;

  self->predecessor_arcs = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, 0, i, &arc);
      if (arc.left >= 0 && arc.right >= 0 && self->municipality_of[arc.left] >= 0 &&
          self->municipality_of[arc.left] == self->municipality_of[arc.right] &&
          is_in_rows (self, arc.left))
        g_array_append_val (self->predecessor_arcs, i);
    }
}

static StreekGround *
streek_ground_new (const StreekFigureData *data)
{
  StreekGround *self = g_new0 (StreekGround, 1);
  guint level = streek_mesh_pick_level (data->mesh, STREEK_MESH_LABEL_DETAIL_M);

  g_atomic_ref_count_init (&self->refs);
  self->mesh = streek_mesh_ref (data->mesh);
  self->n_units = streek_mesh_get_n_units (data->mesh);
  self->n_rows = data->n_rows;
  self->n_outlines = data->outline_of != NULL ? data->n_outlines : 0;
  self->row_of = copy_groups (data->row_of, self->n_units);
  self->outline_of = copy_groups (data->outline_of, self->n_units);
  self->context_mesh = data->context_mesh != NULL ? streek_mesh_ref (data->context_mesh) : NULL;
  self->n_context_units = count_context_units (data);
  self->context_of = copy_groups (data->context_of, self->n_context_units);
  self->n_regions = data->region_of != NULL ? data->n_regions : 0;
  self->region_of = copy_groups (data->region_of, self->n_context_units);
  self->municipality_of = copy_groups (data->municipality_of, self->n_context_units);
  self->overlay = data->overlay_mesh != NULL ? streek_overlay_new (data) : NULL;
  self->rings = streek_mesh_build_rings (self->mesh, level, self->row_of, self->n_rows);
  self->places = streek_places_find (self->mesh, self->row_of, self->rings, self->n_rows);
  self->colors = streek_palette_color_neighbours (self->mesh, self->row_of, self->n_rows,
                                                  STREEK_N_CATEGORY_PAINTS);
  self->labels = streek_label_cache_new ();
  self->grids = streek_row_grid_keeper_new ();
  self->surrounding_labels = streek_label_cache_new ();
  measure_extent (self);
  find_regions (self, data);
  find_predecessors (self);

  if (self->outline_of != NULL)
    {
      self->outline_rings =
        streek_mesh_build_rings (self->mesh, level, self->outline_of, self->n_outlines);
      self->outline_places =
        streek_places_find (self->mesh, self->outline_of, self->outline_rings, self->n_outlines);
    }

  if (self->n_rows <= STREEK_N_CATEGORY_PAINTS)
    {
      self->has_own_colors = TRUE;

      for (guint row = 0; row < self->n_rows; row++)
        self->colors[row] = row;
    }

  return self;
}

static gboolean
is_ground_of (const StreekGround *self, const StreekFigureData *data)
{
  return self->mesh == data->mesh && self->context_mesh == data->context_mesh &&
         self->n_rows == data->n_rows &&
         self->n_outlines == (data->outline_of != NULL ? data->n_outlines : 0) &&
         groups_are_equal (self->row_of, data->row_of, self->n_units) &&
         groups_are_equal (self->outline_of, data->outline_of, self->n_units) &&
         groups_are_equal (self->context_of, data->context_of, self->n_context_units) &&
         groups_are_equal (self->region_of, data->region_of, self->n_context_units) &&
         groups_are_equal (self->municipality_of, data->municipality_of, self->n_context_units) &&
         streek_overlay_is_of (self->overlay, data);
}

/* Takes over @ground as the latest, or one that is equal to it. */
static void
keep (StreekGround *ground, guint from)
{
  if (from == N_KEPT)
    {
      from--;
      g_clear_pointer (&kept[from], streek_ground_unref);
      streek_ground_ref (ground);
    }

  memmove (&kept[1], &kept[0], from * sizeof kept[0]);
  kept[0] = ground;
}

/**
 * streek_ground_get:
 * @data: what a figure is made of
 *
 * Looks the shapes under @data up among those of the latest figures, or finds them: naming points
 * of six hundred areas take tens of milliseconds, and a change of values needs none of it. May be
 * called in any thread.
 *
 * Returns: (transfer full): the ground
 */
StreekGround *
streek_ground_get (const StreekFigureData *data)
{
  g_mutex_lock (&kept_lock);

  for (guint i = 0; i < N_KEPT && kept[i] != NULL; i++)
    if (is_ground_of (kept[i], data))
      {
        keep (kept[i], i);

        StreekGround *found = streek_ground_ref (kept[0]);

        g_mutex_unlock (&kept_lock);

        return found;
      }

  g_mutex_unlock (&kept_lock);

  StreekGround *ground = streek_ground_new (data);

  g_mutex_lock (&kept_lock);
  keep (ground, N_KEPT);
  g_mutex_unlock (&kept_lock);

  return ground;
}

StreekGround *
streek_ground_ref (StreekGround *ground)
{
  g_atomic_ref_count_inc (&ground->refs);

  return ground;
}

void
streek_ground_unref (StreekGround *ground)
{
  if (!g_atomic_ref_count_dec (&ground->refs))
    return;

  streek_rings_free_array (ground->rings, ground->n_rows);

  if (ground->outline_rings != NULL)
    streek_rings_free_array (ground->outline_rings, ground->n_outlines);

  if (ground->region_rings != NULL)
    streek_rings_free_array (ground->region_rings, ground->n_regions);

  streek_overlay_free (ground->overlay);
  g_clear_pointer (&ground->context_mesh, streek_mesh_unref);
  streek_mesh_unref (ground->mesh);
  streek_label_cache_free (ground->labels);
  streek_row_grid_keeper_free (ground->grids);
  streek_label_cache_free (ground->surrounding_labels);
  g_free (ground->row_of);
  g_free (ground->outline_of);
  g_free (ground->context_of);
  g_free (ground->region_of);
  g_free (ground->home_of);
  g_free (ground->municipality_of);
  g_clear_pointer (&ground->predecessor_arcs, g_array_unref);
  g_free (ground->places);
  g_free (ground->outline_places);
  g_free (ground->colors);
  g_free (ground);
}
