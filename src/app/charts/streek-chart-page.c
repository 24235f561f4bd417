/* streek-chart-page.c: the tab Grafiek: a chart with the buttons that change it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-page"
#include "config.h"
#include "charts/streek-chart-page.h"

#include "charts/streek-chart-tools.h"
#include "charts/streek-chart-view.h"

#include <glib/gi18n.h>

struct _StreekChartPage
{
  StreekQuestionPage parent_instance;

  GtkLabel *pointed_label;
  StreekChartView *view;
};

G_DEFINE_FINAL_TYPE (StreekChartPage, streek_chart_page, STREEK_TYPE_QUESTION_PAGE)

static StreekChartModel *
get_model (gpointer self)
{
  return STREEK_CHART_MODEL (streek_question_page_get_question (self));
}

static void
streek_chart_page_name_answer (StreekQuestionPage *self)
{
  StreekChart *chart = streek_chart_model_get_chart (get_model (self));

  streek_question_page_set_words (self, streek_chart_get_title (chart),
                                  streek_chart_get_context (chart), streek_chart_get_notes (chart),
                                  streek_chart_get_source (chart));
}

static void
on_pointed_cb (StreekChartPage *self, const char *words)
{
  /* Translators: under a chart, while nothing is pointed at */
  gtk_label_set_text (self->pointed_label,
                      words != NULL ? words : _ ("Point at a figure to read it."));
}

static void
streek_chart_page_class_init (StreekChartPageClass *klass)
{
  static const StreekQuestionPageWords words = {
    .no_indicator = N_ ("Choose one in the list to see its chart."),
    .no_answer = N_ ("Nothing to Draw Here"),
    .failed = N_ ("The Chart Could Not Be Made"),
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekQuestionPageClass *page_class = STREEK_QUESTION_PAGE_CLASS (klass);

  page_class->words = &words;
  page_class->name_answer = streek_chart_page_name_answer;

  g_type_ensure (STREEK_TYPE_CHART_TOOLS);
  g_type_ensure (STREEK_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, pointed_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_pointed_cb);
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

  g_autoptr (StreekChartModel) model = streek_chart_model_new (context);

  streek_question_page_set_question (STREEK_QUESTION_PAGE (self), STREEK_QUESTION (model));
  streek_chart_view_set_model (self->view, model);
}

StreekChartSpec *
streek_chart_page_dup_spec (StreekChartPage *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_PAGE (self), NULL);

  const StreekChartSpec *spec = streek_chart_model_get_spec (get_model (self));

  return spec->indicators != NULL ? streek_chart_spec_copy (spec) : NULL;
}

void
streek_chart_page_show (StreekChartPage *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_PAGE (self));

  streek_chart_model_show (get_model (self), spec);
}

StreekPrintout *
streek_chart_page_dup_printout (StreekChartPage *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_PAGE (self), NULL);

  StreekChart *chart = streek_chart_model_get_chart (get_model (self));
  StreekWorkspace *workspace =
    streek_context_get_workspace (streek_question_get_context (STREEK_QUESTION (get_model (self))));

  if (chart == NULL || workspace == NULL)
    return NULL;

  return streek_printout_new_chart (workspace, streek_chart_get_spec (chart),
                                    streek_chart_get_title (chart));
}
