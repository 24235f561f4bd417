/* streek-places-window.c: the places of the file as a list, to be added, changed and taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-places-window"
#include "config.h"
#include "places/streek-places-window.h"

#include "streek-row-button.h"
#include "streek-waiting.h"
#include "places/streek-site-window.h"
#include "print/streek-problem.h"
#include "search/streek-fold.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#define SITE_KEY "streek-site"
/* Rows at once: whoever has more of them looks for one by its name. */
#define MOST_ROWS 300
#define MOST_FINDINGS 8

struct _StreekPlacesWindow
{
  AdwWindow parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack; /* loading, empty, error, list */
  AdwStatusPage *error_page;
  GtkListBox *list_box;
  GtkLabel *more_label;

  StreekContext *context;
  StreekSiteList *list;     /* (nullable) */
  char *wanted;             /* (nullable): opened as soon as it is read */
  StreekSiteImport *import; /* (nullable): what is asked about */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (StreekPlacesWindow, streek_places_window, ADW_TYPE_WINDOW)

static void
open_site (StreekPlacesWindow *self, const StreekSite *site)
{
  if (self->list == NULL || !streek_context_can_write (self->context))
    return;

  gtk_window_present (GTK_WINDOW (
    streek_site_window_new (GTK_WINDOW (self), self->context, self->list->areas, site)));
}

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlacesWindow) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The place could not be deleted."));
}

static void
on_delete_clicked_cb (GtkButton *button, gpointer user_data)
{
  StreekPlacesWindow *self = user_data;
  const StreekSite *site = g_object_get_data (G_OBJECT (button), SITE_KEY);

  streek_edits_delete_site_async (streek_context_get_workspace (self->context), site->id,
                                  site->name, on_deleted_cb, g_object_ref (self));
}

/* "Port · Brugge · Kade 12" */
static char *
dup_subtitle (StreekPlacesWindow *self, guint index)
{
  const StreekSite *site = self->list->sites->pdata[index];
  int column = streek_table_find_column (self->list->table, "municipality");
  const char *municipality = streek_table_get_text (self->list->table, index, (guint) column);
  g_autofree char *plain =
    g_strjoin (" · ", streek_site_kind_get_label (site->kind),
               municipality != NULL ? municipality : _ ("in no municipality"), site->address, NULL);

  return g_markup_escape_text (plain, -1);
}

static gboolean
is_sought (const StreekSite *site, const char *subtitle, const char *sought)
{
  g_autofree char *all = g_strconcat (site->name, " ", subtitle, NULL);
  g_autofree char *folded = streek_fold (all, NULL);

  return strstr (folded, sought) != NULL;
}

