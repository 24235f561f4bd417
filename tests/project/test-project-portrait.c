/* test-project-portrait.c: what the sheet of a project and of a programme says, and what it admits
 * not to know */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-portrait.h"

#include "actor/streek-organisation.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "project/streek-study.h"
#include "record/streek-record-portrait.h"
#include "streek-record-book.h"

#include <string.h>

static gint64
add_part (StreekRecordBook *book,
          const StreekRecordKind *kind,
          const char *title,
          guint owner_field,
          gint64 owner)
{
  gint64 id = streek_record_book_add (book, kind, title);

  streek_record_book_refer (book, kind, id, owner_field, owner);

  return id;
}

static gint64
add_funding (StreekRecordBook *book, gint64 project, gint64 fund, const char *amount)
{
  const StreekRecordKind *kind = &streek_project_funding_kind;
  gint64 id = add_part (book, kind, NULL, STREEK_PROJECT_FUNDING_PROJECT, project);

  streek_record_book_refer (book, kind, id, STREEK_PROJECT_FUNDING_FUND, fund);
  if (amount != NULL)
    streek_record_book_set (book, kind, id, STREEK_PROJECT_FUNDING_AMOUNT, amount);

  return id;
}

/* Every line under a heading, cells joined by bars. */
static char *
dump (const StreekPortrait *portrait, const char *heading)
{
  GString *text = g_string_new (NULL);
  gboolean is_under = FALSE;

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (portrait, i);

      if (line->type == STREEK_PORTRAIT_HEADING && line->level == 1)
        is_under = strcmp (line->cells[0], heading) == 0;
      else if (is_under)
        for (guint cell = 0; cell < line->n_cells; cell++)
          g_string_append_printf (text, "%s%s", line->cells[cell],
                                  cell + 1 < line->n_cells ? "|" : "\n");
    }

  return g_string_free (text, FALSE);
}

static void
assert_under (const StreekPortrait *portrait, const char *heading, const char *expected)
{
  g_autofree char *found = dump (portrait, heading);

  g_assert_cmpstr (found, ==, expected);
}

static StreekPortrait *
read_project (StreekRecordBook *book, gint64 project)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");

  return streek_project_portrait_new (view, project);
}

/* 1 000 of the budget of 1 500 is known, and one amount is not: the rest cannot be told. */
static void
test_unknown_amounts_are_said (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 one = streek_record_book_add (book, &streek_fund_kind, "Fund one");
  gint64 two = streek_record_book_add (book, &streek_fund_kind, "Fund two");

  streek_record_book_set (book, &streek_project_kind, project, STREEK_PROJECT_BUDGET, "1500");
  add_funding (book, project, one, "1000");
  add_funding (book, project, two, NULL);

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *money = dump (portrait, "Budget and funding");

  g_test_message ("%s", money);
  g_assert_nonnull (strstr (money, "Budget|1"));
  g_assert_nonnull (strstr (money, "Fund two|Not known"));
  g_assert_nonnull (strstr (money, "Together at least"));
  g_assert_nonnull (strstr (money, "1 of the 2 amounts are not known"));
  g_assert_null (strstr (money, "not entered who pays"));
}

/* 1 500 less 1 000 leaves 500. */
static void
test_what_nobody_pays_is_said (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 fund = streek_record_book_add (book, &streek_fund_kind, "Fund");

  streek_record_book_set (book, &streek_project_kind, project, STREEK_PROJECT_BUDGET, "1500");
  add_funding (book, project, fund, "1000");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *money = dump (portrait, "Budget and funding");

  g_assert_nonnull (strstr (money, "Of 500 € of the budget it is not entered who pays it."));
}

/* 10,40 and 10,30 are 20,70, of 20,80: ten cents are left. The own share of 0,40 is less than a
 * euro. */
