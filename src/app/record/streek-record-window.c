/* streek-record-window.c: one record: its form, its parts, and where it is used */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-window.h"

#include "record/streek-draft-bar.h"
#include "record/streek-record-command.h"
#include "record/streek-record-indicators.h"
#include "record/streek-record-parts.h"
#include "record/streek-record-uses.h"

#include <glib/gi18n.h>

/* What is typed is in the file within this time, so that a crash takes less than a second of it. */
#define KEEP_AFTER_MS 500

struct _StreekRecordWindow
{
  StreekEditWindow parent_instance;

  StreekRecordBook *book;
  StreekRecordForm *form;
  StreekDraftBar *draft_bar;
  GtkLabel *hint_label;
  StreekDraftBook *drafts;
  StreekRecordDraft *offered; /* (nullable): in the bar */
  gint64 draft;               /* id of what is typed here, 0: not kept yet */
  guint keep_id;
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

/* Drafts */

static gboolean
can_write (StreekRecordWindow *self)
{
  return streek_context_can_write (streek_record_book_get_context (self->book));
}

/* From now on what is typed here is that draft; 0: none. */
static void
set_draft (StreekRecordWindow *self, gint64 id)
{
  if (id == self->draft)
    return;

  if (self->draft != 0)
    streek_draft_book_set_in_use (self->drafts, self->draft, FALSE);
  self->draft = id;
  if (id != 0)
    streek_draft_book_set_in_use (self->drafts, id, TRUE);
}

static void
drop_draft (StreekRecordWindow *self)
{
  gint64 id = self->draft;

  set_draft (self, 0);
  if (id != 0)
    streek_draft_book_drop (self->drafts, id);
}

static void
keep_draft (StreekRecordWindow *self, gboolean is_left)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);

  StreekRecordDraft *draft =
    self->is_started && !self->is_saved ? streek_record_form_dup_draft (self->form) : NULL;

  if (draft == NULL)
    {
      drop_draft (self);
      return;
    }

  if (self->draft != 0)
    draft->id = self->draft;
  set_draft (self, draft->id);
  draft->is_left = is_left;
  streek_draft_book_keep (self->drafts, draft);
}

static gboolean
on_keep_cb (gpointer user_data)
{
  StreekRecordWindow *self = user_data;

  self->keep_id = 0;
  keep_draft (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_typed_cb (StreekRecordWindow *self)
{
  if (self->keep_id == 0 && self->saving == 0)
    self->keep_id = g_timeout_add (KEEP_AFTER_MS, on_keep_cb, self);
}

/* A draft of this record that nobody has in a form. */
static void
offer_draft (StreekRecordWindow *self)
{
  const StreekRecordDraft *draft =
    can_write (self) && streek_record_book_get_view (self->book) != NULL
      ? streek_draft_book_find (self->drafts, streek_record_form_get_kind (self->form),
                                streek_record_form_get_id (self->form), self->owner)
      : NULL;

  g_clear_pointer (&self->offered, streek_record_draft_free);
  if (draft == NULL)
    {
      streek_draft_bar_offer (self->draft_bar, NULL, STREEK_RECORD_DRAFT_FITS);
      return;
    }

  self->offered = streek_record_draft_copy (draft);
  streek_draft_bar_offer (
    self->draft_bar, draft,
    streek_record_draft_compare (
      draft, streek_record_view_get_records (streek_record_book_get_view (self->book))));
}

/* Read after the form was opened. */
static void
on_drafts_changed_cb (StreekRecordWindow *self)
{
  if (self->is_started && self->draft == 0 && self->offered == NULL && !self->is_saved)
    offer_draft (self);
}

static void
on_go_on_cb (StreekRecordWindow *self)
{
  g_autoptr (StreekRecordDraft) draft = g_steal_pointer (&self->offered);

  if (draft == NULL)
    return;

  drop_draft (self); /* what was typed since is in the form, and goes on in this one */
  set_draft (self, draft->id);
  g_clear_pointer (&self->offered, streek_record_draft_free);

  if (streek_record_form_take_draft (self->form, draft))
    streek_draft_bar_tell (self->draft_bar,
                           _ ("It has been changed since you typed this: look at what is marked "
                              "before you save."));
  else
    streek_draft_bar_offer (self->draft_bar, NULL, STREEK_RECORD_DRAFT_FITS);
  on_typed_cb (self);
  streek_record_form_grab_focus (self->form);
}

static void
on_throw_away_cb (StreekRecordWindow *self)
{
  g_autoptr (StreekRecordDraft) draft = g_steal_pointer (&self->offered);

  if (draft == NULL)
    return;

  streek_draft_book_drop (self->drafts, draft->id);
  offer_draft (self);
}

/* Saving */

static void
streek_record_window_update (StreekEditWindow *window)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (window);
  g_autoptr (GError) error = NULL;
  gboolean is_right = streek_record_form_check (self->form, &error);
  gboolean is_hinted = error != NULL && can_write (self);

  gtk_label_set_text (self->hint_label, is_hinted ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), is_hinted);
  streek_edit_window_set_ready (window, is_right && can_write (self) &&
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
      drop_draft (self);
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->saving);
    }
  else
    {
      self->saving = 0;
      on_typed_cb (self);
    }
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static void
streek_record_window_save (StreekEditWindow *window)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (window);
  StreekRecordChanges *changes = streek_record_changes_new ();
  gboolean is_new = streek_record_form_get_id (self->form) == 0;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->saving = streek_record_form_write (self->form, changes);
  streek_record_changes_end_draft (changes, self->draft);
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

