/* test-year-plan.c: from which plans a year draws, what it covers, and what it carries over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-year-plan.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "streek-letters-db.h"
#include "streek-record-book.h"

#include <math.h>

typedef struct
{
  StreekRecordBook *book;
  gint64 serr, resoc;
  gint64 own, of_area, elsewhere, draft, past;
  gint64 goal, action, done;
  gint64 before, programme;
} Fixture;

static gint64
add_pact (
  StreekRecordBook *book, const char *title, const char *area, const char *from, const char *to)
{
  gint64 id = streek_record_book_add (book, &streek_pact_kind, title);

  streek_record_book_set (book, &streek_pact_kind, id, STREEK_PACT_STARTS, from);
  streek_record_book_set (book, &streek_pact_kind, id, STREEK_PACT_ENDS, to);
  if (area != NULL)
    streek_record_book_set (book, &streek_pact_kind, id, STREEK_PACT_AREA, area);

  return id;
}

static gint64
add_programme (StreekRecordBook *book, gint64 body, const char *year)
{
  gint64 id = streek_record_book_add (book, &streek_year_programme_kind, year);

  streek_record_book_refer (book, &streek_year_programme_kind, id, STREEK_YEAR_PROGRAMME_BODY,
                            body);
  streek_record_book_set (book, &streek_year_programme_kind, id, STREEK_YEAR_PROGRAMME_YEAR, year);

  return id;
}

static gint64
add_item (Fixture *fixture, const char *title, gint64 parent)
{
  gint64 id = streek_record_book_add (fixture->book, &streek_plan_item_kind, title);

  streek_record_book_refer (fixture->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT,
                            fixture->of_area);
  streek_record_book_refer (fixture->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PARENT,
                            parent);

  return id;
}

static gint64
add_action (Fixture *fixture, gint64 programme, const char *title, const char *status, gint64 item)
{
  StreekRecordBook *book = fixture->book;
  gint64 id = streek_record_book_add (book, &streek_year_action_kind, title);

  streek_record_book_refer (book, &streek_year_action_kind, id, STREEK_YEAR_ACTION_PROGRAMME,
                            programme);
  streek_record_book_set (book, &streek_year_action_kind, id, STREEK_YEAR_ACTION_STATUS, status);
  streek_record_book_set (book, &streek_year_action_kind, id, STREEK_YEAR_ACTION_STARTS, "2026-Q3");

  if (item != 0)
    {
      gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);

      streek_record_book_refer (book, &streek_year_action_item_kind, link,
                                STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, id);
      streek_record_book_refer (book, &streek_year_action_item_kind, link,
                                STREEK_YEAR_ACTION_ITEM_ITEM, item);
    }

  return id;
}

/* The body covers A and B; plans of its own, of A, of C, a draft of A and one of before. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  StreekRecordBook *book = fixture->book = streek_record_book_new ();

  streek_letters_add_set (book->db, "SERR", NULL, FALSE, 20);
  streek_letters_add_area (book->db, "SERR", "AB", "1983-01-01", NULL);
  streek_letters_add_members (book->db, "SERR", "AB", "AB", "1983-01-01", NULL, TRUE);

  fixture->serr = streek_record_book_add (book, &streek_body_kind, "SERR");
  fixture->resoc = streek_record_book_add (book, &streek_body_kind, "RESOC");
  streek_record_book_set (book, &streek_body_kind, fixture->serr, STREEK_BODY_KIND, "serr");
  streek_record_book_set (book, &streek_body_kind, fixture->serr, STREEK_BODY_AREA, "SERR:AB");

  fixture->own = add_pact (book, "Own", NULL, "2026", "2028");
  streek_record_book_refer (book, &streek_pact_kind, fixture->own, STREEK_PACT_BODY, fixture->serr);
  fixture->of_area = add_pact (book, "Of A", "gemeente:A", "2025", "2027");
  streek_record_book_refer (book, &streek_pact_kind, fixture->of_area, STREEK_PACT_BODY,
                            fixture->resoc);
  fixture->elsewhere = add_pact (book, "Of C", "gemeente:C", "2025", "2027");
  fixture->draft = add_pact (book, "Draft", "gemeente:A", "2025", "2027");
  streek_record_book_set (book, &streek_pact_kind, fixture->draft, STREEK_PACT_STATUS, "draft");
  fixture->past = add_pact (book, "Past", "gemeente:A", "2020", "2026");

  fixture->goal = add_item (fixture, "Goal", 0);
  fixture->action = add_item (fixture, "Action", fixture->goal);
  fixture->done = add_item (fixture, "Done", fixture->goal);
  streek_record_book_set (book, &streek_plan_item_kind, fixture->done, STREEK_PLAN_ITEM_STATUS,
                          "done");
  add_item (fixture, "Alone", 0);

  fixture->before = add_programme (book, fixture->serr, "2026");
  fixture->programme = add_programme (book, fixture->serr, "2027");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_book_free (fixture->book);
}

static const StreekRecord *
find (const StreekRecordView *view, const StreekRecordKind *kind, gint64 id)
{
  return streek_records_find (streek_record_view_get_records (view), kind, id);
}

static gboolean
holds (const GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (streek_record_get_id (records->pdata[i]) == id)
      return TRUE;

  return FALSE;
}

static void
test_draws_from_all_it_covers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2026-11-01");
  g_autoptr (GPtrArray) pacts = streek_year_plan_list_pacts (
    view, find (view, &streek_year_programme_kind, fixture->programme));

  g_assert_cmpuint (pacts->len, ==, 2);
  g_assert_true (holds (pacts, fixture->own));
  g_assert_true (holds (pacts, fixture->of_area));
}

/* What lies in its area is not therefore its own: the plan of an overleg is, that of A is not. */
static void
test_draws_from_its_own (Fixture *fixture, gconstpointer data)
{
  streek_record_book_set (fixture->book, &streek_body_kind, fixture->serr, STREEK_BODY_KIND,
                          "algemene-vergadering");

  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2026-11-01");
  g_autoptr (GPtrArray) pacts = streek_year_plan_list_pacts (
    view, find (view, &streek_year_programme_kind, fixture->programme));

  g_assert_cmpuint (pacts->len, ==, 1);
  g_assert_true (holds (pacts, fixture->own));
}

