/* test-progress-report.c: a report that was frozen stays, and says what has changed since */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-content.h"

#include "body/streek-body.h"
#include "figure/streek-figure.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-report-periods.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "streek-record-book.h"
#include "workspace-fixture.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-progress-edits.h"

#include <string.h>

#define HEAD "Group,Action or project,What was done,What was changed,Where it stood\n"

/* Two months of a plan of a body: a fair that was reported on, a bridge that is a project, an event
 * of the body, and a study of which nothing was heard. */
typedef struct
{
  StreekRecordBook *book;
  gint64 body;
  gint64 pact;
  gint64 pillar;
  gint64 fair;
  gint64 study;
  gint64 hired; /* the update */
  gint64 event;
} World;

static const StreekInterval march_april = { 739676, 739737 }; /* 1 March to 30 April 2026 */
static const StreekInterval may_june = { 739737, 739798 };
static const StreekInterval july_august = { 739798, 739860 };

static gint64
add_item (World *world, const char *title, const char *rank)
{
  gint64 id = streek_record_book_add (world->book, &streek_plan_item_kind, title);

  streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT,
                            world->pact);
  streek_record_book_set (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_RANK, rank);
  if (world->pillar != 0)
    {
      streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PARENT,
                                world->pillar);
      streek_record_book_set (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_STARTS,
                              "2026");
    }

  return id;
}

static gint64
add_update (World *world, gint64 item, const char *day, const char *percent, const char *what)
{
  const StreekRecordKind *kind = &streek_progress_kind;
  gint64 id = streek_record_book_add (world->book, kind, what);

  streek_record_book_refer (world->book, kind, id, STREEK_PROGRESS_ITEM, item);
  streek_record_book_set (world->book, kind, id, STREEK_PROGRESS_REPORTED_ON, day);
  streek_record_book_set (world->book, kind, id, STREEK_PROGRESS_STATUS, "running");
  streek_record_book_set (world->book, kind, id, STREEK_PROGRESS_PERCENT, percent);

  return id;
}

static void
add_project (World *world, gint64 body)
{
  StreekRecordBook *book = world->book;
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Bridge");
  gint64 update = streek_record_book_add (book, &streek_project_progress_kind, "Pillars stand");
  gint64 change = streek_record_book_add (book, &streek_project_adjustment_kind, "Two lanes");

  streek_record_book_refer (book, &streek_project_kind, project, STREEK_PROJECT_BODY, body);
  streek_record_book_refer (book, &streek_project_progress_kind, update,
                            STREEK_PROJECT_PROGRESS_PROJECT, project);
  streek_record_book_set (book, &streek_project_progress_kind, update,
                          STREEK_PROJECT_PROGRESS_REPORTED_ON, "2026-03-09");
  streek_record_book_set (book, &streek_project_progress_kind, update,
                          STREEK_PROJECT_PROGRESS_STATUS, "running");
  streek_record_book_refer (book, &streek_project_adjustment_kind, change,
                            STREEK_PROJECT_ADJUSTMENT_PROJECT, project);
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_DECIDED_ON, "2026-04-01");
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_OLD_TEXT, "One lane");
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_REASON, "Cyclists, too");
}

static void
world_init (World *world)
{
  StreekRecordBook *book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "SERR");

  *world = (World){ .book = book, .body = body };
  world->pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  streek_record_book_refer (book, &streek_pact_kind, world->pact, STREEK_PACT_BODY, body);
  world->pillar = add_item (world, "Pillar", "1");
  world->fair = add_item (world, "Fair", "2");
  world->study = add_item (world, "Study", "3");
  world->hired = add_update (world, world->fair, "2026-04-30", "40", "Hall hired");
  add_project (world, body);
  world->event = streek_record_book_add (book, &streek_event_kind, "Opening");
  streek_record_book_refer (book, &streek_event_kind, world->event, STREEK_EVENT_BODY, body);
  streek_record_book_set (book, &streek_event_kind, world->event, STREEK_EVENT_HELD_ON,
                          "2026-03-20");
  streek_record_book_set (book, &streek_event_kind, world->event, STREEK_EVENT_ATTENDANCE, "1200");
}

/* On @today, by the coordinator. */
static gint64
freeze (World *world, StreekInterval period, const char *today)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, today);
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekProgressContent) content =
    streek_progress_content_gather_with_targets (view, streek_report_of_plan (world->pact), period);

  return streek_progress_content_freeze (content, world->book->changes, records, "the coordinator",
                                         "As sent to the board");
}

