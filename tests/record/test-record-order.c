/* test-record-order.c: in which order records stand that nobody put in one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-order.h"

#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-theme.h"
#include "project/streek-project.h"
#include "record/streek-record-list.h"
#include "record/streek-record-portrait.h"
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

/* Those that somebody put in an order first; the others by name, whether it is their own or that of
 * what they name. */
static void
test_unranked_come_last_by_name (void)
{
  const StreekRecordKind *kind = &streek_project_partner_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 project = streek_record_book_add (book, &streek_project_kind, "Warmtenet");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 theme = streek_record_book_add (book, &streek_theme_kind, names[i]);
      gint64 partner = streek_record_book_add (book, kind, NULL);
      g_autofree char *rank = g_strdup_printf ("%u", 9 - i);

      streek_record_book_refer (book, kind, partner, STREEK_PROJECT_PARTNER_PROJECT, project);
      streek_record_book_refer (book, kind, partner, STREEK_PROJECT_PARTNER_ORGANISATION,
                                streek_record_book_add (book, &streek_organisation_kind, names[i]));
      if (i >= 2 && i < 4)
        {
          streek_record_book_set (book, &streek_theme_kind, theme, STREEK_THEME_RANK, rank);
          streek_record_book_set (book, kind, partner, STREEK_PROJECT_PARTNER_RANK, rank);
        }
    }

  const char *expected = "VZW 10, Zorgwerk, Élan, stad Ieper, VZW 9";
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  const StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) partners =
    streek_records_gather (records, kind, STREEK_PROJECT_PARTNER_PROJECT, project);
  g_autoptr (GPtrArray) themes = streek_records_list_named (records, &streek_theme_kind);
  g_autoptr (GPtrArray) as_read = g_ptr_array_new ();
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_theme_kind);
  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (records, &streek_theme_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (as_read, (gpointer) all[i]);
      g_ptr_array_add (rows, (gpointer) streek_record_list_get_row (list, i)->record);
    }

  const GPtrArray *lists[] = { partners, themes, as_read, rows };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *joined = join_names (lists[i], records);

      g_test_message ("list %u", i);
      g_assert_cmpstr (joined, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/order/lists-by-name", test_lists_by_name);
  g_test_add_func ("/record/order/lists-bodies-by-kind", test_lists_bodies_by_kind);
  g_test_add_func ("/record/order/parts-stand-by-name", test_parts_stand_by_name);

  g_test_add_func ("/record/order/unranked-come-last-by-name", test_unranked_come_last_by_name);

  return g_test_run ();
}
