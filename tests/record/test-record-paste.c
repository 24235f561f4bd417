/* test-record-paste.c: rows of a spreadsheet become records, and every row is accounted for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-paste.h"

#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "record/streek-record-export.h"
#include "streek-record-world.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  StreekDb *db;
  StreekRecordChanges *changes;
  StreekRecordView *view;
  gint64 diest; /* an organisation */
  gint64 warm;  /* a project of which it is a partner, in A, from 1 March 2024 */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *project = &streek_project_kind;

  fixture->db = streek_record_world_new_db ();
  fixture->changes = streek_record_changes_new ();
  fixture->diest =
    streek_record_world_add (fixture->changes, &streek_organisation_kind, "Stad Diest");
  streek_record_changes_set_text (fixture->changes, &streek_organisation_kind, fixture->diest,
                                  STREEK_ORGANISATION_KBO, "0207.500.123");
  fixture->warm = streek_record_world_add (fixture->changes, project, "Warmtenet");
  streek_record_changes_set_text (fixture->changes, project, fixture->warm, STREEK_PROJECT_STATUS,
                                  "running");
  streek_record_changes_set_number (fixture->changes, project, fixture->warm, STREEK_PROJECT_BUDGET,
                                    1250000);
  streek_record_changes_set_day (fixture->changes, project, fixture->warm, STREEK_PROJECT_STARTS,
                                 streek_date_from_ymd (2024, 3, 1));
  streek_record_changes_set_text (fixture->changes, project, fixture->warm, STREEK_PROJECT_AIM,
                                  "Buizen leggen.\nWarmte delen.");

  gint64 tie =
    streek_record_world_tie (fixture->changes, &streek_project_partner_kind,
                             STREEK_PROJECT_PARTNER_PROJECT, fixture->warm, fixture->diest);

  streek_record_changes_set_text (fixture->changes, &streek_project_partner_kind, tie,
                                  STREEK_PROJECT_PARTNER_ROLE, "promotor");
  tie = streek_record_changes_add (fixture->changes, &streek_project_area_kind);
  streek_record_changes_set_reference (fixture->changes, &streek_project_area_kind, tie,
                                       STREEK_PROJECT_AREA_PROJECT, fixture->warm);
  streek_record_changes_set_text (fixture->changes, &streek_project_area_kind, tie,
                                  STREEK_PROJECT_AREA_AREA, "gemeente:A");
  fixture->view = streek_record_world_new_view (fixture->db, fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_view_unref (fixture->view);
  streek_record_changes_free (fixture->changes);
  streek_db_close (fixture->db);
}

static StreekRecordSheet *
read_sheet (const StreekRecordKind *kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  StreekRecordSheet *sheet = streek_record_sheet_new_for_text (kind, text, NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

static StreekRecordPaste *
paste (Fixture *fixture, const StreekRecordSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  StreekRecordPaste *result = streek_record_paste_read (sheet, fixture->view, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_read, ==, sheet->grid->rows->len);
  g_assert_cmpuint (result->n_taken + result->n_ignored + result->n_rejected, ==, result->n_read);

  return result;
}

/* States of rows by their first letters, then findings: "hnu|3 paste/cell". */
static char *
dump (const StreekRecordPaste *result)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < result->rows->len; i++)
    g_string_append_c (dump, streek_record_row_state_get_id (
                               g_array_index (result->rows, StreekRecordPasteRow, i).state)[0]);

  for (guint i = 0; i < result->findings->len; i++)
    {
      const StreekFinding *finding = result->findings->pdata[i];

      g_test_message ("%s: %s", finding->place, finding->message);
      g_string_append_printf (dump, "|%s %s", finding->place, finding->id);
    }

  return g_string_free (dump, FALSE);
}

static StreekRecords *
preview (Fixture *fixture, const StreekRecordPaste *result)
{
  return streek_record_changes_preview (result->changes,
                                        streek_record_view_get_records (fixture->view));
}

