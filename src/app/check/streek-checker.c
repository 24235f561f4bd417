/* streek-checker.c: the rules over the open file, in a worker, asked again after each change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-checker.h"

/* The map of a file that was just opened, or changed, comes first. */
#define DELAY_MS 300

struct _StreekChecker
{
  GObject parent_instance;

  StreekContext *context; /* not owned: it owns us */
  StreekCheckList *list;  /* (nullable) */
  GError *error;
  GCancellable *checking; /* set while rules look */
  double progress;
  guint start_id; /* source that starts a check, 0: none */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekChecker, streek_checker, G_TYPE_OBJECT)

static void
tell (StreekChecker *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekChecker) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  StreekCheckList *list = streek_checks_run_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->checking);
  g_clear_pointer (&self->list, streek_check_list_unref);
  g_clear_error (&self->error);
  self->list = list;
  self->error = g_steal_pointer (&error);
  self->progress = 1;
  tell (self);
}

static void
on_progress_cb (double done, gpointer user_data)
{
  StreekChecker *self = user_data;

  self->progress = done;
  tell (self);
}

static void
run (StreekChecker *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace == NULL)
    return;

  self->checking = g_cancellable_new ();
  self->progress = 0;
  streek_checks_run_async (workspace, on_progress_cb, self, self->checking, on_checked_cb,
                           g_object_ref (self));
}

static gboolean
on_delayed_cb (gpointer user_data)
{
  StreekChecker *self = user_data;

  self->start_id = 0;
  run (self);

  return G_SOURCE_REMOVE;
}

/* Of another file, what was found before says nothing. */
static void
on_data_changed_cb (StreekChecker *self)
{
  streek_checker_stop (self);

  if (streek_context_get_workspace (self->context) == NULL)
    g_clear_pointer (&self->list, streek_check_list_unref);
  else
    self->start_id = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, on_delayed_cb, self, NULL);

  tell (self);
}

static void
streek_checker_dispose (GObject *object)
{
  StreekChecker *self = STREEK_CHECKER (object);

  streek_checker_stop (self);
  g_clear_pointer (&self->list, streek_check_list_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (streek_checker_parent_class)->dispose (object);
}

static void
streek_checker_class_init (StreekCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_checker_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_checker_init (StreekChecker *self)
{
  self->progress = 1;
}

/**
 * streek_checker_get:
 *
 * Returns: (transfer none): the checker of that window, made at the first call
 */
StreekChecker *
streek_checker_get (StreekContext *context)
{
  static const char key[] = "streek-checker";

  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekChecker *self = g_object_get_data (G_OBJECT (context), key);

  if (self != NULL)
    return self;

  self = g_object_new (STREEK_TYPE_CHECKER, NULL);
  self->context = context;
  g_object_set_data_full (G_OBJECT (context), key, self, g_object_unref);
  g_signal_connect_object (context, "data-changed", G_CALLBACK (on_data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_data_changed_cb (self);

  return self;
}

StreekCheckList *
streek_checker_get_list (StreekChecker *self)
{
  g_return_val_if_fail (STREEK_IS_CHECKER (self), NULL);

  return self->list;
}

const GError *
streek_checker_get_error (StreekChecker *self)
{
  g_return_val_if_fail (STREEK_IS_CHECKER (self), NULL);

  return self->error;
}

double
streek_checker_get_progress (StreekChecker *self)
{
  g_return_val_if_fail (STREEK_IS_CHECKER (self), 1);

  return self->progress;
}

void
streek_checker_start (StreekChecker *self)
{
  g_return_if_fail (STREEK_IS_CHECKER (self));

  streek_checker_stop (self);
  run (self);
  tell (self);
}

/* What the last check found stays. */
void
streek_checker_stop (StreekChecker *self)
{
  g_return_if_fail (STREEK_IS_CHECKER (self));

  g_clear_handle_id (&self->start_id, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->progress = 1;
}
