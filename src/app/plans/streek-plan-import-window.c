/* streek-plan-import-window.c: a whole plan from a spreadsheet, looked at before it is taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-import-window.h"

#include "import/streek-import-profiles.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-import.h"
#include "plan/streek-plan-profile.h"
#include "plans/streek-plan-import-questions.h"
#include "workspace/streek-imports.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is looked for anew where columns are not known. */
typedef enum
{
  GUESS_ALL,
  GUESS_SHEET, /* it was chosen */
  GUESS_HEAD,  /* so was the row of its header */
  GUESS_TAKEN, /* a profile says it */
} Guess;

struct _StreekPlanImportWindow
{
  StreekSheetWindow parent_instance;

  AdwComboRow *plan_row;
  AdwEntryRow *title_row;
  AdwComboRow *sheet_row;
  GtkSwitch *parts_switch;
  GtkSpinButton *head_spin;
  GtkSpinButton *head_rows_spin;
  GtkStackPage *questions_page;
  StreekPlanImportQuestions *questions;
  GtkSwitch *codes_switch;
  GtkSwitch *empty_switch;

  StreekMapping *taken; /* (nullable): a profile from elsewhere, for the next reading */
  char *profile;        /* (nullable): the one that holds */
  char *profile_title;  /* (nullable) */
  GArray *pacts;        /* gint64, in the order of the list; the last is a new one */
  Guess guess;
  gboolean is_filling;
};

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void profiled_iface_init (StreekProfiledInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekPlanImportWindow,
                               streek_plan_import_window,
                               STREEK_TYPE_SHEET_WINDOW,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PROFILED, profiled_iface_init))

static StreekRecordBook *
get_book (StreekPlanImportWindow *self)
{
  return streek_sheet_window_get_book (STREEK_SHEET_WINDOW (self));
}

/* What a person chose */

typedef struct
{
  gint64 pact;
  char *title;
  Guess guess;
  guint sheet;
  int head_row;
  guint n_head_rows;
  gboolean leaves_parts;
  gboolean splits_codes;
  gboolean empties_fields;
  GHashTable *answers;
  StreekMapping *taken; /* (nullable) */
  StreekWorkspace *workspace;
} Choices;

static void
free_choices (gpointer data)
{
  Choices *choices = data;

  g_hash_table_unref (choices->answers);
  g_clear_pointer (&choices->taken, streek_mapping_free);
  g_object_unref (choices->workspace);
  g_free (choices->title);
  g_free (choices);
}

static gint64
get_pact (StreekPlanImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->plan_row);

  return selected < self->pacts->len ? g_array_index (self->pacts, gint64, selected) : 0;
}

static StreekWorkspace *
get_workspace (StreekProfiled *profiled)
{
  StreekContext *context =
    streek_record_book_get_context (get_book (STREEK_PLAN_IMPORT_WINDOW (profiled)));

  return streek_context_get_workspace (context);
}

/* @is_there: no worker has the sheet: its columns can be kept, or read otherwise */
static void
update_profiles (StreekPlanImportWindow *self, gboolean is_there)
{
  g_autofree char *words = self->profile_title != NULL
                             /* Translators: %s is the name of a profile. */
                             ? g_strdup_printf (_ ("As in the profile “%s”"), self->profile_title)
                             : NULL;

  streek_sheet_window_set_columns_head (STREEK_SHEET_WINDOW (self), NULL, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.save", is_there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.export", is_there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.import", is_there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profile.delete",
                                 is_there && self->profile != NULL);
}

static gpointer
choose (StreekSheetWindow *window)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (window);
  Choices *choices = g_new0 (Choices, 1);

  choices->pact = get_pact (self);
  choices->title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  choices->guess = self->guess;
  choices->sheet = adw_combo_row_get_selected (self->sheet_row);
  choices->head_row = gtk_spin_button_get_value_as_int (self->head_spin) - 1;
  choices->n_head_rows = (guint) gtk_spin_button_get_value_as_int (self->head_rows_spin);
  choices->leaves_parts = !gtk_switch_get_active (self->parts_switch);
  choices->splits_codes = gtk_switch_get_active (self->codes_switch);
  choices->empties_fields = gtk_switch_get_active (self->empty_switch);
  choices->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  streek_plan_import_questions_apply (self->questions, choices->answers);
  choices->taken = g_steal_pointer (&self->taken);
  choices->workspace = g_object_ref (get_workspace (STREEK_PROFILED (self)));
  update_profiles (self, FALSE);

  return choices;
}

