/* streek-import-profiles.c: profiles kept, thrown away, and handed on as a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-profiles.h"

#include "indicator/streek-indicator-target.h"
#include "print/streek-problem.h"
#include "workspace/streek-imports.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A dialog that is open, and what it is about. */
typedef struct
{
  GtkWidget *widget;
  StreekProfiled *owner;
  GtkEditable *entry; /* (nullable) */
} Asking;

static Asking *
asking_new (GtkWidget *widget, StreekProfiled *owner)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->widget = g_object_ref (widget);
  asking->owner = g_object_ref (owner);

  return asking;
}

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->widget);
  g_object_unref (asking->owner);
  g_free (asking);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static StreekWorkspace *
get_workspace (StreekProfiled *owner)
{
  return STREEK_PROFILED_GET_IFACE (owner)->get_workspace (owner);
}

/* Profiles of the program cannot be thrown away; nothing can be kept of what is not there. */
void
streek_import_profiles_update (GtkWidget *widget, StreekProfiled *owner)
{
  const StreekProfiledInterface *iface = STREEK_PROFILED_GET_IFACE (owner);
  gboolean can_make = iface->can_make (owner);

  gtk_widget_action_set_enabled (widget, "profile.save", can_make);
  gtk_widget_action_set_enabled (widget, "profile.export", can_make);
  gtk_widget_action_set_enabled (widget, "profile.import", iface->can_take (owner));
  gtk_widget_action_set_enabled (widget, "profile.delete", iface->is_own (owner));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_imports_profile_finish (get_workspace (asking->owner), result, &error))
    streek_problem_show (get_window (asking->widget), _ ("The profile could not be kept."), error);

  asking_free (asking, NULL);
}

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_imports_profile_finish (get_workspace (asking->owner), result, &error))
    streek_problem_show (get_window (asking->widget), _ ("The profile could not be deleted."),
                         error);

  asking_free (asking, NULL);
}

/* What is for a plan never takes the name of a profile for figures. */
static StreekMapping *
make_profile (StreekProfiled *owner, const char *title)
{
  const StreekProfiledInterface *iface = STREEK_PROFILED_GET_IFACE (owner);
  g_autofree char *code = streek_indicator_target_make_code (title);
  g_autofree char *name =
    iface->records != NULL ? g_strconcat (iface->records, "-", code, NULL) : g_strdup (code);

  g_strdelimit (name, "_", '-');

  return iface->make_profile (owner, name, title);
}

static void
save (Asking *asking, const char *title)
{
  g_autoptr (StreekMapping) profile = make_profile (asking->owner, title);

  STREEK_PROFILED_GET_IFACE (asking->owner)
    ->set_profile (asking->owner, profile->name, profile->title);
  streek_imports_save_profile_async (get_workspace (asking->owner), profile, on_saved_cb,
                                     asking_new (asking->widget, asking->owner));
}

static void
on_save_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Asking *asking = user_data;
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));

  if (g_str_equal (response, "save") && *title != '\0' &&
      STREEK_PROFILED_GET_IFACE (asking->owner)->can_make (asking->owner))
    save (asking, title);
}

static void
on_title_changed_cb (GtkEditable *entry, gpointer user_data)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (user_data), "save", *title != '\0');
}

