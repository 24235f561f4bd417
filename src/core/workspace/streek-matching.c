/* streek-matching.c: which areas of a workspace have a given total, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-matching.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  SET,
  SET_NAME,
  CODE,
  NAME,
  VALID_FROM,
  VALID_TO,
  UNITS,
  PERIOD,
  VALUE,
  DIFFERENCE,
  DIFFERENCE_PCT,
  FIT,
  KNOWN,
  MEMBERS,
};

typedef struct
{
  StreekTotalMatchQuery query;
  char *indicator;
} Job;

static StreekTable *
make_table (const StreekIndicator *indicator, int decimals)
{
  StreekTable *table = streek_table_new ();

  decimals = MAX (decimals, indicator->decimals);
  streek_table_add_column (table, "set", _ ("Set"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "set_name", _ ("Set"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "valid_from", C_ ("column", "From"), STREEK_COLUMN_DATE, NULL, 0);
  streek_table_add_column (table, "valid_to", C_ ("column", "Until"), STREEK_COLUMN_DATE, NULL, 0);
  streek_table_add_column (table, "units", _ ("Municipalities"), STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (table, "period", _ ("Period"), STREEK_COLUMN_PERIOD, NULL, 0);
  streek_table_add_column (table, "value", C_ ("column", "Value"), STREEK_COLUMN_NUMBER,
                           indicator->unit, decimals);
  streek_table_add_column (table, "difference", C_ ("column", "Off By"), STREEK_COLUMN_NUMBER,
                           indicator->unit, decimals);
  streek_table_add_column (table, "difference_pct", C_ ("column", "Off By"), STREEK_COLUMN_NUMBER,
                           "%", 2);
  streek_table_add_column (table, "fit", C_ ("column", "Fit"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "known", _ ("Known"), STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (table, "members", _ ("Members"), STREEK_COLUMN_INTEGER, NULL, 0);

  return table;
}

static void
add_row (StreekTable *table, const StreekTotalMatch *match, double total)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, SET, match->area->set->code);
  streek_table_set_text (table, row, SET_NAME, match->area->set->name);
  streek_table_set_text (table, row, CODE, match->area->code);
  streek_table_set_text (table, row, NAME, match->area->name);
  streek_table_set_date (table, row, VALID_FROM, match->area->valid.from);
  if (match->area->valid.to != STREEK_DATE_OPEN)
    streek_table_set_date (table, row, VALID_TO, match->area->valid.to);
  streek_table_set_integer (table, row, UNITS, match->area->units.n);
  streek_table_set_period (table, row, PERIOD, match->period);
  streek_table_set_number (table, row, VALUE, match->value, STREEK_STATUS_FINAL);
  streek_table_set_number (table, row, DIFFERENCE, match->difference, STREEK_STATUS_FINAL);
  if (total != 0)
    streek_table_set_number (table, row, DIFFERENCE_PCT, 100 * match->difference / fabs (total),
                             STREEK_STATUS_FINAL);
  else
    streek_table_set_missing (table, row, DIFFERENCE_PCT, STREEK_MISSING_NOT_APPLICABLE);
  streek_table_set_text (table, row, FIT, match->is_exact ? "exact" : "near");
  if (match->n_members == 0) /* published as it is */
    return;

  streek_table_set_integer (table, row, KNOWN, match->n_known);
  streek_table_set_integer (table, row, MEMBERS, match->n_members);
}

/**
 * streek_workspace_match_total:
 * @query: the total that somebody states, and of what
 * @error: return location for an error as of streek_totals_match()
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): the areas that have it, or come nearest, or %NULL with @error set
 */
StreekTable *
streek_workspace_match_total (StreekWorkspace *workspace,
                              const StreekTotalMatchQuery *query,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL, NULL);

  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;
  g_autoptr (StreekReader) reader =
    catalogue != NULL
      ? streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error)
      : NULL;

  if (reader == NULL)
    return NULL;

  g_autoptr (StreekTotals) totals =
    streek_totals_new (streek_reader_get_db (reader), areas, catalogue);
  g_autoptr (GArray) matches =
    streek_totals_match (totals, areas, catalogue, query, cancellable, error);

  if (matches == NULL)
    return NULL;

  StreekTable *table =
    make_table (streek_catalogue_find (catalogue, query->indicator, NULL), query->decimals);

  for (guint i = 0; i < matches->len; i++)
    add_row (table, &g_array_index (matches, StreekTotalMatch, i), query->total);

  return table;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->indicator);
  g_free (job);
}

static void
match_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  StreekTable *table = streek_workspace_match_total (source, &job->query, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) streek_table_unref);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_match_total_async (StreekWorkspace *workspace,
                                    const StreekTotalMatchQuery *query,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->query = *query;
  job->indicator = g_strdup (query->indicator);
  job->query.indicator = job->indicator;
  g_task_set_source_tag (task, streek_workspace_match_total_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, match_in_thread);
}

StreekTable *
streek_workspace_match_total_finish (StreekWorkspace *workspace,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
