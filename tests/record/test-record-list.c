/* test-record-list.c: records chosen, ordered and put in groups as a list asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "streek-record-book.h"
#include "streek-record-world.h"

#include <string.h>

typedef struct
{
  StreekDb *db;
  StreekRecordChanges *changes;
  StreekRecordView *view;
} Fixture;

typedef struct
{
  const char *name;
  const char *status;
  int year; /* 0: none */
  double budget;
  const char *areas;    /* letters */
  const char *partners; /* joined with + */
  const char *aim;
  const char *strand; /* (nullable): a part of it, and its approach */
} Project;

/* "Élan" is beside "E", 9 before 10, and whoever has no year comes last. */
static const Project projects[] = {
  { "Warmtenet 10", "running", 2024, 1000, "A", "Stad Diest+VZW Bol", "Warmtebuizen leggen",
    "Graven" },
  { "warmtenet 9", "approved", 2020, 2500.5, "B", "Stad Diest", NULL, NULL },
  { "Élan", "done", 0, -1, "AC", NULL, "Jongeren aan het werk", NULL },
  { "Esdoorn", NULL, 2022, -1, NULL, "VZW Bol", "Bomen planten", NULL },
};

static gint64
find_or_add (StreekRecordChanges *changes, GHashTable *organisations, const char *name)
{
  gint64 *id = g_hash_table_lookup (organisations, name);

  if (id == NULL)
    {
      id = g_new (gint64, 1);
      *id = streek_record_world_add (changes, &streek_organisation_kind, name);
      g_hash_table_insert (organisations, g_strdup (name), id);
    }

  return *id;
}

static void
add_project (StreekRecordChanges *changes, GHashTable *organisations, const Project *project)
{
  const StreekRecordKind *kind = &streek_project_kind;
  gint64 id = streek_record_world_add (changes, kind, project->name);
  g_auto (GStrv) partners = g_strsplit (project->partners ? project->partners : "", "+", -1);

  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_STATUS, project->status);
  streek_record_changes_set_text (changes, kind, id, STREEK_PROJECT_AIM, project->aim);
  if (project->year != 0)
    streek_record_changes_set_day (changes, kind, id, STREEK_PROJECT_STARTS,
                                   streek_date_from_ymd (project->year, 3, 1));
  if (project->budget >= 0)
    streek_record_changes_set_number (changes, kind, id, STREEK_PROJECT_BUDGET, project->budget);

  for (const char *letter = project->areas; letter != NULL && *letter != '\0'; letter++)
    {
      gint64 tie = streek_record_changes_add (changes, &streek_project_area_kind);
      g_autofree char *area = g_strdup_printf ("gemeente:%c", *letter);

      streek_record_changes_set_reference (changes, &streek_project_area_kind, tie,
                                           STREEK_PROJECT_AREA_PROJECT, id);
      streek_record_changes_set_text (changes, &streek_project_area_kind, tie,
                                      STREEK_PROJECT_AREA_AREA, area);
    }

  if (project->strand != NULL)
    {
      gint64 strand = streek_record_world_add (changes, &streek_strand_kind, project->strand);

      streek_record_changes_set_reference (changes, &streek_strand_kind, strand,
                                           STREEK_STRAND_PROJECT, id);
      streek_record_changes_set_text (changes, &streek_strand_kind, strand, STREEK_STRAND_APPROACH,
                                      "Heftrucks en überkraan");
    }

  for (guint i = 0; partners[i] != NULL; i++)
    if (*partners[i] != '\0')
      {
        gint64 tie = streek_record_world_tie (changes, &streek_project_partner_kind,
                                              STREEK_PROJECT_PARTNER_PROJECT, id,
                                              find_or_add (changes, organisations, partners[i]));

        streek_record_changes_set_number (changes, &streek_project_partner_kind, tie,
                                          STREEK_PROJECT_PARTNER_RANK, i);
      }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) organisations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  fixture->db = streek_record_world_new_db ();
  fixture->changes = streek_record_changes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    add_project (fixture->changes, organisations, &projects[i]);

  fixture->view = streek_record_world_new_view (fixture->db, fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_view_unref (fixture->view);
  streek_record_changes_free (fixture->changes);
  streek_db_close (fixture->db);
}

