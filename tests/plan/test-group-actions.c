/* test-group-actions.c: what plans do for a target group, and who fares worse without */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-group-actions.h"

#include "../indicator/figure-fixture.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-rules.h"
#include "plan/streek-target-group.h"
#include "plan/streek-year-programme.h"
#include "body/streek-body.h"
#include "record/streek-record-changes.h"
#include "rule/streek-rule.h"
#include "workspace/streek-kinds.h"

#include <string.h>

typedef struct
{
  FigureFixture *figures;
  StreekRecordChanges *changes;
  gint64 pact;
  gint64 level;
  gint64 group;
} Fixture;

static void
set_text (Fixture *fixture, const StreekRecordKind *kind, gint64 id, guint field, const char *text)
{
  streek_record_changes_set_text (fixture->changes, kind, id, field, text);
}

static void
refer (Fixture *fixture, const StreekRecordKind *kind, gint64 id, guint field, gint64 other)
{
  streek_record_changes_set_reference (fixture->changes, kind, id, field, other);
}

static gint64
add_named (Fixture *fixture, const StreekRecordKind *kind, const char *name)
{
  gint64 id = streek_record_changes_add (fixture->changes, kind);

  set_text (fixture, kind, id, kind->title, name);

  return id;
}

static gint64
add_pact (Fixture *fixture, const char *title, const char *area, int year)
{
  gint64 pact = add_named (fixture, &streek_pact_kind, title);

  set_text (fixture, &streek_pact_kind, pact, STREEK_PACT_AREA, area);
  streek_record_changes_set_period (fixture->changes, &streek_pact_kind, pact, STREEK_PACT_STARTS,
                                    streek_period_from_year (year));

  return pact;
}

static gint64
add_item (Fixture *fixture, gint64 pact, gint64 parent, const char *title, gboolean is_action)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  gint64 id = add_named (fixture, kind, title);

  refer (fixture, kind, id, STREEK_PLAN_ITEM_PACT, pact);
  if (parent != 0)
    refer (fixture, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
  if (is_action)
    refer (fixture, kind, id, STREEK_PLAN_ITEM_LEVEL, fixture->level);

  return id;
}

static void
name_group (Fixture *fixture, gint64 item)
{
  const StreekRecordKind *kind = &streek_item_target_group_kind;
  gint64 id = streek_record_changes_add (fixture->changes, kind);

  refer (fixture, kind, id, STREEK_ITEM_TARGET_GROUP_ITEM, item);
  refer (fixture, kind, id, STREEK_ITEM_TARGET_GROUP_TARGET_GROUP, fixture->group);
}

static void
add_indicator (Fixture *fixture, const char *code)
{
  const StreekRecordKind *kind = &streek_target_group_indicator_kind;
  gint64 id = streek_record_changes_add (fixture->changes, kind);

  refer (fixture, kind, id, STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP, fixture->group);
  set_text (fixture, kind, id, STREEK_TARGET_GROUP_INDICATOR_INDICATOR, code);
}

static void
add_figures (FigureFixture *figures, const char *code, const char *direction)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE ref_indicator SET direction = '%s' WHERE code = '%s'", direction, code);

  figure_fixture_add_indicator (figures, code, "count", NULL);
  figure_fixture_execute (figures, sql);
  figure_fixture_add_vector (figures, code, "2015", "gemeente", "2018-01-01", "A B C", "20 20 20");
  figure_fixture_add_vector (figures, code, "2019", "gemeente", "2018-01-01", "A B C", "26 20 20");
}

