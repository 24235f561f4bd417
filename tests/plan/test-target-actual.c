/* test-target-actual.c: where a target stands by the figures of its indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-target-actual.h"

#include "../indicator/figure-fixture.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-target-state.h"
#include "plan/streek-target-words.h"
#include "record/streek-record-changes.h"
#include "record/streek-record-list.h"
#include "workspace/streek-kinds.h"

#include <math.h>
#include <string.h>

/* What is NULL is not filled in; "=" is a period's own. */
typedef struct
{
  const char *indicator, *area;
  double baseline, aim; /* NAN: not filled in */
  const char *from, *by;
  double counted; /* NAN: no own count */
  const char *way, *progress, *says, *outcome;
} Case;

typedef struct
{
  FigureFixture *figures;
  StreekRecords *empty;
  StreekRecordChanges *changes;
  gint64 item;
} Fixture;

static void
add (Fixture *fixture, const char *code, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture->figures, code, period, "gemeente", "2018-01-01", "A B C",
                             cells);
}

/* A share of the jobless that falls: 10, 8 and 7 %; 2021 is only expected. Since 2020 "counted" is
 * counted otherwise. */
static void
add_figures (Fixture *fixture)
{
  FigureFixture *figures = fixture->figures;

  figure_fixture_add_indicator (figures, "jobless", "count", NULL);
  figure_fixture_add_indicator (figures, "active", "count", NULL);
  figure_fixture_add_indicator (figures, "rate", "ratio", "jobless/active");
  figure_fixture_add_indicator (figures, "counted", "count", NULL);
  figure_fixture_add_indicator (figures, "births", "count", NULL);
  figure_fixture_add_indicator (figures, "partial", "count", NULL);
  figure_fixture_execute (figures, "UPDATE ref_indicator SET unit = '%' WHERE code = 'rate';"
                                   "UPDATE ref_indicator SET time_kind = 'flow' "
                                   "WHERE code = 'births';"
                                   "UPDATE ref_indicator SET threshold_pct = 50 "
                                   "WHERE code = 'partial';"
                                   "INSERT INTO ref_indicator_break (code, period, reason) "
                                   "VALUES ('counted', '2020', 'Another count.')");
  add (fixture, "active", "2018", "100 100 200");
  add (fixture, "active", "2019", "100 100 200");
  add (fixture, "active", "2020", "100 100 200");
  add (fixture, "active", "2021", "100 100 200");
  add (fixture, "jobless", "2018", "20 10 10");
  add (fixture, "jobless", "2019", "10 12 10");
  add (fixture, "jobless", "2020", "8p 10p 10p");
  add (fixture, "jobless", "2021", "0f 0f 0f");
  add (fixture, "counted", "2018", "1 1 2");
  add (fixture, "counted", "2020", "2 2 4");
  add (fixture, "births", "2018", "10 10 10");
  add (fixture, "births", "2020-02", "1 1 1");
  add (fixture, "partial", "2018", "10 10 10");
  add (fixture, "partial", "2020", "10 10 unknown");
  figure_fixture_reload (figures);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  streek_workspace_register_kinds ();
  fixture->figures = figure_fixture_new_letters ("ABCDEF");
  add_figures (fixture);
  fixture->empty = streek_records_load (fixture->figures->db, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  fixture->changes = streek_record_changes_new ();

  gint64 pact = streek_record_changes_add (fixture->changes, &streek_pact_kind);

  streek_record_changes_set_text (fixture->changes, &streek_pact_kind, pact, STREEK_PACT_TITLE,
                                  "Pact");
  streek_record_changes_set_text (fixture->changes, &streek_pact_kind, pact, STREEK_PACT_AREA,
                                  "streek:ABC");
  fixture->item = streek_record_changes_add (fixture->changes, &streek_plan_item_kind);
  streek_record_changes_set_text (fixture->changes, &streek_plan_item_kind, fixture->item,
                                  STREEK_PLAN_ITEM_TITLE, "Work");
  streek_record_changes_set_reference (fixture->changes, &streek_plan_item_kind, fixture->item,
                                       STREEK_PLAN_ITEM_PACT, pact);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_records_unref (fixture->empty);
  streek_record_changes_free (fixture->changes);
  figure_fixture_free (fixture->figures);
}

static StreekPeriod
parse_period (const char *text)
{
  StreekPeriod period = { 0 };

  g_assert_true (streek_period_parse (text, &period, NULL));

  return period;
}

static void
set_text (Fixture *fixture, gint64 id, guint field, const char *text)
{
  if (text != NULL)
    streek_record_changes_set_text (fixture->changes, &streek_target_kind, id, field, text);
}

static void
set_number (Fixture *fixture, gint64 id, guint field, double number)
{
  if (!isnan (number))
    streek_record_changes_set_number (fixture->changes, &streek_target_kind, id, field, number);
}

static void
set_period (Fixture *fixture, gint64 id, guint field, const char *text)
{
  if (text != NULL)
    streek_record_changes_set_period (fixture->changes, &streek_target_kind, id, field,
                                      parse_period (text));
}

static gint64
add_target (Fixture *fixture, const Case *c)
{
  gint64 id = streek_record_changes_add (fixture->changes, &streek_target_kind);

  streek_record_changes_set_reference (fixture->changes, &streek_target_kind, id,
                                       STREEK_TARGET_ITEM, fixture->item);
  set_text (fixture, id, STREEK_TARGET_NAME, "Jobless");
  set_text (fixture, id, STREEK_TARGET_INDICATOR, c->indicator);
  set_text (fixture, id, STREEK_TARGET_AREA, c->area);
  set_number (fixture, id, STREEK_TARGET_BASELINE, c->baseline);
  set_number (fixture, id, STREEK_TARGET_TARGET, c->aim);
  set_period (fixture, id, STREEK_TARGET_BASELINE_PERIOD, c->from);
  set_period (fixture, id, STREEK_TARGET_TARGET_PERIOD, c->by);
  if (isnan (c->counted))
    return id;

  gint64 count = streek_record_changes_add (fixture->changes, &streek_measurement_kind);

  streek_record_changes_set_reference (fixture->changes, &streek_measurement_kind, count,
                                       STREEK_MEASUREMENT_TARGET, id);
  streek_record_changes_set_number (fixture->changes, &streek_measurement_kind, count,
                                    STREEK_MEASUREMENT_VALUE, c->counted);
  streek_record_changes_set_period (fixture->changes, &streek_measurement_kind, count,
                                    STREEK_MEASUREMENT_MEASURED_IN, parse_period ("2022"));

  return id;
}

static StreekRecordView *
make_view (Fixture *fixture, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecords) records =
    streek_record_changes_preview (fixture->changes, fixture->empty);
  StreekDate day = streek_period_get_first_day (parse_period (today));
  g_autoptr (StreekRecordFigures) figures = streek_record_figures_gather (records, day, NULL);
  StreekRecordView *view = streek_record_view_new (
    records, fixture->figures->areas, fixture->figures->catalogue, day, streek_format_get ("en"));

  g_assert_true (streek_record_figures_read (figures, fixture->figures->totals, NULL, &error));
  g_assert_no_error (error);
  streek_record_view_set_figures (view, figures);

  return view;
}