static StreekRecordList *
make_list (Fixture *fixture, const StreekRecordListSpec *spec)
{
  g_autoptr (GError) error = NULL;
  StreekRecordList *list = streek_record_list_new (fixture->view, spec, &error);

  g_assert_no_error (error);

  return list;
}

/* Titles in order; a group in front of its own: "[2024] A|B". */
static char *
dump (const StreekRecordList *list)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < streek_record_list_get_n_rows (list); i++)
    {
      const StreekRecordRow *row = streek_record_list_get_row (list, i);
      g_autofree char *title = streek_record_dup_title (
        row->record, streek_record_view_get_records (streek_record_list_get_view (list)));

      if (streek_record_list_get_n_groups (list) > 0 &&
          streek_record_list_get_group (list, row->group)->first == i)
        g_string_append_printf (dump, "[%s]",
                                streek_record_list_get_group (list, row->group)->title);
      g_string_append_printf (dump, "%s|", title);
    }

  return g_string_free (dump, FALSE);
}

static void
assert_list (Fixture *fixture, const StreekRecordListSpec *spec, const char *expected)
{
  g_autoptr (StreekRecordList) list = make_list (fixture, spec);
  g_autofree char *rows = dump (list);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_orders (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { NULL, FALSE, "Élan|Esdoorn|warmtenet 9|Warmtenet 10|" }, /* el, es, wa */
    { "name", TRUE, "Warmtenet 10|warmtenet 9|Esdoorn|Élan|" },
    { "starts", FALSE, "warmtenet 9|Esdoorn|Warmtenet 10|Élan|" },
    { "starts", TRUE, "Warmtenet 10|Esdoorn|warmtenet 9|Élan|" }, /* empties stay last */
    { "budget", TRUE, "warmtenet 9|Warmtenet 10|Élan|Esdoorn|" },
    { "status", FALSE, "warmtenet 9|Warmtenet 10|Élan|Esdoorn|" }, /* approved, running, done */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

      if (cases[i].column != NULL)
        streek_record_list_spec_add_sort (spec, cases[i].column, cases[i].descending);
      assert_list (fixture, spec, cases[i].expected);
    }
}

static void
test_second_key_decides (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_add_sort (spec, "acronym", FALSE); /* all empty */
  streek_record_list_spec_add_sort (spec, "name", TRUE);
  assert_list (fixture, spec, "Warmtenet 10|warmtenet 9|Esdoorn|Élan|");
}

