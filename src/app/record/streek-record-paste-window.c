/* streek-record-paste-window.c: rows of a spreadsheet, looked at before they become records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-paste-window.h"

#include "print/streek-problem.h"
#include "record/streek-record-lines.h"

#include <glib/gi18n.h>

#define ID_COLUMN "id"

struct _StreekRecordPasteWindow
{
  StreekSheetWindow parent_instance;

  GtkSwitch *new_switch;
  GtkSwitch *empty_switch;

  const StreekRecordKind *kind;
};

G_DEFINE_FINAL_TYPE (StreekRecordPasteWindow, streek_record_paste_window, STREEK_TYPE_SHEET_WINDOW)

typedef struct
{
  gboolean makes_new;
  gboolean empties_fields;
} Choices;

static gpointer
choose (StreekSheetWindow *window)
{
  StreekRecordPasteWindow *self = STREEK_RECORD_PASTE_WINDOW (window);
  Choices *choices = g_new0 (Choices, 1);

  choices->makes_new = gtk_switch_get_active (self->new_switch);
  choices->empties_fields = gtk_switch_get_active (self->empty_switch);

  return choices;
}

/* In a worker */

static gboolean
set_role (gpointer sheet, guint column, const char *role)
{
  return streek_record_sheet_set_field (sheet, column, *role != '\0' ? role : NULL);
}

static const char *
get_role (gconstpointer data, guint column)
{
  const StreekRecordSheet *sheet = data;

  if ((int) column == sheet->id_column)
    return ID_COLUMN;

  return sheet->fields[column] != NULL ? sheet->fields[column]->id : "";
}

static void
tell_roles (const StreekRecordSheet *sheet, StreekSheetSeen *seen)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  g_strv_builder_add (ids, "");
  g_strv_builder_add (labels, C_ ("column of a spreadsheet", "Left out"));
  for (guint i = 0; i < sheet->known->len; i++)
    {
      const StreekRecordListColumn *column = sheet->known->pdata[i];

      if (!streek_record_list_column_can_paste (sheet->kind, column))
        continue;

      g_strv_builder_add (ids, column->id);
      g_strv_builder_add (labels, streek_record_list_column_get_label (sheet->kind, column));
    }
  g_strv_builder_add (ids, ID_COLUMN);
  g_strv_builder_add (labels, C_ ("column of a spreadsheet", "Number in this file (id)"));
  seen->role_ids = g_strv_builder_end (ids);
  seen->role_labels = g_strv_builder_end (labels);
}

static gboolean
read_sheet (gpointer data,
            gconstpointer chosen,
            const char *const *roles,
            int last,
            StreekRecordView *view,
            gint *permille,
            StreekSheetSeen *seen,
            GCancellable *cancellable,
            GError **error)
{
  StreekRecordSheet *sheet = data;
  const Choices *choices = chosen;

  if (roles != NULL)
    streek_sheet_window_set_roles (sheet, sheet->n_columns, roles, last, set_role);
  sheet->makes_new = choices->makes_new;
  sheet->empties_fields = choices->empties_fields;
  sheet->permille = permille;
  tell_roles (sheet, seen);
  streek_sheet_window_tell_columns (seen, sheet, sheet->headers, sheet->grid, sheet->head.first_row,
                                    get_role);

  StreekRecordPaste *paste = streek_record_paste_read (sheet, view, cancellable, error);

  sheet->permille = NULL;
  if (paste == NULL)
    return FALSE;

  seen->result = paste;
  seen->lines = streek_record_lines_list (paste, sheet->kind, view, cancellable);
  seen->found = streek_record_lines_list_found (paste);
  seen->words = streek_record_paste_describe (paste);
  seen->can_write = !streek_record_changes_is_empty (paste->changes);

  return TRUE;
}

/* Taking it in */

static StreekRecordPaste *
get_paste (gpointer result)
{
  return result;
}

static const char *
name_command (StreekSheetWindow *window, char **title)
{
  *title = g_strdup (streek_record_kind_get_plural (STREEK_RECORD_PASTE_WINDOW (window)->kind));

  /* Translators: a command as undo names it; %s is what sort of things: "Projects". */
  return N_ ("Take in rows of a spreadsheet: %s");
}

static void
streek_record_paste_window_class_init (StreekRecordPasteWindowClass *klass)
{
  StreekSheetWindowClass *sheet_class = STREEK_SHEET_WINDOW_CLASS (klass);

  sheet_class->choose = choose;
  sheet_class->read = read_sheet;
  sheet_class->get_paste = get_paste;
  sheet_class->name_command = name_command;
  sheet_class->free_sheet = (GDestroyNotify) streek_record_sheet_free;
  sheet_class->free_choices = g_free;
  sheet_class->free_result = (GDestroyNotify) streek_record_paste_free;
}

