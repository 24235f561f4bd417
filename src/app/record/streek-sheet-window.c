/* streek-sheet-window.c: a spreadsheet on its way in: what its columns are, what would become of it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-sheet-window.h"

#include "record/streek-record-command.h"
#include "record/streek-record-lines.h"
#include "record/streek-sheet-preview.h"

#include <glib/gi18n.h>
#include <string.h>

#define TICK_MS 100
/* A row of a column is a list to choose from, which takes the main loop some milliseconds. */
#define ROWS_AT_ONCE 3
#define MAX_SAMPLE 50
/* A column of which nothing stands in so many rows says nothing. */
#define SAMPLE_ROWS 2000

typedef struct
{
  GtkBox *columns_page;
  AdwPreferencesGroup *columns_group;
  GtkStack *stack;
  GtkStackPage *found_page;
  StreekSheetPreview *found;
  StreekSheetPreview *result;
  GtkLabel *sentence;
  GtkProgressBar *progress;

  StreekRecordBook *book;
  gpointer sheet;            /* NULL while a worker has it */
  StreekSheetSeen *seen;     /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the reading that is under way */
  gint *permille;            /* of it; lent by its job */
  guint tick_id;
  guint rows_id;     /* source that adds rows, 0: none */
  GPtrArray *combos; /* AdwComboRow, borrowed, of the first columns */
  GStrv roles;       /* (nullable): what a person left them at */
  GListModel *labels;
  int last; /* column that was changed last; -1: none */
  gboolean is_due;
  gboolean is_guessing; /* columns are guessed anew with what is due */
  gboolean is_filling;
  gboolean is_gone;
} StreekSheetWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StreekSheetWindow,
                                     streek_sheet_window,
                                     STREEK_TYPE_EDIT_WINDOW)

static StreekSheetWindowPrivate *
get_private (StreekSheetWindow *self)
{
  return streek_sheet_window_get_instance_private (self);
}

/* Reading */

typedef struct
{
  const StreekSheetWindowClass *klass; /* lives as long as the program */
  gpointer sheet;
  gpointer choices;
  GStrv roles; /* (nullable) */
  int last;
  StreekRecordView *view;
  gint permille;
  StreekSheetSeen *seen;
  GError *error; /* (nullable) */
} ReadJob;

static void
free_seen (const StreekSheetWindowClass *klass, StreekSheetSeen *seen)
{
  if (seen == NULL)
    return;

  g_clear_pointer (&seen->result, klass->free_result);
  g_clear_pointer (&seen->lines, g_ptr_array_unref);
  g_clear_pointer (&seen->found, g_ptr_array_unref);
  g_strfreev (seen->headers);
  g_strfreev (seen->samples);
  g_strfreev (seen->roles);
  g_strfreev (seen->role_ids);
  g_strfreev (seen->role_labels);
  g_free (seen->words);
  g_free (seen);
}

static void
free_job (gpointer data)
{
  ReadJob *job = data;

  g_clear_pointer (&job->sheet, job->klass->free_sheet);
  g_clear_pointer (&job->choices, job->klass->free_choices);
  free_seen (job->klass, g_steal_pointer (&job->seen));
  g_clear_pointer (&job->view, streek_record_view_unref);
  g_clear_error (&job->error);
  g_strfreev (job->roles);
  g_free (job);
}

static void
do_nothing_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  free_job (data);
  g_task_return_boolean (task, TRUE);
}

/* Twenty thousand rows take the main loop too long even to be forgotten. @job: (transfer full) */
static void
forget_job (ReadJob *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, do_nothing_in_thread);
}

