/* streek-field-types.c: rows for texts, numbers, days, periods, choices and flags */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-field-row-private.h"

#include "print/streek-problem.h"
#include "record/streek-field-text.h"
#include "record/streek-record-place.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>

#define PARAGRAPHS_HEIGHT_PX 72
#define PARAGRAPHS_MAX_HEIGHT_PX 220

static void
set_title (StreekFieldRow *self, GtkWidget *row)
{
  g_autofree char *title = streek_field_row_dup_title (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/* One line: also numbers, days and periods */

static StreekDate
get_calendar_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return streek_date_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                               g_date_time_get_day_of_month (date));
}

/* It stays open: turning a page of the calendar chooses a day too. */
static void
on_day_selected_cb (StreekFieldRow *self, GtkCalendar *calendar)
{
  g_autofree char *text = streek_date_to_string (get_calendar_day (calendar));

  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

static StreekDate
get_typed_day (StreekFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  StreekPeriod period;
  StreekDate day;

  if (streek_field_parse_day (text, &day))
    return day;

  return streek_period_parse (text, &period, NULL) ? streek_period_get_first_day (period)
                                                   : STREEK_DATE_NONE;
}

static void
on_calendar_shown_cb (StreekFieldRow *self, GtkWidget *popover)
{
  GtkWidget *calendar = gtk_popover_get_child (GTK_POPOVER (popover));
  StreekDate day = get_typed_day (self);
  int y, m, d;

  if (day == STREEK_DATE_NONE)
    return;

  streek_date_to_ymd (day, &y, &m, &d);

  g_autoptr (GDateTime) date = g_date_time_new_local (y, m, d, 12, 0, 0);

  g_signal_handlers_block_by_func (calendar, on_day_selected_cb, self);
  if (date != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
  g_signal_handlers_unblock_by_func (calendar, on_day_selected_cb, self);
}

/* Made when it is first opened: a form has many days. */
static void
create_calendar_cb (GtkMenuButton *button, gpointer user_data)
{
  StreekFieldRow *self = g_object_get_data (G_OBJECT (button), "streek-field-row");
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "map", G_CALLBACK (on_calendar_shown_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_calendar (StreekFieldRow *self)
{
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));
  /* Translators: %s is a field of a form that asks for a date. */
  g_autofree char *words = g_strdup_printf (_ ("Calendar for %s"), label);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  g_object_set_data (G_OBJECT (self->button), "streek-field-row", self);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_calendar_cb, NULL,
                                         NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->button);
}

/* Places: an address on the web, or a file beside the workspace */

static GtkWindow *
get_window (StreekFieldRow *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->row));
}

static const char *
get_workspace_path (StreekFieldRow *self)
{
  return streek_store_get_path (streek_workspace_get_store (
    streek_context_get_workspace (streek_record_book_get_context (self->book))));
}

static void
on_open_cb (StreekFieldRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = streek_record_place_dup_uri (
    streek_field_row_get_definition (self), gtk_editable_get_text (GTK_EDITABLE (self->row)),
    get_workspace_path (self), &error);

  if (uri != NULL)
    gtk_show_uri (get_window (self), uri, GDK_CURRENT_TIME);
  else
    streek_problem_show (get_window (self), _ ("This could not be opened."), error);
}

static void
on_place_chosen_cb (StreekFieldRow *self, int response, GtkNativeDialog *native)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (native);
  if (path == NULL || self->row == NULL)
    return;

  g_autofree char *relative =
    streek_record_place_dup_relative (path, get_workspace_path (self), &error);

  if (relative != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->row), relative);
  else
    streek_problem_show (get_window (self), _ ("This file cannot be named here."), error);
}

static void
on_choose_place_cb (StreekFieldRow *self)
{
  GtkFileChooserNative *native =
    gtk_file_chooser_native_new (_ ("Choose a File Beside the Workspace"), get_window (self),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (get_workspace_path (self));
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), place, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (on_place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
update_place (StreekFieldRow *self)
{
  gtk_widget_set_visible (self->show_button,
                          *gtk_editable_get_text (GTK_EDITABLE (self->row)) != '\0');
}

static void
add_place (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  const char *label = streek_record_field_get_label (field);
  /* Translators: %s is a field of a form that names a file or an address. */
  g_autofree char *open = g_strdup_printf (_ ("Open %s"), label);
  /* Translators: %s is a field of a form that names a file. */
  g_autofree char *choose = g_strdup_printf (_ ("Choose %s…"), label);

  self->show_button = streek_row_button_new ("adw-external-link-symbolic", open);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (on_open_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (update_place), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->show_button);
  update_place (self);

  if ((field->flags & STREEK_RECORD_BESIDE) == 0)
    return;

  self->button = streek_row_button_new ("document-open-symbolic", choose);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_choose_place_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->button);
}

static void
build_entry (StreekFieldRow *self)
{
  StreekRecordType type = streek_field_row_get_definition (self)->type;

  self->row = adw_entry_row_new ();
  set_title (self, self->row);
  if (type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD)
    add_calendar (self);
  if (streek_record_field_is_place (streek_field_row_get_definition (self)))
    add_place (self);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (streek_field_row_tell), self,
                           G_CONNECT_SWAPPED);
}

static char *
dup_entry_text (StreekFieldRow *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
set_entry_text (StreekFieldRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
}

static void
set_entry_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->row), is_editable);
  if (self->button != NULL)
    gtk_widget_set_sensitive (self->button, is_editable);
}

const StreekFieldType streek_field_entry_type = {
  .build = build_entry,
  .dup_text = dup_entry_text,
  .set_text = set_entry_text,
  .set_editable = set_entry_editable,
};

/* Paragraphs */

