/* test-plan-rules.c: what a check says of plans and projects, each rule for one that is wrong and
 * silent for one that is right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-rules.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-role.h"
#include "plan/streek-signal.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project-rules.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "rule/streek-rule.h"
#include "streek-record-book.h"

/* Held against 15 May 2026. */
static GPtrArray *
check (StreekRecordBook *book)
{
  g_autoptr (GError) error = NULL;

  streek_plan_rules_register ();
  streek_project_rules_register ();
  g_assert_true (streek_db_execute (book->db, "BEGIN", &error));
  g_assert_true (streek_record_changes_write (book->changes, book->db, &error));
  g_assert_no_error (error);
  g_assert_true (streek_db_execute (book->db, "COMMIT", &error));
  g_assert_no_error (error);

  GPtrArray *findings =
    streek_rules_run (book->db, streek_date_from_ymd (2026, 5, 15), NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static guint
count (const GPtrArray *findings, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->id, id))
        {
          g_test_message ("%s: %s", id, finding->message);
          n++;
        }
    }

  return n;
}

static gboolean
says (const GPtrArray *findings, const char *message)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const StreekFinding *) findings->pdata[i])->message, message))
      return TRUE;

  return FALSE;
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, gint64 parent, const char *title, gint64 level)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  gint64 id = streek_record_book_add (book, kind, title);

  streek_record_book_refer (book, kind, id, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_refer (book, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
  streek_record_book_refer (book, kind, id, STREEK_PLAN_ITEM_LEVEL, level);

  return id;
}

static gint64
add_pact (StreekRecordBook *book, const char *title, gint64 *action_level)
{
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, title);

  *action_level = streek_record_book_add (book, &streek_pact_level_kind, "Actie");
  streek_record_book_refer (book, &streek_pact_level_kind, *action_level, STREEK_PACT_LEVEL_PACT,
                            pact);
  streek_record_book_set (book, &streek_pact_level_kind, *action_level, STREEK_PACT_LEVEL_IS_ACTION,
                          "1");
  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "2");

  return pact;
}

static void
test_looks_at_plans (void)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "Pact", &level);
  gint64 full = add_item (book, pact, 0, "Goal with an action", 0);

  add_item (book, pact, 0, "Goal without one", 0);

  gint64 late = add_item (book, pact, full, "Late", level);
  gint64 silent = add_item (book, pact, full, "Silent", level);

  add_item (book, pact, full, "Undated", level);
  streek_record_book_set (book, kind, late, STREEK_PLAN_ITEM_ENDS, "2026-04");
  streek_record_book_set (book, kind, silent, STREEK_PLAN_ITEM_STARTS, "2026-01");
  streek_record_book_set (book, kind, silent, STREEK_PLAN_ITEM_STATUS, "running");

  gint64 target = streek_record_book_add (book, &streek_target_kind, "Jobs");

  streek_record_book_refer (book, &streek_target_kind, target, STREEK_TARGET_ITEM, late);
  streek_record_book_set (book, &streek_target_kind, target, STREEK_TARGET_TARGET, "5");

  gint64 early = streek_record_book_add (book, &streek_target_kind, "Due before its baseline");

  streek_record_book_refer (book, &streek_target_kind, early, STREEK_TARGET_ITEM, late);
  streek_record_book_set (book, &streek_target_kind, early, STREEK_TARGET_BASELINE_PERIOD, "2020");
  streek_record_book_set (book, &streek_target_kind, early, STREEK_TARGET_TARGET_PERIOD, "2019");

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (count (findings, "plan/goal-without-action"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/action-overdue"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/no-news"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/action-without-timing"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/action-without-indicator"), ==, 2);
  g_assert_cmpuint (count (findings, "plan/target-incomplete"), ==, 2); /* jobs, early */
}

