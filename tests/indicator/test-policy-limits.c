/* test-policy-limits.c: class limits that a policy fixed, kept with an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure-fixture.h"
#include "indicator/streek-definition.h"
#include "indicator/streek-policy-limits.h"

#include <string.h>

static const char *const poverty[STREEK_POLICY_N_TEXTS] = {
  "a1", "Kinderarmoede", "10\n20.5", "laag\naandacht\nhoog", "Onderzoeker, 2021", "2020", "2030",
};

static void
keep (FigureFixture *fixture, const char *const *texts)
{
  g_autoptr (GError) error = NULL;

  streek_policy_limits_keep (fixture->db, "count", texts, &error);
  g_assert_no_error (error);
  figure_fixture_reload (fixture);
}

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_reload (fixture);

  return fixture;
}

static const StreekPolicyLimits *
find (FigureFixture *fixture, const char *text, GError **error)
{
  return streek_catalogue_find_policy_limits (
    fixture->catalogue, streek_catalogue_find (fixture->catalogue, "count", NULL), text, error);
}

static void
test_what_is_kept_is_found (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  const StreekFormat *dutch = streek_format_get ("nl");

  g_assert_null (find (fixture, NULL, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  keep (fixture, poverty);

  const StreekPolicyLimits *limits = find (fixture, NULL, NULL);

  g_assert_nonnull (limits);
  g_assert_true (limits == find (fixture, "a1", NULL));
  g_assert_true (limits == find (fixture, "kinderARMOEDE", NULL));
  g_assert_cmpuint (limits->n_limits, ==, 2);
  g_assert_cmpfloat (limits->limits[1], ==, 20.5);
  g_assert_cmpuint (g_strv_length (limits->words), ==, 3);

  g_autofree char *classes = streek_policy_limits_dup_classes (limits, 0, dutch);
  g_autofree char *validity = streek_policy_limits_dup_validity (limits, dutch);

  g_assert_cmpstr (classes, ==, "laag < 10 ≤ aandacht < 20,5 ≤ hoog");
  g_assert_cmpstr (validity, ==, "2020–2030");
  g_assert_true (streek_policy_limits_hold (limits, streek_period_from_year (2020)));
  g_assert_true (streek_policy_limits_hold (limits, streek_period_from_year (2030)));
  g_assert_false (streek_policy_limits_hold (limits, streek_period_from_year (2019)));
  g_assert_false (streek_policy_limits_hold (limits, streek_period_from_year (2031)));
}

/* Who asks for the limits of an indicator that has two sets of them has to say which. */
static void
test_several_sets_are_told_apart (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  const char *const other[] = { "b2", "Europa 2030", "15", "", "Europese Commissie", "", "" };
  const char *const again[] = { "b2", "Europa 2030", "16", "", "Europese Commissie", "", "" };
  const char *const same_name[] = { "c3", "EUROPA 2030", "15", "", "Ergens", "", "" };
  g_autoptr (GError) several = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) twice = NULL;

  keep (fixture, poverty);
  keep (fixture, other);
  g_assert_null (find (fixture, NULL, &several));
  g_assert_nonnull (strstr (several->message, "Kinderarmoede"));
  g_assert_nonnull (strstr (several->message, "Europa 2030"));
  g_assert_null (find (fixture, "Europa 2020", &unknown));
  g_assert_error (unknown, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);

  /* the same id: in their place */
  keep (fixture, again);
  g_assert_cmpfloat (find (fixture, "europa 2030", NULL)->limits[0], ==, 16);
  g_assert_null (find (fixture, "b2", NULL)->words);

  g_assert_false (streek_policy_limits_keep (fixture->db, "count", same_name, &twice));
  g_assert_error (twice, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
}