/* What the window has and does not need any more. */
static void
forget (StreekSheetWindow *self, gboolean with_sheet)
{
  StreekSheetWindowPrivate *priv = get_private (self);

  if (priv->seen == NULL && (priv->sheet == NULL || !with_sheet))
    return;

  ReadJob *job = g_new0 (ReadJob, 1);

  job->klass = STREEK_SHEET_WINDOW_GET_CLASS (self);
  job->seen = g_steal_pointer (&priv->seen);
  if (with_sheet)
    job->sheet = g_steal_pointer (&priv->sheet);
  forget_job (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadJob *job = data;

  job->klass->read (job->sheet, job->choices, (const char *const *) job->roles, job->last,
                    job->view, &job->permille, job->seen, cancellable, &job->error);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  StreekSheetWindowPrivate *priv = get_private (user_data);

  gtk_widget_set_opacity (GTK_WIDGET (priv->progress), 1);
  gtk_progress_bar_set_fraction (priv->progress, g_atomic_int_get (priv->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

/* Columns */

static guint
find_role (const StreekSheetSeen *seen, const char *id)
{
  for (guint i = 0; seen->role_ids[i] != NULL; i++)
    if (strcmp (seen->role_ids[i], id) == 0)
      return i;

  return 0;
}

static void
on_selected_cb (AdwComboRow *row, GParamSpec *pspec, StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  guint column, selected = adw_combo_row_get_selected (row);

  if (priv->is_filling || priv->seen == NULL || !g_ptr_array_find (priv->combos, row, &column) ||
      selected >= g_strv_length (priv->seen->role_ids))
    return;

  g_free (priv->roles[column]);
  priv->roles[column] = g_strdup (priv->seen->role_ids[selected]);
  priv->last = (int) column;
  streek_sheet_window_read_again (self);
}

static void
add_column (StreekSheetWindow *self, guint column)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), priv->seen->headers[column]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), priv->seen->samples[column]);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), priv->labels);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_role (priv->seen, priv->roles[column]));
  adw_preferences_group_add (priv->columns_group, row);
  g_ptr_array_add (priv->combos, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, 0);
}

static gboolean
add_rows_cb (gpointer user_data)
{
  StreekSheetWindow *self = user_data;
  StreekSheetWindowPrivate *priv = get_private (self);

  for (guint i = 0; i < ROWS_AT_ONCE && priv->roles[priv->combos->len] != NULL; i++)
    add_column (self, priv->combos->len);

  if (priv->roles[priv->combos->len] != NULL)
    return G_SOURCE_CONTINUE;

  priv->rows_id = 0;

  return G_SOURCE_REMOVE;
}

static void
fill_columns (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->rows_id, g_source_remove);
  for (guint i = 0; i < priv->combos->len; i++)
    adw_preferences_group_remove (priv->columns_group, priv->combos->pdata[i]);
  g_ptr_array_set_size (priv->combos, 0);
  g_clear_object (&priv->labels);
  priv->labels = G_LIST_MODEL (gtk_string_list_new ((const char *const *) priv->seen->role_labels));
  priv->rows_id = g_idle_add (add_rows_cb, self);
}

/* A role goes from one column to another. */
static void
update_columns (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);

  priv->is_filling = TRUE;
  for (guint i = 0; i < priv->combos->len; i++)
    {
      guint position = find_role (priv->seen, priv->roles[i]);

      if (adw_combo_row_get_selected (priv->combos->pdata[i]) != position)
        adw_combo_row_set_selected (priv->combos->pdata[i], position);
    }
  priv->is_filling = FALSE;
}

/* Showing */

static void
show_found (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  guint n = priv->seen->found != NULL ? priv->seen->found->len : 0;
  /* Translators: a page with what was found in a file, and how many lines it has. */
  g_autofree char *title = n > 0 ? g_strdup_printf (_ ("Found (%u)"), n) : g_strdup (_ ("Found"));

  gtk_stack_page_set_title (priv->found_page, title);
  gtk_stack_page_set_needs_attention (
    priv->found_page, n > 0 && ((const StreekRecordLine *) priv->seen->found->pdata[0])->is_fault);
  streek_sheet_preview_show (priv->found, priv->seen->found);
}

static void
show_seen (StreekSheetWindow *self, const GError *error)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  const StreekSheetSeen *seen = priv->seen;

  if (seen->roles != NULL)
    {
      gboolean is_new = priv->roles == NULL;

      g_strfreev (priv->roles);
      priv->roles = g_strdupv (seen->roles);
      if (is_new)
        fill_columns (self);
      else
        update_columns (self);
    }

  show_found (self);
  streek_sheet_preview_show (priv->result, seen->lines);
  gtk_label_set_label (priv->sentence, error != NULL ? error->message : seen->words);
  STREEK_SHEET_WINDOW_GET_CLASS (self)->show (self, seen);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), error == NULL && seen->can_write);
}

static void
end_reading (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->tick_id, g_source_remove);
  g_clear_object (&priv->cancellable);
  priv->permille = NULL;
  gtk_widget_set_opacity (GTK_WIDGET (priv->progress), 0);
}

