/* test-obligations.c: which year meets an obligation, and where the gaps are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-obligations.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "streek-record-book.h"

static gint64
add_obligation (StreekRecordBook *book, const char *rule, gint64 item)
{
  const StreekRecordKind *kind = &streek_obligation_kind;
  gint64 id = streek_record_book_add (book, kind, "MVO");

  streek_record_book_set (book, kind, id, STREEK_OBLIGATION_FIRST_YEAR, "2020");
  streek_record_book_set (book, kind, id, STREEK_OBLIGATION_LAST_YEAR, "2025");
  streek_record_book_set (book, kind, id, STREEK_OBLIGATION_RULE, rule);
  streek_record_book_refer (book, kind, id, STREEK_OBLIGATION_ITEM, item);

  return id;
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, gint64 parent, const char *starts, const char *ends)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  gint64 id = streek_record_book_add (book, kind, "Item");

  streek_record_book_refer (book, kind, id, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
  if (starts != NULL)
    streek_record_book_set (book, kind, id, STREEK_PLAN_ITEM_STARTS, starts);
  if (ends != NULL)
    streek_record_book_set (book, kind, id, STREEK_PLAN_ITEM_ENDS, ends);

  return id;
}

static void
link_action (StreekRecordBook *book,
             const StreekRecordKind *kind,
             gint64 action,
             guint action_field,
             gint64 target,
             guint target_field)
{
  gint64 id = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, id, action_field, action);
  streek_record_book_refer (book, kind, id, target_field, target);
}

/* @status: (nullable) @item: what it carries out, 0: none */
static gint64
add_year_action (StreekRecordBook *book, const char *year, const char *status, gint64 item)
{
  const StreekRecordKind *kind = &streek_year_action_kind;
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, year);
  gint64 action = streek_record_book_add (book, kind, "Year action");

  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          year);
  streek_record_book_refer (book, kind, action, STREEK_YEAR_ACTION_PROGRAMME, programme);
  if (status != NULL)
    streek_record_book_set (book, kind, action, STREEK_YEAR_ACTION_STATUS, status);
  if (item != 0)
    link_action (book, &streek_year_action_item_kind, action, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION,
                 item, STREEK_YEAR_ACTION_ITEM_ITEM);

  return action;
}

static void
report (StreekRecordBook *book, gint64 item, const char *day, const char *status)
{
  const StreekRecordKind *kind = &streek_progress_kind;
  gint64 id = streek_record_book_add (book, kind, "What happened");

  streek_record_book_refer (book, kind, id, STREEK_PROGRESS_ITEM, item);
  streek_record_book_set (book, kind, id, STREEK_PROGRESS_REPORTED_ON, day);
  streek_record_book_set (book, kind, id, STREEK_PROGRESS_STATUS, status);
}

/* A letter a year from 2020: met, gap, open, programmed, unknown, - not asked. */
static char *
draw (StreekRecordBook *book, gint64 obligation, const char *today)
{
  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  StreekPeriod day;
  GString *drawn = g_string_new (NULL);

  g_assert_true (streek_period_parse (today, &day, NULL));

  g_autoptr (GPtrArray) years = streek_obligation_list_years (
    records, streek_records_find (records, &streek_obligation_kind, obligation), 2020, 2026,
    streek_period_get_first_day (day));

  for (guint i = 0; i < years->len; i++)
    g_string_append_c (drawn, "-mogpu"[((StreekObligationYear *) years->pdata[i])->state]);

  return g_string_free (drawn, FALSE);
}

typedef struct
{
  gint64 branch;
  gint64 promise; /* of 2020 to 2022 */
  gint64 undated;
} Items;

/* By hand, year by year: of 2020 nobody said how it went; 2022 carries the promise out; of 2021 it
 * was postponed; 2023 has nothing; what 2024 has was never begun; 2025 has nothing. */
