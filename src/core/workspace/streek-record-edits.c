/* streek-record-edits.c: the records of a workspace: as they are now, and changed by commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-record-edits.h"

#include "base/streek-clock.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-kept-figures.h"
#include "workspace/streek-kinds.h"

/* What was read last. */
typedef struct
{
  GMutex mutex;
  guint64 generation;
  StreekRecords *records; /* (nullable) */
} Kept;

G_LOCK_DEFINE_STATIC (kept);

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->records, streek_records_unref);
  g_mutex_clear (&kept->mutex);
  g_free (kept);
}

/* Lives as long as the workspace. */
static Kept *
get_kept (StreekWorkspace *workspace)
{
  static const char key[] = "streek-records";

  G_LOCK (kept);

  Kept *kept = g_object_get_data (G_OBJECT (workspace), key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_mutex_init (&kept->mutex);
      g_object_set_data_full (G_OBJECT (workspace), key, kept, free_kept);
    }

  G_UNLOCK (kept);

  return kept;
}

/* With the mutex held. */
static gboolean
renew (Kept *kept, StreekStore *store, guint64 generation, GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, error);
  StreekRecords *records =
    reader != NULL
      ? streek_records_load (streek_reader_get_db (reader), store, generation, kept->records, error)
      : NULL;

  if (records == NULL)
    return FALSE;

  g_clear_pointer (&kept->records, streek_records_unref);
  kept->records = records;
  kept->generation = generation;

  return TRUE;
}

/**
 * streek_workspace_dup_records:
 * @error: return location for a #StreekStoreError
 *
 * Kinds of which nothing changed are not read again.
 *
 * Returns: (transfer full): the records as they are now, or %NULL with @error set
 */
StreekRecords *
streek_workspace_dup_records (StreekWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  Kept *kept = get_kept (workspace);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept->mutex);
  guint64 generation = streek_store_get_generation (store);

  streek_workspace_register_kinds ();

  if ((kept->records == NULL || kept->generation != generation) &&
      !renew (kept, store, generation, error))
    return NULL;

  return streek_records_ref (kept->records);
}

static StreekDate
get_today (void)
{
  g_autoptr (GDateTime) now = streek_clock_now ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return streek_date_from_ymd (year, month, day);
}

/**
 * streek_workspace_dup_record_view:
 * @error: return location for any error of reading records, areas or the catalogue
 *
 * Returns: (transfer full): what lists and forms show records with
 */
StreekRecordView *
streek_workspace_dup_record_view (StreekWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  guint64 generation = streek_store_get_generation (streek_workspace_get_store (workspace));
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, error);
  g_autoptr (StreekAreas) areas =
    records != NULL ? streek_workspace_dup_areas_without_meshes (workspace, error) : NULL;
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;

  StreekDate today = get_today ();
  g_autoptr (StreekRecordFigures) figures =
    catalogue != NULL ? streek_workspace_dup_record_figures (workspace, records, areas, catalogue,
                                                             today, generation, error)
                      : NULL;

  if (figures == NULL)
    return NULL;

  StreekRecordView *view =
    streek_record_view_new (records, areas, catalogue, today, streek_format_get_default ());

  streek_record_view_set_figures (view, figures);

  return view;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekRecordView *view = streek_workspace_dup_record_view (source, &error);

  if (view != NULL)
    g_task_return_pointer (task, view, (GDestroyNotify) streek_record_view_unref);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_load_record_view_async (StreekWorkspace *workspace,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_load_record_view_async);
  g_task_run_in_thread (task, load_in_thread);
}

StreekRecordView *
streek_workspace_load_record_view_finish (StreekWorkspace *workspace,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Commands */

static gboolean
run_write (StreekDb *db, gpointer data, GError **error)
{
  return streek_record_changes_write (data, db, error);
}

/**
 * streek_edits_write_records:
 * @changes: borrowed until the command is done
 * @message: "Change the project %s", marked for translation
 * @args: (nullable): a floating tuple for @message
 * @error: return location for a #StreekRecordError or a #StreekStoreError
 *
 * Blocks. Adds what else changes by it, checks all of it against the records as they are now, and
 * writes it as one command that can be undone.
 */
gboolean
streek_edits_write_records (StreekWorkspace *workspace,
                            StreekRecordChanges *changes,
                            const char *message,
                            GVariant *args,
                            GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && changes != NULL, FALSE);

  g_autoptr (GVariant) owned = args != NULL ? g_variant_ref_sink (args) : NULL;
  g_autoptr (StreekRecords) records = streek_workspace_dup_records (workspace, error);

  if (records == NULL)
    return FALSE;

  streek_record_changes_complete (changes, records);
  if (!streek_record_changes_check (changes, records, error))
    return FALSE;

  return streek_record_changes_is_empty (changes) ||
         streek_store_run_command (streek_workspace_get_store (workspace), message, owned,
                                   run_write, changes, NULL, cancellable, error);
}

typedef struct
{
  StreekRecordChanges *changes;
  const char *message;
  GVariant *args;
} WriteJob;

static void
free_write_job (gpointer data)
{
  WriteJob *job = data;

  streek_record_changes_free (job->changes);
  g_clear_pointer (&job->args, g_variant_unref);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  GError *error = NULL;

  if (streek_edits_write_records (source, job->changes, job->message, job->args, cancellable,
                                  &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
streek_edits_write_records_async (StreekWorkspace *workspace,
                                  StreekRecordChanges *changes,
                                  const char *message,
                                  GVariant *args,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && changes != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  WriteJob *job = g_new0 (WriteJob, 1);

  job->changes = changes;
  job->message = message;
  job->args = args != NULL ? g_variant_ref_sink (args) : NULL;
  g_task_set_source_tag (task, streek_edits_write_records_async);
  g_task_set_task_data (task, job, free_write_job);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
streek_edits_write_records_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
