/* streek-checks.c: the rules of every noun over a workspace, in a worker, kept until it changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-checks.h"

#include "actor/streek-site-rules.h"
#include "area/streek-area-rules.h"
#include "base/streek-clock.h"
#include "body/streek-partnership.h"
#include "indicator/streek-indicator-rules.h"
#include "plan/streek-plan-rules.h"
#include "project/streek-project-rules.h"
#include "record/streek-record-place.h"
#include "record/streek-record-rules.h"
#include "workspace/streek-kinds.h"
#include "workspace/streek-progress-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last check, and of which state on which day. */
typedef struct
{
  GMutex mutex;
  guint64 generation;
  StreekDate today;
  StreekCheckList *list; /* (nullable) */
} LastCheck;

G_LOCK_DEFINE_STATIC (last_check);

static void
free_last_check (gpointer data)
{
  LastCheck *self = data;

  g_clear_pointer (&self->list, streek_check_list_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Lives as long as the workspace. */
static LastCheck *
get_last_check (StreekWorkspace *workspace)
{
  static const char key[] = "streek-last-check";

  G_LOCK (last_check);

  LastCheck *self = g_object_get_data (G_OBJECT (workspace), key);

  if (self == NULL)
    {
      self = g_new0 (LastCheck, 1);
      g_mutex_init (&self->mutex);
      g_object_set_data_full (G_OBJECT (workspace), key, self, free_last_check);
    }

  G_UNLOCK (last_check);

  return self;
}

static StreekCheckList *
find_last_check (LastCheck *self, guint64 generation, StreekDate today)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->list == NULL || self->generation != generation || self->today != today)
    return NULL;

  return streek_check_list_ref (self->list);
}

static void
keep_last_check (LastCheck *self, guint64 generation, StreekDate today, StreekCheckList *list)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_pointer (&self->list, streek_check_list_unref);
  self->list = streek_check_list_ref (list);
  self->generation = generation;
  self->today = today;
}

static void
register_rules (void)
{
  streek_indicator_rules_register ();
  streek_area_rules_register ();
  streek_site_rules_register ();
  streek_record_rules_register ();
  streek_record_place_rules_register ();
  streek_partnership_rules_register ();
  streek_plan_rules_register ();
  streek_project_rules_register ();
  streek_progress_rules_register ();
  streek_workspace_register_kinds ();
}

static StreekDate
get_today (GDateTime *now)
{
  return streek_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                               g_date_time_get_day_of_month (now));
}

/**
 * streek_checks_run:
 * @progress: (nullable): told in this thread after each rule
 * @cancellable: (nullable):
 * @error: return location for %G_IO_ERROR_CANCELLED or a #StreekStoreError
 *
 * Lets the rules of every noun look at one state of the file. While nothing changed and the day is
 * the same, the same list comes again. Blocks; any thread.
 *
 * Returns: (transfer full): what they found, with what people accepted
 */
StreekCheckList *
streek_checks_run (StreekWorkspace *workspace,
                   StreekRuleProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  LastCheck *last = get_last_check (workspace);
  g_autoptr (GDateTime) now = streek_clock_now ();
  StreekDate today = get_today (now);
  /* before the reader looks: a commit in between only costs one check more */
  guint64 generation = streek_store_get_generation (store);
  StreekCheckList *list = find_last_check (last, generation, today);

  if (list != NULL)
    return list;

  register_rules ();

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  if (reader == NULL)
    return NULL;

  StreekDb *db = streek_reader_get_db (reader);
  g_autoptr (GPtrArray) findings =
    streek_rules_run (db, today, progress, user_data, cancellable, error);
  g_autoptr (GPtrArray) acceptances = findings != NULL ? streek_acceptances_list (db, error) : NULL;

  if (acceptances == NULL)
    return NULL;

  list = streek_check_list_new (findings, acceptances, g_date_time_to_unix (now) * G_USEC_PER_SEC);
  keep_last_check (last, generation, today, list);

  return list;
}

/* In a worker */

typedef struct
{
  StreekRuleProgressFunc progress; /* (nullable) */
  gpointer user_data;
  GTask *task; /* not owned */
} RunJob;

