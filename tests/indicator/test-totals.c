/* test-totals.c: what a region's figure is, on a map small enough to count by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"

#include <math.h>
#include <string.h>

#define LETTERS "A B C D E F"
#define MERGED "AB C D E F"

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "num", "count", NULL);
  figure_fixture_add_indicator (fixture, "den", "count", NULL);
  figure_fixture_add_indicator (fixture, "ratio", "ratio", "num/den");
  figure_fixture_add_indicator (fixture, "median", "other", NULL);
  figure_fixture_add_indicator (fixture, "mean", "other", "den");
  figure_fixture_add_indicator (fixture, "pop_total", "count", NULL);

  return fixture;
}

static void
add (FigureFixture *fixture, const char *indicator, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture, indicator, period, "gemeente", "2000-01-01", LETTERS, cells);
}

static void
add_merged (FigureFixture *fixture, const char *indicator, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture, indicator, period, "nieuw", "2019-01-01", MERGED, cells);
}

static void
compute (FigureFixture *fixture,
         const char *indicator,
         const char *area,
         double min_coverage_pct,
         StreekTotal *total)
{
  figure_fixture_compute (fixture, indicator, area, "2019-06-01", "2018", min_coverage_pct, total);
}

static void
assert_value (FigureFixture *fixture, const char *indicator, const char *area, double value)
{
  g_assert_cmpfloat_with_epsilon (
    figure_fixture_get (fixture, indicator, area, "2019-06-01", "2018"), value, 1e-12);
}

static void
assert_missing (FigureFixture *fixture,
                const char *indicator,
                const char *area,
                StreekMissing missing)
{
  g_assert_cmpint (figure_fixture_get_missing (fixture, indicator, area, "2019-06-01", "2018"), ==,
                   missing);
}

static void
assert_note (FigureFixture *fixture, const char *indicator, const char *area, const char *words)
{
  StreekTotal total;

  compute (fixture, indicator, area, NAN, &total);

  if (words == NULL)
    g_assert_null (total.note);
  else
    g_assert_nonnull (strstr (total.note != NULL ? total.note : "", words));

  streek_total_clear (&total);
}

static void
test_sum_of_the_parts (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "1 2 4 8 16 32");
  figure_fixture_reload (fixture);
  compute (fixture, "count", "streek:ABC", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 7);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_SUM);
  g_assert_cmpuint (total.n_known, ==, 3);
  g_assert_cmpuint (total.n_members, ==, 3);
  g_assert_cmpfloat (total.coverage_pct, ==, 100);
  g_assert_false (total.at_least);
  g_assert_null (total.note);
  streek_total_clear (&total);
}

/* A second vintage of the same series changes no total, whatever union of municipalities is asked:
 * DESIGN §4. The merged cell is AB = 1 + 2. */
static void
test_second_vintage_changes_nothing (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (fixture,
                          "INSERT INTO ref_area_set (code, name, mesh, overlaps, rank, source, "
                          "note, legal_basis) VALUES ('any', 'any', 'letters', 1, 5, '', '', '')");

  for (guint bits = 1; bits < 64; bits++)
    for (guint letter = 0; letter < 6; letter++)
      if (bits & (1u << letter))
        {
          g_autofree char *sql = g_strdup_printf (
            "INSERT OR IGNORE INTO ref_area (set_code, code, valid_from, name, source, note) "
            "VALUES ('any', '%u', '1983-01-01', '%u', '', ''); "
            "INSERT INTO ref_member (set_code, code, member_code, valid_from, certainty) "
            "VALUES ('any', '%u', '%c', '1983-01-01', 'documented')",
            bits, bits, bits, 'A' + letter);

          figure_fixture_execute (fixture, sql);
        }

  add (fixture, "count", "2018", "1 2 4 8 16 32");

  for (guint round = 0; round < 2; round++)
    {
      figure_fixture_reload (fixture);

      for (guint bits = 1; bits < 64; bits++)
        {
          g_autofree char *area = g_strdup_printf ("any:%u", bits);

          assert_value (fixture, "count", area, bits);
        }

      add_merged (fixture, "count", "2018", "3 4 8 16 32");
    }
}

