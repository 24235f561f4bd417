/* streek-own-names-window.c: names that people give areas, as a list, to be taken in and forgotten
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-own-names-window"
#include "config.h"
#include "areas/streek-own-names-window.h"

#include "streek-row-button.h"
#include "print/streek-problem.h"
#include "workspace/streek-edits.h"
#include "workspace/streek-own-name-edits.h"

#include <glib/gi18n.h>
#include <string.h>

/* The set that names are given in: villages lie in municipalities. */
#define MUNICIPALITIES "gemeente"
#define NAME_KEY "streek-name"
#define MOST_FINDINGS 6

struct _StreekOwnNamesWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *names_group;
  GtkListBox *list_box;
  GtkTextView *table_view;
  GtkLabel *account_label;
  GtkLabel *finding_label;

  StreekContext *context;
  GPtrArray *names; /* (nullable) (element-type StreekOwnName) */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (StreekOwnNamesWindow, streek_own_names_window, ADW_TYPE_WINDOW)

static void
update (StreekOwnNamesWindow *self)
{
  gboolean typed = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->table_view)) > 0;
  gboolean writes = self->context != NULL && streek_context_can_write (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.add", typed && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.import", writes);
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekOwnNamesWindow) self = user_data; /* the reference taken when it was asked */

  streek_problem_finish_edit (GTK_WIDGET (self), self->context, result,
                              _ ("The name could not be forgotten."));
}

static void
on_forget_clicked_cb (GtkButton *button, gpointer user_data)
{
  StreekOwnNamesWindow *self = user_data;

  streek_edits_remove_own_name_async (streek_context_get_workspace (self->context),
                                      g_object_get_data (G_OBJECT (button), NAME_KEY),
                                      on_removed_cb, g_object_ref (self));
}

/* "Heuvelland (33039) · villages.csv" */
static char *
dup_subtitle (StreekOwnNamesWindow *self, const StreekOwnName *name)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *area =
    areas != NULL ? streek_areas_resolve (areas, name->set, name->code,
                                          streek_areas_get_newest_date (areas), NULL, NULL)
                  : NULL;
  g_autofree char *plain =
    g_strdup_printf ("%s (%s)%s%s", area != NULL ? area->name : _ ("No such area any more"),
                     name->code, *name->source != '\0' ? " · " : "", name->source);

  return g_markup_escape_text (plain, -1);
}

static GtkWidget *
make_row (StreekOwnNamesWindow *self, const StreekOwnName *name)
{
  g_autofree char *title = g_markup_escape_text (name->name, -1);
  g_autofree char *subtitle = dup_subtitle (self, name);
  /* Translators: %s is a name that somebody gave an area. */
  g_autofree char *forget = g_strdup_printf (_ ("Forget the Name %s"), name->name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = streek_row_button_new ("user-trash-symbolic", forget);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_sensitive (button, streek_context_can_write (self->context));
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, streek_own_name_copy (name),
                          (GDestroyNotify) streek_own_name_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_forget_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* More rows than this nobody reads; the command line lists them all. */
#define MOST_ROWS 300

static void
fill (StreekOwnNamesWindow *self)
{
  GtkWidget *child;
  g_autofree char *count = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, child);
  for (guint i = 0; i < MIN (self->names->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list_box, make_row (self, self->names->pdata[i]));

  gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->names->len > 0);
  if (self->names->len == 0)
    count = g_strdup (_ ("There are none yet. Lists, searches and imports know what stands here."));
  else if (self->names->len > MOST_ROWS)
    /* Translators: numbers of names. */
    count =
      g_strdup_printf (_ ("The first %1$u of %2$u names."), (guint) MOST_ROWS, self->names->len);
  else
    count =
      g_strdup_printf (ngettext ("%u name.", "%u names.", self->names->len), self->names->len);
  adw_preferences_group_set_description (self->names_group, count);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekOwnNamesWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names =
    streek_workspace_list_own_names_finish (STREEK_WORKSPACE (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (names == NULL)
    {
      streek_problem_show (GTK_WINDOW (self), _ ("The names could not be read."), error);
      return;
    }

  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_steal_pointer (&names);
  fill (self);
}

static void
load (StreekOwnNamesWindow *self)
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
  streek_workspace_list_own_names_async (workspace, self->cancellable, on_listed_cb,
                                         g_object_ref (self));
  update (self);
}

/* "4 rows read: 2 taken, 1 ignored, 1 rejected.", and what was found, a line each. */
static void
say (StreekOwnNamesWindow *self, const StreekOwnNameTable *table)
{
  g_autofree char *account = g_strdup_printf (
    ngettext ("%1$u row read: %2$u taken, %3$u ignored, %4$u rejected.",
              "%1$u rows read: %2$u taken, %3$u ignored, %4$u rejected.", table->n_read),
    table->n_read, table->n_taken, table->n_ignored, table->n_rejected);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = table->findings->len;

  for (guint i = 0; i < MIN (n, MOST_FINDINGS); i++)
    {
      const StreekFinding *finding = table->findings->pdata[i];

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", finding->place,
                              finding->message);
    }
  if (n > MOST_FINDINGS)
    {
      g_string_append_c (lines, '\n');
      g_string_append_printf (
        /* Translators: %u is how many more findings of the same kind there are. */
        lines, ngettext ("There is %u more.", "There are %u more.", n - MOST_FINDINGS),
        n - MOST_FINDINGS);
    }

  gtk_label_set_text (self->account_label, account);
  gtk_widget_set_visible (GTK_WIDGET (self->account_label), TRUE);
  gtk_label_set_text (self->finding_label, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_label), lines->len > 0);
}

static void
on_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekOwnNamesWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekOwnNameTable) table =
    streek_workspace_take_own_names_finish (STREEK_WORKSPACE (source), result, &error);

  if (self->context == NULL)
    return;

  if (table != NULL)
    say (self, table);
  else
    streek_problem_show (GTK_WINDOW (self), _ ("The names could not be taken in."), error);
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekOwnNamesWindow *self = STREEK_OWN_NAMES_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->table_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  streek_workspace_take_own_names_async (streek_context_get_workspace (self->context), NULL, bytes,
                                         MUNICIPALITIES, _ ("A table that was pasted"), on_taken_cb,
                                         g_object_ref (self));
}

static void
on_chosen_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  StreekOwnNamesWindow *self = user_data;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (path != NULL && workspace != NULL)
    streek_workspace_take_own_names_async (workspace, path, NULL, MUNICIPALITIES, name, on_taken_cb,
                                           g_object_ref (self));
  g_object_unref (native);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const endings[] = { "csv", "tsv", "txt", "xlsx", "ods", "xls" };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Choose a Table of Names"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
streek_own_names_window_dispose (GObject *object)
{
  StreekOwnNamesWindow *self = STREEK_OWN_NAMES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_own_names_window_parent_class)->dispose (object);
}

static void
streek_own_names_window_class_init (StreekOwnNamesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_own_names_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-own-names-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekOwnNamesWindow, names_group);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnNamesWindow, list_box);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnNamesWindow, table_view);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnNamesWindow, account_label);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnNamesWindow, finding_label);
  gtk_widget_class_install_action (widget_class, "names.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "names.import", NULL, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_own_names_window_init (StreekOwnNamesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->table_view), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkWidget *
streek_own_names_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekOwnNamesWindow *self = g_object_new (STREEK_TYPE_OWN_NAMES_WINDOW, "transient-for", parent,
                                             "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  if (streek_context_get_workspace (context) != NULL)
    load (self);

  return GTK_WIDGET (self);
}
