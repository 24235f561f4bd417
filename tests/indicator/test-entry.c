/* test-entry.c: figures that documents state, own counts, and all 65 of the example */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure-fixture.h"
#include "indicator/streek-entry.h"
#include "indicator/streek-own-count.h"

#include <math.h>
#include <string.h>

static void
enter (FigureFixture *fixture,
       const char *indicator,
       const char *area,
       const char *period,
       double value,
       StreekQualifier qualifier)
{
  g_autoptr (GError) error = NULL;
  StreekEntry entry = { .indicator = streek_catalogue_find (fixture->catalogue, indicator, NULL) };
  StreekDate used;

  streek_period_parse (period, &entry.period, NULL);
  entry.area = streek_areas_resolve_ref (
    fixture->areas, area, streek_indicator_get_area_date (entry.indicator, entry.period), &used,
    &error);
  g_assert_no_error (error);
  entry.value = (StreekCorrection){ .value = value, .reason = "gelezen", .source = "Streekpact" };
  entry.note.qualifier = qualifier;
  streek_entry_write (fixture->db, fixture->areas, fixture->catalogue, &entry, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2018-01-01", "A B C D",
                             "1 2 unknown 4");
  figure_fixture_reload (fixture);

  return fixture;
}

static void
test_region_gets_a_value_of_its_own (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  enter (fixture, "count", "streek:ABC", "2018", 30, STREEK_QUALIFIER_ABOUT);
  figure_fixture_compute (fixture, "count", "streek:ABC", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 30);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_PUBLISHED);
  g_assert_cmpint (total.qualifier, ==, STREEK_QUALIFIER_ABOUT);
  g_assert_nonnull (strstr (total.note, "Streekpact"));
  streek_total_clear (&total);

  /* its neighbour in the same set has no figure of its own by it */
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "count", "gemeente:F", "2018-01-01", "2018"), ==,
    STREEK_MISSING_UNKNOWN);
  /* and a period without any figure gets one */
  enter (fixture, "count", "streek:DEF", "2012", 5, STREEK_QUALIFIER_NONE);
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "streek:DEF", "2012-01-01", "2012"), ==,
                     5);
}

static void
test_known_cell_is_corrected_unknown_is_entered (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  enter (fixture, "count", "gemeente:A", "2018", 9, STREEK_QUALIFIER_NONE);
  figure_fixture_compute (fixture, "count", "gemeente:A", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_CORRECTED);
  streek_total_clear (&total);

  enter (fixture, "count", "gemeente:C", "2018", 3, STREEK_QUALIFIER_NONE);
  figure_fixture_compute (fixture, "count", "gemeente:C", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 3);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_PUBLISHED);
  streek_total_clear (&total);

  /* both count in the sum: 9 + 2 + 3 */
  g_assert_cmpfloat (figure_fixture_get (fixture, "count", "streek:ABC", "2018-01-01", "2018"), ==,
                     14);
}

static void
test_own_count_keeps_its_values (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (StreekOwnCount) count = streek_own_count_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (streek_own_count_write (fixture->db, count, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  g_clear_error (&error);

  g_free (count->name);
  count->name = g_strdup ("Volgers");
  g_free (count->subject_name);
  count->subject_name = g_strdup ("Streekwerking");
  count->subject_kind = STREEK_SUBJECT_ORGANISATION;

  StreekOwnCountValue *value = streek_own_count_add_value (count);

  value->value = 500;
  value->missing = STREEK_MISSING_NONE;
  value->qualifier = STREEK_QUALIFIER_ABOUT;
  streek_own_count_add_value (count);
  streek_own_count_write (fixture->db, count, &error);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) counts = streek_own_counts_list (fixture->db, &error);
  g_autoptr (StreekTable) table = streek_own_counts_read_table (fixture->db, &error);

  g_assert_cmpuint (counts->len, ==, 1);
  g_assert_cmpuint (((StreekOwnCount *) counts->pdata[0])->values->len, ==, 2);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 2);

  /* never in an area: no vector came of it */
  gint64 n = -1;

  streek_db_query_int64 (fixture->db, "SELECT count (*) FROM vector", &n, NULL);
  g_assert_cmpint (n, ==, 1);
  streek_own_count_delete (fixture->db, ((StreekOwnCount *) counts->pdata[0])->id, &error);
  g_assert_no_error (error);
  streek_db_query_int64 (fixture->db, "SELECT count (*) FROM own_count_value", &n, NULL);
  g_assert_cmpint (n, ==, 0);
}

