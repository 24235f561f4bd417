/* streek-topojson.c: units on shared arcs, read from TopoJSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-topojson.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
free_unit (gpointer data)
{
  StreekTopoUnit *unit = data;

  g_free (unit->code);
  g_free (unit->name);
  g_free (unit);
}

void
streek_topology_free (StreekTopology *topology)
{
  if (topology == NULL)
    return;

  g_ptr_array_unref (topology->units);
  g_free (topology->starts);
  g_free (topology->x);
  g_free (topology->y);
  g_free (topology->left);
  g_free (topology->right);
  g_free (topology);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "this is no usable TopoJSON: %s", what);

  return FALSE;
}

static JsonArray *
peek_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonArray *
peek_member_array (JsonObject *object, const char *name)
{
  return peek_array (json_object_get_member (object, name));
}

static double
peek_number (JsonArray *array, guint index, double otherwise)
{
  JsonNode *node = array != NULL && index < json_array_get_length (array)
                     ? json_array_get_element (array, index)
                     : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : otherwise;
}

/* Quantised files count in steps from the vertex before. */
static void
read_arc (StreekTopology *topology, JsonArray *points, JsonObject *transform, guint32 first)
{
  JsonArray *scale = transform != NULL ? peek_member_array (transform, "scale") : NULL;
  JsonArray *translate = transform != NULL ? peek_member_array (transform, "translate") : NULL;
  double x = 0;
  double y = 0;

  for (guint i = 0; i < json_array_get_length (points); i++)
    {
      JsonArray *point = peek_array (json_array_get_element (points, i));

      x = peek_number (point, 0, 0) + (transform != NULL ? x : 0);
      y = peek_number (point, 1, 0) + (transform != NULL ? y : 0);
      topology->x[first + i] = x * peek_number (scale, 0, 1) + peek_number (translate, 0, 0);
      topology->y[first + i] = y * peek_number (scale, 1, 1) + peek_number (translate, 1, 0);
    }
}

static gboolean
read_arcs (StreekTopology *topology, JsonObject *root, GError **error)
{
  JsonArray *arcs = peek_member_array (root, "arcs");
  JsonObject *transform = json_object_has_member (root, "transform")
                            ? json_object_get_object_member (root, "transform")
                            : NULL;

  if (arcs == NULL || json_array_get_length (arcs) == 0)
    return refuse (error, "it has no arcs");

  topology->n_arcs = json_array_get_length (arcs);
  topology->starts = g_new0 (guint32, topology->n_arcs + 1);
  topology->left = g_new (gint32, topology->n_arcs);
  topology->right = g_new (gint32, topology->n_arcs);

  for (guint i = 0; i < topology->n_arcs; i++)
    {
      JsonArray *points = peek_array (json_array_get_element (arcs, i));

      if (points == NULL || json_array_get_length (points) < 2)
        return refuse (error, "an arc has fewer than two points");

      topology->starts[i + 1] = topology->starts[i] + json_array_get_length (points);
      topology->left[i] = -1;
      topology->right[i] = -1;
    }

  topology->x = g_new (double, topology->starts[topology->n_arcs]);
  topology->y = g_new (double, topology->starts[topology->n_arcs]);

  for (guint i = 0; i < topology->n_arcs; i++)
    read_arc (topology, json_array_get_array_element (arcs, i), transform, topology->starts[i]);

  return TRUE;
}

/* An arc walked backwards is written as the complement of its number. */
static gboolean
peek_arc (const StreekTopology *topology, JsonArray *ring, guint index, guint *arc, gboolean *back)
{
  gint64 number = json_array_get_int_element (ring, index);

  *back = number < 0;
  number = number < 0 ? ~number : number;
  *arc = (guint) number;

  return number < topology->n_arcs;
}

static double
measure_arc (const StreekTopology *topology, guint arc)
{
  double twice = 0;

  for (guint i = topology->starts[arc]; i + 1 < topology->starts[arc + 1]; i++)
    twice += (topology->x[i] - topology->x[0]) * (topology->y[i + 1] - topology->y[0]) -
             (topology->x[i + 1] - topology->x[0]) * (topology->y[i] - topology->y[0]);

  return twice;
}

static gboolean
set_side (StreekTopology *topology, guint arc, gboolean left, guint unit, GError **error)
{
  gint32 *side = left ? &topology->left[arc] : &topology->right[arc];

  if (*side >= 0)
    return refuse (error, "an arc has two units on one side");

  *side = (gint32) unit;

  return TRUE;
}

/* The unit lies left of an outer ring that runs counter-clockwise, and left of a hole that runs
 * clockwise; files differ in which way they run, so the ring is measured. */
