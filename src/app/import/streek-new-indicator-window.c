/* streek-new-indicator-window.c: makes an indicator that comes with a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-new-indicator-window.h"

#include "indicator/streek-indicator-target.h"
#include "indicators/streek-indicator-words.h"

#include <glib/gi18n.h>

struct _StreekNewIndicatorWindow
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *unit_row;
  AdwEntryRow *theme_row;
  AdwComboRow *kind_row;
  AdwComboRow *time_row;
  AdwComboRow *direction_row;
  GtkSpinButton *decimals_spin;
  AdwEntryRow *definition_row;
  AdwEntryRow *source_row;

  StreekContext *context;
  StreekImportTask *task;
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

static void
update (StreekNewIndicatorWindow *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *unit = dup_text (self->unit_row);
  g_autofree char *theme = dup_text (self->theme_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-indicator.add",
                                 *name != '\0' && *unit != '\0' && *theme != '\0');
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

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekNewIndicatorWindow *self = STREEK_NEW_INDICATOR_WINDOW (widget);
  StreekMapping *mapping = streek_import_task_get_mapping (self->task);

  if (mapping == NULL)
    return;

  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *unit = dup_text (self->unit_row);
  g_autofree char *theme = dup_text (self->theme_row);
  g_autofree char *definition = dup_text (self->definition_row);
  g_autofree char *source = dup_text (self->source_row);
  g_autofree char *code = make_code (self, mapping, name);
  StreekNewIndicator *fresh = streek_mapping_add_indicator (mapping, code);

  streek_mapping_set_text (&fresh->name, name);
  streek_mapping_set_text (&fresh->unit, unit);
  streek_mapping_set_text (&fresh->theme, theme);
  streek_mapping_set_text (&fresh->kind, streek_indicator_get_kind_id (
                                           kinds[adw_combo_row_get_selected (self->kind_row)]));
  streek_mapping_set_text (
    &fresh->time_kind,
    streek_indicator_get_time_kind_id (time_kinds[adw_combo_row_get_selected (self->time_row)]));
  streek_mapping_set_text (&fresh->direction,
                           streek_indicator_get_direction_id (
                             directions[adw_combo_row_get_selected (self->direction_row)]));
  fresh->decimals = gtk_spin_button_get_value_as_int (self->decimals_spin);
  streek_mapping_set_text (&fresh->definition, *definition != '\0' ? definition : NULL);
  if (*source != '\0')
    streek_mapping_set_text (&mapping->source, source);

  g_signal_emit (self, signals[SIGNAL_MADE], 0, code, name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_words (StreekNewIndicatorWindow *self)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) meanings = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (time_kinds); i++)
    gtk_string_list_append (times, streek_time_kind_get_words (time_kinds[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    gtk_string_list_append (meanings, streek_direction_get_words (directions[i]));

  adw_combo_row_set_model (self->time_row, G_LIST_MODEL (times));
  adw_combo_row_set_model (self->direction_row, G_LIST_MODEL (meanings));
}

static void
streek_new_indicator_window_dispose (GObject *object)
{
  StreekNewIndicatorWindow *self = STREEK_NEW_INDICATOR_WINDOW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->task);

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
  fill_words (self);
  update (self);
}

GtkWidget *
streek_new_indicator_window_new (GtkWindow *parent,
                                 StreekContext *context,
                                 StreekImportTask *task,
                                 const char *name)
{
  StreekNewIndicatorWindow *self =
    g_object_new (STREEK_TYPE_NEW_INDICATOR_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  const StreekMapping *mapping = streek_import_task_get_mapping (task);

  self->context = g_object_ref (context);
  self->task = g_object_ref (task);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name != NULL ? name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->source_row),
                         mapping != NULL && mapping->source != NULL ? mapping->source : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
