/* streek-chart-page.c: the tab Grafiek: a chart with the buttons that change it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-page"
#include "config.h"
#include "charts/streek-chart-page.h"

#include "charts/streek-chart-tools.h"
#include "charts/streek-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekChartPage
{
  GtkWidget parent_instance;

  GtkStack *stack; /* loading, chart, none, empty, error */
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkLabel *title_label;
  GtkLabel *context_label;
  GtkLabel *pointed_label;
  GtkLabel *notes_label;
  GtkLabel *source_label;
  StreekChartTools *tools;
  StreekChartView *view;

  StreekChartModel *model;
};

G_DEFINE_FINAL_TYPE (StreekChartPage, streek_chart_page, GTK_TYPE_WIDGET)

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_words (StreekChartPage *self, StreekChart *chart)
{
  const char *const *notes = streek_chart_get_notes (chart);
  g_autofree char *lines = notes != NULL ? g_strjoinv ("\n", (char **) notes) : NULL;

  set_line (self->title_label, streek_chart_get_title (chart));
  set_line (self->context_label, streek_chart_get_context (chart));
  set_line (self->notes_label, lines);
  set_line (self->source_label, streek_chart_get_source (chart));
}

/* Nothing to draw: which of several reasons, and what helps. */
static const char *
choose_page_without_chart (StreekChartPage *self)
{
  const GError *error = streek_question_get_error (STREEK_QUESTION (self->model));

  if (streek_context_get_indicator (streek_question_get_context (STREEK_QUESTION (self->model))) ==
      NULL)
    return "none";

  if (error == NULL)
    return "loading";

  g_autofree char *words = g_markup_escape_text (error->message, -1);
  gboolean no_data = error->domain == STREEK_FIGURE_ERROR || error->domain == STREEK_AREA_ERROR ||
                     error->domain == STREEK_INDICATOR_ERROR;

  adw_status_page_set_description (no_data ? self->empty_page : self->error_page, words);
  return no_data ? "empty" : "error";
}

static void
update (StreekChartPage *self)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);

  if (chart != NULL)
    show_words (self, chart);
  gtk_stack_set_visible_child_name (self->stack,
                                    chart != NULL ? "chart" : choose_page_without_chart (self));
}

static void
on_pointed_cb (StreekChartPage *self, const char *words)
{
  /* Translators: under a chart, while nothing is pointed at */
  gtk_label_set_text (self->pointed_label,
                      words != NULL ? words : _ ("Point at a figure to read it."));
}

static void
on_retry_cb (StreekChartPage *self)
{
  streek_question_reload (STREEK_QUESTION (self->model));
}

static void
streek_chart_page_map (GtkWidget *widget)
{
  StreekChartPage *self = STREEK_CHART_PAGE (widget);

  GTK_WIDGET_CLASS (streek_chart_page_parent_class)->map (widget);
  if (self->model != NULL)
    streek_question_set_active (STREEK_QUESTION (self->model), TRUE);
}

static void
streek_chart_page_unmap (GtkWidget *widget)
{
  StreekChartPage *self = STREEK_CHART_PAGE (widget);

  if (self->model != NULL)
    streek_question_set_active (STREEK_QUESTION (self->model), FALSE);
  GTK_WIDGET_CLASS (streek_chart_page_parent_class)->unmap (widget);
}

static void
streek_chart_page_dispose (GObject *object)
{
  StreekChartPage *self = STREEK_CHART_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (streek_chart_page_parent_class)->dispose (object);
}

static void
streek_chart_page_class_init (StreekChartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_chart_page_dispose;
  widget_class->map = streek_chart_page_map;
  widget_class->unmap = streek_chart_page_unmap;

  g_type_ensure (STREEK_TYPE_CHART_TOOLS);
  g_type_ensure (STREEK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, context_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, pointed_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, source_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, tools);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_chart_page_init (StreekChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_pointed_cb (self, NULL);
}

void
streek_chart_page_set_context (StreekChartPage *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_CHART_PAGE (self));
  g_return_if_fail (self->model == NULL);

  self->model = streek_chart_model_new (context);
  streek_question_tools_set_question (STREEK_QUESTION_TOOLS (self->tools),
                                      STREEK_QUESTION (self->model));
  streek_chart_view_set_model (self->view, self->model);
  g_signal_connect_object (self->model, "notify::answer", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

StreekChartSpec *
streek_chart_page_dup_spec (StreekChartPage *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_PAGE (self), NULL);

  const StreekChartSpec *spec = streek_chart_model_get_spec (self->model);

  return spec->indicators != NULL ? streek_chart_spec_copy (spec) : NULL;
}

void
streek_chart_page_show (StreekChartPage *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_PAGE (self));

  streek_chart_model_show (self->model, spec);
}

StreekPrintout *
streek_chart_page_dup_printout (StreekChartPage *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_PAGE (self), NULL);

  StreekChart *chart = streek_chart_model_get_chart (self->model);
  StreekWorkspace *workspace =
    streek_context_get_workspace (streek_question_get_context (STREEK_QUESTION (self->model)));

  if (chart == NULL || workspace == NULL)
    return NULL;

  return streek_printout_new_chart (workspace, streek_chart_get_spec (chart),
                                    streek_chart_get_title (chart));
}