static void begin_reading (StreekSheetWindow *self);

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekSheetWindow) self = user_data; /* the reference taken when it began */
  StreekSheetWindowPrivate *priv = get_private (self);
  ReadJob *job = g_task_get_task_data (G_TASK (result));

  if (priv->is_gone)
    {
      forget_job (job);
      return;
    }

  end_reading (self);
  priv->sheet = g_steal_pointer (&job->sheet);
  if (!priv->is_due)
    {
      forget (self, FALSE);
      priv->seen = g_steal_pointer (&job->seen);
      show_seen (self, job->error);
    }
  forget_job (job);
  if (priv->is_due)
    begin_reading (self);
}

static void
begin_reading (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  const StreekSheetWindowClass *klass = STREEK_SHEET_WINDOW_GET_CLASS (self);
  StreekRecordView *view = streek_record_book_get_view (priv->book);

  priv->is_due = FALSE;
  if (view == NULL)
    return;

  ReadJob *job = g_new0 (ReadJob, 1);

  priv->cancellable = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (NULL, priv->cancellable, on_read_cb, g_object_ref (self));

  if (priv->is_guessing)
    g_clear_pointer (&priv->roles, g_strfreev);
  priv->is_guessing = FALSE;
  job->klass = klass;
  job->choices = klass->choose (self);
  job->roles = g_strdupv (priv->roles);
  job->last = priv->last;
  job->sheet = g_steal_pointer (&priv->sheet);
  job->view = streek_record_view_ref (view);
  job->seen = g_new0 (StreekSheetSeen, 1);
  priv->permille = &job->permille;
  priv->tick_id = g_timeout_add (TICK_MS, on_tick_cb, self);
  /* the job outlives the task: it goes in a thread of its own */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, read_in_thread);
}

void
streek_sheet_window_read_again (StreekSheetWindow *self)
{
  g_return_if_fail (STREEK_IS_SHEET_WINDOW (self));

  StreekSheetWindowPrivate *priv = get_private (self);

  if (priv->is_filling || priv->book == NULL)
    return;

  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), FALSE);
  if (priv->sheet != NULL)
    begin_reading (self);
  else
    {
      priv->is_due = TRUE;
      g_cancellable_cancel (priv->cancellable);
    }
}

void
streek_sheet_window_guess_again (StreekSheetWindow *self)
{
  g_return_if_fail (STREEK_IS_SHEET_WINDOW (self));

  get_private (self)->is_guessing = TRUE;
  streek_sheet_window_read_again (self);
}

void
streek_sheet_window_start (StreekSheetWindow *self, StreekRecordBook *book, gpointer sheet)
{
  g_return_if_fail (STREEK_IS_SHEET_WINDOW (self) && STREEK_IS_RECORD_BOOK (book));

  StreekSheetWindowPrivate *priv = get_private (self);

  priv->book = g_object_ref (book);
  priv->sheet = sheet;
  streek_sheet_window_read_again (self);
}

StreekRecordBook *
streek_sheet_window_get_book (StreekSheetWindow *self)
{
  return get_private (self)->book;
}

const StreekSheetSeen *
streek_sheet_window_get_seen (StreekSheetWindow *self)
{
  return get_private (self)->seen;
}

gpointer
streek_sheet_window_get_sheet (StreekSheetWindow *self)
{
  return get_private (self)->sheet;
}

const char *const *
streek_sheet_window_get_roles (StreekSheetWindow *self)
{
  return (const char *const *) get_private (self)->roles;
}

/* Taking it in */

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekSheetWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  if (streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error))
    {
      streek_record_command_tell (GTK_WIDGET (self),
                                  gtk_label_get_label (get_private (self)->sentence));
      STREEK_SHEET_WINDOW_GET_CLASS (self)->written (self);
    }
  else
    streek_sheet_window_read_again (self);
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static void
streek_sheet_window_save (StreekEditWindow *window)
{
  StreekSheetWindow *self = STREEK_SHEET_WINDOW (window);
  StreekSheetWindowPrivate *priv = get_private (self);
  const StreekSheetWindowClass *klass = STREEK_SHEET_WINDOW_GET_CLASS (self);

  if (priv->sheet == NULL || priv->seen == NULL || priv->seen->result == NULL)
    return;

  StreekContext *context = streek_record_book_get_context (priv->book);
  g_autofree char *title = NULL;
  const char *message = klass->name_command (self, &title);
  StreekRecordPaste *paste = klass->get_paste (priv->seen->result);

  streek_edits_write_records_async (
    streek_context_get_workspace (context), g_steal_pointer (&paste->changes), message,
    g_variant_new ("(s)", title), NULL, on_written_cb, streek_edit_window_hold (window));
}