/* What an office imports over a vector that shipped takes its place, and does not stand beside it.
 */
static void
test_own_vector_replaces_the_shipped_one (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2018", "1 2 4 8 16 32");
  figure_fixture_execute (fixture, "INSERT INTO ref_roster SELECT * FROM roster; "
                                   "INSERT INTO ref_vector SELECT * FROM vector");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "land:ALL", 63);

  add (fixture, "count", "2018", "10 2 4 8 16 32");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "land:ALL", 72);
  assert_value (fixture, "count", "gemeente:A", 10);

  figure_fixture_execute (fixture, "DELETE FROM vector");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "gemeente:A", 1);
}

/* Figures over a list of areas that the workspace no longer has are no figures, and no crash. */
static void
test_forgotten_areas_are_unknown (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_vector (fixture, "count", "2018", "kanton", "2000-01-01", "K1 K2", "3 4");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "count", "streek:ABC", STREEK_MISSING_UNKNOWN);

  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", "A B C Z",
                             "1 2 4 100");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "streek:ABC", 7);
}

/* The same land can be in two sets: the one that is asked goes first. */
static void
test_the_set_that_is_asked_goes_first (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", "C D", "1 2");
  figure_fixture_add_vector (fixture, "count", "2018", "nieuw", "2019-01-01", "C D", "10 20");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "gemeente:C", 1);
  assert_value (fixture, "count", "nieuw:C", 10);
}

static void
test_published_wins (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "1 2 4 8 16 32");
  figure_fixture_add_vector (fixture, "count", "2018", "streek", "2000-01-01", "ABC DEF", "7 60");
  figure_fixture_reload (fixture);
  compute (fixture, "count", "streek:DEF", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 60);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_PUBLISHED);
  g_assert_cmpuint (total.n_members, ==, 0);
  g_assert_true (isnan (total.coverage_pct));
  streek_total_clear (&total);

  /* in a larger area the finest cells count, not the region that does not add up */
  assert_value (fixture, "count", "land:ALL", 63);
}

/* 56 in DEF instead of 60 is 6.7 % off; 7 is exact. */
static void
test_deviating_total_is_noted_on_its_parts (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2018", "1 2 4 8 16 32");
  add (fixture, "num", "2018", "100 100 100 100 100 100");
  figure_fixture_add_vector (fixture, "count", "2018", "streek", "2000-01-01", "ABC DEF", "7 60");
  /* 0.5 % of 301.5 is 1.5: exactly on the limit is no deviation, 302 is one */
  figure_fixture_add_vector (fixture, "num", "2018", "streek", "2000-01-01", "ABC DEF",
                             "301.5 302");
  figure_fixture_reload (fixture);
  assert_note (fixture, "count", "streek:DEF", "add up to 56.0, but the published total is 60.0");
  assert_note (fixture, "count", "gemeente:E", "In DEF (streek) the parts add up");
  assert_note (fixture, "count", "gemeente:A", NULL);
  assert_note (fixture, "num", "gemeente:A", NULL);
  assert_note (fixture, "num", "gemeente:D", "302.0");

  /* a ratio that stands on such a figure says so too, and of which component */
  add (fixture, "den", "2018", "1 1 1 1 1 1");
  figure_fixture_reload (fixture);
  assert_note (fixture, "ratio", "gemeente:D", "num: In DEF (streek) the parts add up to 300.0");
  assert_note (fixture, "ratio", "gemeente:A", NULL);
}

