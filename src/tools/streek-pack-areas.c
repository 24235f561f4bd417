/* streek-pack-areas.c: meshes, sets and areas of data/reference, into a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pack-areas.h"

#include "geo/streek-mesh-text.h"

#include <string.h>

#define MAX_LEVELS 16

static StreekRows *
read_rows (const char *folder, const char *name, const char *const *names, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (StreekRows) rows = streek_rows_read_tsv (path, error);

  if (rows == NULL)
    return NULL;

  if (!streek_rows_require (rows, names, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return g_steal_pointer (&rows);
}

/* Binds the columns in the order of their names; a name in brackets may be empty, then NULL. */
static gboolean
insert_row (
  sqlite3_stmt *stmt, const StreekRows *rows, guint row, const char *const *names, GError **error)
{
  for (int i = 0; names[i] != NULL; i++)
    {
      gboolean nullable = names[i][0] == '(';
      g_autofree char *name = g_strndup (names[i] + nullable, strcspn (names[i] + nullable, ")"));
      const char *value = streek_rows_get (rows, row, name);

      streek_db_bind_text (stmt, i + 1, nullable && value[0] == '\0' ? NULL : value);
    }

  return streek_db_finish (stmt, error);
}

static char **
strip_names (const char *const *names)
{
  char **stripped = g_strdupv ((char **) names);

  for (guint i = 0; stripped[i] != NULL; i++)
    g_strstrip (g_strdelimit (stripped[i], "()", ' '));

  return stripped;
}

/* One file, one statement, a row each. @skip: (nullable): rows whose set and code it knows. */
static gboolean
pack_rows (StreekDb *db,
           const char *folder,
           const char *file,
           const char *const *names,
           const char *sql,
           GHashTable *skip,
           GError **error)
{
  g_auto (GStrv) stripped = strip_names (names);
  g_autoptr (StreekRows) rows = read_rows (folder, file, (const char *const *) stripped, error);
  g_autoptr (sqlite3_stmt) stmt = rows != NULL ? streek_db_prepare (db, sql, error) : NULL;

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < streek_rows_get_n (rows); i++)
    {
      g_autofree char *key = skip != NULL ? g_strconcat (streek_rows_get (rows, i, "set"), ":",
                                                         streek_rows_get (rows, i, "code"), NULL)
                                          : NULL;

      if (key != NULL && g_hash_table_contains (skip, key))
        continue;

      if (!insert_row (stmt, rows, i, names, error))
        {
          g_prefix_error (error, "%s, row %u: ", file, i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

/* Unit codes in the order of their file, which is the order of their numbers. */
static GPtrArray *
pack_units (StreekDb *db, const char *folder, const char *mesh, const char *file, GError **error)
{
  static const char *const names[] = { "code", "name", NULL };
  static const char sql[] = "INSERT INTO ref_unit (mesh, unit, code, name) VALUES (?1, ?2, ?3, ?4)";
  g_autoptr (StreekRows) rows = read_rows (folder, file, names, error);
  g_autoptr (sqlite3_stmt) stmt = rows != NULL ? streek_db_prepare (db, sql, error) : NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  if (stmt == NULL)
    return NULL;

  for (guint i = 0; i < streek_rows_get_n (rows); i++)
    {
      streek_db_bind_text (stmt, 1, mesh);
      sqlite3_bind_int64 (stmt, 2, i);
      streek_db_bind_text (stmt, 3, streek_rows_get (rows, i, "code"));
      streek_db_bind_text (stmt, 4, streek_rows_get (rows, i, "name"));

      if (!streek_db_finish (stmt, error))
        return NULL;

      g_ptr_array_add (codes, g_strdup (streek_rows_get (rows, i, "code")));
    }

  g_ptr_array_add (codes, NULL);

  return g_steal_pointer (&codes);
}

static guint
read_tolerances (const char *text, double *tolerances_m)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", MAX_LEVELS);
  guint n = 0;

  for (; parts[n] != NULL && n < MAX_LEVELS; n++)
    tolerances_m[n] = g_ascii_strtod (parts[n], NULL);

  return n;
}

static GBytes *
read_mesh (
  const char *folder, const StreekRows *meshes, guint row, GPtrArray *codes, GError **error)
{
  static const char *const none[] = { NULL };
  double tolerances_m[MAX_LEVELS];
  guint n_levels = read_tolerances (streek_rows_get (meshes, row, "tolerances_m"), tolerances_m);
  g_autoptr (StreekRows) arcs =
    read_rows (folder, streek_rows_get (meshes, row, "arcs"), none, error);
  g_autoptr (StreekMesh) mesh = arcs != NULL
                                  ? streek_mesh_text_read (arcs, (const char *const *) codes->pdata,
                                                           tolerances_m, n_levels, error)
                                  : NULL;

  return mesh != NULL ? streek_mesh_to_bytes (mesh) : NULL;
}

static gboolean
pack_mesh (StreekDb *db, const char *folder, const StreekRows *meshes, guint row, GError **error)
{
  static const char sql[] = "INSERT INTO ref_mesh (code, name, crs, data) VALUES (?1, ?2, ?3, ?4)";
  const char *code = streek_rows_get (meshes, row, "code");
  g_autoptr (GPtrArray) codes =
    pack_units (db, folder, code, streek_rows_get (meshes, row, "units"), error);
  g_autoptr (GBytes) bytes = codes != NULL ? read_mesh (folder, meshes, row, codes, error) : NULL;
  g_autoptr (sqlite3_stmt) stmt = bytes != NULL ? streek_db_prepare (db, sql, error) : NULL;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, code);
  streek_db_bind_text (stmt, 2, streek_rows_get (meshes, row, "name"));
  streek_db_bind_text (stmt, 3, streek_rows_get (meshes, row, "crs"));
  sqlite3_bind_blob64 (stmt, 4, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       SQLITE_STATIC);

  return streek_db_finish (stmt, error);
}

static gboolean
pack_meshes (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = {
    "code", "name", "crs", "units", "arcs", "tolerances_m", NULL
  };
  g_autoptr (StreekRows) meshes = read_rows (folder, "meshes.tsv", names, error);

  for (guint i = 0; meshes != NULL && i < streek_rows_get_n (meshes); i++)
    if (!pack_mesh (db, folder, meshes, i, error))
      return FALSE;

  return meshes != NULL;
}

static gboolean
pack_sets (StreekDb *db, const char *folder, GError **error)
{
  static const char *const set_names[] = {
    "code",     "name", "mesh",   "(partition_of)", "(partition_from)",
    "overlaps", "rank", "source", "note",           "legal_basis",
    NULL
  };
  static const char *const line_names[] = { "mesh", "rank", "text", NULL };

  return pack_rows (db, folder, "area-sets.tsv", set_names,
                    "INSERT INTO ref_area_set (code, name, mesh, partition_of, partition_from, "
                    "overlaps, rank, source, note, legal_basis) VALUES (?1, ?2, ?3, ?4, ?5, "
                    "CAST (?6 AS INTEGER), CAST (?7 AS INTEGER), ?8, ?9, ?10)",
                    NULL, error) &&
         pack_rows (db, folder, "attributions.tsv", line_names,
                    "INSERT INTO ref_attribution (mesh, rank, text) "
                    "VALUES (?1, CAST (?2 AS INTEGER), ?3)",
                    NULL, error);
}

static GHashTable *
list_own_areas (const char *folder, GError **error)
{
  static const char *const names[] = { "set", "code", NULL };
  g_autoptr (StreekRows) rows = read_rows (folder, "own-areas.tsv", names, error);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; rows != NULL && i < streek_rows_get_n (rows); i++)
    g_hash_table_add (keys, g_strconcat (streek_rows_get (rows, i, "set"), ":",
                                         streek_rows_get (rows, i, "code"), NULL));

  return rows != NULL ? g_steal_pointer (&keys) : NULL;
}

