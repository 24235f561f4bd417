/* streek-letters-db.c: a workspace in memory whose municipalities are a map drawn in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-letters-db.h"

#include "store/streek-schema.h"

#include <stdarg.h>
#include <string.h>

/* Binds texts in order, NULL for NULL, up to an empty-string sentinel that no value uses. */
#define END_OF_TEXTS "\001"

static void
run (StreekDb *db, const char *sql, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);
  va_list texts;
  const char *text;

  g_assert_no_error (error);
  va_start (texts, sql);

  for (int i = 1; (text = va_arg (texts, const char *)) == NULL || strcmp (text, END_OF_TEXTS) != 0;
       i++)
    streek_db_bind_text (stmt, i, text);

  va_end (texts);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);
}

void
streek_letters_execute (StreekDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  streek_db_execute (db, sql, &error);
  g_assert_no_error (error);
}

static void
insert_mesh (StreekDb *db, const char *const *rows, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (rows, n_rows);
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (
    db, "INSERT INTO ref_mesh (code, name, crs, data) VALUES (?1, 'Letters', 'EPSG:3812', ?2)",
    &error);

  g_assert_no_error (error);
  streek_db_bind_text (stmt, 1, STREEK_LETTERS_MESH);
  sqlite3_bind_blob64 (stmt, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);
  streek_db_finish (stmt, &error);
  g_assert_no_error (error);
}

static void
insert_municipality (StreekDb *db, char letter, guint unit)
{
  const char code[] = { letter, '\0' };
  g_autofree char *number = g_strdup_printf ("%u", unit);

  run (db,
       "INSERT INTO ref_unit (mesh, unit, code, name) VALUES (?1, CAST (?2 AS INTEGER), ?3, ?3)",
       STREEK_LETTERS_MESH, number, code, END_OF_TEXTS);
  streek_letters_add_area (db, "gemeente", code, "1983-01-01", NULL);
  run (db,
       "INSERT INTO ref_area_unit (set_code, code, unit, valid_from, valid_to) "
       "VALUES ('gemeente', ?1, CAST (?2 AS INTEGER), '1983-01-01', NULL)",
       code, number, END_OF_TEXTS);
}

StreekDb *
streek_letters_new_db (const char *const *rows, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  StreekDb *db = streek_db_open_memory (&error);
  const StreekSchema *schema = streek_schema_get_default ();
  gboolean used[256] = { FALSE };
  guint unit = 0;

  g_assert_no_error (error);
  streek_schema_migrate (schema, db, 0, streek_schema_get_version (schema), &error);
  g_assert_no_error (error);
  insert_mesh (db, rows, n_rows);
  streek_letters_add_set (db, "gemeente", NULL, FALSE, 100);

  for (guint row = 0; row < n_rows; row++)
    for (const char *letter = rows[row]; *letter != '\0'; letter++)
      used[(guint8) *letter] = *letter != '.' && *letter != ' ';

  for (guint letter = 0; letter < G_N_ELEMENTS (used); letter++)
    if (used[letter])
      insert_municipality (db, (char) letter, unit++);

  return db;
}

void
streek_letters_add_set (
  StreekDb *db, const char *code, const char *partition_of, gboolean overlaps, int rank)
{
  g_autofree char *rank_text = g_strdup_printf ("%d", rank);

  run (db,
       "INSERT INTO ref_area_set (code, name, mesh, partition_of, partition_from, overlaps, rank, "
       "source, note, legal_basis) "
       "VALUES (?1, ?1, ?2, ?3, NULL, CAST (?4 AS INTEGER), CAST (?5 AS INTEGER), '', '', '')",
       code, STREEK_LETTERS_MESH, partition_of, overlaps ? "1" : "0", rank_text, END_OF_TEXTS);
}

void
streek_letters_add_area (
  StreekDb *db, const char *set, const char *code, const char *valid_from, const char *valid_to)
{
  run (db,
       "INSERT INTO ref_area (set_code, code, valid_from, valid_to, name, name_fr, source, note) "
       "VALUES (?1, ?2, ?3, ?4, ?2, NULL, '', '')",
       set, code, valid_from, valid_to, END_OF_TEXTS);
}

void
streek_letters_add_members (StreekDb *db,
                            const char *set,
                            const char *code,
                            const char *members,
                            const char *valid_from,
                            const char *valid_to,
                            gboolean documented)
{
  for (; *members != '\0'; members++)
    {
      const char member[] = { *members, '\0' };

      run (db,
           "INSERT INTO ref_member (set_code, code, member_code, valid_from, valid_to, certainty) "
           "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
           set, code, member, valid_from, valid_to, documented ? "documented" : "inferred",
           END_OF_TEXTS);
    }
}
