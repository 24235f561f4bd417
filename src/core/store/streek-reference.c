/* streek-reference.c: renewing the reference data of a workspace from a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-reference.h"
#include "store/streek-medium.h"
#include "store/streek-store-private.h"

#include <glib/gi18n-lib.h>

/* A table of reference data: names come from the checked schema, never from a value. */
typedef struct
{
  char *name;
  GPtrArray *keys;   /* columns of the primary key */
  GPtrArray *others; /* the other columns */
} Table;

static void
free_table (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->keys);
  g_ptr_array_unref (table->others);
  g_free (table);
}

/**
 * streek_reference_change_free:
 * @change: (nullable) (transfer full):
 */
void
streek_reference_change_free (StreekReferenceChange *change)
{
  if (change == NULL)
    return;

  g_free (change->table);
  g_free (change->key);
  g_free (change->column);
  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
}

/* One row a column, tables in alphabetical order. */
static GPtrArray *
list_tables (StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT s.name, c.name, c.pk"
                            " FROM main.sqlite_schema AS s, pragma_table_info (s.name) AS c"
                            " WHERE s.type = 'table' AND s.name LIKE 'ref\\_%' ESCAPE '\\'"
                            " ORDER BY s.name, c.cid";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (free_table);
  Table *table = NULL;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      if (table == NULL || !g_str_equal (table->name, streek_db_peek_text (stmt, 0)))
        {
          table = g_new0 (Table, 1);
          table->name = streek_db_dup_text (stmt, 0);
          table->keys = g_ptr_array_new_with_free_func (g_free);
          table->others = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (tables, table);
        }

      g_ptr_array_add (sqlite3_column_int (stmt, 2) > 0 ? table->keys : table->others,
                       streek_db_dup_text (stmt, 1));
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&tables) : NULL;
}

/* "o"."a" IS "n"."a" AND "o"."b" IS "n"."b" */
static void
append_equal (GString *sql, GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%so.\"%s\" IS n.\"%s\"", i > 0 ? " AND " : "",
                            (char *) g_ptr_array_index (columns, i),
                            (char *) g_ptr_array_index (columns, i));
}

static void
append_key (GString *sql, const Table *table, char alias)
{
  for (guint i = 0; i < table->keys->len; i++)
    g_string_append_printf (sql, "%s%c.\"%s\"", i > 0 ? " || '/' || " : "", alias,
                            (char *) g_ptr_array_index (table->keys, i));
}

static void
append_order (GString *sql, const Table *table, char alias)
{
  for (guint i = 0; i < table->keys->len; i++)
    g_string_append_printf (sql, "%s%c.\"%s\"", i > 0 ? ", " : " ORDER BY ", alias,
                            (char *) g_ptr_array_index (table->keys, i));
}

/* What a person can read of a cell; bytes are told by their number. */
static char *
dup_cell (sqlite3_stmt *stmt, int column)
{
  if (sqlite3_column_type (stmt, column) != SQLITE_BLOB)
    return streek_db_dup_text (stmt, column);

  int n_bytes = sqlite3_column_bytes (stmt, column);

  return g_strdup_printf (ngettext ("%d byte", "%d bytes", n_bytes), n_bytes);
}

static StreekReferenceChange *
add_change (GPtrArray *changes,
            StreekReferenceChangeKind kind,
            const Table *table,
            sqlite3_stmt *stmt)
{
  StreekReferenceChange *change = g_new0 (StreekReferenceChange, 1);

  change->kind = kind;
  change->table = g_strdup (table->name);
  change->key = g_strdup (streek_db_peek_text (stmt, 0));
  g_ptr_array_add (changes, change);

  return change;
}