static gboolean
pack_names (StreekDb *db, const char *folder, GError **error)
{
  static const char *const area_names[] = { "set",        "code", "valid_from",
                                            "(valid_to)", "name", "(name_fr)",
                                            "source",     "note", NULL };
  static const char *const note_names[] = { "set", "code", "source", "note", NULL };
  static const char area_sql[] =
    "INSERT INTO ref_area (set_code, code, valid_from, valid_to, name, name_fr, source, note) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  g_autoptr (GHashTable) own = list_own_areas (folder, error);

  return own != NULL && pack_rows (db, folder, "areas.tsv", area_names, area_sql, own, error) &&
         pack_rows (db, folder, "own-areas.tsv", area_names, area_sql, NULL, error) &&
         pack_rows (db, folder, "area-notes.tsv", note_names,
                    "UPDATE ref_area SET source = ?3, note = ?4 "
                    "WHERE set_code = ?1 AND code = ?2",
                    NULL, error);
}

static gboolean
pack_members (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = { "set",        "code",      "member", "valid_from",
                                       "(valid_to)", "certainty", NULL };
  static const char *const unit_names[] = { "code", "unit", "valid_from", "(valid_to)", NULL };
  static const char sql[] =
    "INSERT INTO ref_member (set_code, code, member_code, valid_from, valid_to, certainty) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

  return pack_rows (db, folder, "members.tsv", names, sql, NULL, error) &&
         pack_rows (db, folder, "own-members.tsv", names, sql, NULL, error) &&
         pack_rows (db, folder, "municipality-units.tsv", unit_names,
                    "INSERT INTO ref_area_unit (set_code, code, unit, valid_from, valid_to) "
                    "SELECT s.code, ?1, u.unit, ?3, ?4 FROM ref_area_set s "
                    "JOIN ref_unit u ON u.mesh = s.mesh AND u.code = ?2 "
                    "WHERE s.code = 'gemeente'",
                    NULL, error);
}

static gboolean
pack_ties (StreekDb *db, const char *folder, GError **error)
{
  static const char *const names[] = { "on", "old", "new", "kind", "note", "source", NULL };
  static const char *const own_names[] = {
    "set", "on", "old", "new", "kind", "note", "source", NULL
  };
  static const char *const alias_names[] = { "set",          "code",       "alias",  "kind",
                                             "(valid_from)", "(valid_to)", "source", NULL };

  return pack_rows (db, folder, "successions.tsv", names,
                    "INSERT INTO ref_succession (set_code, old_code, new_code, on_date, kind, "
                    "note, source) VALUES ('gemeente', ?2, ?3, ?1, ?4, ?5, ?6)",
                    NULL, error) &&
         pack_rows (db, folder, "own-successions.tsv", own_names,
                    "INSERT INTO ref_succession (set_code, on_date, old_code, new_code, kind, "
                    "note, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    NULL, error) &&
         pack_rows (db, folder, "aliases.tsv", alias_names,
                    "INSERT INTO ref_alias (set_code, code, alias, kind, valid_from, valid_to, "
                    "source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    NULL, error);
}

/**
 * streek_pack_areas:
 * @db: a new workspace, in a transaction of the caller
 * @folder: data/reference
 *
 * Fills the reference tables of core/area.
 */
gboolean
streek_pack_areas (StreekDb *db, const char *folder, GError **error)
{
  return pack_meshes (db, folder, error) && pack_sets (db, folder, error) &&
         pack_names (db, folder, error) && pack_members (db, folder, error) &&
         pack_ties (db, folder, error);
}
