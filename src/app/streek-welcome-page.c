/* streek-welcome-page.c: what a window shows that has no workspace yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-welcome-page"
#include "config.h"
#include "streek-welcome-page.h"

#include <adwaita.h>

#define MAX_RECENT 5

struct _StreekWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (StreekWelcomePage, streek_welcome_page, GTK_TYPE_WIDGET)

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = (GtkRecentInfo *) a;
  GtkRecentInfo *second = (GtkRecentInfo *) b;

  return g_date_time_compare (gtk_recent_info_get_modified (second),
                              gtk_recent_info_get_modified (first));
}

static GtkWidget *
make_row (GtkRecentInfo *info, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_name = g_filename_display_name (name);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *title = g_markup_escape_text (shown_name, -1);
  g_autofree char *subtitle = g_markup_escape_text (shown_folder, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shown_name,
                                  -1);

  return row;
}

void
streek_welcome_page_update (StreekWelcomePage *self)
{
  g_return_if_fail (STREEK_IS_WELCOME_PAGE (self));

  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, child);

  items = g_list_sort (items, compare_newest_first);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);

      if (path == NULL || !g_str_has_suffix (path, ".streek") || !gtk_recent_info_exists (l->data))
        continue;

      gtk_list_box_append (self->recent_list, make_row (l->data, path));
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  gtk_widget_set_visible (self->recent_box, n > 0);
}

static void
streek_welcome_page_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_welcome_page_parent_class)->dispose (object);
}

static void
streek_welcome_page_class_init (StreekWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekWelcomePage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, StreekWelcomePage, recent_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_welcome_page_init (StreekWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_welcome_page_update (self);
}
