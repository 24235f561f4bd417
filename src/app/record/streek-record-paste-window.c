/* streek-record-paste-window.c: rows of a spreadsheet, looked at before they become records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-paste-window.h"

#include "print/streek-problem.h"
#include "record/streek-record-command.h"
#include "record/streek-record-paste.h"

#include <glib/gi18n.h>

#define MOST_FINDINGS 30
#define ID_COLUMN "id"

struct _StreekRecordPasteWindow
{
  StreekEditWindow parent_instance;

  AdwPreferencesGroup *columns_group;
  AdwActionRow *new_row;
  GtkSwitch *new_switch;
  GtkSwitch *empty_switch;
  AdwPreferencesGroup *result_group;
  GPtrArray *finding_rows; /* borrowed */

  StreekRecordBook *book;
  StreekRecordSheet *sheet; /* NULL while a worker has it */
  GPtrArray *combos;        /* AdwComboRow, borrowed, of each column */
  GPtrArray *ids; /* (element-type utf8): what a column can be, in the order of the list */
  StreekRecordPaste *paste; /* (nullable): what would become of it */
  gboolean is_due;          /* something else is asked meanwhile */
  gboolean is_gone;
  char *words; /* (nullable): what would become of it */
};

G_DEFINE_FINAL_TYPE (StreekRecordPasteWindow, streek_record_paste_window, STREEK_TYPE_EDIT_WINDOW)

/* What would become of it */

typedef struct
{
  StreekRecordSheet *sheet;
  StreekRecordView *view;
  StreekRecordPaste *paste; /* (nullable) */
  GError *error;
} ReadJob;

static void
free_read_job (gpointer data)
{
  ReadJob *job = data;

  g_clear_pointer (&job->sheet, streek_record_sheet_free);
  g_clear_pointer (&job->paste, streek_record_paste_free);
  g_clear_error (&job->error);
  streek_record_view_unref (job->view);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadJob *job = data;

  job->paste = streek_record_paste_read (job->sheet, job->view, NULL, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
clear_findings (StreekRecordPasteWindow *self)
{
  for (guint i = 0; i < self->finding_rows->len; i++)
    adw_preferences_group_remove (self->result_group, self->finding_rows->pdata[i]);
  g_ptr_array_set_size (self->finding_rows, 0);
}

static void
add_finding (StreekRecordPasteWindow *self, const char *message, const char *place)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: %s is the number of a row of a spreadsheet. */
  g_autofree char *line = place != NULL ? g_strdup_printf (_ ("Row %s"), place) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (line != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_preferences_group_add (self->result_group, row);
  g_ptr_array_add (self->finding_rows, row);
}

static void
show_findings (StreekRecordPasteWindow *self)
{
  guint n = self->paste->findings->len;

  for (guint i = 0; i < MIN (n, MOST_FINDINGS); i++)
    {
      const StreekFinding *finding = self->paste->findings->pdata[i];

      add_finding (self, finding->message, finding->place);
    }

  if (n > MOST_FINDINGS)
    {
      g_autofree char *more = g_strdup_printf (
        ngettext ("and %u more", "and %u more", n - MOST_FINDINGS), n - MOST_FINDINGS);

      add_finding (self, more, NULL);
    }
}

static void
show_paste (StreekRecordPasteWindow *self, const GError *error)
{
  g_autofree char *words =
    self->paste != NULL ? streek_record_paste_describe (self->paste) : g_strdup (error->message);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  gboolean has_any = self->paste != NULL && !streek_record_changes_is_empty (self->paste->changes);

  g_free (self->words);
  self->words = g_strdup (words);
  clear_findings (self);
  adw_preferences_group_set_description (self->result_group, escaped);
  if (self->paste != NULL)
    show_findings (self);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), has_any);
}

