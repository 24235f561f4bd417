/* test-progress-matrix.c: what was done for a plan in a period, and what nobody spoke of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "base/streek-word-diff.h"
#include "body/streek-body.h"
#include "figure/streek-figure.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "streek-record-book.h"

#include <string.h>

typedef struct
{
  StreekRecordBook *book;
  gint64 body;
  gint64 pact;
  gint64 pillar;
  guint n_actions;
} World;

static void
world_init (World *world)
{
  *world = (World){ .book = streek_record_book_new () };
  world->body = streek_record_book_add (world->book, &streek_body_kind, "SERR");
  world->pact = streek_record_book_add (world->book, &streek_pact_kind, "Pact");
  world->pillar = streek_record_book_add (world->book, &streek_plan_item_kind, "Pillar");
  streek_record_book_refer (world->book, &streek_pact_kind, world->pact, STREEK_PACT_BODY,
                            world->body);
  streek_record_book_refer (world->book, &streek_plan_item_kind, world->pillar,
                            STREEK_PLAN_ITEM_PACT, world->pact);
}

static gint64
add_action (World *world, const char *title, const char *starts)
{
  gint64 id = streek_record_book_add (world->book, &streek_plan_item_kind, title);

  streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT,
                            world->pact);
  streek_record_book_refer (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PARENT,
                            world->pillar);
  if (starts != NULL)
    streek_record_book_set (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_STARTS,
                            starts);

  g_autofree char *rank = g_strdup_printf ("%u", ++world->n_actions);

  streek_record_book_set (world->book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_RANK, rank);

  return id;
}

static void
add_update (
  const World *world, guint owner, gint64 of, const char *day, const char *status, const char *what)
{
  const StreekRecordKind *kind = &streek_progress_kind;
  gint64 id = streek_record_book_add (world->book, kind, what);

  streek_record_book_refer (world->book, kind, id, owner, of);
  streek_record_book_set (world->book, kind, id, STREEK_PROGRESS_REPORTED_ON, day);
  streek_record_book_set (world->book, kind, id, STREEK_PROGRESS_STATUS, status);
}

/* March and April 2026, as known on 15 May. */
static char *
report (const World *world, StreekMatrix **matrix)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (world->book, "2026-05-15");
  g_autoptr (GError) error = NULL;
  StreekInterval period = { streek_date_from_ymd (2026, 3, 1), streek_date_from_ymd (2026, 5, 1) };

  *matrix = streek_progress_matrix_new (view, world->pact, period, &error);
  if (*matrix == NULL)
    {
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
      return NULL;
    }

  return streek_table_to_csv (streek_matrix_get_table (*matrix), streek_format_get ("en"));
}

/* The last day of April is in it, the first of May is not; where it stood is what was known then,
 * though in May it was done. Of one action nothing was heard, one begins later, one was done
 * before. */
static void
test_tells_a_period (void)
{
  World world;
  g_autoptr (StreekMatrix) matrix = NULL;

  world_init (&world);

  gint64 fair = add_action (&world, "Fair", "2026");
  gint64 over = add_action (&world, "Over", "2025-11");

  add_action (&world, "Silent", "2026-01");
  add_action (&world, "Later", "2026-09");
  add_action (&world, "Without timing", NULL);
  add_update (&world, STREEK_PROGRESS_ITEM, fair, "2026-05-01", "done", "Fair held");
  add_update (&world, STREEK_PROGRESS_ITEM, fair, "2026-04-30", "running", "Hall hired");
  add_update (&world, STREEK_PROGRESS_ITEM, fair, "2026-03-01", "running", "Partners asked");
  add_update (&world, STREEK_PROGRESS_ITEM, over, "2026-02-27", "done", "All done");

  g_autofree char *csv = report (&world, &matrix);

  g_assert_cmpstr (csv, ==,
                   "Group,Action or project,What was done,What was changed,Where it stood\n"
                   "Pillar,Fair,1 March 2026: Partners asked; 30 April 2026: Hall hired,,"
                   "Under way (30 April 2026)\n"
                   "Without news,Silent,Nothing was reported,,\n");
  g_assert_cmpstr (streek_matrix_get_notes (matrix)[0], ==,
                   "Of 2 actions and projects that ran in this period or have news of it, 1 have "
                   "news.");
  streek_record_book_free (world.book);
}

/* A year's action carries two of the plan out, and is told with the first; the second says so. One
 * of the year itself stands apart. A year's action without news makes what it carries out silent,
 * and is silent itself where it carries nothing out and was not dropped. */
