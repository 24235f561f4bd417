/* streek-own-count.c: counts that are about no area, kept apart from those that are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-own-count.h"

#include "store/streek-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *id;
  const char *label;
} subjects[] = {
  [STREEK_SUBJECT_PLACE] = { "place", NC_ ("subject of a count", "place") },
  [STREEK_SUBJECT_ORGANISATION] = { "organisation", NC_ ("subject of a count", "organisation") },
  [STREEK_SUBJECT_BODY] = { "body", NC_ ("subject of a count", "consultation body") },
  [STREEK_SUBJECT_PROJECT] = { "project", NC_ ("subject of a count", "project") },
  [STREEK_SUBJECT_ACTION] = { "action", NC_ ("subject of a count", "action") },
  [STREEK_SUBJECT_OTHER] = { "other", NC_ ("subject of a count", "something else") },
};

/**
 * streek_subject_get_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_subject_get_id (StreekSubjectKind kind)
{
  g_return_val_if_fail (kind < STREEK_N_SUBJECTS, "");

  return subjects[kind].id;
}

/**
 * streek_subject_get_label:
 *
 * Returns: the kind in the reader's language
 */
const char *
streek_subject_get_label (StreekSubjectKind kind)
{
  g_return_val_if_fail (kind < STREEK_N_SUBJECTS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "subject of a count", subjects[kind].label);
}

/**
 * streek_subject_parse_id:
 * @kind: (out): what @id means
 *
 * Returns: %FALSE where it is none of them
 */
