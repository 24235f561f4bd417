/* streek-reference-mesh.c: from boundaries in degrees to a mesh in metres */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-reference-mesh.h"

#include "geo/streek-visvalingam.h"

#include <math.h>
#include <ogr_srs_api.h>
#include <string.h>

#define EPSG_WGS_84 4326
#define EPSG_BELGIAN_LAMBERT_2008 3812

/* Side of the smallest detail: as published, a wall map, a page, a thumbnail. */
const double streek_reference_tolerances_m[STREEK_REFERENCE_N_LEVELS] = { 0, 50, 150, 400 };

typedef struct
{
  gint32 left;
  gint32 right;
  guint32 n;
  StreekVertex *vertices;
} Arc;

static void
free_arc (gpointer data)
{
  Arc *arc = data;

  g_free (arc->vertices);
  g_free (arc);
}

static OGRSpatialReferenceH
open_system (int epsg)
{
  OGRSpatialReferenceH system = OSRNewSpatialReference (NULL);

  if (OSRImportFromEPSG (system, epsg) != OGRERR_NONE)
    {
      OSRDestroySpatialReference (system);
      return NULL;
    }

  OSRSetAxisMappingStrategy (system, OAMS_TRADITIONAL_GIS_ORDER);

  return system;
}

/**
 * streek_reference_project:
 * @x: (array length=n): degrees east of WGS 84, then metres of Belgian Lambert 2008
 * @y: (array length=n): degrees north, then metres
 *
 * Returns: %FALSE where PROJ has no such system or a point lies outside it
 */
gboolean
streek_reference_project (double *x, double *y, guint n)
{
  OGRSpatialReferenceH from = open_system (EPSG_WGS_84);
  OGRSpatialReferenceH to = open_system (EPSG_BELGIAN_LAMBERT_2008);
  OGRCoordinateTransformationH transformation =
    from != NULL && to != NULL ? OCTNewCoordinateTransformation (from, to) : NULL;
  gboolean done =
    transformation != NULL && OCTTransform (transformation, (int) n, x, y, NULL) == TRUE;

  if (transformation != NULL)
    OCTDestroyCoordinateTransformation (transformation);
  if (to != NULL)
    OSRDestroySpatialReference (to);
  if (from != NULL)
    OSRDestroySpatialReference (from);

  return done;
}

static gboolean
is_same_place (StreekVertex a, StreekVertex b)
{
  return a.x == b.x && a.y == b.y;
}

/* Rounding to whole metres may bring two vertices together. */
static Arc *
round_arc (const StreekTopology *topology, const double *x, const double *y, guint index)
{
  Arc *arc = g_new0 (Arc, 1);

  arc->left = topology->left[index];
  arc->right = topology->right[index];
  arc->vertices = g_new (StreekVertex, topology->starts[index + 1] - topology->starts[index]);

  for (guint i = topology->starts[index]; i < topology->starts[index + 1]; i++)
    {
      StreekVertex vertex = { (gint32) lround (x[i]), (gint32) lround (y[i]) };

      if (arc->n == 0 || !is_same_place (vertex, arc->vertices[arc->n - 1]))
        arc->vertices[arc->n++] = vertex;
    }

  return arc;
}

/* One way to write each line: the lower unit on the left, the world outside on the right. */
static void
orient_arc (Arc *arc)
{
  if (arc->left >= 0 && (arc->right < 0 || arc->left < arc->right))
    return;

  gint32 side = arc->left;

  arc->left = arc->right;
  arc->right = side;

  for (guint i = 0, j = arc->n - 1; i < j; i++, j--)
    {
      StreekVertex vertex = arc->vertices[i];

      arc->vertices[i] = arc->vertices[j];
      arc->vertices[j] = vertex;
    }
}

static int
compare_ints (gint32 a, gint32 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_arcs (gconstpointer a, gconstpointer b)
{
  const Arc *first = *(Arc *const *) a;
  const Arc *second = *(Arc *const *) b;
  int order = compare_ints (first->left, second->left);

  if (order == 0)
    order = compare_ints (first->right, second->right);
  if (order == 0)
    order = compare_ints (first->vertices[0].x, second->vertices[0].x);
  if (order == 0)
    order = compare_ints (first->vertices[0].y, second->vertices[0].y);
  if (order == 0)
    order = compare_ints (first->vertices[1].x, second->vertices[1].x);

  return order != 0 ? order : compare_ints (first->vertices[1].y, second->vertices[1].y);
}

/* Lines inside one unit, and lines that rounding made a point, are no boundaries. */
static GPtrArray *
list_arcs (const StreekTopology *topology, const double *x, const double *y)
{
  GPtrArray *arcs = g_ptr_array_new_with_free_func (free_arc);

  for (guint i = 0; i < topology->n_arcs; i++)
    {
      Arc *arc = round_arc (topology, x, y, i);

      if (arc->left == arc->right || arc->n < 2)
        {
          free_arc (arc);
          continue;
        }

      orient_arc (arc);
      g_ptr_array_add (arcs, arc);
    }

  g_ptr_array_sort (arcs, compare_arcs);

  return arcs;
}

static StreekMesh *
make_mesh (GPtrArray *arcs, guint n_units, GError **error)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));

  g_array_set_size (starts, 1);

  for (guint i = 0; i < arcs->len; i++)
    {
      const Arc *arc = arcs->pdata[i];

      g_array_append_val (left, arc->left);
      g_array_append_val (right, arc->right);
      g_array_append_vals (vertices, arc->vertices, arc->n);
      g_array_append_val (starts, vertices->len);
    }

  const guint32 *first = (const guint32 *) (void *) starts->data;
  const StreekVertex *places = (const StreekVertex *) (void *) vertices->data;
  g_autofree guint8 *levels = streek_visvalingam_rank (
    places, first, arcs->len, streek_reference_tolerances_m, STREEK_REFERENCE_N_LEVELS, NULL);
  StreekMeshParts parts = { n_units,
                            arcs->len,
                            STREEK_REFERENCE_N_LEVELS,
                            streek_reference_tolerances_m,
                            (const gint32 *) (void *) left->data,
                            (const gint32 *) (void *) right->data,
                            first,
                            places,
                            levels };

  return streek_mesh_new_from_parts (&parts, error);
}

/**
 * streek_reference_mesh_new:
 * @topology: boundaries in degrees of WGS 84
 *
 * Projects to Belgian Lambert 2008 in whole metres, puts the arcs in one fixed order and direction,
 * makes levels of detail and looks whether each of them is valid.
 *
 * Returns: (transfer full): the mesh, or %NULL with @error set
 */
StreekMesh *
streek_reference_mesh_new (const StreekTopology *topology, GError **error)
{
  guint n = topology->starts[topology->n_arcs];
  g_autofree double *x = g_memdup2 (topology->x, sizeof (double) * n);
  g_autofree double *y = g_memdup2 (topology->y, sizeof (double) * n);

  if (!streek_reference_project (x, y, n))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           "the boundaries cannot be projected to EPSG:3812");
      return NULL;
    }

  g_autoptr (GPtrArray) arcs = list_arcs (topology, x, y);
  g_autoptr (StreekMesh) mesh =
    arcs->len > 0 ? make_mesh (arcs, topology->units->len, error) : NULL;

  if (arcs->len == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "there is no boundary");
  if (mesh == NULL)
    return NULL;

  for (guint level = 0; level < STREEK_REFERENCE_N_LEVELS; level++)
    if (!streek_mesh_check_level (mesh, level, error))
      {
        g_prefix_error (error, "level %u: ", level);
        return NULL;
      }

  return g_steal_pointer (&mesh);
}
