/* test-item-details.c: all there is about a goal or action: what is said, and what is left out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-item-details.h"

#include "actor/streek-organisation.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-target-words.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "streek-record-book.h"

static gint64
add_of (StreekRecordBook *book, const StreekRecordKind *kind, guint field, gint64 owner)
{
  gint64 id = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, id, field, owner);

  return id;
}

static void
add_update (StreekRecordBook *book, gint64 item, const char *day, const char *what)
{
  gint64 id = add_of (book, &streek_progress_kind, STREEK_PROGRESS_ITEM, item);

  streek_record_book_set (book, &streek_progress_kind, id, STREEK_PROGRESS_REPORTED_ON, day);
  streek_record_book_set (book, &streek_progress_kind, id, STREEK_PROGRESS_WHAT, what);
  streek_record_book_set (book, &streek_progress_kind, id, STREEK_PROGRESS_PERCENT, "40");
}

static void
add_year_action (StreekRecordBook *book, gint64 item, const char *year, const char *title)
{
  gint64 programme = streek_record_book_add (book, &streek_year_programme_kind, year);
  gint64 action = streek_record_book_add (book, &streek_year_action_kind, title);
  gint64 link = add_of (book, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM, item);

  streek_record_book_set (book, &streek_year_programme_kind, programme, STREEK_YEAR_PROGRAMME_YEAR,
                          year);
  streek_record_book_refer (book, &streek_year_action_kind, action, STREEK_YEAR_ACTION_PROGRAMME,
                            programme);
  streek_record_book_set (book, &streek_year_action_kind, action, STREEK_YEAR_ACTION_STATUS,
                          "done");
  streek_record_book_refer (book, &streek_year_action_item_kind, link,
                            STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, action);
}

static char *
dump (const GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const StreekItemPart *part = parts->pdata[i];

      g_string_append_printf (text, "[%s]\n", part->title != NULL ? part->title : "");

      for (guint j = 0; j < part->lines->len; j++)
        {
          const StreekItemLine *line = part->lines->pdata[j];
          const char *colon = line->place != NULL ? strchr (line->place, ':') : NULL;

          g_string_append_printf (text, "%s|%s|%s|%.*s\n", line->label != NULL ? line->label : "",
                                  line->text, line->detail != NULL ? line->detail : "",
                                  colon != NULL ? (int) (colon - line->place) : 0,
                                  line->place != NULL ? line->place : "");
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_details (StreekRecordBook *book, gint64 item, const char *expected)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (GPtrArray) parts = streek_item_details_list (view, item);
  g_autofree char *text = dump (parts);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
add_item (StreekRecordBook *book, gint64 pact, const char *title)
{
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, title);

  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);

  return item;
}

static void
test_tells_what_hangs_on_it (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Plan");
  gint64 item = add_item (book, pact, "Dike");
  gint64 frame = streek_record_book_add (book, &streek_policy_frame_kind, "W13");
  gint64 code = streek_record_book_add (book, &streek_frame_item_kind, "Water safety");
  gint64 serves = add_of (book, &streek_item_frame_kind, STREEK_ITEM_FRAME_ITEM, item);
  gint64 city = streek_record_book_add (book, &streek_organisation_kind, "City A");
  gint64 partner = add_of (book, &streek_item_partner_kind, STREEK_ITEM_PARTNER_ITEM, item);
  gint64 area = add_of (book, &streek_item_area_kind, STREEK_ITEM_AREA_ITEM, item);
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Polder");
  gint64 carries = add_of (book, &streek_project_item_kind, STREEK_PROJECT_ITEM_ITEM, item);
  gint64 target = add_of (book, &streek_target_kind, STREEK_TARGET_ITEM, item);
  gint64 adjusted = add_of (book, &streek_adjustment_kind, STREEK_ADJUSTMENT_ITEM, item);

  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_DESCRIPTION,
                          "Higher by 2030.");
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_STARTS, "2026");
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_ENDS, "2030");
  streek_record_book_refer (book, &streek_frame_item_kind, code, STREEK_FRAME_ITEM_FRAME, frame);
  streek_record_book_set (book, &streek_frame_item_kind, code, STREEK_FRAME_ITEM_CODE, "OD2");
  streek_record_book_refer (book, &streek_item_frame_kind, serves, STREEK_ITEM_FRAME_FRAME_ITEM,
                            code);
  streek_record_book_refer (book, &streek_item_partner_kind, partner,
                            STREEK_ITEM_PARTNER_ORGANISATION, city);
  streek_record_book_set (book, &streek_item_partner_kind, partner, STREEK_ITEM_PARTNER_ROLE,
                          "ondersteuner");
  streek_record_book_set (book, &streek_item_area_kind, area, STREEK_ITEM_AREA_AREA, "gemeente:A");
  streek_record_book_set (book, &streek_item_area_kind, area, STREEK_ITEM_AREA_SURROUNDINGS, "1");
  streek_record_book_refer (book, &streek_project_item_kind, carries, STREEK_PROJECT_ITEM_PROJECT,
                            project);
  streek_record_book_set (book, &streek_target_kind, target, STREEK_TARGET_NAME, "Height");
  streek_record_book_set (book, &streek_target_kind, target, STREEK_TARGET_BASELINE, "5");
  streek_record_book_set (book, &streek_target_kind, target, STREEK_TARGET_TARGET, "7");
  streek_record_book_set (book, &streek_adjustment_kind, adjusted, STREEK_ADJUSTMENT_OLD_TEXT,
                          "6 m");
  streek_record_book_set (book, &streek_adjustment_kind, adjusted, STREEK_ADJUSTMENT_NEW_TEXT,
                          "7 m");
  streek_record_book_set (book, &streek_adjustment_kind, adjusted, STREEK_ADJUSTMENT_REASON,
                          "Storm");
  add_year_action (book, item, "2026", "Drawings");
  add_year_action (book, item, "2027", "Works");
  add_update (book, item, "2026-01-10", "Begun");
  add_update (book, item, "2026-03-10", "Drawn");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autofree char *summary = streek_target_dup_summary (
    streek_records_find (streek_record_view_get_records (view), &streek_target_kind, target), view);
  g_autofree char *expected = g_strdup_printf ("[]\n"
                                               "|Higher by 2030.||\n"
                                               "[]\n"
                                               "Timing|2026 – 2030||\n"
                                               "Follow-up|Later: 31 December 2030||\n"
                                               "[Targets]\n"
                                               "|Height|%s|target\n"
                                               "[Areas]\n"
                                               "|A|And surroundings|area\n"
                                               "[Policy frames]\n"
                                               "|OD2 Water safety|W13|frame_item\n"
                                               "[Partners]\n"
                                               "|City A|Supporter|organisation\n"
                                               "[Actions of a year]\n"
                                               "|Works|2027 · Done|year_action\n"
                                               "|Drawings|2026 · Done|year_action\n"
                                               "[Projects]\n"
                                               "|Polder||project\n"
                                               "[Updates]\n"
                                               "10 March 2026|Drawn|40 %%|progress\n"
                                               "10 January 2026|Begun|40 %%|progress\n"
                                               "[Adjustments]\n"
                                               "|6 m → 7 m|Storm|adjustment\n",
                                               summary);

  assert_details (book, item, expected);

  /* of “6 m → 7 m” the 6 is struck and the 7 is new; of nothing else anything is marked */
  g_autoptr (GPtrArray) parts = streek_item_details_list (view, item);
  const StreekItemPart *last = parts->pdata[parts->len - 1], *first = parts->pdata[0];
  const StreekItemLine *line = last->lines->pdata[0];
  g_autofree char *said = streek_text_spans_describe ((const StreekTextSpan *) line->spans->data,
                                                      line->spans->len, line->text);

  g_assert_cmpstr (said, ==, "Struck: “6”\nNew: “7”");
  g_assert_null (((StreekItemLine *) first->lines->pdata[0])->spans);
}

