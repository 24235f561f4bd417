/* streek-import-columns-page.c: the first rows of a file, and what each of its columns means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-columns-page.h"

#include "import/streek-choice-button.h"
#include "import/streek-import-choices.h"
#include "import/streek-import-preview.h"
#include "import/streek-new-indicator-window.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StreekImportColumnsPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* empty, columns */
  StreekImportPreview *preview;
  AdwPreferencesGroup *column_group;
  AdwComboRow *role_row;
  AdwComboRow *level_row;
  AdwActionRow *indicator_row;
  AdwEntryRow *period_row;
  AdwComboRow *marks_row;
  AdwComboRow *use_row;
  AdwEntryRow *member_row;
  AdwActionRow *whole_indicator_row;
  AdwEntryRow *whole_period_row;
  AdwComboRow *period_from_row;
  AdwComboRow *whole_level_row;
  AdwActionRow *whole_area_row;
  GtkSpinButton *header_spin;
  GtkSpinButton *n_headers_spin;
  StreekChoiceButton *indicator_button;
  StreekChoiceButton *member_button;
  StreekChoiceButton *whole_indicator_button;
  StreekChoiceButton *whole_area_button;

  StreekContext *context;
  StreekImportTask *task;
  GListModel *levels; /* (nullable): kinds of area, for both rows */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekImportColumnsPage, streek_import_columns_page, ADW_TYPE_BIN)

/* (nullable): NULL for the choice of none */
static const char *
get_id (AdwComboRow *row)
{
  StreekChoice *choice = adw_combo_row_get_selected_item (row);
  const char *id = choice != NULL ? streek_choice_get_id (choice) : NULL;

  return id != NULL && *id != '\0' ? id : NULL;
}

/* What is typed counts when it is a period, or nothing; the row says which. */
static gboolean
take_period (AdwEntryRow *row, char **place)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  StreekPeriod period;
  gboolean is_right = *text == '\0' || streek_period_parse (text, &period, NULL);

  streek_import_row_mark (row, is_right);
  if (is_right)
    streek_mapping_set_text (place, *text != '\0' ? text : NULL);

  return is_right;
}

/* Rows that say nothing about a column of this role are not there. */
static void
show_rows (StreekImportColumnsPage *self, StreekRole role, StreekBreakdownUse use)
{
  gboolean is_value = role == STREEK_ROLE_VALUE;
  gboolean is_breakdown = role == STREEK_ROLE_BREAKDOWN;

  gtk_widget_set_visible (GTK_WIDGET (self->level_row),
                          role == STREEK_ROLE_AREA_CODE || role == STREEK_ROLE_AREA_NAME);
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_row), is_value);
  gtk_widget_set_visible (GTK_WIDGET (self->period_row), is_value);
  gtk_widget_set_visible (GTK_WIDGET (self->marks_row), is_value);
  gtk_widget_set_visible (GTK_WIDGET (self->use_row), is_breakdown);
  gtk_widget_set_visible (GTK_WIDGET (self->member_row),
                          is_breakdown && use == STREEK_BREAKDOWN_FILTER);
}

static void
show_indicator (StreekImportColumnsPage *self,
                StreekChoiceButton *button,
                const char *code,
                const char *none)
{
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  g_autofree char *name = streek_import_dup_indicator_name (self->context, mapping, code);

  streek_choice_button_set_current (button, code != NULL ? code : STREEK_IMPORT_CHOICE_NONE,
                                    name != NULL ? name : none);
}