static StreekRecordBook *
make_book (Items *items)
{
  StreekRecordBook *book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");

  items->branch = add_item (book, pact, 0, NULL, NULL);
  items->promise = add_item (book, pact, items->branch, "2020", "2022-01");
  items->undated = add_item (book, pact, items->branch, NULL, NULL);
  add_year_action (book, "2020", NULL, items->promise);
  add_year_action (book, "2021", "postponed", items->promise);
  add_year_action (book, "2022", "done", items->promise);
  add_year_action (book, "2024", "not_started", items->undated);

  return book;
}

static void
test_shows_the_gaps (void)
{
  Items items;
  g_autoptr (StreekRecordBook) book = make_book (&items);
  gint64 yearly = add_obligation (book, "every_year", items.branch);
  gint64 once = add_obligation (book, "once", items.branch);
  gint64 two = add_obligation (book, "every_two_years", items.branch);
  gint64 never = add_obligation (book, "once", add_item (book, 1, 0, NULL, NULL));
  g_autofree char *drawn = draw (book, yearly, "2026-05-15");
  g_autofree char *in_time = draw (book, yearly, "2024-05-15");
  g_autofree char *drawn_once = draw (book, once, "2026-05-15");
  g_autofree char *drawn_two = draw (book, two, "2026-05-15");
  g_autofree char *drawn_never = draw (book, never, "2026-05-15");

  g_assert_cmpstr (drawn, ==, "ugmggg-");
  g_assert_cmpstr (in_time, ==, "ugmgpo-");
  g_assert_cmpstr (drawn_once, ==, "u-m----");
  g_assert_cmpstr (drawn_two, ==, "u-m-g--");
  g_assert_cmpstr (drawn_never, ==, "-----g-");
}

/* @lengths: how many meet it, are unknown, programmed, called off and only planned: "00110" */
static void
check_year (const GPtrArray *years, guint index, const char *lengths, const char *words)
{
  const StreekObligationYear *year = years->pdata[index];
  g_autofree char *found =
    g_strdup_printf ("%u%u%u%u%u", year->met_by->len, year->unknown->len, year->programmed->len,
                     year->called_off->len, year->planned->len);

  g_assert_cmpstr (found, ==, lengths);
  g_assert_cmpstr (streek_obligation_year_get_words (year), ==, words);
}

/* An action and the one of the plan behind it are one; a promise is no deed. */
static void
test_names_what_meets_it_once (void)
{
  Items items;
  g_autoptr (StreekRecordBook) book = make_book (&items);
  gint64 id = add_obligation (book, "every_year", items.branch);
  gint64 accent = streek_record_book_add (book, &streek_obligation_accent_kind, "Circular work");
  /* linked to the obligation and to an item of it: once */
  gint64 both = add_year_action (book, "2022", "running", items.promise);

  link_action (book, &streek_year_action_obligation_kind, both,
               STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION, id,
               STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION);
  streek_record_book_refer (book, &streek_obligation_accent_kind, accent,
                            STREEK_OBLIGATION_ACCENT_OBLIGATION, id);
  streek_record_book_set (book, &streek_obligation_accent_kind, accent,
                          STREEK_OBLIGATION_ACCENT_YEAR, "2024");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) years = streek_obligation_list_years (
    records, streek_records_find (records, &streek_obligation_kind, id), 2020, 2025,
    streek_record_view_get_today (view));

  g_assert_cmpuint (years->len, ==, 6);
  check_year (years, 0, "01000", "Outcome unknown");
  check_year (years, 1, "00011", "Dropped or postponed");
  check_year (years, 2, "20000", NULL);
  check_year (years, 3, "00000", "Nothing");
  check_year (years, 4, "00100", "Programmed, not begun");

  const StreekObligationYear *promised = years->pdata[1], *unbegun = years->pdata[4];

  g_assert_cmpint (streek_record_get_id (promised->planned->pdata[0]), ==, items.promise);
  g_assert_true (streek_record_get_kind (unbegun->programmed->pdata[0]) ==
                 &streek_year_action_kind);
  g_assert_cmpstr (unbegun->accent, ==, "Circular work");
}

/* Without year programmes: 2021 says that something happened, 2022 that nothing did, and what is
 * done is done in the year of its timing: 2025. */
