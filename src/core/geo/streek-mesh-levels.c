/* streek-mesh-levels.c: the levels of detail of a mesh, which came with it or are found beside it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"
#include "geo/streek-visvalingam.h"

#include <string.h>

/* What the vertices are that are left at @level, from the finest one. */
static void
fill_level (StreekMesh *mesh, guint level)
{
  const StreekMeshLevel *finest = &mesh->levels[0];
  StreekMeshLevel *target = &mesh->levels[level];
  guint n = 0;

  for (guint i = 0; i < finest->starts[mesh->n_arcs]; i++)
    n += mesh->vertex_levels[i] >= level;

  target->starts = g_new (guint32, (gsize) mesh->n_arcs + 1);
  target->vertices = STREEK_BLOCK_NEW (StreekVertex, n);
  n = 0;

  for (guint arc = 0; arc < mesh->n_arcs; arc++)
    {
      target->starts[arc] = n;

      for (guint i = finest->starts[arc]; i < finest->starts[arc + 1]; i++)
        if (mesh->vertex_levels[i] >= level)
          target->vertices[n++] = finest->vertices[i];
    }

  target->starts[mesh->n_arcs] = n;
}

static void
fill_levels (StreekMesh *mesh)
{
  for (guint level = 1; level < mesh->n_levels; level++)
    fill_level (mesh, level);
}

static gpointer
find_vertex_levels (gpointer data)
{
  StreekMesh *mesh = data; /* unowned: it is not freed before this ends */
  double tolerances_m[STREEK_MESH_MAX_LEVELS];

  for (guint i = 0; i < mesh->n_levels; i++)
    tolerances_m[i] = mesh->levels[i].tolerance_m;

  mesh->vertex_levels =
    streek_visvalingam_rank (mesh->levels[0].vertices, mesh->levels[0].starts, mesh->n_arcs,
                             tolerances_m, mesh->n_levels, mesh->finding);
  streek_share_end (mesh->finding);

  return NULL;
}

/* Finding levels takes as long as all other steps from rings to a checked mesh, and nothing but
 * drawing and writing asks for them: another processor does it meanwhile, and who asks helps. */
void
streek_mesh_levels_init (StreekMesh *mesh, const StreekMeshParts *parts)
{
  guint n_vertices = parts->starts[parts->n_arcs];

  mesh->n_levels = parts->n_levels;
  mesh->levels = g_new0 (StreekMeshLevel, parts->n_levels);
  for (guint level = 0; level < parts->n_levels; level++)
    mesh->levels[level].tolerance_m = parts->tolerances_m[level];

  mesh->levels[0].starts =
    g_memdup2 (parts->starts, ((gsize) parts->n_arcs + 1) * sizeof (guint32));
  mesh->levels[0].vertices = STREEK_BLOCK_NEW (StreekVertex, n_vertices);
  memcpy (mesh->levels[0].vertices, parts->vertices, n_vertices * sizeof (StreekVertex));

  if (parts->levels != NULL)
    {
      mesh->vertex_levels = g_memdup2 (parts->levels, n_vertices);
      mesh->vertex_levels_found = 1;
      fill_levels (mesh);
      mesh->levels_filled = 1;
      return;
    }

  mesh->finding = streek_share_new ();
  mesh->finder = g_thread_try_new ("streek-levels", find_vertex_levels, mesh, NULL);
}

void
streek_mesh_await_vertex_levels (const StreekMesh *mesh)
{
  StreekMesh *self = (StreekMesh *) mesh;

  if (!g_once_init_enter (&self->vertex_levels_found))
    return;

  if (self->finder != NULL)
    {
      streek_share_help (self->finding);
      g_thread_join (g_steal_pointer (&self->finder));
    }
  else
    find_vertex_levels (self);
  g_once_init_leave (&self->vertex_levels_found, 1);
}

void
streek_mesh_await_levels (const StreekMesh *mesh)
{
  StreekMesh *self = (StreekMesh *) mesh;

  if (!g_once_init_enter (&self->levels_filled))
    return;

  streek_mesh_await_vertex_levels (self);
  fill_levels (self);
  g_once_init_leave (&self->levels_filled, 1);
}

void
streek_mesh_levels_clear (StreekMesh *mesh)
{
  if (mesh->finder != NULL)
    g_thread_join (mesh->finder);
  g_clear_pointer (&mesh->finding, streek_share_free);

  for (guint i = 0; i < mesh->n_levels; i++)
    {
      g_free (mesh->levels[i].starts);
      g_free (mesh->levels[i].vertices);
    }

  g_free (mesh->levels);
  g_free (mesh->vertex_levels);
}
