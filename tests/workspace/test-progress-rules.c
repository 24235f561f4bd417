/* test-progress-rules.c: which periods miss a report, and which reports say something else by now
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-rules.h"

#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "rule/streek-rule.h"
#include "streek-record-book.h"
#include "workspace/streek-progress-content.h"

static gint64
add_plan (StreekRecordBook *book, const char *title, const char *status)
{
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, title);

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STARTS, "2025-07");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STATUS, status);

  return pact;
}

static gint64
add_action (StreekRecordBook *book, gint64 pact, const char *title)
{
  gint64 id = streek_record_book_add (book, &streek_plan_item_kind, title);

  streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT, pact);

  return id;
}

static void
add_update (StreekRecordBook *book, gint64 item, const char *day)
{
  gint64 id = streek_record_book_add (book, &streek_progress_kind, "Done");

  streek_record_book_refer (book, &streek_progress_kind, id, STREEK_PROGRESS_ITEM, item);
  streek_record_book_set (book, &streek_progress_kind, id, STREEK_PROGRESS_REPORTED_ON, day);
}

/* As known the day after it. */
static void
freeze_of (StreekRecordBook *book, StreekReportOf of, int year, int from_month, int to_month)
{
  StreekInterval period = { streek_date_from_ymd (year, from_month, 1),
                            streek_date_from_ymd (year, to_month, 1) };
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-20");
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekProgressContent) content = streek_progress_content_gather (
    records, streek_record_view_get_areas (view), of, period, period.to);

  streek_progress_content_freeze (content, book->changes, records, NULL, NULL);
}

static void
freeze (StreekRecordBook *book, gint64 pact, int year, int from_month, int to_month)
{
  freeze_of (book, streek_report_of_plan (pact), year, from_month, to_month);
}

/* (transfer full): the messages of a rule on 20 May 2026, one a line */
static char *
check (StreekRecordBook *book, const char *rule)
{
  g_autoptr (GError) error = NULL;
  GString *messages = g_string_new (NULL);

  streek_progress_rules_register ();
  g_assert_true (streek_db_execute (book->db, "BEGIN", &error));
  g_assert_true (streek_record_changes_write (book->changes, book->db, &error));
  g_assert_true (streek_db_execute (book->db, "COMMIT", &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) findings =
    streek_rules_run (book->db, streek_date_from_ymd (2026, 5, 20), NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->id, rule))
        g_string_append_printf (messages, "%s\n", finding->message);
    }

  return g_string_free (messages, FALSE);
}

/* Every two months, which is usual. What was before the first report, and a period that is over for
 * less than a month, is not asked for; a report of a longer period holds those in it. */
static void
test_gaps_since_the_first (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = add_plan (book, "Pact", "running");

  add_plan (book, "No rhythm", "running");
  freeze (book, pact, 2025, 9, 11);

  g_autofree char *messages = check (book, "plan/report-missing");

  g_assert_cmpstr (messages, ==,
                   "“Pact” has no frozen progress report of 1 January 2026 – 28 February 2026.\n"
                   "“Pact” has no frozen progress report of 1 November 2025 – 31 December 2025.\n");
}

static void
test_longer_reports_hold_shorter_ones (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = add_plan (book, "Pact", "running");
  gint64 closed = add_plan (book, "Closed", "closed");

  freeze (book, pact, 2025, 7, 12);
  freeze (book, pact, 2026, 1, 3);
  freeze (book, closed, 2025, 7, 9);

  g_autofree char *messages = check (book, "plan/report-missing");

  g_assert_cmpstr (messages, ==,
                   "“Pact” has no frozen progress report of 1 November 2025 – 31 December 2025.\n");
}

/* Where nothing was frozen: the last period, of a plan under way that says how often. */
static void
test_rhythm_asks_for_the_last_one (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 running = add_plan (book, "Running", "running");
  gint64 draft = add_plan (book, "Draft", "draft");

  streek_record_book_set (book, &streek_pact_kind, running, STREEK_PACT_REPORT_MONTHS, "3");
  streek_record_book_set (book, &streek_pact_kind, draft, STREEK_PACT_REPORT_MONTHS, "3");

  g_autofree char *messages = check (book, "plan/report-missing");

  g_assert_cmpstr (messages, ==,
                   "“Running” has no frozen progress report of 1 January 2026 – 31 March 2026.\n");
}

/* Of the newest version alone. */
static void
test_says_what_changed (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = add_plan (book, "Pact", "running");
  gint64 first = add_action (book, pact, "First"), second = add_action (book, pact, "Second");

  freeze (book, pact, 2025, 9, 11);
  add_update (book, first, "2025-09-08");
  freeze (book, pact, 2025, 9, 11);
  freeze (book, pact, 2025, 11, 12);
  add_update (book, second, "2025-11-08");

  g_autofree char *messages = check (book, "plan/report-changed");

  g_assert_cmpstr (messages, ==,
                   "“Pact, 1 November 2025 – 30 November 2025, frozen on 1 December 2025”: of 1 "
                   "action, project or event something else is known now.\n");
}

/* Of a body nothing is expected until a report of it was frozen; then the periods of its
 * programmes. */
static void
test_bodies (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "SERR");
  gint64 other = streek_record_book_add (book, &streek_body_kind, "Other");
  gint64 pact = add_plan (book, "Pact", "running");
  const gint64 bodies[] = { body, other };

  streek_record_book_refer (book, &streek_pact_kind, pact, STREEK_PACT_BODY, body);
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "2025");

      streek_record_book_refer (book, &streek_year_programme_kind, programme,
                                STREEK_YEAR_PROGRAMME_BODY, bodies[i]);
      streek_record_book_set (book, &streek_year_programme_kind, programme,
                              STREEK_YEAR_PROGRAMME_YEAR, "2025");
    }
  freeze_of (book, streek_report_of_body (body), 2025, 9, 11);

  g_autofree char *missing = check (book, "plan/report-missing");

  g_assert_cmpstr (missing, ==,
                   "“SERR” has no frozen progress report of 1 November 2025 – 31 December 2025.\n");
}

/* What its plans tell changes its reports. */
static void
test_bodies_change (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "SERR");
  gint64 pact = add_plan (book, "Pact", "running");
  gint64 action = add_action (book, pact, "Action");

  streek_record_book_refer (book, &streek_pact_kind, pact, STREEK_PACT_BODY, body);
  freeze_of (book, streek_report_of_body (body), 2025, 9, 11);
  add_update (book, action, "2025-09-08");

  g_autofree char *changed = check (book, "plan/report-changed");

  g_assert_cmpstr (changed, ==,
                   "“SERR (Pact), 1 September 2025 – 31 October 2025, frozen on 1 November 2025”: "
                   "of 1 action, project or event something else is known now.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/progress-rules/gaps", test_gaps_since_the_first);
  g_test_add_func ("/workspace/progress-rules/longer", test_longer_reports_hold_shorter_ones);
  g_test_add_func ("/workspace/progress-rules/rhythm", test_rhythm_asks_for_the_last_one);
  g_test_add_func ("/workspace/progress-rules/changed", test_says_what_changed);
  g_test_add_func ("/workspace/progress-rules/bodies", test_bodies);
  g_test_add_func ("/workspace/progress-rules/bodies-change", test_bodies_change);

  return g_test_run ();
}
