/* test-indicator-rules.c: each rule finds its error on a small map, and nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"

#include "area/streek-area-rules.h"
#include "indicator/streek-cell.h"
#include "indicator/streek-indicator-rules.h"
#include "indicator/streek-vector.h"

#include <math.h>
#include <string.h>

#define ROW "ABCDEF"
#define ALL "A B C D E F"
#define OLD "2000-01-01"

static StreekDate
today (void)
{
  return streek_date_from_ymd (2020, 6, 1);
}

/* A map whose figures no rule minds. */
static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters (ROW);

  figure_fixture_execute (fixture, "DELETE FROM ref_indicator");
  figure_fixture_add_indicator (fixture, "pop_total", "count", NULL);
  figure_fixture_add_vector (fixture, "pop_total", "2019", "gemeente", OLD, ALL,
                             "100 100 100 100 100 100");

  return fixture;
}

static GPtrArray *
look (FigureFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = streek_rules_run (fixture->db, today (), NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

/* The only finding there is. */
static const StreekFinding *
get_only (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s %s: %s", ((StreekFinding *) findings->pdata[i])->id,
                    ((StreekFinding *) findings->pdata[i])->key,
                    ((StreekFinding *) findings->pdata[i])->message);

  g_assert_cmpuint (findings->len, ==, 1);

  const StreekFinding *finding = findings->pdata[0];

  g_assert_cmpstr (finding->id, ==, rule);

  return finding;
}

static void
assert_figures (const StreekFinding *finding, const char *csv)
{
  g_autofree char *found = streek_table_to_csv (finding->figures, NULL);

  g_assert_cmpstr (found, ==, csv);
}

static void
assert_nothing (FigureFixture *fixture)
{
  g_autoptr (GPtrArray) findings = look (fixture);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((StreekFinding *) findings->pdata[i])->message);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* Two of three sets are wrong: one out of order, one beyond what a count can be. */
static void
test_policy_limits (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (fixture, "INSERT INTO indicator_limits VALUES "
                                   "('a', 'pop_total', 'Klein en groot', '1000', '', 'Bron', NULL, "
                                   "NULL)");
  assert_nothing (fixture);

  figure_fixture_execute (fixture,
                          "UPDATE indicator_limits SET limits = '20' || char (10) || '10'");

  g_autoptr (GPtrArray) broken = look (fixture);
  const StreekFinding *finding = get_only (broken, "indicator/policy-limits-broken");

  g_assert_cmpint (finding->severity, ==, STREEK_SEVERITY_ERROR);
  g_assert_cmpstr (finding->key, ==, "pop_total/a");
  g_assert_cmpstr (finding->place, ==, "indicator:pop_total");
  assert_figures (finding, "name,limits,words,source\nKlein en groot,20;10,,Bron\n");

  figure_fixture_execute (fixture,
                          "UPDATE indicator_limits SET limits = '-5' || char (10) || '10'");

  g_autoptr (GPtrArray) outside = look (fixture);

  g_assert_cmpint (get_only (outside, "indicator/policy-limits-outside")->severity, ==,
                   STREEK_SEVERITY_WARNING);

  /* a balance may lie below 0, a share not above 100 */
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET name = 'Bevolkingsgroei'");
  assert_nothing (fixture);
}

static void
test_sound_figures_are_let_be (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  assert_nothing (fixture);
}

static void
test_negative_count (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_vector (fixture, "jobs", "2019", "gemeente", OLD, "A B C", "1 -2 unknown");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/negative-count");

  g_assert_cmpint (finding->severity, ==, STREEK_SEVERITY_ERROR);
  g_assert_cmpstr (finding->key, ==, "jobs");
  g_assert_cmpstr (finding->place, ==, "value:jobs/gemeente:B/2019");
  assert_figures (finding, "area,code,period,value\nB,gemeente:B,2019,-2\n");

  /* a balance may be below zero */
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET name = 'Migratiesaldo' "
                                   "WHERE code = 'jobs'");
  assert_nothing (fixture);
}

