/* streek-chart-tools.c: the buttons over a chart: kind, areas, indicators, periods, appearance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-tools"
#include "config.h"
#include "charts/streek-chart-tools.h"

#include "streek-area-choices.h"
#include "streek-kind-list.h"
#include "streek-period-choice.h"
#include "streek-pick-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekChartTools
{
  GtkWidget parent_instance;

  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  StreekKindList *kinds;
  GtkCheckButton *shown_check;
  GtkCheckButton *within_check;
  GtkCheckButton *selected_check;
  GtkCheckButton *saved_check;
  StreekPickList *reference_list;
  StreekPickList *indicator_list;
  GtkDropDown *first_drop_down;
  GtkDropDown *last_drop_down;
  GtkDropDown *base_drop_down;
  GtkDropDown *sort_drop_down;
  GtkDropDown *turn_drop_down;
  GtkSwitch *values_switch;
  GtkSwitch *zero_switch;
  GtkSwitch *logarithmic_switch;
  GtkSwitch *free_scale_switch;
  GtkSwitch *table_switch;

  StreekChartModel *model;
  GArray *periods;     /* (element-type StreekPeriod): those in the lists of periods */
  gboolean is_filling; /* widgets are being set from the spec */
};

G_DEFINE_FINAL_TYPE (StreekChartTools, streek_chart_tools, GTK_TYPE_WIDGET)

static StreekContext *
get_context (StreekChartTools *self)
{
  return streek_chart_model_get_context (self->model);
}

/* (transfer full): to change and hand back */
static StreekChartSpec *
dup_spec (StreekChartTools *self)
{
  return streek_chart_spec_copy (streek_chart_model_get_spec (self->model));
}

/* Kind */

static void
update_kind (StreekChartTools *self)
{
  const char *label = streek_chart_kind_get_label (streek_chart_model_get_spec (self->model)->kind);
  /* Translators: name of a button for screen readers; %s is a kind of chart */
  g_autofree char *name = g_strdup_printf (_ ("Kind of chart: %s"), label);

  gtk_label_set_text (self->kind_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
on_kinds_show_cb (StreekChartTools *self)
{
  StreekChart *chart = streek_chart_model_get_chart (self->model);
  StreekChartKind current = streek_chart_model_get_spec (self->model)->kind;

  streek_kind_list_clear (self->kinds);
  for (StreekChartKind kind = 0; kind < STREEK_N_CHART_KINDS; kind++)
    {
      /* without a chart it is not known what fits: choosing tells */
      StreekChartContents contents =
        chart != NULL ? streek_chart_get_contents (chart) : (StreekChartContents){ 0 };
      g_autofree char *why_not =
        chart != NULL ? streek_chart_explain_unfit (kind, &contents) : NULL;

      streek_kind_list_add (self->kinds, kind, streek_chart_kind_get_label (kind), why_not,
                            kind == current);
    }
  streek_kind_list_start (self->kinds);
}

static void
on_kind_chosen_cb (StreekChartTools *self, int kind)
{
  streek_chart_model_set_kind (self->model, (StreekChartKind) kind);
  gtk_menu_button_popdown (self->kind_button);
}

/* Areas */

static GtkCheckButton *
get_area_check (StreekChartTools *self, StreekChartAreas areas)
{
  switch (areas)
    {
    case STREEK_CHART_AREAS_WITHIN:
      return self->within_check;
    case STREEK_CHART_AREAS_SELECTED:
      return self->selected_check;
    case STREEK_CHART_AREAS_SAVED:
      return self->saved_check;
    case STREEK_CHART_AREAS_SHOWN:
    default:
      return self->shown_check;
    }
}

/* There only while the chart is of areas that no other choice has. */
static void
show_saved_areas (StreekChartTools *self)
{
  const StreekChartSpec *spec = streek_chart_model_get_spec (self->model);
  guint n = spec->areas != NULL ? g_strv_length (spec->areas) : 0;
  g_autofree char *label = g_strdup_printf (
    ngettext ("The area of the saved view (%u)", "The areas of the saved view (%u)", n), n);

  gtk_check_button_set_label (self->saved_check, label);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_check),
                          streek_chart_model_get_areas (self->model) == STREEK_CHART_AREAS_SAVED);
}

static void
on_areas_show_cb (StreekChartTools *self)
{
  StreekContext *context = get_context (self);
  const StreekArea *within = streek_context_get_within_area (context);
  guint n = streek_selection_get_n_selected (streek_context_get_selection (context));
  g_autofree char *shown = streek_context_dup_shown_areas (context);
  /* Translators: %s is the name of an area */
  g_autofree char *only =
    within != NULL ? g_strdup_printf (_ ("Only %s itself"), within->name) : NULL;
  g_autofree char *selected =
    /* Translators: areas chosen on map or table */
    g_strdup_printf (ngettext ("The selected area (%u)", "The selected areas (%u)", n), n);
  StreekChartAreas areas = streek_chart_model_get_areas (self->model);

  self->is_filling = TRUE;
  gtk_check_button_set_label (self->shown_check, shown);
  gtk_check_button_set_label (self->within_check, only != NULL ? only : "");
  gtk_check_button_set_label (self->selected_check, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->within_check), within != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selected_check),
                            n > 0 || areas == STREEK_CHART_AREAS_SELECTED);
  show_saved_areas (self);
  gtk_check_button_set_active (get_area_check (self, areas), TRUE);

  g_autoptr (GListStore) choices = streek_area_choices_new (
    streek_context_get_areas (context), streek_context_get_area_date (context), NULL);

  streek_pick_list_set_choices (self->reference_list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (
    self->reference_list,
    (const char *const *) streek_chart_model_get_spec (self->model)->references);
  self->is_filling = FALSE;
}

