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
  g_autoptr (GPtrArray) roles = streek_roles_list_said (records, body, theme, item, &level);

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

  g_assert_cmpstr (streek_roles_derive_orientation (records, talks), ==, "consultation");
  g_assert_cmpstr (streek_roles_derive_orientation (records, works), ==, "projects");
  g_assert_cmpstr (streek_roles_derive_orientation (records, both), ==, "combination");
  g_assert_cmpstr (streek_roles_derive_orientation (records, silent), ==, "undescribed");
  g_assert_true (streek_roles_contradict ("projects", "consultation"));
  g_assert_true (streek_roles_contradict ("undescribed", "projects"));
  g_assert_false (streek_roles_contradict ("ambiguous", "projects"));
  g_assert_false (streek_roles_contradict ("projects", "undescribed"));
  g_assert_false (streek_roles_contradict (NULL, "projects"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/role-said/nearest-counts", test_nearest_counts);
  g_test_add_func ("/plan/role-said/derives-the-kind", test_derives_the_kind);

  return g_test_run ();
}
