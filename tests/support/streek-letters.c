/* streek-letters.c: a small map drawn in letters, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-letters.h"

#include "geo/streek-visvalingam.h"

#include <string.h>

typedef enum
{
  EAST,
  NORTH,
  WEST,
  SOUTH,
  N_DIRECTIONS,
} Direction;

static const int step_x[] = { 1, 0, -1, 0 };
static const int step_y[] = { 0, 1, 0, -1 };

typedef struct
{
  const char *const *rows;
  int n_rows;
  int n_columns;
  gint32 unit_of[256];
  guint n_units;

  guint8 *walked; /* per corner: the directions that were walked from it */
  GArray *left;
  GArray *right;
  GArray *starts;
  GArray *vertices;
} Map;

static gboolean
is_outside (char letter)
{
  return letter == '.' || letter == ' ' || letter == '\0';
}

static gint32
get_unit (const Map *map, int column, int row)
{
  if (column < 0 || row < 0 || column >= map->n_columns || row >= map->n_rows)
    return STREEK_MESH_NO_UNIT;

  const char *line = map->rows[map->n_rows - 1 - row];

  return (gsize) column < strlen (line) ? map->unit_of[(guint8) line[column]] : STREEK_MESH_NO_UNIT;
}

static gint32
get_left (const Map *map, int x, int y, Direction direction)
{
  return get_unit (map, direction == NORTH || direction == WEST ? x - 1 : x,
                   direction == WEST || direction == SOUTH ? y - 1 : y);
}

static gint32
get_right (const Map *map, int x, int y, Direction direction)
{
  return get_left (map, x + step_x[direction], y + step_y[direction], (direction + 2) % 4);
}

static gboolean
is_border (const Map *map, int x, int y, Direction direction)
{
  return get_left (map, x, y, direction) != get_right (map, x, y, direction);
}

static gboolean
is_node (const Map *map, int x, int y)
{
  guint n = 0;

  for (Direction direction = EAST; direction < N_DIRECTIONS; direction++)
    n += is_border (map, x, y, direction);

  return n > 2;
}

static guint8 *
get_walked (const Map *map, int x, int y)
{
  return &map->walked[y * (map->n_columns + 1) + x];
}

static void
add_vertex (Map *map, int x, int y)
{
  StreekVertex vertex = { x * STREEK_LETTERS_CELL_M, y * STREEK_LETTERS_CELL_M };

  g_array_append_val (map->vertices, vertex);
}

/* From one corner of the drawing to the next node, or back where it began. */
static void
walk_arc (Map *map, int x, int y, Direction direction)
{
  int start_x = x;
  int start_y = y;
  gint32 left = get_left (map, x, y, direction);
  gint32 right = get_right (map, x, y, direction);
  guint32 start = map->vertices->len;

  g_array_append_val (map->left, left);
  g_array_append_val (map->right, right);
  g_array_append_val (map->starts, start);
  add_vertex (map, x, y);

  for (;;)
    {
      *get_walked (map, x, y) |= 1 << direction;
      x += step_x[direction];
      y += step_y[direction];
      *get_walked (map, x, y) |= 1 << (direction + 2) % 4;

      if ((x == start_x && y == start_y) || is_node (map, x, y))
        break;

      Direction next = direction;

      while (!is_border (map, x, y, next) || next == (direction + 2) % 4)
        next = (next + 1) % 4;

      if (next != direction)
        add_vertex (map, x, y);

      direction = next;
    }

  add_vertex (map, x, y);
}

static void
walk_arcs (Map *map, gboolean from_nodes)
{
  for (int y = 0; y <= map->n_rows; y++)
    for (int x = 0; x <= map->n_columns; x++)
      for (Direction direction = EAST; direction < N_DIRECTIONS; direction++)
        if (is_node (map, x, y) == from_nodes && is_border (map, x, y, direction) &&
            !(*get_walked (map, x, y) & 1 << direction))
          walk_arc (map, x, y, direction);
}

static void
number_units (Map *map)
{
  gboolean used[256] = { FALSE };

  for (int row = 0; row < map->n_rows; row++)
    for (const char *letter = map->rows[row]; *letter != '\0'; letter++)
      {
        used[(guint8) *letter] = !is_outside (*letter);
        map->n_columns = MAX (map->n_columns, (int) (letter - map->rows[row]) + 1);
      }

  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    map->unit_of[i] = used[i] ? (gint32) map->n_units++ : STREEK_MESH_NO_UNIT;
}

static StreekMesh *
make_mesh (Map *map)
{
  const double tolerances_m[] = { 0, STREEK_LETTERS_CELL_M };
  guint32 n_vertices = map->vertices->len;

  g_array_append_val (map->starts, n_vertices);

  const StreekVertex *vertices = (const StreekVertex *) (void *) map->vertices->data;
  const guint32 *starts = (const guint32 *) (void *) map->starts->data;
  g_autofree guint8 *levels = streek_visvalingam_rank (
    vertices, starts, map->left->len, tolerances_m, G_N_ELEMENTS (tolerances_m), NULL);
  StreekMeshParts parts = { map->n_units,
                            map->left->len,
                            G_N_ELEMENTS (tolerances_m),
                            tolerances_m,
                            (const gint32 *) (void *) map->left->data,
                            (const gint32 *) (void *) map->right->data,
                            starts,
                            vertices,
                            levels };
  g_autoptr (GError) error = NULL;
  StreekMesh *mesh = streek_mesh_new_from_parts (&parts, &error);

  g_assert_no_error (error);

  return mesh;
}

StreekMesh *
streek_letters_new_mesh (const char *const *rows, guint n_rows)
{
  Map map = { .rows = rows, .n_rows = (int) n_rows };

  number_units (&map);
  map.walked = g_new0 (guint8, (map.n_columns + 1) * (map.n_rows + 1));
  map.left = g_array_new (FALSE, FALSE, sizeof (gint32));
  map.right = g_array_new (FALSE, FALSE, sizeof (gint32));
  map.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  map.vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  walk_arcs (&map, TRUE);
  walk_arcs (&map, FALSE);

  StreekMesh *mesh = make_mesh (&map);

  g_free (map.walked);
  g_array_unref (map.left);
  g_array_unref (map.right);
  g_array_unref (map.starts);
  g_array_unref (map.vertices);

  return mesh;
}

guint
streek_letters_count_units (const char *const *rows, guint n_rows)
{
  Map map = { .rows = rows, .n_rows = (int) n_rows };

  number_units (&map);

  return map.n_units;
}