static void
fill_column (StreekImportColumnsPage *self)
{
  const char *header = streek_import_preview_get_header (self->preview);
  StreekPeriod period;
  const StreekMappingColumn *meaning = streek_import_find_meaning (
    self->task, streek_import_preview_get_selected (self->preview), &period);
  static const StreekMappingColumn unused = { .role = STREEK_ROLE_IGNORED };

  if (meaning == NULL)
    meaning = &unused;

  /* Translators: %s is the header of a column. */
  g_autofree char *title =
    g_strdup_printf (_ ("Column “%s”"), header != NULL && *header != '\0' ? header : "…");
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *when =
    period.kind != STREEK_PERIOD_NONE ? streek_period_to_string (period) : NULL;

  self->is_filling = TRUE;
  adw_preferences_group_set_title (self->column_group, escaped);
  adw_combo_row_set_selected (self->role_row, meaning->role);
  streek_import_row_select (self->level_row, self->levels, meaning->level);
  show_indicator (self, self->indicator_button, meaning->indicator, _ ("As its header says"));
  if (!streek_import_row_is_wrong (self->period_row))
    streek_import_row_set_text (self->period_row, when);
  adw_combo_row_set_selected (self->marks_row, meaning->marks);
  adw_combo_row_set_selected (self->use_row, meaning->use);
  streek_import_row_set_text (self->member_row, meaning->member);
  show_rows (self, meaning->role, meaning->use);
  self->is_filling = FALSE;
}

/* What was typed wrongly about the column before is forgotten. */
static void
on_column_selected_cb (StreekImportColumnsPage *self)
{
  streek_import_row_mark (self->period_row, TRUE);
  fill_column (self);
}

static void
fill_file (StreekImportColumnsPage *self)
{
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  const StreekImportLoad *load = streek_import_task_get_load (self->task);
  g_autofree char *area = streek_import_dup_area_name (self->context, mapping->area);

  self->is_filling = TRUE;
  show_indicator (self, self->whole_indicator_button, mapping->indicator, _ ("As columns say"));
  adw_action_row_set_subtitle (self->whole_indicator_row,
                               streek_import_task_is_hinted (self->task)
                                 ? _ ("Proposed: the file says none, and this one was open")
                                 : "");
  if (!streek_import_row_is_wrong (self->whole_period_row))
    streek_import_row_set_text (self->whole_period_row, mapping->period);
  adw_combo_row_set_selected (self->period_from_row, mapping->period_from);
  streek_import_row_select (self->whole_level_row, self->levels, mapping->level);
  streek_choice_button_set_current (self->whole_area_button,
                                    mapping->area != NULL ? mapping->area : "",
                                    area != NULL ? area : _ ("As columns say"));
  gtk_spin_button_set_value (self->header_spin, load->layout->header_row + 1);
  gtk_spin_button_set_value (self->n_headers_spin, load->layout->n_header_rows);
  self->is_filling = FALSE;
}

/* Only while it is seen: what a person does not look at holds nobody up. */
static void
update (StreekImportColumnsPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  const StreekImportLoad *load = streek_import_task_get_load (self->task);
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  gboolean has_columns = load != NULL && load->layout != NULL && mapping != NULL;

  gtk_stack_set_visible_child_name (self->stack, has_columns ? "columns" : "empty");
  if (!has_columns)
    return;

  streek_import_preview_update (self->preview, self->context, self->task);
  fill_column (self);
  fill_file (self);
}

/* The chosen column by its own words in the mapping: what only fitted a pattern gets a place of its
 * own. */
static StreekMappingColumn *
get_editable (StreekImportColumnsPage *self)
{
  StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  const char *header = streek_import_preview_get_header (self->preview);
  StreekMappingColumn *exact =
    mapping != NULL && header != NULL ? streek_mapping_find_column (mapping, header) : NULL;
  StreekPeriod period;

  if (exact != NULL || mapping == NULL || header == NULL)
    return exact;

  const StreekMappingColumn *pattern = streek_import_find_meaning (
    self->task, streek_import_preview_get_selected (self->preview), &period);
  StreekMappingColumn *column = streek_mapping_add_column (
    mapping, header, pattern != NULL ? pattern->role : STREEK_ROLE_IGNORED);

  if (period.kind != STREEK_PERIOD_NONE)
    column->period = streek_period_to_string (period);

  if (pattern != NULL)
    {
      column->level = g_strdup (pattern->level);
      column->indicator = g_strdup (pattern->indicator);
      column->use = pattern->use;
      column->member = g_strdup (pattern->member);
      column->marks = pattern->marks;
      column->is_part = pattern->is_part;
      column->note = g_strdup (pattern->note);
    }

  return column;
}

static void
finish_edit (StreekImportColumnsPage *self)
{
  streek_import_task_edited (self->task);
}