static void
test_cents_are_said (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 one = streek_record_book_add (book, &streek_fund_kind, "Fund one");
  gint64 two = streek_record_book_add (book, &streek_fund_kind, "Fund two");
  gint64 partner =
    add_part (book, &streek_project_partner_kind, NULL, STREEK_PROJECT_PARTNER_PROJECT, project);

  streek_record_book_set (book, &streek_project_kind, project, STREEK_PROJECT_BUDGET, "20.8");
  streek_record_book_set (book, &streek_project_partner_kind, partner,
                          STREEK_PROJECT_PARTNER_AMOUNT, "0.4");
  add_funding (book, project, one, "10.4");
  add_funding (book, project, two, "10.3");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *money = dump (portrait, "Budget and funding");

  g_assert_nonnull (strstr (money, "Together: 20.70 €."));
  g_assert_nonnull (strstr (money, "Of 0.10 € of the budget it is not entered who pays it."));
  g_assert_nonnull (strstr (money, "Own shares of the partners: 0.40 €."));
}

static void
test_strands (void)
{
  const StreekRecordKind *links = &streek_strand_link_kind;
  const StreekRecordKind *changes = &streek_project_adjustment_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 a = add_part (book, &streek_strand_kind, "First", STREEK_STRAND_PROJECT, project);
  gint64 b = add_part (book, &streek_strand_kind, "Second", STREEK_STRAND_PROJECT, project);
  gint64 link = add_part (book, links, NULL, STREEK_STRAND_LINK_STRAND, b);
  gint64 change = add_part (book, changes, "Shorter", STREEK_PROJECT_ADJUSTMENT_PROJECT, project);

  streek_record_book_set (book, &streek_strand_kind, a, STREEK_STRAND_RANK, "1");
  streek_record_book_set (book, &streek_strand_kind, b, STREEK_STRAND_RANK, "2");
  streek_record_book_set (book, &streek_strand_kind, a, STREEK_STRAND_APPROACH, "Talk");
  streek_record_book_refer (book, links, link, STREEK_STRAND_LINK_OTHER, a);
  streek_record_book_refer (book, changes, change, STREEK_PROJECT_ADJUSTMENT_STRAND, a);
  streek_record_book_set (book, changes, change, STREEK_PROJECT_ADJUSTMENT_OLD_TEXT, "Longer");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);

  assert_under (portrait, "Strands",
                "First\nApproach|Talk\nHangs together with|Second\n"
                "Change of the approach|Day not entered\nOld text|Longer\nNew text|Shorter\n"
                "Reason|Not entered\n"
                "A line goes through words that were struck; words that are new are bold, with a "
                "line below them. In a text that was written anew nothing is marked.\n"
                "Second\nHangs together with|First\n");
  assert_under (portrait, "Changes of the approach", "");
}

/* (transfer full) (nullable): which words of a fact are marked */
static char *
describe_marks (const StreekPortrait *portrait, const char *label)
{
  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (portrait, i);

      if (line->spans != NULL && strcmp (line->cells[0], label) == 0)
        return streek_text_spans_describe ((const StreekTextSpan *) line->spans->data,
                                           line->spans->len, line->cells[1]);
    }

  return NULL;
}

/* Of an old text and a new one what is different is marked, and what that means is said once; where
 * one of both is not known nothing is. */
static void
test_changes_mark_words (void)
{
  const StreekRecordKind *changes = &streek_project_adjustment_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 change =
    add_part (book, changes, "Six courses a year", STREEK_PROJECT_ADJUSTMENT_PROJECT, project);
  gint64 other =
    add_part (book, changes, "Two courses a year", STREEK_PROJECT_ADJUSTMENT_PROJECT, project);

  streek_record_book_set (book, changes, change, STREEK_PROJECT_ADJUSTMENT_OLD_TEXT,
                          "Ten courses a year");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *struck = describe_marks (portrait, "Old text");
  g_autofree char *came = describe_marks (portrait, "New text");
  g_autofree char *all = dump (portrait, "Changes of the approach");
  const char *note = strstr (all, "A line goes through");

  g_assert_cmpstr (struck, ==, "Struck: “Ten”");
  g_assert_cmpstr (came, ==, "New: “Six”");
  g_assert_nonnull (note);
  g_assert_null (strstr (note + 1, "A line goes through"));

  streek_record_book_set (book, changes, change, STREEK_PROJECT_ADJUSTMENT_OLD_TEXT, "");

  g_autoptr (StreekPortrait) unmarked = read_project (book, project);

  g_assert_null (describe_marks (unmarked, "New text"));
  g_assert_cmpint (other, !=, 0);
}

