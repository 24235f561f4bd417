/* test-analysis.c: figures held against each other, on a map small enough to work out by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"
#include "indicator/streek-analysis.h"
#include "stats/streek-stats-error.h"
#include "streek-letters-db.h"

#include <math.h>
#include <string.h>

#define LETTERS "A B C D E F"

static void
add (FigureFixture *fixture, const char *indicator, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture, indicator, period, "gemeente", "2000-01-01", LETTERS, cells);
}

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "num", "count", NULL);
  figure_fixture_add_indicator (fixture, "den", "count", NULL);
  figure_fixture_add_indicator (fixture, "share", "ratio", "num/den");
  figure_fixture_add_indicator (fixture, "industry", "count", NULL);
  figure_fixture_add_indicator (fixture, "care", "count", NULL);
  figure_fixture_add_indicator (fixture, "trade", "count", NULL);
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET unit = '%' WHERE code = 'share'");

  return fixture;
}

/* A question about the municipalities unless @area names one. */
static StreekAnalysisQuery
make_query (StreekAnalysisKind kind, char **indicators, const char *area)
{
  return (StreekAnalysisQuery){
    .kind = kind,
    .indicators = indicators,
    .set = area == NULL ? (char *) "gemeente" : NULL,
    .area = (char *) area,
    .on = streek_date_from_ymd (2018, 6, 1),
    .min_coverage_pct = 0,
  };
}