static void read_again (StreekRecordPasteWindow *self);

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordPasteWindow) self = user_data; /* the reference taken when it began */
  ReadJob *job = g_task_get_task_data (G_TASK (result));

  if (self->is_gone)
    return;

  self->sheet = g_steal_pointer (&job->sheet);
  g_clear_pointer (&self->paste, streek_record_paste_free);
  self->paste = g_steal_pointer (&job->paste);
  if (self->is_due)
    read_again (self);
  else
    show_paste (self, job->error);
}

static void
apply_choices (StreekRecordPasteWindow *self)
{
  for (guint i = 0; i < self->combos->len; i++)
    streek_record_sheet_set_field (self->sheet, i, NULL);
  for (guint i = 0; i < self->combos->len; i++)
    {
      guint selected = adw_combo_row_get_selected (self->combos->pdata[i]);

      if (selected > 0 && selected < self->ids->len)
        streek_record_sheet_set_field (self->sheet, i, self->ids->pdata[selected]);
    }
  self->sheet->makes_new = gtk_switch_get_active (self->new_switch);
  self->sheet->empties_fields = gtk_switch_get_active (self->empty_switch);
}

static void
read_again (StreekRecordPasteWindow *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  self->is_due = self->sheet == NULL;
  if (self->is_due || view == NULL)
    return;

  ReadJob *job = g_new0 (ReadJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read_cb, g_object_ref (self));

  apply_choices (self);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), FALSE);
  job->sheet = g_steal_pointer (&self->sheet);
  job->view = streek_record_view_ref (view);
  g_task_set_task_data (task, job, free_read_job);
  g_task_run_in_thread (task, read_in_thread);
}

/* Taking it in */

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRecordPasteWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  if (streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error))
    streek_record_command_tell (GTK_WIDGET (self), self->words);
  else
    read_again (self);
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static void
streek_record_paste_window_save (StreekEditWindow *window)
{
  StreekRecordPasteWindow *self = STREEK_RECORD_PASTE_WINDOW (window);
  StreekContext *context = streek_record_book_get_context (self->book);

  if (self->paste == NULL || self->sheet == NULL)
    return;

  streek_edits_write_records_async (
    streek_context_get_workspace (context), g_steal_pointer (&self->paste->changes),
    /* Translators: a command as undo names it; %s is what sort of things: "Projects". */
    N_ ("Take in rows of a spreadsheet: %s"),
    g_variant_new ("(s)", streek_record_kind_get_plural (self->sheet->kind)), NULL, on_written_cb,
    streek_edit_window_hold (window));
  /* its changes are gone with the command */
  self->paste->changes = streek_record_changes_new ();
}

static void
streek_record_paste_window_update (StreekEditWindow *window)
{
}

/* What the columns are */

static GListModel *
make_choices (StreekRecordPasteWindow *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  const StreekRecordSheet *sheet = self->sheet;

  g_ptr_array_add (self->ids, g_strdup (""));
  gtk_string_list_append (labels, C_ ("column of a spreadsheet", "Left out"));
  for (guint i = 0; i < sheet->known->len; i++)
    {
      const StreekRecordListColumn *column = sheet->known->pdata[i];

      if (!streek_record_list_column_can_paste (sheet->kind, column))
        continue;

      g_ptr_array_add (self->ids, g_strdup (column->id));
      gtk_string_list_append (labels, streek_record_list_column_get_label (sheet->kind, column));
    }
  g_ptr_array_add (self->ids, g_strdup (ID_COLUMN));
  gtk_string_list_append (labels, C_ ("column of a spreadsheet", "Number in this file (id)"));

  return G_LIST_MODEL (labels);
}

static const char *
get_chosen_id (const StreekRecordSheet *sheet, guint column)
{
  if ((int) column == sheet->id_column)
    return ID_COLUMN;

  return sheet->fields[column] != NULL ? sheet->fields[column]->id : "";
}

