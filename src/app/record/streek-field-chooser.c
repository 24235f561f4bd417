/* streek-field-chooser.c: rows for another record, an area or an indicator, chosen by its name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-field-row-private.h"

#include "record/streek-cited-opener.h"
#include "record/streek-record-window.h"
#include "streek-area-choices.h"
#include "streek-chooser.h"
#include "streek-place.h"
#include "streek-row-button.h"

#include <glib/gi18n.h>

#define NEW_ID "new"
#define POPOVER_WIDTH_PX 360

static StreekContext *
get_context (StreekFieldRow *self)
{
  return streek_record_book_get_context (self->book);
}

/* What is chosen, by its name. */
static char *
dup_name (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (*self->chosen == '\0')
    return g_strdup (C_ ("field of a form", "Nothing chosen"));
  if (view == NULL)
    return g_strdup ("");

  if (field->type == STREEK_RECORD_AREA)
    return streek_record_view_dup_area_name (view, self->chosen);
  if (field->type == STREEK_RECORD_REFERENCE)
    return streek_records_dup_title (streek_record_view_get_records (view), field->target,
                                     g_ascii_strtoll (self->chosen, NULL, 10));

  const StreekIndicator *indicator =
    streek_catalogue_find (streek_record_view_get_catalogue (view), self->chosen, NULL);

  return g_strdup (indicator != NULL ? indicator->name : self->chosen);
}

/* The document that is chosen, at the page that the form says by now. */
static gboolean
find_document (StreekFieldRow *self, StreekRecordCited *cited, char **page)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  GtkWidget *form = gtk_widget_get_ancestor (self->row, STREEK_TYPE_RECORD_FORM);
  const StreekRecord *record = streek_record_book_find (self->book, self->kind, self->id);
  int page_field = streek_record_kind_find_page (self->kind, self->field);

  if (view == NULL || field->type != STREEK_RECORD_REFERENCE)
    return FALSE;

  *page = page_field < 0 ? NULL
          : form != NULL
            ? streek_record_form_dup_text (STREEK_RECORD_FORM (form), (guint) page_field)
          : record != NULL ? g_strdup (streek_record_get_text (record, (guint) page_field))
                           : NULL;
  cited->page = *page != NULL && **page != '\0' ? *page : NULL;
  cited->document = streek_records_find (streek_record_view_get_records (view), field->target,
                                         g_ascii_strtoll (self->chosen, NULL, 10));

  return cited->document != NULL && streek_record_kind_is_document (field->target);
}

static void
name_document (StreekFieldRow *self)
{
  g_autofree char *page = NULL;
  StreekRecordCited cited;

  if (!find_document (self, &cited, &page))
    return;

  g_autofree char *words = streek_cited_dup_words (&cited);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->show_button), words) == 0)
    return;

  gtk_widget_set_tooltip_text (self->show_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
on_open_document_cb (StreekFieldRow *self)
{
  g_autofree char *page = NULL;
  StreekRecordCited cited;

  if (find_document (self, &cited, &page))
    streek_cited_open (self->row, self->book, &cited);
}

/* The page may be typed in another row. */
static void
on_row_rooted_cb (StreekFieldRow *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (self->row, STREEK_TYPE_RECORD_FORM);

  if (form == NULL)
    return;

  g_signal_handlers_disconnect_by_func (form, name_document, self);
  g_signal_connect_object (form, "changed", G_CALLBACK (name_document), self, G_CONNECT_SWAPPED);
}

static void
show_name (StreekFieldRow *self)
{
  g_autofree char *name = dup_name (self);
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));
  g_autofree char *words = g_strdup_printf ("%s: %s", label, name);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), name);
  gtk_widget_set_visible (self->input, *self->chosen != '\0');
  if (self->show_button != NULL)
    gtk_widget_set_visible (self->show_button, *self->chosen != '\0');
  name_document (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
choose (StreekFieldRow *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  g_free (self->chosen);
  self->chosen = g_steal_pointer (&kept);
  show_name (self);
  streek_field_row_tell (self);
}

/* The list */

static char *
dup_owner_title (const StreekRecord *record, const StreekRecords *records)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & STREEK_RECORD_OWNER) != 0 && streek_record_has (record, i))
      return streek_records_dup_title (records, kind->fields[i].target,
                                       streek_record_get_reference (record, i));

  return NULL;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (streek_choice_get_title (*(StreekChoice *const *) a),
                         streek_choice_get_title (*(StreekChoice *const *) b));
}

