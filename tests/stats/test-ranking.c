/* test-ranking.c: places among others, with ties and gaps, and quantiles */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-ranking.h"

#include <math.h>

/* Standard competition ranking by hand; a missing figure has no place and takes none. */
static void
test_ties_share_a_place (void)
{
  const double values[] = { 7, NAN, 9, 7, 2, 0 };
  const guint highest[] = { 2, 0, 1, 2, 4, 5 };
  const guint lowest[] = { 3, 0, 5, 3, 2, 1 };
  StreekPlace places[6];

  g_assert_cmpuint (streek_rank (values, 6, FALSE, places), ==, 5);
  for (gsize i = 0; i < 6; i++)
    g_assert_cmpuint (places[i].rank, ==, highest[i]);

  g_assert_cmpuint (streek_rank (values, 6, TRUE, places), ==, 5);
  for (gsize i = 0; i < 6; i++)
    g_assert_cmpuint (places[i].rank, ==, lowest[i]);
}

static void
test_gap_is_to_the_first (void)
{
  const double values[] = { 7, 9, NAN };
  StreekPlace places[3];

  streek_rank (values, 3, FALSE, places);
  g_assert_cmpfloat (places[0].gap, ==, -2);
  g_assert_cmpfloat (places[1].gap, ==, 0);
  g_assert_true (isnan (places[2].gap));

  streek_rank (values, 3, TRUE, places);
  g_assert_cmpfloat (places[0].gap, ==, 0);
  g_assert_cmpfloat (places[1].gap, ==, 2);
}

/* Of four others: 9 has all after it; each 7 has two after it and half of its equal. */
static void
test_position_among_the_others (void)
{
  const double values[] = { 7, 9, 7, 2, 0 };
  const double one[] = { 4 };
  StreekPlace places[5];

  streek_rank (values, 5, FALSE, places);
  g_assert_cmpfloat (places[0].position, ==, 0.625);
  g_assert_cmpfloat (places[1].position, ==, 1);
  g_assert_cmpfloat (places[2].position, ==, 0.625);
  g_assert_cmpfloat (places[3].position, ==, 0.25);
  g_assert_cmpfloat (places[4].position, ==, 0);

  g_assert_cmpuint (streek_rank (one, 1, FALSE, places), ==, 1);
  g_assert_cmpuint (places[0].rank, ==, 1);
  g_assert_true (isnan (places[0].position));
  g_assert_cmpuint (streek_rank (one, 0, FALSE, places), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/ranking/ties-share-a-place", test_ties_share_a_place);
  g_test_add_func ("/stats/ranking/gap-is-to-the-first", test_gap_is_to_the_first);
  g_test_add_func ("/stats/ranking/position-among-the-others", test_position_among_the_others);

  return g_test_run ();
}
