/* streek-analysis-page.c: the tab Analyse: figures held against each other, as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-page"
#include "config.h"
#include "analysis/streek-analysis-page.h"

#include "analysis/streek-analysis-tools.h"
#include "analysis/streek-analysis-view.h"
#include "base/streek-source.h"

#include <glib/gi18n.h>

struct _StreekAnalysisPage
{
  StreekQuestionPage parent_instance;

  StreekAnalysisView *view;
};

G_DEFINE_FINAL_TYPE (StreekAnalysisPage, streek_analysis_page, STREEK_TYPE_QUESTION_PAGE)

static StreekAnalysisModel *
get_model (gpointer self)
{
  return STREEK_ANALYSIS_MODEL (streek_question_page_get_question (self));
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
    streek_context_get_catalogue (streek_question_get_context (STREEK_QUESTION (get_model (self))));
  char **codes = streek_analysis_model_get_query (get_model (self))->indicators;
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
streek_analysis_page_name_answer (StreekQuestionPage *page)
{
  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (get_model (page));
  g_auto (GStrv) notes = list_notes (analysis);
  g_autofree char *context = make_context (analysis);
  g_autofree char *source = make_source (STREEK_ANALYSIS_PAGE (page));

  streek_question_page_set_words (page, analysis->title, context, (const char *const *) notes,
                                  source);
}

static void
streek_analysis_page_class_init (StreekAnalysisPageClass *klass)
{
  static const StreekQuestionPageWords words = {
    .no_indicator = N_ ("Choose one in the list to analyse it."),
    .no_answer = N_ ("This Cannot Be Computed"),
    .failed = N_ ("The Analysis Could Not Be Made"),
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekQuestionPageClass *page_class = STREEK_QUESTION_PAGE_CLASS (klass);

  page_class->words = &words;
  page_class->takes_long = TRUE;
  page_class->name_answer = streek_analysis_page_name_answer;

  g_type_ensure (STREEK_TYPE_ANALYSIS_TOOLS);
  g_type_ensure (STREEK_TYPE_ANALYSIS_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-analysis-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisPage, view);
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

  g_autoptr (StreekAnalysisModel) model = streek_analysis_model_new (context);

  streek_question_page_set_question (STREEK_QUESTION_PAGE (self), STREEK_QUESTION (model));
  streek_analysis_view_set_model (self->view, model);
}

StreekAnalysisQuery *
streek_analysis_page_dup_query (StreekAnalysisPage *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_PAGE (self), NULL);

  return streek_analysis_model_dup_shown (get_model (self));
}

void
streek_analysis_page_show (StreekAnalysisPage *self, const StreekAnalysisQuery *query)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_PAGE (self));

  streek_analysis_model_show (get_model (self), query);
}

StreekPrintout *
streek_analysis_page_dup_printout (StreekAnalysisPage *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_PAGE (self), NULL);

  const StreekAnalysis *analysis = streek_analysis_model_get_analysis (get_model (self));

  if (analysis == NULL)
    return NULL;

  g_autofree const char **columns = streek_analysis_view_list_columns (analysis);
  g_auto (GStrv) notes = list_notes (analysis);
  g_autofree char *context = make_context (analysis);
  g_autofree char *source = make_source (self);
  StreekSheetWords words = { analysis->title, context, source, notes };

  return streek_printout_new_table (analysis->table, columns, &words);
}
