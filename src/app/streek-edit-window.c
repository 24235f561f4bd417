/* streek-edit-window.c: a form with Cancel and Save: what it says becomes one command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-edit-window.h"

#include "store/streek-store.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwWindowTitle *window_title;
  GtkButton *cancel_button;
  GtkButton *save_button;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkBox *content;
  GtkBox *form;
} StreekEditWindowPrivate;

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (StreekEditWindow,
                                  streek_edit_window,
                                  ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (StreekEditWindow)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                           buildable_iface_init))

static GtkBuildableIface *parent_buildable_iface;

static StreekEditWindowPrivate *
get_private (StreekEditWindow *self)
{
  return streek_edit_window_get_instance_private (self);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekEditWindow *self = STREEK_EDIT_WINDOW (widget);

  STREEK_EDIT_WINDOW_GET_CLASS (self)->save (self);
}

static void
streek_edit_window_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  StreekEditWindowPrivate *priv = get_private (STREEK_EDIT_WINDOW (buildable));

  if (g_strcmp0 (type, "form") == 0)
    gtk_box_append (priv->form, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "foot") == 0)
    gtk_box_append (priv->content, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = streek_edit_window_add_child;
}

static void
streek_edit_window_class_init (StreekEditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-edit-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, error_bar);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, error_label);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, content);
  gtk_widget_class_bind_template_child_private (widget_class, StreekEditWindow, form);
  gtk_widget_class_install_action (widget_class, "edit.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "edit.save",
                                       NULL);
}

static void
streek_edit_window_init (StreekEditWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "title", get_private (self)->window_title, "title",
                          G_BINDING_SYNC_CREATE);
  streek_edit_window_set_ready (self, FALSE);
}

void
streek_edit_window_set_subtitle (StreekEditWindow *self, const char *subtitle)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self));

  adw_window_title_set_subtitle (get_private (self)->window_title, subtitle);
}

void
streek_edit_window_set_save_label (StreekEditWindow *self, const char *label)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self));

  gtk_button_set_label (get_private (self)->save_button, label);
}

void
streek_edit_window_set_ready (StreekEditWindow *self, gboolean is_ready)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "edit.save", is_ready);
}

gpointer
streek_edit_window_hold (StreekEditWindow *self)
{
  g_return_val_if_fail (STREEK_IS_EDIT_WINDOW (self), NULL);

  streek_edit_window_set_ready (self, FALSE);

  return g_object_ref (self);
}

void
streek_edit_window_end (StreekEditWindow *self, const GError *error)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self));

  StreekEditWindowPrivate *priv = get_private (self);

  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_text (priv->error_label, error->message);
  gtk_info_bar_set_revealed (priv->error_bar, TRUE);
  STREEK_EDIT_WINDOW_GET_CLASS (self)->update (self);
}

void
streek_edit_window_end_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekEditWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  streek_store_run_command_finish (STREEK_STORE (source), result, &error);
  streek_edit_window_end (self, error);
}

void
streek_edit_window_add_form (StreekEditWindow *self, GtkWidget *child)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self) && GTK_IS_WIDGET (child));

  gtk_box_append (get_private (self)->form, child);
}

void
streek_edit_window_add_foot (StreekEditWindow *self, GtkWidget *child)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self) && GTK_IS_WIDGET (child));

  gtk_box_append (get_private (self)->content, child);
}

void
streek_edit_window_set_read_only (StreekEditWindow *self)
{
  g_return_if_fail (STREEK_IS_EDIT_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->save_button), FALSE);
  gtk_button_set_label (get_private (self)->cancel_button, _ ("_Close"));
}