/* P03: one hidden value does not blank the region, and is never in the sum. */
static void
test_hidden_member_gives_a_partial_sum (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "1 hidden 4 8 16 32");
  add (fixture, "pop_total", "2017", "50 4 46 1 1 1");
  figure_fixture_reload (fixture);
  compute (fixture, "count", "streek:ABC", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 5);
  g_assert_true (total.at_least);
  g_assert_cmpuint (total.n_known, ==, 2);
  g_assert_cmpuint (total.n_members, ==, 3);
  g_assert_cmpfloat (total.coverage_pct, ==, 96); /* (50 + 46) / 100 inhabitants */
  streek_total_clear (&total);
}

static void
test_hidden_is_never_refilled (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "hidden hidden 4 8 16 32");
  add_merged (fixture, "count", "2018", "3 4 8 16 32");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "count", "gemeente:B", STREEK_MISSING_HIDDEN);
  compute (fixture, "count", "land:ALL", 0, &total);
  g_assert_cmpfloat (total.value, ==, 60);
  g_assert_cmpuint (total.n_known, ==, 4);
  streek_total_clear (&total);
}

/* Unknown is no answer: another vintage that knows may give it, whole. */
static void
test_unknown_may_be_refilled (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "unknown unknown 4 8 16 32");
  add_merged (fixture, "count", "2018", "3 4 8 16 32");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "land:ALL", 63);
  assert_missing (fixture, "count", "gemeente:A", STREEK_MISSING_UNKNOWN);

  /* but not where it overlaps what is known: A would count twice */
  add (fixture, "count", "2018", "1 unknown 4 8 16 32");
  figure_fixture_reload (fixture);
  compute (fixture, "count", "land:ALL", 0, &total);
  g_assert_cmpfloat (total.value, ==, 61);
  g_assert_true (total.at_least);
  streek_total_clear (&total);
}

static void
test_cell_across_the_border_is_not_split (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  figure_fixture_execute (
    fixture, "INSERT INTO ref_area_set (code, name, mesh, overlaps, rank, source, note, "
             "legal_basis) VALUES ('bc', 'bc', 'letters', 0, 5, '', '', ''); "
             "INSERT INTO ref_area (set_code, code, valid_from, name, source, note) "
             "VALUES ('bc', 'BC', '1983-01-01', 'BC', '', ''); "
             "INSERT INTO ref_member (set_code, code, member_code, valid_from, certainty) VALUES "
             "('bc', 'BC', 'B', '1983-01-01', 'documented'), "
             "('bc', 'BC', 'C', '1983-01-01', 'documented')");
  add_merged (fixture, "count", "2018", "3 4 8 16 32");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "count", "gemeente:A", STREEK_MISSING_NOT_SPLITTABLE);
  assert_missing (fixture, "count", "gemeente:B", STREEK_MISSING_NOT_SPLITTABLE);
  assert_value (fixture, "count", "nieuw:AB", 3);

  compute (fixture, "count", "bc:BC", 0, &total);
  g_assert_cmpfloat (total.value, ==, 4);
  g_assert_cmpuint (total.n_known, ==, 1);
  g_assert_cmpuint (total.n_members, ==, 2);
  streek_total_clear (&total);
}

/* Story U09: a real 0 and four kinds of missing stay five different things. */
static void
test_kinds_of_missing_stay_apart (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "count", "2018", "0 unknown hidden not_applicable not_yet 5");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "gemeente:A", 0);
  assert_missing (fixture, "count", "gemeente:B", STREEK_MISSING_UNKNOWN);
  assert_missing (fixture, "count", "gemeente:C", STREEK_MISSING_HIDDEN);
  assert_missing (fixture, "count", "gemeente:D", STREEK_MISSING_NOT_APPLICABLE);
  assert_missing (fixture, "count", "gemeente:E", STREEK_MISSING_NOT_YET);

  /* what does not apply is no member that is missing */
  compute (fixture, "count", "streek:DEF", 0, &total);
  g_assert_cmpfloat (total.value, ==, 5);
  g_assert_cmpuint (total.n_known, ==, 1);
  g_assert_cmpuint (total.n_members, ==, 2);
  streek_total_clear (&total);
}

