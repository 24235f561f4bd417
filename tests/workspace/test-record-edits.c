/* test-record-edits.c: records written by commands, checked, undone, deleted with their parts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-record-edits.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-theme.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "record/streek-saved-list.h"
#include "workspace-fixture.h"

#include <math.h>

static StreekRecords *
dup_records (WorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekRecords *records = streek_workspace_dup_records (fixture->workspace, &error);

  g_assert_no_error (error);

  return records;
}

static void
write_changes (WorkspaceFixture *fixture, StreekRecordChanges *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
refuse_changes (WorkspaceFixture *fixture, StreekRecordChanges *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    streek_edits_write_records (fixture->workspace, changes, "Test", NULL, NULL, &error));
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);
}

static gint64
add_named (StreekRecordChanges *changes, const StreekRecordKind *kind, const char *title)
{
  gint64 id = streek_record_changes_add (changes, kind);

  streek_record_changes_set_text (changes, kind, id, kind->title, title);

  return id;
}

static guint
count (WorkspaceFixture *fixture, const StreekRecordKind *kind)
{
  g_autoptr (StreekRecords) records = dup_records (fixture);
  guint n;

  streek_records_list (records, kind, &n);

  return n;
}

/* Who deletes a fund is told of the programme, the project and the money that name it; these stay,
 * the money too, and name it again when that is undone. */
static void
test_fund_in_use (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_project_funding_kind;
  g_autoptr (StreekRecordChanges) made = streek_record_changes_new ();
  gint64 fund = add_named (made, &streek_fund_kind, "ESF");
  gint64 programme = add_named (made, &streek_programme_kind, "ESF 2014-2020");
  gint64 project = add_named (made, &streek_project_kind, "Project");
  gint64 money = streek_record_changes_add (made, kind);

  streek_record_changes_set_reference (made, &streek_programme_kind, programme,
                                       STREEK_PROGRAMME_FUND, fund);
  streek_record_changes_set_reference (made, &streek_project_kind, project, STREEK_PROJECT_FUND,
                                       fund);
  streek_record_changes_set_reference (made, kind, money, STREEK_PROJECT_FUNDING_PROJECT, project);
  streek_record_changes_set_reference (made, kind, money, STREEK_PROJECT_FUNDING_FUND, fund);
  streek_record_changes_set_number (made, kind, money, STREEK_PROJECT_FUNDING_AMOUNT, 12500);
  write_changes (fixture, made);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GArray) uses = streek_records_list_uses (records, &streek_fund_kind, &fund, 1);

  g_assert_cmpuint (uses->len, ==, 3);
  streek_record_changes_delete (changes, records, &streek_fund_kind, fund);
  write_changes (fixture, changes);

  g_autoptr (StreekRecords) after = dup_records (fixture);
  const StreekRecord *left = streek_records_find (after, kind, money);

  g_assert_null (streek_records_find (after, &streek_fund_kind, fund));
  g_assert_cmpfloat (streek_record_get_number (left, STREEK_PROJECT_FUNDING_AMOUNT), ==, 12500);
  g_assert_false (streek_record_has (left, STREEK_PROJECT_FUNDING_FUND));
  g_assert_false (streek_record_has (streek_records_find (after, &streek_project_kind, project),
                                     STREEK_PROJECT_FUND));
  g_assert_true (streek_store_undo (streek_workspace_get_store (fixture->workspace), NULL, NULL));

  g_autoptr (StreekRecords) undone = dup_records (fixture);

  g_assert_cmpint (
    streek_record_get_reference (streek_records_find (undone, &streek_programme_kind, programme),
                                 STREEK_PROGRAMME_FUND),
    ==, fund);
}

static gint64
add_list (StreekRecordChanges *changes, const char *kind, const char *name)
{
  gint64 id = add_named (changes, &streek_saved_list_kind, name);

  streek_record_changes_set_text (changes, &streek_saved_list_kind, id, STREEK_SAVED_LIST_KIND,
                                  kind);
  streek_record_changes_set_text (changes, &streek_saved_list_kind, id, STREEK_SAVED_LIST_SPEC,
                                  "{}");

  return id;
}

