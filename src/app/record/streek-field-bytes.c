/* streek-field-bytes.c: a row for a picture or a document that is kept in the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-field-row-private.h"

#include "print/streek-problem.h"
#include "record/streek-note-row.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

/* More belongs beside the file: it is in every dated copy of it. */
#define MAX_BYTES (10 * 1000 * 1000)
#define PICTURE_HEIGHT_PX 120

typedef struct
{
  const StreekRecordKind *kind;
  gint64 id;
  guint field;
} ReadJob;

static GtkWindow *
get_window (StreekFieldRow *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->row));
}

static gsize
get_size (StreekFieldRow *self)
{
  if (self->bytes != NULL)
    return g_bytes_get_size (self->bytes);

  return self->is_emptied ? 0 : self->n_kept;
}

static void
show_picture (StreekFieldRow *self, GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  GtkWidget *picture = g_object_get_data (G_OBJECT (self->extra), "streek-picture");

  gtk_picture_set_paintable (GTK_PICTURE (picture),
                             texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (self->extra, texture != NULL);
}

static void
update_bytes (StreekFieldRow *self)
{
  gsize n = get_size (self);
  g_autofree char *size = n > 0 ? g_format_size (n) : NULL;
  GtkWidget *save = g_object_get_data (G_OBJECT (self->row), "streek-save");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               size != NULL ? size : C_ ("kept file", "None, at most 10 MB"));
  gtk_widget_set_visible (self->input, n > 0);
  gtk_widget_set_visible (save, n > 0);
}

/* Reading what the file keeps */

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadJob *job = data;
  GError *error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (source), cancellable, &error);
  GBytes *bytes = reader != NULL ? streek_record_read_bytes (streek_reader_get_db (reader),
                                                             job->kind, job->id, job->field, &error)
                                 : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
read_async (StreekFieldRow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  StreekContext *context = streek_record_book_get_context (self->book);
  g_autoptr (GTask) task =
    g_task_new (streek_context_get_workspace (context), NULL, callback, user_data);
  ReadJob *job = g_new0 (ReadJob, 1);

  *job = (ReadJob){ self->kind, self->id, self->field };
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_picture_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFieldRow) self = user_data; /* the reference taken when it began */
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->row != NULL && self->bytes == NULL && !self->is_emptied)
    show_picture (self, bytes);
}

/* Choosing */

static void
take_file (StreekFieldRow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  struct stat status;
  char *data;
  gsize length;

  if (stat (path, &status) == 0 && status.st_size > MAX_BYTES)
    {
      g_autofree char *size = g_format_size ((guint64) status.st_size);

      g_set_error (&error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                   /* Translators: %s is the size of a file: 14,2 MB. */
                   _ ("It takes %s, and a file kept here at most 10 MB. Put it beside the "
                      "workspace and name it there."),
                   size);
    }
  else if (g_file_get_contents (path, &data, &length, &error))
    {
      g_clear_pointer (&self->bytes, g_bytes_unref);
      self->bytes = g_bytes_new_take (data, length);
      self->is_touched = TRUE;
      show_picture (self, self->bytes);
      update_bytes (self);
      streek_field_row_tell (self);
      return;
    }

  streek_problem_show (get_window (self), _ ("This file could not be taken in."), error);
}

static void
on_file_chosen_cb (StreekFieldRow *self, int response, GtkNativeDialog *native)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->row != NULL)
    take_file (self, path);
  g_object_unref (native);
}

static void
on_choose_cb (StreekFieldRow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Choose a File to Keep"), get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
on_remove_cb (StreekFieldRow *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->is_emptied = TRUE;
  self->is_touched = TRUE;
  show_picture (self, NULL);
  update_bytes (self);
  streek_field_row_tell (self);
}

/* Saving beside the workspace */

static void
save_bytes (StreekFieldRow *self, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_file_set_contents (path, data, (gssize) length, &error))
    streek_problem_show (get_window (self), _ ("The file could not be saved."), error);
}