static gboolean
list_rows (StreekDb *db,
           const Table *table,
           StreekReferenceChangeKind kind,
           GPtrArray *changes,
           GError **error)
{
  gboolean added = kind == STREEK_REFERENCE_ADDED;
  char alias = added ? 'n' : 'o';
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  append_key (sql, table, alias);
  g_string_append_printf (sql,
                          " FROM %s.\"%s\" AS %c WHERE NOT EXISTS (SELECT 1 FROM %s.\"%s\""
                          " AS %c WHERE ",
                          added ? "template" : "main", table->name, alias,
                          added ? "main" : "template", table->name, added ? 'o' : 'n');
  append_equal (sql, table->keys);
  g_string_append_c (sql, ')');
  append_order (sql, table, alias);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql->str, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    add_change (changes, kind, table, stmt);

  return step == STREEK_STEP_DONE;
}

static gboolean
list_cells (
  StreekDb *db, const Table *table, const char *column, GPtrArray *changes, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  append_key (sql, table, 'o');
  g_string_append_printf (sql,
                          ", o.\"%s\", n.\"%s\" FROM main.\"%s\" AS o"
                          " JOIN template.\"%s\" AS n ON ",
                          column, column, table->name, table->name);
  append_equal (sql, table->keys);
  g_string_append_printf (sql, " WHERE o.\"%s\" IS NOT n.\"%s\"", column, column);
  append_order (sql, table, 'o');

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql->str, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekReferenceChange *change = add_change (changes, STREEK_REFERENCE_CHANGED, table, stmt);

      change->column = g_strdup (column);
      change->old_value = dup_cell (stmt, 1);
      change->new_value = dup_cell (stmt, 2);
    }

  return step == STREEK_STEP_DONE;
}

static gboolean
list_table_changes (StreekDb *db, const Table *table, GPtrArray *changes, GError **error)
{
  if (!list_rows (db, table, STREEK_REFERENCE_ADDED, changes, error) ||
      !list_rows (db, table, STREEK_REFERENCE_REMOVED, changes, error))
    return FALSE;

  for (guint i = 0; i < table->others->len; i++)
    if (!list_cells (db, table, g_ptr_array_index (table->others, i), changes, error))
      return FALSE;

  return TRUE;
}

/* The template is checked like any file; then its tables are the same as ours. */
static gboolean
check_template (const char *path,
                const StreekSchema *schema,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (StreekStore) template =
    streek_store_open (path, STREEK_STORE_READ_ONLY, schema, cancellable, error);

  return template != NULL;
}

static gboolean
attach_template (StreekDb *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "ATTACH ?1 AS template", error);

  if (stmt == NULL)
    return FALSE;

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri =
    g_strconcat ("file:", escaped, "?mode=ro",
                 streek_medium_needs_immutable (absolute) ? "&immutable=1" : NULL, NULL);

  streek_db_bind_text (stmt, 1, uri);

  return streek_db_finish (stmt, error);
}

/**
 * streek_store_list_reference_changes:
 * @template_path: a workspace of the same version with other reference data
 *
 * Lists what streek_store_update_reference() would change, for a person to look at before.
 *
 * Returns: (transfer full) (element-type StreekReferenceChange): by table; rows that come, rows
 *   that go, then cells, each in the order of the key
 */
GPtrArray *
streek_store_list_reference_changes (StreekStore *self,
                                     const char *template_path,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), NULL);
  g_return_val_if_fail (template_path != NULL, NULL);

  if (!check_template (template_path, self->schema, cancellable, error))
    return NULL;

  g_autoptr (StreekDb) db = streek_store_connect (self, error);

  if (db == NULL || !attach_template (db, template_path, error))
    return NULL;

  streek_db_set_cancellable (db, cancellable);

  g_autoptr (GPtrArray) tables = list_tables (db, error);
  g_autoptr (GPtrArray) changes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_reference_change_free);

  if (tables == NULL)
    return NULL;

  for (guint i = 0; i < tables->len; i++)
    if (!list_table_changes (db, g_ptr_array_index (tables, i), changes, error))
      return NULL;

  return g_steal_pointer (&changes);
}

