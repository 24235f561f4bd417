/* test-selection.c: one selection for map, chart and table: what is heard of it, and what is not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "streek-selection.h"

#include <libglib-testing/signal-logger.h>

static void
test_changed_is_heard_once (void)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  StreekSelection *selection = streek_selection_new ();
  const char *const two[] = { "31005", "35013", NULL };

  g_assert_cmpuint (streek_selection_get_n_selected (selection), ==, 0);
  gt_signal_logger_connect (logger, selection, "changed");

  streek_selection_clear (selection);
  gt_signal_logger_assert_no_emissions (logger);

  streek_selection_select_only (selection, "31005");
  gt_signal_logger_assert_emission_pop (logger, selection, "changed", NULL);
  streek_selection_select_only (selection, "31005");
  gt_signal_logger_assert_no_emissions (logger);

  streek_selection_toggle (selection, "35013");
  gt_signal_logger_assert_emission_pop (logger, selection, "changed", NULL);
  g_assert_cmpuint (streek_selection_get_n_selected (selection), ==, 2);
  streek_selection_set (selection, two);
  gt_signal_logger_assert_no_emissions (logger);

  streek_selection_toggle (selection, "31005");
  gt_signal_logger_assert_emission_pop (logger, selection, "changed", NULL);
  g_assert_false (streek_selection_contains (selection, "31005"));
  g_assert_true (streek_selection_contains (selection, "35013"));

  streek_selection_clear (selection);
  gt_signal_logger_assert_emission_pop (logger, selection, "changed", NULL);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_finalize_object (selection);
}

static void
test_hovered_is_notified_once (void)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  StreekSelection *selection = streek_selection_new ();

  g_assert_null (streek_selection_get_hovered (selection));
  gt_signal_logger_connect (logger, selection, "notify::hovered");
  gt_signal_logger_connect (logger, selection, "changed");

  streek_selection_set_hovered (selection, "31005");
  gt_signal_logger_assert_notify_emission_pop (logger, selection, "hovered");
  streek_selection_set_hovered (selection, "31005");
  gt_signal_logger_assert_no_emissions (logger);

  g_object_set (selection, "hovered", NULL, NULL);
  gt_signal_logger_assert_notify_emission_pop (logger, selection, "hovered");
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_null (streek_selection_get_hovered (selection));
  g_assert_finalize_object (selection);
}

static void
test_list_is_in_the_order_of_codes (void)
{
  g_autoptr (StreekSelection) selection = streek_selection_new ();
  const char *const codes[] = { "38025", "31005", "35013", NULL };

  streek_selection_set (selection, codes);

  g_autoptr (GPtrArray) list = streek_selection_list (selection);

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (list, 0), ==, "31005");
  g_assert_cmpstr (g_ptr_array_index (list, 1), ==, "35013");
  g_assert_cmpstr (g_ptr_array_index (list, 2), ==, "38025");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/selection/changed-is-heard-once", test_changed_is_heard_once);
  g_test_add_func ("/app/selection/hovered-is-notified-once", test_hovered_is_notified_once);
  g_test_add_func ("/app/selection/list-is-in-the-order-of-codes",
                   test_list_is_in_the_order_of_codes);

  return g_test_run ();
}