static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column;
    StreekRecordOperator op;
    const char *values[3];
    const char *expected;
    const char *words;
  } cases[] = {
    { "name", STREEK_RECORD_CONTAINS, { "ÉL" }, "Élan|", "Name: with “ÉL” in it" },
    { "name", STREEK_RECORD_IS, { "elan" }, "Élan|", "Name: elan" },
    { "status",
      STREEK_RECORD_IS,
      { "running", "done" },
      "Élan|Warmtenet 10|",
      "Status: Running or Done" },
    { "status",
      STREEK_RECORD_IS_NOT,
      { "done" },
      "Esdoorn|warmtenet 9|Warmtenet 10|",
      "Status: not Done" },
    { "status", STREEK_RECORD_IS_EMPTY, { NULL }, "Esdoorn|", "Status: not filled in" },
    { "budget",
      STREEK_RECORD_IS_FILLED,
      { NULL },
      "warmtenet 9|Warmtenet 10|",
      "Budget: filled in" },
    { "budget",
      STREEK_RECORD_AT_LEAST,
      { "1000" },
      "warmtenet 9|Warmtenet 10|",
      "Budget: at least 1.000 €" },
    { "budget", STREEK_RECORD_AT_MOST, { "1000" }, "Warmtenet 10|", "Budget: at most 1.000 €" },
    { "starts", STREEK_RECORD_AT_LEAST, { "2022" }, "Esdoorn|Warmtenet 10|", "From: from 2022" },
    { "starts", STREEK_RECORD_AT_MOST, { "2022" }, "Esdoorn|warmtenet 9|", "From: until 2022" },
    { "starts", STREEK_RECORD_AT_MOST, { "2022-02" }, "warmtenet 9|", "From: until februari 2022" },
    { "starts", STREEK_RECORD_IS, { "2024" }, "Warmtenet 10|", "From: 2024" },
    { "project_area", STREEK_RECORD_IS, { "gemeente:A" }, "Élan|Warmtenet 10|", "Areas: A" },
    { "project_area",
      STREEK_RECORD_UNDER,
      { "streek:OOST" },
      "Élan|warmtenet 9|",
      "Areas: in streek OOST" },
    { "project_area", STREEK_RECORD_IS_EMPTY, { NULL }, "Esdoorn|", "Areas: not filled in" },
    { "project_partner",
      STREEK_RECORD_CONTAINS,
      { "bol" },
      "Esdoorn|Warmtenet 10|",
      "Partners: with “bol” in it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

      streek_record_list_spec_add_condition (spec, cases[i].column, cases[i].op, cases[i].values);
      assert_list (fixture, spec, cases[i].expected);

      g_autofree char *words = streek_record_list_spec_describe (spec, fixture->view);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Parts of words do, in long texts, in what hangs on a record and in its parts; all of the words
 * must be there. */
static void
test_searches (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    const char *expected;
  } cases[] = {
    { "buizen", "Warmtenet 10|" },
    { "WARMTE diest", "warmtenet 9|Warmtenet 10|" },
    { "elan", "Élan|" },
    { "bol bomen", "Esdoorn|" },
    { "maart 2022", "Esdoorn|" },
    { "running", "Warmtenet 10|" },
    { "bol elan", "" },
    { "heftruck", "Warmtenet 10|" },
    { "graven uberkraan buizen", "Warmtenet 10|" },
    { "  ", "Élan|Esdoorn|warmtenet 9|Warmtenet 10|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

      streek_record_list_spec_set_search (spec, cases[i].search);
      assert_list (fixture, spec, cases[i].expected);
    }
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *column;
    const char *expected;
  } cases[] = {
    { "status", "[Approved]warmtenet 9|[Running]Warmtenet 10|[Done]Élan|[Not filled in]Esdoorn|" },
    { "starts", "[2020]warmtenet 9|[2022]Esdoorn|[2024]Warmtenet 10|[Not filled in]Élan|" },
    { "project_area", "[A]Élan|Warmtenet 10|[B]warmtenet 9|[C]Élan|[Not filled in]Esdoorn|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

      streek_record_list_spec_set_group (spec, cases[i].column);
      assert_list (fixture, spec, cases[i].expected);
    }
}

/* One that stands in two groups is one record, and its money is there once. */
static void
test_counts_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);
  static const char *const columns[] = { "name", "budget", NULL };

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_set_group (spec, "project_partner");

  g_autoptr (StreekRecordList) list = make_list (fixture, spec);
  g_autofree char *sum = streek_record_list_dup_sum (list, -1, 1);
  g_autofree char *diest = streek_record_list_dup_sum (list, 0, 1);
  g_autofree char *name = streek_record_list_dup_sum (list, -1, 0);
  g_auto (GStrv) remarks = streek_record_list_list_remarks (list);

  g_assert_cmpuint (streek_record_list_count (list), ==, 4);
  g_assert_cmpuint (streek_record_list_get_n_rows (list), ==, 5); /* Warmtenet 10 has two */
  g_assert_cmpstr (sum, ==,
                   "Budget: 3.500,50 € together; filled in for 2 of 4"); /* 1000 + 2500,5 */
  g_assert_cmpstr (diest, ==, "Budget: 3.500,50 € together");
  g_assert_null (name);
  g_assert_cmpuint (g_strv_length (remarks), ==, 2);
  g_assert_nonnull (strstr (remarks[1], "count once"));
}

static void
test_finds_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);
  g_autoptr (StreekRecordList) list = make_list (fixture, spec);

  for (guint i = 0; i < streek_record_list_get_n_rows (list); i++)
    g_assert_cmpint (streek_record_list_find (
                       list, streek_record_get_id (streek_record_list_get_row (list, i)->record)),
                     ==, (int) i);

  g_assert_cmpint (streek_record_list_find (list, 12), ==, -1);
}

