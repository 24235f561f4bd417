/* streek-record-list.c: records of a kind as a list shows them: chosen, ordered, in groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list-private.h"

#include "record/streek-record-filter.h"
#include "record/streek-record-order.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Order */

typedef struct
{
  const StreekRecordListSpec *spec;
  guint n_keys; /* of each record: its place is the last */
  GArray *keys; /* of StreekRecordKey */
} Order;

/* Where nothing else decides, people look by name; siblings that have an order of their own keep
 * it, and those that nobody put in it come after them. */
static void
read_place_key (StreekRecordKey *key, const StreekRecord *record, const StreekRecordView *view)
{
  int rank = streek_record_kind_find_rank (streek_record_get_kind (record));

  if (rank >= 0 && streek_record_has (record, (guint) rank))
    {
      key->number = streek_record_get_number (record, (guint) rank);
      key->filled = TRUE;
      return;
    }

  g_autofree char *title = streek_record_dup_title (record, streek_record_view_get_records (view));

  key->number = INFINITY;
  key->text = streek_fold (title, NULL);
  key->filled = *key->text != '\0';
}

static void
read_keys (Order *order, const StreekRecordList *list, const StreekRecord *record)
{
  for (guint i = 0; i < order->n_keys; i++)
    {
      StreekRecordKey key = { 0 };

      if (i == order->spec->sorts->len)
        read_place_key (&key, record, list->view);
      else
        streek_record_key_read (
          &key,
          streek_record_columns_find (
            list->all, ((const StreekRecordSort *) order->spec->sorts->pdata[i])->column),
          record, list->view);

      g_array_append_val (order->keys, key);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  const StreekRecordKey *first = &g_array_index (order->keys, StreekRecordKey, one * order->n_keys);
  const StreekRecordKey *second =
    &g_array_index (order->keys, StreekRecordKey, other * order->n_keys);

  for (guint i = 0; i < order->n_keys; i++)
    {
      gboolean descending = i < order->spec->sorts->len &&
                            ((const StreekRecordSort *) order->spec->sorts->pdata[i])->descending;
      int result = streek_record_key_compare (&first[i], &second[i], descending);

      if (result != 0)
        return result;
    }

  return (one > other) - (one < other);
}

static void
clear_key (gpointer data)
{
  streek_record_key_clear (data);
}

/* (transfer container): @chosen in the order of the list */
static GPtrArray *
sort_records (const StreekRecordList *list, const GPtrArray *chosen)
{
  Order order = { .spec = list->spec, .n_keys = list->spec->sorts->len + 1 };
  g_autofree guint *places = g_new (guint, chosen->len + 1);
  GPtrArray *sorted = g_ptr_array_sized_new (chosen->len);

  order.keys =
    g_array_sized_new (FALSE, FALSE, sizeof (StreekRecordKey), chosen->len * order.n_keys);
  g_array_set_clear_func (order.keys, clear_key);

  for (guint i = 0; i < chosen->len; i++)
    {
      places[i] = i;
      read_keys (&order, list, chosen->pdata[i]);
    }

  g_qsort_with_data (places, (int) chosen->len, sizeof (guint), compare_rows, &order);

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (sorted, chosen->pdata[places[i]]);

  g_array_unref (order.keys);

  return sorted;
}

/* Groups */

typedef struct
{
  char *title;
  StreekRecordKey key;
  GPtrArray *records; /* borrowed */
} Heap;

static void
free_heap (gpointer data)
{
  Heap *heap = data;

  g_free (heap->title);
  streek_record_key_clear (&heap->key);
  g_ptr_array_unref (heap->records);
  g_free (heap);
}

typedef struct
{
  const StreekRecordList *list;
  const StreekRecordListColumn *column;
  GPtrArray *heaps;     /* Heap, owned */
  GHashTable *by_title; /* borrowed */
  const StreekRecord *record;
  guint n_values;
} Grouping;

/* @title: (transfer full) */
static void
put_on_heap (Grouping *grouping, char *title, const StreekRecordKey *key)
{
  Heap *heap = g_hash_table_lookup (grouping->by_title, title);

  if (heap == NULL)
    {
      heap = g_new0 (Heap, 1);
      heap->title = g_strdup (title);
      heap->key = *key;
      heap->key.text = g_strdup (key->text);
      heap->records = g_ptr_array_new ();
      g_ptr_array_add (grouping->heaps, heap);
      g_hash_table_insert (grouping->by_title, heap->title, heap);
    }

  /* It may say the same thing twice. */
  if (heap->records->len == 0 ||
      g_ptr_array_index (heap->records, heap->records->len - 1) != grouping->record)
    g_ptr_array_add (heap->records, (gpointer) grouping->record);

  g_free (title);
}

static int
get_year (const StreekRecordValue *value)
{
  int year;

  if (value->type == STREEK_RECORD_PERIOD)
    return value->period.year;

  streek_date_to_ymd (value->day, &year, NULL, NULL);

  return year;
}

/* Days and periods stand together by year. */
static void
group_value_cb (const StreekRecordValue *value, gpointer data)
{
  Grouping *grouping = data;
  StreekRecordKey key = { 0 };

  if (value->type == STREEK_RECORD_DAY || value->type == STREEK_RECORD_PERIOD)
    {
      key = (StreekRecordKey){ .number = get_year (value), .filled = TRUE };
      put_on_heap (grouping, g_strdup_printf ("%d", get_year (value)), &key);
      grouping->n_values++;
      return;
    }

  g_autofree char *title =
    streek_record_value_dup_text (value, grouping->column, grouping->list->view);

  if (*title == '\0')
    return;

  streek_record_key_set (&key, value, grouping->column, grouping->list->view);
  put_on_heap (grouping, g_steal_pointer (&title), &key);
  streek_record_key_clear (&key);
  grouping->n_values++;
}

static void
group_record (Grouping *grouping, const StreekRecord *record)
{
  grouping->record = record;
  grouping->n_values = 0;
  streek_record_list_column_foreach (grouping->column, record, grouping->list->view, group_value_cb,
                                     grouping);

  if (grouping->n_values > 0)
    return;

  if (grouping->column->type == STREEK_RECORD_FLAG)
    {
      const StreekRecordValue no = { .type = STREEK_RECORD_FLAG, .number = 0 };

      group_value_cb (&no, grouping);
      return;
    }

  const StreekRecordKey empty = { 0 };

  /* Translators: the last group of a list: records whose column is empty. */
  put_on_heap (grouping, g_strdup (C_ ("group of a list", "Not filled in")), &empty);
}

static int
compare_heaps (gconstpointer a, gconstpointer b)
{
  const Heap *first = *(const Heap *const *) a;
  const Heap *second = *(const Heap *const *) b;

  return streek_record_key_compare (&first->key, &second->key, FALSE);
}

static void
add_row (StreekRecordList *list, const StreekRecord *record, guint group)
{
  StreekRecordRow row = { record, group };

  g_array_append_val (list->rows, row);
}

static void
add_group (StreekRecordList *list, Heap *heap)
{
  StreekRecordGroup group = { g_steal_pointer (&heap->title), list->rows->len, heap->records->len };

  for (guint i = 0; i < heap->records->len; i++)
    add_row (list, heap->records->pdata[i], list->groups->len);

  g_array_append_val (list->groups, group);
}

static void
group_rows (StreekRecordList *list, const GPtrArray *sorted)
{
  g_autoptr (GPtrArray) heaps = g_ptr_array_new_with_free_func (free_heap);
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  Grouping grouping = { .list = list,
                        .column = streek_record_columns_find (list->all, list->spec->group),
                        .heaps = heaps,
                        .by_title = by_title };

  for (guint i = 0; i < sorted->len; i++)
    group_record (&grouping, sorted->pdata[i]);

  g_hash_table_remove_all (by_title); /* the titles go to the groups */
  g_ptr_array_sort (heaps, compare_heaps);

  for (guint i = 0; i < heaps->len; i++)
    add_group (list, heaps->pdata[i]);
}

/* Making */

static void
clear_group (gpointer data)
{
  g_free (((StreekRecordGroup *) data)->title);
}

static StreekRecordList *
new_list (StreekRecordView *view, const StreekRecordListSpec *spec)
{
  StreekRecordList *list = g_new0 (StreekRecordList, 1);

  g_atomic_ref_count_init (&list->references);
  list->view = streek_record_view_ref (view);
  list->spec = streek_record_list_spec_copy (spec);
  list->all = streek_record_view_get_columns (view, spec->kind);
  list->columns = g_ptr_array_new ();
  list->rows = g_array_new (FALSE, FALSE, sizeof (StreekRecordRow));
  list->groups = g_array_new (FALSE, FALSE, sizeof (StreekRecordGroup));
  g_array_set_clear_func (list->groups, clear_group);
  list->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; spec->columns[i] != NULL; i++)
    g_ptr_array_add (list->columns,
                     (gpointer) streek_record_columns_find (list->all, spec->columns[i]));

  return list;
}