static gboolean
read_ring (StreekTopology *topology, JsonArray *ring, gboolean hole, guint unit, GError **error)
{
  double twice = 0;
  guint arc;
  gboolean back;

  if (ring == NULL)
    return refuse (error, "a polygon without rings");

  for (guint i = 0; i < json_array_get_length (ring); i++)
    {
      if (!peek_arc (topology, ring, i, &arc, &back))
        return refuse (error, "a ring names an arc that is not there");

      twice += (back ? -1 : 1) * measure_arc (topology, arc);
    }

  for (guint i = 0; i < json_array_get_length (ring); i++)
    {
      peek_arc (topology, ring, i, &arc, &back);

      if (!set_side (topology, arc, ((twice > 0) != hole) != back, unit, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_polygon (StreekTopology *topology, JsonArray *rings, guint unit, GError **error)
{
  if (rings == NULL)
    return refuse (error, "a polygon without rings");

  for (guint i = 0; i < json_array_get_length (rings); i++)
    if (!read_ring (topology, peek_array (json_array_get_element (rings, i)), i > 0, unit, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_geometry (StreekTopology *topology, JsonObject *geometry, guint unit, GError **error)
{
  const char *type = json_object_get_string_member_with_default (geometry, "type", "");
  JsonArray *arcs = peek_member_array (geometry, "arcs");

  if (g_str_equal (type, "Polygon"))
    return read_polygon (topology, arcs, unit, error);

  if (!g_str_equal (type, "MultiPolygon") || arcs == NULL)
    return refuse (error, "a unit is neither a polygon nor several");

  for (guint i = 0; i < json_array_get_length (arcs); i++)
    if (!read_polygon (topology, peek_array (json_array_get_element (arcs, i)), unit, error))
      return FALSE;

  return TRUE;
}

static JsonArray *
find_geometries (JsonObject *root)
{
  JsonObject *objects = json_object_has_member (root, "objects")
                          ? json_object_get_object_member (root, "objects")
                          : NULL;
  g_autoptr (GList) members = objects != NULL ? json_object_get_values (objects) : NULL;

  if (members == NULL || !JSON_NODE_HOLDS_OBJECT (members->data))
    return NULL;

  return peek_member_array (json_node_get_object (members->data), "geometries");
}

static int
compare_geometries (gconstpointer a, gconstpointer b, gpointer code_name)
{
  JsonObject *first = json_object_get_object_member (*(JsonObject *const *) a, "properties");
  JsonObject *second = json_object_get_object_member (*(JsonObject *const *) b, "properties");

  return strcmp (json_object_get_string_member_with_default (first, code_name, ""),
                 json_object_get_string_member_with_default (second, code_name, ""));
}

static gboolean
read_units (StreekTopology *topology,
            JsonObject *root,
            const char *code_name,
            const char *title_name,
            GError **error)
{
  JsonArray *geometries = find_geometries (root);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  if (geometries == NULL)
    return refuse (error, "it has no collection of geometries");

  for (guint i = 0; i < json_array_get_length (geometries); i++)
    {
      JsonObject *geometry = json_array_get_object_element (geometries, i);

      if (geometry == NULL || !json_object_has_member (geometry, "properties"))
        return refuse (error, "a unit has no properties");

      g_ptr_array_add (sorted, geometry);
    }

  g_ptr_array_sort_with_data (sorted, compare_geometries, (gpointer) code_name);

  for (guint i = 0; i < sorted->len; i++)
    {
      JsonObject *properties = json_object_get_object_member (sorted->pdata[i], "properties");
      StreekTopoUnit *unit = g_new0 (StreekTopoUnit, 1);

      unit->code =
        g_strdup (json_object_get_string_member_with_default (properties, code_name, ""));
      unit->name =
        g_strdup (json_object_get_string_member_with_default (properties, title_name, ""));
      g_ptr_array_add (topology->units, unit);

      if (unit->code[0] == '\0')
        return refuse (error, "a unit has no code");
      if (!read_geometry (topology, sorted->pdata[i], i, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_topology_read:
 * @path: a TopoJSON file with one collection of polygons
 * @code_name: the property that holds a unit's code
 * @title_name: the property that holds its name
 *
 * Reads the arcs as they are and finds for each the unit on its left and on its right.
 *
 * Returns: (transfer full): the topology, or %NULL with @error set
 */
StreekTopology *
streek_topology_read (const char *path,
                      const char *code_name,
                      const char *title_name,
                      GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  JsonNode *root = json_parser_get_root (parser);
  g_autoptr (StreekTopology) topology = g_new0 (StreekTopology, 1);

  topology->units = g_ptr_array_new_with_free_func (free_unit);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, "it is no object");
      return NULL;
    }

  if (!read_arcs (topology, json_node_get_object (root), error) ||
      !read_units (topology, json_node_get_object (root), code_name, title_name, error))
    return NULL;

  return g_steal_pointer (&topology);
}
