/* streek-kind-list.c: kinds to choose one from, those that do not fit with the reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-kind-list"
#include "config.h"
#include "streek-kind-list.h"

#include <adwaita.h>

struct _StreekKindList
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *list;

  guint n_fitting;    /* rows at the head of the list */
  GtkWidget *current; /* (nullable): row of the kind that holds */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekKindList, streek_kind_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (int kind, const char *label, const char *why_not, gboolean is_current)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *title = g_markup_escape_text (label, -1);
  g_autofree char *subtitle = g_markup_escape_text (why_not != NULL ? why_not : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_visible (mark, is_current);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), why_not == NULL);
  /* still reached by keys, so that its reason can be read */
  if (why_not != NULL)
    gtk_widget_add_css_class (row, "unfit");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_DISABLED, why_not != NULL,
                               -1);
  g_object_set_data (G_OBJECT (row), "streek-kind", GINT_TO_POINTER (kind));

  return row;
}

static void
on_row_activated_cb (StreekKindList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "streek-kind")));
}

static void
streek_kind_list_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_kind_list_parent_class)->dispose (object);
}

static void
streek_kind_list_class_init (StreekKindListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_kind_list_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_kind_list_init (StreekKindList *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, 380);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}

void
streek_kind_list_set_name (StreekKindList *self, const char *name)
{
  g_return_if_fail (STREEK_IS_KIND_LIST (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
streek_kind_list_clear (StreekKindList *self)
{
  g_return_if_fail (STREEK_IS_KIND_LIST (self));

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  self->n_fitting = 0;
  self->current = NULL;
}

void
streek_kind_list_add (
  StreekKindList *self, int kind, const char *label, const char *why_not, gboolean is_current)
{
  g_return_if_fail (STREEK_IS_KIND_LIST (self));

  GtkWidget *row = make_row (kind, label, why_not, is_current);

  gtk_list_box_insert (self->list, row, why_not == NULL ? (int) self->n_fitting : -1);
  if (why_not == NULL)
    self->n_fitting++;
  if (is_current)
    self->current = row;
}

void
streek_kind_list_start (StreekKindList *self)
{
  g_return_if_fail (STREEK_IS_KIND_LIST (self));

  if (self->current != NULL)
    gtk_widget_grab_focus (self->current);
}