static char *
dup_csv (const StreekMatrix *matrix)
{
  return streek_table_to_csv (streek_matrix_get_table (matrix), streek_format_get ("en"));
}

static char *
show_frozen (const World *world, gint64 report, const char *today)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMatrix) matrix = streek_frozen_progress_matrix_new (view, report, &error);

  g_assert_no_error (error);

  return dup_csv (matrix);
}

static char *
show_since (const World *world, gint64 report, const char *today)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMatrix) matrix = streek_progress_since_matrix_new (view, report, &error);

  if (matrix == NULL)
    {
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
      return NULL;
    }

  return dup_csv (matrix);
}

static void
delete_record (World *world, const StreekRecordKind *kind, gint64 id)
{
  g_autoptr (StreekRecords) records = streek_record_book_read (world->book);

  streek_record_changes_delete (world->book->changes, records, kind, id);
}

static const char frozen_in_may[] =
  HEAD "Pillar,Fair,30 April 2026: Hall hired,,\"Under way, 40 % (30 April 2026)\"\n"
       "Projects,Bridge,9 March 2026: Pillars stand,"
       "\"1 April 2026: “One lane” becomes “Two lanes”. Cyclists, too\",Running (9 March 2026)\n"
       "Events,Opening,\"20 March 2026: Opening (1,200 present)\",,\n"
       "Without news,Study,Nothing was reported,,\n";

/* Every kind of line goes through the records and comes back as it was; then the figures, the words
 * and the names change, and what was reported on is deleted. */
static void
test_stays_as_it_was (void)
{
  World world;

  world_init (&world);

  g_autoptr (StreekRecordView) then = streek_record_book_view (world.book, "2026-05-04");
  g_autoptr (StreekMatrix) matrix =
    streek_progress_matrix_new (then, world.pact, march_april, NULL);
  g_autofree char *live = dup_csv (matrix);
  gint64 report = freeze (&world, march_april, "2026-05-04");
  g_autofree char *frozen = show_frozen (&world, report, "2026-05-04");

  g_assert_cmpstr (live, ==, frozen_in_may);
  g_assert_cmpstr (frozen, ==, frozen_in_may);
  g_assert_cmpstr (streek_matrix_get_context (matrix), ==,
                   "1 March 2026 – 30 April 2026 · as known on 4 May 2026");

  streek_record_book_set (world.book, &streek_progress_kind, world.hired, STREEK_PROGRESS_PERCENT,
                          "90");
  streek_record_book_set (world.book, &streek_plan_item_kind, world.fair, STREEK_PLAN_ITEM_TITLE,
                          "Market");
  streek_record_book_set (world.book, &streek_pact_kind, world.pact, STREEK_PACT_TITLE, "Accord");
  delete_record (&world, &streek_event_kind, world.event);

  g_autoptr (StreekRecordView) later = streek_record_book_view (world.book, "2026-09-01");
  g_autoptr (StreekMatrix) after = streek_frozen_progress_matrix_new (later, report, NULL);
  g_autofree char *still = dup_csv (after);

  g_assert_cmpstr (still, ==, frozen_in_may);
  g_assert_cmpstr (streek_matrix_get_title (after), ==, "Pact: progress");
  g_assert_cmpstr (streek_matrix_get_context (after), ==,
                   "1 March 2026 – 30 April 2026 · as known and frozen on 4 May 2026 by the "
                   "coordinator");
  g_assert_cmpstr (streek_matrix_get_notes (after)[0], ==,
                   "Of 3 actions and projects that ran in this period or have news of it, 2 have "
                   "news.");
  g_assert_cmpstr (streek_matrix_get_notes (after)[3], ==, "Remark: As sent to the board");
  streek_record_book_free (world.book);
}

/* Nothing at first; then another percentage and name, an update that came late, and an event that
 * is gone. */
