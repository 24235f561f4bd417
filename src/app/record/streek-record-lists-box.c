/* streek-record-lists-box.c: the lists that were kept of a kind: go to one, keep this one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-lists-box.h"

#include "print/streek-problem.h"
#include "record/streek-record-command.h"
#include "record/streek-record-window.h"
#include "record/streek-saved-list.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>

#define ID_KEY "streek-id"

struct _StreekRecordListsBox
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *empty_label;
  GtkEntry *entry;
  GtkWidget *save_button;
  GtkWidget *save_box;

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  StreekRecordListSpec *spec; /* (nullable): what is shown */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordListsBox, streek_record_lists_box, ADW_TYPE_BIN)

static gint64
get_id (gpointer row)
{
  const gint64 *id = g_object_get_data (row, ID_KEY);

  return id != NULL ? *id : 0;
}

static const StreekRecord *
find_list (StreekRecordListsBox *self, gint64 id)
{
  return streek_record_book_find (self->book, &streek_saved_list_kind, id);
}

/* (nullable): the one of that name */
static const StreekRecord *
find_by_name (StreekRecordListsBox *self, const char *name)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  return view != NULL
           ? streek_saved_list_find (streek_record_view_get_records (view), self->kind->id, name)
           : NULL;
}

static void
close_popover (StreekRecordListsBox *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_row_activated_cb (StreekRecordListsBox *self, GtkListBoxRow *row)
{
  const StreekRecord *record = find_list (self, get_id (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordListSpec) spec =
    record != NULL ? streek_record_list_spec_from_json (
                       streek_record_get_text (record, STREEK_SAVED_LIST_SPEC), &error)
                   : NULL;

  close_popover (self);
  if (spec != NULL && spec->kind == self->kind)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, spec);
  else if (record != NULL)
    streek_problem_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("This saved list cannot be shown."), error);
}

static void
write_spec (StreekRecordListsBox *self, const StreekRecord *former, const char *name)
{
  StreekRecordChanges *changes = streek_record_changes_new ();
  const StreekRecordKind *kind = &streek_saved_list_kind;
  g_autofree char *json = streek_record_list_spec_to_json (self->spec);
  gint64 id =
    former != NULL ? streek_record_get_id (former) : streek_record_changes_add (changes, kind);

  if (former == NULL)
    {
      streek_record_changes_set_text (changes, kind, id, STREEK_SAVED_LIST_KIND, self->kind->id);
      streek_record_changes_set_text (changes, kind, id, STREEK_SAVED_LIST_NAME, name);
    }
  streek_record_changes_set_text (changes, kind, id, STREEK_SAVED_LIST_SPEC, json);
  streek_record_command_run_for (GTK_WIDGET (self), self->book, changes, kind, id,
                                 former != NULL ? STREEK_RECORD_CHANGED : STREEK_RECORD_ADDED);
}

static void
on_save_cb (StreekRecordListsBox *self)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0' || self->spec == NULL)
    return;

  write_spec (self, find_by_name (self, name), name);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  close_popover (self);
}

static void
on_replace_cb (StreekRecordListsBox *self, GtkWidget *button)
{
  const StreekRecord *record = find_list (self, get_id (button));

  if (record != NULL && self->spec != NULL)
    write_spec (self, record, NULL);
  close_popover (self);
}

