/* streek-store-writer.c: the one thread that writes, and the transactions it runs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StreekWriterFunc func; /* NULL ends the thread */
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable;
  GTask *task;    /* (nullable) (owned): who waits through a main context */
  gboolean *done; /* (nullable): who waits in a thread; under the store's mutex */
  gboolean succeeded;
  GError *error;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);

  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
on_job_done_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->succeeded)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, g_steal_pointer (&job->error));

  return G_SOURCE_REMOVE;
}

/* The job travels to the context of its caller and dies there: the writer thread never holds the
 * last reference to the store, which would make it wait for itself. */
static void
send_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_job_done_cb, job, free_job);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
run_job (StreekStore *self, Job *job)
{
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    job->succeeded = job->func (self, job->data, job->cancellable, &job->error);

  if (job->task != NULL)
    {
      send_back (job);
      return;
    }

  g_mutex_lock (&self->mutex);
  *job->done = TRUE;
  g_cond_broadcast (&self->changed_cond);
  g_mutex_unlock (&self->mutex);
}

static gpointer
run_writer (gpointer data)
{
  StreekStore *self = data; /* unowned: closing joins this thread */

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);

      if (job->func == NULL)
        return NULL;

      run_job (self, job);
    }
}

/* At rest there is one file. Another process that still reads keeps it in WAL, and the next writer
 * puts that right; but all changes are then in the file itself, should somebody copy it. */
static void
close_connection (StreekStore *self)
{
  sqlite3_busy_timeout (streek_db_get_handle (self->db), 0);
  streek_db_execute (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  streek_db_execute (self->db, "PRAGMA journal_mode = DELETE", NULL);
  g_clear_pointer (&self->db, streek_db_close);
}

void
streek_store_stop_writer (StreekStore *self)
{
  Job end = { NULL };

  if (self->writer != NULL)
    {
      g_async_queue_push (self->jobs, &end);
      g_thread_join (g_steal_pointer (&self->writer));
    }

  if (self->db != NULL)
    close_connection (self);

  g_clear_pointer (&self->lock, streek_lock_release);
}

static gboolean
refuse_read_only (StreekStore *self, GError **error)
{
  g_autofree char *sentence = streek_store_dup_read_only_sentence (self);

  if (sentence != NULL)
    g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY, sentence);

  return sentence == NULL;
}

/* Under the mutex. The thread begins with its first job: most files are only looked at, and while
 * the program loads a library in one thread the C library lets no other begin. */
static void
queue_job (StreekStore *self, Job *job)
{
  if (self->writer == NULL)
    g_atomic_pointer_set (&self->writer, g_thread_new ("streek-writer", run_writer, self));
  g_async_queue_push (self->jobs, job);
}

/* After closing nothing enters the queue any more. */
static gboolean
push_job (StreekStore *self, Job *job, GError **error)
{
  if (!refuse_read_only (self, error))
    return FALSE;

  g_mutex_lock (&self->mutex);

  gboolean closed = self->closed;

  if (!closed)
    queue_job (self, job);

  g_mutex_unlock (&self->mutex);

  if (closed)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The file is closed."));

  return !closed;
}

/* Runs @func in the writer thread and waits. */
gboolean
streek_store_call_writer (StreekStore *self,
                          StreekWriterFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  gboolean done = FALSE;
  Job job = { .func = func, .data = data, .cancellable = cancellable, .done = &done };

  g_return_val_if_fail (g_thread_self () != g_atomic_pointer_get (&self->writer), FALSE);

  if (!push_job (self, &job, error))
    return FALSE;

  g_mutex_lock (&self->mutex);

  while (!done)
    g_cond_wait (&self->changed_cond, &self->mutex);

  g_mutex_unlock (&self->mutex);

  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.succeeded;
}

/* Runs @func in the writer thread; @task, whose ownership passes, gets the answer. */
void
streek_store_call_writer_async (
  StreekStore *self, StreekWriterFunc func, gpointer data, GDestroyNotify destroy, GTask *task)
{
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  job->func = func;
  job->data = data;
  job->destroy = destroy;
  job->cancellable = g_task_get_cancellable (task);
  job->task = task;

  /* What was committed is told, also where the wish to stop came just too late. */
  g_task_set_check_cancellable (task, FALSE);

  if (push_job (self, job, &error))
    return;

  g_task_return_error (task, error);
  free_job (job);
}

gboolean
streek_store_begin (StreekDb *db, GError **error)
{
  return streek_db_execute (db, "BEGIN IMMEDIATE", error);
}

gboolean
streek_store_commit (StreekDb *db, GError **error)
{
  return streek_db_execute (db, "COMMIT", error);
}

/* A full disk may have rolled back already. Nothing can interrupt this. */
void
streek_store_roll_back (StreekDb *db)
{
  streek_db_set_cancellable (db, NULL);

  if (!sqlite3_get_autocommit (streek_db_get_handle (db)))
    streek_db_execute (db, "ROLLBACK", NULL);
}
