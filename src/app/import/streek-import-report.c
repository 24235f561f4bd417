/* streek-import-report.c: what was found in a file and what it would change, as lines to read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-report.h"

#include "base/streek-format.h"
#include "reference/streek-report-row.h"
#include "workspace/streek-import-map.h"

#include <glib/gi18n.h>

/* The gravest first. */
static const StreekImportSeverity severities[] = { STREEK_IMPORT_QUESTION, STREEK_IMPORT_REJECTED,
                                                   STREEK_IMPORT_WARNING, STREEK_IMPORT_NOTE };

static char *
dup_number (guint64 n)
{
  return streek_format_number (streek_format_get_default (), (double) n, 0);
}

static gulong
plural (guint64 n)
{
  return (gulong) MIN (n, G_MAXUINT);
}

static void
append (GListStore *rows,
        const char *icon_name,
        const char *meaning,
        const char *title,
        const char *detail,
        GListStore *children)
{
  g_autoptr (StreekReportRow) row = streek_report_row_new (
    icon_name, meaning, title, detail, children != NULL ? G_LIST_MODEL (children) : NULL);

  g_list_store_append (rows, row);
}

static const char *
get_severity_icon (StreekImportSeverity severity)
{
  switch (severity)
    {
    case STREEK_IMPORT_QUESTION:
      return "dialog-question-symbolic";
    case STREEK_IMPORT_REJECTED:
      return "dialog-error-symbolic";
    case STREEK_IMPORT_WARNING:
      return "dialog-warning-symbolic";
    case STREEK_IMPORT_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static const char *
get_severity_label (StreekImportSeverity severity)
{
  switch (severity)
    {
    case STREEK_IMPORT_QUESTION:
      return C_ ("import", "Must Be Answered First");
    case STREEK_IMPORT_REJECTED:
      return C_ ("import", "Rejected");
    case STREEK_IMPORT_WARNING:
      return C_ ("import", "To Be Looked At");
    case STREEK_IMPORT_NOTE:
    default:
      return C_ ("import", "Good to Know");
    }
}

static void
add_part (GString *place, const char *part)
{
  g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", part);
}

/* "Sheet A · line 12 · column Total · “x” · 3 times" */
static char *
dup_place (const StreekImportFinding *finding, gboolean has_sheets)
{
  g_autoptr (GString) place = g_string_new (NULL);
  g_autofree char *line = NULL;
  g_autofree char *column = NULL;
  g_autofree char *text = NULL;
  g_autofree char *times = NULL;

  if (finding->sheet != NULL && has_sheets)
    add_part (place, finding->sheet);

  if (finding->line > 0)
    {
      g_autofree char *number = dup_number (finding->line);

      /* Translators: %s is the number of a line in a file. */
      line = g_strdup_printf (_ ("line %s"), number);
      add_part (place, line);
    }
  if (finding->column != NULL)
    {
      /* Translators: %s is the header of a column. */
      column = g_strdup_printf (_ ("column “%s”"), finding->column);
      add_part (place, column);
    }
  if (finding->text != NULL)
    {
      /* Translators: quotes what a file has there. */
      text = g_strdup_printf (_ ("“%s”"), finding->text);
      add_part (place, text);
    }
  if (finding->n > 1)
    {
      g_autofree char *n = dup_number (finding->n);

      times = g_strdup_printf (ngettext ("%s time", "%s times", plural (finding->n)), n);
      add_part (place, times);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

static GListStore *
list_of_severity (const StreekImport *import, StreekImportSeverity severity)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (guint i = 0; i < import->findings->len; i++)
    {
      const StreekImportFinding *finding = import->findings->pdata[i];
      g_autofree char *place =
        finding->severity == severity ? dup_place (finding, import->accounts->len > 1) : NULL;

      if (place != NULL)
        append (rows, get_severity_icon (severity), get_severity_label (severity), finding->message,
                place, NULL);
    }

  return rows;
}

GListStore *
streek_import_report_findings (const StreekImport *import)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      g_autoptr (GListStore) children = list_of_severity (import, severities[i]);
      guint64 n = streek_import_count (import, severities[i]);
      g_autofree char *number = dup_number (n);
      g_autofree char *detail =
        g_strdup_printf (ngettext ("%s finding", "%s findings", plural (n)), number);

      if (g_list_model_get_n_items (G_LIST_MODEL (children)) > 0)
        append (rows, get_severity_icon (severities[i]), "", get_severity_label (severities[i]),
                detail, children);
    }

  return rows;
}

/* Why rows were ignored or rejected, a line a reason. */
static GListStore *
list_reasons (const StreekImportAccount *account)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (guint state = STREEK_ROW_TAKEN + 1; state < STREEK_ROW_N_STATES; state++)
    {
      gboolean is_rejected = streek_row_state_is_rejected (state);
      g_autofree char *number = dup_number (account->states[state]);
      g_autofree char *detail =
        g_strdup_printf (ngettext ("%s row", "%s rows", plural (account->states[state])), number);

      if (account->states[state] > 0)
        append (rows, is_rejected ? "dialog-error-symbolic" : "action-unavailable-symbolic",
                is_rejected ? C_ ("rows", "Rejected") : C_ ("rows", "Ignored"),
                streek_row_state_get_label (state), detail, NULL);
    }

  return rows;
}

