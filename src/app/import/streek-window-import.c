/* streek-window-import.c: the window's command that takes files of figures in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-window-import.h"

#include "areas/streek-import-areas-window.h"
#include "exchange/streek-source.h"
#include "import/streek-import-window.h"
#include "streek-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Files that wait for the assistant; a window knows none or one. */
#define WAITING_KEY "streek-waiting-imports"
/* The indicator that they were asked for from. */
#define HINT_KEY "streek-import-hint"

static void open_next (StreekWindow *self);

static gboolean
show_section_cb (gpointer user_data)
{
  StreekWindow *self = user_data;

  if (self->context != NULL)
    streek_window_show_section (self, "indicators");

  return G_SOURCE_REMOVE;
}

static void
on_imported_cb (StreekWindow *self, const char *outcome, const char *indicator)
{
  g_autofree char *escaped = g_markup_escape_text (outcome, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);

  if (indicator != NULL && *indicator != '\0')
    {
      streek_context_set_indicator (self->context, indicator);
      /* not in the frame in which the assistant goes: a section is work enough */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_section_cb, g_object_ref (self),
                       g_object_unref);
    }
}

static gboolean
open_next_cb (gpointer user_data)
{
  open_next (user_data);

  return G_SOURCE_REMOVE;
}

/* Not inside the end of the one before. */
static void
on_assistant_gone_cb (StreekWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_next_cb, g_object_ref (self), g_object_unref);
}

/* The next file waits until this window is gone. */
static void
present (StreekWindow *self, GtkWidget *window)
{
  g_signal_connect_object (window, "destroy", G_CALLBACK (on_assistant_gone_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_areas (StreekWindow *self, const char *path)
{
  GtkWidget *window = streek_import_areas_window_new (GTK_WINDOW (self), self->context);

  present (self, window);
  streek_import_areas_window_open_file (STREEK_IMPORT_AREAS_WINDOW (window), path);
}

static void
open_assistant (StreekWindow *self, const char *path)
{
  GtkWidget *assistant = streek_import_window_new (GTK_WINDOW (self), self->context, path,
                                                   g_object_get_data (G_OBJECT (self), HINT_KEY));

  g_signal_connect_object (assistant, "imported", G_CALLBACK (on_imported_cb), self,
                           G_CONNECT_SWAPPED);
  present (self, assistant);
}

static gboolean
can_import (StreekWindow *self)
{
  StreekStore *store = self->context != NULL ? streek_window_get_store (self) : NULL;

  return store != NULL && !streek_store_is_read_only (store);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_task_return_boolean (task, streek_source_holds_areas (path));
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (source);
  const char *path = g_task_get_task_data (G_TASK (result));
  gboolean holds_areas = g_task_propagate_boolean (G_TASK (result), NULL);

  if (!can_import (self))
    open_next (self);
  else if (holds_areas)
    open_areas (self, path);
  else
    open_assistant (self, path);
}

/* Outlines of areas have a door of their own; which file it is takes a look at the disk. */
static void
open_door (StreekWindow *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_looked_cb, NULL);

  g_task_set_source_tag (task, open_door);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
open_next (StreekWindow *self)
{
  GPtrArray *waiting = g_object_get_data (G_OBJECT (self), WAITING_KEY);

  if (waiting == NULL || waiting->len == 0 || !can_import (self))
    {
      g_object_set_data (G_OBJECT (self), WAITING_KEY, NULL);
      return;
    }

  g_autoptr (GFile) file = g_ptr_array_steal_index (waiting, 0);
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    open_door (self, path);
  else
    {
      streek_window_toast (self, _ ("Only files on this computer can be imported."), NULL);
      open_next (self);
    }
}

/* Among the indicators one of them is what a file is for, unless it says something else. */
static char *
dup_hint (StreekWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  const StreekIndicator *indicator = streek_context_get_indicator (self->context);

  return g_strcmp0 (page, "indicators") == 0 && indicator != NULL && indicator->formula == NULL
           ? g_strdup (indicator->code)
           : NULL;
}

/* "…/wijken.shp" without the ending that says which part of a shapefile it is; NULL: no part */
static char *
dup_shapefile_stem (GFile *file)
{
  static const char *const endings[] = { ".shp", ".dbf", ".shx", ".prj", ".cpg",
                                         ".sbn", ".sbx", ".qpj", ".qix", ".shp.xml" };
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *lower = g_ascii_strdown (uri, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return g_strndup (uri, strlen (uri) - strlen (endings[i]));

  return NULL;
}

static gboolean
is_outlines (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *lower = g_ascii_strdown (uri, -1);

  return g_str_has_suffix (lower, ".shp");
}

/* Who hands over a shapefile hands over all its parts: they come in with their outlines.
 * Returns: (transfer full) (element-type GFile) */
static GPtrArray *
leave_out_parts (GPtrArray *files)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    if (is_outlines (files->pdata[i]))
      g_hash_table_add (stems, dup_shapefile_stem (files->pdata[i]));

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *stem = dup_shapefile_stem (files->pdata[i]);

      if (stem == NULL || is_outlines (files->pdata[i]) || !g_hash_table_contains (stems, stem))
        g_ptr_array_add (left, g_object_ref (files->pdata[i]));
    }

  return left;
}

void
streek_window_import_files (StreekWindow *self, GPtrArray *files)
{
  g_return_if_fail (STREEK_IS_WINDOW (self) && files != NULL);

  gboolean is_open = g_object_get_data (G_OBJECT (self), WAITING_KEY) != NULL;

  if (is_open || files->len == 0)
    return;

  g_object_set_data_full (G_OBJECT (self), HINT_KEY, dup_hint (self), g_free);

  g_object_set_data_full (G_OBJECT (self), WAITING_KEY, leave_out_parts (files),
                          (GDestroyNotify) g_ptr_array_unref);
  open_next (self);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
on_chosen_cb (GtkNativeDialog *dialog, int response, StreekWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));

  streek_window_import_files (self, files);
}

static void
on_import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const all[] = { "csv", "tsv",  "txt", "xlsx", "ods",
                                     "xls", "json", "zip", "gz",   NULL };
  static const char *const texts[] = { "csv", "tsv", "txt", NULL };
  static const char *const sheets[] = { "xlsx", "ods", "xls", NULL };
  StreekWindow *self = STREEK_WINDOW (user_data);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Choose Files with Figures"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_filter (chooser, _ ("Files with figures"), all);
  add_filter (chooser, _ ("Text in columns (CSV, TSV, TXT)"), texts);
  add_filter (chooser, _ ("Spreadsheets (XLSX, ODS, XLS)"), sheets);
  add_filter (chooser, _ ("All files"), NULL);
  g_signal_connect_object (native, "response", G_CALLBACK (on_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  StreekWindow *self = STREEK_WINDOW (user_data);
  StreekStore *store = streek_window_get_store (self);

  if (store == NULL || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  g_autofree char *why_not = streek_store_dup_read_only_sentence (store);

  if (why_not != NULL)
    {
      streek_window_toast (self, why_not, NULL);
      return FALSE;
    }

  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = list; file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));

  streek_window_import_files (self, files);

  return TRUE;
}

static const GActionEntry actions[] = {
  { .name = "import", .activate = on_import_cb },
};

void
streek_window_add_import_actions (StreekWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), GTK_EVENT_CONTROLLER (target));
}