static void
on_column_edited_cb (StreekImportColumnsPage *self)
{
  if (self->is_filling || self->task == NULL)
    return;

  StreekMappingColumn *column = get_editable (self);

  if (column == NULL)
    return;

  const char *member = gtk_editable_get_text (GTK_EDITABLE (self->member_row));

  column->role = adw_combo_row_get_selected (self->role_row);
  column->marks = adw_combo_row_get_selected (self->marks_row);
  column->use = adw_combo_row_get_selected (self->use_row);
  streek_mapping_set_text (&column->level, get_id (self->level_row));
  streek_mapping_set_text (&column->member, *member != '\0' ? member : NULL);
  if (take_period (self->period_row, &column->period))
    finish_edit (self);
}

static void
on_file_edited_cb (StreekImportColumnsPage *self)
{
  StreekMapping *mapping = self->task != NULL ? streek_import_task_get_mapping (self->task) : NULL;

  if (self->is_filling || mapping == NULL)
    return;

  mapping->period_from = adw_combo_row_get_selected (self->period_from_row);
  streek_mapping_set_text (&mapping->level, get_id (self->whole_level_row));
  if (take_period (self->whole_period_row, &mapping->period))
    finish_edit (self);
}

/* Under another header nothing is known of the columns. */
static void
on_header_edited_cb (StreekImportColumnsPage *self)
{
  StreekMapping *mapping = self->task != NULL ? streek_import_task_get_mapping (self->task) : NULL;

  if (self->is_filling || mapping == NULL)
    return;

  mapping->header_row = gtk_spin_button_get_value_as_int (self->header_spin) - 1;
  mapping->n_header_rows = gtk_spin_button_get_value_as_int (self->n_headers_spin);
  g_ptr_array_set_size (mapping->columns, 0);
  finish_edit (self);
}

static void
set_indicator (StreekImportColumnsPage *self, const char *code)
{
  StreekMappingColumn *column = get_editable (self);

  if (column == NULL)
    return;

  streek_mapping_set_text (&column->indicator, *code != '\0' ? code : NULL);
  finish_edit (self);
}

static void
set_whole_indicator (StreekImportColumnsPage *self, const char *code)
{
  StreekMapping *mapping = streek_import_task_get_mapping (self->task);

  if (mapping == NULL)
    return;

  streek_mapping_set_text (&mapping->indicator, *code != '\0' ? code : NULL);
  finish_edit (self);
}