static gint64
add_timed (Fixture *fixture, const char *title, const char *from, const char *to)
{
  gint64 id = add_item (fixture, title, fixture->goal);

  if (from != NULL)
    streek_record_book_set (fixture->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_STARTS,
                            from);
  if (to != NULL)
    streek_record_book_set (fixture->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_ENDS, to);

  return id;
}

/* By hand, for 2027: asked for are "Action" and "Alone" (no timing), "Reaches" and "Begins", and
 * "Over", which is carried out all the same; not "Past", "Later" and "Done". Two of five are in it;
 * a third only was; the goal is no action and counts nowhere. */
static void
test_asks_for_what_the_year_has (Fixture *fixture, gconstpointer data)
{
  add_timed (fixture, "Past", "2025", "2026-Q4");
  add_timed (fixture, "Later", "2028-Q1", NULL);
  add_action (fixture, fixture->programme, "Off", "postponed",
              add_timed (fixture, "Reaches", "2025", "2027-01"));
  add_timed (fixture, "Begins", "2027-Q4", NULL);
  add_action (fixture, fixture->programme, "Late", "running",
              add_timed (fixture, "Over", NULL, "2026"));
  add_action (fixture, fixture->programme, "First", "running", fixture->action);
  add_action (fixture, fixture->programme, "Of the chapter", "running", fixture->goal);

  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2026-11-01");
  g_autoptr (GPtrArray) all = streek_year_plan_list_coverage (
    view, find (view, &streek_year_programme_kind, fixture->programme), 0);
  const StreekYearCoverage *chapter = NULL;
  guint n_actions, n_called_off;

  for (guint i = 0; i < all->len; i++)
    if (!((const StreekYearCoverage *) all->pdata[i])->is_action)
      chapter = all->pdata[i];

  g_assert_cmpuint (streek_year_plan_count_covered (all, &n_called_off, &n_actions), ==, 2);
  g_assert_cmpuint (n_actions, ==, 5);
  g_assert_cmpuint (n_called_off, ==, 1);
  g_assert_cmpuint (all->len, ==, 6);
  g_assert_nonnull (chapter);
  g_assert_cmpint (streek_record_get_id (chapter->item), ==, fixture->goal);
  g_assert_cmpuint (chapter->year_actions->len, ==, 1);
}