/* In a worker */

/* By the profile that has all columns, else by their heads. */
static gboolean
guess_plan (StreekPlanSheet *sheet,
            const Choices *choices,
            const StreekRecords *records,
            GError **error)
{
  g_autoptr (GPtrArray) profiles =
    streek_imports_list_profiles (choices->workspace, STREEK_PROFILE_PLAN, error);

  streek_plan_sheet_set_plan (sheet, records, choices->pact, choices->title);
  if (profiles != NULL)
    streek_plan_profile_recognise (sheet, records, profiles);

  return profiles != NULL;
}

static gboolean
guess_columns (StreekPlanSheet *sheet,
               const Choices *choices,
               const StreekRecords *records,
               GError **error)
{
  if (choices->taken != NULL)
    return streek_plan_profile_apply (sheet, records, choices->taken, error);
  if (choices->guess == GUESS_ALL || choices->guess == GUESS_TAKEN)
    return guess_plan (sheet, choices, records, error);

  if (choices->guess == GUESS_SHEET && choices->sheet < sheet->grids->len)
    streek_plan_sheet_set_sheet (sheet, records, choices->sheet);
  else
    streek_plan_sheet_set_header (sheet, records, choices->head_row, choices->n_head_rows);

  return TRUE;
}

static gboolean
set_role (gpointer sheet, guint column, const char *role)
{
  return streek_plan_sheet_set_role (sheet, column, role);
}

static const char *
get_role (gconstpointer sheet, guint column)
{
  return streek_plan_sheet_get_role (sheet, column);
}

static void
apply_choices (StreekPlanSheet *sheet, const Choices *choices)
{
  GHashTableIter iter;
  gpointer key, answer;

  sheet->pact = choices->pact;
  g_free (sheet->title);
  sheet->title = g_strdup (choices->title);
  g_hash_table_iter_init (&iter, choices->answers);
  while (g_hash_table_iter_next (&iter, &key, &answer))
    g_hash_table_insert (sheet->answers, g_strdup (key), g_strdup (answer));
}

static void
tell_columns (const StreekPlanSheet *sheet, const StreekRecords *records, StreekSheetSeen *seen)
{
  g_autoptr (GPtrArray) roles = streek_plan_sheet_list_roles (sheet, records);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < roles->len; i++)
    {
      const StreekPlanRole *role = roles->pdata[i];

      g_strv_builder_add (ids, role->id);
      g_strv_builder_add (labels, role->label);
    }

  streek_sheet_window_tell_columns (seen, sheet, sheet->headers, streek_plan_sheet_get_grid (sheet),
                                    sheet->head.first_row, get_role);
  seen->role_ids = g_strv_builder_end (ids);
  seen->role_labels = g_strv_builder_end (labels);
}

static gboolean
read_sheet (gpointer data,
            gconstpointer chosen,
            const char *const *roles,
            int last,
            StreekRecordView *view,
            gint *permille,
            StreekSheetSeen *seen,
            GCancellable *cancellable,
            GError **error)
{
  StreekPlanSheet *sheet = data;
  const Choices *choices = chosen;
  const StreekRecords *records = streek_record_view_get_records (view);

  sheet->permille = permille;
  sheet->pact = choices->pact;
  sheet->leaves_parts = choices->leaves_parts;
  sheet->splits_codes = choices->splits_codes;
  sheet->empties_fields = choices->empties_fields;
  if (roles != NULL)
    {
      streek_sheet_window_set_roles (sheet, sheet->n_columns, roles, last, set_role);
      g_hash_table_remove_all (sheet->answers);
    }

  gboolean is_known = roles != NULL || guess_columns (sheet, choices, records, error);

  apply_choices (sheet, choices);
  tell_columns (sheet, records, seen);
  if (!is_known)
    return FALSE;

  StreekPlanImport *import = streek_plan_import_read (sheet, view, cancellable, error);

  sheet->permille = NULL;
  if (import == NULL)
    return FALSE;

  seen->result = import;
  seen->lines = streek_plan_import_list_lines (import, view, cancellable);
  seen->found = streek_plan_import_list_found (import);
  seen->words = streek_plan_import_describe (import);
  seen->can_write = streek_plan_import_can_write (import);

  return TRUE;
}

