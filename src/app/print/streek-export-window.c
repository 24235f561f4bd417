/* streek-export-window.c: in which form what is shown leaves the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-export-window.h"

#include "print/streek-export.h"
#include "print/streek-problem.h"

#include <glib/gi18n.h>

struct _StreekExportWindow
{
  AdwWindow parent_instance;

  GtkCheckButton *pdf_check;
  GtkCheckButton *svg_check;
  GtkCheckButton *png_check;
  GtkCheckButton *spreadsheet_check;
  GtkCheckButton *csv_check;
  GtkSpinButton *dpi_spin;
  GtkSpinner *spinner;

  GSettings *settings;
  StreekPrintout *printout;
};

typedef struct
{
  StreekPrintout *printout;
  StreekPaper *paper;
  StreekExportFormat format;
  double dpi;
  char *path;
} ExportJob;

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekExportWindow, streek_export_window, ADW_TYPE_WINDOW)

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  streek_printout_unref (job->printout);
  streek_paper_free (job->paper);
  g_free (job->path);
  g_free (job);
}

static StreekExportFormat
get_format (StreekExportWindow *self)
{
  GtkCheckButton *checks[] = { self->pdf_check, self->svg_check, self->png_check,
                               self->spreadsheet_check, self->csv_check };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (gtk_check_button_get_active (checks[i]))
      return (StreekExportFormat) i;

  return STREEK_EXPORT_PDF;
}

static void
set_busy (StreekExportWindow *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", !busy);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ExportJob *job = task_data;
  GError *error = NULL;

  if (streek_export_write (job->printout, job->paper, job->format, job->dpi, job->path, cancellable,
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekExportWindow *self = STREEK_EXPORT_WINDOW (source);
  ExportJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      streek_problem_show (GTK_WINDOW (self), _ ("The file could not be saved."), error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, job->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_path_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (StreekExportWindow) self = user_data; /* the reference taken when it opened */
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_exported_cb, NULL);
      ExportJob *job = g_new0 (ExportJob, 1);

      job->printout = streek_printout_ref (self->printout);
      job->paper = streek_paper_load (self->settings);
      job->format = get_format (self);
      job->dpi = gtk_spin_button_get_value (self->dpi_spin);
      job->path = g_file_get_path (file);
      set_busy (self, TRUE);
      g_task_set_task_data (task, job, export_job_free);
      g_task_run_in_thread (task, export_in_thread);
    }

  g_object_unref (dialog);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekExportWindow *self = STREEK_EXPORT_WINDOW (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Export"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  StreekExportFormat format = get_format (self);
  g_autofree char *name =
    streek_printout_dup_file_name (self->printout, streek_export_get_ending (format));

  g_settings_set_enum (self->settings, "export-format", (int) format);
  g_settings_set_int (self->settings, "export-dpi",
                      gtk_spin_button_get_value_as_int (self->dpi_spin));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_path_chosen_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
streek_export_window_dispose (GObject *object)
{
  StreekExportWindow *self = STREEK_EXPORT_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->printout, streek_printout_unref);

  G_OBJECT_CLASS (streek_export_window_parent_class)->dispose (object);
}

static void
streek_export_window_class_init (StreekExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_export_window_dispose;

  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", STREEK_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, svg_check);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, png_check);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, spreadsheet_check);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, csv_check);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, dpi_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekExportWindow, spinner);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_export_window_init (StreekExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_export_window_new (GtkWindow *parent, GSettings *settings, StreekPrintout *printout)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && printout != NULL, NULL);

  StreekExportWindow *self =
    g_object_new (STREEK_TYPE_EXPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  GtkCheckButton *checks[] = { self->pdf_check, self->svg_check, self->png_check,
                               self->spreadsheet_check, self->csv_check };
  guint format = (guint) g_settings_get_enum (settings, "export-format");

  self->settings = g_object_ref (settings);
  self->printout = streek_printout_ref (printout);
  gtk_check_button_set_active (checks[MIN (format, G_N_ELEMENTS (checks) - 1)], TRUE);
  gtk_spin_button_set_value (self->dpi_spin, g_settings_get_int (settings, "export-dpi"));

  return GTK_WIDGET (self);
}
