/* streek-chart-spec.c: what a chart shows: which kind, of what, where and when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-spec.h"
#include "figure/streek-figure.h"
#include "figure/streek-spec-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_CLASSES 7

static const struct
{
  const char *id;
  const char *label;
} kinds[STREEK_N_CHART_KINDS] = {
  [STREEK_CHART_LINE] = { "line", NC_ ("kind of chart", "Lines") },
  [STREEK_CHART_BAR] = { "bar", NC_ ("kind of chart", "Bars") },
  [STREEK_CHART_GROUPED] = { "grouped", NC_ ("kind of chart", "Bars in groups") },
  [STREEK_CHART_STACKED] = { "stacked", NC_ ("kind of chart", "Stacked bars") },
  [STREEK_CHART_SHARES] = { "shares", NC_ ("kind of chart", "Stacked bars to 100 %") },
  [STREEK_CHART_RANKING] = { "ranking", NC_ ("kind of chart", "Ranking") },
  [STREEK_CHART_DUMBBELL] = { "dumbbell", NC_ ("kind of chart", "Two moments, joined") },
  [STREEK_CHART_SLOPE] = { "slope", NC_ ("kind of chart", "Slopes between two moments") },
  [STREEK_CHART_SCATTER] = { "scatter", NC_ ("kind of chart", "Scatter plot") },
  [STREEK_CHART_HISTOGRAM] = { "histogram", NC_ ("kind of chart", "Histogram") },
  [STREEK_CHART_PYRAMID] = { "pyramid", NC_ ("kind of chart", "Population pyramid") },
  [STREEK_CHART_LADDER] = { "ladder", NC_ ("kind of chart", "Participation ladder") },
  [STREEK_CHART_SNAKE] = { "snake", NC_ ("kind of chart", "Participation snake") },
  [STREEK_CHART_MULTIPLES] = { "multiples", NC_ ("kind of chart", "Small lines for each area") },
  [STREEK_CHART_MONITOR] = { "monitor", NC_ ("kind of chart", "Regional monitor") },
};

static const char *const sort_ids[] = { "down", "up", "name", "given" };
static const char *const turn_ids[] = { "automatic", "horizontal", "vertical" };

const char *
streek_chart_kind_get_id (StreekChartKind kind)
{
  g_return_val_if_fail ((guint) kind < STREEK_N_CHART_KINDS, NULL);

  return kinds[kind].id;
}

const char *
streek_chart_kind_get_label (StreekChartKind kind)
{
  g_return_val_if_fail ((guint) kind < STREEK_N_CHART_KINDS, NULL);

  return g_dpgettext2 (NULL, "kind of chart", kinds[kind].label);
}

/**
 * streek_chart_kind_from_id:
 * @id: (nullable): a word such as "line"
 *
 * Returns: %FALSE where there is no such kind
 */
