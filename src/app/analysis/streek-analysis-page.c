/* streek-analysis-page.c: the tab Analyse: figures held against each other, as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-page"
#include "config.h"
#include "analysis/streek-analysis-page.h"

#include "analysis/streek-analysis-tools.h"
#include "analysis/streek-analysis-view.h"
#include "base/streek-source.h"
#include "stats/streek-stats-error.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekAnalysisPage
{
  GtkWidget parent_instance;

  GtkStack *stack; /* loading, answer, none, empty, error */
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;
  GtkLabel *title_label;
  GtkLabel *context_label;
  GtkLabel *notes_label;
  GtkLabel *source_label;
  GtkSpinner *spinner;
  StreekAnalysisTools *tools;
  StreekAnalysisView *view;

  StreekAnalysisModel *model;
};

G_DEFINE_FINAL_TYPE (StreekAnalysisPage, streek_analysis_page, GTK_TYPE_WIDGET)

static void
set_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The text of a column that says the same in all rows, NULL where it does not. */
static const char *
find_common (const StreekTable *table, const char *id)
{
  int column = streek_table_find_column (table, id);
  const char *common = NULL;

  for (guint row = 0; column >= 0 && row < streek_table_get_n_rows (table); row++)
    {
      const char *text = streek_table_get_text (table, row, (guint) column);

      if (text == NULL)
        continue;
      if (common != NULL && g_strcmp0 (common, text) != 0)
        return NULL;
      common = text;
    }

  return common;
}

/* "personen · gebieden van 1 januari 2024" */
static char *
make_context (const StreekAnalysis *analysis)
{
  const StreekTable *table = analysis->table;
  const char *unit = find_common (table, "unit");
  int column = streek_table_find_column (table, "on");
  StreekDate on = column >= 0 && streek_table_get_n_rows (table) > 0
                    ? streek_table_get_date (table, 0, (guint) column)
                    : STREEK_DATE_NONE;

  if (on == STREEK_DATE_NONE)
    return g_strdup (unit);

  g_autofree char *date = streek_format_date (streek_format_get_default (), on);
  /* Translators: %s is a date. */
  g_autofree char *areas = g_strdup_printf (_ ("areas of %s"), date);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s · %s", unit, areas)
                                       : g_steal_pointer (&areas);
}

/* (array zero-terminated=1): how it was computed, then what is left out */
static GStrv
list_notes (const StreekAnalysis *analysis)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < analysis->notes->len; i++)
    g_ptr_array_add (notes, g_strdup (g_ptr_array_index (analysis->notes, i)));
  for (guint i = 0; i < streek_table_get_n_remarks (analysis->table); i++)
    g_ptr_array_add (notes, g_strdup (streek_table_get_remark (analysis->table, i)));
  g_ptr_array_add (notes, NULL);

  return (GStrv) g_ptr_array_steal (notes, NULL);
}

/* Every source of what was asked, once. */
static char *
make_source (StreekAnalysisPage *self)
{
  StreekCatalogue *catalogue =
    streek_context_get_catalogue (streek_question_get_context (STREEK_QUESTION (self->model)));
  char **codes = streek_analysis_model_get_query (self->model)->indicators;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; catalogue != NULL && codes != NULL && codes[i] != NULL; i++)
    {
      const StreekIndicator *indicator = streek_catalogue_find (catalogue, codes[i], NULL);

      if (indicator != NULL)
        g_ptr_array_add (sources, (gpointer) indicator->source);
    }

  return streek_source_make_line ((const char *const *) sources->pdata, sources->len);
}

static void
show_words (StreekAnalysisPage *self, const StreekAnalysis *analysis)
{
  g_auto (GStrv) notes = list_notes (analysis);
  g_autofree char *lines = g_strjoinv ("\n", notes);
  g_autofree char *context = make_context (analysis);
  g_autofree char *source = make_source (self);

  set_line (self->title_label, analysis->title);
  set_line (self->context_label, context);
  set_line (self->notes_label, lines);
  set_line (self->source_label, source);
}

