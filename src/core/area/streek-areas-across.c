/* streek-areas-across.c: whether areas with borders of their own lie in one of municipalities */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-private.h"
#include "geo/streek-extent.h"

#include <stdlib.h>

/* Borders of one municipality are drawn differently by everyone: what lies in it for this part lies
 * in it, and what does for less than the other lies outside. */
#define MIN_INSIDE 0.9
#define MAX_OUTSIDE 0.1

#define N_LINES 12
#define N_PLACES 4 /* on each stretch of a line */

typedef struct
{
  const StreekMesh *base;
  guint8 *in_container; /* by unit of the base */
  StreekExtent extent;  /* of the container */
  GArray *crossings;    /* of double */
} Across;

static void
across_init (Across *across, const StreekMesh *base, const StreekArea *container)
{
  across->base = base;
  across->in_container = g_new0 (guint8, streek_mesh_get_n_units (base));
  across->extent = (StreekExtent){ G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
  across->crossings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < container->units.n; i++)
    {
      StreekExtent extent = streek_mesh_get_unit_extent (base, container->units.ids[i]);

      across->in_container[container->units.ids[i]] = TRUE;
      across->extent.x_min = MIN (across->extent.x_min, extent.x_min);
      across->extent.y_min = MIN (across->extent.y_min, extent.y_min);
      across->extent.x_max = MAX (across->extent.x_max, extent.x_max);
      across->extent.y_max = MAX (across->extent.y_max, extent.y_max);
    }
}

static void
across_clear (Across *across)
{
  g_free (across->in_container);
  g_array_unref (across->crossings);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
cross_line (Across *across, const StreekRings *rings, double y)
{
  g_array_set_size (across->crossings, 0);
  for (guint i = 0; i < rings->n_rings; i++)
    for (guint j = rings->ring_starts[i]; j < rings->ring_starts[i + 1]; j++)
      {
        guint next = j + 1 < rings->ring_starts[i + 1] ? j + 1 : rings->ring_starts[i];
        StreekVertex a = rings->vertices[j];
        StreekVertex b = rings->vertices[next];

        if ((a.y > y) == (b.y > y))
          continue;

        double x = a.x + ((double) b.x - a.x) * (y - a.y) / ((double) b.y - a.y);

        g_array_append_val (across->crossings, x);
      }
  g_array_sort (across->crossings, compare_doubles);
}

/* Which part of an area lies in the container, by places on a few lines through it. */
static double
measure_share (Across *across, const StreekRings *rings, StreekExtent extent)
{
  double inside = 0;
  double all = 0;

  for (guint line = 0; line < N_LINES; line++)
    {
      double y = extent.y_min + (line + 0.5) * ((double) extent.y_max - extent.y_min) / N_LINES;

      cross_line (across, rings, y);
      for (guint i = 0; i + 1 < across->crossings->len; i += 2)
        {
          double from = g_array_index (across->crossings, double, i);
          double step = (g_array_index (across->crossings, double, i + 1) - from) / N_PLACES;

          for (guint place = 0; place < N_PLACES; place++)
            {
              gint32 unit = streek_mesh_find_unit (across->base, from + (place + 0.5) * step, y);

              all += step;
              inside += unit >= 0 && across->in_container[unit] ? step : 0;
            }
        }
    }

  return all > 0 ? inside / all : 0;
}

/* Areas of several units do not come with borders of their own. */
static StreekRings *
build_rings (const StreekMesh *mesh, const GPtrArray *list)
{
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *group_of = g_new (gint32, MAX (n_units, 1));

  for (guint unit = 0; unit < n_units; unit++)
    group_of[unit] = -1;
  for (guint i = 0; i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];

      for (guint j = 0; j < area->units.n; j++)
        group_of[area->units.ids[j]] = (gint32) i;
    }

  return streek_mesh_build_rings (mesh, streek_mesh_pick_level (mesh, STREEK_MESH_LABEL_DETAIL_M),
                                  group_of, list->len);
}

static StreekExtent
measure_extent (const StreekMesh *mesh, const StreekArea *area)
{
  return streek_mesh_get_unit_extent (mesh, area->units.ids[0]);
}

/* Sorts areas of a mesh of their own by how they lie to @container, on another mesh: those inside
 * it, and those that cross its border. Outlines that were not read lie nowhere. */
void
streek_areas_sort_across (const StreekAreas *areas,
                          const GPtrArray *list,
                          const StreekArea *container,
                          GPtrArray *inside,
                          GPtrArray *straddling)
{
  const StreekArea *first = list->len > 0 ? list->pdata[0] : NULL;
  const StreekMesh *base = streek_areas_get_mesh (areas, container->set->mesh);
  const StreekMesh *mesh = first != NULL ? streek_areas_get_mesh (areas, first->set->mesh) : NULL;
  Across across;

  if (mesh == NULL || base == NULL)
    return;

  StreekRings *rings = build_rings (mesh, list);

  across_init (&across, base, container);
  for (guint i = 0; i < list->len; i++)
    {
      StreekArea *area = list->pdata[i];

      if (area->units.n == 0)
        continue;

      StreekExtent extent = measure_extent (mesh, area);
      double share = streek_extents_meet (&extent, &across.extent)
                       ? measure_share (&across, &rings[i], extent)
                       : 0;

      if (share >= MIN_INSIDE)
        g_ptr_array_add (inside, area);
      else if (share > MAX_OUTSIDE)
        g_ptr_array_add (straddling, area);
    }
  across_clear (&across);
  streek_rings_free_array (rings, list->len);
}
