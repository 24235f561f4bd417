/* streek-record-parts.c: the parts of a record of one kind, as rows under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-parts.h"

#include "record/streek-cited-opener.h"
#include "record/streek-record-command.h"
#include "record/streek-record-portrait.h"
#include "record/streek-record-window.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>

#define ID_KEY "streek-id"
#define PLACE_KEY "streek-place"

struct _StreekRecordParts
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *add_button;
  GPtrArray *rows; /* borrowed */

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  guint owner_field;
  gint64 owner;
};

G_DEFINE_FINAL_TYPE (StreekRecordParts, streek_record_parts, ADW_TYPE_BIN)

static StreekContext *
get_context (StreekRecordParts *self)
{
  return streek_record_book_get_context (self->book);
}

static gint64
get_id (gpointer row)
{
  const gint64 *id = g_object_get_data (row, ID_KEY);

  return *id;
}

/* (transfer container): as they stand below each other */
static GPtrArray *
list_parts (StreekRecordParts *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  return view != NULL ? streek_records_gather (streek_record_view_get_records (view), self->kind,
                                               self->owner_field, self->owner)
                      : g_ptr_array_new ();
}

/* Order */

/* Gives every part a rank by its place, with one of them moved. */
static void
move (StreekRecordParts *self, gint64 id, guint place)
{
  int rank = streek_record_kind_find_rank (self->kind);
  g_autoptr (GPtrArray) parts = list_parts (self);
  StreekRecordChanges *changes = streek_record_changes_new ();
  guint next = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      gint64 other = streek_record_get_id (parts->pdata[i]);
      guint at = other == id ? place : next + (next >= place ? 1 : 0);

      if (other != id)
        next++;
      if (streek_record_get_number (parts->pdata[i], (guint) rank) != at + 1)
        streek_record_changes_set_number (changes, self->kind, other, (guint) rank, at + 1);
    }

  if (streek_record_changes_is_empty (changes))
    {
      streek_record_changes_free (changes);
      return;
    }

  streek_record_command_run_for (GTK_WIDGET (self), self->book, changes, self->kind, id,
                                 STREEK_RECORD_CHANGED);
}

static gboolean
can_move (StreekRecordParts *self)
{
  return streek_record_kind_find_rank (self->kind) >= 0 && !self->kind->is_sealed &&
         streek_context_can_write (get_context (self));
}

static int
find_row (StreekRecordParts *self, gpointer row)
{
  guint index;

  return g_ptr_array_find (self->rows, row, &index) ? (int) index : -1;
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  StreekRecordParts *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int index = find_row (self, row);

  if ((state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down) || index < 0)
    return GDK_EVENT_PROPAGATE;

  int place = key == GDK_KEY_Up ? index - 1 : index + 1;

  if (place >= 0 && place < (int) self->rows->len)
    move (self, get_id (row), (guint) place);

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (G_TYPE_INT64, get_id (row));
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  StreekRecordParts *self = data;
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int index = find_row (self, row);
  gint64 id = g_value_get_int64 (value);

  for (guint i = 0; i < self->rows->len && index >= 0; i++)
    if (get_id (self->rows->pdata[i]) == id)
      {
        move (self, id, (guint) index);
        return TRUE;
      }

  return FALSE;
}

static void
make_movable (StreekRecordParts *self, GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, 0);
  gtk_widget_add_controller (row, keys);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/* Rows */

static void
on_row_activated_cb (StreekRecordParts *self, GtkWidget *row)
{
  streek_record_open (row, get_context (self), self->kind, get_id (row));
}

static void
on_remove_cb (StreekRecordParts *self, GtkWidget *button)
{
  gint64 id = get_id (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));

  streek_record_command_delete (GTK_WIDGET (self), self->book, self->kind, &id, 1);
}

/* What is called after an area or an indicator is called by its name, not by its code. */
static char *
dup_part_title (const StreekRecordView *view, const StreekRecord *record)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  return kind->dup_title == NULL
           ? streek_record_view_dup_text (view, record, kind->title)
           : streek_record_dup_title (record, streek_record_view_get_records (view));
}

/* What was made as a whole goes as a whole. */
static gboolean
can_remove (StreekRecordParts *self)
{
  return !self->kind->fields[self->owner_field].target->is_sealed &&
         streek_context_can_write (get_context (self));
}