static StreekAnalysis *
run (FigureFixture *fixture, const StreekAnalysisQuery *query)
{
  g_autoptr (GError) error = NULL;

  figure_fixture_reload (fixture);

  StreekAnalysis *analysis = streek_analysis_run (fixture->totals, query, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static guint
column (const StreekAnalysis *analysis, const char *id)
{
  int found = streek_table_find_column (analysis->table, id);

  g_assert_cmpint (found, >=, 0);

  return (guint) found;
}

static double
number (const StreekAnalysis *analysis, guint row, const char *id)
{
  return streek_table_get_number (analysis->table, row, column (analysis, id));
}

static const char *
text (const StreekAnalysis *analysis, guint row, const char *id)
{
  const char *found = streek_table_get_text (analysis->table, row, column (analysis, id));

  return found != NULL ? found : "";
}

static void
assert_near (const StreekAnalysis *analysis, guint row, const char *id, double expected)
{
  g_assert_cmpfloat_with_epsilon (number (analysis, row, id), expected, 1e-9);
}

/* Row after row the column "kind", joined by blanks, "-" where there is a value. */
static void
assert_kinds (const StreekAnalysis *analysis, const char *expected)
{
  GString *kinds = g_string_new (NULL);

  for (guint row = 0; row < streek_table_get_n_rows (analysis->table); row++)
    {
      const char *kind = text (analysis, row, "kind");

      g_string_append_printf (kinds, "%s%s", row > 0 ? " " : "", *kind != '\0' ? kind : "-");
    }

  g_assert_cmpstr (kinds->str, ==, expected);
  g_string_free (kinds, TRUE);
}

/* 10 to 12 in two years is a fifth, and (√1.2 − 1) a year. */
static void
test_change_in_percent (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, NULL);

  add (fixture, "count", "2016", "10 20 40 0 hidden 8");
  add (fixture, "count", "2018", "12 15 40 5 3 unknown");

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_kinds (analysis, "- - - not_applicable hidden unknown");
  assert_near (analysis, 0, "change", 20);
  assert_near (analysis, 0, "annual", 100 * (sqrt (1.2) - 1));
  assert_near (analysis, 0, "difference", 2);
  assert_near (analysis, 1, "change", -25);
  assert_near (analysis, 2, "change", 0);
  assert_near (analysis, 3, "difference", 5);
  g_assert_cmpint (streek_table_get_missing (analysis->table, 4, column (analysis, "change")), ==,
                   STREEK_MISSING_HIDDEN);
  g_assert_cmpstr (text (analysis, 0, "measure"), ==, "percent");
  g_assert_nonnull (strstr (text (analysis, 3, "note"), "above zero"));
  g_assert_nonnull (strstr (analysis->title, "from 2016 to 2018, in percent"));
  g_assert_nonnull (strstr (
    streek_table_get_column_title (analysis->table, column (analysis, "change")), "2016–2018"));
}

/* What happened in a year is not held against what happened in a month; a stock of 1 January is
 * held against that of any other day. */
static void
test_change_over_times_of_one_length (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, NULL);
  StreekAnalysisQuery index = make_query (STREEK_ANALYSIS_INDEX, indicators, NULL);
  g_autoptr (GError) error = NULL;

  add (fixture, "count", "2016", "120 120 120 120 120 120");
  add (fixture, "count", "2018-01", "10 10 10 10 10 10");
  add (fixture, "count", "2018-02", "12 12 12 12 12 12");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET time_kind = 'flow'");
  figure_fixture_reload (fixture);

  g_autoptr (StreekAnalysis) months = run (fixture, &query);
  g_autoptr (StreekAnalysis) indices = run (fixture, &index);

  assert_near (months, 0, "change", 20);
  assert_near (indices, 0, "index", 100);
  g_assert_true (isnan (number (indices, 1, "index")));
  g_assert_cmpstr (text (indices, 1, "kind"), ==, "not_applicable");

  query.periods.first = streek_period_from_year (2016);
  g_assert_null (streek_analysis_run (fixture->totals, &query, NULL, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD);

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET time_kind = 'stock_last_day'");
  figure_fixture_reload (fixture);

  g_autoptr (StreekAnalysis) stocks = run (fixture, &query);

  assert_near (stocks, 0, "change", -90);
}

/* The first month of a new series compares with no year: the change goes to the newest that does,
 * and says so; who asks for the month is told that it does not compare. */
static void
test_change_leaves_a_lonely_period (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, NULL);
  g_autoptr (GError) error = NULL;

  add (fixture, "count", "2015", "100 100 100 100 100 100");
  add (fixture, "count", "2016", "120 120 120 120 120 120");
  add (fixture, "count", "2018-01", "10 10 10 10 10 10");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET time_kind = 'flow'");
  figure_fixture_reload (fixture);

  g_autoptr (StreekAnalysis) years = run (fixture, &query);

  assert_near (years, 0, "change", 20);
  g_assert_cmpuint (streek_table_get_n_remarks (years->table), ==, 1);
  g_assert_nonnull (strstr (streek_table_get_remark (years->table, 0), "2016"));

  query.periods.first = streek_period_from_year (2015);

  g_autoptr (StreekAnalysis) since = run (fixture, &query);

  assert_near (since, 0, "change", 20);

  g_assert_true (streek_period_parse ("2018-01", &query.periods.last, NULL));
  g_assert_null (streek_analysis_run (fixture->totals, &query, NULL, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD);
}

static void
test_change_in_percentage_points (void)
{
  char *indicators[] = { (char *) "share", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, "streek:ABC");

  add (fixture, "num", "2016", "5 5 0 1 1 1");
  add (fixture, "den", "2016", "50 40 10 1 1 1");
  add (fixture, "num", "2018", "10 10 4 1 1 1");
  add (fixture, "den", "2018", "100 80 20 1 1 1");

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  /* 10 of 100, then 24 of 200 */
  assert_near (analysis, 0, "from", 10);
  assert_near (analysis, 0, "to", 12);
  assert_near (analysis, 0, "change", 2);
  assert_near (analysis, 0, "annual", 1);
  g_assert_cmpstr (text (analysis, 0, "measure"), ==, "percentage_points");
  g_assert_nonnull (strstr (analysis->title, "percentage points"));
}

/* A sum of which a part is unknown is a value, but no change follows from it. */
static void
test_partial_sums_are_not_compared (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, "streek:ABC");

  figure_fixture_add_indicator (fixture, "pop_total", "count", NULL);
  add (fixture, "pop_total", "2016", "1 1 1 1 1 1");
  add (fixture, "count", "2016", "10 20 unknown 1 1 1");
  add (fixture, "count", "2018", "10 20 30 1 1 1");

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

    assert_near (analysis, 0, "from", 30);
    assert_near (analysis, 0, "to", 60);
    assert_kinds (analysis, "unknown");
    g_assert_true (isnan (number (analysis, 0, "change")));
    g_assert_true (isnan (number (analysis, 0, "difference")));
  }

  query.kind = STREEK_ANALYSIS_INDEX;
  query.base = streek_period_from_year (2018);

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_kinds (analysis, "unknown -");
  assert_near (analysis, 1, "index", 100);
}