static GListStore *
list_records (StreekFieldRow *self, StreekRecordView *view)
{
  const StreekRecordKind *target = streek_field_row_get_definition (self)->target;
  StreekRecords *records = streek_record_view_get_records (view);
  GListStore *store = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;
  const StreekRecord *const *list = streek_records_list (records, target, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = streek_record_get_id (list[i]);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *title = streek_record_dup_title (list[i], records);
      g_autofree char *owner = dup_owner_title (list[i], records);

      if (target != self->kind || id != self->id)
        g_ptr_array_add (choices, streek_choice_new (key, title, owner, NULL));
    }

  g_ptr_array_sort (choices, compare_titles);
  g_list_store_splice (store, 0, 0, choices->pdata, choices->len);

  return store;
}

static GListStore *
list_choices (StreekFieldRow *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  if (view == NULL)
    return g_list_store_new (STREEK_TYPE_CHOICE);

  switch (streek_field_row_get_definition (self)->type)
    {
    case STREEK_RECORD_AREA:
      return streek_area_choices_new (
        streek_record_view_get_areas (view),
        streek_areas_get_newest_date (streek_record_view_get_areas (view)), NULL);
    case STREEK_RECORD_INDICATOR:
      return streek_indicator_choices_new (streek_record_view_get_catalogue (view));
    default:
      return list_records (self, view);
    }
}

/* Only what has a name in commands of its own is made from here. */
static void
append_new (StreekFieldRow *self, GListStore *choices, const char *typed)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);

  if (field->type != STREEK_RECORD_REFERENCE || field->target->add == NULL)
    return;

  const char *name = streek_record_kind_get_name (field->target);
  g_autofree char *title = typed != NULL
                             /* Translators: %1$s is a sort of thing (Organisation), %2$s the name
                              * that somebody typed. */
                             ? g_strdup_printf (_ ("New: %1$s “%2$s”…"), name, typed)
                             /* Translators: %s is a sort of thing: Organisation. */
                             : g_strdup_printf (_ ("New: %s…"), name);
  g_autoptr (StreekChoice) choice = streek_choice_new (NEW_ID, title, NULL, NULL);

  g_list_store_append (choices, choice);
}

static GListModel *
search_cb (const char *text, gpointer user_data)
{
  StreekFieldRow *self = user_data;
  g_autoptr (GListStore) all = list_choices (self);
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  GListStore *found = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr (StreekChoice) choice = g_list_model_get_item (G_LIST_MODEL (all), i);

      if (streek_choice_matches (choice, (const char *const *) words))
        g_list_store_append (found, choice);
    }

  g_free (g_object_steal_data (G_OBJECT (self), "streek-typed"));
  g_object_set_data_full (G_OBJECT (self), "streek-typed", g_strstrip (g_strdup (text)), g_free);
  append_new (self, found, g_object_get_data (G_OBJECT (self), "streek-typed"));

  return G_LIST_MODEL (found);
}

static void
on_made_cb (StreekFieldRow *self, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  choose (self, key);
}