static void
test_percentage_above_100 (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "rate", "other", "pop_total");
  figure_fixture_add_vector (fixture, "rate", "2019", "gemeente", OLD, "A B C", "100 103.5 99");
  assert_nothing (fixture);
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET unit = '%' WHERE code = 'rate'");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/percentage-above-100");

  assert_figures (finding, "area,code,period,value\nB,gemeente:B,2019,103.5\n");
}

/* per 100 may be above 100 (jobs per 100 inhabitants); % may not */
static void
test_part_larger_than_whole (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "part", "count", NULL);
  figure_fixture_add_indicator (fixture, "share", "ratio", "part/pop_total");
  figure_fixture_add_vector (fixture, "part", "2019", "gemeente", OLD, ALL,
                             "50 100 101 hidden 0 1");
  assert_nothing (fixture);
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET unit = '%' WHERE code = 'share'");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/numerator-exceeds-denominator");

  g_assert_cmpstr (finding->key, ==, "share");
  assert_figures (finding, "area,code,period,numerator,denominator\nC,gemeente:C,2019,101,100\n");
}

/* 600 in the six municipalities; 604 is within and 602 + 4 beyond 0.5 % of itself */
static void
test_total_differs_from_sum (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_vector (fixture, "pop_total", "2019", "land", OLD, "ALL", "603");
  assert_nothing (fixture);
  figure_fixture_add_vector (fixture, "pop_total", "2019", "land", OLD, "ALL", "606");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/total-differs-from-sum");

  assert_figures (finding, "area,code,period,published,sum\nALL,land:ALL,2019,606,600\n");
}

/* Seed [001]: "werkenden per 100 inwoners" over a ratio that is defined by jobs. */
static void
test_label_of_other_definition (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_vector (fixture, "jobs", "2019", "gemeente", OLD, "A B C", "1 2 3");
  figure_fixture_add_indicator (fixture, "job_ratio", "ratio", "jobs/pop_total");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET name = 'Jobratio', definition = "
                                   "'Aantal jobs per 100 inwoners' WHERE code = 'job_ratio'");
  assert_nothing (fixture);
  figure_fixture_execute (fixture, "INSERT INTO indicator_overlay (code, field, value) VALUES "
                                   "('job_ratio', 'name', '# werkenden per 100 inwoners')");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/other-definition");

  g_assert_cmpstr (finding->key, ==, "job_ratio/werkenden");
  g_assert_cmpstr (finding->place, ==, "indicator:job_ratio");
}

/* Seed [001] as a file: the row is called "# werkenden per 100 inwoners (in pct)", and the figures
 * were taken in as an indicator that is defined by jobs. */
static void
test_label_in_the_source (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_vector (fixture, "jobs", "2019", "gemeente", OLD, "A B C", "1 2 3");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET name = 'Jobratio', definition = "
                                   "'Aantal jobs per 100 inwoners' WHERE code = 'jobs'");
  figure_fixture_execute (fixture, "INSERT INTO import_label (batch, indicator, label) VALUES "
                                   "('1', 'jobs', '# werkenden per 100 inwoners (in pct)'), "
                                   "('2', 'jobs', 'Jobs in de streek'), ('2', 'jobs', 'Jobratio')");
  assert_nothing (fixture); /* no figures of that import are left */
  figure_fixture_execute (fixture,
                          "INSERT INTO vector SELECT indicator, '2020', roster_id, source, "
                          "licence, extracted_on, '2', data FROM ref_vector "
                          "WHERE indicator = 'jobs'");
  assert_nothing (fixture); /* one speaks of jobs, the other is the name */
  figure_fixture_execute (fixture, "UPDATE vector SET batch = '1'");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/other-definition");

  g_assert_cmpstr (finding->key, ==, "jobs/label/# werkenden per 100 inwoners (in pct)");
  g_assert_cmpstr (finding->place, ==, "indicator:jobs");
}

