/* test-brackets.c: what a parser of JSON would follow down is seen before it does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-brackets.h"

#include <string.h>

/* By hand: how many brackets are open at most. */
static void
test_depth_is_counted (void)
{
  static const struct
  {
    const char *text;
    guint depth;
  } cases[] = {
    { "", 0 },
    { "1", 0 },
    { "{}", 1 },
    { "[[],[]]", 2 },
    { "{\"a\": [{\"b\": 1}], \"c\": []}", 3 },
    { "]]]]{", 1 },
    { "[\"[[[[\", \"\\\"[[\"]", 1 },
    { "[\"\\\\\",[]]", 2 },
    { "[\"[", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_true (streek_brackets_are_shallow (cases[i].text, length, cases[i].depth));
      if (cases[i].depth > 0)
        g_assert_false (streek_brackets_are_shallow (cases[i].text, length, cases[i].depth - 1));
    }
}

/* JSON-GLib takes these for a text and for a comment. */
static void
test_nothing_hides_brackets (void)
{
  g_assert_false (streek_brackets_are_shallow ("['\"', [[]], '\"']", 17, 9));
  g_assert_false (streek_brackets_are_shallow ("[/* \" */ [[]] /* \" */]", 22, 9));
  g_assert_true (streek_brackets_are_shallow ("[\"it's a/b\"]", 12, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/brackets/depth-is-counted", test_depth_is_counted);
  g_test_add_func ("/base/brackets/nothing-hides-brackets", test_nothing_hides_brackets);

  return g_test_run ();
}
