/* test-cell.c: what staff type over a figure, and how it is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"
#include "indicator/streek-cell.h"

#include <math.h>
#include <string.h>

#define LETTERS "A B C D E F"

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", LETTERS,
                             "1 unknown 4 8 16 32");
  figure_fixture_reload (fixture);

  return fixture;
}

static gboolean
locate (FigureFixture *fixture, const char *ref, StreekCell *cell, GError **error)
{
  const StreekArea *area =
    streek_areas_resolve_ref (fixture->areas, ref, streek_date_from_ymd (2019, 1, 1), NULL, NULL);

  return streek_totals_locate_cell (fixture->totals,
                                    streek_catalogue_find (fixture->catalogue, "count", NULL), area,
                                    streek_period_from_year (2018), cell, error);
}

static void
correct (FigureFixture *fixture, const char *ref, double value, StreekStatus status)
{
  g_autoptr (GError) error = NULL;
  g_auto (StreekCell) cell = { NULL };
  StreekCorrection correction = {
    value, STREEK_MISSING_NONE, status, "telling opnieuw gedaan", "brief van de gemeente", 1
  };

  locate (fixture, ref, &cell, &error);
  g_assert_no_error (error);
  streek_cell_correct (fixture->db, &cell, &correction, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static void
test_correction_wins_and_is_named (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  correct (fixture, "gemeente:A", 3, STREEK_STATUS_ESTIMATE);
  figure_fixture_compute (fixture, "count", "gemeente:A", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 3);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_CORRECTED);
  g_assert_cmpint (total.status, ==, STREEK_STATUS_ESTIMATE);
  g_assert_nonnull (strstr (total.note, "telling opnieuw gedaan"));
  g_assert_nonnull (strstr (total.note, "estimate"));
  streek_total_clear (&total);

  /* a sum over it stays a sum, as sure as its weakest part, and tells */
  figure_fixture_compute (fixture, "count", "streek:ABC", "2018-01-01", "2018", 0, &total);
  g_assert_cmpfloat (total.value, ==, 7);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_SUM);
  g_assert_cmpint (total.status, ==, STREEK_STATUS_ESTIMATE);
  g_assert_nonnull (strstr (total.note, "1 of the figures in it was corrected by hand."));
  streek_total_clear (&total);
}

static void
test_unknown_cell_can_be_filled_in (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "count", "gemeente:B", "2018-01-01", "2018"), ==,
    STREEK_MISSING_UNKNOWN);
  correct (fixture, "gemeente:B", 2, STREEK_STATUS_FINAL);
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "streek:ABC", "2018-01-01", "2018"), ==,
                     7);
}

static void
test_value_can_become_missing (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  g_auto (StreekCell) cell = { NULL };
  StreekCorrection correction = { NAN, STREEK_MISSING_HIDDEN, STREEK_STATUS_FINAL, "op vraag", NULL,
                                  1 };

  g_assert_true (locate (fixture, "gemeente:D", &cell, NULL));
  streek_cell_correct (fixture->db, &cell, &correction, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "count", "gemeente:D", "2018-01-01", "2018"), ==,
    STREEK_MISSING_HIDDEN);
}

static void
test_restore_brings_the_figure_back (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  g_auto (StreekCell) cell = { NULL };
  gboolean is_corrected;

  correct (fixture, "gemeente:A", 3, STREEK_STATUS_FINAL);
  correct (fixture, "gemeente:A", 5, STREEK_STATUS_FINAL); /* the second replaces the first */
  g_assert_true (locate (fixture, "gemeente:A", &cell, NULL));
  g_assert_true (streek_cell_is_corrected (fixture->db, &cell, &is_corrected, NULL));
  g_assert_true (is_corrected);
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "gemeente:A", "2018-01-01", "2018"), ==,
                     5);

  streek_cell_restore (fixture->db, &cell, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
  g_assert_true (streek_cell_is_corrected (fixture->db, &cell, &is_corrected, NULL));
  g_assert_false (is_corrected);
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "gemeente:A", "2018-01-01", "2018"), ==,
                     1);
}