static void
test_says_what_changed_since (void)
{
  World world;

  world_init (&world);

  gint64 report = freeze (&world, march_april, "2026-05-04");

  g_assert_null (show_since (&world, report, "2026-05-20"));

  streek_record_book_set (world.book, &streek_progress_kind, world.hired, STREEK_PROGRESS_PERCENT,
                          "90");
  streek_record_book_set (world.book, &streek_plan_item_kind, world.fair, STREEK_PLAN_ITEM_TITLE,
                          "Market");
  add_update (&world, world.study, "2026-04-12", "10", "Tender sent");
  add_update (&world, add_item (&world, "Course", "4"), "2026-04-13", "5", "Teacher found");
  delete_record (&world, &streek_event_kind, world.event);

  g_autofree char *since = show_since (&world, report, "2026-05-20");
  g_autoptr (StreekRecords) records = streek_record_book_read (world.book);
  g_autoptr (StreekProgressContent) was = streek_progress_content_read (records, report);
  g_autoptr (StreekProgressContent) is = streek_progress_content_gather (
    records, NULL, streek_report_of_plan (world.pact), march_april, 739756);
  StreekProgressDifference difference = streek_progress_content_compare (was, is);

  g_assert_cmpstr (
    since, ==,
    "Group,Action or project,\"Version 1, frozen on 4 May 2026\",As known on 20 May 2026\n"
    "Says something else,Market,\"Called “Fair”; Where it stood: Under way, 40 % (30 April 2026)\","
    "\"Called “Market”; Where it stood: Under way, 90 % (30 April 2026)\"\n"
    "Says something else,Study,Nothing was reported,"
    "\"12 April 2026: Tender sent; Where it stood: Under way, 10 % (12 April 2026)\"\n"
    "New,Course,Not in this report,"
    "\"13 April 2026: Teacher found; Where it stood: Under way, 5 % (13 April 2026)\"\n"
    "No longer in it,Opening,\"20 March 2026: Opening (1,200 present)\",Not in this report\n");
  g_assert_cmpuint (difference.n_changed, ==, 2);
  g_assert_cmpuint (difference.n_added, ==, 1);
  g_assert_cmpuint (difference.n_removed, ==, 1);
  streek_record_book_free (world.book);
}

/* The one before is an earlier version of the same period; of the first, that of the period before,
 * of which only where things stood is told. */
static void
test_differs_from_the_one_before (void)
{
  World world;
  g_autoptr (GError) error = NULL;

  world_init (&world);

  gint64 first = freeze (&world, march_april, "2026-05-04");

  add_update (&world, world.fair, "2026-03-02", "20", "Partners asked");

  gint64 second = freeze (&world, march_april, "2026-05-06");

  add_update (&world, world.fair, "2026-06-10", "70", "Stands let");

  gint64 third = freeze (&world, may_june, "2026-07-01");
  g_autoptr (StreekRecordView) view = streek_record_book_view (world.book, "2026-07-02");
  g_autoptr (StreekMatrix) versions = streek_progress_before_matrix_new (view, second, NULL);
  g_autoptr (StreekMatrix) periods = streek_progress_before_matrix_new (view, third, NULL);
  g_autoptr (StreekMatrix) none = streek_progress_before_matrix_new (view, first, &error);
  g_autoptr (StreekMatrix) now = streek_progress_news_matrix_new (view, world.pact, may_june, NULL);
  g_autofree char *of_versions = dup_csv (versions);
  g_autofree char *of_periods = dup_csv (periods);

  g_assert_null (none);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
  g_assert_null (now); /* nothing new since the third was frozen */
  g_assert_cmpstr (of_versions, ==,
                   "Group,Action or project,\"Version 1, frozen on 4 May 2026\","
                   "\"Version 2, frozen on 6 May 2026\"\n"
                   "Says something else,Fair,,2 March 2026: Partners asked\n");
  g_assert_cmpstr (
    of_periods, ==,
    "Group,Action or project,"
    "\"1 March 2026 – 30 April 2026 · Version 2, frozen on 6 May 2026\","
    "\"1 May 2026 – 30 June 2026 · Version 1, frozen on 1 July 2026\"\n"
    "Says something else,Fair,\"Under way, 40 % (30 April 2026)\","
    "\"Under way, 70 % (10 June 2026)\"\n"
    "No longer in it,Bridge,Running (9 March 2026),Not in this report\n"
    "No longer in it,Opening,\"In the report, without a status\",Not in this report\n");
  streek_record_book_free (world.book);
}

/* Of one period a version is one higher than the last that is there; withdrawn, its lines go with
 * it, and of the plan so do all. */