static void
test_tells_a_year_action_once (void)
{
  World world;
  g_autoptr (StreekMatrix) matrix = NULL;

  world_init (&world);

  StreekRecordBook *book = world.book;
  gint64 first = add_action (&world, "First", NULL);
  gint64 second = add_action (&world, "Second", NULL);
  gint64 third = add_action (&world, "Third", NULL);
  gint64 year = streek_record_book_add (book, &streek_year_programme_kind, "2026");
  const gint64 carried[] = { first, second, third };
  gint64 actions[5];

  streek_record_book_refer (book, &streek_year_programme_kind, year, STREEK_YEAR_PROGRAMME_BODY,
                            world.body);
  streek_record_book_set (book, &streek_year_programme_kind, year, STREEK_YEAR_PROGRAMME_YEAR,
                          "2026");
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      static const char *const titles[] = { "Both", "Quiet", "Loose", "Waiting", "Dropped" };

      actions[i] = streek_record_book_add (book, &streek_year_action_kind, titles[i]);
      streek_record_book_refer (book, &streek_year_action_kind, actions[i],
                                STREEK_YEAR_ACTION_PROGRAMME, year);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (carried); i++)
    {
      gint64 link = streek_record_book_add (book, &streek_year_action_item_kind, NULL);

      streek_record_book_refer (book, &streek_year_action_item_kind, link,
                                STREEK_YEAR_ACTION_ITEM_ITEM, carried[i]);
      streek_record_book_refer (book, &streek_year_action_item_kind, link,
                                STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, actions[i / 2]);
    }

  streek_record_book_set (book, &streek_year_action_kind, actions[4], STREEK_YEAR_ACTION_STATUS,
                          "dropped");
  add_update (&world, STREEK_PROGRESS_YEAR_ACTION, actions[0], "2026-03-03", "done", "Went");
  add_update (&world, STREEK_PROGRESS_YEAR_ACTION, actions[2], "2026-03-04", "done", "Helped");

  g_autofree char *csv = report (&world, &matrix);

  g_assert_cmpstr (csv, ==,
                   "Group,Action or project,What was done,What was changed,Where it stood\n"
                   "Pillar,First,3 March 2026 – Both: Went,,Both: Done (3 March 2026)\n"
                   "Pillar,Second,Both: see “First”,,\n"
                   "Ad hoc,Loose,4 March 2026: Helped,,Done (4 March 2026)\n"
                   "Without news,Third,Nothing was reported,,\n"
                   "Without news,Waiting,Nothing was reported,,\n");
  streek_record_book_free (world.book);
}

/* A project of the body, with what its strand changed and held, a milestone and an event. How many
 * came is said as exactly as it is known; what the strand held is told once, though the body stands
 * with it too; an event that is dated to the year alone may not have been in these months. */
static void
test_tells_of_projects (void)
{
  World world;
  g_autoptr (StreekMatrix) matrix = NULL;

  world_init (&world);

  StreekRecordBook *book = world.book;
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Bridge");
  gint64 strand = streek_record_book_add (book, &streek_strand_kind, "Strand 1");
  gint64 change = streek_record_book_add (book, &streek_project_adjustment_kind, "Six courses");
  gint64 milestone = streek_record_book_add (book, &streek_milestone_kind, "Study ready");
  gint64 event = streek_record_book_add (book, &streek_event_kind, "Opening");
  gint64 walk = streek_record_book_add (book, &streek_event_kind, "Walk");

  streek_record_book_refer (book, &streek_event_kind, walk, STREEK_EVENT_STRAND, strand);
  streek_record_book_refer (book, &streek_event_kind, walk, STREEK_EVENT_BODY, world.body);
  streek_record_book_set (book, &streek_event_kind, walk, STREEK_EVENT_HELD_ON, "2026-03-21");
  streek_record_book_refer (book, &streek_project_kind, project, STREEK_PROJECT_BODY, world.body);
  streek_record_book_refer (book, &streek_strand_kind, strand, STREEK_STRAND_PROJECT, project);
  streek_record_book_refer (book, &streek_project_adjustment_kind, change,
                            STREEK_PROJECT_ADJUSTMENT_STRAND, strand);
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_DECIDED_ON, "2026-03-10");
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_OLD_TEXT, "Ten courses");
  streek_record_book_set (book, &streek_project_adjustment_kind, change,
                          STREEK_PROJECT_ADJUSTMENT_REASON, "Too few teachers");
  streek_record_book_refer (book, &streek_milestone_kind, milestone, STREEK_MILESTONE_PROJECT,
                            project);
  streek_record_book_set (book, &streek_milestone_kind, milestone, STREEK_MILESTONE_DONE_ON,
                          "2026-04-02");
  streek_record_book_refer (book, &streek_event_kind, event, STREEK_EVENT_PROJECT, project);
  streek_record_book_set (book, &streek_event_kind, event, STREEK_EVENT_HELD_ON, "2026-03-20");
  streek_record_book_set (book, &streek_event_kind, event, STREEK_EVENT_ATTENDANCE, "120");
  streek_record_book_set (book, &streek_event_kind, event, STREEK_EVENT_ATTENDANCE_IS, "about");

  g_autofree char *csv = report (&world, &matrix);

  g_assert_cmpstr (csv, ==,
                   "Group,Action or project,What was done,What was changed,Where it stood\n"
                   "Projects,Bridge,20 March 2026: Opening (≈120 present); "
                   "21 March 2026 – Strand 1: Walk; "
                   "2 April 2026: Milestone reached: Study ready,"
                   "10 March 2026 – Strand 1: “Ten courses” becomes “Six courses”. Too few "
                   "teachers,\n");

  /* what was struck and what is new is marked, and said to who cannot see it */
  g_autofree char *said =
    streek_matrix_describe (matrix, 1, streek_matrix_find_column (matrix, "changed"));
  const char *const *notes = streek_matrix_get_notes (matrix);

  g_assert_nonnull (strstr (said, "Too few teachers\nStruck: “Ten”\nNew: “Six”"));
  g_assert_true (g_strv_contains (notes, streek_text_spans_explain ()));
  streek_record_book_free (world.book);
}