static const StreekRecord *
get_record (const StreekRecordPaste *result,
            StreekRecords *records,
            const StreekRecordKind *kind,
            guint row)
{
  const StreekRecord *record =
    streek_records_find (records, kind, g_array_index (result->rows, StreekRecordPasteRow, row).id);

  g_assert_nonnull (record);

  return record;
}

/* Heads as a Dutch file has them, whatever language the program speaks. */
static void
test_guesses_columns (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *header;
    const char *field; /* NULL: left out */
  } cases[] = {
    { "Naam", "name" },
    { "Startdatum", "starts" },
    { "Einde", "ends" },
    { "Begroting", "budget" },
    { "Status", "status" },
    { "Trekker", "lead" },
    { "Partners", NULL },
    { "Gebieden", "project_area" },
    { "Iets anders", NULL },
    { "owner", "owner" },
    { "project_theme", "project_theme" },
  };
  g_autoptr (GString) text = g_string_new ("Projecten van 2024\n");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cases[i].header);
  g_string_append (text, "\nx");

  g_autoptr (StreekRecordSheet) sheet = read_sheet (&streek_project_kind, text->str);

  g_assert_cmpuint (sheet->head.row, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *field =
        strcmp (cases[i].header, "Partners") == 0 ? "project_partner" : cases[i].field;

      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (sheet->fields[i] != NULL ? sheet->fields[i]->id : NULL, ==, field);
    }
}

/* A break that a spreadsheet has in a cell is one of layout; a longer text keeps its lines. */
static void
test_titles_are_one_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Naam\tDoel\n\"Zon en \n  wind\"\t\"Eén.\nTwee.\"\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "hn");

  g_autoptr (StreekRecords) records = preview (fixture, result);
  const StreekRecord *record = get_record (result, records, &streek_project_kind, 1);

  g_assert_cmpstr (streek_record_get_text (record, STREEK_PROJECT_NAME), ==, "Zon en wind");
  g_assert_cmpstr (streek_record_get_text (record, STREEK_PROJECT_AIM), ==, "Eén.\nTwee.");

  /* so does a form; other blanks stay as they are */
  streek_record_changes_set_text (fixture->changes, &streek_project_kind, fixture->warm,
                                  STREEK_PROJECT_NAME, "Warm\r\n\twater  en\nzo");

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (fixture->db, fixture->changes);

  record = streek_records_find (streek_record_view_get_records (view), &streek_project_kind,
                                fixture->warm);
  g_assert_cmpstr (streek_record_get_text (record, STREEK_PROJECT_NAME), ==, "Warm water  en zo");
}

static void
test_reads_every_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet = read_sheet (
    &streek_project_kind, "Naam\tVan\tTot\tBudget\tStatus\tTrekker\tGebieden\tPartners\n"
                          "Zon\t3/3/2026\t3 maart 2027\t1.500,50 €\tgoedgekeurd\tStad Diest\tB; C\t"
                          "Stad Diest (opdrachtgever)\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "hn");

  g_autoptr (StreekRecords) records = preview (fixture, result);
  const StreekRecord *record = get_record (result, records, &streek_project_kind, 1);
  guint n;
  const StreekRecord *const *areas =
    streek_records_list_by (records, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT,
                            streek_record_get_id (record), &n);

  g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_STARTS), ==,
                   streek_date_from_ymd (2026, 3, 3));
  g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_ENDS), ==,
                   streek_date_from_ymd (2027, 3, 3));
  g_assert_cmpfloat (streek_record_get_number (record, STREEK_PROJECT_BUDGET), ==, 1500.5);
  g_assert_true (streek_record_is (record, STREEK_PROJECT_STATUS, "approved"));
  g_assert_cmpint (streek_record_get_reference (record, STREEK_PROJECT_LEAD), ==, fixture->diest);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (streek_record_is (areas[0], STREEK_PROJECT_AREA_AREA, "gemeente:B") ||
                 streek_record_is (areas[1], STREEK_PROJECT_AREA_AREA, "gemeente:B"));

  const StreekRecord *const *partners =
    streek_records_list_by (records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT,
                            streek_record_get_id (record), &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_true (streek_record_is (partners[0], STREEK_PROJECT_PARTNER_ROLE, "opdrachtgever"));
}

