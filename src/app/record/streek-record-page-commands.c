/* streek-record-page-commands.c: what is done with the records of the list page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-page-private.h"

#include "record/streek-cited-opener.h"
#include "record/streek-record-command.h"
#include "record/streek-record-multi-window.h"
#include "record/streek-record-paste-window.h"
#include "record/streek-record-window.h"
#include "streek-place.h"

static void
on_saved_cb (StreekRecordPage *self, gint64 id)
{
  self->wanted = id;
}

static void
add_new (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  GtkWidget *window;

  if (streek_record_book_get_view (self->book) == NULL)
    return;

  window = streek_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                     self->kind, 0);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

void
streek_record_page_open (StreekRecordPage *self, gint64 id)
{
  if (self->opener != NULL)
    self->opener (GTK_WIDGET (self), id, self->opener_data);
  else
    streek_record_open (GTK_WIDGET (self), self->context, self->kind, id);
}

static void
open_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);

  if (ids->len == 1)
    streek_record_page_open (self, g_array_index (ids, gint64, 0));
}

static void
edit_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);

  if (ids->len == 1)
    streek_record_open (widget, self->context, self->kind, g_array_index (ids, gint64, 0));
}

/* (transfer full) (nullable): where the figure is shown that the selected one rests on; @noun:
 * "map" or "chart" */
char *
streek_record_page_dup_figure_place (StreekRecordPage *self, const char *noun)
{
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecord *record =
    ids->len == 1 && view != NULL
      ? streek_record_book_find (self->book, self->kind, g_array_index (ids, gint64, 0))
      : NULL;

  return record != NULL ? streek_record_view_dup_figure_place (view, record, noun) : NULL;
}

static void
show_figure (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *noun = g_str_equal (action_name, "record.show-map") ? "map" : "chart";
  g_autofree char *place = streek_record_page_dup_figure_place (STREEK_RECORD_PAGE (widget), noun);

  if (place != NULL)
    streek_place_go (widget, place);
}

/* The document that the selected one cites, or that it is. */
gboolean
streek_record_page_find_cited (StreekRecordPage *self, StreekRecordCited *cited)
{
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecord *record =
    ids->len == 1 && view != NULL
      ? streek_record_book_find (self->book, self->kind, g_array_index (ids, gint64, 0))
      : NULL;

  return record != NULL &&
         streek_record_find_cited (record, streek_record_view_get_records (view), cited);
}

static void
open_document (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  StreekRecordCited cited;

  if (streek_record_page_find_cited (self, &cited))
    streek_cited_open (widget, self->book, &cited);
}

static void
delete_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);

  streek_record_command_delete (widget, self->book, self->kind, (const gint64 *) ids->data,
                                ids->len);
}

static void
change_field (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);
  g_autoptr (GArray) ids = streek_record_page_list_selected (self);

  if (ids->len > 0)
    gtk_window_present (GTK_WINDOW (streek_record_multi_window_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), self->book, self->kind, ids)));
}

/* Rows without a header are as the list has its columns. */
static void
paste (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);

  if (streek_record_book_get_view (self->book) != NULL)
    streek_record_paste_clipboard (widget, self->book, self->kind,
                                   (const char *const *) self->spec->columns, -1, 0);
}

static void
take_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);

  if (streek_record_book_get_view (self->book) != NULL)
    streek_record_paste_file (widget, self->book, self->kind, -1, 0);
}

static void
start_search (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STREEK_RECORD_PAGE (widget)->search_entry));
}

static void
clear_filters (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekRecordPage *self = STREEK_RECORD_PAGE (widget);

  streek_record_list_spec_clear_conditions (self->spec, NULL);
  streek_record_list_spec_set_area (self->spec, NULL);
  streek_record_list_spec_set_search (self->spec, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  streek_record_page_refresh (self);
}

void
streek_record_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.new", NULL, add_new);
  gtk_widget_class_install_action (widget_class, "record.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_selected);
  gtk_widget_class_install_action (widget_class, "record.open-document", NULL, open_document);
  gtk_widget_class_install_action (widget_class, "record.show-chart", NULL, show_figure);
  gtk_widget_class_install_action (widget_class, "record.show-map", NULL, show_figure);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_selected);
  gtk_widget_class_install_action (widget_class, "record.change-field", NULL, change_field);
  gtk_widget_class_install_action (widget_class, "record.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "record.take-file", NULL, take_file);
  gtk_widget_class_install_action (widget_class, "record.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "record.clear-filters", NULL, clear_filters);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "record.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "record.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "record.open-document", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK,
                                       "record.show-chart", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "record.show-map",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "record.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "record.paste",
                                       NULL);
}