/* A plan of the west, with an action of its own in B: that one lies where it says itself. */
static void
test_areas_of_owners (void)
{
  const StreekRecordKind *item = &streek_plan_item_kind;
  g_autoptr (StreekDb) db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 pact = streek_record_world_add (changes, &streek_pact_kind, "Pact");
  gint64 goal = streek_record_world_add (changes, item, "Doel");
  gint64 action = streek_record_world_add (changes, item, "Actie");
  gint64 tie = streek_record_changes_add (changes, &streek_item_area_kind);

  streek_record_changes_set_text (changes, &streek_pact_kind, pact, STREEK_PACT_AREA,
                                  "streek:WEST");
  streek_record_changes_set_reference (changes, item, goal, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_changes_set_reference (changes, item, action, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_changes_set_reference (changes, item, action, STREEK_PLAN_ITEM_PARENT, goal);
  streek_record_changes_set_reference (changes, &streek_item_area_kind, tie, STREEK_ITEM_AREA_ITEM,
                                       action);
  streek_record_changes_set_text (changes, &streek_item_area_kind, tie, STREEK_ITEM_AREA_AREA,
                                  "gemeente:B");

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (db, changes);
  Fixture fixture = { db, changes, view };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (item);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, goal);
  const char *const values[] = { id, NULL };

  streek_record_list_spec_set_area (spec, "streek:WEST");
  assert_list (&fixture, spec, "Doel|");
  streek_record_list_spec_set_area (spec, "streek:OOST");
  assert_list (&fixture, spec, "Actie|");
  streek_record_list_spec_set_area (spec, NULL);
  streek_record_list_spec_add_condition (spec, "parent", STREEK_RECORD_UNDER, values);
  assert_list (&fixture, spec, "Actie|");
}

/* Below a programme is also what is below one that is below it; a ring of programmes ends. */
static void
test_below_in_a_tree (void)
{
  const StreekRecordKind *programme = &streek_programme_kind;
  g_autoptr (StreekDb) db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 deal = streek_record_world_add (changes, programme, "West Deal");
  gint64 work = streek_record_world_add (changes, programme, "Werk");
  gint64 school = streek_record_world_add (changes, programme, "Duaal leren");
  gint64 project = streek_record_world_add (changes, &streek_project_kind, "Leerjobs");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, deal);
  const char *const values[] = { id, NULL };

  streek_record_changes_set_reference (changes, programme, work, STREEK_PROGRAMME_PARENT, deal);
  streek_record_changes_set_reference (changes, programme, school, STREEK_PROGRAMME_PARENT, work);
  streek_record_changes_set_reference (changes, &streek_project_kind, project,
                                       STREEK_PROJECT_PROGRAMME, school);

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (db, changes);
  Fixture fixture = { db, changes, view };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_add_condition (spec, "programme", STREEK_RECORD_UNDER, values);
  assert_list (&fixture, spec, "Leerjobs|");

  g_autofree char *words = streek_record_list_spec_describe (spec, view);

  g_assert_cmpstr (words, ==, "Programme: West Deal and what is below");

  streek_record_changes_set_reference (changes, programme, work, STREEK_PROGRAMME_PARENT, school);

  g_autoptr (StreekRecordView) ring = streek_record_world_new_view (db, changes);

  fixture.view = ring;
  assert_list (&fixture, spec, "");
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "status", "starts", "project_partner", NULL };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_set_search (spec, "bol");

  g_autoptr (StreekRecordList) list = make_list (fixture, spec);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_autofree char *seen = streek_table_to_csv (table, streek_format_get ("nl"));

  g_assert_cmpstr (seen, ==,
                   "Name,Status,From,Partners\n"
                   "Esdoorn,,1 maart 2022,VZW Bol\n"
                   "Warmtenet 10,Running,1 maart 2024,Stad Diest; VZW Bol\n");
  g_assert_cmpuint (streek_table_get_n_remarks (table), ==, 1);
  g_assert_cmpstr (streek_table_get_remark (table, 0), ==, "2 of 4. With the words “bol”.");

  g_autoptr (StreekTable) raw = streek_record_list_make_table (list, STREEK_RECORD_TABLE_RAW);

  g_assert_cmpstr (streek_table_get_column_id (raw, 0), ==, "id");
  g_assert_cmpstr (streek_table_get_text (raw, 1, 2), ==, "running");
}

