/* streek-analysis-model.c: what the window asks of its figures, and the answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-analysis-model"
#include "config.h"
#include "analysis/streek-analysis-model.h"

#include "workspace/streek-analyses.h"

struct _StreekAnalysisModel
{
  StreekQuestion parent_instance;

  StreekAnalysisQuery *query; /* as chosen */
  gboolean kind_is_chosen;    /* by a person: it stays for other indicators */
  char *followed;             /* (nullable): indicator of the context that the question is about */
};

G_DEFINE_FINAL_TYPE (StreekAnalysisModel, streek_analysis_model, STREEK_TYPE_QUESTION)

static StreekContext *
get_context (StreekAnalysisModel *self)
{
  return streek_question_get_context (STREEK_QUESTION (self));
}

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
  const char *code = streek_context_get_spec (get_context (self))->indicator;

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
  const StreekFigureSpec *shown = streek_context_get_spec (get_context (self));

  self->query->on = shown->on;
  if (streek_question_keeps_saved_areas (STREEK_QUESTION (self)))
    return;

  if (streek_question_get_areas (STREEK_QUESTION (self)) == STREEK_QUESTION_AREAS_SAVED)
    streek_question_note_areas (STREEK_QUESTION (self), STREEK_QUESTION_AREAS_SHOWN);

  gboolean is_one =
    streek_question_get_areas (STREEK_QUESTION (self)) == STREEK_QUESTION_AREAS_WITHIN &&
    shown->within != NULL;

  take_text (&self->query->area, is_one ? shown->within : NULL);
  take_text (&self->query->set, is_one ? NULL : shown->set);
  take_text (&self->query->within, is_one ? NULL : shown->within);
}

/* Asking */

static gboolean
is_of_one_indicator (StreekAnalysisKind kind)
{
  return kind == STREEK_ANALYSIS_RANKING || kind == STREEK_ANALYSIS_MORAN;
}

/* Kinds of one period take that of the context, where none is chosen; of more than one indicator
 * another need not have figures of the period that a person chose for this one. */
static gboolean
takes_period_of_context (const StreekAnalysisQuery *query)
{
  gboolean is_single =
    query->indicators != NULL && query->indicators[0] != NULL && query->indicators[1] == NULL;
  gboolean is_open = query->periods.first.kind == STREEK_PERIOD_NONE &&
                     query->periods.last.kind == STREEK_PERIOD_NONE;

  return is_open && (is_of_one_indicator (query->kind) ||
                     (is_single && query->kind == STREEK_ANALYSIS_PROFILE));
}

/* With the period that is meant, and all indicators that were chosen. */
static StreekAnalysisQuery *
dup_dated (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  StreekAnalysisQuery *dated = streek_analysis_query_copy (self->query);

  dated->kind = kind;
  if (takes_period_of_context (dated))
    dated->periods.last = streek_context_get_spec (get_context (self))->period;

  return dated;
}

/* The question of a kind, as it is asked. */
static StreekAnalysisQuery *
dup_asked (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  StreekAnalysisQuery *asked = dup_dated (self, kind);
  char **indicators = asked->indicators;

  for (guint i = 1; is_of_one_indicator (kind) && indicators != NULL && indicators[0] != NULL &&
                    indicators[i] != NULL;
       i++)
    g_clear_pointer (&indicators[i], g_free);

  return asked;
}

