/* streek-analysis-tools.c: the buttons over an analysis: kind, areas, indicators, periods, test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-tools"
#include "config.h"
#include "analysis/streek-analysis-tools.h"

#include "analysis/streek-analysis-model.h"

#include <glib/gi18n.h>
#include <math.h>

/* What streek_analysis_run() takes where nothing is said. */
#define DEFAULT_PERMUTATIONS 999
#define DEFAULT_SIGNIFICANCE 0.05

/* In the order of the list in the template. */
static const double significances[] = { 0.1, 0.05, 0.01, 0.001 };

struct _StreekAnalysisTools
{
  StreekQuestionTools parent_instance;

  GtkMenuButton *test_button;
  GtkSpinButton *permutations_spin;
  GtkSpinButton *seed_spin;
  GtkDropDown *significance_drop_down;

  char *references[2]; /* the one of the query, as a list */
  gboolean is_filling; /* widgets are being set from the query */
};

G_DEFINE_FINAL_TYPE (StreekAnalysisTools, streek_analysis_tools, STREEK_TYPE_QUESTION_TOOLS)

static StreekAnalysisModel *
get_model (gpointer self)
{
  return STREEK_ANALYSIS_MODEL (streek_question_tools_get_question (self));
}

static const StreekAnalysisQuery *
get_query (gpointer self)
{
  return streek_analysis_model_get_query (get_model (self));
}

/* What every answer has */

static const char *
streek_analysis_tools_get_kind_label (StreekQuestionTools *self)
{
  return streek_analysis_kind_get_label (get_query (self)->kind);
}

static char *
streek_analysis_tools_name_kind (const char *label)
{
  /* Translators: name of a button for screen readers; %s is a kind of analysis */
  return g_strdup_printf (_ ("Kind of analysis: %s"), label);
}

static void
streek_analysis_tools_add_kinds (StreekQuestionTools *self, StreekKindList *kinds)
{
  for (StreekAnalysisKind kind = 0; kind < STREEK_N_ANALYSES; kind++)
    {
      g_autofree char *why_not = streek_analysis_model_explain_unfit (get_model (self), kind);

      streek_kind_list_add (kinds, kind, streek_analysis_kind_get_label (kind), why_not,
                            kind == get_query (self)->kind);
    }
}

static void
streek_analysis_tools_choose_kind (StreekQuestionTools *self, int kind)
{
  streek_analysis_model_set_kind (get_model (self), (StreekAnalysisKind) kind);
}

static StreekQuestionChoices
streek_analysis_tools_get_choices (StreekQuestionTools *tools)
{
  StreekAnalysisTools *self = STREEK_ANALYSIS_TOOLS (tools);
  const StreekAnalysisQuery *query = get_query (self);

  self->references[0] = query->reference;

  return (StreekQuestionChoices){ query->indicators, self->references, query->periods,
                                  query->base };
}

static void
streek_analysis_tools_take_choices (StreekQuestionTools *self, const StreekQuestionChoices *choices)
{
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_copy (get_query (self));

  g_strfreev (query->indicators);
  query->indicators = g_strdupv (choices->indicators);
  g_free (query->reference);
  query->reference = g_strdup (choices->references != NULL ? choices->references[0] : NULL);
  query->periods = choices->periods;
  query->base = choices->base;
  streek_analysis_model_set_query (get_model (self), query);
}

static void
streek_analysis_tools_update (StreekQuestionTools *tools)
{
  StreekAnalysisTools *self = STREEK_ANALYSIS_TOOLS (tools);
  StreekAnalysisKind kind = get_query (self)->kind;

  gtk_widget_set_visible (GTK_WIDGET (self->test_button), kind == STREEK_ANALYSIS_MORAN);
  streek_question_tools_show_base (tools, kind == STREEK_ANALYSIS_INDEX);
  streek_question_tools_show_references (tools, kind != STREEK_ANALYSIS_CHANGE &&
                                                  kind != STREEK_ANALYSIS_INDEX &&
                                                  kind != STREEK_ANALYSIS_MORAN);
}

/* Test of significance */

static guint
find_significance (double significance)
{
  double wanted = significance > 0 ? significance : DEFAULT_SIGNIFICANCE;

  for (guint i = 0; i < G_N_ELEMENTS (significances); i++)
    if (fabs (significances[i] - wanted) < 1e-9)
      return i;

  return 0;
}

static void
fill_significances (StreekAnalysisTools *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (significances); i++)
    {
      g_autofree char *name = streek_format_number (streek_format_get_default (), significances[i],
                                                    i < 1   ? 1
                                                    : i < 3 ? 2
                                                            : 3);

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->significance_drop_down, G_LIST_MODEL (names));
}

static void
on_test_show_cb (StreekAnalysisTools *self)
{
  const StreekAnalysisQuery *query = get_query (self);

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->permutations_spin, query->n_permutations > 0
                                                        ? query->n_permutations
                                                        : DEFAULT_PERMUTATIONS);
  gtk_spin_button_set_value (self->seed_spin, (double) query->seed);
  gtk_drop_down_set_selected (self->significance_drop_down,
                              find_significance (query->significance));
  self->is_filling = FALSE;
}

static void
on_test_cb (StreekAnalysisTools *self)
{
  guint position = gtk_drop_down_get_selected (self->significance_drop_down);

  if (self->is_filling || position >= G_N_ELEMENTS (significances))
    return;

  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_copy (get_query (self));

  query->n_permutations = (guint) gtk_spin_button_get_value_as_int (self->permutations_spin);
  query->seed = (guint64) gtk_spin_button_get_value (self->seed_spin);
  query->significance = significances[position];
  streek_analysis_model_set_query (get_model (self), query);
}

static void
streek_analysis_tools_class_init (StreekAnalysisToolsClass *klass)
{
  static const StreekQuestionWords words = {
    .kind = N_ ("Kind of analysis"),
    .indicators_tip = N_ ("More indicators in the same analysis"),
    .periods_tip = N_ ("From when to when"),
    .no_reference = N_ ("As the analysis takes it by itself"),
    .no_base = N_ ("The first"),
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekQuestionToolsClass *tools_class = STREEK_QUESTION_TOOLS_CLASS (klass);

  tools_class->words = &words;
  tools_class->has_one_reference = TRUE;
  tools_class->get_kind_label = streek_analysis_tools_get_kind_label;
  tools_class->name_kind = streek_analysis_tools_name_kind;
  tools_class->add_kinds = streek_analysis_tools_add_kinds;
  tools_class->choose_kind = streek_analysis_tools_choose_kind;
  tools_class->get_choices = streek_analysis_tools_get_choices;
  tools_class->take_choices = streek_analysis_tools_take_choices;
  tools_class->update = streek_analysis_tools_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-analysis-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, test_button);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, permutations_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, seed_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, significance_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_test_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_cb);
}

static void
streek_analysis_tools_init (StreekAnalysisTools *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_significances (self);
  self->is_filling = FALSE;
}
