/* test-target-progress.c: how far it is from a baseline to a target, rising, falling and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-progress.h"

#include "plan/streek-follow-up.h"
#include "streek-record-book.h"

#include <math.h>

/* By hand: the share of the way, which may be less than none and more than all. */
static void
test_is_a_share_of_the_way (void)
{
  static const struct
  {
    double baseline, target, actual, expected;
  } cases[] = {
    { 10, 6, 8, 50 },    { 10, 0, 5, 50 }, { 10, 10, 8, NAN }, { 10, 6, 11, -25 },
    { 0, 20, 25, 125 },  { 5, 15, 5, 0 },  { NAN, 6, 8, NAN }, { 10, NAN, 8, NAN },
    { 10, 6, NAN, NAN }, { 0, 0, 0, NAN }, { -2, 2, 0, 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double progress =
        streek_target_compute_progress (cases[i].baseline, cases[i].target, cases[i].actual);

      if (isnan (cases[i].expected))
        g_assert_true (isnan (progress));
      else
        g_assert_cmpfloat_with_epsilon (progress, cases[i].expected, 1e-9);
    }
}

static gint64
measure (StreekRecordBook *book, gint64 target, const char *period)
{
  gint64 id = streek_record_book_add (book, &streek_measurement_kind, NULL);

  streek_record_book_refer (book, &streek_measurement_kind, id, STREEK_MEASUREMENT_TARGET, target);
  streek_record_book_set (book, &streek_measurement_kind, id, STREEK_MEASUREMENT_MEASURED_IN,
                          period);
  streek_record_book_set (book, &streek_measurement_kind, id, STREEK_MEASUREMENT_VALUE, "1");

  return id;
}

/* Of 2027 comes too late for what should be there by 2025; without such a day nothing is late. */
static void
test_takes_what_is_in_time (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 due = streek_record_book_add (book, &streek_target_kind, "Due");
  gint64 open = streek_record_book_add (book, &streek_target_kind, "Whenever");

  streek_record_book_set (book, &streek_target_kind, due, STREEK_TARGET_TARGET_PERIOD, "2025");

  gint64 in_time = measure (book, due, "2025-Q4");
  gint64 late = measure (book, due, "2027");

  measure (book, due, "2026-01-01");

  gint64 last = measure (book, open, "2027");
  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  const StreekRecord *target = streek_records_find (records, &streek_target_kind, due);
  const StreekRecord *other = streek_records_find (records, &streek_target_kind, open);

  g_assert_cmpint (streek_record_get_id (streek_target_find_measurement (records, target)), ==,
                   in_time);
  g_assert_cmpint (streek_record_get_id (streek_target_find_later_measurement (records, target)),
                   ==, late);
  g_assert_cmpint (streek_record_get_id (streek_target_find_measurement (records, other)), ==,
                   last);
  g_assert_null (streek_target_find_later_measurement (records, other));
}

/* The one whose period ends last, in whatever order they were entered. */
static void
test_takes_the_last_count (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 target = streek_record_book_add (book, &streek_target_kind, "Followers");
  gint64 other = streek_record_book_add (book, &streek_target_kind, "Readers");

  measure (book, target, "2024");
  gint64 last = measure (book, target, "2025-06");
  measure (book, target, "2025-Q1");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  const StreekRecord *found = streek_target_find_measurement (
    records, streek_records_find (records, &streek_target_kind, target));

  g_assert_cmpint (streek_record_get_id (found), ==, last);
  g_assert_null (streek_target_find_measurement (
    records, streek_records_find (records, &streek_target_kind, other)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/target-progress/is-a-share-of-the-way", test_is_a_share_of_the_way);
  g_test_add_func ("/plan/target-progress/takes-the-last-count", test_takes_the_last_count);
  g_test_add_func ("/plan/target-progress/takes-what-is-in-time", test_takes_what_is_in_time);

  return g_test_run ();
}