static void
test_refuses_what_makes_no_sense (void)
{
  static const StreekCorrection refused[] = {
    { 1, STREEK_MISSING_NONE, STREEK_STATUS_FINAL, NULL, NULL, 1 },
    { 1, STREEK_MISSING_NONE, STREEK_STATUS_FINAL, " \t", NULL, 1 },
    { NAN, STREEK_MISSING_NONE, STREEK_STATUS_FINAL, "omdat", NULL, 1 },
    { INFINITY, STREEK_MISSING_NONE, STREEK_STATUS_FINAL, "omdat", NULL, 1 },
    { NAN, STREEK_MISSING_NOT_ADDITIVE, STREEK_STATUS_FINAL, "omdat", NULL, 1 },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_auto (StreekCell) cell = { NULL };

  g_assert_true (locate (fixture, "gemeente:A", &cell, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (streek_cell_correct (fixture->db, &cell, &refused[i], &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
    }
}

static void
test_computed_value_has_no_cell (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  g_auto (StreekCell) cell = { NULL };

  g_assert_false (locate (fixture, "streek:ABC", &cell, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
}

static void
test_note_on_one_cell (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  figure_fixture_execute (fixture, "INSERT INTO cell_note SELECT 'count', '2018', roster_id, 'A', "
                                   "'ongeveer', '2018-03-01', 'eigen telling' FROM vector");
  figure_fixture_reload (fixture);
  figure_fixture_compute (fixture, "count", "gemeente:A", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpstr (total.note, ==, "Ongeveer. Figure of 1 March 2018. Eigen telling.");
  streek_total_clear (&total);
}

static void
mark_cell (FigureFixture *fixture, const char *area, StreekQualifier qualifier, const char *month)
{
  g_auto (StreekCell) cell = { NULL };
  g_autoptr (GError) error = NULL;
  StreekCellNote note = { .qualifier = qualifier };

  if (month != NULL)
    streek_period_parse (month, &note.reference, &error);

  g_assert_no_error (error);
  g_assert_true (locate (fixture, area, &cell, &error));
  streek_cell_annotate (fixture->db, &cell, &note, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static void
test_qualifier_stays_with_the_value (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  StreekTotal total;

  mark_cell (fixture, "gemeente:A", STREEK_QUALIFIER_ABOVE, "2018-07");
  figure_fixture_compute (fixture, "count", "gemeente:A", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpint (total.qualifier, ==, STREEK_QUALIFIER_ABOVE);
  g_assert_cmpint (total.reference.kind, ==, STREEK_PERIOD_MONTH);
  streek_total_clear (&total);

  /* a sum of which a part is a lower bound is one itself; it is of no other date */
  figure_fixture_compute (fixture, "count", "streek:ABC", "2018-01-01", "2018", 0, &total);
  g_assert_cmpint (total.qualifier, ==, STREEK_QUALIFIER_ABOVE);
  g_assert_cmpint (total.reference.kind, ==, STREEK_PERIOD_NONE);
  streek_total_clear (&total);

  /* a lower and an upper bound: about */
  mark_cell (fixture, "gemeente:C", STREEK_QUALIFIER_BELOW, NULL);
  figure_fixture_compute (fixture, "count", "streek:ABC", "2018-01-01", "2018", 0, &total);
  g_assert_cmpint (total.qualifier, ==, STREEK_QUALIFIER_ABOUT);
  streek_total_clear (&total);

  StreekValuesQuery query = {
    .indicator = "count", .area = "gemeente:A", .on = STREEK_DATE_NONE, .min_coverage_pct = NAN
  };
  g_autoptr (StreekTable) table = streek_values_read (fixture->totals, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_table_get_qualifier (table, 0, 6), ==, STREEK_QUALIFIER_ABOVE);

  /* nothing to say: no row is left */
  mark_cell (fixture, "gemeente:A", STREEK_QUALIFIER_NONE, NULL);
  figure_fixture_compute (fixture, "count", "gemeente:A", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpint (total.qualifier, ==, STREEK_QUALIFIER_NONE);
  g_assert_null (total.note);
  streek_total_clear (&total);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/cell/correction-wins-and-is-named",
                   test_correction_wins_and_is_named);
  g_test_add_func ("/indicator/cell/unknown-can-be-filled-in", test_unknown_cell_can_be_filled_in);
  g_test_add_func ("/indicator/cell/value-can-become-missing", test_value_can_become_missing);
  g_test_add_func ("/indicator/cell/restore-brings-the-figure-back",
                   test_restore_brings_the_figure_back);
  g_test_add_func ("/indicator/cell/refuses-what-makes-no-sense", test_refuses_what_makes_no_sense);
  g_test_add_func ("/indicator/cell/computed-value-has-no-cell", test_computed_value_has_no_cell);
  g_test_add_func ("/indicator/cell/note-on-one-cell", test_note_on_one_cell);
  g_test_add_func ("/indicator/cell/qualifier-stays-with-the-value",
                   test_qualifier_stays_with_the_value);

  return g_test_run ();
}