/* (transfer container) (nullable): records that the filter takes */
static GPtrArray *
choose_records (StreekRecordList *list, GError **error)
{
  g_autoptr (StreekRecordFilter) filter =
    streek_record_filter_new (list->spec, list->all, list->view, error);

  if (filter == NULL)
    return NULL;

  const StreekRecord *const *records = streek_records_list (
    streek_record_view_get_records (list->view), list->spec->kind, &list->n_all);
  GPtrArray *chosen = g_ptr_array_sized_new (list->n_all);

  for (guint i = 0; i < list->n_all; i++)
    if (streek_record_filter_takes (filter, records[i]))
      g_ptr_array_add (chosen, (gpointer) records[i]);

  return chosen;
}

/* From the last row to the first, which stays. */
static void
index_rows (StreekRecordList *list)
{
  for (guint i = list->rows->len; i > 0; i--)
    {
      const StreekRecord *record = g_array_index (list->rows, StreekRecordRow, i - 1).record;
      gint64 *id = g_new (gint64, 1);

      *id = streek_record_get_id (record);
      g_hash_table_insert (list->places, id, GUINT_TO_POINTER (i));
    }
}

/**
 * streek_record_list_new:
 * @view: kept
 * @spec: copied
 * @error: return location for a #StreekRecordError, or a #StreekAreaError where it is narrowed to
 * an area that there is not
 *
 * Rows stand in the order of the sorts; where these do not decide, in the order of their rank, and
 * those without one after them, by title. Texts are ordered letter by letter, accents and case
 * aside, numbers in them by what they are worth; words of a choice as the choice has them. A record
 * of which the column that groups says several things stands in each of those groups.
 *
 * Returns: (transfer full): the list, or %NULL with @error set
 */
