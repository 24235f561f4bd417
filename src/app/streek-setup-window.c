/* streek-setup-window.c: asks once for the own area and the name of the office */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-setup-window"
#include "config.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-setup-window.h"

#include <glib/gi18n.h>

struct _StreekSetupWindow
{
  AdwWindow parent_instance;

  AdwEntryRow *office_row;
  StreekChooser *chooser;
  GtkLabel *chosen_label;

  GSettings *settings;
  StreekContext *context;
  char *own_area;
};

G_DEFINE_FINAL_TYPE (StreekSetupWindow, streek_setup_window, ADW_TYPE_WINDOW)

/* The bodies an office works for come first; any area will do. */
static const char *const first_sets[] = { "referentieregio", "RESOC", "SERR", "ERSV",
                                          "project",         NULL };
static const char *const other_sets[] = { "arrondissement", "provincie", "gewest", NULL };

static void
append_all (GListStore *to, GListStore *from)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_list_store_append (to, item);
    }
}

static void
show_own_area (StreekSetupWindow *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *area =
    areas != NULL && self->own_area != NULL && *self->own_area != '\0'
      ? streek_areas_resolve_ref (areas, self->own_area, streek_areas_get_newest_date (areas), NULL,
                                  NULL)
      : NULL;

  gtk_label_set_text (self->chosen_label, area != NULL ? area->name : _ ("None chosen yet"));
}

static void
on_chosen_cb (StreekSetupWindow *self, const char *id)
{
  g_free (self->own_area);
  self->own_area = g_strdup (id);
  show_own_area (self);
}

static void
on_save_cb (StreekSetupWindow *self)
{
  const char *office = gtk_editable_get_text (GTK_EDITABLE (self->office_row));

  g_settings_set_string (self->settings, "office-name", office);
  g_settings_set_string (self->settings, "own-area", self->own_area);
  gtk_window_close (GTK_WINDOW (self));
}

static void
streek_setup_window_dispose (GObject *object)
{
  StreekSetupWindow *self = STREEK_SETUP_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->context);
  g_clear_pointer (&self->own_area, g_free);

  G_OBJECT_CLASS (streek_setup_window_parent_class)->dispose (object);
}

static void
streek_setup_window_class_init (StreekSetupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_setup_window_dispose;

  g_type_ensure (STREEK_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-setup-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSetupWindow, office_row);
  gtk_widget_class_bind_template_child (widget_class, StreekSetupWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, StreekSetupWindow, chosen_label);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_setup_window_init (StreekSetupWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_chooser_set_placeholder (self->chooser, _ ("Find your area"));
}

GtkWidget *
streek_setup_window_new (GSettings *settings, StreekContext *context)
{
  StreekSetupWindow *self = g_object_new (STREEK_TYPE_SETUP_WINDOW, NULL);
  StreekAreas *areas = streek_context_get_areas (context);
  g_autofree char *office = g_settings_get_string (settings, "office-name");

  self->settings = g_object_ref (settings);
  self->context = g_object_ref (context);
  self->own_area = g_settings_get_string (settings, "own-area");
  gtk_editable_set_text (GTK_EDITABLE (self->office_row), office);

  if (areas != NULL)
    {
      StreekDate today = streek_areas_get_newest_date (areas);
      g_autoptr (GListStore) choices = streek_area_choices_new (areas, today, first_sets);
      g_autoptr (GListStore) others = streek_area_choices_new (areas, today, other_sets);

      append_all (choices, others);
      streek_chooser_set_choices (self->chooser, G_LIST_MODEL (choices));
      streek_chooser_set_current (self->chooser, self->own_area);
    }
  show_own_area (self);
  streek_chooser_start (self->chooser);

  return GTK_WIDGET (self);
}