/* Two lists of one kind of record never get one name, by making or by renaming. */
static void
test_saved_lists_differ (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_saved_list_kind;
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) again = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) renamed = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) itself = streek_record_changes_new ();
  gint64 id;

  add_list (changes, "project", "Énkel ESF");
  add_list (changes, "organisation", "Enkel ESF");
  id = add_list (changes, "project", "Lopend");
  write_changes (fixture, changes);
  add_list (again, "project", "enkel esf");
  refuse_changes (fixture, again);
  streek_record_changes_set_text (renamed, kind, id, STREEK_SAVED_LIST_NAME, "enkel ESF");
  refuse_changes (fixture, renamed);
  streek_record_changes_set_text (itself, kind, id, STREEK_SAVED_LIST_NAME, "LOPEND");
  write_changes (fixture, itself);
}

/* What every type of field says when it is read again; what was emptied is empty. */
static void
test_reads_back (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_project_kind;
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 lead = add_named (changes, &streek_organisation_kind, "Stad Diest");
  gint64 id = add_named (changes, kind, "  Warm water  ");

  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_STATUS, "running");
  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_ACRONYM, "WW");
  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_ACRONYM, " ");
  streek_record_changes_set_number (changes, kind, id, STREEK_PROJECT_BUDGET, 0);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (2026, 3, 1));
  streek_record_changes_set_reference (changes, kind, id, STREEK_PROJECT_LEAD, lead);
  write_changes (fixture, changes);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  const StreekRecord *record = streek_records_find (records, kind, id);

  g_assert_nonnull (record);
  g_assert_cmpstr (streek_record_get_text (record, STREEK_PROJECT_NAME), ==, "Warm water");
  g_assert_true (streek_record_is (record, STREEK_PROJECT_STATUS, "running"));
  g_assert_null (streek_record_get_text (record, STREEK_PROJECT_ACRONYM));
  g_assert_true (streek_record_has (record, STREEK_PROJECT_BUDGET));
  g_assert_cmpfloat (streek_record_get_number (record, STREEK_PROJECT_BUDGET), ==, 0);
  g_assert_true (isnan (streek_record_get_number (record, STREEK_PROJECT_PERCENT)));
  g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_STARTS), ==,
                   streek_date_from_ymd (2026, 3, 1));
  g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_ENDS), ==, STREEK_DATE_NONE);

  g_autofree char *title =
    streek_record_dup_title (streek_record_follow (record, STREEK_PROJECT_LEAD, records), records);

  g_assert_cmpstr (title, ==, "Stad Diest");
}

static void
set_period (StreekRecordChanges *changes, gint64 id, guint field, const char *text)
{
  StreekPeriod period;

  g_assert_true (streek_period_parse (text, &period, NULL));
  streek_record_changes_set_period (changes, &streek_project_kind, id, field, period);
}

static void
test_refuses_what_cannot_be (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordChanges) nameless = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) word = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) bounds = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) backwards = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) half_known = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) nobody = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) kbo = streek_record_changes_new ();
  const StreekRecordKind *kind = &streek_project_kind;

  streek_record_changes_add (nameless, kind);
  refuse_changes (fixture, nameless);

  streek_record_changes_set_text (word, kind, add_named (word, kind, "A"), STREEK_PROJECT_STATUS,
                                  "perhaps");
  refuse_changes (fixture, word);

  streek_record_changes_set_number (bounds, kind, add_named (bounds, kind, "A"),
                                    STREEK_PROJECT_PERCENT, 100.5);
  refuse_changes (fixture, bounds);

  gint64 id = add_named (backwards, kind, "A");

  streek_record_changes_set_day (backwards, kind, id, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (2026, 3, 2));
  streek_record_changes_set_day (backwards, kind, id, STREEK_PROJECT_ENDS,
                                 streek_date_from_ymd (2026, 3, 1));
  refuse_changes (fixture, backwards);

  /* a year may begin before a month in it ends, but not after */
  id = add_named (half_known, kind, "Half known");
  set_period (half_known, id, STREEK_PROJECT_STARTS, "2006");
  set_period (half_known, id, STREEK_PROJECT_ENDS, "2005-12");
  refuse_changes (fixture, half_known);

  streek_record_changes_set_reference (nobody, kind, add_named (nobody, kind, "A"),
                                       STREEK_PROJECT_LEAD, 12345);
  refuse_changes (fixture, nobody);

  streek_record_changes_set_text (kbo, &streek_organisation_kind,
                                  add_named (kbo, &streek_organisation_kind, "A"),
                                  STREEK_ORGANISATION_KBO, "0869.753.370");
  refuse_changes (fixture, kbo);

  g_assert_cmpuint (count (fixture, kind), ==, 0);

  set_period (half_known, id, STREEK_PROJECT_ENDS, "2006-03");
  write_changes (fixture, half_known);
}

