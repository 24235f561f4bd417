/* streek-analysis-tools.c: the buttons over an analysis: kind, areas, indicators, periods, test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-tools"
#include "config.h"
#include "analysis/streek-analysis-tools.h"

#include "streek-area-choices.h"
#include "streek-kind-list.h"
#include "streek-period-choice.h"
#include "streek-pick-list.h"

#include <glib/gi18n.h>
#include <math.h>

/* What streek_analysis_run() takes where nothing is said. */
#define DEFAULT_PERMUTATIONS 999
#define DEFAULT_SIGNIFICANCE 0.05

/* In the order of the list in the template. */
static const double significances[] = { 0.1, 0.05, 0.01, 0.001 };

struct _StreekAnalysisTools
{
  GtkWidget parent_instance;

  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  StreekKindList *kinds;
  GtkCheckButton *shown_check;
  GtkCheckButton *within_check;
  GtkWidget *reference_box;
  StreekPickList *reference_list;
  StreekPickList *indicator_list;
  GtkDropDown *first_drop_down;
  GtkDropDown *last_drop_down;
  GtkWidget *base_label;
  GtkDropDown *base_drop_down;
  GtkMenuButton *test_button;
  GtkSpinButton *permutations_spin;
  GtkSpinButton *seed_spin;
  GtkDropDown *significance_drop_down;

  StreekAnalysisModel *model;
  GArray *periods;     /* (element-type StreekPeriod): those in the lists of periods */
  gboolean is_filling; /* widgets are being set from the query */
};

G_DEFINE_FINAL_TYPE (StreekAnalysisTools, streek_analysis_tools, GTK_TYPE_WIDGET)

static StreekContext *
get_context (StreekAnalysisTools *self)
{
  return streek_analysis_model_get_context (self->model);
}

static const StreekAnalysisQuery *
get_query (StreekAnalysisTools *self)
{
  return streek_analysis_model_get_query (self->model);
}

/* Kind */

static void
update_kind (StreekAnalysisTools *self)
{
  StreekAnalysisKind kind = get_query (self)->kind;
  const char *label = streek_analysis_kind_get_label (kind);
  /* Translators: name of a button for screen readers; %s is a kind of analysis */
  g_autofree char *name = g_strdup_printf (_ ("Kind of analysis: %s"), label);

  gtk_label_set_text (self->kind_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->test_button), kind == STREEK_ANALYSIS_MORAN);
  gtk_widget_set_visible (GTK_WIDGET (self->base_drop_down), kind == STREEK_ANALYSIS_INDEX);
  gtk_widget_set_visible (self->base_label, kind == STREEK_ANALYSIS_INDEX);
  gtk_widget_set_visible (self->reference_box, kind != STREEK_ANALYSIS_CHANGE &&
                                                 kind != STREEK_ANALYSIS_INDEX &&
                                                 kind != STREEK_ANALYSIS_MORAN);
}

static void
on_kinds_show_cb (StreekAnalysisTools *self)
{
  streek_kind_list_clear (self->kinds);
  for (StreekAnalysisKind kind = 0; kind < STREEK_N_ANALYSES; kind++)
    {
      g_autofree char *why_not = streek_analysis_model_explain_unfit (self->model, kind);

      streek_kind_list_add (self->kinds, kind, streek_analysis_kind_get_label (kind), why_not,
                            kind == get_query (self)->kind);
    }
  streek_kind_list_start (self->kinds);
}

static void
on_kind_chosen_cb (StreekAnalysisTools *self, int kind)
{
  streek_analysis_model_set_kind (self->model, (StreekAnalysisKind) kind);
  gtk_menu_button_popdown (self->kind_button);
}

/* Areas */

