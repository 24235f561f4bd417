/* streek-figure-spec.c: what a map, chart or table shows: what, where, when and how */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-spec.h"
#include "figure/streek-figure.h"
#include "figure/streek-spec-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_CLASSES 5

static const struct
{
  const char *id;
  const char *label;
} kinds[STREEK_N_FIGURE_KINDS] = {
  [STREEK_FIGURE_AREAS] = { "areas", NC_ ("kind of map", "Areas") },
  [STREEK_FIGURE_CHOROPLETH] = { "choropleth", NC_ ("kind of map", "Classes in colours") },
  [STREEK_FIGURE_CIRCLES] = { "circles", NC_ ("kind of map", "Circles") },
  [STREEK_FIGURE_CHANGE] = { "change", NC_ ("kind of map", "Change between two periods") },
  [STREEK_FIGURE_BIVARIATE] = { "bivariate", NC_ ("kind of map", "Two indicators together") },
  [STREEK_FIGURE_COMBINED] = { "combined", NC_ ("kind of map", "Circles over classes") },
};

static const char *const measure_ids[STREEK_N_FIGURE_MEASURES] = { "automatic", "absolute",
                                                                   "percent" };

static const char *const limits_ids[] = { "own", "series", "period" };

/**
 * streek_limits_get_id:
 *
 * Returns: the word for @limits in files
 */
const char *
streek_limits_get_id (StreekLimits limits)
{
  g_return_val_if_fail ((guint) limits < G_N_ELEMENTS (limits_ids), NULL);

  return limits_ids[limits];
}

/**
 * streek_limits_from_id:
 * @id: (nullable): a word such as "series"
 * @limits: (out): what it stands for
 *
 * Returns: %FALSE where it stands for nothing
 */
