/* streek-import-areas-window.c: takes in areas of people's own from a map file, and deletes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-import-areas-window.h"
#include "streek-row-button.h"
#include "areas/streek-areas-job.h"
#include "record/streek-record-command.h"
#include "reference/streek-report-findings.h"
#include "reference/streek-report-view.h"
#include "rule/streek-finding.h"
#include "workspace/streek-own-area-edits.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whoever types a code is not looked over the shoulder at every letter. */
#define TYPING_PAUSE_MS 400
#define PROGRESS_EVERY_MS 100

struct _StreekImportAreasWindow
{
  AdwWindow parent_instance;

  GtkWidget *import_button;
  AdwActionRow *file_row;
  AdwPreferencesGroup *fields_group;
  AdwComboRow *layer_row;
  AdwComboRow *code_row;
  AdwComboRow *name_row;
  AdwEntryRow *set_row;
  AdwEntryRow *set_name_row;
  AdwEntryRow *from_row;
  GtkProgressBar *progress_bar;
  GtkLabel *counts_label;
  StreekReportView *report;
  AdwPreferencesGroup *own_group;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;

  StreekContext *context;
  char *path;
  StreekGeodata *geodata;
  StreekOwnAreas *own; /* (nullable): read with what the rows say now */
  GCancellable *opening;
  GCancellable *reading;
  StreekAreasProgress *progress; /* (nullable): of the reading that goes on */
  guint typing_id;
  guint progress_id;
  gboolean is_filling;
  gboolean is_writing;
  GPtrArray *own_rows; /* of the rows in own_group */
};

G_DEFINE_FINAL_TYPE (StreekImportAreasWindow, streek_import_areas_window, ADW_TYPE_WINDOW)

static void
show_error (StreekImportAreasWindow *self, const GError *error)
{
  if (error != NULL)
    gtk_label_set_text (self->error_label, error->message);
  gtk_info_bar_set_revealed (self->error_bar, error != NULL);
}

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* An empty day is none; FALSE where what is typed is no day. */
static gboolean
read_from (StreekImportAreasWindow *self, StreekDate *from)
{
  g_autofree char *text = dup_text (self->from_row);
  gboolean is_day = *text == '\0' || streek_date_parse (text, from, NULL);

  if (*text == '\0')
    *from = STREEK_DATE_NONE;
  if (is_day)
    gtk_widget_remove_css_class (GTK_WIDGET (self->from_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->from_row), "error");

  return is_day;
}

static const StreekGeodataLayer *
get_layer (StreekImportAreasWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->layer_row);

  return self->geodata != NULL && selected < streek_geodata_get_n_layers (self->geodata)
           ? streek_geodata_get_layer (self->geodata, selected)
           : NULL;
}

static const char *
get_field (const StreekGeodataLayer *layer, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < g_strv_length (layer->fields) ? layer->fields[selected] : NULL;
}

static void
update_import (StreekImportAreasWindow *self)
{
  gboolean writable = streek_context_can_write (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.import",
                                 writable && !self->is_writing && self->own != NULL &&
                                   streek_own_areas_can_write (self->own));
}

static void
stop_reading (StreekImportAreasWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->progress, streek_areas_progress_unref);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
}

static void
forget_result (StreekImportAreasWindow *self)
{
  g_clear_pointer (&self->own, streek_own_areas_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->report), FALSE);
  update_import (self);
}

/* (transfer full) (nullable): what a person must do before the button means anything, or before it
 * means more than they think: the report may lie below the fold. */
static char *
make_advice (StreekImportAreasWindow *self, GPtrArray *findings)
{
  guint n_warnings = 0;

  if (!streek_own_areas_can_write (self->own))
    return g_strdup (_ ("Nothing can be imported until the errors below are gone."));

  for (guint i = 0; i < findings->len; i++)
    n_warnings += ((StreekFinding *) findings->pdata[i])->severity == STREEK_SEVERITY_WARNING;

  return n_warnings > 0 ? g_strdup_printf (
                            /* Translators: %u is a number. */
                            ngettext ("Read the %u warning below first.",
                                      "Read the %u warnings below first.", n_warnings),
                            n_warnings)
                        : NULL;
}