static void
test_rejects_with_reason (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *cells; /* of name, from, budget, status, lead, areas */
    const char *expected;
  } cases[] = {
    { "Zon\tgisteren", "hr|2 paste/cell" },
    { "Zon\t\tveel", "hr|2 paste/cell" },
    { "Zon\t\t-5", "hr|2 paste/check" }, /* less than nothing */
    { "Zon\t\t\tmisschien", "hr|2 paste/cell" },
    { "Zon\t\t\t\tNiemand", "hr|2 paste/cell" },
    { "Zon\t\t\t\t\tNergens", "hr|2 paste/cell" },
    { "\t\t5", "hr|2 paste/check" }, /* without a name */
    { "Zon\t2026", "hn" },           /* a year is what is known */
    { "Zon\nzon ", "hnr|3 paste/double" },
    { "\n\nZon", "hbbn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("Naam\tVan\tBudget\tStatus\tTrekker\tGebieden\n%s\n", cases[i].cells);
      g_autoptr (StreekRecordSheet) sheet = read_sheet (&streek_project_kind, text);
      g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
      g_autofree char *rows = dump (result);

      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

/* A call opens on one day: of a month its first, and that is said. */
static void
test_takes_a_month_for_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_call_kind, "title\topens_on\nOproep\t2026-03\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);
  g_autoptr (StreekRecords) records = preview (fixture, result);
  const StreekRecord *record = get_record (result, records, &streek_call_kind, 1);

  g_assert_cmpstr (rows, ==, "hn|2 paste/taken-as");
  g_assert_cmpint (streek_record_get_day (record, STREEK_CALL_OPENS_ON), ==,
                   streek_date_from_ymd (2026, 3, 1));
}

/* What an export of actions has beside what was typed is named, and nothing else is taken for it.
 */
static void
test_leaves_out_what_is_computed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_plan_item_kind, "title\tPlan\tpath\tFollow-up\tKleur\n"
                                        "Dijken\tOnbekend\t1 Doel\tCode rood\trood\n");

  g_assert_cmpint (streek_record_sheet_find_field (sheet, "title"), ==, 0);
  g_assert_cmpint (streek_record_sheet_find_field (sheet, "pact"), ==, 1);

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      g_assert_cmpint (streek_record_sheet_is_computed (sheet, i), ==, i == 2 || i == 3);
      g_assert_true (i < 2 || sheet->fields[i] == NULL);
    }

  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  guint n_computed = 0;

  for (guint i = 0; i < result->findings->len; i++)
    n_computed +=
      g_str_equal (((StreekFinding *) result->findings->pdata[i])->id, "paste/computed");

  g_assert_cmpuint (n_computed, ==, 2);
}

static void
test_changes_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Naam\tStatus\tBudget\tKleur\n"
                                      "WARMTENET\tafgerond\t1250000\trood\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  /* "WARMTENET" is another spelling, and taken over as such */
  g_assert_cmpstr (rows, ==, "hc|1 paste/left-out");

  g_autoptr (StreekRecords) records = preview (fixture, result);
  const StreekRecord *record = get_record (result, records, &streek_project_kind, 1);

  g_assert_cmpint (streek_record_get_id (record), ==, fixture->warm);
  g_assert_true (streek_record_is (record, STREEK_PROJECT_STATUS, "done"));
  g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_STARTS), ==,
                   streek_date_from_ymd (2024, 3, 1));
}

/* What a list says and what a file says are one: nothing changes, in words and in ids alike. */
static void
test_reads_back_a_list (Fixture *fixture, gconstpointer data)
{
  static const char *const columns[] = { "name", "status",          "starts",       "budget",
                                         "aim",  "project_partner", "project_area", NULL };
  const StreekRecordTableFlags ways[] = { STREEK_RECORD_TABLE_SEEN, STREEK_RECORD_TABLE_RAW };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);
  g_autoptr (GError) error = NULL;

  streek_record_list_spec_set_columns (spec, columns);

  g_autoptr (StreekRecordList) list = streek_record_list_new (fixture->view, spec, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (StreekTable) table = streek_record_list_make_table (list, ways[i]);
      g_autofree char *text =
        streek_table_to_tsv (table, streek_record_view_get_format (fixture->view));
      g_autoptr (StreekRecordSheet) sheet = read_sheet (&streek_project_kind, text);
      g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
      g_autofree char *rows = dump (result);

      g_test_message ("%s", text);
      g_assert_cmpstr (rows, ==, "hu");
      g_assert_true (streek_record_changes_is_empty (result->changes));
    }
}