static void
test_versions_and_lines_hang_together (void)
{
  World world;
  guint n;

  world_init (&world);

  gint64 first = freeze (&world, march_april, "2026-05-04");
  gint64 second = freeze (&world, march_april, "2026-05-06");

  delete_record (&world, &streek_progress_report_kind, first);

  gint64 third = freeze (&world, march_april, "2026-05-08");
  g_autoptr (StreekRecords) records = streek_record_book_read (world.book);
  g_autoptr (GPtrArray) reports =
    streek_progress_reports_list (records, streek_report_of_plan (world.pact), NULL);

  g_assert_cmpuint (reports->len, ==, 2);
  g_assert_cmpint (streek_record_get_id (reports->pdata[0]), ==, third);
  g_assert_cmpint (streek_record_get_integer (reports->pdata[0], STREEK_PROGRESS_REPORT_VERSION),
                   ==, 3);
  g_assert_cmpint (streek_record_get_id (reports->pdata[1]), ==, second);
  streek_records_list_by (records, &streek_progress_report_row_kind,
                          STREEK_PROGRESS_REPORT_ROW_REPORT, first, &n);
  g_assert_cmpuint (n, ==, 0);
  streek_records_list_by (records, &streek_progress_report_row_kind,
                          STREEK_PROGRESS_REPORT_ROW_REPORT, third, &n);
  g_assert_cmpuint (n, ==, 7); /* 2 of the fair, 3 of the bridge, the event, the silent study */
  g_assert_null (streek_progress_content_read (records, first));

  delete_record (&world, &streek_pact_kind, world.pact);

  g_autoptr (StreekRecords) after = streek_record_book_read (world.book);

  streek_records_list (after, &streek_progress_report_row_kind, &n);
  g_assert_cmpuint (n, ==, 0);
  streek_record_book_free (world.book);
}

static char *
show_now (const World *world, StreekInterval period, const char *today)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, today);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMatrix) matrix = streek_progress_matrix_new (view, world->pact, period, &error);

  g_assert_no_error (error);

  return dup_csv (matrix);
}

#define LATE "Came in later: not yet known in the report before"

/* In May an update of April comes in, after the report of March and April was frozen: it stands in
 * the next report under a head of its own, once, and not in the one after it. What of an event is
 * called otherwise by now, and who was there, was known. */
static void
test_tells_what_came_late (void)
{
  World world;

  world_init (&world);
  freeze (&world, march_april, "2026-05-04");
  add_update (&world, world.study, "2026-04-12", "10", "Tender sent");
  add_update (&world, world.fair, "2026-05-10", "60", "Stands let");
  streek_record_book_set (world.book, &streek_event_kind, world.event, STREEK_EVENT_TITLE,
                          "Grand opening");
  streek_record_book_set (world.book, &streek_event_kind, world.event, STREEK_EVENT_ATTENDANCE,
                          "1250");

  g_autofree char *next = show_now (&world, may_june, "2026-07-01");
  gint64 second = freeze (&world, may_june, "2026-07-01");
  g_autofree char *frozen = show_frozen (&world, second, "2026-08-01");

  g_assert_cmpstr (next, ==,
                   HEAD
                   "Pillar,Fair,10 May 2026: Stands let,,\"Under way, 60 % (10 May 2026)\"\n" LATE
                   ",Study,12 April 2026: Tender sent,,\"Under way, 10 % (12 April 2026)\"\n"
                   "Without news,Study,Nothing was reported,,\n");
  g_assert_cmpstr (frozen, ==, next);
  g_assert_null (show_since (&world, second, "2026-08-01"));

  /* of the bridge nothing is heard in summer either, but it says nothing of when it runs */
  g_autofree char *summer = show_now (&world, july_august, "2026-09-01");

  g_assert_cmpstr (summer, ==,
                   HEAD "Without news,Fair,Nothing was reported,,\n"
                        "Without news,Study,Nothing was reported,,\n");

  /* of May and of March, in September: the report of May and June would have the one of March too
   */
  add_update (&world, world.fair, "2026-05-11", "65", "Tickets printed");
  add_update (&world, world.fair, "2026-03-02", "20", "Partners asked");

  g_autofree char *autumn = show_now (&world, july_august, "2026-09-02");
  g_autofree char *since = show_since (&world, second, "2026-09-02");

  g_assert_cmpstr (autumn, ==,
                   HEAD LATE ",Fair,2 March 2026: Partners asked; 11 May 2026: Tickets printed,,"
                             "\"Under way, 65 % (11 May 2026)\"\n"
                             "Without news,Fair,Nothing was reported,,\n"
                             "Without news,Study,Nothing was reported,,\n");
  g_assert_nonnull (strstr (since, "New,Fair (came in later),Not in this report,"
                                   "2 March 2026: Partners asked\n"));
  streek_record_book_free (world.book);
}