/* People counted where they work are named after either. */
static void
test_workers_by_workplace_are_no_clash (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (
    fixture,
    "UPDATE ref_indicator SET name = 'Jobratio', "
    "definition = 'Werkenden naar werkplaats, per 100 inwoners van 15 tot en met 64 jaar'");
  assert_nothing (fixture);
}

static const char *
find_roster (FigureFixture *fixture, const char *indicator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (fixture->db, "SELECT roster_id FROM vector WHERE indicator = ?1", &error);

  streek_db_bind_text (stmt, 1, indicator);
  g_assert_cmpint (streek_db_step (stmt, &error), ==, STREEK_STEP_ROW);

  return g_intern_string (streek_db_peek_text (stmt, 0));
}

static void
add_day_of (FigureFixture *fixture,
            const char *indicator,
            const char *period,
            const char *code,
            const char *day)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT OR REPLACE INTO cell_note (indicator, period, roster_id, area_code, reference_date) "
    "VALUES ('%s', '%s', '%s', '%s', '%s')",
    indicator, period, find_roster (fixture, indicator), code, day);

  figure_fixture_execute (fixture, sql);
}

static void
add_day (FigureFixture *fixture, const char *code, const char *day)
{
  add_day_of (fixture, "pop_total", "2019", code, day);
}

static void
test_mixed_reference_dates (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_day (fixture, "B", "2019-07-01");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/mixed-dates");

  g_assert_cmpstr (finding->place, ==, "value:pop_total/gemeente:B/2019");
  assert_figures (finding, "area,code,period,day\nB,gemeente:B,2019,2019-07-01\n");

  /* all of one day is no mixture */
  for (const char *letter = ROW; *letter != '\0'; letter++)
    {
      const char code[] = { *letter, '\0' };

      add_day (fixture, code, "2019-07-01");
    }

  assert_nothing (fixture);
}

static void
test_all_zero (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "starters", "count", NULL);
  figure_fixture_add_vector (fixture, "starters", "2018", "gemeente", OLD, ALL, "0 0 1 0 0 0");
  assert_nothing (fixture);
  figure_fixture_add_vector (fixture, "starters", "2019", "gemeente", OLD, ALL,
                             "0 0 0 unknown 0 0");

  g_autoptr (GPtrArray) findings = look (fixture);

  assert_figures (get_only (findings, "indicator/all-zero"),
                  "area,code,period,n\nA,gemeente:A,2019,5\n");
}

static void
test_recomputable_cell (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "starters", "count", NULL);
  figure_fixture_add_vector (fixture, "starters", "2019", "streek", OLD, "ABC DEF", "10 20");
  figure_fixture_add_vector (fixture, "starters", "2019", "gemeente", OLD, ALL,
                             "3 hidden 4 hidden hidden 8");

  g_autoptr (GPtrArray) findings = look (fixture);

  /* ABC: 10 − 3 − 4 = 3 is B's; under DEF two are hidden */
  assert_figures (get_only (findings, "indicator/recomputable-cell"),
                  "area,code,period,published\nABC,streek:ABC,2019,10\n");
}

static void
correct (FigureFixture *fixture, const char *code, double value)
{
  g_autoptr (GError) error = NULL;
  StreekCell cell = { (char *) "pop_total", (char *) "2019",
                      (char *) find_roster (fixture, "pop_total"), (char *) code };
  StreekCorrection correction = { .value = value, .reason = "counted again", .made_at = 1 };

  streek_cell_correct (fixture->db, &cell, &correction, &error);
  g_assert_no_error (error);
}

static void
test_outdated_correction (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  correct (fixture, "C", 107);
  assert_nothing (fixture);
  figure_fixture_add_vector (fixture, "pop_total", "2019", "gemeente", OLD, ALL,
                             "100 100 108 100 100 100");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/outdated-correction");

  g_assert_cmpstr (finding->place, ==, "value:pop_total/gemeente:C/2019");
  assert_figures (finding, "then,now,corrected\n100,108,107\n");

  /* looking at it again and correcting anew is an answer */
  correct (fixture, "C", 109);
  assert_nothing (fixture);
}

