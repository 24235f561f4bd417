/* streek-points.c: points over a map, from any table with a column of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-points.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_SOURCES 3

/* Columns of the table of points; -1: it has none. */
typedef struct
{
  int point;
  int name;
  int kind;
  int kind_name;
  int symbol;
  int key;
  int value;
} Columns;

static gboolean
find_columns (const StreekTable *table, Columns *columns)
{
  *columns = (Columns){
    .point = streek_table_find_column (table, "point"),
    .name = streek_table_find_column (table, "name"),
    .kind = streek_table_find_column (table, "kind"),
    .kind_name = streek_table_find_column (table, "kind_name"),
    .symbol = streek_table_find_column (table, "symbol"),
    .key = streek_table_find_column (table, "id"),
    .value = streek_table_find_column (table, "value"),
  };

  return columns->point >= 0 && columns->name >= 0 &&
         streek_table_get_column_type (table, (guint) columns->point) == STREEK_COLUMN_POINT;
}

static const char *
get_text (const StreekTable *table, guint row, int column)
{
  const char *text = column >= 0 ? streek_table_get_text (table, row, (guint) column) : NULL;

  return text != NULL ? text : "";
}

/* Kinds stand in the order of their symbols. */
static guint
take_kind (StreekPoints *self, const Columns *columns, guint row)
{
  const char *name = get_text (self->table, row, columns->kind);
  guint symbol = columns->symbol >= 0
                   ? (guint) streek_table_get_integer (self->table, row, (guint) columns->symbol)
                   : 0;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      StreekPointKind *kind = &g_array_index (self->kinds, StreekPointKind, i);

      if (strcmp (kind->name, name) == 0)
        {
          kind->n++;
          return i;
        }
    }

  const char *label = get_text (self->table, row, columns->kind_name);
  StreekPointKind kind = { name, *label != '\0' ? label : name, symbol, 1 };

  g_array_append_val (self->kinds, kind);

  return self->kinds->len - 1;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const StreekPointKind *first = a, *second = b;

  return first->symbol != second->symbol ? (first->symbol > second->symbol ? 1 : -1)
                                         : strcmp (first->name, second->name);
}

static void
sort_kinds (StreekPoints *self)
{
  g_autoptr (GArray) before = g_array_copy (self->kinds);

  g_array_sort (self->kinds, compare_kinds);

  for (guint i = 0; i < self->points->len; i++)
    {
      StreekMapPoint *point = &g_array_index (self->points, StreekMapPoint, i);
      const char *name = g_array_index (before, StreekPointKind, point->kind).name;

      for (guint kind = 0; kind < self->kinds->len; kind++)
        if (g_array_index (self->kinds, StreekPointKind, kind).name == name)
          point->kind = kind;
    }
}

static void
hash_bytes (StreekPoints *self, gconstpointer bytes, gsize length)
{
  const guint8 *byte = bytes;

  for (gsize i = 0; i < length; i++)
    self->hash = (self->hash ^ byte[i]) * G_GUINT64_CONSTANT (1099511628211);
}

static void
add_point (StreekPoints *self, const Columns *columns, guint row, const StreekMapPoint *where)
{
  StreekMapPoint point = *where;

  point.table_row = row;
  point.key = get_text (self->table, row, columns->key);
  point.name = get_text (self->table, row, columns->name);
  point.kind = take_kind (self, columns, row);
  point.value = NAN;

  if (columns->value >= 0)
    {
      point.value = streek_table_get_number (self->table, row, (guint) columns->value);
      point.missing = streek_table_get_missing (self->table, row, (guint) columns->value);
      self->n_missing += isnan (point.value);
      if (!isnan (point.value))
        self->largest = MAX (self->largest, fabs (point.value));
    }

  g_array_append_val (self->points, point);
  hash_bytes (self, &point.x, sizeof point.x);
  hash_bytes (self, &point.y, sizeof point.y);
  hash_bytes (self, &point.value, sizeof point.value);
  hash_bytes (self, point.name, strlen (point.name) + 1);
}

static void
take_points (StreekPoints *self,
             const Columns *columns,
             const StreekFigureSpec *spec,
             const StreekFigureData *data)
{
  for (guint row = 0; row < streek_table_get_n_rows (self->table); row++)
    {
      StreekMapPoint point = { 0 };

      if (!streek_point_layer_shows (&spec->points, get_text (self->table, row, columns->kind)) ||
          !streek_table_get_point (self->table, row, (guint) columns->point, &point.x, &point.y))
        continue;

      gint32 unit = streek_mesh_find_unit (data->mesh, point.x, point.y);

      point.row = unit >= 0 ? data->row_of[unit] : -1;

      if (point.row >= 0)
        add_point (self, columns, row, &point);
      else
        self->n_outside++;
    }
}

