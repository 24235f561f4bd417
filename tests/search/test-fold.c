/* test-fold.c: text without case and accents, and where each letter comes from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/streek-fold.h"

#include <string.h>

static void
test_case_and_accents_go (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Ieper", "ieper" },
    { "CAFÉ", "cafe" },
    { "België", "belgie" },
    { "e\u0301e\u0301n", "een" }, /* accents of their own */
    { "’s-Gravenvoeren", "'s-gravenvoeren" },
    { "½ km²", "1\u20442 km2" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = streek_fold (cases[i].text, NULL);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }

  g_autofree char *none = streek_fold (NULL, NULL);

  g_assert_cmpstr (none, ==, "");
}

static void
test_letters_know_where_they_come_from (void)
{
  const char *text = "één x";
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = streek_fold (text, &offsets);

  g_assert_cmpstr (folded, ==, "een x");
  g_assert_cmpuint (offsets->len, ==, strlen (folded) + 1);
  g_assert_cmpuint (g_array_index (offsets, guint32, 1), ==, strlen ("é"));
  g_assert_cmpuint (g_array_index (offsets, guint32, 4), ==, strlen ("één "));
  g_assert_cmpuint (g_array_index (offsets, guint32, 5), ==, strlen (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/fold/case-and-accents-go", test_case_and_accents_go);
  g_test_add_func ("/search/fold/letters-know-where-they-come-from",
                   test_letters_know_where_they_come_from);

  return g_test_run ();
}