/* Showing */

static void
list_sheets (StreekPlanImportWindow *self, const StreekPlanSheet *sheet)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (adw_combo_row_get_model (self->sheet_row) != NULL)
    return;

  for (guint i = 0; i < sheet->names->len; i++)
    gtk_string_list_append (names, sheet->names->pdata[i]);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), sheet->names->len > 1);
}

/* Sheets that come in too, where the file was written here; and those that no one reads. */
static void
show_parts (StreekPlanImportWindow *self, const StreekPlanSheet *sheet)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self->parts_switch), ADW_TYPE_ACTION_ROW);
  g_autofree char *parts = streek_plan_sheet_dup_parts (sheet);
  g_autofree char *others = streek_plan_sheet_dup_others (sheet);
  /* Translators: %s is names of sheets of a file. */
  g_autofree char *note =
    others != NULL ? g_strdup_printf (_ ("Not read, of the same file: %s."), others) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->sheet_row), FALSE);
  gtk_widget_set_visible (row, parts != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), parts != NULL ? parts : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sheet_row), note != NULL ? note : "");
}

/* What was guessed is what the person can change. */
static void
show_guess (StreekPlanImportWindow *self)
{
  const StreekPlanSheet *sheet = streek_sheet_window_get_sheet (STREEK_SHEET_WINDOW (self));

  self->is_filling = TRUE;
  list_sheets (self, sheet);
  show_parts (self, sheet);
  adw_combo_row_set_selected (self->sheet_row, sheet->sheet);
  gtk_spin_button_set_range (self->head_spin, 0, streek_plan_sheet_get_grid (sheet)->rows->len);
  gtk_spin_button_set_value (self->head_spin, sheet->head.n_rows > 0 ? sheet->head.row + 1 : 0);
  gtk_spin_button_set_value (self->head_rows_spin, MAX (sheet->head.n_rows, 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->head_rows_spin), sheet->head.n_rows > 0);
  self->is_filling = FALSE;
}

/* What a profile says beside the columns is what the next reading goes by. */
static void
show_profile (StreekPlanImportWindow *self)
{
  const StreekPlanSheet *sheet = streek_sheet_window_get_sheet (STREEK_SHEET_WINDOW (self));

  if (sheet->profile != NULL && g_strcmp0 (sheet->profile, self->profile) != 0)
    {
      self->is_filling = TRUE;
      gtk_switch_set_active (self->codes_switch, sheet->splits_codes);
      gtk_switch_set_active (self->empty_switch, sheet->empties_fields);
      streek_plan_import_questions_know (self->questions, sheet->answers);
      self->is_filling = FALSE;
    }

  streek_mapping_set_text (&self->profile, sheet->profile);
  streek_mapping_set_text (&self->profile_title, sheet->profile_title);
  update_profiles (self, TRUE);
}

static void
show (StreekSheetWindow *window, const StreekSheetSeen *seen)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (window);
  const StreekPlanImport *import = seen->result;

  show_guess (self);
  show_profile (self);
  if (import != NULL)
    {
      g_autoptr (GPtrArray) questions = streek_plan_import_list_questions (import);

      streek_plan_import_questions_add (self->questions, questions);
    }

  guint n_open = streek_plan_import_questions_count_open (self->questions);
  /* Translators: a page with questions, and how many are not answered yet. */
  g_autofree char *title =
    n_open > 0 ? g_strdup_printf (_ ("Questions (%u)"), n_open) : g_strdup (_ ("Questions"));

  gtk_stack_page_set_title (self->questions_page, title);
  gtk_stack_page_set_needs_attention (self->questions_page, n_open > 0);
}

static void
guess_again (StreekPlanImportWindow *self, Guess guess)
{
  if (self->is_filling)
    return;

  self->guess = guess;
  streek_plan_import_questions_clear (self->questions);
  streek_sheet_window_guess_again (STREEK_SHEET_WINDOW (self));
}

/* Another plan has other levels. */
static void
on_plan_chosen_cb (StreekPlanImportWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), get_pact (self) == 0);
  guess_again (self, self->guess);
}

static void
on_sheet_chosen_cb (StreekPlanImportWindow *self)
{
  guess_again (self, GUESS_SHEET);
}

