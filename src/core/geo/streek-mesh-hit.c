/* streek-mesh-hit.c: which unit lies under a point */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-private.h"

#include <math.h>

/* A ray to the east meets the segments of one band only; about this many at each side of the map.
 */
#define SEGMENTS_PER_BAND 64
#define MAX_BANDS 8192

static guint
find_band (const StreekMesh *mesh, const StreekMeshBands *bands, double y)
{
  double band = (y - mesh->extent.y_min) * bands->bands_per_m;

  return band <= 0 ? 0 : MIN ((guint) band, bands->n_bands - 1);
}

static void
file_arc (const StreekMesh *mesh, StreekMeshBands *bands, guint index)
{
  StreekArc arc;

  streek_mesh_get_arc (mesh, 0, index, &arc);

  for (guint i = 0; i + 1 < arc.n_vertices; i++)
    {
      int ya = arc.vertices[i].y;
      int yb = arc.vertices[i + 1].y;

      if (ya == yb)
        continue;

      guint last = find_band (mesh, bands, MAX (ya, yb));

      for (guint band = find_band (mesh, bands, MIN (ya, yb)); band <= last; band++)
        {
          if (bands->segments == NULL)
            bands->starts[band]++;
          else
            bands->segments[--bands->starts[band]] = (StreekMeshSegment){ index, i };
        }
    }
}

static void
make_bands (const StreekMesh *mesh, StreekMeshBands *bands)
{
  guint n_segments = mesh->levels[0].starts[mesh->n_arcs];
  double height_m = (double) mesh->extent.y_max - mesh->extent.y_min;

  bands->n_bands = CLAMP (n_segments / SEGMENTS_PER_BAND, 1, MAX_BANDS);
  bands->bands_per_m = bands->n_bands / MAX (height_m, 1);
  bands->starts = g_new0 (guint32, bands->n_bands + 1);

  for (guint i = 0; i < mesh->n_arcs; i++)
    file_arc (mesh, bands, i);

  for (guint i = 1; i <= bands->n_bands; i++)
    bands->starts[i] += bands->starts[i - 1];

  bands->segments = g_new (StreekMeshSegment, MAX (bands->starts[bands->n_bands], 1));

  for (guint i = 0; i < mesh->n_arcs; i++)
    file_arc (mesh, bands, i);
}

/* The one thing in a mesh that is made late: a file drawn once never needs it. */
static const StreekMeshBands *
get_bands (const StreekMesh *mesh)
{
  StreekMesh *writable = (StreekMesh *) mesh;

  if (g_once_init_enter (&writable->bands_made))
    {
      make_bands (mesh, &writable->bands);
      g_once_init_leave (&writable->bands_made, 1);
    }

  return &mesh->bands;
}

void
streek_mesh_bands_clear (StreekMeshBands *bands)
{
  g_free (bands->starts);
  g_free (bands->segments);
}

/* The unit on the near side of the nearest boundary in one direction. */
static gint32
find_beside (const StreekMesh *mesh, double x, double y, gboolean westward)
{
  const StreekMeshBands *bands = get_bands (mesh);
  const StreekMeshLevel *finest = &mesh->levels[0];
  guint band = find_band (mesh, bands, y);
  double sense = westward ? -1 : 1; /* what lies west is mirrored */
  double nearest_x = INFINITY;
  double nearest_slope = INFINITY;
  gint32 unit = STREEK_MESH_NO_UNIT;

  for (guint i = bands->starts[band]; i < bands->starts[band + 1]; i++)
    {
      StreekMeshSegment segment = bands->segments[i];
      StreekVertex a = finest->vertices[finest->starts[segment.arc] + segment.vertex];
      StreekVertex b = finest->vertices[finest->starts[segment.arc] + segment.vertex + 1];
      gboolean upward = a.y < b.y;
      StreekVertex low = upward ? a : b;
      StreekVertex high = upward ? b : a;

      /* The lower end counts and the upper does not, so a corner is met once. */
      if (y < low.y || y >= high.y)
        continue;

      double slope = ((double) high.x - low.x) / ((double) high.y - low.y);
      double at_x = sense * (low.x + (y - low.y) * slope);

      slope *= sense;
      /* At a corner that several lines leave upwards, the nearest comes first. */
      if (at_x < sense * x || at_x > nearest_x || (at_x == nearest_x && slope >= nearest_slope))
        continue;

      nearest_x = at_x;
      nearest_slope = slope;
      unit = upward != westward ? mesh->left[segment.arc] : mesh->right[segment.arc];
    }

  return unit;
}

/**
 * streek_mesh_find_unit:
 * @x: metres east
 * @y: metres north
 *
 * Looks east of the point for the nearest boundary at the finest level: the unit is the one on its
 * near side. A point on a boundary belongs to one of its sides, always the same.
 *
 * Returns: the unit there, or %STREEK_MESH_NO_UNIT outside, in holes too
 */
gint32
streek_mesh_find_unit (const StreekMesh *mesh, double x, double y)
{
  if (!(x >= mesh->extent.x_min && x <= mesh->extent.x_max && y >= mesh->extent.y_min &&
        y <= mesh->extent.y_max))
    return STREEK_MESH_NO_UNIT;

  return find_beside (mesh, x, y, FALSE);
}

/* The same, looking west. The two differ only where a mesh contradicts itself. */
gint32
streek_mesh_find_unit_westward (const StreekMesh *mesh, double x, double y)
{
  return find_beside (mesh, x, y, TRUE);
}