static void
build_paragraphs (StreekFieldRow *self)
{
  g_autofree char *title = streek_field_row_dup_title (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_widget_add_css_class (self->input, "field-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), PARAGRAPHS_HEIGHT_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              PARAGRAPHS_MAX_HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->input);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "field-paragraphs");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  self->row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "selectable", FALSE,
                            "focusable", FALSE, "child", box, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed",
                           G_CALLBACK (streek_field_row_tell), self, G_CONNECT_SWAPPED);
}

static char *
dup_paragraphs (StreekFieldRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_paragraphs (StreekFieldRow *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
set_paragraphs_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->input), is_editable);
}

const StreekFieldType streek_field_paragraphs_type = {
  .build = build_paragraphs,
  .dup_text = dup_paragraphs,
  .set_text = set_paragraphs,
  .set_editable = set_paragraphs_editable,
};

/* One of some words, or one of one's own */

static gboolean
is_open (StreekFieldRow *self)
{
  return (streek_field_row_get_definition (self)->flags & STREEK_RECORD_OPEN) != 0;
}

static guint
get_selected (StreekFieldRow *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
}

/* The last item of an open choice asks for a word of one's own. */
static gboolean
asks_own_word (StreekFieldRow *self)
{
  return is_open (self) && get_selected (self) == self->choices->len;
}

static void
on_choice_changed_cb (StreekFieldRow *self)
{
  if (self->extra != NULL)
    gtk_widget_set_visible (self->extra, asks_own_word (self));
  if (self->extra != NULL && asks_own_word (self) && !self->is_filling)
    gtk_widget_grab_focus (self->extra);
  streek_field_row_tell (self);
}

static gboolean
has_choice (StreekFieldRow *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->choices, id, g_str_equal, NULL);
}

static void
append_choice (StreekFieldRow *self, GtkStringList *model, const char *id, const char *label)
{
  g_ptr_array_add (self->choices, g_strdup (id));
  gtk_string_list_append (model, label);
}

/* What people called it themselves elsewhere in the file. */
static void
append_own_words (StreekFieldRow *self, GtkStringList *model)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  guint n = 0;
  const StreekRecord *const *records =
    view != NULL ? streek_records_list (streek_record_view_get_records (view), self->kind, &n)
                 : NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *word = streek_record_get_text (records[i], self->field);

      if (word != NULL && !has_choice (self, word))
        append_choice (self, model, word,
                       streek_record_field_get_word (streek_field_row_get_definition (self), word));
    }
}

static GListModel *
make_choices (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  GtkStringList *model = gtk_string_list_new (NULL);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_new_with_free_func (g_free);
  if ((field->flags & STREEK_RECORD_REQUIRED) == 0)
    append_choice (self, model, "", C_ ("field of a form", "Nothing chosen"));
  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    append_choice (self, model, word->id, streek_record_field_get_word (field, word->id));
  if (is_open (self))
    {
      append_own_words (self, model);
      gtk_string_list_append (model, C_ ("field of a form", "Something else…"));
    }

  return G_LIST_MODEL (model);
}

static void
build_choice (StreekFieldRow *self)
{
  g_autoptr (GListModel) model = make_choices (self);
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));

  self->row = adw_combo_row_new ();
  set_title (self, self->row);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), model);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), GTK_INVALID_LIST_POSITION);
  if (is_open (self))
    {
      /* Translators: %s is a field of a form: "Kind". */
      g_autofree char *title = g_strdup_printf (_ ("%s in your own words"), label);

      self->extra = adw_entry_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->extra), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->extra), title);
      gtk_widget_set_visible (self->extra, FALSE);
      g_signal_connect_object (self->extra, "changed", G_CALLBACK (streek_field_row_tell), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (on_choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static char *
dup_choice (StreekFieldRow *self)
{
  guint selected = get_selected (self);

  if (selected < self->choices->len)
    return g_strdup (self->choices->pdata[selected]);

  return g_strdup (asks_own_word (self) ? gtk_editable_get_text (GTK_EDITABLE (self->extra)) : "");
}

static void
set_choice (StreekFieldRow *self, const char *text)
{
  guint index;
  gboolean is_known = g_ptr_array_find_with_equal_func (self->choices, text, g_str_equal, &index);

  if (is_known)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), index);
  else if (*text != '\0' && is_open (self))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->extra), text);
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), self->choices->len);
    }
  else
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), GTK_INVALID_LIST_POSITION);
}

static void
set_choice_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_widget_set_sensitive (self->row, is_editable);
  if (self->extra != NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self->extra), is_editable);
}

const StreekFieldType streek_field_choice_type = {
  .build = build_choice,
  .dup_text = dup_choice,
  .set_text = set_choice,
  .set_editable = set_choice_editable,
};

/* Yes or no */

static void
build_flag (StreekFieldRow *self)
{
  g_autofree char *title = streek_field_row_dup_title (self);

  self->row = adw_action_row_new ();
  self->input = gtk_switch_new ();
  set_title (self, self->row);
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->input);
  g_signal_connect_object (self->input, "notify::active", G_CALLBACK (streek_field_row_tell), self,
                           G_CONNECT_SWAPPED);
}

static char *
dup_flag (StreekFieldRow *self)
{
  return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->input)) ? "1" : "");
}

static void
set_flag (StreekFieldRow *self, const char *text)
{
  gtk_switch_set_active (GTK_SWITCH (self->input), *text != '\0');
}

static void
set_flag_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_widget_set_sensitive (self->input, is_editable);
}

const StreekFieldType streek_field_flag_type = {
  .build = build_flag,
  .dup_text = dup_flag,
  .set_text = set_flag,
  .set_editable = set_flag_editable,
};
