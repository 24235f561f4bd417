/* streek-chart-model.c: which chart the window shows: its spec, and the chart made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-chart-model"
#include "config.h"
#include "charts/streek-chart-model.h"

#include "workspace/streek-charts.h"

#include <glib/gi18n.h>
#include <string.h>

/* More lines than this cannot be told apart: areas are ranked instead. */
#define MAX_LINES 8
/* Fewer moments than this make no line. */
#define MIN_LINE_PERIODS 3

struct _StreekChartModel
{
  StreekQuestion parent_instance;

  StreekChartSpec *spec;
  gboolean kind_is_chosen; /* by a person: it stays for other indicators */
  gboolean references_are_chosen;
  gboolean periods_are_chosen;
  char *followed; /* (nullable): indicator of the context that the spec is of */
};

G_DEFINE_FINAL_TYPE (StreekChartModel, streek_chart_model, STREEK_TYPE_QUESTION)

static StreekContext *
get_context (StreekChartModel *self)
{
  return streek_question_get_context (STREEK_QUESTION (self));
}

static StreekQuestionAreas
get_areas (StreekChartModel *self)
{
  return streek_question_get_areas (STREEK_QUESTION (self));
}

/* Following the context */

static void
take_list (char ***place, GPtrArray *words)
{
  g_strfreev (*place);
  g_ptr_array_add (words, NULL);
  *place = words->len > 1 ? (char **) g_ptr_array_steal (words, NULL) : NULL;
}

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
follow_indicator (StreekChartModel *self)
{
  const char *code = streek_context_get_spec (get_context (self))->indicator;

  if (g_strcmp0 (code, self->followed) == 0)
    return;

  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  take_text (&self->followed, code);
  if (code != NULL)
    g_ptr_array_add (codes, g_strdup (code));
  take_list (&self->spec->indicators, codes);
  g_clear_pointer (&self->spec->against, g_strfreev);
  g_clear_pointer (&self->spec->breaks, g_array_unref);
  g_clear_pointer (&self->spec->title, g_free);
  g_clear_pointer (&self->spec->target, g_free);
  self->spec->base = (StreekPeriod){ 0 };
  self->spec->periods = (StreekPeriodRange){ 0 };
  self->periods_are_chosen = FALSE;
}

static GPtrArray *
list_selected (StreekChartModel *self)
{
  g_autoptr (GPtrArray) codes =
    streek_selection_list (streek_context_get_selection (get_context (self)));
  GPtrArray *refs = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (refs,
                     g_strdup_printf ("%s:%s", streek_context_get_spec (get_context (self))->set,
                                      (const char *) codes->pdata[i]));

  return refs;
}

static void
follow_areas (StreekChartModel *self)
{
  const StreekFigureSpec *shown = streek_context_get_spec (get_context (self));

  self->spec->on = shown->on;
  if (streek_question_keeps_saved_areas (STREEK_QUESTION (self)))
    return;

  if (get_areas (self) == STREEK_QUESTION_AREAS_SAVED)
    streek_question_note_areas (STREEK_QUESTION (self), STREEK_QUESTION_AREAS_SHOWN);

  g_autoptr (GPtrArray) refs =
    get_areas (self) == STREEK_QUESTION_AREAS_SELECTED ? list_selected (self) : g_ptr_array_new ();

  if (get_areas (self) == STREEK_QUESTION_AREAS_WITHIN && shown->within != NULL)
    g_ptr_array_add (refs, g_strdup (shown->within));

  /* with nothing selected, and without an area around it, all of them are meant */
  gboolean takes_set = refs->len == 0;

  take_list (&self->spec->areas, refs);
  take_text (&self->spec->set, takes_set ? shown->set : NULL);
  take_text (&self->spec->within, takes_set ? shown->within : NULL);
}