/* pact > goal > action; a theme hangs on the action */
typedef struct
{
  gint64 pact, goal, action, theme, project;
} Plan;

static Plan
write_plan (WorkspaceFixture *fixture)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  const StreekRecordKind *item = &streek_plan_item_kind;
  Plan plan = {
    .pact = add_named (changes, &streek_pact_kind, "Pact"),
    .goal = add_named (changes, item, "Goal"),
    .action = add_named (changes, item, "Action"),
    .theme = add_named (changes, &streek_theme_kind, "Care"),
    .project = add_named (changes, &streek_project_kind, "Project"),
  };
  gint64 link = streek_record_changes_add (changes, &streek_item_theme_kind);
  gint64 carried = streek_record_changes_add (changes, &streek_project_item_kind);

  streek_record_changes_set_reference (changes, item, plan.goal, STREEK_PLAN_ITEM_PACT, plan.pact);
  streek_record_changes_set_reference (changes, item, plan.action, STREEK_PLAN_ITEM_PACT,
                                       plan.pact);
  streek_record_changes_set_reference (changes, item, plan.action, STREEK_PLAN_ITEM_PARENT,
                                       plan.goal);
  streek_record_changes_set_reference (changes, &streek_item_theme_kind, link,
                                       STREEK_ITEM_THEME_ITEM, plan.action);
  streek_record_changes_set_reference (changes, &streek_item_theme_kind, link,
                                       STREEK_ITEM_THEME_THEME, plan.theme);
  streek_record_changes_set_reference (changes, &streek_project_item_kind, carried,
                                       STREEK_PROJECT_ITEM_PROJECT, plan.project);
  streek_record_changes_set_reference (changes, &streek_project_item_kind, carried,
                                       STREEK_PROJECT_ITEM_ITEM, plan.action);
  write_changes (fixture, changes);

  return plan;
}

/* A goal of another plan is nothing to stand under. */
static void
test_refuses_a_parent_elsewhere (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 other = add_named (changes, &streek_pact_kind, "Other");
  gint64 item = add_named (changes, kind, "Action");

  streek_record_changes_set_reference (changes, kind, item, STREEK_PLAN_ITEM_PACT, other);
  streek_record_changes_set_reference (changes, kind, item, STREEK_PLAN_ITEM_PARENT, plan.goal);
  refuse_changes (fixture, changes);
  streek_record_changes_set_reference (changes, kind, item, STREEK_PLAN_ITEM_PACT, plan.pact);
  write_changes (fixture, changes);
}

/* Whether it is an action is said by the ladder of its own plan. */
static void
test_refuses_a_level_elsewhere (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 other = add_named (changes, &streek_pact_kind, "Other");
  gint64 level = add_named (changes, &streek_pact_level_kind, "Line");

  streek_record_changes_set_reference (changes, &streek_pact_level_kind, level,
                                       STREEK_PACT_LEVEL_PACT, other);
  streek_record_changes_set_reference (changes, kind, plan.action, STREEK_PLAN_ITEM_LEVEL, level);
  refuse_changes (fixture, changes);
  streek_record_changes_set_reference (changes, &streek_pact_level_kind, level,
                                       STREEK_PACT_LEVEL_PACT, plan.pact);
  write_changes (fixture, changes);
}

/* The goal takes its action and all that hangs on both along; the project only its link. */
static void
test_deletes_with_parts_and_comes_back (WorkspaceFixture *fixture, gconstpointer data)
{
  Plan plan = write_plan (fixture);
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  g_autoptr (StreekRecords) before = dup_records (fixture);
  g_autoptr (GArray) uses =
    streek_records_list_uses (before, &streek_plan_item_kind, &plan.goal, 1);
  g_autoptr (GPtrArray) parts =
    streek_records_list_parts (before, &streek_plan_item_kind, &plan.goal, 1);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (parts->len, ==, 2); /* the action and its theme */
  g_assert_true (streek_record_get_kind (parts->pdata[0]) == &streek_plan_item_kind);
  g_assert_true (streek_record_get_kind (parts->pdata[1]) == &streek_item_theme_kind);
  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_true (streek_record_get_kind (g_array_index (uses, StreekRecordUse, 0).record) ==
                 &streek_project_item_kind);

  streek_record_changes_delete (changes, before, &streek_plan_item_kind, plan.goal);
  write_changes (fixture, changes);
  g_assert_cmpuint (count (fixture, &streek_plan_item_kind), ==, 0);
  g_assert_cmpuint (count (fixture, &streek_item_theme_kind), ==, 0);
  g_assert_cmpuint (count (fixture, &streek_project_item_kind), ==, 0);
  g_assert_cmpuint (count (fixture, &streek_project_kind), ==, 1);
  g_assert_cmpuint (count (fixture, &streek_theme_kind), ==, 1);

  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &streek_plan_item_kind), ==, 2);
  g_assert_cmpuint (count (fixture, &streek_project_item_kind), ==, 1);
}

