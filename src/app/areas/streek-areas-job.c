/* streek-areas-job.c: reading a map file in a worker: first its layers, then its areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-areas-job.h"

#define UNKNOWN (-1)
#define WHOLE 1000

struct _StreekAreasProgress
{
  gatomicrefcount references;
  int permille; /* atomic */
};

typedef struct
{
  StreekWorkspace *workspace;
  StreekAreas *areas;
  StreekAreasProgress *progress;
  char *path;
  char *layer;
  char *set;
  char *set_name;
  char *code_field;
  char *name_field;
  StreekDate from;
} Job;

StreekAreasProgress *
streek_areas_progress_new (void)
{
  StreekAreasProgress *self = g_new0 (StreekAreasProgress, 1);

  g_atomic_ref_count_init (&self->references);
  self->permille = UNKNOWN;

  return self;
}

StreekAreasProgress *
streek_areas_progress_ref (StreekAreasProgress *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
streek_areas_progress_unref (StreekAreasProgress *self)
{
  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

double
streek_areas_progress_get (StreekAreasProgress *self)
{
  return (double) g_atomic_int_get (&self->permille) / WHOLE;
}

static void
on_progress_cb (double fraction, gpointer data)
{
  StreekAreasProgress *progress = data;

  g_atomic_int_set (&progress->permille, fraction < 0 ? UNKNOWN : (int) (fraction * WHOLE));
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->workspace);
  streek_areas_unref (job->areas);
  streek_areas_progress_unref (job->progress);
  g_free (job->path);
  g_free (job->layer);
  g_free (job->set);
  g_free (job->set_name);
  g_free (job->code_field);
  g_free (job->name_field);
  g_free (job);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekGeodata *geodata = streek_geodata_open (task_data, &error);

  if (geodata != NULL)
    g_task_return_pointer (task, geodata, (GDestroyNotify) streek_geodata_close);
  else
    g_task_return_error (task, error);
}

void
streek_areas_job_open_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

StreekGeodata *
streek_areas_job_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was read, and all that is to be said of it. */
typedef struct
{
  StreekOwnAreas *own;
  GPtrArray *findings;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->own, streek_own_areas_unref);
  g_clear_pointer (&reading->findings, g_ptr_array_unref);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  const StreekOwnAreasRequest request = {
    .path = job->path,
    .layer = job->layer,
    .set = job->set,
    .set_name = job->set_name,
    .code_field = job->code_field,
    .name_field = job->name_field,
    .from = job->from,
  };
  GError *error = NULL;
  StreekOwnAreas *own = streek_own_areas_read (job->areas, &request, on_progress_cb, job->progress,
                                               cancellable, &error);

  GPtrArray *findings =
    own != NULL ? streek_workspace_check_own_areas (job->workspace, own, cancellable, &error)
                : NULL;

  if (findings == NULL)
    {
      g_clear_pointer (&own, streek_own_areas_unref);
      g_task_return_error (task, error);
      return;
    }

  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ own, findings };
  g_task_return_pointer (task, reading, free_reading);
}

void
streek_areas_job_read_async (StreekWorkspace *workspace,
                             StreekAreas *areas,
                             const StreekOwnAreasRequest *request,
                             StreekAreasProgress *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->workspace = g_object_ref (workspace);
  job->areas = streek_areas_ref (areas);
  job->progress = streek_areas_progress_ref (progress);
  job->path = g_strdup (request->path);
  job->layer = g_strdup (request->layer);
  job->set = g_strdup (request->set);
  job->set_name = g_strdup (request->set_name);
  job->code_field = g_strdup (request->code_field);
  job->name_field = g_strdup (request->name_field);
  job->from = request->from;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

StreekOwnAreas *
streek_areas_job_read_finish (GAsyncResult *result, GPtrArray **findings, GError **error)
{
  Reading *reading = g_task_propagate_pointer (G_TASK (result), error);

  *findings = reading != NULL ? g_steal_pointer (&reading->findings) : NULL;

  StreekOwnAreas *own = reading != NULL ? g_steal_pointer (&reading->own) : NULL;

  if (reading != NULL)
    free_reading (reading);

  return own;
}