/* Story U06: 90 of 100 and 10 of 1 000 is 100 of 1 100, 9.1 %; the mean of 90 % and 1 % is 45.5. */
static void
test_ratio_of_sums (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "num", "2018", "90 10 0 1 1 1");
  add (fixture, "den", "2018", "100 1000 0 1 1 1");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "nieuw:AB", 100 * 100.0 / 1100);
  assert_missing (fixture, "ratio", "gemeente:C", STREEK_MISSING_NOT_APPLICABLE); /* 0 / 0 */
}

/* A numerator on merged municipalities and a denominator on the old ones: AB is the smallest
 * piece that both know, so a hidden A takes all of AB with it. */
static void
test_ratio_over_the_common_coarsening (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add_merged (fixture, "num", "2018", "30 5 1 1 1");
  add (fixture, "den", "2018", "40 60 100 1 1 1");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "nieuw:AB", 30);
  assert_value (fixture, "ratio", "streek:ABC", 100 * 35.0 / 200);
  assert_missing (fixture, "ratio", "gemeente:A", STREEK_MISSING_NOT_SPLITTABLE);

  add (fixture, "den", "2018", "hidden 60 100 1 1 1");
  figure_fixture_reload (fixture);
  compute (fixture, "ratio", "streek:ABC", 0, &total);
  g_assert_cmpfloat (total.value, ==, 5);
  g_assert_cmpuint (total.n_known, ==, 1);
  g_assert_cmpuint (total.n_members, ==, 3);
  streek_total_clear (&total);
}

static void
test_coverage_of_a_ratio_is_of_its_denominator (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "num", "2018", "90 hidden 9 1 1 1");
  add (fixture, "den", "2018", "100 20 880 1 1 1");
  figure_fixture_reload (fixture);
  compute (fixture, "ratio", "streek:ABC", NAN, &total);
  g_assert_cmpfloat_with_epsilon (total.value, 100 * 99.0 / 980, 1e-12);
  g_assert_cmpfloat (total.coverage_pct, ==, 98);
  streek_total_clear (&total);
  compute (fixture, "ratio", "streek:ABC", 98.5, &total);
  g_assert_cmpint (total.missing, ==, STREEK_MISSING_BELOW_COVERAGE);
  g_assert_nonnull (strstr (total.note, "Only 98.0 %"));
  streek_total_clear (&total);
}

/* A published total of one component only would divide two different territories. */
static void
test_published_components_go_in_pairs (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "num", "2018", "10 20 5 1 1 1");
  add (fixture, "den", "2018", "100 100 100 1 1 1");
  figure_fixture_add_vector (fixture, "num", "2018", "streek", "2000-01-01", "ABC", "50");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "streek:ABC", 100 * 35.0 / 300);

  figure_fixture_add_vector (fixture, "den", "2018", "streek", "2000-01-01", "ABC", "400");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "streek:ABC", 12.5);
}

static void
test_denominator_of_another_period (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "num", "2018", "10 20 5 1 1 1");
  add (fixture, "den", "2015", "100 100 100 1 1 1");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "ratio", "streek:ABC", STREEK_MISSING_UNKNOWN);

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET denominator_rule = 'latest_before', "
                                   "denominator_max_years = 2 WHERE code = 'ratio'");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "ratio", "streek:ABC", STREEK_MISSING_UNKNOWN);

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET denominator_max_years = 3 "
                                   "WHERE code = 'ratio'");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "streek:ABC", 100 * 35.0 / 300);
  assert_note (fixture, "ratio", "streek:ABC", "The denominator is of 2015.");

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET denominator_rule = 'fixed', "
                                   "denominator_period = '2015' WHERE code = 'ratio'");
  figure_fixture_reload (fixture);
  assert_value (fixture, "ratio", "streek:ABC", 100 * 35.0 / 300);
}

