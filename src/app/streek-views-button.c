/* streek-views-button.c: the menu of saved views: go to one, keep this one, update, rename, delete
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-views-button"
#include "config.h"
#include "streek-views-button.h"
#include "streek-row-button.h"
#include "streek-window.h"
#include "workspace/streek-views.h"

#include <glib/gi18n.h>

struct _StreekViewsButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkStack *stack; /* list, empty */
  GtkListBox *list;
  GtkEntry *entry;
  GtkButton *save_button;

  StreekContext *context;
  GPtrArray *views;         /* (nullable) (element-type StreekSavedView) */
  StreekSavedView *renamed; /* (unowned) (nullable): whose name the entry holds */
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (StreekViewsButton, streek_views_button, GTK_TYPE_WIDGET)

static void
on_command_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekViewsButton) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_store_run_command_finish (STREEK_STORE (source), result, &error))
    {
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

      if (STREEK_IS_WINDOW (root))
        streek_window_toast (STREEK_WINDOW (root), _ ("The view could not be changed."), error);
    }
}

static StreekSavedView *
get_view_of (StreekViewsButton *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return self->views != NULL && index >= 0 && index < (int) self->views->len
           ? self->views->pdata[index]
           : NULL;
}

static void
stop_renaming (StreekViewsButton *self)
{
  self->renamed = NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_button_set_label (self->save_button, _ ("_Save View"));
}

static void
on_delete_cb (GtkWidget *button, StreekViewsButton *self)
{
  StreekSavedView *view = get_view_of (self, button);

  stop_renaming (self);
  streek_views_delete_async (streek_context_get_workspace (self->context), view, on_command_done_cb,
                             g_object_ref (self));
}

