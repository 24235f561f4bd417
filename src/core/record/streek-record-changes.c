/* streek-record-changes.c: records that are added, changed and deleted together, as one command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-changes-private.h"

#include "store/streek-store.h"

#include <math.h>
#include <string.h>

static void
clear_cell (gpointer data)
{
  StreekChangedCell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->bytes, g_bytes_unref);
}

static void
free_change (gpointer data)
{
  StreekRecordChange *change = data;

  g_array_unref (change->cells);
  g_free (change);
}

StreekRecordChanges *
streek_record_changes_new (void)
{
  StreekRecordChanges *changes = g_new0 (StreekRecordChanges, 1);

  changes->list = g_ptr_array_new_with_free_func (free_change);
  changes->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  return changes;
}

void
streek_record_changes_free (StreekRecordChanges *changes)
{
  if (changes == NULL)
    return;

  g_hash_table_unref (changes->by_id);
  g_ptr_array_unref (changes->list);
  g_free (changes);
}

guint
streek_record_changes_count (const StreekRecordChanges *changes)
{
  return changes->list->len;
}

gboolean
streek_record_changes_is_empty (const StreekRecordChanges *changes)
{
  return changes->list->len == 0;
}

static StreekRecordChange *
find_change (const StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id)
{
  StreekRecordChange *change = g_hash_table_lookup (changes->by_id, &id);

  /* ids are random over 63 bits, and yet a file may hold one twice */
  while (change != NULL && change->kind != kind)
    change = change->next;

  return change;
}

static StreekRecordChange *
ensure_change (StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id)
{
  StreekRecordChange *change = find_change (changes, kind, id);

  if (change != NULL)
    return change;

  change = g_new0 (StreekRecordChange, 1);
  change->kind = kind;
  change->id = id;
  change->cells = g_array_new (FALSE, TRUE, sizeof (StreekChangedCell));
  g_array_set_clear_func (change->cells, clear_cell);
  change->next = g_hash_table_lookup (changes->by_id, &id);
  g_hash_table_replace (changes->by_id, &change->id, change);
  g_ptr_array_add (changes->list, change);

  return change;
}

/**
 * streek_record_changes_add:
 *
 * Returns: the id of a new record of that kind, all of whose fields are empty yet
 */
gint64
streek_record_changes_add (StreekRecordChanges *changes, const StreekRecordKind *kind)
{
  g_return_val_if_fail (changes != NULL && kind != NULL, 0);

  gint64 id = streek_store_random_id ();

  streek_record_changes_add_as (changes, kind, id);

  return id;
}

void
streek_record_changes_add_as (StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id)
{
  g_return_if_fail (changes != NULL && kind != NULL && id > 0);

  ensure_change (changes, kind, id)->is_new = TRUE;
}

static StreekChangedCell *
ensure_cell (StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id, guint field)
{
  StreekRecordChange *change = ensure_change (changes, kind, id);

  for (guint i = 0; i < change->cells->len; i++)
    {
      StreekChangedCell *cell = &g_array_index (change->cells, StreekChangedCell, i);

      if (cell->field == field)
        {
          clear_cell (cell);
          *cell = (StreekChangedCell){ .field = field };
          return cell;
        }
    }

  g_array_set_size (change->cells, change->cells->len + 1);

  StreekChangedCell *cell =
    &g_array_index (change->cells, StreekChangedCell, change->cells->len - 1);

  cell->field = field;

  return cell;
}

void
streek_record_changes_clear (StreekRecordChanges *changes,
                             const StreekRecordKind *kind,
                             gint64 id,
                             guint field)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);

  ensure_cell (changes, kind, id, field);
}

void
streek_record_changes_set_text (StreekRecordChanges *changes,
                                const StreekRecordKind *kind,
                                gint64 id,
                                guint field,
                                const char *text)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);

  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);
  g_autofree char *trimmed = g_strstrip (g_utf8_make_valid (text != NULL ? text : "", -1));

  if (*trimmed == '\0')
    return;

  cell->text = streek_record_field_tidy (&kind->fields[field], trimmed);
  cell->raw.text = cell->text;
  cell->is_filled = TRUE;
}

