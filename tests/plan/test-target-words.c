/* test-target-words.c: from what to what a target goes, and how far it has come, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-words.h"

#include "plan/streek-follow-up.h"
#include "record/streek-record-list.h"
#include "streek-record-book.h"

/* What is NULL is not filled in. */
typedef struct
{
  const char *baseline, *target, *measured, *qualifier, *decimals;
  const char *way, *progress;
  const char *later; /* counted in 2031 */
  const char *remarks;
} Case;

static void
set (
  StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, guint field, const char *value)
{
  if (value != NULL)
    streek_record_book_set (book, kind, id, field, value);
}

static gint64
add_target (StreekRecordBook *book, const Case *c)
{
  gint64 id = streek_record_book_add (book, &streek_target_kind, "Jobless");

  set (book, &streek_target_kind, id, STREEK_TARGET_UNIT, "%");
  set (book, &streek_target_kind, id, STREEK_TARGET_DECIMALS, c->decimals);
  set (book, &streek_target_kind, id, STREEK_TARGET_BASELINE, c->baseline);
  set (book, &streek_target_kind, id, STREEK_TARGET_BASELINE_PERIOD, "2019");
  set (book, &streek_target_kind, id, STREEK_TARGET_TARGET, c->target);
  set (book, &streek_target_kind, id, STREEK_TARGET_TARGET_PERIOD, "2030");

  return id;
}

static void
measure (
  StreekRecordBook *book, gint64 target, const char *year, const char *value, const char *qualifier)
{
  if (value == NULL)
    return;

  const StreekRecordKind *kind = &streek_measurement_kind;
  gint64 id = streek_record_book_add (book, kind, NULL);

  streek_record_book_refer (book, kind, id, STREEK_MEASUREMENT_TARGET, target);
  set (book, kind, id, STREEK_MEASUREMENT_MEASURED_IN, year);
  set (book, kind, id, STREEK_MEASUREMENT_VALUE, value);
  set (book, kind, id, STREEK_MEASUREMENT_QUALIFIER, qualifier);
}

/* By hand; what is counted after 2030 reaches nothing by then; less than 8 on the way down from 10
 * to 6 is more than half of it. */
static void
test_says_way_and_progress (void)
{
  static const Case cases[] = {
    { "10", "6", "8", NULL, NULL, "From 10 % (2019) to 6 % by 2030",
      "50 % of the way: 8 % (2025)" },
    { "10", "6", "8", "about", NULL, "From 10 % (2019) to 6 % by 2030",
      "≈50 % of the way: ≈8 % (2025)" },
    { "10", "6", "8", "below", NULL, "From 10 % (2019) to 6 % by 2030",
      ">50 % of the way: <8 % (2025)" },
    { "0", "20", "5", "below", NULL, "From 0 % (2019) to 20 % by 2030",
      "<25 % of the way: <5 % (2025)" },
    { "10", "6", "11", NULL, "1", "From 10.0 % (2019) to 6.0 % by 2030",
      "−25 % of the way: 11.0 % (2025)" },
    { "0", "3", "1.25", NULL, NULL, "From 0 % (2019) to 3 % by 2030",
      "41.7 % of the way: 1.25 % (2025)" },
    { "0", "2500", "2499", NULL, NULL, "From 0 % (2019) to 2,500 % by 2030",
      "<100 % of the way: 2,499 % (2025)" },
    { "10", "6", NULL, NULL, NULL, "From 10 % (2019) to 6 % by 2030",
      "n/a, no measurement is entered yet" },
    { NULL, "6", "8", NULL, NULL, "To 6 % by 2030, without a baseline",
      "n/a, there is no baseline: 8 % (2025)" },
    { "10", NULL, "8", NULL, NULL, "From 10 % (2019), without a value to reach",
      "n/a, there is no value to reach: 8 % (2025)" },
    { "6", "6", "8", NULL, NULL, "From 6 % (2019) to 6 % by 2030",
      "n/a, the baseline is what should be reached: 8 % (2025)" },
    { "2", "4", "3", NULL, NULL, "From 2 % (2019) to 4 % by 2030", "50 % of the way: 3 % (2025)",
      "5", "Counted later: 5 % (2031)." },
    { "2", "4", NULL, "about", NULL, "From 2 % (2019) to 4 % by 2030",
      "n/a, nothing was measured in time", "5", "Counted later: ≈5 % (2031)." },
    { NULL, NULL, NULL, NULL, NULL, "Without a baseline and without a value to reach",
      "n/a, there is no baseline" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordBook) book = streek_record_book_new ();
      gint64 id = add_target (book, &cases[i]);

      measure (book, id, "2031", cases[i].later, cases[i].qualifier);
      measure (book, id, "2025", cases[i].measured, cases[i].qualifier);

      g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
      const StreekRecord *target =
        streek_records_find (streek_record_view_get_records (view), &streek_target_kind, id);
      g_autofree char *way = streek_target_dup_way (view, target);
      g_autofree char *progress = streek_target_dup_progress (view, target);
      g_autofree char *remarks = streek_target_dup_remarks (view, target);

      g_assert_cmpstr (way, ==, cases[i].way);
      g_assert_cmpstr (progress, ==, cases[i].progress);
      g_assert_cmpstr (remarks, ==, cases[i].remarks);
    }
}