/* By hand, of the whole area: rate 2018 is 100 × 40 / 400 = 10, 2019 is 8, 2020 is 7; of A alone
 * 20, 10 and 8. (10 − 8) / (10 − 6) is half the way. An expected value never counts. */
static void
test_follows_the_figures (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "rate", NULL, 10, 6, "2018", "2019", NAN, "From 10 % (2018) to 6 % by 2019",
      "50 % of the way: 8.0 % (2019)", NULL, "nearer" },
    { "rate", NULL, 10, 6, "2018", "2030", NAN, "From 10 % (2018) to 6 % by 2030",
      "75 % of the way: 7.0 % (2020, provisional)", "The figure of 2021 is a projection",
      "nearer" },
    { "rate", "gemeente:A", 20, 10, "2018", "2019", NAN, "From 20 % (2018) to 10 % by 2019",
      "100 % of the way: 10.0 % (2019)", NULL, "reached" },
    { "rate", NULL, NAN, 6, "2018", "2019", NAN, "From 10.0 % (2018) to 6 % by 2019",
      "50 % of the way: 8.0 % (2019)", "comes from the figures", "nearer" },
    { "rate", NULL, 9, 6, "2018", "2019", NAN, "From 9 % (2018) to 6 % by 2019",
      "33.3 % of the way: 8.0 % (2019)", "now say 10 %; the baseline is 9 %", "nearer" },
    { "rate", NULL, 8, 8, "2018", "2019", NAN, "From 8 % (2018) to 8 % by 2019",
      "n/a, the baseline is what should be reached: 8.0 % (2019)", NULL, "unsaid" },
    { "rate", NULL, 8, 0, "2018", "2019", NAN, "From 8 % (2018) to 0 % by 2019",
      "0 % of the way: 8.0 % (2019)", NULL, "no_nearer" },
    { "rate", NULL, 8, 6, "2020", "2019", NAN, "From 8 % (2020) to 6 % by 2019",
      "n/a, it is due before its baseline: 8.0 % (2019)", NULL, "unsaid" },
    { "rate", NULL, 10, 6, "2018", "2017", 7, "From 10 % (2018) to 6 % by 2017",
      "n/a, it is due before its baseline", "Counted later: 7 % (2022).", "unsaid" },
    { "rate", "gemeente:F", 10, 6, "2020", "2030", 7, "From 10 % (2020) to 6 % by 2030",
      "75 % of the way: 7 % (2022)", "last own count", "nearer" },
    { "rate", "gemeente:F", 10, 6, "2018", "2021", 5, "From 10 % (2018) to 6 % by 2021",
      "n/a, there is no figure", "Counted later: 5 % (2022).", "unsaid" },
    { "rate", NULL, 8, 6, "2021", "2022", NAN, "From 8 % (2021) to 6 % by 2022",
      "n/a, there is nothing newer than the baseline: 7.0 % (2020, provisional)", NULL, "unsaid" },
    { "rate", NULL, 10, 6, "2018", "2019", 1, "From 10 % (2018) to 6 % by 2019",
      "50 % of the way: 8.0 % (2019)", NULL, "nearer" },
    { "rate", "gemeente:F", 10, 6, "2018", "2019", NAN, "From 10 % (2018) to 6 % by 2019",
      "n/a, there is no figure", "missing: unknown", "unsaid" },
    { "counted", NULL, 4, 8, "2018", "2020", NAN, "From 4 n (2018) to 8 n by 2020",
      "n/a, the series breaks in between: 8.0 n (2020)", "Another count.", "unsaid" },
    { "births", NULL, 30, 60, "2018", "2020", NAN, "From 30 n (2018) to 60 n by 2020",
      "0 % of the way: 30.0 n (2018)", NULL, "no_nearer" },
    { "partial", NULL, 30, 40, "2018", "2020", NAN, "From 30 n (2018) to 40 n by 2020",
      "≥−100 % of the way: ≥20.0 n (2020)", "2 of 3", "unsaid" },
    { "partial", NULL, 30, 10, "2018", "2020", NAN, "From 30 n (2018) to 10 n by 2020",
      "≤50 % of the way: ≥20.0 n (2020)", "At least.", "unsaid" },
    { "rate", NULL, NAN, 6, "2017", "2019", NAN, "To 6 % by 2019, without a baseline",
      "n/a, there is no baseline: 8.0 % (2019)", "the figures have none for 2017", "unsaid" },
    { "births", NULL, 30, 60, "2018-Q1", "2020", NAN, "From 30 n (Q1 2018) to 60 n by 2020",
      "n/a, the baseline is of a longer or shorter time: 3.0 n (February 2020)", NULL, "unsaid" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      gint64 id = add_target (fixture, c);
      g_autoptr (StreekRecordView) view = make_view (fixture, "2026-11-22");
      const StreekRecord *target =
        streek_records_find (streek_record_view_get_records (view), &streek_target_kind, id);
      g_autofree char *way = streek_target_dup_way (view, target);
      g_autofree char *progress = streek_target_dup_progress (view, target);
      g_autofree char *remarks = streek_target_dup_remarks (view, target);

      g_test_message ("%s", remarks);
      g_assert_cmpstr (way, ==, c->way);
      g_assert_cmpstr (progress, ==, c->progress);
      g_assert_cmpstr (streek_target_get_outcome (view, target), ==, c->outcome);
      if (c->says != NULL)
        g_assert_nonnull (strstr (remarks, c->says));
    }
}