/* "Action" is carried out twice, "Alone" not at all, what is done is not asked for. */
static void
test_says_what_is_covered (Fixture *fixture, gconstpointer data)
{
  gint64 ad_hoc = add_action (fixture, fixture->programme, "Ad hoc", "running", 0);

  add_action (fixture, fixture->programme, "First", "running", fixture->action);
  add_action (fixture, fixture->programme, "Second", "not_started", fixture->action);
  add_action (fixture, fixture->before, "Earlier", "done", fixture->action);

  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2026-11-01");
  const StreekRecord *programme = find (view, &streek_year_programme_kind, fixture->programme);
  g_autoptr (GPtrArray) all = streek_year_plan_list_coverage (view, programme, 0);
  g_autoptr (GPtrArray) chapter = streek_year_plan_list_coverage (view, programme, fixture->goal);
  g_autoptr (GPtrArray) loose =
    streek_year_plan_list_ad_hoc (streek_record_view_get_records (view), fixture->programme);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (chapter->len, ==, 1);
  g_assert_cmpuint (((StreekYearCoverage *) chapter->pdata[0])->year_actions->len, ==, 2);
  g_assert_cmpuint (loose->len, ==, 1);
  g_assert_true (holds (loose, ad_hoc));
}

/* What was postponed at 40 % for € 1 000 is not begun in its new year, and the money is counted in
 * one year only. */
