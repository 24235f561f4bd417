/* streek-import-window.c: the assistant that takes a file of figures in, step by step */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-window.h"

#include "areas/streek-import-areas-window.h"
#include "import/streek-import-columns-page.h"
#include "import/streek-import-file-page.h"
#include "import/streek-import-indicators-page.h"
#include "import/streek-import-map-view.h"
#include "import/streek-import-questions-page.h"
#include "import/streek-import-report.h"
#include "places/streek-places-window.h"
#include "reference/streek-report-view.h"
#include "streek-focus.h"

#include <glib/gi18n.h>
#include <string.h>

/* More lines than these begin folded, so that their heads are seen. */
#define MAX_OPEN_LINES 12

enum
{
  STEP_FILE,
  STEP_COLUMNS,
  STEP_QUESTIONS,
  STEP_INDICATORS, /* only where the file brings new ones */
  STEP_CHANGES,
  N_STEPS
};

typedef enum
{
  STATUS_NOT_YET,
  STATUS_DONE,
  STATUS_QUESTION,
  STATUS_PROBLEM,
} Status;

struct _StreekImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkListBox *steps;
  GtkStack *pages;
  StreekImportFilePage *file_page;
  StreekImportColumnsPage *columns_page;
  StreekImportQuestionsPage *questions_page;
  StreekImportIndicatorsPage *indicators_page;
  GtkStack *changes_stack; /* empty, changes */
  StreekReportView *changes;
  StreekImportMapView *map_view;
  GtkProgressBar *progress_bar;
  GtkLabel *sentence_label;
  GtkCheckButton *partial_check;
  GtkWidget *stop_button;
  GtkWidget *again_button;
  GtkWidget *areas_button;
  GtkWidget *places_button;

  StreekContext *context;
  StreekImportTask *task;
  const StreekImport *shown;  /* what the window is about; only compared */
  const StreekImport *listed; /* what the list of changes was filled from; only compared */
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekImportWindow, streek_import_window, ADW_TYPE_WINDOW)

static const struct
{
  const char *page;
  const char *title;
} steps[N_STEPS] = {
  [STEP_FILE] = { "file", NC_ ("import step", "File") },
  [STEP_COLUMNS] = { "columns", NC_ ("import step", "Columns") },
  [STEP_QUESTIONS] = { "questions", NC_ ("import step", "Questions") },
  [STEP_INDICATORS] = { "indicators", NC_ ("import step", "New Indicators") },
  [STEP_CHANGES] = { "changes", NC_ ("import step", "What Changes") },
};

static const char *
get_icon (Status status)
{
  switch (status)
    {
    case STATUS_DONE:
      return "emblem-ok-symbolic";
    case STATUS_QUESTION:
      return "dialog-question-symbolic";
    case STATUS_PROBLEM:
      return "dialog-warning-symbolic";
    case STATUS_NOT_YET:
    default:
      return "content-loading-symbolic";
    }
}

static const char *
get_words (Status status)
{
  switch (status)
    {
    case STATUS_DONE:
      return C_ ("import step", "Done");
    case STATUS_QUESTION:
      return C_ ("import step", "Has questions");
    case STATUS_PROBLEM:
      return C_ ("import step", "Needs attention");
    case STATUS_NOT_YET:
    default:
      return C_ ("import step", "Not yet");
    }
}

static gboolean
has_needed_question (const StreekImport *import)
{
  for (guint i = 0; i < import->questions->len; i++)
    if (((const StreekImportQuestion *) import->questions->pdata[i])->is_needed)
      return TRUE;

  return streek_import_count (import, STREEK_IMPORT_QUESTION) > 0;
}

static gboolean
accepts_partial (StreekImportWindow *self)
{
  return gtk_check_button_get_active (self->partial_check);
}

