/* streek-new-indicator-window.c: makes an indicator that comes with a file, or changes some that do
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-new-indicator-window.h"

#include "indicator/streek-indicator-target.h"
#include "indicators/streek-indicator-words.h"

#include <glib/gi18n.h>

struct _StreekNewIndicatorWindow
{
  AdwWindow parent_instance;

  GtkButton *add_button;
  AdwPreferencesGroup *names_group;
  AdwEntryRow *name_row;
  AdwEntryRow *unit_row;
  AdwEntryRow *theme_row;
  AdwComboRow *kind_row;
  AdwComboRow *time_row;
  AdwComboRow *direction_row;
  AdwActionRow *decimals_row;
  GtkSpinButton *decimals_spin;
  AdwEntryRow *definition_row;
  AdwEntryRow *source_row;

  StreekContext *context;
  StreekImportTask *task;
  GPtrArray
    *codes; /* (nullable) (element-type utf8): of those that are changed; NULL: one is made */
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekNewIndicatorWindow, streek_new_indicator_window, ADW_TYPE_WINDOW)

/* In the order of the rows. */
static const StreekIndicatorKind kinds[] = { STREEK_INDICATOR_COUNT, STREEK_INDICATOR_OTHER };
static const char *const kind_words[] = {
  N_ ("A count: figures of areas add up"),
  N_ ("Anything else, such as a median or a percentage: they do not"),
};
static const StreekTimeKind time_kinds[] = { STREEK_TIME_STOCK_FIRST_DAY,
                                             STREEK_TIME_STOCK_LAST_DAY, STREEK_TIME_FLOW,
                                             STREEK_TIME_AVERAGE, STREEK_TIME_CUMULATIVE };
static const StreekDirection directions[] = { STREEK_DIRECTION_NEUTRAL,
                                              STREEK_DIRECTION_HIGHER_IS_BETTER,
                                              STREEK_DIRECTION_LOWER_IS_BETTER,
                                              STREEK_DIRECTION_LOWER_IS_TIGHTER };

/* (transfer full): without spaces around it */
static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_about_several (StreekNewIndicatorWindow *self)
{
  return self->codes != NULL && self->codes->len > 1;
}

/* Several may stay as they are in everything. */
static void
update (StreekNewIndicatorWindow *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *unit = dup_text (self->unit_row);
  g_autofree char *theme = dup_text (self->theme_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-indicator.add",
                                 is_about_several (self) ||
                                   (*name != '\0' && *unit != '\0' && *theme != '\0'));
}

/* One that nothing else has. */
static char *
make_code (StreekNewIndicatorWindow *self, const StreekMapping *mapping, const char *name)
{
  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autofree char *plain = streek_indicator_target_make_code (name);
  char *code = g_strdup (plain);

  for (guint n = 2; streek_mapping_find_indicator (mapping, code) != NULL ||
                    (catalogue != NULL && streek_catalogue_find (catalogue, code, NULL) != NULL);
       n++)
    {
      g_free (code);
      code = g_strdup_printf ("%s_%u", plain, n);
    }

  return code;
}

/* -1: as it is */
static int
get_choice (StreekNewIndicatorWindow *self, AdwComboRow *row)
{
  return (int) adw_combo_row_get_selected (row) - (is_about_several (self) ? 1 : 0);
}

static void
set_choice (StreekNewIndicatorWindow *self, AdwComboRow *row, guint choice)
{
  adw_combo_row_set_selected (row, choice + (is_about_several (self) ? 1 : 0));
}

/* What is left empty of several stays as it is. */
static void
take_text (char **place, AdwEntryRow *row)
{
  g_autofree char *text = dup_text (row);

  if (*text != '\0')
    streek_mapping_set_text (place, text);
}

static void
take_choices (StreekNewIndicatorWindow *self, StreekNewIndicator *fresh)
{
  int kind = get_choice (self, self->kind_row);
  int time = get_choice (self, self->time_row);
  int direction = get_choice (self, self->direction_row);

  if (kind >= 0)
    streek_mapping_set_text (&fresh->kind, streek_indicator_get_kind_id (kinds[kind]));
  if (time >= 0)
    streek_mapping_set_text (&fresh->time_kind,
                             streek_indicator_get_time_kind_id (time_kinds[time]));
  if (direction >= 0)
    streek_mapping_set_text (&fresh->direction,
                             streek_indicator_get_direction_id (directions[direction]));
}

/* What only one indicator has for itself. */
static void
take_own (StreekNewIndicatorWindow *self, StreekNewIndicator *fresh)
{
  g_autofree char *definition = dup_text (self->definition_row);

  take_text (&fresh->name, self->name_row);
  fresh->decimals = gtk_spin_button_get_value_as_int (self->decimals_spin);
  streek_mapping_set_text (&fresh->definition, *definition != '\0' ? definition : NULL);
}

static void
take_all (StreekNewIndicatorWindow *self, StreekNewIndicator *fresh)
{
  if (!is_about_several (self))
    take_own (self, fresh);

  take_text (&fresh->unit, self->unit_row);
  take_text (&fresh->theme, self->theme_row);
  take_choices (self, fresh);
}

static void
change_all (StreekNewIndicatorWindow *self, StreekMapping *mapping)
{
  const StreekImport *import = streek_import_task_get_import (self->task);

  for (guint i = 0; import != NULL && i < self->codes->len; i++)
    {
      const StreekNewIndicator *read =
        streek_mapping_find_indicator (import->mapping, self->codes->pdata[i]);

      if (read != NULL)
        take_all (self, streek_mapping_take_indicator (mapping, read));
    }

  streek_import_task_edited (self->task);
}

