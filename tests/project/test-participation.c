/* test-participation.c: a project counts once in every municipality that takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-participation.h"

#include "project/streek-project.h"
#include "streek-record-book.h"

#include <string.h>

static gint64
add_project (StreekRecordBook *book, const char *name, const char *letters, gboolean with_around)
{
  const StreekRecordKind *kind = &streek_project_area_kind;
  gint64 id = streek_record_book_add (book, &streek_project_kind, name);

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      g_autofree char *area = g_strdup_printf ("gemeente:%c", *letter);
      gint64 link = streek_record_book_add (book, kind, NULL);

      streek_record_book_refer (book, kind, link, STREEK_PROJECT_AREA_PROJECT, id);
      streek_record_book_set (book, kind, link, STREEK_PROJECT_AREA_AREA, area);
      streek_record_changes_set_flag (book->changes, kind, link, STREEK_PROJECT_AREA_SURROUNDINGS,
                                      with_around);
    }

  return id;
}

static char *
describe (const StreekParticipation *participation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < participation->participants->len; i++)
    {
      const StreekParticipant *one =
        &g_array_index (participation->participants, StreekParticipant, i);

      g_string_append_printf (text, "%s%u%s ", one->municipality->code, one->projects->len,
                              one->is_partial ? "!" : "");
    }

  return g_string_free (text, FALSE);
}

static gboolean
says (const GPtrArray *notes, const char *words)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (notes->pdata[i], words) != NULL)
      return TRUE;

  return FALSE;
}

/* By hand: A has one and two, B has two alone; A twice in one project counts once. */
static void
test_counts (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { add_project (book, "One", "AA", FALSE),
                         add_project (book, "Two", "AB", FALSE),
                         add_project (book, "Nowhere", "", FALSE), 77 };
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  g_autoptr (StreekParticipation) participation =
    streek_participation_new (view, ids, G_N_ELEMENTS (ids), STREEK_DATE_NONE, &error);

  g_assert_no_error (error);

  g_autofree char *counts = describe (participation);
  g_autoptr (GPtrArray) notes = streek_participation_list_notes (participation);

  g_assert_cmpstr (counts, ==, "A2 B1 ");
  g_assert_cmpuint (participation->n_projects, ==, 3);
  g_assert_cmpuint (participation->n_without_area, ==, 1);
  g_assert_cmpuint (participation->n_in_several, ==, 1);
  g_assert_cmpuint (participation->n_counts, ==, 3);
  g_assert_true (says (notes, "add up to 3, of 2 projects"));
  g_assert_true (says (notes, "Of 1 project no area"));
}

static void
test_what_has_no_border_is_said (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  const gint64 id = add_project (book, "Around", "C", TRUE);
  gint64 unknown = streek_record_book_add (book, &streek_project_area_kind, NULL);

  streek_record_book_refer (book, &streek_project_area_kind, unknown, STREEK_PROJECT_AREA_PROJECT,
                            id);
  streek_record_book_set (book, &streek_project_area_kind, unknown, STREEK_PROJECT_AREA_AREA,
                          "gemeente:Z");

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  g_autoptr (StreekParticipation) participation =
    streek_participation_new (view, &id, 1, STREEK_DATE_NONE, NULL);
  g_autofree char *counts = describe (participation);
  g_autoptr (GPtrArray) notes = streek_participation_list_notes (participation);

  g_assert_cmpstr (counts, ==, "C1 ");
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_true (says (notes, "not shown: C"));
  g_assert_true (says (notes, "lie there: gemeente:Z"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/participation/a-project-counts-once-in-each", test_counts);
  g_test_add_func ("/project/participation/what-has-no-border-is-said",
                   test_what_has_no_border_is_said);

  return g_test_run ();
}
