/* test-formula.c: formulas read, checked at the place, and evaluated on totals */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure-fixture.h"
#include "indicator/streek-definition.h"
#include "indicator/streek-formula.h"

#include <math.h>
#include <string.h>

static double
evaluate (const char *text, double a, double b)
{
  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (text, &problem);
  const double values[] = { a, b };

  g_assert_nonnull (formula);

  return streek_formula_evaluate (formula, values);
}

/* By hand; the operands are those of the text from left to right. */
static void
test_precedence_and_functions (void)
{
  g_assert_cmpfloat (evaluate ("a + b * 2", 1, 3), ==, 7);
  g_assert_cmpfloat (evaluate ("(a + b) * 2", 1, 3), ==, 8);
  g_assert_cmpfloat (evaluate ("a - b - 1", 10, 3), ==, 6);
  g_assert_cmpfloat (evaluate ("a / b / 2", 12, 3), ==, 2);
  g_assert_cmpfloat (evaluate ("-a + b", 2, 5), ==, 3);
  g_assert_cmpfloat (evaluate ("a × b ÷ 4 − 1", 2, 6), ==, 2);
  g_assert_cmpfloat (evaluate ("max (0; a - b)", 2, 5), ==, 0);
  g_assert_cmpfloat (evaluate ("min(a; b; 1,5)", 2, 5), ==, 1.5);
  g_assert_cmpfloat (evaluate ("abs (a - b)", 2, 5), ==, 3);
  g_assert_cmpfloat (evaluate ("number (a) / 0.5 + b * 0", 2, 5), ==, 4);
  g_assert_true (isnan (evaluate ("a / b", 2, 0)));
  g_assert_true (isnan (evaluate ("max (a / b; 1)", 2, 0)));
}

/* a formula, where it goes wrong in bytes, and how */
static void
test_syntax_fails_at_the_place (void)
{
  static const struct
  {
    const char *text;
    gsize offset;
    gsize length;
    StreekFormulaFault fault;
  } cases[] = {
    { "", 0, 0, STREEK_FORMULA_SYNTAX },        { "a +", 3, 0, STREEK_FORMULA_SYNTAX },
    { "a + * b", 4, 1, STREEK_FORMULA_SYNTAX }, { "(a + b", 6, 0, STREEK_FORMULA_SYNTAX },
    { "a + b)", 5, 1, STREEK_FORMULA_SYNTAX },  { "a b", 2, 1, STREEK_FORMULA_SYNTAX },
    { "a + é", 4, 2, STREEK_FORMULA_SYNTAX },   { "a * 1.2.3", 4, 5, STREEK_FORMULA_SYNTAX },
    { "max (a)", 6, 1, STREEK_FORMULA_SYNTAX }, { "abs (a; b)", 6, 1, STREEK_FORMULA_SYNTAX },
    { "a % b", 2, 1, STREEK_FORMULA_SYNTAX },   { "1 + 2", 0, 5, STREEK_FORMULA_NO_INDICATOR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StreekFormulaProblem) problem = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_null (streek_formula_parse (cases[i].text, &problem));
      g_assert_cmpint (problem.fault, ==, cases[i].fault);
      g_assert_cmpuint (problem.offset, ==, cases[i].offset);
      g_assert_cmpuint (problem.length, ==, cases[i].length);
      g_assert_nonnull (problem.message);
    }
}

static void
test_depth_and_length_are_bounded (void)
{
  g_autofree char *brackets = g_strnfill (100, '(');
  g_autoptr (GString) many = g_string_new ("a0");
  g_auto (StreekFormulaProblem) problem = { 0 };

  g_assert_null (streek_formula_parse (brackets, &problem));
  g_assert_cmpint (problem.fault, ==, STREEK_FORMULA_TOO_LONG);
  streek_formula_problem_clear (&problem);

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (many, "+a%u", i);

  g_assert_null (streek_formula_parse (many->str, &problem));
  g_assert_cmpint (problem.fault, ==, STREEK_FORMULA_TOO_LONG);
}

static void
add_formula (FigureFixture *fixture, const char *code, const char *formula)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    fixture->db,
    "INSERT INTO indicator (code, rank, theme, name, unit, kind, time_kind, direction, decimals, "
    "formula) VALUES (?1, 1, 'Test', ?1, 'n', 'formula', 'stock_first_day', 'neutral', 1, ?2)",
    &error);

  g_assert_no_error (error);
  streek_db_bind_text (stmt, 1, code);
  streek_db_bind_text (stmt, 2, formula);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);
}