static void
test_what_cannot_be_used_is_refused (void)
{
  static const char *const cases[][STREEK_POLICY_N_TEXTS] = {
    { "", " ", "10", "", "Bron", "", "" },                  /* no name */
    { "", "A", "", "", "Bron", "", "" },                    /* no limit */
    { "", "A", "20\n10", "", "Bron", "", "" },              /* out of order */
    { "", "A", "10\n10", "", "Bron", "", "" },              /* twice the same */
    { "", "A", "10,5", "", "Bron", "", "" },                /* no number of a file */
    { "", "A", "nan", "", "Bron", "", "" },                 /* no number at all */
    { "", "A", "1\n2\n3\n4\n5\n6\n7", "", "Bron", "", "" }, /* more than colours */
    { "", "A", "10", "laag", "Bron", "", "" },              /* one word, two classes */
    { "", "A", "10", "laag\n ", "Bron", "", "" },           /* the same */
    { "", "A", "10", "laag\nmidden\nhoog", "Bron", "", "" },
    { "", "A", "10", "", " ", "", "" },            /* no source */
    { "", "A", "10", "", "Bron", "vroeger", "" },  /* no period */
    { "", "A", "10", "", "Bron", "2030", "2020" }, /* ends before it begins */
  };
  const char *const sound[] = { "", "A", "-1\n1e3", "", "Bron", "2020-Q1", "2020" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (streek_policy_limits_check (cases[i], &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
    }

  g_assert_true (streek_policy_limits_check (sound, NULL));
}

/* They go the road of all that belongs to a definition: changed, removed, and gone with it. */
static void
test_limits_belong_to_the_definition (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  gint64 n = -1;

  keep (fixture, poverty);

  g_autoptr (StreekDefinition) definition = streek_definition_new_from_indicator (
    fixture->catalogue, streek_catalogue_find (fixture->catalogue, "count", NULL));

  g_assert_cmpuint (definition->links[STREEK_LINK_LIMITS]->len, ==, 1);
  g_assert_true (streek_definition_update (fixture->db, definition, NULL));
  figure_fixture_reload (fixture);
  g_assert_nonnull (find (fixture, "a1", NULL));

  g_ptr_array_set_size (definition->links[STREEK_LINK_LIMITS], 0);
  g_assert_true (streek_definition_update (fixture->db, definition, NULL));
  figure_fixture_reload (fixture);
  g_assert_null (find (fixture, "a1", NULL));

  g_autoptr (StreekDefinition) own = streek_definition_new ("eigen");

  streek_definition_set (own, STREEK_INDICATOR_FIELD_NAME, "Eigen");
  streek_definition_set (own, STREEK_INDICATOR_FIELD_THEME, "Test");
  streek_definition_set (own, STREEK_INDICATOR_FIELD_UNIT, "personen");
  streek_definition_add_link (own, STREEK_LINK_LIMITS, "", "A", "10", "", "Bron", "", "", NULL);
  g_assert_true (streek_definition_insert (fixture->db, own, NULL));
  g_assert_true (streek_definition_delete (fixture->db, "eigen", NULL));
  g_assert_true (
    streek_db_query_int64 (fixture->db, "SELECT count (*) FROM indicator_limits", &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

/* What another hand wrote into the file is kept for repair, and no map is made with it. */
static void
test_broken_limits_are_listed_and_not_used (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;

  figure_fixture_execute (fixture,
                          "INSERT INTO indicator_limits VALUES "
                          "('x', 'count', 'Scheef', '20' || char (10) || '10', '', 'Bron', "
                          "'geen periode', NULL)");
  figure_fixture_reload (fixture);

  g_autoptr (GPtrArray) all = streek_catalogue_list_policy_limits (fixture->catalogue, "count");

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_false (((StreekPolicyLimits *) all->pdata[0])->is_usable);
  g_assert_null (find (fixture, "Scheef", &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Scheef"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/policy-limits/what-is-kept-is-found", test_what_is_kept_is_found);
  g_test_add_func ("/indicator/policy-limits/several-sets-are-told-apart",
                   test_several_sets_are_told_apart);
  g_test_add_func ("/indicator/policy-limits/what-cannot-be-used-is-refused",
                   test_what_cannot_be_used_is_refused);
  g_test_add_func ("/indicator/policy-limits/belong-to-the-definition",
                   test_limits_belong_to_the_definition);
  g_test_add_func ("/indicator/policy-limits/broken-ones-are-listed-and-not-used",
                   test_broken_limits_are_listed_and_not_used);

  return g_test_run ();
}
