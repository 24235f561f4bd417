/* streek-chart-tools.c: the buttons over a chart: kind, areas, indicators, periods, appearance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-tools"
#include "config.h"
#include "charts/streek-chart-tools.h"

#include "charts/streek-chart-model.h"

#include <glib/gi18n.h>

struct _StreekChartTools
{
  StreekQuestionTools parent_instance;

  GtkDropDown *sort_drop_down;
  GtkDropDown *turn_drop_down;
  GtkSwitch *values_switch;
  GtkSwitch *zero_switch;
  GtkSwitch *logarithmic_switch;
  GtkSwitch *free_scale_switch;
  GtkSwitch *table_switch;

  gboolean is_filling; /* widgets are being set from the spec */
};

G_DEFINE_FINAL_TYPE (StreekChartTools, streek_chart_tools, STREEK_TYPE_QUESTION_TOOLS)

static StreekChartModel *
get_model (gpointer self)
{
  return STREEK_CHART_MODEL (streek_question_tools_get_question (self));
}

static const StreekChartSpec *
get_spec (gpointer self)
{
  return streek_chart_model_get_spec (get_model (self));
}

/* What every answer has */

static const char *
streek_chart_tools_get_kind_label (StreekQuestionTools *self)
{
  return streek_chart_kind_get_label (get_spec (self)->kind);
}

static char *
streek_chart_tools_name_kind (const char *label)
{
  /* Translators: name of a button for screen readers; %s is a kind of chart */
  return g_strdup_printf (_ ("Kind of chart: %s"), label);
}

static void
streek_chart_tools_add_kinds (StreekQuestionTools *self, StreekKindList *kinds)
{
  StreekChart *chart = streek_chart_model_get_chart (get_model (self));

  for (StreekChartKind kind = 0; kind < STREEK_N_CHART_KINDS; kind++)
    {
      /* without a chart it is not known what fits: choosing tells */
      StreekChartContents contents =
        chart != NULL ? streek_chart_get_contents (chart) : (StreekChartContents){ 0 };
      g_autofree char *why_not =
        chart != NULL ? streek_chart_explain_unfit (kind, &contents) : NULL;

      streek_kind_list_add (kinds, kind, streek_chart_kind_get_label (kind), why_not,
                            kind == get_spec (self)->kind);
    }
}

static void
streek_chart_tools_choose_kind (StreekQuestionTools *self, int kind)
{
  streek_chart_model_set_kind (get_model (self), (StreekChartKind) kind);
}

static guint
streek_chart_tools_count_areas (StreekQuestionTools *self)
{
  char **areas = get_spec (self)->areas;

  return areas != NULL ? g_strv_length (areas) : 0;
}

static StreekQuestionChoices
streek_chart_tools_get_choices (StreekQuestionTools *self)
{
  const StreekChartSpec *spec = get_spec (self);

  return (StreekQuestionChoices){ spec->indicators, spec->references, spec->periods, spec->base };
}

static void
streek_chart_tools_take_choices (StreekQuestionTools *self, const StreekQuestionChoices *choices)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_copy (get_spec (self));

  g_strfreev (spec->indicators);
  spec->indicators = g_strdupv (choices->indicators);
  g_strfreev (spec->references);
  spec->references = g_strdupv (choices->references);
  spec->periods = choices->periods;
  spec->base = choices->base;
  streek_chart_model_set_spec (get_model (self), spec);
}

/* Appearance */

static void
on_look_show_cb (StreekChartTools *self)
{
  const StreekChartSpec *spec = get_spec (self);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->sort_drop_down, spec->sort);
  gtk_drop_down_set_selected (self->turn_drop_down, spec->turn);
  gtk_switch_set_active (self->values_switch, spec->show_values);
  gtk_switch_set_active (self->zero_switch, spec->from_zero);
  gtk_switch_set_active (self->logarithmic_switch, spec->logarithmic);
  gtk_switch_set_active (self->free_scale_switch, spec->free_scale);
  gtk_switch_set_active (self->table_switch, spec->with_table);
  self->is_filling = FALSE;
}

static void
on_look_cb (StreekChartTools *self)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekChartSpec) spec = streek_chart_spec_copy (get_spec (self));

  spec->sort = (StreekChartSort) gtk_drop_down_get_selected (self->sort_drop_down);
  spec->turn = (StreekChartTurn) gtk_drop_down_get_selected (self->turn_drop_down);
  spec->show_values = gtk_switch_get_active (self->values_switch);
  spec->from_zero = gtk_switch_get_active (self->zero_switch);
  spec->logarithmic = gtk_switch_get_active (self->logarithmic_switch);
  spec->free_scale = gtk_switch_get_active (self->free_scale_switch);
  spec->with_table = gtk_switch_get_active (self->table_switch);
  streek_chart_model_set_spec (get_model (self), spec);
}

static void
streek_chart_tools_class_init (StreekChartToolsClass *klass)
{
  static const StreekQuestionWords words = {
    .kind = N_ ("Kind of chart"),
    .indicators_tip = N_ ("More indicators in the same chart"),
    .periods_tip = N_ ("From when to when, and as an index"),
    .no_reference = N_ ("Compared with nothing"),
    /* Translators: in a list of periods: figures as they are, not as an index */
    .no_base = N_ ("No index"),
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekQuestionToolsClass *tools_class = STREEK_QUESTION_TOOLS_CLASS (klass);

  tools_class->words = &words;
  tools_class->takes_other_areas = TRUE;
  tools_class->get_kind_label = streek_chart_tools_get_kind_label;
  tools_class->name_kind = streek_chart_tools_name_kind;
  tools_class->add_kinds = streek_chart_tools_add_kinds;
  tools_class->choose_kind = streek_chart_tools_choose_kind;
  tools_class->count_areas = streek_chart_tools_count_areas;
  tools_class->get_choices = streek_chart_tools_get_choices;
  tools_class->take_choices = streek_chart_tools_take_choices;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-chart-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, turn_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, values_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, zero_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, logarithmic_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, free_scale_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, table_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_look_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
}

static void
streek_chart_tools_init (StreekChartTools *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