/* Three regions of two each; one of two known is 50 % of the inhabitants. */
static void
test_threshold_hides_all (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters (ROW);

  figure_fixture_execute (fixture, "DELETE FROM ref_indicator");
  figure_fixture_execute (
    fixture, "INSERT INTO ref_area_set SELECT 'paar', 'Paren', mesh, NULL, NULL, 0, 5, '', '', '' "
             "FROM ref_area_set WHERE code = 'gemeente'");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *pair = g_strndup (ROW + 2 * i, 2);
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO ref_area VALUES ('paar', '%1$s', '1983-01-01', NULL, '%1$s', NULL, '', '');"
        "INSERT INTO ref_member VALUES ('paar', '%1$s', '%2$c', '1983-01-01', NULL, 'documented'),"
        " ('paar', '%1$s', '%3$c', '1983-01-01', NULL, 'documented')",
        pair, pair[0], pair[1]);

      figure_fixture_execute (fixture, sql);
    }

  figure_fixture_add_indicator (fixture, "pop_total", "count", NULL);
  figure_fixture_add_vector (fixture, "pop_total", "2019", "gemeente", OLD, ALL,
                             "100 100 100 100 100 100");
  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_vector (fixture, "jobs", "2019", "gemeente", OLD, "A C E", "1 2 3");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/threshold-hides-all");

  g_assert_cmpstr (finding->key, ==, "jobs");
  assert_figures (finding, "set,hidden\nParen,3\n");

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET threshold_pct = 50");
  assert_nothing (fixture);
}

/* U12: a tension ratio is tighter when lower, and its direction must say so. */
static void
test_direction_wording (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (
    fixture, "UPDATE ref_indicator SET name = 'Spanningsratio', direction = 'lower_is_tighter'");
  assert_nothing (fixture);
  figure_fixture_execute (fixture, "INSERT INTO indicator_overlay (code, field, value) VALUES "
                                   "('pop_total', 'direction', 'higher_is_better')");

  g_autoptr (GPtrArray) findings = look (fixture);

  g_assert_cmpstr (get_only (findings, "indicator/direction-wording")->key, ==,
                   "pop_total/higher_is_better");
}

static void
test_no_source (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (fixture, "UPDATE ref_indicator SET source = ' '");

  g_autoptr (GPtrArray) findings = look (fixture);

  get_only (findings, "indicator/no-source");
}

/* B: 110, 900, 100: eight times both. C: 900, 200, 100 goes one way. D: a zero between figures. F:
 * 90, 10, 100 are small counts. */
static void
test_sudden_jump (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_vector (fixture, "pop_total", "2018", "gemeente", OLD, ALL,
                             "100 900 200 0 100 10");
  figure_fixture_add_vector (fixture, "pop_total", "2017", "gemeente", OLD, ALL,
                             "100 110 900 120 100 90");

  g_autoptr (GPtrArray) findings = look (fixture);

  assert_figures (get_only (findings, "indicator/sudden-jump"),
                  "area,code,period,before,value,after\n"
                  "B,gemeente:B,2018,110,900,100\n"
                  "D,gemeente:D,2018,120,0,100\n");
}

static void
test_jumps_of_months_are_let_be (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "permits", "count", NULL);
  figure_fixture_execute (fixture,
                          "UPDATE ref_indicator SET time_kind = 'flow' WHERE code = 'permits'");
  figure_fixture_add_vector (fixture, "permits", "2019-10", "gemeente", OLD, "A", "4");
  figure_fixture_add_vector (fixture, "permits", "2019-11", "gemeente", OLD, "A", "812");
  figure_fixture_add_vector (fixture, "permits", "2019-12", "gemeente", OLD, "A", "3");
  assert_nothing (fixture);
}