/* An action that stands under another pillar too is seen from both; its own place is said there. */
static void
test_sees_what_stands_here_too (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Plan");
  gint64 home = add_item (book, pact, "Workable work");
  gint64 pillar = add_item (book, pact, "Responsible business");
  gint64 item = add_item (book, pact, "Audits");
  gint64 own = add_item (book, pact, "Days");
  gint64 link = add_of (book, &streek_item_pillar_kind, STREEK_ITEM_PILLAR_ITEM, item);

  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PARENT, home);
  streek_record_book_refer (book, &streek_plan_item_kind, own, STREEK_PLAN_ITEM_PARENT, pillar);
  streek_record_book_refer (book, &streek_item_pillar_kind, link, STREEK_ITEM_PILLAR_PILLAR,
                            pillar);

  assert_details (book, pillar, "[Also stand here]\n|Audits|Workable work|plan_item\n");
  assert_details (book, item,
                  "[]\nFollow-up|Without timing||\n"
                  "[Also under]\n|Responsible business||plan_item\n");
}

/* What is not known is left out; an item that went away says nothing. */
static void
test_leaves_out_what_is_empty (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Plan");
  gint64 goal = add_item (book, pact, "Goal");
  gint64 item = add_item (book, pact, "Action");

  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PARENT, goal);

  assert_details (book, goal, "");
  assert_details (book, item, "[]\nFollow-up|Without timing||\n");
  assert_details (book, 12345, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/item-details/tells-what-hangs-on-it", test_tells_what_hangs_on_it);
  g_test_add_func ("/workspace/item-details/leaves-out-what-is-empty",
                   test_leaves_out_what_is_empty);
  g_test_add_func ("/workspace/item-details/sees-what-stands-here-too",
                   test_sees_what_stands_here_too);

  return g_test_run ();
}
