/* test-checks.c: a check of the example in a worker, findings accepted, withdrawn and undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-checks.h"
#include "workspace-fixture.h"

typedef struct
{
  WorkspaceFixture base;
  double done; /* what was told last */
  StreekCheckList *list;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  workspace_fixture_set_up_example (&fixture->base, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->list, streek_check_list_unref);
  workspace_fixture_tear_down (&fixture->base, data);
}

static StreekCheckList *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekCheckList *list = streek_checks_run (fixture->base.workspace, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return list;
}

static const StreekCheckEntry *
find_entry (const StreekCheckList *list, const char *rule)
{
  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    if (g_str_equal (streek_check_list_get_entry (list, i)->rule->id, rule))
      return streek_check_list_get_entry (list, i);

  g_assert_not_reached ();
}

static guint
count_urgent_of (const StreekCheckList *list, const char *prefix)
{
  guint n = 0;

  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    {
      const StreekCheckEntry *entry = streek_check_list_get_entry (list, i);

      n += entry->finding->severity != STREEK_SEVERITY_NOTE &&
           g_str_has_prefix (entry->rule->id, prefix);
    }

  return n;
}

static void
on_command_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  streek_checks_command_finish (fixture->base.workspace, result, &fixture->base.error);
  g_main_loop_quit (fixture->base.loop);
}

/* README of the sources: of the permits of 2017, and of no other count and year, the municipalities
 * add up to 34 763 and the total of Flanders is 36 969. */
static void
test_example_has_one_deviating_total (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekCheckList) list = check (fixture);
  const StreekCheckEntry *entry = find_entry (list, "indicator/total-differs-from-sum");
  StreekTable *figures = entry->finding->figures;
  int published = streek_table_find_column (figures, "published");
  gboolean found = FALSE;

  g_assert_cmpstr (entry->finding->key, ==, "dwellings_permitted_new");

  for (guint row = 0; row < streek_table_get_n_rows (figures); row++)
    {
      g_assert_cmpint (streek_table_get_period (figures, row, 2).year, ==, 2017);

      if (!g_str_equal (streek_table_get_text (figures, row, 1), "gewest:02000"))
        continue;

      found = TRUE;
      g_assert_cmpfloat (streek_table_get_number (figures, row, (guint) published), ==, 36969);
      g_assert_cmpfloat (streek_table_get_number (figures, row, (guint) published + 1), ==, 34763);
    }

  g_assert_true (found);
}

/* Seed [001]: rung 4 of the ladder lists 1 940 and 468, which is 2 408, of 2 362. */
static void
test_example_has_the_ladder_of_the_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekCheckList) list = check (fixture);
  const StreekCheckEntry *entry = find_entry (list, "indicator/parts-exceed-total");
  StreekTable *figures = entry->finding->figures;

  g_assert_cmpuint (streek_table_get_n_rows (figures), ==, 1);
  g_assert_cmpfloat (
    streek_table_get_number (figures, 0, (guint) streek_table_find_column (figures, "total")), ==,
    2362);
  g_assert_cmpfloat (
    streek_table_get_number (figures, 0, (guint) streek_table_find_column (figures, "parts")), ==,
    2408);

  /* its neighbourhood work is of July 2019, for the province and the arrondissement */
  const StreekCheckEntry *mixed = find_entry (list, "indicator/mixed-dates");

  g_assert_cmpstr (mixed->finding->key, ==, "ladder_4/2017");
  g_assert_cmpuint (streek_table_get_n_rows (mixed->finding->figures), ==, 2);

  /* the worst stands first, and of the figures only these two and a deviating total are more than a
   * note; so much is not known of plans and projects that the documents name */
  g_assert_true (streek_check_list_get_entry (list, 0) == entry);
  g_assert_cmpuint (count_urgent_of (list, "indicator/"), ==, 3);
  g_assert_cmpuint (count_urgent_of (list, "plan/") + count_urgent_of (list, "project/"), ==,
                    streek_check_list_count_urgent (list) - 3);
}

static void
test_same_state_is_the_same_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekCheckList) first = check (fixture);
  g_autoptr (StreekCheckList) second = check (fixture);

  g_assert_true (first == second);
}