/* No answer: which of several reasons, and what helps. */
static const char *
choose_page_without_answer (StreekAnalysisPage *self)
{
  const GError *error = streek_question_get_error (STREEK_QUESTION (self->model));

  if (streek_context_get_indicator (streek_question_get_context (STREEK_QUESTION (self->model))) ==
      NULL)
    return "none";

  if (error == NULL)
    return "loading";

  g_autofree char *words = g_markup_escape_text (error->message, -1);
  gboolean no_answer = error->domain == STREEK_AREA_ERROR || error->domain == STREEK_STATS_ERROR ||
                       error->domain == STREEK_INDICATOR_ERROR;

  adw_status_page_set_description (no_answer ? self->empty_page : self->error_page, words);
  return no_answer ? "empty" : "error";
}

static void
on_analysis_cb (StreekAnalysisPage *self)
{
  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (self->model);

  if (analysis != NULL)
    show_words (self, analysis);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (
    self->stack, analysis != NULL ? "answer" : choose_page_without_answer (self));
}

static void
on_changed_cb (StreekAnalysisPage *self)
{
  gtk_spinner_start (self->spinner);
}

static void
on_retry_cb (StreekAnalysisPage *self)
{
  streek_question_reload (STREEK_QUESTION (self->model));
}

static void
streek_analysis_page_map (GtkWidget *widget)
{
  StreekAnalysisPage *self = STREEK_ANALYSIS_PAGE (widget);

  GTK_WIDGET_CLASS (streek_analysis_page_parent_class)->map (widget);
  if (self->model != NULL)
    streek_question_set_active (STREEK_QUESTION (self->model), TRUE);
}

static void
streek_analysis_page_unmap (GtkWidget *widget)
{
  StreekAnalysisPage *self = STREEK_ANALYSIS_PAGE (widget);

  if (self->model != NULL)
    streek_question_set_active (STREEK_QUESTION (self->model), FALSE);
  GTK_WIDGET_CLASS (streek_analysis_page_parent_class)->unmap (widget);
}

static void
streek_analysis_page_dispose (GObject *object)
{
  StreekAnalysisPage *self = STREEK_ANALYSIS_PAGE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (streek_analysis_page_parent_class)->dispose (object);
}

static void
streek_analysis_page_class_init (StreekAnalysisPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_analysis_page_dispose;
  widget_class->map = streek_analysis_page_map;
  widget_class->unmap = streek_analysis_page_unmap;

  g_type_ensure (STREEK_TYPE_ANALYSIS_TOOLS);
  g_type_ensure (STREEK_TYPE_ANALYSIS_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-analysis-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, context_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, source_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, tools);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_analysis_page_init (StreekAnalysisPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_analysis_page_set_context (StreekAnalysisPage *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_PAGE (self));
  g_return_if_fail (self->model == NULL);

  self->model = streek_analysis_model_new (context);
  streek_question_tools_set_question (STREEK_QUESTION_TOOLS (self->tools),
                                      STREEK_QUESTION (self->model));
  streek_analysis_view_set_model (self->view, self->model);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::answer", G_CALLBACK (on_analysis_cb), self,
                           G_CONNECT_SWAPPED);
  on_analysis_cb (self);
}

StreekAnalysisQuery *
streek_analysis_page_dup_query (StreekAnalysisPage *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_PAGE (self), NULL);

  return streek_analysis_model_dup_shown (self->model);
}

void
streek_analysis_page_show (StreekAnalysisPage *self, const StreekAnalysisQuery *query)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_PAGE (self));

  streek_analysis_model_show (self->model, query);
}

StreekPrintout *
streek_analysis_page_dup_printout (StreekAnalysisPage *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_PAGE (self), NULL);

  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (self->model);

  if (analysis == NULL)
    return NULL;

  g_autofree const char **columns = streek_analysis_view_list_columns (analysis);
  g_auto (GStrv) notes = list_notes (analysis);
  g_autofree char *context = make_context (analysis);
  g_autofree char *source = make_source (self);
  StreekSheetWords words = { analysis->title, context, source, notes };

  return streek_printout_new_table (analysis->table, columns, &words);
}
