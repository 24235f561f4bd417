/* streek-context-bar.c: set, area, and date or period, as three buttons in the header bar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-context-bar"
#include "config.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-context-bar.h"
#include "streek-date-chooser.h"

#include <glib/gi18n.h>

/* What stands for "no border around it" in the list of areas. */
#define EVERYWHERE ""

struct _StreekContextBar
{
  GtkWidget parent_instance;

  GtkMenuButton *set_button;
  GtkMenuButton *area_button;
  GtkMenuButton *date_button;
  GtkLabel *set_label;
  GtkLabel *area_label;
  GtkLabel *date_label;
  StreekChooser *set_chooser;
  StreekChooser *area_chooser;
  StreekDateChooser *date_chooser;

  StreekContext *context;
};

G_DEFINE_FINAL_TYPE (StreekContextBar, streek_context_bar, GTK_TYPE_WIDGET)

/* The label is cut off where room is short, so the whole of it is in the tooltip and the name. */
static void
set_text (GtkMenuButton *button, GtkLabel *label, const char *what, const char *value)
{
  /* Translators: name of a button for screen readers: "Area: West-Vlaanderen" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), what, value);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (button)), name) == 0)
    return;

  gtk_label_set_text (label, value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_date_text (StreekContext *context)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekPeriod period = streek_context_get_period (context);
  StreekDate on = streek_context_get_spec (context)->on;
  g_autofree char *date = streek_format_date (format, streek_context_get_area_date (context));

  if (streek_context_get_indicator (context) == NULL || period.kind == STREEK_PERIOD_NONE)
    return g_steal_pointer (&date);

  g_autofree char *shown = streek_format_period (format, period);

  /* Translators: a period, and the date of the fixed areas it is shown on */
  return on != STREEK_DATE_NONE ? g_strdup_printf (_ ("%1$s on areas of %2$s"), shown, date)
                                : g_strdup (shown);
}

static void
update (StreekContextBar *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekFigureSpec *spec = streek_context_get_spec (self->context);

  gtk_widget_set_sensitive (GTK_WIDGET (self), areas != NULL);
  if (areas == NULL)
    return;

  const StreekAreaSet *set =
    spec->set != NULL ? streek_areas_find_set (areas, spec->set, NULL) : NULL;
  const StreekArea *within = streek_context_get_within_area (self->context);
  g_autofree char *date = dup_date_text (self->context);

  set_text (self->set_button, self->set_label, _ ("Division"),
            set != NULL ? set->name : _ ("None"));
  set_text (self->area_button, self->area_label, _ ("Area"),
            within != NULL ? within->name : _ ("Everywhere"));
  set_text (self->date_button, self->date_label, _ ("Date and period"), date);
}

static void
on_set_show_cb (StreekContextBar *self)
{
  g_autoptr (GListStore) choices = streek_set_choices_new (
    streek_context_get_areas (self->context), streek_context_get_area_date (self->context));

  streek_chooser_set_choices (self->set_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->set_chooser, streek_context_get_spec (self->context)->set);
  streek_chooser_start (self->set_chooser);
}

static void
on_set_chosen_cb (StreekContextBar *self, const char *id)
{
  g_autofree char *set = g_strdup (id);

  gtk_menu_button_popdown (self->set_button);
  streek_context_set_set (self->context, set);
}

static void
on_area_show_cb (StreekContextBar *self)
{
  const char *within = streek_context_get_spec (self->context)->within;
  g_autoptr (GListStore) choices = streek_area_choices_new (
    streek_context_get_areas (self->context), streek_context_get_area_date (self->context), NULL);
  g_autoptr (StreekChoice) everywhere =
    streek_choice_new (EVERYWHERE, _ ("Everywhere"), NULL, NULL);

  g_list_store_insert (choices, 0, everywhere);
  streek_chooser_set_choices (self->area_chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->area_chooser, within != NULL ? within : EVERYWHERE);
  streek_chooser_start (self->area_chooser);
}

static void
on_area_chosen_cb (StreekContextBar *self, const char *id)
{
  g_autofree char *ref = g_strdup (id);

  gtk_menu_button_popdown (self->area_button);
  streek_context_set_within (self->context, *ref != '\0' ? ref : NULL);
}

static void
on_date_show_cb (StreekContextBar *self)
{
  streek_date_chooser_start (self->date_chooser);
}

static void
streek_context_bar_dispose (GObject *object)
{
  StreekContextBar *self = STREEK_CONTEXT_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->context);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_context_bar_parent_class)->dispose (object);
}

static void
streek_context_bar_class_init (StreekContextBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_context_bar_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  g_type_ensure (STREEK_TYPE_DATE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-context-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, set_button);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, area_button);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, set_label);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, area_label);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, date_label);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, set_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, area_chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekContextBar, date_chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_set_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_set_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_date_show_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_context_bar_init (StreekContextBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->set_chooser, _ ("Find a division"));
  streek_chooser_set_placeholder (self->area_chooser, _ ("Find an area"));
}

void
streek_context_bar_set_context (StreekContextBar *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_CONTEXT_BAR (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  streek_date_chooser_set_context (self->date_chooser, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