static void
make_indicator (StreekImportColumnsPage *self, const char *name, GCallback callback)
{
  GtkWidget *window = streek_new_indicator_window_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context, self->task, name);

  g_signal_connect_object (window, "made", callback, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_indicator_chosen_cb (StreekImportColumnsPage *self, const char *id)
{
  if (strcmp (id, STREEK_IMPORT_CHOICE_NEW) == 0)
    make_indicator (self, streek_import_preview_get_header (self->preview),
                    G_CALLBACK (set_indicator));
  else
    set_indicator (self, id);
}

static void
on_whole_indicator_chosen_cb (StreekImportColumnsPage *self, const char *id)
{
  if (strcmp (id, STREEK_IMPORT_CHOICE_NEW) == 0)
    make_indicator (self, NULL, G_CALLBACK (set_whole_indicator));
  else
    set_whole_indicator (self, id);
}

static void
on_whole_area_chosen_cb (StreekImportColumnsPage *self, const char *id)
{
  StreekMapping *mapping = streek_import_task_get_mapping (self->task);

  if (mapping == NULL)
    return;

  streek_mapping_set_text (&mapping->area, *id != '\0' ? id : NULL);
  finish_edit (self);
}

static void
on_member_chosen_cb (StreekImportColumnsPage *self, const char *id)
{
  gtk_editable_set_text (GTK_EDITABLE (self->member_row), id);
}

static GListModel *
make_column_indicators (gpointer data)
{
  StreekImportColumnsPage *self = data;

  return streek_import_indicator_choices_new (
    self->context, streek_import_task_get_mapping (self->task), _ ("As its header says"));
}

static GListModel *
make_whole_indicators (gpointer data)
{
  StreekImportColumnsPage *self = data;

  return streek_import_indicator_choices_new (
    self->context, streek_import_task_get_mapping (self->task), _ ("As columns say"));
}

static GListModel *
make_areas (gpointer data)
{
  StreekImportColumnsPage *self = data;

  return streek_import_area_choices_new (self->context, _ ("As columns say"));
}

/* The words of the chosen column in the rows that are known. */
static GListModel *
make_members (gpointer data)
{
  StreekImportColumnsPage *self = data;
  const StreekImportLoad *load = streek_import_task_get_load (self->task);
  guint column = streek_import_preview_get_selected (self->preview);
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (load == NULL || load->layout == NULL)
    return G_LIST_MODEL (choices);

  for (guint row = load->layout->header_row + load->layout->n_header_rows;
       row < load->grid->rows->len; row++)
    {
      g_autofree char *text = streek_import_dup_cell (load, row, column);
      g_autoptr (StreekChoice) choice = streek_choice_new (text, text, NULL, NULL);

      if (*text != '\0' && g_hash_table_add (seen, g_steal_pointer (&text)))
        g_list_store_append (choices, choice);
    }

  return G_LIST_MODEL (choices);
}

static StreekChoiceButton *
add_button (StreekImportColumnsPage *self,
            GtkWidget *row,
            const char *name,
            const char *placeholder,
            StreekChoicesFunc func,
            GCallback callback)
{
  GtkWidget *button = streek_choice_button_new (name, placeholder, func, callback, self);

  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return STREEK_CHOICE_BUTTON (button);
}

static void
streek_import_columns_page_dispose (GObject *object)
{
  StreekImportColumnsPage *self = STREEK_IMPORT_COLUMNS_PAGE (object);

  g_clear_object (&self->levels);
  g_clear_object (&self->task);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_import_columns_page_parent_class)->dispose (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, column_group);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, level_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, marks_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, use_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, member_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, whole_indicator_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, whole_period_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, period_from_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, whole_level_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, whole_area_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, header_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekImportColumnsPage, n_headers_spin);
}

static void
streek_import_columns_page_class_init (StreekImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_columns_page_dispose;

  g_type_ensure (STREEK_TYPE_CHOICE);
  g_type_ensure (STREEK_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-columns-page.ui");
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_column_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_column_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_header_edited_cb);
}

static void
streek_import_columns_page_init (StreekImportColumnsPage *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint role = STREEK_ROLE_IGNORED; role <= STREEK_ROLE_BREAKDOWN; role++)
    gtk_string_list_append (roles, streek_role_get_label (role));

  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
  self->indicator_button = add_button (self, GTK_WIDGET (self->indicator_row),
                                       _ ("Indicator of the column"), _ ("Find an indicator"),
                                       make_column_indicators, G_CALLBACK (on_indicator_chosen_cb));
  self->member_button =
    add_button (self, GTK_WIDGET (self->member_row), _ ("Words in the column"), _ ("Find a word"),
                make_members, G_CALLBACK (on_member_chosen_cb));
  streek_choice_button_set_current (self->member_button, NULL, _ ("Choose"));
  self->whole_indicator_button = add_button (
    self, GTK_WIDGET (self->whole_indicator_row), _ ("Indicator of the whole file"),
    _ ("Find an indicator"), make_whole_indicators, G_CALLBACK (on_whole_indicator_chosen_cb));
  self->whole_area_button =
    add_button (self, GTK_WIDGET (self->whole_area_row), _ ("Area of the whole file"),
                _ ("Find an area"), make_areas, G_CALLBACK (on_whole_area_chosen_cb));
  self->is_filling = FALSE;
}

void
streek_import_columns_page_set_task (StreekImportColumnsPage *self,
                                     StreekContext *context,
                                     StreekImportTask *task)
{
  g_return_if_fail (STREEK_IS_IMPORT_COLUMNS_PAGE (self) && self->task == NULL);

  self->context = g_object_ref (context);
  self->is_filling = TRUE;
  self->levels = streek_import_set_choices_new (context, _ ("Not said"));
  adw_combo_row_set_model (self->level_row, self->levels);
  adw_combo_row_set_model (self->whole_level_row, self->levels);
  self->is_filling = FALSE;
  self->task = g_object_ref (task);
  g_signal_connect_object (task, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  update (self);
}
