/* streek-records.c: every record of a workspace, of all kinds, as one immutable snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-records-private.h"

#include "base/streek-clip.h"
#include "base/streek-format.h"
#include "base/streek-number.h"
#include "record/streek-record-order.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No title of anybody's has as many letters; a file may say anything, and titles are in menus,
 * lists and findings. */
#define MOST_OF_TITLE 2000

struct _StreekRecords
{
  gatomicrefcount references;
  guint64 generation; /* of the store, before it was read */
  GHashTable *sets;   /* StreekRecordKind → StreekRecordSet */
};

/* Sets */

StreekRecordSet *
streek_record_set_new (const StreekRecordKind *kind, StreekRecordSet *lender)
{
  StreekRecordSet *set = g_new0 (StreekRecordSet, 1);

  g_atomic_ref_count_init (&set->references);
  set->kind = kind;
  set->own = g_ptr_array_new_with_free_func (g_free);
  set->in_order = g_ptr_array_new ();
  set->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  set->by_field = g_new0 (GPtrArray *, kind->n_fields);
  set->texts = g_string_chunk_new (4096);
  if (lender != NULL)
    {
      g_atomic_ref_count_inc (&lender->references);
      set->lender = lender;
    }

  return set;
}

void
streek_record_set_unref (StreekRecordSet *set)
{
  if (set == NULL || !g_atomic_ref_count_dec (&set->references))
    return;

  for (guint i = 0; i < set->kind->n_fields; i++)
    g_clear_pointer (&set->by_field[i], g_ptr_array_unref);

  g_free (set->by_field);
  g_hash_table_unref (set->by_id);
  g_ptr_array_unref (set->in_order);
  g_ptr_array_unref (set->own);
  g_string_chunk_free (set->texts);
  streek_record_set_unref (set->lender);
  g_free (set);
}

StreekRecord *
streek_record_set_add (StreekRecordSet *set, gint64 id)
{
  guint n = set->kind->n_fields;
  StreekRecord *record = g_malloc0 (sizeof (StreekRecord) + n * sizeof (StreekRecordRaw));

  record->id = id;
  record->kind = set->kind;
  g_ptr_array_add (set->own, record);
  g_ptr_array_add (set->in_order, record);

  return record;
}

void
streek_record_set_lend (StreekRecordSet *set, const StreekRecord *record)
{
  g_ptr_array_add (set->in_order, (gpointer) record);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  int rank = GPOINTER_TO_INT (data);

  if (rank >= 0)
    {
      gboolean is_ranked = streek_record_has (first, (guint) rank);
      double one = first->cells[rank].number, other = second->cells[rank].number;

      if (is_ranked != streek_record_has (second, (guint) rank))
        return is_ranked ? -1 : 1;
      if (is_ranked && one != other)
        return one < other ? -1 : 1;
    }

  return (first->id > second->id) - (first->id < second->id);
}

static int
compare_references (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  guint field = GPOINTER_TO_UINT (data);
  gint64 one = first->cells[field].integer, other = second->cells[field].integer;

  return (one > other) - (one < other);
}

/* Keeps the order of @set among those that name one record: the sort is stable. */
static GPtrArray *
index_field (const StreekRecordSet *set, guint field)
{
  GPtrArray *index = g_ptr_array_sized_new (set->in_order->len);

  for (guint i = 0; i < set->in_order->len; i++)
    if (streek_record_has (set->in_order->pdata[i], field))
      g_ptr_array_add (index, set->in_order->pdata[i]);

  if (index->len > 1)
    g_qsort_with_data (index->pdata, (int) index->len, sizeof (gpointer), compare_references,
                       GUINT_TO_POINTER (field));

  return index;
}

void
streek_record_set_close (StreekRecordSet *set)
{
  int rank = streek_record_kind_find_rank (set->kind);

  if (set->in_order->len > 1)
    g_qsort_with_data (set->in_order->pdata, (int) set->in_order->len, sizeof (gpointer),
                       compare_order, GINT_TO_POINTER (rank));
  if (rank >= 0)
    streek_records_sort_unranked (set->in_order, set->kind, NULL);

  for (guint i = 0; i < set->in_order->len; i++)
    {
      StreekRecord *record = set->in_order->pdata[i];

      g_hash_table_insert (set->by_id, &record->id, record);
    }

  for (guint i = 0; i < set->kind->n_fields; i++)
    if (set->kind->fields[i].type == STREEK_RECORD_REFERENCE)
      set->by_field[i] = index_field (set, i);
}

