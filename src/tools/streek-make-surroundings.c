/* streek-make-surroundings.c: makes the sea and the countries around Belgium from public data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/streek-mesh-build.h"
#include "geo/streek-mesh-text.h"
#include "geo/streek-surroundings.h"
#include "geo/streek-visvalingam.h"
#include "streek-reference-mesh.h"
#include "streek-surroundings-source.h"

#include <geos_c.h>

/* Degrees, around what the frame below holds. */
#define WEST -3
#define SOUTH 46
#define EAST 11
#define NORTH 55

/* Metres around the mesh: what any map of a part of it can show. */
#define FRAME_M 170000.0
/* Countries run on this far below our own borders, so that no white shows between them. */
#define OVERLAP_M 1500.0
/* How far coasts and borders of both sources may lie apart. */
#define REACH_M 6000.0
#define COAST_ZONE_M 4000.0
#define COAST_REACH_M 2500.0
/* Land before our own coast that is narrower comes from the other source's inaccuracy. */
#define NARROW_M 200.0
#define ROUNDNESS 8
#define LEAST_AREA_M2 2e6
/* What is read, and the levels that are kept. */
#define N_LEVELS (1 + STREEK_SURROUNDINGS_N_LEVELS)

/* In the order in which they claim land that no border of the DCW holds; the sea gets the rest. */
#define N_COUNTRIES STREEK_SURROUNDING_SEA
#define SEA STREEK_SURROUNDING_SEA
#define N_UNITS STREEK_N_SURROUNDINGS

/* Where shapes touch, an operation also gives the points and lines that they share. Frees @mixed.
 */
static GEOSGeometry *
keep_faces (GEOSGeometry *mixed)
{
  GEOSGeometry *faces = GEOSGeom_createEmptyPolygon ();

  if (GEOSGeomTypeId (mixed) != GEOS_GEOMETRYCOLLECTION)
    {
      GEOSGeom_destroy (faces);
      return mixed;
    }

  for (int i = 0; i < GEOSGetNumGeometries (mixed); i++)
    if (GEOSGeom_getDimensions (GEOSGetGeometryN (mixed, i)) == 2)
      {
        GEOSGeometry *more = GEOSUnion (faces, GEOSGetGeometryN (mixed, i));

        GEOSGeom_destroy (faces);
        faces = more;
      }
  GEOSGeom_destroy (mixed);

  return faces;
}

/* Each of these frees what it is given. */

static GEOSGeometry *
join (GEOSGeometry *a, GEOSGeometry *b)
{
  GEOSGeometry *result = keep_faces (GEOSUnion (a, b));

  GEOSGeom_destroy (a);
  GEOSGeom_destroy (b);

  return result;
}

static GEOSGeometry *
buffer (GEOSGeometry *a, double metres)
{
  GEOSGeometry *result = GEOSBuffer (a, metres, ROUNDNESS);

  GEOSGeom_destroy (a);

  return result;
}

/* These keep @b. */

static GEOSGeometry *
cut (GEOSGeometry *a, const GEOSGeometry *b)
{
  GEOSGeometry *result = keep_faces (GEOSDifference (a, b));

  GEOSGeom_destroy (a);

  return result;
}

static GEOSGeometry *
meet (GEOSGeometry *a, const GEOSGeometry *b)
{
  GEOSGeometry *result = keep_faces (GEOSIntersection (a, b));

  GEOSGeom_destroy (a);

  return result;
}

static GEOSGeometry *
grow (const GEOSGeometry *a, double metres)
{
  return GEOSBuffer (a, metres, ROUNDNESS);
}

static double
measure (const GEOSGeometry *a)
{
  double area = 0;

  GEOSArea (a, &area);

  return area;
}

static GEOSCoordSequence *
make_sequence (const double *x, const double *y, guint n)
{
  GEOSCoordSequence *sequence = GEOSCoordSeq_create (n, 2);

  for (guint i = 0; i < n; i++)
    GEOSCoordSeq_setXY (sequence, i, x[i], y[i]);

  return sequence;
}