StreekRecordList *
streek_record_list_new (StreekRecordView *view, const StreekRecordListSpec *spec, GError **error)
{
  g_return_val_if_fail (view != NULL && spec != NULL, NULL);

  if (!streek_record_list_spec_check (spec, error))
    return NULL;

  g_autoptr (StreekRecordList) list = new_list (view, spec);
  g_autoptr (GPtrArray) chosen = choose_records (list, error);

  if (chosen == NULL)
    return NULL;

  g_autoptr (GPtrArray) sorted = sort_records (list, chosen);

  list->n_records = sorted->len;

  if (spec->group != NULL)
    group_rows (list, sorted);
  else
    for (guint i = 0; i < sorted->len; i++)
      add_row (list, sorted->pdata[i], 0);

  index_rows (list);

  return g_steal_pointer (&list);
}

StreekRecordList *
streek_record_list_ref (StreekRecordList *list)
{
  g_atomic_ref_count_inc (&list->references);

  return list;
}

void
streek_record_list_unref (StreekRecordList *list)
{
  if (list == NULL || !g_atomic_ref_count_dec (&list->references))
    return;

  g_hash_table_unref (list->places);
  g_array_unref (list->groups);
  g_array_unref (list->rows);
  g_ptr_array_unref (list->columns);
  streek_record_list_spec_free (list->spec);
  streek_record_view_unref (list->view);
  g_free (list);
}

/* Asking */

StreekRecordView *
streek_record_list_get_view (const StreekRecordList *list)
{
  return list->view;
}

const StreekRecordListSpec *
streek_record_list_get_spec (const StreekRecordList *list)
{
  return list->spec;
}

guint
streek_record_list_count (const StreekRecordList *list)
{
  return list->n_records;
}

guint
streek_record_list_count_all (const StreekRecordList *list)
{
  return list->n_all;
}

guint
streek_record_list_get_n_rows (const StreekRecordList *list)
{
  return list->rows->len;
}

const StreekRecordRow *
streek_record_list_get_row (const StreekRecordList *list, guint row)
{
  g_return_val_if_fail (row < list->rows->len, NULL);

  return &g_array_index (list->rows, StreekRecordRow, row);
}

int
streek_record_list_find (const StreekRecordList *list, gint64 id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (list->places, &id)) - 1;
}

guint
streek_record_list_get_n_groups (const StreekRecordList *list)
{
  return list->groups->len;
}

const StreekRecordGroup *
streek_record_list_get_group (const StreekRecordList *list, guint group)
{
  g_return_val_if_fail (group < list->groups->len, NULL);

  return &g_array_index (list->groups, StreekRecordGroup, group);
}

guint
streek_record_list_get_n_columns (const StreekRecordList *list)
{
  return list->columns->len;
}

const StreekRecordListColumn *
streek_record_list_get_column (const StreekRecordList *list, guint column)
{
  g_return_val_if_fail (column < list->columns->len, NULL);

  return list->columns->pdata[column];
}

const char *
streek_record_list_get_label (const StreekRecordList *list, guint column)
{
  return streek_record_list_column_get_label (list->spec->kind,
                                              streek_record_list_get_column (list, column));
}

char *
streek_record_list_dup_cell (const StreekRecordList *list, guint row, guint column)
{
  return streek_record_list_column_dup_text (streek_record_list_get_column (list, column),
                                             streek_record_list_get_row (list, row)->record,
                                             list->view, "\n");
}