/* Reading */

/* Bytes stay in the file. */
char *
streek_record_kind_make_select (const StreekRecordKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (
      sql, kind->fields[i].type == STREEK_RECORD_BYTES ? ", length (\"%s\")" : ", \"%s\"",
      kind->fields[i].id);

  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", kind->id);

  return g_string_free (sql, FALSE);
}

static gboolean
read_text (StreekRecordSet *set, sqlite3_stmt *stmt, int column, StreekRecordRaw *raw)
{
  const char *text = streek_db_peek_text (stmt, column);

  if (text == NULL || *text == '\0')
    return FALSE;

  raw->text = g_string_chunk_insert (set->texts, text);

  return TRUE;
}

/* What a form takes, and what can be counted with: more is nobody's number of anything. */
#define MOST_INTEGER G_GINT64_CONSTANT (9000000000000000)

/* FALSE where the cell is empty, or holds what no program of ours wrote. */
static gboolean
read_cell (StreekRecordSet *set,
           const StreekRecordField *field,
           sqlite3_stmt *stmt,
           int column,
           StreekRecordRaw *raw)
{
  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return FALSE;

  switch (field->type)
    {
    case STREEK_RECORD_NUMBER:
      raw->number = sqlite3_column_double (stmt, column);
      return isfinite (raw->number);
    case STREEK_RECORD_INTEGER:
      raw->integer = sqlite3_column_int64 (stmt, column);
      return raw->integer > -MOST_INTEGER && raw->integer < MOST_INTEGER;
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_BYTES:
      raw->integer = sqlite3_column_int64 (stmt, column);
      return TRUE;
    case STREEK_RECORD_FLAG:
      raw->integer = sqlite3_column_int64 (stmt, column) != 0;
      return raw->integer != 0;
    case STREEK_RECORD_DAY:
      return streek_date_parse (streek_db_peek_text (stmt, column), &raw->day, NULL);
    case STREEK_RECORD_PERIOD:
      return streek_period_parse (streek_db_peek_text (stmt, column), &raw->period, NULL);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      return read_text (set, stmt, column, raw);
    case STREEK_RECORD_LIST:
    default:
      return FALSE;
    }
}

/* An empty text is a text, a flag that is not raised a flag. */
static gboolean
can_be_unread (StreekRecordType type)
{
  return type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD ||
         type == STREEK_RECORD_NUMBER || type == STREEK_RECORD_INTEGER;
}

static void
read_record (StreekRecordSet *set, sqlite3_stmt *stmt)
{
  StreekRecord *record = streek_record_set_add (set, sqlite3_column_int64 (stmt, 0));

  for (guint i = 0; i < set->kind->n_fields; i++)
    if (read_cell (set, &set->kind->fields[i], stmt, (int) i + 1, &record->cells[i]))
      record->filled |= G_GUINT64_CONSTANT (1) << i;
    else
      {
        record->cells[i] = (StreekRecordRaw){ 0 };
        if (can_be_unread (set->kind->fields[i].type) &&
            sqlite3_column_type (stmt, (int) i + 1) != SQLITE_NULL)
          record->unread |= G_GUINT64_CONSTANT (1) << i;
      }
}

static StreekRecordSet *
load_set (StreekDb *db, const StreekRecordKind *kind, GError **error)
{
  g_assert (kind->n_fields <= STREEK_RECORD_MAX_FIELDS);

  g_autofree char *sql = streek_record_kind_make_select (kind);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return NULL;

  StreekRecordSet *set = streek_record_set_new (kind, NULL);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    read_record (set, stmt);

  if (step != STREEK_STEP_DONE)
    {
      streek_record_set_unref (set);
      return NULL;
    }

  streek_record_set_close (set);

  return set;
}

static StreekRecords *
new_records (guint64 generation)
{
  StreekRecords *records = g_new0 (StreekRecords, 1);

  g_atomic_ref_count_init (&records->references);
  records->generation = generation;
  records->sets =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) streek_record_set_unref);

  return records;
}

