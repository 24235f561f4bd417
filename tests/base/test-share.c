/* test-share.c: work in parts, each done once, also where others help */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-share.h"

#define N_PARTS 500
#define N_RUNS 20

static void
count_part (guint part, gpointer data)
{
  gint *counts = data;

  g_atomic_int_inc (&counts[part]);
}

static void
assert_each_once (StreekShare *share)
{
  gint counts[N_PARTS] = { 0 };

  streek_share_run (share, N_PARTS, count_part, counts);
  for (guint i = 0; i < N_PARTS; i++)
    g_assert_cmpint (counts[i], ==, 1);
}

static void
test_alone (void)
{
  StreekShare *share = streek_share_new ();

  assert_each_once (NULL);
  assert_each_once (share);
  streek_share_free (share);
}

static gpointer
run_helper (gpointer data)
{
  streek_share_help (data);

  return NULL;
}

static void
test_with_helpers (void)
{
  StreekShare *share = streek_share_new ();
  GThread *first = g_thread_new ("first", run_helper, share);
  GThread *second = g_thread_new ("second", run_helper, share);

  for (guint i = 0; i < N_RUNS; i++)
    assert_each_once (share);
  streek_share_end (share);
  g_thread_join (first);
  g_thread_join (second);
  streek_share_free (share);
}

/* Who comes after the last run is sent away at once. */
static void
test_helper_comes_too_late (void)
{
  StreekShare *share = streek_share_new ();

  assert_each_once (share);
  streek_share_end (share);
  streek_share_help (share);
  streek_share_free (share);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/share/alone", test_alone);
  g_test_add_func ("/base/share/with-helpers", test_with_helpers);
  g_test_add_func ("/base/share/helper-comes-too-late", test_helper_comes_too_late);

  return g_test_run ();
}