static void
test_index_of_a_series (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_INDEX, indicators, "gemeente:B");

  add (fixture, "count", "2016", "1 50 1 1 1 1");
  add (fixture, "count", "2017", "1 unknown 1 1 1 1");
  add (fixture, "count", "2018", "1 80 1 1 1 1");

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

    assert_kinds (analysis, "- unknown -");
    assert_near (analysis, 0, "index", 100);
    assert_near (analysis, 2, "index", 160);
    g_assert_nonnull (strstr (analysis->title, "2016 = 100"));
  }

  /* a base outside the periods that are shown */
  query.base = streek_period_from_year (2018);
  query.periods.last = streek_period_from_year (2016);

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  g_assert_cmpuint (streek_table_get_n_rows (analysis->table), ==, 1);
  assert_near (analysis, 0, "index", 62.5);
}

/* A count that took the place of another in 2018, whose source had changed in 2017. */
static FigureFixture *
new_broken_series (void)
{
  FigureFixture *fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "older", "count", NULL);
  figure_fixture_execute (fixture, "INSERT INTO ref_indicator_version VALUES "
                                   "('count', '2018', 'older', 'Ruimer geteld.', NULL);"
                                   "INSERT INTO ref_indicator_break VALUES "
                                   "('older', '2017', 'Van enquête naar register.')");
  add (fixture, "older", "2016", "40 1 1 1 1 1");
  add (fixture, "older", "2017", "50 1 1 1 1 1");
  add (fixture, "count", "2018", "60 1 1 1 1 1");
  add (fixture, "count", "2019", "66 1 1 1 1 1");

  return fixture;
}

/* 60 to 66 is a tenth within one series; 40 to 66 is 65 % over two breaks, and both are said. */
static void
test_change_across_breaks_is_said (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_broken_series ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_CHANGE, indicators, "gemeente:A");

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);
    const char *note = text (analysis, 0, "note");

    assert_near (analysis, 0, "change", 65);
    g_assert_nonnull (strstr (note, "break in 2017: Van enquête naar register."));
    g_assert_nonnull (strstr (note, "break in 2018: Ruimer geteld."));
    g_assert_cmpuint (analysis->notes->len, ==, 3);
    g_assert_nonnull (strstr (analysis->notes->pdata[0], "2017"));
    g_assert_nonnull (strstr (analysis->notes->pdata[1], "2018"));
  }

  query.periods.first = streek_period_from_year (2018);

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_near (analysis, 0, "change", 10);
  g_assert_cmpstr (text (analysis, 0, "note"), ==, "");
  g_assert_cmpuint (analysis->notes->len, ==, 1);
}

/* With 2018 as 100: 40 of 60, 50 of 60, 66 of 60; only what lies before the base is across. */
static void
test_index_across_breaks_is_said (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_broken_series ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_INDEX, indicators, "gemeente:A");

  query.base = streek_period_from_year (2018);

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_near (analysis, 0, "index", 100 * 40.0 / 60);
  assert_near (analysis, 1, "index", 100 * 50.0 / 60);
  assert_near (analysis, 3, "index", 110);
  g_assert_nonnull (strstr (text (analysis, 0, "note"), "break in 2017"));
  g_assert_nonnull (strstr (text (analysis, 0, "note"), "break in 2018"));
  g_assert_null (strstr (text (analysis, 1, "note"), "break in 2017"));
  g_assert_nonnull (strstr (text (analysis, 1, "note"), "break in 2018"));
  g_assert_cmpstr (text (analysis, 2, "note"), ==, "");
  g_assert_cmpstr (text (analysis, 3, "note"), ==, "");
  g_assert_cmpuint (analysis->notes->len, ==, 2);
}

static void
add_surroundings (FigureFixture *fixture)
{
  streek_letters_add_set (fixture->db, "provincie", NULL, FALSE, 5);
  streek_letters_add_area (fixture->db, "provincie", "P", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "provincie", "P", "AB", "1983-01-01", NULL, TRUE);
  streek_letters_add_set (fixture->db, "gewest", NULL, FALSE, 4);
  streek_letters_add_area (fixture->db, "gewest", "02000", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "gewest", "02000", "ABCDE", "1983-01-01", NULL, TRUE);
}

