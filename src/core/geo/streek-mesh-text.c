/* streek-mesh-text.c: a mesh as lines of text that can be compared from one version to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-text.h"

#include <string.h>

/* One arc per row: the codes of the units on its left and right ("-" is the world outside), its
 * first vertex, the steps in metres to each next vertex, and per vertex one digit: the coarsest
 * level that has it. */
static const char *const columns[] = { "left", "right", "x", "y", "steps", "levels", NULL };

#define OUTSIDE "-"

static const char *
get_code (const char *const *unit_codes, gint32 unit)
{
  return unit == STREEK_MESH_NO_UNIT ? OUTSIDE : unit_codes[unit];
}

/* Levels are nested, so a vertex that a level lacks is in no coarser one. */
static char *
write_levels (const StreekMesh *mesh, guint index)
{
  StreekArc finest;

  streek_mesh_get_arc (mesh, 0, index, &finest);

  char *digits = g_strnfill (finest.n_vertices, '0');

  for (guint level = 1; level < streek_mesh_get_n_levels (mesh); level++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, level, index, &arc);

      for (guint i = 0, j = 0; i < finest.n_vertices && j < arc.n_vertices; i++)
        if (memcmp (&finest.vertices[i], &arc.vertices[j], sizeof (StreekVertex)) == 0)
          {
            digits[i] = (char) ('0' + level);
            j++;
          }
    }

  return digits;
}

static char *
write_steps (const StreekArc *arc)
{
  GString *steps = g_string_new (NULL);

  for (guint i = 1; i < arc->n_vertices; i++)
    g_string_append_printf (steps, "%s%d %d", i > 1 ? " " : "",
                            arc->vertices[i].x - arc->vertices[i - 1].x,
                            arc->vertices[i].y - arc->vertices[i - 1].y);

  return g_string_free (steps, FALSE);
}

/**
 * streek_mesh_text_write:
 * @unit_codes: (array): the code of each unit
 *
 * Returns: (transfer full): the arcs of the mesh as rows, in its own order
 */
StreekRows *
streek_mesh_text_write (const StreekMesh *mesh, const char *const *unit_codes)
{
  StreekRows *rows = streek_rows_new (columns);

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, 0, i, &arc);

      g_autofree char *x = g_strdup_printf ("%d", arc.vertices[0].x);
      g_autofree char *y = g_strdup_printf ("%d", arc.vertices[0].y);
      g_autofree char *steps = write_steps (&arc);
      g_autofree char *levels = write_levels (mesh, i);
      const char *const values[] = {
        get_code (unit_codes, arc.left), get_code (unit_codes, arc.right), x, y, steps, levels, NULL
      };

      streek_rows_add (rows, values);
    }

  return rows;
}

static gboolean
read_int (const char **at, gint32 *number)
{
  char *end;
  gint64 value = g_ascii_strtoll (*at, &end, 10);

  if (end == *at || value < G_MININT32 / 4 || value > G_MAXINT32 / 4)
    return FALSE;

  *number = (gint32) value;
  *at = end;

  return TRUE;
}

/* Sums stay in range: a step that leaves the earth is refused before it is added. */
static gboolean
read_vertices (const StreekRows *rows, guint row, GArray *vertices)
{
  const char *x = streek_rows_get (rows, row, "x");
  const char *y = streek_rows_get (rows, row, "y");
  const char *steps = streek_rows_get (rows, row, "steps");
  StreekVertex vertex;
  StreekVertex step;

  if (!read_int (&x, &vertex.x) || !read_int (&y, &vertex.y))
    return FALSE;

  g_array_append_val (vertices, vertex);

  while (*steps != '\0')
    {
      if (!read_int (&steps, &step.x) || !read_int (&steps, &step.y) ||
          ABS (vertex.x) > G_MAXINT32 / 2 || ABS (vertex.y) > G_MAXINT32 / 2)
        return FALSE;

      vertex.x += step.x;
      vertex.y += step.y;
      g_array_append_val (vertices, vertex);
    }

  return TRUE;
}

static gboolean
read_levels (const char *digits, guint n, GByteArray *levels)
{
  if (strlen (digits) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint8 level = (guint8) (digits[i] - '0');

      g_byte_array_append (levels, &level, 1);
    }

  return TRUE;
}

static gboolean
read_side (GHashTable *units, const char *code, GArray *sides)
{
  gpointer index;
  gint32 unit = STREEK_MESH_NO_UNIT;

  if (!g_str_equal (code, OUTSIDE))
    {
      if (!g_hash_table_lookup_extended (units, code, NULL, &index))
        return FALSE;

      unit = GPOINTER_TO_INT (index);
    }

  g_array_append_val (sides, unit);

  return TRUE;
}

/**
 * streek_mesh_text_read:
 * @rows: what streek_mesh_text_write() made
 * @unit_codes: (array zero-terminated): the code of each unit
 * @tolerances_m: (array length=n_levels): of each level
 *
 * Returns: (transfer full): the mesh, or %NULL with @error set
 */
StreekMesh *
streek_mesh_text_read (const StreekRows *rows,
                       const char *const *unit_codes,
                       const double *tolerances_m,
                       guint n_levels,
                       GError **error)
{
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  g_autoptr (GByteArray) levels = g_byte_array_new ();
  guint n_units = 0;

  if (!streek_rows_require (rows, columns, error))
    return NULL;

  for (; unit_codes[n_units] != NULL; n_units++)
    g_hash_table_insert (units, (gpointer) unit_codes[n_units], GINT_TO_POINTER (n_units));

  for (guint i = 0; i < streek_rows_get_n (rows); i++)
    {
      guint32 start = vertices->len;

      g_array_append_val (starts, start);

      if (read_side (units, streek_rows_get (rows, i, "left"), left) &&
          read_side (units, streek_rows_get (rows, i, "right"), right) &&
          read_vertices (rows, i, vertices) &&
          read_levels (streek_rows_get (rows, i, "levels"), vertices->len - start, levels))
        continue;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "arc %u cannot be read", i);
      return NULL;
    }

  guint32 end = vertices->len;

  g_array_append_val (starts, end);

  StreekMeshParts parts = { n_units,
                            left->len,
                            n_levels,
                            tolerances_m,
                            (const gint32 *) (void *) left->data,
                            (const gint32 *) (void *) right->data,
                            (const guint32 *) (void *) starts->data,
                            (const StreekVertex *) (void *) vertices->data,
                            levels->data };

  return streek_mesh_new_from_parts (&parts, error);
}
