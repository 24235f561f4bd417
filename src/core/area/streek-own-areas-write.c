/* streek-own-areas-write.c: how the file keeps the area sets that people bring themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"

#include <glib/gi18n-lib.h>

static gboolean
run_for_set (StreekDb *db, const char *sql, const char *set, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, set);

  return streek_db_finish (stmt, error);
}

static gboolean
delete_set (StreekDb *db, const char *set, GError **error)
{
  return run_for_set (db, "DELETE FROM own_area_unit WHERE set_code = ?1", set, error) &&
         run_for_set (db, "DELETE FROM own_area WHERE set_code = ?1", set, error) &&
         run_for_set (db, "DELETE FROM own_area_list WHERE set_code = ?1", set, error) &&
         run_for_set (db, "DELETE FROM own_mesh WHERE set_code = ?1", set, error) &&
         run_for_set (db, "DELETE FROM own_area_set WHERE code = ?1", set, error);
}

static gboolean
run_for_area (StreekDb *db, const char *sql, const char *set, const char *code, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, set);
  streek_db_bind_text (stmt, 2, code);

  return streek_db_finish (stmt, error);
}

/* What is written goes in place of it; the other areas of the set stay. */
static gboolean
delete_areas (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const char *code = ((StreekOwnArea *) self->areas->pdata[i])->code;

      if (!run_for_area (db, "DELETE FROM own_area_unit WHERE set_code = ?1 AND code = ?2",
                         self->set, code, error) ||
          !run_for_area (db, "DELETE FROM own_area WHERE set_code = ?1 AND code = ?2", self->set,
                         code, error))
        return FALSE;
    }

  return run_for_set (db, "DELETE FROM own_area_set WHERE code = ?1", self->set, error);
}

static gboolean
delete_former (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  return self->keeps_others ? delete_areas (db, self, error) : delete_set (db, self->set, error);
}

/* A set that came with a newer reference, say: its code is not free any more. */
static gboolean
check_code_is_free (StreekDb *db, const char *set, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "SELECT 1 FROM ref_area_set WHERE code = ?1", error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, set);

  StreekStep step = streek_db_step (stmt, error);

  if (step == STREEK_STEP_ROW)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
                 /* Translators: %s is the code of a set of areas. */
                 _ ("“%s” is a set of the reference data. Choose another code."), set);

  return step == STREEK_STEP_DONE;
}

static gboolean
insert_set (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  static const char sql[] = "INSERT INTO own_area_set (code, name, overlaps, source, note, digest) "
                            "VALUES (?1, ?2, ?3, ?4, '', ?5)";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, self->set);
  streek_db_bind_text (stmt, 2, self->name);
  sqlite3_bind_int (stmt, 3, self->overlaps);
  streek_db_bind_text (stmt, 4, self->source);
  streek_db_bind_text (stmt, 5, self->digest);

  return streek_db_finish (stmt, error);
}

static gboolean
insert_mesh (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "INSERT INTO own_mesh (set_code, data) VALUES (?1, ?2)", error);
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (self->mesh);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, self->set);
  sqlite3_bind_blob64 (stmt, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);

  return streek_db_finish (stmt, error);
}

