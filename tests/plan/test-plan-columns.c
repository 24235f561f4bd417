/* test-plan-columns.c: what lists say of goals and actions that nobody typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "streek-record-book.h"

typedef struct
{
  StreekRecordBook *book;
  gint64 pact, body, goal, action, other;
} World;

static gint64
add_item (World *world, const char *title, const char *code, gint64 parent)
{
  gint64 id = streek_record_book_add (world->book, &streek_plan_item_kind, title);

  streek_record_book_set (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_CODE, code);
  streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT,
                            world->pact);
  streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PARENT,
                            parent);

  return id;
}

static void
add_role (
  World *world, gint64 theme, gint64 item, const char *word, const char *modifier, const char *rank)
{
  gint64 id = streek_record_book_add (world->book, &streek_role_kind, NULL);

  streek_record_book_set (world->book, &streek_role_kind, id, STREEK_ROLE_ROLE, word);
  streek_record_book_set (world->book, &streek_role_kind, id, STREEK_ROLE_RANK, rank);
  if (modifier != NULL)
    streek_record_book_set (world->book, &streek_role_kind, id, STREEK_ROLE_MODIFIER, modifier);
  streek_record_book_refer (world->book, &streek_role_kind, id, STREEK_ROLE_BODY, world->body);
  streek_record_book_refer (world->book, &streek_role_kind, id, STREEK_ROLE_THEME, theme);
  streek_record_book_refer (world->book, &streek_role_kind, id, STREEK_ROLE_ITEM, item);
}

/* A plan of a body: a goal with two actions, the first about water. */
static void
set_up (World *world, gconstpointer data)
{
  StreekRecordBook *book = world->book = streek_record_book_new ();
  gint64 water = streek_record_book_add (book, &streek_theme_kind, "Water");
  gint64 link = streek_record_book_add (book, &streek_item_theme_kind, NULL);

  world->body = streek_record_book_add (book, &streek_body_kind, "RESOC A");
  world->pact = streek_record_book_add (book, &streek_pact_kind, "Plan");
  streek_record_book_refer (book, &streek_pact_kind, world->pact, STREEK_PACT_BODY, world->body);
  world->goal = add_item (world, "Goal", "1", 0);
  world->action = add_item (world, "Action", "1.1", world->goal);
  world->other = add_item (world, "Other", "1.2", world->goal);
  streek_record_book_set (book, &streek_plan_item_kind, world->action, STREEK_PLAN_ITEM_ENDS,
                          "2026-03-01");
  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_ITEM,
                            world->action);
  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_THEME, water);
  add_role (world, 0, 0, "advise", NULL, "1");
  add_role (world, water, 0, "lead", "emphasis", "2");
  add_role (world, water, 0, "partner", NULL, "3");
}

static void
tear_down (World *world, gconstpointer data)
{
  streek_record_book_free (world->book);
}

static StreekRecordList *
read_list (World *world, const StreekRecordKind *kind, const char *const *columns)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);
  g_autoptr (GError) error = NULL;

  streek_record_list_spec_set_columns (spec, columns);

  StreekRecordList *list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);

  return list;
}

static void
assert_cells (StreekRecordList *list, gint64 id, const char *const *expected)
{
  int row = streek_record_list_find (list, id);

  g_assert_cmpint (row, >=, 0);

  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *cell = streek_record_list_dup_cell (list, (guint) row, i);

      g_assert_cmpstr (cell, ==, expected[i]);
    }
}

static void
test_items (World *world, gconstpointer data)
{
  static const char *const columns[] = { "path", "due", "due_state", "role", NULL };

  add_role (world, 0, world->other, "coordinate", "in_some_cases", "4");

  g_autoptr (StreekRecordList) list = read_list (world, &streek_plan_item_kind, columns);

  /* a goal is not late itself; nothing is said of its theme, so the body's own role counts */
  assert_cells (list, world->goal,
                (const char *const[]){ "", "", "", "Advising (of RESOC A in general)", NULL });
  assert_cells (list, world->action,
                (const char *const[]){ "1 Goal", "Overdue since 1 March 2026", "Overdue",
                                       "Lead (Emphasis; of the theme Water)\n"
                                       "Partner (of the theme Water)",
                                       NULL });
  assert_cells (list, world->other,
                (const char *const[]){ "1 Goal", "Without timing", "Without timing",
                                       "Coordinating (In certain cases)", NULL });
}

/* A plan of which no body is known says nothing of roles. */
static void
test_plan_without_body (World *world, gconstpointer data)
{
  static const char *const columns[] = { "role", NULL };

  streek_record_book_refer (world->book, &streek_pact_kind, world->pact, STREEK_PACT_BODY, 0);

  g_autoptr (StreekRecordList) list = read_list (world, &streek_plan_item_kind, columns);

  assert_cells (list, world->action, (const char *const[]){ "", NULL });
}

