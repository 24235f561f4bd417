/* streek-analysis-model.c: what the window asks of its figures, and the answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-model"
#include "config.h"
#include "analysis/streek-analysis-model.h"

#include "workspace/streek-analyses.h"

#include <math.h>

struct _StreekAnalysisModel
{
  GObject parent_instance;

  StreekContext *context;
  StreekAnalysisQuery *query; /* as chosen */
  StreekAnalysis *analysis;   /* (nullable) */
  GError *error;
  GCancellable *running; /* set while a worker computes */
  gboolean is_active;
  gboolean is_stale; /* something changed while nothing was shown */

  gboolean only_within;
  gboolean kind_is_chosen; /* by a person: it stays for other indicators */
  char *followed;          /* (nullable): indicator of the context that the question is about */
};

enum
{
  PROP_0,
  PROP_ANALYSIS,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekAnalysisModel, streek_analysis_model, G_TYPE_OBJECT)

/* Following the context */

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
follow_indicator (StreekAnalysisModel *self)
{
  const char *code = streek_context_get_spec (self->context)->indicator;

  if (g_strcmp0 (code, self->followed) == 0)
    return;

  take_text (&self->followed, code);
  g_clear_pointer (&self->query->indicators, g_strfreev);
  if (code != NULL)
    {
      self->query->indicators = g_new0 (char *, 2);
      self->query->indicators[0] = g_strdup (code);
    }
  self->query->periods = (StreekPeriodRange){ 0 };
  self->query->base = (StreekPeriod){ 0 };
}

static void
follow_areas (StreekAnalysisModel *self)
{
  const StreekFigureSpec *shown = streek_context_get_spec (self->context);
  gboolean is_one = self->only_within && shown->within != NULL;

  take_text (&self->query->area, is_one ? shown->within : NULL);
  take_text (&self->query->set, is_one ? NULL : shown->set);
  take_text (&self->query->within, is_one ? NULL : shown->within);
  self->query->on = shown->on;
}

/* Asking */

static gboolean
is_of_one_indicator (StreekAnalysisKind kind)
{
  return kind == STREEK_ANALYSIS_RANKING || kind == STREEK_ANALYSIS_MORAN;
}

/* The question of a kind, as it is asked. */
static StreekAnalysisQuery *
dup_asked (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  StreekAnalysisQuery *asked = streek_analysis_query_copy (self->query);
  char **indicators = asked->indicators;

  asked->kind = kind;

  for (guint i = 1; is_of_one_indicator (kind) && indicators != NULL && indicators[0] != NULL &&
                    indicators[i] != NULL;
       i++)
    g_clear_pointer (&indicators[i], g_free);

  gboolean is_single = indicators != NULL && indicators[0] != NULL && indicators[1] == NULL;
  gboolean is_open = asked->periods.first.kind == STREEK_PERIOD_NONE &&
                     asked->periods.last.kind == STREEK_PERIOD_NONE;

  /* another indicator need not have figures of the period that a person chose for this one */
  if (is_open && is_single && (is_of_one_indicator (kind) || kind == STREEK_ANALYSIS_PROFILE))
    asked->periods.last = streek_context_get_spec (self->context)->period;

  return asked;
}

static guint
count_areas (StreekAnalysisModel *self)
{
  StreekAreas *areas = streek_context_get_areas (self->context);
  const StreekArea *within = streek_context_get_within_area (self->context);
  StreekDate on = streek_context_get_area_date (self->context);
  StreekDate used;

  if (self->query->set == NULL || areas == NULL)
    return 1;

  g_autoptr (GPtrArray) list =
    within != NULL
      ? streek_areas_list_within (areas, self->query->set, on, within, NULL, &used, NULL)
      : streek_areas_list (areas, self->query->set, on, &used, NULL);

  return list != NULL ? list->len : 0;
}

static gboolean
is_fit (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  g_autofree char *why_not = streek_analysis_model_explain_unfit (self, kind);

  return why_not == NULL;
}

/* As long as nobody chose: the first of these that there can be. */
static void
choose_kind (StreekAnalysisModel *self)
{
  static const StreekAnalysisKind order[] = { STREEK_ANALYSIS_CHANGE, STREEK_ANALYSIS_RANKING,
                                              STREEK_ANALYSIS_PROFILE };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (is_fit (self, order[i]))
      {
        self->query->kind = order[i];
        return;
      }
}

/* Computing */

static void
analyse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekAnalysis *analysis = streek_workspace_analyse (source, task_data, cancellable, &error);

  if (analysis == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  streek_analysis_name_words (analysis);
  g_task_return_pointer (task, analysis, (GDestroyNotify) streek_analysis_free);
}

static void
take_answer (StreekAnalysisModel *self, StreekAnalysis *analysis, GError *error)
{
  StreekAnalysis *before = self->analysis;

  g_clear_error (&self->error);
  self->analysis = analysis;
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANALYSIS]);
  g_clear_pointer (&before, streek_analysis_free);
}

