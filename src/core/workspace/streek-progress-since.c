/* streek-progress-since.c: whether a frozen report still says what is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-since.h"

#include <glib/gi18n-lib.h>

gboolean
streek_progress_since_find (StreekRecords *records,
                            const StreekAreas *areas,
                            gint64 report,
                            StreekDate today,
                            StreekProgressDifference *difference)
{
  g_return_val_if_fail (records != NULL && difference != NULL, FALSE);

  g_autoptr (StreekProgressContent) was = streek_progress_content_read (records, report);

  if (was == NULL)
    return FALSE;

  g_autoptr (StreekProgressContent) is =
    streek_progress_content_gather (records, areas, was->of, was->period, today);

  *difference = streek_progress_content_compare (was, is);

  return TRUE;
}

guint
streek_progress_difference_count (StreekProgressDifference difference)
{
  return difference.n_added + difference.n_removed + difference.n_changed;
}

typedef struct
{
  StreekRecordView *view;
  gint64 report;
  StreekProgressDifference difference; /* when it is found */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  streek_record_view_unref (job->view);
  g_free (job);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (StreekProgressContent) was =
    streek_progress_content_read (streek_record_view_get_records (job->view), job->report);

  if (was == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
                               _ ("This report is not there any more."));
      return;
    }

  g_autoptr (StreekProgressContent) is =
    streek_progress_content_gather_with_targets (job->view, was->of, was->period);

  job->difference = streek_progress_content_compare (was, is);
  g_task_return_boolean (task, TRUE);
}

void
streek_progress_since_async (StreekRecordView *view,
                             gint64 report,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (view != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->view = streek_record_view_ref (view);
  job->report = report;
  g_task_set_source_tag (task, streek_progress_since_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, find_in_thread);
}

gboolean
streek_progress_since_finish (GAsyncResult *result,
                              StreekProgressDifference *difference,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL) && difference != NULL, FALSE);

  const Job *job = g_task_get_task_data (G_TASK (result));

  *difference = job->difference;

  return g_task_propagate_boolean (G_TASK (result), error);
}