static void
on_areas_show_cb (StreekAnalysisTools *self)
{
  StreekContext *context = get_context (self);
  const StreekArea *within = streek_context_get_within_area (context);
  g_autofree char *shown = streek_context_dup_shown_areas (context);
  /* Translators: %s is the name of an area */
  g_autofree char *only =
    within != NULL ? g_strdup_printf (_ ("Only %s itself"), within->name) : NULL;
  gboolean only_within = within != NULL && streek_analysis_model_get_only_within (self->model);
  const char *references[] = { get_query (self)->reference, NULL };

  self->is_filling = TRUE;
  gtk_check_button_set_label (self->shown_check, shown);
  gtk_check_button_set_label (self->within_check, only != NULL ? only : "");
  gtk_widget_set_visible (GTK_WIDGET (self->within_check), within != NULL);
  gtk_check_button_set_active (only_within ? self->within_check : self->shown_check, TRUE);

  g_autoptr (GListStore) choices = streek_area_choices_new (
    streek_context_get_areas (context), streek_context_get_area_date (context), NULL);

  streek_pick_list_set_choices (self->reference_list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (self->reference_list, references);
  self->is_filling = FALSE;
}

static void
on_areas_toggled_cb (StreekAnalysisTools *self, GtkCheckButton *check)
{
  if (!self->is_filling && gtk_check_button_get_active (check))
    streek_analysis_model_set_only_within (self->model, check == self->within_check);
}

/* One at a time: another takes the place of the one before. */
static void
on_reference_cb (StreekAnalysisTools *self)
{
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_copy (get_query (self));
  g_auto (GStrv) ids = streek_pick_list_dup_ids (self->reference_list);
  guint n = ids != NULL ? g_strv_length (ids) : 0;
  const char *newest[] = { n > 0 ? ids[n - 1] : NULL, NULL };

  if (n > 1)
    streek_pick_list_set_ids (self->reference_list, newest);

  g_free (query->reference);
  query->reference = g_strdup (newest[0]);
  streek_analysis_model_set_query (self->model, query);
}

/* Indicators */

static void
on_indicators_show_cb (StreekAnalysisTools *self)
{
  g_autoptr (GListStore) choices =
    streek_indicator_choices_new (streek_context_get_catalogue (get_context (self)));

  streek_pick_list_set_choices (self->indicator_list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (self->indicator_list,
                            (const char *const *) get_query (self)->indicators);
  streek_pick_list_start (self->indicator_list);
}

static void
on_indicators_cb (StreekAnalysisTools *self)
{
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_copy (get_query (self));

  g_strfreev (query->indicators);
  query->indicators = streek_pick_list_dup_ids (self->indicator_list);
  streek_analysis_model_set_query (self->model, query);
}

/* Periods */

static void
on_periods_show_cb (StreekAnalysisTools *self)
{
  const StreekAnalysisQuery *query = get_query (self);

  self->is_filling = TRUE;
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = streek_context_list_periods (get_context (self));
  /* Translators: in a list of periods: where the figures begin */
  streek_period_choice_fill (self->first_drop_down, self->periods, _ ("The first"),
                             query->periods.first);
  /* Translators: in a list of periods: where the figures end */
  streek_period_choice_fill (self->last_drop_down, self->periods, _ ("The newest"),
                             query->periods.last);
  streek_period_choice_fill (self->base_drop_down, self->periods, _ ("The first"), query->base);
  self->is_filling = FALSE;
}

static void
on_period_cb (StreekAnalysisTools *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_copy (get_query (self));

  query->periods.first = streek_period_choice_get (self->first_drop_down, self->periods);
  query->periods.last = streek_period_choice_get (self->last_drop_down, self->periods);
  query->base = streek_period_choice_get (self->base_drop_down, self->periods);

  /* a range that ends before it begins: the end that was not touched gives way */
  if (query->periods.first.kind != STREEK_PERIOD_NONE &&
      query->periods.last.kind != STREEK_PERIOD_NONE &&
      streek_period_compare (query->periods.first, query->periods.last) > 0)
    {
      gtk_drop_down_set_selected (
        drop_down == self->first_drop_down ? self->last_drop_down : self->first_drop_down, 0);
      return;
    }

  streek_analysis_model_set_query (self->model, query);
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
  streek_analysis_model_set_query (self->model, query);
}

static void
streek_analysis_tools_dispose (GObject *object)
{
  StreekAnalysisTools *self = STREEK_ANALYSIS_TOOLS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_object (&self->model);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_analysis_tools_parent_class)->dispose (object);
}

static void
streek_analysis_tools_class_init (StreekAnalysisToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_analysis_tools_dispose;

  g_type_ensure (STREEK_TYPE_KIND_LIST);
  g_type_ensure (STREEK_TYPE_PICK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-analysis-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, kind_button);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, kind_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, kinds);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, shown_check);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, within_check);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, reference_box);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, reference_list);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, indicator_list);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, first_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, last_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, base_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, base_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, test_button);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, permutations_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, seed_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekAnalysisTools, significance_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_kinds_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_periods_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_test_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_analysis_tools_init (StreekAnalysisTools *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_kind_list_set_name (self->kinds, _ ("Kind of analysis"));
  streek_pick_list_set_words (self->reference_list, _ ("As the analysis takes it by itself"),
                              _ ("Find an area to compare with"));
  streek_pick_list_set_words (self->indicator_list, "", _ ("Find an indicator to add"));
  streek_pick_list_set_minimum (self->indicator_list, 1);
  fill_significances (self);
  self->is_filling = FALSE;
}

void
streek_analysis_tools_set_model (StreekAnalysisTools *self, StreekAnalysisModel *model)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_TOOLS (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update_kind), self, G_CONNECT_SWAPPED);
  update_kind (self);
}