/* What the record rests on, one click away. */
static void
add_indicators (StreekRecordWindow *self)
{
  const StreekRecord *record = streek_record_book_find (
    self->book, streek_record_form_get_kind (self->form), streek_record_form_get_id (self->form));
  GtkWidget *group = record != NULL ? streek_record_indicators_new (self->book, record) : NULL;

  if (group != NULL)
    streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), group);
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
      add_indicators (self);
      add_parts (self);
      streek_edit_window_add_form (STREEK_EDIT_WINDOW (self),
                                   streek_record_uses_new (self->book, kind, id));
    }
  if (!can_write (self))
    streek_edit_window_set_read_only (STREEK_EDIT_WINDOW (self));
  if (self->offered != NULL)
    on_go_on_cb (self);
  else
    offer_draft (self);
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
  keep_draft (STREEK_RECORD_WINDOW (window), TRUE);

  return GTK_WINDOW_CLASS (streek_record_window_parent_class)->close_request (window);
}

static void
streek_record_window_dispose (GObject *object)
{
  StreekRecordWindow *self = STREEK_RECORD_WINDOW (object);

  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  if (self->drafts != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->drafts, self);
      set_draft (self, 0);
    }
  g_clear_object (&self->drafts);
  g_clear_object (&self->book);
  g_clear_pointer (&self->offered, streek_record_draft_free);

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
  self->draft_bar = streek_draft_bar_new ();
  g_signal_connect_object (self->draft_bar, "go-on", G_CALLBACK (on_go_on_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft_bar, "throw-away", G_CALLBACK (on_throw_away_cb), self,
                           G_CONNECT_SWAPPED);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), GTK_WIDGET (self->draft_bar));
}

/* What is reported was mostly seen today. */
static void
preset_today (StreekRecordWindow *self, const StreekRecordKind *kind)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  for (guint i = 0; view != NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & STREEK_RECORD_TODAY) != 0)
      {
        g_autofree char *today = streek_date_to_string (streek_record_view_get_today (view));

        streek_record_form_preset (self->form, i, today);
      }
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
  self->drafts = g_object_ref (streek_draft_book_get (context));
  self->form = streek_record_form_new (self->book, kind, id);
  if (id == 0)
    preset_today (self, kind);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (streek_record_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafts, "changed", G_CALLBACK (on_drafts_changed_cb), self,
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

/* What a new record had from the start. */
static void
preset_given (StreekRecordWindow *self, const StreekRecordDraft *draft)
{
  for (guint i = 0; draft->record == 0 && i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);

      if (field->before != NULL)
        continue;
      if (draft->kind->fields[field->field].type == STREEK_RECORD_REFERENCE)
        streek_record_window_preset_reference (self, field->field,
                                               g_ascii_strtoll (field->text, NULL, 10));
      else
        streek_record_window_preset (self, field->field, field->text);
    }
}

void
streek_record_go_on (GtkWidget *widget, StreekContext *context, const StreekRecordDraft *draft)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_CONTEXT (context) && draft != NULL);

  StreekRecordBook *book = streek_record_book_get (context);

  if (!streek_context_can_write (context) || streek_record_book_get_view (book) == NULL ||
      (draft->record != 0 && streek_record_book_find (book, draft->kind, draft->record) == NULL))
    return;

  GtkWidget *window =
    streek_record_window_new (get_parent (widget), context, draft->kind, draft->record);

  preset_given (STREEK_RECORD_WINDOW (window), draft);
  STREEK_RECORD_WINDOW (window)->offered = streek_record_draft_copy (draft);
  gtk_window_present (GTK_WINDOW (window));
}