static void
make_one (StreekNewIndicatorWindow *self, StreekMapping *mapping)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *code = make_code (self, mapping, name);

  take_all (self, streek_mapping_add_indicator (mapping, code));
  g_signal_emit (self, signals[SIGNAL_MADE], 0, code, name);
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekNewIndicatorWindow *self = STREEK_NEW_INDICATOR_WINDOW (widget);
  StreekMapping *mapping = streek_import_task_get_mapping (self->task);

  if (mapping == NULL)
    return;

  take_text (&mapping->source, self->source_row);
  if (self->codes != NULL)
    change_all (self, mapping);
  else
    make_one (self, mapping);

  gtk_window_close (GTK_WINDOW (self));
}

/* @leaves: several are changed, and each may keep its own */
static void
fill_words (StreekNewIndicatorWindow *self, gboolean leaves)
{
  g_autoptr (GtkStringList) whats = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) meanings = gtk_string_list_new (NULL);

  if (leaves)
    {
      gtk_string_list_append (whats, _ ("Each as it is"));
      gtk_string_list_append (times, _ ("Each as it is"));
      gtk_string_list_append (meanings, _ ("Each as it is"));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    gtk_string_list_append (whats, _ (kind_words[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (time_kinds); i++)
    gtk_string_list_append (times, streek_time_kind_get_words (time_kinds[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    gtk_string_list_append (meanings, streek_direction_get_words (directions[i]));

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (whats));
  adw_combo_row_set_model (self->time_row, G_LIST_MODEL (times));
  adw_combo_row_set_model (self->direction_row, G_LIST_MODEL (meanings));
}

static void
show_choices (StreekNewIndicatorWindow *self, const StreekNewIndicator *read)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (read->kind, streek_indicator_get_kind_id (kinds[i])) == 0)
      set_choice (self, self->kind_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (time_kinds); i++)
    if (g_strcmp0 (read->time_kind, streek_indicator_get_time_kind_id (time_kinds[i])) == 0)
      set_choice (self, self->time_row, i);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (g_strcmp0 (read->direction, streek_indicator_get_direction_id (directions[i])) == 0)
      set_choice (self, self->direction_row, i);
}

static void
show_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_one (StreekNewIndicatorWindow *self, const StreekNewIndicator *read)
{
  show_text (self->name_row, read->name);
  show_text (self->unit_row, read->unit);
  show_text (self->theme_row, read->theme);
  show_text (self->definition_row, read->definition);
  gtk_spin_button_set_value (self->decimals_spin, read->decimals);
  show_choices (self, read);
}

/* What each has for itself is not asked of several. */
static void
show_several (StreekNewIndicatorWindow *self)
{
  g_autofree char *title = g_strdup_printf (
    ngettext ("Change %u Indicator", "Change %u Indicators", self->codes->len), self->codes->len);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_group_set_description (self->names_group,
                                         _ ("What stays empty stays as it is for each of them."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unit_row), _ ("Unit"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->theme_row), _ ("Theme"));
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->decimals_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->definition_row), FALSE);
  fill_words (self, TRUE);
}

static void
streek_new_indicator_window_dispose (GObject *object)
{
  StreekNewIndicatorWindow *self = STREEK_NEW_INDICATOR_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->task);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_new_indicator_window_parent_class)->dispose (object);
}

static void
streek_new_indicator_window_class_init (StreekNewIndicatorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_new_indicator_window_dispose;

  signals[SIGNAL_MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-new-indicator-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, unit_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, theme_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, time_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, direction_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, decimals_spin);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, decimals_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, names_group);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, definition_row);
  gtk_widget_class_bind_template_child (widget_class, StreekNewIndicatorWindow, source_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "new-indicator.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_new_indicator_window_init (StreekNewIndicatorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_words (self, FALSE);
  update (self);
}

static StreekNewIndicatorWindow *
make_window (GtkWindow *parent, StreekContext *context, StreekImportTask *task)
{
  StreekNewIndicatorWindow *self =
    g_object_new (STREEK_TYPE_NEW_INDICATOR_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  const StreekMapping *mapping = streek_import_task_get_mapping (task);

  self->context = g_object_ref (context);
  self->task = g_object_ref (task);
  show_text (self->source_row, mapping != NULL ? mapping->source : NULL);

  return self;
}

GtkWidget *
streek_new_indicator_window_new (GtkWindow *parent,
                                 StreekContext *context,
                                 StreekImportTask *task,
                                 const char *name)
{
  StreekNewIndicatorWindow *self = make_window (parent, context, task);

  show_text (self->name_row, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}

GtkWidget *
streek_new_indicator_window_new_to_change (GtkWindow *parent,
                                           StreekContext *context,
                                           StreekImportTask *task,
                                           GPtrArray *codes)
{
  StreekNewIndicatorWindow *self = make_window (parent, context, task);
  const StreekImport *import = streek_import_task_get_import (task);
  const StreekNewIndicator *first =
    import != NULL ? streek_mapping_find_indicator (import->mapping, codes->pdata[0]) : NULL;

  self->codes = g_ptr_array_ref (codes);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Change a New Indicator"));
  gtk_button_set_label (self->add_button, _ ("_Apply"));

  if (is_about_several (self))
    show_several (self);
  else if (first != NULL)
    show_one (self, first);

  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (is_about_several (self) ? self->unit_row : self->name_row));

  return GTK_WIDGET (self);
}
