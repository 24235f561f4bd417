/* streek-plan-files.c: a whole plan out of a file that is asked for, and into one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-files.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-export.h"
#include "plans/streek-plan-import-window.h"
#include "print/streek-problem.h"
#include "streek-window.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const read_endings[] = { "csv", "tsv", "txt", "xlsx", "ods", "xls" };
static const char *const written_endings[] = { "xlsx", "ods", "csv" };

typedef struct
{
  GtkWidget *widget;
  StreekRecordBook *book;
  gint64 pact;
  GCallback taken; /* (nullable) */
} Request;

static void
free_request (Request *request)
{
  g_object_unref (request->widget);
  g_object_unref (request->book);
  g_free (request);
}

static GtkWindow *
get_window (const Request *request)
{
  GtkRoot *root = gtk_widget_get_root (request->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A work in a thread on a path. */
typedef struct
{
  char *path;
  StreekRecordView *view; /* (nullable) */
  gint64 pact;
  char *left_out; /* (nullable): what the file does not hold, in words */
} FileJob;

static void
free_file_job (gpointer data)
{
  FileJob *job = data;

  g_free (job->path);
  g_free (job->left_out);
  g_clear_pointer (&job->view, streek_record_view_unref);
  g_free (job);
}

static void
run_job (Request *request, char *path, GAsyncReadyCallback callback, GTaskThreadFunc func)
{
  StreekRecordView *view = streek_record_book_get_view (request->book);
  FileJob *job = g_new0 (FileJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, request);

  job->path = path;
  job->pact = request->pact;
  job->view = view != NULL ? streek_record_view_ref (view) : NULL;
  g_task_set_task_data (task, job, free_file_job);
  g_task_run_in_thread (task, func);
}

/* (transfer full) (nullable): what was chosen */
static char *
end_chooser (GtkNativeDialog *native, int response)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  g_object_unref (native);

  return file != NULL ? g_file_get_path (file) : NULL;
}

static GtkFileChooser *
new_chooser (const Request *request,
             const char *title,
             GtkFileChooserAction action,
             const char *const *endings,
             guint n_endings)
{
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (title, get_window (request), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Spreadsheets and tables of text"));
  for (guint i = 0; i < n_endings; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);

  return GTK_FILE_CHOOSER (native);
}

static Request *
new_request (GtkWidget *widget, StreekRecordBook *book, gint64 pact, GCallback taken)
{
  Request *request = g_new0 (Request, 1);

  request->widget = g_object_ref (widget);
  request->book = g_object_ref (book);
  request->pact = pact;
  request->taken = taken;

  return request;
}

/* In */

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;
  StreekPlanSheet *sheet = streek_plan_sheet_open (job->path, cancellable, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) streek_plan_sheet_free);
  else
    g_task_return_error (task, error);
}

/* "Streekpact 2020" for /home/x/Streekpact 2020.xlsx */
static char *
dup_title (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  char *point = strrchr (shown, '.');

  if (point != NULL && point != shown)
    *point = '\0';

  return g_steal_pointer (&shown);
}

/* As the plan of a file that was written here is called, else as the file. */
static char *
dup_title_of (const StreekPlanSheet *sheet, const char *path)
{
  char *title = sheet != NULL ? streek_plan_sheet_dup_title (sheet) : NULL;

  return title != NULL ? title : dup_title (path);
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  FileJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  StreekPlanSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *title = dup_title_of (sheet, job->path);

  if (sheet == NULL)
    streek_problem_show (get_window (request), _ ("There are no rows to take in."), error);
  else if (streek_record_book_get_view (request->book) == NULL)
    streek_plan_sheet_free (sheet); /* the file was closed meanwhile */
  else
    {
      GtkWidget *window = streek_plan_import_window_new (get_window (request), request->book, sheet,
                                                         request->pact, title);

      g_signal_connect_object (window, "taken", request->taken, request->widget, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (window));
    }

  free_request (request);
}

static void
on_source_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Request *request = user_data;
  char *path = end_chooser (native, response);

  if (path != NULL)
    run_job (request, path, on_opened_cb, open_in_thread);
  else
    free_request (request);
}

void
streek_plan_import_file (GtkWidget *widget, StreekRecordBook *book, gint64 pact, GCallback taken)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book) && taken != NULL);

  Request *request = new_request (widget, book, pact, taken);
  GtkFileChooser *chooser =
    new_chooser (request, _ ("Choose a Spreadsheet"), GTK_FILE_CHOOSER_ACTION_OPEN, read_endings,
                 G_N_ELEMENTS (read_endings));

  g_signal_connect (chooser, "response", G_CALLBACK (on_source_chosen_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Out */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;

  if (streek_plan_write (job->view, job->pact, job->path, FALSE, &error))
    {
      job->left_out = streek_plan_describe_left_out (job->view, job->pact, job->path);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  FileJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    streek_problem_show (get_window (request), _ ("The plan could not be written."), error);
  else if (STREEK_IS_WINDOW (get_window (request)))
    {
      g_autofree char *name = g_path_get_basename (job->path);
      /* Translators: %s is the name of a file. */
      g_autofree char *words = g_strdup_printf (_ ("The plan is written to %s."), name);
      g_autofree char *all =
        job->left_out != NULL ? g_strconcat (words, " ", job->left_out, NULL) : NULL;

      streek_window_toast (STREEK_WINDOW (get_window (request)), all != NULL ? all : words, NULL);
    }

  free_request (request);
}

static void
on_place_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  Request *request = user_data;
  char *path = end_chooser (native, response);

  if (path != NULL && streek_record_book_get_view (request->book) != NULL)
    run_job (request, path, on_written_cb, write_in_thread);
  else
    {
      g_free (path);
      free_request (request);
    }
}

void
streek_plan_export_file (GtkWidget *widget, StreekRecordBook *book, gint64 pact)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  Request *request = new_request (widget, book, pact, NULL);
  const StreekRecord *record = streek_record_book_find (book, &streek_pact_kind, pact);
  const char *title = record != NULL ? streek_record_get_text (record, STREEK_PACT_TITLE) : "";
  g_autofree char *plain = g_strdelimit (g_strdup (title), "/\\:*?\"<>|", ' ');
  g_autofree char *name = g_strconcat (plain, ".xlsx", NULL);
  GtkFileChooser *chooser = new_chooser (request, _ ("Export Plan"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         written_endings, G_N_ELEMENTS (written_endings));

  gtk_file_chooser_set_current_name (chooser, name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_place_chosen_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
