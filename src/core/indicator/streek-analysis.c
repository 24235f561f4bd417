/* streek-analysis.c: what figures say beside each other: the question, and who answers it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *label;
  gboolean (*run) (StreekAnalysing *self, GError **error);
} kinds[STREEK_N_ANALYSES] = {
  [STREEK_ANALYSIS_CHANGE] = { "change", NC_ ("kind of analysis", "Change"),
                               streek_analysing_run_change },
  [STREEK_ANALYSIS_INDEX] = { "index", NC_ ("kind of analysis", "Index"),
                              streek_analysing_run_index },
  [STREEK_ANALYSIS_RANKING] = { "ranking", NC_ ("kind of analysis", "Ranking"),
                                streek_analysing_run_ranking },
  [STREEK_ANALYSIS_PROFILE] = { "profile", NC_ ("kind of analysis", "Profile"),
                                streek_analysing_run_profile },
  [STREEK_ANALYSIS_SHIFT_SHARE] = { "shift-share", NC_ ("kind of analysis", "Shift-share"),
                                    streek_analysing_run_shift_share },
  [STREEK_ANALYSIS_QUOTIENT] = { "quotient", NC_ ("kind of analysis", "Location quotient"),
                                 streek_analysing_run_quotient },
  [STREEK_ANALYSIS_MORAN] = { "moran", NC_ ("kind of analysis", "Moran's I"),
                              streek_analysing_run_moran },
};

/**
 * streek_analysis_kind_get_id:
 *
 * Returns: the stable, untranslated word of the command line
 */
const char *
streek_analysis_kind_get_id (StreekAnalysisKind kind)
{
  g_return_val_if_fail (kind < STREEK_N_ANALYSES, "");

  return kinds[kind].id;
}

/**
 * streek_analysis_kind_get_label:
 *
 * Returns: the kind in the reader's language
 */
const char *
streek_analysis_kind_get_label (StreekAnalysisKind kind)
{
  g_return_val_if_fail (kind < STREEK_N_ANALYSES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of analysis", kinds[kind].label);
}

/**
 * streek_analysis_kind_parse_id:
 * @kind: (out): what it means
 *
 * Returns: %FALSE where @id is none
 */
gboolean
streek_analysis_kind_parse_id (const char *id, StreekAnalysisKind *kind)
{
  for (guint i = 0; i < STREEK_N_ANALYSES; i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_analysis_query_copy:
 *
 * Returns: (transfer full): a copy that owns its words
 */
StreekAnalysisQuery *
streek_analysis_query_copy (const StreekAnalysisQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  StreekAnalysisQuery *copy = g_memdup2 (query, sizeof *query);

  copy->indicators = g_strdupv (query->indicators);
  copy->set = g_strdup (query->set);
  copy->within = g_strdup (query->within);
  copy->area = g_strdup (query->area);
  copy->reference = g_strdup (query->reference);

  return copy;
}

/**
 * streek_analysis_query_free:
 * @query: (nullable) (transfer full): a copy
 */
void
streek_analysis_query_free (StreekAnalysisQuery *query)
{
  if (query == NULL)
    return;

  g_strfreev (query->indicators);
  g_free (query->set);
  g_free (query->within);
  g_free (query->area);
  g_free (query->reference);
  g_free (query);
}

/**
 * streek_analysis_free:
 * @analysis: (nullable) (transfer full): the answer
 */
void
streek_analysis_free (StreekAnalysis *analysis)
{
  if (analysis == NULL)
    return;

  g_free (analysis->title);
  g_ptr_array_unref (analysis->notes);
  g_clear_pointer (&analysis->table, streek_table_unref);
  g_free (analysis);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID, sentence);

  return FALSE;
}

/**
 * streek_analysis_query_check:
 * @error: return location for a #StreekIndicatorError
 *
 * Returns: %FALSE with @error set where the question contradicts itself: no areas or two kinds of
 *   them, one area to rank or to find clusters in, one sector, or two indicators where there can be
 *   but one
 */
gboolean
streek_analysis_query_check (const StreekAnalysisQuery *query, GError **error)
{
  g_return_val_if_fail (query != NULL && query->kind < STREEK_N_ANALYSES, FALSE);

  guint n = query->indicators != NULL ? g_strv_length (query->indicators) : 0;
  gboolean is_single =
    query->kind == STREEK_ANALYSIS_RANKING || query->kind == STREEK_ANALYSIS_MORAN;
  gboolean is_sectors =
    query->kind == STREEK_ANALYSIS_SHIFT_SHARE || query->kind == STREEK_ANALYSIS_QUOTIENT;

  if (n == 0)
    return refuse (error, _ ("Choose an indicator."));
  if ((query->set == NULL) == (query->area == NULL) ||
      (query->area != NULL && query->within != NULL))
    return refuse (error, _ ("Choose either the areas of a set, or one area."));
  if (is_single && query->area != NULL)
    return refuse (error, _ ("One area has no place among others: choose the areas of a set."));
  if (is_single && n > 1)
    return refuse (error, _ ("This analysis is about one indicator at a time."));
  if (is_sectors && n < 2)
    return refuse (error,
                   _ ("Choose at least two indicators: the sectors that make up the whole."));

  return TRUE;
}

static gboolean
find_indicators (StreekAnalysing *self, GError **error)
{
  char **codes = self->query->indicators;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const StreekIndicator *indicator = streek_catalogue_find (self->catalogue, codes[i], error);

      if (indicator == NULL)
        return FALSE;
      if (g_ptr_array_find (self->indicators, indicator, NULL))
        {
          g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                       /* Translators: %s is the name of an indicator. */
                       _ ("“%s” is chosen twice."), indicator->name);
          return FALSE;
        }

      g_ptr_array_add (self->indicators, (gpointer) indicator);
    }

  return TRUE;
}

/**
 * streek_analysis_run:
 * @totals: totals of the workspace
 * @query: the question
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekIndicatorError, #StreekAreaError, #StreekStatsError,
 *   #StreekStoreError or %G_IO_ERROR_CANCELLED
 *
 * Computes totals as streek_totals_compute() does and holds them against each other. What cannot be
 * computed has a kind in the column "kind" and a sentence in the column "note"; a missing figure is
 * never a zero, and a sum of which a part is unknown is compared with nothing. Blocks.
 *
 * The columns of every table begin with set, area, area_name and on, and end with kind and note:
 * `docs/streek.1` names those between.
 *
 * Returns: (transfer full): the answer, or %NULL with @error set
 */
StreekAnalysis *
streek_analysis_run (StreekTotals *totals,
                     const StreekAnalysisQuery *query,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (totals != NULL && query != NULL, NULL);

  if (!streek_analysis_query_check (query, error))
    return NULL;

  g_autoptr (StreekAnalysis) result = g_new0 (StreekAnalysis, 1);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  StreekAnalysing self = {
    .totals = totals,
    .areas = totals->areas,
    .catalogue = totals->catalogue,
    .query = query,
    .cancellable = cancellable,
    .indicators = indicators,
    .result = result,
  };

  result->kind = query->kind;
  result->notes = g_ptr_array_new_with_free_func (g_free);
  result->table = streek_table_new ();

  gboolean done = find_indicators (&self, error) && kinds[query->kind].run (&self, error);

  g_clear_pointer (&self.rows, g_ptr_array_unref);
  g_free (self.where);

  return done ? g_steal_pointer (&result) : NULL;
}