static void
test_acceptance_is_a_command (Fixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->base.workspace);
  g_autoptr (StreekCheckList) before = check (fixture);
  guint n_open = streek_check_list_count_open (before);

  streek_checks_accept_async (fixture->base.workspace, find_entry (before, "area/straddles"),
                              "History", on_command_done_cb, fixture);
  g_main_loop_run (fixture->base.loop);
  g_assert_no_error (fixture->base.error);

  g_autoptr (StreekCheckList) accepted = check (fixture);
  const StreekCheckEntry *entry = find_entry (accepted, "area/straddles");

  g_assert_cmpint (entry->state, ==, STREEK_CHECK_ACCEPTED);
  g_assert_cmpstr (entry->acceptance->reason, ==, "History");
  g_assert_cmpstr (entry->acceptance->accepted_by, !=, "");
  g_assert_cmpuint (streek_check_list_count_open (accepted), ==, n_open - 1);

  streek_checks_withdraw_async (fixture->base.workspace, entry, on_command_done_cb, fixture);
  g_main_loop_run (fixture->base.loop);
  g_assert_no_error (fixture->base.error);

  g_autoptr (StreekCheckList) withdrawn = check (fixture);

  g_assert_cmpint (find_entry (withdrawn, "area/straddles")->state, ==, STREEK_CHECK_OPEN);

  streek_store_undo (store, NULL, &fixture->base.error);
  g_assert_no_error (fixture->base.error);

  g_autoptr (StreekCheckList) undone = check (fixture);

  g_assert_cmpint (find_entry (undone, "area/straddles")->state, ==, STREEK_CHECK_ACCEPTED);
}

/* A finding cannot be accepted without a word. */
static void
test_acceptance_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekCheckList) list = check (fixture);

  streek_checks_accept_async (fixture->base.workspace, find_entry (list, "area/straddles"), "  ",
                              on_command_done_cb, fixture);
  g_main_loop_run (fixture->base.loop);
  g_assert_nonnull (fixture->base.error);

  g_autoptr (StreekCheckList) after = check (fixture);

  g_assert_cmpint (find_entry (after, "area/straddles")->state, ==, STREEK_CHECK_OPEN);
}

static void
on_progress_cb (double done, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->list);
  g_assert_cmpfloat (done, >, fixture->done);
  fixture->done = done;
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->list =
    streek_checks_run_finish (STREEK_WORKSPACE (source), result, &fixture->base.error);
  g_main_loop_quit (fixture->base.loop);
}

static void
test_worker_tells_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  streek_checks_run_async (fixture->base.workspace, on_progress_cb, fixture, NULL, on_checked_cb,
                           fixture);
  g_main_loop_run (fixture->base.loop);
  g_assert_no_error (fixture->base.error);
  g_assert_nonnull (fixture->list);
  g_assert_cmpfloat (fixture->done, >, 0.5);
}

static void
test_worker_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  streek_checks_run_async (fixture->base.workspace, NULL, NULL, cancellable, on_checked_cb,
                           fixture);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (fixture->base.loop);
  g_assert_error (fixture->base.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->list);
}

#define checks_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1767225600", TRUE); /* 2026-01-01 */
  g_test_init (&argc, &argv, NULL);
  checks_test ("/workspace/checks/example-has-one-deviating-total",
               test_example_has_one_deviating_total);
  checks_test ("/workspace/checks/example-has-the-ladder-of-the-document",
               test_example_has_the_ladder_of_the_document);
  checks_test ("/workspace/checks/same-state-is-the-same-list", test_same_state_is_the_same_list);
  checks_test ("/workspace/checks/acceptance-is-a-command", test_acceptance_is_a_command);
  checks_test ("/workspace/checks/acceptance-needs-a-reason", test_acceptance_needs_a_reason);
  checks_test ("/workspace/checks/worker-tells-how-far-it-is", test_worker_tells_how_far_it_is);
  checks_test ("/workspace/checks/worker-can-be-stopped", test_worker_can_be_stopped);

  return g_test_run ();
}