/* Of a list with every column that a file can fill in. */
static StreekRecordList *
list_all (Fixture *fixture)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (&streek_project_kind);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < columns->len; i++)
    if (streek_record_list_column_can_paste (&streek_project_kind, columns->pdata[i]))
      g_ptr_array_add (ids, (gpointer) ((const StreekRecordListColumn *) columns->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  streek_record_list_spec_set_columns (spec, (const char *const *) ids->pdata);

  StreekRecordList *list = streek_record_list_new (fixture->view, spec, &error);

  g_assert_no_error (error);

  return list;
}

static StreekRecordSheet *
open_sheet (const char *path)
{
  g_autoptr (GError) error = NULL;
  StreekRecordSheet *sheet =
    streek_record_sheet_open (&streek_project_kind, path, NULL, NULL, &error);

  g_assert_no_error (error);

  return sheet;
}

/* Out as a spreadsheet and in again: nothing changes where it came from; elsewhere it is the same
 * project, with its number as a number and its day as a day. */
static void
test_reads_back_a_file (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "list.xlsx", "list.ods", "list.csv" };
  const StreekRecordTableFlags ways[] = { STREEK_RECORD_TABLE_SEEN, STREEK_RECORD_TABLE_RAW };
  g_autoptr (StreekRecordList) list = list_all (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-export-XXXXXX", &error);
  g_autoptr (StreekDb) other_db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) nothing = streek_record_changes_new ();

  streek_record_world_add (nothing, &streek_organisation_kind, "Stad Diest");

  g_autoptr (StreekRecordView) elsewhere = streek_record_world_new_view (other_db, nothing);

  for (guint i = 0; i < G_N_ELEMENTS (names) * G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i / G_N_ELEMENTS (ways)], NULL);

      streek_record_lists_write (&list, 1, path, ways[i % G_N_ELEMENTS (ways)], &error);
      g_assert_no_error (error);

      g_autoptr (StreekRecordSheet) sheet = open_sheet (path);
      g_autoptr (StreekRecordPaste) here = paste (fixture, sheet);
      g_autofree char *here_rows = dump (here);

      g_test_message ("%s, %s: %s", path, i % 2 == 0 ? "as seen" : "raw", here_rows);
      g_assert_cmpstr (here_rows, ==, "hu");
      g_assert_true (streek_record_changes_is_empty (here->changes));

      if (ways[i % 2] == STREEK_RECORD_TABLE_RAW)
        streek_record_sheet_set_field (sheet, (guint) sheet->id_column,
                                       NULL); /* not of this file */

      Fixture there = { .view = elsewhere };
      g_autoptr (StreekRecordPaste) taken = paste (&there, sheet);
      g_autoptr (StreekRecords) records = preview (&there, taken);
      const StreekRecord *record = get_record (taken, records, &streek_project_kind, 1);

      g_assert_cmpfloat (streek_record_get_number (record, STREEK_PROJECT_BUDGET), ==, 1250000);
      g_assert_cmpint (streek_record_get_day (record, STREEK_PROJECT_STARTS), ==,
                       streek_date_from_ymd (2024, 3, 1));
      g_assert_true (streek_record_is (record, STREEK_PROJECT_STATUS, "running"));
      g_assert_true (
        g_str_has_prefix (streek_record_get_text (record, STREEK_PROJECT_AIM), "Buizen leggen."));
      g_unlink (path);
    }

  g_rmdir (folder);
}

