/* streek-store-command.c: user actions as recorded transactions, and undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *message_id; /* NULL for a write outside the history */
  GVariant *args;
  StreekCommandFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Command;

static Command *
new_command (const char *message_id,
             GVariant *args,
             StreekCommandFunc func,
             gpointer data,
             GDestroyNotify destroy)
{
  Command *command = g_new0 (Command, 1);

  command->message_id = g_strdup (message_id);
  command->args = args != NULL ? g_variant_ref_sink (args) : NULL;
  command->func = func;
  command->data = data;
  command->destroy = destroy;

  return command;
}

static void
free_command (gpointer data)
{
  Command *command = data;

  if (command->destroy != NULL)
    command->destroy (command->data);

  g_clear_pointer (&command->args, g_variant_unref);
  g_free (command->message_id);
  g_free (command);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Command, free_command)

/* A write outside the history that touches a recorded table would make undo meet strangers. */
static gboolean
keep_record (StreekStore *self, Command *command, StreekRecorder *recorder, GError **error)
{
  if (streek_recorder_is_empty (recorder))
    return TRUE;

  if (command->message_id == NULL)
    {
      g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FAILED,
                           _ ("This change cannot be made outside the history."));
      return FALSE;
    }

  g_autoptr (GBytes) changeset = streek_recorder_take (recorder, error);

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  return streek_history_append (self->db, self->office_id, self->schema_version,
                                command->message_id, command->args, changeset, error);
}

static gboolean
run_recorded (StreekStore *self, Command *command, GHashTable *touched, GError **error)
{
  g_autoptr (StreekRecorder) recorder = streek_recorder_new (self->db, touched, error);

  return recorder != NULL && command->func (self->db, command->data, error) &&
         keep_record (self, command, recorder, error);
}

/* The end of every write: all of it, told to whoever listens, or none of it. */
static gboolean
end_transaction (StreekStore *self,
                 gboolean succeeded,
                 GHashTable *touched,
                 GCancellable *cancellable,
                 GError **error)
{
  streek_db_set_cancellable (self->db, NULL);

  if (!succeeded || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !streek_store_commit (self->db, error))
    {
      streek_store_roll_back (self->db);
      return FALSE;
    }

  g_hash_table_remove (touched, "history");
  g_hash_table_remove (touched, "store_meta");
  streek_store_refresh_state (self, self->db);
  streek_store_announce (self, touched);

  return TRUE;
}

static GHashTable *
new_table_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
run_command_in_writer (StreekStore *self, gpointer data, GCancellable *cancellable, GError **error)
{
  Command *command = data;
  g_autoptr (GHashTable) touched = new_table_set ();

  if (!streek_store_begin (self->db, error))
    return FALSE;

  streek_db_set_cancellable (self->db, cancellable);

  gboolean succeeded = run_recorded (self, command, touched, error);

  return end_transaction (self, succeeded, touched, cancellable, error);
}

/* streek_store_run_unrecorded() for who is in the writer thread already. */
gboolean
streek_store_write_unrecorded (StreekStore *self,
                               StreekCommandFunc func,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  Command command = { .func = func, .data = data };

  return run_command_in_writer (self, &command, cancellable, error);
}

static gboolean
step_in_writer (StreekStore *self,
                StreekHistoryDirection direction,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GHashTable) touched = new_table_set ();

  if (!streek_store_begin (self->db, error))
    return FALSE;

  streek_db_set_cancellable (self->db, cancellable);

  gboolean succeeded =
    streek_history_step (self->db, direction, self->schema_version, touched, error);

  return end_transaction (self, succeeded, touched, cancellable, error);
}

static gboolean
undo_in_writer (StreekStore *self, gpointer data, GCancellable *cancellable, GError **error)
{
  return step_in_writer (self, STREEK_HISTORY_UNDO, cancellable, error);
}

static gboolean
redo_in_writer (StreekStore *self, gpointer data, GCancellable *cancellable, GError **error)
{
  return step_in_writer (self, STREEK_HISTORY_REDO, cancellable, error);
}

/**
 * streek_store_run_command:
 * @message_id: what the person did, as an untranslated sentence marked with N_(): "Correct %s"
 * @args: (nullable): a tuple that fills the conversions of @message_id; a floating one is taken
 * @func: writes, in the writer thread, inside one transaction; %FALSE with its error set undoes it
 * @data: for @func
 * @destroy: (nullable): frees @data afterwards
 * @cancellable: (nullable):
 * @error: return location for a #StreekStoreError, or what @func says
 *
 * Runs one user action as one transaction and records it, so that it can be undone. An action
 * that changes nothing leaves no mark in the history. Blocks; not for the main loop.
 *
 * Returns: whether it is on the disk
 */