/* Another version of the report has it: then nothing is late. Nor is what only moved to another
 * action. */
static void
test_a_new_version_knows_it (void)
{
  World world;

  world_init (&world);
  freeze (&world, march_april, "2026-05-04");

  gint64 late = add_update (&world, world.study, "2026-04-12", "10", "Tender sent");

  freeze (&world, march_april, "2026-05-06");
  delete_record (&world, &streek_progress_kind, late);
  add_update (&world, world.fair, "2026-04-12", "10", "Tender sent");

  g_autofree char *next = show_now (&world, may_june, "2026-07-01");

  g_assert_cmpstr (next, ==,
                   HEAD "Without news,Fair,Nothing was reported,,\n"
                        "Without news,Study,Nothing was reported,,\n");
  streek_record_book_free (world.book);
}

static void
add_count (World *world, gint64 target, const char *period, const char *value)
{
  const StreekRecordKind *kind = &streek_measurement_kind;
  gint64 id = streek_record_book_add (world->book, kind, NULL);

  streek_record_book_refer (world->book, kind, id, STREEK_MEASUREMENT_TARGET, target);
  streek_record_book_set (world->book, kind, id, STREEK_MEASUREMENT_MEASURED_IN, period);
  streek_record_book_set (world->book, kind, id, STREEK_MEASUREMENT_VALUE, value);
}

/* From 100 visitors to 200: 150 are half of the way, 180 are four fifths. The frozen report keeps
 * the half; what is known since is told beside it, and in the report after it. One that was frozen
 * before targets were kept says nothing of them. */
static void
test_keeps_where_targets_stood (void)
{
  const StreekRecordKind *kind = &streek_target_kind;
  World world;

  world_init (&world);

  gint64 target = streek_record_book_add (world.book, kind, "Visitors");

  streek_record_book_refer (world.book, kind, target, STREEK_TARGET_ITEM, world.fair);
  streek_record_book_set (world.book, kind, target, STREEK_TARGET_BASELINE, "100");
  streek_record_book_set (world.book, kind, target, STREEK_TARGET_BASELINE_PERIOD, "2025");
  streek_record_book_set (world.book, kind, target, STREEK_TARGET_TARGET, "200");
  streek_record_book_set (world.book, kind, target, STREEK_TARGET_TARGET_PERIOD, "2026");
  add_count (&world, target, "2026-03", "150");

  gint64 report = freeze (&world, march_april, "2026-05-04");

  g_assert_null (show_since (&world, report, "2026-05-05"));
  add_count (&world, target, "2026-06", "180");

  g_autofree char *frozen = show_frozen (&world, report, "2026-07-01");
  g_autofree char *since = show_since (&world, report, "2026-07-01");
  g_autofree char *now = show_now (&world, march_april, "2026-07-01");
  gint64 next = freeze (&world, may_june, "2026-07-01");
  g_autoptr (StreekRecordView) view = streek_record_book_view (world.book, "2026-07-02");
  g_autoptr (StreekMatrix) matrix = streek_progress_before_matrix_new (view, next, NULL);
  g_autofree char *before = dup_csv (matrix);

  g_assert_nonnull (strstr (frozen, "Targets,Fair: Visitors,,,From 100 (2025) to 200 by 2026; "
                                    "50 % of the way: 150 (March 2026)\n"));
  g_assert_nonnull (strstr (now, "80 % of the way: 180 (June 2026)"));
  g_assert_nonnull (strstr (since, "Says something else,Fair: Visitors,"
                                   "From 100 (2025) to 200 by 2026; 50 % of the way: 150 (March "
                                   "2026),From 100 (2025) to 200 by 2026; 80 % of the way: 180 "
                                   "(June 2026)\n"));
  g_assert_nonnull (strstr (before, "50 % of the way: 150 (March 2026)"));

  streek_record_changes_set_flag (world.book->changes, &streek_progress_report_kind, report,
                                  STREEK_PROGRESS_REPORT_WITH_TARGETS, FALSE);
  g_assert_null (show_since (&world, report, "2026-07-01"));
  streek_record_book_free (world.book);
}

/* A second plan, of a body under the first one: its year programme draws from both. An action of
 * the year carries out an action of the second plan, another none. */