static void
test_carries_over_once (Fixture *fixture, gconstpointer data)
{
  gint64 open = add_action (fixture, fixture->before, "Open", "postponed", fixture->action);

  streek_record_book_set (fixture->book, &streek_year_action_kind, open, STREEK_YEAR_ACTION_PERCENT,
                          "40");
  streek_record_book_set (fixture->book, &streek_year_action_kind, open, STREEK_YEAR_ACTION_BUDGET,
                          "1000");
  streek_record_book_set (fixture->book, &streek_year_action_kind, open, STREEK_YEAR_ACTION_OWNER,
                          "director");

  gint64 obligation = streek_record_book_add (fixture->book, &streek_obligation_kind, "MVO");
  gint64 meets = streek_record_book_add (fixture->book, &streek_year_action_obligation_kind, NULL);

  streek_record_book_refer (fixture->book, &streek_year_action_obligation_kind, meets,
                            STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION, open);
  streek_record_book_refer (fixture->book, &streek_year_action_obligation_kind, meets,
                            STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION, obligation);
  add_action (fixture, fixture->before, "Done", "done", 0);
  add_action (fixture, fixture->before, "Dropped", "dropped", 0);

  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  const StreekRecord *programme =
    streek_records_find (records, &streek_year_programme_kind, fixture->programme);
  g_autoptr (GPtrArray) unfinished = streek_year_plan_list_unfinished (records, programme);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  guint n, n_links;

  g_assert_cmpuint (unfinished->len, ==, 1);
  g_assert_true (holds (unfinished, open));
  streek_year_plan_carry_over (changes, records, programme, unfinished);

  g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
  const StreekRecord *const *carried = streek_records_list_by (
    after, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, fixture->programme, &n);
  g_autoptr (GPtrArray) left = streek_year_plan_list_unfinished (after, programme);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (streek_record_get_reference (carried[0], STREEK_YEAR_ACTION_CARRIED_FROM), ==,
                   open);
  g_assert_false (streek_record_has (carried[0], STREEK_YEAR_ACTION_STARTS));
  g_assert_true (streek_record_is (carried[0], STREEK_YEAR_ACTION_STATUS, "not_started"));
  g_assert_false (streek_record_has (carried[0], STREEK_YEAR_ACTION_PERCENT));
  g_assert_false (streek_record_has (carried[0], STREEK_YEAR_ACTION_BUDGET));
  g_assert_cmpstr (streek_record_get_text (carried[0], STREEK_YEAR_ACTION_OWNER), ==, "director");
  streek_records_list_by (after, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM,
                          fixture->action, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  streek_records_list_by (after, &streek_year_action_obligation_kind,
                          STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION, obligation, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_makes_an_action_of_one_of_the_plan (Fixture *fixture, gconstpointer data)
{
  streek_record_book_set (fixture->book, &streek_plan_item_kind, fixture->action,
                          STREEK_PLAN_ITEM_STARTS, "2025");
  streek_record_book_set (fixture->book, &streek_plan_item_kind, fixture->action,
                          STREEK_PLAN_ITEM_ENDS, "2027-Q2");

  gint64 office = streek_record_book_add (fixture->book, &streek_organisation_kind, "W13");

  streek_record_book_refer (fixture->book, &streek_plan_item_kind, fixture->action,
                            STREEK_PLAN_ITEM_ORGANISATION, office);

  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = streek_year_plan_add (
    changes, records,
    streek_records_find (records, &streek_year_programme_kind, fixture->programme),
    streek_records_find (records, &streek_plan_item_kind, fixture->action));
  g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
  const StreekRecord *made = streek_records_find (after, &streek_year_action_kind, id);
  g_autofree char *ends =
    streek_period_to_string (streek_record_get_period (made, STREEK_YEAR_ACTION_ENDS));

  g_assert_cmpstr (streek_record_get_text (made, STREEK_YEAR_ACTION_TITLE), ==, "Action");
  g_assert_cmpint (streek_record_get_reference (made, STREEK_YEAR_ACTION_ORGANISATION), ==, office);
  g_assert_false (streek_record_has (made, STREEK_YEAR_ACTION_STARTS));
  g_assert_cmpstr (ends, ==, "2027-Q2");
}

/* Of the goal its open actions that reach into 2027 come along: "Action" and "Reaches"; "Later" and
 * "Done" do not, but "Done" does when it is dragged itself. What is there already stays out. */
static void
test_takes_what_is_dragged (Fixture *fixture, gconstpointer data)
{
  gint64 reaches = add_timed (fixture, "Reaches", "2025", "2027-01");

  add_timed (fixture, "Later", "2028-Q1", NULL);

  g_autoptr (StreekRecords) records = streek_record_book_read (fixture->book);
  const StreekRecord *programme =
    streek_records_find (records, &streek_year_programme_kind, fixture->programme);
  const gint64 both[] = { fixture->goal, fixture->done };
  g_autoptr (GPtrArray) of_goal =
    streek_year_plan_list_takable (records, programme, &fixture->goal, 1);
  g_autoptr (GPtrArray) of_both =
    streek_year_plan_list_takable (records, programme, both, G_N_ELEMENTS (both));
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  g_assert_cmpuint (of_goal->len, ==, 2);
  g_assert_true (holds (of_goal, fixture->action) && holds (of_goal, reaches));
  g_assert_cmpuint (of_both->len, ==, 3);
  g_assert_true (holds (of_both, fixture->done));

  streek_year_plan_add_all (changes, records, programme, of_goal);

  g_autoptr (StreekRecords) after = streek_record_changes_preview (changes, records);
  g_autoptr (GPtrArray) left = streek_year_plan_list_takable (after, programme, &fixture->goal, 1);
  guint n;
  const StreekRecord *const *made = streek_records_list_by (
    after, &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, fixture->programme, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (streek_record_get_number (made[0], STREEK_YEAR_ACTION_RANK), !=,
                     streek_record_get_number (made[1], STREEK_YEAR_ACTION_RANK));
  g_assert_cmpuint (left->len, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* After the newest of the body, but no year that is over; after the body where it has none. */
static void
test_proposes_the_next (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_year_programme_kind;

  streek_record_book_set (fixture->book, kind, fixture->programme, STREEK_YEAR_PROGRAMME_TITLE,
                          "Jaarplanning 2027 van de SERR");

  g_autoptr (StreekRecordView) early = streek_record_book_view (fixture->book, "2026-11-01");
  g_autoptr (StreekRecordView) late = streek_record_book_view (fixture->book, "2030-01-01");
  int next, overdue, first;
  g_autofree char *title = streek_year_plan_propose (early, fixture->serr, &next);
  g_autofree char *of_now = streek_year_plan_propose (late, fixture->serr, &overdue);
  g_autofree char *of_body = streek_year_plan_propose (early, fixture->resoc, &first);

  g_assert_cmpint (next, ==, 2028);
  g_assert_cmpstr (title, ==, "Jaarplanning 2028 van de SERR");
  g_assert_cmpint (overdue, ==, 2030);
  g_assert_cmpstr (of_now, ==, "Jaarplanning 2030 van de SERR");
  g_assert_cmpint (first, ==, 2026);
  g_assert_cmpstr (of_body, ==, "Year programme of RESOC 2026");
}

/* The title is that of the plans it draws from: of the SERR its own and those of its area, of the
 * RESOC its own. Where they do not agree there is none; what no longer runs has no say. */
static void
test_is_called_as_its_plans_say (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_pact_kind;
  gint64 body = streek_record_book_add (fixture->book, &streek_body_kind, "Other SERR");
  int first;

  streek_record_book_set (fixture->book, &streek_body_kind, body, STREEK_BODY_KIND, "serr");
  streek_record_book_set (fixture->book, &streek_body_kind, body, STREEK_BODY_AREA, "SERR:AB");
  streek_record_book_set (fixture->book, kind, fixture->of_area, STREEK_PACT_PROGRAMME_NAME,
                          "Jaarprogramma");
  streek_record_book_set (fixture->book, kind, fixture->past, STREEK_PACT_PROGRAMME_NAME,
                          "Werkplan");

  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2027-02-01");
  g_autofree char *title = streek_year_plan_propose (view, fixture->resoc, &first);
  g_autofree char *of_area = streek_year_plan_propose (view, body, &first);
  gint64 other = add_pact (fixture->book, "Of B", "gemeente:B", "2026", "2028");

  streek_record_book_set (fixture->book, kind, other, STREEK_PACT_PROGRAMME_NAME, "Jaarplanning");

  g_autoptr (StreekRecordView) both = streek_record_book_view (fixture->book, "2027-02-01");
  g_autofree char *plain = streek_year_plan_propose (both, body, &first);

  g_assert_cmpstr (title, ==, "Jaarprogramma of RESOC 2027");
  g_assert_cmpstr (of_area, ==, "Jaarprogramma of Other SERR 2027");
  g_assert_cmpstr (plain, ==, "Year programme of Other SERR 2027");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/plan/year-plan/draws-from-all-it-covers", test_draws_from_all_it_covers);
  ADD ("/plan/year-plan/draws-from-its-own", test_draws_from_its_own);
  ADD ("/plan/year-plan/asks-for-what-the-year-has", test_asks_for_what_the_year_has);
  ADD ("/plan/year-plan/says-what-is-covered", test_says_what_is_covered);
  ADD ("/plan/year-plan/carries-over-once", test_carries_over_once);
  ADD ("/plan/year-plan/proposes-the-next", test_proposes_the_next);
  ADD ("/plan/year-plan/is-called-as-its-plans-say", test_is_called_as_its_plans_say);
  ADD ("/plan/year-plan/makes-an-action", test_makes_an_action_of_one_of_the_plan);
  ADD ("/plan/year-plan/takes-what-is-dragged", test_takes_what_is_dragged);

  return g_test_run ();
}
