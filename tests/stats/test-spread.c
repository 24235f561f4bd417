/* test-spread.c: weighted means and scores against a named group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-spread.h"

#include "stats/streek-stats-error.h"

#include <math.h>

/* By hand: mean (2·1 + 1·4 + 1·7) / 4 = 3.25, variance (2·2.25² + 0.75² + 3.75²) / 4 = 6.1875. */
static void
test_weights_count (void)
{
  const double values[] = { 1, 4, NAN, 7, 100 };
  const double weights[] = { 2, 1, 5, 1, 0 };
  g_autoptr (GError) error = NULL;
  StreekSpread spread;

  g_assert_true (streek_spread_compute ("group", values, "weight", weights, 5, &spread, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (spread.name, ==, "group");
  g_assert_cmpstr (spread.weight, ==, "weight");
  g_assert_cmpuint (spread.n_members, ==, 5);
  g_assert_cmpuint (spread.n_known, ==, 3);
  g_assert_cmpfloat (spread.total_weight, ==, 4);
  g_assert_cmpfloat (spread.mean, ==, 3.25);
  g_assert_cmpfloat_with_epsilon (spread.deviation, sqrt (6.1875), 1e-12);
  g_assert_cmpfloat_with_epsilon (streek_spread_get_score (&spread, 7), 3.75 / sqrt (6.1875),
                                  1e-12);
  g_assert_true (isnan (streek_spread_get_score (&spread, NAN)));
}

/* With denominators as weights the mean of ratios is that of the whole: 90 of 100, 10 of 1000 and
 * 20 of 100 are 120 of 1200. */
static void
test_mean_of_ratios_is_that_of_the_whole (void)
{
  const double values[] = { 90, 1, 20 };
  const double weights[] = { 100, 1000, 100 };
  StreekSpread spread;

  g_assert_true (streek_spread_compute ("group", values, "den", weights, 3, &spread, NULL));
  g_assert_cmpfloat_with_epsilon (spread.mean, 10, 1e-12);
}

static void
test_small_groups_are_refused (void)
{
  const double values[] = { 1, 2, NAN, 3 };
  const double weights[] = { 1, 1, 1, 0 };
  const double equal[] = { 0.1, 0.1, 0.1, 0.1 };
  g_autoptr (GError) error = NULL;
  StreekSpread spread;

  g_assert_false (streek_spread_compute ("group", values, "w", weights, 4, &spread, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW);
  g_assert_cmpuint (spread.n_known, ==, 2);
  g_clear_error (&error);

  g_assert_true (streek_spread_compute ("group", values, NULL, NULL, 4, &spread, &error));
  g_assert_cmpfloat (spread.mean, ==, 2);

  g_assert_false (streek_spread_compute ("group", equal, NULL, NULL, 4, &spread, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/spread/weights-count", test_weights_count);
  g_test_add_func ("/stats/spread/mean-of-ratios-is-that-of-the-whole",
                   test_mean_of_ratios_is_that_of_the_whole);
  g_test_add_func ("/stats/spread/small-groups-are-refused", test_small_groups_are_refused);

  return g_test_run ();
}