static void
add_second_plan (World *world, gint64 body)
{
  StreekRecordBook *book = world->book;
  gint64 below = streek_record_book_add (book, &streek_body_kind, "Working group");
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Accord");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Ferry");
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, "Year 2026");
  gint64 action = streek_record_book_add (book, &streek_year_action_kind, "Ferry");
  gint64 ad_hoc = streek_record_book_add (book, &streek_year_action_kind, "Flood");
  gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);
  const gint64 actions[] = { action, ad_hoc };

  streek_record_book_refer (book, &streek_body_kind, below, STREEK_BODY_PARENT, body);
  streek_record_book_refer (book, &streek_pact_kind, pact, STREEK_PACT_BODY, below);
  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, &streek_year_programme_kind, programme,
                            STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          "2026");
  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, action);
  streek_record_book_refer (book, &streek_year_action_item_kind, link, STREEK_YEAR_ACTION_ITEM_ITEM,
                            item);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const StreekRecordKind *kind = &streek_progress_kind;
      gint64 id = streek_record_book_add (book, kind, i == 0 ? "Boat bought" : "Sandbags filled");

      streek_record_book_refer (book, &streek_year_action_kind, actions[i],
                                STREEK_YEAR_ACTION_PROGRAMME, programme);
      streek_record_book_refer (book, kind, id, STREEK_PROGRESS_YEAR_ACTION, actions[i]);
      streek_record_book_set (book, kind, id, STREEK_PROGRESS_REPORTED_ON, "2026-03-15");
    }
}

/* Of a body: what stands in the reports of its plans, each chapter with the plan that it is of, and
 * what it did besides, once. Frozen it stays, goes with the body, and is of no plan. */
static void
test_reports_of_a_body (void)
{
  World world;
  g_autoptr (GError) error = NULL;

  world_init (&world);
  add_second_plan (&world, world.body);
  streek_record_book_set (world.book, &streek_pact_kind, world.pact, STREEK_PACT_STATUS, "running");

  StreekReportOf of = streek_report_of_body (world.body);
  g_autoptr (StreekRecordView) view = streek_record_book_view (world.book, "2026-05-04");
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekMatrix) matrix =
    streek_body_progress_matrix_new (view, world.body, march_april, &error);
  g_autoptr (StreekProgressContent) content =
    streek_progress_content_gather_with_targets (view, of, march_april);
  gint64 report =
    streek_progress_content_freeze (content, world.book->changes, records, "the coordinator", NULL);

  g_assert_no_error (error);

  g_autofree char *live = dup_csv (matrix);
  g_autofree char *frozen = show_frozen (&world, report, "2026-05-04");

  g_assert_cmpstr (streek_matrix_get_title (matrix), ==, "SERR (Accord, Pact): progress");
  g_assert_cmpstr (live, ==,
                   HEAD
                   "Accord,Ferry,15 March 2026: Boat bought,,\n"
                   "Pact › Pillar,Fair,30 April 2026: Hall hired,,\"Under way, 40 % (30 April "
                   "2026)\"\n"
                   "Ad hoc,Flood,15 March 2026: Sandbags filled,,\n"
                   "Projects,Bridge,9 March 2026: Pillars stand,"
                   "\"1 April 2026: “One lane” becomes “Two lanes”. Cyclists, too\",Running (9 "
                   "March 2026)\n"
                   "Events,Opening,\"20 March 2026: Opening (1,200 present)\",,\n"
                   "Without news,Pact › Study,Nothing was reported,,\n");
  g_assert_cmpstr (frozen, ==, live);
  g_assert_null (show_since (&world, report, "2026-05-05"));
  add_update (&world, world.study, "2026-04-12", "10", "Tender sent");

  g_autofree char *since = show_since (&world, report, "2026-05-20");
  g_autoptr (StreekRecordView) later = streek_record_book_view (world.book, "2026-07-01");
  g_autoptr (StreekMatrix) next =
    streek_body_progress_matrix_new (later, world.body, may_june, NULL);
  g_autofree char *late = dup_csv (next);
  g_autoptr (GPtrArray) of_plan = streek_progress_reports_list (
    streek_record_view_get_records (later), streek_report_of_plan (world.pact), NULL);
  g_autoptr (GArray) periods = streek_report_periods_list (later, of);

  g_assert_nonnull (strstr (since, "Says something else,Study,Nothing was reported,"));
  g_assert_nonnull (strstr (late, LATE ",Pact › Pillar › Study,12 April 2026: Tender sent,,"));
  g_assert_cmpuint (of_plan->len, ==, 0);
  g_assert_cmpuint (periods->len, ==, 1 + 4); /* the year, and each two months up to July */

  delete_record (&world, &streek_body_kind, world.body);

  g_autoptr (StreekRecords) after = streek_record_book_read (world.book);
  guint n;

  streek_records_list (after, &streek_progress_report_kind, &n);
  g_assert_cmpuint (n, ==, 0);
  streek_record_book_free (world.book);
}

