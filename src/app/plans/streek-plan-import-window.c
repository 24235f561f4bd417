/* streek-plan-import-window.c: a whole plan from a spreadsheet, looked at before it is taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-import-window.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-import.h"
#include "plans/streek-plan-import-questions.h"
#include "plans/streek-plan-import-tree.h"
#include "record/streek-record-command.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StreekPlanImportWindow
{
  StreekEditWindow parent_instance;

  AdwComboRow *plan_row;
  AdwEntryRow *title_row;
  AdwComboRow *sheet_row;
  GtkSpinButton *header_spin;
  GtkStack *stack;
  GtkStackPage *questions_page;
  AdwPreferencesGroup *columns_group;
  GPtrArray *combos; /* AdwComboRow, borrowed, of each column */
  StreekPlanImportQuestions *questions;
  StreekPlanImportTree *tree;
  GtkSwitch *codes_switch;
  GtkSwitch *empty_switch;
  GtkLabel *sentence;

  StreekRecordBook *book;
  GArray *pacts;            /* gint64, in the order of the list; the last is a new one */
  GPtrArray *roles;         /* StreekPlanRole, in the order of the list */
  StreekPlanSheet *sheet;   /* NULL while a worker has it */
  StreekPlanImport *import; /* (nullable): what would become of it */
  gboolean is_due;          /* something else is asked meanwhile */
  gboolean is_new_sheet;    /* what is asked are other columns */
  gboolean is_filling;
  gboolean is_gone;
};

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekPlanImportWindow, streek_plan_import_window, STREEK_TYPE_EDIT_WINDOW)

static void read_again (StreekPlanImportWindow *self);

/* What would become of it */

typedef struct
{
  StreekPlanSheet *sheet;
  StreekRecordView *view;
  StreekPlanImport *import; /* (nullable) */
  GError *error;
} ReadJob;

static void
free_read_job (gpointer data)
{
  ReadJob *job = data;

  g_clear_pointer (&job->sheet, streek_plan_sheet_free);
  g_clear_pointer (&job->import, streek_plan_import_free);
  g_clear_error (&job->error);
  streek_record_view_unref (job->view);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadJob *job = data;

  job->import = streek_plan_import_read (job->sheet, job->view, NULL, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
show_import (StreekPlanImportWindow *self, const ReadJob *job)
{
  g_autofree char *words = self->import != NULL ? streek_plan_import_describe (self->import)
                                                : g_strdup (job->error->message);

  if (self->import != NULL)
    streek_plan_import_questions_add (self->questions, self->import->paste->questions);

  guint n_open = streek_plan_import_questions_count_open (self->questions);
  /* Translators: a page with questions, and how many are not answered yet. */
  g_autofree char *title =
    n_open > 0 ? g_strdup_printf (_ ("Questions (%u)"), n_open) : g_strdup (_ ("Questions"));

  gtk_stack_page_set_title (self->questions_page, title);
  gtk_stack_page_set_needs_attention (self->questions_page, n_open > 0);
  streek_plan_import_tree_show (self->tree, self->import, job->view);
  gtk_label_set_label (self->sentence, words);
  streek_edit_window_set_ready (
    STREEK_EDIT_WINDOW (self), self->import != NULL && streek_plan_import_can_write (self->import));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlanImportWindow) self = user_data; /* the reference taken when it began */
  ReadJob *job = g_task_get_task_data (G_TASK (result));

  if (self->is_gone)
    return;

  self->sheet = g_steal_pointer (&job->sheet);
  g_clear_pointer (&self->import, streek_plan_import_free);
  self->import = g_steal_pointer (&job->import);
  if (self->is_due)
    read_again (self);
  else
    show_import (self, job);
}

static gint64
get_pact (StreekPlanImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->plan_row);

  return selected < self->pacts->len ? g_array_index (self->pacts, gint64, selected) : 0;
}

