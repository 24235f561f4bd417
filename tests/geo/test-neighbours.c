/* test-neighbours.c: who touches whom, over lines and over corners, after units are grouped */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-neighbours.h"
#include "streek-letters.h"

#include <string.h>

/* "A: B C; B: A": groups are letters again. */
static char *
describe (const char *const *rows, guint n_rows, const gint32 *group_of, guint n_groups)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (rows, n_rows);
  g_autofree gint32 *own = g_new (gint32, 64);

  for (gint32 unit = 0; unit < 64; unit++)
    own[unit] = unit;

  g_autoptr (StreekNeighbours) neighbours =
    streek_neighbours_new (mesh, group_of != NULL ? group_of : own,
                           group_of != NULL ? n_groups : streek_mesh_get_n_units (mesh));
  GString *text = g_string_new (NULL);

  for (guint g = 0; g < neighbours->n; g++)
    {
      g_string_append_printf (text, "%s%c:", g > 0 ? " " : "", 'A' + g);

      for (guint32 l = neighbours->starts[g]; l < neighbours->starts[g + 1]; l++)
        g_string_append_c (text, (char) ('A' + neighbours->links[l]));
    }

  return g_string_free (text, FALSE);
}

static void
assert_neighbours (const char *const *rows, guint n_rows, const char *expected)
{
  g_autofree char *text = describe (rows, n_rows, NULL, 0);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines_and_corners (void)
{
  const char *const corners[] = { "AB", "CD" };
  const char *const three[] = { "AAB", "ACC" };
  const char *const diagonal[] = { "A.", ".B" };

  assert_neighbours (corners, 2, "A:BCD B:ACD C:ABD D:ABC");
  assert_neighbours (three, 2, "A:BC B:AC C:AB");
  assert_neighbours (diagonal, 2, "A:B B:A");
}

/* A lies around B, C lies by itself; in the ring B and D share only a corner. */
static void
test_enclave_and_island (void)
{
  const char *const rows[] = {
    "AAAA..C",
    "ABAA...",
    "AAAA..D",
  };
  const char *const ring[] = {
    "AAAA",
    "AB.A",
    "A.DA",
    "AAAA",
  };

  assert_neighbours (rows, 3, "A:B B:A C: D:");
  assert_neighbours (ring, 4, "A:BC B:AC C:AB");
}

/* Five by five: corners touch 3, sides 5, the inside 8. */
static void
test_board (void)
{
  const char *const rows[] = { "ABCDE", "FGHIJ", "KLMNO", "PQRST", "UVWXY" };
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (rows, 5);
  gint32 own[25];

  for (gint32 unit = 0; unit < 25; unit++)
    own[unit] = unit;

  g_autoptr (StreekNeighbours) neighbours = streek_neighbours_new (mesh, own, 25);

  for (guint i = 0; i < 25; i++)
    {
      gboolean is_end_x = i % 5 == 0 || i % 5 == 4, is_end_y = i / 5 == 0 || i / 5 == 4;
      guint n = is_end_x && is_end_y ? 3 : is_end_x || is_end_y ? 5 : 8;

      g_assert_cmpuint (neighbours->starts[i + 1] - neighbours->starts[i], ==, n);
    }
}

/* A and B are one group, E is in none: then C and the group still touch over a corner, and F does
 * not touch D through E. */
static void
test_groups (void)
{
  const char *const rows[] = { "ABG", "ECG", "FHD" };
  const gint32 group_of[] = { 0, 0, 1, 2, -1, 3, -1, -1 };
  g_autofree char *text = describe (rows, 3, group_of, 4);

  g_assert_cmpstr (text, ==, "A:B B:ACD C:B D:B");
}

static void
test_no_group_at_all (void)
{
  const char *const rows[] = { "AB" };
  const gint32 group_of[] = { -1, -1 };
  g_autofree char *text = describe (rows, 1, group_of, 2);

  g_assert_cmpstr (text, ==, "A: B:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/neighbours/lines-and-corners", test_lines_and_corners);
  g_test_add_func ("/geo/neighbours/enclave-and-island", test_enclave_and_island);
  g_test_add_func ("/geo/neighbours/board", test_board);
  g_test_add_func ("/geo/neighbours/groups", test_groups);
  g_test_add_func ("/geo/neighbours/no-group-at-all", test_no_group_at_all);

  return g_test_run ();
}
