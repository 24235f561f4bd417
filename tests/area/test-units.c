/* test-units.c: sets of units, sorted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "area/streek-units.h"

static const guint32 all_ids[] = { 1, 4, 5, 9 };
static const guint32 some_ids[] = { 4, 9 };
static const guint32 other_ids[] = { 2, 5, 10 };
static const guint32 far_ids[] = { 2, 3, 10 };

static const StreekUnits all = { 4, all_ids };
static const StreekUnits some = { 2, some_ids };
static const StreekUnits other = { 3, other_ids };
static const StreekUnits far = { 3, far_ids };
static const StreekUnits none = { 0, NULL };

static void
test_equal (void)
{
  g_assert_true (streek_units_equal (all, all));
  g_assert_true (streek_units_equal (none, none));
  g_assert_false (streek_units_equal (other, far));
  g_assert_false (streek_units_equal (all, some));
  g_assert_false (streek_units_equal (all, none));
}

static void
test_is_subset (void)
{
  g_assert_true (streek_units_is_subset (some, all));
  g_assert_true (streek_units_is_subset (all, all));
  g_assert_true (streek_units_is_subset (none, none));
  g_assert_false (streek_units_is_subset (all, some));
  g_assert_false (streek_units_is_subset (other, all));
  g_assert_false (streek_units_is_subset (some, none));
}

static void
test_overlap (void)
{
  g_assert_true (streek_units_overlap (all, other));
  g_assert_true (streek_units_overlap (other, all));
  g_assert_false (streek_units_overlap (all, far));
  g_assert_false (streek_units_overlap (some, other));
  g_assert_false (streek_units_overlap (none, all));
}

static void
test_contains (void)
{
  g_assert_true (streek_units_contains (all, 1));
  g_assert_true (streek_units_contains (all, 9));
  g_assert_false (streek_units_contains (all, 0));
  g_assert_false (streek_units_contains (all, 6));
  g_assert_false (streek_units_contains (all, 10));
  g_assert_false (streek_units_contains (none, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/units/equal", test_equal);
  g_test_add_func ("/area/units/is-subset", test_is_subset);
  g_test_add_func ("/area/units/overlap", test_overlap);
  g_test_add_func ("/area/units/contains", test_contains);

  return g_test_run ();
}