static void
append_account (GListStore *rows, const StreekImportAccount *account, gboolean has_others)
{
  g_autofree char *n_read = dup_number (account->n_read);
  g_autofree char *n_taken = dup_number (account->n_taken);
  g_autofree char *n_ignored = dup_number (account->n_ignored);
  g_autofree char *n_rejected = dup_number (account->n_rejected);
  g_autofree char *n_values = dup_number (account->n_values);
  g_autofree char *n_missing = dup_number (account->n_missing);
  /* Translators: four numbers of rows; the first is the sum of the others. */
  g_autofree char *sum =
    g_strdup_printf (_ ("%1$s rows read = %2$s taken + %3$s ignored + %4$s rejected"), n_read,
                     n_taken, n_ignored, n_rejected);
  /* Translators: two numbers of cells. */
  g_autofree char *cells =
    g_strdup_printf (_ ("%1$s cells with a figure, %2$s without"), n_values, n_missing);
  gboolean is_named = has_others && account->sheet != NULL && *account->sheet != '\0';
  g_autofree char *detail =
    is_named ? g_strdup_printf ("%s · %s", account->sheet, cells) : g_strdup (cells);
  g_autoptr (GListStore) reasons = list_reasons (account);

  append (rows, "streek-table-symbolic", "", sum, detail, reasons);
}

char *
streek_import_report_dup_counts (guint64 fresh, guint64 changed, guint64 unchanged)
{
  g_autofree char *n_new = dup_number (fresh);
  g_autofree char *n_changed = dup_number (changed);
  g_autofree char *n_unchanged = dup_number (unchanged);

  /* Translators: three numbers of figures. */
  return g_strdup_printf (_ ("%1$s new, %2$s changed, %3$s unchanged"), n_new, n_changed,
                          n_unchanged);
}

static void
append_series (GListStore *rows, const StreekImportSeries *series)
{
  g_autofree char *period = streek_format_period (streek_format_get_default (), series->period);
  g_autofree char *detail =
    streek_import_report_dup_counts (series->n_new, series->n_changed, series->n_unchanged);

  append (rows, "x-office-calendar-symbolic", "", period, detail, NULL);
}

/* Series stand by indicator and period; those of one indicator come under it. Returns where the
 * next one begins. */
