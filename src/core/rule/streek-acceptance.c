/* streek-acceptance.c: findings that people accepted, as rows of the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "rule/streek-acceptance.h"

/**
 * streek_acceptance_copy:
 *
 * Returns: (transfer full): the same acceptance
 */
StreekAcceptance *
streek_acceptance_copy (const StreekAcceptance *acceptance)
{
  StreekAcceptance *copy = g_new0 (StreekAcceptance, 1);

  copy->rule = g_strdup (acceptance->rule);
  copy->key = g_strdup (acceptance->key);
  copy->reason = g_strdup (acceptance->reason);
  copy->accepted_by = g_strdup (acceptance->accepted_by);
  copy->made_at = acceptance->made_at;
  copy->fingerprint = g_strdup (acceptance->fingerprint);

  return copy;
}

/**
 * streek_acceptance_free:
 * @acceptance: (nullable) (transfer full):
 */
void
streek_acceptance_free (StreekAcceptance *acceptance)
{
  if (acceptance == NULL)
    return;

  g_free (acceptance->rule);
  g_free (acceptance->key);
  g_free (acceptance->reason);
  g_free (acceptance->accepted_by);
  g_free (acceptance->fingerprint);
  g_free (acceptance);
}

/**
 * streek_acceptances_list:
 * @db: a connection
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (element-type StreekAcceptance): all of them, by rule and key
 */
GPtrArray *
streek_acceptances_list (StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT rule, key, reason, accepted_by, made_at, fingerprint "
                            "FROM finding_acceptance ORDER BY rule, key";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) acceptances =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_acceptance_free);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekAcceptance *acceptance = g_new0 (StreekAcceptance, 1);

      acceptance->rule = streek_db_dup_text (stmt, 0);
      acceptance->key = streek_db_dup_text (stmt, 1);
      acceptance->reason = streek_db_dup_text (stmt, 2);
      acceptance->accepted_by = streek_db_dup_text (stmt, 3);
      acceptance->made_at = sqlite3_column_int64 (stmt, 4);
      acceptance->fingerprint = streek_db_dup_text (stmt, 5);
      g_ptr_array_add (acceptances, acceptance);
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&acceptances) : NULL;
}

/**
 * streek_acceptance_write:
 * @db: a connection inside a command
 * @acceptance: takes the place of an earlier one of that rule and key
 * @error: return location for a #StreekStoreError
 *
 * Returns: whether it is written
 */
gboolean
streek_acceptance_write (StreekDb *db, const StreekAcceptance *acceptance, GError **error)
{
  static const char sql[] =
    "INSERT INTO finding_acceptance (rule, key, reason, accepted_by, made_at, fingerprint) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (rule, key) DO UPDATE SET "
    "reason = excluded.reason, accepted_by = excluded.accepted_by, made_at = excluded.made_at, "
    "fingerprint = excluded.fingerprint";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, acceptance->rule);
  streek_db_bind_text (stmt, 2, acceptance->key);
  streek_db_bind_text (stmt, 3, acceptance->reason);
  streek_db_bind_text (stmt, 4, acceptance->accepted_by);
  sqlite3_bind_int64 (stmt, 5, acceptance->made_at);
  streek_db_bind_text (stmt, 6, acceptance->fingerprint);

  return streek_db_finish (stmt, error);
}

/**
 * streek_acceptance_delete:
 * @db: a connection inside a command
 * @error: return location for a #StreekStoreError
 *
 * Returns: whether there is no acceptance of that rule and key any more
 */
gboolean
streek_acceptance_delete (StreekDb *db, const char *rule, const char *key, GError **error)
{
  static const char sql[] = "DELETE FROM finding_acceptance WHERE rule = ?1 AND key = ?2";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, rule);
  streek_db_bind_text (stmt, 2, key);

  return streek_db_finish (stmt, error);
}