static void
share_set (StreekRecords *records, StreekRecordSet *set)
{
  g_atomic_ref_count_inc (&set->references);
  g_hash_table_insert (records->sets, (gpointer) set->kind, set);
}

/* The set of an earlier state, where nothing wrote its table since. */
static StreekRecordSet *
find_unchanged (const StreekRecords *former, StreekStore *store, const StreekRecordKind *kind)
{
  if (former == NULL || store == NULL ||
      streek_store_has_changed_since (store, kind->id, former->generation))
    return NULL;

  return g_hash_table_lookup (former->sets, kind);
}

/**
 * streek_records_load:
 * @db: a reader's connection
 * @store: (nullable): asked which tables changed since @former
 * @generation: of @store, asked before the reader was borrowed
 * @former: (nullable): the records before
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full): every record of the file
 */
StreekRecords *
streek_records_load (
  StreekDb *db, StreekStore *store, guint64 generation, StreekRecords *former, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (StreekRecords) records = new_records (generation);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      StreekRecordSet *set = find_unchanged (former, store, kind);

      if (set != NULL)
        {
          share_set (records, set);
          continue;
        }

      set = load_set (db, kind, error);
      if (set == NULL)
        return NULL;

      g_hash_table_insert (records->sets, (gpointer) kind, set);
    }

  return g_steal_pointer (&records);
}

StreekRecords *
streek_records_replace (StreekRecords *records, GPtrArray *sets)
{
  StreekRecords *replaced = new_records (records->generation);
  GHashTableIter iter;
  gpointer set;

  g_hash_table_iter_init (&iter, records->sets);
  while (g_hash_table_iter_next (&iter, NULL, &set))
    share_set (replaced, set);

  for (guint i = 0; i < sets->len; i++)
    share_set (replaced, sets->pdata[i]);

  return replaced;
}

StreekRecords *
streek_records_ref (StreekRecords *records)
{
  g_atomic_ref_count_inc (&records->references);

  return records;
}

void
streek_records_unref (StreekRecords *records)
{
  if (records == NULL || !g_atomic_ref_count_dec (&records->references))
    return;

  g_hash_table_unref (records->sets);
  g_free (records);
}

StreekRecordSet *
streek_records_get_set (const StreekRecords *records, const StreekRecordKind *kind)
{
  return g_hash_table_lookup (records->sets, kind);
}

/* Asking */

const StreekRecord *
streek_records_find (const StreekRecords *records, const StreekRecordKind *kind, gint64 id)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  const StreekRecordSet *set = streek_records_get_set (records, kind);

  return set != NULL && id != 0 ? g_hash_table_lookup (set->by_id, &id) : NULL;
}

const StreekRecord *const *
streek_records_list (const StreekRecords *records, const StreekRecordKind *kind, guint *n)
{
  g_return_val_if_fail (records != NULL && kind != NULL && n != NULL, NULL);

  const StreekRecordSet *set = streek_records_get_set (records, kind);

  *n = set != NULL ? set->in_order->len : 0;

  return *n > 0 ? (const StreekRecord *const *) set->in_order->pdata : NULL;
}