static void
streek_sheet_window_update (StreekEditWindow *window)
{
}

/* The window */

static void
streek_sheet_window_dispose (GObject *object)
{
  StreekSheetWindow *self = STREEK_SHEET_WINDOW (object);
  StreekSheetWindowPrivate *priv = get_private (self);

  priv->is_gone = TRUE;
  g_clear_handle_id (&priv->tick_id, g_source_remove);
  g_clear_handle_id (&priv->rows_id, g_source_remove);
  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  forget (self, TRUE);
  g_clear_object (&priv->book);
  g_clear_object (&priv->labels);

  G_OBJECT_CLASS (streek_sheet_window_parent_class)->dispose (object);
}

static void
streek_sheet_window_finalize (GObject *object)
{
  StreekSheetWindowPrivate *priv = get_private (STREEK_SHEET_WINDOW (object));

  g_clear_pointer (&priv->combos, g_ptr_array_unref);
  g_clear_pointer (&priv->roles, g_strfreev);

  G_OBJECT_CLASS (streek_sheet_window_parent_class)->finalize (object);
}

static void
written (StreekSheetWindow *self)
{
}

static void
show (StreekSheetWindow *self, const StreekSheetSeen *seen)
{
}

static void
streek_sheet_window_class_init (StreekSheetWindowClass *klass)
{
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_sheet_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_sheet_window_finalize;
  edit_class->save = streek_sheet_window_save;
  edit_class->update = streek_sheet_window_update;
  klass->written = written;
  klass->show = show;
}

static void
add_foot (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  GtkWidget *label = gtk_label_new (_ ("The file is read…"));
  GtkWidget *bar = gtk_progress_bar_new ();

  priv->sentence = GTK_LABEL (label);
  priv->progress = GTK_PROGRESS_BAR (bar);
  gtk_label_set_wrap (priv->sentence, TRUE);
  gtk_label_set_xalign (priv->sentence, 0);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  /* it keeps its place, or the window would jump */
  gtk_widget_add_css_class (bar, "osd");
  gtk_widget_set_opacity (bar, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How far the file is read"), -1);
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self), bar);
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self), label);
}

