/* test-report-periods.c: over which periods a plan is reported */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-report-periods.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "streek-record-book.h"

static GArray *
list (StreekRecordBook *book, gint64 pact, const char *today, char **names)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, today);
  GArray *periods = streek_report_periods_list (view, streek_report_of_plan (pact));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      StreekInterval period = g_array_index (periods, StreekInterval, i);
      g_autofree char *from = streek_date_to_string (period.from);
      g_autofree char *to = streek_date_to_string (period.to);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", from, to);
    }

  *names = g_string_free (g_steal_pointer (&text), FALSE);

  return periods;
}

/* From July 2025, every four months: a year, then its periods that the plan reaches into. */
static void
test_goes_back_to_the_beginning (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  g_autofree char *names = NULL;

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2025-07");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "4");

  g_autoptr (GArray) periods = list (book, pact, "2026-05-15", &names);

  g_assert_cmpstr (names, ==,
                   "2026-01-01/2027-01-01 2026-05-01/2026-09-01 2026-01-01/2026-05-01 "
                   "2025-01-01/2026-01-01 2025-09-01/2026-01-01 2025-05-01/2025-09-01");
  g_assert_cmpuint (streek_report_periods_find_due (periods, streek_date_from_ymd (2026, 5, 15)),
                    ==, 2);

  StreekInterval period;

  g_assert_true (
    streek_report_periods_find (periods, streek_date_from_ymd (2025, 12, 31), &period));
  g_assert_cmpint (period.from, ==, streek_date_from_ymd (2025, 9, 1));
  g_assert_false (
    streek_report_periods_find (periods, streek_date_from_ymd (2024, 12, 31), &period));
}

/* A plan that is over ends with its last update, even after its end; five months leave two over. */
static void
test_ends_with_the_plan (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 update = streek_record_book_add (book, &streek_progress_kind, "Done");
  g_autofree char *names = NULL;

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2012-06-01");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_ENDS, "2012-06-30");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "5");
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_progress_kind, update, STREEK_PROGRESS_ITEM, item);
  streek_record_book_set (book, &streek_progress_kind, update, STREEK_PROGRESS_REPORTED_ON,
                          "2012-12-24");

  g_autoptr (GArray) periods = list (book, pact, "2026-05-15", &names);

  g_assert_cmpstr (names, ==, "2012-01-01/2013-01-01 2012-11-01/2013-01-01 2012-06-01/2012-11-01");
  g_assert_cmpuint (streek_report_periods_find_due (periods, streek_date_from_ymd (2026, 5, 15)),
                    ==, 1);
}

/* Once a year there are no parts of years. */
static void
test_reports_once_a_year (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  g_autofree char *names = NULL;

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2025");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "24");

  g_autoptr (GArray) periods = list (book, pact, "2026-05-15", &names);

  g_assert_cmpstr (names, ==, "2026-01-01/2027-01-01 2025-01-01/2026-01-01");
  g_assert_cmpuint (streek_report_periods_find_due (periods, streek_date_from_ymd (2026, 5, 15)),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/report-periods/beginning", test_goes_back_to_the_beginning);
  g_test_add_func ("/plan/report-periods/end", test_ends_with_the_plan);
  g_test_add_func ("/plan/report-periods/yearly", test_reports_once_a_year);

  return g_test_run ();
}