static void
test_median_needs_a_weight (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add (fixture, "median", "2018", "10 20 40 1 1 1");
  add (fixture, "mean", "2018", "10 20 40 1 1 1");
  add (fixture, "den", "2018", "1 1 2 1 1 1");
  figure_fixture_reload (fixture);
  assert_value (fixture, "median", "gemeente:B", 20);
  assert_missing (fixture, "median", "streek:ABC", STREEK_MISSING_NOT_ADDITIVE);
  compute (fixture, "mean", "streek:ABC", NAN, &total);
  g_assert_cmpfloat (total.value, ==, (10 * 1 + 20 * 1 + 40 * 2) / 4.0);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_WEIGHTED);
  g_assert_cmpfloat (total.coverage_pct, ==, 100);
  streek_total_clear (&total);
}

/* K15, P04: with a published 7 and 1 + 4 known, the hidden 2 would be seen. With two hidden cells
 * it would not. */
static void
test_published_total_is_withheld_over_one_hidden_cell (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2018", "1 hidden 4 hidden hidden 32");
  figure_fixture_add_vector (fixture, "count", "2018", "streek", "2000-01-01", "ABC DEF", "7 56");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "count", "streek:ABC", STREEK_MISSING_HIDDEN);
  assert_note (fixture, "count", "streek:ABC", "withheld");
  assert_value (fixture, "count", "streek:DEF", 56);
}

static void
test_withheld_inside_a_ratio_too (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "num", "2018", "1 hidden 4 1 1 1");
  add (fixture, "den", "2018", "10 10 10 1 1 1");
  figure_fixture_add_vector (fixture, "num", "2018", "streek", "2000-01-01", "ABC", "7");
  figure_fixture_add_vector (fixture, "den", "2018", "streek", "2000-01-01", "ABC", "30");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "ratio", "streek:ABC", STREEK_MISSING_HIDDEN);
}

/* What the source could not place belongs to DEF: it counts there and in all of it, not in ABC. */
static void
test_not_located_counts_where_it_belongs (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01",
                             LETTERS " ~streek:DEF", "1 2 4 8 16 32 100");
  figure_fixture_reload (fixture);
  assert_value (fixture, "count", "streek:ABC", 7);
  assert_value (fixture, "count", "streek:DEF", 156);
  assert_value (fixture, "count", "land:ALL", 163);
  assert_value (fixture, "count", "gemeente:D", 8);
  assert_note (fixture, "count", "land:ALL", "100.0 of it cannot be located any nearer than DEF");
}

/* Story U07: 16 of 17 known; the missing one has 26 of 1 000 inhabitants, so 97.4 %. */
static void
test_sixteen_of_seventeen (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEFGHIJKLMNOPQ");
  const char *letters = "A B C D E F G H I J K L M N O P Q";
  StreekTotal total;

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "pop_total", "count", NULL);
  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", letters,
                             "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 unknown");
  figure_fixture_add_vector (fixture, "pop_total", "2016", "gemeente", "2000-01-01", letters,
                             "374 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 26");
  /* a later year says nothing about 2018, and one that is not complete says nothing at all */
  figure_fixture_add_vector (fixture, "pop_total", "2017", "gemeente", "2000-01-01", letters,
                             "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 unknown");
  figure_fixture_add_vector (fixture, "pop_total", "2019", "gemeente", "2000-01-01", letters,
                             "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1");
  figure_fixture_reload (fixture);
  compute (fixture, "count", "land:ALL", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 16);
  g_assert_cmpuint (total.n_known, ==, 16);
  g_assert_cmpuint (total.n_members, ==, 17);
  g_assert_cmpfloat_with_epsilon (total.coverage_pct, 97.4, 1e-9);
  g_assert_nonnull (strstr (total.note, "16 of 17"));
  g_assert_nonnull (strstr (total.note, "97.4 %"));
  streek_total_clear (&total);

  /* a changed threshold works at once */
  compute (fixture, "count", "land:ALL", 98, &total);
  g_assert_cmpint (total.missing, ==, STREEK_MISSING_BELOW_COVERAGE);
  g_assert_true (isnan (total.value));
  g_assert_cmpuint (total.n_known, ==, 16);
  streek_total_clear (&total);
}