static void
on_areas_toggled_cb (StreekChartTools *self, GtkCheckButton *check)
{
  if (self->is_filling || !gtk_check_button_get_active (check))
    return;

  StreekChartAreas areas = STREEK_CHART_AREAS_SHOWN;

  while (get_area_check (self, areas) != check)
    areas++;
  streek_chart_model_set_areas (self->model, areas);
}

static void
on_references_cb (StreekChartTools *self)
{
  g_autoptr (StreekChartSpec) spec = dup_spec (self);

  g_strfreev (spec->references);
  spec->references = streek_pick_list_dup_ids (self->reference_list);
  streek_chart_model_set_spec (self->model, spec);
}

/* Indicators */

static void
on_indicators_show_cb (StreekChartTools *self)
{
  g_autoptr (GListStore) choices =
    streek_indicator_choices_new (streek_context_get_catalogue (get_context (self)));

  streek_pick_list_set_choices (self->indicator_list, G_LIST_MODEL (choices));
  streek_pick_list_set_ids (
    self->indicator_list,
    (const char *const *) streek_chart_model_get_spec (self->model)->indicators);
  streek_pick_list_start (self->indicator_list);
}

static void
on_indicators_cb (StreekChartTools *self)
{
  g_autoptr (StreekChartSpec) spec = dup_spec (self);

  g_strfreev (spec->indicators);
  spec->indicators = streek_pick_list_dup_ids (self->indicator_list);
  streek_chart_model_set_spec (self->model, spec);
}

/* Periods */

static void
on_periods_show_cb (StreekChartTools *self)
{
  const StreekChartSpec *spec = streek_chart_model_get_spec (self->model);

  self->is_filling = TRUE;
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = streek_context_list_periods (get_context (self));
  /* Translators: in a list of periods: where the figures begin */
  streek_period_choice_fill (self->first_drop_down, self->periods, _ ("The first"),
                             spec->periods.first);
  /* Translators: in a list of periods: where the figures end */
  streek_period_choice_fill (self->last_drop_down, self->periods, _ ("The newest"),
                             spec->periods.last);
  /* Translators: in a list of periods: figures as they are, not as an index */
  streek_period_choice_fill (self->base_drop_down, self->periods, _ ("No index"), spec->base);
  self->is_filling = FALSE;
}

static void
on_period_cb (StreekChartTools *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekChartSpec) spec = dup_spec (self);

  spec->periods.first = streek_period_choice_get (self->first_drop_down, self->periods);
  spec->periods.last = streek_period_choice_get (self->last_drop_down, self->periods);
  spec->base = streek_period_choice_get (self->base_drop_down, self->periods);

  /* a range that ends before it begins: the end that was not touched gives way */
  if (spec->periods.first.kind != STREEK_PERIOD_NONE &&
      spec->periods.last.kind != STREEK_PERIOD_NONE &&
      streek_period_compare (spec->periods.first, spec->periods.last) > 0)
    {
      gtk_drop_down_set_selected (
        drop_down == self->first_drop_down ? self->last_drop_down : self->first_drop_down, 0);
      return;
    }

  streek_chart_model_set_spec (self->model, spec);
}

/* Appearance */

static void
on_look_show_cb (StreekChartTools *self)
{
  const StreekChartSpec *spec = streek_chart_model_get_spec (self->model);

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

  g_autoptr (StreekChartSpec) spec = dup_spec (self);

  spec->sort = (StreekChartSort) gtk_drop_down_get_selected (self->sort_drop_down);
  spec->turn = (StreekChartTurn) gtk_drop_down_get_selected (self->turn_drop_down);
  spec->show_values = gtk_switch_get_active (self->values_switch);
  spec->from_zero = gtk_switch_get_active (self->zero_switch);
  spec->logarithmic = gtk_switch_get_active (self->logarithmic_switch);
  spec->free_scale = gtk_switch_get_active (self->free_scale_switch);
  spec->with_table = gtk_switch_get_active (self->table_switch);
  streek_chart_model_set_spec (self->model, spec);
}

static void
streek_chart_tools_dispose (GObject *object)
{
  StreekChartTools *self = STREEK_CHART_TOOLS (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_object (&self->model);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_chart_tools_parent_class)->dispose (object);
}

static void
streek_chart_tools_class_init (StreekChartToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_chart_tools_dispose;

  g_type_ensure (STREEK_TYPE_KIND_LIST);
  g_type_ensure (STREEK_TYPE_PICK_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-chart-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, kind_button);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, kind_label);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, kinds);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, shown_check);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, within_check);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, selected_check);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, saved_check);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, reference_list);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, indicator_list);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, first_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, last_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, base_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, turn_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, values_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, zero_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, logarithmic_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, free_scale_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekChartTools, table_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_kinds_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_areas_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_references_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicators_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_periods_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_chart_tools_init (StreekChartTools *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_kind_list_set_name (self->kinds, _ ("Kind of chart"));
  streek_pick_list_set_words (self->reference_list, _ ("Compared with nothing"),
                              _ ("Find an area to compare with"));
  streek_pick_list_set_words (self->indicator_list, "", _ ("Find an indicator to add"));
  streek_pick_list_set_minimum (self->indicator_list, 1);
  self->is_filling = FALSE;
}

void
streek_chart_tools_set_model (StreekChartTools *self, StreekChartModel *model)
{
  g_return_if_fail (STREEK_IS_CHART_TOOLS (self));
  g_return_if_fail (self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update_kind), self, G_CONNECT_SWAPPED);
  update_kind (self);
}