static void
on_analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekAnalysisModel) self = user_data; /* the reference taken when it began */
  GError *error = NULL;
  StreekAnalysis *analysis = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }

  g_clear_object (&self->running);
  take_answer (self, analysis, error);
}

static void
run (StreekAnalysisModel *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);

  self->is_stale = !self->is_active;
  if (self->is_stale)
    return;

  if (workspace == NULL || self->query->indicators == NULL)
    {
      take_answer (self, NULL, NULL);
      return;
    }

  self->running = g_cancellable_new ();

  g_autoptr (GTask) task =
    g_task_new (workspace, self->running, on_analysed_cb, g_object_ref (self));

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, dup_asked (self, self->query->kind),
                        (GDestroyNotify) streek_analysis_query_free);
  g_task_run_in_thread (task, analyse_in_thread);
}

static void
ask (StreekAnalysisModel *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  run (self);
}

static void
on_context_cb (StreekAnalysisModel *self)
{
  g_autoptr (StreekAnalysisQuery) before = dup_asked (self, self->query->kind);

  follow_indicator (self);
  follow_areas (self);
  if (!self->kind_is_chosen && streek_context_get_catalogue (self->context) != NULL)
    choose_kind (self);

  g_autoptr (StreekAnalysisQuery) after = dup_asked (self, self->query->kind);

  if (!streek_analysis_query_equal (before, after))
    ask (self);
}

static void
on_data_changed_cb (StreekAnalysisModel *self)
{
  on_context_cb (self);
  run (self);
}

static void
streek_analysis_model_dispose (GObject *object)
{
  StreekAnalysisModel *self = STREEK_ANALYSIS_MODEL (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->context);
  g_clear_pointer (&self->analysis, streek_analysis_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_analysis_model_parent_class)->dispose (object);
}

static void
streek_analysis_model_finalize (GObject *object)
{
  StreekAnalysisModel *self = STREEK_ANALYSIS_MODEL (object);

  streek_analysis_query_free (self->query);
  g_free (self->followed);

  G_OBJECT_CLASS (streek_analysis_model_parent_class)->finalize (object);
}

static void
streek_analysis_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ANALYSIS:
      g_value_set_pointer (value, STREEK_ANALYSIS_MODEL (object)->analysis);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_analysis_model_class_init (StreekAnalysisModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_analysis_model_dispose;
  object_class->finalize = streek_analysis_model_finalize;
  object_class->get_property = streek_analysis_model_get_property;

  properties[PROP_ANALYSIS] =
    g_param_spec_pointer ("analysis", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_analysis_model_init (StreekAnalysisModel *self)
{
  self->query = g_new0 (StreekAnalysisQuery, 1);
  self->query->min_coverage_pct = NAN;
}

StreekAnalysisModel *
streek_analysis_model_new (StreekContext *context)
{
  StreekAnalysisModel *self = g_object_new (STREEK_TYPE_ANALYSIS_MODEL, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (on_context_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_context_cb (self);

  return self;
}

StreekContext *
streek_analysis_model_get_context (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  return self->context;
}

const StreekAnalysisQuery *
streek_analysis_model_get_query (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  return self->query;
}

void
streek_analysis_model_set_query (StreekAnalysisModel *self, const StreekAnalysisQuery *query)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));
  g_return_if_fail (query != NULL);

  if (streek_analysis_query_equal (self->query, query))
    return;

  StreekAnalysisQuery *before = self->query;

  self->query = streek_analysis_query_copy (query);
  self->kind_is_chosen |= query->kind != before->kind;
  streek_analysis_query_free (before);
  ask (self);
}

void
streek_analysis_model_set_kind (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));

  self->kind_is_chosen = TRUE;
  if (self->query->kind == kind)
    return;

  self->query->kind = kind;
  ask (self);
}

gboolean
streek_analysis_model_get_only_within (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), FALSE);

  return self->only_within;
}

void
streek_analysis_model_set_only_within (StreekAnalysisModel *self, gboolean only_within)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));

  self->only_within = only_within;
  on_context_cb (self);
}

char *
streek_analysis_model_explain_unfit (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  StreekCatalogue *catalogue = streek_context_get_catalogue (self->context);
  g_autoptr (StreekAnalysisQuery) asked = dup_asked (self, kind);

  return catalogue != NULL
           ? streek_analysis_query_explain_unfit (asked, catalogue, count_areas (self))
           : NULL;
}

const StreekAnalysis *
streek_analysis_model_get_analysis (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  return self->analysis;
}

const GError *
streek_analysis_model_get_error (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  return self->error;
}

void
streek_analysis_model_reload (StreekAnalysisModel *self)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));

  run (self);
}

void
streek_analysis_model_set_active (StreekAnalysisModel *self, gboolean active)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));

  self->is_active = active;
  if (active && self->is_stale)
    run (self);
}
