/* test-record-order.c: in which order records stand that nobody put in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-order.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-theme.h"
#include "project/streek-project.h"
#include "streek-record-book.h"

/* Ids are random: in another order than this one in all but one of 5! runs. */
static const char *const names[] = { "stad Ieper", "Élan", "Zorgwerk", "VZW 10", "VZW 9" };

static char *
join_names (const GPtrArray *list, const StreekRecords *records)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *title = streek_record_dup_title (list->pdata[i], records);

      g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", title);
    }

  return g_string_free (joined, FALSE);
}

static void
test_lists_by_name (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    streek_record_book_add (book, &streek_organisation_kind, names[i]);

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (GPtrArray) list = streek_records_list_named (records, &streek_organisation_kind);
  g_autofree char *joined = join_names (list, records);

  g_assert_cmpstr (joined, ==, "Élan, stad Ieper, VZW 9, VZW 10, Zorgwerk");
}

static void
test_lists_bodies_by_kind (void)
{
  static const struct
  {
    const char *name;
    const char *kind; /* NULL: none */
  } bodies[] = { { "SERR Brugge", "serr" },     { "Klankbord", "Eigen soort" },
                 { "RESOC Westhoek", "resoc" }, { "Zonder soort", NULL },
                 { "RESOC Brugge", "resoc" },   { "ERSV", "ersv" },
                 { "Een overleg", "werkgroep" } };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      gint64 id = streek_record_book_add (book, &streek_body_kind, bodies[i].name);

      if (bodies[i].kind != NULL)
        streek_record_book_set (book, &streek_body_kind, id, STREEK_BODY_KIND, bodies[i].kind);
    }

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (GPtrArray) list = streek_bodies_list (records);
  g_autofree char *joined = join_names (list, records);

  g_assert_cmpstr (joined, ==,
                   "ERSV, RESOC Brugge, RESOC Westhoek, SERR Brugge, Een overleg, Zonder soort, "
                   "Klankbord");
}

/* What a cell says, and what the list is ordered by, is the first name in that order. */
static void
test_parts_stand_by_name (void)
{
  const StreekRecordKind *kind = &streek_project_theme_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Warmtenet");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 link = streek_record_book_add (book, kind, NULL);

      streek_record_book_refer (book, kind, link, STREEK_PROJECT_THEME_PROJECT, project);
      streek_record_book_refer (book, kind, link, STREEK_PROJECT_THEME_THEME,
                                streek_record_book_add (book, &streek_theme_kind, names[i]));
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  const StreekRecord *record =
    streek_records_find (streek_record_view_get_records (view), &streek_project_kind, project);
  StreekRecordListColumn column = {
    .link = kind,
    .owner = STREEK_PROJECT_THEME_PROJECT,
  };
  g_autofree char *text = streek_record_list_column_dup_text (&column, record, view, ", ");
  StreekRecordKey key = { 0 };

  streek_record_key_read (&key, &column, record, view);

  g_assert_cmpstr (text, ==, "Élan, stad Ieper, VZW 9, VZW 10, Zorgwerk");
  g_assert_cmpstr (key.text, ==, "elan");
  streek_record_key_clear (&key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/order/lists-by-name", test_lists_by_name);
  g_test_add_func ("/record/order/lists-bodies-by-kind", test_lists_bodies_by_kind);
  g_test_add_func ("/record/order/parts-stand-by-name", test_parts_stand_by_name);

  return g_test_run ();
}
