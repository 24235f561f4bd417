/* streek-own-names.c: names that people give areas themselves, as rows of the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-names.h"

#include <glib/gi18n-lib.h>

/**
 * streek_own_name_new:
 * @source: (nullable): where this is known from
 *
 * Returns: (transfer full): a name, with a copy of each text
 */
StreekOwnName *
streek_own_name_new (const char *set, const char *code, const char *name, const char *source)
{
  g_return_val_if_fail (set != NULL && code != NULL && name != NULL, NULL);

  StreekOwnName *self = g_new0 (StreekOwnName, 1);

  self->set = g_strdup (set);
  self->code = g_strdup (code);
  self->name = g_strstrip (g_strdup (name));
  self->source = g_strdup (source != NULL ? source : "");

  return self;
}

StreekOwnName *
streek_own_name_copy (const StreekOwnName *name)
{
  return streek_own_name_new (name->set, name->code, name->name, name->source);
}

void
streek_own_name_free (StreekOwnName *name)
{
  if (name == NULL)
    return;

  g_free (name->set);
  g_free (name->code);
  g_free (name->name);
  g_free (name->source);
  g_free (name);
}

/**
 * streek_own_names_list:
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (element-type StreekOwnName): every name, by name, set and code
 */
GPtrArray *
streek_own_names_list (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT set_code, code, name, source FROM own_name ORDER BY name, set_code, code";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_own_name_free);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    g_ptr_array_add (
      list, streek_own_name_new (streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 1),
                                 streek_db_peek_text (stmt, 2), streek_db_peek_text (stmt, 3)));

  return step == STREEK_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/**
 * streek_own_name_write:
 * @db: the writer's connection, in a command
 * @name: takes the place of the same name of the same area
 * @error: return location for a #StreekStoreError
 *
 * Records what people call an area. That the area exists is the caller's to know.
 */
gboolean
streek_own_name_write (StreekDb *db, const StreekOwnName *name, GError **error)
{
  static const char sql[] =
    "INSERT INTO own_name (set_code, code, name, source) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (set_code, code, name) DO UPDATE SET source = excluded.source";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, name->set);
  streek_db_bind_text (stmt, 2, name->code);
  streek_db_bind_text (stmt, 3, name->name);
  streek_db_bind_text (stmt, 4, name->source);

  return streek_db_finish (stmt, error);
}

/**
 * streek_own_name_remove:
 * @db: the writer's connection, in a command
 * @error: return location for %STREEK_AREA_ERROR_UNKNOWN_AREA where there is no such name
 */
gboolean
streek_own_name_remove (StreekDb *db, const StreekOwnName *name, GError **error)
{
  static const char sql[] = "DELETE FROM own_name WHERE set_code = ?1 AND code = ?2 AND name = ?3";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, name->set);
  streek_db_bind_text (stmt, 2, name->code);
  streek_db_bind_text (stmt, 3, name->name);
  if (!streek_db_finish (stmt, error))
    return FALSE;

  gboolean removed = sqlite3_changes (streek_db_get_handle (db)) > 0;

  if (!removed)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA,
                 /* Translators: %s is a name that somebody gave an area. */
                 _ ("The name “%s” is not there any more."), name->name);

  return removed;
}