static void
test_groups_by_state (World *world, gconstpointer data)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_plan_item_kind);
  g_autoptr (GError) error = NULL;

  streek_record_list_spec_set_group (spec, "due_state");
  streek_record_list_spec_add_condition (spec, "due", STREEK_RECORD_CONTAINS,
                                         (const char *const[]){ "overdue", "without", NULL });

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_record_list_get_n_groups (list), ==, 2);
  g_assert_cmpstr (streek_record_list_get_group (list, 0)->title, ==, "Overdue");
  g_assert_cmpuint (streek_record_list_get_group (list, 0)->n, ==, 1);
  g_assert_cmpstr (streek_record_list_get_group (list, 1)->title, ==, "Without timing");
}

/* Not by the alphabet: what is overdue comes before what has no timing, and a goal last. */
static void
test_sorts_by_state (World *world, gconstpointer data)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_plan_item_kind);
  gint64 later = add_item (world, "Later", "1.0", world->goal);
  g_autoptr (GError) error = NULL;

  streek_record_book_set (world->book, &streek_plan_item_kind, later, STREEK_PLAN_ITEM_ENDS,
                          "2030");
  streek_record_list_spec_add_sort (spec, "due_state", FALSE);

  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, "2026-05-15");
  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_record_list_find (list, world->action), ==, 0);
  g_assert_cmpint (streek_record_list_find (list, later), ==, 1);
  g_assert_cmpint (streek_record_list_find (list, world->other), ==, 2);
  g_assert_cmpint (streek_record_list_find (list, world->goal), ==, 3);
}

/* Whom or what ties to it comes with what else is shown of it, and areas are there from the start.
 */
static void
test_ties (World *world, gconstpointer data)
{
  static const char *const columns[] = { "project_partner", "project_area", "project_funding",
                                         NULL };
  StreekRecordBook *book = world->book;
  const StreekRecordKind *partners = &streek_project_partner_kind;
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Project");
  gint64 city = streek_record_book_add (book, &streek_organisation_kind, "Stad A");
  gint64 partner = streek_record_book_add (book, partners, NULL);
  gint64 area = streek_record_book_add (book, &streek_project_area_kind, NULL);
  gint64 funding = streek_record_book_add (book, &streek_project_funding_kind, NULL);
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_book_refer (book, partners, partner, STREEK_PROJECT_PARTNER_PROJECT, project);
  streek_record_book_refer (book, partners, partner, STREEK_PROJECT_PARTNER_ORGANISATION, city);
  streek_record_book_set (book, partners, partner, STREEK_PROJECT_PARTNER_ROLE, "promotor");
  streek_record_book_set (book, partners, partner, STREEK_PROJECT_PARTNER_STARTS, "2006");
  streek_record_book_set (book, partners, partner, STREEK_PROJECT_PARTNER_ENDS, "2007");
  streek_record_book_refer (book, &streek_project_area_kind, area, STREEK_PROJECT_AREA_PROJECT,
                            project);
  streek_record_book_set (book, &streek_project_area_kind, area, STREEK_PROJECT_AREA_AREA,
                          "gemeente:A");
  streek_record_book_set (book, &streek_project_area_kind, area, STREEK_PROJECT_AREA_SURROUNDINGS,
                          "1");
  streek_record_book_refer (book, &streek_project_funding_kind, funding,
                            STREEK_PROJECT_FUNDING_PROJECT, project);
  streek_record_book_refer (book, &streek_project_funding_kind, funding,
                            STREEK_PROJECT_FUNDING_ORGANISATION, city);

  g_autoptr (StreekRecordList) list = read_list (world, &streek_project_kind, columns);

  assert_cells (list, project,
                (const char *const[]){ "Stad A (Promoter, 2006 – 2007)", "A (And surroundings)",
                                       "Stad A", NULL });
  g_assert_true (g_strv_contains ((const char *const *) spec->columns, "project_area"));
}

static gint64
add_update (World *world, guint field, gint64 about, const char *what, const char *day)
{
  gint64 id = streek_record_book_add (world->book, &streek_progress_kind, what);

  streek_record_book_refer (world->book, &streek_progress_kind, id, field, about);
  streek_record_book_set (world->book, &streek_progress_kind, id, STREEK_PROGRESS_REPORTED_ON, day);

  return id;
}

/* A list of updates says about which action each is, the newest first, and can be narrowed to a
 * plan: also to that behind an action of a year. */