static void
on_kept_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekFieldRow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  const char *path = g_object_get_data (G_OBJECT (self), "streek-path");

  if (self->row == NULL)
    return;
  if (bytes != NULL)
    save_bytes (self, path, bytes);
  else
    streek_problem_show (get_window (self), _ ("The file could not be saved."), error);
}

static void
on_place_chosen_cb (StreekFieldRow *self, int response, GtkNativeDialog *native)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (native);
  if (path == NULL || self->row == NULL)
    return;

  if (self->bytes != NULL)
    {
      save_bytes (self, path, self->bytes);
      return;
    }

  g_object_set_data_full (G_OBJECT (self), "streek-path", g_steal_pointer (&path), g_free);
  read_async (self, on_kept_read_cb, g_object_ref (self));
}

/* A document has a field that says what its file is called. */
static char *
dup_file_name (StreekFieldRow *self)
{
  const StreekRecord *record = streek_record_book_find (self->book, self->kind, self->id);
  g_autofree char *id = g_strconcat (streek_field_row_get_definition (self)->id, "_name", NULL);
  int field = streek_record_kind_find_field (self->kind, id);
  const char *name =
    record != NULL && field >= 0 ? streek_record_get_text (record, (guint) field) : NULL;

  return name != NULL ? g_path_get_basename (name) : g_strdup ("");
}

static void
on_save_cb (StreekFieldRow *self)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Save the Kept File"), get_window (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = dup_file_name (self);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect_object (native, "response", G_CALLBACK (on_place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static GtkWidget *
add_button (StreekFieldRow *self, const char *icon_name, const char *words, GCallback callback)
{
  GtkWidget *button = streek_row_button_new (icon_name, words);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
build_picture (StreekFieldRow *self)
{
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));
  GtkWidget *picture = gtk_picture_new ();

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), label);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_size_request (picture, -1, PICTURE_HEIGHT_PX);
  gtk_widget_add_css_class (picture, "field-picture");
  self->extra = streek_note_row_new (picture);
  gtk_widget_set_visible (self->extra, FALSE);
  g_object_set_data (G_OBJECT (self->extra), "streek-picture", picture);
}

static void
build_bytes (StreekFieldRow *self)
{
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));
  g_autofree char *title = streek_field_row_dup_title (self);
  /* Translators: this and the next two: %s is what is kept: a logo. */
  g_autofree char *choose = g_strdup_printf (_ ("Choose a File for %s"), label);
  g_autofree char *save = g_strdup_printf (_ ("Save %s to a File"), label);
  g_autofree char *clear = g_strdup_printf (_ ("Empty %s"), label);

  self->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  self->input = add_button (self, "user-trash-symbolic", clear, G_CALLBACK (on_remove_cb));
  g_object_set_data (G_OBJECT (self->row), "streek-save",
                     add_button (self, "document-save-symbolic", save, G_CALLBACK (on_save_cb)));
  self->button = add_button (self, "document-open-symbolic", choose, G_CALLBACK (on_choose_cb));
  build_picture (self);
  update_bytes (self);
}

static char *
dup_no_text (StreekFieldRow *self)
{
  return g_strdup ("");
}

/* Called when another record is shown. */
static void
start_bytes (StreekFieldRow *self, const char *text)
{
  show_picture (self, NULL);
  update_bytes (self);
  if (self->n_kept > 0)
    read_async (self, on_picture_read_cb, g_object_ref (self));
}

static void
set_bytes_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_widget_set_sensitive (self->button, is_editable);
  gtk_widget_set_sensitive (self->input, is_editable);
}

static void
write_bytes (StreekFieldRow *self, StreekRecordChanges *changes, gint64 id)
{
  if (self->is_touched)
    streek_record_changes_set_bytes (changes, self->kind, id, self->field, self->bytes);
}

const StreekFieldType streek_field_bytes_type = {
  .build = build_bytes,
  .dup_text = dup_no_text,
  .set_text = start_bytes,
  .set_editable = set_bytes_editable,
  .write = write_bytes,
};