static void
streek_record_paste_window_init (StreekRecordPasteWindow *self)
{
  StreekSheetWindow *window = STREEK_SHEET_WINDOW (self);
  GtkWidget *how = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (how), _ ("How"));
  self->new_switch = streek_sheet_window_add_switch (
    window, ADW_PREFERENCES_GROUP (how), _ ("Make What Is Not There Yet"),
    _ ("Organisations, themes and other things that a row names, and the file has not"));
  self->empty_switch = streek_sheet_window_add_switch (window, ADW_PREFERENCES_GROUP (how),
                                                       _ ("Empty Cells Empty a Field"),
                                                       _ ("Otherwise they leave it as it is"));
  streek_sheet_window_add_to_columns (window, how, FALSE);
}

GtkWidget *
streek_record_paste_window_new (GtkWindow *parent, StreekRecordBook *book, StreekRecordSheet *sheet)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && sheet != NULL, NULL);

  StreekRecordPasteWindow *self = g_object_new (
    STREEK_TYPE_RECORD_PASTE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
    TRUE, "title", _ ("Rows of a Spreadsheet"), "default-width", 620, "default-height", 560, NULL);

  self->kind = sheet->kind;
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self),
                                   streek_record_kind_get_plural (sheet->kind));
  gtk_switch_set_active (self->new_switch, sheet->makes_new);
  gtk_switch_set_active (self->empty_switch, sheet->empties_fields);
  streek_sheet_window_start (STREEK_SHEET_WINDOW (self), book, sheet);

  return GTK_WIDGET (self);
}

/* From where it comes */

typedef struct
{
  GtkWidget *widget;
  StreekRecordBook *book;
  const StreekRecordKind *kind;
  char **order; /* (nullable) */
  int owner_field;
  gint64 owner;
} Source;

static void
free_source (Source *source)
{
  g_object_unref (source->widget);
  g_object_unref (source->book);
  g_strfreev (source->order);
  g_free (source);
}

static Source *
new_source (GtkWidget *widget,
            StreekRecordBook *book,
            const StreekRecordKind *kind,
            int owner_field,
            gint64 owner)
{
  Source *source = g_new0 (Source, 1);

  source->widget = g_object_ref (widget);
  source->book = g_object_ref (book);
  source->kind = kind;
  source->owner_field = owner_field;
  source->owner = owner;

  return source;
}

static GtkWindow *
get_window (const Source *source)
{
  GtkRoot *root = gtk_widget_get_root (source->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* @sheet: (transfer full) (nullable) */
static void
open_sheet (const Source *source, StreekRecordSheet *sheet, const GError *error)
{
  if (sheet == NULL)
    {
      streek_problem_show (get_window (source), _ ("There are no rows to take in."), error);
      return;
    }

  if (source->owner_field >= 0)
    {
      sheet->owner_field = source->owner_field;
      sheet->owner = source->owner;
    }
  gtk_window_present (
    GTK_WINDOW (streek_record_paste_window_new (get_window (source), source->book, sheet)));
}

static void
on_text_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  Source *source = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  StreekRecordSheet *sheet = NULL;

  if (text != NULL)
    sheet = streek_record_sheet_new_for_text (source->kind, text,
                                              (const char *const *) source->order, &error);
  else /* what GDK says of it is a type of MIME */
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("Nothing was copied that has rows. Copy them in the spreadsheet, with "
                            "the heads of their columns, and paste them again."));

  open_sheet (source, sheet, error);
  free_source (source);
}

void
streek_record_paste_clipboard (GtkWidget *widget,
                               StreekRecordBook *book,
                               const StreekRecordKind *kind,
                               const char *const *order,
                               int owner_field,
                               gint64 owner)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  Source *source = new_source (widget, book, kind, owner_field, owner);

  source->order = g_strdupv ((char **) order);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_cb, source);
}

typedef struct
{
  const StreekRecordKind *kind;
  char *path;
} OpenJob;

static void
free_open_job (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  StreekRecordSheet *sheet =
    streek_record_sheet_open (job->kind, job->path, NULL, cancellable, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) streek_record_sheet_free);
  else
    g_task_return_error (task, error);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Source *source = user_data;
  g_autoptr (GError) error = NULL;
  StreekRecordSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);

  open_sheet (source, sheet, error);
  free_source (source);
}

static void
on_file_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Source *source = user_data;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (native);
  if (path == NULL)
    {
      free_source (source);
      return;
    }

  OpenJob *job = g_new0 (OpenJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_opened_cb, source);

  job->kind = source->kind;
  job->path = g_steal_pointer (&path);
  g_task_set_task_data (task, job, free_open_job);
  g_task_run_in_thread (task, open_in_thread);
}

void
streek_record_paste_file (GtkWidget *widget,
                          StreekRecordBook *book,
                          const StreekRecordKind *kind,
                          int owner_field,
                          gint64 owner)
{
  static const char *const endings[] = { "csv", "tsv", "txt", "xlsx", "ods", "xls" };

  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  Source *source = new_source (widget, book, kind, owner_field, owner);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Choose a Spreadsheet"), get_window (source), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Spreadsheets and tables of text"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (on_file_chosen_cb), source);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