static void
open_new (StreekFieldRow *self)
{
  const StreekRecordKind *target = streek_field_row_get_definition (self)->target;
  const char *typed = g_object_get_data (G_OBJECT (self), "streek-typed");
  GtkWidget *window = streek_record_window_new (GTK_WINDOW (gtk_widget_get_root (self->row)),
                                                get_context (self), target, 0);

  if (typed != NULL && target->dup_title == NULL)
    streek_record_window_preset (STREEK_RECORD_WINDOW (window), target->title, typed);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_made_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_chosen_cb (StreekFieldRow *self, const char *id)
{
  gboolean is_new = g_str_equal (id, NEW_ID);
  g_autofree char *kept = g_strdup (id);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (is_new)
    open_new (self);
  else
    choose (self, kept);
}

/* Filled each time it is shown: names may have changed. */
static void
on_shown_cb (StreekFieldRow *self, GtkWidget *popover)
{
  StreekChooser *chooser = STREEK_CHOOSER (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_autoptr (GListStore) choices = list_choices (self);

  g_object_set_data (G_OBJECT (self), "streek-typed", NULL);
  append_new (self, choices, NULL);
  streek_chooser_set_choices (chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (chooser, self->chosen);
  streek_chooser_start (chooser);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  StreekFieldRow *self = g_object_get_data (G_OBJECT (button), "streek-field-row");
  GtkWidget *chooser = g_object_new (STREEK_TYPE_CHOOSER, NULL);
  GtkWidget *popover = gtk_popover_new ();

  streek_chooser_set_placeholder (
    STREEK_CHOOSER (chooser),
    streek_record_field_get_label (streek_field_row_get_definition (self)));
  streek_chooser_set_search_func (STREEK_CHOOSER (chooser), search_cb, self);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (popover, POPOVER_WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), chooser);
  gtk_menu_button_set_popover (button, popover);
}

static void
on_clear_cb (StreekFieldRow *self)
{
  choose (self, "");
  gtk_widget_grab_focus (self->button);
}

/* Where it is: an area on the map, an indicator in its section. What was typed is kept. */
static void
on_show_cb (StreekFieldRow *self)
{
  gboolean is_area = streek_field_row_get_definition (self)->type == STREEK_RECORD_AREA;
  g_autofree char *place = g_strconcat (is_area ? "area:" : "indicator:", self->chosen, NULL);

  streek_place_go (self->row, place);
}

static void
add_document_button (StreekFieldRow *self)
{
  self->show_button =
    streek_row_button_new ("adw-external-link-symbolic",
                           streek_record_field_get_label (streek_field_row_get_definition (self)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->show_button);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (on_open_document_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "map", G_CALLBACK (on_row_rooted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_show_button (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  /* Translators: %s is a field of a form that names an area. */
  g_autofree char *words = g_strdup_printf (
    field->type == STREEK_RECORD_AREA ? _ ("Show %s on the Map") : _ ("Show %s in Its Section"),
    streek_record_field_get_label (field));

  if (field->type == STREEK_RECORD_REFERENCE && streek_record_kind_is_document (field->target))
    add_document_button (self);
  if (field->type == STREEK_RECORD_REFERENCE)
    return;

  self->show_button = streek_row_button_new (
    field->type == STREEK_RECORD_AREA ? "streek-map-symbolic" : "streek-indicators-symbolic",
    words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->show_button);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (on_show_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_chooser (StreekFieldRow *self)
{
  const char *label = streek_record_field_get_label (streek_field_row_get_definition (self));
  g_autofree char *title = streek_field_row_dup_title (self);
  /* Translators: %s is a field of a form; a button that makes it empty. */
  g_autofree char *clear = g_strdup_printf (_ ("Empty %s"), label);

  self->chosen = g_strdup ("");
  self->row = adw_action_row_new ();
  self->input = streek_row_button_new ("edit-clear-symbolic", clear);
  self->button = gtk_menu_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->row), 0);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  g_object_set_data (G_OBJECT (self->button), "streek-field-row", self);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, NULL,
                                         NULL);
  add_show_button (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->input);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "activated", G_CALLBACK (gtk_menu_button_popup), self->button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "clicked", G_CALLBACK (on_clear_cb), self,
                           G_CONNECT_SWAPPED);
  show_name (self);
}

static char *
dup_chosen (StreekFieldRow *self)
{
  return g_strdup (self->chosen);
}

static void
set_chosen (StreekFieldRow *self, const char *text)
{
  choose (self, text);
}

static void
set_chooser_editable (StreekFieldRow *self, gboolean is_editable)
{
  gtk_widget_set_sensitive (self->button, is_editable);
  gtk_widget_set_sensitive (self->input, is_editable);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), is_editable);
}

const StreekFieldType streek_field_chooser_type = {
  .build = build_chooser,
  .dup_text = dup_chosen,
  .set_text = set_chosen,
  .set_editable = set_chooser_editable,
  .renew = show_name,
};