void
streek_record_changes_set_number (
  StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id, guint field, double number)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_NUMBER);

  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);

  if (!isfinite (number))
    return;

  cell->raw.number = number;
  cell->is_filled = TRUE;
}

static void
set_integer (StreekRecordChanges *changes,
             const StreekRecordKind *kind,
             gint64 id,
             guint field,
             gint64 integer,
             gboolean is_filled)
{
  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);

  cell->raw.integer = integer;
  cell->is_filled = is_filled;
}

void
streek_record_changes_set_integer (StreekRecordChanges *changes,
                                   const StreekRecordKind *kind,
                                   gint64 id,
                                   guint field,
                                   gint64 integer)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_INTEGER);

  set_integer (changes, kind, id, field, integer, TRUE);
}

void
streek_record_changes_set_flag (
  StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id, guint field, gboolean flag)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_FLAG);

  set_integer (changes, kind, id, field, flag != FALSE, flag != FALSE);
}

void
streek_record_changes_set_reference (StreekRecordChanges *changes,
                                     const StreekRecordKind *kind,
                                     gint64 id,
                                     guint field,
                                     gint64 reference)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_REFERENCE);

  set_integer (changes, kind, id, field, reference, reference != 0);
}

static StreekPeriod
make_day_period (StreekDate day)
{
  StreekPeriod period = { 0 };
  g_autofree char *text = day != STREEK_DATE_NONE ? streek_date_to_string (day) : NULL;

  if (text != NULL)
    streek_period_parse (text, &period, NULL);

  return period;
}

void
streek_record_changes_set_day (StreekRecordChanges *changes,
                               const StreekRecordKind *kind,
                               gint64 id,
                               guint field,
                               StreekDate day)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_DAY ||
                    kind->fields[field].type == STREEK_RECORD_PERIOD);

  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);

  if (kind->fields[field].type == STREEK_RECORD_PERIOD)
    cell->raw.period = make_day_period (day);
  else
    cell->raw.day = day;
  cell->is_filled = day != STREEK_DATE_NONE;
}

void
streek_record_changes_set_period (StreekRecordChanges *changes,
                                  const StreekRecordKind *kind,
                                  gint64 id,
                                  guint field,
                                  StreekPeriod period)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_PERIOD);

  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);

  cell->raw.period = period;
  cell->is_filled = period.kind != STREEK_PERIOD_NONE;
}

void
streek_record_changes_set_bytes (
  StreekRecordChanges *changes, const StreekRecordKind *kind, gint64 id, guint field, GBytes *bytes)
{
  g_return_if_fail (changes != NULL && field < kind->n_fields);
  g_return_if_fail (kind->fields[field].type == STREEK_RECORD_BYTES);

  StreekChangedCell *cell = ensure_cell (changes, kind, id, field);

  if (bytes == NULL)
    return;

  cell->bytes = g_bytes_ref (bytes);
  cell->raw.integer = (gint64) g_bytes_get_size (bytes);
  cell->is_filled = TRUE;
}

static void
merge_change (StreekRecordChanges *changes, const StreekRecordChange *other)
{
  StreekRecordChange *change = ensure_change (changes, other->kind, other->id);

  change->is_new = change->is_new || other->is_new;
  change->is_gone = change->is_gone || other->is_gone;

  for (guint i = 0; i < other->cells->len; i++)
    {
      const StreekChangedCell *from = &g_array_index (other->cells, StreekChangedCell, i);
      StreekChangedCell *cell = ensure_cell (changes, other->kind, other->id, from->field);

      *cell = *from;
      cell->text = g_strdup (from->text);
      cell->bytes = from->bytes != NULL ? g_bytes_ref (from->bytes) : NULL;
      if (cell->text != NULL)
        cell->raw.text = cell->text;
    }
}

void
streek_record_changes_merge (StreekRecordChanges *changes, const StreekRecordChanges *other)
{
  g_return_if_fail (changes != NULL && other != NULL);

  for (guint i = 0; i < other->list->len; i++)
    merge_change (changes, other->list->pdata[i]);
}