gboolean
streek_chart_kind_from_id (const char *id, StreekChartKind *kind)
{
  for (guint i = 0; i < STREEK_N_CHART_KINDS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
streek_chart_kind_is_over_time (StreekChartKind kind)
{
  return kind == STREEK_CHART_LINE || kind == STREEK_CHART_MULTIPLES ||
         kind == STREEK_CHART_MONITOR;
}

gboolean
streek_chart_kind_has_two_moments (StreekChartKind kind)
{
  return kind == STREEK_CHART_DUMBBELL || kind == STREEK_CHART_SLOPE;
}

/**
 * streek_chart_spec_new:
 *
 * Returns: (transfer full): lines of nothing yet, over all periods there are
 */
StreekChartSpec *
streek_chart_spec_new (void)
{
  StreekChartSpec *spec = g_new0 (StreekChartSpec, 1);

  spec->kind = STREEK_CHART_LINE;
  spec->method = STREEK_CLASSES_PRETTY;
  spec->n_classes = DEFAULT_CLASSES;
  spec->min_coverage_pct = NAN;

  return spec;
}

StreekChartSpec *
streek_chart_spec_copy (const StreekChartSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekChartSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->indicators = g_strdupv (spec->indicators);
  copy->against = g_strdupv (spec->against);
  copy->areas = g_strdupv (spec->areas);
  copy->set = g_strdup (spec->set);
  copy->within = g_strdup (spec->within);
  copy->references = g_strdupv (spec->references);
  copy->breaks = spec->breaks != NULL ? g_array_copy (spec->breaks) : NULL;
  copy->title = g_strdup (spec->title);
  copy->target = g_strdup (spec->target);

  return copy;
}

/**
 * streek_chart_spec_free:
 * @spec: (transfer full) (nullable): a spec
 */
void
streek_chart_spec_free (StreekChartSpec *spec)
{
  if (spec == NULL)
    return;

  g_strfreev (spec->indicators);
  g_strfreev (spec->against);
  g_strfreev (spec->areas);
  g_free (spec->set);
  g_free (spec->within);
  g_strfreev (spec->references);
  g_clear_pointer (&spec->breaks, g_array_unref);
  g_free (spec->title);
  g_free (spec->target);
  g_free (spec);
}

/**
 * streek_chart_spec_equal:
 *
 * Returns: whether both ask for the same chart
 */
gboolean
streek_chart_spec_equal (const StreekChartSpec *a, const StreekChartSpec *b)
{
  g_autofree char *first = streek_chart_spec_to_json (a);
  g_autofree char *second = streek_chart_spec_to_json (b);

  return strcmp (first, second) == 0;
}

static void
add_classes (JsonBuilder *builder, const StreekChartSpec *spec)
{
  if (spec->kind != STREEK_CHART_HISTOGRAM)
    return;

  streek_spec_json_add_text (builder, "method", streek_class_method_get_id (spec->method));
  json_builder_set_member_name (builder, "classes");
  json_builder_add_int_value (builder, spec->n_classes);
  streek_spec_json_add_breaks (builder, "breaks", spec->breaks);
}

/**
 * streek_chart_spec_to_json:
 *
 * Returns: (transfer full): what streek_chart_spec_from_json() reads back the same; one line
 */
char *
streek_chart_spec_to_json (const StreekChartSpec *spec)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  streek_spec_json_add_text (builder, "kind", streek_chart_kind_get_id (spec->kind));
  streek_spec_json_add_list (builder, "indicators", spec->indicators);
  streek_spec_json_add_list (builder, "against", spec->against);
  streek_spec_json_add_list (builder, "areas", spec->areas);
  streek_spec_json_add_text (builder, "set", spec->set);
  streek_spec_json_add_text (builder, "within", spec->within);
  streek_spec_json_add_list (builder, "references", spec->references);
  streek_spec_json_add_period (builder, "first", spec->periods.first);
  streek_spec_json_add_period (builder, "last", spec->periods.last);
  streek_spec_json_add_period (builder, "base", spec->base);
  streek_spec_json_add_date (builder, "on", spec->on);
  streek_spec_json_add_text (builder, "sort", sort_ids[spec->sort]);
  streek_spec_json_add_text (builder, "turn", turn_ids[spec->turn]);
  streek_spec_json_add_raised_flag (builder, "free-scale", spec->free_scale);
  streek_spec_json_add_raised_flag (builder, "logarithmic", spec->logarithmic);
  streek_spec_json_add_raised_flag (builder, "from-zero", spec->from_zero);
  streek_spec_json_add_raised_flag (builder, "grey", spec->grey);
  streek_spec_json_add_raised_flag (builder, "show-values", spec->show_values);
  streek_spec_json_add_raised_flag (builder, "with-table", spec->with_table);
  add_classes (builder, spec);
  streek_spec_json_add_coverage (builder, spec->min_coverage_pct);
  streek_spec_json_add_text (builder, "title", spec->title);
  streek_spec_json_add_text (builder, "target", spec->target);

  return streek_spec_json_end (builder);
}

/* @words: (array length=n_words); a member that is absent leaves @value */
static gboolean
read_word (JsonObject *object,
           const char *name,
           const char *const *words,
           guint n_words,
           guint *value,
           GError **error)
{
  g_autofree char *text = NULL;

  if (!streek_spec_json_read_text (object, name, &text, error))
    return FALSE;

  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < n_words; i++)
    if (strcmp (text, words[i]) == 0)
      {
        *value = i;
        return TRUE;
      }

  return streek_spec_json_fail (error, name);
}

static gboolean
read_words (JsonObject *object, StreekChartSpec *spec, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *method = NULL;
  guint sort = spec->sort, turn = spec->turn;

  if (!streek_spec_json_read_text (object, "kind", &kind, error) ||
      !streek_spec_json_read_text (object, "method", &method, error) ||
      !read_word (object, "sort", sort_ids, G_N_ELEMENTS (sort_ids), &sort, error) ||
      !read_word (object, "turn", turn_ids, G_N_ELEMENTS (turn_ids), &turn, error))
    return FALSE;

  if (kind == NULL || !streek_chart_kind_from_id (kind, &spec->kind))
    return streek_spec_json_fail (error, "kind");

  if (method != NULL && (!streek_class_method_from_id (method, &spec->method) ||
                         spec->method == STREEK_CLASSES_POLICY))
    return streek_spec_json_fail (error, "method");

  spec->sort = sort;
  spec->turn = turn;

  return streek_spec_json_read_date (object, "on", &spec->on, error);
}