static guint
count_lines (WorkspaceFixture *fixture)
{
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (fixture->workspace, NULL);
  guint n;

  streek_records_list (records, &streek_progress_report_row_kind, &n);

  return n;
}

static gint64
find_plan (const StreekRecords *records, const char *beginning)
{
  guint n;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (streek_record_get_text (pacts[i], STREEK_PACT_TITLE), beginning))
      return streek_record_get_id (pacts[i]);

  return 0;
}

/* Of the example's plan of six years: written as one command, taken back and done again with all of
 * its lines; none of them can be written over. */
static void
test_is_one_command (WorkspaceFixture *fixture, gconstpointer data)
{
  StreekStore *store = streek_workspace_get_store (fixture->workspace);
  StreekInterval years = { streek_date_from_ymd (2020, 1, 1), streek_date_from_ymd (2026, 1, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) before = streek_workspace_dup_records (fixture->workspace, &error);
  gint64 pact = find_plan (before, "Actieplan regionale sociale economie");
  gint64 report = streek_edits_freeze_progress (fixture->workspace, streek_report_of_plan (pact),
                                                years, "the coordinator", NULL, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (fixture->workspace, &error);
  StreekRecords *after = streek_record_view_get_records (view);
  g_autoptr (StreekProgressContent) was = streek_progress_content_read (after, report);
  g_autoptr (StreekProgressContent) is =
    streek_progress_content_gather_with_targets (view, streek_report_of_plan (pact), years);
  StreekProgressDifference difference = streek_progress_content_compare (was, is);
  g_autoptr (StreekRecordChanges) forbidden = streek_record_changes_new ();
  guint n;
  const StreekRecord *const *lines =
    streek_records_list (after, &streek_progress_report_row_kind, &n);

  g_assert_cmpuint (n, >=, was->rows->len);
  g_assert_cmpuint (was->rows->len, >, 5);
  g_assert_cmpuint (was->rows->len, ==, is->rows->len);
  g_assert_cmpuint (difference.n_added + difference.n_removed + difference.n_changed, ==, 0);
  streek_record_changes_set_text (forbidden, &streek_progress_report_row_kind,
                                  streek_record_get_id (lines[0]), STREEK_PROGRESS_REPORT_ROW_TEXT,
                                  "Better words");
  g_assert_false (
    streek_edits_write_records (fixture->workspace, forbidden, "Test", NULL, NULL, &error));
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID);
  g_assert_true (streek_store_undo (store, NULL, NULL));
  g_assert_cmpuint (count_lines (fixture), ==, 0);
  g_assert_true (streek_store_redo (store, NULL, NULL));
  g_assert_cmpuint (count_lines (fixture), ==, n);
  g_clear_error (&error);
  g_assert_cmpint (streek_edits_freeze_progress (fixture->workspace, streek_report_of_plan (12),
                                                 years, NULL, NULL, NULL, &error),
                   ==, 0);
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/progress-report/late", test_tells_what_came_late);
  g_test_add_func ("/workspace/progress-report/late-in-a-version", test_a_new_version_knows_it);
  g_test_add_func ("/workspace/progress-report/targets", test_keeps_where_targets_stood);
  g_test_add_func ("/workspace/progress-report/body", test_reports_of_a_body);
  g_test_add_func ("/workspace/progress-report/stays-as-it-was", test_stays_as_it_was);
  g_test_add_func ("/workspace/progress-report/changed-since", test_says_what_changed_since);
  g_test_add_func ("/workspace/progress-report/one-before", test_differs_from_the_one_before);
  g_test_add_func ("/workspace/progress-report/versions", test_versions_and_lines_hang_together);
  g_test_add ("/workspace/progress-report/one-command", WorkspaceFixture, NULL,
              workspace_fixture_set_up_example, test_is_one_command, workspace_fixture_tear_down);

  return g_test_run ();
}