static guint
count_areas (StreekAnalysisModel *self)
{
  StreekAreas *areas = streek_context_get_areas (get_context (self));
  const StreekArea *within = streek_context_get_within_area (get_context (self));
  StreekDate on = streek_context_get_area_date (get_context (self));
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

static gboolean
streek_analysis_model_follow (StreekQuestion *question)
{
  StreekAnalysisModel *self = STREEK_ANALYSIS_MODEL (question);
  g_autoptr (StreekAnalysisQuery) before = dup_asked (self, self->query->kind);

  follow_indicator (self);
  follow_areas (self);
  if (!self->kind_is_chosen && streek_context_get_catalogue (get_context (self)) != NULL)
    choose_kind (self);

  g_autoptr (StreekAnalysisQuery) after = dup_asked (self, self->query->kind);

  return !streek_analysis_query_equal (before, after);
}

static gboolean
streek_analysis_model_is_asked (StreekQuestion *question)
{
  return STREEK_ANALYSIS_MODEL (question)->query->indicators != NULL;
}

static void
streek_analysis_model_begin (StreekQuestion *question,
                             StreekWorkspace *workspace,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  StreekAnalysisModel *self = STREEK_ANALYSIS_MODEL (question);
  g_autoptr (StreekAnalysisQuery) asked = dup_asked (self, self->query->kind);

  streek_workspace_analyse_async (workspace, asked, cancellable, callback, user_data);
}

static gpointer
streek_analysis_model_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return streek_workspace_analyse_finish (workspace, result, error);
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
streek_analysis_model_class_init (StreekAnalysisModelClass *klass)
{
  StreekQuestionClass *question_class = STREEK_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = streek_analysis_model_finalize;
  question_class->follow = streek_analysis_model_follow;
  question_class->is_asked = streek_analysis_model_is_asked;
  question_class->begin = streek_analysis_model_begin;
  question_class->finish = streek_analysis_model_finish;
  question_class->free_answer = (GDestroyNotify) streek_analysis_free;
}

static void
streek_analysis_model_init (StreekAnalysisModel *self)
{
  self->query = streek_analysis_query_new ();
}

StreekAnalysisModel *
streek_analysis_model_new (StreekContext *context)
{
  StreekAnalysisModel *self = g_object_new (STREEK_TYPE_ANALYSIS_MODEL, NULL);

  streek_question_set_context (STREEK_QUESTION (self), context);

  return self;
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
  streek_question_ask (STREEK_QUESTION (self));
}

void
streek_analysis_model_set_kind (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));

  self->kind_is_chosen = TRUE;
  if (self->query->kind == kind)
    return;

  self->query->kind = kind;
  streek_question_ask (STREEK_QUESTION (self));
}

StreekAnalysisQuery *
streek_analysis_model_dup_shown (StreekAnalysisModel *self)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  return self->query->indicators != NULL ? dup_dated (self, self->query->kind) : NULL;
}

void
streek_analysis_model_show (StreekAnalysisModel *self, const StreekAnalysisQuery *query)
{
  g_return_if_fail (STREEK_IS_ANALYSIS_MODEL (self));
  g_return_if_fail (query != NULL);

  StreekQuestionPlace place = {
    .indicator = query->indicators != NULL ? query->indicators[0] : NULL,
    .set = query->set,
    .within = query->within,
    .area = query->set == NULL ? query->area : NULL,
    .on = query->on,
    .period = query->periods.last,
  };

  streek_question_fit_context (STREEK_QUESTION (self), &place);

  take_text (&self->followed, streek_context_get_spec (get_context (self))->indicator);
  self->kind_is_chosen = TRUE;
  streek_analysis_query_free (self->query);
  self->query = streek_analysis_query_copy (query);
  streek_question_ask (STREEK_QUESTION (self));
}

char *
streek_analysis_model_explain_unfit (StreekAnalysisModel *self, StreekAnalysisKind kind)
{
  g_return_val_if_fail (STREEK_IS_ANALYSIS_MODEL (self), NULL);

  StreekCatalogue *catalogue = streek_context_get_catalogue (get_context (self));
  g_autoptr (StreekAnalysisQuery) asked = dup_asked (self, kind);

  return catalogue != NULL
           ? streek_analysis_query_explain_unfit (asked, catalogue, count_areas (self))
           : NULL;
}

const StreekAnalysis *
streek_analysis_model_get_analysis (StreekAnalysisModel *self)
{
  return streek_question_get_answer (STREEK_QUESTION (self));
}