/* An error of the file itself belongs to the first step, one of its meaning to the second. */
static Status
find_status (StreekImportWindow *self, guint step)
{
  const StreekImportLoad *load = streek_import_task_get_load (self->task);
  const StreekImport *import = streek_import_task_get_import (self->task);
  gboolean has_source = load != NULL && load->source != NULL;
  gboolean has_failed = streek_import_task_get_state (self->task) == STREEK_IMPORT_TASK_FAILED;

  switch (step)
    {
    case STEP_FILE:
      return has_source ? STATUS_DONE : has_failed ? STATUS_PROBLEM : STATUS_NOT_YET;
    case STEP_COLUMNS:
      return !has_source      ? STATUS_NOT_YET
             : has_failed     ? STATUS_PROBLEM
             : import != NULL ? STATUS_DONE
                              : STATUS_NOT_YET;
    case STEP_QUESTIONS:
      if (import == NULL)
        return STATUS_NOT_YET;
      if (has_needed_question (import))
        return STATUS_QUESTION;

      return streek_import_count_rejected (import) > 0 && !accepts_partial (self) ? STATUS_PROBLEM
                                                                                  : STATUS_DONE;
    case STEP_INDICATORS:
      return import != NULL ? STATUS_DONE : STATUS_NOT_YET;
    case STEP_CHANGES:
    default:
      return import != NULL && streek_import_check (import, accepts_partial (self), NULL)
               ? STATUS_DONE
               : STATUS_NOT_YET;
    }
}

/* Who stands there when the last of them goes is led to what changes. */
static void
show_indicators_step (StreekImportWindow *self)
{
  const StreekImport *import = streek_import_task_get_import (self->task);
  g_autoptr (GPtrArray) codes = import != NULL ? streek_import_list_new_indicators (import) : NULL;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, STEP_INDICATORS);
  gboolean has_any = codes != NULL && codes->len > 0;

  if (!has_any && gtk_list_box_row_is_selected (row))
    gtk_list_box_select_row (self->steps,
                             gtk_list_box_get_row_at_index (self->steps, STEP_CHANGES));
  gtk_widget_set_visible (GTK_WIDGET (row), has_any);
}

static void
update_steps (StreekImportWindow *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, (int) i);
      GtkWidget *icon = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      Status status = find_status (self, i);

      gtk_image_set_from_icon_name (GTK_IMAGE (icon), get_icon (status));
      gtk_widget_set_tooltip_text (icon, get_words (status));
      gtk_widget_set_opacity (icon, status == STATUS_NOT_YET ? 0.4 : 1.0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      get_words (status), -1);
    }
}

/* What stands in the way, or what will happen. */
static char *
dup_ready_sentence (StreekImportWindow *self, const StreekImport *import)
{
  guint64 n_rejected = streek_import_count_rejected (import);
  g_autoptr (GError) error = NULL;

  if (has_needed_question (import))
    {
      streek_import_check (import, TRUE, &error);
      return g_strdup_printf (_ ("To be answered first: %s"), error != NULL ? error->message : "");
    }

  if (n_rejected > 0 && !accepts_partial (self))
    {
      g_autofree char *number =
        streek_format_number (streek_format_get_default (), (double) n_rejected, 0);

      return g_strdup_printf (
        ngettext ("%s row or cell cannot be taken in. See why under Questions.",
                  "%s rows or cells cannot be taken in. See why under Questions.",
                  (gulong) MIN (n_rejected, G_MAXUINT)),
        number);
    }

  return streek_import_dup_outcome (import);
}

/* Outlines have an assistant of their own. */
static gboolean
holds_areas (StreekImportWindow *self)
{
  return streek_import_task_get_state (self->task) == STREEK_IMPORT_TASK_FAILED &&
         g_error_matches (streek_import_task_get_error (self->task), STREEK_SOURCE_ERROR,
                          STREEK_SOURCE_ERROR_AREAS);
}

/* A table of places, or geodata whose points may be places. */
static gboolean
may_hold_places (StreekImportWindow *self)
{
  const StreekImportLoad *load = streek_import_task_get_load (self->task);

  return holds_areas (self) || (load != NULL && load->is_of_places);
}

static char *
dup_sentence (StreekImportWindow *self)
{
  const GError *error = streek_import_task_get_error (self->task);

  switch (streek_import_task_get_state (self->task))
    {
    case STREEK_IMPORT_TASK_LOADING:
      return g_strdup (_ ("The file is being looked into…"));
    case STREEK_IMPORT_TASK_READING:
      return g_strdup (_ ("The file is being read and compared…"));
    case STREEK_IMPORT_TASK_READY:
      return dup_ready_sentence (self, streek_import_task_get_import (self->task));
    case STREEK_IMPORT_TASK_FAILED:
      return g_strdup (error != NULL ? error->message : "");
    case STREEK_IMPORT_TASK_STOPPED:
      return g_strdup (_ ("Reading was stopped."));
    case STREEK_IMPORT_TASK_COMMITTING:
    case STREEK_IMPORT_TASK_DONE:
    default:
      return g_strdup (_ ("The figures are being written…"));
    }
}