/* Two in a quarter are held against two in a year, and it is said; a day is of no length. */
static void
test_says_that_times_are_not_as_long (void)
{
  static const Case two = { "2", "4", NULL, NULL, NULL, NULL, NULL, NULL, NULL };
  static const struct
  {
    const char *period;
    const char *remarks;
  } cases[] = {
    { "2024", NULL },
    { "2025-Q1", "The count is of a longer or shorter time than the baseline." },
    { "2025-03-12", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekRecordBook) book = streek_record_book_new ();
      gint64 id = add_target (book, &two);

      measure (book, id, cases[i].period, "2", NULL);

      g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
      g_autofree char *remarks = streek_target_dup_remarks (
        view, streek_records_find (streek_record_view_get_records (view), &streek_target_kind, id));

      g_assert_cmpstr (remarks, ==, cases[i].remarks);
    }
}

/* In a list too numbers have the unit of their target, and the decimals that they were typed with
 * or that the target asks for. */
static void
test_lists_measure_as_the_target (void)
{
  static const Case typed = { "28.8", "30", NULL, NULL, NULL, NULL, NULL };
  static const Case asked = { "28.8", "30", NULL, NULL, "2", NULL, NULL };
  static const char *const columns[] = { "baseline", "target", NULL };
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  g_autoptr (GError) error = NULL;

  add_target (book, &typed);
  add_target (book, &asked);

  g_autoptr (StreekRecordView) view = streek_record_book_view (book, "2026-05-15");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_target_kind);

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_add_sort (spec, "decimals", FALSE);

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_SEEN);
  g_autofree char *exact = streek_record_list_dup_cell (list, 0, 1);
  g_autofree char *plain = streek_record_list_dup_cell (list, 1, 1);
  g_autofree char *on_paper = streek_table_format_cell (table, 1, 0, streek_format_get ("en"));
  g_autofree char *in_files = streek_table_dup_raw_cell (table, 0, 1);

  g_assert_no_error (error);
  g_assert_cmpstr (exact, ==, "30.00 %");
  g_assert_cmpstr (plain, ==, "30 %");
  g_assert_cmpstr (on_paper, ==, "28.8");
  g_assert_cmpstr (streek_table_get_unit (table, 1, 0), ==, "%");
  g_assert_cmpstr (in_files, ==, "30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/target-words/says-way-and-progress", test_says_way_and_progress);

  g_test_add_func ("/plan/target-words/says-that-times-are-not-as-long",
                   test_says_that_times_are_not_as_long);
  g_test_add_func ("/plan/target-words/lists-measure-as-the-target",
                   test_lists_measure_as_the_target);

  return g_test_run ();
}