gboolean
streek_subject_parse_id (const char *id, StreekSubjectKind *kind)
{
  for (guint i = 0; i < STREEK_N_SUBJECTS; i++)
    if (g_strcmp0 (subjects[i].id, id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static void
free_value (gpointer data)
{
  StreekOwnCountValue *value = data;

  g_free (value->source);
  g_free (value->note);
  g_free (value);
}

/**
 * streek_own_count_new:
 *
 * Returns: (transfer full): a count without a name and without values
 */
StreekOwnCount *
streek_own_count_new (void)
{
  StreekOwnCount *count = g_new0 (StreekOwnCount, 1);

  count->name = g_strdup ("");
  count->unit = g_strdup ("");
  count->subject_name = g_strdup ("");
  count->values = g_ptr_array_new_with_free_func (free_value);

  return count;
}

/**
 * streek_own_count_add_value:
 *
 * Returns: (transfer none): a new value, unknown until it is filled
 */
StreekOwnCountValue *
streek_own_count_add_value (StreekOwnCount *count)
{
  g_return_val_if_fail (count != NULL, NULL);

  StreekOwnCountValue *value = g_new0 (StreekOwnCountValue, 1);

  value->value = NAN;
  value->missing = STREEK_MISSING_UNKNOWN;
  g_ptr_array_add (count->values, value);

  return value;
}

/**
 * streek_own_count_copy:
 *
 * Returns: (transfer full): @count once more, for another thread
 */
StreekOwnCount *
streek_own_count_copy (const StreekOwnCount *count)
{
  g_return_val_if_fail (count != NULL, NULL);

  StreekOwnCount *copy = g_new0 (StreekOwnCount, 1);

  *copy = *count;
  copy->name = g_strdup (count->name);
  copy->unit = g_strdup (count->unit);
  copy->subject_key = g_strdup (count->subject_key);
  copy->subject_name = g_strdup (count->subject_name);
  copy->note = g_strdup (count->note);
  copy->values = g_ptr_array_new_with_free_func (free_value);

  for (guint i = 0; i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = g_ptr_array_index (count->values, i);
      StreekOwnCountValue *other = streek_own_count_add_value (copy);

      *other = *value;
      other->source = g_strdup (value->source);
      other->note = g_strdup (value->note);
    }

  return copy;
}

void
streek_own_count_free (StreekOwnCount *count)
{
  if (count == NULL)
    return;

  g_free (count->name);
  g_free (count->unit);
  g_free (count->subject_key);
  g_free (count->subject_name);
  g_free (count->note);
  g_ptr_array_unref (count->values);
  g_free (count);
}

StreekCountCourse *
streek_own_count_make_course (const StreekOwnCount *count, const StreekFormat *format)
{
  g_return_val_if_fail (count != NULL && format != NULL, NULL);

  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  for (guint i = 0; i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = count->values->pdata[i];

      if (value->missing != STREEK_MISSING_NONE)
        continue;

      g_autofree char *said =
        streek_format_number (format, value->value, streek_format_count_decimals (value->value));

      streek_count_course_add (course, value->date, value->value, value->qualifier, said);
    }

  return streek_count_course_get_n_points (course) > 1 &&
             streek_count_course_find_double (course) < 0
           ? g_steal_pointer (&course)
           : NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped == '\0';
}

/**
 * streek_own_count_check:
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID
 *
 * Returns: whether the count can be written
 */
gboolean
streek_own_count_check (const StreekOwnCount *count, GError **error)
{
  g_return_val_if_fail (count != NULL, FALSE);

  const char *fault = NULL;

  if (is_blank (count->name))
    fault = _ ("Say what is counted.");
  else if (is_blank (count->subject_name))
    fault = _ ("Say of what it is counted: which place, organisation, project …");

  for (guint i = 0; fault == NULL && i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = g_ptr_array_index (count->values, i);

      if (value->missing > STREEK_MISSING_NOT_YET ||
          (value->missing == STREEK_MISSING_NONE && !isfinite (value->value)))
        fault = _ ("Give a number, or say why there is none.");
    }

  if (fault != NULL)
    g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID, fault);

  return fault == NULL;
}

static StreekOwnCount *
read_count (sqlite3_stmt *stmt)
{
  StreekOwnCount *count = g_new0 (StreekOwnCount, 1);

  count->id = sqlite3_column_int64 (stmt, 0);
  count->name = streek_db_dup_text (stmt, 1);
  count->unit = streek_db_dup_text (stmt, 2);

  if (!streek_subject_parse_id (streek_db_peek_text (stmt, 3), &count->subject_kind))
    count->subject_kind = STREEK_SUBJECT_OTHER;

  count->subject_key = streek_db_dup_text (stmt, 4);
  count->subject_name = streek_db_dup_text (stmt, 5);
  count->note = streek_db_dup_text (stmt, 6);
  count->values = g_ptr_array_new_with_free_func (free_value);

  return count;
}

static void
read_value (StreekOwnCount *count, sqlite3_stmt *stmt)
{
  StreekOwnCountValue *value = streek_own_count_add_value (count);

  value->id = sqlite3_column_int64 (stmt, 1);

  if (!streek_period_parse (streek_db_peek_text (stmt, 2), &value->date, NULL))
    value->date = (StreekPeriod){ 0 };

  streek_qualifier_parse_id (streek_db_peek_text (stmt, 4), &value->qualifier);
  streek_missing_parse_id (streek_db_peek_text (stmt, 5), &value->missing);
  value->value = value->missing == STREEK_MISSING_NONE ? sqlite3_column_double (stmt, 3) : NAN;
  value->source = streek_db_dup_text (stmt, 6);
  value->note = streek_db_dup_text (stmt, 7);
}

static gboolean
read_values (StreekDb *db, GHashTable *by_id, GError **error)
{
  static const char sql[] = "SELECT count_id, id, date, value, qualifier, missing, source, note "
                            "FROM own_count_value ORDER BY count_id, date, id";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      StreekOwnCount *count = g_hash_table_lookup (by_id, &id);

      if (count != NULL)
        read_value (count, stmt);
    }

  return step == STREEK_STEP_DONE;
}

/**
 * streek_own_counts_list:
 *
 * Returns: (transfer full) (element-type StreekOwnCount): all counts with their values, by kind of
 *   subject, subject and name
 */
GPtrArray *
streek_own_counts_list (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT id, name, unit, subject_kind, subject_key, subject_name, note FROM own_count "
    "ORDER BY subject_kind, subject_name, name, id";

  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autoptr (GPtrArray) counts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_own_count_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekOwnCount *count = read_count (stmt);

      g_ptr_array_add (counts, count);
      g_hash_table_insert (by_id, &count->id, count);
    }

  return step == STREEK_STEP_DONE && read_values (db, by_id, error) ? g_steal_pointer (&counts)
                                                                    : NULL;
}

static gboolean
delete_rows (StreekDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);

  return streek_db_finish (stmt, error);
}

static gboolean
write_values (StreekDb *db, const StreekOwnCount *count, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db,
                       "INSERT INTO own_count_value (id, count_id, date, value, qualifier, "
                       "missing, source, note) VALUES (?1, ?2, ?3, ?4, nullif (?5, ''), ?6, "
                       "nullif (?7, ''), nullif (?8, ''))",
                       error);

  for (guint i = 0; stmt != NULL && i < count->values->len; i++)
    {
      const StreekOwnCountValue *value = g_ptr_array_index (count->values, i);
      g_autofree char *date =
        value->date.kind != STREEK_PERIOD_NONE ? streek_period_to_string (value->date) : NULL;

      sqlite3_bind_int64 (stmt, 1, value->id != 0 ? value->id : streek_store_random_id ());
      sqlite3_bind_int64 (stmt, 2, id);
      streek_db_bind_text (stmt, 3, date);

      if (value->missing == STREEK_MISSING_NONE)
        sqlite3_bind_double (stmt, 4, value->value);
      else
        sqlite3_bind_null (stmt, 4);

      streek_db_bind_text (stmt, 5, streek_qualifier_get_id (value->qualifier));
      streek_db_bind_text (stmt, 6, streek_missing_get_id (value->missing));
      streek_db_bind_text (stmt, 7, value->source);
      streek_db_bind_text (stmt, 8, value->note);

      if (!streek_db_finish (stmt, error))
        return FALSE;
    }

  return stmt != NULL;
}

