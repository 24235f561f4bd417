/* streek-record-window.c: one record: its form, its parts, and where it is used */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-window.h"

#include "record/streek-record-command.h"
#include "record/streek-record-parts.h"
#include "record/streek-record-uses.h"

#include <glib/gi18n.h>

#define DRAFTS_KEY "streek-record-drafts"

struct _StreekRecordWindow
{
  StreekEditWindow parent_instance;

  StreekRecordBook *book;
  StreekRecordForm *form;
  GtkWidget *draft_bar;
  GtkLabel *hint_label;
  gint64 owner;  /* what a new record is made part of, 0: nothing */
  gint64 saving; /* id of what is being written, 0: nothing */
  gboolean is_started;
  gboolean is_saved;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordWindow, streek_record_window, STREEK_TYPE_EDIT_WINDOW)

/* Drafts: of this window of the program, by kind and id */

static GHashTable *
get_drafts (StreekRecordWindow *self)
{
  GObject *workspace =
    G_OBJECT (streek_context_get_workspace (streek_record_book_get_context (self->book)));
  GHashTable *drafts = g_object_get_data (workspace, DRAFTS_KEY);

  if (drafts == NULL)
    {
      drafts =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
      g_object_set_data_full (workspace, DRAFTS_KEY, drafts, (GDestroyNotify) g_hash_table_unref);
    }

  return drafts;
}

static char *
dup_draft_key (StreekRecordWindow *self)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                          streek_record_form_get_kind (self->form)->id,
                          streek_record_form_get_id (self->form), self->owner);
}

static void
keep_draft (StreekRecordWindow *self)
{
  if (streek_context_get_workspace (streek_record_book_get_context (self->book)) == NULL)
    return;

  GVariant *draft = self->is_saved ? NULL : streek_record_form_dup_draft (self->form);
  g_autofree char *key = dup_draft_key (self);

  if (draft != NULL)
    g_hash_table_replace (get_drafts (self), g_steal_pointer (&key), draft);
  else
    g_hash_table_remove (get_drafts (self), key);
}

static void
on_discard_cb (StreekRecordWindow *self)
{
  self->is_saved = TRUE; /* nothing of it is kept */
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_draft (StreekRecordWindow *self)
{
  g_autofree char *key = dup_draft_key (self);
  GVariant *draft = g_hash_table_lookup (get_drafts (self), key);

  if (draft == NULL || !streek_context_can_write (streek_record_book_get_context (self->book)))
    return;

  streek_record_form_take_draft (self->form, draft);
  gtk_widget_set_visible (self->draft_bar, TRUE);
}

/* Saving */

static void
streek_record_window_update (StreekEditWindow *window)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (window);
  g_autoptr (GError) error = NULL;
  gboolean can_write = streek_context_can_write (streek_record_book_get_context (self->book));
  gboolean is_right = streek_record_form_check (self->form, &error);

  gtk_label_set_text (self->hint_label, error != NULL && can_write ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), error != NULL && can_write);
  streek_edit_window_set_ready (window, is_right && can_write &&
                                          (streek_record_form_get_id (self->form) == 0 ||
                                           streek_record_form_is_changed (self->form)));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  if (streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error))
    {
      self->is_saved = TRUE;
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->saving);
    }
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static void
streek_record_window_save (StreekEditWindow *window)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (window);
  StreekRecordChanges *changes = streek_record_changes_new ();
  gboolean is_new = streek_record_form_get_id (self->form) == 0;

  self->saving = streek_record_form_write (self->form, changes);
  streek_record_command_write_async (self->book, changes, streek_record_form_get_kind (self->form),
                                     self->saving,
                                     is_new ? STREEK_RECORD_ADDED : STREEK_RECORD_CHANGED,
                                     on_written_cb, streek_edit_window_hold (window));
}

/* Parts and uses */

static void
add_parts (StreekRecordWindow *self)
{
  const StreekRecordKind *kind = streek_record_form_get_kind (self->form);
  gint64 id = streek_record_form_get_id (self->form);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *part = kinds->pdata[i];
      int field = streek_record_parts_find_owner_field (part, kind);

      if (field >= 0)
        streek_edit_window_add_form (STREEK_EDIT_WINDOW (self),
                                     streek_record_parts_new (self->book, part, (guint) field, id));
    }
}

static void
start (StreekRecordWindow *self)
{
  const StreekRecordKind *kind = streek_record_form_get_kind (self->form);
  gint64 id = streek_record_form_get_id (self->form);

  self->is_started = TRUE;
  streek_record_form_start (self->form);
  if (id != 0)
    {
      g_autofree char *title = streek_records_dup_title (
        streek_record_view_get_records (streek_record_book_get_view (self->book)), kind, id);

      streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), title);
      add_parts (self);
      streek_edit_window_add_form (STREEK_EDIT_WINDOW (self),
                                   streek_record_uses_new (self->book, kind, id));
    }
  if (!streek_context_can_write (streek_record_book_get_context (self->book)))
    streek_edit_window_set_read_only (STREEK_EDIT_WINDOW (self));
  take_draft (self);
  streek_record_window_update (STREEK_EDIT_WINDOW (self));
  streek_record_form_grab_focus (self->form);
}