/* Of a closed plan nothing is asked any more. */
static void
test_leaves_closed_plans (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "Pact", &level);
  gint64 goal = add_item (book, pact, 0, "Goal", 0);

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_STATUS, "closed");
  streek_record_book_set (book, &streek_plan_item_kind, add_item (book, pact, goal, "Late", level),
                          STREEK_PLAN_ITEM_ENDS, "2020");
  add_item (book, pact, 0, "Goal without one", 0);

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_looks_at_obligations_and_bodies (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "ROSE", &level);
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC");
  gint64 role = streek_record_book_add (book, &streek_role_kind, "advise");
  gint64 obligation = streek_record_book_add (book, &streek_obligation_kind, "MVO");
  gint64 old = streek_record_book_add (book, &streek_signal_kind, "Trains");
  gint64 answered = streek_record_book_add (book, &streek_signal_kind, "Buses");

  streek_record_book_set (book, &streek_body_kind, body, STREEK_BODY_ORIENTATION, "projects");
  streek_record_book_refer (book, &streek_role_kind, role, STREEK_ROLE_BODY, body);
  streek_record_book_refer (book, &streek_obligation_kind, obligation, STREEK_OBLIGATION_PACT,
                            pact);
  streek_record_book_set (book, &streek_obligation_kind, obligation, STREEK_OBLIGATION_FIRST_YEAR,
                          "2024");
  streek_record_book_set (book, &streek_obligation_kind, obligation, STREEK_OBLIGATION_LAST_YEAR,
                          "2026");
  streek_record_book_set (book, &streek_obligation_kind, obligation, STREEK_OBLIGATION_RULE,
                          "every_year");

  for (guint i = 0; i < 2; i++)
    {
      gint64 signal = i == 0 ? old : answered;

      streek_record_book_set (book, &streek_signal_kind, signal, STREEK_SIGNAL_LEVEL, "flanders");
      streek_record_book_set (book, &streek_signal_kind, signal, STREEK_SIGNAL_SENT_ON,
                              "2026-01-01");
    }

  streek_record_book_set (book, &streek_signal_kind, answered, STREEK_SIGNAL_ANSWER, "Soon");

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (count (findings, "plan/role-contradiction"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/obligation-gap"), ==, 1);
  g_assert_cmpuint (count (findings, "plan/signal-open"), ==, 1);
}

static void
test_looks_at_projects (void)
{
  const StreekRecordKind *kind = &streek_project_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 programme = streek_record_book_add (book, &streek_programme_kind, "West Deal");
  gint64 part = streek_record_book_add (book, &streek_programme_kind, "Part");
  gint64 call = streek_record_book_add (book, &streek_call_kind, "Call");
  gint64 leaderless = streek_record_book_add (book, kind, "Leaderless");
  gint64 led = streek_record_book_add (book, kind, "Led");
  gint64 strand = streek_record_book_add (book, &streek_strand_kind, "Strand");
  gint64 lead = streek_record_book_add (book, &streek_organisation_kind, "Stad A");

  streek_record_book_set (book, &streek_programme_kind, programme, STREEK_PROGRAMME_ANNOUNCED, "3");
  streek_record_book_refer (book, &streek_programme_kind, part, STREEK_PROGRAMME_PARENT, programme);
  streek_record_book_refer (book, kind, leaderless, STREEK_PROJECT_PROGRAMME, programme);
  streek_record_book_refer (book, kind, led, STREEK_PROJECT_PROGRAMME, part);
  streek_record_book_refer (book, kind, led, STREEK_PROJECT_LEAD, lead);
  streek_record_book_refer (book, kind, led, STREEK_PROJECT_CALL, call);
  streek_record_book_set (book, kind, led, STREEK_PROJECT_STATUS, "running");
  streek_record_book_set (book, kind, led, STREEK_PROJECT_ENDS, "2026-05-14");
  streek_record_book_set (book, &streek_call_kind, call, STREEK_CALL_ENDS, "2026-05-13");
  streek_record_book_refer (book, &streek_strand_kind, strand, STREEK_STRAND_PROJECT, led);

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (count (findings, "project/without-lead"), ==, 1);
  g_assert_cmpuint (count (findings, "project/outside-call"), ==, 1);
  g_assert_cmpuint (count (findings, "project/overdue"), ==, 1);
  g_assert_cmpuint (count (findings, "project/strand-without-results"), ==, 1);
  g_assert_cmpuint (count (findings, "project/announced"), ==, 1);
}

/* Of what is only known by year nothing is said that may not be so. */
static void
test_spares_what_is_half_known (void)
{
  const StreekRecordKind *kind = &streek_project_kind;
  static const struct
  {
    const char *starts, *ends;
    guint n_outside, n_overdue;
  } cases[] = {
    { "2025", "2026", 0, 0 },    /* may begin on 1 July, and may go on until December */
    { "2024", "2026", 1, 0 },    /* surely begins too early */
    { "2025-06", "2026", 1, 0 }, /* the same */
    { "2025", "2027", 1, 0 },    /* surely ends too late */
    { "2025", "2026-04", 0, 1 }, /* ended before 15 May 2026 */
    { "2025", "2026-05", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordBook) book = streek_record_book_new ();
      gint64 call = streek_record_book_add (book, &streek_call_kind, "Call");
      gint64 project = streek_record_book_add (book, kind, "Project");

      streek_record_book_set (book, &streek_call_kind, call, STREEK_CALL_STARTS, "2025-07-01");
      streek_record_book_set (book, &streek_call_kind, call, STREEK_CALL_ENDS, "2026-12-31");
      streek_record_book_refer (book, kind, project, STREEK_PROJECT_CALL, call);
      streek_record_book_set (book, kind, project, STREEK_PROJECT_STATUS, "running");
      streek_record_book_set (book, kind, project, STREEK_PROJECT_STARTS, cases[i].starts);
      streek_record_book_set (book, kind, project, STREEK_PROJECT_ENDS, cases[i].ends);

      g_autoptr (GPtrArray) findings = check (book);

      g_test_message ("%s to %s", cases[i].starts, cases[i].ends);
      g_assert_cmpuint (count (findings, "project/outside-call"), ==, cases[i].n_outside);
      g_assert_cmpuint (count (findings, "project/overdue"), ==, cases[i].n_overdue);
    }
}

static gint64
add_programme (StreekRecordBook *book, gint64 body, const char *year)
{
  const StreekRecordKind *kind = &streek_year_programme_kind;
  gint64 id = streek_record_book_add (book, kind, year);

  streek_record_book_refer (book, kind, id, STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_book_set (book, kind, id, STREEK_YEAR_PROGRAMME_YEAR, year);

  return id;
}

static gint64
add_year_action (StreekRecordBook *book, gint64 programme, const char *title, const char *status)
{
  const StreekRecordKind *kind = &streek_year_action_kind;
  gint64 id = streek_record_book_add (book, kind, title);

  streek_record_book_refer (book, kind, id, STREEK_YEAR_ACTION_PROGRAMME, programme);
  if (status != NULL)
    streek_record_book_set (book, kind, id, STREEK_YEAR_ACTION_STATUS, status);

  return id;
}

static gint64
add_link (StreekRecordBook *book,
          const StreekRecordKind *kind,
          guint owner,
          gint64 id,
          guint other,
          gint64 named)
{
  gint64 link = streek_record_book_add (book, kind, kind == &streek_event_kind ? "Event" : NULL);

  streek_record_book_refer (book, kind, link, owner, id);
  streek_record_book_refer (book, kind, link, other, named);

  return link;
}

/* A body that chose care: an own project about water, an event of it, and a year in which it
 * carries out an action about water of the plan of somebody else. */
static void
test_looks_at_chosen_themes (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "Of another", &level);
  gint64 body = streek_record_book_add (book, &streek_body_kind, "SERR");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 water = streek_record_book_add (book, &streek_theme_kind, "Water");
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Project");
  gint64 free_project = streek_record_book_add (book, &streek_project_kind, "Of nobody");
  gint64 programme = add_programme (book, body, "2026");
  gint64 item = add_item (book, pact, 0, "Dig", level);
  gint64 year = add_year_action (book, programme, "Dig this year", NULL);

  add_link (book, &streek_body_theme_kind, STREEK_BODY_THEME_BODY, body, STREEK_BODY_THEME_THEME,
            care);
  streek_record_book_refer (book, &streek_project_kind, project, STREEK_PROJECT_BODY, body);
  add_link (book, &streek_project_theme_kind, STREEK_PROJECT_THEME_PROJECT, project,
            STREEK_PROJECT_THEME_THEME, care);
  add_link (book, &streek_project_theme_kind, STREEK_PROJECT_THEME_PROJECT, project,
            STREEK_PROJECT_THEME_THEME, water);
  add_link (book, &streek_project_theme_kind, STREEK_PROJECT_THEME_PROJECT, free_project,
            STREEK_PROJECT_THEME_THEME, water);
  add_link (book, &streek_event_kind, STREEK_EVENT_PROJECT, project, STREEK_EVENT_THEME, water);
  add_link (book, &streek_event_kind, STREEK_EVENT_BODY, body, STREEK_EVENT_THEME, care);
  add_link (book, &streek_item_theme_kind, STREEK_ITEM_THEME_ITEM, item, STREEK_ITEM_THEME_THEME,
            water);
  add_link (book, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, year,
            STREEK_YEAR_ACTION_ITEM_ITEM, item);

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (count (findings, "project/theme-not-chosen"), ==, 2);
  g_assert_cmpuint (count (findings, "plan/theme-not-chosen"), ==, 1);
}

/* One rhythm for all: that of the plan, else two months. What nobody says to be done is late once
 * its quarter is over; in years that are closed nothing is. */
static void
test_looks_at_years_and_projects (void)
{
  const StreekRecordKind *kind = &streek_year_action_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "Slow", &level);
  gint64 slow = add_item (book, pact, 0, "Slow action", level);
  gint64 body = streek_record_book_add (book, &streek_body_kind, "SERR");
  gint64 programme = add_programme (book, body, "2026");
  gint64 closed = add_programme (book, body, "2025");
  gint64 late = add_year_action (book, programme, "Late", "running");
  gint64 silent = add_year_action (book, programme, "Silent", "running");
  gint64 patient = add_year_action (book, programme, "Patient", "running");
  gint64 unsaid = add_year_action (book, programme, "Unsaid", NULL);
  gint64 whole = add_year_action (book, programme, "All of it done", NULL);
  gint64 untimed = add_year_action (book, programme, "Whenever", NULL);
  gint64 last_year = add_programme (book, body, "2024");
  gint64 past = add_year_action (book, closed, "Past", "running");
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Silent project");
  gint64 told = streek_record_book_add (book, &streek_project_kind, "Told project");
  gint64 update = streek_record_book_add (book, &streek_project_progress_kind, "News");

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_REPORT_MONTHS, "12");
  streek_record_book_set (book, &streek_year_programme_kind, closed, STREEK_YEAR_PROGRAMME_STATUS,
                          "closed");
  streek_record_book_set (book, kind, late, STREEK_YEAR_ACTION_ENDS, "2026-Q1");
  streek_record_book_set (book, kind, unsaid, STREEK_YEAR_ACTION_ENDS, "2026-Q1");
  streek_record_book_set (book, kind, whole, STREEK_YEAR_ACTION_ENDS, "2026-Q1");
  streek_record_book_set (book, kind, whole, STREEK_YEAR_ACTION_PERCENT, "100");
  streek_record_book_set (book, kind, untimed, STREEK_YEAR_ACTION_PERCENT, "0");
  streek_record_book_set (book, kind, past, STREEK_YEAR_ACTION_ENDS, "2025");
  add_year_action (book, last_year, "Still running, of no quarter", "running");
  streek_record_book_set (book, kind, silent, STREEK_YEAR_ACTION_STARTS, "2026-Q1");
  streek_record_book_set (book, kind, patient, STREEK_YEAR_ACTION_STARTS, "2026-Q1");
  add_link (book, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, patient,
            STREEK_YEAR_ACTION_ITEM_ITEM, slow);

  for (guint i = 0; i < 2; i++)
    {
      gint64 id = i == 0 ? project : told;

      streek_record_book_set (book, &streek_project_kind, id, STREEK_PROJECT_STATUS, "running");
      streek_record_book_set (book, &streek_project_kind, id, STREEK_PROJECT_STARTS, "2025");
    }

  streek_record_book_refer (book, &streek_project_progress_kind, update,
                            STREEK_PROJECT_PROGRESS_PROJECT, told);
  streek_record_book_set (book, &streek_project_progress_kind, update,
                          STREEK_PROJECT_PROGRESS_REPORTED_ON, "2026-03-15");

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_cmpuint (count (findings, "plan/action-overdue"), ==, 3); /* late, unsaid, of 2024 */
  g_assert_cmpuint (count (findings, "plan/no-news"), ==, 1);
  g_assert_cmpuint (count (findings, "project/no-news"), ==, 1);
}