/* A year has no mark between thousands; in a file it stays a number. */
static void
test_years (void)
{
  static const char *const columns[] = { "title", "year", NULL };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 dated = streek_record_book_add (book, &streek_document_kind, "Decreet");

  streek_record_book_set (book, &streek_document_kind, dated, STREEK_DOCUMENT_YEAR, "2004");
  streek_record_book_add (book, &streek_document_kind, "Overzicht");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_document_kind);

  streek_record_list_spec_set_columns (spec, columns);

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, NULL);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_autoptr (StreekTable) raw = streek_record_list_make_table (list, STREEK_RECORD_TABLE_RAW);
  g_autofree char *seen = streek_table_to_csv (table, streek_format_get ("nl"));
  g_autofree char *text = streek_record_view_dup_text (
    view, streek_record_list_get_row (list, 0)->record, STREEK_DOCUMENT_YEAR);

  g_assert_cmpstr (seen, ==, "Title,Year\nDecreet,2004\nOverzicht,\n");
  g_assert_cmpstr (text, ==, "2004");
  g_assert_cmpint (streek_table_get_column_type (raw, 2), ==, STREEK_COLUMN_INTEGER);
  g_assert_cmpint (streek_table_get_integer (raw, 0, 2), ==, 2004);
}

/* A pillar of 100 000 is a line of 40 000, which is an action of 40 000, and one of 60 000. Without
 * the pillar the line and the other action are left; two under each other stand for themselves. */
static void
test_adds_no_amount_under_another (void)
{
  static const char *const columns[] = { "title", "budget", NULL };
  static const struct
  {
    const char *title;
    const char *budget;
    guint parent; /* from 1, 0: none */
  } items[] = {
    { "Pillar a", "100000", 0 },    { "Line b", "40000", 1 }, { "Action b", "40000", 2 },
    { "Action b two", "60000", 1 }, { "Ring b", "1", 6 },     { "Ring b two", "2", 5 },
  };
  const StreekRecordKind *kind = &streek_plan_item_kind;
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 ids[G_N_ELEMENTS (items)];

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      ids[i] = streek_record_book_add (book, kind, items[i].title);
      streek_record_book_set (book, kind, ids[i], STREEK_PLAN_ITEM_BUDGET, items[i].budget);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i].parent > 0)
      streek_record_book_refer (book, kind, ids[i], STREEK_PLAN_ITEM_PARENT,
                                ids[items[i].parent - 1]);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);

  streek_record_list_spec_set_columns (spec, columns);

  g_autoptr (StreekRecordList) all = streek_record_list_new (view, spec, &error);

  streek_record_list_spec_set_search (spec, "b");

  g_autoptr (StreekRecordList) some = streek_record_list_new (view, spec, &error);
  g_autofree char *sum = streek_record_list_dup_sum (all, -1, 1);
  g_autofree char *sum_of_some = streek_record_list_dup_sum (some, -1, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (sum, ==,
                   "Budget: 100,003 € together; 3 amounts that stand under another one are not "
                   "added");
  g_assert_cmpstr (sum_of_some, ==,
                   "Budget: 100,003 € together; 1 amount that stands under another one is not "
                   "added");
}

static void
test_table_of_groups (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "budget", NULL };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_set_group (spec, "status");
  streek_record_list_spec_set_area (spec, "gemeente:A");

  g_autoptr (StreekRecordList) list = make_list (fixture, spec);
  g_autoptr (StreekTable) column = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_autoptr (StreekTable) rows = streek_record_list_make_table (list, STREEK_RECORD_TABLE_HEADINGS);
  g_autofree char *with_column = streek_table_to_csv (column, NULL);
  g_autofree char *with_rows = streek_table_to_csv (rows, NULL);

  g_assert_cmpstr (with_column, ==, "group,name,budget\nRunning,Warmtenet 10,1000\nDone,Élan,\n");
  g_assert_cmpstr (with_rows, ==,
                   "name,budget\nRunning (1),\nWarmtenet 10,1000\nDone (1),\nÉlan,\n");

  /* on paper: headings with sums, and of what nobody filled in that nobody did */
  g_assert_cmpuint (streek_table_get_n_groups (column), ==, 2);
  g_assert_cmpint (streek_table_get_group_column (column), ==, 0);
  g_assert_cmpstr (streek_table_get_group (column, 0)->heading, ==, "Running (1)");
  g_assert_cmpstr (streek_table_get_group (column, 0)->detail, ==, "Budget: 1.000 € together");
  g_assert_cmpuint (streek_table_get_group (column, 1)->first_row, ==, 1);
  g_assert_cmpstr (streek_table_get_group (column, 1)->detail, ==, "Budget: not filled in");
  g_assert_cmpuint (streek_table_get_n_groups (rows), ==, 0);
}