static void
test_old_provisional (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekVector) vector = streek_vector_new (6);

  for (guint i = 0; i < 6; i++)
    streek_vector_set_value (vector, i, 100,
                             i < 2 ? STREEK_STATUS_PROVISIONAL : STREEK_STATUS_FINAL);

  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, &error);
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (fixture->db,
                       "INSERT INTO vector (indicator, period, roster_id, source, licence, data) "
                       "SELECT 'pop_total', '2017', roster_id, 's', 'l', ?1 FROM vector",
                       &error);

  g_assert_no_error (error);
  sqlite3_bind_blob64 (stmt, 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) findings = look (fixture);

  assert_figures (get_only (findings, "indicator/old-provisional"),
                  "area,code,period,n\nA,gemeente:A,2017,2\n");

  /* two years and a half, less than three calendar years: 2018 is young enough */
  figure_fixture_execute (fixture, "UPDATE vector SET period = '2018' WHERE period = '2017'");
  assert_nothing (fixture);
}

/* On 1 June 2020: 2014 ended more than five years ago, 2015 did not. */
static void
test_stale (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "census", "count", NULL);
  figure_fixture_add_indicator (fixture, "census_too", "count", NULL);
  figure_fixture_add_vector (fixture, "census", "2014", "gemeente", OLD, "A B", "1 2");
  figure_fixture_add_vector (fixture, "census_too", "2014", "gemeente", OLD, "A B", "1 2");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/stale");

  g_assert_cmpstr (finding->key, ==, "test");
  assert_figures (finding, "indicator,code,newest\ncensus,census,2014\n"
                           "census_too,census_too,2014\n");
  figure_fixture_execute (fixture, "UPDATE vector SET period = '2015' WHERE period = '2014'");
  assert_nothing (fixture);
}

/* Staff ask a publisher once, whatever its statistics are called and whenever they ended. */
static void
test_stale_by_publisher (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "census", "count", NULL);
  figure_fixture_add_indicator (fixture, "incomes", "count", NULL);
  figure_fixture_add_vector (fixture, "census", "2011", "gemeente", OLD, "A B", "1 2");
  figure_fixture_add_vector (fixture, "incomes", "2014", "gemeente", OLD, "A B", "1 2");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET source = 'Statbel, Census 2011' "
                                   "WHERE code = 'census'; "
                                   "UPDATE ref_indicator SET source = 'Statbel (ADS), incomes' "
                                   "WHERE code = 'incomes'");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/stale");

  g_assert_cmpstr (finding->key, ==, "Statbel");
  assert_figures (finding, "indicator,code,newest\ncensus,census,2011\nincomes,incomes,2014\n");
}

/* A fourth quarter every year is yearly; quarters that follow each other age in two years. */
static void
test_stale_within_the_year (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "firms", "count", NULL);
  figure_fixture_add_vector (fixture, "firms", "2016-Q4", "gemeente", OLD, "A", "1");
  figure_fixture_add_vector (fixture, "firms", "2017-Q4", "gemeente", OLD, "A", "1");
  assert_nothing (fixture);
  figure_fixture_add_vector (fixture, "firms", "2017-Q3", "gemeente", OLD, "A", "1");

  g_autoptr (GPtrArray) findings = look (fixture);

  get_only (findings, "indicator/stale");
}

static void
test_no_data (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_indicator (fixture, "job_ratio", "ratio", "jobs/pop_total");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/no-data");

  g_assert_cmpstr (finding->key, ==, "test");
  g_assert_cmpstr (finding->place, ==, "indicator:jobs");
  assert_figures (finding, "indicator,code\njobs,jobs\n");
}

/* C and D in no area of a set that divides the whole. */
static void
test_partition_gap (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (fixture, "UPDATE ref_area_set SET partition_of = 'land:ALL' "
                                   "WHERE code = 'streek'");
  figure_fixture_execute (fixture, "DELETE FROM ref_member WHERE set_code = 'streek' AND "
                                   "member_code IN ('C', 'D')");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "area/partition-gap");

  g_assert_cmpstr (finding->key, ==, "streek/1983-01-01");
  g_assert_cmpstr (finding->place, ==, "set:streek");
  assert_figures (finding, "what\n\"C, D\"\n");
}

static void
add_part (FigureFixture *fixture, const char *code, const char *figure)
{
  figure_fixture_add_indicator (fixture, code, "count", NULL);
  figure_fixture_add_vector (fixture, code, "2017", "streek", OLD, "ABC", figure);
}