static void
show_result (StreekImportAreasWindow *self, GPtrArray *findings)
{
  StreekOwnAreasCounts counts = streek_own_areas_get_counts (self->own);
  g_autoptr (GListStore) rows = streek_report_rows_from_findings (findings);
  g_autofree char *text = g_strdup_printf (
    /* Translators: numbers of shapes in a file. */
    _ ("%1$u read = %2$u taken + %3$u ignored + %4$u rejected."), counts.n_read, counts.n_taken,
    counts.n_ignored, counts.n_rejected);
  g_autofree char *advice = make_advice (self, findings);
  g_autofree char *all = g_strjoin (" ", text, advice, NULL);

  gtk_label_set_text (self->counts_label, all);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->report), TRUE);
  streek_report_view_set_rows (self->report, G_LIST_MODEL (rows), FALSE);
  update_import (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportAreasWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (StreekOwnAreas) own = streek_areas_job_read_finish (result, &findings, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop_reading (self);
  show_error (self, error);
  g_clear_pointer (&self->own, streek_own_areas_unref);
  self->own = g_steal_pointer (&own);
  if (self->own != NULL)
    show_result (self, findings);
}

static gboolean
on_progress_cb (gpointer user_data)
{
  StreekImportAreasWindow *self = user_data;
  double fraction = streek_areas_progress_get (self->progress);

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);

  return G_SOURCE_CONTINUE;
}

/* Reads the file again with what the rows say now; the reading before is given up. */
static void
read_areas (StreekImportAreasWindow *self)
{
  const StreekGeodataLayer *layer = get_layer (self);
  StreekAreas *areas = streek_context_get_areas (self->context);
  g_autofree char *set = dup_text (self->set_row);
  g_autofree char *set_name = dup_text (self->set_name_row);
  StreekDate from;

  stop_reading (self);
  forget_result (self);
  if (layer == NULL || areas == NULL || !read_from (self, &from) || *set == '\0')
    return;

  const StreekOwnAreasRequest request = {
    .path = self->path,
    .layer = layer->name,
    .set = set,
    .set_name = set_name,
    .code_field = get_field (layer, self->code_row),
    .name_field = get_field (layer, self->name_row),
    .from = from,
  };

  if (request.code_field == NULL || request.name_field == NULL)
    return;

  self->reading = g_cancellable_new ();
  self->progress = streek_areas_progress_new ();
  self->progress_id = g_timeout_add (PROGRESS_EVERY_MS, on_progress_cb, self);
  streek_areas_job_read_async (streek_context_get_workspace (self->context), areas, &request,
                               self->progress, self->reading, on_read_cb, g_object_ref (self));
}

static gboolean
on_typed_cb (gpointer user_data)
{
  StreekImportAreasWindow *self = user_data;

  self->typing_id = 0;
  read_areas (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (StreekImportAreasWindow *self)
{
  if (self->is_filling)
    return;

  g_clear_handle_id (&self->typing_id, g_source_remove);
  stop_reading (self);
  forget_result (self);
  self->typing_id = g_timeout_add (TYPING_PAUSE_MS, on_typed_cb, self);
}

/* The first field whose name holds one of the words, else @otherwise. */
static guint
guess_field (const StreekGeodataLayer *layer, const char *const *words, guint otherwise)
{
  guint n = g_strv_length (layer->fields);

  for (gsize j = 0; words[j] != NULL; j++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *folded = g_utf8_casefold (layer->fields[i], -1);

        if (strstr (folded, words[j]) != NULL)
          return i;
      }

  return n > 0 ? MIN (otherwise, n - 1) : 0;
}

static void
fill_fields (StreekImportAreasWindow *self)
{
  static const char *const code_words[] = { "code", "nis", "nr", "id", NULL };
  static const char *const name_words[] = { "naam", "name", "nom", "label", NULL };
  const StreekGeodataLayer *layer = get_layer (self);

  if (layer == NULL)
    return;

  g_autoptr (GtkStringList) fields = gtk_string_list_new ((const char *const *) layer->fields);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->code_row, G_LIST_MODEL (fields));
  adw_combo_row_set_model (self->name_row, G_LIST_MODEL (fields));
  adw_combo_row_set_selected (self->code_row, guess_field (layer, code_words, 0));
  adw_combo_row_set_selected (self->name_row, guess_field (layer, name_words, 1));
  self->is_filling = FALSE;
}

static void
on_layer_changed_cb (StreekImportAreasWindow *self)
{
  if (self->is_filling)
    return;

  fill_fields (self);
  on_changed_cb (self);
}

/* "Zorggebieden 2019.gpkg": the name of the set, and a code without what a code may not have. */
static void
guess_set (StreekImportAreasWindow *self)
{
  g_autofree char *base = g_filename_display_basename (self->path);
  char *dot = strrchr (base, '.');

  if (dot != NULL)
    *dot = '\0';

  g_autofree char *code = g_strdelimit (g_strdup (base), ":+*, ", '_');

  gtk_editable_set_text (GTK_EDITABLE (self->set_name_row), base);
  gtk_editable_set_text (GTK_EDITABLE (self->set_row), code);
}

static void
fill_rows (StreekImportAreasWindow *self)
{
  guint n = streek_geodata_get_n_layers (self->geodata);
  g_autoptr (GtkStringList) layers = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (layers, streek_geodata_get_layer (self->geodata, i)->name);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->layer_row, G_LIST_MODEL (layers));
  adw_combo_row_set_selected (self->layer_row, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->layer_row), n > 1);
  fill_fields (self);
  self->is_filling = TRUE;
  guess_set (self);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields_group), TRUE);
  read_areas (self);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportAreasWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_areas_job_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  show_error (self, error);
  g_clear_pointer (&self->geodata, streek_geodata_close);
  self->geodata = g_steal_pointer (&geodata);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fields_group), FALSE);
  if (self->geodata != NULL)
    fill_rows (self);
}

