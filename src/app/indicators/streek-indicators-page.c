/* streek-indicators-page.c: the section with the indicators, their figures and what they mean */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-indicators-page.h"

#include "analysis/streek-analysis-page.h"
#include "base/streek-source.h"
#include "charts/streek-chart-page.h"
#include "indicators/streek-fiche-view.h"
#include "indicators/streek-indicator-list.h"
#include "indicators/streek-indicator-words.h"
#include "indicators/streek-linked-actions-view.h"
#include "indicators/streek-own-counts-view.h"
#include "indicators/streek-value-window.h"
#include "indicators/streek-values-view.h"
#include "print/streek-printable.h"
#include "streek-area-choices.h"
#include "streek-viewable.h"

#include <glib/gi18n.h>

/* Periods that fit beside the names on the narrowest sheet. */
#define N_PRINTED_PERIODS 8

struct _StreekIndicatorsPage
{
  GtkWidget parent_instance;

  StreekIndicatorList *list;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkWidget *tabs;
  GtkWidget *heading;
  GtkStack *stack;
  StreekChartPage *chart_page;
  StreekValuesView *values_view;
  AdwBin *analysis_bin;
  AdwBin *fiche_bin;
  AdwBin *actions_bin;
  AdwBin *counts_bin;

  /* made when their tab is first shown, NULL before */
  StreekAnalysisPage *analysis_page;
  StreekFicheView *fiche_view;
  StreekLinkedActionsView *actions_view;
  StreekOwnCountsView *counts_view;

  StreekContext *context;
  char *shown_code; /* (nullable): indicator that is shown */
  char *shown_tab;  /* (nullable): tab to come back to from the own counts */
};

enum
{
  PROP_0,
  PROP_SHOWS_COUNTS,
  PROP_STOP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void printable_iface_init (StreekPrintableInterface *iface);
static void viewable_iface_init (StreekViewableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekIndicatorsPage,
                               streek_indicators_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init)
                                 G_IMPLEMENT_INTERFACE (STREEK_TYPE_VIEWABLE, viewable_iface_init))

static char *
dup_when (StreekIndicatorsPage *self)
{
  StreekDate on = streek_context_get_spec (self->context)->on;

  if (on == STREEK_DATE_NONE)
    return g_strdup (_ ("areas of each period"));

  g_autofree char *date = streek_format_date (streek_format_get_default (), on);

  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("areas of %s"), date);
}

/* The name of the indicator; where even its latest figures are old, it says so. */
static char *
dup_name (StreekIndicatorsPage *self, const StreekIndicator *indicator)
{
  const StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *name = streek_indicator_get_shown_name (indicator);
  StreekPeriod newest;

  if (!streek_catalogue_find_newest_period (catalogue, indicator, &newest) ||
      !streek_catalogue_is_old (catalogue, indicator, newest))
    return g_strdup (name);

  g_autofree char *period = streek_format_period (streek_format_get_default (), newest);

  return g_str_has_suffix (name, period)
           ? g_strdup (name)
           : g_strdup_printf (_ ("%1$s (latest figures: %2$s)"), name, period);
}

static void
make_analysis (StreekIndicatorsPage *self)
{
  self->analysis_page = g_object_new (STREEK_TYPE_ANALYSIS_PAGE, NULL);
  streek_analysis_page_set_context (self->analysis_page, self->context);
  adw_bin_set_child (self->analysis_bin, GTK_WIDGET (self->analysis_page));
}

static void
make_fiche (StreekIndicatorsPage *self)
{
  self->fiche_view = g_object_new (STREEK_TYPE_FICHE_VIEW, NULL);
  adw_bin_set_child (self->fiche_bin, GTK_WIDGET (self->fiche_view));
  streek_fiche_view_set_context (self->fiche_view, self->context);
}

static void
make_actions (StreekIndicatorsPage *self)
{
  self->actions_view = g_object_new (STREEK_TYPE_LINKED_ACTIONS_VIEW, NULL);
  streek_linked_actions_view_set_context (self->actions_view, self->context);
  adw_bin_set_child (self->actions_bin, GTK_WIDGET (self->actions_view));
}

static void
make_counts (StreekIndicatorsPage *self)
{
  self->counts_view = g_object_new (STREEK_TYPE_OWN_COUNTS_VIEW, NULL);
  streek_own_counts_view_set_context (self->counts_view, self->context);
  adw_bin_set_child (self->counts_bin, GTK_WIDGET (self->counts_view));
}