static gboolean
insert_areas (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "INSERT INTO own_area (set_code, code, valid_from, valid_to, name) "
                       "VALUES (?1, ?2, ?3, ?4, ?5)",
                       error);
  g_autofree char *from = streek_date_to_string (self->from);
  g_autofree char *until = streek_own_areas_dup_until (self);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, self->set);
  streek_db_bind_text (stmt, 3, from);
  streek_db_bind_text (stmt, 4, until);
  for (guint i = 0; i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      sqlite3_bind_text (stmt, 2, area->code, -1, SQLITE_STATIC);
      sqlite3_bind_text (stmt, 5, area->name, -1, SQLITE_STATIC);
      if (!streek_db_finish (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* Units by their code: their numbers may be others in the next reference data. */
static gboolean
insert_units (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    db, "INSERT INTO own_area_unit (set_code, code, unit_code) VALUES (?1, ?2, ?3)", error);

  for (guint i = 0; stmt != NULL && i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      StreekUnits units = streek_own_area_get_units (area);

      for (guint j = 0; j < units.n; j++)
        {
          sqlite3_reset (stmt);
          streek_db_bind_text (stmt, 1, self->set);
          streek_db_bind_text (stmt, 2, area->code);
          streek_db_bind_text (stmt, 3, self->unit_codes->pdata[units.ids[j]]);
          if (!streek_db_finish (stmt, error))
            return FALSE;
        }
    }

  return stmt != NULL;
}

/* The units of a mesh of its own are the areas themselves. */
static gboolean
insert_list (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "INSERT INTO own_area_list (set_code, valid_from, valid_to, areas) "
                       "VALUES (?1, ?2, ?3, ?4)",
                       error);
  g_autofree char *from = streek_date_to_string (self->from);
  g_autofree char *until = streek_own_areas_dup_until (self);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, area->code);
      g_string_append_c (lines, '\t');
      g_string_append (lines, area->name);
    }

  streek_db_bind_text (stmt, 1, self->set);
  streek_db_bind_text (stmt, 2, from);
  streek_db_bind_text (stmt, 3, until);
  streek_db_bind_text (stmt, 4, lines->str);

  return streek_db_finish (stmt, error);
}

static gboolean
insert_borders (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  return insert_mesh (db, self, error) && insert_list (db, self, error);
}

static gboolean
insert_members (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  return insert_areas (db, self, error) && insert_units (db, self, error);
}

/**
 * streek_own_areas_write:
 * @db: the writer's connection, in a command
 * @self: a set that streek_own_areas_can_write()
 * @error: return location for a #StreekAreaError or #StreekStoreError
 *
 * Writes the set in place of one of people's own with the same code, or its areas beside those of
 * that one where they were chosen.
 */
gboolean
streek_own_areas_write (StreekDb *db, const StreekOwnAreas *self, GError **error)
{
  g_return_val_if_fail (db != NULL && self != NULL, FALSE);

  if (!streek_own_areas_can_write (self))
    {
      g_set_error_literal (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
                           _ ("These areas cannot be used: something is wrong with them."));
      return FALSE;
    }

  return check_code_is_free (db, self->set, error) && delete_former (db, self, error) &&
         insert_set (db, self, error) &&
         (self->mesh != NULL ? insert_borders (db, self, error) : insert_members (db, self, error));
}

/**
 * streek_own_areas_remove:
 * @db: the writer's connection, in a command
 * @set: code of a set of people's own
 * @error: return location for %STREEK_AREA_ERROR_UNKNOWN_SET
 *
 * Figures that were imported for its areas stay where they are, and show again when the set does.
 */
gboolean
streek_own_areas_remove (StreekDb *db, const char *set, GError **error)
{
  g_return_val_if_fail (db != NULL && set != NULL, FALSE);

  if (!delete_set (db, set, error))
    return FALSE;

  gboolean removed = sqlite3_changes (streek_db_get_handle (db)) > 0;

  if (!removed)
    g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET,
                 /* Translators: %s is the code of a set of areas. */
                 _ ("“%s” is no set of areas that was added to this file."), set);

  return removed;
}

/**
 * streek_own_areas_is_written:
 * @written: (out): whether the file holds this very set already, so that writing it changes nothing
 */
gboolean
streek_own_areas_is_written (StreekDb *db,
                             const StreekOwnAreas *self,
                             gboolean *written,
                             GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "SELECT 1 FROM own_area_set WHERE code = ?1 AND digest = ?2", error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, self->set);
  streek_db_bind_text (stmt, 2, self->digest);

  StreekStep step = streek_db_step (stmt, error);

  *written = step == STREEK_STEP_ROW;

  return step != STREEK_STEP_ERROR;
}