/**
 * streek_record_changes_copy:
 * @record: any record; what it owns, and bytes that it holds, are not copied
 *
 * Returns: the id of a new record with the same fields
 */
gint64
streek_record_changes_copy (StreekRecordChanges *changes, const StreekRecord *record)
{
  g_return_val_if_fail (changes != NULL && record != NULL, 0);

  gint64 id = streek_record_changes_add (changes, record->kind);

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      if (!streek_record_has (record, i) || record->kind->fields[i].type == STREEK_RECORD_BYTES)
        continue;

      if (streek_record_type_is_text (record->kind->fields[i].type))
        {
          streek_record_changes_set_text (changes, record->kind, id, i, record->cells[i].text);
          continue;
        }

      StreekChangedCell *cell = ensure_cell (changes, record->kind, id, i);

      cell->raw = record->cells[i];
      cell->is_filled = TRUE;
    }

  return id;
}

void
streek_record_changes_end_draft (StreekRecordChanges *changes, gint64 draft)
{
  g_return_if_fail (changes != NULL);

  changes->draft = draft;
}

/* Who goes with whom */

typedef void (*VisitFunc) (const StreekRecord *record, guint field, gpointer data);

/* Every record of any kind that names @id of @kind. */
static void
visit_references (const StreekRecords *records,
                  const StreekRecordKind *kind,
                  gint64 id,
                  VisitFunc visit,
                  gpointer data)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *other = kinds->pdata[i];

      for (guint field = 0; field < other->n_fields; field++)
        {
          guint n = 0;
          const StreekRecord *const *naming =
            other->fields[field].target == kind
              ? streek_records_list_by (records, other, field, id, &n)
              : NULL;

          for (guint j = 0; j < n; j++)
            visit (naming[j], field, data);
        }
    }
}

/* Records that go, in the order in which they were found: those after @n_seen are still to be
 * looked at. */
typedef struct
{
  const StreekRecords *records;
  GHashTable *going; /* const StreekRecord: a set */
  GPtrArray *queue;  /* the same, in order */
  GArray *uses;      /* (nullable) StreekRecordUse */
} Departure;

static void
let_go (Departure *departure, const StreekRecord *record)
{
  if (record != NULL && g_hash_table_add (departure->going, (gpointer) record))
    g_ptr_array_add (departure->queue, (gpointer) record);
}

static gboolean
is_part (const StreekRecordField *field)
{
  return (field->flags & STREEK_RECORD_OWNER) != 0;
}

/* A link, or one that cannot be without what it names. */
static gboolean
goes_along (const StreekRecordField *field)
{
  return (field->flags & (STREEK_RECORD_OWNER | STREEK_RECORD_LINK | STREEK_RECORD_REQUIRED)) != 0;
}

static void
note_reference (const StreekRecord *record, guint field, gpointer data)
{
  Departure *departure = data;
  StreekRecordUse use = { record, field };

  if (is_part (&record->kind->fields[field]))
    let_go (departure, record);
  else if (departure->uses != NULL)
    g_array_append_val (departure->uses, use);
}

/* What is part of what goes anyway uses nothing that stays. */
static void
forget_inner_uses (Departure *departure)
{
  for (guint i = departure->uses->len; i-- > 0;)
    if (g_hash_table_contains (departure->going,
                               g_array_index (departure->uses, StreekRecordUse, i).record))
      g_array_remove_index (departure->uses, i);
}

static void
depart (Departure *departure, const StreekRecordKind *kind, const gint64 *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    let_go (departure, streek_records_find (departure->records, kind, ids[i]));

  for (guint i = 0; i < departure->queue->len; i++)
    {
      const StreekRecord *record = departure->queue->pdata[i];

      visit_references (departure->records, record->kind, record->id, note_reference, departure);
    }
}

/**
 * streek_records_list_uses:
 * @ids: (array length=n_ids): of records of @kind that are to be deleted
 *
 * Returns: (transfer full) (element-type StreekRecordUse): every record outside of them that refers
 * to one of them or to a part of one, in a stable order
 */
