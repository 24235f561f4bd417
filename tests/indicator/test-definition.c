/* test-definition.c: definitions that people make and change, and what belongs to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure-fixture.h"
#include "indicator/streek-definition.h"

#include <math.h>
#include <string.h>

static StreekDefinition *
make_definition (const char *code)
{
  StreekDefinition *definition = streek_definition_new (code);

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_NAME, "Onze telling");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_THEME, "Test");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_UNIT, "personen");

  return definition;
}

static void
insert (FigureFixture *fixture, const StreekDefinition *definition)
{
  g_autoptr (GError) error = NULL;

  streek_definition_insert (fixture->db, definition, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static void
update (FigureFixture *fixture, const StreekDefinition *definition)
{
  g_autoptr (GError) error = NULL;

  streek_definition_update (fixture->db, definition, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static const StreekIndicator *
find (FigureFixture *fixture, const char *code)
{
  return streek_catalogue_find (fixture->catalogue, code, NULL);
}

static gint64
count (FigureFixture *fixture, const char *sql)
{
  gint64 value = -1;

  streek_db_query_int64 (fixture->db, sql, &value, NULL);

  return value;
}

static void
test_own_indicator_is_one_like_any (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  g_autoptr (StreekDefinition) definition = make_definition ("onze_telling");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  insert (fixture, definition);

  const StreekIndicator *own = find (fixture, "onze_telling");

  g_assert_nonnull (own);
  g_assert_true (own->is_own);
  g_assert_cmpstr (own->unit, ==, "personen");

  /* figures of it are summed like those of any other */
  figure_fixture_add_vector (fixture, "onze_telling", "2018", "gemeente", "2018-01-01", "A B C",
                             "1 2 3");
  figure_fixture_reload (fixture);
  g_assert_cmpfloat (
    figure_fixture_get (fixture, "onze_telling", "streek:ABC", "2018-01-01", "2018"), ==, 6);
}

static void
test_own_ones_stand_with_their_theme (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  g_autoptr (StreekDefinition) definition = make_definition ("onze_telling");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "other", "count", NULL);
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET theme = 'Ander', rank = 2 "
                                   "WHERE code = 'other'");
  insert (fixture, definition);
  g_assert_cmpstr (streek_catalogue_get (fixture->catalogue, 0)->code, ==, "count");
  g_assert_cmpstr (streek_catalogue_get (fixture->catalogue, 1)->code, ==, "onze_telling");
  g_assert_cmpstr (streek_catalogue_get (fixture->catalogue, 2)->code, ==, "other");
}

static void
test_reference_definition_keeps_only_what_differs (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "needed", "count", NULL);
  figure_fixture_reload (fixture);

  g_autoptr (StreekDefinition) definition =
    streek_definition_new_from_indicator (fixture->catalogue, find (fixture, "count"));

  streek_definition_set (definition, STREEK_INDICATOR_FIELD_DEFINITION, "Wat wij tellen.");
  update (fixture, definition);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM indicator_overlay"), ==, 1);
  g_assert_cmpstr (find (fixture, "count")->definition, ==, "Wat wij tellen.");
  g_assert_false (find (fixture, "count")->is_own);

  /* how it is computed goes in one piece */
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_KIND, "ratio");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_NUMERATOR, "needed");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_DENOMINATOR, "needed");
  streek_definition_set (definition, STREEK_INDICATOR_FIELD_MULTIPLIER, "1000");
  update (fixture, definition);
  g_assert_cmpint (find (fixture, "count")->kind, ==, STREEK_INDICATOR_RATIO);
  g_assert_cmpfloat (find (fixture, "count")->multiplier, ==, 1000);
}