/* A group whose jobless went from 60 to 66 in ABC, the area of a running plan. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  streek_workspace_register_kinds ();
  streek_plan_rules_register ();
  fixture->figures = figure_fixture_new_letters ("ABCDEF");
  add_figures (fixture->figures, "jobless", "lower_is_better");
  add_figures (fixture->figures, "jobs", "higher_is_better");
  add_figures (fixture->figures, "people", "neutral");
  figure_fixture_reload (fixture->figures);
  fixture->changes = streek_record_changes_new ();
  fixture->pact = add_pact (fixture, "Pact", "streek:ABC", 2020);
  fixture->level = add_named (fixture, &streek_pact_level_kind, "Actie");
  refer (fixture, &streek_pact_level_kind, fixture->level, STREEK_PACT_LEVEL_PACT, fixture->pact);
  streek_record_changes_set_flag (fixture->changes, &streek_pact_level_kind, fixture->level,
                                  STREEK_PACT_LEVEL_IS_ACTION, TRUE);
  fixture->group = add_named (fixture, &streek_target_group_kind, "Young people");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_changes_free (fixture->changes);
  figure_fixture_free (fixture->figures);
}

static void
write_records (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_db_execute (fixture->figures->db, "BEGIN", &error));
  g_assert_true (streek_record_changes_write (fixture->changes, fixture->figures->db, &error));
  g_assert_no_error (error);
  g_assert_true (streek_db_execute (fixture->figures->db, "COMMIT", &error));
}

/* (transfer full) (nullable): what the rule says on 22 November 2026 */
static char *
find (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *message = NULL;

  write_records (fixture);

  g_autoptr (GPtrArray) findings = streek_rules_run (
    fixture->figures->db, streek_date_from_ymd (2026, 11, 22), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->id, "plan/group-worse"))
        continue;

      g_assert_null (message);
      g_assert_true (g_str_has_prefix (finding->place, "target_group:"));
      g_assert_cmpuint (streek_table_get_n_rows (finding->figures), >, 0);
      message = g_strdup (finding->message);
    }

  return message;
}

static void
test_finds_a_worsening (Fixture *fixture, gconstpointer data)
{
  add_indicator (fixture, "jobless");
  add_indicator (fixture, "jobs");
  add_indicator (fixture, "people");

  g_autofree char *message = find (fixture);

  g_assert_cmpstr (
    message, ==,
    "No action is for “Young people”, while it fares worse. jobless, ABC: from 60.0 n "
    "(2015) to 66.0 n (2019), +10.0 %: less favourable.");
}

static void
test_counts_the_others (Fixture *fixture, gconstpointer data)
{
  figure_fixture_execute (fixture->figures,
                          "UPDATE ref_indicator SET direction = 'lower_is_better'");
  add_indicator (fixture, "jobless");
  add_indicator (fixture, "jobs");

  g_autofree char *message = find (fixture);

  g_assert_true (g_str_has_suffix (message, "1 other figure of it is worse too."));
}

static void
test_is_content_with_an_action (Fixture *fixture, gconstpointer data)
{
  gint64 goal = add_item (fixture, fixture->pact, 0, "Goal", FALSE);

  add_indicator (fixture, "jobless");
  name_group (fixture, goal);
  add_item (fixture, fixture->pact, goal, "Action", TRUE);
  g_assert_null (find (fixture));
}

static void
test_asks_for_an_open_action (Fixture *fixture, gconstpointer data)
{
  gint64 goal = add_item (fixture, fixture->pact, 0, "Goal", FALSE);
  gint64 action = add_item (fixture, fixture->pact, goal, "Action", TRUE);

  add_indicator (fixture, "jobless");
  name_group (fixture, action);
  set_text (fixture, &streek_plan_item_kind, action, STREEK_PLAN_ITEM_STATUS, "done");

  g_autofree char *message = find (fixture);

  g_assert_nonnull (message);
}

/* Where the series was broken in between, nothing went worse; nor where no running plan is. */
static void
test_does_not_compare_across_a_break (Fixture *fixture, gconstpointer data)
{
  add_indicator (fixture, "jobless");
  figure_fixture_execute (fixture->figures,
                          "INSERT INTO ref_indicator_break (code, period, reason) "
                          "VALUES ('jobless', '2017', 'x')");
  g_assert_null (find (fixture));
}

static void
test_looks_where_plans_run (Fixture *fixture, gconstpointer data)
{
  add_indicator (fixture, "jobless");
  set_text (fixture, &streek_pact_kind, fixture->pact, STREEK_PACT_STATUS, "closed");
  add_pact (fixture, "Elsewhere", "streek:DEF", 2021);
  g_assert_null (find (fixture));
}

