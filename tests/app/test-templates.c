/* test-templates.c: every template of the window is built once, where any critical is fatal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "actor/streek-organisation.h"
#include "analysis/streek-analysis-page.h"
#include "areas/streek-answer-view.h"
#include "areas/streek-compare-sets-window.h"
#include "areas/streek-fit-window.h"
#include "areas/streek-import-areas-window.h"
#include "areas/streek-make-areas-window.h"
#include "areas/streek-own-names-window.h"
#include "areas/streek-select-window.h"
#include "areas/streek-selection-bar.h"
#include "bodies/streek-bodies-page.h"
#include "charts/streek-chart-page.h"
#include "check/streek-check-page.h"
#include "import/streek-import-columns-page.h"
#include "import/streek-import-file-page.h"
#include "import/streek-import-preview.h"
#include "import/streek-import-questions-page.h"
#include "import/streek-import-window.h"
#include "import/streek-new-indicator-window.h"
#include "map/streek-comparison.h"
#include "map/streek-figure-table.h"
#include "map/streek-hover-card.h"
#include "map/streek-legend.h"
#include "map/streek-map-inspector.h"
#include "map/streek-map-page.h"
#include "map/streek-map-view.h"
#include "map/streek-panel-button.h"
#include "map/streek-panels-button.h"
#include "map/streek-time-bar.h"
#include "map/streek-trend.h"
#include "matrix/streek-matrix-view.h"
#include "matrix/streek-timeline-view.h"
#include "plans/streek-carry-over-button.h"
#include "record/streek-record-page.h"
#include "record/streek-record-window.h"
#include "reference/streek-check-window.h"
#include "reference/streek-reference-window.h"
#include "reference/streek-report-view.h"
#include "places/streek-places-window.h"
#include "places/streek-point-panel.h"
#include "places/streek-site-window.h"
#include "streek-chooser.h"
#include "streek-context-bar.h"
#include "streek-date-chooser.h"
#include "streek-error-page.h"
#include "streek-pick-list.h"
#include "streek-preferences-window.h"
#include "streek-search-button.h"
#include "streek-setup-window.h"
#include "streek-views-button.h"
#include "streek-welcome-page.h"
#include "streek-window.h"

/* Builds it, lets it be measured, and checks that it goes away with its last reference. */
static void
check_widget (GtkWidget *widget)
{
  int minimum;

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  g_object_ref_sink (widget);
  g_assert_nonnull (gtk_widget_get_first_child (widget));
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >=, 0);

  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (widget);
}

static void
test_plain_templates (void)
{
  const GType types[] = {
    STREEK_TYPE_CHOOSER,
    STREEK_TYPE_COMPARISON,
    STREEK_TYPE_CONTEXT_BAR,
    STREEK_TYPE_DATE_CHOOSER,
    STREEK_TYPE_FIGURE_TABLE,
    STREEK_TYPE_HOVER_CARD,
    STREEK_TYPE_LEGEND,
    STREEK_TYPE_MAP_INSPECTOR,
    STREEK_TYPE_SEARCH_BUTTON,
    STREEK_TYPE_VIEWS_BUTTON,
    STREEK_TYPE_WELCOME_PAGE,
    STREEK_TYPE_REPORT_VIEW,
    STREEK_TYPE_CHECK_WINDOW,
    STREEK_TYPE_REFERENCE_WINDOW,
    STREEK_TYPE_ERROR_PAGE,
    STREEK_TYPE_IMPORT_AREAS_WINDOW,
    STREEK_TYPE_CHART_PAGE,
    STREEK_TYPE_PICK_LIST,
    STREEK_TYPE_ANALYSIS_PAGE,
    STREEK_TYPE_ANSWER_VIEW,
    STREEK_TYPE_SELECTION_BAR,
    STREEK_TYPE_TIME_BAR,
    STREEK_TYPE_TREND,
    STREEK_TYPE_PANEL_BUTTON,
    STREEK_TYPE_PANELS_BUTTON,
    STREEK_TYPE_POINT_PANEL,
    STREEK_TYPE_PLACES_WINDOW,
    STREEK_TYPE_SITE_WINDOW,
    STREEK_TYPE_MATRIX_VIEW,
    STREEK_TYPE_TIMELINE_VIEW,
    STREEK_TYPE_CARRY_OVER_BUTTON,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    check_widget (g_object_new (types[i], NULL));
}

static void
test_import_templates (void)
{
  const GType types[] = {
    STREEK_TYPE_IMPORT_COLUMNS_PAGE, STREEK_TYPE_IMPORT_FILE_PAGE,
    STREEK_TYPE_IMPORT_PREVIEW,      STREEK_TYPE_IMPORT_QUESTIONS_PAGE,
    STREEK_TYPE_IMPORT_WINDOW,       STREEK_TYPE_NEW_INDICATOR_WINDOW,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    check_widget (g_object_new (types[i], NULL));
}

static void
test_pages_on_a_context (void)
{
  g_autoptr (StreekContext) context = streek_context_new ();
  g_autoptr (GSettings) settings = g_settings_new (STREEK_APP_ID);

  check_widget (streek_map_page_new (context));
  check_widget (streek_check_page_new (context));
  check_widget (streek_record_page_new (context, &streek_organisation_kind));
  check_widget (streek_record_window_new (NULL, context, &streek_organisation_kind, 0));
  check_widget (streek_bodies_page_new (context));
  check_widget (streek_select_window_new (NULL, context));
  check_widget (streek_own_names_window_new (NULL, context));
  check_widget (streek_make_areas_window_new (NULL, context));
  check_widget (streek_compare_sets_window_new (NULL, context));
  check_widget (streek_fit_window_new (NULL, context));
  check_widget (streek_setup_window_new (settings, context));
  check_widget (streek_preferences_window_new (settings, context));
  check_widget (streek_preferences_window_new (settings, NULL));
}

static void
test_window (void)
{
  g_autoptr (StreekApplication) application = streek_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  StreekWindow *window = streek_window_new (application);

  g_assert_null (streek_window_get_path (window));
  g_assert_true (STREEK_IS_CONTEXT (streek_window_get_context (window)));

  /* a window that nobody sees ends GTK 4.8 where a screen reader comes upon it */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  streek_window_show_loading (window);
  streek_window_show_welcome (window);
  streek_window_leave (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_disable_setlocale ();
  adw_init ();

  g_test_add_func ("/app/templates/plain", test_plain_templates);
  g_test_add_func ("/app/templates/import", test_import_templates);
  g_test_add_func ("/app/templates/on-a-context", test_pages_on_a_context);
  g_test_add_func ("/app/templates/window", test_window);

  return g_test_run ();
}