static void
test_refuses_what_does_not_fit (void)
{
  static const struct
  {
    StreekIndicatorField field;
    const char *text;
    StreekIndicatorField place;
  } cases[] = {
    { STREEK_INDICATOR_FIELD_NAME, " ", STREEK_INDICATOR_FIELD_NAME },
    { STREEK_INDICATOR_FIELD_THEME, "", STREEK_INDICATOR_FIELD_THEME },
    { STREEK_INDICATOR_FIELD_UNIT, "", STREEK_INDICATOR_FIELD_UNIT },
    { STREEK_INDICATOR_FIELD_DECIMALS, "1.5", STREEK_INDICATOR_FIELD_DECIMALS },
    { STREEK_INDICATOR_FIELD_MULTIPLIER, "0", STREEK_INDICATOR_FIELD_MULTIPLIER },
    { STREEK_INDICATOR_FIELD_KIND, "formula", STREEK_INDICATOR_FIELD_KIND },
    { STREEK_INDICATOR_FIELD_WEIGHT, "nergens", STREEK_INDICATOR_FIELD_WEIGHT },
    { STREEK_INDICATOR_FIELD_NUMERATOR, "count", STREEK_INDICATOR_FIELD_KIND },
    { STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD, "gisteren",
      STREEK_INDICATOR_FIELD_DENOMINATOR_PERIOD },
  };
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_reload (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekDefinition) definition = make_definition ("onze_telling");
      g_autoptr (GError) error = NULL;
      StreekIndicatorField place = STREEK_INDICATOR_N_FIELDS;

      streek_definition_set (definition, cases[i].field, cases[i].text);
      g_assert_false (streek_definition_check (definition, fixture->catalogue, &place, &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
      g_assert_cmpint (place, ==, cases[i].place);
      g_assert_false (streek_definition_insert (fixture->db, definition, NULL));
    }
}

static void
test_code_is_made_of_a_name (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  g_autoptr (StreekDefinition) definition = make_definition ("eigen_reele_jobs_2e_telling");

  insert (fixture, definition);

  g_autofree char *code =
    streek_definition_make_code (fixture->catalogue, "Eigen (reële) jobs, 2e telling!");
  g_autofree char *number = streek_definition_make_code (fixture->catalogue, "65-plussers");

  g_assert_cmpstr (code, ==, "eigen_reele_jobs_2e_telling_2");
  g_assert_cmpstr (number, ==, "i_65_plussers");
}

static void
test_used_indicator_is_not_deleted (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  g_autoptr (StreekDefinition) part = make_definition ("deel");
  g_autoptr (StreekDefinition) whole = make_definition ("geheel");
  g_autoptr (GError) error = NULL;

  insert (fixture, part);
  figure_fixture_add_vector (fixture, "deel", "2018", "gemeente", "2018-01-01", "A B", "1 2");
  streek_definition_set (whole, STREEK_INDICATOR_FIELD_KIND, "ratio");
  streek_definition_set (whole, STREEK_INDICATOR_FIELD_NUMERATOR, "deel");
  streek_definition_set (whole, STREEK_INDICATOR_FIELD_DENOMINATOR, "deel");
  streek_definition_set (whole, STREEK_INDICATOR_FIELD_NAME, "Het geheel");
  insert (fixture, whole);

  g_assert_false (streek_definition_delete (fixture->db, "deel", &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Het geheel"));
  g_clear_error (&error);

  streek_definition_delete (fixture->db, "geheel", &error);
  g_assert_no_error (error);
  streek_definition_delete (fixture->db, "deel", &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM vector"), ==, 0);
}

static void
test_reference_indicator_is_not_deleted (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  g_autoptr (GError) error = NULL;

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  g_assert_false (streek_definition_delete (fixture->db, "count", &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
}

static void
test_links_are_laid_over_those_of_the_reference (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_execute (fixture, "INSERT INTO ref_indicator_alias VALUES ('count', 'telling')");
  figure_fixture_execute (fixture, "INSERT INTO ref_indicator_alias VALUES ('count', 'tel')");
  figure_fixture_reload (fixture);

  g_autoptr (StreekDefinition) definition =
    streek_definition_new_from_indicator (fixture->catalogue, find (fixture, "count"));

  g_assert_cmpuint (definition->links[STREEK_LINK_ALIAS]->len, ==, 2);
  g_ptr_array_remove_index (definition->links[STREEK_LINK_ALIAS], 0);
  streek_definition_add_link (definition, STREEK_LINK_ALIAS, "koppen", NULL);
  streek_definition_add_link (definition, STREEK_LINK_BREAK, "2017", "Andere bron.", NULL);
  streek_definition_add_link (definition, STREEK_LINK_BREAKDOWN, "", "Delen", "1", "a\nb", NULL);
  streek_definition_add_link (definition, STREEK_LINK_GAP, "", "Tekort", "a", "b", NULL);
  update (fixture, definition);

  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (fixture->catalogue, "count");
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (fixture->catalogue, "count");
  g_autoptr (GPtrArray) breakdowns = streek_catalogue_list_breakdowns (fixture->catalogue, "count");
  g_autoptr (GPtrArray) wholes = streek_catalogue_list_wholes (fixture->catalogue, "b");
  g_autoptr (GPtrArray) gaps = streek_catalogue_list_gaps (fixture->catalogue, "a");

  g_assert_cmpuint (aliases->len, ==, 2);
  g_assert_cmpstr (((StreekAlias *) aliases->pdata[0])->alias, ==, "koppen");
  g_assert_cmpstr (((StreekAlias *) aliases->pdata[1])->alias, ==, "telling");
  g_assert_cmpuint (breaks->len, ==, 1);
  g_assert_cmpuint (breakdowns->len, ==, 1);
  g_assert_cmpuint (((StreekBreakdown *) breakdowns->pdata[0])->n_parts, ==, 2);
  g_assert_cmpuint (wholes->len, ==, 1);
  g_assert_cmpuint (gaps->len, ==, 1);
  /* one added and one removed; the third is the reference's own */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM indicator_alias"), ==, 2);
  g_assert_true (streek_catalogue_lookup (fixture->catalogue, "KOPPEN") == find (fixture, "count"));
  g_assert_null (streek_catalogue_lookup (fixture->catalogue, "tel"));

  /* back as it was: nothing is left of the office's own */
  g_autoptr (StreekDefinition) back = make_definition ("count");

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    streek_definition_set (back, i, definition->fields[i]);

  streek_definition_add_link (back, STREEK_LINK_ALIAS, "telling", NULL);
  streek_definition_add_link (back, STREEK_LINK_ALIAS, "tel", NULL);
  update (fixture, back);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM indicator_alias"), ==, 0);
}

/* Of a code that took the place of another the older figures stand before its own. */
static void
test_newer_version_goes_on_where_the_older_ends (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  StreekTotal total;

  figure_fixture_add_indicator (fixture, "old", "count", NULL);
  figure_fixture_add_indicator (fixture, "new", "count", NULL);
  figure_fixture_add_indicator (fixture, "per", "ratio", "new/base");
  figure_fixture_add_indicator (fixture, "base", "count", NULL);
  figure_fixture_execute (fixture, "INSERT INTO ref_indicator_version VALUES "
                                   "('new', '2018', 'old', 'Ruimer geteld.', NULL)");
  figure_fixture_add_vector (fixture, "old", "2017", "gemeente", "2017-01-01", "A B C", "1 2 3");
  figure_fixture_add_vector (fixture, "old", "2018", "gemeente", "2018-01-01", "A B C", "9 9 9");
  figure_fixture_add_vector (fixture, "new", "2018", "gemeente", "2018-01-01", "A B C", "4 5 6");
  figure_fixture_add_vector (fixture, "base", "2017", "gemeente", "2017-01-01", "A B C",
                             "10 10 10");
  figure_fixture_reload (fixture);

  g_autoptr (GArray) periods =
    streek_catalogue_list_periods (fixture->catalogue, find (fixture, "new"));
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (fixture->catalogue, "per");

  g_assert_cmpuint (periods->len, ==, 2);
  g_assert_cmpfloat (figure_fixture_get (fixture, "new", "streek:ABC", "2018-01-01", "2018"), ==,
                     15);
  figure_fixture_compute (fixture, "new", "streek:ABC", "2017-01-01", "2017", NAN, &total);
  g_assert_cmpfloat (total.value, ==, 6);
  g_assert_nonnull (strstr (total.note, "old"));
  streek_total_clear (&total);

  /* 100 × 6 / 30, and the ratio breaks where its numerator does */
  g_assert_cmpfloat (figure_fixture_get (fixture, "per", "streek:ABC", "2017-01-01", "2017"), ==,
                     20);
  g_assert_cmpuint (breaks->len, ==, 1);
  g_assert_cmpint (((StreekBreak *) breaks->pdata[0])->kind, ==, STREEK_BREAK_DEFINITION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/definition/own-indicator-is-one-like-any",
                   test_own_indicator_is_one_like_any);
  g_test_add_func ("/indicator/definition/own-ones-stand-with-their-theme",
                   test_own_ones_stand_with_their_theme);
  g_test_add_func ("/indicator/definition/reference-definition-keeps-only-what-differs",
                   test_reference_definition_keeps_only_what_differs);
  g_test_add_func ("/indicator/definition/refuses-what-does-not-fit",
                   test_refuses_what_does_not_fit);
  g_test_add_func ("/indicator/definition/code-is-made-of-a-name", test_code_is_made_of_a_name);
  g_test_add_func ("/indicator/definition/used-indicator-is-not-deleted",
                   test_used_indicator_is_not_deleted);
  g_test_add_func ("/indicator/definition/reference-indicator-is-not-deleted",
                   test_reference_indicator_is_not_deleted);
  g_test_add_func ("/indicator/definition/links-are-laid-over-those-of-the-reference",
                   test_links_are_laid_over_those_of_the_reference);
  g_test_add_func ("/indicator/definition/newer-version-goes-on-where-the-older-ends",
                   test_newer_version_goes_on_where_the_older_ends);

  return g_test_run ();
}
