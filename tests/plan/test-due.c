/* test-due.c: what is overdue, without news, coming up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-due.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "streek-record-book.h"

static StreekDate
parse_day (const char *text)
{
  StreekPeriod period = { 0 };

  if (text != NULL)
    g_assert_true (streek_period_parse (text, &period, NULL));

  return streek_period_get_first_day (period);
}

/* Held against 15 May 2026. */
static void
test_judges_in_order (void)
{
  static const struct
  {
    const char *starts, *under_way, *ends, *reported;
    gboolean is_closed, is_running;
    guint months;
    StreekDueState state;
    const char *day;
  } cases[] = {
    { "2026-01-01", NULL, "2026-05-14", NULL, FALSE, TRUE, 2, STREEK_DUE_OVERDUE, "2026-05-14" },
    { "2026-01-01", NULL, "2026-05-14", NULL, TRUE, FALSE, 2, STREEK_DUE_CLOSED, "2026-05-14" },
    { "2026-05-01", NULL, "2026-05-15", NULL, FALSE, TRUE, 2, STREEK_DUE_COMING, "2026-05-15" },
    { "2026-01-01", NULL, "2026-12-31", "2026-03-14", FALSE, TRUE, 2, STREEK_DUE_STALE,
      "2026-03-14" },
    { "2026-01-01", NULL, "2026-12-31", "2026-03-15", FALSE, TRUE, 2, STREEK_DUE_LATER,
      "2026-12-31" },
    { "2026-01-01", NULL, "2026-12-31", NULL, FALSE, TRUE, 2, STREEK_DUE_STALE, NULL },
    { "2026-01-01", NULL, "2026-12-31", NULL, FALSE, FALSE, 2, STREEK_DUE_LATER, "2026-12-31" },
    { "2026-01-01", NULL, "2026-12-31", NULL, FALSE, TRUE, 0, STREEK_DUE_LATER, "2026-12-31" },
    { "2026-06-14", NULL, "2026-12-31", NULL, FALSE, FALSE, 2, STREEK_DUE_COMING, "2026-06-14" },
    { "2026-06-15", NULL, "2026-12-31", NULL, FALSE, FALSE, 2, STREEK_DUE_LATER, "2026-06-15" },
    { NULL, NULL, NULL, NULL, FALSE, FALSE, 2, STREEK_DUE_UNDATED, NULL },
    { NULL, "2026-03-14", NULL, NULL, FALSE, TRUE, 2, STREEK_DUE_STALE, NULL },
    { NULL, "2026-03-15", NULL, NULL, FALSE, TRUE, 2, STREEK_DUE_UNDATED, NULL },
    { NULL, "2026-01-01", NULL, NULL, FALSE, FALSE, 2, STREEK_DUE_UNDATED, NULL },
    { "2026-04-01", "2026-01-01", NULL, NULL, FALSE, TRUE, 2, STREEK_DUE_LATER, NULL },
    { NULL, "2026-01-01", NULL, "2026-04-01", FALSE, TRUE, 2, STREEK_DUE_UNDATED, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekDueFacts facts = {
        .starts = parse_day (cases[i].starts),
        .under_way = parse_day (cases[i].under_way),
        .ends = parse_day (cases[i].ends),
        .reported = parse_day (cases[i].reported),
        .is_closed = cases[i].is_closed,
        .is_running = cases[i].is_running,
        .rhythm_months = cases[i].months,
      };
      StreekDue due = streek_due_judge (&facts, parse_day ("2026-05-15"));

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (due.state, ==, cases[i].state);
      g_assert_cmpint (due.day, ==, parse_day (cases[i].day));
    }
}

/* The rhythm is that of the plan, the news the last that was reported. */
static void
test_asks_the_plan_and_its_updates (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 update = streek_record_book_add (book, &streek_progress_kind, "Begun");

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "6");
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_STARTS, "2026");
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_ENDS, "2027");
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_STATUS, "running");
  streek_record_book_refer (book, &streek_progress_kind, update, STREEK_PROGRESS_ITEM, item);
  streek_record_book_set (book, &streek_progress_kind, update, STREEK_PROGRESS_REPORTED_ON,
                          "2026-02-28");

  g_autoptr (StreekRecordView) in_time = streek_record_book_view (book, "2026-08-28");
  g_autoptr (StreekRecordView) late = streek_record_book_view (book, "2026-08-29");

  g_assert_cmpint (
    streek_due_of_item (
      streek_records_find (streek_record_view_get_records (in_time), &streek_plan_item_kind, item),
      in_time)
      .state,
    ==, STREEK_DUE_LATER);
  g_assert_cmpint (streek_due_of_item (streek_records_find (streek_record_view_get_records (late),
                                                            &streek_plan_item_kind, item),
                                       late)
                     .state,
                   ==, STREEK_DUE_STALE);

  /* of a plan that is closed, or that another one took the place of, nothing is asked any more */
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STATUS, "replaced");

  g_autoptr (StreekRecordView) over = streek_record_book_view (book, "2028-01-01");

  g_assert_cmpint (streek_due_of_item (streek_records_find (streek_record_view_get_records (over),
                                                            &streek_plan_item_kind, item),
                                       over)
                     .state,
                   ==, STREEK_DUE_CLOSED);
}