static GEOSGeometry *
make_ring_polygon (const double *x, const double *y, guint n)
{
  g_autofree double *closed_x = g_new (double, n + 1);
  g_autofree double *closed_y = g_new (double, n + 1);

  for (guint i = 0; i <= n; i++)
    {
      closed_x[i] = x[i % n];
      closed_y[i] = y[i % n];
    }

  GEOSGeometry *polygon = GEOSGeom_createPolygon (
    GEOSGeom_createLinearRing (make_sequence (closed_x, closed_y, n + 1)), NULL, 0);
  GEOSGeometry *valid = keep_faces (GEOSMakeValid (polygon));

  GEOSGeom_destroy (polygon);

  return valid;
}

/* By the even-odd rule. */
static GEOSGeometry *
add_ring (GEOSGeometry *all, GEOSGeometry *ring)
{
  GEOSGeometry *result = keep_faces (GEOSSymDifference (all, ring));

  GEOSGeom_destroy (all);
  GEOSGeom_destroy (ring);

  return result;
}

static GEOSGeometry *
make_belgium (const StreekMesh *mesh)
{
  g_autofree gint32 *all = g_new0 (gint32, streek_mesh_get_n_units (mesh));
  StreekRings *rings = streek_mesh_build_rings (mesh, 0, all, 1);
  GEOSGeometry *land = GEOSGeom_createEmptyPolygon ();

  for (guint i = 0; i < rings[0].n_rings; i++)
    {
      guint start = rings[0].ring_starts[i];
      guint n = rings[0].ring_starts[i + 1] - start;
      g_autofree double *x = g_new (double, n);
      g_autofree double *y = g_new (double, n);

      for (guint j = 0; j < n; j++)
        {
          x[j] = rings[0].vertices[start + j].x;
          y[j] = rings[0].vertices[start + j].y;
        }
      land = add_ring (land, make_ring_polygon (x, y, n));
    }
  streek_rings_free_array (rings, 1);

  return land;
}

static GEOSGeometry *
make_frame (const StreekMesh *mesh)
{
  StreekExtent extent = streek_mesh_get_extent (mesh);

  return GEOSGeom_createRectangle (extent.x_min - FRAME_M, extent.y_min - FRAME_M,
                                   extent.x_max + FRAME_M, extent.y_max + FRAME_M);
}

/* What lies far beyond the frame is left where it is, unprojected, and is cut off with the rest. */
static gboolean
project_lines (GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      StreekDegreeLine *line = lines->pdata[i];

      for (guint j = 0; j < line->n; j++)
        {
          line->x[j] = CLAMP (line->x[j], WEST, EAST);
          line->y[j] = CLAMP (line->y[j], SOUTH, NORTH);
        }

      if (line->n > 0 && !streek_reference_project (line->x, line->y, line->n))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "a line cannot be projected");
          return FALSE;
        }
    }

  return TRUE;
}

/* A country has islands all over the world. */
static void
drop_far_lines (GPtrArray *lines)
{
  for (guint i = lines->len; i-- > 0;)
    {
      const StreekDegreeLine *line = lines->pdata[i];
      gboolean is_near = FALSE;

      for (guint j = 0; j < line->n && !is_near; j++)
        is_near =
          line->x[j] > WEST && line->x[j] < EAST && line->y[j] > SOUTH && line->y[j] < NORTH;
      if (!is_near)
        g_ptr_array_remove_index_fast (lines, i);
    }
}

static GEOSGeometry *
read_country (const char *path, const char *code, const GEOSGeometry *frame, GError **error)
{
  g_autoptr (GPtrArray) rings = streek_read_country (path, code, error);

  if (rings == NULL)
    return NULL;

  drop_far_lines (rings);
  if (!project_lines (rings, error))
    return NULL;

  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < rings->len; i++)
    {
      StreekDegreeLine *ring = rings->pdata[i];

      if (ring->n >= 3)
        g_ptr_array_add (parts, meet (make_ring_polygon (ring->x, ring->y, ring->n), frame));
    }

  GEOSGeometry *all =
    GEOSGeom_createCollection (GEOS_GEOMETRYCOLLECTION, (GEOSGeometry **) parts->pdata, parts->len);
  GEOSGeometry *land = keep_faces (GEOSUnaryUnion (all));

  GEOSGeom_destroy (all);

  return land;
}

