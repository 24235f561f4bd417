/* test-kbo.c: enterprise numbers: read however they are written, and their last two digits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-kbo.h"

/* 97 - 8697533 mod 97 = 69, by hand; 0869.753.369 is printed by its owner in a published report,
 * 0308.357.159 is the federal public service of the economy's. */
static void
test_checks_the_last_two_digits (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "0869.753.369", TRUE },
    { "BE 0869.753.369", TRUE },
    { "869753369", TRUE },
    { "0308357159", TRUE },
    { "0869.753.370", FALSE },
    { "0896.753.369", FALSE },
    { "0869.753.36", FALSE },
    { "2869.753.369", FALSE },
    { "0869.753.3691", FALSE },
    { "0869 753 36x", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (streek_kbo_is_valid (cases[i].text), ==, cases[i].valid);
    }
}

static void
test_is_written_one_way (void)
{
  g_autofree char *tidied = streek_kbo_dup_tidied (" be 869 753 369 ");
  g_autofree char *none = streek_kbo_dup_tidied ("on request");

  g_assert_cmpstr (tidied, ==, "0869.753.369");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actor/kbo/checks-the-last-two-digits", test_checks_the_last_two_digits);
  g_test_add_func ("/actor/kbo/is-written-one-way", test_is_written_one_way);

  return g_test_run ();
}
