/* streek-record-write.c: changes of records as they will be, whether they can be, and the writing
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-changes-private.h"

#include "base/streek-format.h"
#include "record/streek-record-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As they will be */

static void
lay_over (StreekRecord *record, const StreekRecordChange *change)
{
  for (guint i = 0; i < change->cells->len; i++)
    {
      const StreekChangedCell *cell = &g_array_index (change->cells, StreekChangedCell, i);
      guint64 bit = G_GUINT64_CONSTANT (1) << cell->field;

      record->cells[cell->field] = cell->is_filled ? cell->raw : (StreekRecordRaw){ 0 };
      record->filled = cell->is_filled ? record->filled | bit : record->filled & ~bit;
      record->unread &= ~bit;
    }
}

/* Unchanged records are lent by the set before. */
static void
lend_unchanged (StreekRecordSet *set, const StreekRecordSet *former, GHashTable *changed)
{
  for (guint i = 0; i < former->in_order->len; i++)
    {
      const StreekRecord *record = former->in_order->pdata[i];

      if (!g_hash_table_contains (changed, &record->id))
        streek_record_set_lend (set, record);
    }
}

static void
add_changed (StreekRecordSet *set, const StreekRecordSet *former, const StreekRecordChange *change)
{
  const StreekRecord *before = g_hash_table_lookup (former->by_id, &change->id);

  if (change->is_gone || (before == NULL && !change->is_new))
    return;

  StreekRecord *record = streek_record_set_add (set, change->id);

  for (guint i = 0; before != NULL && i < set->kind->n_fields; i++)
    record->cells[i] = before->cells[i];

  record->filled = before != NULL ? before->filled : 0;
  record->unread = before != NULL ? before->unread : 0;
  lay_over (record, change);
}

static StreekRecordSet *
preview_set (const StreekRecordChanges *changes, StreekRecordSet *former)
{
  StreekRecordSet *set = streek_record_set_new (former->kind, former);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->list->len; i++)
    {
      StreekRecordChange *change = changes->list->pdata[i];

      if (change->kind != former->kind)
        continue;

      g_hash_table_add (changed, &change->id);
      add_changed (set, former, change);
    }

  lend_unchanged (set, former, changed);
  streek_record_set_close (set);

  return set;
}

/**
 * streek_record_changes_preview:
 * @records: as they are now
 *
 * Returns: (transfer full): the records as they will be; texts that changed are lent by @changes
 */
StreekRecords *
streek_record_changes_preview (StreekRecordChanges *changes, StreekRecords *records)
{
  g_return_val_if_fail (changes != NULL && records != NULL, NULL);

  g_autoptr (GPtrArray) sets =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_set_unref);
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->list->len; i++)
    {
      const StreekRecordChange *change = changes->list->pdata[i];
      StreekRecordSet *former = streek_records_get_set (records, change->kind);

      if (former != NULL && g_hash_table_add (kinds, (gpointer) change->kind))
        g_ptr_array_add (sets, preview_set (changes, former));
    }

  return streek_records_replace (records, sets);
}

/* Whether they can be */

/* Takes @sentence. */
static gboolean
refuse (GError **error, char *sentence)
{
  g_autofree char *owned = sentence;

  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID, owned);

  return FALSE;
}

/* Which of the records it is about. */
static void
prefix_title (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  g_autofree char *title = streek_record_dup_title (record, records);

  g_prefix_error (error,
                  "%s: ", *title != '\0' ? title : streek_record_kind_get_name (record->kind));
}

static gboolean
check_bounds (const StreekRecord *record, guint i, GError **error)
{
  const StreekRecordField *field = &record->kind->fields[i];
  double number = streek_record_get_number (record, i);

  if (field->min >= field->max || isnan (number) || (number >= field->min && number <= field->max))
    return TRUE;

  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *least = streek_format_number (format, field->min, field->decimals);
  g_autofree char *most = streek_format_number (format, field->max, field->decimals);

  return refuse (error,
                 /* Translators: %1$s is a field of a form, %2$s and %3$s are numbers. */
                 g_strdup_printf (_ ("“%1$s” must lie between %2$s and %3$s."),
                                  streek_record_field_get_label (field), least, most));
}

static gboolean
check_reference (const StreekRecord *record, guint i, const StreekRecords *records, GError **error)
{
  const StreekRecordField *field = &record->kind->fields[i];
  gint64 id = record->cells[i].integer;

  if (id == 0 || streek_records_find (records, field->target, id) != NULL)
    return TRUE;

  return refuse (error,
                 /* Translators: %s is a field of a form that names something else, such as an
                  * organisation. */
                 g_strdup_printf (_ ("what “%s” names is not there any more. Choose another one."),
                                  streek_record_field_get_label (field)));
}

