/* streek-schema.c: the numbered migrations, and the schema that each version must have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-schema.h"

#include "store/streek-sql-resource.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_FOLDER "/be/streekatlas/Streekatlas/sql/"

/* What the migrations make, version by version, as streek_schema_make_digest() sees it, so that no
 * opening has to run them all in memory to compare. A version that is not here yet, or a file that
 * differs, takes the long way, which also tells what differs. */
static const char *const shipped_digests[] = {
  NULL, /* there is no version 0 */
  "611335bc13eac0cad7a2ef59c050132df944092a4b35007a8c35cb94ff5c352b",
  "6e99e124e46f6975ac12905a54904ae0f5910ab221e12f4a598892486ae274eb",
  "1688bd93d6573cd38f739a1a6597eca312ccc3cb611a5d2e02e6a400d485f65d",
  "8369f390ac68a2316a40c28af2695933b73cc42554424b394847de82ad62b683",
  "e89ff93c613b758f6703d1de8f4338ae854f1af2b7793ebd2442e1fdfef87563",
  "6f14463a72ea6561c6bcd298efd52c132c3d108741e43a0224bbf5b57accb231",
  "b91612686c35dd213391d2bb807ec99970ca88d5030f315f065c9c568a55980a",
  "c5ef971d02900dbc5a0e96ca568d109c0d5165882d0622fdce3ed3fbd67a6c89",
  "02a8871bc682aefd1daece51a6f0deff63271c7ec7e2b71e218486b4ea887ef1",
  "57e77c42668c647433eae4b2af2351a0250c50ec185d4d2aa96f431c503dc767",
  "c206f7c40d1a20f8bac9c90bcda804a64cba482853a183bda7dd96fb2ad00b21",
  "21f19e177642da56aff1f98406f189ea334450ae94f671ca5b81def673f664dc",
  "0444997b1fb23413b5871aa2e391f87e936827967b120a9ad389bde16c09a5c7",
  "e5dc9a2c33e2ea58938d16620a0af0a166760633e85c97283726ab8a2cdecb05",
  "6ca1118bd7010ce67fd63cc5994aa03082f8dccccf6527e2279cd8d7b3f1e885",
  "3d96a32342c7ebea31a36f2b00c1703383290c3d6da9ec723591ba67860f25c3",
  "82ed412c77c4f2a1b49d565d970fd1e3ec22b40eea02b91ed84977c1d4a4fb50",
  "03f5116a2dcbdaf19ac96e342b29b6e470d2b96e46b24584b15bce3f1aceb488",
  "c8a18a2f53000682c7aaef43b47b9fcdde0e77c274239bfdf4549cf89e304e0d",
  "76a05f935e930671b605e427a441bf693ea7da2c653a3d5e288d327dd46254ad",
};

struct _StreekSchema
{
  char **migrations; /* SQL; number 1 is the first */
  int version;       /* how many there are */
  gboolean shipped;  /* the files of data/sql */
};

/* Tables that are never recorded: reference data, the store's own, the text index, drafts, views.
 */
static const char *const unrecorded_prefixes[] = { "ref_",  "store_", "history", "search_",
                                                   "draft", "view_",  "sqlite_" };

/**
 * streek_schema_is_recorded:
 * @table: its name
 *
 * Returns: whether changes of this table enter the history and can be undone
 */
gboolean
streek_schema_is_recorded (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unrecorded_prefixes); i++)
    if (g_ascii_strncasecmp (table, unrecorded_prefixes[i], strlen (unrecorded_prefixes[i])) == 0)
      return FALSE;

  return TRUE;
}

/**
 * streek_schema_new:
 * @migrations: (array zero-terminated): SQL of each, in order; copied
 *
 * Returns: (transfer full): a schema of as many versions as there are migrations
 */
StreekSchema *
streek_schema_new (const char *const *migrations)
{
  StreekSchema *schema = g_new0 (StreekSchema, 1);

  schema->migrations = g_strdupv ((char **) migrations);
  schema->version = (int) g_strv_length (schema->migrations);

  return schema;
}

/**
 * streek_schema_free:
 * @schema: (nullable) (transfer full): a schema that no store uses any more
 */