/* A plan with two levels: an action of the same name under each of two goals. */
static gint64
write_down_plan (StreekRecordChanges *changes)
{
  static const struct
  {
    const char *code;
    const char *title;
    int parent; /* -1: none */
  } items[] = {
    { "1", "Werk", -1 },        { "1.1", "Overleggen", 0 }, { "2", "Zorg", -1 },
    { "2.1", "Overleggen", 2 }, { "2.2", "Meten", 2 },
  };
  const StreekRecordKind *kind = &streek_plan_item_kind, *level = &streek_pact_level_kind;
  gint64 pact = streek_record_world_add (changes, &streek_pact_kind, "Pact");
  gint64 levels[] = { streek_record_world_add (changes, level, "Pijler"),
                      streek_record_world_add (changes, level, "Actie") };
  gint64 ids[G_N_ELEMENTS (items)];

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      streek_record_changes_set_reference (changes, level, levels[i], STREEK_PACT_LEVEL_PACT, pact);
      streek_record_changes_set_number (changes, level, levels[i], STREEK_PACT_LEVEL_RANK, i + 1);
      streek_record_changes_set_flag (changes, level, levels[i], STREEK_PACT_LEVEL_IS_ACTION,
                                      i == 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      ids[i] = streek_record_world_add (changes, kind, items[i].title);
      streek_record_changes_set_reference (changes, kind, ids[i], STREEK_PLAN_ITEM_PACT, pact);
      streek_record_changes_set_reference (changes, kind, ids[i], STREEK_PLAN_ITEM_LEVEL,
                                           levels[items[i].parent >= 0]);
      streek_record_changes_set_text (changes, kind, ids[i], STREEK_PLAN_ITEM_CODE, items[i].code);
      streek_record_changes_set_number (changes, kind, ids[i], STREEK_PLAN_ITEM_RANK, i + 1);
      if (items[i].parent >= 0)
        streek_record_changes_set_reference (changes, kind, ids[i], STREEK_PLAN_ITEM_PARENT,
                                             ids[items[i].parent]);
    }

  return pact;
}

static StreekRecordList *
list_of (StreekRecordView *view, const StreekRecordKind *kind, const char *const *columns)
{
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (kind);
  g_autoptr (GError) error = NULL;

  streek_record_list_spec_set_columns (spec, columns);

  StreekRecordList *list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);

  return list;
}

/* @path: a file with a plan; its levels, then its items go into the plan @pact */
static void
take_in (const char *path,
         const StreekRecordKind *kind,
         int owner_field,
         gint64 pact,
         StreekDb *db,
         StreekRecordChanges *nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordView) view = streek_record_world_new_view (db, nothing);
  g_autoptr (StreekRecordSheet) sheet =
    streek_record_sheet_open (kind, path, kind->id, NULL, &error);
  Fixture there = { .view = view };

  g_assert_no_error (error);
  streek_record_sheet_set_field (sheet, (guint) sheet->id_column, NULL);
  sheet->owner_field = owner_field;
  sheet->owner = pact;

  g_autoptr (StreekRecordPaste) taken = paste (&there, sheet);
  g_autofree char *rows = dump (taken);

  g_assert_null (strchr (rows, 'r'));
  streek_db_execute (db, "BEGIN", &error);
  streek_record_changes_write (taken->changes, db, &error);
  g_assert_no_error (error);
  streek_db_execute (db, "COMMIT", &error);
}

/* "1 Werk (Pijler)|1.1 Overleggen (Actie) < Werk|…" */
static char *
describe_plan (StreekRecordView *view)
{
  static const char *const columns[] = { "code", "title", "level", "parent", NULL };
  g_autoptr (StreekRecordList) list = list_of (view, &streek_plan_item_kind, columns);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);

  return streek_table_to_csv (table, NULL);
}

