/* test-kept-figures.c: targets follow the figures of the file, and figures are not read in vain */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-record-edits.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-pact.h"
#include "plan/streek-target-actual.h"
#include "workspace-fixture.h"
#include "workspace/streek-edits.h"

static gint64
add_target (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 pact = streek_record_changes_add (changes, &streek_pact_kind);
  gint64 item = streek_record_changes_add (changes, &streek_plan_item_kind);
  gint64 target = streek_record_changes_add (changes, &streek_target_kind);

  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_TITLE, "Pact");
  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_AREA,
                                  "gemeente:34022");
  streek_record_changes_set_text (changes, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_TITLE,
                                  "Growth");
  streek_record_changes_set_reference (changes, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT,
                                       pact);
  streek_record_changes_set_text (changes, &streek_target_kind, target, STREEK_TARGET_NAME,
                                  "Inhabitants");
  streek_record_changes_set_text (changes, &streek_target_kind, target, STREEK_TARGET_INDICATOR,
                                  "pop_total");
  streek_record_changes_set_reference (changes, &streek_target_kind, target, STREEK_TARGET_ITEM,
                                       item);
  streek_record_changes_set_period (changes, &streek_target_kind, target,
                                    STREEK_TARGET_TARGET_PERIOD, streek_period_from_year (2019));
  g_assert_true (
    streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error));
  g_assert_no_error (error);

  return target;
}

static StreekRecordView *
dup_view (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekRecordView *view = streek_workspace_dup_record_view (fixture->workspace, &error);

  g_assert_no_error (error);

  return view;
}

static StreekTargetActual
find_actual (StreekRecordView *view, gint64 target)
{
  return streek_target_find_actual (
    view, streek_records_find (streek_record_view_get_records (view), &streek_target_kind, target));
}

static void
correct (WorkspaceFixture *fixture, double value)
{
  const StreekValueRef ref = { "pop_total",
                               "gemeente:34022",
                               streek_date_from_ymd (2019, 1, 1),
                               streek_period_from_year (2019),
                               "Inwoners",
                               "Kortrijk" };
  StreekCorrection correction = { .value = value, .reason = (char *) "Recount" };

  streek_edits_correct_value_async (fixture->workspace, &ref, &correction,
                                    workspace_fixture_edited_cb, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_no_error (fixture->error);
}

/* Statbel: 76.735 inhabitants of Kortrijk on 1 January 2019. */
static void
test_follows_a_correction (WorkspaceFixture *fixture, gconstpointer data)
{
  gint64 target = add_target (fixture);
  g_autoptr (StreekRecordView) before = dup_view (fixture);

  g_assert_cmpfloat (find_actual (before, target).value, ==, 76735);

  correct (fixture, 76000);

  g_autoptr (StreekRecordView) after = dup_view (fixture);

  g_assert_cmpfloat (find_actual (after, target).value, ==, 76000);
  g_assert_cmpfloat (find_actual (before, target).value, ==, 76735);
}

/* Who changes a record gets the very figures that were read before. */
static void
test_reads_figures_once (WorkspaceFixture *fixture, gconstpointer data)
{
  gint64 target = add_target (fixture);
  g_autoptr (StreekRecordView) before = dup_view (fixture);
  gint64 other = add_target (fixture);
  g_autoptr (StreekRecordView) after = dup_view (fixture);

  g_assert_true (find_actual (before, target).figure == find_actual (after, target).figure);
  g_assert_true (find_actual (after, target).figure == find_actual (after, other).figure);

  correct (fixture, 76000);

  g_autoptr (StreekRecordView) corrected = dup_view (fixture);

  g_assert_true (find_actual (after, target).figure != find_actual (corrected, target).figure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_new, func,                    \
              workspace_fixture_tear_down)
  ADD ("/workspace/kept-figures/follows-a-correction", test_follows_a_correction);
  ADD ("/workspace/kept-figures/reads-figures-once", test_reads_figures_once);

  return g_test_run ();
}