/* A claim cannot be without its document, and goes along; the goal that says the same page stays.
 */
static void
test_says_what_goes_along (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *claims = &streek_claim_kind;
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecordChanges) made = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 document = add_named (made, &streek_document_kind, "Article");
  gint64 claim = add_named (made, claims, "Ten thousand jobs");

  streek_record_changes_set_reference (made, claims, claim, STREEK_CLAIM_PACT, plan.pact);
  streek_record_changes_set_reference (made, claims, claim, STREEK_CLAIM_DOCUMENT, document);
  streek_record_changes_set_reference (made, &streek_plan_item_kind, plan.goal,
                                       STREEK_PLAN_ITEM_DOCUMENT, document);
  write_changes (fixture, made);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  g_autoptr (GArray) uses = streek_records_list_uses (records, &streek_document_kind, &document, 1);

  g_assert_cmpuint (uses->len, ==, 2);
  for (guint i = 0; i < uses->len; i++)
    {
      const StreekRecordUse *use = &g_array_index (uses, StreekRecordUse, i);

      g_assert_cmpint (streek_record_use_goes_along (use), ==,
                       streek_record_get_id (use->record) == claim);
    }

  streek_record_changes_delete (changes, records, &streek_document_kind, document);
  write_changes (fixture, changes);
  g_assert_cmpuint (count (fixture, claims), ==, 0);
  g_assert_cmpuint (count (fixture, &streek_plan_item_kind), ==, 2);
}

/* An organisation that leads a project goes, and the project stays without a lead. */
static void
test_detaches (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordChanges) made = streek_record_changes_new ();
  gint64 lead = add_named (made, &streek_organisation_kind, "Stad Diest");
  gint64 project = add_named (made, &streek_project_kind, "Project");

  streek_record_changes_set_reference (made, &streek_project_kind, project, STREEK_PROJECT_LEAD,
                                       lead);
  write_changes (fixture, made);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  streek_record_changes_delete (changes, records, &streek_organisation_kind, lead);
  write_changes (fixture, changes);

  g_autoptr (StreekRecords) after = dup_records (fixture);
  const StreekRecord *left = streek_records_find (after, &streek_project_kind, project);

  g_assert_nonnull (left);
  g_assert_false (streek_record_has (left, STREEK_PROJECT_LEAD));
}

static void
test_refuses_circles (WorkspaceFixture *fixture, gconstpointer data)
{
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  streek_record_changes_set_reference (changes, &streek_plan_item_kind, plan.goal,
                                       STREEK_PLAN_ITEM_PARENT, plan.action);
  refuse_changes (fixture, changes);
}

static void
test_what_was_reported_stays (WorkspaceFixture *fixture, gconstpointer data)
{
  Plan plan = write_plan (fixture);
  const StreekRecordKind *kind = &streek_progress_kind;
  g_autoptr (StreekRecordChanges) report = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) second_thought = streek_record_changes_new ();
  gint64 id = add_named (report, kind, "Begun");

  streek_record_changes_set_reference (report, kind, id, STREEK_PROGRESS_ITEM, plan.action);
  streek_record_changes_set_day (report, kind, id, STREEK_PROGRESS_REPORTED_ON,
                                 streek_date_from_ymd (2026, 5, 4));
  write_changes (fixture, report);

  streek_record_changes_set_text (second_thought, kind, id, STREEK_PROGRESS_WHAT, "Not begun");
  refuse_changes (fixture, second_thought);
}

