/* streek-correction-window.c: another figure in place of the source's, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-correction-window.h"

#include <glib/gi18n.h>
#include <math.h>

struct _StreekCorrectionWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwComboRow *kind_row;
  AdwEntryRow *value_row;
  AdwEntryRow *reason_row;
  AdwEntryRow *source_row;
  GtkLabel *understood_label;
  GtkWidget *restore_button;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;

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

/* In the order of the rows. */
static const StreekMissing kinds[] = { STREEK_MISSING_NONE, STREEK_MISSING_UNKNOWN,
                                       STREEK_MISSING_HIDDEN, STREEK_MISSING_NOT_APPLICABLE,
                                       STREEK_MISSING_NOT_YET };

G_DEFINE_FINAL_TYPE (StreekCorrectionWindow, streek_correction_window, ADW_TYPE_WINDOW)

static StreekMissing
get_kind (StreekCorrectionWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return kinds[MIN (selected, G_N_ELEMENTS (kinds) - 1)];
}

static gboolean
read_value (StreekCorrectionWindow *self, double *value)
{
  *value = NAN;

  return get_kind (self) != STREEK_MISSING_NONE ||
         streek_format_parse_number (streek_format_get_default (),
                                     gtk_editable_get_text (GTK_EDITABLE (self->value_row)), value);
}

/* What a number was taken for stands under it, because 10.000 can be read in two ways. */
static void
update_understood (StreekCorrectionWindow *self, gboolean is_number, double value)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->value_row));
  g_autofree char *text = NULL;

  if (get_kind (self) != STREEK_MISSING_NONE || typed[0] == '\0')
    text = g_strdup ("");
  else if (!is_number)
    text = g_strdup (_ ("This is not a number."));
  else
    {
      /* as many decimals as were typed, so that nothing is hidden by rounding */
      const char *point =
        strrchr (typed, streek_format_get_decimal_mark (streek_format_get_default ()));
      int n_typed = point != NULL ? (int) MIN (strlen (point + 1), 10) : 0;
      g_autofree char *number =
        streek_format_number (streek_format_get_default (), value, MAX (self->decimals, n_typed));

      /* Translators: a number and its unit, as the program understood what was typed. */
      text = g_strdup_printf (_ ("Understood as %1$s %2$s."), number, self->unit);
    }

  gtk_label_set_text (self->understood_label, text);
}

static void
update (StreekCorrectionWindow *self)
{
  double value;
  gboolean is_number = read_value (self, &value);
  g_autofree char *reason =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->value_row), get_kind (self) == STREEK_MISSING_NONE);
  update_understood (self, is_number, value);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "correction.save",
                                 is_number && reason[0] != '\0');
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekCorrectionWindow) self = user_data; /* the reference taken when it was sent */
  g_autoptr (GError) error = NULL;

  if (streek_edits_finish (self->workspace, result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_text (self->error_label, error->message);
  gtk_info_bar_set_revealed (self->error_bar, TRUE);
  update (self);
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
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCorrectionWindow *self = STREEK_CORRECTION_WINDOW (widget);
  const char *source = gtk_editable_get_text (GTK_EDITABLE (self->source_row));
  StreekValueRef ref = get_ref (self);
  StreekCorrection correction = {
    .missing = get_kind (self),
    .status = STREEK_STATUS_FINAL,
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row)),
    .source = source[0] != '\0' ? source : NULL,
    .made_at = g_get_real_time (),
  };

  if (!read_value (self, &correction.value))
    return;

  gtk_widget_action_set_enabled (widget, "correction.save", FALSE);
  streek_edits_correct_value_async (self->workspace, &ref, &correction, on_done_cb,
                                    g_object_ref (self));
}

static void
restore (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCorrectionWindow *self = STREEK_CORRECTION_WINDOW (widget);
  StreekValueRef ref = get_ref (self);

  streek_edits_restore_value_async (self->workspace, &ref, on_done_cb, g_object_ref (self));
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

  G_OBJECT_CLASS (klass)->dispose = streek_correction_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-correction-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, value_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, understood_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekCorrectionWindow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "correction.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "correction.restore", NULL, restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_correction_window_init (StreekCorrectionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  GtkStringList *model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, C_ ("kind of figure", "A number"));

  for (gsize i = 1; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (model, streek_missing_get_label (kinds[i]));

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (model));
  g_object_unref (model);
}

static void
fill (StreekCorrectionWindow *self, double value, StreekMissing missing)
{
  const StreekFormat *format = streek_format_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == missing)
      adw_combo_row_set_selected (self->kind_row, i);

  g_autofree char *text =
    isnan (value) ? g_strdup ("") : streek_format_number (format, value, self->decimals);

  gtk_editable_set_text (GTK_EDITABLE (self->value_row), text);
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
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_visible (self->restore_button, is_corrected);
  fill (self, value, missing);
  update (self);

  return GTK_WIDGET (self);
}