static gint64
count_rows (StreekDb *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  gint64 n = -1;

  streek_db_query_int64 (db, sql, &n, NULL);

  return n;
}

static StreekDb *
open_example (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("STREEK_DATADIR"), "example.streek", NULL);
  StreekDb *db = streek_db_open (path, STREEK_DB_IMMUTABLE, &error);

  g_assert_no_error (error);

  return db;
}

static void
add_own_value (StreekOwnCount *count, const char *date, double number)
{
  StreekOwnCountValue *value = streek_own_count_add_value (count);

  if (date != NULL)
    g_assert_true (streek_period_parse (date, &value->date, NULL));
  if (!isnan (number))
    {
      value->missing = STREEK_MISSING_NONE;
      value->value = number;
    }
}

/* 2011 is entered as unknown: a gap like a year that is not entered. Two counts of one year
 * contradict each other. */
static void
test_own_count_makes_a_course (void)
{
  const StreekFormat *format = streek_format_get ("nl");
  g_autoptr (StreekOwnCount) count = streek_own_count_new ();

  add_own_value (count, NULL, 500);
  add_own_value (count, "2010", 7.5);
  g_assert_null (streek_own_count_make_course (count, format));
  add_own_value (count, "2011", NAN);
  add_own_value (count, "2012", 10);
  add_own_value (count, "2013", 1200);

  g_autoptr (StreekCountCourse) course = streek_own_count_make_course (count, format);
  g_autofree char *words = streek_count_course_dup_words (course, format);

  g_assert_cmpstr (words, ==,
                   "From 7,5 (2010) to 1.200 (2013). No count of 2011. 1 count has no date and is "
                   "left out.");
  add_own_value (count, "2013", 1300);
  g_assert_null (streek_own_count_make_course (count, format));
}

/* 43 values of areas, 5 differences and 15 own counts: the 65 rows of seed_figures.csv but for the
 * year and the page of a plan, which count nothing. */
static void
test_all_stated_figures_are_in_the_example (void)
{
  g_autoptr (StreekDb) db = open_example ();

  g_assert_cmpint (count_rows (db, "cell_correction WHERE entered"), ==, 43);
  g_assert_cmpint (count_rows (db, "cell_correction WHERE NOT entered"), ==, 0);
  g_assert_cmpint (count_rows (db, "area_gap"), ==, 5);
  g_assert_cmpint (count_rows (db, "own_count_value"), ==, 15);
}

