/* bench-moran.c: neighbours, global and local Moran's I, beside a limit and a peer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-neighbours.h"
#include "stats/streek-moran.h"
#include "stats/streek-random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_PERMUTATIONS 999
#define N_ROUNDS 5

/* The limit is a C program that only does the heart of it (neighbours by a hash of all corners, two
 * threads), the peer spdep 1.2; both on polygons of as many areas, on another machine of two cores.
 * In milliseconds, NAN where the peer was not measured. */
typedef struct
{
  guint n_areas;
  double limit[3];
  double peer[3];
} Yardstick;

static const Yardstick yardsticks[] = {
  { 581, { 5.2, 2.2, 8 }, { 258, 307, 382 } },
  { 20000, { 156, 223, 334 }, { 4983, 6158, 11038 } },
};

static const char *const jobs[] = { "neighbours", "global", "local" };

typedef struct
{
  guint columns;
  guint rows;
  guint n_units;
  GArray *left;
  GArray *right;
  GArray *starts;
  GArray *vertices;
} Wall;

static gint32
get_brick (const Wall *wall, int column, int row)
{
  guint unit = (guint) (row * (int) wall->columns + column);

  if (column < 0 || row < 0 || column >= (int) wall->columns || row >= (int) wall->rows)
    return STREEK_MESH_NO_UNIT;

  return unit < wall->n_units ? (gint32) unit : STREEK_MESH_NO_UNIT;
}

/* The brick that covers half-column @half of @row: every other row begins half a brick later. */
static gint32
get_brick_at (const Wall *wall, int half, int row)
{
  int shifted = half - (row & 1);

  return shifted < 0 ? STREEK_MESH_NO_UNIT : get_brick (wall, shifted / 2, row);
}

static void
add_arc (
  Wall *wall, gint32 left, gint32 right, StreekVertex from, StreekVertex middle, StreekVertex to)
{
  if (left == right)
    return;

  g_array_append_val (wall->left, left);
  g_array_append_val (wall->right, right);
  g_array_append_val (wall->vertices, from);
  g_array_append_val (wall->vertices, middle);
  g_array_append_val (wall->vertices, to);
  g_array_append_val (wall->starts, wall->vertices->len);
}

/* A wall of bricks: like municipalities, three meet in a corner and most have six neighbours. */
static StreekMesh *
build_wall (guint n_units)
{
  guint32 zero = 0;
  Wall wall = {
    .columns = (guint) ceil (sqrt (n_units)),
    .n_units = n_units,
    .left = g_array_new (FALSE, FALSE, sizeof (gint32)),
    .right = g_array_new (FALSE, FALSE, sizeof (gint32)),
    .starts = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex)),
  };

  wall.rows = (n_units + wall.columns - 1) / wall.columns;
  g_array_append_val (wall.starts, zero);

  for (int row = 0; row <= (int) wall.rows; row++)
    for (int half = 0; half <= (int) (2 * wall.columns + 1); half++)
      {
        int x = half * 500, y = row * 1000;

        add_arc (&wall, get_brick_at (&wall, half, row), get_brick_at (&wall, half, row - 1),
                 (StreekVertex){ x, y }, (StreekVertex){ x + 250, y + 20 },
                 (StreekVertex){ x + 500, y });
        add_arc (&wall, get_brick_at (&wall, half - 1, row), get_brick_at (&wall, half, row),
                 (StreekVertex){ x, y }, (StreekVertex){ x + 20, y + 500 },
                 (StreekVertex){ x, y + 1000 });
      }

  const double tolerance = 0;
  g_autofree guint8 *levels = g_new0 (guint8, wall.vertices->len);
  StreekMeshParts parts = {
    .n_units = n_units,
    .n_arcs = wall.left->len,
    .n_levels = 1,
    .tolerances_m = &tolerance,
    .left = (const gint32 *) (const void *) wall.left->data,
    .right = (const gint32 *) (const void *) wall.right->data,
    .starts = (const guint32 *) (const void *) wall.starts->data,
    .vertices = (const StreekVertex *) (const void *) wall.vertices->data,
    .levels = levels,
  };
  g_autoptr (GError) error = NULL;
  StreekMesh *mesh = streek_mesh_new_from_parts (&parts, &error);

  if (mesh == NULL)
    g_error ("%s", error->message);

  g_array_unref (wall.left);
  g_array_unref (wall.right);
  g_array_unref (wall.starts);
  g_array_unref (wall.vertices);

  return mesh;
}

