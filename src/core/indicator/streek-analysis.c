/* streek-analysis.c: what figures say beside each other: the question, and who answers it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
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
 * streek_analysis_query_new:
 *
 * Returns: (transfer full): a change of nothing yet, with what streek_analysis_run() takes by
 * itself
 */
StreekAnalysisQuery *
streek_analysis_query_new (void)
{
  StreekAnalysisQuery *query = g_new0 (StreekAnalysisQuery, 1);

  query->min_coverage_pct = NAN;

  return query;
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

static gboolean
lists_are_equal (char *const *a, char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
numbers_are_equal (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

/**
 * streek_analysis_query_equal:
 *
 * Returns: whether both ask the same
 */
gboolean
streek_analysis_query_equal (const StreekAnalysisQuery *a, const StreekAnalysisQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && lists_are_equal (a->indicators, b->indicators) &&
         g_strcmp0 (a->set, b->set) == 0 && g_strcmp0 (a->within, b->within) == 0 &&
         g_strcmp0 (a->area, b->area) == 0 && a->on == b->on &&
         streek_period_equal (a->periods.first, b->periods.first) &&
         streek_period_equal (a->periods.last, b->periods.last) &&
         streek_period_equal (a->base, b->base) && g_strcmp0 (a->reference, b->reference) == 0 &&
         numbers_are_equal (a->min_coverage_pct, b->min_coverage_pct) &&
         a->significance == b->significance && a->n_permutations == b->n_permutations &&
         a->seed == b->seed;
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

static gboolean
check_periods (StreekAnalysing *self, GError **error)
{
  StreekPeriod from, to;

  for (guint i = 0; i < self->indicators->len; i++)
    if (!streek_analysing_pick_ends (self, g_ptr_array_index (self->indicators, i), &from, &to,
                                     error))
      return FALSE;

  return TRUE;
}

static gboolean
check_n_areas (StreekAnalysisKind kind, guint n_areas, GError **error)
{
  if (kind == STREEK_ANALYSIS_RANKING && n_areas < 2)
    return refuse (error, _ ("A ranking needs at least two areas."));
  if (kind == STREEK_ANALYSIS_MORAN && n_areas < 3)
    return refuse (error, _ ("Moran's I needs at least three areas."));

  return TRUE;
}

static gboolean
check_fit (StreekAnalysing *self, guint n_areas, GError **error)
{
  StreekAnalysisKind kind = self->query->kind;
  gboolean shifts = kind == STREEK_ANALYSIS_SHIFT_SHARE;
  StreekPeriod from, to;

  if (!streek_analysis_query_check (self->query, error) || !find_indicators (self, error) ||
      !check_n_areas (kind, n_areas, error))
    return FALSE;

  if (shifts || kind == STREEK_ANALYSIS_QUOTIENT)
    return streek_analysing_check_sectors (self, error) &&
           streek_analysing_pick_common_ends (self, shifts ? 2 : 1, &from, &to, error);

  return kind != STREEK_ANALYSIS_CHANGE || check_periods (self, error);
}

/**
 * streek_analysis_query_explain_unfit:
 * @catalogue: with the indicators and their periods
 * @n_areas: how many areas the question is about
 *
 * Looks at no figure and takes no time: for a list of kinds to choose from. What only the figures
 * tell, such as that all are equal, streek_analysis_run() tells.
 *
 * Returns: (transfer full) (nullable): a sentence, %NULL where an answer can be tried
 */
char *
streek_analysis_query_explain_unfit (const StreekAnalysisQuery *query,
                                     StreekCatalogue *catalogue,
                                     guint n_areas)
{
  g_return_val_if_fail (query != NULL && catalogue != NULL, NULL);

  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  StreekAnalysing self = { .catalogue = catalogue, .query = query, .indicators = indicators };

  return check_fit (&self, n_areas, &error) ? NULL : g_strdup (error->message);
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
