/* streek-progress-edits.c: progress reports frozen as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-edits.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "workspace/streek-progress-content.h"

#include <glib/gi18n-lib.h>

gint64
streek_edits_freeze_progress (StreekWorkspace *workspace,
                              StreekReportOf of,
                              StreekInterval period,
                              const char *by,
                              const char *note,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), 0);

  const StreekRecordKind *kind = &streek_progress_report_kind;
  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, error);

  if (view == NULL)
    return 0;

  StreekRecords *records = streek_record_view_get_records (view);

  if (streek_records_find (records, of.pact != 0 ? &streek_pact_kind : &streek_body_kind,
                           of.pact != 0 ? of.pact : of.body) == NULL)
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_UNKNOWN,
                           of.pact != 0 ? _ ("This plan is not there any more.")
                                        : _ ("This body is not there any more."));
      return 0;
    }

  g_autoptr (StreekProgressContent) content =
    streek_progress_content_gather_with_targets (view, of, period);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = streek_progress_content_freeze (content, changes, records, by, note);
  g_autoptr (StreekRecords) preview = streek_record_changes_preview (changes, records);
  g_autofree char *title = streek_records_dup_title (preview, kind, id);

  return streek_edits_write_records (workspace, changes, kind->add, g_variant_new ("(s)", title),
                                     cancellable, error)
           ? id
           : 0;
}

typedef struct
{
  StreekReportOf of;
  StreekInterval period;
  char *by;
  char *note;
  gint64 id; /* when it is done */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->by);
  g_free (job->note);
  g_free (job);
}

static void
freeze_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->id = streek_edits_freeze_progress (source, job->of, job->period, job->by, job->note,
                                          cancellable, &error);
  if (job->id != 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
streek_edits_freeze_progress_async (StreekWorkspace *workspace,
                                    StreekReportOf of,
                                    StreekInterval period,
                                    const char *by,
                                    const char *note,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->of = of;
  job->period = period;
  job->by = g_strdup (by);
  job->note = g_strdup (note);
  g_task_set_source_tag (task, streek_edits_freeze_progress_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, freeze_in_thread);
}

gint64
streek_edits_freeze_progress_finish (StreekWorkspace *workspace,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), 0);

  const Job *job = g_task_get_task_data (G_TASK (result));

  return g_task_propagate_boolean (G_TASK (result), error) ? job->id : 0;
}