/* A year */

static gint64
add_year_action (Fixture *fixture, int year, const char *title, gint64 item)
{
  gint64 body = add_named (fixture, &streek_body_kind, "Body");
  gint64 programme = add_named (fixture, &streek_year_programme_kind, "Year");
  gint64 action = add_named (fixture, &streek_year_action_kind, title);
  gint64 link = streek_record_changes_add (fixture->changes, &streek_year_action_item_kind);

  refer (fixture, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_changes_set_integer (fixture->changes, &streek_year_programme_kind, programme,
                                     STREEK_YEAR_PROGRAMME_YEAR, year);
  refer (fixture, &streek_year_action_kind, action, STREEK_YEAR_ACTION_PROGRAMME, programme);
  refer (fixture, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, action);
  refer (fixture, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM, item);

  return action;
}

static void
test_takes_actions_of_this_year (Fixture *fixture, gconstpointer data)
{
  gint64 goal = add_item (fixture, fixture->pact, 0, "Goal", FALSE);

  add_indicator (fixture, "jobless");
  name_group (fixture, goal);
  add_year_action (fixture, 2026, "This year", goal);
  g_assert_null (find (fixture));
}

static void
test_forgets_actions_of_last_year (Fixture *fixture, gconstpointer data)
{
  gint64 goal = add_item (fixture, fixture->pact, 0, "Goal", FALSE);

  add_indicator (fixture, "jobless");
  name_group (fixture, goal);
  add_year_action (fixture, 2025, "Last year", goal);

  g_autofree char *message = find (fixture);

  g_assert_nonnull (message);
}

/* "Second, First" */
static char *
join_titles (const GPtrArray *records, guint title)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            streek_record_get_text (records->pdata[i], title));

  return g_string_free (text, FALSE);
}

/* Younger plans first, each in its own order, what stands under a goal behind it, each once. */
static void
test_lists_in_order (Fixture *fixture, gconstpointer data)
{
  gint64 goal = add_item (fixture, fixture->pact, 0, "Goal", FALSE);
  gint64 action = add_item (fixture, fixture->pact, goal, "Action", TRUE);
  gint64 younger = add_pact (fixture, "Younger", "streek:ABC", 2024);
  gint64 other = add_item (fixture, younger, 0, "Other", FALSE);

  add_item (fixture, fixture->pact, 0, "Of nobody", TRUE);
  name_group (fixture, goal);
  name_group (fixture, action);
  name_group (fixture, other);
  add_year_action (fixture, 2025, "Older", action);
  add_year_action (fixture, 2026, "Newer", goal);
  write_records (fixture);

  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records =
    streek_records_load (fixture->figures->db, NULL, 0, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (GPtrArray) items = streek_target_group_list_items (records, fixture->group);
  g_autoptr (GPtrArray) years = streek_target_group_list_year_actions (records, fixture->group);
  g_autoptr (GPtrArray) areas = streek_plans_list_areas (records);
  g_autofree char *titles = join_titles (items, STREEK_PLAN_ITEM_TITLE);
  g_autofree char *actions = join_titles (years, STREEK_YEAR_ACTION_TITLE);

  g_assert_cmpstr (titles, ==, "Other, Goal, Action");
  g_assert_cmpstr (actions, ==, "Newer, Older");
  g_assert_cmpuint (areas->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add ("/plan/group-actions/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("finds-a-worsening", test_finds_a_worsening);
  ADD ("counts-the-others", test_counts_the_others);
  ADD ("is-content-with-an-action", test_is_content_with_an_action);
  ADD ("asks-for-an-open-action", test_asks_for_an_open_action);
  ADD ("does-not-compare-across-a-break", test_does_not_compare_across_a_break);
  ADD ("looks-where-plans-run", test_looks_where_plans_run);
  ADD ("takes-actions-of-this-year", test_takes_actions_of_this_year);
  ADD ("forgets-actions-of-last-year", test_forgets_actions_of_last_year);
  ADD ("lists-in-order", test_lists_in_order);

  return g_test_run ();
}