static void
test_moves_a_plan (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "plan.xlsx", "plan.ods" };
  static const char *const level_columns[] = { "name", "is_action", NULL };
  static const char *const item_columns[] = {
    "code", "title", "level", "parent", "item_theme", NULL
  };
  static const char expected[] = "code,title,level,parent\n"
                                 "1,Werk,Pijler,\n"
                                 "1.1,Overleggen,Actie,Werk\n"
                                 "2,Zorg,Pijler,\n"
                                 "2.1,Overleggen,Actie,Zorg\n"
                                 "2.2,Meten,Actie,Zorg\n";
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-plan-XXXXXX", &error);

  write_down_plan (changes);

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (fixture->db, changes);
  g_autoptr (StreekRecordList) levels = list_of (view, &streek_pact_level_kind, level_columns);
  g_autoptr (StreekRecordList) items = list_of (view, &streek_plan_item_kind, item_columns);
  StreekRecordList *lists[] = { levels, items };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (StreekDb) db = streek_record_world_new_db ();
      g_autoptr (StreekRecordChanges) empty = streek_record_changes_new ();
      g_autoptr (StreekRecordChanges) nothing = streek_record_changes_new ();
      gint64 pact = streek_record_world_add (empty, &streek_pact_kind, "Ander pact");

      streek_record_changes_set_text (empty, &streek_pact_kind, pact, STREEK_PACT_KIND,
                                      "streekpact");
      streek_record_changes_set_text (empty, &streek_pact_kind, pact, STREEK_PACT_AREA,
                                      "streek:WEST");
      streek_db_execute (db, "BEGIN", &error);
      streek_record_changes_write (empty, db, &error);
      g_assert_no_error (error);
      streek_db_execute (db, "COMMIT", &error);

      streek_record_lists_write (lists, G_N_ELEMENTS (lists), path, STREEK_RECORD_TABLE_RAW,
                                 &error);
      g_assert_no_error (error);
      take_in (path, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, pact, db, nothing);
      take_in (path, &streek_plan_item_kind, STREEK_PLAN_ITEM_PACT, pact, db, nothing);

      g_autoptr (StreekRecordView) there = streek_record_world_new_view (db, nothing);
      g_autofree char *plan = describe_plan (there);

      g_assert_cmpstr (plan, ==, expected);
      g_unlink (path);
    }

  g_rmdir (folder);
}

static void
test_makes_new_ones (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Naam\tTrekker\tPartners\n"
                                      "Zon\tVZW Bol\tVZW Bol; Stad Diest; bol  vzw\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "hn|2 paste/made|2 paste/made");
  g_assert_cmpuint (result->n_made, ==, 2);

  g_autoptr (StreekRecords) records = preview (fixture, result);
  guint n;

  streek_records_list (records, &streek_organisation_kind, &n);
  g_assert_cmpuint (n, ==, 3); /* Diest, Bol and "bol vzw" */
}

/* Partners that a cell does not name any more go, the role of those that stay stays. */
/* A statement needs its document: one of which nothing is known yet is asked about, and costs no
 * row; left out, it does. */
static void
test_asks_before_it_rejects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_claim_kind, "claim_text\tdocument\nEr is tekort\tStudie\n");

  sheet->asks = TRUE;
  sheet->owner_field = -1;

  g_autoptr (StreekRecordPaste) asking = paste (fixture, sheet);

  g_assert_cmpuint (asking->questions->len, ==, 1);
  g_assert_cmpuint (asking->n_rejected, ==, 0);

  const StreekRecordQuestion *question = asking->questions->pdata[0];

  g_hash_table_insert (sheet->answers, g_strdup (question->key),
                       g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT));

  g_autoptr (StreekRecordPaste) refused = paste (fixture, sheet);

  g_assert_cmpuint (refused->questions->len, ==, 0);
  g_assert_cmpuint (refused->n_rejected, ==, 1);
}

static void
test_ties_as_the_cell_says (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Naam\tPartners\tGebieden\n"
                                      "Warmtenet\tVZW Bol; Stad Diest\tB\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "hc|2 paste/made|2 paste/untied");

  g_autoptr (StreekRecords) records = preview (fixture, result);
  guint n;
  const StreekRecord *const *ties = streek_records_list_by (
    records, &streek_project_partner_kind, STREEK_PROJECT_PARTNER_PROJECT, fixture->warm, &n);

  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (streek_record_get_text (ties[i], STREEK_PROJECT_PARTNER_ROLE), ==,
                     streek_record_get_reference (ties[i], STREEK_PROJECT_PARTNER_ORGANISATION) ==
                         fixture->diest
                       ? "promotor"
                       : "partner");
}