/* What has not come about on the day of today does not count, whatever the target is for. */
static void
test_knows_no_future (Fixture *fixture, gconstpointer data)
{
  static const Case c = { "rate", NULL, 10, 6, "2018", "2030", NAN };
  gint64 id = add_target (fixture, &c);
  g_autoptr (StreekRecordView) view = make_view (fixture, "2019-05-01");
  g_autoptr (StreekTargetState) state = streek_target_state_new (
    view, streek_records_find (streek_record_view_get_records (view), &streek_target_kind, id));
  g_autofree char *actual =
    streek_target_state_dup_actual (state, streek_record_view_get_format (view));

  g_assert_cmpstr (actual, ==, "8.0 % (2019)");
}

/* As a list has it: numbers as numbers, the basis by its id; what is not known is empty. */
static void
test_fills_the_list (Fixture *fixture, gconstpointer data)
{
  static const Case known = { "rate", NULL, 10, 6, "2018", "2030", NAN };
  static const Case unknown = { "rate", "gemeente:F", 10, 6, "2018", "2019", NAN };
  static const char *const columns[] = { "actual", "actual_period", "basis", "way", NULL };
  g_autoptr (GError) error = NULL;

  add_target (fixture, &known);
  add_target (fixture, &unknown);

  g_autoptr (StreekRecordView) view = make_view (fixture, "2026-11-22");
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_new (&streek_target_kind);

  streek_record_list_spec_set_columns (spec, columns);
  streek_record_list_spec_add_sort (spec, "actual", FALSE);

  g_autoptr (StreekRecordList) list = streek_record_list_new (view, spec, &error);

  g_assert_no_error (error);

  g_autoptr (StreekTable) table = streek_record_list_make_table (list, STREEK_RECORD_TABLE_RAW);

  g_assert_cmpfloat_with_epsilon (streek_table_get_number (table, 0, 1), 7, 1e-9);
  g_assert_cmpstr (streek_table_get_text (table, 0, 3), ==, "provisional");
  g_assert_cmpfloat_with_epsilon (streek_table_get_number (table, 0, 4), 75, 1e-9);
  g_assert_true (isnan (streek_table_get_number (table, 1, 1)));
  g_assert_true (isnan (streek_table_get_number (table, 1, 4)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/plan/target-actual/follows-the-figures", test_follows_the_figures);
  ADD ("/plan/target-actual/knows-no-future", test_knows_no_future);
  ADD ("/plan/target-actual/fills-the-list", test_fills_the_list);

  return g_test_run ();
}
