/* streek-import-file-page.c: which file it is, how it is read, and where its figures come from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-file-page.h"

#include "import/streek-import-choices.h"
#include "import/streek-import-profiles.h"
#include "streek-choice.h"

#include <glib/gi18n.h>

struct _StreekImportFilePage
{
  AdwBin parent_instance;

  AdwActionRow *name_row;
  AdwActionRow *remark_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwComboRow *sheet_row;
  AdwComboRow *profile_row;
  AdwActionRow *note_row;
  AdwPreferencesGroup *origin_group;
  AdwEntryRow *source_row;
  AdwEntryRow *licence_row;
  AdwEntryRow *date_row;

  StreekImportTask *task;
  const StreekImportLoad *shown; /* what the rows were filled from; only compared */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekImportFilePage, streek_import_file_page, ADW_TYPE_BIN)

static const char *const encodings[] = { "UTF-8",    "WINDOWS-1252", "ISO-8859-1", "ISO-8859-15",
                                         "UTF-16LE", "UTF-16BE",     "IBM850" };

static const struct
{
  char separator;
  const char *label;
} separators[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
  { '|', N_ ("Vertical bar") },
};

static const char *
get_format_label (StreekSourceFormat format)
{
  switch (format)
    {
    case STREEK_SOURCE_BESTAT:
      return _ ("be.STAT file (JSON)");
    case STREEK_SOURCE_XLSX:
      return _ ("Excel spreadsheet (XLSX)");
    case STREEK_SOURCE_ODS:
      return _ ("OpenDocument spreadsheet (ODS)");
    case STREEK_SOURCE_XLS:
      return _ ("Old Excel spreadsheet (XLS)");
    case STREEK_SOURCE_DELIMITED:
    default:
      return _ ("Text in columns (CSV)");
    }
}

static const char *
get_separator_label (char separator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return _ (separators[i].label);

  return NULL;
}

static void
append (GListStore *choices, const char *id, const char *title)
{
  g_autoptr (StreekChoice) choice = streek_choice_new (id, title, NULL, NULL);

  g_list_store_append (choices, choice);
}

/* The first choice leaves it to the program, and says what that found. */
static void
append_recognised (GListStore *choices, const char *found)
{
  g_autofree char *title = found != NULL
                             /* Translators: %s is an encoding or what separates columns. */
                             ? g_strdup_printf (_ ("%s (recognised)"), found)
                             : g_strdup (_ ("Recognise it"));

  append (choices, "", title);
}

static void
fill_combo (AdwComboRow *row, GListStore *choices, const char *current)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
  streek_import_row_select (row, G_LIST_MODEL (choices), current);
}

/* "" for the first one */
static const char *
get_selected (AdwComboRow *row)
{
  StreekChoice *choice = adw_combo_row_get_selected_item (row);

  return choice != NULL ? streek_choice_get_id (choice) : "";
}

static void
fill_encoding (StreekImportFilePage *self, const StreekSource *source)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const char *chosen = streek_import_task_get_encoding (self->task);

  append_recognised (choices,
                     source != NULL && chosen == NULL ? streek_source_get_encoding (source) : NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    append (choices, encodings[i], encodings[i]);

  fill_combo (self->encoding_row, choices, chosen != NULL ? chosen : "");
}

static void
fill_separator (StreekImportFilePage *self, const StreekSource *source)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const char chosen[] = { streek_import_task_get_separator (self->task), '\0' };

  append_recognised (choices, source != NULL && *chosen == '\0'
                                ? get_separator_label (streek_source_get_separator (source))
                                : NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char id[] = { separators[i].separator, '\0' };

      append (choices, id, _ (separators[i].label));
    }

  fill_combo (self->separator_row, choices, chosen);
}

static void
fill_sheets (StreekImportFilePage *self, StreekSource *source)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  guint n = source != NULL ? streek_source_get_n_sheets (source) : 0;
  const char *chosen = streek_import_task_get_sheet (self->task);

  append (choices, "", _ ("All that have these columns"));

  for (guint i = 0; i < n; i++)
    {
      const char *name = streek_source_get_sheet_name (source, i);
      g_autofree char *hidden = streek_source_is_sheet_hidden (source, i)
                                  /* Translators: %s is a sheet of a spreadsheet. */
                                  ? g_strdup_printf (_ ("%s (hidden)"), name)
                                  : NULL;

      append (choices, name != NULL ? name : "", hidden != NULL ? hidden : name);
    }

  fill_combo (self->sheet_row, choices, chosen != NULL ? chosen : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
}

static void
fill_profiles (StreekImportFilePage *self, const StreekImportLoad *load)
{
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);
  const char *note = mapping != NULL && mapping->name != NULL ? mapping->note : NULL;
  g_autofree char *escaped = note != NULL ? g_markup_escape_text (note, -1) : g_strdup ("");

  append (choices, "", _ ("None: columns are recognised by what stands in them"));

  for (guint i = 0; load->profiles != NULL && i < load->profiles->len; i++)
    {
      const StreekMapping *profile = load->profiles->pdata[i];

      append (choices, profile->name, profile->title != NULL ? profile->title : profile->name);
    }

  fill_combo (self->profile_row, choices,
              mapping != NULL && mapping->name != NULL ? mapping->name : "");
  adw_action_row_set_subtitle (self->note_row, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), *escaped != '\0');
}

static void
fill_name (StreekImportFilePage *self, const StreekSource *source)
{
  g_autofree char *base = g_path_get_basename (streek_import_task_get_path (self->task));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *size = source != NULL ? g_format_size (streek_source_get_size (source)) : NULL;
  g_autofree char *what =
    source != NULL
      ? g_strdup_printf ("%s · %s", get_format_label (streek_source_get_format (source)), size)
      : g_strdup ("");
  const char *remark = source != NULL ? streek_source_get_remark (source) : NULL;
  g_autofree char *escaped = g_markup_escape_text (remark != NULL ? remark : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), title);
  adw_action_row_set_subtitle (self->name_row, what);
  adw_action_row_set_subtitle (self->remark_row, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->remark_row), remark != NULL);
}