/* A year that is over: one action has no status, so nobody knows; of the year after, nothing. */
static void
test_tells_gaps_from_what_is_unknown (void)
{
  const StreekRecordKind *kind = &streek_obligation_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 level;
  gint64 pact = add_pact (book, "ROSE", &level);
  gint64 obligation = streek_record_book_add (book, kind, "MVO");
  gint64 programme =
    add_programme (book, streek_record_book_add (book, &streek_body_kind, "ROSE"), "2024");
  gint64 action = add_year_action (book, programme, "Tour", NULL);

  streek_record_book_set (book, &streek_year_programme_kind, programme,
                          STREEK_YEAR_PROGRAMME_STATUS, "closed");
  streek_record_book_refer (book, kind, obligation, STREEK_OBLIGATION_PACT, pact);
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_FIRST_YEAR, "2024");
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_LAST_YEAR, "2026");
  streek_record_book_set (book, kind, obligation, STREEK_OBLIGATION_RULE, "every_year");
  add_link (book, &streek_year_action_obligation_kind, STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION,
            action, STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION, obligation);

  g_autoptr (GPtrArray) findings = check (book);

  g_assert_true (says (findings, "Nothing was carried out that meets “MVO”. 2025: Nothing."));
  g_assert_true (says (findings, "Nobody said whether “MVO” was met. 2024: Outcome unknown."));
  g_assert_cmpuint (count (findings, "plan/action-overdue"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/rules/looks-at-plans", test_looks_at_plans);
  g_test_add_func ("/plan/rules/leaves-closed-plans", test_leaves_closed_plans);
  g_test_add_func ("/plan/rules/looks-at-obligations", test_looks_at_obligations_and_bodies);
  g_test_add_func ("/plan/rules/tells-gaps-from-what-is-unknown",
                   test_tells_gaps_from_what_is_unknown);
  g_test_add_func ("/plan/rules/looks-at-chosen-themes", test_looks_at_chosen_themes);
  g_test_add_func ("/plan/rules/looks-at-years-and-projects", test_looks_at_years_and_projects);
  g_test_add_func ("/plan/rules/looks-at-projects", test_looks_at_projects);
  g_test_add_func ("/plan/rules/spares-what-is-half-known", test_spares_what_is_half_known);

  return g_test_run ();
}