static void
add_breakdown (FigureFixture *fixture, const char *total, const char *parts)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO indicator_breakdown (id, code, label, is_complete, parts) "
                     "VALUES ('x', '%s', 'Maatregelen', 1, '%s')",
                     total, parts);

  figure_fixture_execute (fixture, sql);
}

/* Seed [001], Zuid-West-Vlaanderen 2017, rung 4: workplace learning 1 940 and wijk-werken 468 are
 * 2 408, of 2 362. */
static void
test_parts_exceed_total (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_part (fixture, "trede4", "2362");
  add_part (fixture, "werkplekleren", "1940");
  add_part (fixture, "wijkwerken", "468");
  add_part (fixture, "twe", "unknown");
  assert_nothing (fixture);
  add_breakdown (fixture, "trede4", "werkplekleren\nwijkwerken\ntwe");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/parts-exceed-total");

  g_assert_cmpint (finding->severity, ==, STREEK_SEVERITY_ERROR);
  g_assert_cmpstr (finding->place, ==, "value:trede4/streek:ABC/2017");
  assert_figures (finding, "area,code,period,total,parts\nABC,streek:ABC,2017,2362,2408\n");
}

/* The same table, rung 5: SINE 590, LDE 130 and collectief maatwerk 2 423 are 3 143 of 13 463. */
static void
test_parts_leave_a_rest (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_part (fixture, "trede5", "13463");
  add_part (fixture, "sine", "590");
  add_part (fixture, "lde", "130");
  add_part (fixture, "maatwerk", "2423");
  add_breakdown (fixture, "trede5", "sine\nlde\nmaatwerk");

  g_autoptr (GPtrArray) findings = look (fixture);

  assert_figures (get_only (findings, "indicator/parts-leave-remainder"),
                  "area,code,period,total,parts\nABC,streek:ABC,2017,13463,3143\n");

  /* a list that never was complete owes nothing */
  figure_fixture_execute (fixture, "UPDATE indicator_breakdown SET is_complete = 0");
  assert_nothing (fixture);
}

/* A balance may be below zero: -100 is -60 and -40, so nothing is too much and nothing is left. */
static void
test_parts_of_a_total_below_zero (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "saldo", "count", NULL);
  figure_fixture_add_vector (fixture, "saldo", "2017", "streek", OLD, "ABC", "-100");
  figure_fixture_add_indicator (fixture, "intern", "count", NULL);
  figure_fixture_add_vector (fixture, "intern", "2017", "streek", OLD, "ABC", "-60");
  figure_fixture_add_indicator (fixture, "extern", "count", NULL);
  figure_fixture_add_vector (fixture, "extern", "2017", "streek", OLD, "ABC", "-40");
  add_breakdown (fixture, "saldo", "intern\nextern");

  g_autoptr (GPtrArray) findings = look (fixture);

  for (guint i = 0; i < findings->len; i++)
    g_assert_false (
      g_str_has_prefix (((const StreekFinding *) findings->pdata[i])->id, "indicator/parts-"));
}

/* A vector that cannot be read stops the rules that need it, which is told once. */
static void
test_damage_is_told (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_execute (fixture, "UPDATE vector SET data = substr (data, 1, 30)");

  g_autoptr (GPtrArray) findings = look (fixture);

  get_only (findings, "rule/not-checked");
}