static void
on_book_changed_cb (StreekRecordWindow *self)
{
  gint64 id = streek_record_form_get_id (self->form);

  if (!self->is_started && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      streek_record_book_get_view (self->book) != NULL)
    start (self);

  /* undone, or another file: there is nothing left to show */
  if (self->is_started && id != 0 &&
      streek_record_book_find (self->book, streek_record_form_get_kind (self->form), id) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
streek_record_window_map (GtkWidget *widget)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (widget);

  GTK_WIDGET_CLASS (streek_record_window_parent_class)->map (widget);

  if (!self->is_started && streek_record_book_get_view (self->book) != NULL)
    start (self);
}

static gboolean
streek_record_window_close_request (GtkWindow *window)
{
  keep_draft (STREEK_RECORD_WINDOW (window));

  return GTK_WINDOW_CLASS (streek_record_window_parent_class)->close_request (window);
}

static void
streek_record_window_dispose (GObject *object)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (object);

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_record_window_parent_class)->dispose (object);
}

static void
streek_record_window_class_init (StreekRecordWindowClass *klass)
{
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_record_window_dispose;
  GTK_WIDGET_CLASS (klass)->map = streek_record_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = streek_record_window_close_request;
  edit_class->save = streek_record_window_save;
  edit_class->update = streek_record_window_update;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static GtkWidget *
make_draft_bar (StreekRecordWindow *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (_ ("This is what you typed before, and did not save."));
  GtkWidget *button = gtk_info_bar_add_button (GTK_INFO_BAR (bar), _ ("_Discard It"), 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_widget_set_visible (bar, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_discard_cb), self, G_CONNECT_SWAPPED);

  return bar;
}

static void
streek_record_window_init (StreekRecordWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->hint_label = GTK_LABEL (label);
  gtk_label_set_xalign (self->hint_label, 0);
  gtk_label_set_wrap (self->hint_label, TRUE);
  gtk_widget_add_css_class (label, "form-foot");
  gtk_widget_set_visible (label, FALSE);
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self), label);
  self->draft_bar = make_draft_bar (self);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), self->draft_bar);
}

GtkWidget *
streek_record_window_new (GtkWindow *parent,
                          StreekContext *context,
                          const StreekRecordKind *kind,
                          gint64 id)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && kind != NULL, NULL);

  StreekRecordWindow *self = g_object_new (
    STREEK_TYPE_RECORD_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
    "title", streek_record_kind_get_name (kind), "default-width", 620, "default-height", 600, NULL);

  self->book = g_object_ref (streek_record_book_get (context));
  self->form = streek_record_form_new (self->book, kind, id);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (streek_record_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

StreekRecordForm *
streek_record_window_get_form (StreekRecordWindow *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_WINDOW (self), NULL);

  return self->form;
}

void
streek_record_window_preset (StreekRecordWindow *self, guint field, const char *text)
{
  g_return_if_fail (STREEK_IS_RECORD_WINDOW (self));

  streek_record_form_preset (self->form, field, text);
}

void
streek_record_window_preset_reference (StreekRecordWindow *self, guint field, gint64 id)
{
  g_return_if_fail (STREEK_IS_RECORD_WINDOW (self));

  if ((streek_record_form_get_kind (self->form)->fields[field].flags & STREEK_RECORD_OWNER) != 0)
    self->owner = id;
  streek_record_form_preset_reference (self->form, field, id);
}

/* Opening */

static GtkWindow *
get_parent (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
streek_record_open (GtkWidget *widget,
                    StreekContext *context,
                    const StreekRecordKind *kind,
                    gint64 id)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_CONTEXT (context) && kind != NULL);

  if (streek_record_book_find (streek_record_book_get (context), kind, id) != NULL)
    gtk_window_present (
      GTK_WINDOW (streek_record_window_new (get_parent (widget), context, kind, id)));
}

void
streek_record_open_new (GtkWidget *widget,
                        StreekContext *context,
                        const StreekRecordKind *kind,
                        guint owner_field,
                        gint64 owner)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_CONTEXT (context) && kind != NULL);

  if (!streek_context_can_write (context) ||
      streek_record_book_get_view (streek_record_book_get (context)) == NULL)
    return;

  GtkWidget *window = streek_record_window_new (get_parent (widget), context, kind, 0);

  if (owner != 0)
    streek_record_window_preset_reference (STREEK_RECORD_WINDOW (window), owner_field, owner);
  gtk_window_present (GTK_WINDOW (window));
}
