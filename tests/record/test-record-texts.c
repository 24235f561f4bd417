/* test-record-texts.c: records are found by title and text, their parts through them; and what they
 * name that is not there is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-texts.h"

#include "actor/streek-organisation.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "record/streek-record-list.h"
#include "record/streek-record-paste.h"
#include "record/streek-record-rules.h"
#include "record/streek-saved-list.h"
#include "rule/streek-rule.h"
#include "search/streek-search.h"
#include "streek-record-world.h"

static void
write_changes (StreekDb *db, StreekRecordChanges *changes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_db_execute (db, "BEGIN", &error));
  g_assert_true (streek_record_changes_write (changes, db, &error));
  g_assert_no_error (error);
  g_assert_true (streek_db_execute (db, "COMMIT", &error));
}

/* Of the hits the kinds and titles: "project Warmtenet|". */
static char *
find (StreekSearchIndex *index, const char *question)
{
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, question, 10);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const StreekSearchHit *hit = hits->pdata[i];

      g_string_append_printf (found, "%s %s|", hit->noun, hit->title);
    }

  return g_string_free (found, FALSE);
}

static void
test_finds (void)
{
  static const struct
  {
    const char *question;
    const char *expected;
  } cases[] = {
    { "warmte", "project Warmtenet|" },
    { "fjernvarme", "project Warmtenet|" }, /* in its aim */
    { "bewoners", "project Warmtenet|" },   /* in a strand of it */
    { "infoavond", "project_progress Infoavond gehouden|" },
    { "diest", "organisation Stad Diest|" },
    { "lijstje", "" }, /* a saved list */
  };
  g_autoptr (StreekDb) db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 project = streek_record_world_add (changes, &streek_project_kind, "Warmtenet");
  gint64 strand = streek_record_world_add (changes, &streek_strand_kind, "Bewoners");
  gint64 update = streek_record_changes_add (changes, &streek_project_progress_kind);
  gint64 list = streek_record_world_add (changes, &streek_saved_list_kind, "Mijn lijstje");
  g_autoptr (GError) error = NULL;

  streek_record_world_add (changes, &streek_organisation_kind, "Stad Diest");
  streek_record_changes_set_text (changes, &streek_project_kind, project, STREEK_PROJECT_AIM,
                                  "Fjernvarmebuizen leggen");
  streek_record_changes_set_reference (changes, &streek_strand_kind, strand, STREEK_STRAND_PROJECT,
                                       project);
  streek_record_changes_set_reference (changes, &streek_project_progress_kind, update,
                                       STREEK_PROJECT_PROGRESS_PROJECT, project);
  streek_record_changes_set_text (changes, &streek_project_progress_kind, update,
                                  STREEK_PROJECT_PROGRESS_WHAT, "Infoavond gehouden");
  streek_record_changes_set_day (changes, &streek_project_progress_kind, update,
                                 STREEK_PROJECT_PROGRESS_REPORTED_ON,
                                 streek_date_from_ymd (2026, 3, 1));
  streek_record_changes_set_text (changes, &streek_saved_list_kind, list, STREEK_SAVED_LIST_KIND,
                                  "project");
  streek_record_changes_set_text (changes, &streek_saved_list_kind, list, STREEK_SAVED_LIST_SPEC,
                                  "{}");
  write_changes (db, changes);
  streek_record_texts_register ();

  g_autoptr (StreekSearchIndex) index = streek_search_index_new (db, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (index, cases[i].question);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static guint
count (const GPtrArray *findings, const char *id, const char *place)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const StreekFinding *finding = findings->pdata[i];

      n += g_str_equal (finding->id, id) && g_strcmp0 (finding->place, place) == 0;
    }

  return n;
}

static void
test_tells_what_is_not_there (void)
{
  g_autoptr (StreekDb) db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 lead = streek_record_world_add (changes, &streek_organisation_kind, "Stad Diest");
  gint64 good = streek_record_world_add (changes, &streek_project_kind, "Goed");
  gint64 bad = streek_record_world_add (changes, &streek_project_kind, "Slecht");
  gint64 area = streek_record_changes_add (changes, &streek_project_area_kind);
  g_autofree char *good_place = g_strdup_printf ("project:%" G_GINT64_FORMAT, good);
  g_autofree char *bad_place = g_strdup_printf ("project:%" G_GINT64_FORMAT, bad);
  g_autofree char *area_place = g_strdup_printf ("project_area:%" G_GINT64_FORMAT, area);
  g_autoptr (GError) error = NULL;

  streek_record_changes_set_reference (changes, &streek_project_kind, good, STREEK_PROJECT_LEAD,
                                       lead);
  streek_record_changes_set_reference (changes, &streek_project_area_kind, area,
                                       STREEK_PROJECT_AREA_PROJECT, good);
  streek_record_changes_set_text (changes, &streek_project_area_kind, area,
                                  STREEK_PROJECT_AREA_AREA, "gemeente:Z");
  write_changes (db, changes);

  /* as files that are brought together can leave it */
  g_assert_true (streek_db_execute (db, "PRAGMA foreign_keys = OFF", &error));
  g_assert_true (
    streek_db_execute (db, "UPDATE project SET lead = 12 WHERE name = 'Slecht'", &error));
  g_assert_no_error (error);
  streek_record_rules_register ();

  g_autoptr (GPtrArray) findings =
    streek_rules_run (db, streek_date_from_ymd (2026, 11, 22), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count (findings, "record/nothing-named", bad_place), ==, 1);
  g_assert_cmpuint (count (findings, "record/nothing-named", good_place), ==, 0);
  g_assert_cmpuint (count (findings, "record/no-such-area", area_place), ==, 1);
}