static gboolean
check_field (const StreekRecord *record, guint i, const StreekRecords *records, GError **error)
{
  const StreekRecordField *field = &record->kind->fields[i];

  if (!streek_record_has (record, i))
    return (field->flags & STREEK_RECORD_REQUIRED) == 0 ||
           refuse (error,
                   /* Translators: %s is a field of a form. */
                   g_strdup_printf (_ ("fill in “%s”."), streek_record_field_get_label (field)));

  switch (field->type)
    {
    case STREEK_RECORD_CHOICE:
      return streek_record_field_takes_word (field, record->cells[i].text) ||
             refuse (error,
                     /* Translators: %1$s is a word, %2$s a field of a form. */
                     g_strdup_printf (_ ("“%1$s” is no choice of “%2$s”."), record->cells[i].text,
                                      streek_record_field_get_label (field)));
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return check_bounds (record, i, error);
    case STREEK_RECORD_REFERENCE:
      return check_reference (record, i, records, error);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return TRUE;
    }
}

/* What stays as it was first written: undo takes it back, nothing else does. */
static gboolean
check_kept (const StreekRecordChange *change, const StreekRecord *record, GError **error)
{
  for (guint i = 0; !change->is_new && i < change->cells->len; i++)
    {
      guint field = g_array_index (change->cells, StreekChangedCell, i).field;

      if (record->kind->fields[field].flags & STREEK_RECORD_ONCE)
        return refuse (error,
                       g_strdup (_ ("this stays as it was written. Add a new one beside it.")));
    }

  return TRUE;
}

/* A record must not be a part of itself, by whatever way round. */
static gboolean
check_circle (const StreekRecord *record, guint i, const StreekRecords *records, GError **error)
{
  const StreekRecordField *field = &record->kind->fields[i];
  const StreekRecord *above = record;

  if (field->target != record->kind)
    return TRUE;

  for (guint depth = 0; above != NULL && depth < 1000; depth++)
    {
      above = streek_record_follow (above, i, records);

      if (above == record)
        return refuse (
          error,
          /* Translators: %s is a field of a form that names another thing of the same kind. */
          g_strdup_printf (_ ("by “%s” it would end up under itself. Choose another one."),
                           streek_record_field_get_label (field)));
    }

  return TRUE;
}

gboolean
streek_record_check_field (const StreekRecord *record,
                           guint field,
                           const StreekRecords *records,
                           GError **error)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, FALSE);

  return check_field (record, field, records, error) &&
         (record->kind->fields[field].type != STREEK_RECORD_REFERENCE ||
          check_circle (record, field, records, error));
}

static gboolean
check_fields (const StreekRecordChange *change,
              const StreekRecord *record,
              const StreekRecords *records,
              GError **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (!streek_record_check_field (record, i, records, error))
      return FALSE;

  return check_kept (change, record, error);
}

static gboolean
check_record (const StreekRecordChange *change,
              const StreekRecord *record,
              const StreekRecords *records,
              GError **error)
{
  if (!check_fields (change, record, records, error))
    {
      prefix_title (record, records, error);
      return FALSE;
    }

  return record->kind->check == NULL || record->kind->check (record, records, error);
}

/**
 * streek_record_changes_check:
 * @records: as they are now
 * @error: return location for %STREEK_RECORD_ERROR_INVALID
 *
 * Returns: whether every record that is added or changed may be as it will be
 */
gboolean
streek_record_changes_check (StreekRecordChanges *changes, StreekRecords *records, GError **error)
{
  g_return_val_if_fail (changes != NULL && records != NULL, FALSE);

  g_autoptr (StreekRecords) preview = streek_record_changes_preview (changes, records);

  for (guint i = 0; i < changes->list->len; i++)
    {
      const StreekRecordChange *change = changes->list->pdata[i];
      const StreekRecord *record = streek_records_find (preview, change->kind, change->id);

      if (record == NULL && !change->is_gone)
        {
          g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                       /* Translators: %s is what sort of thing it is: "Project". */
                       _ ("%s: what should be changed is not there any more."),
                       streek_record_kind_get_name (change->kind));
          return FALSE;
        }

      if (record != NULL && !check_record (change, record, preview, error))
        return FALSE;
    }

  return TRUE;
}