static void
test_overdue_and_about (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 late = add_part (book, &streek_milestone_kind, "Late", STREEK_MILESTONE_PROJECT, project);
  gint64 event = add_part (book, &streek_event_kind, "Fair", STREEK_EVENT_PROJECT, project);

  add_part (book, &streek_event_kind, "Unknown", STREEK_EVENT_PROJECT, project);
  streek_record_book_set (book, &streek_milestone_kind, late, STREEK_MILESTONE_DUE_ON,
                          "2026-11-21");
  streek_record_book_set (book, &streek_event_kind, event, STREEK_EVENT_ATTENDANCE, "500");
  streek_record_book_set (book, &streek_event_kind, event, STREEK_EVENT_ATTENDANCE_IS, "about");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *milestones = dump (portrait, "Milestones");
  g_autofree char *events = dump (portrait, "Events");

  g_assert_nonnull (strstr (milestones, "|Overdue"));
  g_assert_nonnull (strstr (events, "About 500"));
  g_assert_nonnull (strstr (events, "about 500 or more, known of 1 of the 2 events"));
}

/* By hand: about 500 and 20 are about 520; of "fewer than 100" nobody knows how many, and then it
 * is that or more. */
static void
test_attendance_is_no_more_exact_than_its_parts (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 about = add_part (book, &streek_event_kind, "Fair", STREEK_EVENT_PROJECT, project);
  gint64 exact = add_part (book, &streek_event_kind, "Talk", STREEK_EVENT_PROJECT, project);

  streek_record_book_set (book, &streek_event_kind, about, STREEK_EVENT_ATTENDANCE, "500");
  streek_record_book_set (book, &streek_event_kind, about, STREEK_EVENT_ATTENDANCE_IS, "about");
  streek_record_book_set (book, &streek_event_kind, exact, STREEK_EVENT_ATTENDANCE, "20");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autofree char *two = dump (portrait, "Events");
  gint64 below = add_part (book, &streek_event_kind, "Walk", STREEK_EVENT_PROJECT, project);

  streek_record_book_set (book, &streek_event_kind, below, STREEK_EVENT_ATTENDANCE, "100");
  streek_record_book_set (book, &streek_event_kind, below, STREEK_EVENT_ATTENDANCE_IS, "below");

  g_autoptr (StreekPortrait) later = read_project (book, project);
  g_autofree char *three = dump (later, "Events");

  g_assert_nonnull (strstr (two, "of the 2 events together: about 520;"));
  g_assert_nonnull (strstr (three, "together: about 520 or more, known of 2 of the 3 events;"));
}

/* What a strand reported and held stands with what the project did, and is its news. */
static void
test_news_of_a_strand_is_news (void)
{
  const StreekRecordKind *updates = &streek_project_progress_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 strand = add_part (book, &streek_strand_kind, "Part", STREEK_STRAND_PROJECT, project);
  gint64 late = add_part (book, updates, "Late", STREEK_PROJECT_PROGRESS_STRAND, strand);
  gint64 early = add_part (book, updates, "Early", STREEK_PROJECT_PROGRESS_PROJECT, project);

  add_part (book, &streek_event_kind, "Fair", STREEK_EVENT_STRAND, strand);
  streek_record_book_set (book, &streek_project_kind, project, STREEK_PROJECT_STATUS, "running");
  streek_record_book_set (book, &streek_project_kind, project, STREEK_PROJECT_STARTS, "2026-01");
  streek_record_book_set (book, updates, late, STREEK_PROJECT_PROGRESS_REPORTED_ON, "2026-11-10");
  streek_record_book_set (book, updates, early, STREEK_PROJECT_PROGRESS_REPORTED_ON, "2026-02-01");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  const StreekRecords *records = streek_record_view_get_records (view);
  StreekDue due =
    streek_project_find_due (streek_records_find (records, &streek_project_kind, project), records,
                             streek_record_view_get_today (view));
  g_autofree char *told = dump (portrait, "What was reported");
  g_autofree char *events = dump (portrait, "Events");

  g_assert_cmpstr (told, ==,
                   "Date|Strand|What happened\n1 February 2026||Early\n"
                   "10 November 2026|Part|Late\n");
  g_assert_nonnull (strstr (events, "Fair"));
  g_assert_cmpint (due.state, !=, STREEK_DUE_STALE);
}