/* The tightest first: 2, 3 and 3, 5; one unknown at the end, with the areas around each. */
static void
test_ranking_with_surroundings (void)
{
  char *indicators[] = { (char *) "share", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_RANKING, indicators, NULL);

  add_surroundings (fixture);
  figure_fixture_execute (
    fixture, "UPDATE ref_indicator SET direction = 'lower_is_tighter' WHERE code = 'share'");
  add (fixture, "num", "2018", "3 5 2 unknown 3 9");
  add (fixture, "den", "2018", "100 100 100 100 100 100");
  query.reference = (char *) "streek:ABC";

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);
  const char *const order[] = { "C", "A", "E", "B", "F", "D" };
  const gint64 ranks[] = { 1, 2, 2, 4, 5 };

  assert_kinds (analysis, "- - - - - unknown");
  g_assert_nonnull (strstr (analysis->title, "lowest first"));

  for (guint row = 0; row < 6; row++)
    g_assert_cmpstr (text (analysis, row, "area"), ==, order[row]);

  for (guint row = 0; row < 5; row++)
    {
      g_assert_cmpint (streek_table_get_integer (analysis->table, row, column (analysis, "rank")),
                       ==, ranks[row]);
      g_assert_cmpint (streek_table_get_integer (analysis->table, row, column (analysis, "of")), ==,
                       5);
      assert_near (analysis, row, "reference_value", 10.0 / 3);
    }

  assert_near (analysis, 0, "gap", 0);
  assert_near (analysis, 3, "gap", 3);
  assert_near (analysis, 0, "position", 1);
  assert_near (analysis, 1, "position", 0.625);
  assert_near (analysis, 1, "province_value", 4);
  g_assert_cmpstr (text (analysis, 1, "province"), ==, "P");
  g_assert_cmpstr (text (analysis, 0, "province"), ==, "");
  /* D unknown: the others of 02000 are 13 of 400 */
  assert_near (analysis, 0, "flanders_value", 3.25);
  g_assert_true (isnan (number (analysis, 4, "flanders_value")));
}

/* Shares 10, 20 and 40 % with denominators 100, 200 and 100: the mean is 90 of 400, 22.5; the
 * variance (100·12.5² + 200·2.5² + 100·17.5²) / 400 = 118.75. */
static void
test_profile_is_weighted_and_named (void)
{
  char *indicators[] = { (char *) "share", (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_PROFILE, indicators, "gemeente:C");

  add (fixture, "num", "2018", "10 40 40 5 unknown 1");
  add (fixture, "den", "2018", "100 200 100 10 10 10");
  add (fixture, "count", "2018", "1 2 6 unknown unknown 5");
  query.reference = (char *) "streek:ABC";

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

    assert_kinds (analysis, "- -");
    assert_near (analysis, 0, "mean", 22.5);
    assert_near (analysis, 0, "deviation", sqrt (118.75));
    assert_near (analysis, 0, "z", 17.5 / sqrt (118.75));
    g_assert_cmpstr (text (analysis, 0, "reference"), ==, "gemeente in ABC (3)");
    g_assert_cmpstr (text (analysis, 0, "weight"), ==, "den");
    g_assert_nonnull (strstr (text (analysis, 0, "note"), "weighted by den"));
    /* a count has no denominator: 1, 2 and 6, mean 3, variance 14/3 */
    assert_near (analysis, 1, "z", 3 / sqrt (14.0 / 3));
    g_assert_nonnull (strstr (text (analysis, 1, "note"), "every area alike"));
    g_assert_nonnull (strstr (analysis->title, "gemeente in ABC (3)"));
  }

  /* of DEF but two shares and one count are known: no group */
  query.reference = (char *) "streek:DEF";

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_kinds (analysis, "not_applicable not_applicable");
  g_assert_true (isnan (number (analysis, 0, "z")));
  g_assert_nonnull (strstr (text (analysis, 0, "note"), "at least 3"));
}

static void
add_sectors (FigureFixture *fixture)
{
  add (fixture, "industry", "2016", "100 300 0 0 0 0");
  add (fixture, "industry", "2018", "110 270 0 0 0 0");
  add (fixture, "care", "2016", "50 250 0 0 0 0");
  add (fixture, "care", "2018", "55 305 0 0 0 0");
  add (fixture, "trade", "2016", "20 280 0 0 0 0");
  add (fixture, "trade", "2018", "30 330 0 0 0 unknown");
}

/* The parts are worked out in test-shift-share.c; F's trade is unknown in 2018, so the reference
 * has no whole there, and the growth of all is that of the other two sectors: 700 to 740. */
