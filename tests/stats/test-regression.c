/* test-regression.c: lines and correlations against published examples */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-regression.h"

#include "stats/streek-stats-error.h"

#include <math.h>

/* Anscombe (1973), The American Statistician 27 (1), first of the four; the digits of R 4.2's lm
 * (). A pair of which one is missing does not count. */
static void
test_line_of_anscombe (void)
{
  const double x[] = { 10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5, NAN, 99 };
  const double y[] = { 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68, 1, NAN };
  g_autoptr (GError) error = NULL;
  StreekRegression line;

  g_assert_true (streek_regression_fit (x, y, G_N_ELEMENTS (x), &line, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (line.n, ==, 11);
  g_assert_cmpfloat_with_epsilon (line.slope, 0.50009090909090914, 1e-12);
  g_assert_cmpfloat_with_epsilon (line.intercept, 3.0000909090909090, 1e-12);
  g_assert_cmpfloat_with_epsilon (line.r_squared, 0.6665424595087749, 1e-12);
  g_assert_cmpfloat_with_epsilon (streek_correlation_pearson (x, y, G_N_ELEMENTS (x)),
                                  0.8164205163448399, 1e-12);
}

static void
test_too_little_is_refused (void)
{
  const double x[] = { 1, 2, NAN };
  const double y[] = { 1, 2, 3 };
  const double equal[] = { 0.1, 0.1, 0.1 };
  g_autoptr (GError) error = NULL;
  StreekRegression line;

  g_assert_false (streek_regression_fit (x, y, 3, &line, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW);
  g_clear_error (&error);
  g_assert_true (isnan (streek_correlation_pearson (x, y, 3)));

  g_assert_false (streek_regression_fit (equal, y, 3, &line, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD);
  g_clear_error (&error);
  g_assert_true (isnan (streek_correlation_pearson (equal, y, 3)));

  g_assert_true (streek_regression_fit (y, equal, 3, &line, &error));
  g_assert_cmpfloat_with_epsilon (line.slope, 0, 1e-15);
  g_assert_true (isnan (line.r_squared));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/regression/line-of-anscombe", test_line_of_anscombe);
  g_test_add_func ("/stats/regression/too-little-is-refused", test_too_little_is_refused);

  return g_test_run ();
}