static void
set_unit (FigureFixture *fixture, const char *code, const char *unit)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE ref_indicator SET unit = '%s' WHERE code = '%s'", unit, code);

  figure_fixture_execute (fixture, sql);
}

/* jobs, people and euro; a ratio of the first two; figures of two years for most */
static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "jobs", "count", NULL);
  figure_fixture_add_indicator (fixture, "people", "count", NULL);
  figure_fixture_add_indicator (fixture, "income", "count", NULL);
  figure_fixture_add_indicator (fixture, "median", "other", NULL);
  figure_fixture_add_indicator (fixture, "jobratio", "ratio", "jobs/people");
  set_unit (fixture, "jobs", "jobs");
  set_unit (fixture, "people", "personen");
  set_unit (fixture, "income", "euro");
  set_unit (fixture, "jobratio", "per 100");
  figure_fixture_add_vector (fixture, "jobs", "2018", "gemeente", "2018-01-01", "A B C D E F",
                             "10 20 30 40 unknown 60");
  figure_fixture_add_vector (fixture, "people", "2018", "gemeente", "2018-01-01", "A B C D E F",
                             "20 50 30 0 10 100");
  figure_fixture_add_vector (fixture, "people", "2017", "gemeente", "2017-01-01", "A B C D E F",
                             "1 1 1 1 1 1");
  figure_fixture_add_vector (fixture, "median", "2018", "gemeente", "2018-01-01", "A B C D E F",
                             "5 6 7 8 9 10");
  figure_fixture_reload (fixture);

  return fixture;
}

static void
test_check_fails_at_the_place (void)
{
  static const struct
  {
    const char *text;
    gsize offset;
    gsize length;
    StreekFormulaFault fault;
    const char *says;
  } cases[] = {
    { "jobs + peopel", 7, 6, STREEK_FORMULA_UNKNOWN_CODE, "people" },
    { "jobs + zzzzzzzzzz", 7, 10, STREEK_FORMULA_UNKNOWN_CODE, "zzzzzzzzzz" },
    { "jobs + people", 5, 1, STREEK_FORMULA_UNITS, "personen" },
    { "jobs / people + income", 14, 1, STREEK_FORMULA_UNITS, "jobs/personen" },
    { "max (jobs; people)", 0, 3, STREEK_FORMULA_UNITS, "personen" },
    { "1 + jobratio * 2", 4, 8, STREEK_FORMULA_RATIO_SUMMED, "(jobs / people * 100)" },
    { "own * 2", 0, 3, STREEK_FORMULA_CIRCULAR, "itself" },
    { "jobs + 2 * leans", 11, 5, STREEK_FORMULA_CIRCULAR, "leans" },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_formula (fixture, "own", "jobs * 2");
  add_formula (fixture, "between", "own * 3");
  add_formula (fixture, "leans", "between * 3");
  figure_fixture_reload (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StreekFormulaProblem) problem = { 0 };
      g_autoptr (StreekFormula) formula = streek_formula_parse (cases[i].text, &problem);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (formula);
      g_assert_false (streek_formula_check (formula, fixture->catalogue, "own", NULL, &problem));
      g_assert_cmpint (problem.fault, ==, cases[i].fault);
      g_assert_cmpuint (problem.offset, ==, cases[i].offset);
      g_assert_cmpuint (problem.length, ==, cases[i].length);
      g_assert_nonnull (strstr (problem.message, cases[i].says));
    }
}

static void
test_units_are_derived (void)
{
  static const char *const cases[][2] = {
    { "jobs / people", "jobs/personen" },
    { "jobs / people * 100", "jobs/personen" },
    { "jobs + 5", "jobs" },
    { "jobs * people / people", "jobs" },
    { "people / people", "" },
    { "1 / people", "1/personen" },
    { "number (jobs) - number (people)", "" },
    { "income / people / people", "euro/personen^2" },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (StreekFormulaProblem) problem = { 0 };
      g_autoptr (StreekFormula) formula = streek_formula_parse (cases[i][0], &problem);
      g_autofree char *unit = NULL;

      g_assert_true (streek_formula_check (formula, fixture->catalogue, NULL, &unit, &problem));
      g_assert_cmpstr (unit, ==, cases[i][1]);
    }
}