/**
 * streek_points_new:
 * @spec: which kinds it shows
 * @data: with a table of points, and the mesh that tells in which area each lies
 *
 * A point belongs to no area's figure: it enters no total, and no area is coloured by it. Points
 * that lie in no area of the map are left out, and counted.
 *
 * Returns: (transfer full) (nullable): the points, %NULL where none are asked or the table has none
 */
StreekPoints *
streek_points_new (const StreekFigureSpec *spec, const StreekFigureData *data)
{
  Columns columns;

  if (spec->points.source == NULL || data->points == NULL || !find_columns (data->points, &columns))
    return NULL;

  StreekPoints *self = g_new0 (StreekPoints, 1);

  self->table = streek_table_ref (data->points);
  self->title = g_strdup (data->points_title);
  self->points = g_array_new (FALSE, TRUE, sizeof (StreekMapPoint));
  self->kinds = g_array_new (FALSE, TRUE, sizeof (StreekPointKind));
  self->value_column = spec->points.count != NULL ? columns.value : -1;
  self->hash = spec->points.hides_names ? 1 : G_GUINT64_CONSTANT (14695981039346656037);
  if (self->value_column < 0)
    columns.value = -1;
  take_points (self, &columns, spec, data);
  sort_kinds (self);

  if (self->value_column >= 0)
    {
      self->value_name = g_strdup (data->points_value_name);
      self->unit = g_strdup (data->points_unit);
      self->decimals = data->points_decimals;
      self->largest = MAX (self->largest, data->points_largest);
    }

  return self;
}

void
streek_points_free (StreekPoints *points)
{
  if (points == NULL)
    return;

  streek_table_unref (points->table);
  g_array_unref (points->points);
  g_array_unref (points->kinds);
  g_free (points->title);
  g_free (points->value_name);
  g_free (points->unit);
  g_free (points);
}

/**
 * streek_points_dup_note:
 *
 * Returns: (transfer full) (nullable): how many are left out because they lie elsewhere
 */
char *
streek_points_dup_note (const StreekPoints *points)
{
  return points->n_outside > 0
           ? g_strdup_printf (
               ngettext ("%u place lies outside the areas of this map and is not drawn.",
                         "%u places lie outside the areas of this map and are not drawn.",
                         points->n_outside),
               points->n_outside)
           : NULL;
}

static void
add_source (GPtrArray *sources, const char *source)
{
  for (guint i = 0; i < sources->len; i++)
    if (strcmp (sources->pdata[i], source) == 0)
      return;

  g_ptr_array_add (sources, (gpointer) source);
}

/**
 * streek_points_dup_source:
 *
 * Returns: (transfer full) (nullable): "Places: Havengids 2023; eigen opmeting.": where the points
 *   that are drawn come from
 */
char *
streek_points_dup_source (const StreekPoints *points)
{
  int column = streek_table_find_column (points->table, "source");
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; column >= 0 && i < points->points->len; i++)
    {
      const char *source = get_text (
        points->table, g_array_index (points->points, StreekMapPoint, i).table_row, column);

      if (*source != '\0')
        add_source (sources, source);
    }

  if (sources->len == 0)
    return NULL;

  gboolean is_cut = sources->len > MAX_SOURCES;

  if (is_cut)
    g_ptr_array_set_size (sources, MAX_SOURCES);
  g_ptr_array_add (sources, NULL);

  g_autofree char *joined = g_strjoinv ("; ", (char **) sources->pdata);

  return g_strdup_printf ("%s: %s%s", points->title, joined, is_cut ? "; …" : ".");
}

/**
 * streek_points_dup_description:
 *
 * Returns: (transfer full) (nullable): "Places over it: 3 (Port: 2, Business park: 1)."
 */
char *
streek_points_dup_description (const StreekPoints *points)
{
  if (points->points->len == 0)
    return NULL;

  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < points->kinds->len; i++)
    {
      const StreekPointKind *kind = &g_array_index (points->kinds, StreekPointKind, i);

      g_string_append_printf (kinds, "%s%s: %u", i > 0 ? ", " : "", kind->label, kind->n);
    }

  /* Translators: what lies over a map: %1$s is "Places", %2$u how many, %3$s a list of kinds with
   * their numbers */
  return g_strdup_printf (_ ("Over it: %1$s (%2$u): %3$s."), points->title, points->points->len,
                          kinds->str);
}

/**
 * streek_points_get_radius:
 *
 * Returns: radius in points on A4 of a circle whose area is in proportion to the size of @value
 */
double
streek_points_get_radius (const StreekPoints *points, double value)
{
  return points->largest > 0 && isfinite (value)
           ? STREEK_LARGEST_POINT_PT * sqrt (fabs (value) / points->largest)
           : 0;
}