/* Kinds of which nothing changed are the very same records in the next state. */
static void
test_shares_what_did_not_change (WorkspaceFixture *fixture, gconstpointer data)
{
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecords) before = dup_records (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  streek_record_changes_set_text (changes, &streek_theme_kind, plan.theme, STREEK_THEME_NAME,
                                  "Water");
  write_changes (fixture, changes);

  g_autoptr (StreekRecords) after = dup_records (fixture);

  g_assert_true (streek_records_find (before, &streek_pact_kind, plan.pact) ==
                 streek_records_find (after, &streek_pact_kind, plan.pact));
  g_assert_cmpstr (
    streek_record_get_text (streek_records_find (before, &streek_theme_kind, plan.theme),
                            STREEK_THEME_NAME),
    ==, "Care");
  g_assert_cmpstr (
    streek_record_get_text (streek_records_find (after, &streek_theme_kind, plan.theme),
                            STREEK_THEME_NAME),
    ==, "Water");
}

/* Siblings come in the order of their ranks, whatever their ids. */
static void
test_lists_in_order (WorkspaceFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  const StreekRecordKind *kind = &streek_plan_item_kind;
  gint64 pact = add_named (changes, &streek_pact_kind, "Pact");
  gint64 ids[3];
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = add_named (changes, kind, "Item");
      streek_record_changes_set_reference (changes, kind, ids[i], STREEK_PLAN_ITEM_PACT, pact);
      streek_record_changes_set_number (changes, kind, ids[i], STREEK_PLAN_ITEM_RANK, 3.0 - i);
    }

  write_changes (fixture, changes);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  const StreekRecord *const *items =
    streek_records_list_by (records, kind, STREEK_PLAN_ITEM_PACT, pact, &n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (streek_record_get_id (items[i]), ==, ids[2 - i]);
}

static void
report_on (WorkspaceFixture *fixture, gint64 action, int month, const char *status, double percent)
{
  const StreekRecordKind *kind = &streek_progress_kind;
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = add_named (changes, kind, "Reported");

  streek_record_changes_set_reference (changes, kind, id, STREEK_PROGRESS_ITEM, action);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROGRESS_REPORTED_ON,
                                 streek_date_from_ymd (2026, month, 4));
  streek_record_changes_set_text (changes, kind, id, STREEK_PROGRESS_STATUS, status);
  streek_record_changes_set_number (changes, kind, id, STREEK_PROGRESS_PERCENT, percent);
  write_changes (fixture, changes);
}

static void
check_action (WorkspaceFixture *fixture, gint64 action, const char *status, double percent)
{
  g_autoptr (StreekRecords) records = dup_records (fixture);
  const StreekRecord *record = streek_records_find (records, &streek_plan_item_kind, action);

  g_assert_cmpstr (streek_record_get_text (record, STREEK_PLAN_ITEM_STATUS), ==, status);
  g_assert_cmpfloat (streek_record_get_number (record, STREEK_PLAN_ITEM_PERCENT), ==, percent);
}

/* The newest update is how the action stands: one of before changes nothing, one that leaves a
 * thing open neither, and undo takes both back at once. */
static void
test_update_moves_its_action (WorkspaceFixture *fixture, gconstpointer data)
{
  Plan plan = write_plan (fixture);
  g_autoptr (GError) error = NULL;

  report_on (fixture, plan.action, 5, "running", 25);
  check_action (fixture, plan.action, "running", 25);
  report_on (fixture, plan.action, 3, "not_started", 0);
  check_action (fixture, plan.action, "running", 25);
  report_on (fixture, plan.action, 6, NULL, 50);
  check_action (fixture, plan.action, "running", 50);
  report_on (fixture, plan.action, 6, "done", 100);
  check_action (fixture, plan.action, "done", 100);

  g_assert_cmpuint (count (fixture, &streek_progress_kind), ==, 4);
  g_assert_true (streek_store_undo (streek_workspace_get_store (fixture->workspace), NULL, &error));
  g_assert_no_error (error);
  check_action (fixture, plan.action, "running", 50);
  g_assert_cmpuint (count (fixture, &streek_progress_kind), ==, 3);
}

