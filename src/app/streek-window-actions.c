/* streek-window-actions.c: the commands of a window, behind menu, button and key alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-window"
#include "config.h"
#include "areas/streek-window-areas.h"
#include "import/streek-window-import.h"
#include "places/streek-window-places.h"
#include "print/streek-window-output.h"
#include "record/streek-cited-opener.h"
#include "record/streek-window-record.h"
#include "reference/streek-window-upkeep.h"
#include "streek-place.h"
#include "streek-setup-window.h"
#include "streek-window-private.h"

#include <glib/gi18n.h>

/* Files */

static GtkFileFilter *
make_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Streekatlas files"));
  gtk_file_filter_add_pattern (filter, "*.streek");

  return filter;
}

static GtkFileChooserNative *
make_file_chooser (StreekWindow *self,
                   const char *title,
                   GtkFileChooserAction action,
                   const char *accept)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  g_autoptr (GtkFileFilter) filter = make_filter ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }

  return chooser;
}

/* (nullable) (transfer full): what was chosen, with our ending; lets go of the dialog. */
static char *
take_chosen_path (GtkNativeDialog *dialog, int response)
{
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response != GTK_RESPONSE_ACCEPT)
    return NULL;

  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || g_str_has_suffix (path, ".streek") ||
      gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_OPEN)
    return g_steal_pointer (&path);

  return g_strconcat (path, ".streek", NULL);
}

static StreekApplication *
get_application (StreekWindow *self)
{
  return STREEK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
on_open_response_cb (GtkNativeDialog *dialog, int response, StreekWindow *self)
{
  g_autofree char *path = take_chosen_path (dialog, response);

  if (path != NULL)
    streek_application_open_path (get_application (self), path);
}

static void
on_open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  GtkFileChooserNative *chooser =
    make_file_chooser (self, _ ("Open a Workspace"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (on_open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
create_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_create (task_data, FALSE, cancellable, &error);

  if (workspace == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  streek_workspace_close (workspace);
  g_task_return_pointer (task, g_strdup (task_data), g_free);
}

static void
on_created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  if (path == NULL)
    {
      streek_window_toast (self, _ ("The workspace could not be made."), error);
      return;
    }

  streek_application_open_path (get_application (self), path);

  /* Asked here, where the new file has areas to choose from. */
  GSettings *settings = streek_application_get_settings (get_application (self));
  g_autofree char *own_area = g_settings_get_string (settings, "own-area");

  if (*own_area == '\0')
    g_settings_reset (settings, "setup-asked");
}

static void
on_new_response_cb (GtkNativeDialog *dialog, int response, StreekWindow *self)
{
  g_autofree char *path = take_chosen_path (dialog, response);

  if (path == NULL)
    return;

  g_autoptr (GTask) task = g_task_new (self, NULL, on_created_cb, NULL);

  g_task_set_source_tag (task, on_new_response_cb);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, create_in_thread);
}

static void
on_new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  GtkFileChooserNative *chooser =
    make_file_chooser (self, _ ("New Workspace"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("My region.streek"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_new_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  StreekStore *store;
  char *path;
} CopyJob;

static void
copy_job_free (CopyJob *job)
{
  g_object_unref (job->store);
  g_free (job->path);
  g_free (job);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CopyJob *job = task_data;
  GError *error = NULL;

  if (streek_store_backup (job->store, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    streek_window_toast (self, _ ("The copy was saved."), NULL);
  else
    streek_window_toast (self, _ ("The copy could not be saved."), error);
}

static void
on_copy_response_cb (GtkNativeDialog *dialog, int response, StreekWindow *self)
{
  g_autofree char *path = take_chosen_path (dialog, response);
  StreekStore *store = streek_window_get_store (self);

  if (path == NULL || store == NULL)
    return;

  CopyJob *job = g_new0 (CopyJob, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_copied_cb, NULL);

  job->store = g_object_ref (store);
  job->path = g_steal_pointer (&path);
  g_task_set_source_tag (task, on_copy_response_cb);
  g_task_set_task_data (task, job, (GDestroyNotify) copy_job_free);
  g_task_run_in_thread (task, copy_in_thread);
}

static void
on_save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  GtkFileChooserNative *chooser =
    make_file_chooser (self, _ ("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  /* Translators: %s is the name of the file that is copied */
  g_autofree char *name =
    g_strdup_printf (_ ("Copy of %s.streek"), gtk_window_get_title (GTK_WINDOW (self)));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_copy_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Undo */

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_store_undo_finish (STREEK_STORE (source), result, &error))
    streek_window_toast (self, _ ("This could not be undone."), error);
  streek_window_update_actions (self);
}

static void
on_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  streek_store_undo_async (streek_window_get_store (self), NULL, on_undone_cb, g_object_ref (self));
}

static void
on_redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_store_redo_finish (STREEK_STORE (source), result, &error))
    streek_window_toast (self, _ ("This could not be done again."), error);
  streek_window_update_actions (self);
}

static void
on_redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);

  streek_store_redo_async (streek_window_get_store (self), NULL, on_redone_cb, g_object_ref (self));
}

/* The window itself */

static void
on_section_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (self->sections, g_variant_get_int32 (parameter) - 1);

  if (row != NULL)
    gtk_list_box_select_row (self->sections, row);
}