static void
execute (StreekDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (streek_db_execute (db, sql, &error));
  g_assert_no_error (error);
}

static guint
count_listed (StreekRecordView *view, const char *search, StreekRecordOperator op, const char *kbo)
{
  const char *const values[] = { kbo, NULL };
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_organisation_kind);
  g_autoptr (GError) error = NULL;

  if (search != NULL)
    streek_record_list_spec_set_search (spec, search);
  if (kbo != NULL)
    streek_record_list_spec_add_condition (spec, "kbo", op, values);

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);

  return streek_record_list_count (list);
}

/* Where a pasted row that names nothing but @kbo ends. */
static gboolean
is_pasted_over (StreekRecordView *view, gint64 id, const char *kbo)
{
  g_autofree char *text = g_strdup_printf ("Naam\tKBO\nIets anders\t%s\n", kbo);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordSheet) sheet =
    streek_record_sheet_new_for_text (&streek_organisation_kind, text, NULL, &error);
  g_autoptr (StreekRecordPaste) paste = streek_record_paste_read (sheet, view, NULL, &error);

  g_assert_no_error (error);

  return g_array_index (paste->rows, StreekRecordPasteRow, 1).id == id;
}

/* A number is kept one way, and one that a file keeps in another is found all the same. */
static void
test_finds_a_number_however_it_is_typed (void)
{
  static const char *const kept[] = { "0869.753.369", "0869753369", "BE 869 753 369" };
  static const char *const typed[] = { "0869.753.369", "0869753369",      "869753369",
                                       "BE0869753369", "be 0869.753.369", "0869 753 369" };
  g_autoptr (StreekDb) db = streek_record_world_new_db ();
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (StreekRecordChanges) none = streek_record_changes_new ();
  gint64 id = streek_record_world_add (changes, &streek_organisation_kind, "Stad Diest");
  gint64 n = 0;

  streek_record_world_add (changes, &streek_organisation_kind, "Provincie");
  streek_record_changes_set_text (changes, &streek_organisation_kind, id, STREEK_ORGANISATION_KBO,
                                  " BE 0869753369 ");
  write_changes (db, changes);
  streek_record_texts_register ();
  g_assert_true (streek_db_query_int64 (
    db, "SELECT count(*) FROM organisation WHERE kbo = '0869.753.369'", &n, NULL));
  g_assert_cmpint (n, ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("UPDATE organisation SET kbo = '%s' WHERE name = 'Stad Diest'", kept[i]);

      execute (db, sql);

      g_autoptr (StreekRecordView) view = streek_record_world_new_view (db, none);
      g_autoptr (StreekSearchIndex) index = streek_search_index_new (db, NULL, NULL);

      for (guint j = 0; j < G_N_ELEMENTS (typed); j++)
        {
          g_autofree char *found = find (index, typed[j]);

          g_test_message ("%s in %s", typed[j], kept[i]);
          g_assert_cmpstr (found, ==, "organisation Stad Diest|");
          g_assert_cmpuint (count_listed (view, typed[j], 0, NULL), ==, 1);
          g_assert_cmpuint (count_listed (view, NULL, STREEK_RECORD_IS, typed[j]), ==, 1);
          g_assert_cmpuint (count_listed (view, NULL, STREEK_RECORD_CONTAINS, typed[j]), ==, 1);
          g_assert_true (is_pasted_over (view, id, typed[j]));
        }

      g_assert_cmpuint (count_listed (view, "0869753", 0, NULL), ==, 1); /* half of it */
      g_assert_cmpuint (count_listed (view, "diest 0869753369", 0, NULL), ==, 1);
      g_assert_cmpuint (count_listed (view, "0869753370", 0, NULL), ==, 0);
      g_assert_false (is_pasted_over (view, id, "0308.357.159"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/texts/finds", test_finds);
  g_test_add_func ("/record/texts/finds-a-number-however-it-is-typed",
                   test_finds_a_number_however_it_is_typed);
  g_test_add_func ("/record/rules/tells-what-is-not-there", test_tells_what_is_not_there);

  return g_test_run ();
}
