/* test-partnership.c: who is a member of what on which day, and whether that is as announced */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "body/streek-partnership.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "record/streek-record-columns.h"
#include "record/streek-record-list.h"
#include "rule/streek-rule.h"
#include "streek-record-book.h"

#define MEMBER(field) STREEK_PARTNERSHIP_MEMBER_##field

static gint64
add_member (StreekRecordBook *book,
            guint owner,
            gint64 partnership,
            gint64 organisation,
            const char *from,
            const char *to)
{
  const StreekRecordKind *kind = &streek_partnership_member_kind;
  gint64 id = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, id, owner, partnership);
  streek_record_book_refer (book, kind, id, MEMBER (MEMBER), organisation);
  if (from != NULL)
    streek_record_book_set (book, kind, id, MEMBER (STARTS), from);
  if (to != NULL)
    streek_record_book_set (book, kind, id, MEMBER (ENDS), to);

  return id;
}

static gint64
add_town (StreekRecordBook *book, const char *name)
{
  return streek_record_book_add (book, &streek_organisation_kind, name);
}

static void
announce (StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, const char *number)
{
  streek_record_book_set (book, kind, id,
                          kind == &streek_body_kind ? STREEK_BODY_MEMBERS_ANNOUNCED
                                                    : STREEK_ORGANISATION_MEMBERS_ANNOUNCED,
                          number);
}

static StreekMemberCount
count_members (StreekRecordBook *book, gint64 body, const char *today)
{
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, today);
  const StreekRecords *records = streek_record_view_get_records (view);

  return streek_members_count (records, streek_records_find (records, &streek_body_kind, body),
                               streek_record_view_get_today (view));
}

/* A is a member all along and in two roles, B until the end of 2018, C from April 2019. */
static void
test_counts_on_a_day (void)
{
  static const struct
  {
    const char *day;
    guint n;
  } cases[] = {
    { "2018-12-31", 2 }, { "2019-01-01", 1 }, { "2019-04-01", 2 }, { "2026-01-01", 2 }
  };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Overleg");
  gint64 a = add_town (book, "A");
  gint64 chair = add_member (book, MEMBER (BODY), body, a, NULL, NULL);

  add_member (book, MEMBER (BODY), body, a, NULL, NULL);
  streek_record_book_set (book, &streek_partnership_member_kind, chair, MEMBER (ROLE),
                          "voorzitter");
  add_member (book, MEMBER (BODY), body, add_town (book, "B"), NULL, "2018");
  add_member (book, MEMBER (BODY), body, add_town (book, "C"), "2019-04", NULL);
  announce (book, &streek_body_kind, body, "3");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekMemberCount count = count_members (book, body, cases[i].day);

      g_test_message ("on %s", cases[i].day);
      g_assert_cmpuint (count.n_entered, ==, cases[i].n);
      g_assert_cmpint (count.announced, ==, 3);
    }
}

/* What is over is held against its announcement as it was on its last day. */
static void
test_what_ended_is_counted_at_its_end (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Overleg");

  streek_record_book_set (book, &streek_body_kind, body, STREEK_BODY_VALID_TO, "2015-12-31");
  add_member (book, MEMBER (BODY), body, add_town (book, "A"), NULL, "2015");
  add_member (book, MEMBER (BODY), body, add_town (book, "B"), NULL, "2010");

  StreekMemberCount count = count_members (book, body, "2026-05-15");
  g_autofree char *words = streek_member_count_dup_words (&count);

  g_assert_cmpstr (words, ==, "1");
}

/* Held against 15 May 2026. */
static guint
count_findings (StreekRecordBook *book)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  streek_partnership_rules_register ();
  g_assert_true (streek_db_execute (book->db, "BEGIN", &error));
  g_assert_true (streek_record_changes_write (book->changes, book->db, &error));
  g_assert_true (streek_db_execute (book->db, "COMMIT", &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) findings =
    streek_rules_run (book->db, streek_date_from_ymd (2026, 5, 15), NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((const StreekFinding *) findings->pdata[i])->id, "body/members-announced");

  return n;
}

/* Two of two; one of two; none of three; nothing announced. */
static void
test_holds_against_what_was_announced (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 full = add_town (book, "Full"), lacking = add_town (book, "Lacking");
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Body");
  gint64 a = add_town (book, "A"), b = add_town (book, "B");

  add_member (book, MEMBER (PARTNERSHIP), full, a, NULL, NULL);
  add_member (book, MEMBER (PARTNERSHIP), full, b, NULL, NULL);
  add_member (book, MEMBER (PARTNERSHIP), lacking, a, NULL, NULL);
  add_member (book, MEMBER (PARTNERSHIP), b, a, NULL, NULL);
  announce (book, &streek_organisation_kind, full, "2");
  announce (book, &streek_organisation_kind, lacking, "2");
  announce (book, &streek_body_kind, body, "3");

  g_assert_cmpuint (count_findings (book), ==, 2);
}

static gboolean
is_refused (StreekRecordBook *book)
{
  g_autoptr (GError) error = NULL;

  return !streek_record_changes_check (book->changes, book->empty, &error);
}

static void
test_refuses_what_cannot_be (void)
{
  g_autoptr (StreekRecordBook) itself = streek_record_book_new ();
  g_autoptr (StreekRecordBook) nobody = streek_record_book_new ();
  g_autoptr (StreekRecordBook) backward = streek_record_book_new ();
  gint64 one = add_town (itself, "One"), other = add_town (nobody, "Other");
  gint64 body = streek_record_book_add (backward, &streek_body_kind, "Body");

  add_member (itself, MEMBER (PARTNERSHIP), one, one, NULL, NULL);
  streek_record_book_refer (nobody, &streek_partnership_member_kind,
                            streek_record_book_add (nobody, &streek_partnership_member_kind, NULL),
                            MEMBER (MEMBER), other);
  add_member (backward, MEMBER (BODY), body, add_town (backward, "Third"), "2019", "2018");

  g_assert_true (is_refused (itself));
  g_assert_true (is_refused (nobody));
  g_assert_true (is_refused (backward));
}

/* A body lies where its own area is, wherever its members are. */
static void
test_members_are_no_area (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 body = streek_record_book_add (book, &streek_body_kind, "Overleg");
  gint64 member = add_member (book, MEMBER (BODY), body, add_town (book, "B"), NULL, NULL);

  streek_record_book_set (book, &streek_body_kind, body, STREEK_BODY_AREA, "gemeente:A");
  streek_record_book_set (book, &streek_partnership_member_kind, member, MEMBER (AREA),
                          "gemeente:B");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_body_kind);

  streek_record_list_spec_set_area (spec, "gemeente:B");

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (&streek_body_kind);
  g_autofree char *text = streek_record_list_column_dup_text (
    streek_record_columns_find (columns, "partnership_member"),
    streek_records_find (streek_record_view_get_records (view), &streek_body_kind, body), view,
    ", ");

  g_assert_no_error (error);
  g_assert_cmpuint (streek_record_list_count (list), ==, 0);
  g_assert_cmpstr (text, ==, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body/partnership/counts-on-a-day", test_counts_on_a_day);
  g_test_add_func ("/body/partnership/what-ended-is-counted-at-its-end",
                   test_what_ended_is_counted_at_its_end);
  g_test_add_func ("/body/partnership/holds-against-what-was-announced",
                   test_holds_against_what_was_announced);
  g_test_add_func ("/body/partnership/refuses-what-cannot-be", test_refuses_what_cannot_be);
  g_test_add_func ("/body/partnership/members-are-no-area", test_members_are_no_area);

  return g_test_run ();
}
