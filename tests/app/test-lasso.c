/* test-lasso.c: what lies in a line drawn by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/streek-lasso.h"

/* An L: the corner that is cut out lies outside. */
static void
test_holds_what_it_goes_around (void)
{
  static const double corners[][2] = { { 10, 0 }, { 10, 5 }, { 5, 5 }, { 5, 10 }, { 0, 10 } };
  StreekLasso *lasso = streek_lasso_new (0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    streek_lasso_add (lasso, corners[i][0], corners[i][1]);

  g_assert_true (streek_lasso_contains (lasso, 2, 2));
  g_assert_true (streek_lasso_contains (lasso, 9, 2));
  g_assert_true (streek_lasso_contains (lasso, 2, 9));
  g_assert_false (streek_lasso_contains (lasso, 8, 8));
  g_assert_false (streek_lasso_contains (lasso, -1, 2));
  g_assert_false (streek_lasso_contains (lasso, 2, 11));
  streek_lasso_free (lasso);
}

static void
test_a_click_holds_nothing (void)
{
  StreekLasso *lasso = streek_lasso_new (3, 3);

  g_assert_false (streek_lasso_contains (lasso, 3, 3));
  streek_lasso_add (lasso, 6, 6);
  g_assert_false (streek_lasso_contains (lasso, 4, 4.5));
  g_assert_false (streek_lasso_contains (lasso, 4.5, 4));
  streek_lasso_free (lasso);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/lasso/holds-what-it-goes-around", test_holds_what_it_goes_around);
  g_test_add_func ("/app/lasso/a-click-holds-nothing", test_a_click_holds_nothing);

  return g_test_run ();
}