static void
fill_from_load (StreekImportFilePage *self, const StreekImportLoad *load)
{
  StreekSource *source = load->source;
  /* what cannot be opened may still be text in another encoding */
  gboolean is_text = source == NULL || streek_source_get_format (source) == STREEK_SOURCE_DELIMITED;

  fill_name (self, source);
  fill_encoding (self, source);
  fill_separator (self, source);
  fill_sheets (self, source);
  fill_profiles (self, load);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), is_text);
}

static void
update (StreekImportFilePage *self)
{
  const StreekImportLoad *load = streek_import_task_get_load (self->task);
  const StreekMapping *mapping = streek_import_task_get_mapping (self->task);

  self->is_filling = TRUE;

  if (load == NULL)
    fill_name (self, NULL);
  else if (load != self->shown)
    fill_from_load (self, load);

  self->shown = load;

  if (mapping != NULL)
    {
      streek_import_row_set_text (self->source_row, mapping->source);
      streek_import_row_set_text (self->licence_row, mapping->licence);
      if (!streek_import_row_is_wrong (self->date_row))
        streek_import_row_set_text (self->date_row, mapping->extracted_on);
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->origin_group), mapping != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->profile_row), load != NULL && load->source != NULL);
  self->is_filling = FALSE;
  streek_import_profiles_update (GTK_WIDGET (self), STREEK_PROFILED (self->task));
}

static void
on_encoding_cb (StreekImportFilePage *self)
{
  const char *id = get_selected (self->encoding_row);

  if (!self->is_filling)
    streek_import_task_set_encoding (self->task, *id != '\0' ? id : NULL);
}

static void
on_separator_cb (StreekImportFilePage *self)
{
  if (!self->is_filling)
    streek_import_task_set_separator (self->task, *get_selected (self->separator_row));
}

static void
on_sheet_cb (StreekImportFilePage *self)
{
  const char *id = get_selected (self->sheet_row);

  if (!self->is_filling)
    streek_import_task_set_sheet (self->task, *id != '\0' ? id : NULL);
}

static void
on_profile_cb (StreekImportFilePage *self)
{
  if (self->is_filling || self->shown == NULL || self->shown->profiles == NULL)
    return;

  g_autoptr (StreekMapping) profile =
    streek_profile_find (self->shown->profiles, get_selected (self->profile_row), NULL);

  streek_import_task_set_profile (self->task, profile);
}

/* A date that cannot be one is marked, and not taken. */
static gboolean
take_date (StreekImportFilePage *self, StreekMapping *mapping)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  StreekDate date;
  gboolean is_right = *text == '\0' || streek_date_parse (text, &date, NULL);

  streek_import_row_mark (self->date_row, is_right);
  if (is_right)
    streek_mapping_set_text (&mapping->extracted_on, *text != '\0' ? text : NULL);

  return is_right;
}

static void
on_origin_cb (StreekImportFilePage *self)
{
  StreekMapping *mapping = self->task != NULL ? streek_import_task_get_mapping (self->task) : NULL;

  if (self->is_filling || mapping == NULL)
    return;

  const char *source = gtk_editable_get_text (GTK_EDITABLE (self->source_row));
  const char *licence = gtk_editable_get_text (GTK_EDITABLE (self->licence_row));

  streek_mapping_set_text (&mapping->source, *source != '\0' ? source : NULL);
  streek_mapping_set_text (&mapping->licence, *licence != '\0' ? licence : NULL);
  if (take_date (self, mapping))
    streek_import_task_edited (self->task);
}

static void
save_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_save (widget, STREEK_PROFILED (STREEK_IMPORT_FILE_PAGE (widget)->task));
}

static void
delete_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_delete (widget, STREEK_PROFILED (STREEK_IMPORT_FILE_PAGE (widget)->task));
}

static void
export_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_export (widget, STREEK_PROFILED (STREEK_IMPORT_FILE_PAGE (widget)->task));
}

static void
import_profile (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_import_profiles_import (widget, STREEK_PROFILED (STREEK_IMPORT_FILE_PAGE (widget)->task));
}

static void
streek_import_file_page_dispose (GObject *object)
{
  StreekImportFilePage *self = STREEK_IMPORT_FILE_PAGE (object);

  g_clear_object (&self->task);

  G_OBJECT_CLASS (streek_import_file_page_parent_class)->dispose (object);
}

static void
streek_import_file_page_class_init (StreekImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_import_file_page_dispose;

  g_type_ensure (STREEK_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, remark_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, profile_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, note_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, origin_group);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, licence_row);
  gtk_widget_class_bind_template_child (widget_class, StreekImportFilePage, date_row);
  gtk_widget_class_bind_template_callback (widget_class, on_encoding_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_separator_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_origin_cb);
  gtk_widget_class_install_action (widget_class, "profile.save", NULL, save_profile);
  gtk_widget_class_install_action (widget_class, "profile.delete", NULL, delete_profile);
  gtk_widget_class_install_action (widget_class, "profile.export", NULL, export_profile);
  gtk_widget_class_install_action (widget_class, "profile.import", NULL, import_profile);
}

static void
streek_import_file_page_init (StreekImportFilePage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

void
streek_import_file_page_set_task (StreekImportFilePage *self, StreekImportTask *task)
{
  g_return_if_fail (STREEK_IS_IMPORT_FILE_PAGE (self) && self->task == NULL);

  self->task = g_object_ref (task);
  g_signal_connect_object (task, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
