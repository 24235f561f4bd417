/* test-walk.c: every kind of edit of every recorded table can be undone and redone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store-walk.h"

/* Story U26: 200 mixed edits undone and redone are the same to the byte. */
static void
test_200_mixed_edits (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (26);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_walk_fill_reference (store, rand);
  store_walk_run (&store, 200, rand);
}

static void
test_rollback_journal (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_ROLLBACK);

  store_walk_run (&store, 30, rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/walk/200-mixed-edits", test_200_mixed_edits);
  STORE_FIXTURE_ADD ("/store/walk/rollback-journal", test_rollback_journal);

  return g_test_run ();
}
