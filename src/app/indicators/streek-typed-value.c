/* streek-typed-value.c: a single value as people type it: what is known, the number, how exactly */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-typed-value.h"

#include "base/streek-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_DECIMALS 10

/* In the order of the rows. */
static const StreekMissing kinds[] = { STREEK_MISSING_NONE, STREEK_MISSING_UNKNOWN,
                                       STREEK_MISSING_HIDDEN, STREEK_MISSING_NOT_APPLICABLE,
                                       STREEK_MISSING_NOT_YET };

static void
fill (AdwComboRow *row, const char *first, const char *(*get_label) (guint index), guint n)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, first);

  for (guint i = 1; i < n; i++)
    gtk_string_list_append (model, get_label (i));

  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static const char *
get_kind_label (guint index)
{
  return streek_missing_get_label (kinds[index]);
}

static const char *
get_qualifier_label (guint index)
{
  return streek_qualifier_get_label ((StreekQualifier) index);
}

static const char *
get_status_label (guint index)
{
  return streek_status_get_label ((StreekStatus) index);
}

void
streek_typed_rows_start (const StreekTypedRows *rows)
{
  fill (rows->kind_row, C_ ("kind of figure", "A number"), get_kind_label, G_N_ELEMENTS (kinds));

  if (rows->qualifier_row != NULL)
    fill (rows->qualifier_row, C_ ("how exactly a figure is stated", "Exactly"),
          get_qualifier_label, STREEK_QUALIFIER_ABOVE + 1);
  if (rows->status_row != NULL)
    fill (rows->status_row, C_ ("status of a figure", "Final"), get_status_label,
          STREEK_STATUS_PROJECTION + 1);
}

static StreekMissing
get_kind (const StreekTypedRows *rows)
{
  return kinds[MIN (adw_combo_row_get_selected (rows->kind_row), G_N_ELEMENTS (kinds) - 1)];
}

void
streek_typed_rows_set (const StreekTypedRows *rows, const StreekTyped *typed, int decimals)
{
  g_autofree char *text =
    isnan (typed->value)
      ? g_strdup ("")
      : streek_format_number (streek_format_get_default (), typed->value,
                              decimals >= 0 ? decimals
                                            : streek_format_count_decimals (typed->value));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == typed->missing)
      adw_combo_row_set_selected (rows->kind_row, i);

  gtk_editable_set_text (GTK_EDITABLE (rows->value_row), text);

  if (rows->qualifier_row != NULL)
    adw_combo_row_set_selected (rows->qualifier_row, typed->qualifier);
  if (rows->status_row != NULL)
    adw_combo_row_set_selected (rows->status_row, typed->status);
}

gboolean
streek_typed_rows_read (const StreekTypedRows *rows, StreekTyped *typed)
{
  *typed = (StreekTyped){ .value = NAN, .missing = get_kind (rows) };

  if (rows->status_row != NULL)
    typed->status =
      (StreekStatus) MIN (adw_combo_row_get_selected (rows->status_row), STREEK_STATUS_PROJECTION);

  gboolean is_number = typed->missing == STREEK_MISSING_NONE;

  gtk_widget_set_sensitive (GTK_WIDGET (rows->value_row), is_number);

  if (rows->qualifier_row != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (rows->qualifier_row), is_number);
  if (!is_number)
    return TRUE;

  if (rows->qualifier_row != NULL)
    typed->qualifier = (StreekQualifier) MIN (adw_combo_row_get_selected (rows->qualifier_row),
                                              STREEK_QUALIFIER_ABOVE);

  return streek_format_parse_number (streek_format_get_default (),
                                     gtk_editable_get_text (GTK_EDITABLE (rows->value_row)),
                                     &typed->value);
}

char *
streek_typed_rows_dup_understood (const StreekTypedRows *rows, const char *unit, int decimals)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (rows->value_row));
  StreekTyped typed;
  gboolean is_right = streek_typed_rows_read (rows, &typed);

  if (typed.missing != STREEK_MISSING_NONE || text[0] == '\0')
    return g_strdup ("");
  if (!is_right)
    return g_strdup (_ ("This is not a number."));

  /* as many decimals as were typed, so that nothing is hidden by rounding */
  const char *point = strrchr (text, streek_format_get_decimal_mark (streek_format_get_default ()));
  int n_typed = point != NULL ? (int) MIN (strlen (point + 1), MAX_DECIMALS) : 0;
  g_autofree char *number = streek_format_number (
    streek_format_get_default (), typed.value,
    MAX (MAX (decimals, n_typed), streek_format_count_decimals (typed.value)));

  if (unit[0] == '\0')
    /* Translators: a number, as the program understood what was typed. */
    return g_strdup_printf (_ ("Understood as %s."), number);

  /* Translators: a number and its unit, as the program understood what was typed. */
  return g_strdup_printf (_ ("Understood as %1$s %2$s."), number, unit);
}

char *
streek_typed_dup_words (const StreekTyped *typed, const char *unit, int decimals)
{
  if (typed->missing != STREEK_MISSING_NONE)
    return g_strdup (streek_missing_get_label (typed->missing));

  const char *sign = streek_qualifier_get_sign (typed->qualifier);
  g_autofree char *number =
    streek_format_number (streek_format_get_default (), typed->value,
                          MAX (decimals, streek_format_count_decimals (typed->value)));
  GString *words = g_string_new (sign);

  g_string_append_printf (words, "%s%s", sign[0] != '\0' ? "\u00a0" : "", number);

  if (unit != NULL && unit[0] != '\0')
    g_string_append_printf (words, "\u00a0%s", unit);

  return g_string_free (words, FALSE);
}

gboolean
streek_typed_read_period (AdwEntryRow *row, StreekPeriod *period)
{
  g_autofree char *text = streek_typed_dup_text (row);

  *period = (StreekPeriod){ 0 };

  return text == NULL || streek_period_parse (text, period, NULL);
}

char *
streek_typed_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