static void
apply_roles (StreekPlanImportWindow *self)
{
  for (guint i = 0; i < self->combos->len; i++)
    streek_plan_sheet_set_role (self->sheet, i, STREEK_PLAN_ROLE_NONE);
  for (guint i = 0; i < self->combos->len; i++)
    {
      guint selected = adw_combo_row_get_selected (self->combos->pdata[i]);

      if (selected < self->roles->len)
        streek_plan_sheet_set_role (self->sheet, i,
                                    ((const StreekPlanRole *) self->roles->pdata[selected])->id);
    }
}

static void fill_columns (StreekPlanImportWindow *self, const StreekRecords *records);

/* What the person chose, for the sheet that is at hand again. */
static void
apply_choices (StreekPlanImportWindow *self, const StreekRecords *records)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  if (self->is_new_sheet)
    {
      guint number = adw_combo_row_get_selected (self->sheet_row);
      int header = gtk_spin_button_get_value_as_int (self->header_spin) - 1;
      gboolean is_other = number != self->sheet->sheet && number < self->sheet->grids->len;

      self->sheet->pact = get_pact (self);
      if (is_other)
        streek_plan_sheet_set_sheet (self->sheet, records, number);
      else
        streek_plan_sheet_set_header (self->sheet, records, header, 0);
      streek_plan_import_questions_clear (self->questions);
      fill_columns (self, records);
      self->is_new_sheet = FALSE;
    }

  apply_roles (self);
  self->sheet->pact = get_pact (self);
  g_free (self->sheet->title);
  self->sheet->title = g_strstrip (g_strdup (title));
  self->sheet->splits_codes = gtk_switch_get_active (self->codes_switch);
  self->sheet->empties_fields = gtk_switch_get_active (self->empty_switch);
  streek_plan_import_questions_apply (self->questions, self->sheet->answers);
}

static void
read_again (StreekPlanImportWindow *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (self->is_filling)
    return;

  self->is_due = self->sheet == NULL;
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), FALSE);
  if (self->is_due || view == NULL)
    return;

  ReadJob *job = g_new0 (ReadJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_read_cb, g_object_ref (self));

  apply_choices (self, streek_record_view_get_records (view));
  job->sheet = g_steal_pointer (&self->sheet);
  job->view = streek_record_view_ref (view);
  g_task_set_task_data (task, job, free_read_job);
  g_task_run_in_thread (task, read_in_thread);
}

/* Another plan has other levels, another sheet other columns. */
static void
guess_again (StreekPlanImportWindow *self)
{
  if (self->is_filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->title_row), get_pact (self) == 0);
  self->is_new_sheet = TRUE;
  read_again (self);
}

/* Taking it in */

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekPlanImportWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  if (streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error))
    {
      streek_record_command_tell (GTK_WIDGET (self), gtk_label_get_label (self->sentence));
      g_signal_emit (self, signals[SIGNAL_TAKEN], 0, self->import->pact);
    }
  else
    read_again (self);
  streek_edit_window_end (STREEK_EDIT_WINDOW (self), error);
}

static char *
dup_plan_title (StreekPlanImportWindow *self)
{
  const StreekRecord *pact =
    streek_record_book_find (self->book, &streek_pact_kind, get_pact (self));

  return g_strdup (pact != NULL ? streek_record_get_text (pact, STREEK_PACT_TITLE)
                                : gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

static void
streek_plan_import_window_save (StreekEditWindow *window)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (window);
  StreekContext *context = streek_record_book_get_context (self->book);
  g_autofree char *title = dup_plan_title (self);

  if (self->import == NULL || self->sheet == NULL)
    return;

  streek_edits_write_records_async (streek_context_get_workspace (context),
                                    g_steal_pointer (&self->import->paste->changes),
                                    /* Translators: a command as undo names it; %s is a title. */
                                    N_ ("Take in the plan %s"), g_variant_new ("(s)", title), NULL,
                                    on_written_cb, streek_edit_window_hold (window));
  /* its changes are gone with the command */
  self->import->paste->changes = streek_record_changes_new ();
}

static void
streek_plan_import_window_update (StreekEditWindow *window)
{
}

/* What the columns are */

/* "Kortrijk, Menen, Waregem": what stands in a column, to recognise it by. */
static char *
dup_sample (const StreekPlanSheet *sheet, guint column)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = sheet->head.first_row; i < grid->rows->len && n < 3; i++)
    {
      const char *text = streek_grid_get (grid, i, column);
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
      g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), 50));

      if (*text != '\0')
        g_string_append_printf (words, "%s%s", n++ > 0 ? ", " : "", start);
    }

  return g_string_free (words, FALSE);
}