gboolean
streek_store_run_command (StreekStore *self,
                          const char *message_id,
                          GVariant *args,
                          StreekCommandFunc func,
                          gpointer data,
                          GDestroyNotify destroy,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);
  g_return_val_if_fail (message_id != NULL && func != NULL, FALSE);

  g_autoptr (Command) command = new_command (message_id, args, func, data, destroy);

  return streek_store_call_writer (self, run_command_in_writer, command, cancellable, error);
}

static void
run_async (StreekStore *self,
           Command *command,
           gpointer source_tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  streek_store_call_writer_async (self, run_command_in_writer, command, free_command, task);
}

/**
 * streek_store_run_command_async:
 *
 * streek_store_run_command() for the main loop. @destroy runs in the caller's main context.
 */
void
streek_store_run_command_async (StreekStore *self,
                                const char *message_id,
                                GVariant *args,
                                StreekCommandFunc func,
                                gpointer data,
                                GDestroyNotify destroy,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_STORE (self));
  g_return_if_fail (message_id != NULL && func != NULL);

  run_async (self, new_command (message_id, args, func, data, destroy),
             streek_store_run_command_async, cancellable, callback, user_data);
}

/**
 * streek_store_run_command_finish:
 *
 * Returns: whether it is on the disk; a wish to stop that came too late is not an error
 */
gboolean
streek_store_run_command_finish (StreekStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * streek_store_run_unrecorded:
 *
 * Runs one transaction outside the history: the view, drafts, reference data. A change of a
 * recorded table is refused and rolled back.
 */
gboolean
streek_store_run_unrecorded (StreekStore *self,
                             StreekCommandFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  g_autoptr (Command) command = new_command (NULL, NULL, func, data, destroy);

  return streek_store_call_writer (self, run_command_in_writer, command, cancellable, error);
}

/**
 * streek_store_run_unrecorded_async:
 *
 * streek_store_run_unrecorded() for the main loop. @destroy runs in the caller's main context.
 */
void
streek_store_run_unrecorded_async (StreekStore *self,
                                   StreekCommandFunc func,
                                   gpointer data,
                                   GDestroyNotify destroy,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_STORE (self));
  g_return_if_fail (func != NULL);

  run_async (self, new_command (NULL, NULL, func, data, destroy), streek_store_run_unrecorded_async,
             cancellable, callback, user_data);
}

/**
 * streek_store_run_unrecorded_finish:
 *
 * Returns: whether it is on the disk
 */
gboolean
streek_store_run_unrecorded_finish (StreekStore *self, GAsyncResult *result, GError **error)
{
  return streek_store_run_command_finish (self, result, error);
}

/**
 * streek_store_undo:
 *
 * Takes back the last action that was not taken back yet, after reopening too.
 *
 * Returns: %FALSE with %STREEK_STORE_ERROR_UNDO_ENDS where there is none or a migration lies in
 *   between, %STREEK_STORE_ERROR_CONFLICT where rows are not as it left them; nothing is changed
 *   then
 */
gboolean
streek_store_undo (StreekStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);

  return streek_store_call_writer (self, undo_in_writer, NULL, cancellable, error);
}

/**
 * streek_store_undo_async:
 *
 * streek_store_undo() for the main loop. Calls are done in their order.
 */
void
streek_store_undo_async (StreekStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_STORE (self));

  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_store_undo_async);
  streek_store_call_writer_async (self, undo_in_writer, NULL, NULL, task);
}

/**
 * streek_store_undo_finish:
 *
 * Returns: whether it was taken back; errors as of streek_store_undo()
 */
gboolean
streek_store_undo_finish (StreekStore *self, GAsyncResult *result, GError **error)
{
  return streek_store_run_command_finish (self, result, error);
}

/**
 * streek_store_redo:
 *
 * Does again what was last undone; a new command ends that. Errors as of streek_store_undo().
 */
gboolean
streek_store_redo (StreekStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);

  return streek_store_call_writer (self, redo_in_writer, NULL, cancellable, error);
}

/**
 * streek_store_redo_async:
 *
 * streek_store_redo() for the main loop.
 */
void
streek_store_redo_async (StreekStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_STORE (self));

  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_store_redo_async);
  streek_store_call_writer_async (self, redo_in_writer, NULL, NULL, task);
}

/**
 * streek_store_redo_finish:
 *
 * Returns: whether it was done again; errors as of streek_store_undo()
 */
gboolean
streek_store_redo_finish (StreekStore *self, GAsyncResult *result, GError **error)
{
  return streek_store_run_command_finish (self, result, error);
}