static void
streek_sheet_window_init (StreekSheetWindow *self)
{
  StreekSheetWindowPrivate *priv = get_private (self);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();

  priv->combos = g_ptr_array_new ();
  priv->last = -1;
  priv->columns_page = GTK_BOX (page);
  priv->columns_group = ADW_PREFERENCES_GROUP (group);
  priv->stack = GTK_STACK (stack);
  priv->found = STREEK_SHEET_PREVIEW (streek_sheet_preview_new (
    _ ("What was found"), _ ("There is nothing to be told of the rows.")));
  priv->result = STREEK_SHEET_PREVIEW (
    streek_sheet_preview_new (_ ("What becomes of it"), _ ("No row can be taken in yet.")));
  adw_preferences_group_set_title (priv->columns_group, _ ("What the Columns Are"));
  gtk_box_append (priv->columns_page, group);
  gtk_stack_set_vhomogeneous (priv->stack, FALSE);
  gtk_stack_set_hhomogeneous (priv->stack, FALSE); /* nobody measures a page that is not seen */
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_add_titled (priv->stack, page, "columns", _ ("Columns"));
  priv->found_page =
    gtk_stack_add_titled (priv->stack, GTK_WIDGET (priv->found), "found", _ ("Found"));
  gtk_stack_add_titled (priv->stack, GTK_WIDGET (priv->result), "result", _ ("Result"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), priv->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show"), -1);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), switcher);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), stack);
  add_foot (self);
  streek_edit_window_set_save_label (STREEK_EDIT_WINDOW (self), _ ("_Take In"));
}

GtkStackPage *
streek_sheet_window_add_page (StreekSheetWindow *self, GtkWidget *child, const char *title)
{
  g_return_val_if_fail (STREEK_IS_SHEET_WINDOW (self), NULL);

  StreekSheetWindowPrivate *priv = get_private (self);

  /* what it was found from, what was found, what becomes of it */
  g_object_ref (priv->found);
  g_object_ref (priv->result);
  gtk_stack_remove (priv->stack, GTK_WIDGET (priv->found));
  gtk_stack_remove (priv->stack, GTK_WIDGET (priv->result));

  GtkStackPage *page = gtk_stack_add_titled (priv->stack, child, "more", title);

  priv->found_page =
    gtk_stack_add_titled (priv->stack, GTK_WIDGET (priv->found), "found", _ ("Found"));
  gtk_stack_add_titled (priv->stack, GTK_WIDGET (priv->result), "result", _ ("Result"));
  g_object_unref (priv->found);
  g_object_unref (priv->result);

  return page;
}

void
streek_sheet_window_add_to_columns (StreekSheetWindow *self, GtkWidget *child, gboolean above)
{
  g_return_if_fail (STREEK_IS_SHEET_WINDOW (self) && GTK_IS_WIDGET (child));

  StreekSheetWindowPrivate *priv = get_private (self);

  if (above)
    gtk_box_insert_child_after (priv->columns_page, child,
                                gtk_widget_get_prev_sibling (GTK_WIDGET (priv->columns_group)));
  else
    gtk_box_append (priv->columns_page, child);
}

void
streek_sheet_window_set_columns_head (StreekSheetWindow *self,
                                      GtkWidget *suffix,
                                      const char *description)
{
  g_return_if_fail (STREEK_IS_SHEET_WINDOW (self));

  StreekSheetWindowPrivate *priv = get_private (self);
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (suffix != NULL)
    adw_preferences_group_set_header_suffix (priv->columns_group, suffix);
  adw_preferences_group_set_description (priv->columns_group, escaped);
}

GtkWidget *
streek_sheet_window_add_control (AdwPreferencesGroup *group,
                                 GtkWidget *control,
                                 const char *title,
                                 const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (group, row);

  return control;
}

GtkSwitch *
streek_sheet_window_add_switch (StreekSheetWindow *self,
                                AdwPreferencesGroup *group,
                                const char *title,
                                const char *subtitle)
{
  GtkWidget *toggle = streek_sheet_window_add_control (group, gtk_switch_new (), title, subtitle);

  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (streek_sheet_window_read_again),
                           self, G_CONNECT_SWAPPED);

  return GTK_SWITCH (toggle);
}

void
streek_sheet_window_set_roles (
  gpointer sheet, guint n_columns, const char *const *roles, int last, StreekSheetSetFunc set)
{
  g_return_if_fail (roles != NULL && set != NULL);

  guint n = MIN (g_strv_length ((GStrv) roles), n_columns);

  for (guint i = 0; i < n; i++)
    set (sheet, i, "");
  for (guint i = 0; i < n; i++)
    if ((int) i != last)
      set (sheet, i, roles[i]);
  if (last >= 0 && last < (int) n)
    set (sheet, (guint) last, roles[last]);
}

/* "Kortrijk, Menen, Waregem" */
static char *
dup_sample (const StreekGrid *grid, guint first_row, guint column)
{
  GString *words = g_string_new (NULL);
  guint n = 0, last = MIN (grid->rows->len, first_row + SAMPLE_ROWS);

  for (guint i = first_row; i < last && n < 3; i++)
    {
      const char *text = streek_grid_get (grid, i, column);
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
      glong length = g_utf8_strlen (line, -1);
      g_autofree char *start = g_utf8_substring (line, 0, MIN (length, MAX_SAMPLE));

      if (*text != '\0')
        g_string_append_printf (words, "%s%s%s", n++ > 0 ? ", " : "", g_strchomp (start),
                                length > MAX_SAMPLE ? "…" : "");
    }

  return g_string_free (words, FALSE);
}

void
streek_sheet_window_tell_columns (StreekSheetSeen *seen,
                                  gconstpointer sheet,
                                  GStrv headers,
                                  const StreekGrid *grid,
                                  guint first_row,
                                  StreekSheetGetFunc get)
{
  g_return_if_fail (seen != NULL && headers != NULL && grid != NULL && get != NULL);

  g_autoptr (GStrvBuilder) samples = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();

  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *sample = dup_sample (grid, first_row, i);

      g_strv_builder_add (samples, sample);
      g_strv_builder_add (roles, get (sheet, i));
    }

  seen->headers = g_strdupv (headers);
  seen->samples = g_strv_builder_end (samples);
  seen->roles = g_strv_builder_end (roles);
}