static guint
find_role (StreekPlanImportWindow *self, const char *id)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (strcmp (((const StreekPlanRole *) self->roles->pdata[i])->id, id) == 0)
      return i;

  return 0;
}

static void
add_column (StreekPlanImportWindow *self, GListModel *labels, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *sample = dup_sample (self->sheet, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), self->sheet->headers[column]);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), labels);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              find_role (self, streek_plan_sheet_get_role (self->sheet, column)));
  adw_preferences_group_add (self->columns_group, row);
  g_ptr_array_add (self->combos, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_columns (StreekPlanImportWindow *self, const StreekRecords *records)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  for (guint i = 0; i < self->combos->len; i++)
    adw_preferences_group_remove (self->columns_group, self->combos->pdata[i]);
  g_ptr_array_set_size (self->combos, 0);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  self->roles = streek_plan_sheet_list_roles (self->sheet, records);

  for (guint i = 0; i < self->roles->len; i++)
    gtk_string_list_append (labels, ((const StreekPlanRole *) self->roles->pdata[i])->label);
  for (guint i = 0; i < self->sheet->n_columns; i++)
    add_column (self, G_LIST_MODEL (labels), i);

  adw_combo_row_set_selected (self->sheet_row, self->sheet->sheet);
  gtk_spin_button_set_range (self->header_spin, 0,
                             streek_plan_sheet_get_grid (self->sheet)->rows->len);
  gtk_spin_button_set_value (self->header_spin,
                             self->sheet->head.n_rows > 0 ? self->sheet->head.row + 1 : 0);
  self->is_filling = FALSE;
}

/* The form */

static GtkWidget *
add_suffix (AdwPreferencesGroup *group, GtkWidget *widget, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (group, row);

  return widget;
}

static GtkSwitch *
add_switch (StreekPlanImportWindow *self,
            AdwPreferencesGroup *group,
            const char *title,
            const char *subtitle)
{
  GtkWidget *toggle = add_suffix (group, gtk_switch_new (), title, subtitle);

  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);

  return GTK_SWITCH (toggle);
}

static void
add_plan_rows (StreekPlanImportWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->plan_row = ADW_COMBO_ROW (adw_combo_row_new ());
  self->title_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->sheet_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->plan_row), _ ("Plan"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row),
                                 _ ("Title of the New Plan"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sheet_row), _ ("Sheet"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->plan_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->title_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->sheet_row));
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), group);
}

static GtkWidget *
new_columns_page (StreekPlanImportWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *columns = adw_preferences_group_new ();
  GtkWidget *how = adw_preferences_group_new ();

  self->columns_group = ADW_PREFERENCES_GROUP (columns);
  adw_preferences_group_set_title (self->columns_group, _ ("What the Columns Are"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (how), _ ("How"));
  self->header_spin = GTK_SPIN_BUTTON (
    add_suffix (ADW_PREFERENCES_GROUP (how), gtk_spin_button_new_with_range (0, 1, 1),
                _ ("Row with the Heads of the Columns"), _ ("0 where there is none")));
  self->codes_switch = add_switch (self, ADW_PREFERENCES_GROUP (how), _ ("Take Codes from Titles"),
                                   _ ("“1.2 Netwerk” is the code 1.2 and the title Netwerk"));
  self->empty_switch =
    add_switch (self, ADW_PREFERENCES_GROUP (how), _ ("Empty Cells Empty a Field"),
                _ ("Otherwise they leave it as it is"));
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (box), how);

  return box;
}

static void
add_pages (StreekPlanImportWindow *self)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (stack);
  self->tree = STREEK_PLAN_IMPORT_TREE (streek_plan_import_tree_new ());
  self->questions = STREEK_PLAN_IMPORT_QUESTIONS (streek_plan_import_questions_new (self->book));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_titled (self->stack, new_columns_page (self), "columns", _ ("Columns"));
  self->questions_page =
    gtk_stack_add_titled (self->stack, GTK_WIDGET (self->questions), "questions", _ ("Questions"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->tree), "result", _ ("Result"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show"), -1);
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), switcher);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), stack);
}