static void
update_partial (StreekImportWindow *self, const StreekImport *import)
{
  guint64 n = import != NULL ? streek_import_count_rejected (import) : 0;
  g_autofree char *number = streek_format_number (streek_format_get_default (), (double) n, 0);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Import without the %s rejected row",
                               "Import without the %s rejected rows", (gulong) MIN (n, G_MAXUINT)),
                     number);

  gtk_check_button_set_label (self->partial_check, label);
  gtk_widget_set_visible (GTK_WIDGET (self->partial_check), n > 0 && !has_needed_question (import));
}

static void
update_actions (StreekImportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  StreekImportTaskState state = streek_import_task_get_state (self->task);
  const StreekImport *import = streek_import_task_get_import (self->task);
  gboolean is_busy = streek_import_task_is_busy (self->task);
  gboolean can_commit = state == STREEK_IMPORT_TASK_READY && import != NULL &&
                        !streek_import_is_empty (import) &&
                        streek_import_check (import, accepts_partial (self), NULL);
  gboolean can_read_again =
    state == STREEK_IMPORT_TASK_STOPPED || state == STREEK_IMPORT_TASK_FAILED;

  gtk_widget_action_set_enabled (widget, "import.commit", can_commit);
  gtk_widget_action_set_enabled (widget, "import.stop", is_busy);
  gtk_widget_action_set_enabled (widget, "import.read-again", can_read_again);
  gtk_widget_set_visible (self->stop_button, is_busy);
  gtk_widget_set_visible (self->again_button, can_read_again && !holds_areas (self));
  gtk_widget_set_visible (self->areas_button, holds_areas (self));
  gtk_widget_set_visible (self->places_button, may_hold_places (self));
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_busy);
}

static gboolean
shows_changes (StreekImportWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), steps[STEP_CHANGES].page) == 0;
}

/* The list is long, so it is made when it is looked at. */
static void
update_changes (StreekImportWindow *self, const StreekImport *import)
{
  if (!shows_changes (self))
    return;

  if (import != NULL && import != self->listed)
    {
      g_autoptr (GListStore) rows = streek_import_report_changes (import);

      streek_report_view_set_rows (
        self->changes, G_LIST_MODEL (rows),
        import->changes->len + import->series->len + import->accounts->len <= MAX_OPEN_LINES);
      streek_import_map_view_set_import (self->map_view,
                                         streek_import_task_get_workspace (self->task),
                                         streek_import_task_get_import (self->task));
    }

  gtk_stack_set_visible_child_name (self->changes_stack, import != NULL ? "changes" : "empty");
  self->listed = import;
}

static void
update (StreekImportWindow *self)
{
  if (self->task == NULL)
    return;

  const StreekImport *import = streek_import_task_get_import (self->task);
  g_autofree char *sentence = dup_sentence (self);

  gtk_label_set_text (self->sentence_label, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence_label),
                               strlen (sentence) > 200 ? sentence : NULL);
  update_partial (self, import);
  update_steps (self);
  show_indicators_step (self);
  update_actions (self);
  update_changes (self, import);
  self->shown = import;
}

static void
on_progress_cb (StreekImportWindow *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 CLAMP (streek_import_task_get_progress (self->task), 0, 1));
}

/* Another answer is another import: what was accepted was the rows of the last one. */
static void
forget_acceptance (StreekImportWindow *self)
{
  if (streek_import_task_get_import (self->task) != self->shown)
    gtk_check_button_set_active (self->partial_check, FALSE);
}

static void
on_task_changed_cb (StreekImportWindow *self)
{
  const StreekImport *import = streek_import_task_get_import (self->task);

  forget_acceptance (self);
  on_progress_cb (self);
  update (self);

  if (streek_import_task_get_state (self->task) != STREEK_IMPORT_TASK_DONE)
    return;

  const StreekImportSeries *series = import->series->len > 0 ? import->series->pdata[0] : NULL;
  g_autofree char *outcome = streek_import_dup_outcome (import);
  g_autofree char *indicator = series != NULL ? g_strdup (series->indicator) : NULL;

  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, outcome, indicator);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_step_selected_cb (StreekImportWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  gtk_stack_set_visible_child_name (self->pages, steps[gtk_list_box_row_get_index (row)].page);
  if (self->task != NULL)
    update_changes (self, streek_import_task_get_import (self->task));
}