static GtkWidget *
make_row (StreekPlacesWindow *self, const StreekSite *site, const char *subtitle)
{
  g_autofree char *title = g_markup_escape_text (site->name, -1);
  /* Translators: %s is a place. */
  g_autofree char *delete = g_strdup_printf (_ ("Delete the Place %s"), site->name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = streek_row_button_new ("user-trash-symbolic", delete);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    streek_context_can_write (self->context));
  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  /* rows go before the places that they are of */
  g_object_set_data (G_OBJECT (button), SITE_KEY, (gpointer) site);
  g_object_set_data (G_OBJECT (row), SITE_KEY, (gpointer) site);
  g_signal_connect (button, "clicked", G_CALLBACK (on_delete_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
clear_rows (StreekPlacesWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, child);
}

static void
tell_more (StreekPlacesWindow *self, guint n_found)
{
  g_autofree char *text = n_found == 0
                            ? g_strdup (_ ("No place is called so."))
                            : g_strdup_printf (ngettext ("%u more: find it by its name.",
                                                         "%u more: find them by their names.",
                                                         n_found - MIN (n_found, MOST_ROWS)),
                                               n_found - MIN (n_found, MOST_ROWS));

  gtk_label_set_text (self->more_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_found == 0 || n_found > MOST_ROWS);
}

static void
fill (StreekPlacesWindow *self)
{
  g_autofree char *sought =
    streek_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
  guint n_found = 0;

  clear_rows (self);

  for (guint i = 0; self->list != NULL && i < self->list->sites->len; i++)
    {
      const StreekSite *site = self->list->sites->pdata[i];
      g_autofree char *subtitle = dup_subtitle (self, i);

      if (is_sought (site, subtitle, sought) && n_found++ < MOST_ROWS)
        gtk_list_box_append (self->list_box, make_row (self, site, subtitle));
    }

  tell_more (self, n_found);
  if (self->list != NULL)
    gtk_stack_set_visible_child_name (self->stack, self->list->sites->len > 0 ? "list" : "empty");
}

static void
open_wanted (StreekPlacesWindow *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  const StreekSite *site =
    wanted != NULL ? streek_site_list_find (self->list, g_ascii_strtoll (wanted, NULL, 10)) : NULL;

  if (site != NULL)
    open_site (self, site);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlacesWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekSiteList *list = streek_sites_load_finish (STREEK_WORKSPACE (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&list, streek_site_list_free);
      return;
    }

  clear_rows (self);
  g_clear_pointer (&self->list, streek_site_list_free);
  self->list = list;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.add",
                                 list != NULL && streek_context_can_write (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.import",
                                 streek_context_can_write (self->context));

  if (list != NULL)
    {
      fill (self);
      open_wanted (self);
      return;
    }

  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
load (StreekPlacesWindow *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (workspace == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  self->cancellable = g_cancellable_new ();
  streek_sites_load_async (workspace, self->cancellable, on_loaded_cb, g_object_ref (self));
}

static void
on_row_activated_cb (StreekPlacesWindow *self, GtkListBoxRow *row)
{
  open_site (self, g_object_get_data (G_OBJECT (row), SITE_KEY));
}

/* Escape first gives the search up, then the window. */
static void
on_stop_search_cb (StreekPlacesWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Files */

/* "7 rows read: 5 taken, 1 ignored, 1 rejected.", and what was found, a line each. */
static char *
describe_import (const StreekSiteImport *import)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%1$u row read: %2$u taken, %3$u ignored, %4$u rejected.",
                                    "%1$u rows read: %2$u taken, %3$u ignored, %4$u rejected.",
                                    import->n_read),
                          import->n_read, import->n_taken, import->n_ignored, import->n_rejected);

  if (import->n_rows[STREEK_SITE_ROW_UNCHANGED] > 0)
    g_string_append_printf (text, " %s: %u.",
                            streek_site_row_state_get_label (STREEK_SITE_ROW_UNCHANGED),
                            import->n_rows[STREEK_SITE_ROW_UNCHANGED]);

  for (guint i = 0; i < MIN (import->findings->len, MOST_FINDINGS); i++)
    {
      const StreekImportFinding *finding = import->findings->pdata[i];

      g_string_append_printf (text, "\n\n%s", finding->message);
      if (finding->line > 0)
        {
          g_string_append_c (text, ' ');
          /* Translators: %1$u is how many rows, %2$u the line of the first. */
          g_string_append_printf (text,
                                  ngettext ("(%1$u row, line %2$u)",
                                            "(%1$u rows, the first on line %2$u)",
                                            (gulong) finding->n),
                                  (guint) finding->n, (guint) finding->line);
        }
    }

  return g_string_free (text, FALSE);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlacesWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;

  if (!streek_sites_commit_finish (STREEK_WORKSPACE (source), result, &error))
    streek_problem_show (GTK_WINDOW (self), _ ("The places could not be taken in."), error);
}

static void
on_answer_cb (StreekPlacesWindow *self, const char *response)
{
  g_autoptr (StreekSiteImport) import = g_steal_pointer (&self->import);
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (import != NULL && workspace != NULL && strcmp (response, "import") == 0)
    streek_sites_commit_async (workspace, import, TRUE, on_committed_cb, g_object_ref (self));
}

static void
ask (StreekPlacesWindow *self, const StreekSiteImport *import)
{
  g_autofree char *body = describe_import (import);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("Import Places from %s?"), import->file_name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  gboolean has_changes = import->changes->len > 0;

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   has_changes ? _ ("_Cancel") : _ ("_Close"));
  if (has_changes)
    {
      g_autofree char *label =
        import->n_rejected > 0
          ? g_strdup_printf (ngettext ("_Import %u Place without the Rejected Rows",
                                       "_Import %u Places without the Rejected Rows",
                                       import->n_taken),
                             import->n_taken)
          : g_strdup_printf (ngettext ("_Import %u Place", "_Import %u Places", import->n_taken),
                             import->n_taken);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "import", label);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlacesWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekSiteImport *import = NULL;
  g_autoptr (StreekSiteFile) file =
    streek_sites_read_file_finish (STREEK_WORKSPACE (source), result, &import, &error);

  if (self->context == NULL)
    {
      g_clear_pointer (&import, streek_site_import_unref);
      return;
    }

  /* a file that says too little: which columns are missing is the error */
  if (file != NULL && import == NULL)
    streek_site_file_check (file, &error);

  g_clear_pointer (&self->import, streek_site_import_unref);
  self->import = import;

  if (import != NULL)
    ask (self, import);
  else
    streek_problem_show (GTK_WINDOW (self), _ ("The places could not be read."), error);
}

void
streek_places_window_take_file (StreekPlacesWindow *self, const char *path)
{
  g_return_if_fail (STREEK_IS_PLACES_WINDOW (self) && path != NULL);

  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace != NULL)
    streek_sites_read_file_async (workspace, path, NULL, NULL, on_read_cb, g_object_ref (self));
}

static void
on_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  StreekPlacesWindow *self = user_data;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    streek_places_window_take_file (self, path);
  g_object_unref (native);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const endings[] = { "csv", "tsv",  "txt",     "xlsx", "ods", "xls",
                                         "zip", "gpkg", "geojson", "json", "shp" };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Choose a File with Places"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables and points"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_site (STREEK_PLACES_WINDOW (widget), NULL);
}

static void
streek_places_window_dispose (GObject *object)
{
  StreekPlacesWindow *self = STREEK_PLACES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list_box != NULL)
    clear_rows (self);
  self->list_box = NULL;
  g_clear_pointer (&self->list, streek_site_list_free);
  g_clear_pointer (&self->import, streek_site_import_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_places_window_parent_class)->dispose (object);
}

static void
streek_places_window_class_init (StreekPlacesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_places_window_dispose;

  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-places-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPlacesWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StreekPlacesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekPlacesWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekPlacesWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, StreekPlacesWindow, more_label);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_install_action (widget_class, "places.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "places.import", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_places_window_init (StreekPlacesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.add", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "places.import", FALSE);
}

GtkWidget *
streek_places_window_new (GtkWindow *parent, StreekContext *context, const char *wanted)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekPlacesWindow *self =
    g_object_new (STREEK_TYPE_PLACES_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->wanted = g_strdup (wanted);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
