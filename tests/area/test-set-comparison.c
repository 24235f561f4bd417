/* test-set-comparison.c: which municipalities two sets place differently, on a map in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-set-comparison.h"
#include "streek-letters-db.h"

#include <string.h>

static const char *const picture[] = { "ABCDEF" };

/* X: p = A B, q = C D; Y: r = A B C, s = D, t = E. Of the pairs p and r share most (2), then q and
 * s: so C moved, E is new in Y, and F is in neither. */
static StreekAreas *
make_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_letters_new_db (picture, G_N_ELEMENTS (picture));
  static const struct
  {
    const char *set;
    const char *code;
    const char *members;
  } cases[] = {
    { "X", "p", "AB" }, { "X", "q", "CD" }, { "Y", "r", "ABC" }, { "Y", "s", "D" },
    { "Y", "t", "E" },  { "Z", "u", "AB" }, { "Z", "v", "BC" },
  };

  streek_letters_add_set (db, "X", NULL, FALSE, 10);
  streek_letters_add_set (db, "Y", NULL, FALSE, 20);
  streek_letters_add_set (db, "Z", NULL, TRUE, 30);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      streek_letters_add_area (db, cases[i].set, cases[i].code, "2004-01-01", NULL);
      streek_letters_add_members (db, cases[i].set, cases[i].code, cases[i].members, "2004-01-01",
                                  NULL, TRUE);
    }

  StreekAreas *areas = streek_areas_load (db, &error);

  g_assert_no_error (error);

  return areas;
}

/* "A:p>r same, C:q>r other" */
static char *
compare (const StreekAreas *areas, const char *first, const char *second, GError **error)
{
  StreekSetSide one = { first, STREEK_DATE_NONE };
  StreekSetSide other = { second, STREEK_DATE_NONE };

  g_assert_true (streek_date_parse ("2009-01-01", &one.on, NULL));
  other.on = one.on;

  g_autoptr (StreekSetComparison) result = streek_areas_compare_sets (areas, &one, &other, error);

  if (result == NULL)
    return NULL;

  GString *text = g_string_new (NULL);
  guint sum = 0;

  for (guint i = 0; i < result->members->len; i++)
    {
      const StreekPlacedMember *member = &g_array_index (result->members, StreekPlacedMember, i);

      g_string_append_printf (text, "%s%s:%s>%s %s", i > 0 ? ", " : "", member->member->code,
                              member->first != NULL ? member->first : "",
                              member->second != NULL ? member->second : "",
                              streek_placed_get_id (member->placed));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (result->counts); i++)
    sum += result->counts[i];
  g_assert_cmpuint (sum, ==, result->members->len);

  return g_string_free (text, FALSE);
}

static void
test_says_who_moved (void)
{
  g_autoptr (StreekAreas) areas = make_areas ();
  g_autofree char *forth = compare (areas, "X", "Y", NULL);
  g_autofree char *back = compare (areas, "Y", "X", NULL);
  g_autofree char *self = compare (areas, "X", "X", NULL);

  g_assert_cmpstr (forth, ==, "A:p>r same, B:p>r same, C:q>r other, D:q>s same, E:>t second_only");
  g_assert_cmpstr (back, ==, "A:r>p same, B:r>p same, C:r>q other, D:s>q same, E:t> first_only");
  g_assert_cmpstr (self, ==, "A:p>p same, B:p>p same, C:q>q same, D:q>q same");
}

/* What lies in two areas lies in neither alone. */
static void
test_joins_areas_that_overlap (void)
{
  g_autoptr (StreekAreas) areas = make_areas ();
  g_autofree char *text = compare (areas, "X", "Z", NULL);

  g_assert_cmpstr (text, ==, "A:p>u same, B:p>u+v other, C:q>v same, D:q> first_only");
}

static void
test_table_has_what_differs (void)
{
  g_autoptr (StreekAreas) areas = make_areas ();
  StreekSetSide one = { "X", 0 };
  StreekSetSide other = { "Y", 0 };

  g_assert_true (streek_date_parse ("2009-01-01", &one.on, NULL));
  other.on = one.on;

  g_autoptr (StreekSetComparison) result = streek_areas_compare_sets (areas, &one, &other, NULL);
  g_autoptr (StreekTable) some = streek_set_comparison_make_table (result, FALSE);
  g_autoptr (StreekTable) all = streek_set_comparison_make_table (result, TRUE);

  g_assert_cmpuint (streek_table_get_n_rows (some), ==, 2);
  g_assert_cmpuint (streek_table_get_n_rows (all), ==, 5);
  g_assert_cmpstr (streek_table_get_text (some, 0, 1), ==, "C");
}

static void
test_refuses_unknown_sets (void)
{
  g_autoptr (StreekAreas) areas = make_areas ();
  g_autoptr (GError) error = NULL;

  g_assert_null (compare (areas, "X", "nergens", &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/set-comparison/says-who-moved", test_says_who_moved);
  g_test_add_func ("/area/set-comparison/joins-areas-that-overlap", test_joins_areas_that_overlap);
  g_test_add_func ("/area/set-comparison/table-has-what-differs", test_table_has_what_differs);
  g_test_add_func ("/area/set-comparison/refuses-unknown-sets", test_refuses_unknown_sets);

  return g_test_run ();
}