static void
on_head_changed_cb (StreekPlanImportWindow *self)
{
  guess_again (self, GUESS_HEAD);
}

static void
on_title_changed_cb (StreekPlanImportWindow *self)
{
  if (!self->is_filling)
    streek_sheet_window_read_again (STREEK_SHEET_WINDOW (self));
}

/* As who has a profile */

static const char *
get_profile (StreekProfiled *profiled, const char **title)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (profiled);

  *title = self->profile_title;

  return self->profile;
}

/* None comes with the program. */
static gboolean
is_own (StreekProfiled *profiled)
{
  return STREEK_PLAN_IMPORT_WINDOW (profiled)->profile != NULL;
}

static gboolean
has_sheet (StreekProfiled *profiled)
{
  return streek_sheet_window_get_sheet (STREEK_SHEET_WINDOW (profiled)) != NULL;
}

static StreekMapping *
make_profile (StreekProfiled *profiled, const char *name, const char *title)
{
  return streek_plan_profile_new (streek_sheet_window_get_sheet (STREEK_SHEET_WINDOW (profiled)),
                                  name, title);
}

static void
set_profile (StreekProfiled *profiled, const char *name, const char *title)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (profiled);
  StreekPlanSheet *sheet = streek_sheet_window_get_sheet (STREEK_SHEET_WINDOW (self));

  streek_mapping_set_text (&self->profile, name);
  streek_mapping_set_text (&self->profile_title, title);
  if (sheet != NULL)
    {
      streek_mapping_set_text (&sheet->profile, name);
      streek_mapping_set_text (&sheet->profile_title, title);
    }
  update_profiles (self, sheet != NULL);
}

static void
take_profile (StreekProfiled *profiled, const StreekMapping *profile)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (profiled);

  g_clear_pointer (&self->taken, streek_mapping_free);
  self->taken = streek_mapping_copy (profile);
  guess_again (self, GUESS_TAKEN);
}

static void
profiled_iface_init (StreekProfiledInterface *iface)
{
  iface->records = STREEK_PROFILE_PLAN;
  iface->get_workspace = get_workspace;
  iface->get_profile = get_profile;
  iface->is_own = is_own;
  iface->can_take = has_sheet;
  iface->can_make = has_sheet;
  iface->make_profile = make_profile;
  iface->set_profile = set_profile;
  iface->take_profile = take_profile;
}

static void
save_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_save (widget, STREEK_PROFILED (widget));
}

static void
delete_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_delete (widget, STREEK_PROFILED (widget));
}

static void
export_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_export (widget, STREEK_PROFILED (widget));
}

static void
import_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_import (widget, STREEK_PROFILED (widget));
}

static GtkWidget *
new_profile_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Save as Profile…"), "profile.save");
  g_menu_append (menu, _ ("_Delete Profile"), "profile.delete");
  g_menu_append (menu, _ ("_Write Profile to a File…"), "profile.export");
  g_menu_append (menu, _ ("_Read Profile from a File…"), "profile.import");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Profile"));
  gtk_widget_set_tooltip_text (button, _ ("Profiles"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Profiles"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* Taking it in */

static StreekRecordPaste *
get_paste (gpointer result)
{
  return ((StreekPlanImport *) result)->paste;
}

static const char *
name_command (StreekSheetWindow *window, char **title)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (window);
  const StreekRecord *pact =
    streek_record_book_find (get_book (self), &streek_pact_kind, get_pact (self));

  *title = g_strdup (pact != NULL ? streek_record_get_text (pact, STREEK_PACT_TITLE)
                                  : gtk_editable_get_text (GTK_EDITABLE (self->title_row)));

  /* Translators: a command as undo names it; %s is a title. */
  return N_ ("Take in the plan %s");
}

static void
written (StreekSheetWindow *window)
{
  const StreekPlanImport *import = streek_sheet_window_get_seen (window)->result;

  g_signal_emit (window, signals[SIGNAL_TAKEN], 0, import->pact);
}

/* The form */

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
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->plan_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->title_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->sheet_row));
  self->parts_switch =
    streek_sheet_window_add_switch (STREEK_SHEET_WINDOW (self), ADW_PREFERENCES_GROUP (group),
                                    _ ("Take In the Other Sheets Too"), NULL);
  gtk_switch_set_active (self->parts_switch, TRUE);
  streek_sheet_window_add_to_columns (STREEK_SHEET_WINDOW (self), group, TRUE);
}