/* "Kortrijk, Menen, Waregem": what stands in a column, to recognise it by. */
static char *
dup_sample (const StreekRecordSheet *sheet, guint column)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = sheet->head.first_row; i < sheet->grid->rows->len && n < 3; i++)
    {
      const char *text = streek_grid_get (sheet->grid, i, column);

      if (*text == '\0')
        continue;
      g_string_append_printf (words, "%s%.60s", n++ > 0 ? ", " : "", text);
    }

  char *valid = g_utf8_make_valid (words->str, -1);

  g_string_free (words, TRUE);

  return valid;
}

static void
add_columns (StreekRecordPasteWindow *self)
{
  g_autoptr (GListModel) choices = make_choices (self);

  for (guint i = 0; i < self->sheet->n_columns; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *sample = dup_sample (self->sheet, i);
      guint index;

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->sheet->headers[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
      if (g_ptr_array_find_with_equal_func (self->ids, get_chosen_id (self->sheet, i), g_str_equal,
                                            &index))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), index);
      adw_preferences_group_add (self->columns_group, row);
      g_ptr_array_add (self->combos, row);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (read_again), self,
                               G_CONNECT_SWAPPED);
    }
}

static GtkSwitch *
add_switch (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);

  return GTK_SWITCH (toggle);
}

static void
streek_record_paste_window_dispose (GObject *object)
{
  StreekRecordPasteWindow *self = STREEK_RECORD_PASTE_WINDOW (object);

  self->is_gone = TRUE;
  g_clear_object (&self->book);
  g_clear_pointer (&self->sheet, streek_record_sheet_free);
  g_clear_pointer (&self->paste, streek_record_paste_free);

  G_OBJECT_CLASS (streek_record_paste_window_parent_class)->dispose (object);
}

static void
streek_record_paste_window_finalize (GObject *object)
{
  StreekRecordPasteWindow *self = STREEK_RECORD_PASTE_WINDOW (object);

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->combos, g_ptr_array_unref);
  g_clear_pointer (&self->finding_rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_record_paste_window_parent_class)->finalize (object);
}

static void
streek_record_paste_window_class_init (StreekRecordPasteWindowClass *klass)
{
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_record_paste_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_record_paste_window_finalize;
  edit_class->save = streek_record_paste_window_save;
  edit_class->update = streek_record_paste_window_update;
}

static AdwPreferencesGroup *
add_group (StreekRecordPasteWindow *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
streek_record_paste_window_init (StreekRecordPasteWindow *self)
{
  AdwPreferencesGroup *how;

  self->combos = g_ptr_array_new ();
  self->finding_rows = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->result_group = add_group (self, _ ("What Would Become of It"));
  self->columns_group = add_group (self, _ ("What the Columns Are"));
  how = add_group (self, _ ("How"));
  self->new_switch = add_switch (
    how, _ ("Make What Is Not There Yet"),
    _ ("Organisations, themes and other things that a row names, and the file has not"));
  self->empty_switch =
    add_switch (how, _ ("Empty Cells Empty a Field"), _ ("Otherwise they leave it as it is"));
  g_signal_connect_object (self->new_switch, "notify::active", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->empty_switch, "notify::active", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
  streek_edit_window_set_save_label (STREEK_EDIT_WINDOW (self), _ ("_Take In"));
}

GtkWidget *
streek_record_paste_window_new (GtkWindow *parent, StreekRecordBook *book, StreekRecordSheet *sheet)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && sheet != NULL, NULL);

  StreekRecordPasteWindow *self = g_object_new (
    STREEK_TYPE_RECORD_PASTE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
    TRUE, "title", _ ("Rows of a Spreadsheet"), "default-width", 620, "default-height", 560, NULL);

  self->book = g_object_ref (book);
  self->sheet = sheet;
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self),
                                   streek_record_kind_get_plural (sheet->kind));
  gtk_switch_set_active (self->new_switch, sheet->makes_new);
  gtk_switch_set_active (self->empty_switch, sheet->empties_fields);
  add_columns (self);
  read_again (self);

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
  g_autofree char *text =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  StreekRecordSheet *sheet =
    text != NULL ? streek_record_sheet_new_for_text (source->kind, text,
                                                     (const char *const *) source->order, &error)
                 : NULL;

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