/* The area around what is shown, its province and its region: never a bar without a reference. */
static void
follow_references (StreekChartModel *self)
{
  static const char *const sets[] = { "provincie", "gewest" };
  StreekAreas *areas = streek_context_get_areas (get_context (self));
  const StreekArea *within = streek_context_get_within_area (get_context (self));
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  if (self->references_are_chosen || areas == NULL)
    return;

  if (within != NULL && self->spec->set != NULL)
    g_ptr_array_add (refs, g_strdup_printf ("%s:%s", within->set->code, within->code));

  for (gsize i = 0; within != NULL && i < G_N_ELEMENTS (sets); i++)
    {
      const StreekArea *container = streek_areas_find_container (
        areas, sets[i], within, streek_context_get_area_date (get_context (self)));

      if (container != NULL && container != within)
        g_ptr_array_add (refs, g_strdup_printf ("%s:%s", sets[i], container->code));
    }

  take_list (&self->spec->references, refs);
}

/* Charts of one moment show that of the context, where a person chose it there. */
static void
follow_period (StreekChartModel *self)
{
  if (self->periods_are_chosen)
    return;

  StreekPeriod period = streek_context_get_spec (get_context (self))->period;

  self->spec->periods = (StreekPeriodRange){ 0 };
  if (!streek_chart_kind_is_over_time (self->spec->kind))
    self->spec->periods.last = period;
}

/* Asking */

static gboolean
is_fit (StreekChartKind kind, const StreekChartContents *contents)
{
  g_autofree char *why = streek_chart_explain_unfit (kind, contents);

  return why == NULL;
}

/* Bars show best on which side of zero a figure lies. */
static StreekChartKind
choose_kind (const StreekChartContents *contents)
{
  StreekChartKind first = contents->has_negative ? STREEK_CHART_BAR : STREEK_CHART_RANKING;
  const StreekChartKind order[] = { first, STREEK_CHART_BAR, STREEK_CHART_LINE };

  if (contents->n_periods >= MIN_LINE_PERIODS && contents->n_areas <= MAX_LINES &&
      is_fit (STREEK_CHART_LINE, contents))
    return STREEK_CHART_LINE;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_fit (order[i], contents))
      return order[i];

  return STREEK_CHART_BAR;
}

/* What there is decides on the kind, as long as nobody did; bars do where what was chosen before
 * does not fit: then it is known what there is. */
static gboolean
streek_chart_model_improve (StreekQuestion *question, gconstpointer answer, const GError *error)
{
  StreekChartModel *self = STREEK_CHART_MODEL (question);
  StreekChartKind kind = self->spec->kind;

  if (self->kind_is_chosen)
    return FALSE;

  if (answer != NULL)
    {
      StreekChartContents contents = streek_chart_get_contents (answer);

      kind = choose_kind (&contents);
    }
  else if (g_error_matches (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID))
    kind = STREEK_CHART_BAR;

  if (kind == self->spec->kind)
    return FALSE;

  self->spec->kind = kind;
  follow_period (self);

  return TRUE;
}

static gboolean
streek_chart_model_follow (StreekQuestion *question)
{
  StreekChartModel *self = STREEK_CHART_MODEL (question);

  g_autoptr (StreekChartSpec) before = streek_chart_spec_copy (self->spec);

  follow_indicator (self);
  follow_areas (self);
  follow_references (self);
  follow_period (self);

  return !streek_chart_spec_equal (before, self->spec);
}

static gboolean
streek_chart_model_is_asked (StreekQuestion *question)
{
  return STREEK_CHART_MODEL (question)->spec->indicators != NULL;
}

static void
streek_chart_model_begin (StreekQuestion *question,
                          StreekWorkspace *workspace,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  streek_workspace_make_chart_async (workspace, STREEK_CHART_MODEL (question)->spec, cancellable,
                                     callback, user_data);
}

static gpointer
streek_chart_model_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return streek_workspace_make_chart_finish (workspace, result, error);
}

static void
streek_chart_model_finalize (GObject *object)
{
  StreekChartModel *self = STREEK_CHART_MODEL (object);

  streek_chart_spec_free (self->spec);
  g_free (self->followed);

  G_OBJECT_CLASS (streek_chart_model_parent_class)->finalize (object);
}