/* A fund is named by its programme's, and once. */
static void
test_funds_are_named (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 fund = streek_record_book_add (book, &streek_fund_kind, "ESF");
  gint64 programme = streek_record_book_add (book, &streek_programme_kind, "Whole");
  gint64 part = add_part (book, &streek_programme_kind, "Part", STREEK_PROGRAMME_PARENT, programme);
  g_autoptr (GBytes) logo = g_bytes_new_static ("?", 1);

  streek_record_book_refer (book, &streek_programme_kind, programme, STREEK_PROGRAMME_FUND, fund);
  streek_record_book_refer (book, &streek_project_kind, project, STREEK_PROJECT_PROGRAMME, part);
  streek_record_book_set (book, &streek_fund_kind, fund, STREEK_FUND_ACKNOWLEDGEMENT, "Thanks");
  streek_record_changes_set_bytes (book->changes, &streek_fund_kind, fund, STREEK_FUND_LOGO, logo);
  add_funding (book, project, fund, NULL);

  g_autoptr (StreekPortrait) portrait = read_project (book, project);

  g_assert_cmpstr (streek_portrait_get_context (portrait), ==, "Whole › Part");
  assert_under (portrait, "With the support of", "Logo of ESF\nThanks\n");
}

static void
test_empty_parts (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  guint n_headings = 0, n_offers = 0;

  g_assert_null (read_project (book, 12));

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    {
      const StreekPortraitLine *line = streek_portrait_get_line (portrait, i);

      g_assert_cmpint (line->type, ==, STREEK_PORTRAIT_HEADING);
      g_assert_true (streek_portrait_is_empty (portrait, i));
      n_headings++;
      n_offers += line->part.kind != NULL;
    }

  g_assert_cmpuint (n_headings, >, 10);
  g_assert_cmpuint (n_offers, ==, n_headings - 1); /* all but the project itself */
}

/* 22 announced; one in it and two in its part are here, so 19 are not. */
static void
test_announced (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 whole = streek_record_book_add (book, &streek_programme_kind, "West Deal");
  gint64 part = add_part (book, &streek_programme_kind, "Plan", STREEK_PROGRAMME_PARENT, whole);

  streek_record_book_set (book, &streek_programme_kind, whole, STREEK_PROGRAMME_ANNOUNCED, "22");
  add_part (book, &streek_project_kind, "One", STREEK_PROJECT_PROGRAMME, whole);
  add_part (book, &streek_project_kind, "Two", STREEK_PROJECT_PROGRAMME, part);
  add_part (book, &streek_project_kind, "Three", STREEK_PROJECT_PROGRAMME, part);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  StreekProgrammeCount count =
    streek_programme_count (streek_record_view_get_records (view), whole);
  g_autofree char *sentence = streek_programme_count_describe (&count);
  g_autoptr (StreekPortrait) portrait = streek_programme_portrait_new (view, whole);

  g_assert_cmpuint (count.n_recorded, ==, 3);
  g_assert_cmpuint (count.n_in_parts, ==, 2);
  g_assert_cmpstr (sentence, ==,
                   "3 projects are entered here of the 22 that were announced; 19 are not entered "
                   "yet.");
  assert_under (portrait, "Parts of the programme",
                "Part|Announced|Entered here|Not entered yet\nPlan||2|\n");
}

/* Two programmes that stand under each other, each with a project, and a third one below: no form
 * takes that, but a file brought together with another may have it. Three projects make three, not
 * three in one and three in the other. */