/* 0.4 and five ones beside 2^53 would be lost in a plain sum. */
static void
test_sum_loses_nothing (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2018", "9007199254740992 1 1 1 -9007199254740992 0.5");
  figure_fixture_reload (fixture);
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "land:ALL", "2019-06-01", "2018"), ==,
                     3.5);
}

static void
test_no_figures_at_all (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2017", "1 2 4 8 16 32");
  figure_fixture_reload (fixture);
  assert_missing (fixture, "count", "land:ALL", STREEK_MISSING_UNKNOWN);
  assert_missing (fixture, "median", "land:ALL", STREEK_MISSING_UNKNOWN);
  assert_missing (fixture, "ratio", "land:ALL", STREEK_MISSING_UNKNOWN);
}

static void
test_damaged_vector_is_an_error (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  StreekTotal total;

  add (fixture, "count", "2018", "1 2 4 8 16 32");
  figure_fixture_execute (fixture, "UPDATE vector SET data = zeroblob (length (data))");
  figure_fixture_reload (fixture);

  const StreekIndicator *indicator = streek_catalogue_find (fixture->catalogue, "count", NULL);
  const StreekArea *area = streek_areas_resolve_ref (fixture->areas, "land:ALL",
                                                     streek_date_from_ymd (2019, 1, 1), NULL, NULL);

  g_assert_false (streek_totals_compute (fixture->totals, indicator, area,
                                         streek_period_from_year (2018), NAN, &total, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
  g_assert_true (isnan (total.value));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/indicator/totals/" path, func)
  ADD ("sum-of-the-parts", test_sum_of_the_parts);
  ADD ("second-vintage-changes-nothing", test_second_vintage_changes_nothing);
  ADD ("own-vector-replaces-the-shipped-one", test_own_vector_replaces_the_shipped_one);
  ADD ("forgotten-areas-are-unknown", test_forgotten_areas_are_unknown);
  ADD ("the-set-that-is-asked-goes-first", test_the_set_that_is_asked_goes_first);
  ADD ("published-wins", test_published_wins);
  ADD ("deviating-total-is-noted-on-its-parts", test_deviating_total_is_noted_on_its_parts);
  ADD ("hidden-member-gives-a-partial-sum", test_hidden_member_gives_a_partial_sum);
  ADD ("hidden-is-never-refilled", test_hidden_is_never_refilled);
  ADD ("unknown-may-be-refilled", test_unknown_may_be_refilled);
  ADD ("cell-across-the-border-is-not-split", test_cell_across_the_border_is_not_split);
  ADD ("kinds-of-missing-stay-apart", test_kinds_of_missing_stay_apart);
  ADD ("ratio-of-sums", test_ratio_of_sums);
  ADD ("ratio-over-the-common-coarsening", test_ratio_over_the_common_coarsening);
  ADD ("coverage-of-a-ratio-is-of-its-denominator", test_coverage_of_a_ratio_is_of_its_denominator);
  ADD ("published-components-go-in-pairs", test_published_components_go_in_pairs);
  ADD ("denominator-of-another-period", test_denominator_of_another_period);
  ADD ("median-needs-a-weight", test_median_needs_a_weight);
  ADD ("published-total-is-withheld-over-one-hidden-cell",
       test_published_total_is_withheld_over_one_hidden_cell);
  ADD ("withheld-inside-a-ratio-too", test_withheld_inside_a_ratio_too);
  ADD ("not-located-counts-where-it-belongs", test_not_located_counts_where_it_belongs);
  ADD ("sixteen-of-seventeen", test_sixteen_of_seventeen);
  ADD ("sum-loses-nothing", test_sum_loses_nothing);
  ADD ("no-figures-at-all", test_no_figures_at_all);
  ADD ("damaged-vector-is-an-error", test_damaged_vector_is_an_error);

  return g_test_run ();
}