static gboolean
delete_stale (StreekDb *db, const Table *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql,
                   "DELETE FROM main.\"%s\" AS o WHERE NOT EXISTS"
                   " (SELECT 1 FROM template.\"%s\" AS n WHERE ",
                   table->name, table->name);
  append_equal (sql, table->keys);

  if (table->others->len > 0)
    {
      g_string_append (sql, " AND ");
      append_equal (sql, table->others);
    }

  g_string_append_c (sql, ')');

  return streek_db_execute (db, sql->str, error);
}

static void
append_columns (GString *sql, const Table *table)
{
  for (guint i = 0; i < table->keys->len + table->others->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            (char *) (i < table->keys->len
                                        ? g_ptr_array_index (table->keys, i)
                                        : g_ptr_array_index (table->others, i - table->keys->len)));
}

static gboolean
insert_missing (StreekDb *db, const Table *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO main.\"%s\" (", table->name);
  append_columns (sql, table);
  g_string_append (sql, ") SELECT ");
  append_columns (sql, table);
  g_string_append_printf (sql,
                          " FROM template.\"%s\" AS n WHERE NOT EXISTS"
                          " (SELECT 1 FROM main.\"%s\" AS o WHERE ",
                          table->name, table->name);
  append_equal (sql, table->keys);
  g_string_append_c (sql, ')');

  return streek_db_execute (db, sql->str, error);
}

/* What people made may lean on a row that the new data no longer have. */
static gboolean
check_references (StreekDb *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "PRAGMA main.foreign_key_check", error);

  if (stmt == NULL)
    return FALSE;

  StreekStep step = streek_db_step (stmt, error);

  if (step == STREEK_STEP_ROW)
    g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_CONFLICT,
                 /* Translators: %1$s and %2$s are kinds of data in the file's own terms. */
                 _ ("The new reference data lack something in %2$s that %1$s refers to. Nothing "
                    "was changed."),
                 streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 2));

  return step == STREEK_STEP_DONE;
}

static gboolean
write_version (StreekDb *db, GError **error)
{
  return streek_db_execute (
    db,
    "INSERT INTO main.store_meta (key, value)"
    " SELECT key, value FROM template.store_meta WHERE key = 'reference_version'"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    error);
}

/* All deletions first: an insertion may stand on a row of any other table. */
static gboolean
replace_rows (StreekDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) tables = list_tables (db, error);

  if (tables == NULL || !streek_db_execute (db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  for (guint i = 0; i < tables->len; i++)
    if (!delete_stale (db, g_ptr_array_index (tables, i), error))
      return FALSE;

  for (guint i = 0; i < tables->len; i++)
    if (!insert_missing (db, g_ptr_array_index (tables, i), error))
      return FALSE;

  return write_version (db, error) && check_references (db, error);
}

static gboolean
update_in_writer (StreekStore *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *template_path = data;

  if (!attach_template (self->db, template_path, error))
    return FALSE;

  gboolean done = streek_store_write_unrecorded (self, replace_rows, NULL, cancellable, error);

  streek_db_execute (self->db, "DETACH template", NULL);

  return done;
}

/**
 * streek_store_update_reference:
 * @template_path: a workspace of the same version with other reference data
 *
 * Takes over the reference tables of a template in one transaction. What people made, their
 * corrections of reference data among it, is left alone, and so is the history: it can still be
 * undone.
 *
 * Returns: %FALSE with %STREEK_STORE_ERROR_CONFLICT where the file refers to something that the
 *   template no longer has; nothing is changed then
 */
gboolean
streek_store_update_reference (StreekStore *self,
                               const char *template_path,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);
  g_return_val_if_fail (template_path != NULL, FALSE);

  return check_template (template_path, self->schema, cancellable, error) &&
         streek_store_call_writer (self, update_in_writer, (gpointer) template_path, cancellable,
                                   error);
}
