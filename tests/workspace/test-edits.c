/* test-edits.c: figures, thresholds and memberships corrected by staff, and undone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-edits.h"

#include "base/streek-paths.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-figures.h"
#include "workspace-fixture.h"

#include <math.h>

static const StreekValueRef diksmuide = {
  .indicator = "pop_total",
  .area = "gemeente:32003",
  .period = { .kind = STREEK_PERIOD_YEAR, .year = 2024 },
  .indicator_name = "Inwoners",
  .area_name = "Diksmuide",
};

static StreekValueRef
at_2024 (const char *area)
{
  StreekValueRef ref = diksmuide;

  ref.area = area;
  ref.on = streek_date_from_ymd (2024, 1, 1);

  return ref;
}

static double
read_population (WorkspaceFixture *fixture, const char *area)
{
  g_autoptr (GError) error = NULL;
  StreekValuesQuery query = {
    .indicator = "pop_total",
    .area = area,
    .on = streek_date_from_ymd (2024, 1, 1),
    .periods = { diksmuide.period, diksmuide.period },
    .min_coverage_pct = NAN,
  };
  g_autoptr (StreekTable) table =
    streek_workspace_read_values (fixture->workspace, &query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 1);

  return streek_table_get_number (table, 0, (guint) streek_table_find_column (table, "value"));
}

static void
correct (WorkspaceFixture *fixture, const char *area, double value, const char *reason)
{
  StreekValueRef ref = at_2024 (area);
  StreekCorrection correction = { .value = value, .reason = reason, .made_at = 1 };

  streek_edits_correct_value_async (fixture->workspace, &ref, &correction,
                                    workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
}

/* Inhabitants of Diksmuide on 1 January 2024: Statbel. */
static void
test_value_is_corrected_and_undone (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  g_autoptr (GError) error = NULL;
  double west = read_population (fixture, "provincie:30000");

  g_assert_cmpfloat (read_population (fixture, "gemeente:32003"), ==, 17228);
  correct (fixture, "gemeente:32003", 17300, "geteld op het gemeentehuis");
  g_assert_no_error (fixture->error);
  g_assert_cmpfloat (read_population (fixture, "gemeente:32003"), ==, 17300);

  g_autofree char *name = streek_store_dup_undo_message (store);

  g_assert_cmpstr (name, ==, "Correct Inwoners of Diksmuide in 2024");
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_cmpfloat (read_population (fixture, "gemeente:32003"), ==, 17228);
  g_assert_cmpfloat (read_population (fixture, "provincie:30000"), ==, west);
}