/**
 * streek_chart_spec_from_json:
 * @json: what streek_chart_spec_to_json() wrote, or a part of it with at least its kind
 * @error: return location for a #StreekFigureError, #StreekPeriodError or #StreekDateError
 *
 * Members that are absent keep what streek_chart_spec_new() gives; members of another name are
 * those of a newer version and are passed over.
 *
 * Returns: (transfer full): the spec, or %NULL with @error set
 */
StreekChartSpec *
streek_chart_spec_from_json (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();
  JsonObject *object = streek_spec_json_parse (parser, json, error);

  if (object == NULL || !read_words (object, spec, error) ||
      !streek_spec_json_read_classes (object, &spec->n_classes, error) ||
      !streek_spec_json_read_coverage (object, &spec->min_coverage_pct, error) ||
      !streek_spec_json_read_breaks (object, "breaks", &spec->breaks, error) ||
      !streek_spec_json_read_list (object, "indicators", &spec->indicators, error) ||
      !streek_spec_json_read_list (object, "against", &spec->against, error) ||
      !streek_spec_json_read_list (object, "areas", &spec->areas, error) ||
      !streek_spec_json_read_list (object, "references", &spec->references, error) ||
      !streek_spec_json_read_text (object, "set", &spec->set, error) ||
      !streek_spec_json_read_text (object, "within", &spec->within, error) ||
      !streek_spec_json_read_text (object, "title", &spec->title, error) ||
      !streek_spec_json_read_text (object, "target", &spec->target, error) ||
      !streek_spec_json_read_period (object, "first", &spec->periods.first, error) ||
      !streek_spec_json_read_period (object, "last", &spec->periods.last, error) ||
      !streek_spec_json_read_period (object, "base", &spec->base, error) ||
      !streek_spec_json_read_flag (object, "free-scale", &spec->free_scale, error) ||
      !streek_spec_json_read_flag (object, "logarithmic", &spec->logarithmic, error) ||
      !streek_spec_json_read_flag (object, "from-zero", &spec->from_zero, error) ||
      !streek_spec_json_read_flag (object, "grey", &spec->grey, error) ||
      !streek_spec_json_read_flag (object, "show-values", &spec->show_values, error) ||
      !streek_spec_json_read_flag (object, "with-table", &spec->with_table, error))
    return NULL;

  return g_steal_pointer (&spec);
}

gboolean
streek_chart_spec_is_json (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = json != NULL ? streek_spec_json_parse (parser, json, NULL) : NULL;
  g_autofree char *kind = NULL;
  StreekChartKind found;

  return object != NULL && streek_spec_json_read_text (object, "kind", &kind, NULL) &&
         streek_chart_kind_from_id (kind, &found);
}

static guint
count (char **list)
{
  return list != NULL ? g_strv_length (list) : 0;
}

/**
 * streek_chart_spec_check:
 * @error: return location for %STREEK_FIGURE_ERROR_INVALID
 *
 * Returns: whether @spec says what and where, and does not contradict itself
 */
gboolean
streek_chart_spec_check (const StreekChartSpec *spec, GError **error)
{
  const char *message = NULL;

  if (count (spec->indicators) == 0)
    message = _ ("A chart needs an indicator.");
  else if (count (spec->areas) == 0 && spec->set == NULL)
    message = _ ("The figure does not say which areas it shows.");
  else if (spec->within != NULL && spec->set == NULL)
    message = _ ("The chart says in which area, but not which kind of areas.");
  else if (spec->kind == STREEK_CHART_SCATTER && count (spec->indicators) != 2)
    message = _ ("A scatter plot holds two indicators against each other.");
  else if (spec->base.kind != STREEK_PERIOD_NONE && !streek_chart_kind_is_over_time (spec->kind))
    message = _ ("An index shows the course over time: choose lines.");
  else if (count (spec->against) > 0 && spec->kind != STREEK_CHART_PYRAMID)
    message = _ ("Only a pyramid has two sides.");
  else if (count (spec->against) > 0 && count (spec->against) != count (spec->indicators))
    message = _ ("Both sides of a pyramid have the same groups.");
  else if (spec->method == STREEK_CLASSES_MANUAL && spec->kind == STREEK_CHART_HISTOGRAM &&
           (spec->breaks == NULL || spec->breaks->len == 0))
    message = _ ("Classes of your own need at least one limit.");

  if (message != NULL)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID, message);

  return message == NULL;
}
