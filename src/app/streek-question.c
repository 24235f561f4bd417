/* streek-question.c: what a tab asks of the figures of the window, and the answer of a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-question"
#include "config.h"
#include "streek-question.h"

typedef struct
{
  StreekContext *context;
  gpointer answer;
  GError *error;
  GCancellable *running; /* set while a worker is busy */
  gboolean is_active;
  gboolean is_stale;   /* something changed while nothing was shown */
  gboolean is_fitting; /* the context is being made to fit a saved question */
  StreekQuestionAreas areas;
  char *saved_set; /* (nullable): areas of the context when a saved question came */
  char *saved_within;
} StreekQuestionPrivate;

enum
{
  PROP_0,
  PROP_ANSWER,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StreekQuestion, streek_question, G_TYPE_OBJECT)

static StreekQuestionPrivate *
get_private (StreekQuestion *self)
{
  return streek_question_get_instance_private (self);
}

static void
stop (StreekQuestion *self)
{
  StreekQuestionPrivate *priv = get_private (self);

  if (priv->running != NULL)
    g_cancellable_cancel (priv->running);
  g_clear_object (&priv->running);
}

/* Who is told of the new answer may still look at the one before. */
static void
take_answer (StreekQuestion *self, gpointer answer, GError *error)
{
  StreekQuestionPrivate *priv = get_private (self);
  gpointer before = priv->answer;

  g_clear_error (&priv->error);
  priv->answer = answer;
  priv->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
  g_clear_pointer (&before, STREEK_QUESTION_GET_CLASS (self)->free_answer);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekQuestion) self = user_data; /* the reference taken when it was asked */
  StreekQuestionClass *klass = STREEK_QUESTION_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  gpointer answer = klass->finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&get_private (self)->running);

  if (klass->improve != NULL && klass->improve (self, answer, error))
    {
      g_clear_pointer (&answer, klass->free_answer);
      streek_question_ask (self);
      return;
    }

  take_answer (self, answer, g_steal_pointer (&error));
}

static void
on_data_changed_cb (StreekQuestion *self)
{
  streek_question_follow (self);
  streek_question_reload (self);
}

static void
on_selection_cb (StreekQuestion *self)
{
  if (get_private (self)->areas == STREEK_QUESTION_AREAS_SELECTED)
    streek_question_follow (self);
}

static void
streek_question_dispose (GObject *object)
{
  StreekQuestion *self = STREEK_QUESTION (object);
  StreekQuestionPrivate *priv = get_private (self);

  stop (self);
  g_clear_object (&priv->context);
  g_clear_pointer (&priv->answer, STREEK_QUESTION_GET_CLASS (self)->free_answer);
  g_clear_error (&priv->error);

  G_OBJECT_CLASS (streek_question_parent_class)->dispose (object);
}

static void
streek_question_finalize (GObject *object)
{
  StreekQuestionPrivate *priv = get_private (STREEK_QUESTION (object));

  g_free (priv->saved_set);
  g_free (priv->saved_within);

  G_OBJECT_CLASS (streek_question_parent_class)->finalize (object);
}

static void
streek_question_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ANSWER:
      g_value_set_pointer (value, streek_question_get_answer (STREEK_QUESTION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_question_class_init (StreekQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = streek_question_dispose;
  object_class->finalize = streek_question_finalize;
  object_class->get_property = streek_question_get_property;

  properties[PROP_ANSWER] =
    g_param_spec_pointer ("answer", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_question_init (StreekQuestion *self)
{
}

StreekContext *
streek_question_get_context (StreekQuestion *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION (self), NULL);

  return get_private (self)->context;
}

void
streek_question_set_context (StreekQuestion *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));
  g_return_if_fail (get_private (self)->context == NULL);

  get_private (self)->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (streek_question_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (streek_context_get_selection (context), "changed",
                           G_CALLBACK (on_selection_cb), self, G_CONNECT_SWAPPED);
  streek_question_follow (self);
}

void
streek_question_follow (StreekQuestion *self)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  if (!get_private (self)->is_fitting && STREEK_QUESTION_GET_CLASS (self)->follow (self))
    streek_question_ask (self);
}

void
streek_question_ask (StreekQuestion *self)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  streek_question_reload (self);
}