static void
add_sentence (StreekPlanImportWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->sentence = GTK_LABEL (label);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self),
                               gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self), label);
}

static int
compare_pacts (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;

  return g_utf8_collate (streek_record_get_text (first, STREEK_PACT_TITLE),
                         streek_record_get_text (second, STREEK_PACT_TITLE));
}

static void
list_pacts (StreekPlanImportWindow *self, const StreekRecords *records, gint64 chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gint64 none = 0;
  guint n, position;
  const StreekRecord *const *pacts = streek_records_list (records, &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) pacts[i]);
  g_ptr_array_sort (sorted, compare_pacts);
  position = n;

  for (guint i = 0; i < n; i++)
    {
      gint64 id = streek_record_get_id (sorted->pdata[i]);

      if (id == chosen)
        position = i;
      g_array_append_val (self->pacts, id);
      gtk_string_list_append (titles, streek_record_get_text (sorted->pdata[i], STREEK_PACT_TITLE));
    }

  g_array_append_val (self->pacts, none);
  gtk_string_list_append (titles, _ ("A New Plan"));
  adw_combo_row_set_model (self->plan_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->plan_row, position);
}

static void
list_sheets (StreekPlanImportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->sheet->names->len; i++)
    gtk_string_list_append (names, self->sheet->names->pdata[i]);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), self->sheet->names->len > 1);
}

static void
streek_plan_import_window_dispose (GObject *object)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (object);

  self->is_gone = TRUE;
  g_clear_object (&self->book);
  g_clear_pointer (&self->sheet, streek_plan_sheet_free);
  g_clear_pointer (&self->import, streek_plan_import_free);

  G_OBJECT_CLASS (streek_plan_import_window_parent_class)->dispose (object);
}

static void
streek_plan_import_window_finalize (GObject *object)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (object);

  g_clear_pointer (&self->combos, g_ptr_array_unref);
  g_clear_pointer (&self->pacts, g_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_plan_import_window_parent_class)->finalize (object);
}

static void
streek_plan_import_window_class_init (StreekPlanImportWindowClass *klass)
{
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_plan_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_plan_import_window_finalize;
  edit_class->save = streek_plan_import_window_save;
  edit_class->update = streek_plan_import_window_update;

  signals[SIGNAL_TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
streek_plan_import_window_init (StreekPlanImportWindow *self)
{
  self->combos = g_ptr_array_new ();
  self->pacts = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
connect_rows (StreekPlanImportWindow *self)
{
  g_signal_connect_object (self->plan_row, "notify::selected", G_CALLBACK (guess_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_row, "notify::selected", G_CALLBACK (guess_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header_spin, "value-changed", G_CALLBACK (guess_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_row, "changed", G_CALLBACK (read_again), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
streek_plan_import_window_new (
  GtkWindow *parent, StreekRecordBook *book, StreekPlanSheet *sheet, gint64 pact, const char *title)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && sheet != NULL, NULL);

  StreekPlanImportWindow *self = g_object_new (
    STREEK_TYPE_PLAN_IMPORT_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
    TRUE, "title", _ ("Import Plan"), "default-width", 680, "default-height", 560, NULL);
  const StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (book));

  self->book = g_object_ref (book);
  self->sheet = sheet;
  self->is_filling = TRUE;
  add_plan_rows (self);
  add_pages (self);
  add_sentence (self);
  streek_edit_window_set_save_label (STREEK_EDIT_WINDOW (self), _ ("_Take In"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  gtk_switch_set_active (self->codes_switch, sheet->splits_codes);
  list_pacts (self, records, pact);
  list_sheets (self);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), pact == 0);
  streek_plan_sheet_set_plan (sheet, records, pact, title);
  fill_columns (self, records);
  connect_rows (self);
  read_again (self);

  return GTK_WIDGET (self);
}