static void
on_open_cited_cb (StreekRecordParts *self, GtkWidget *button)
{
  streek_cited_open_place (GTK_WIDGET (self), self->book,
                           g_object_get_data (G_OBJECT (button), PLACE_KEY));
}

/* What a part rests on. */
static void
add_cited (StreekRecordParts *self, GtkWidget *row, const StreekRecord *record)
{
  StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (self->book));
  StreekRecordCited cited;

  if (!streek_record_find_cited (record, records, &cited))
    return;

  g_autofree char *words = streek_cited_dup_words (&cited);
  GtkWidget *button = streek_row_button_new ("adw-external-link-symbolic", words);

  g_object_set_data_full (G_OBJECT (button), PLACE_KEY, streek_record_cited_dup_place (&cited),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open_cited_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (StreekRecordParts *self, const StreekRecord *record)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autofree char *title = dup_part_title (view, record);
  g_autofree char *summary = streek_record_view_dup_summary (view, record, (int) self->owner_field);
  /* Translators: %s is a part of something: a partner of a project. */
  g_autofree char *words = g_strdup_printf (_ ("Delete %s"), title);
  GtkWidget *row = adw_action_row_new ();
  gint64 id = streek_record_get_id (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), self->kind->dup_summary != NULL ? 0 : 3);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  add_cited (self, row, record);
  if (can_remove (self))
    {
      GtkWidget *button = streek_row_button_new ("user-trash-symbolic", words);

      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_cb), self,
                               G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  if (can_move (self))
    make_movable (self, row);

  return row;
}

/* Which row has the keyboard, so that it stays where it was when a part moves. */
static gint64
find_focused (StreekRecordParts *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_is_focus (self->rows->pdata[i]))
      return get_id (self->rows->pdata[i]);

  return 0;
}

static void
fill (StreekRecordParts *self)
{
  gint64 focused = find_focused (self);
  g_autoptr (GPtrArray) parts = list_parts (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < parts->len; i++)
    {
      GtkWidget *row = make_row (self, parts->pdata[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
      if (streek_record_get_id (parts->pdata[i]) == focused)
        gtk_widget_grab_focus (row);
    }

  gboolean can_add = !self->kind->is_sealed && streek_context_can_write (get_context (self));

  gtk_widget_set_visible (self->add_button, can_add);
  gtk_widget_set_visible (GTK_WIDGET (self), parts->len > 0 || can_add);
}

static void
on_add_cb (StreekRecordParts *self)
{
  streek_record_open_new (GTK_WIDGET (self), get_context (self), self->kind, self->owner_field,
                          self->owner);
}

static void
streek_record_parts_dispose (GObject *object)
{
  StreekRecordParts *self = STREEK_RECORD_PARTS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_record_parts_parent_class)->dispose (object);
}

static void
streek_record_parts_class_init (StreekRecordPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_parts_dispose;
}

static void
streek_record_parts_init (StreekRecordParts *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = g_ptr_array_new ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static void
add_button (StreekRecordParts *self)
{
  /* Translators: %s is a sort of thing: "Milestone". */
  g_autofree char *words =
    g_strdup_printf (_ ("Add: %s"), streek_record_kind_get_name (self->kind));

  self->add_button = streek_row_button_new ("list-add-symbolic", words);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->add_button);
}

GtkWidget *
streek_record_parts_new (StreekRecordBook *book,
                         const StreekRecordKind *kind,
                         guint owner_field,
                         gint64 owner)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && owner_field < kind->n_fields, NULL);

  StreekRecordParts *self = g_object_new (STREEK_TYPE_RECORD_PARTS, NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->owner_field = owner_field;
  self->owner = owner;
  add_button (self);
  streek_record_parts_set_title (self, streek_record_kind_get_plural (kind));
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

void
streek_record_parts_set_title (StreekRecordParts *self, const char *title)
{
  g_return_if_fail (STREEK_IS_RECORD_PARTS (self));

  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (self->group, escaped);
}

int
streek_record_parts_find_owner_field (const StreekRecordKind *part, const StreekRecordKind *kind)
{
  for (guint i = 0; i < part->n_fields; i++)
    if ((part->fields[i].flags & STREEK_RECORD_OWNER) != 0 && part->fields[i].target == kind)
      return (int) i;

  return -1;
}