static void
on_rename_cb (GtkWidget *button, StreekViewsButton *self)
{
  self->renamed = get_view_of (self, button);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->renamed->name);
  gtk_button_set_label (self->save_button, _ ("_Rename"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static StreekSavedView *
dup_shown (StreekViewsButton *self)
{
  return streek_window_dup_view (STREEK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_update_cb (GtkWidget *button, StreekViewsButton *self)
{
  g_autoptr (StreekSavedView) shown = dup_shown (self);

  stop_renaming (self);
  streek_views_replace_async (streek_context_get_workspace (self->context),
                              get_view_of (self, button), shown, on_command_done_cb,
                              g_object_ref (self));
}

static GtkWidget *
make_row_button (StreekViewsButton *self,
                 const char *icon_name,
                 const char *format_label,
                 GCallback callback)
{
  GtkWidget *button = streek_row_button_new (icon_name, format_label);

  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  g_signal_connect (button, "clicked", callback, self);

  return button;
}

/* (transfer full): what a view is of, as an icon and in words. */
static char *
dup_kind (const StreekSavedView *view, const char **icon_name)
{
  if (view->map != NULL)
    {
      *icon_name = "streek-map-symbolic";
      /* Translators: what a saved view shows */
      return g_strdup (C_ ("saved view", "Map"));
    }
  if (view->chart != NULL)
    {
      *icon_name = "streek-indicators-symbolic";
      return g_strdup (streek_chart_kind_get_label (view->chart->kind));
    }
  if (view->atlas != NULL)
    {
      *icon_name = "x-office-document-symbolic";
      /* Translators: what a saved view shows: a page for each area */
      return g_strdup (C_ ("saved view", "Atlas"));
    }
  if (view->analysis != NULL)
    {
      *icon_name = "streek-table-symbolic";
      /* Translators: what a saved view shows; %s is a kind of analysis such as Ranking */
      return g_strdup_printf (C_ ("saved view", "Analysis: %s"),
                              streek_analysis_kind_get_label (view->analysis->kind));
    }

  *icon_name = "dialog-warning-symbolic";
  /* Translators: of a saved view that a newer version of the program may have made */
  return g_strdup (_ ("This program cannot read it"));
}

static GtkWidget *
make_row (StreekViewsButton *self, const StreekSavedView *view, const StreekSavedView *shown)
{
  gboolean is_current = streek_saved_view_shows_same (view, shown);
  const char *icon_name;
  g_autofree char *kind = dup_kind (view, &icon_name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (view->name);
  /* Translators: %s is the name of a saved view */
  g_autofree char *rename = g_strdup_printf (_ ("Rename %s"), view->name);
  g_autofree char *update = g_strdup_printf (_ ("Let %s show what is shown now"), view->name);
  g_autofree char *delete = g_strdup_printf (_ ("Delete %s"), view->name);

  gtk_widget_set_visible (check, is_current);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (icon, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  if (!is_current)
    gtk_box_append (GTK_BOX (box), make_row_button (self, "document-save-symbolic", update,
                                                    G_CALLBACK (on_update_cb)));
  gtk_box_append (GTK_BOX (box), make_row_button (self, "document-edit-symbolic", rename,
                                                  G_CALLBACK (on_rename_cb)));
  gtk_box_append (GTK_BOX (box),
                  make_row_button (self, "user-trash-symbolic", delete, G_CALLBACK (on_delete_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, view->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind, -1);

  return row;
}

static void
fill_list (StreekViewsButton *self)
{
  g_autoptr (StreekSavedView) shown = dup_shown (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    gtk_list_box_append (self->list, make_row (self, self->views->pdata[i], shown));

  gtk_stack_set_visible_child_name (self->stack,
                                    self->views != NULL && self->views->len > 0 ? "list" : "empty");
}

static void
on_views_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekViewsButton) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views =
    streek_views_load_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  stop_renaming (self);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = g_steal_pointer (&views);
  fill_list (self);
}

static void
load (StreekViewsButton *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  if (workspace == NULL)
    return;

  self->loading = g_cancellable_new ();
  streek_views_load_async (workspace, self->loading, on_views_loaded_cb, g_object_ref (self));
}

static void
on_data_changed_cb (StreekViewsButton *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), streek_context_can_write (self->context));
  load (self);
}

static void
on_show_cb (StreekViewsButton *self)
{
  stop_renaming (self);
  fill_list (self);
}

static void
on_row_activated_cb (StreekViewsButton *self, GtkListBoxRow *row)
{
  StreekSavedView *view = get_view_of (self, GTK_WIDGET (row));

  if (view == NULL || !streek_saved_view_is_readable (view))
    return;

  gtk_menu_button_popdown (self->button);
  streek_window_show_view (STREEK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), view);
}

static char *
dup_entered_name (StreekViewsButton *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
on_entry_changed_cb (StreekViewsButton *self)
{
  g_autofree char *name = dup_entered_name (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), *name != '\0');
}

static void
on_save_cb (StreekViewsButton *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);
  g_autofree char *name = dup_entered_name (self);

  if (*name == '\0' || workspace == NULL)
    return;

  if (self->renamed != NULL)
    streek_views_rename_async (workspace, self->renamed, name, on_command_done_cb,
                               g_object_ref (self));
  else
    {
      g_autoptr (StreekSavedView) shown = dup_shown (self);

      shown->name = g_steal_pointer (&name);
      streek_views_add_async (workspace, shown, on_command_done_cb, g_object_ref (self));
    }
}

static void
streek_views_button_dispose (GObject *object)
{
  StreekViewsButton *self = STREEK_VIEWS_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->context);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_views_button_parent_class)->dispose (object);
}

static void
streek_views_button_class_init (StreekViewsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = streek_views_button_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-views-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekViewsButton, button);
  gtk_widget_class_bind_template_child (widget_class, StreekViewsButton, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekViewsButton, list);
  gtk_widget_class_bind_template_child (widget_class, StreekViewsButton, entry);
  gtk_widget_class_bind_template_child (widget_class, StreekViewsButton, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_views_button_init (StreekViewsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_views_button_set_context (StreekViewsButton *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_VIEWS_BUTTON (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