/* The faces between the lines of a coast and the frame. */
static GEOSGeometry *
make_faces (GPtrArray *coast, const GEOSGeometry *frame)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < coast->len; i++)
    {
      const StreekDegreeLine *line = coast->pdata[i];

      if (line->n >= 2)
        g_ptr_array_add (lines,
                         GEOSGeom_createLineString (make_sequence (line->x, line->y, line->n)));
    }

  GEOSGeometry *all = meet (
    GEOSGeom_createCollection (GEOS_GEOMETRYCOLLECTION, (GEOSGeometry **) lines->pdata, lines->len),
    frame);
  GEOSGeometry *noded = join (all, GEOSBoundary (frame));
  const GEOSGeometry *parts[] = { noded };
  GEOSGeometry *faces = GEOSPolygonize (parts, 1);

  GEOSGeom_destroy (noded);

  return faces;
}

/* A face is land where most of it lies in countries. */
static GEOSGeometry *
choose_land (const GEOSGeometry *faces, const GEOSGeometry *in_countries)
{
  GEOSGeometry *land = GEOSGeom_createEmptyPolygon ();

  for (int i = 0; i < GEOSGetNumGeometries (faces); i++)
    {
      const GEOSGeometry *face = GEOSGetGeometryN (faces, i);
      GEOSGeometry *inside = GEOSIntersection (face, in_countries);

      if (measure (inside) > measure (face) / 2)
        land = join (land, GEOSGeom_clone (face));
      GEOSGeom_destroy (inside);
    }

  return land;
}

/* Along our own coast only what is no sliver before it, and runs on below it a little. */
static GEOSGeometry *
clean_at_coast (GEOSGeometry *land, const GEOSGeometry *belgium, const GEOSGeometry *zone)
{
  GEOSGeometry *near = cut (keep_faces (GEOSIntersection (land, zone)), belgium);
  GEOSGeometry *kept = meet (buffer (buffer (near, -NARROW_M), NARROW_M), zone);
  GEOSGeometry *below = meet (grow (kept, 2 * NARROW_M), belgium);

  return join (join (cut (land, zone), kept), below);
}

static GEOSGeometry *
drop_small (GEOSGeometry *land)
{
  GEOSGeometry *kept = GEOSGeom_createEmptyPolygon ();

  for (int i = 0; i < GEOSGetNumGeometries (land); i++)
    if (measure (GEOSGetGeometryN (land, i)) >= LEAST_AREA_M2)
      kept = join (kept, GEOSGeom_clone (GEOSGetGeometryN (land, i)));
  GEOSGeom_destroy (land);

  return kept;
}

typedef struct
{
  GEOSGeometry *frame;
  GEOSGeometry *belgium;
  GEOSGeometry *core; /* of Belgium: what nothing runs on below */
  GEOSGeometry *coast_zone;
  GEOSGeometry *units[N_UNITS];
} Surroundings;

static void
surroundings_clear (Surroundings *self)
{
  GEOSGeometry **all[] = { &self->frame, &self->belgium, &self->core, &self->coast_zone };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], GEOSGeom_destroy);
  for (guint i = 0; i < N_UNITS; i++)
    g_clear_pointer (&self->units[i], GEOSGeom_destroy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Surroundings, surroundings_clear)

static GEOSGeometry *
find_coast_zone (const Surroundings *self, const GEOSGeometry *land)
{
  GEOSGeometry *sea = GEOSDifference (self->frame, land);
  GEOSGeometry *shore = meet (GEOSBoundary (self->belgium), sea = buffer (sea, COAST_REACH_M));

  GEOSGeom_destroy (sea);

  return buffer (shore, COAST_ZONE_M);
}

