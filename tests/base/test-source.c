/* test-source.c: the line that says where figures come from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-source.h"

static void
assert_line (const char *const *sources, const char *expected)
{
  g_autofree char *line = streek_source_make_line (sources, g_strv_length ((GStrv) sources));

  g_assert_cmpstr (line, ==, expected);
}

static void
test_each_once (void)
{
  assert_line ((const char *const[]){ "Statbel", NULL }, "Source: Statbel");
  assert_line ((const char *const[]){ "Statbel", "VDAB", "Statbel", NULL },
               "Source: Statbel; VDAB");
  assert_line ((const char *const[]){ "Statbel.", "VDAB. ", "Statbel", NULL },
               "Source: Statbel; VDAB");
}

/* Nobody says where it comes from: then no line may begin to say it. */
static void
test_unknown (void)
{
  const char *const half[] = { NULL, "", " .", "Statbel" };

  assert_line ((const char *const[]){ NULL }, NULL);
  assert_line ((const char *const[]){ "", NULL }, NULL);
  g_assert_null (streek_source_make_line (half, 3));

  g_autofree char *line = streek_source_make_line (half, 4);

  g_assert_cmpstr (line, ==, "Source: Statbel");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source/each-once", test_each_once);
  g_test_add_func ("/source/unknown", test_unknown);

  return g_test_run ();
}
