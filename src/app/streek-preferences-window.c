/* streek-preferences-window.c: the own area and office, and what stands on every print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-preferences-window"
#include "config.h"
#include "streek-preferences-window.h"
#include "streek-setup-window.h"

#include <glib/gi18n.h>

struct _StreekPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *office_row;
  AdwActionRow *area_row;
  AdwEntryRow *organisation_row;
  AdwEntryRow *footer_row;
  AdwActionRow *logo_row;

  GSettings *settings;
  StreekContext *context;
};

G_DEFINE_FINAL_TYPE (StreekPreferencesWindow,
                     streek_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

static void
show_own_area (StreekPreferencesWindow *self)
{
  StreekAreas *areas = self->context != NULL ? streek_context_get_areas (self->context) : NULL;
  g_autofree char *ref = g_settings_get_string (self->settings, "own-area");
  const StreekArea *area =
    areas != NULL && *ref != '\0'
      ? streek_areas_resolve_ref (areas, ref, streek_areas_get_newest_date (areas), NULL, NULL)
      : NULL;
  g_autofree char *words = g_markup_escape_text (area != NULL   ? area->name
                                                 : *ref != '\0' ? ref
                                                                : _ ("None chosen yet"),
                                                 -1);

  adw_action_row_set_subtitle (self->area_row, words);
}

static void
show_logo (StreekPreferencesWindow *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "logo");
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *words = g_markup_escape_text (*path != '\0' ? shown : C_ ("logo", "None"), -1);

  adw_action_row_set_subtitle (self->logo_row, words);
}

static void
on_choose_area_cb (StreekPreferencesWindow *self)
{
  GtkWidget *setup = streek_setup_window_new (self->settings, self->context);

  gtk_window_set_transient_for (GTK_WINDOW (setup), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (setup));
}

static void
on_logo_chosen_cb (GtkNativeDialog *dialog, int response, StreekPreferencesWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    g_settings_set_string (self->settings, "logo", path);
}

static void
on_choose_logo_cb (StreekPreferencesWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Choose a Logo"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PNG pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_logo_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_remove_logo_cb (StreekPreferencesWindow *self)
{
  g_settings_reset (self->settings, "logo");
}

static void
streek_preferences_window_dispose (GObject *object)
{
  StreekPreferencesWindow *self = STREEK_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_preferences_window_parent_class)->dispose (object);
}

static void
streek_preferences_window_class_init (StreekPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPreferencesWindow, office_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPreferencesWindow, area_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPreferencesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPreferencesWindow, footer_row);
  gtk_widget_class_bind_template_child (widget_class, StreekPreferencesWindow, logo_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_area_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_logo_cb);
}

static void
streek_preferences_window_init (StreekPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_preferences_window_new (GSettings *settings, StreekContext *context)
{
  StreekPreferencesWindow *self = g_object_new (STREEK_TYPE_PREFERENCES_WINDOW, NULL);

  self->settings = g_object_ref (settings);
  self->context = context != NULL ? g_object_ref (context) : NULL;
  g_settings_bind (settings, "office-name", self->office_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "organisation", self->organisation_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "footer", self->footer_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::own-area", G_CALLBACK (show_own_area), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::logo", G_CALLBACK (show_logo), self,
                           G_CONNECT_SWAPPED);
  show_own_area (self);
  show_logo (self);
  /* Without a workspace there are no areas to choose from. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->area_row),
                            context != NULL && streek_context_get_areas (context) != NULL);

  return GTK_WIDGET (self);
}