static void
add_ways (StreekPlanImportWindow *self)
{
  StreekSheetWindow *window = STREEK_SHEET_WINDOW (self);
  GtkWidget *how = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (how);

  adw_preferences_group_set_title (group, _ ("How"));
  self->head_spin = GTK_SPIN_BUTTON (streek_sheet_window_add_control (
    group, gtk_spin_button_new_with_range (0, 1, 1), _ ("Row with the Heads of the Columns"),
    _ ("0 where there is none")));
  self->head_rows_spin = GTK_SPIN_BUTTON (streek_sheet_window_add_control (
    group, gtk_spin_button_new_with_range (1, STREEK_RECORD_MAX_HEADER_ROWS, 1),
    _ ("Rows of the Header"), _ ("Two where heads of several columns stand above others")));
  self->codes_switch =
    streek_sheet_window_add_switch (window, group, _ ("Take Codes from Titles"),
                                    _ ("“1.2 Netwerk” is the code 1.2 and the title Netwerk"));
  self->empty_switch = streek_sheet_window_add_switch (
    window, group, _ ("Empty Cells Empty a Field"), _ ("Otherwise they leave it as it is"));
  gtk_switch_set_active (self->codes_switch, TRUE);
  streek_sheet_window_add_to_columns (window, how, FALSE);
}

static void
add_questions (StreekPlanImportWindow *self, StreekRecordBook *book)
{
  self->questions = STREEK_PLAN_IMPORT_QUESTIONS (streek_plan_import_questions_new (book));
  self->questions_page = streek_sheet_window_add_page (
    STREEK_SHEET_WINDOW (self), GTK_WIDGET (self->questions), _ ("Questions"));
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (streek_sheet_window_read_again),
                           self, G_CONNECT_SWAPPED);
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
streek_plan_import_window_finalize (GObject *object)
{
  StreekPlanImportWindow *self = STREEK_PLAN_IMPORT_WINDOW (object);

  g_clear_pointer (&self->pacts, g_array_unref);
  g_clear_pointer (&self->taken, streek_mapping_free);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->profile_title, g_free);

  G_OBJECT_CLASS (streek_plan_import_window_parent_class)->finalize (object);
}

static void
streek_plan_import_window_class_init (StreekPlanImportWindowClass *klass)
{
  StreekSheetWindowClass *sheet_class = STREEK_SHEET_WINDOW_CLASS (klass);

  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = streek_plan_import_window_finalize;
  gtk_widget_class_install_action (widget_class, "profile.save", NULL, save_profile);
  gtk_widget_class_install_action (widget_class, "profile.delete", NULL, delete_profile);
  gtk_widget_class_install_action (widget_class, "profile.export", NULL, export_profile);
  gtk_widget_class_install_action (widget_class, "profile.import", NULL, import_profile);
  sheet_class->choose = choose;
  sheet_class->read = read_sheet;
  sheet_class->show = show;
  sheet_class->get_paste = get_paste;
  sheet_class->name_command = name_command;
  sheet_class->written = written;
  sheet_class->free_sheet = (GDestroyNotify) streek_plan_sheet_free;
  sheet_class->free_choices = free_choices;
  sheet_class->free_result = (GDestroyNotify) streek_plan_import_free;

  signals[SIGNAL_TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
streek_plan_import_window_init (StreekPlanImportWindow *self)
{
  self->pacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_plan_rows (self);
  add_ways (self);
  streek_sheet_window_set_columns_head (STREEK_SHEET_WINDOW (self), new_profile_button (), NULL);
}

static void
connect_rows (StreekPlanImportWindow *self)
{
  g_signal_connect_object (self->plan_row, "notify::selected", G_CALLBACK (on_plan_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_row, "notify::selected", G_CALLBACK (on_sheet_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head_spin, "value-changed", G_CALLBACK (on_head_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->head_rows_spin, "value-changed", G_CALLBACK (on_head_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_row, "changed", G_CALLBACK (on_title_changed_cb), self,
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
  StreekRecordView *view = streek_record_book_get_view (book);

  add_questions (self, book);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  list_pacts (self, streek_record_view_get_records (view), pact);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), pact == 0);
  connect_rows (self);
  streek_sheet_window_start (STREEK_SHEET_WINDOW (self), book, sheet);

  return GTK_WIDGET (self);
}
