/* streek-drop-down.c: drop-downs that are narrower than what is chosen in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-drop-down.h"

#include "streek-tooltip.h"

#define MOST_CHARS 48 /* of a line in the list */

static const char *
get_words (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

/* What is chosen */

static void
on_button_setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer least_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (least_chars));
  streek_tooltip_tell_cut (GTK_LABEL (label));
  gtk_list_item_set_child (item, label);
}

static void
on_button_bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), get_words (item));
}

/* The list */

static void
on_row_setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_item_set_child (item, box);
}

static void
update_tick (GtkDropDown *self, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (
    tick, gtk_drop_down_get_selected_item (self) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
on_row_bind_cb (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *self)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), get_words (item));
  g_signal_connect_object (self, "notify::selected-item", G_CALLBACK (update_tick), item, 0);
  update_tick (self, NULL, item);
}

static void
on_row_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, GtkDropDown *self)
{
  g_signal_handlers_disconnect_by_func (self, update_tick, item);
}

void
streek_drop_down_fold (GtkDropDown *self, int least_chars)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (self));

  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (on_button_setup_cb),
                    GINT_TO_POINTER (least_chars));
  g_signal_connect (button, "bind", G_CALLBACK (on_button_bind_cb), NULL);
  g_signal_connect (list, "setup", G_CALLBACK (on_row_setup_cb), NULL);
  g_signal_connect_object (list, "bind", G_CALLBACK (on_row_bind_cb), self, 0);
  g_signal_connect_object (list, "unbind", G_CALLBACK (on_row_unbind_cb), self, 0);
  gtk_drop_down_set_factory (self, button);
  gtk_drop_down_set_list_factory (self, list);
}