void
streek_question_reload (StreekQuestion *self)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  StreekQuestionPrivate *priv = get_private (self);
  StreekQuestionClass *klass = STREEK_QUESTION_GET_CLASS (self);
  StreekWorkspace *workspace = streek_context_get_workspace (priv->context);

  stop (self);

  priv->is_stale = !priv->is_active;
  if (priv->is_stale)
    return;

  if (workspace == NULL || !klass->is_asked (self))
    {
      take_answer (self, NULL, NULL);
      return;
    }

  priv->running = g_cancellable_new ();
  klass->begin (self, workspace, priv->running, on_answered_cb, g_object_ref (self));
}

void
streek_question_set_active (StreekQuestion *self, gboolean active)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  StreekQuestionPrivate *priv = get_private (self);

  priv->is_active = active;
  if (active && priv->is_stale)
    streek_question_reload (self);
}

StreekQuestionAreas
streek_question_get_areas (StreekQuestion *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION (self), STREEK_QUESTION_AREAS_SHOWN);

  return get_private (self)->areas;
}

void
streek_question_set_areas (StreekQuestion *self, StreekQuestionAreas areas)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  if (get_private (self)->areas == areas)
    return;

  streek_question_note_areas (self, areas);
  streek_question_follow (self);
}

void
streek_question_note_areas (StreekQuestion *self, StreekQuestionAreas areas)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));

  get_private (self)->areas = areas;
}

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
note_saved_areas (StreekQuestion *self, const StreekQuestionPlace *place)
{
  StreekQuestionPrivate *priv = get_private (self);
  const StreekFigureSpec *shown = streek_context_get_spec (priv->context);

  take_text (&priv->saved_set, shown->set);
  take_text (&priv->saved_within, shown->within);
  streek_question_note_areas (self, place->area != NULL  ? STREEK_QUESTION_AREAS_WITHIN
                                    : place->set != NULL ? STREEK_QUESTION_AREAS_SHOWN
                                                         : STREEK_QUESTION_AREAS_SAVED);
}

void
streek_question_fit_context (StreekQuestion *self, const StreekQuestionPlace *place)
{
  g_return_if_fail (STREEK_IS_QUESTION (self));
  g_return_if_fail (place != NULL);

  StreekQuestionPrivate *priv = get_private (self);

  priv->is_fitting = TRUE;
  streek_context_set_indicator (priv->context, place->indicator);

  g_autoptr (StreekFigureSpec) shown =
    streek_figure_spec_copy (streek_context_get_spec (priv->context));

  if (place->area != NULL)
    take_text (&shown->within, place->area);
  else if (place->set != NULL)
    {
      take_text (&shown->set, place->set);
      take_text (&shown->within, place->within);
    }
  shown->on = place->on;
  if (place->period.kind != STREEK_PERIOD_NONE)
    shown->period = place->period;
  streek_context_set_spec (priv->context, shown);
  note_saved_areas (self, place);
  priv->is_fitting = FALSE;
}

gboolean
streek_question_keeps_saved_areas (StreekQuestion *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION (self), FALSE);

  StreekQuestionPrivate *priv = get_private (self);
  const StreekFigureSpec *shown = streek_context_get_spec (priv->context);

  return priv->areas == STREEK_QUESTION_AREAS_SAVED &&
         g_strcmp0 (shown->set, priv->saved_set) == 0 &&
         g_strcmp0 (shown->within, priv->saved_within) == 0;
}

gpointer
streek_question_get_answer (StreekQuestion *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION (self), NULL);

  return get_private (self)->answer;
}

const GError *
streek_question_get_error (StreekQuestion *self)
{
  g_return_val_if_fail (STREEK_IS_QUESTION (self), NULL);

  return get_private (self)->error;
}