/* The first whose reference is @id or more. */
static guint
find_first (const GPtrArray *index, guint field, gint64 id)
{
  guint low = 0, high = index->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const StreekRecord *record = index->pdata[middle];

      if (record->cells[field].integer < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const StreekRecord *const *
streek_records_list_by (
  const StreekRecords *records, const StreekRecordKind *kind, guint field, gint64 id, guint *n)
{
  g_return_val_if_fail (records != NULL && kind != NULL && n != NULL, NULL);
  g_return_val_if_fail (field < kind->n_fields, NULL);
  g_return_val_if_fail (kind->fields[field].type == STREEK_RECORD_REFERENCE, NULL);

  const StreekRecordSet *set = streek_records_get_set (records, kind);
  const GPtrArray *index = set != NULL ? set->by_field[field] : NULL;
  guint first = index != NULL ? find_first (index, field, id) : 0;
  guint end = first;

  while (index != NULL && end < index->len &&
         ((const StreekRecord *) index->pdata[end])->cells[field].integer == id)
    end++;

  *n = end - first;

  return *n > 0 ? (const StreekRecord *const *) index->pdata + first : NULL;
}

char *
streek_records_dup_title (const StreekRecords *records, const StreekRecordKind *kind, gint64 id)
{
  const StreekRecord *record = streek_records_find (records, kind, id);

  return record != NULL ? streek_record_dup_title (record, records) : g_strdup ("");
}

/* One record */

gint64
streek_record_get_id (const StreekRecord *record)
{
  return record->id;
}

const StreekRecordKind *
streek_record_get_kind (const StreekRecord *record)
{
  return record->kind;
}

gboolean
streek_record_has (const StreekRecord *record, guint field)
{
  return (record->filled >> field & 1) != 0;
}

gboolean
streek_record_is_unread (const StreekRecord *record, guint field)
{
  return (record->unread >> field & 1) != 0;
}

gboolean
streek_record_type_is_text (StreekRecordType type)
{
  return type == STREEK_RECORD_TEXT || type == STREEK_RECORD_PARAGRAPHS ||
         type == STREEK_RECORD_CHOICE || type == STREEK_RECORD_AREA ||
         type == STREEK_RECORD_INDICATOR;
}

const char *
streek_record_get_text (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, NULL);
  g_return_val_if_fail (streek_record_type_is_text (record->kind->fields[field].type), NULL);

  if (record->cells[field].text == NULL &&
      (record->kind->fields[field].flags & STREEK_RECORD_REQUIRED) != 0)
    return "";

  return record->cells[field].text;
}

double
streek_record_get_number (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, NAN);

  if (!streek_record_has (record, field))
    return NAN;

  return record->kind->fields[field].type == STREEK_RECORD_NUMBER
           ? record->cells[field].number
           : (double) record->cells[field].integer;
}

gint64
streek_record_get_integer (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, 0);

  return record->cells[field].integer;
}

gboolean
streek_record_get_flag (const StreekRecord *record, guint field)
{
  return streek_record_get_integer (record, field) != 0;
}

StreekDate
streek_record_get_day (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, STREEK_DATE_NONE);

  return record->kind->fields[field].type == STREEK_RECORD_PERIOD
           ? streek_period_get_first_day (record->cells[field].period)
           : record->cells[field].day;
}

StreekPeriod
streek_record_get_period (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, (StreekPeriod){ 0 });

  return record->cells[field].period;
}

StreekDate
streek_record_get_first_day (const StreekRecord *record, guint field)
{
  return streek_record_get_day (record, field);
}

StreekDate
streek_record_get_last_day (const StreekRecord *record, guint field)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, STREEK_DATE_NONE);

  return record->kind->fields[field].type == STREEK_RECORD_PERIOD
           ? streek_period_get_last_day (record->cells[field].period)
           : streek_record_get_day (record, field);
}

gint64
streek_record_get_reference (const StreekRecord *record, guint field)
{
  return streek_record_get_integer (record, field);
}

gboolean
streek_record_holds_on (const StreekRecord *record, guint starts, guint ends, StreekDate on)
{
  g_return_val_if_fail (record != NULL, FALSE);

  StreekDate from = streek_record_get_first_day (record, starts);
  StreekDate to = streek_record_get_last_day (record, ends);

  return on == STREEK_DATE_NONE ||
         ((from == STREEK_DATE_NONE || from <= on) && (to == STREEK_DATE_NONE || on <= to));
}

gsize
streek_record_get_size (const StreekRecord *record, guint field)
{
  return (gsize) streek_record_get_integer (record, field);
}

char *
streek_record_dup_raw (const StreekRecord *record, guint i)
{
  g_return_val_if_fail (record != NULL && i < record->kind->n_fields, NULL);

  if (!streek_record_has (record, i))
    return g_strdup ("");

  switch (record->kind->fields[i].type)
    {
    case STREEK_RECORD_NUMBER:
      return streek_number_to_string (streek_record_get_number (record, i));
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, record->cells[i].integer);
    case STREEK_RECORD_FLAG:
      return g_strdup (streek_record_get_flag (record, i) ? "1" : "");
    case STREEK_RECORD_DAY:
      return streek_date_to_string (streek_record_get_day (record, i));
    case STREEK_RECORD_PERIOD:
      return streek_period_to_string (streek_record_get_period (record, i));
    case STREEK_RECORD_BYTES:
      return g_strdup ("");
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
    default:
      return g_strdup (streek_record_get_text (record, i));
    }
}