static void
test_rings_count_once (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 one = streek_record_book_add (book, &streek_programme_kind, "One");
  gint64 other = add_part (book, &streek_programme_kind, "Other", STREEK_PROGRAMME_PARENT, one);
  gint64 below = add_part (book, &streek_programme_kind, "Below", STREEK_PROGRAMME_PARENT, other);

  streek_record_book_refer (book, &streek_programme_kind, one, STREEK_PROGRAMME_PARENT, other);
  add_part (book, &streek_project_kind, "First", STREEK_PROJECT_PROGRAMME, one);
  add_part (book, &streek_project_kind, "Second", STREEK_PROJECT_PROGRAMME, other);
  add_part (book, &streek_project_kind, "Third", STREEK_PROJECT_PROGRAMME, below);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  const StreekRecords *records = streek_record_view_get_records (view);
  StreekProgrammeCount of_one = streek_programme_count (records, one);
  StreekProgrammeCount of_other = streek_programme_count (records, other);
  StreekProgrammeCount of_below = streek_programme_count (records, below);
  g_autoptr (StreekPortrait) portrait = streek_programme_portrait_new (view, other);

  g_assert_cmpuint (of_one.n_recorded, ==, 1);
  g_assert_cmpuint (of_other.n_recorded, ==, 2);
  g_assert_true (of_one.is_in_ring && of_other.is_in_ring);
  g_assert_false (of_below.is_in_ring);
  assert_under (portrait, "Parts of the programme",
                "Part|Announced|Entered here|Not entered yet\nBelow||1|\n");
}

/* 1 000 and half a euro; the 500 that nobody gets are not in it. */
static void
test_rejected_cost_nothing (void)
{
  static const char *const rows[][2] = { { "1000", "running" },
                                         { "0.5", "idea" },
                                         { "500", "rejected" } };
  const StreekRecordKind *kind = &streek_project_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 programme = streek_record_book_add (book, &streek_programme_kind, "West Deal");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 id = add_part (book, kind, rows[i][1], STREEK_PROJECT_PROGRAMME, programme);

      streek_record_book_set (book, kind, id, STREEK_PROJECT_BUDGET, rows[i][0]);
      streek_record_book_set (book, kind, id, STREEK_PROJECT_STATUS, rows[i][1]);
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  g_autoptr (StreekPortrait) portrait = streek_programme_portrait_new (view, programme);
  g_autofree char *projects = dump (portrait, "Projects");

  g_assert_nonnull (strstr (projects, "Together: 1,000.50 €.\n"
                                      "1 rejected project is not counted in that.\n"));
}

static void
add_count (StreekRecordBook *book,
           gint64 channel,
           const char *period,
           const char *number,
           const char *qualifier,
           const char *what)
{
  const StreekRecordKind *kind = &streek_channel_count_kind;
  gint64 id = add_part (book, kind, NULL, STREEK_CHANNEL_COUNT_CHANNEL, channel);

  streek_record_book_set (book, kind, id, STREEK_CHANNEL_COUNT_NUMBER, number);
  if (period != NULL)
    streek_record_book_set (book, kind, id, STREEK_CHANNEL_COUNT_COUNTED_IN, period);
  if (qualifier != NULL)
    streek_record_book_set (book, kind, id, STREEK_CHANNEL_COUNT_QUALIFIER, qualifier);
  if (what != NULL)
    streek_record_book_set (book, kind, id, STREEK_CHANNEL_COUNT_NOTE, what);
}

/* Followers and messages are two things. 2015 has no followers; of one count nobody knows when. */
static void
test_counts_make_a_course (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 channel =
    add_part (book, &streek_channel_kind, "Facebook", STREEK_CHANNEL_PROJECT, project);

  add_count (book, channel, "2017", "310", NULL, "Followers");
  add_count (book, channel, "2014", "120", "about", "followers ");
  add_count (book, channel, "2016", "200", NULL, "Followers");
  add_count (book, channel, NULL, "500", "about", "Followers");
  add_count (book, channel, "2016", "41", NULL, "Messages");

  g_autoptr (StreekPortrait) portrait = read_project (book, project);
  const StreekPortraitLine *line = NULL;
  guint n_courses = 0;

  assert_under (portrait, "Channels",
                "Channel|Own counts\n"
                "Facebook|followers: about 120 (2014), 200 (2016), 310 (2017), about 500 (date "
                "unknown)\n41 (2016), Messages\n"
                "Facebook: followers|From about 120 (2014) to 310 (2017). No count of 2015. 1 "
                "count has no date and is left out.\n");

  for (guint i = 0; i < streek_portrait_get_n_lines (portrait); i++)
    if (streek_portrait_get_line (portrait, i)->type == STREEK_PORTRAIT_COURSE)
      {
        line = streek_portrait_get_line (portrait, i);
        n_courses++;
      }

  g_autofree char *place = g_strdup_printf ("channel:%" G_GINT64_FORMAT, channel);

  g_assert_cmpuint (n_courses, ==, 1);
  g_assert_cmpstr (line->place, ==, place);
  g_assert_cmpuint (streek_count_course_get_n_points (line->course), ==, 3);
  g_assert_cmpfloat (streek_count_course_get_point (line->course, 1)->value, ==, 200);
  g_assert_cmpint (streek_count_course_get_point (line->course, 0)->qualifier, ==,
                   STREEK_QUALIFIER_ABOUT);
  g_assert_false (streek_count_course_is_joined (line->course, 1));
  g_assert_true (streek_count_course_is_joined (line->course, 2));
}