static void
test_value_of_the_source_is_restored (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekValueRef ref = at_2024 ("gemeente:32003");

  correct (fixture, "gemeente:32003", 1, "vergissing");
  g_assert_no_error (fixture->error);
  streek_edits_restore_value_async (fixture->workspace, &ref, workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_cmpfloat (read_population (fixture, "gemeente:32003"), ==, 17228);
}

/* A sum is corrected in its parts; without a reason nothing is. Neither leaves anything to undo. */
static void
test_what_cannot_be_corrected_is_refused (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);

  correct (fixture, "RESOC:RESOC_WESTHOEK", 1, "schatting");
  g_assert_error (fixture->error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  correct (fixture, "gemeente:32003", 1, "  ");
  g_assert_error (fixture->error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  correct (fixture, "gemeente:99999", 1, "onbekend");
  g_assert_error (fixture->error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA);
  g_assert_false (streek_store_can_undo (store));
}

static double
read_threshold (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekCatalogue) catalogue =
    streek_workspace_dup_catalogue (fixture->workspace, &error);

  g_assert_no_error (error);

  return streek_catalogue_find (catalogue, "pop_total", NULL)->threshold_pct;
}

static void
test_threshold_changes_at_once (WorkspaceFixture *fixture, gconstpointer data)
{
  double before = read_threshold (fixture);

  streek_edits_set_threshold_async (fixture->workspace, "pop_total", "Inwoners", 55,
                                    workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_cmpfloat (read_threshold (fixture), ==, 55);

  streek_edits_set_threshold_async (fixture->workspace, "pop_total", "Inwoners", NAN,
                                    workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpfloat (read_threshold (fixture), ==, before);
}

static void
on_details_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekIndicatorDetails **details = user_data;
  g_autoptr (GError) error = NULL;

  *details = streek_details_load_finish (STREEK_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static StreekIndicatorDetails *
load_details (WorkspaceFixture *fixture, const char *indicator)
{
  StreekIndicatorDetails *details = NULL;

  streek_details_load_async (fixture->workspace, indicator, NULL, on_details_cb, &details);

  while (details == NULL)
    g_main_context_iteration (NULL, TRUE);

  return details;
}

/* The difference with that area; 0 where there is none. */
static gint64
find_gap (WorkspaceFixture *fixture, const char *other, double *value)
{
  g_autoptr (StreekIndicatorDetails) details = load_details (fixture, "ladder_4_ibo");

  for (guint i = 0; i < details->gaps->len; i++)
    {
      const StreekAreaGap *gap = details->gaps->pdata[i];

      if (g_strcmp0 (gap->other_name, other) == 0)
        {
          *value = gap->value;
          return gap->id;
        }
    }

  return 0;
}

static void
test_difference_is_entered_and_undone (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  g_autoptr (GError) error = NULL;
  double value = 0;
  StreekAreaGap gap = { .indicator = (char *) "ladder_4_ibo",
                        .area = (char *) "arrondissement:34000",
                        .other_name = (char *) "regio aan zee",
                        .period = { .kind = STREEK_PERIOD_YEAR, .year = 2017 },
                        .value = -3,
                        .qualifier = STREEK_QUALIFIER_ABOUT,
                        .unit = (char *) "personen",
                        .source = (char *) "jaarverslag" };

  streek_edits_write_gap_async (fixture->workspace, &gap, "IBO", gap.other_name,
                                workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);

  gint64 id = find_gap (fixture, gap.other_name, &value);

  g_assert_cmpint (id, !=, 0);
  g_assert_cmpfloat (value, ==, -3);
  streek_edits_delete_gap_async (fixture->workspace, id, "IBO", gap.other_name,
                                 workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (find_gap (fixture, gap.other_name, &value), ==, 0);
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_cmpint (find_gap (fixture, gap.other_name, &value), ==, id);
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_cmpint (find_gap (fixture, gap.other_name, &value), ==, 0);
}

/* The building permits were taken on the day that data/reference/figures.txt says. */
static void
test_details_know_the_extraction (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekIndicatorDetails) permits = load_details (fixture, "dwellings_permitted_new");
  g_autoptr (StreekIndicatorDetails) inhabitants = load_details (fixture, "pop_total");

  g_assert_cmpint (permits->extracted_on, ==, streek_date_from_ymd (2025, 10, 21));
  g_assert_cmpint (inhabitants->extracted_on, ==, STREEK_DATE_NONE);
}

/* Not only its copies: the example itself can be opened as well. */
static void
test_example_has_nothing_to_undo (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "example.streek", NULL);
  g_autoptr (StreekStore) example =
    streek_store_open (path, STREEK_STORE_READ_ONLY, streek_schema_get_default (), NULL, &error);

  g_assert_no_error (error);
  g_assert_false (streek_store_can_undo (example));
  g_assert_false (streek_store_can_redo (example));
  g_assert_false (streek_store_can_undo (streek_workspace_get_store (fixture->workspace)));
  streek_store_close (example);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_example, func,                \
              workspace_fixture_tear_down)
  add ("/workspace/edits/value-is-corrected-and-undone", test_value_is_corrected_and_undone);
  add ("/workspace/edits/value-of-the-source-is-restored", test_value_of_the_source_is_restored);
  add ("/workspace/edits/what-cannot-be-corrected-is-refused",
       test_what_cannot_be_corrected_is_refused);
  add ("/workspace/edits/threshold-changes-at-once", test_threshold_changes_at_once);
  add ("/workspace/edits/difference-is-entered-and-undone", test_difference_is_entered_and_undone);
  add ("/workspace/edits/details-know-the-extraction", test_details_know_the_extraction);
  add ("/workspace/edits/example-has-nothing-to-undo", test_example_has_nothing_to_undo);

  return g_test_run ();
}