void
streek_import_areas_window_open_file (StreekImportAreasWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  stop_reading (self);
  forget_result (self);

  g_free (self->path);
  self->path = g_strdup (path);
  adw_action_row_set_subtitle (self->file_row, name);
  self->opening = g_cancellable_new ();
  streek_areas_job_open_async (path, self->opening, on_opened_cb, g_object_ref (self));
}

static void
on_file_response_cb (GtkNativeDialog *dialog, int response, StreekImportAreasWindow *self)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    streek_import_areas_window_open_file (self, path);
}

static void
choose_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.gpkg",     "*.geojson", "*.json",
                                          "*.topojson", "*.shp",     "*.zip" };
  StreekImportAreasWindow *self = STREEK_IMPORT_AREAS_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Choose a Map File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Map files"));
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_file_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Those that have just come in. What is made of municipalities holds none with borders of their
 * own, and has no outlines or overlays among them. */
static void
show_areas (StreekImportAreasWindow *self)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  g_free (spec->set);
  spec->set = g_strdup (streek_own_areas_get_set (self->own));
  if (streek_own_areas_get_kind (self->own) != STREEK_OWN_AREAS_UNION)
    {
      g_clear_pointer (&spec->within, g_free);
      g_clear_pointer (&spec->outline_set, g_free);
      g_clear_pointer (&spec->overlay_set, g_free);
    }
  streek_context_set_spec (self->context, spec);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportAreasWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  gboolean changed;

  self->is_writing = FALSE;
  if (!streek_workspace_write_own_areas_finish (STREEK_WORKSPACE (source), result, &changed,
                                                &error))
    {
      show_error (self, error);
      update_import (self);
      return;
    }

  show_areas (self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportAreasWindow *self = STREEK_IMPORT_AREAS_WINDOW (widget);

  self->is_writing = TRUE;
  update_import (self);
  streek_workspace_write_own_areas_async (streek_context_get_workspace (self->context), self->own,
                                          NULL, on_written_cb, g_object_ref (self));
}

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekImportAreasWindow) self = user_data; /* the reference taken when it began */
  StreekWorkspace *workspace =
    self->context != NULL ? streek_context_get_workspace (self->context) : NULL;
  g_autoptr (GError) error = NULL;

  if (workspace == NULL) /* closed in the meantime */
    return;

  streek_workspace_remove_own_areas_finish (workspace, result, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own_group), TRUE);
  show_error (self, error);
}

/* (nullable): nothing is done where it went in the meantime, or the window did */
static const StreekAreaSet *
find_set (StreekImportAreasWindow *self, const char *set)
{
  StreekAreas *areas = self->context != NULL ? streek_context_get_areas (self->context) : NULL;

  return areas != NULL ? streek_areas_find_set (areas, set, NULL) : NULL;
}

