/* test-neighbours.c: walking over the map by keys, on the municipalities of 2018 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/streek-row-neighbours.h"
#include "streek-selection.h"
#include "workspace/streek-figures.h"

typedef struct
{
  StreekWorkspace *workspace;
  StreekAreas *areas;
  GPtrArray *list; /* (element-type StreekArea) */
  StreekRowNeighbours *neighbours;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_DATADIR"), "template.streek", NULL);

  fixture->workspace = streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  fixture->areas = streek_workspace_dup_areas (fixture->workspace, &error);
  g_assert_no_error (error);
  fixture->list =
    streek_areas_list (fixture->areas, "gemeente", streek_date_from_ymd (2018, 1, 1), NULL, &error);
  g_assert_no_error (error);

  const StreekArea *first = fixture->list->pdata[0];
  StreekMesh *mesh = streek_areas_get_mesh (fixture->areas, first->set->mesh);
  g_autofree gint32 *row_of = g_new (gint32, streek_mesh_get_n_units (mesh));

  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    row_of[unit] = -1;
  for (guint row = 0; row < fixture->list->len; row++)
    {
      const StreekArea *area = fixture->list->pdata[row];

      for (guint i = 0; i < area->units.n; i++)
        row_of[area->units.ids[i]] = (gint32) row;
    }
  fixture->neighbours = streek_row_neighbours_new (mesh, row_of, fixture->list->len);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_row_neighbours_free (fixture->neighbours);
  g_ptr_array_unref (fixture->list);
  streek_areas_unref (fixture->areas);
  streek_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
}

static const char *
get_name (Fixture *fixture, int row)
{
  return row >= 0 ? ((const StreekArea *) fixture->list->pdata[row])->name : "nothing";
}

static int
find_row (Fixture *fixture, const char *name)
{
  for (guint row = 0; row < fixture->list->len; row++)
    if (strcmp (get_name (fixture, row), name) == 0)
      return (int) row;

  g_assert_not_reached ();
}

/* The neighbours of Kortrijk as the README of the geographic data lists them. */
static void
test_who_touches (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { "Harelbeke", "Kuurne",    "Ledegem",        "Lendelede",
                                        "Menen",     "Moeskroen", "Spiere-Helkijn", "Wevelgem",
                                        "Zwevegem",  NULL };
  int kortrijk = find_row (fixture, "Kortrijk");
  guint n = 0;

  for (guint row = 0; row < fixture->list->len; row++)
    if (streek_row_neighbours_touch (fixture->neighbours, kortrijk, row))
      {
        g_assert_true (g_strv_contains (wanted, get_name (fixture, row)));
        n++;
      }
  g_assert_cmpuint (n, ==, g_strv_length ((char **) wanted));
}

static void
assert_way (Fixture *fixture, const char *from, StreekWay way, const char *to)
{
  int row = streek_row_neighbours_find (fixture->neighbours, find_row (fixture, from), way);

  g_assert_cmpstr (get_name (fixture, row), ==, to);
}

/* As they lie on a road map. Nothing lies north of Knokke-Heist, on the coast and the border. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  assert_way (fixture, "Kortrijk", STREEK_WAY_EAST, "Zwevegem");
  assert_way (fixture, "Koksijde", STREEK_WAY_WEST, "De Panne");
  assert_way (fixture, "Oostende", STREEK_WAY_EAST, "Bredene");
  assert_way (fixture, "De Panne", STREEK_WAY_WEST, "nothing");
}

/* Every area can be reached from every other one, or the keyboard would leave some out. */
static void
test_all_can_be_reached (Fixture *fixture, gconstpointer data)
{
  g_autofree gboolean *seen = g_new0 (gboolean, fixture->list->len);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int start = find_row (fixture, "Kortrijk");
  guint n_seen = 1;

  seen[start] = TRUE;
  g_array_append_val (queue, start);
  for (guint i = 0; i < queue->len; i++)
    for (StreekWay way = STREEK_WAY_NORTH; way <= STREEK_WAY_WEST; way++)
      {
        int next =
          streek_row_neighbours_find (fixture->neighbours, g_array_index (queue, int, i), way);

        if (next < 0 || seen[next])
          continue;
        seen[next] = TRUE;
        n_seen++;
        g_array_append_val (queue, next);
      }

  for (guint row = 0; row < fixture->list->len; row++)
    if (!seen[row])
      g_test_message ("cannot be reached: %s", get_name (fixture, row));
  g_assert_cmpuint (n_seen, ==, fixture->list->len);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_selection (void)
{
  static const char *const three[] = { "b", "a", "c", NULL };
  g_autoptr (StreekSelection) selection = streek_selection_new ();
  guint n_changes = 0;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (count_cb), &n_changes);
  streek_selection_set (selection, three);
  streek_selection_set (selection, three);
  g_assert_cmpuint (n_changes, ==, 1);

  streek_selection_toggle (selection, "b");
  g_autoptr (GPtrArray) codes = streek_selection_list (selection);

  g_assert_cmpuint (codes->len, ==, 2);
  g_assert_cmpstr (codes->pdata[0], ==, "a");
  g_assert_cmpstr (codes->pdata[1], ==, "c");
  streek_selection_select_only (selection, "x");
  g_assert_true (streek_selection_contains (selection, "x"));
  g_assert_false (streek_selection_contains (selection, "a"));
  streek_selection_clear (selection);
  g_assert_cmpuint (streek_selection_get_n_selected (selection), ==, 0);
  g_assert_cmpuint (n_changes, ==, 4);
}

#define ADD(name, func) g_test_add ("/app/neighbours/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("who-touches", test_who_touches);
  ADD ("ways", test_ways);
  ADD ("all-can-be-reached", test_all_can_be_reached);
  g_test_add_func ("/app/selection", test_selection);

  return g_test_run ();
}