/**
 * streek_own_count_write:
 * @db: the writer's connection, inside a command
 * @count: an id of 0 makes a new one
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 */
gboolean
streek_own_count_write (StreekDb *db, const StreekOwnCount *count, GError **error)
{
  static const char sql[] =
    "INSERT INTO own_count (id, name, unit, subject_kind, subject_key, subject_name, note) "
    "VALUES (?1, ?2, ?3, ?4, nullif (?5, ''), ?6, nullif (?7, '')) "
    "ON CONFLICT DO UPDATE SET name = excluded.name, unit = excluded.unit, "
    "subject_kind = excluded.subject_kind, subject_key = excluded.subject_key, "
    "subject_name = excluded.subject_name, note = excluded.note";

  g_return_val_if_fail (db != NULL && count != NULL, FALSE);

  if (!streek_own_count_check (count, error))
    return FALSE;

  gint64 id = count->id != 0 ? count->id : streek_store_random_id ();
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  streek_db_bind_text (stmt, 2, count->name);
  streek_db_bind_text (stmt, 3, count->unit);
  streek_db_bind_text (stmt, 4, streek_subject_get_id (count->subject_kind));
  streek_db_bind_text (stmt, 5, count->subject_key);
  streek_db_bind_text (stmt, 6, count->subject_name);
  streek_db_bind_text (stmt, 7, count->note);

  return streek_db_finish (stmt, error) &&
         delete_rows (db, "DELETE FROM own_count_value WHERE count_id = ?1", id, error) &&
         write_values (db, count, id, error);
}

/**
 * streek_own_count_delete:
 *
 * Deletes a count with its values, inside a command.
 */
gboolean
streek_own_count_delete (StreekDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return delete_rows (db, "DELETE FROM own_count_value WHERE count_id = ?1", id, error) &&
         delete_rows (db, "DELETE FROM own_count WHERE id = ?1", id, error);
}

static gboolean
run_on_subject (StreekDb *db,
                const char *sql,
                StreekSubjectKind kind,
                const char *key,
                const char *name,
                GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, streek_subject_get_id (kind));
  streek_db_bind_text (stmt, 2, key);
  if (name != NULL)
    streek_db_bind_text (stmt, 3, name);

  return streek_db_finish (stmt, error);
}

/**
 * streek_own_counts_rename_subject:
 * @key: of the row the counts hang on
 * @name: what it is called from now on
 *
 * To be run inside the command that renames it.
 */
gboolean
streek_own_counts_rename_subject (
  StreekDb *db, StreekSubjectKind kind, const char *key, const char *name, GError **error)
{
  g_return_val_if_fail (db != NULL && key != NULL && name != NULL, FALSE);

  return run_on_subject (db,
                         "UPDATE own_count SET subject_name = ?3 "
                         "WHERE subject_kind = ?1 AND subject_key = ?2 AND subject_name <> ?3",
                         kind, key, name, error);
}

/**
 * streek_own_counts_release_subject:
 * @key: of a row that is deleted
 *
 * To be run inside the command that deletes it. The counts stay, with the name.
 */
gboolean
streek_own_counts_release_subject (StreekDb *db,
                                   StreekSubjectKind kind,
                                   const char *key,
                                   GError **error)
{
  g_return_val_if_fail (db != NULL && key != NULL, FALSE);

  return run_on_subject (
    db, "UPDATE own_count SET subject_key = NULL WHERE subject_kind = ?1 AND subject_key = ?2",
    kind, key, NULL, error);
}

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_SUBJECT_KIND,
  COLUMN_SUBJECT_KEY,
  COLUMN_SUBJECT_NAME,
  COLUMN_DATE,
  COLUMN_VALUE,
  COLUMN_QUALIFIER,
  COLUMN_KIND,
  COLUMN_SOURCE,
  COLUMN_NOTE,
};

