/* export-map.c: the areas and classes of one map as GeoJSON, so that a peer can draw the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "area/streek-areas.h"
#include "indicator/streek-totals.h"
#include "stats/streek-classes.h"
#include "workspace/streek-figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_CLASSES 7

static void
print_ring (const StreekRings *rings, guint ring)
{
  guint first = rings->ring_starts[ring];
  guint end = rings->ring_starts[ring + 1];

  printf ("[");

  for (guint i = first; i <= end; i++)
    {
      const StreekVertex *vertex = &rings->vertices[i == end ? first : i];

      printf ("%s[%d,%d]", i == first ? "" : ",", vertex->x, vertex->y);
    }

  printf ("]");
}

/* Outer rings run counter-clockwise; a hole belongs to the outer ring before it, which is as good
 * as any for a peer that fills even-odd. */
static gboolean
is_outer (const StreekRings *rings, guint ring)
{
  double twice = 0;

  for (guint i = rings->ring_starts[ring]; i < rings->ring_starts[ring + 1]; i++)
    {
      guint next = i + 1 == rings->ring_starts[ring + 1] ? rings->ring_starts[ring] : i + 1;
      const StreekVertex *a = &rings->vertices[i], *b = &rings->vertices[next];

      twice += (double) a->x * b->y - (double) b->x * a->y;
    }

  return twice > 0;
}

static void
print_area (const StreekArea *area, const StreekRings *rings, int class_index, gboolean first)
{
  printf ("%s{\"type\":\"Feature\",\"properties\":{\"nis\":\"%s\",\"cls\":%d},"
          "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[",
          first ? "" : ",\n", area->code, class_index);

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      if (ring == 0 || is_outer (rings, ring))
        printf ("%s[", ring == 0 ? "" : "],");
      else
        printf (",");

      print_ring (rings, ring);
    }

  printf ("]]}}");
}

static double *
read_values (StreekDb *db,
             StreekAreas *areas,
             const char *code,
             StreekPeriod period,
             const GPtrArray *list,
             GError **error)
{
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, code, error) : NULL;

  if (indicator == NULL)
    return NULL;

  g_autoptr (StreekTotals) totals = streek_totals_new (db, areas, catalogue);
  g_autofree double *values = g_new (double, list->len);

  for (guint i = 0; i < list->len; i++)
    {
      StreekTotal total = { 0 };

      if (!streek_totals_compute (totals, indicator, g_ptr_array_index (list, i), period, NAN,
                                  &total, error))
        return NULL;

      values[i] = total.missing == STREEK_MISSING_NONE ? total.value : NAN;
      streek_total_clear (&total);
    }

  return g_steal_pointer (&values);
}

static void
print_map (StreekAreas *areas, const GPtrArray *list, const double *values, StreekClasses *classes)
{
  StreekMesh *mesh = streek_areas_get_mesh (areas, "gemeente-2018");
  g_autofree gint32 *group_of = g_new (gint32, streek_mesh_get_n_units (mesh));

  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    group_of[unit] = -1;

  for (guint i = 0; i < list->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (list, i);

      for (guint u = 0; u < area->units.n; u++)
        group_of[area->units.ids[u]] = (gint32) i;
    }

  StreekRings *rings = streek_mesh_build_rings (mesh, 0, group_of, list->len);

  printf ("{\"type\":\"FeatureCollection\",\"features\":[\n");

  for (guint i = 0; i < list->len; i++)
    print_area (g_ptr_array_index (list, i), &rings[i], streek_classes_find (classes, values[i]),
                i == 0);

  printf ("\n]}\n");
  streek_rings_free_array (rings, list->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  StreekPeriod period;

  if (argc != 4 || !streek_period_parse (argv[3], &period, &error))
    {
      fprintf (stderr, "usage: export-map FILE INDICATOR PERIOD > OUT.geojson\n");
      return 2;
    }

  g_autoptr (StreekDb) db = streek_db_open (argv[1], STREEK_DB_READ_ONLY, &error);
  g_autoptr (StreekAreas) areas = db != NULL ? streek_areas_load (db, &error) : NULL;
  g_autoptr (GPtrArray) list =
    areas != NULL
      ? streek_areas_list (areas, "gemeente", streek_period_get_first_day (period), NULL, &error)
      : NULL;
  g_autofree double *values =
    list != NULL ? read_values (db, areas, argv[2], period, list, &error) : NULL;
  g_autoptr (StreekClasses) classes =
    values != NULL ? streek_classes_new (STREEK_CLASSES_QUANTILE, values, list->len, N_CLASSES, 1,
                                         NULL, 0, &error)
                   : NULL;

  if (classes == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  print_map (areas, list, values, classes);

  return 0;
}
