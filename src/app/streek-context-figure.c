/* streek-context-figure.c: the figure of a context, made in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-context"
#include "config.h"
#include "streek-context-private.h"
#include "workspace/streek-figures.h"

/* Figures of two periods have the codes of one snapshot of areas, and so the same index. */
static gboolean
has_codes_of (StreekFigure *figure, StreekFigure *other)
{
  StreekTable *table = streek_figure_get_table (figure);
  StreekTable *other_table = streek_figure_get_table (other);
  guint n = streek_table_get_n_rows (table);
  int column = streek_table_find_column (table, "code");
  int other_column = streek_table_find_column (other_table, "code");

  if (column < 0 || other_column < 0 || streek_table_get_n_rows (other_table) != n)
    return FALSE;

  for (guint row = 0; row < n; row++)
    if (streek_table_get_text (table, row, (guint) column) !=
        streek_table_get_text (other_table, row, (guint) other_column))
      return FALSE;

  return TRUE;
}

GHashTable *
streek_context_index_rows (StreekFigure *figure)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);
  StreekTable *table = streek_figure_get_table (figure);
  int column = streek_table_find_column (table, "code");

  for (guint row = 0; column >= 0 && row < streek_table_get_n_rows (table); row++)
    {
      const char *code = streek_table_get_text (table, row, (guint) column);

      if (code != NULL)
        g_hash_table_insert (rows, (gpointer) code, GUINT_TO_POINTER (row + 1));
    }

  return rows;
}

/* A figure on its way, and what follows it in the same worker. */
typedef struct
{
  StreekWorkspace *workspace;
  StreekFigureSpec *spec;
  const StreekFigureFollower *follower; /* (nullable) */
  gpointer followed;                    /* (nullable): the job of the follower */
  StreekFigure *former;                 /* (nullable): the figure before */
  GHashTable *former_rows;              /* (nullable): of that */
  GHashTable *rows;                     /* (nullable): of the figure, once it is there */
} FigureJob;

static void
figure_job_free (FigureJob *job)
{
  if (job->followed != NULL)
    job->follower->free (job->followed);
  g_clear_pointer (&job->rows, g_hash_table_unref);
  g_clear_pointer (&job->former_rows, g_hash_table_unref);
  g_clear_pointer (&job->former, streek_figure_unref);
  g_clear_object (&job->workspace);
  g_clear_pointer (&job->spec, streek_figure_spec_free);
  g_free (job);
}

static void
make_figure_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FigureJob *job = task_data;
  GError *error = NULL;
  StreekFigure *figure =
    streek_workspace_make_figure (job->workspace, job->spec, cancellable, &error);

  if (figure == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (job->followed != NULL && !g_cancellable_is_cancelled (cancellable))
    job->follower->work (job->followed, figure);

  job->rows = job->former_rows != NULL && has_codes_of (figure, job->former)
                ? g_hash_table_ref (job->former_rows)
                : streek_context_index_rows (figure);
  g_task_return_pointer (task, figure, (GDestroyNotify) streek_figure_unref);
}

static void
on_figure_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekContext *self = STREEK_CONTEXT (source);
  FigureJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading_figure);
  if (figure != NULL && job->followed != NULL && job->follower == self->follower)
    job->follower->done (self->follower_owner, job->followed);
  streek_context_take_figure (self, figure, g_steal_pointer (&job->rows), g_steal_pointer (&error));
  streek_context_notify_loading (self);
}

static void
begin_figure (StreekContext *self)
{
  self->loading_figure = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->loading_figure, on_figure_made_cb, NULL);
  FigureJob *job = g_new0 (FigureJob, 1);

  job->workspace = g_object_ref (self->workspace);
  job->spec = streek_figure_spec_copy (self->spec);
  if (self->figure != NULL && self->rows != NULL)
    {
      job->former = streek_figure_ref (self->figure);
      job->former_rows = g_hash_table_ref (self->rows);
    }
  job->follower = self->follower;
  if (job->follower != NULL)
    job->followed = job->follower->begin (self->follower_owner);

  g_task_set_source_tag (task, begin_figure);
  g_task_set_task_data (task, job, (GDestroyNotify) figure_job_free);
  g_task_run_in_thread (task, make_figure_in_thread);
}

void
streek_context_make_figure (StreekContext *self)
{
  streek_context_cancel_job (&self->loading_figure);

  if (self->workspace != NULL && self->areas != NULL && self->spec->set != NULL)
    begin_figure (self);

  streek_context_notify_loading (self);
}
