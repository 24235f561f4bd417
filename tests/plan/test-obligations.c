/* test-obligations.c: which year meets an obligation, and where the gaps are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-obligations.h"

#include "body/streek-body.h"
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

static gint64
add_year_action (StreekRecordBook *book, gint64 body, const char *year)
{
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, year);
  gint64 action = streek_record_book_add (book, &streek_year_action_kind, "Year action");

  streek_record_book_refer (book, &streek_year_programme_kind, programme,
                            STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          year);
  streek_record_book_refer (book, &streek_year_action_kind, action, STREEK_YEAR_ACTION_PROGRAMME,
                            programme);

  return action;
}

/* A letter a year from 2020: met, gap, open, - not asked. */
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
    g_string_append_c (drawn, "-mog"[((StreekObligationYear *) years->pdata[i])->state]);

  return g_string_free (drawn, FALSE);
}

/* Actions of 2020 and 2021–2022, nothing in 2023, a year action that carries one out in 2024, and
 * one without timing, which counts nowhere. */
static StreekRecordBook *
make_book (gint64 *branch)
{
  StreekRecordBook *book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "ROSE");
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC");

  *branch = add_item (book, pact, 0, NULL, NULL);
  add_item (book, pact, *branch, "2020", "2020");
  add_item (book, pact, *branch, "2021-Q3", "2022-01");

  gint64 undated = add_item (book, pact, *branch, NULL, NULL);
  gint64 action = add_year_action (book, body, "2024");
  gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);

  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, action);
  streek_record_book_refer (book, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM,
                            undated);

  return book;
}

static void
test_shows_the_gaps (void)
{
  gint64 branch;
  g_autoptr (StreekRecordBook) book = make_book (&branch);
  gint64 yearly = add_obligation (book, "every_year", branch);
  gint64 once = add_obligation (book, "once", branch);
  gint64 two = add_obligation (book, "every_two_years", branch);
  gint64 never = add_obligation (book, "once", add_item (book, 1, 0, NULL, NULL));
  g_autofree char *drawn = draw (book, yearly, "2026-05-15");
  g_autofree char *in_time = draw (book, yearly, "2025-05-15");
  g_autofree char *drawn_once = draw (book, once, "2026-05-15");
  g_autofree char *drawn_two = draw (book, two, "2026-05-15");
  g_autofree char *drawn_never = draw (book, never, "2026-05-15");

  g_assert_cmpstr (drawn, ==, "mmmgmg-");
  g_assert_cmpstr (in_time, ==, "mmmgmo-");
  g_assert_cmpstr (drawn_once, ==, "mmm-m--");
  g_assert_cmpstr (drawn_two, ==, "mmm-m--");
  g_assert_cmpstr (drawn_never, ==, "-----g-");
}

static void
test_names_what_meets_it (void)
{
  gint64 branch;
  g_autoptr (StreekRecordBook) book = make_book (&branch);
  gint64 id = add_obligation (book, "every_year", branch);
  gint64 accent = streek_record_book_add (book, &streek_obligation_accent_kind, "Circular work");

  streek_record_book_refer (book, &streek_obligation_accent_kind, accent,
                            STREEK_OBLIGATION_ACCENT_OBLIGATION, id);
  streek_record_book_set (book, &streek_obligation_accent_kind, accent,
                          STREEK_OBLIGATION_ACCENT_YEAR, "2024");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (GPtrArray) years = streek_obligation_list_years (
    records, streek_records_find (records, &streek_obligation_kind, id), 2024, 2024, 739000);

  g_assert_cmpuint (years->len, ==, 1);

  const StreekObligationYear *year = years->pdata[0];

  g_assert_cmpstr (year->accent, ==, "Circular work");
  g_assert_cmpuint (year->met_by->len, ==, 1);
  g_assert_true (streek_record_get_kind (year->met_by->pdata[0]) == &streek_year_action_kind);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/obligations/shows-the-gaps", test_shows_the_gaps);
  g_test_add_func ("/plan/obligations/names-what-meets-it", test_names_what_meets_it);

  return g_test_run ();
}
