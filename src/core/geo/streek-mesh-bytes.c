/* streek-mesh-bytes.c: a mesh as one block of bytes, the form in which a workspace holds it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

/* Everything little-endian, 32 bits wide unless said:
 *   magic (8 bytes), version, CRC-32 of all that follows,
 *   number of units, arcs, levels, vertices,
 *   per level its tolerance in decimetres,
 *   per arc: left unit, right unit, number of vertices,
 *   per vertex: x, y in metres,
 *   per vertex one byte: the coarsest level that has it,
 *   per unit, in version 2 only: x, y and radius in decimetres of the circle for its name. */
#define MAGIC "STRKMESH"
#define MAGIC_SIZE 8
#define VERSION 2
#define VERSION_WITHOUT_CIRCLES 1
#define CRC_OFFSET 12
#define CHECKED_OFFSET 16
#define HEADER_SIZE 32
#define ARC_SIZE 12
#define VERTEX_SIZE 9
#define CIRCLE_SIZE 12

/* Larger than any map of Belgium; keeps a lying header from asking for the machine's memory. */
#define MAX_COUNT (1u << 26)

static guint32
peek_uint32 (const guint8 *data)
{
  return (guint32) data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 |
         (guint32) data[3] << 24;
}

static void
poke_uint32 (guint8 *data, guint32 number)
{
  data[0] = (guint8) number;
  data[1] = (guint8) (number >> 8);
  data[2] = (guint8) (number >> 16);
  data[3] = (guint8) (number >> 24);
}

static guint8 *
write_uint32 (guint8 *data, guint32 number)
{
  poke_uint32 (data, number);

  return data + 4;
}