static guint
append_indicator (GListStore *rows, const StreekImport *import, guint from)
{
  const StreekImportSeries *first = import->series->pdata[from];
  g_autoptr (GListStore) children = g_list_store_new (STREEK_TYPE_REPORT_ROW);
  guint64 n_new = 0;
  guint64 n_changed = 0;
  guint64 n_unchanged = 0;
  guint i = from;

  for (; i < import->series->len; i++)
    {
      const StreekImportSeries *series = import->series->pdata[i];

      if (g_strcmp0 (series->indicator, first->indicator) != 0)
        break;

      n_new += series->n_new;
      n_changed += series->n_changed;
      n_unchanged += series->n_unchanged;
      append_series (children, series);
    }

  g_autofree char *counts = streek_import_report_dup_counts (n_new, n_changed, n_unchanged);
  g_autofree char *detail = first->is_new_indicator
                              ? g_strdup_printf ("%s · %s", _ ("New indicator"), counts)
                              : g_strdup (counts);

  append (rows, "streek-indicators-symbolic", "",
          first->name != NULL ? first->name : first->indicator, detail, children);

  return i;
}

static GListStore *
list_changes (const StreekImport *import)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (guint i = 0; i < import->changes->len; i++)
    {
      const StreekImportChange *change = import->changes->pdata[i];
      const StreekImportSeries *series = import->series->pdata[change->series];
      g_autofree char *was = streek_import_dup_value (change->old_value, change->old_missing);
      g_autofree char *becomes = streek_import_dup_value (change->new_value, change->new_missing);
      g_autofree char *period = streek_format_period (streek_format_get_default (), series->period);
      /* Translators: an area, then what its figure was and what it becomes. */
      g_autofree char *title =
        g_strdup_printf (_ ("%1$s: %2$s → %3$s"), change->area_name, was, becomes);
      g_autofree char *detail = g_strdup_printf ("%s · %s", series->name, period);

      append (rows, "document-edit-symbolic", C_ ("figure", "Changed"), title, detail, NULL);
    }

  return rows;
}

GListStore *
streek_import_report_changes (const StreekImport *import)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);
  g_autoptr (GListStore) changes = list_changes (import);
  guint n_listed = import->changes->len;

  for (guint i = 0; i < import->accounts->len; i++)
    append_account (rows, import->accounts->pdata[i], import->accounts->len > 1);

  if (n_listed > 0)
    {
      g_autofree char *number = dup_number (import->n_changed);
      g_autofree char *detail =
        g_strdup_printf (ngettext ("%s figure", "%s figures", plural (import->n_changed)), number);
      /* Translators: %1$s is how many change, %2$u how many of them are listed. */
      g_autofree char *some =
        g_strdup_printf (_ ("%1$s, the first %2$u of them here"), detail, n_listed);

      append (rows, "document-edit-symbolic", "", _ ("Figures That Change: Was → Becomes"),
              import->n_changed > n_listed ? some : detail, changes);
    }

  for (guint i = 0; i < import->series->len;)
    i = append_indicator (rows, import, i);

  return rows;
}

char *
streek_import_dup_outcome (const StreekImport *import)
{
  if (streek_import_is_empty (import))
    return g_strdup (import->n_unchanged > 0
                       ? _ ("All figures of this file are here already: nothing changes.")
                       : _ ("This file brings no figures."));

  g_autofree char *n_new = dup_number (import->n_new);
  g_autofree char *n_changed = dup_number (import->n_changed);
  g_autofree char *added = g_strdup_printf (
    ngettext ("%s figure is added", "%s figures are added", plural (import->n_new)), n_new);
  g_autofree char *only = g_strdup_printf (
    ngettext ("%s figure changes", "%s figures change", plural (import->n_changed)), n_changed);
  g_autofree char *changed =
    g_strdup_printf (ngettext ("%s changes", "%s change", plural (import->n_changed)), n_changed);

  if (import->n_changed == 0)
    return g_strdup_printf ("%s.", added);
  if (import->n_new == 0)
    return g_strdup_printf ("%s.", only);

  /* Translators: "2 figures are added", then "3 change". */
  return g_strdup_printf (_ ("%1$s, %2$s."), added, changed);
}

guint64
streek_import_count_rejected (const StreekImport *import)
{
  guint64 n = 0;

  for (guint i = 0; i < import->accounts->len; i++)
    n += ((const StreekImportAccount *) import->accounts->pdata[i])->n_rejected;

  return MAX (n, import->n_bad_cells);
}
