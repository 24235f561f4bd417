/* streek-record-page-filters.c: the filters, columns and saved lists of the list page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-page-private.h"

#include <glib/gi18n.h>

static void
on_chip_cb (StreekRecordPage *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "streek-index"));

  if (index < self->spec->conditions->len)
    g_ptr_array_remove_index (self->spec->conditions, index);
  else
    streek_record_list_spec_set_area (self->spec, NULL);
  streek_record_page_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

/* What one condition alone says. */
static char *
describe_condition (StreekRecordPage *self, guint index)
{
  g_autoptr (StreekRecordListSpec) alone = streek_record_list_spec_new (self->kind);

  if (index < self->spec->conditions->len)
    {
      const StreekRecordCondition *condition = self->spec->conditions->pdata[index];

      streek_record_list_spec_add_condition (alone, condition->column, condition->op,
                                             (const char *const *) condition->values);
    }
  else
    streek_record_list_spec_set_area (alone, self->spec->area);

  return streek_record_list_spec_describe (alone, streek_record_book_get_view (self->book));
}

static void
append_chip (StreekRecordPage *self, guint index, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* Translators: %s is a filter in words: "Status: Under way". */
  g_autofree char *name = g_strdup_printf (_ ("Take the filter away: %s"), words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "streek-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_chip_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->chips, button);

  GtkWidget *holder = gtk_widget_get_parent (button);

  gtk_widget_set_focusable (holder, FALSE); /* the button in it is enough */
}

/* Made anew only where they say something else: nobody loses what is under the pointer. */
void
streek_record_page_show_chips (StreekRecordPage *self)
{
  gboolean is_known = streek_record_book_get_view (self->book) != NULL;
  guint n = self->spec->conditions->len + (self->spec->area != NULL ? 1 : 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkWidget *child;

  for (guint i = 0; i < n && is_known; i++)
    {
      g_autofree char *words = describe_condition (self, i);

      g_strv_builder_add (builder, words);
    }

  g_auto (GStrv) chips = g_strv_builder_end (builder);

  if (self->shown_chips != NULL &&
      g_strv_equal ((const char *const *) chips, (const char *const *) self->shown_chips))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_flow_box_remove (self->chips, child);
  for (guint i = 0; chips[i] != NULL; i++)
    append_chip (self, i, chips[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), chips[0] != NULL);
  g_strfreev (self->shown_chips);
  self->shown_chips = g_steal_pointer (&chips);
}

static void
on_filter_added_cb (StreekRecordPage *self)
{
  streek_record_filter_box_add_to (self->filter, self->spec);
  gtk_menu_button_popdown (self->filter_button);
  streek_record_page_refresh (self);
}

static void
on_filter_shown_cb (StreekRecordPage *self)
{
  streek_record_filter_box_start (self->filter);
}

static void
on_columns_shown_cb (StreekRecordPage *self)
{
  streek_record_columns_box_set_spec (self->columns_box, self->spec);
}

static void
on_columns_chosen_cb (StreekRecordPage *self)
{
  streek_record_columns_box_apply (self->columns_box, self->spec);
  streek_record_page_arrange (self);
  streek_record_page_refresh (self);
}

static void
on_lists_shown_cb (StreekRecordPage *self)
{
  streek_record_lists_box_start (self->lists_box, self->spec);
}

static void
on_list_chosen_cb (StreekRecordPage *self, const StreekRecordListSpec *spec)
{
  streek_record_page_set_spec (self, spec);
}

static void
add_popover (StreekRecordPage *self, GtkMenuButton *button, GtkWidget *child, GCallback on_shown)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  g_signal_connect_object (popover, "show", on_shown, self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

void
streek_record_page_build_filters (StreekRecordPage *self)
{
  self->filter = STREEK_RECORD_FILTER_BOX (streek_record_filter_box_new (self->book, self->kind));
  self->columns_box = STREEK_RECORD_COLUMNS_BOX (streek_record_columns_box_new (self->kind));
  self->lists_box = STREEK_RECORD_LISTS_BOX (streek_record_lists_box_new (self->book, self->kind));
  add_popover (self, self->filter_button, GTK_WIDGET (self->filter),
               G_CALLBACK (on_filter_shown_cb));
  add_popover (self, self->columns_button, GTK_WIDGET (self->columns_box),
               G_CALLBACK (on_columns_shown_cb));
  add_popover (self, self->lists_button, GTK_WIDGET (self->lists_box),
               G_CALLBACK (on_lists_shown_cb));
  g_signal_connect_object (self->filter, "added", G_CALLBACK (on_filter_added_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns_box, "changed", G_CALLBACK (on_columns_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lists_box, "chosen", G_CALLBACK (on_list_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
