/* test-record-naming.c: who names an indicator, or an area of a set, is found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-naming.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "project/streek-project.h"
#include "streek-record-book.h"

static void
test_indicators (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 target = streek_record_book_add (book, &streek_target_kind, "Jobless");
  gint64 line = streek_record_book_add (book, &streek_swot_kind, "Many of them");
  gint64 other = streek_record_book_add (book, &streek_target_kind, "Others");

  streek_record_book_set (book, &streek_target_kind, target, STREEK_TARGET_INDICATOR, "own_jobs");
  streek_record_book_set (book, &streek_swot_kind, line, STREEK_SWOT_INDICATOR, "own_jobs");
  streek_record_book_set (book, &streek_target_kind, other, STREEK_TARGET_INDICATOR, "own_jobs_2");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (GArray) uses = streek_records_list_naming_indicator (records, "own_jobs");
  g_autoptr (GArray) none = streek_records_list_naming_indicator (records, "own");

  g_assert_cmpuint (uses->len, ==, 2);

  gint64 first = streek_record_get_id (g_array_index (uses, StreekRecordUse, 0).record);
  gint64 second = streek_record_get_id (g_array_index (uses, StreekRecordUse, 1).record);

  g_assert_true (first == target || first == line);
  g_assert_cmpint (second, ==, first == target ? line : target);
  g_assert_cmpuint (none->len, ==, 0);
}

/* An area is named with its set in front: "wijk" is none of "wijken". */
static void
test_areas (void)
{
  g_autoptr (StreekRecordBook) book = streek_record_book_new ();
  gint64 pact = streek_record_book_add (book, &streek_pact_kind, "Pact");
  gint64 tie = streek_record_book_add (book, &streek_project_area_kind, NULL);

  streek_record_book_set (book, &streek_pact_kind, pact, STREEK_PACT_AREA, "wijken:1");
  streek_record_book_set (book, &streek_project_area_kind, tie, STREEK_PROJECT_AREA_AREA,
                          "gemeente:1");

  g_autoptr (StreekRecords) records = streek_record_book_read (book);
  g_autoptr (GArray) uses = streek_records_list_naming_areas (records, "wijken");
  g_autoptr (GArray) none = streek_records_list_naming_areas (records, "wijk");

  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_cmpint (streek_record_get_id (g_array_index (uses, StreekRecordUse, 0).record), ==,
                   pact);
  g_assert_cmpuint (g_array_index (uses, StreekRecordUse, 0).field, ==, STREEK_PACT_AREA);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/naming/indicators", test_indicators);
  g_test_add_func ("/record/naming/areas", test_areas);

  return g_test_run ();
}
