/* streek-map-inspector.c: how the map looks: sets, indicator, period, classes, palette, labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-map-inspector"
#include "config.h"
#include "map/streek-map-inspector.h"
#include "map/streek-class-panel.h"
#include "map/streek-furniture-panel.h"
#include "map/streek-pair-panel.h"
#include "places/streek-point-panel.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-kind-list.h"
#include "indicator/streek-total-change.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n.h>

/* What stands for "none" among the choices. */
#define NONE ""

struct _StreekMapInspector
{
  GtkWidget parent_instance;

  GtkDropDown *set_drop_down;
  GtkDropDown *outline_drop_down;
  GtkDropDown *overlay_drop_down;
  GtkMenuButton *indicator_button;
  GtkLabel *indicator_label;
  StreekChooser *indicator_chooser;
  GtkWidget *figures_box; /* everything that needs an indicator */
  GtkDropDown *period_drop_down;
  GtkMenuButton *kind_button;
  GtkLabel *kind_label;
  StreekKindList *kinds;
  GtkWidget *change_box; /* what only a map of change has */
  GtkDropDown *from_drop_down;
  GtkDropDown *measure_drop_down;
  StreekPairPanel *pair_panel;   /* what only a map of two indicators has */
  StreekClassPanel *class_panel; /* everything that needs classes */
  GtkSwitch *names_switch;
  GtkSwitch *values_switch;
  GtkSwitch *grey_switch;
  StreekPointPanel *point_panel;
  StreekFurniturePanel *furniture_panel;

  StreekContext *context;
  GListStore *sets;     /* (nullable) (element-type StreekChoice) */
  GListStore *outlines; /* (nullable) the same with none before it */
  GArray *periods;      /* (nullable) (element-type StreekPeriod) newest first */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekMapInspector, streek_map_inspector, GTK_TYPE_WIDGET)

/* Among the kinds: as the indicator asks. */
#define KIND_AUTOMATIC -1

/* Positions in the list of measures. */
enum
{
  MEASURE_RELATIVE,
  MEASURE_ABSOLUTE,
};

static guint
find_choice (GListStore *choices, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);

      if (g_strcmp0 (streek_choice_get_id (choice), id != NULL ? id : NONE) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* (nullable): id of the chosen one, NULL for none */
static const char *
get_chosen (GtkDropDown *drop_down)
{
  StreekChoice *choice = gtk_drop_down_get_selected_item (drop_down);
  const char *id = choice != NULL ? streek_choice_get_id (choice) : NONE;

  return strcmp (id, NONE) != 0 ? id : NULL;
}

/* Filling */

static void
fill_sets (StreekMapInspector *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  g_autoptr (StreekChoice) none = streek_choice_new (NONE, C_ ("outline", "None"), NULL, NULL);

  g_clear_object (&self->sets);
  g_clear_object (&self->outlines);
  self->sets = streek_set_choices_new (areas, on);
  self->outlines = streek_set_choices_new (areas, on);
  g_list_store_insert (self->outlines, 0, none);
  gtk_drop_down_set_model (self->set_drop_down, G_LIST_MODEL (self->sets));
  gtk_drop_down_set_model (self->outline_drop_down, G_LIST_MODEL (self->outlines));
  gtk_drop_down_set_model (self->overlay_drop_down, G_LIST_MODEL (self->outlines));
}

static gboolean
holds_periods (StreekMapInspector *self, GArray *ascending)
{
  if (self->periods == NULL || self->periods->len != ascending->len)
    return FALSE;

  for (guint i = 0; i < ascending->len; i++)
    if (!streek_period_equal (g_array_index (ascending, StreekPeriod, i),
                              g_array_index (self->periods, StreekPeriod, ascending->len - 1 - i)))
      return FALSE;

  return TRUE;
}

static void
list_periods (StreekMapInspector *self, GArray *ascending)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  for (guint i = ascending->len; i-- > 0;)
    {
      StreekPeriod period = g_array_index (ascending, StreekPeriod, i);
      g_autofree char *name = streek_format_period (streek_format_get_default (), period);

      g_array_append_val (self->periods, period);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->period_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->from_drop_down, G_LIST_MODEL (names));
}

static guint
find_period (StreekMapInspector *self, StreekPeriod period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (streek_period_equal (g_array_index (self->periods, StreekPeriod, i), period))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
fill_periods (StreekMapInspector *self)
{
  g_autoptr (GArray) ascending = streek_context_list_periods (self->context);

  if (!holds_periods (self, ascending))
    list_periods (self, ascending);

  gtk_drop_down_set_selected (self->period_drop_down,
                              find_period (self, streek_context_get_period (self->context)));
}

/* Both periods of a change, the first there is where nobody chose one, and its measure; of
 * percentages there is but one. */
static void
fill_change (StreekMapInspector *self, const StreekFigureSpec *spec)
{
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);
  gboolean is_change = spec->kind == STREEK_FIGURE_CHANGE && !spec->kind_is_automatic;

  gtk_widget_set_visible (self->change_box, is_change);
  if (!is_change)
    return;

  gtk_drop_down_set_selected (self->from_drop_down, spec->from.kind != STREEK_PERIOD_NONE
                                                      ? find_period (self, spec->from)
                                                      : self->periods->len - 1);
  gtk_drop_down_set_selected (self->measure_drop_down,
                              spec->measure == STREEK_FIGURE_MEASURE_ABSOLUTE ? MEASURE_ABSOLUTE
                                                                              : MEASURE_RELATIVE);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->measure_drop_down)),
                          !streek_indicator_is_percentage (indicator));
}