/* Land to the country that has it; what none has, as below Belgium and along the coasts, to one
 * that is near. */
static void
share_land (Surroundings *self, const GEOSGeometry *land)
{
  GEOSGeometry *rest = GEOSDifference (land, self->core);
  GEOSGeometry *near[N_COUNTRIES];

  for (guint i = 0; i < N_COUNTRIES; i++)
    {
      near[i] = grow (self->units[i], REACH_M);
      self->units[i] = cut (meet (self->units[i], land), self->core);
      rest = cut (rest, self->units[i]);
    }

  for (guint i = 0; i < N_COUNTRIES; i++)
    {
      GEOSGeometry *more = keep_faces (GEOSIntersection (rest, near[i]));

      rest = cut (rest, more);
      self->units[i] = join (self->units[i], more);
      self->units[i] =
        drop_small (clean_at_coast (self->units[i], self->belgium, self->coast_zone));
      GEOSGeom_destroy (near[i]);
    }
  GEOSGeom_destroy (rest);
}

/* Water too small for a map belongs to the land around it. */
static void
fill_ponds (Surroundings *self, GEOSGeometry *water)
{
  for (int i = 0; i < GEOSGetNumGeometries (water); i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN (water, i);
      gboolean is_taken = measure (part) >= LEAST_AREA_M2;

      for (guint j = 0; j < N_COUNTRIES && !is_taken; j++)
        if (GEOSIntersects (part, self->units[j]) == 1)
          {
            self->units[j] = join (self->units[j], GEOSGeom_clone (part));
            is_taken = TRUE;
          }
    }
}

static GEOSGeometry *
make_sea (const Surroundings *self)
{
  GEOSGeometry *sea = GEOSDifference (self->frame, self->core);

  for (guint i = 0; i < N_COUNTRIES; i++)
    sea = cut (sea, self->units[i]);

  return sea;
}

static gboolean
read_land (Surroundings *self, const char *coast_path, const char *countries_path, GError **error)
{
  GEOSGeometry *all = read_country (countries_path, "BE", self->frame, error);

  for (guint i = 0; i < N_COUNTRIES && all != NULL; i++)
    {
      self->units[i] =
        read_country (countries_path, streek_surroundings_get_codes ()[i], self->frame, error);
      if (self->units[i] == NULL)
        g_clear_pointer (&all, GEOSGeom_destroy);
      else
        all = join (all, GEOSGeom_clone (self->units[i]));
    }

  g_autoptr (GPtrArray) coast =
    all != NULL ? streek_read_coast (coast_path, WEST, SOUTH, EAST, NORTH, error) : NULL;

  if (coast == NULL || !project_lines (coast, error))
    return FALSE;

  GEOSGeometry *faces = make_faces (coast, self->frame);
  GEOSGeometry *land = choose_land (faces, all);

  self->coast_zone = find_coast_zone (self, land);
  share_land (self, land);
  GEOSGeom_destroy (all);
  GEOSGeom_destroy (faces);
  GEOSGeom_destroy (land);

  GEOSGeometry *water = make_sea (self);

  fill_ponds (self, water);
  GEOSGeom_destroy (water);
  self->units[SEA] = drop_small (make_sea (self));

  return TRUE;
}

/* One set of lines in whole metres for all units, so that neighbours share theirs. */
static GEOSGeometry *
make_coverage (const Surroundings *self)
{
  GEOSGeometry *borders[N_UNITS];

  for (guint i = 0; i < N_UNITS; i++)
    borders[i] = GEOSBoundary (self->units[i]);

  GEOSGeometry *all = GEOSGeom_createCollection (GEOS_GEOMETRYCOLLECTION, borders, N_UNITS);
  GEOSGeometry *noded = GEOSUnaryUnionPrec (all, 1);
  const GEOSGeometry *parts[] = { noded };
  GEOSGeometry *faces = GEOSPolygonize (parts, 1);

  GEOSGeom_destroy (all);
  GEOSGeom_destroy (noded);

  return faces;
}

