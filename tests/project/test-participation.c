/* test-participation.c: a project counts once in every municipality that takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-participation.h"

#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "record/streek-record-list.h"
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

/* By hand: A has one and two, B has two alone; A twice in one project counts once. What lies in an
 * area that nobody knows is on no map, and is none of those that are. */
static void
test_counts (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { add_project (book, "One", "AA", FALSE),
                         add_project (book, "Two", "AB", FALSE),
                         add_project (book, "Nowhere", "", FALSE),
                         add_project (book, "Unknown", "Z", FALSE), 77 };
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  g_autoptr (StreekParticipation) participation =
    streek_participation_new (view, ids, G_N_ELEMENTS (ids), STREEK_DATE_NONE, &error);

  g_assert_no_error (error);

  g_autofree char *counts = describe (participation);
  g_autoptr (GPtrArray) notes = streek_participation_list_notes (participation);

  g_assert_cmpstr (counts, ==, "A2 B1 ");
  g_assert_cmpuint (participation->n_projects, ==, 4);
  g_assert_cmpuint (participation->n_without_area, ==, 1);
  g_assert_cmpuint (participation->n_placed, ==, 2);
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

static gint64
add_strand (StreekRecordBook *book, gint64 project, const char *area)
{
  gint64 strand = streek_record_book_add (book, &streek_strand_kind, "Strand");
  gint64 link = streek_record_book_add (book, &streek_strand_area_kind, NULL);

  streek_record_book_refer (book, &streek_strand_kind, strand, STREEK_STRAND_PROJECT, project);
  streek_record_book_refer (book, &streek_strand_area_kind, link, STREEK_STRAND_AREA_STRAND,
                            strand);
  streek_record_book_set (book, &streek_strand_area_kind, link, STREEK_STRAND_AREA_AREA, area);

  return link;
}

/* One takes place in A, with a strand in A and one in B; Two only by a strand, in B; Three in A and
 * B, with a strand in B that adds nothing. Where a strand does, its project does, once. */
static void
test_strands_count_for_their_project (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { add_project (book, "One", "A", FALSE),
                         add_project (book, "Two", "", FALSE),
                         add_project (book, "Three", "AB", FALSE) };
  gint64 inside = add_strand (book, ids[0], "gemeente:A");
  gint64 beyond = add_strand (book, ids[0], "gemeente:B");
  gint64 alone = add_strand (book, ids[1], "gemeente:B");
  gint64 of_two = add_strand (book, ids[2], "gemeente:B");
  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-11-22");
  StreekRecords *records = streek_record_view_get_records (view);
  StreekAreas *areas = streek_record_view_get_areas (view);
  g_autoptr (StreekParticipation) participation =
    streek_participation_new (view, ids, G_N_ELEMENTS (ids), STREEK_DATE_NONE, &error);
  const struct
  {
    gint64 id;
    gboolean is_beyond;
  } cases[] = { { inside, FALSE }, { beyond, TRUE }, { alone, FALSE }, { of_two, FALSE } };

  g_assert_no_error (error);

  g_autofree char *counts = describe (participation);
  g_autoptr (GPtrArray) notes = streek_participation_list_notes (participation);

  g_assert_cmpstr (counts, ==, "A2 B3 ");
  g_assert_cmpuint (participation->n_without_area, ==, 0);
  g_assert_cmpuint (participation->by_strand->len, ==, 1);
  g_assert_true (says (notes, "for the whole project: B"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
        streek_strand_area_is_beyond (
          records, areas, streek_records_find (records, &streek_strand_area_kind, cases[i].id)),
        ==, cases[i].is_beyond);
    }

  /* a list of what takes place in B has all three */
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_project_kind);

  streek_record_list_spec_set_area (spec, "gemeente:B");

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_record_list_count (list), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/participation/a-project-counts-once-in-each", test_counts);
  g_test_add_func ("/project/participation/what-has-no-border-is-said",
                   test_what_has_no_border_is_said);

  g_test_add_func ("/project/participation/strands-count-for-their-project",
                   test_strands_count_for_their_project);

  return g_test_run ();
}
