/* streek-formula-preview.c: what a formula gives for one area, before anything is written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-formula-preview.h"

#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  StreekDefinition *definition;
  char *area;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  streek_definition_free (preview->definition);
  g_free (preview->area);
  g_free (preview);
}

static char *
describe (const StreekIndicator *indicator,
          const StreekArea *area,
          StreekPeriod period,
          const StreekTotal *total)
{
  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *when = streek_format_period (format, period);

  if (total->missing != STREEK_MISSING_NONE)
    return g_strdup_printf ("%s, %s: %s. %s", area->name, when,
                            streek_missing_get_label (total->missing),
                            total->note != NULL ? total->note : "");

  g_autofree char *value = streek_format_number (format, total->value, indicator->decimals);

  return g_strdup_printf ("%s, %s: %s %s", area->name, when, value, indicator->unit);
}

static char *
compute (StreekWorkspace *workspace, const Preview *preview, StreekDb *db, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;
  StreekIndicator indicator = { .code = preview->definition->code };
  StreekPeriod period;
  StreekTotal total;
  StreekDate used;

  if (catalogue == NULL || !streek_definition_fill (preview->definition, &indicator, NULL, error))
    return NULL;

  if (!streek_catalogue_find_newest_period (catalogue, &indicator, &period))
    return g_strdup (_ ("There is no period of which all these indicators have figures."));

  g_autoptr (StreekTotals) totals = streek_totals_new (db, areas, catalogue);
  const StreekArea *area = streek_areas_resolve_ref (
    areas, preview->area, streek_indicator_get_area_date (&indicator, period), &used, error);

  if (area == NULL || !streek_totals_compute (totals, &indicator, area, period, NAN, &total, error))
    return NULL;

  char *text = describe (&indicator, area, period, &total);

  streek_total_clear (&total);

  return text;
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StreekWorkspace *workspace = source;
  GError *error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, &error);
  char *text =
    reader != NULL ? compute (workspace, data, streek_reader_get_db (reader), &error) : NULL;

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * streek_formula_preview_async:
 * @definition: of which the formula was checked
 * @area: SET:CODE
 */
void
streek_formula_preview_async (StreekWorkspace *workspace,
                              const StreekDefinition *definition,
                              const char *area,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && definition != NULL && area != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Preview *preview = g_new0 (Preview, 1);

  preview->definition = streek_definition_copy (definition);
  preview->area = g_strdup (area);
  g_task_set_task_data (task, preview, preview_free);
  g_task_run_in_thread (task, preview_in_thread);
}

/**
 * streek_formula_preview_finish:
 *
 * Returns: (transfer full): area, period and value in words, or %NULL with @error set
 */
char *
streek_formula_preview_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