/* A: 10 jobs of 20 people. ABC: 60 of 100. A mean of the three percentages would be 63,3. */
static void
test_ratio_of_totals_not_of_percentages (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_formula (fixture, "per_head", "jobs / people * 100");
  figure_fixture_reload (fixture);
  g_assert_cmpfloat (figure_fixture_get (fixture, "per_head", "gemeente:A", "2018-01-01", "2018"),
                     ==, 50);
  g_assert_cmpfloat (figure_fixture_get (fixture, "per_head", "streek:ABC", "2018-01-01", "2018"),
                     ==, 60);
  g_assert_cmpfloat (figure_fixture_get (fixture, "jobratio", "streek:ABC", "2018-01-01", "2018"),
                     ==, 60);
}

/* Of DEF the jobs of E are not known: what is divided is of D and F only, 100 jobs and 100
 * people; all 110 people under them would give 90,9. */
static void
test_coverage_is_of_what_all_operands_know (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add_formula (fixture, "per_head", "jobs / people * 100");
  add_formula (fixture, "sum", "number (jobs) + number (people)");
  figure_fixture_reload (fixture);

  figure_fixture_compute (fixture, "per_head", "streek:DEF", "2018-01-01", "2018", 50, &total);
  g_assert_cmpfloat (total.value, ==, 100);
  g_assert_cmpint (total.basis, ==, STREEK_BASIS_FORMULA);
  g_assert_cmpuint (total.n_known, ==, 2);
  g_assert_cmpuint (total.n_members, ==, 3);
  g_assert_false (total.at_least);
  streek_total_clear (&total);

  /* a sum with a part missing is at least so much: 100 + 100 */
  figure_fixture_compute (fixture, "sum", "streek:DEF", "2018-01-01", "2018", 50, &total);
  g_assert_cmpfloat (total.value, ==, 200);
  g_assert_true (total.at_least);
  streek_total_clear (&total);

  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "per_head", "streek:DEF", "2018-01-01", "2018"), ==,
    STREEK_MISSING_BELOW_COVERAGE);
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "per_head", "gemeente:E", "2018-01-01", "2018"), ==,
    STREEK_MISSING_UNKNOWN);
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "per_head", "gemeente:D", "2018-01-01", "2018"), ==,
    STREEK_MISSING_NOT_APPLICABLE);
}

static void
test_median_does_not_add_up (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_formula (fixture, "twice", "median * 2");
  add_formula (fixture, "mixed", "median / people");
  figure_fixture_reload (fixture);
  g_assert_cmpfloat (figure_fixture_get (fixture, "twice", "gemeente:A", "2018-01-01", "2018"), ==,
                     10);
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "twice", "streek:ABC", "2018-01-01", "2018"), ==,
    STREEK_MISSING_NOT_ADDITIVE);
  g_assert_cmpint (
    figure_fixture_get_missing (fixture, "mixed", "streek:ABC", "2018-01-01", "2018"), ==,
    STREEK_MISSING_NOT_ADDITIVE);
}

/* (60 / 100 × 100) / 2 × 2 = 60, through two formulas and a ratio */
static void
test_formulas_of_formulas (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_formula (fixture, "half", "jobratio / 2");
  add_formula (fixture, "again", "half * 2");
  figure_fixture_reload (fixture);
  g_assert_cmpfloat (figure_fixture_get (fixture, "again", "streek:ABC", "2018-01-01", "2018"), ==,
                     60);
}

static guint
count_periods (FigureFixture *fixture, const char *code)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (
    fixture->catalogue, streek_catalogue_find (fixture->catalogue, code, NULL));

  return periods->len;
}

static void
test_periods_are_those_of_all_operands (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  add_formula (fixture, "both", "people / jobs");
  add_formula (fixture, "later", "both * 2");
  add_formula (fixture, "one", "people * 2");
  add_formula (fixture, "none", "people / income");
  figure_fixture_reload (fixture);
  g_assert_cmpuint (count_periods (fixture, "both"), ==, 1);
  g_assert_cmpuint (count_periods (fixture, "later"), ==, 1);
  g_assert_cmpuint (count_periods (fixture, "one"), ==, 2);
  g_assert_cmpuint (count_periods (fixture, "none"), ==, 0);

  /* the denominator may be of an earlier year where the definition says so */
  figure_fixture_add_vector (fixture, "jobs", "2019", "gemeente", "2019-01-01", "A B C",
                             "100 100 100");
  add_formula (fixture, "per_head", "jobs / people");
  figure_fixture_execute (fixture, "UPDATE indicator SET denominator_rule = 'latest_before', "
                                   "denominator_max_years = 2 WHERE code = 'per_head'");
  figure_fixture_reload (fixture);
  g_assert_cmpuint (count_periods (fixture, "per_head"), ==, 2);
  g_assert_cmpfloat (figure_fixture_get (fixture, "per_head", "streek:ABC", "2019-01-01", "2019"),
                     ==, 3);
}

