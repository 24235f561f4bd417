/* test-role-said.c: the nearest role that is said counts, and what kind of body all make */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-role-said.h"

#include "body/streek-body.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-role.h"
#include "plan/streek-theme.h"
#include "streek-record-book.h"

static void
say (StreekRecordBook *book, gint64 body, gint64 theme, gint64 item, const char *role)
{
  gint64 id = streek_record_book_add (book, &streek_role_kind, role);

  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_BODY, body);
  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_THEME, theme);
  streek_record_book_refer (book, &streek_role_kind, id, STREEK_ROLE_ITEM, item);
}

static void
assert_said (const StreekRecords *records,
             gint64 body,
             gint64 theme,
             gint64 item,
             StreekRoleLevel expected_level,
             const char *expected)
{
  StreekRoleLevel level;
  g_autoptr (GPtrArray) roles =
    streek_roles_list_said (records, body, theme, item, STREEK_DATE_NONE, &level);

  g_assert_cmpint (level, ==, expected_level);
  g_assert_cmpuint (roles->len, ==, expected != NULL);
  if (expected != NULL)
    g_assert_true (streek_record_is (roles->pdata[0], STREEK_ROLE_ROLE, expected));
}

static void
test_nearest_counts (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC A");
  gint64 silent = streek_record_book_add (book, &streek_body_kind, "RESOC B");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");
  gint64 water = streek_record_book_add (book, &streek_theme_kind, "Water");
  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Action");
  gint64 special = streek_record_book_add (book, &streek_plan_item_kind, "Other action");
  gint64 link = streek_record_book_add (book, &streek_item_theme_kind, NULL);

  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_ITEM, item);
  streek_record_book_refer (book, &streek_item_theme_kind, link, STREEK_ITEM_THEME_THEME, care);
  say (book, body, 0, 0, "advise");
  say (book, body, care, 0, "lead");
  say (book, body, 0, special, "partner");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);

  assert_said (records, body, 0, 0, STREEK_ROLE_LEVEL_BODY, "advise");
  assert_said (records, body, water, 0, STREEK_ROLE_LEVEL_BODY, "advise");
  assert_said (records, body, care, 0, STREEK_ROLE_LEVEL_THEME, "lead");
  assert_said (records, body, 0, item, STREEK_ROLE_LEVEL_THEME, "lead");
  assert_said (records, body, 0, special, STREEK_ROLE_LEVEL_ITEM, "partner");
  assert_said (records, silent, care, item, STREEK_ROLE_LEVEL_NONE, NULL);
}

static void
test_derives_the_kind (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 talks = streek_record_book_add (book, &streek_body_kind, "A");
  gint64 works = streek_record_book_add (book, &streek_body_kind, "B");
  gint64 both = streek_record_book_add (book, &streek_body_kind, "C");
  gint64 silent = streek_record_book_add (book, &streek_body_kind, "D");

  say (book, talks, 0, 0, "bring_together");
  say (book, talks, 0, 0, "no_core_task");
  say (book, works, 0, 0, "lead");
  say (book, both, 0, 0, "advise");
  say (book, both, 0, 0, "seek_funding");
  say (book, silent, 0, 0, "undescribed");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);

  g_assert_cmpstr (streek_roles_derive_orientation (records, talks, STREEK_DATE_NONE), ==,
                   "consultation");
  g_assert_cmpstr (streek_roles_derive_orientation (records, works, STREEK_DATE_NONE), ==,
                   "projects");
  g_assert_cmpstr (streek_roles_derive_orientation (records, both, STREEK_DATE_NONE), ==,
                   "combination");
  g_assert_cmpstr (streek_roles_derive_orientation (records, silent, STREEK_DATE_NONE), ==,
                   "undescribed");
  g_assert_true (streek_roles_contradict ("projects", "consultation"));
  g_assert_true (streek_roles_contradict ("undescribed", "projects"));
  g_assert_false (streek_roles_contradict ("ambiguous", "projects"));
  g_assert_false (streek_roles_contradict ("projects", "undescribed"));
  g_assert_false (streek_roles_contradict (NULL, "projects"));
}