typedef struct
{
  GTask *task; /* keeps who asked alive */
  double done;
} Progress;

static void
free_progress (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Progress *progress = data;
  RunJob *job = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (progress->task)))
    job->progress (progress->done, job->user_data);

  return G_SOURCE_REMOVE;
}

static void
send_progress (double done, gpointer user_data)
{
  RunJob *job = user_data;

  if (job->progress == NULL)
    return;

  Progress *progress = g_new (Progress, 1);

  *progress = (Progress){ g_object_ref (job->task), done };
  g_main_context_invoke_full (g_task_get_context (job->task), G_PRIORITY_DEFAULT, tell_progress_cb,
                              progress, free_progress);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekCheckList *list =
    streek_checks_run (STREEK_WORKSPACE (source), send_progress, task_data, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) streek_check_list_unref);
  else
    g_task_return_error (task, error);
}

/**
 * streek_checks_run_async:
 * @progress: (nullable): called in the main context of the caller, not after the callback
 *
 * streek_checks_run() in a thread.
 */
void
streek_checks_run_async (StreekWorkspace *workspace,
                         StreekRuleProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  RunJob *job = g_new (RunJob, 1);

  *job = (RunJob){ progress, progress_data, task };
  g_task_set_source_tag (task, streek_checks_run_async);
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * streek_checks_run_finish:
 *
 * Returns: (transfer full): as streek_checks_run()
 */
StreekCheckList *
streek_checks_run_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Commands */

static const char *
get_user_name (void)
{
  const char *real_name = g_get_real_name ();

  return strcmp (real_name, "Unknown") != 0 ? real_name : g_get_user_name ();
}

static StreekAcceptance *
new_acceptance (const StreekCheckEntry *entry, const char *reason)
{
  StreekAcceptance *acceptance = g_new0 (StreekAcceptance, 1);

  acceptance->rule = g_strdup (entry->rule->id);
  acceptance->key = g_strdup (entry->finding->key);
  acceptance->reason = g_strdup (reason);
  acceptance->accepted_by = g_strdup (get_user_name ());
  acceptance->made_at = g_get_real_time ();
  acceptance->fingerprint = streek_finding_dup_fingerprint (entry->finding);

  return acceptance;
}

static gboolean
run_accept (StreekDb *db, gpointer data, GError **error)
{
  return streek_acceptance_write (db, data, error);
}

static gboolean
run_withdraw (StreekDb *db, gpointer data, GError **error)
{
  const StreekAcceptance *acceptance = data;

  return streek_acceptance_delete (db, acceptance->rule, acceptance->key, error);
}

static void
run_command (StreekWorkspace *workspace,
             const char *message_id,
             StreekCommandFunc func,
             const StreekCheckEntry *entry,
             const char *reason,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  streek_store_run_command_async (streek_workspace_get_store (workspace), message_id,
                                  g_variant_new ("(s)", streek_rule_get_title (entry->rule)), func,
                                  new_acceptance (entry, reason),
                                  (GDestroyNotify) streek_acceptance_free, NULL, callback,
                                  user_data);
}

/**
 * streek_checks_accept_async:
 * @entry: what a check found
 * @reason: why it may stand; not blank
 *
 * Lets a finding stand as long as its figures are those of @entry, in the name of who uses the
 * computer.
 */
void
streek_checks_accept_async (StreekWorkspace *workspace,
                            const StreekCheckEntry *entry,
                            const char *reason,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));
  g_return_if_fail (entry != NULL && reason != NULL);

  /* Translators: a command as undo names it; %s is what a rule of the section Checks is about. */
  run_command (workspace, N_ ("Accept “%s”"), run_accept, entry, reason, callback, user_data);
}

/**
 * streek_checks_withdraw_async:
 *
 * Opens an accepted finding again.
 */
void
streek_checks_withdraw_async (StreekWorkspace *workspace,
                              const StreekCheckEntry *entry,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && entry != NULL);

  /* Translators: a command as undo names it; %s is what a rule of the section Checks is about. */
  run_command (workspace, N_ ("No Longer Accept “%s”"), run_withdraw, entry, NULL, callback,
               user_data);
}

gboolean
streek_checks_command_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), FALSE);

  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