static gboolean
draws_circles (StreekMapInspector *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  if (spec->kind_is_automatic)
    return indicator != NULL && indicator->is_count;

  return spec->kind == STREEK_FIGURE_CIRCLES;
}

static const char *
get_automatic_label (void)
{
  return C_ ("kind of map", "Automatic");
}

static void
fill_kind (StreekMapInspector *self, const StreekFigureSpec *spec)
{
  const char *label =
    spec->kind_is_automatic ? get_automatic_label () : streek_figure_kind_get_label (spec->kind);
  /* Translators: name of a button for screen readers; %s is a kind of map */
  g_autofree char *name = g_strdup_printf (_ ("Drawn as: %s"), label);

  if (strcmp (gtk_label_get_text (self->kind_label), label) != 0)
    {
      gtk_label_set_text (self->kind_label, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->pair_panel),
                          !spec->kind_is_automatic && streek_figure_kind_has_second (spec->kind));
  gtk_widget_set_visible (GTK_WIDGET (self->class_panel),
                          !draws_circles (self) &&
                            (spec->kind_is_automatic || spec->kind != STREEK_FIGURE_BIVARIATE));
}

static void
show_indicator (StreekMapInspector *self, const StreekIndicator *indicator)
{
  const char *name = indicator != NULL ? indicator->name : _ ("None: areas only");

  if (strcmp (gtk_label_get_text (self->indicator_label), name) == 0)
    return;

  gtk_label_set_text (self->indicator_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->indicator_button),
                               indicator != NULL ? indicator->definition : NULL);
}

static void
fill (StreekMapInspector *self)
{
  if (streek_context_get_areas (self->context) == NULL)
    return;

  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->set_drop_down, find_choice (self->sets, spec->set));
  gtk_drop_down_set_selected (self->outline_drop_down,
                              find_choice (self->outlines, spec->outline_set));
  gtk_drop_down_set_selected (self->overlay_drop_down,
                              find_choice (self->outlines, spec->overlay_set));
  show_indicator (self, indicator);
  gtk_widget_set_visible (self->figures_box, indicator != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->values_switch)),
                          indicator != NULL);
  if (indicator != NULL)
    {
      fill_periods (self);
      fill_kind (self, spec);
      fill_change (self, spec);
    }
  gtk_switch_set_active (self->names_switch, spec->show_names);
  gtk_switch_set_active (self->values_switch, spec->show_values);
  gtk_switch_set_active (self->grey_switch, spec->grey);
  self->is_filling = FALSE;
}

static void
on_data_changed_cb (StreekMapInspector *self)
{
  if (streek_context_get_areas (self->context) == NULL)
    return;

  self->is_filling = TRUE;
  fill_sets (self);
  self->is_filling = FALSE;
  fill (self);
}

/* Choosing. Each takes one thing from its widget; the context tells everybody, us included. */

static void
on_set_cb (StreekMapInspector *self)
{
  if (!self->is_filling && get_chosen (self->set_drop_down) != NULL)
    streek_context_set_set (self->context, get_chosen (self->set_drop_down));
}

static void
on_outline_cb (StreekMapInspector *self)
{
  if (!self->is_filling)
    streek_context_set_outline_set (self->context, get_chosen (self->outline_drop_down));
}

static void
on_overlay_cb (StreekMapInspector *self)
{
  if (!self->is_filling)
    streek_context_set_overlay_set (self->context, get_chosen (self->overlay_drop_down));
}

static void
on_indicator_show_cb (StreekMapInspector *self)
{
  const char *code = streek_context_get_spec (self->context)->indicator;
  g_autoptr (GListStore) choices =
    streek_indicator_choices_new (streek_context_get_catalogue (self->context));
  g_autoptr (StreekChoice) none = streek_choice_new (NONE, _ ("None: areas only"), NULL, NULL);

  g_list_store_insert (choices, 0, none);
  streek_chooser_set_choices (self->indicator_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->indicator_chooser, code != NULL ? code : NONE);
  streek_chooser_start (self->indicator_chooser);
}

static void
on_indicator_chosen_cb (StreekMapInspector *self, const char *id)
{
  g_autofree char *code = g_strdup (id);

  gtk_menu_button_popdown (self->indicator_button);
  streek_context_set_indicator (self->context, strcmp (code, NONE) != 0 ? code : NULL);
}

static void
on_period_cb (StreekMapInspector *self)
{
  guint selected = gtk_drop_down_get_selected (self->period_drop_down);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    streek_context_set_period (self->context,
                               g_array_index (self->periods, StreekPeriod, selected));
}