static void
test_update_moves_its_project (WorkspaceFixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_project_progress_kind;
  Plan plan = write_plan (fixture);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = add_named (changes, kind, "Begun");

  streek_record_changes_set_reference (changes, kind, id, STREEK_PROJECT_PROGRESS_PROJECT,
                                       plan.project);
  streek_record_changes_set_day (changes, kind, id, STREEK_PROJECT_PROGRESS_REPORTED_ON,
                                 streek_date_from_ymd (2026, 5, 4));
  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_PROGRESS_STATUS, "stopped");
  streek_record_changes_set_number (changes, &streek_project_kind, plan.project,
                                    STREEK_PROJECT_PERCENT, 60);
  streek_record_changes_set_number (changes, kind, id, STREEK_PROJECT_PROGRESS_PERCENT, 10);
  write_changes (fixture, changes);

  g_autoptr (StreekRecords) records = dup_records (fixture);
  const StreekRecord *project = streek_records_find (records, &streek_project_kind, plan.project);

  /* what is set by hand in the same command stays */
  g_assert_true (streek_record_is (project, STREEK_PROJECT_STATUS, "stopped"));
  g_assert_cmpfloat (streek_record_get_number (project, STREEK_PROJECT_PERCENT), ==, 60);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, WorkspaceFixture, NULL, workspace_fixture_set_up_new, func,                    \
              workspace_fixture_tear_down)

/* What is said is said of one thing: not of nothing, which could never be mended, nor of two. */
static void
test_refuses_what_is_about_nothing (WorkspaceFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const StreekRecordKind *kind;
    guint owner;
    gboolean is_of_projects;
  } cases[] = {
    { &streek_progress_kind, STREEK_PROGRESS_ITEM, FALSE },
    { &streek_adjustment_kind, STREEK_ADJUSTMENT_ITEM, FALSE },
    { &streek_claim_kind, STREEK_CLAIM_ITEM, FALSE },
    { &streek_project_progress_kind, STREEK_PROJECT_PROGRESS_PROJECT, TRUE },
    { &streek_project_adjustment_kind, STREEK_PROJECT_ADJUSTMENT_PROJECT, TRUE },
  };
  Plan plan = write_plan (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StreekRecordKind *kind = cases[i].kind;
      g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
      gint64 id = add_named (changes, kind, "Said");
      int day = streek_record_kind_find_field (kind, "reported_on");
      int document = streek_record_kind_find_field (kind, "document");

      g_test_message ("%s", kind->id);
      if (day >= 0)
        streek_record_changes_set_day (changes, kind, id, (guint) day,
                                       streek_date_from_ymd (2026, 5, 4));
      if (document >= 0)
        streek_record_changes_set_reference (changes, kind, id, (guint) document,
                                             add_named (changes, &streek_document_kind, "Report"));
      refuse_changes (fixture, changes);

      streek_record_changes_set_reference (changes, kind, id, cases[i].owner,
                                           cases[i].is_of_projects ? plan.project : plan.action);
      write_changes (fixture, changes);
    }

  g_autoptr (StreekRecordChanges) both = streek_record_changes_new ();
  gint64 id = add_named (both, &streek_adjustment_kind, "Of two");

  streek_record_changes_set_reference (both, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_PACT,
                                       plan.pact);
  streek_record_changes_set_reference (both, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_ITEM,
                                       plan.action);
  refuse_changes (fixture, both);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workspace/records/reads-back", test_reads_back);
  ADD ("/workspace/records/refuses-what-cannot-be", test_refuses_what_cannot_be);
  ADD ("/workspace/records/deletes-with-parts", test_deletes_with_parts_and_comes_back);
  ADD ("/workspace/records/says-what-goes-along", test_says_what_goes_along);
  ADD ("/workspace/records/detaches", test_detaches);
  ADD ("/workspace/records/refuses-a-parent-elsewhere", test_refuses_a_parent_elsewhere);
  ADD ("/workspace/records/refuses-a-level-elsewhere", test_refuses_a_level_elsewhere);
  ADD ("/workspace/records/fund-in-use", test_fund_in_use);
  ADD ("/workspace/records/refuses-circles", test_refuses_circles);
  ADD ("/workspace/records/refuses-what-is-about-nothing", test_refuses_what_is_about_nothing);
  ADD ("/workspace/records/what-was-reported-stays", test_what_was_reported_stays);
  ADD ("/workspace/records/update-moves-its-action", test_update_moves_its_action);
  ADD ("/workspace/records/update-moves-its-project", test_update_moves_its_project);
  ADD ("/workspace/records/saved-lists-differ", test_saved_lists_differ);
  ADD ("/workspace/records/shares-what-did-not-change", test_shares_what_did_not_change);
  ADD ("/workspace/records/lists-in-order", test_lists_in_order);

  return g_test_run ();
}