/* All tabs at once would hold the window when the section is first shown. */
static void
make_tab (StreekIndicatorsPage *self, const char *tab)
{
  if (g_strcmp0 (tab, "analysis") == 0 && self->analysis_page == NULL)
    make_analysis (self);
  else if (g_strcmp0 (tab, "fiche") == 0 && self->fiche_view == NULL)
    make_fiche (self);
  else if (g_strcmp0 (tab, "actions") == 0 && self->actions_view == NULL)
    make_actions (self);
  else if (g_strcmp0 (tab, "counts") == 0 && self->counts_view == NULL)
    make_counts (self);
}

static gboolean
shows_counts (StreekIndicatorsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "counts") == 0;
}

/* They are of no indicator, so they take the place of all its tabs. */
static void
set_shows_counts (StreekIndicatorsPage *self, gboolean show)
{
  if (show == shows_counts (self))
    return;

  if (show)
    {
      g_free (self->shown_tab);
      self->shown_tab = g_strdup (gtk_stack_get_visible_child_name (self->stack));
    }

  gtk_stack_set_visible_child_name (self->stack, show ? "counts" : self->shown_tab);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_COUNTS]);
}

static void
show_indicator (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  set_shows_counts (STREEK_INDICATORS_PAGE (widget), FALSE);
}

static void
update_title (StreekIndicatorsPage *self)
{
  if (shows_counts (self))
    {
      gtk_label_set_text (self->title_label, _ ("Own Counts"));
      return;
    }

  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  g_autofree char *where = streek_context_dup_shown_areas (self->context);
  g_autofree char *when = dup_when (self);
  g_autofree char *subtitle = indicator != NULL
                                ? g_strdup_printf ("%s · %s · %s", indicator->unit, where, when)
                                : g_strdup_printf ("%s · %s", where, when);

  g_autofree char *title =
    indicator != NULL ? dup_name (self, indicator) : g_strdup (_ ("Indicators"));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
}

/* Another indicator is chosen, here or from a search: it is what is asked for. */
static void
on_context_changed_cb (StreekIndicatorsPage *self)
{
  const char *code = streek_context_get_spec (self->context)->indicator;

  if (g_strcmp0 (code, self->shown_code) != 0)
    {
      g_free (self->shown_code);
      self->shown_code = g_strdup (code);
      set_shows_counts (self, FALSE);
    }

  update_title (self);
}

static void
on_area_activated_cb (StreekIndicatorsPage *self, const char *code)
{
  GtkWidget *window = streek_value_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               self->context, code);

  gtk_window_present (GTK_WINDOW (window));
}

static StreekPrintout *
dup_table_printout (StreekIndicatorsPage *self)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  StreekValueGrid *grid = streek_values_view_get_grid (self->values_view);

  if (indicator == NULL || grid == NULL || streek_value_grid_get_n_areas (grid) == 0)
    return NULL;

  g_autoptr (StreekTable) table = streek_value_grid_make_table (grid, G_MAXUINT);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  guint n = MIN (streek_table_get_n_columns (table), 2 + N_PRINTED_PERIODS);
  g_autofree char *where = streek_context_dup_shown_areas (self->context);
  g_autofree char *when = dup_when (self);
  g_autofree char *context = g_strdup_printf ("%s · %s", where, when);
  g_autofree char *name = dup_name (self, indicator);
  g_autofree char *title = g_strdup_printf ("%s (%s)", name, indicator->unit);
  g_autofree char *source = streek_source_make_line (&indicator->source, 1);
  StreekSheetWords words = { title, context, source, NULL };

  /* names are enough on paper; files have the codes too */
  for (guint i = 1; i < n; i++)
    g_ptr_array_add (columns, (gpointer) streek_table_get_column_id (table, i));

  g_ptr_array_add (columns, NULL);

  return streek_printout_new_table (table, (const char *const *) columns->pdata, &words);
}

/* What is shown is what is printed: the chart, the analysis, the linked actions, the figures, the
 * own counts. */
static StreekPrintout *
dup_printout (StreekPrintable *printable)
{
  StreekIndicatorsPage *self = STREEK_INDICATORS_PAGE (printable);

  const char *tab = gtk_stack_get_visible_child_name (self->stack);

  if (shows_counts (self))
    return streek_own_counts_view_dup_printout (self->counts_view);

  return g_strcmp0 (tab, "chart") == 0 ? streek_chart_page_dup_printout (self->chart_page)
         : g_strcmp0 (tab, "analysis") == 0
           ? streek_analysis_page_dup_printout (self->analysis_page)
         : g_strcmp0 (tab, "actions") == 0
           ? streek_linked_actions_view_dup_printout (self->actions_view)
           : dup_table_printout (self);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = dup_printout;
}