static void
commit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportWindow *self = STREEK_IMPORT_WINDOW (widget);

  streek_import_task_commit (self->task, accepts_partial (self));
}

static void
stop (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_task_stop (STREEK_IMPORT_WINDOW (widget)->task);
}

static void
read_again (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_task_read_again (STREEK_IMPORT_WINDOW (widget)->task);
}

/* The other assistant takes over, with the same file. */
static void
import_areas (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportWindow *self = STREEK_IMPORT_WINDOW (widget);
  g_autofree char *path = g_strdup (streek_import_task_get_path (self->task));
  GtkWidget *window = streek_import_areas_window_new (
    gtk_window_get_transient_for (GTK_WINDOW (self)), self->context);

  gtk_window_present (GTK_WINDOW (window));
  streek_import_areas_window_open_file (STREEK_IMPORT_AREAS_WINDOW (window), path);
  gtk_window_close (GTK_WINDOW (self));
}

/* The list of places takes over, with the same file. */
static void
import_places (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekImportWindow *self = STREEK_IMPORT_WINDOW (widget);
  g_autofree char *path = g_strdup (streek_import_task_get_path (self->task));
  GtkWidget *window = streek_places_window_new (gtk_window_get_transient_for (GTK_WINDOW (self)),
                                                self->context, NULL);

  gtk_window_present (GTK_WINDOW (window));
  streek_places_window_take_file (STREEK_PLACES_WINDOW (window), path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_step (StreekImportWindow *self, guint step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  const char *title = g_dpgettext2 (NULL, "import step", steps[step].title);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->steps, row);
}

/* What has begun to be written is waited for: its outcome must be seen. */
static gboolean
streek_import_window_close_request (GtkWindow *window)
{
  StreekImportWindow *self = STREEK_IMPORT_WINDOW (window);

  if (self->task != NULL &&
      streek_import_task_get_state (self->task) == STREEK_IMPORT_TASK_COMMITTING)
    return TRUE;

  return GTK_WINDOW_CLASS (streek_import_window_parent_class)->close_request (window);
}

static void
streek_import_window_dispose (GObject *object)
{
  StreekImportWindow *self = STREEK_IMPORT_WINDOW (object);

  if (self->task != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->task, self);
      if (streek_import_task_is_busy (self->task))
        streek_import_task_stop (self->task);
    }
  g_clear_object (&self->task);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_import_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, file_page);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, questions_page);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, indicators_page);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, changes_stack);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, partial_check);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, areas_button);
  gtk_widget_class_bind_template_child (widget_class, StreekImportWindow, places_button);
}

static void
streek_import_window_class_init (StreekImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_import_window_close_request;

  /**
   * StreekImportWindow::imported:
   * @outcome: what happened, a sentence
   * @indicator: (nullable): code of one that got figures
   */
  signals[SIGNAL_IMPORTED] =
    g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (STREEK_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (STREEK_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (STREEK_TYPE_IMPORT_INDICATORS_PAGE);
  g_type_ensure (STREEK_TYPE_IMPORT_MAP_VIEW);
  g_type_ensure (STREEK_TYPE_IMPORT_QUESTIONS_PAGE);
  g_type_ensure (STREEK_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_step_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "import.read-again", NULL, read_again);
  gtk_widget_class_install_action (widget_class, "import.areas", NULL, import_areas);
  gtk_widget_class_install_action (widget_class, "import.places", NULL, import_places);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_import_window_init (StreekImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_STEPS; i++)
    add_step (self, i);

  streek_focus_make_one_stop (self->steps);
  gtk_list_box_select_row (self->steps, gtk_list_box_get_row_at_index (self->steps, 0));
}

GtkWidget *
streek_import_window_new (GtkWindow *parent,
                          StreekContext *context,
                          const char *path,
                          const char *hint)
{
  StreekImportWindow *self =
    g_object_new (STREEK_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  adw_window_title_set_subtitle (self->window_title, name);
  self->context = g_object_ref (context);
  self->task = streek_import_task_new (streek_context_get_workspace (context), path, hint);
  streek_import_file_page_set_task (self->file_page, self->task);
  streek_import_columns_page_set_task (self->columns_page, context, self->task);
  streek_import_questions_page_set_task (self->questions_page, context, self->task);
  streek_import_indicators_page_set_task (self->indicators_page, context, self->task);
  g_signal_connect_object (self->task, "changed", G_CALLBACK (on_task_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->task, "progress", G_CALLBACK (on_progress_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