static void
test_counts_what_was_reported (void)
{
  Items items;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");

  items.branch = add_item (book, pact, 0, NULL, NULL);
  items.promise = add_item (book, pact, items.branch, "2020", "2022");
  items.undated = add_item (book, pact, items.branch, "2025", "2025-Q3");
  streek_record_book_set (book, &streek_plan_item_kind, items.undated, STREEK_PLAN_ITEM_STATUS,
                          "done");
  report (book, items.promise, "2021-06-30", "running");
  report (book, items.promise, "2022-06-30", "postponed");

  gint64 yearly = add_obligation (book, "every_year", items.branch);
  g_autofree char *drawn = draw (book, yearly, "2026-05-15");

  g_assert_cmpstr (drawn, ==, "gmgggm-");
}

/* Timed from 2021 to 2026 and done: 2021 says what happened and 2022 that nothing did. Of the other
 * years nobody knows, and in 2026 it will not be done again. */
static void
test_spreads_no_deed_over_years (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 branch = add_item (book, pact, 0, NULL, NULL);
  gint64 item = add_item (book, pact, branch, "2021", "2026");

  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_STATUS, "done");
  report (book, item, "2021-06-30", "running");
  report (book, item, "2022-06-30", "postponed");

  gint64 id = add_obligation (book, "every_year", branch);
  g_autofree char *drawn = draw (book, id, "2025-05-15");
  g_autofree char *once = draw (book, add_obligation (book, "once", branch), "2025-05-15");
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2025-05-15");
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) years = streek_obligation_list_years (
    records, streek_records_find (records, &streek_obligation_kind, id), 2020, 2026,
    streek_record_view_get_today (view));

  g_assert_cmpstr (drawn, ==, "gmguuu-");
  g_assert_cmpstr (once, ==, "-m-uuu-");
  check_year (years, 3, "01000", "Done, in which year is unknown");
  check_year (years, 6, "00000", NULL);
}

/* Without a status: 2020 says half of it done, 2021 none of it, 2022 has an update, 2023 nothing,
 * and of 2024 nothing either, but the plan was reported on. The year that goes on has it
 * programmed. */
static void
test_takes_what_is_not_said_for_unknown (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  const StreekRecordKind *kind = &streek_year_action_kind;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 goal = add_item (book, pact, 0, NULL, NULL);
  gint64 item = add_item (book, pact, goal, "2020", "2026");
  gint64 half = add_year_action (book, "2020", NULL, item);
  gint64 none = add_year_action (book, "2021", NULL, item);
  gint64 told = add_year_action (book, "2022", NULL, item);
  gint64 update = streek_record_book_add (book, &streek_progress_kind, "Held");

  add_year_action (book, "2023", NULL, item);
  add_year_action (book, "2024", NULL, item);
  add_year_action (book, "2025", NULL, item);
  streek_record_book_set (book, kind, half, STREEK_YEAR_ACTION_PERCENT, "50");
  streek_record_book_set (book, kind, none, STREEK_YEAR_ACTION_PERCENT, "0");
  streek_record_book_refer (book, &streek_progress_kind, update, STREEK_PROGRESS_YEAR_ACTION, told);
  streek_record_book_set (book, &streek_progress_kind, update, STREEK_PROGRESS_REPORTED_ON,
                          "2023-01-10");
  report (book, item, "2024-06-30", "running");

  g_autofree char *drawn = draw (book, add_obligation (book, "every_year", goal), "2025-05-15");

  g_assert_cmpstr (drawn, ==, "mgmump-");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/obligations/shows-the-gaps", test_shows_the_gaps);
  g_test_add_func ("/plan/obligations/names-what-meets-it-once", test_names_what_meets_it_once);
  g_test_add_func ("/plan/obligations/takes-what-is-not-said-for-unknown",
                   test_takes_what_is_not_said_for_unknown);
  g_test_add_func ("/plan/obligations/counts-what-was-reported", test_counts_what_was_reported);
  g_test_add_func ("/plan/obligations/spreads-no-deed-over-years", test_spreads_no_deed_over_years);

  return g_test_run ();
}