static StreekTable *
make_table (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    StreekColumnType type;
  } columns[] = {
    [COLUMN_ID] = { "id", N_ ("Number"), STREEK_COLUMN_TEXT },
    [COLUMN_NAME] = { "name", N_ ("Count"), STREEK_COLUMN_TEXT },
    [COLUMN_UNIT] = { "unit", N_ ("Unit"), STREEK_COLUMN_TEXT },
    [COLUMN_SUBJECT_KIND] = { "subject_kind", N_ ("Kind of subject"), STREEK_COLUMN_TEXT },
    [COLUMN_SUBJECT_KEY] = { "subject_key", N_ ("Code"), STREEK_COLUMN_TEXT },
    [COLUMN_SUBJECT_NAME] = { "subject_name", N_ ("Of"), STREEK_COLUMN_TEXT },
    [COLUMN_DATE] = { "date", N_ ("Date"), STREEK_COLUMN_PERIOD },
    [COLUMN_VALUE] = { "value", N_ ("Value"), STREEK_COLUMN_NUMBER },
    [COLUMN_QUALIFIER] = { "qualifier", N_ ("Qualifier"), STREEK_COLUMN_TEXT },
    [COLUMN_KIND] = { "kind", N_ ("Missing because"), STREEK_COLUMN_TEXT },
    [COLUMN_SOURCE] = { "source", N_ ("Source"), STREEK_COLUMN_TEXT },
    [COLUMN_NOTE] = { "note", N_ ("Note"), STREEK_COLUMN_TEXT },
  };
  StreekTable *table = streek_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_table_add_column (table, columns[i].id, _ (columns[i].title), columns[i].type, NULL, 0);

  return table;
}

static void
add_table_row (StreekTable *table, const StreekOwnCount *count, const StreekOwnCountValue *value)
{
  guint row = streek_table_add_row (table);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, count->id);

  streek_table_set_text (table, row, COLUMN_ID, id);
  streek_table_set_text (table, row, COLUMN_NAME, count->name);
  streek_table_set_text (table, row, COLUMN_UNIT, count->unit);
  streek_table_set_text (table, row, COLUMN_SUBJECT_KIND,
                         streek_subject_get_id (count->subject_kind));
  streek_table_set_text (table, row, COLUMN_SUBJECT_KEY, count->subject_key);
  streek_table_set_text (table, row, COLUMN_SUBJECT_NAME, count->subject_name);
  streek_table_set_text (table, row, COLUMN_QUALIFIER, NULL);
  streek_table_set_text (table, row, COLUMN_KIND, NULL);
  streek_table_set_text (table, row, COLUMN_SOURCE, value != NULL ? value->source : NULL);
  streek_table_set_text (table, row, COLUMN_NOTE,
                         value != NULL && value->note != NULL ? value->note : count->note);

  if (value == NULL)
    return;

  if (value->date.kind != STREEK_PERIOD_NONE)
    streek_table_set_period (table, row, COLUMN_DATE, value->date);

  if (value->missing != STREEK_MISSING_NONE)
    {
      streek_table_set_missing (table, row, COLUMN_VALUE, value->missing);
      streek_table_set_text (table, row, COLUMN_KIND, streek_missing_get_id (value->missing));
      return;
    }

  streek_table_set_number (table, row, COLUMN_VALUE, value->value, STREEK_STATUS_FINAL);

  if (value->qualifier != STREEK_QUALIFIER_NONE)
    {
      streek_table_set_qualifier (table, row, COLUMN_VALUE, value->qualifier);
      streek_table_set_text (table, row, COLUMN_QUALIFIER,
                             streek_qualifier_get_id (value->qualifier));
    }
}

/**
 * streek_own_counts_make_table:
 * @counts: (element-type StreekOwnCount): as streek_own_counts_list() gives them
 *
 * Returns: (transfer full): one row a value, and one for a count that has none yet
 */
StreekTable *
streek_own_counts_make_table (GPtrArray *counts)
{
  g_return_val_if_fail (counts != NULL, NULL);

  StreekTable *table = make_table ();

  for (guint i = 0; i < counts->len; i++)
    {
      const StreekOwnCount *count = g_ptr_array_index (counts, i);

      for (guint j = 0; j < count->values->len; j++)
        add_table_row (table, count, g_ptr_array_index (count->values, j));

      if (count->values->len == 0)
        add_table_row (table, count, NULL);
    }

  return table;
}

/**
 * streek_own_counts_read_table:
 *
 * Returns: (transfer full): streek_own_counts_make_table() of all counts of the file
 */
StreekTable *
streek_own_counts_read_table (StreekDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) counts = streek_own_counts_list (db, error);

  return counts != NULL ? streek_own_counts_make_table (counts) : NULL;
}
