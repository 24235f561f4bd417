/* test-value.c: the kinds of missing stay apart in word, sign and id (story U09) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/streek-value.h"

static void
test_every_missing_has_its_own_sign (void)
{
  g_autoptr (GHashTable) signs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = STREEK_MISSING_UNKNOWN; i <= STREEK_MISSING_BELOW_COVERAGE; i++)
    {
      const char *sign = streek_missing_get_sign (i);

      g_assert_cmpint (g_utf8_strlen (sign, -1), ==, 1);
      g_assert_false (g_ascii_isdigit (*sign));
      g_assert_true (g_hash_table_add (signs, (gpointer) sign));
      g_assert_true (g_hash_table_add (labels, (gpointer) streek_missing_get_label (i)));
    }

  g_assert_cmpstr (streek_missing_get_sign (STREEK_MISSING_NONE), ==, "");
  g_assert_cmpstr (streek_missing_get_label (STREEK_MISSING_NONE), ==, "");
}

/* The words that DESIGN §7 promises in the column "kind". */
static void
test_ids_of_the_command_line (void)
{
  static const char *ids[] = { "value",   "unknown",      "hidden",         "not_applicable",
                               "not_yet", "not_additive", "not_splittable", "below_coverage" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      StreekMissing missing;

      g_assert_cmpstr (streek_missing_get_id (i), ==, ids[i]);
      g_assert_true (streek_missing_parse_id (ids[i], &missing));
      g_assert_cmpint (missing, ==, i);
    }
}

static void
test_status_and_basis (void)
{
  StreekStatus status;

  g_assert_true (streek_status_parse_id ("projection", &status));
  g_assert_cmpint (status, ==, STREEK_STATUS_PROJECTION);
  g_assert_false (streek_status_parse_id ("sure", &status));
  g_assert_cmpstr (streek_status_get_label (STREEK_STATUS_ESTIMATE), ==, "estimate");
  g_assert_cmpstr (streek_basis_get_id (STREEK_BASIS_PUBLISHED), ==, "published");
  g_assert_cmpstr (streek_basis_get_label (STREEK_BASIS_NONE), ==, "");
  g_assert_cmpstr (streek_basis_get_label (STREEK_BASIS_CORRECTED), ==, "corrected by hand");
}

static void
test_qualifiers (void)
{
  StreekQualifier qualifier;

  g_assert_true (streek_qualifier_parse_id ("above", &qualifier));
  g_assert_cmpint (qualifier, ==, STREEK_QUALIFIER_ABOVE);
  g_assert_true (streek_qualifier_parse_id ("", &qualifier));
  g_assert_cmpint (qualifier, ==, STREEK_QUALIFIER_NONE);
  g_assert_false (streek_qualifier_parse_id ("ongeveer", &qualifier));
  g_assert_cmpstr (streek_qualifier_get_sign (STREEK_QUALIFIER_ABOUT), ==, "≈");
  g_assert_cmpstr (streek_qualifier_get_label (STREEK_QUALIFIER_NONE), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/value/every-missing-has-its-own-sign",
                   test_every_missing_has_its_own_sign);
  g_test_add_func ("/table/value/ids-of-the-command-line", test_ids_of_the_command_line);
  g_test_add_func ("/table/value/status-and-basis", test_status_and_basis);

  g_test_add_func ("/table/value/qualifiers", test_qualifiers);

  return g_test_run ();
}
