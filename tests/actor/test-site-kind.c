/* test-site-kind.c: words for kinds of places, and their signs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-kind.h"

#include <string.h>

static void
assert_parsed (const char *word, const char *expected)
{
  g_autofree char *kind = streek_site_kind_dup_parsed (word);

  g_assert_cmpstr (kind, ==, expected);
}

static void
test_words_of_files (void)
{
  assert_parsed ("Haven", "haven");
  assert_parsed (" ZEEHAVEN ", "haven");
  assert_parsed ("havens", "haven");
  assert_parsed ("Bedrijventerreinen", "Bedrijventerreinen"); /* whose plural is no -s */
  assert_parsed ("KMO-zone", "bedrijventerrein");
  assert_parsed ("Port", "haven"); /* its label */
  assert_parsed ("Veilinghal", "Veilinghal");
  assert_parsed ("  ", "andere");
}

static void
test_signs_differ (void)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  const char *const *kinds = streek_site_kinds_get ();
  guint n = g_strv_length ((char **) kinds);

  g_ptr_array_add (own, (gpointer) "Brug");
  g_ptr_array_add (own, (gpointer) "Sluis");

  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (streek_site_kind_get_symbol (kinds[i], own), ==, i);

  g_assert_cmpuint (streek_site_kind_get_symbol ("Brug", own), ==, n);
  g_assert_cmpuint (streek_site_kind_get_symbol ("Sluis", own), ==, n + 1);
}

static void
test_order (void)
{
  g_assert_cmpint (streek_site_kind_compare ("haven", "bedrijventerrein"), <, 0);
  g_assert_cmpint (streek_site_kind_compare ("Aquaduct", "andere"), >, 0);
  g_assert_cmpint (streek_site_kind_compare ("Brug", "brug"), !=, 0);
  g_assert_cmpint (streek_site_kind_compare ("Brug", "Sluis"), <, 0);
  g_assert_cmpint (streek_site_kind_compare ("haven", "haven"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor/site-kind/words-of-files-are-understood", test_words_of_files);
  g_test_add_func ("/actor/site-kind/every-kind-has-a-sign-of-its-own", test_signs_differ);
  g_test_add_func ("/actor/site-kind/own-kinds-come-last", test_order);

  return g_test_run ();
}