gboolean
streek_record_is (const StreekRecord *record, guint field, const char *word)
{
  return g_strcmp0 (streek_record_get_text (record, field), word) == 0;
}

/* What a field says by itself: a link is called after what it names. */
static char *
dup_named (const StreekRecord *record, const StreekRecords *records, guint i)
{
  const StreekRecordField *field = &record->kind->fields[i];

  if (field->type == STREEK_RECORD_REFERENCE)
    return streek_records_dup_title (records, field->target, record->cells[i].integer);
  if (field->type == STREEK_RECORD_PERIOD)
    return streek_period_to_string (record->cells[i].period);

  const char *text = streek_record_get_text (record, i);

  return g_strdup (field->type == STREEK_RECORD_CHOICE ? streek_record_field_get_word (field, text)
                   : text != NULL                      ? text
                                                       : "");
}

char *
streek_record_dup_title (const StreekRecord *record, const StreekRecords *records)
{
  g_return_val_if_fail (record != NULL, NULL);

  const StreekRecordKind *kind = record->kind;

  if (kind->dup_title != NULL)
    return streek_clip (kind->dup_title (record, records), MOST_OF_TITLE);

  return streek_clip (dup_named (record, records, kind->title), MOST_OF_TITLE);
}

const StreekRecord *
streek_record_follow (const StreekRecord *record, guint field, const StreekRecords *records)
{
  g_return_val_if_fail (record != NULL && field < record->kind->n_fields, NULL);

  const StreekRecordKind *target = record->kind->fields[field].target;
  gint64 id = record->cells[field].integer;

  return target != NULL && id != 0 ? streek_records_find (records, target, id) : NULL;
}

/**
 * streek_record_read_bytes:
 * @field: of the type %STREEK_RECORD_BYTES
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (nullable): what the file holds; %NULL without @error where it is empty
 */
GBytes *
streek_record_read_bytes (
  StreekDb *db, const StreekRecordKind *kind, gint64 id, guint field, GError **error)
{
  g_return_val_if_fail (db != NULL && field < kind->n_fields, NULL);
  g_return_val_if_fail (kind->fields[field].type == STREEK_RECORD_BYTES, NULL);

  g_autofree char *sql =
    g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", kind->fields[field].id, kind->id);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return NULL;

  const void *data = sqlite3_column_blob (stmt, 0);
  int size = sqlite3_column_bytes (stmt, 0);

  return data != NULL ? g_bytes_new (data, (gsize) size) : NULL;
}

gboolean
streek_record_check_order (const StreekRecord *record,
                           StreekDate first,
                           StreekDate last,
                           GError **error)
{
  if (first == STREEK_DATE_NONE || last == STREEK_DATE_NONE || first <= last)
    return TRUE;

  const StreekFormat *format = streek_format_get_default ();
  g_autofree char *begin = streek_format_date (format, first);
  g_autofree char *end = streek_format_date (format, last);
  const char *name = streek_record_kind_get_name (record->kind);
  const char *title = record->kind->fields[record->kind->title].type == STREEK_RECORD_TEXT
                        ? streek_record_get_text (record, record->kind->title)
                        : NULL;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %1$s is a title, %2$s and %3$s are days. */
               _ ("%1$s: it ends on %2$s, before it begins on %3$s."), title != NULL ? title : name,
               end, begin);

  return FALSE;
}

gboolean
streek_record_check_one_owner (const StreekRecord *record,
                               const StreekRecords *records,
                               GError **error)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const StreekRecordField *field = &record->kind->fields[i];

      if ((field->flags & STREEK_RECORD_OWNER) == 0)
        continue;

      g_string_append_printf (labels, "%s“%s”", labels->len > 0 ? ", " : "",
                              streek_record_field_get_label (field));
      n += streek_record_has (record, i);
    }

  if (n == 1)
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %1$s is a sort of thing: "Update"; %2$s are fields of a form: "Goal
                * or action", "Action of a year". */
               n == 0 ? _ ("%1$s: say what it is about: fill in one of %2$s.")
                      : _ ("%1$s: it is about one thing: fill in only one of %2$s."),
               streek_record_kind_get_name (record->kind), labels->str);

  return FALSE;
}