/* A trend over the wall and chance, half and half. */
static double *
make_values (guint n)
{
  double *values = g_new (double, n);
  guint columns = (guint) ceil (sqrt (n));
  StreekRandom random = streek_random_begin (581, 0);

  for (guint i = 0; i < n; i++)
    values[i] = sin (8.0 * (i % columns) / columns) + cos (8.0 * (i / columns) / columns) +
                4 * (streek_random_below (&random, 1000000) / 1e6 - 0.5);

  return values;
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_time (const Yardstick *yardstick, guint job, double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  printf ("%-10s n=%-6u %8.2f ms   limit %7.1f (%.2f x)   spdep %7.0f\n", jobs[job],
          yardstick->n_areas, times[N_ROUNDS / 2], yardstick->limit[job],
          times[N_ROUNDS / 2] / yardstick->limit[job], yardstick->peer[job]);
}

/* What another program needs to compute the same: spdep reads the .gal with read.gal (). */
static void
write_files (const char *folder, const StreekNeighbours *neighbours, const double *values)
{
  GString *gal = g_string_new (NULL), *list = g_string_new (NULL);
  g_autofree char *gal_path = g_strdup_printf ("%s/wall-%u.gal", folder, neighbours->n);
  g_autofree char *list_path = g_strdup_printf ("%s/wall-%u.txt", folder, neighbours->n);

  g_string_append_printf (gal, "%u\n", neighbours->n);

  for (guint i = 0; i < neighbours->n; i++)
    {
      g_string_append_printf (gal, "%u %u\n", i + 1,
                              neighbours->starts[i + 1] - neighbours->starts[i]);

      for (guint32 l = neighbours->starts[i]; l < neighbours->starts[i + 1]; l++)
        g_string_append_printf (gal, "%u ", neighbours->links[l] + 1);

      g_string_append_c (gal, '\n');
      g_string_append_printf (list, "%.17g\n", values[i]);
    }

  if (!g_file_set_contents (gal_path, gal->str, -1, NULL) ||
      !g_file_set_contents (list_path, list->str, -1, NULL))
    g_printerr ("%s: cannot be written\n", folder);

  g_string_free (gal, TRUE);
  g_string_free (list, TRUE);
}

static void
run (const Yardstick *yardstick, const char *folder)
{
  guint n = yardstick->n_areas;
  g_autoptr (StreekMesh) mesh = build_wall (n);
  g_autofree double *values = make_values (n);
  g_autofree gint32 *own = g_new (gint32, n);
  g_autofree StreekLocalMoran *locals = g_new (StreekLocalMoran, n);
  g_autoptr (StreekNeighbours) neighbours = NULL;
  double times[3][N_ROUNDS];
  StreekMoran moran = { 0 };
  guint n_significant = 0;

  for (guint i = 0; i < n; i++)
    own[i] = (gint32) i;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_pointer (&neighbours, streek_neighbours_free);
      neighbours = streek_neighbours_new (mesh, own, n);

      gint64 linked = g_get_monotonic_time ();
      StreekMoranQuery query = { values, n, neighbours->starts, neighbours->links, N_PERMUTATIONS,
                                 1,      2 };

      if (!streek_moran_compute (&query, &moran, NULL, NULL))
        g_error ("no global I");

      gint64 global = g_get_monotonic_time ();

      if (!streek_moran_compute_local (&query, 0.05, locals, NULL, NULL))
        g_error ("no local I");

      gint64 local = g_get_monotonic_time ();

      times[0][round] = (linked - start) / 1e3;
      times[1][round] = (global - linked) / 1e3;
      times[2][round] = (local - global) / 1e3;
    }

  for (guint i = 0; i < n; i++)
    n_significant += locals[i].p < 0.05;

  for (guint job = 0; job < 3; job++)
    print_time (yardstick, job, times[job]);

  printf ("links %u, I %.9f, expected %.9f, variance %.9g, p %.4f, significant at 0.05: %u\n",
          neighbours->starts[n], moran.i, moran.expected, moran.variance, moran.p, n_significant);

  if (folder != NULL)
    write_files (folder, neighbours, values);
}

/* bench-moran [FOLDER]: and leave neighbours and figures there, to lay beside another program */
int
main (int argc, char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (yardsticks); i++)
    run (&yardsticks[i], argc > 1 ? argv[1] : NULL);

  return 0;
}