static void
test_updates (World *world, gconstpointer data)
{
  gint64 elsewhere = streek_record_book_add (world->book, &streek_pact_kind, "Other pact");
  gint64 item = streek_record_book_add (world->book, &streek_plan_item_kind, "Elsewhere");
  gint64 year = streek_record_book_add (world->book, &streek_year_action_kind, "This year");
  gint64 link = streek_record_book_add (world->book, &streek_year_action_item_kind, NULL);
  gint64 first = add_update (world, STREEK_PROGRESS_ITEM, world->action, "First", "2026-01-05");
  gint64 last = add_update (world, STREEK_PROGRESS_YEAR_ACTION, year, "Last", "2026-03-05");
  g_autofree char *pact = g_strdup_printf ("%" G_GINT64_FORMAT, world->pact);
  const char *const only[] = { pact, NULL };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_progress_kind);
  g_autoptr (GError) error = NULL;

  streek_record_book_refer (world->book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT,
                            elsewhere);
  streek_record_book_refer (world->book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, year);
  streek_record_book_refer (world->book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_ITEM, world->action);
  add_update (world, STREEK_PROGRESS_ITEM, item, "Not here", "2026-02-05");
  streek_record_list_spec_add_condition (spec, "in_plan", STREEK_RECORD_IS, only);

  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, "2026-05-15");
  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_record_list_count (list), ==, 2);
  g_assert_cmpuint (streek_record_list_count_all (list), ==, 3);
  g_assert_cmpint (streek_record_list_find (list, last), ==, 0);
  g_assert_cmpint (streek_record_list_find (list, first), ==, 1);
  assert_cells (list, first, (const char *const[]){ "Action", "", "5 January 2026", NULL });
  assert_cells (list, last, (const char *const[]){ "", "This year", "5 March 2026", NULL });

  g_autofree char *words = streek_record_list_spec_describe (spec, view);

  g_assert_cmpstr (words, ==, "Of the plan: Plan");
}

static void
test_year_actions (World *world, gconstpointer data)
{
  static const char *const columns[] = { "due", "due_state", NULL };
  gint64 late = streek_record_book_add (world->book, &streek_year_action_kind, "Late");

  streek_record_book_set (world->book, &streek_year_action_kind, late, STREEK_YEAR_ACTION_ENDS,
                          "2026-Q1");

  g_autoptr (StreekRecordList) list = read_list (world, &streek_year_action_kind, columns);

  assert_cells (list, late,
                (const char *const[]){ "Overdue since 31 March 2026", "Overdue", NULL });
}

/* On paper a list knows which column took the place of which, also where it is asked for otherwise;
 * a file has no need of it, and a list without the old texts has nothing to hold the new ones
 * against. */
static void
test_changes_know_what_they_replace (World *world, gconstpointer data)
{
  static const char *const both[] = { "new_text", "reason", "old_text", NULL };
  static const char *const one[] = { "new_text", "reason", NULL };
  gint64 id = streek_record_book_add (world->book, &streek_adjustment_kind, "Six");

  streek_record_book_refer (world->book, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_ITEM,
                            world->action);
  streek_record_book_set (world->book, &streek_adjustment_kind, id, STREEK_ADJUSTMENT_OLD_TEXT,
                          "Ten");

  g_autoptr (StreekRecordList) list = read_list (world, &streek_adjustment_kind, both);
  g_autoptr (StreekRecordList) part = read_list (world, &streek_adjustment_kind, one);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_autoptr (StreekTable) alone = streek_record_list_make_table (part, STREEK_RECORD_TABLE_SEEN);

  g_assert_cmpint (streek_table_get_column_replaced (table, 0), ==, 2);
  g_assert_cmpint (streek_table_get_column_replaced (table, 1), ==, -1);
  g_assert_cmpint (streek_table_get_column_replaced (table, 2), ==, -1);
  g_assert_cmpint (streek_table_get_column_replaced (alone, 0), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/plan/plan-columns/changes", World, NULL, set_up,
              test_changes_know_what_they_replace, tear_down);
  g_test_add ("/plan/plan-columns/items", World, NULL, set_up, test_items, tear_down);
  g_test_add ("/plan/plan-columns/plan-without-body", World, NULL, set_up, test_plan_without_body,
              tear_down);
  g_test_add ("/plan/plan-columns/groups-by-state", World, NULL, set_up, test_groups_by_state,
              tear_down);
  g_test_add ("/plan/plan-columns/sorts-by-state", World, NULL, set_up, test_sorts_by_state,
              tear_down);
  g_test_add ("/plan/plan-columns/ties", World, NULL, set_up, test_ties, tear_down);
  g_test_add ("/plan/plan-columns/updates", World, NULL, set_up, test_updates, tear_down);
  g_test_add ("/plan/plan-columns/year-actions", World, NULL, set_up, test_year_actions, tear_down);

  return g_test_run ();
}
