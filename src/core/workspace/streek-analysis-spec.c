/* streek-analysis-spec.c: the JSON form of an analysis, as a saved view keeps it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-analysis-spec.h"

#include "figure/streek-spec-json.h"

#include <math.h>
#include <string.h>

/* Maps, charts and analyses are told apart by their kind; the kinds of analyses have a member of
 * their own, for there is a chart called ranking too. */
#define KIND "analysis"

/**
 * streek_analysis_spec_to_json:
 * @query: the question
 *
 * Returns: (transfer full): what streek_analysis_spec_from_json() reads back the same; one line
 */
char *
streek_analysis_spec_to_json (const StreekAnalysisQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *seed =
    query->seed > 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, query->seed) : NULL;

  json_builder_begin_object (builder);
  streek_spec_json_add_text (builder, "kind", KIND);
  streek_spec_json_add_text (builder, "analysis", streek_analysis_kind_get_id (query->kind));
  streek_spec_json_add_list (builder, "indicators", query->indicators);
  streek_spec_json_add_text (builder, "set", query->set);
  streek_spec_json_add_text (builder, "within", query->within);
  streek_spec_json_add_text (builder, "area", query->area);
  streek_spec_json_add_text (builder, "reference", query->reference);
  streek_spec_json_add_period (builder, "first", query->periods.first);
  streek_spec_json_add_period (builder, "last", query->periods.last);
  streek_spec_json_add_period (builder, "base", query->base);
  streek_spec_json_add_date (builder, "on", query->on);
  streek_spec_json_add_coverage (builder, query->min_coverage_pct);
  if (query->significance > 0)
    streek_spec_json_add_number (builder, "significance", query->significance);
  if (query->n_permutations > 0)
    streek_spec_json_add_number (builder, "permutations", query->n_permutations);
  streek_spec_json_add_text (builder, "seed", seed); /* JSON has no whole number that long */

  return streek_spec_json_end (builder);
}

static gboolean
read_kind (JsonObject *object, StreekAnalysisQuery *query, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *analysis = NULL;

  if (!streek_spec_json_read_text (object, "kind", &kind, error) ||
      !streek_spec_json_read_text (object, "analysis", &analysis, error))
    return FALSE;

  if (g_strcmp0 (kind, KIND) != 0)
    return streek_spec_json_fail (error, "kind");

  return streek_analysis_kind_parse_id (analysis, &query->kind) ||
         streek_spec_json_fail (error, "analysis");
}

static gboolean
read_periods (JsonObject *object, StreekAnalysisQuery *query, GError **error)
{
  return streek_spec_json_read_period (object, "first", &query->periods.first, error) &&
         streek_spec_json_read_period (object, "last", &query->periods.last, error) &&
         streek_spec_json_read_period (object, "base", &query->base, error) &&
         streek_spec_json_read_date (object, "on", &query->on, error);
}

/* How the test of significance is made: 0 stands for what streek_analysis_run() takes by itself. */
static gboolean
read_test (JsonObject *object, StreekAnalysisQuery *query, GError **error)
{
  g_autofree char *seed = NULL;
  double n = 0;

  if (!streek_spec_json_read_number (object, "significance", &query->significance, error) ||
      !streek_spec_json_read_number (object, "permutations", &n, error) ||
      !streek_spec_json_read_text (object, "seed", &seed, error))
    return FALSE;

  if (query->significance < 0 || query->significance > 1)
    return streek_spec_json_fail (error, "significance");
  if (n < 0 || n > STREEK_ANALYSIS_MAX_PERMUTATIONS || n != floor (n))
    return streek_spec_json_fail (error, "permutations");
  if (seed != NULL && !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &query->seed, NULL))
    return streek_spec_json_fail (error, "seed");

  query->n_permutations = (guint) n;

  return TRUE;
}

/**
 * streek_analysis_spec_from_json:
 * @json: what streek_analysis_spec_to_json() wrote, or a part of it with at least its kind
 * @error: return location for a #StreekFigureError, #StreekPeriodError or #StreekDateError
 *
 * Members of another name are those of a newer version and are passed over. Whether the question
 * contradicts itself streek_analysis_run() tells.
 *
 * Returns: (transfer full): the question, or %NULL with @error set
 */
StreekAnalysisQuery *
streek_analysis_spec_from_json (const char *json, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_new ();
  JsonObject *object = streek_spec_json_parse (parser, json, error);

  if (object == NULL || !read_kind (object, query, error) ||
      !streek_spec_json_read_list (object, "indicators", &query->indicators, error) ||
      !streek_spec_json_read_text (object, "set", &query->set, error) ||
      !streek_spec_json_read_text (object, "within", &query->within, error) ||
      !streek_spec_json_read_text (object, "area", &query->area, error) ||
      !streek_spec_json_read_text (object, "reference", &query->reference, error) ||
      !read_periods (object, query, error) ||
      !streek_spec_json_read_coverage (object, &query->min_coverage_pct, error) ||
      !read_test (object, query, error))
    return NULL;

  return g_steal_pointer (&query);
}

gboolean
streek_analysis_spec_is_json (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = json != NULL ? streek_spec_json_parse (parser, json, NULL) : NULL;
  g_autofree char *kind = NULL;

  return object != NULL && streek_spec_json_read_text (object, "kind", &kind, NULL) &&
         g_strcmp0 (kind, KIND) == 0;
}