/* One of several ties of one name is none too many, and a tie comes back as itself. */
static void
test_ties_of_one_name (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *partner = &streek_project_partner_kind;
  gint64 again = streek_record_world_tie (fixture->changes, partner, STREEK_PROJECT_PARTNER_PROJECT,
                                          fixture->warm, fixture->diest);

  streek_record_changes_set_text (fixture->changes, partner, again, STREEK_PROJECT_PARTNER_ROLE,
                                  "ondersteuner");

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (fixture->db, fixture->changes);
  Fixture twice = { .view = view };
  g_autoptr (StreekRecordSheet) named =
    read_sheet (&streek_project_kind, "Naam\tPartners\nWarmtenet\tStad Diest\n");
  g_autoptr (StreekRecordPaste) kept = paste (&twice, named);
  g_autofree char *kept_rows = dump (kept);

  g_assert_cmpstr (kept_rows, ==, "hu");

  g_autoptr (StreekRecordSheet) tie =
    read_sheet (partner, "Project\tOrganisation\tRole\nWarmtenet\tStad Diest\tpromotor\n");
  g_autoptr (StreekRecordPaste) one = paste (fixture, tie);
  g_autoptr (StreekRecordPaste) two = paste (&twice, tie);
  g_autofree char *one_rows = dump (one);
  g_autofree char *two_rows = dump (two);

  g_assert_cmpstr (one_rows, ==, "hu");
  g_assert_cmpstr (two_rows, ==, "hr|2 paste/ambiguous");
}

/* An empty cell says nothing, unless it is meant to. */
static void
test_empty_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Naam\tBudget\tStatus\nWarmtenet\t\tlopend\n");
  g_autoptr (StreekRecordPaste) left = paste (fixture, sheet);
  g_autofree char *left_rows = dump (left);

  sheet->empties_fields = TRUE;

  g_autoptr (StreekRecordPaste) emptied = paste (fixture, sheet);
  g_autofree char *emptied_rows = dump (emptied);
  g_autoptr (StreekRecords) records = preview (fixture, emptied);

  g_assert_cmpstr (left_rows, ==, "hu");
  g_assert_cmpstr (emptied_rows, ==, "hc");
  g_assert_false (streek_record_has (
    streek_records_find (records, &streek_project_kind, fixture->warm), STREEK_PROJECT_BUDGET));
}

static void
test_matches_by_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_organisation_kind, "Naam\tKBO\nDiest (stad)\tBE 0207500123\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);

  g_assert_cmpint (g_array_index (result->rows, StreekRecordPasteRow, 1).id, ==, fixture->diest);
  g_assert_cmpint (g_array_index (result->rows, StreekRecordPasteRow, 1).state, ==,
                   STREEK_RECORD_ROW_CHANGED);
}

/* A tree of which the rows name their parents by code, also where these come later; a child of a
 * row that is rejected falls with it. */
static void
test_pastes_a_tree (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 pact = streek_record_world_add (changes, &streek_pact_kind, "Pact");
  gint64 other = streek_record_world_add (changes, &streek_pact_kind, "Ander pact");
  gint64 namesake = streek_record_world_add (changes, kind, "Werk");

  streek_record_changes_set_reference (changes, kind, namesake, STREEK_PLAN_ITEM_PACT, other);

  g_autoptr (StreekRecordView) view = streek_record_world_new_view (fixture->db, changes);
  Fixture own = { .view = view };
  g_autoptr (StreekRecordSheet) sheet = read_sheet (kind, "Code\tTitel\tOnder\tVan\n"
                                                          "1.1\tOpleiden\t1\t2026-Q1\n"
                                                          "1\tWerk\t\t2026\n"
                                                          "2\tZorg\t\tooit\n"
                                                          "2.1\tBuurtzorg\tZorg\t\n");

  sheet->owner_field = STREEK_PLAN_ITEM_PACT;
  sheet->owner = pact;

  g_autoptr (StreekRecordPaste) result = paste (&own, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "hnnrr|4 paste/cell|5 paste/cell");

  g_autoptr (StreekRecords) records = preview (&own, result);
  const StreekRecord *child = get_record (result, records, kind, 1);
  const StreekRecord *parent = get_record (result, records, kind, 2);

  g_assert_cmpint (streek_record_get_reference (child, STREEK_PLAN_ITEM_PARENT), ==,
                   streek_record_get_id (parent));
  g_assert_cmpint (streek_record_get_reference (parent, STREEK_PLAN_ITEM_PACT), ==, pact);
  g_assert_cmpint (streek_record_get_id (parent), !=, namesake);
}