/* One count is a text, and of two of one year nobody knows whether they are of one thing. */
static void
test_what_is_no_course (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  gint64 one = add_part (book, &streek_channel_kind, "A", STREEK_CHANNEL_PROJECT, project);
  gint64 other = add_part (book, &streek_channel_kind, "B", STREEK_CHANNEL_PROJECT, project);

  add_count (book, one, "2014", "500", "about", "Followers");
  add_count (book, other, "2014", "4", NULL, NULL);
  add_count (book, other, "2014", "4", NULL, NULL);
  add_count (book, other, "2015", "6", NULL, NULL);

  g_autoptr (StreekPortrait) portrait = read_project (book, project);

  assert_under (portrait, "Channels",
                "Channel|Own counts\n"
                "A|About 500 (2014), Followers\n"
                "B|4 (2014), 4 (2014), 6 (2015)\n"
                "B: of 2014 there is more than one count, so the course is not drawn. Say of each "
                "count what is counted.\n");
}

/* A place names a kind and a number, and nothing else does. */
static void
test_places (void)
{
  static const char *const others[] = { NULL,        "",           "project",    "project:",
                                        "project:x", "project:-1", "project:1:2" };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "P");
  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  const StreekRecord *record = streek_records_find (records, &streek_project_kind, project);
  g_autofree char *place = streek_record_dup_place (record);

  g_assert_true (streek_records_find_place (records, &streek_project_kind, place) == record);
  g_assert_null (streek_records_find_place (records, &streek_strand_kind, place));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (streek_records_find_place (records, &streek_project_kind, others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/portrait/unknown-amounts-are-said", test_unknown_amounts_are_said);
  g_test_add_func ("/project/portrait/what-nobody-pays-is-said", test_what_nobody_pays_is_said);
  g_test_add_func ("/project/portrait/cents-are-said", test_cents_are_said);
  g_test_add_func ("/project/portrait/strands-with-links-and-changes", test_strands);
  g_test_add_func ("/project/portrait/changes-mark-words", test_changes_mark_words);
  g_test_add_func ("/project/portrait/overdue-and-about", test_overdue_and_about);
  g_test_add_func ("/project/portrait/attendance-is-no-more-exact-than-its-parts",
                   test_attendance_is_no_more_exact_than_its_parts);
  g_test_add_func ("/project/portrait/news-of-a-strand-is-news", test_news_of_a_strand_is_news);
  g_test_add_func ("/project/portrait/funds-are-named-once", test_funds_are_named);
  g_test_add_func ("/project/portrait/empty-parts-are-headings", test_empty_parts);
  g_test_add_func ("/project/portrait/announced-against-entered", test_announced);
  g_test_add_func ("/project/portrait/rejected-cost-nothing", test_rejected_cost_nothing);
  g_test_add_func ("/project/portrait/rings-count-once", test_rings_count_once);
  g_test_add_func ("/project/portrait/counts-make-a-course", test_counts_make_a_course);
  g_test_add_func ("/project/portrait/what-is-no-course", test_what_is_no_course);
  g_test_add_func ("/project/portrait/places", test_places);

  return g_test_run ();
}