/* What the headings say is not said again; where a record stands in several groups its row says
 * more than they do. */
static void
test_grouped_columns_on_paper (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "status", "project_area", NULL };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_set_group (spec, "status");

  g_autoptr (StreekRecordList) by_status = make_list (fixture, spec);
  g_autoptr (StreekTable) one = streek_record_list_make_table (by_status, STREEK_RECORD_TABLE_SEEN);

  g_assert_true (streek_table_is_in_headings (one, 2)); /* after the group and the name */
  g_assert_false (streek_table_is_in_headings (one, 3));

  streek_record_list_spec_set_group (spec, "project_area"); /* Élan lies in two */

  g_autoptr (StreekRecordList) by_area = make_list (fixture, spec);
  g_autoptr (StreekTable) several =
    streek_record_list_make_table (by_area, STREEK_RECORD_TABLE_SEEN);

  g_assert_false (streek_table_is_in_headings (several, 3));
}

/* Two goals and an action: a list of actions is called so, and says nothing of how it came about.
 */
static void
test_titles_say_what_is_in_it (void)
{
  static const char *const yes[] = { "1", NULL }, *const no[] = { "0", NULL };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 level = streek_record_book_add (book, &streek_pact_level_kind, "Action");
  const char *const titles[] = { "One", "Two", "Three" };

  streek_record_book_set (book, &streek_pact_level_kind, level, STREEK_PACT_LEVEL_IS_ACTION, "1");
  streek_record_book_refer (book, &streek_pact_level_kind, level, STREEK_PACT_LEVEL_PACT, pact);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      gint64 id = streek_record_book_add (book, &streek_plan_item_kind, titles[i]);

      streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_PACT, pact);
      if (i == 2)
        streek_record_book_refer (book, &streek_plan_item_kind, id, STREEK_PLAN_ITEM_LEVEL, level);
    }

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_plan_item_kind);
  g_autoptr (StreekRecordList) all = streek_record_list_new (view, spec, &error);

  streek_record_list_spec_add_condition (spec, "is_action", STREEK_RECORD_IS, yes);

  g_autoptr (StreekRecordList) actions = streek_record_list_new (view, spec, &error);
  g_auto (GStrv) said_of_actions = streek_record_list_list_remarks (actions);

  streek_record_list_spec_clear_conditions (spec, NULL);
  streek_record_list_spec_add_condition (spec, "is_action", STREEK_RECORD_IS, no);
  streek_record_list_spec_set_search (spec, "two");

  g_autoptr (StreekRecordList) goals = streek_record_list_new (view, spec, &error);
  g_auto (GStrv) said_of_goals = streek_record_list_list_remarks (goals);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_record_list_get_title (all), ==, "Goals and actions");
  g_assert_cmpstr (streek_record_list_get_title (actions), ==, "Actions");
  g_assert_null (said_of_actions[0]);
  g_assert_cmpstr (streek_record_list_get_title (goals), ==, "Goals");
  g_assert_cmpstr (said_of_goals[0], ==, "1 of 2. With the words “two”.");
}

static void
test_refuses_unknown_areas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);
  g_autoptr (GError) error = NULL;

  streek_record_list_spec_set_area (spec, "streek:NERGENS");
  g_assert_null (streek_record_list_new (fixture->view, spec, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/record/list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("orders", test_orders);
  ADD ("orders/second-key-decides", test_second_key_decides);
  ADD ("conditions", test_conditions);
  ADD ("searches", test_searches);
  ADD ("groups", test_groups);
  ADD ("groups/counts-once", test_counts_once);
  ADD ("finds-rows", test_finds_rows);
  ADD ("table", test_table);
  ADD ("table/of-groups", test_table_of_groups);
  ADD ("table/grouped-columns-on-paper", test_grouped_columns_on_paper);
  ADD ("area/refuses-unknown", test_refuses_unknown_areas);
  g_test_add_func ("/record/list/adds-no-amount-under-another", test_adds_no_amount_under_another);
  g_test_add_func ("/record/list/titles-say-what-is-in-it", test_titles_say_what_is_in_it);
  g_test_add_func ("/record/list/years", test_years);
  g_test_add_func ("/record/list/area/of-owners", test_areas_of_owners);
  g_test_add_func ("/record/list/below-in-a-tree", test_below_in_a_tree);

  return g_test_run ();
}