static void
test_rows_without_header (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = { "name", "status", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordSheet) sheet = streek_record_sheet_new_for_text (
    &streek_project_kind, "Zon\tidee\nWind\tlopend\n", order, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheet->head.n_rows, ==, 0);

  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);

  g_assert_cmpstr (rows, ==, "nn");
}

static void
test_needs_a_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Budget\tStatus\n5\tidee\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_record_paste_read (sheet, fixture->view, NULL, &error));
  g_assert_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE);
}

/* A header of two rows, a header again, a total and a note: all of them ignored, and told. */
static void
test_rows_of_no_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekRecordSheet) sheet =
    read_sheet (&streek_project_kind, "Projecten 2024\t\t\n"
                                      "Project\tPeriode\t\tBudget (€)\n"
                                      "\tVan\tTot\t\n"
                                      "Zon\t2024\t2025\t10\n"
                                      "Project\tPeriode\t\tBudget (€)\n"
                                      "Wind\t2024\t2025\t20\n"
                                      "Totaal\t\t\t30\n"
                                      "\t\t\t\n"
                                      "Bron: de projectfiches\t\t\t\n");
  g_autoptr (StreekRecordPaste) result = paste (fixture, sheet);
  g_autofree char *rows = dump (result);
  g_autofree char *words = streek_record_paste_describe (result);

  g_assert_cmpuint (sheet->head.n_rows, ==, 2);
  g_assert_cmpstr (sheet->headers[2], ==, "Periode / Tot");
  g_assert_cmpstr (rows, ==, "thhnhnsbf|7 paste/total|9 paste/footer");
  g_assert_cmpstr (words, ==,
                   "9 rows read = 2 taken + 7 ignored (Blank line: 1; Title above the header: 1; "
                   "Header: 3; Total: 1; Note below the rows: 1) + 0 rejected. 2 new, 0 changed.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/record/paste/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("guesses-columns", test_guesses_columns);
  ADD ("rows-of-no-record", test_rows_of_no_record);
  ADD ("reads-every-type", test_reads_every_type);
  ADD ("titles-are-one-line", test_titles_are_one_line);
  ADD ("rejects-with-reason", test_rejects_with_reason);
  ADD ("takes-a-month-for-a-day", test_takes_a_month_for_a_day);
  ADD ("leaves-out-what-is-computed", test_leaves_out_what_is_computed);
  ADD ("changes-what-is-there", test_changes_what_is_there);
  ADD ("reads-back-a-list", test_reads_back_a_list);
  ADD ("reads-back-a-file", test_reads_back_a_file);
  ADD ("moves-a-plan", test_moves_a_plan);
  ADD ("makes-new-ones", test_makes_new_ones);
  ADD ("asks-before-it-rejects", test_asks_before_it_rejects);
  ADD ("ties-as-the-cell-says", test_ties_as_the_cell_says);
  ADD ("ties-of-one-name", test_ties_of_one_name);
  ADD ("empty-cells", test_empty_cells);
  ADD ("matches-by-number", test_matches_by_number);
  ADD ("pastes-a-tree", test_pastes_a_tree);
  ADD ("rows-without-header", test_rows_without_header);
  ADD ("needs-a-name", test_needs_a_name);

  return g_test_run ();
}