static void
test_says_that_there_is_nothing (void)
{
  World world;
  g_autoptr (StreekMatrix) matrix = NULL;

  world_init (&world);
  g_assert_null (report (&world, &matrix));
  streek_record_book_free (world.book);
}

/* Both projects are paid by the programme's fund, and one by another one too: each asks to be
 * named, and is once; a fund that asks nothing is not. */
static void
test_names_who_pays (void)
{
  static const char *const words[] = { "With the support of ESF", "With the support of ELFPO",
                                       NULL };
  const StreekRecordKind *kind = &streek_project_kind, *money = &streek_project_funding_kind;
  World world;
  g_autoptr (StreekMatrix) matrix = NULL;
  gint64 funds[3];

  world_init (&world);

  StreekRecordBook *book = world.book;
  gint64 programme = streek_record_book_add (book, &streek_programme_kind, "Programme");

  for (gsize i = 0; i < G_N_ELEMENTS (funds); i++)
    {
      funds[i] = streek_record_book_add (book, &streek_fund_kind, "Fund");
      if (words[i] != NULL)
        streek_record_book_set (book, &streek_fund_kind, funds[i], STREEK_FUND_ACKNOWLEDGEMENT,
                                words[i]);
    }

  streek_record_book_refer (book, &streek_programme_kind, programme, STREEK_PROGRAMME_FUND,
                            funds[0]);

  for (gsize i = 0; i < 2; i++)
    {
      gint64 project = streek_record_book_add (book, kind, i == 0 ? "Bridge" : "Road");
      gint64 milestone = streek_record_book_add (book, &streek_milestone_kind, "Ready");

      streek_record_book_refer (book, kind, project, STREEK_PROJECT_BODY, world.body);
      streek_record_book_refer (book, kind, project, STREEK_PROJECT_PROGRAMME, programme);
      streek_record_book_refer (book, &streek_milestone_kind, milestone, STREEK_MILESTONE_PROJECT,
                                project);
      streek_record_book_set (book, &streek_milestone_kind, milestone, STREEK_MILESTONE_DONE_ON,
                              "2026-04-02");

      for (gsize j = 1; i == 0 && j < G_N_ELEMENTS (funds); j++)
        {
          gint64 part = streek_record_book_add (book, money, NULL);

          streek_record_book_refer (book, money, part, STREEK_PROJECT_FUNDING_PROJECT, project);
          streek_record_book_refer (book, money, part, STREEK_PROJECT_FUNDING_FUND, funds[j]);
        }
    }

  g_autofree char *csv = report (&world, &matrix);
  const char *const *notes = streek_matrix_get_notes (matrix);
  guint n[2] = { 0 };

  for (guint i = 0; notes[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (n); j++)
      n[j] += g_str_equal (notes[i], words[j]);

  g_assert_nonnull (strstr (csv, "Road"));
  g_assert_cmpuint (n[0], ==, 1);
  g_assert_cmpuint (n[1], ==, 1);
  streek_record_book_free (world.book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/progress-matrix/period", test_tells_a_period);
  g_test_add_func ("/workspace/progress-matrix/year-action", test_tells_a_year_action_once);
  g_test_add_func ("/workspace/progress-matrix/projects", test_tells_of_projects);
  g_test_add_func ("/workspace/progress-matrix/names-who-pays", test_names_who_pays);
  g_test_add_func ("/workspace/progress-matrix/nothing", test_says_that_there_is_nothing);

  return g_test_run ();
}
