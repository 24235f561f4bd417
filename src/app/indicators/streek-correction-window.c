/* streek-correction-window.c: another figure in place of the source's, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-correction-window.h"

#include "indicators/streek-typed-value.h"

struct _StreekCorrectionWindow
{
  StreekEditWindow parent_instance;

  AdwComboRow *kind_row;
  AdwEntryRow *value_row;
  AdwEntryRow *reason_row;
  AdwEntryRow *source_row;
  GtkLabel *understood_label;
  GtkWidget *restore_button;

  StreekWorkspace *workspace;
  char *indicator;
  char *area;
  char *indicator_name;
  char *area_name;
  StreekDate on;
  StreekPeriod period;
  char *unit;
  int decimals;
};

G_DEFINE_FINAL_TYPE (StreekCorrectionWindow, streek_correction_window, STREEK_TYPE_EDIT_WINDOW)

static StreekTypedRows
get_rows (StreekCorrectionWindow *self)
{
  return (StreekTypedRows){ .kind_row = self->kind_row, .value_row = self->value_row };
}

static void
update (StreekCorrectionWindow *self)
{
  StreekTypedRows rows = get_rows (self);
  StreekTyped typed;
  gboolean is_right = streek_typed_rows_read (&rows, &typed);
  g_autofree char *understood =
    streek_typed_rows_dup_understood (&rows, self->unit, self->decimals);
  g_autofree char *reason = streek_typed_dup_text (self->reason_row);

  gtk_label_set_text (self->understood_label, understood);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), is_right && reason != NULL);
}

static StreekValueRef
get_ref (StreekCorrectionWindow *self)
{
  return (StreekValueRef){ .indicator = self->indicator,
                           .area = self->area,
                           .on = self->on,
                           .period = self->period,
                           .indicator_name = self->indicator_name,
                           .area_name = self->area_name };
}

static void
streek_correction_window_update (StreekEditWindow *window)
{
  update (STREEK_CORRECTION_WINDOW (window));
}

static void
streek_correction_window_save (StreekEditWindow *window)
{
  StreekCorrectionWindow *self = STREEK_CORRECTION_WINDOW (window);
  const char *source = gtk_editable_get_text (GTK_EDITABLE (self->source_row));
  StreekValueRef ref = get_ref (self);
  StreekTypedRows rows = get_rows (self);
  StreekTyped typed;

  if (!streek_typed_rows_read (&rows, &typed))
    return;

  StreekCorrection correction = {
    .value = typed.value,
    .missing = typed.missing,
    .status = STREEK_STATUS_FINAL,
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row)),
    .source = source[0] != '\0' ? source : NULL,
    .made_at = g_get_real_time (),
  };

  streek_edits_correct_value_async (self->workspace, &ref, &correction, streek_edit_window_end_cb,
                                    streek_edit_window_hold (window));
}

static void
restore (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCorrectionWindow *self = STREEK_CORRECTION_WINDOW (widget);
  StreekValueRef ref = get_ref (self);

  streek_edits_restore_value_async (self->workspace, &ref, streek_edit_window_end_cb,
                                    streek_edit_window_hold (STREEK_EDIT_WINDOW (self)));
}

static void
streek_correction_window_dispose (GObject *object)
{
  StreekCorrectionWindow *self = STREEK_CORRECTION_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->indicator_name, g_free);
  g_clear_pointer (&self->area_name, g_free);
  g_clear_pointer (&self->unit, g_free);

  G_OBJECT_CLASS (streek_correction_window_parent_class)->dispose (object);
}

static void
streek_correction_window_class_init (StreekCorrectionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_correction_window_dispose;
  edit_class->save = streek_correction_window_save;
  edit_class->update = streek_correction_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-correction-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, value_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, understood_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "correction.restore", NULL, restore);
}

static void
streek_correction_window_init (StreekCorrectionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  StreekTypedRows rows = get_rows (self);

  streek_typed_rows_start (&rows);
}

GtkWidget *
streek_correction_window_new (GtkWindow *parent,
                              StreekWorkspace *workspace,
                              const StreekValueRef *ref,
                              const StreekIndicator *indicator,
                              double value,
                              StreekMissing missing,
                              gboolean is_corrected)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && ref != NULL && indicator != NULL, NULL);

  StreekCorrectionWindow *self =
    g_object_new (STREEK_TYPE_CORRECTION_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *period = streek_format_period (streek_format_get_default (), ref->period);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s · %s", ref->indicator_name, ref->area_name, period);

  self->workspace = g_object_ref (workspace);
  self->indicator = g_strdup (ref->indicator);
  self->area = g_strdup (ref->area);
  self->indicator_name = g_strdup (ref->indicator_name);
  self->area_name = g_strdup (ref->area_name);
  self->on = ref->on;
  self->period = ref->period;
  self->unit = g_strdup (indicator->unit);
  self->decimals = indicator->decimals;
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), subtitle);
  gtk_widget_set_visible (self->restore_button, is_corrected);

  StreekTypedRows rows = get_rows (self);
  StreekTyped typed = { .value = value, .missing = missing };

  streek_typed_rows_set (&rows, &typed, indicator->decimals);
  update (self);

  return GTK_WIDGET (self);
}
