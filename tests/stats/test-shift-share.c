/* test-shift-share.c: shift-share and location quotients, worked out by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-shift-share.h"

#include <math.h>

/* The reference grows from 1000 to 1100, 10 %; its industry shrinks by 5 %, its care grows by 20 %
 * and its trade by 20 %. */
static const double reference_from[] = { 400, 300, 300 };
static const double reference_to[] = { 380, 360, 360 };

static void
test_parts_by_hand (void)
{
  /* industry 100 → 110: 10 = 10 national, 100 (-5 % - 10 %) = -15 mix, 15 regional
   * care 50 → 55: 5 = 5 national, 50 (20 % - 10 %) = 5 mix, -5 regional
   * trade 20 → 30: 10 = 2 national, 2 mix, 6 regional */
  const double from[] = { 100, 50, 20 };
  const double to[] = { 110, 55, 30 };
  const StreekShift expected[] = { { 10, 10, -15, 15 }, { 5, 5, 5, -5 }, { 10, 2, 2, 6 } };
  StreekShift shifts[3], total;

  g_assert_cmpuint (streek_shift_share (from, to, reference_from, reference_to, 3, shifts, &total),
                    ==, 3);

  for (gsize s = 0; s < 3; s++)
    {
      g_assert_cmpfloat (shifts[s].change, ==, expected[s].change);
      g_assert_cmpfloat_with_epsilon (shifts[s].national, expected[s].national, 1e-12);
      g_assert_cmpfloat_with_epsilon (shifts[s].mix, expected[s].mix, 1e-12);
      g_assert_cmpfloat_with_epsilon (shifts[s].regional, expected[s].regional, 1e-12);
    }

  g_assert_cmpfloat (total.change, ==, 25);
  g_assert_cmpfloat_with_epsilon (total.national, 17, 1e-12);
  g_assert_cmpfloat_with_epsilon (total.mix, -8, 1e-12);
  g_assert_cmpfloat_with_epsilon (total.regional, 16, 1e-12);
}

static void
test_parts_add_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint trial = 0; trial < 1000; trial++)
    {
      double figures[4][6];
      StreekShift shifts[6], total;

      for (guint f = 0; f < 4; f++)
        for (guint s = 0; s < 6; s++)
          figures[f][s] = g_rand_double_range (rand, 1e3, 1e6);

      streek_shift_share (figures[0], figures[1], figures[2], figures[3], 6, shifts, &total);
      g_assert_cmpfloat_with_epsilon (total.national + total.mix + total.regional, total.change,
                                      1e-6);

      for (guint s = 0; s < 6; s++)
        g_assert_cmpfloat_with_epsilon (shifts[s].national + shifts[s].mix + shifts[s].regional,
                                        figures[1][s] - figures[0][s], 1e-6);
    }
}

/* The reference itself has no mix and no regional part in sum. */
static void
test_reference_has_no_shift (void)
{
  StreekShift shifts[3], total;

  streek_shift_share (reference_from, reference_to, reference_from, reference_to, 3, shifts,
                      &total);
  g_assert_cmpfloat (total.change, ==, 100);
  g_assert_cmpfloat_with_epsilon (total.mix, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (total.regional, 0, 1e-9);
}

static void
test_missing_sector_is_no_zero (void)
{
  const double from[] = { 100, NAN, 20 };
  const double to[] = { 110, 55, 30 };
  const double none[] = { NAN, NAN, NAN };
  const double new_sector[] = { 400, 0, 300 };
  StreekShift shifts[3], total;

  g_assert_cmpuint (streek_shift_share (from, to, reference_from, reference_to, 3, shifts, &total),
                    ==, 2);
  g_assert_true (isnan (shifts[1].change) && isnan (shifts[1].regional));
  g_assert_cmpfloat (total.change, ==, 20);

  g_assert_cmpuint (streek_shift_share (none, to, reference_from, reference_to, 3, shifts, &total),
                    ==, 0);
  g_assert_true (isnan (total.change));

  g_assert_cmpuint (streek_shift_share (to, to, new_sector, reference_to, 3, shifts, &total), ==,
                    2);
  g_assert_true (isnan (shifts[1].mix));
}

/* 30 of 100 here and 20 of 200 there: three times as much. */
static void
test_location_quotient (void)
{
  g_assert_cmpfloat_with_epsilon (streek_location_quotient (30, 100, 20, 200), 3, 1e-12);
  g_assert_cmpfloat (streek_location_quotient (0, 100, 20, 200), ==, 0);
  g_assert_true (isnan (streek_location_quotient (0, 0, 20, 200)));
  g_assert_true (isnan (streek_location_quotient (30, 100, 0, 200)));
  g_assert_true (isnan (streek_location_quotient (NAN, 100, 20, 200)));
  g_assert_true (isnan (streek_location_quotient (30, NAN, 20, 200)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/shift-share/parts-by-hand", test_parts_by_hand);
  g_test_add_func ("/stats/shift-share/parts-add-up", test_parts_add_up);
  g_test_add_func ("/stats/shift-share/reference-has-no-shift", test_reference_has_no_shift);
  g_test_add_func ("/stats/shift-share/missing-sector-is-no-zero", test_missing_sector_is_no_zero);
  g_test_add_func ("/stats/shift-share/location-quotient", test_location_quotient);

  return g_test_run ();
}