/* Seed [001]: wijk-werken of July 2019 inside a table of 2017; its vector is of one day. */
static void
test_mixed_dates_in_a_breakdown (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  figure_fixture_add_indicator (fixture, "trede4", "count", NULL);
  figure_fixture_add_indicator (fixture, "werkplekleren", "count", NULL);
  figure_fixture_add_indicator (fixture, "wijkwerken", "count", NULL);
  figure_fixture_add_vector (fixture, "trede4", "2017", "streek", OLD, "ABC", "2500");
  figure_fixture_add_vector (fixture, "werkplekleren", "2017", "streek", OLD, "ABC", "1940");
  figure_fixture_add_vector (fixture, "wijkwerken", "2017", "streek", OLD, "ABC", "468");
  add_breakdown (fixture, "trede4", "werkplekleren\nwijkwerken");
  figure_fixture_execute (fixture, "UPDATE indicator_breakdown SET is_complete = 0");
  assert_nothing (fixture);
  add_day_of (fixture, "wijkwerken", "2017", "ABC", "2019-07");

  g_autoptr (GPtrArray) findings = look (fixture);
  const StreekFinding *finding = get_only (findings, "indicator/mixed-dates");

  g_assert_cmpstr (finding->key, ==, "x/2017");
  g_assert_cmpstr (finding->place, ==, "value:wijkwerken/streek:ABC/2017");
  assert_figures (finding,
                  "area,code,period,indicator,day\nABC,streek:ABC,2017,wijkwerken,2019-07\n");

  /* all of that month: the table is late, but of one day */
  add_day_of (fixture, "werkplekleren", "2017", "ABC", "2019-07");
  add_day_of (fixture, "trede4", "2017", "ABC", "2019-07");
  assert_nothing (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  streek_indicator_rules_register ();
  streek_area_rules_register ();
  g_test_add_func ("/indicator/rules/policy-limits", test_policy_limits);
  g_test_add_func ("/indicator/rules/sound-figures-are-let-be", test_sound_figures_are_let_be);
  g_test_add_func ("/indicator/rules/negative-count", test_negative_count);
  g_test_add_func ("/indicator/rules/percentage-above-100", test_percentage_above_100);
  g_test_add_func ("/indicator/rules/part-larger-than-whole", test_part_larger_than_whole);
  g_test_add_func ("/indicator/rules/total-differs-from-sum", test_total_differs_from_sum);
  g_test_add_func ("/indicator/rules/label-of-other-definition", test_label_of_other_definition);
  g_test_add_func ("/indicator/rules/label-in-the-source", test_label_in_the_source);
  g_test_add_func ("/indicator/rules/workers-by-workplace-are-no-clash",
                   test_workers_by_workplace_are_no_clash);
  g_test_add_func ("/indicator/rules/mixed-reference-dates", test_mixed_reference_dates);
  g_test_add_func ("/indicator/rules/all-zero", test_all_zero);
  g_test_add_func ("/indicator/rules/recomputable-cell", test_recomputable_cell);
  g_test_add_func ("/indicator/rules/outdated-correction", test_outdated_correction);
  g_test_add_func ("/indicator/rules/threshold-hides-all", test_threshold_hides_all);
  g_test_add_func ("/indicator/rules/direction-wording", test_direction_wording);
  g_test_add_func ("/indicator/rules/no-source", test_no_source);
  g_test_add_func ("/indicator/rules/sudden-jump", test_sudden_jump);
  g_test_add_func ("/indicator/rules/jumps-of-months-are-let-be", test_jumps_of_months_are_let_be);
  g_test_add_func ("/indicator/rules/old-provisional", test_old_provisional);
  g_test_add_func ("/indicator/rules/parts-of-a-total-below-zero",
                   test_parts_of_a_total_below_zero);
  g_test_add_func ("/indicator/rules/mixed-dates-in-a-breakdown", test_mixed_dates_in_a_breakdown);
  g_test_add_func ("/indicator/rules/stale", test_stale);
  g_test_add_func ("/indicator/rules/stale-by-publisher", test_stale_by_publisher);
  g_test_add_func ("/indicator/rules/stale-within-the-year", test_stale_within_the_year);
  g_test_add_func ("/indicator/rules/no-data", test_no_data);
  g_test_add_func ("/indicator/rules/partition-gap", test_partition_gap);
  g_test_add_func ("/indicator/rules/parts-exceed-total", test_parts_exceed_total);
  g_test_add_func ("/indicator/rules/parts-leave-a-rest", test_parts_leave_a_rest);
  g_test_add_func ("/indicator/rules/damage-is-told", test_damage_is_told);

  return g_test_run ();
}