static int
find_unit (const Surroundings *self, const GEOSGeometry *face)
{
  GEOSGeometry *inside = GEOSPointOnSurface (face);
  int unit = -1;

  for (guint i = 0; i < N_UNITS && unit < 0; i++)
    if (GEOSIntersects (self->units[i], inside) == 1)
      unit = (int) i;
  GEOSGeom_destroy (inside);

  return unit;
}

static void
add_mesh_ring (StreekMeshBuilder *builder, guint unit, gboolean is_shell, const GEOSGeometry *ring)
{
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq (ring);
  unsigned int n = 0;

  GEOSCoordSeq_getSize (sequence, &n);

  g_autofree double *points = g_new (double, 2 * n);

  for (guint i = 0; i < n; i++)
    GEOSCoordSeq_getXY (sequence, i, &points[2 * i], &points[2 * i + 1]);
  streek_mesh_builder_add_ring (builder, unit, is_shell, points, n);
}

static void
add_unit (StreekMeshBuilder *builder, guint unit, const GEOSGeometry *faces)
{
  for (int i = 0; i < GEOSGetNumGeometries (faces); i++)
    {
      const GEOSGeometry *face = GEOSGetGeometryN (faces, i);

      add_mesh_ring (builder, unit, TRUE, GEOSGetExteriorRing (face));
      for (int j = 0; j < GEOSGetNumInteriorRings (face); j++)
        add_mesh_ring (builder, unit, FALSE, GEOSGetInteriorRingN (face, j));
    }
}

static StreekMesh *
build_mesh (const Surroundings *self, GError **error)
{
  GEOSGeometry *faces = make_coverage (self);
  g_autoptr (StreekMeshBuilder) builder = streek_mesh_builder_new (0);
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
  gboolean shares_borders = FALSE;

  for (guint unit = 0; unit < N_UNITS; unit++)
    {
      GEOSGeometry *whole = GEOSGeom_createEmptyPolygon ();

      for (int i = 0; i < GEOSGetNumGeometries (faces); i++)
        if (find_unit (self, GEOSGetGeometryN (faces, i)) == (int) unit)
          whole = join (whole, GEOSGeom_clone (GEOSGetGeometryN (faces, i)));
      add_unit (builder, unit, whole);
      GEOSGeom_destroy (whole);
    }
  GEOSGeom_destroy (faces);

  g_autoptr (StreekMesh) mesh =
    streek_mesh_builder_build (builder, faults, &shares_borders, NULL, error);

  if (mesh != NULL && shares_borders)
    return g_steal_pointer (&mesh);

  if (mesh != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "countries overlap");

  return NULL;
}

/* The mesh without its finest level. */
static StreekMesh *
simplify (const StreekMesh *mesh, GError **error)
{
  guint n_arcs = streek_mesh_get_n_arcs (mesh);
  g_autofree gint32 *left = g_new (gint32, n_arcs);
  g_autofree gint32 *right = g_new (gint32, n_arcs);
  g_autofree guint32 *starts = g_new0 (guint32, n_arcs + 1);
  g_autofree guint32 *kept_starts = g_new0 (guint32, n_arcs + 1);
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  g_autoptr (GByteArray) digits = g_byte_array_new ();

  for (guint i = 0; i < n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, 0, i, &arc);
      left[i] = arc.left;
      right[i] = arc.right;
      g_array_append_vals (vertices, arc.vertices, arc.n_vertices);
      starts[i + 1] = vertices->len;
    }

  const StreekVertex *places = (const StreekVertex *) (void *) vertices->data;
  double tolerances_m[N_LEVELS] = { 0 };

  for (guint i = 1; i < N_LEVELS; i++)
    tolerances_m[i] = streek_surroundings_tolerances_m[i - 1];

  g_autofree guint8 *levels =
    streek_visvalingam_rank (places, starts, n_arcs, tolerances_m, N_LEVELS, NULL);

  for (guint i = 0; i < n_arcs; i++)
    {
      for (guint j = starts[i]; j < starts[i + 1]; j++)
        if (levels[j] > 0)
          {
            guint8 level = levels[j] - 1;

            g_array_append_val (kept, places[j]);
            g_byte_array_append (digits, &level, 1);
          }
      kept_starts[i + 1] = kept->len;
    }

  StreekMeshParts parts = { N_UNITS,
                            n_arcs,
                            STREEK_SURROUNDINGS_N_LEVELS,
                            streek_surroundings_tolerances_m,
                            left,
                            right,
                            kept_starts,
                            (const StreekVertex *) (void *) kept->data,
                            digits->data };

  return streek_mesh_new_from_parts (&parts, error);
}