/* Two that lean on each other, as no dialog lets through but a file may hold. */
static void
test_circle_in_a_file_is_no_end (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekTotal total;

  add_formula (fixture, "one", "other * 2");
  add_formula (fixture, "other", "one + one");
  figure_fixture_reload (fixture);
  g_assert_cmpuint (count_periods (fixture, "one"), ==, 0);
  figure_fixture_compute (fixture, "one", "streek:ABC", "2018-01-01", "2018", NAN, &total);
  g_assert_cmpint (total.missing, ==, STREEK_MISSING_UNKNOWN);
  g_assert_nonnull (total.note);
  streek_total_clear (&total);
}

static void
test_sum_of_counts_is_a_count (void)
{
  static const struct
  {
    const char *code;
    const char *formula;
    gboolean is_count;
  } cases[] = {
    { "f1", "jobs + jobs", TRUE },
    { "f2", "2 * jobs", TRUE },
    { "f3", "number (jobs) - number (people)", FALSE },
    { "f4", "jobs / people", FALSE },
    { "f5", "jobs + 5", FALSE },
    { "f6", "f1 + jobs", TRUE },
    { "f7", "f3 * 1", FALSE },
    { "f8", "median * 2", FALSE },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    add_formula (fixture, cases[i].code, cases[i].formula);

  figure_fixture_reload (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (streek_catalogue_find (fixture->catalogue, cases[i].code, NULL)->is_count, ==,
                     cases[i].is_count);
}

static void
test_definition_with_a_wrong_formula_is_refused (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (StreekDefinition) definition = streek_definition_new ("eigen");
  g_autoptr (GError) error = NULL;
  StreekIndicatorField place = STREEK_INDICATOR_N_FIELDS;

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_NAME, "Eigen");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_THEME, "Test");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_UNIT, "n");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_KIND, "formula");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_FORMULA, "jobs + eigen");
  g_assert_false (streek_definition_check (definition, fixture->catalogue, &place, &error));
  g_assert_cmpint (place, ==, STREEK_INDICATOR_FIELD_FORMULA);

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_FORMULA, "jobs / people");
  g_clear_error (&error);
  streek_definition_insert (fixture->db, definition, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);

  g_autoptr (GPtrArray) users = streek_catalogue_list_users (fixture->catalogue, "people");

  g_assert_cmpuint (users->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/formula/precedence-and-functions", test_precedence_and_functions);
  g_test_add_func ("/indicator/formula/syntax-fails-at-the-place", test_syntax_fails_at_the_place);
  g_test_add_func ("/indicator/formula/depth-and-length-are-bounded",
                   test_depth_and_length_are_bounded);
  g_test_add_func ("/indicator/formula/check-fails-at-the-place", test_check_fails_at_the_place);
  g_test_add_func ("/indicator/formula/units-are-derived", test_units_are_derived);
  g_test_add_func ("/indicator/formula/ratio-of-totals-not-of-percentages",
                   test_ratio_of_totals_not_of_percentages);
  g_test_add_func ("/indicator/formula/coverage-is-of-what-all-operands-know",
                   test_coverage_is_of_what_all_operands_know);
  g_test_add_func ("/indicator/formula/median-does-not-add-up", test_median_does_not_add_up);
  g_test_add_func ("/indicator/formula/formulas-of-formulas", test_formulas_of_formulas);
  g_test_add_func ("/indicator/formula/periods-are-those-of-all-operands",
                   test_periods_are_those_of_all_operands);
  g_test_add_func ("/indicator/formula/circle-in-a-file-is-no-end",
                   test_circle_in_a_file_is_no_end);
  g_test_add_func ("/indicator/formula/sum-of-counts-is-a-count", test_sum_of_counts_is_a_count);
  g_test_add_func ("/indicator/formula/definition-with-a-wrong-formula-is-refused",
                   test_definition_with_a_wrong_formula_is_refused);

  return g_test_run ();
}