static void
delete_set (GtkWidget *widget, const char *set)
{
  StreekImportAreasWindow *self = STREEK_IMPORT_AREAS_WINDOW (widget);
  const StreekAreaSet *found = find_set (self, set);

  if (found == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->own_group), FALSE);
  streek_workspace_remove_own_areas_async (streek_context_get_workspace (self->context), set,
                                           found->name, on_removed_cb, g_object_ref (self));
}

void
streek_import_areas_window_delete (StreekImportAreasWindow *self, const char *set)
{
  const StreekAreaSet *found = find_set (self, set);

  if (found != NULL)
    streek_record_command_remove_named (GTK_WIDGET (self), streek_record_book_get (self->context),
                                        set, found->name, TRUE, delete_set);
}

static void
on_remove_cb (StreekImportAreasWindow *self, GtkButton *button)
{
  streek_import_areas_window_delete (self, g_object_get_data (G_OBJECT (button), "set"));
}

static GtkWidget *
make_own_row (StreekImportAreasWindow *self, const StreekAreaSet *set, gboolean writable)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: %s is a set of areas. */
  g_autofree char *label = g_strdup_printf (_ ("Delete %s"), set->name);
  GtkWidget *button = streek_row_button_new ("user-trash-symbolic", label);
  g_autofree char *title = g_markup_escape_text (set->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (set->source, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_sensitive (button, writable);
  g_object_set_data_full (G_OBJECT (button), "set", g_strdup (set->code), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_own_sets (StreekImportAreasWindow *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  gboolean writable = streek_context_can_write (self->context);
  g_autoptr (GPtrArray) sets = areas != NULL ? streek_areas_list_sets (areas) : NULL;

  for (guint i = 0; i < self->own_rows->len; i++)
    adw_preferences_group_remove (self->own_group, self->own_rows->pdata[i]);
  g_ptr_array_set_size (self->own_rows, 0);

  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];

      if (!set->own)
        continue;

      GtkWidget *row = make_own_row (self, set, writable);

      adw_preferences_group_add (self->own_group, row);
      g_ptr_array_add (self->own_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_group), self->own_rows->len > 0);
}

/* What has begun to be written is waited for: its outcome must be seen. */
static gboolean
streek_import_areas_window_close_request (GtkWindow *window)
{
  StreekImportAreasWindow *self = STREEK_IMPORT_AREAS_WINDOW (window);

  if (self->is_writing)
    return TRUE;

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->typing_id, g_source_remove);
  stop_reading (self);

  return GTK_WINDOW_CLASS (streek_import_areas_window_parent_class)->close_request (window);
}

static void
streek_import_areas_window_dispose (GObject *object)
{
  StreekImportAreasWindow *self = STREEK_IMPORT_AREAS_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_handle_id (&self->typing_id, g_source_remove);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->opening);
  g_clear_object (&self->reading);
  g_clear_object (&self->context);
  g_clear_pointer (&self->progress, streek_areas_progress_unref);
  g_clear_pointer (&self->own, streek_own_areas_unref);
  g_clear_pointer (&self->geodata, streek_geodata_close);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->own_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_import_areas_window_parent_class)->dispose (object);
}

static void
streek_import_areas_window_class_init (StreekImportAreasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_areas_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_import_areas_window_close_request;

  g_type_ensure (STREEK_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-areas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, fields_group);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, layer_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, code_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, set_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, set_name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, from_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, report);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, own_group);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekImportAreasWindow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_layer_changed_cb);
  gtk_widget_class_install_action (widget_class, "areas.choose", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "areas.import", NULL, import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_import_areas_window_init (StreekImportAreasWindow *self)
{
  self->own_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_import_areas_window_new (GtkWindow *parent, StreekContext *context)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && STREEK_IS_CONTEXT (context), NULL);

  StreekImportAreasWindow *self =
    g_object_new (STREEK_TYPE_IMPORT_AREAS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (update_own_sets), self,
                           G_CONNECT_SWAPPED);
  update_own_sets (self);
  update_import (self);

  return GTK_WIDGET (self);
}