gboolean
streek_limits_from_id (const char *id, StreekLimits *limits)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits_ids); i++)
    if (g_strcmp0 (id, limits_ids[i]) == 0)
      {
        *limits = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_figure_kind_get_id:
 *
 * Returns: the word for @kind in files and on the command line
 */
const char *
streek_figure_kind_get_id (StreekFigureKind kind)
{
  g_return_val_if_fail ((guint) kind < STREEK_N_FIGURE_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * streek_figure_kind_get_label:
 *
 * Returns: (transfer none): @kind in the reader's language, for a list to choose from
 */
const char *
streek_figure_kind_get_label (StreekFigureKind kind)
{
  g_return_val_if_fail ((guint) kind < STREEK_N_FIGURE_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of map", kinds[kind].label);
}

/**
 * streek_figure_kind_has_classes:
 *
 * Returns: whether the areas themselves have the colour of what is known of them
 */
gboolean
streek_figure_kind_has_classes (StreekFigureKind kind)
{
  return kind != STREEK_FIGURE_AREAS && kind != STREEK_FIGURE_CIRCLES;
}

/**
 * streek_figure_kind_has_second:
 *
 * Returns: whether it shows another indicator beside the first
 */
gboolean
streek_figure_kind_has_second (StreekFigureKind kind)
{
  return kind == STREEK_FIGURE_BIVARIATE || kind == STREEK_FIGURE_COMBINED;
}

/**
 * streek_figure_kind_from_id:
 * @id: (nullable): a word such as "circles"
 * @kind: (out): the kind of that name
 *
 * Returns: %FALSE where there is no such kind
 */
gboolean
streek_figure_kind_from_id (const char *id, StreekFigureKind *kind)
{
  for (guint i = 0; i < STREEK_N_FIGURE_KINDS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_figure_measure_get_id:
 *
 * Returns: the word for @measure in files and on the command line
 */
const char *
streek_figure_measure_get_id (StreekFigureMeasure measure)
{
  g_return_val_if_fail ((guint) measure < STREEK_N_FIGURE_MEASURES, NULL);

  return measure_ids[measure];
}

/**
 * streek_figure_measure_from_id:
 * @id: (nullable): a word such as "percent"
 * @measure: (out): the measure of that name
 *
 * Returns: %FALSE where there is no such measure
 */
gboolean
streek_figure_measure_from_id (const char *id, StreekFigureMeasure *measure)
{
  for (guint i = 0; i < STREEK_N_FIGURE_MEASURES; i++)
    if (g_strcmp0 (id, measure_ids[i]) == 0)
      {
        *measure = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_figure_spec_new:
 *
 * Returns: (transfer full): areas by category with their names, nothing chosen yet; an indicator
 *   makes it choose circles or a choropleth
 */
StreekFigureSpec *
streek_figure_spec_new (void)
{
  StreekFigureSpec *spec = g_new0 (StreekFigureSpec, 1);

  spec->kind = STREEK_FIGURE_AREAS;
  spec->kind_is_automatic = TRUE;
  spec->method = STREEK_CLASSES_QUANTILE;
  spec->n_classes = DEFAULT_CLASSES;
  spec->show_names = TRUE;
  spec->min_coverage_pct = NAN;
  spec->reference = NAN;
  streek_furniture_init (&spec->furniture);

  return spec;
}

/**
 * streek_figure_spec_copy:
 *
 * Returns: (transfer full): an independent copy
 */
StreekFigureSpec *
streek_figure_spec_copy (const StreekFigureSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekFigureSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->set = g_strdup (spec->set);
  copy->within = g_strdup (spec->within);
  copy->outline_set = g_strdup (spec->outline_set);
  copy->overlay_set = g_strdup (spec->overlay_set);
  copy->indicator = g_strdup (spec->indicator);
  copy->second = g_strdup (spec->second);
  copy->second_breaks = spec->second_breaks != NULL ? g_array_copy (spec->second_breaks) : NULL;
  copy->breaks = spec->breaks != NULL ? g_array_copy (spec->breaks) : NULL;
  copy->policy = g_strdup (spec->policy);
  copy->palette = g_strdup (spec->palette);
  copy->panels = (StreekPanels){ 0 };
  streek_panels_set (&copy->panels, &spec->panels);
  copy->points = (StreekPointLayer){ 0 };
  streek_point_layer_set (&copy->points, &spec->points);
  copy->title = g_strdup (spec->title);

  return copy;
}

/**
 * streek_figure_spec_free:
 * @spec: (transfer full) (nullable): a spec
 */
void
streek_figure_spec_free (StreekFigureSpec *spec)
{
  if (spec == NULL)
    return;

  g_free (spec->set);
  g_free (spec->within);
  g_free (spec->outline_set);
  g_free (spec->overlay_set);
  g_free (spec->indicator);
  g_free (spec->second);
  g_clear_pointer (&spec->second_breaks, g_array_unref);
  g_clear_pointer (&spec->breaks, g_array_unref);
  g_free (spec->policy);
  g_free (spec->palette);
  streek_panels_clear (&spec->panels);
  streek_point_layer_clear (&spec->points);
  g_free (spec->title);
  g_free (spec);
}

static gboolean
breaks_are_equal (const GArray *a, const GArray *b)
{
  guint n_a = a != NULL ? a->len : 0, n_b = b != NULL ? b->len : 0;

  return n_a == n_b && (n_a == 0 || memcmp (a->data, b->data, n_a * sizeof (double)) == 0);
}

static gboolean
numbers_are_equal (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * streek_figure_spec_equal:
 *
 * Returns: whether both ask for the same figure
 */
gboolean
streek_figure_spec_equal (const StreekFigureSpec *a, const StreekFigureSpec *b)
{
  return a->kind == b->kind && a->kind_is_automatic == b->kind_is_automatic &&
         g_strcmp0 (a->set, b->set) == 0 && g_strcmp0 (a->within, b->within) == 0 &&
         g_strcmp0 (a->outline_set, b->outline_set) == 0 &&
         g_strcmp0 (a->overlay_set, b->overlay_set) == 0 &&
         g_strcmp0 (a->indicator, b->indicator) == 0 && g_strcmp0 (a->second, b->second) == 0 &&
         breaks_are_equal (a->second_breaks, b->second_breaks) &&
         streek_period_equal (a->period, b->period) && streek_period_equal (a->from, b->from) &&
         a->measure == b->measure && a->on == b->on && a->method == b->method &&
         a->n_classes == b->n_classes && breaks_are_equal (a->breaks, b->breaks) &&
         g_strcmp0 (a->policy, b->policy) == 0 && g_strcmp0 (a->palette, b->palette) == 0 &&
         a->grey == b->grey && a->show_names == b->show_names && a->show_values == b->show_values &&
         numbers_are_equal (a->reference, b->reference) && a->zero_class == b->zero_class &&
         streek_panels_equal (&a->panels, &b->panels) &&
         streek_point_layer_equal (&a->points, &b->points) && a->limits == b->limits &&
         streek_period_equal (a->limits_period, b->limits_period) &&
         numbers_are_equal (a->min_coverage_pct, b->min_coverage_pct) &&
         g_strcmp0 (a->title, b->title) == 0 &&
         streek_furniture_equal (&a->furniture, &b->furniture);
}

/**
 * streek_figure_spec_to_json:
 *
 * Returns: (transfer full): what streek_figure_spec_from_json() reads back the same; one line
 */
char *
streek_figure_spec_to_json (const StreekFigureSpec *spec)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  streek_spec_json_add_text (builder, "kind", streek_figure_kind_get_id (spec->kind));
  streek_spec_json_add_flag (builder, "kind-is-automatic", spec->kind_is_automatic);
  streek_spec_json_add_text (builder, "set", spec->set);
  streek_spec_json_add_text (builder, "within", spec->within);
  streek_spec_json_add_text (builder, "outline-set", spec->outline_set);
  streek_spec_json_add_text (builder, "overlay-set", spec->overlay_set);
  streek_spec_json_add_text (builder, "indicator", spec->indicator);
  streek_spec_json_add_text (builder, "second", spec->second);
  streek_spec_json_add_period (builder, "period", spec->period);
  streek_spec_json_add_period (builder, "from", spec->from);
  if (spec->measure != STREEK_FIGURE_MEASURE_AUTOMATIC)
    streek_spec_json_add_text (builder, "measure", streek_figure_measure_get_id (spec->measure));
  streek_spec_json_add_date (builder, "on", spec->on);
  streek_spec_json_add_text (builder, "method", streek_class_method_get_id (spec->method));
  json_builder_set_member_name (builder, "classes");
  json_builder_add_int_value (builder, spec->n_classes);
  streek_spec_json_add_breaks (builder, "breaks", spec->breaks);
  streek_spec_json_add_breaks (builder, "second-breaks", spec->second_breaks);
  streek_spec_json_add_text (builder, "policy", spec->policy);
  streek_spec_json_add_number (builder, "reference", spec->reference);
  streek_spec_json_add_flag (builder, "zero-class", spec->zero_class);
  streek_spec_json_add_text (builder, "limits", streek_limits_get_id (spec->limits));
  streek_spec_json_add_period (builder, "limits-period", spec->limits_period);
  streek_spec_json_add_text (builder, "palette", spec->palette);
  streek_spec_json_add_flag (builder, "grey", spec->grey);
  streek_spec_json_add_flag (builder, "show-names", spec->show_names);
  streek_spec_json_add_flag (builder, "show-values", spec->show_values);
  streek_spec_json_add_coverage (builder, spec->min_coverage_pct);
  streek_panels_add_json (&spec->panels, builder);
  streek_point_layer_add_json (&spec->points, builder);
  streek_spec_json_add_text (builder, "title", spec->title);
  streek_furniture_add_json (&spec->furniture, builder);

  return streek_spec_json_end (builder);
}

static gboolean
read_words (JsonObject *object, StreekFigureSpec *spec, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *method = NULL;
  g_autofree char *limits = NULL;
  g_autofree char *measure = NULL;

  if (!streek_spec_json_read_text (object, "kind", &kind, error) ||
      !streek_spec_json_read_text (object, "limits", &limits, error) ||
      !streek_spec_json_read_text (object, "method", &method, error) ||
      !streek_spec_json_read_text (object, "measure", &measure, error))
    return FALSE;

  if (kind != NULL && !streek_figure_kind_from_id (kind, &spec->kind))
    return streek_spec_json_fail (error, "kind");

  if (method != NULL && !streek_class_method_from_id (method, &spec->method))
    return streek_spec_json_fail (error, "method");

  if (limits != NULL && !streek_limits_from_id (limits, &spec->limits))
    return streek_spec_json_fail (error, "limits");

  if (measure != NULL && !streek_figure_measure_from_id (measure, &spec->measure))
    return streek_spec_json_fail (error, "measure");

  return streek_spec_json_read_period (object, "limits-period", &spec->limits_period, error) &&
         streek_spec_json_read_period (object, "period", &spec->period, error) &&
         streek_spec_json_read_period (object, "from", &spec->from, error) &&
         streek_spec_json_read_date (object, "on", &spec->on, error);
}

/**
 * streek_figure_spec_from_json:
 * @json: what streek_figure_spec_to_json() wrote, or a part of it
 * @error: return location for a #StreekFigureError, #StreekPeriodError or #StreekDateError
 *
 * Members that are absent keep what streek_figure_spec_new() gives; members of another name are
 * those of a newer version and are passed over.
 *
 * Returns: (transfer full): the spec, or %NULL with @error set
 */
StreekFigureSpec *
streek_figure_spec_from_json (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  JsonObject *object = streek_spec_json_parse (parser, json, error);

  if (object == NULL || !read_words (object, spec, error) ||
      !streek_panels_read_json (&spec->panels, object, error) ||
      !streek_point_layer_read_json (&spec->points, object, error) ||
      !streek_spec_json_read_classes (object, &spec->n_classes, error) ||
      !streek_spec_json_read_coverage (object, &spec->min_coverage_pct, error) ||
      !streek_spec_json_read_breaks (object, "breaks", &spec->breaks, error) ||
      !streek_spec_json_read_breaks (object, "second-breaks", &spec->second_breaks, error) ||
      !streek_spec_json_read_text (object, "policy", &spec->policy, error) ||
      !streek_spec_json_read_text (object, "second", &spec->second, error) ||
      !streek_spec_json_read_number (object, "reference", &spec->reference, error) ||
      !streek_spec_json_read_text (object, "set", &spec->set, error) ||
      !streek_spec_json_read_text (object, "within", &spec->within, error) ||
      !streek_spec_json_read_text (object, "outline-set", &spec->outline_set, error) ||
      !streek_spec_json_read_text (object, "overlay-set", &spec->overlay_set, error) ||
      !streek_spec_json_read_text (object, "indicator", &spec->indicator, error) ||
      !streek_spec_json_read_text (object, "palette", &spec->palette, error) ||
      !streek_spec_json_read_text (object, "title", &spec->title, error) ||
      !streek_spec_json_read_flag (object, "kind-is-automatic", &spec->kind_is_automatic, error) ||
      !streek_spec_json_read_flag (object, "zero-class", &spec->zero_class, error) ||
      !streek_spec_json_read_flag (object, "grey", &spec->grey, error) ||
      !streek_spec_json_read_flag (object, "show-names", &spec->show_names, error) ||
      !streek_spec_json_read_flag (object, "show-values", &spec->show_values, error) ||
      !streek_furniture_read_json (&spec->furniture, object, error))
    return NULL;

  return g_steal_pointer (&spec);
}

/* Shows the figures of one indicator as they are. */
static gboolean
is_plain (const StreekFigureSpec *spec)
{
  return spec->kind_is_automatic || spec->kind <= STREEK_FIGURE_CIRCLES;
}

/**
 * streek_figure_spec_forget_limits:
 *
 * For another indicator, or another kind of map: limits of one's own, those of a policy and a
 * reference are of the figures that were shown.
 */
void
streek_figure_spec_forget_limits (StreekFigureSpec *spec)
{
  g_clear_pointer (&spec->breaks, g_array_unref);
  g_clear_pointer (&spec->second_breaks, g_array_unref);
  g_clear_pointer (&spec->policy, g_free);
  if (streek_class_method_is_given (spec->method))
    spec->method = STREEK_CLASSES_QUANTILE;
  spec->reference = NAN;
}

/**
 * streek_figure_spec_set_indicator:
 * @code: (nullable): of an indicator, %NULL for areas only
 *
 * Where it is another one, limits and the period that a change begins in are forgotten, and the
 * kind of map is chosen anew, unless it compares something.
 */
void
streek_figure_spec_set_indicator (StreekFigureSpec *spec, const char *code)
{
  g_return_if_fail (spec != NULL);

  if (g_strcmp0 (spec->indicator, code) == 0)
    return;

  g_free (spec->indicator);
  spec->indicator = g_strdup (code);
  streek_figure_spec_forget_limits (spec);
  spec->limits = STREEK_LIMITS_OWN;
  spec->limits_period = (StreekPeriod){ 0 };
  spec->from = (StreekPeriod){ 0 };
  if (is_plain (spec))
    spec->kind_is_automatic = TRUE;
}

/**
 * streek_figure_spec_set_kind:
 * @is_automatic: circles for counts and classes for ratios; @kind matters no more
 *
 * Limits and colours of one's own are of the figures that were shown: a change has others.
 */
void
streek_figure_spec_set_kind (StreekFigureSpec *spec, StreekFigureKind kind, gboolean is_automatic)
{
  g_return_if_fail (spec != NULL);

  gboolean was_plain = is_plain (spec);

  spec->kind_is_automatic = is_automatic;
  spec->kind = is_automatic ? STREEK_FIGURE_CHOROPLETH : kind;
  if (was_plain && is_plain (spec))
    return;

  streek_figure_spec_forget_limits (spec);
  g_clear_pointer (&spec->palette, g_free);
}

gboolean
streek_figure_spec_has_policy (const StreekFigureSpec *spec)
{
  return spec->method == STREEK_CLASSES_POLICY && spec->indicator != NULL &&
         (spec->kind_is_automatic || spec->kind == STREEK_FIGURE_CHOROPLETH ||
          spec->kind == STREEK_FIGURE_COMBINED);
}

/* What limits of a policy do not go with, NULL where nothing is wrong. */
static const char *
check_policy (const StreekFigureSpec *spec)
{
  if (spec->method != STREEK_CLASSES_POLICY || spec->kind_is_automatic)
    return NULL;

  if (spec->kind == STREEK_FIGURE_CHANGE)
    return _ ("Policy limits are of the figures themselves, not of their change: choose other "
              "class limits.");

  if (spec->kind == STREEK_FIGURE_BIVARIATE)
    return _ ("A map of two indicators has three classes of each: choose other class limits than "
              "those of a policy.");

  return NULL;
}

/* Three classes have two limits between them. */
static gboolean
has_two_or_none (const GArray *breaks)
{
  return breaks == NULL || breaks->len == 0 || breaks->len == 2;
}

static gboolean
are_numbers (const GArray *limits)
{
  for (guint i = 0; limits != NULL && i < limits->len; i++)
    if (!streek_spec_is_number (g_array_index (limits, double, i)))
      return FALSE;

  return TRUE;
}

/* What is wrong with a map of two indicators, NULL where nothing is. */
static const char *
check_second (const StreekFigureSpec *spec)
{
  if (spec->kind_is_automatic || !streek_figure_kind_has_second (spec->kind))
    return NULL;

  if (spec->second == NULL || g_strcmp0 (spec->second, spec->indicator) == 0)
    return _ ("A map of two indicators needs another one beside the first.");

  if (spec->kind == STREEK_FIGURE_BIVARIATE && spec->method == STREEK_CLASSES_MANUAL &&
      (!has_two_or_none (spec->breaks) || !has_two_or_none (spec->second_breaks)))
    return _ ("A map of two indicators has three classes of each: give two limits.");

  return NULL;
}

/**
 * streek_figure_spec_check:
 * @error: return location for a #StreekFigureError
 *
 * Says in words what contradicts itself, as far as that shows without a workspace.
 *
 * Returns: %FALSE with @error set where the spec can never be drawn
 */
gboolean
streek_figure_spec_check (const StreekFigureSpec *spec, GError **error)
{
  const char *message = check_second (spec);

  if (message == NULL)
    message = check_policy (spec);

  gboolean needs_figures = spec->kind != STREEK_FIGURE_AREAS && !spec->kind_is_automatic;

  if (spec->set == NULL)
    message = _ ("The figure does not say which areas it shows.");
  else if (needs_figures && spec->indicator == NULL)
    message = _ ("A map of figures needs an indicator.");
  else if (spec->kind == STREEK_FIGURE_AREAS && !spec->kind_is_automatic && spec->indicator != NULL)
    message = _ ("A map of areas shows no indicator: choose circles or a choropleth.");
  else if (spec->method == STREEK_CLASSES_MANUAL &&
           (spec->breaks == NULL || spec->breaks->len == 0) &&
           (spec->kind != STREEK_FIGURE_BIVARIATE || spec->second_breaks == NULL ||
            spec->second_breaks->len == 0))
    message = _ ("Classes of your own need at least one limit.");
  else if (spec->zero_class && streek_figure_spec_has_policy (spec))
    message = _ ("Policy limits say what classes there are: 0 has none of its own.");
  else if (spec->panels.n_multiples > 0 && spec->indicator == NULL)
    message = _ ("Small maps of periods need an indicator.");
  else if (spec->panels.n_multiples > 0 && spec->panels.beside != NULL &&
           spec->panels.beside->len > 0)
    message = _ ("Small maps of periods have no other maps beside them.");
  else if (spec->limits == STREEK_LIMITS_HELD && spec->limits_period.kind == STREEK_PERIOD_NONE)
    message = _ ("The figure does not say of which period it holds the class limits.");

  if (message == NULL && (!are_numbers (spec->breaks) || !are_numbers (spec->second_breaks) ||
                          (!isnan (spec->reference) && !streek_spec_is_number (spec->reference))))
    message = _ (
      "Class limits, and the value that they lie around, are numbers of at most fifteen digits.");

  if (message != NULL)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID, message);

  return message == NULL;
}
