/* test-recording.c: every recorded table of a real workspace can be undone and redone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"
#include "../store/store-walk.h"

static void
test_schema_can_be_recorded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = streek_schema_list_faults (streek_schema_get_default (), &error);

  g_assert_no_error (error);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));

  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_walks_every_table (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GError) error = NULL;

  streek_store_create (fixture->path, streek_schema_get_default (), 0, NULL, &error);
  g_assert_no_error (error);

  g_autoptr (StreekStore) store = streek_store_open (fixture->path, STREEK_STORE_NONE,
                                                     streek_schema_get_default (), NULL, &error);

  g_assert_no_error (error);
  store_walk_fill_reference (store, rand);
  store_walk_run (&store, 100, rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/recording/schema-can-be-recorded", test_schema_can_be_recorded);
  STORE_FIXTURE_ADD ("/workspace/recording/walks-every-table", test_walks_every_table);

  return g_test_run ();
}
