/* streek-imports.c: takes files of figures into a workspace: guessed, read, shown, then written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-imports.h"

#include "exchange/streek-import-batch.h"
#include "indicator/streek-indicator-target.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_INTERVAL_US 100000
#define CHECKSUM_BLOCK (256 * 1024)

/* A target and what it lives on. */
typedef struct
{
  StreekReader *reader;
  StreekImportTarget *target;
} Borrowed;

static void
borrowed_clear (Borrowed *borrowed)
{
  g_clear_pointer (&borrowed->target, streek_indicator_target_free);
  g_clear_pointer (&borrowed->reader, streek_store_return_reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Borrowed, borrowed_clear)

static gboolean
borrow_target (StreekWorkspace *workspace,
               Borrowed *borrowed,
               GCancellable *cancellable,
               GError **error)
{
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (workspace, error);
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;

  if (catalogue == NULL)
    return FALSE;

  borrowed->reader = streek_store_borrow_reader (store, cancellable, error);
  if (borrowed->reader == NULL)
    return FALSE;

  borrowed->target =
    streek_indicator_target_new (streek_reader_get_db (borrowed->reader), areas, catalogue);

  return TRUE;
}

/**
 * streek_imports_list_profiles:
 *
 * Returns: (transfer full) (element-type StreekMapping): by name
 */
GPtrArray *
streek_imports_list_profiles (StreekWorkspace *workspace, const char *records, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), NULL, error);

  return reader != NULL ? streek_profile_list (streek_reader_get_db (reader), records, error)
                        : NULL;
}

/* The profile that fits, with what a person said beforehand; else a guess. */
static StreekMapping *
guess_mapping (const Borrowed *borrowed,
               StreekSource *source,
               const StreekGuessWishes *wishes,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) profiles =
    streek_profile_list (streek_reader_get_db (borrowed->reader), STREEK_PROFILE_FIGURES, error);

  if (profiles == NULL)
    return NULL;

  GError *fault = NULL;
  g_autoptr (StreekMapping) profile =
    wishes != NULL && wishes->no_profile
      ? NULL
      : streek_profile_recognise (profiles, source, cancellable, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return NULL;
    }

  if (profile == NULL)
    return streek_guess_mapping (source, borrowed->target, wishes, cancellable, error);

  if (wishes != NULL && wishes->sheet != NULL)
    streek_mapping_set_text (&profile->sheets, wishes->sheet);
  if (wishes != NULL && wishes->indicator != NULL)
    streek_mapping_set_text (&profile->indicator, wishes->indicator);
  if (wishes != NULL && wishes->period != NULL)
    streek_mapping_set_text (&profile->period, wishes->period);

  return g_steal_pointer (&profile);
}

/**
 * streek_imports_guess:
 * @wishes: (nullable): what a person says beforehand
 *
 * Returns: (transfer full): the profile that is recognised by its columns, or a guess at every
 *   column; %NULL with @error set
 */
StreekMapping *
streek_imports_guess (StreekWorkspace *workspace,
                      StreekSource *source,
                      const StreekGuessWishes *wishes,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && source != NULL, NULL);

  g_auto (Borrowed) borrowed = { 0 };

  if (!borrow_target (workspace, &borrowed, cancellable, error))
    return NULL;

  g_autoptr (StreekMapping) mapping = guess_mapping (&borrowed, source, wishes, cancellable, error);

  if (mapping != NULL && wishes != NULL && wishes->hint != NULL &&
      streek_guess_leaves_indicator_open (mapping, borrowed.target))
    streek_mapping_set_text (&mapping->indicator, wishes->hint);

  return g_steal_pointer (&mapping);
}

/* Runs beside the reading; NULL where the file cannot be read a second time. */
static gpointer
compute_checksum (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (CHECKSUM_BLOCK);
  gssize n = -1;

  while (stream != NULL &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), block, CHECKSUM_BLOCK, NULL, NULL)) > 0)
    g_checksum_update (checksum, block, n);

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/**
 * streek_imports_read:
 * @path: (nullable): of the file, for its checksum
 * @mapping: what its columns mean
 * @progress: (nullable): called in this thread
 *
 * Reads, checks and compares with the workspace. Nothing is written.
 *
 * Returns: (transfer full): what was found and what would change, or %NULL with @error set
 */
StreekImport *
streek_imports_read (StreekWorkspace *workspace,
                     StreekSource *source,
                     const char *path,
                     const StreekMapping *mapping,
                     StreekImportProgressFunc progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && source != NULL, NULL);

  g_auto (Borrowed) borrowed = { 0 };
  guint64 generation = streek_store_get_generation (streek_workspace_get_store (workspace));

  if (!borrow_target (workspace, &borrowed, cancellable, error))
    return NULL;

  GThread *thread =
    path != NULL ? g_thread_new ("streek-checksum", compute_checksum, g_strdup (path)) : NULL;
  StreekImport *import =
    streek_import_read (source, mapping, borrowed.target, progress, data, cancellable, error);
  char *checksum = thread != NULL ? g_thread_join (thread) : NULL;

  if (import == NULL)
    {
      g_free (checksum);
      return NULL;
    }

  import->sha256 = checksum;
  import->generation = generation;

  return import;
}