/* From seed_figures.csv: what it says and how exactly. */
static void
test_stated_figures_read_as_stated (void)
{
  static const struct
  {
    const char *indicator;
    const char *area;
    const char *period;
    double value; /* NAN: the source has no information */
    StreekQualifier qualifier;
    StreekStatus status;
  } cases[] = {
    { "ladder_total", "arrondissement:34000", "2017", 182104, 0, 0 },
    { "ladder_total", "provincie:30000", "2017", 740217, 0, 0 },
    { "ladder_4_twe", "arrondissement:34000", "2017", NAN, 0, 0 },
    { "ladder_4_wijkwerken", "arrondissement:34000", "2017", 468, 0, 0 },
    { "job_ratio_stated", "gewest:02000", "2019-09", 71.7, 0, 0 },
    { "tension_ratio", "provincie:30000", "2019-12", 2, STREEK_QUALIFIER_ABOUT, 0 },
    { "tension_ratio", "provincie:30000", "2014", 8, STREEK_QUALIFIER_ABOVE, 0 },
    { "youth_unemp_share", "arrondissement:34000", "2019-09", 28.8, 0, 0 },
    { "pop_total", "project:W13", "2019", 319114, 0, 0 },
    { "care_vacancies_expected", "gewest:02000", "2030", 105000, STREEK_QUALIFIER_ABOUT,
      STREEK_STATUS_PROJECTION },
    { "industry_job_share", "RESOC:RESOC_MWVL", "2009", 33.3, STREEK_QUALIFIER_ABOUT, 0 },
    { "living_wage_share_18_25", "gemeente:34022", "2019", 50, STREEK_QUALIFIER_ABOUT, 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = open_example ();
  g_autoptr (StreekAreas) areas = streek_areas_load (db, &error);
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, &error);
  g_autoptr (StreekTotals) totals = streek_totals_new (db, areas, catalogue);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StreekIndicator *indicator =
        streek_catalogue_find (catalogue, cases[i].indicator, &error);
      StreekPeriod period;
      StreekDate used;
      StreekTotal total;

      g_assert_no_error (error);
      streek_period_parse (cases[i].period, &period, &error);

      const StreekArea *area = streek_areas_resolve_ref (
        areas, cases[i].area, streek_indicator_get_area_date (indicator, period), &used, &error);

      g_assert_no_error (error);
      streek_totals_compute (totals, indicator, area, period, NAN, &total, &error);
      g_assert_no_error (error);
      g_test_message ("%s %s", cases[i].indicator, cases[i].area);

      if (isnan (cases[i].value))
        g_assert_cmpint (total.missing, ==, STREEK_MISSING_UNKNOWN);
      else
        g_assert_cmpfloat (total.value, ==, cases[i].value);

      g_assert_cmpint (total.qualifier, ==, cases[i].qualifier);
      g_assert_cmpint (total.status, ==, cases[i].status);
      g_assert_cmpint (total.reference.kind, ==,
                       strcmp (cases[i].indicator, "ladder_4_wijkwerken") == 0
                         ? STREEK_PERIOD_MONTH
                         : STREEK_PERIOD_NONE);
      streek_total_clear (&total);
    }
}

/* "72 personen verschil met regio Brugge", and one of which the source says nothing. */
static void
test_differences_read_as_stated (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = open_example ();
  g_autoptr (GPtrArray) ibo = streek_area_gaps_list (db, "ladder_4_ibo", &error);
  g_autoptr (GPtrArray) gesco = streek_area_gaps_list (db, "ladder_5_gesco", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ibo->len, ==, 1);
  g_assert_cmpfloat (((StreekAreaGap *) ibo->pdata[0])->value, ==, 72);
  g_assert_cmpstr (((StreekAreaGap *) ibo->pdata[0])->other_name, ==, "regio Brugge");
  g_assert_cmpint (((StreekAreaGap *) gesco->pdata[0])->missing, ==, STREEK_MISSING_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/entry/region-gets-a-value-of-its-own",
                   test_region_gets_a_value_of_its_own);
  g_test_add_func ("/indicator/entry/known-cell-is-corrected-unknown-is-entered",
                   test_known_cell_is_corrected_unknown_is_entered);
  g_test_add_func ("/indicator/entry/own-count-keeps-its-values", test_own_count_keeps_its_values);
  g_test_add_func ("/indicator/entry/own-count-makes-a-course", test_own_count_makes_a_course);
  g_test_add_func ("/indicator/entry/all-stated-figures-are-in-the-example",
                   test_all_stated_figures_are_in_the_example);
  g_test_add_func ("/indicator/entry/stated-figures-read-as-stated",
                   test_stated_figures_read_as_stated);
  g_test_add_func ("/indicator/entry/differences-read-as-stated", test_differences_read_as_stated);

  return g_test_run ();
}