void
streek_import_profiles_save (GtkWidget *widget, StreekProfiled *owner)
{
  const char *title = NULL;
  GtkWidget *dialog = adw_message_dialog_new (
    get_window (widget), _ ("Save as Profile"),
    _ ("The next file with these columns is read in the same way. A profile of the same name is "
       "replaced."));
  GtkWidget *entry = gtk_entry_new ();
  Asking *asking = asking_new (widget, owner);

  asking->entry = GTK_EDITABLE (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the profile"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the profile"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (on_title_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_save_response_cb), asking, asking_free,
                         0);
  STREEK_PROFILED_GET_IFACE (owner)->get_profile (owner, &title);
  gtk_editable_set_text (GTK_EDITABLE (entry), title != NULL ? title : "");
  on_title_changed_cb (GTK_EDITABLE (entry), dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Can be undone, so nothing is asked. The columns keep their meaning for this file. */
void
streek_import_profiles_delete (GtkWidget *widget, StreekProfiled *owner)
{
  const char *title;
  g_autofree char *name = g_strdup (STREEK_PROFILED_GET_IFACE (owner)->get_profile (owner, &title));

  if (name == NULL)
    return;

  STREEK_PROFILED_GET_IFACE (owner)->set_profile (owner, NULL, NULL);
  streek_imports_delete_profile_async (get_workspace (owner), name, on_deleted_cb,
                                       asking_new (widget, owner));
}

/* A file chooser for profiles; lives until it has its answer. */
static void
choose_file (GtkWidget *widget,
             StreekProfiled *owner,
             GtkFileChooserAction action,
             const char *title,
             const char *name,
             GCallback callback)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, get_window (widget), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Import profiles (JSON)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", callback, asking_new (widget, owner), asking_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  char *path;
  const char *records;    /* (nullable): what a profile must be for */
  StreekMapping *profile; /* (nullable): to write */
} FileJob;

static void
file_job_free (gpointer data)
{
  FileJob *job = data;

  g_clear_pointer (&job->profile, streek_mapping_free);
  g_free (job->path);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;

  if (streek_profile_write_file (job->profile, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;
  StreekMapping *profile = streek_profile_read_file (job->path, job->records, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) streek_mapping_free);
  else
    g_task_return_error (task, error);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    streek_problem_show (get_window (GTK_WIDGET (source)), _ ("The profile could not be written."),
                         error);
}

/* It is kept in the workspace too: else it would not be recognised the next time. */
static void
on_profile_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekProfiled) owner = user_data;
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMapping) profile = g_task_propagate_pointer (G_TASK (result), &error);

  if (profile == NULL)
    {
      streek_problem_show (get_window (widget), _ ("The profile could not be read."), error);
      return;
    }

  STREEK_PROFILED_GET_IFACE (owner)->take_profile (owner, profile);
  streek_imports_save_profile_async (get_workspace (owner), profile, on_saved_cb,
                                     asking_new (widget, owner));
}

static FileJob *
take_file (GtkNativeDialog *dialog, int response)
{
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response != GTK_RESPONSE_ACCEPT)
    return NULL;

  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL)
    return NULL;

  FileJob *job = g_new0 (FileJob, 1);

  job->path = g_steal_pointer (&path);

  return job;
}

static void
on_export_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asking *asking = user_data;
  const StreekProfiledInterface *iface = STREEK_PROFILED_GET_IFACE (asking->owner);
  FileJob *job = take_file (dialog, response);

  if (job == NULL || !iface->can_make (asking->owner))
    {
      g_clear_pointer (&job, file_job_free);
      return;
    }

  const char *title = NULL, *own = iface->get_profile (asking->owner, &title);
  g_autofree char *name = g_path_get_basename (job->path);
  g_autoptr (GTask) task = g_task_new (asking->widget, NULL, on_written_cb, NULL);

  if (g_str_has_suffix (name, ".json"))
    name[strlen (name) - 5] = '\0';
  job->profile =
    iface->make_profile (asking->owner, own != NULL ? own : name, title != NULL ? title : name);
  g_task_set_task_data (task, job, file_job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_import_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Asking *asking = user_data;
  GtkWidget *widget = asking->widget;
  FileJob *job = take_file (dialog, response);

  if (job == NULL)
    return;

  g_autoptr (GTask) task =
    g_task_new (widget, NULL, on_profile_read_cb, g_object_ref (asking->owner));

  job->records = STREEK_PROFILED_GET_IFACE (asking->owner)->records;

  g_task_set_task_data (task, job, file_job_free);
  g_task_run_in_thread (task, read_in_thread);
}

void
streek_import_profiles_export (GtkWidget *widget, StreekProfiled *owner)
{
  const char *title, *own = STREEK_PROFILED_GET_IFACE (owner)->get_profile (owner, &title);
  g_autofree char *name =
    g_strdup_printf ("%s.json", own != NULL ? own : C_ ("file name", "profile"));

  choose_file (widget, owner, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Write Profile to a File"), name,
               G_CALLBACK (on_export_response_cb));
}

void
streek_import_profiles_import (GtkWidget *widget, StreekProfiled *owner)
{
  choose_file (widget, owner, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Read Profile from a File"), NULL,
               G_CALLBACK (on_import_response_cb));
}