GArray *
streek_records_list_uses (const StreekRecords *records,
                          const StreekRecordKind *kind,
                          const gint64 *ids,
                          guint n_ids)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  Departure departure = { records, going, queue,
                          g_array_new (FALSE, FALSE, sizeof (StreekRecordUse)) };

  depart (&departure, kind, ids, n_ids);
  forget_inner_uses (&departure);

  return departure.uses;
}

gboolean
streek_record_use_goes_along (const StreekRecordUse *use)
{
  g_return_val_if_fail (use != NULL, FALSE);

  StreekRecordFlags flags = use->record->kind->fields[use->field].flags;

  return (flags & STREEK_RECORD_REQUIRED) != 0 &&
         (flags & (STREEK_RECORD_OWNER | STREEK_RECORD_LINK)) == 0;
}

/**
 * streek_records_list_parts:
 * @ids: (array length=n_ids): of records of @kind
 *
 * Returns: (transfer full) (element-type StreekRecord): their parts, and the parts of those:
 * what is deleted with them; @records lends them
 */
GPtrArray *
streek_records_list_parts (const StreekRecords *records,
                           const StreekRecordKind *kind,
                           const gint64 *ids,
                           guint n_ids)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  GPtrArray *parts = g_ptr_array_new ();
  Departure departure = { records, going, parts, NULL };

  depart (&departure, kind, ids, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_remove (parts, (gpointer) streek_records_find (records, kind, ids[i]));

  return parts;
}

typedef struct
{
  StreekRecordChanges *changes;
  Departure departure;
} Deletion;

static void
take_reference_along (const StreekRecord *record, guint field, gpointer data)
{
  Deletion *deletion = data;

  if (goes_along (&record->kind->fields[field]))
    let_go (&deletion->departure, record);
  else
    streek_record_changes_clear (deletion->changes, record->kind, record->id, field);
}

/**
 * streek_record_changes_delete:
 * @records: as they are now
 *
 * Deletes a record with its parts and with the links to it; whatever else refers to it is left
 * without that reference. streek_records_list_uses() tells beforehand who that is.
 */
void
streek_record_changes_delete (StreekRecordChanges *changes,
                              const StreekRecords *records,
                              const StreekRecordKind *kind,
                              gint64 id)
{
  g_return_if_fail (changes != NULL && records != NULL && kind != NULL);

  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  Deletion deletion = { changes, { records, going, queue, NULL } };

  let_go (&deletion.departure, streek_records_find (records, kind, id));

  for (guint i = 0; i < queue->len; i++)
    {
      const StreekRecord *record = queue->pdata[i];

      visit_references (records, record->kind, record->id, take_reference_along, &deletion);
      ensure_change (changes, record->kind, record->id)->is_gone = TRUE;
    }
}

/* What else changes */

gboolean
streek_record_changes_has (const StreekRecordChanges *changes,
                           const StreekRecordKind *kind,
                           gint64 id,
                           guint field)
{
  g_return_val_if_fail (changes != NULL, FALSE);

  const StreekRecordChange *change = find_change (changes, kind, id);

  for (guint i = 0; change != NULL && i < change->cells->len; i++)
    if (g_array_index (change->cells, StreekChangedCell, i).field == field)
      return TRUE;

  return FALSE;
}

void
streek_record_changes_complete (StreekRecordChanges *changes, StreekRecords *records)
{
  g_return_if_fail (changes != NULL && records != NULL);

  g_autoptr (StreekRecords) preview = streek_record_changes_preview (changes, records);
  guint n = changes->list->len; /* what is moved moves nothing further */

  for (guint i = 0; i < n; i++)
    {
      const StreekRecordChange *change = changes->list->pdata[i];
      const StreekRecord *record =
        change->is_new && !change->is_gone && change->kind->move_others != NULL
          ? streek_records_find (preview, change->kind, change->id)
          : NULL;

      if (record != NULL)
        change->kind->move_others (changes, record, preview);
    }
}