static void
test_shift_share_over_sectors (void)
{
  char *indicators[] = { (char *) "industry", (char *) "care", (char *) "trade", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_SHIFT_SHARE, indicators, "gemeente:A");

  add_sectors (fixture);
  streek_letters_add_set (fixture->db, "deel", NULL, FALSE, 5);
  streek_letters_add_area (fixture->db, "deel", "X", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "deel", "X", "ABCDE", "1983-01-01", NULL, TRUE);
  query.reference = (char *) "deel:X";

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

    assert_kinds (analysis, "- - - -");
    assert_near (analysis, 0, "national", 10);
    assert_near (analysis, 0, "mix", -15);
    assert_near (analysis, 0, "regional", 15);
    g_assert_cmpstr (text (analysis, 3, "level"), ==, "total");
    assert_near (analysis, 3, "from", 170);
    assert_near (analysis, 3, "change", 25);
    assert_near (analysis, 3, "national", 17);
    assert_near (analysis, 3, "mix", -8);
    assert_near (analysis, 3, "regional", 16);
    g_assert_nonnull (strstr (analysis->title, "from 2016 to 2018 against X"));
  }

  query.reference = (char *) "land:ALL";

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_kinds (analysis, "- - unknown -");
  assert_near (analysis, 0, "national", 100 * 40.0 / 700);
  g_assert_true (isnan (number (analysis, 2, "change")));
  assert_near (analysis, 3, "from", 150);
  assert_near (analysis, 3, "change", 15);
  g_assert_nonnull (strstr (text (analysis, 3, "note"), "2 of 3"));
}

/* Industry: 110 of 195 here, 380 of 1100 there. */
static void
test_location_quotients (void)
{
  char *indicators[] = { (char *) "industry", (char *) "care", (char *) "trade", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_QUOTIENT, indicators, NULL);

  add_sectors (fixture);
  query.periods.first = query.periods.last = streek_period_from_year (2016);
  query.reference = (char *) "land:ALL";

  {
    g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

    assert_near (analysis, 0, "quotient", 100.0 / 170 / 0.4);
    assert_near (analysis, 0, "share_pct", 100 * 100.0 / 170);
    assert_near (analysis, 0, "reference_share_pct", 40);
    /* C has nothing at all: no share, no zero */
    g_assert_cmpstr (text (analysis, 6, "kind"), ==, "not_applicable");
    g_assert_true (isnan (number (analysis, 6, "quotient")));
  }

  query.periods.first = query.periods.last = streek_period_from_year (2018);

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  g_assert_cmpstr (text (analysis, 0, "kind"), ==, "unknown");
  g_assert_true (isnan (number (analysis, 0, "quotient")));
}

/* The row A B C D of test-moran.c: I is 9/38. E is unknown, so F has no neighbour. */
static void
test_moran_of_a_row (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_MORAN, indicators, NULL);

  add (fixture, "count", "2018", "1 2 4 9 unknown 100");
  query.n_permutations = 99;

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  assert_kinds (analysis, "- - - - - unknown not_applicable");
  g_assert_cmpstr (text (analysis, 0, "level"), ==, "set");
  assert_near (analysis, 0, "i", 9.0 / 38);
  assert_near (analysis, 0, "expected", -1.0 / 3);
  assert_near (analysis, 1, "i", 6 / 9.5);
  assert_near (analysis, 1, "z", -3 / sqrt (9.5));
  g_assert_cmpstr (text (analysis, 5, "cluster"), ==, "missing");
  g_assert_cmpstr (text (analysis, 6, "cluster"), ==, "island");
  assert_near (analysis, 6, "value", 100);
  g_assert_cmpuint (streek_table_get_n_remarks (analysis->table), ==, 2);
  g_assert_nonnull (strstr (streek_table_get_remark (analysis->table, 0), "left out: E."));
  g_assert_nonnull (strstr (streek_table_get_remark (analysis->table, 1), "left out: F."));
  g_assert_nonnull (strstr (analysis->notes->pdata[2], "99 random permutations"));
}

static void
assert_refused (FigureFixture *fixture, const StreekAnalysisQuery *query, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_analysis_run (fixture->totals, query, NULL, &error));
  g_assert_error (error, domain, code);
}