/* To an indicator, an area, a figure or a record, in the section that shows it. */
static void
on_go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  const char *place = g_variant_get_string (parameter, NULL);

  if (streek_cited_open_place (GTK_WIDGET (self), streek_record_book_get (self->context), place))
    return;

  streek_window_note_stop (self);
  if (streek_window_open_record (self, place))
    return;

  g_autoptr (StreekSavedView) chart = streek_place_dup_chart (self->context, place);
  const char *section = chart == NULL ? streek_place_open (self->context, place) : NULL;
  g_autofree char *remark = streek_place_dup_remark (self->context, place);

  if (chart != NULL)
    streek_window_show_view (self, chart);
  else if (section != NULL)
    streek_window_show_section (self, section);
  else
    {
      streek_window_drop_stop (self);
      streek_window_toast (self, _ ("This is no longer in the file."), NULL);
    }

  if (remark != NULL && (chart != NULL || section != NULL))
    streek_window_toast (self, remark, NULL);
}

static void
on_search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_search_button_open (STREEK_WINDOW (user_data)->search_button);
}

static void
on_show_welcome_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  streek_window_show_welcome (STREEK_WINDOW (user_data));
}

static void
on_fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (user_data);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new_cb },
  { .name = "open", .activate = on_open_cb },
  { .name = "save-copy", .activate = on_save_copy_cb },
  { .name = "undo", .activate = on_undo_cb },
  { .name = "redo", .activate = on_redo_cb },
  { .name = "search", .activate = on_search_cb },
  { .name = "section", .activate = on_section_cb, .parameter_type = "i" },
  { .name = "go-to", .activate = on_go_to_cb, .parameter_type = "s" },
  { .name = "show-welcome", .activate = on_show_welcome_cb },
  { .name = "fullscreen", .activate = on_fullscreen_cb },
};

static void
set_enabled (StreekWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
streek_window_update_actions (StreekWindow *self)
{
  StreekStore *store = streek_window_get_store (self);
  gboolean writable = store != NULL && !streek_store_is_read_only (store);
  g_autofree char *undo = writable ? streek_store_dup_undo_message (store) : NULL;
  g_autofree char *redo = writable ? streek_store_dup_redo_message (store) : NULL;

  set_enabled (self, "save-copy", store != NULL);
  set_enabled (self, "import", writable);
  set_enabled (self, "check-file", store != NULL);
  set_enabled (self, "update-reference", store != NULL);
  set_enabled (self, "search", store != NULL);
  set_enabled (self, "section", store != NULL);
  set_enabled (self, "go-to", store != NULL);
  streek_window_update_areas_actions (self);
  set_enabled (self, "places", store != NULL);
  set_enabled (self, "own-names", store != NULL);
  set_enabled (self, "open-place", store != NULL);
  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);

  /* Translators: %s is the command that would be undone */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  /* Translators: %s is the command that would be done again */
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button),
                               undo_text != NULL ? undo_text : _ ("Nothing to undo"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button),
                               redo_text != NULL ? redo_text : _ ("Nothing to redo"));
}

/* A property of a widget as an action with a state: menu, button and key turn it on and off. */
static void
add_property_action (StreekWindow *self, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
streek_window_add_actions (StreekWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  streek_window_add_way_actions (self);
  streek_window_add_import_actions (self);
  streek_window_add_output_actions (self);
  streek_window_add_areas_actions (self);
  streek_window_add_places_actions (self);
  streek_window_add_upkeep_actions (self);
  add_property_action (self, "show-sidebar", self->flap, "reveal-flap");
  add_property_action (self, "show-table", self->map_page, "show-table");
  add_property_action (self, "show-inspector", self->map_page, "show-inspector");
  add_property_action (self, "grey", self->map_page, "grey");
}
