/* test-indicator-links.c: which targets, SWOT lines and target groups name an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-indicator-links.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-target-group.h"
#include "streek-record-book.h"

#define CODE "jobless"

static gint64
add_plan (StreekRecordBook *book, const char *title, const char *starts)
{
  gint64 id = streek_record_book_add (book, &streek_pact_kind, title);

  streek_record_book_set (book, &streek_pact_kind, id, STREEK_PACT_STARTS, starts);

  return id;
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, const char *title, const char *rank)
{
  gint64 id = streek_record_book_add (book, &streek_plan_item_kind, title);

  streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_set (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_RANK, rank);

  return id;
}

static gint64
add_target (StreekRecordBook *book, gint64 item, const char *name, const char *code)
{
  gint64 id = streek_record_book_add (book, &streek_target_kind, name);

  streek_record_book_refer (book, &streek_target_kind, id, STREEK_TARGET_ITEM, item);
  if (code != NULL)
    streek_record_book_set (book, &streek_target_kind, id, STREEK_TARGET_INDICATOR, code);

  return id;
}

static gint64
add_swot_line (StreekRecordBook *book, gint64 pact, const char *line, const char *code)
{
  gint64 id = streek_record_book_add (book, &streek_swot_kind, line);

  streek_record_book_refer (book, &streek_swot_kind, id, STREEK_SWOT_PACT, pact);
  streek_record_book_set (book, &streek_swot_kind, id, STREEK_SWOT_QUADRANT, "weakness");
  streek_record_book_set (book, &streek_swot_kind, id, STREEK_SWOT_INDICATOR, code);

  return id;
}

static void
name_group (StreekRecordBook *book, gint64 group, const char *code)
{
  const StreekRecordKind *kind = &streek_target_group_indicator_kind;
  gint64 id = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, id, STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP, group);
  streek_record_book_set (book, kind, id, STREEK_TARGET_GROUP_INDICATOR_INDICATOR, code);
}

static void
assert_link (const GPtrArray *links,
             guint i,
             const StreekRecordKind *shown,
             const char *title,
             const char *plan,
             const char *what)
{
  const StreekIndicatorLink *link = links->pdata[i];

  g_assert_true (streek_record_get_kind (link->shown) == shown);
  g_assert_cmpstr (link->title, ==, title);
  g_assert_cmpstr (link->plan, ==, plan);
  g_assert_cmpstr (link->what, ==, what);
}

/* What began last stands first, and goals in the order of their plan, not of their entry. */
static void
test_lists_all_in_order (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 old = add_plan (book, "Old plan", "2013-01-01");
  gint64 new = add_plan (book, "New plan", "2019-01-01");
  gint64 second = add_item (book, new, "Second", "2");
  gint64 first = add_item (book, new, "First", "1");
  gint64 past = add_item (book, old, "Past", "1");
  gint64 group = streek_record_book_add (book, &streek_target_group_kind, "Young people");
  gint64 others = streek_record_book_add (book, &streek_target_group_kind, "Newcomers");

  add_target (book, past, "Jobless then", CODE);
  add_target (book, second, "Jobless", CODE);
  gint64 here = add_target (book, first, "Jobless here", CODE);
  add_target (book, first, "Followers", NULL);
  add_target (book, first, "Prices", "prices");
  streek_record_book_set (book, &streek_target_kind, here, STREEK_TARGET_AREA, "gemeente:1");
  streek_record_book_set (book, &streek_plan_item_kind, first, STREEK_PLAN_ITEM_CODE, "1.1");

  gint64 line = add_swot_line (book, new, "Many have no job", CODE);
  add_swot_line (book, new, "Prices rise", "prices");
  streek_record_book_refer (book, &streek_swot_kind, line, STREEK_SWOT_ITEM, second);
  name_group (book, group, CODE);
  name_group (book, group, CODE);
  name_group (book, others, "prices");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autofree char *area = streek_record_view_dup_area_name (view, "gemeente:1");
  g_autofree char *jobless_here = g_strdup_printf ("Jobless here · %s", area);
  g_autoptr (GPtrArray) links = streek_indicator_links_list (view, CODE);

  g_assert_cmpuint (links->len, ==, 5);
  assert_link (links, 0, &streek_plan_item_kind, "1.1 First", "New plan", jobless_here);
  assert_link (links, 1, &streek_plan_item_kind, "Second", "New plan", "Jobless");
  assert_link (links, 2, &streek_plan_item_kind, "Past", "Old plan", "Jobless then");
  assert_link (links, 3, &streek_swot_kind, "Many have no job", "New plan", "Weakness · Second");
  assert_link (links, 4, &streek_target_group_kind, "Young people", NULL, NULL);

  const StreekIndicatorLink *link = links->pdata[0];

  g_assert_cmpint (streek_record_get_id (link->record), ==, here);
  g_assert_cmpint (streek_record_get_id (link->shown), ==, first);
  g_assert_nonnull (link->way);
  g_assert_nonnull (link->progress);
}

static void
test_finds_nothing_where_nothing_names_it (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();

  add_target (book, add_item (book, add_plan (book, "Plan", "2019-01-01"), "Goal", "1"), "Prices",
              "prices");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (GPtrArray) links = streek_indicator_links_list (view, CODE);

  g_assert_cmpuint (links->len, ==, 0);
}

static void
test_makes_a_table (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = add_plan (book, "Plan", "2019-01-01");

  add_target (book, add_item (book, pact, "Goal", "1"), "Jobless", CODE);
  add_swot_line (book, pact, "Many have no job", CODE);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (GPtrArray) links = streek_indicator_links_list (view, CODE);
  g_autoptr (StreekTable) table = streek_indicator_links_make_table (links);
  guint title = (guint) streek_table_find_column (table, "title");
  guint progress = (guint) streek_table_find_column (table, "progress");

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (streek_table_get_text (table, 0, title), ==, "Goal");
  g_assert_cmpstr (streek_table_get_text (table, 0, progress), ==, "n/a, there is no baseline");
  g_assert_cmpstr (streek_table_get_text (table, 1, title), ==, "Many have no job");
  g_assert_null (streek_table_get_text (table, 1, progress));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/indicator-links/lists-all-in-order", test_lists_all_in_order);
  g_test_add_func ("/plan/indicator-links/finds-nothing",
                   test_finds_nothing_where_nothing_names_it);
  g_test_add_func ("/plan/indicator-links/makes-a-table", test_makes_a_table);

  return g_test_run ();
}