/* Until 2009 it advised, since 2010 it leads; and in care all along, as far as anybody knows. */
static void
test_holds_on_a_day (void)
{
  static const struct
  {
    const char *day;
    const char *role;
    const char *kind;
  } cases[] = {
    { "2009-12-31", "advise", "consultation" },
    { "2010-01-01", "lead", "projects" },
    { "2026-01-01", "lead", "projects" },
  };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC");
  gint64 care = streek_record_book_add (book, &streek_theme_kind, "Care");

  for (guint i = 0; i < 2; i++)
    {
      gint64 role = streek_record_book_add (book, &streek_role_kind, NULL);
      gint64 weight = streek_record_book_add (book, &streek_theme_weight_kind, NULL);

      streek_record_book_refer (book, &streek_role_kind, role, STREEK_ROLE_BODY, body);
      streek_record_book_set (book, &streek_role_kind, role, STREEK_ROLE_ROLE,
                              i == 0 ? "advise" : "lead");
      streek_record_book_set (book, &streek_role_kind, role,
                              i == 0 ? STREEK_ROLE_ENDS : STREEK_ROLE_STARTS,
                              i == 0 ? "2009" : "2010");
      streek_record_book_refer (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_BODY,
                                body);
      streek_record_book_refer (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_THEME,
                                care);
      streek_record_book_set (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_WEIGHT,
                              i == 0 ? "mentioned" : "priority");
      streek_record_book_set (book, &streek_theme_weight_kind, weight, STREEK_THEME_WEIGHT_STARTS,
                              i == 0 ? "2004" : "2012-Q3");
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  StreekRecords *records = streek_record_view_get_records (view);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordView) then = streek_record_book_view (book, cases[i].day);
      StreekDate on = streek_record_view_get_today (then);
      g_autoptr (GPtrArray) roles = streek_roles_list_own (records, body, 0, 0, on);

      g_test_message ("on %s", cases[i].day);
      g_assert_cmpuint (roles->len, ==, 1);
      g_assert_true (streek_record_is (roles->pdata[0], STREEK_ROLE_ROLE, cases[i].role));
      g_assert_cmpstr (streek_roles_derive_orientation (records, body, on), ==, cases[i].kind);
    }

  g_autoptr (GPtrArray) all = streek_roles_list_own (records, body, 0, 0, STREEK_DATE_NONE);
  const StreekRecord *early =
    streek_theme_weight_find (records, body, care, streek_date_from_ymd (2012, 6, 30));
  const StreekRecord *late = streek_theme_weight_find (records, body, care, STREEK_DATE_NONE);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (streek_roles_derive_orientation (records, body, STREEK_DATE_NONE), ==,
                   "combination");
  g_assert_true (streek_record_is (early, STREEK_THEME_WEIGHT_WEIGHT, "mentioned"));
  g_assert_true (streek_record_is (late, STREEK_THEME_WEIGHT_WEIGHT, "priority"));

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *words = streek_role_dup_words (view, all->pdata[i], STREEK_ROLE_LEVEL_NONE);

      g_assert_cmpstr (words, ==,
                       streek_record_is (all->pdata[i], STREEK_ROLE_ROLE, "advise")
                         ? "Advising (Until 2009)"
                         : "Lead (From 2010)");
    }
}

/* What its pact says, but for the period of which another pact said otherwise. */
static void
test_kind_of_a_period (void)
{
  const StreekRecordKind *kind = &streek_body_orientation_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 body = streek_record_book_add (book, &streek_body_kind, "RESOC");
  gint64 before = streek_record_book_add (book, kind, NULL);

  streek_record_book_set (book, &streek_body_kind, body, STREEK_BODY_ORIENTATION, "projects");
  streek_record_book_refer (book, kind, before, STREEK_BODY_ORIENTATION_OF_BODY, body);
  streek_record_book_set (book, kind, before, STREEK_BODY_ORIENTATION_OF_WORD, "consultation");
  streek_record_book_set (book, kind, before, STREEK_BODY_ORIENTATION_OF_STARTS, "2004");
  streek_record_book_set (book, kind, before, STREEK_BODY_ORIENTATION_OF_ENDS, "2007");
  streek_record_book_set (book, kind, before, STREEK_BODY_ORIENTATION_OF_PAGE, "12");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  const StreekRecord *record = streek_records_find (records, &streek_body_kind, body);
  StreekOrientation then =
    streek_body_find_orientation (records, record, streek_date_from_ymd (2007, 12, 31));
  StreekOrientation later =
    streek_body_find_orientation (records, record, streek_date_from_ymd (2008, 1, 1));
  StreekOrientation now = streek_body_find_orientation (records, record, STREEK_DATE_NONE);

  g_assert_cmpstr (then.word, ==, "consultation");
  g_assert_cmpstr (then.page, ==, "12");
  g_assert_cmpstr (later.word, ==, "projects");
  g_assert_cmpstr (now.word, ==, "projects");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/role-said/nearest-counts", test_nearest_counts);
  g_test_add_func ("/plan/role-said/derives-the-kind", test_derives_the_kind);

  g_test_add_func ("/plan/role-said/holds-on-a-day", test_holds_on_a_day);
  g_test_add_func ("/plan/role-said/kind-of-a-period", test_kind_of_a_period);

  return g_test_run ();
}
