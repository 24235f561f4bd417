/* streek-verify.c: whether a workspace is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "rule/streek-verify.h"
#include "store/streek-history.h"
#include "store/streek-store.h"

#include <glib/gi18n-lib.h>

static GMutex registry_mutex;
static GPtrArray *registry; /* StreekVerifyFunc */

/**
 * streek_verify_register:
 * @func: a check that a noun adds to every verification, such as of its checksums
 *
 * Runs in whatever thread verifies. Registering twice is once.
 */
void
streek_verify_register (StreekVerifyFunc func)
{
  g_mutex_lock (&registry_mutex);

  if (registry == NULL)
    registry = g_ptr_array_new ();
  if (!g_ptr_array_find (registry, func, NULL))
    g_ptr_array_add (registry, func);

  g_mutex_unlock (&registry_mutex);
}

static void
add_error (GPtrArray *findings, const char *id, const char *place, const char *message)
{
  g_ptr_array_add (findings, streek_finding_new (STREEK_SEVERITY_ERROR, id, place, message));
}

/* Damage is what we look for; anything else, as Cancel, ends the search. */
static gboolean
absorb_damage (GPtrArray *findings, GError *local_error, GError **error)
{
  if (local_error == NULL)
    return TRUE;

  if (!g_error_matches (local_error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  add_error (findings, "store/unreadable", NULL, local_error->message);
  g_error_free (local_error);

  return TRUE;
}

static gboolean
verify_pages (StreekDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "PRAGMA integrity_check", error);
  StreekStep step = STREEK_STEP_ERROR;

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!g_str_equal (streek_db_peek_text (stmt, 0), "ok"))
      {
        /* Translators: %s is the database library's own message, in English. */
        g_autofree char *message =
          g_strdup_printf (_ ("The file is damaged: %s"), streek_db_peek_text (stmt, 0));

        add_error (findings, "store/damaged", NULL, message);
      }

  return step == STREEK_STEP_DONE;
}

static gboolean
verify_references (StreekDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "PRAGMA foreign_key_check", error);
  StreekStep step = STREEK_STEP_ERROR;

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      g_autofree char *message =
        /* Translators: %s is a kind of data in the file's own terms. */
        g_strdup_printf (_ ("A row refers to something in %s that is not there."),
                         streek_db_peek_text (stmt, 2));

      add_error (findings, "store/broken-reference", streek_db_peek_text (stmt, 0), message);
    }

  return step == STREEK_STEP_DONE;
}

static gboolean
verify_schema (
  StreekDb *db, const StreekSchema *schema, int version, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) names = streek_schema_list_differences (schema, db, version, error);

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    add_error (findings, "store/foreign-schema", g_ptr_array_index (names, i),
               _ ("This part of the file is not as Streekatlas makes it."));

  return TRUE;
}

static gboolean
verify_history (StreekDb *db, GPtrArray *findings, GError **error)
{
  static const char sql[] = "SELECT id, changeset FROM history ORDER BY id";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step = STREEK_STEP_ERROR;

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!streek_history_is_readable (sqlite3_column_blob (stmt, 1),
                                     (gsize) sqlite3_column_bytes (stmt, 1)))
      add_error (findings, "store/history-damaged", streek_db_peek_text (stmt, 0),
                 _ ("This action cannot be undone: what it changed cannot be read any more."));

  return step == STREEK_STEP_DONE;
}

static gboolean
verify_registered (StreekDb *db, GPtrArray *findings, GError **error)
{
  g_mutex_lock (&registry_mutex);

  g_autoptr (GPtrArray) funcs =
    registry != NULL ? g_ptr_array_copy (registry, NULL, NULL) : g_ptr_array_new ();

  g_mutex_unlock (&registry_mutex);

  for (guint i = 0; i < funcs->len; i++)
    {
      StreekVerifyFunc func = (StreekVerifyFunc) g_ptr_array_index (funcs, i);
      GError *local_error = NULL;

      if (!func (db, findings, &local_error) && !absorb_damage (findings, local_error, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
verify_content (
  StreekDb *db, const StreekSchema *schema, int version, GPtrArray *findings, GError **error)
{
  GError *local_error = NULL;
  guint n_before;

  if (!verify_pages (db, findings, &local_error) && !absorb_damage (findings, local_error, error))
    return FALSE;

  local_error = NULL;
  n_before = findings->len;

  if (!verify_schema (db, schema, version, findings, &local_error) &&
      !absorb_damage (findings, local_error, error))
    return FALSE;

  /* Over a schema that is not ours the rest would only stumble. */
  if (findings->len > n_before)
    return TRUE;

  local_error = NULL;

  if (!verify_references (db, findings, &local_error) &&
      !absorb_damage (findings, local_error, error))
    return FALSE;

  local_error = NULL;

  if (!verify_history (db, findings, &local_error) && !absorb_damage (findings, local_error, error))
    return FALSE;

  /* The nouns know the newest schema only. */
  return version != streek_schema_get_version (schema) || verify_registered (db, findings, error);
}

/**
 * streek_verify_file:
 * @path: a workspace, open or not
 * @schema: the schema of this program
 * @cancellable: (nullable):
 * @error: return location for a #StreekStoreError: not found, not ours, or newer
 *
 * Looks through the whole file: pages, schema, references between rows, history, and what the
 * nouns have registered. Changes nothing. Damage is a finding, not an error.
 *
 * Returns: (transfer full) (element-type StreekFinding): what is not whole; empty where all is
 */
GPtrArray *
streek_verify_file (const char *path,
                    const StreekSchema *schema,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (path != NULL && schema != NULL, NULL);

  g_autoptr (GPtrArray) findings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  GError *local_error = NULL;
  int version;
  g_autoptr (StreekDb) db = streek_store_open_suspect (path, schema, &version, &local_error);

  if (db == NULL)
    return absorb_damage (findings, local_error, error) ? g_steal_pointer (&findings) : NULL;

  streek_db_set_cancellable (db, cancellable);

  return verify_content (db, schema, version, findings, error) ? g_steal_pointer (&findings) : NULL;
}