/* Writing */

static void
bind_day (sqlite3_stmt *stmt, int index, StreekDate day)
{
  g_autofree char *text = streek_date_to_string (day);

  streek_db_bind_text (stmt, index, text);
}

static void
bind_period (sqlite3_stmt *stmt, int index, StreekPeriod period)
{
  g_autofree char *text = streek_period_to_string (period);

  streek_db_bind_text (stmt, index, text);
}

static void
bind_bytes (sqlite3_stmt *stmt, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (stmt, index, size > 0 ? data : "", size, SQLITE_TRANSIENT);
}

static void
bind_cell (sqlite3_stmt *stmt, int index, StreekRecordType type, const StreekChangedCell *cell)
{
  if (!cell->is_filled)
    {
      sqlite3_bind_null (stmt, index);
      return;
    }

  switch (type)
    {
    case STREEK_RECORD_NUMBER:
      sqlite3_bind_double (stmt, index, cell->raw.number);
      break;
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_REFERENCE:
      sqlite3_bind_int64 (stmt, index, cell->raw.integer);
      break;
    case STREEK_RECORD_DAY:
      bind_day (stmt, index, cell->raw.day);
      break;
    case STREEK_RECORD_PERIOD:
      bind_period (stmt, index, cell->raw.period);
      break;
    case STREEK_RECORD_BYTES:
      bind_bytes (stmt, index, cell->bytes);
      break;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
    default:
      streek_db_bind_text (stmt, index, cell->raw.text);
      break;
    }
}

/* Names of columns come from the kinds of the program, never from a file. */
static char *
make_insert (const StreekRecordChange *change)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id", change->kind->id);
  for (guint i = 0; i < change->cells->len; i++)
    {
      guint field = g_array_index (change->cells, StreekChangedCell, i).field;

      g_string_append_printf (sql, ", \"%s\"", change->kind->fields[field].id);
    }

  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < change->cells->len; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);

  return g_string_free (g_string_append_c (sql, ')'), FALSE);
}

static char *
make_update (const StreekRecordChange *change)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", change->kind->id);
  for (guint i = 0; i < change->cells->len; i++)
    {
      guint field = g_array_index (change->cells, StreekChangedCell, i).field;

      g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? ", " : "",
                              change->kind->fields[field].id, i + 2);
    }

  return g_string_free (g_string_append (sql, " WHERE id = ?1"), FALSE);
}

static char *
make_sql (const StreekRecordChange *change)
{
  if (change->is_gone)
    return g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", change->kind->id);

  return change->is_new ? make_insert (change) : make_update (change);
}

/* Statements by their text: a paste of thousands of rows has a few. */
static sqlite3_stmt *
ensure_statement (GHashTable *statements, StreekDb *db, char *sql, GError **error)
{
  g_autofree char *owned = sql;
  sqlite3_stmt *stmt = g_hash_table_lookup (statements, sql);

  if (stmt == NULL)
    {
      stmt = streek_db_prepare (db, sql, error);

      if (stmt != NULL)
        g_hash_table_insert (statements, g_steal_pointer (&owned), stmt);
    }

  return stmt;
}

static gboolean
write_change (const StreekRecordChange *change,
              GHashTable *statements,
              StreekDb *db,
              GError **error)
{
  if (change->is_gone ? change->is_new : !change->is_new && change->cells->len == 0)
    return TRUE;

  sqlite3_stmt *stmt = ensure_statement (statements, db, make_sql (change), error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, change->id);
  for (guint i = 0; !change->is_gone && i < change->cells->len; i++)
    {
      const StreekChangedCell *cell = &g_array_index (change->cells, StreekChangedCell, i);

      bind_cell (stmt, (int) i + 2, change->kind->fields[cell->field].type, cell);
    }

  return streek_db_finish (stmt, error);
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

/**
 * streek_record_changes_write:
 * @db: the writer's connection, inside a command
 * @error: return location for a #StreekStoreError
 *
 * Writes all of it, in the order it came. References are looked at when the command ends.
 */
gboolean
streek_record_changes_write (StreekRecordChanges *changes, StreekDb *db, GError **error)
{
  g_return_val_if_fail (changes != NULL && db != NULL, FALSE);

  g_autoptr (GHashTable) statements =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  for (guint i = 0; i < changes->list->len; i++)
    if (!write_change (changes->list->pdata[i], statements, db, error))
      return FALSE;

  return changes->draft == 0 || streek_record_draft_delete (db, changes->draft, error);
}