static gsize
measure (guint64 n_levels, guint64 n_arcs, guint64 n_vertices, guint64 n_circles)
{
  return HEADER_SIZE + 4 * n_levels + ARC_SIZE * n_arcs + VERTEX_SIZE * n_vertices +
         CIRCLE_SIZE * n_circles;
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
refuse_damage (GError **error)
{
  return refuse (_ ("The map is damaged. Update the reference data, or restore the newest backup "
                    "copy."),
                 error);
}

static gboolean
check_header (const guint8 *data, gsize size, GError **error)
{
  if (size < HEADER_SIZE || memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    return refuse (_ ("This is no map of Streekatlas."), error);

  guint32 version = peek_uint32 (data + MAGIC_SIZE);

  if (version != VERSION && version != VERSION_WITHOUT_CIRCLES)
    return refuse (_ ("This map was made by a newer version of Streekatlas. Install that version."),
                   error);

  guint32 crc = (guint32) crc32_z (0, data + CHECKED_OFFSET, size - CHECKED_OFFSET);
  guint32 n_units = peek_uint32 (data + 16);
  guint32 n_arcs = peek_uint32 (data + 20);
  guint32 n_levels = peek_uint32 (data + 24);
  guint32 n_vertices = peek_uint32 (data + 28);
  guint32 n_circles = version == VERSION ? n_units : 0;

  if (crc != peek_uint32 (data + CRC_OFFSET) || n_units > MAX_COUNT || n_arcs > MAX_COUNT ||
      n_levels > STREEK_MESH_MAX_LEVELS || n_vertices > MAX_COUNT ||
      size != measure (n_levels, n_arcs, n_vertices, n_circles) || n_units > n_arcs * 2)
    return refuse_damage (error);

  return TRUE;
}

/* Returns FALSE where the arcs' own counts do not add up to the number of vertices. */
static gboolean
read_arcs (const guint8 *data, guint n_arcs, guint n_vertices, gint32 *sides, guint32 *starts)
{
  guint64 n = 0;

  for (guint i = 0; i < n_arcs; i++, data += ARC_SIZE)
    {
      sides[i] = (gint32) peek_uint32 (data);
      sides[n_arcs + i] = (gint32) peek_uint32 (data + 4);
      starts[i] = (guint32) n;
      n += peek_uint32 (data + 8);

      if (n > n_vertices)
        return FALSE;
    }

  starts[n_arcs] = (guint32) n;

  return n == n_vertices;
}

static double
peek_dm (const guint8 *data)
{
  return (gint32) peek_uint32 (data) / STREEK_MESH_DM_PER_M;
}

/* A name may only be put on the land that it is the name of. */
static gboolean
read_circles (StreekMesh *mesh, const guint8 *data, GError **error)
{
  mesh->unit_circles = g_new (StreekCircle, mesh->n_units);

  for (guint unit = 0; unit < mesh->n_units; unit++, data += CIRCLE_SIZE)
    {
      StreekCircle circle = { peek_dm (data), peek_dm (data + 4), peek_dm (data + 8) };
      StreekExtent extent = mesh->unit_extents[unit];

      if (circle.x < extent.x_min || circle.x > extent.x_max || circle.y < extent.y_min ||
          circle.y > extent.y_max || circle.radius_m < 0 ||
          circle.radius_m > (double) extent.x_max - extent.x_min)
        return refuse_damage (error);

      mesh->unit_circles[unit] = circle;
    }

  return TRUE;
}

/**
 * streek_mesh_new_from_bytes:
 * @bytes: what streek_mesh_to_bytes() made, or anything that pretends to be it
 * @error: return location for a #StreekGeoError
 *
 * Reads a mesh as if it came from a stranger: length, checksum, counts, units, levels and outlines
 * are all checked before anything is believed.
 *
 * Returns: (transfer full): the mesh, or %NULL with @error set
 */
StreekMesh *
streek_mesh_new_from_bytes (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (!check_header (data, size, error))
    return NULL;

  guint32 n_units = peek_uint32 (data + 16);
  guint32 n_arcs = peek_uint32 (data + 20);
  guint32 n_levels = peek_uint32 (data + 24);
  guint32 n_vertices = peek_uint32 (data + 28);
  const guint8 *arcs = data + HEADER_SIZE + 4 * (gsize) n_levels;
  const guint8 *places = arcs + ARC_SIZE * (gsize) n_arcs;
  double tolerances_m[STREEK_MESH_MAX_LEVELS] = { 0 };
  g_autofree gint32 *sides = g_new (gint32, 2 * (gsize) n_arcs);
  g_autofree guint32 *starts = g_new (guint32, (gsize) n_arcs + 1);
  g_autofree StreekVertex *vertices = g_new (StreekVertex, n_vertices);

  for (guint i = 0; i < n_levels; i++)
    tolerances_m[i] = peek_uint32 (data + HEADER_SIZE + 4 * i) / STREEK_MESH_DM_PER_M;

  for (gsize i = 0; i < n_vertices; i++)
    vertices[i] = (StreekVertex){ (gint32) peek_uint32 (places + 8 * i),
                                  (gint32) peek_uint32 (places + 8 * i + 4) };

  if (!read_arcs (arcs, n_arcs, n_vertices, sides, starts))
    {
      refuse_damage (error);
      return NULL;
    }

  StreekMeshParts parts = { n_units,      n_arcs,   n_levels,
                            tolerances_m, sides,    sides + n_arcs,
                            starts,       vertices, places + 8 * (gsize) n_vertices };

  g_autoptr (StreekMesh) mesh = streek_mesh_new_from_parts (&parts, error);

  if (mesh == NULL || (peek_uint32 (data + MAGIC_SIZE) == VERSION &&
                       !read_circles (mesh, parts.levels + n_vertices, error)))
    return NULL;

  return g_steal_pointer (&mesh);
}

static void
write_circles (const StreekMesh *mesh, guint8 *at)
{
  const StreekCircle *circles = streek_mesh_get_unit_circles (mesh);

  for (guint unit = 0; unit < mesh->n_units; unit++)
    {
      at = write_uint32 (at, (guint32) lround (circles[unit].x * STREEK_MESH_DM_PER_M));
      at = write_uint32 (at, (guint32) lround (circles[unit].y * STREEK_MESH_DM_PER_M));
      at = write_uint32 (at, (guint32) lround (circles[unit].radius_m * STREEK_MESH_DM_PER_M));
    }
}

/**
 * streek_mesh_to_bytes:
 *
 * Circles for names are packed too, but not those of thousands of units: finding them would take
 * longer than all else of an import, and the first map does so in passing.
 *
 * Returns: (transfer full): the mesh with all its levels; the same mesh gives the same bytes on
 *   every machine
 */
GBytes *
streek_mesh_to_bytes (const StreekMesh *mesh)
{
  const StreekMeshLevel *finest = &mesh->levels[0];
  guint32 n_vertices = finest->starts[mesh->n_arcs];
  gboolean has_circles = mesh->n_units < STREEK_MESH_MANY_UNITS;
  gsize size = measure (mesh->n_levels, mesh->n_arcs, n_vertices, has_circles ? mesh->n_units : 0);
  guint8 *data = STREEK_BLOCK_NEW (guint8, size);
  guint8 *at = data;

  memcpy (at, MAGIC, MAGIC_SIZE);
  at = write_uint32 (at + MAGIC_SIZE, has_circles ? VERSION : VERSION_WITHOUT_CIRCLES);
  at = write_uint32 (at, 0);
  at = write_uint32 (at, mesh->n_units);
  at = write_uint32 (at, mesh->n_arcs);
  at = write_uint32 (at, mesh->n_levels);
  at = write_uint32 (at, n_vertices);

  for (guint i = 0; i < mesh->n_levels; i++)
    at = write_uint32 (at, (guint32) lround (mesh->levels[i].tolerance_m * STREEK_MESH_DM_PER_M));

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      at = write_uint32 (at, (guint32) mesh->left[i]);
      at = write_uint32 (at, (guint32) mesh->right[i]);
      at = write_uint32 (at, finest->starts[i + 1] - finest->starts[i]);
    }

  for (guint i = 0; i < n_vertices; i++)
    {
      at = write_uint32 (at, (guint32) finest->vertices[i].x);
      at = write_uint32 (at, (guint32) finest->vertices[i].y);
    }

  /* what is there already, while the levels are still being found */
  uLong crc = crc32_z (0, data + CHECKED_OFFSET, (gsize) (at - data) - CHECKED_OFFSET);

  streek_mesh_await_vertex_levels (mesh);
  memcpy (at, mesh->vertex_levels, n_vertices);
  if (has_circles)
    write_circles (mesh, at + n_vertices);
  poke_uint32 (data + CRC_OFFSET, (guint32) crc32_z (crc, at, size - (gsize) (at - data)));

  return g_bytes_new_take (data, size);
}