void
streek_schema_free (StreekSchema *schema)
{
  if (schema == NULL)
    return;

  g_strfreev (schema->migrations);
  g_free (schema);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static StreekSchema *
load_default (void)
{
  GResource *resource = streek_sql_get_resource ();
  g_auto (GStrv) names =
    g_resource_enumerate_children (resource, RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes =
        g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      g_ptr_array_add (texts, g_strndup (text, size));
    }

  g_ptr_array_add (texts, NULL);

  StreekSchema *schema = streek_schema_new ((const char *const *) texts->pdata);

  schema->shipped = TRUE;

  return schema;
}

/**
 * streek_schema_get_default:
 *
 * Returns: (transfer none): the schema of a workspace, from the files of data/sql
 */
const StreekSchema *
streek_schema_get_default (void)
{
  static StreekSchema *schema;

  if (g_once_init_enter (&schema))
    g_once_init_leave (&schema, load_default ());

  return schema;
}

/**
 * streek_schema_get_version:
 *
 * Returns: the newest version, which is the number of migrations
 */
int
streek_schema_get_version (const StreekSchema *schema)
{
  return schema->version;
}

/**
 * streek_schema_migrate:
 * @db: a connection in a transaction of the caller
 * @from: the version it has, 0 for an empty file
 * @to: the version it gets
 *
 * Runs the migrations in between and sets user_version.
 */
gboolean
streek_schema_migrate (const StreekSchema *schema, StreekDb *db, int from, int to, GError **error)
{
  g_return_val_if_fail (from >= 0 && from <= to && to <= schema->version, FALSE);

  for (int i = from; i < to; i++)
    if (!streek_db_execute (db, schema->migrations[i], error))
      return FALSE;

  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", to);

  return streek_db_execute (db, mark, error);
}

/* Runs of blanks count as one; a line end stays one, because it ends a comment. */
static char *
normalise_sql (const char *sql)
{
  GString *text = g_string_new (NULL);

  for (const char *p = sql; *p != '\0';)
    {
      gsize n_blanks = strspn (p, " \t\r\n");

      if (n_blanks == 0)
        {
          g_string_append_c (text, *p++);
          continue;
        }

      g_string_append_c (text, memchr (p, '\n', n_blanks) != NULL ? '\n' : ' ');
      p += n_blanks;
    }

  return g_string_free (text, FALSE);
}

/* name of the object -> its type, table and SQL. The statistics of ANALYZE are SQLite's own. */
static GHashTable *
describe_schema (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT type, name, tbl_name, coalesce (sql, '') FROM main.sqlite_schema"
    " WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence'))";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  StreekStep step;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      g_autofree char *text = normalise_sql (streek_db_peek_text (stmt, 3));

      g_hash_table_insert (
        objects,
        g_strdup_printf ("%s %s", streek_db_peek_text (stmt, 0), streek_db_peek_text (stmt, 1)),
        g_strdup_printf ("%s %s", streek_db_peek_text (stmt, 2), text));
    }

  return step == STREEK_STEP_DONE ? g_steal_pointer (&objects) : NULL;
}

static char *
make_digest (GHashTable *objects)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (objects), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *text = g_hash_table_lookup (objects, l->data);

      /* with their ends, so that nothing moves from one to the next unseen */
      g_checksum_update (checksum, l->data, (gssize) strlen (l->data) + 1);
      g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static StreekDb *
build_in_memory (const StreekSchema *schema, int version, GError **error)
{
  g_autoptr (StreekDb) db = streek_db_open_memory (error);

  if (db == NULL || !streek_schema_migrate (schema, db, 0, version, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * streek_schema_make_digest:
 * @version: a version of it
 *
 * Returns: (transfer full): SHA-256 of every table, index, view and trigger that the migrations up
 *   to @version make, in hexadecimal; or %NULL with @error set
 */
char *
streek_schema_make_digest (const StreekSchema *schema, int version, GError **error)
{
  g_return_val_if_fail (version >= 0 && version <= schema->version, NULL);

  g_autoptr (StreekDb) model = build_in_memory (schema, version, error);
  g_autoptr (GHashTable) objects = model != NULL ? describe_schema (model, error) : NULL;

  return objects != NULL ? make_digest (objects) : NULL;
}

/**
 * streek_schema_get_shipped_digest:
 *
 * Returns: (nullable): what streek_schema_make_digest() gives for a version of data/sql, where it
 * is known beforehand
 */
const char *
streek_schema_get_shipped_digest (int version)
{
  return version < (int) G_N_ELEMENTS (shipped_digests) ? shipped_digests[version] : NULL;
}

/* FALSE where it is not known, or where reading failed: then the long way says why. */
static gboolean
is_as_shipped (const StreekSchema *schema, StreekDb *db, int version)
{
  const char *wanted = schema->shipped ? streek_schema_get_shipped_digest (version) : NULL;
  g_autoptr (GHashTable) objects = wanted != NULL ? describe_schema (db, NULL) : NULL;
  g_autofree char *found = objects != NULL ? make_digest (objects) : NULL;

  return found != NULL && strcmp (found, wanted) == 0;
}

static void
add_unmatched (GPtrArray *names, GHashTable *objects, GHashTable *others)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, objects);

  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (others, name), text) != 0 &&
        !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (name));
}

