/* streek-panel-button.c: the heading of a map beside the first, and what it shows to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-panel-button"
#include "config.h"
#include "map/streek-panel-button.h"

#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-period-choice.h"
#include "streek-tooltip.h"

#include <glib/gi18n.h>

/* "As on the first map" in a list */
#define AS_FIRST ""

struct _StreekPanelButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *period_box;
  GtkDropDown *period_drop_down;
  StreekChooser *indicator_chooser;
  StreekChooser *set_chooser;

  StreekContext *context;
  guint index;
  GArray *periods; /* (nullable) (element-type StreekPeriod): as the list shows them */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekPanelButton, streek_panel_button, GTK_TYPE_WIDGET)

static const StreekPanel *
get_panel (StreekPanelButton *self, const StreekFigureSpec *spec)
{
  const GArray *beside = spec->panels.beside;

  return beside != NULL && self->index < beside->len
           ? &g_array_index (beside, StreekPanel, self->index)
           : NULL;
}

static const char *
get_indicator (StreekPanelButton *self)
{
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);
  const StreekPanel *panel = get_panel (self, spec);

  return panel != NULL && panel->indicator != NULL ? panel->indicator : spec->indicator;
}

static void
fill_periods (StreekPanelButton *self, const StreekPanel *panel)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  const char *code = get_indicator (self);
  const StreekIndicator *indicator =
    code != NULL && catalogue != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;

  g_clear_pointer (&self->periods, g_array_unref);
  gtk_widget_set_visible (self->period_box, indicator != NULL);
  if (indicator == NULL)
    return;

  self->periods = streek_catalogue_list_periods (catalogue, indicator);
  streek_period_choice_fill (self->period_drop_down, self->periods,
                             /* Translators: a period to choose */
                             _ ("As on the first map"), panel->period);
}

static void
fill_chooser (StreekChooser *chooser, GListStore *choices, const char *current)
{
  g_autoptr (StreekChoice) first =
    streek_choice_new (AS_FIRST, _ ("As on the first map"), NULL, NULL);

  g_list_store_insert (choices, 0, first);
  streek_chooser_set_choices (chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (chooser, current != NULL ? current : AS_FIRST);
}

static void
on_show_cb (StreekPanelButton *self)
{
  const StreekPanel *panel = get_panel (self, streek_context_get_spec (self->context));

  if (panel == NULL || streek_context_get_catalogue (self->context) == NULL)
    return;

  g_autoptr (GListStore) indicators =
    streek_indicator_choices_new (streek_context_get_catalogue (self->context));
  g_autoptr (GListStore) sets = streek_set_choices_new (
    streek_context_get_areas (self->context), streek_context_get_area_date (self->context));

  self->is_filling = TRUE;
  fill_chooser (self->indicator_chooser, indicators, panel->indicator);
  fill_chooser (self->set_chooser, sets, panel->set);
  fill_periods (self, panel);
  self->is_filling = FALSE;
  streek_chooser_start (self->indicator_chooser);
}

/* Takes what differs from the panel as it is; the context tells everybody. */
static void
change (StreekPanelButton *self, const StreekPanel *changed)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));
  g_auto (StreekPanels) panels = { 0 };

  for (guint i = 0; spec->panels.beside != NULL && i < spec->panels.beside->len; i++)
    streek_panels_add (
      &panels, i == self->index ? changed : &g_array_index (spec->panels.beside, StreekPanel, i));

  streek_panels_set (&spec->panels, &panels);
  streek_context_set_spec (self->context, spec);
}

static char *
get_word (const char *id)
{
  return *id != '\0' ? (char *) id : NULL;
}

static void
on_indicator_cb (StreekPanelButton *self, const char *id)
{
  const StreekPanel *panel = get_panel (self, streek_context_get_spec (self->context));
  g_autofree char *code = g_strdup (id);

  if (self->is_filling || panel == NULL)
    return;

  StreekPanel changed = { panel->set, get_word (code), panel->period };

  gtk_menu_button_popdown (self->button);
  change (self, &changed);
}

static void
on_set_cb (StreekPanelButton *self, const char *id)
{
  const StreekPanel *panel = get_panel (self, streek_context_get_spec (self->context));
  g_autofree char *set = g_strdup (id);

  if (self->is_filling || panel == NULL)
    return;

  StreekPanel changed = { get_word (set), panel->indicator, panel->period };

  gtk_menu_button_popdown (self->button);
  change (self, &changed);
}

static void
on_period_cb (StreekPanelButton *self)
{
  const StreekPanel *panel = get_panel (self, streek_context_get_spec (self->context));

  if (self->is_filling || panel == NULL)
    return;

  StreekPanel changed = { panel->set, panel->indicator,
                          streek_period_choice_get (self->period_drop_down, self->periods) };

  change (self, &changed);
}

static void
streek_panel_button_dispose (GObject *object)
{
  StreekPanelButton *self = STREEK_PANEL_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_panel_button_parent_class)->dispose (object);
}

static void
streek_panel_button_class_init (StreekPanelButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_panel_button_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-panel-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, label);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, period_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, period_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, indicator_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekPanelButton, set_chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_set_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_panel_button_init (StreekPanelButton *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->indicator_chooser, _ ("Find an indicator"));
  streek_chooser_set_placeholder (self->set_chooser, _ ("Find a division"));
  self->is_filling = FALSE;
}

GtkWidget *
streek_panel_button_new (StreekContext *context, guint index)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekPanelButton *self = g_object_new (STREEK_TYPE_PANEL_BUTTON, NULL);

  self->context = g_object_ref (context);
  self->index = index;

  return GTK_WIDGET (self);
}

void
streek_panel_button_set_heading (StreekPanelButton *self, const char *heading)
{
  g_return_if_fail (STREEK_IS_PANEL_BUTTON (self));

  /* Translators: %1$u is the number of a map beside others, %2$s what it shows */
  g_autofree char *name =
    g_strdup_printf (_ ("Map %1$u: %2$s. Choose another"), self->index + 2, heading);

  gtk_label_set_text (self->label, heading);
  streek_tooltip_set (GTK_WIDGET (self->button), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