static gboolean
check_levels (const StreekMesh *mesh, GError **error)
{
  for (guint level = 0; level < streek_mesh_get_n_levels (mesh); level++)
    if (!streek_mesh_check_level (mesh, level, error))
      {
        g_prefix_error (error, "level %u: ", level);
        return FALSE;
      }

  return TRUE;
}

static StreekMesh *
read_own_mesh (const char *reference_dir, GError **error)
{
  g_autofree char *arcs_path = g_build_filename (reference_dir, "arcs.tsv", NULL);
  g_autofree char *units_path = g_build_filename (reference_dir, "units.tsv", NULL);
  g_autoptr (StreekRows) arcs = streek_rows_read_tsv (arcs_path, error);
  g_autoptr (StreekRows) units = arcs != NULL ? streek_rows_read_tsv (units_path, error) : NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (units == NULL)
    return NULL;

  for (guint i = 0; i < streek_rows_get_n (units); i++)
    g_ptr_array_add (codes, (gpointer) streek_rows_get (units, i, "code"));
  g_ptr_array_add (codes, NULL);

  return streek_mesh_text_read (arcs, (const char *const *) codes->pdata,
                                streek_reference_tolerances_m, STREEK_REFERENCE_N_LEVELS, error);
}

static gboolean
write_mesh (const StreekMesh *mesh, const char *path, GError **error)
{
  const char *const comments[] = {
    "Sea and countries around Belgium, in the form of data/reference/arcs.tsv; levels of 180, 600 "
    "and 2000 metres. Below Belgium they run on a little, and then there is a hole.",
    STREEK_SURROUNDINGS_ATTRIBUTION, "Made by streek-make-surroundings.", NULL
  };
  g_autoptr (StreekRows) rows = streek_mesh_text_write (mesh, streek_surroundings_get_codes ());

  return streek_rows_write_tsv (rows, path, comments, error);
}

static gboolean
make_surroundings (char **argv, GError **error)
{
  g_autoptr (StreekMesh) own = read_own_mesh (argv[3], error);
  g_auto (Surroundings) self = { NULL };

  if (own == NULL)
    return FALSE;

  self.frame = make_frame (own);
  self.belgium = make_belgium (own);
  self.core = grow (self.belgium, -OVERLAP_M);
  if (!read_land (&self, argv[1], argv[2], error))
    return FALSE;

  g_autoptr (StreekMesh) fine = build_mesh (&self, error);
  g_autoptr (StreekMesh) mesh = fine != NULL ? simplify (fine, error) : NULL;

  return mesh != NULL && check_levels (mesh, error) && write_mesh (mesh, argv[4], error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 5)
    {
      g_printerr ("Usage: streek-make-surroundings binned_GSHHS_f.nc dcw-gmt.nc data/reference "
                  "data/surroundings/arcs.tsv\n");
      return 2;
    }

  initGEOS (NULL, NULL);

  gboolean done = make_surroundings (argv, &error);

  finishGEOS ();

  if (!done)
    g_printerr ("streek-make-surroundings: %s\n", error->message);

  return done ? 0 : 1;
}