static void
streek_chart_model_class_init (StreekChartModelClass *klass)
{
  StreekQuestionClass *question_class = STREEK_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = streek_chart_model_finalize;
  question_class->follow = streek_chart_model_follow;
  question_class->is_asked = streek_chart_model_is_asked;
  question_class->begin = streek_chart_model_begin;
  question_class->finish = streek_chart_model_finish;
  question_class->improve = streek_chart_model_improve;
  question_class->free_answer = (GDestroyNotify) streek_chart_unref;
}

static void
streek_chart_model_init (StreekChartModel *self)
{
  self->spec = streek_chart_spec_new ();
}

StreekChartModel *
streek_chart_model_new (StreekContext *context)
{
  StreekChartModel *self = g_object_new (STREEK_TYPE_CHART_MODEL, NULL);

  streek_question_set_context (STREEK_QUESTION (self), context);

  return self;
}

const StreekChartSpec *
streek_chart_model_get_spec (StreekChartModel *self)
{
  g_return_val_if_fail (STREEK_IS_CHART_MODEL (self), NULL);

  return self->spec;
}

static gboolean
lists_are_equal (char *const *a, char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
ranges_are_equal (StreekPeriodRange a, StreekPeriodRange b)
{
  return streek_period_equal (a.first, b.first) && streek_period_equal (a.last, b.last);
}

void
streek_chart_model_set_spec (StreekChartModel *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));
  g_return_if_fail (spec != NULL);

  if (streek_chart_spec_equal (self->spec, spec))
    return;

  StreekChartSpec *before = self->spec;

  self->spec = streek_chart_spec_copy (spec);
  self->kind_is_chosen |= spec->kind != before->kind;
  self->references_are_chosen |= !lists_are_equal (spec->references, before->references);
  self->periods_are_chosen |= !ranges_are_equal (spec->periods, before->periods);
  streek_chart_spec_free (before);
  streek_question_ask (STREEK_QUESTION (self));
}

/* "T5=A+B" is a total with its parts: the indicator is T5. */
static char *
dup_main_indicator (const StreekChartSpec *spec)
{
  const char *first = spec->indicators != NULL ? spec->indicators[0] : NULL;

  return first != NULL ? g_strndup (first, strcspn (first, "=")) : NULL;
}

/* Areas that are named one by one have no words in the context, unless there is but one. */
static void
fit_context (StreekChartModel *self, const StreekChartSpec *spec)
{
  guint n = spec->areas != NULL ? g_strv_length (spec->areas) : 0;
  g_autofree char *code = dup_main_indicator (spec);
  StreekQuestionPlace place = {
    .indicator = code,
    .set = n == 0 ? spec->set : NULL,
    .within = spec->within,
    .area = spec->set == NULL && n == 1 ? spec->areas[0] : NULL,
    .on = spec->on,
    .period = spec->periods.last,
  };

  streek_question_fit_context (STREEK_QUESTION (self), &place);
}

void
streek_chart_model_show (StreekChartModel *self, const StreekChartSpec *spec)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));
  g_return_if_fail (spec != NULL);

  fit_context (self, spec);
  take_text (&self->followed, streek_context_get_spec (get_context (self))->indicator);
  self->kind_is_chosen = TRUE;
  self->references_are_chosen = TRUE;
  self->periods_are_chosen = TRUE;
  streek_chart_spec_free (self->spec);
  self->spec = streek_chart_spec_copy (spec);
  streek_question_ask (STREEK_QUESTION (self));
}

void
streek_chart_model_set_kind (StreekChartModel *self, StreekChartKind kind)
{
  g_return_if_fail (STREEK_IS_CHART_MODEL (self));

  self->kind_is_chosen = TRUE;
  if (self->spec->kind == kind)
    return;

  self->spec->kind = kind;
  follow_period (self);
  streek_question_ask (STREEK_QUESTION (self));
}

StreekChart *
streek_chart_model_get_chart (StreekChartModel *self)
{
  return streek_question_get_answer (STREEK_QUESTION (self));
}
