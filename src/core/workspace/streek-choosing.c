/* streek-choosing.c: areas of a map chosen by a rule, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-choosing.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureRule rule;
  char *reference;
} Job;

void
streek_chosen_areas_free (StreekChosenAreas *chosen)
{
  if (chosen == NULL)
    return;

  g_ptr_array_unref (chosen->codes);
  g_free (chosen->limit);
  g_clear_pointer (&chosen->figure, streek_figure_unref);
  g_free (chosen);
}

/* The period of the figure, the one asked for or the newest, and the day whose areas it shows. */
static gboolean
pick_period (StreekWorkspace *workspace,
             const StreekFigureSpec *spec,
             StreekPeriod *period,
             StreekDate *on,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, spec->indicator, error) : NULL;

  if (indicator == NULL)
    return FALSE;

  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

  *period = spec->period.kind == STREEK_PERIOD_NONE && periods->len > 0
              ? g_array_index (periods, StreekPeriod, periods->len - 1)
              : spec->period;
  *on = spec->on;
  if (spec->on != STREEK_DATE_NONE)
    return TRUE;

  g_autoptr (StreekReader) reader = NULL;
  g_autoptr (StreekTotals) totals =
    streek_workspace_open_totals (workspace, &reader, cancellable, error);

  return totals != NULL && streek_totals_pick_date (totals, indicator, *period, on, error);
}

/* A set that did not exist then is shown at its nearest day. */
static gboolean
find_day (StreekWorkspace *workspace, const char *set, StreekDate *on, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (workspace, error);
  g_autoptr (GPtrArray) list =
    areas != NULL ? streek_areas_list (areas, set, *on, on, error) : NULL;

  return list != NULL;
}

/* Sets may overlap: then other areas lie in the reference too. */
static int
find_code (StreekTable *table, const char *code)
{
  guint column = (guint) streek_table_find_column (table, "code");

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (g_strcmp0 (streek_table_get_text (table, row, column), code) == 0)
      return (int) row;

  return -1;
}

/* At least 718 may be more: what lies below 718 lies below it, and nobody knows what lies above it.
 */
static gboolean
check_whole (const StreekFigureRule *rule, gboolean is_at_least, const char *said, GError **error)
{
  if (!is_at_least || rule->kind == STREEK_FIGURE_RULE_BELOW ||
      rule->kind == STREEK_FIGURE_RULE_AT_MOST)
    return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
               /* Translators: %s is an area and its figure: Westhoek: ≥ 718 */
               _ ("%s: a part of this figure is unknown, so nothing is known to be above it."),
               said);

  return FALSE;
}

/* Puts the value of the reference in place of the rule's number, and says it. */
static gboolean
read_reference (StreekWorkspace *workspace,
                const StreekFigureSpec *spec,
                StreekFigureRule *rule,
                char **limit,
                GCancellable *cancellable,
                GError **error)
{
  const char *colon = strchr (rule->reference, ':');
  g_autofree char *set = colon != NULL
                           ? g_strndup (rule->reference, (gsize) (colon - rule->reference))
                           : g_strdup (rule->reference);
  g_autoptr (StreekTable) table =
    streek_workspace_read_shown_values (workspace, spec, set, rule->reference, cancellable, error);

  if (table == NULL)
    return FALSE;

  guint value = (guint) streek_table_find_column (table, "value");
  int row = find_code (table, colon != NULL ? colon + 1 : rule->reference);
  const char *name =
    row >= 0 ? streek_table_get_text (table, row, (guint) streek_table_find_column (table, "name"))
             : rule->reference;

  rule->number = row >= 0 ? streek_table_get_number (table, row, value) : NAN;
  if (isnan (rule->number))
    {
      g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                   /* Translators: %s is an area. */
                   _ ("There is no figure of %s to compare with."), name);
      return FALSE;
    }

  g_autofree char *number =
    streek_table_format_cell (table, row, value, streek_format_get_default ());

  *limit = g_strdup_printf ("%s: %s", name, number);

  return check_whole (rule, streek_table_is_at_least (table, (guint) row, value), *limit, error);
}

/**
 * streek_workspace_choose_areas:
 * @spec: the map whose areas are chosen
 * @rule: how; the value of its reference is that of the same indicator and period
 * @error: return location for a #StreekFigureError or what streek_workspace_make_figure() says
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): what is chosen, or %NULL with @error set
 */
StreekChosenAreas *
streek_workspace_choose_areas (StreekWorkspace *workspace,
                               const StreekFigureSpec *spec,
                               const StreekFigureRule *rule,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL && rule != NULL, NULL);

  g_autoptr (StreekChosenAreas) chosen = g_new0 (StreekChosenAreas, 1);
  StreekFigureRule resolved = *rule;
  StreekPeriod period;

  chosen->codes = g_ptr_array_new_with_free_func (g_free);
  chosen->figure = streek_workspace_make_figure (workspace, spec, cancellable, error);
  if (chosen->figure == NULL)
    return NULL;

  if (spec->indicator != NULL &&
      (!pick_period (workspace, spec, &period, &chosen->on, cancellable, error) ||
       !find_day (workspace, spec->set, &chosen->on, error) ||
       (rule->reference != NULL &&
        !read_reference (workspace, spec, &resolved, &chosen->limit, cancellable, error))))
    return NULL;

  g_autoptr (GPtrArray) codes = streek_figure_list_chosen (chosen->figure, &resolved, error);

  if (codes == NULL)
    return NULL;

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (chosen->codes, g_strdup (codes->pdata[i]));

  return g_steal_pointer (&chosen);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  streek_figure_spec_free (job->spec);
  g_free (job->reference);
  g_free (job);
}

static void
choose_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  StreekChosenAreas *chosen =
    streek_workspace_choose_areas (source, job->spec, &job->rule, cancellable, &error);

  if (chosen != NULL)
    g_task_return_pointer (task, chosen, (GDestroyNotify) streek_chosen_areas_free);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_choose_areas_async (StreekWorkspace *workspace,
                                     const StreekFigureSpec *spec,
                                     const StreekFigureRule *rule,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL && rule != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->spec = streek_figure_spec_copy (spec);
  job->rule = *rule;
  job->reference = g_strdup (rule->reference);
  job->rule.reference = job->reference;
  g_task_set_source_tag (task, streek_workspace_choose_areas_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, choose_in_thread);
}

StreekChosenAreas *
streek_workspace_choose_areas_finish (StreekWorkspace *workspace,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