static gboolean
run_commit (StreekDb *db, gpointer data, GError **error)
{
  StreekImport *import = data;
  g_autofree char *batch = g_strdup_printf ("%" G_GINT64_FORMAT, streek_store_random_id ());

  return streek_import_batch_insert (db, batch, import, g_get_real_time (), error) &&
         streek_indicator_target_commit (db, import, batch, error);
}

/* What a commit would be refused for. */
static gboolean
check_commit (StreekWorkspace *workspace,
              const StreekImport *import,
              gboolean accept_partial,
              GError **error)
{
  StreekStore *store = streek_workspace_get_store (workspace);

  if (!streek_import_check (import, accept_partial, error))
    return FALSE;

  if (import->generation != streek_store_get_generation (store))
    {
      g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_STALE,
                           _ ("Something changed since this file was compared with what is here. "
                              "Compare it once more."));
      return FALSE;
    }

  return TRUE;
}

/**
 * streek_imports_commit:
 * @accept_partial: what was rejected may stay behind
 * @error: return location for a #StreekImportError or a #StreekStoreError
 *
 * Writes everything in one command that can be undone; where nothing would change there is none.
 */
gboolean
streek_imports_commit (StreekWorkspace *workspace,
                       StreekImport *import,
                       gboolean accept_partial,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL, FALSE);

  if (!check_commit (workspace, import, accept_partial, error))
    return FALSE;
  if (streek_import_is_empty (import))
    return TRUE;

  return streek_store_run_command (
    streek_workspace_get_store (workspace),
    /* Translators: a command as undo names it; %s is the name of a file. */
    N_ ("Import %s"), g_variant_new ("(s)", import->file_name), run_commit,
    streek_import_ref (import), (GDestroyNotify) streek_import_unref, cancellable, error);
}

typedef struct
{
  StreekSource *source;
  char *path;
  StreekMapping *mapping;
  StreekImport *import;
  gboolean accept_partial;

  StreekImportProgressFunc progress;
  gpointer progress_data;
  GMainContext *context;
  gint64 last_told_us;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->source, streek_source_unref);
  g_clear_pointer (&job->mapping, streek_mapping_free);
  g_clear_pointer (&job->import, streek_import_unref);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_free (job->path);
  g_free (job);
}

/* One word of progress on its way to the caller's loop; the task keeps the job alive. */
typedef struct
{
  GTask *task;
  double fraction;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_object_unref (telling->task);
  g_free (telling);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;
  Job *job = g_task_get_task_data (telling->task);

  if (!g_task_get_completed (telling->task))
    job->progress (telling->fraction, job->progress_data);

  return G_SOURCE_REMOVE;
}

static void
pass_progress_on (double fraction, gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  gint64 now_us = g_get_monotonic_time ();

  if (now_us - job->last_told_us < PROGRESS_INTERVAL_US)
    return;

  Telling *telling = g_new0 (Telling, 1);

  telling->task = g_object_ref (task);
  telling->fraction = fraction;
  job->last_told_us = now_us;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb, telling, telling_free);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  StreekImport *import = streek_imports_read (source, job->source, job->path, job->mapping,
                                              job->progress != NULL ? pass_progress_on : NULL, task,
                                              cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) streek_import_unref);
  else
    g_task_return_error (task, error);
}

void
streek_imports_read_async (StreekWorkspace *workspace,
                           StreekSource *source,
                           const char *path,
                           const StreekMapping *mapping,
                           StreekImportProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && source != NULL && mapping != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->source = streek_source_ref (source);
  job->path = g_strdup (path);
  job->mapping = streek_mapping_copy (mapping);
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, streek_imports_read_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

StreekImport *
streek_imports_read_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
commit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (streek_imports_commit (source, job->import, job->accept_partial, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
streek_imports_commit_async (StreekWorkspace *workspace,
                             StreekImport *import,
                             gboolean accept_partial,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->import = streek_import_ref (import);
  job->accept_partial = accept_partial;
  g_task_set_source_tag (task, streek_imports_commit_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, commit_in_thread);
}

gboolean
streek_imports_commit_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_save_profile (StreekDb *db, gpointer data, GError **error)
{
  return streek_profile_save (db, data, g_get_real_time (), error);
}

static gboolean
run_delete_profile (StreekDb *db, gpointer data, GError **error)
{
  return streek_profile_delete (db, data, error);
}

void
streek_imports_save_profile_async (StreekWorkspace *workspace,
                                   const StreekMapping *profile,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && profile != NULL && profile->name != NULL);

  streek_store_run_command_async (streek_workspace_get_store (workspace),
                                  /* Translators: a command as undo names it; %s is a profile. */
                                  N_ ("Keep the profile %s"), g_variant_new ("(s)", profile->name),
                                  run_save_profile, streek_mapping_copy (profile),
                                  (GDestroyNotify) streek_mapping_free, NULL, callback, user_data);
}

void
streek_imports_delete_profile_async (StreekWorkspace *workspace,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && name != NULL);

  streek_store_run_command_async (streek_workspace_get_store (workspace),
                                  /* Translators: a command as undo names it; %s is a profile. */
                                  N_ ("Delete the profile %s"), g_variant_new ("(s)", name),
                                  run_delete_profile, g_strdup (name), g_free, NULL, callback,
                                  user_data);
}

gboolean
streek_imports_profile_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), FALSE);

  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