/* By hand, on 15 May 2026: without a start that of the plan (2026) or of the year counts; without
 * an end that of a year that is over. Of a year that is closed nothing is asked. */
static void
test_asks_what_it_is_part_of (void)
{
  static const struct
  {
    const char *year, *programme_status, *status;
    StreekDueState state;
    const char *day;
  } cases[] = {
    { "2025", NULL, "running", STREEK_DUE_OVERDUE, "2025-12-31" },
    { "2025", NULL, NULL, STREEK_DUE_OVERDUE, "2025-12-31" },
    { "2025", NULL, "done", STREEK_DUE_CLOSED, "2025-12-31" },
    { "2025", "closed", "running", STREEK_DUE_CLOSED, "2025-12-31" },
    { "2026", NULL, "running", STREEK_DUE_STALE, NULL },
    { "2026", NULL, "not_started", STREEK_DUE_UNDATED, NULL },
    { "2027", NULL, "running", STREEK_DUE_UNDATED, NULL },
  };
  const StreekRecordKind *kind = &streek_year_action_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 actions[G_N_ELEMENTS (cases)];

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2026");
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_STATUS, "running");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "Year");

      actions[i] = streek_record_book_add (book, kind, "Action of the year");
      streek_record_book_set (book, &streek_year_programme_kind, programme,
                              STREEK_YEAR_PROGRAMME_YEAR, cases[i].year);
      if (cases[i].programme_status != NULL)
        streek_record_book_set (book, &streek_year_programme_kind, programme,
                                STREEK_YEAR_PROGRAMME_STATUS, cases[i].programme_status);
      streek_record_book_refer (book, kind, actions[i], STREEK_YEAR_ACTION_PROGRAMME, programme);
      if (cases[i].status != NULL)
        streek_record_book_set (book, kind, actions[i], STREEK_YEAR_ACTION_STATUS, cases[i].status);
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  StreekRecords *records = streek_record_view_get_records (view);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekDue due =
        streek_due_of_year_action (streek_records_find (records, kind, actions[i]), view);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (due.state, ==, cases[i].state);
      g_assert_cmpint (due.day, ==, parse_day (cases[i].day));
    }

  g_assert_cmpint (
    streek_due_of_item (streek_records_find (records, &streek_plan_item_kind, item), view).state,
    ==, STREEK_DUE_STALE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/due/judges-in-order", test_judges_in_order);
  g_test_add_func ("/plan/due/asks-what-it-is-part-of", test_asks_what_it_is_part_of);
  g_test_add_func ("/plan/due/asks-the-plan", test_asks_the_plan_and_its_updates);

  return g_test_run ();
}