static void
test_refuses_what_makes_no_sense (void)
{
  char *one[] = { (char *) "count", NULL };
  char *twice[] = { (char *) "count", (char *) "count", NULL };
  char *mixed[] = { (char *) "industry", (char *) "share", NULL };
  char *none[] = { NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  streek_letters_add_set (fixture->db, "dubbel", NULL, TRUE, 5);
  streek_letters_add_area (fixture->db, "dubbel", "X", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "dubbel", "X", "ABC", "1983-01-01", NULL, TRUE);
  streek_letters_add_area (fixture->db, "dubbel", "Y", "1983-01-01", NULL);
  streek_letters_add_members (fixture->db, "dubbel", "Y", "CD", "1983-01-01", NULL, TRUE);
  add (fixture, "count", "2018", "1 1 1 1 1 1");
  add_sectors (fixture);
  add (fixture, "num", "2018", "1 1 1 1 1 1");
  add (fixture, "den", "2018", "1 1 1 1 1 1");
  figure_fixture_reload (fixture);

  const struct
  {
    StreekAnalysisKind kind;
    char **indicators;
    const char *area;
    StreekIndicatorError code;
  } cases[] = {
    { STREEK_ANALYSIS_CHANGE, none, NULL, STREEK_INDICATOR_ERROR_INVALID },
    { STREEK_ANALYSIS_CHANGE, twice, NULL, STREEK_INDICATOR_ERROR_INVALID },
    { STREEK_ANALYSIS_CHANGE, one, NULL, STREEK_INDICATOR_ERROR_NO_PERIOD },
    { STREEK_ANALYSIS_RANKING, one, "gemeente:A", STREEK_INDICATOR_ERROR_INVALID },
    { STREEK_ANALYSIS_MORAN, twice, NULL, STREEK_INDICATOR_ERROR_INVALID },
    { STREEK_ANALYSIS_QUOTIENT, one, NULL, STREEK_INDICATOR_ERROR_INVALID },
    { STREEK_ANALYSIS_QUOTIENT, mixed, NULL, STREEK_INDICATOR_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekAnalysisQuery query = make_query (cases[i].kind, cases[i].indicators, cases[i].area);

      assert_refused (fixture, &query, STREEK_INDICATOR_ERROR, cases[i].code);
    }

  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_MORAN, one, NULL);

  assert_refused (fixture, &query, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD);
  query.set = (char *) "dubbel";
  assert_refused (fixture, &query, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  query.set = (char *) "parish";
  assert_refused (fixture, &query, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);

  query = make_query (STREEK_ANALYSIS_RANKING, one, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (streek_analysis_run (fixture->totals, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_unfit (FigureFixture *fixture,
              StreekAnalysisKind kind,
              char **indicators,
              guint n_areas,
              const char *expected)
{
  StreekAnalysisQuery query = make_query (kind, indicators, NULL);
  g_autofree char *why = streek_analysis_query_explain_unfit (&query, fixture->catalogue, n_areas);

  if (expected == NULL)
    g_assert_null (why);
  else
    g_assert_nonnull (strstr (why != NULL ? why : "", expected));
}

static void
test_unfit_kinds_say_why (void)
{
  char *one[] = { (char *) "count", NULL };
  char *still[] = { (char *) "num", NULL };
  char *mixed[] = { (char *) "count", (char *) "share", NULL };
  char *sectors[] = { (char *) "industry", (char *) "care", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add (fixture, "count", "2016", "1 1 1 1 1 1");
  add (fixture, "count", "2018", "1 1 1 1 1 1");
  add (fixture, "num", "2018", "1 1 1 1 1 1");
  add (fixture, "den", "2018", "1 1 1 1 1 1");
  add (fixture, "industry", "2016", "1 1 1 1 1 1");
  add (fixture, "industry", "2018", "1 1 1 1 1 1");
  add (fixture, "care", "2018", "1 1 1 1 1 1");
  figure_fixture_reload (fixture);

  assert_unfit (fixture, STREEK_ANALYSIS_CHANGE, one, 6, NULL);
  assert_unfit (fixture, STREEK_ANALYSIS_CHANGE, still, 6, "two periods");
  assert_unfit (fixture, STREEK_ANALYSIS_RANKING, one, 2, NULL);
  assert_unfit (fixture, STREEK_ANALYSIS_RANKING, one, 1, "two areas");
  assert_unfit (fixture, STREEK_ANALYSIS_MORAN, one, 2, "three areas");
  assert_unfit (fixture, STREEK_ANALYSIS_PROFILE, mixed, 6, NULL);
  assert_unfit (fixture, STREEK_ANALYSIS_QUOTIENT, one, 6, "at least two indicators");
  assert_unfit (fixture, STREEK_ANALYSIS_QUOTIENT, mixed, 6, "not a count");
  assert_unfit (fixture, STREEK_ANALYSIS_QUOTIENT, sectors, 6, NULL);
  assert_unfit (fixture, STREEK_ANALYSIS_SHIFT_SHARE, sectors, 6, "no two periods");
}

/* Every id that a table can hold has a word, and the words stand where the ids stood. */
static void
test_ids_are_named (void)
{
  char *indicators[] = { (char *) "count", NULL };
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekAnalysisQuery query = make_query (STREEK_ANALYSIS_RANKING, indicators, NULL);

  add (fixture, "count", "2018", "1 2 3 4 5 hidden");

  g_autoptr (StreekAnalysis) analysis = run (fixture, &query);

  g_assert_cmpstr (text (analysis, 0, "order"), ==, "highest_first");
  streek_analysis_name_words (analysis);
  g_assert_cmpstr (text (analysis, 0, "order"), ==, "highest first");
  g_assert_cmpstr (text (analysis, 5, "kind"), ==,
                   streek_missing_get_label (STREEK_MISSING_HIDDEN));
  g_assert_cmpstr (text (analysis, 0, "area_name"), ==, "E");

  g_assert_cmpstr (streek_analysis_get_word_label ("cluster", "high_low"), ==, "high-low");
  g_assert_cmpstr (streek_analysis_get_word_label ("measure", "percent"), ==, "in percent");
  g_assert_nonnull (streek_analysis_get_word_label ("direction", "lower_is_tighter"));
  g_assert_null (streek_analysis_get_word_label ("area", "percent"));
  g_assert_null (streek_analysis_get_word_label ("measure", "Percent"));
}

static void
test_kinds_have_words (void)
{
  for (StreekAnalysisKind kind = 0; kind < STREEK_N_ANALYSES; kind++)
    {
      StreekAnalysisKind found = STREEK_N_ANALYSES;

      g_assert_true (streek_analysis_kind_parse_id (streek_analysis_kind_get_id (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpuint (strlen (streek_analysis_kind_get_label (kind)), >, 3);
    }

  StreekAnalysisKind found;

  g_assert_false (streek_analysis_kind_parse_id ("kriging", &found));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/analysis/change-in-percent", test_change_in_percent);
  g_test_add_func ("/indicator/analysis/change-leaves-a-lonely-period",
                   test_change_leaves_a_lonely_period);
  g_test_add_func ("/indicator/analysis/change-over-times-of-one-length",
                   test_change_over_times_of_one_length);
  g_test_add_func ("/indicator/analysis/change-in-percentage-points",
                   test_change_in_percentage_points);
  g_test_add_func ("/indicator/analysis/partial-sums-are-not-compared",
                   test_partial_sums_are_not_compared);
  g_test_add_func ("/indicator/analysis/index-of-a-series", test_index_of_a_series);
  g_test_add_func ("/indicator/analysis/change-across-breaks", test_change_across_breaks_is_said);
  g_test_add_func ("/indicator/analysis/index-across-breaks", test_index_across_breaks_is_said);
  g_test_add_func ("/indicator/analysis/ranking-with-surroundings", test_ranking_with_surroundings);
  g_test_add_func ("/indicator/analysis/profile-is-weighted-and-named",
                   test_profile_is_weighted_and_named);
  g_test_add_func ("/indicator/analysis/shift-share-over-sectors", test_shift_share_over_sectors);
  g_test_add_func ("/indicator/analysis/location-quotients", test_location_quotients);
  g_test_add_func ("/indicator/analysis/moran-of-a-row", test_moran_of_a_row);
  g_test_add_func ("/indicator/analysis/refuses-what-makes-no-sense",
                   test_refuses_what_makes_no_sense);
  g_test_add_func ("/indicator/analysis/unfit-kinds", test_unfit_kinds_say_why);
  g_test_add_func ("/indicator/analysis/ids-are-named", test_ids_are_named);
  g_test_add_func ("/indicator/analysis/kinds-have-words", test_kinds_have_words);

  return g_test_run ();
}