/**
 * streek_schema_list_differences:
 * @db: a connection
 * @version: the version it says it has
 *
 * Compares every table, index, view and trigger of the file with those that the migrations up
 * to @version make.
 *
 * Returns: (transfer full) (element-type utf8): what is missing, added or different, as
 *   "trigger spy", in alphabetical order; or %NULL with @error set
 */
GPtrArray *
streek_schema_list_differences (const StreekSchema *schema,
                                StreekDb *db,
                                int version,
                                GError **error)
{
  g_return_val_if_fail (version >= 0 && version <= schema->version, NULL);

  g_autoptr (StreekDb) model = build_in_memory (schema, version, error);

  if (model == NULL)
    return NULL;

  g_autoptr (GHashTable) wanted = describe_schema (model, error);
  g_autoptr (GHashTable) found = wanted != NULL ? describe_schema (db, error) : NULL;

  if (found == NULL)
    return NULL;

  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  add_unmatched (names, wanted, found);
  add_unmatched (names, found, wanted);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * streek_schema_check:
 *
 * Refuses a file whose schema is not that of its version: a foreign trigger would run, a
 * foreign view would be read.
 *
 * Returns: %FALSE with %STREEK_STORE_ERROR_FOREIGN
 */
gboolean
streek_schema_check (const StreekSchema *schema, StreekDb *db, int version, GError **error)
{
  if (is_as_shipped (schema, db, version))
    return TRUE;

  g_autoptr (GPtrArray) names = streek_schema_list_differences (schema, db, version, error);

  if (names == NULL)
    return FALSE;

  if (names->len > 0)
    g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FOREIGN,
                 /* Translators: %s is a part of the file in its own terms, such as "trigger x". */
                 _ ("The file holds something that Streekatlas did not make (%s), so it is not "
                    "opened. Restore a backup copy."),
                 (const char *) g_ptr_array_index (names, 0));

  return names->len == 0;
}

static gboolean
collect_faults (StreekDb *db, const char *sql, GPtrArray *faults, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (streek_schema_is_recorded (streek_db_peek_text (stmt, 0)))
      g_ptr_array_add (faults, g_strdup_printf ("%s: %s", streek_db_peek_text (stmt, 0),
                                                streek_db_peek_text (stmt, 1)));

  return step == STREEK_STEP_DONE;
}

/**
 * streek_schema_list_faults:
 *
 * Holds the recorded tables against what recording demands (tried on SQLite 3.40): a primary
 * key, no generated columns, no foreign-key actions, no triggers, no UNIQUE over a rank,
 * STRICT. Meant for a test over every schema that ships.
 *
 * Returns: (transfer full) (element-type utf8): "table: what is wrong", for maintainers
 */
GPtrArray *
streek_schema_list_faults (const StreekSchema *schema, GError **error)
{
  static const char *const checks[] = {
    "SELECT name, 'is not STRICT' FROM pragma_table_list"
    " WHERE schema = 'main' AND type = 'table' AND NOT strict ORDER BY name",
    "SELECT name, 'has no primary key' FROM pragma_table_list AS t"
    " WHERE schema = 'main' AND type = 'table' AND NOT EXISTS"
    " (SELECT 1 FROM pragma_table_info (t.name) WHERE pk > 0) ORDER BY name",
    "SELECT t.name, 'generated column ' || c.name"
    " FROM pragma_table_list AS t, pragma_table_xinfo (t.name) AS c"
    " WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden > 1 ORDER BY t.name, c.cid",
    "SELECT t.name, 'foreign-key action on ' || f.\"from\""
    " FROM pragma_table_list AS t, pragma_foreign_key_list (t.name) AS f"
    " WHERE t.schema = 'main' AND t.type = 'table'"
    " AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION') ORDER BY t.name, f.id",
    "SELECT tbl_name, 'trigger ' || name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
    "SELECT t.name, 'unique index over rank'"
    " FROM pragma_table_list AS t, pragma_index_list (t.name) AS i, pragma_index_info (i.name) AS c"
    " WHERE t.schema = 'main' AND i.\"unique\" AND c.name = 'rank' ORDER BY t.name",
  };
  g_autoptr (StreekDb) db = build_in_memory (schema, schema->version, error);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (db == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (!collect_faults (db, checks[i], faults, error))
      return NULL;

  return g_steal_pointer (&faults);
}