static void
on_rename_cb (StreekRecordListsBox *self, GtkWidget *button)
{
  static const int fields[] = { STREEK_SAVED_LIST_NAME, -1 };
  GtkWidget *window = streek_record_window_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
    streek_record_book_get_context (self->book), &streek_saved_list_kind, get_id (button));

  streek_record_form_add_group (streek_record_window_get_form (STREEK_RECORD_WINDOW (window)), NULL,
                                fields);
  gtk_window_set_default_size (GTK_WINDOW (window), 420, -1);
  close_popover (self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_delete_cb (StreekRecordListsBox *self, GtkWidget *button)
{
  gint64 id = get_id (button);

  close_popover (self);
  streek_record_command_delete (GTK_WIDGET (self), self->book, &streek_saved_list_kind, &id, 1);
}

/* @words: (transfer full) */
static void
add_button (StreekRecordListsBox *self,
            GtkWidget *box,
            gint64 id,
            const char *icon_name,
            char *words,
            GCallback callback)
{
  g_autofree char *owned = words;
  GtkWidget *button = streek_row_button_new (icon_name, owned);

  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_row (StreekRecordListsBox *self, const StreekRecord *record)
{
  const char *name = streek_record_get_text (record, STREEK_SAVED_LIST_NAME);
  gint64 id = streek_record_get_id (record);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (streek_context_can_write (streek_record_book_get_context (self->book)))
    {
      /* Translators: this and the next two: %s is the name of a saved list. */
      add_button (self, box, id, "document-save-symbolic",
                  g_strdup_printf (_ ("Replace %s by what is shown"), name),
                  G_CALLBACK (on_replace_cb));
      add_button (self, box, id, "document-edit-symbolic", g_strdup_printf (_ ("Rename %s…"), name),
                  G_CALLBACK (on_rename_cb));
      add_button (self, box, id, "user-trash-symbolic", g_strdup_printf (_ ("Delete %s"), name),
                  G_CALLBACK (on_delete_cb));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&id, sizeof id), g_free);

  return row;
}

static void
fill (StreekRecordListsBox *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  guint n = 0, n_shown = 0;
  const StreekRecord *const *lists =
    view != NULL
      ? streek_records_list (streek_record_view_get_records (view), &streek_saved_list_kind, &n)
      : NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < n; i++)
    if (streek_record_is (lists[i], STREEK_SAVED_LIST_KIND, self->kind->id))
      {
        gtk_list_box_append (self->list, make_row (self, lists[i]));
        n_shown++;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), n_shown == 0);
  gtk_widget_set_visible (self->save_box,
                          streek_context_can_write (streek_record_book_get_context (self->book)));
}

static void
on_name_changed_cb (StreekRecordListsBox *self)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_widget_set_sensitive (self->save_button, *name != '\0');
  gtk_button_set_label (GTK_BUTTON (self->save_button),
                        find_by_name (self, name) != NULL ? _ ("_Replace") : _ ("_Save"));
}

static void
streek_record_lists_box_dispose (GObject *object)
{
  StreekRecordListsBox *self = STREEK_RECORD_LISTS_BOX (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->spec, streek_record_list_spec_free);

  G_OBJECT_CLASS (streek_record_lists_box_parent_class)->dispose (object);
}

static void
streek_record_lists_box_class_init (StreekRecordListsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_lists_box_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
streek_record_lists_box_init (StreekRecordListsBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty_label =
    GTK_LABEL (gtk_label_new (_ ("No list is saved yet: its columns, order, groups and filters.")));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  self->save_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Saved Lists"), -1);
  gtk_label_set_wrap (self->empty_label, TRUE);
  gtk_label_set_max_width_chars (self->empty_label, 34);
  gtk_label_set_xalign (self->empty_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty_label), "dim-label");
  gtk_entry_set_placeholder_text (self->entry, _ ("Name of this list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of this list"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_box_append (GTK_BOX (self->save_box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->save_box), self->save_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty_label));
  gtk_box_append (GTK_BOX (box), self->save_box);
  gtk_widget_set_size_request (box, 320, -1);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_name_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
streek_record_lists_box_new (StreekRecordBook *book, const StreekRecordKind *kind)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && kind != NULL, NULL);

  StreekRecordListsBox *self = g_object_new (STREEK_TYPE_RECORD_LISTS_BOX, NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

void
streek_record_lists_box_start (StreekRecordListsBox *self, const StreekRecordListSpec *spec)
{
  g_return_if_fail (STREEK_IS_RECORD_LISTS_BOX (self) && spec != NULL);

  g_clear_pointer (&self->spec, streek_record_list_spec_free);
  self->spec = streek_record_list_spec_copy (spec);
  fill (self);
  on_name_changed_cb (self);
}