static StreekSavedView *
dup_chart_view (StreekIndicatorsPage *self)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_page_dup_spec (self->chart_page);

  return spec != NULL ? streek_saved_view_new_chart (NULL, spec) : NULL;
}

static StreekSavedView *
dup_analysis_view (StreekIndicatorsPage *self)
{
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_page_dup_query (self->analysis_page);

  return query != NULL ? streek_saved_view_new_analysis (NULL, query) : NULL;
}

static StreekSavedView *
dup_view (StreekViewable *viewable)
{
  StreekIndicatorsPage *self = STREEK_INDICATORS_PAGE (viewable);
  const char *tab = gtk_stack_get_visible_child_name (self->stack);

  return g_strcmp0 (tab, "chart") == 0      ? dup_chart_view (self)
         : g_strcmp0 (tab, "analysis") == 0 ? dup_analysis_view (self)
                                            : NULL;
}

static void
show_view (StreekViewable *viewable, const StreekSavedView *view)
{
  StreekIndicatorsPage *self = STREEK_INDICATORS_PAGE (viewable);

  set_shows_counts (self, FALSE);
  gtk_stack_set_visible_child_name (self->stack, view->chart != NULL ? "chart" : "analysis");
  if (view->chart != NULL)
    streek_chart_page_show (self->chart_page, view->chart);
  else
    streek_analysis_page_show (self->analysis_page, view->analysis);
}

static void
viewable_iface_init (StreekViewableInterface *iface)
{
  iface->dup_view = dup_view;
  iface->show_view = show_view;
}

/* A chart and an analysis say themselves of what they are. */
static void
on_tab_cb (StreekIndicatorsPage *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->stack);
  gboolean has_words = g_strcmp0 (tab, "chart") == 0 || g_strcmp0 (tab, "analysis") == 0;

  make_tab (self, tab);
  gtk_widget_set_visible (self->heading, !has_words);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), !shows_counts (self));
  gtk_widget_set_visible (self->tabs, !shows_counts (self));
  update_title (self);
}

static void
streek_indicators_page_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWS_COUNTS:
      g_value_set_boolean (value, shows_counts (STREEK_INDICATORS_PAGE (object)));
      break;
    case PROP_STOP:
      g_value_set_string (
        value, gtk_stack_get_visible_child_name (STREEK_INDICATORS_PAGE (object)->stack));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
streek_indicators_page_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWS_COUNTS:
      set_shows_counts (STREEK_INDICATORS_PAGE (object), g_value_get_boolean (value));
      break;
    case PROP_STOP: /* a tab, for the way back */
      gtk_stack_set_visible_child_name (STREEK_INDICATORS_PAGE (object)->stack,
                                        g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
streek_indicators_page_dispose (GObject *object)
{
  StreekIndicatorsPage *self = STREEK_INDICATORS_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->context);
  g_clear_pointer (&self->shown_code, g_free);
  g_clear_pointer (&self->shown_tab, g_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_indicators_page_parent_class)->dispose (object);
}

static void
streek_indicators_page_class_init (StreekIndicatorsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_indicators_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = streek_indicators_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = streek_indicators_page_set_property;

  properties[PROP_SHOWS_COUNTS] =
    g_param_spec_boolean ("shows-counts", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STOP] =
    g_param_spec_string ("stop", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (STREEK_TYPE_CHART_PAGE);
  g_type_ensure (STREEK_TYPE_INDICATOR_LIST);
  g_type_ensure (STREEK_TYPE_VALUES_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-indicators-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, list);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, analysis_bin);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, chart_page);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, values_view);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, fiche_bin);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, actions_bin);
  gtk_widget_class_bind_template_child (widget_class, StreekIndicatorsPage, counts_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_area_activated_cb);
  gtk_widget_class_install_property_action (widget_class, "indicators.own-counts", "shows-counts");
  gtk_widget_class_install_action (widget_class, "indicators.show", NULL, show_indicator);
}

static void
streek_indicators_page_init (StreekIndicatorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_indicators_page_new (StreekContext *context)
{
  StreekIndicatorsPage *self = g_object_new (STREEK_TYPE_INDICATORS_PAGE, NULL);

  self->context = g_object_ref (context);
  streek_indicator_list_set_context (self->list, context);
  streek_chart_page_set_context (self->chart_page, context);
  streek_values_view_set_context (self->values_view, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_tab_cb), self,
                           G_CONNECT_SWAPPED);
  on_context_changed_cb (self);
  on_tab_cb (self);

  return GTK_WIDGET (self);
}