static void
on_kinds_show_cb (StreekMapInspector *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);

  streek_kind_list_clear (self->kinds);
  streek_kind_list_add (self->kinds, KIND_AUTOMATIC, get_automatic_label (), NULL,
                        spec->kind_is_automatic);
  for (StreekFigureKind kind = STREEK_FIGURE_CHOROPLETH; kind < STREEK_N_FIGURE_KINDS; kind++)
    {
      g_autofree char *why_not = streek_figure_kind_explain_unfit (kind, spec, catalogue);

      streek_kind_list_add (self->kinds, kind, streek_figure_kind_get_label (kind), why_not,
                            !spec->kind_is_automatic && spec->kind == kind);
    }
  streek_kind_list_start (self->kinds);
}

/* Limits and colours of one's own are of the figures that were shown: a change has others. */
static void
forget_classes (StreekFigureSpec *spec)
{
  streek_figure_spec_forget_limits (spec);
  g_clear_pointer (&spec->palette, g_free);
}

/* Nobody has to choose one before there is a map to look at. */
static void
take_second (StreekMapInspector *self, StreekFigureSpec *spec)
{
  g_autofree char *second = g_strdup (streek_figure_kind_suggest_second (
    spec->kind, spec, streek_context_get_catalogue (self->context)));

  g_free (spec->second);
  spec->second = g_steal_pointer (&second);
}

static void
on_kind_chosen_cb (StreekMapInspector *self, int kind)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  streek_figure_spec_set_kind (spec, (StreekFigureKind) kind, kind == KIND_AUTOMATIC);
  if (!spec->kind_is_automatic && streek_figure_kind_has_second (spec->kind))
    take_second (self, spec);
  gtk_menu_button_popdown (self->kind_button);
  streek_context_set_spec (self->context, spec);
}

static void
on_change_cb (StreekMapInspector *self)
{
  guint from = gtk_drop_down_get_selected (self->from_drop_down);

  if (self->is_filling || from == GTK_INVALID_LIST_POSITION)
    return;

  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));
  StreekFigureMeasure measure =
    gtk_drop_down_get_selected (self->measure_drop_down) == MEASURE_ABSOLUTE
      ? STREEK_FIGURE_MEASURE_ABSOLUTE
      : STREEK_FIGURE_MEASURE_AUTOMATIC;

  if (measure != spec->measure)
    forget_classes (spec);
  spec->from = g_array_index (self->periods, StreekPeriod, from);
  spec->measure = measure;
  streek_context_set_spec (self->context, spec);
}

/* One road for everything that only changes how it looks. */
static void
on_look_cb (StreekMapInspector *self)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  spec->show_names = gtk_switch_get_active (self->names_switch);
  spec->show_values = gtk_switch_get_active (self->values_switch);
  spec->grey = gtk_switch_get_active (self->grey_switch);
  streek_context_set_spec (self->context, spec);
  fill (self);
}

static void
streek_map_inspector_dispose (GObject *object)
{
  StreekMapInspector *self = STREEK_MAP_INSPECTOR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->sets);
  g_clear_object (&self->outlines);
  g_clear_pointer (&self->periods, g_array_unref);

  G_OBJECT_CLASS (streek_map_inspector_parent_class)->dispose (object);
}

static void
streek_map_inspector_class_init (StreekMapInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_map_inspector_dispose;

  g_type_ensure (STREEK_TYPE_CHOICE);
  g_type_ensure (STREEK_TYPE_CLASS_PANEL);
  g_type_ensure (STREEK_TYPE_PAIR_PANEL);
  g_type_ensure (STREEK_TYPE_CHOOSER);
  g_type_ensure (STREEK_TYPE_FURNITURE_PANEL);
  g_type_ensure (STREEK_TYPE_KIND_LIST);
  g_type_ensure (STREEK_TYPE_POINT_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-map-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, set_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, outline_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, overlay_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, indicator_button);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, indicator_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, indicator_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, figures_box);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, period_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, kind_button);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, kind_label);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, kinds);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, change_box);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, from_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, measure_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, class_panel);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, pair_panel);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, names_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, values_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, grey_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, point_panel);
  gtk_widget_class_bind_template_child (widget_class, StreekMapInspector, furniture_panel);
  gtk_widget_class_bind_template_callback (widget_class, on_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_outline_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_overlay_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kinds_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_change_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_look_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_map_inspector_init (StreekMapInspector *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->indicator_chooser, _ ("Find an indicator"));
  streek_kind_list_set_name (self->kinds, _ ("Kind of map"));
  self->is_filling = FALSE;
}

void
streek_map_inspector_set_context (StreekMapInspector *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_MAP_INSPECTOR (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  streek_class_panel_set_context (self->class_panel, context);
  streek_point_panel_set_context (self->point_panel, context);
  streek_furniture_panel_set_context (self->furniture_panel, context);
  streek_pair_panel_set_context (self->pair_panel, context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  on_data_changed_cb (self);
}
