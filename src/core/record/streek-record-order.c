/* streek-record-order.c: in which order records stand in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-order.h"

#include "search/streek-fold.h"

#include <string.h>

void
streek_record_key_clear (StreekRecordKey *key)
{
  g_clear_pointer (&key->text, g_free);
}

/* Words in the order in which a field has them; those of people's own after them. */
static double
get_word_rank (const StreekRecordField *field, const char *id)
{
  guint rank = 0;

  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    {
      if (strcmp (word->id, id) == 0)
        break;
      rank++;
    }

  return rank;
}

void
streek_record_key_set (StreekRecordKey *key,
                       const StreekRecordValue *value,
                       const StreekRecordListColumn *column,
                       const StreekRecordView *view)
{
  key->filled = TRUE;

  switch (value->type)
    {
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_BYTES:
      key->number = value->number;
      return;
    case STREEK_RECORD_DAY:
      key->number = value->day;
      return;
    case STREEK_RECORD_PERIOD: /* a year before its quarters */
      key->number = streek_period_get_first_day (value->period) + value->period.kind / 8.0;
      return;
    case STREEK_RECORD_CHOICE:
      if (value->field != NULL)
        key->number = get_word_rank (value->field, value->text);
      break;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
    default:
      break;
    }

  g_autofree char *text = streek_record_value_dup_text (value, column, view);

  g_free (key->text); /* of a value before it that said nothing */
  key->text = streek_fold (text, NULL);
  key->filled = *key->text != '\0';
}

typedef struct
{
  StreekRecordKey *key;
  const StreekRecordListColumn *column;
  const StreekRecordView *view;
} Reading;

static void
read_value_cb (const StreekRecordValue *value, gpointer data)
{
  Reading *reading = data;

  if (!reading->key->filled)
    {
      streek_record_key_set (reading->key, value, reading->column, reading->view);
      return;
    }

  if (!streek_record_list_column_is_named (reading->column))
    return;

  StreekRecordKey other = { 0 };

  streek_record_key_set (&other, value, reading->column, reading->view);

  if (streek_record_key_compare (&other, reading->key, FALSE) < 0)
    {
      streek_record_key_clear (reading->key);
      *reading->key = other;
    }
  else
    streek_record_key_clear (&other);
}

void
streek_record_key_read (StreekRecordKey *key,
                        const StreekRecordListColumn *column,
                        const StreekRecord *record,
                        const StreekRecordView *view)
{
  Reading reading = { key, column, view };

  streek_record_list_column_foreach (column, record, view, read_value_cb, &reading);
}

static gsize
skip_zeros (const char *text)
{
  gsize n = 0;

  while (text[n] == '0' && g_ascii_isdigit (text[n + 1]))
    n++;

  return n;
}

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;

  return n;
}

/* Of two that begin with a number; @a and @b: (inout): go on after it where it is the same. */
static int
compare_numbers (const char **a, const char **b)
{
  *a += skip_zeros (*a);
  *b += skip_zeros (*b);

  gsize n = count_digits (*a), m = count_digits (*b);

  if (n != m)
    return n < m ? -1 : 1;

  int order = strncmp (*a, *b, n);

  *a += n;
  *b += n;

  return order;
}

int
streek_record_compare_texts (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          int order = compare_numbers (&a, &b);

          if (order != 0)
            return order;
        }
      else if (*a != *b)
        return (guchar) *a < (guchar) *b ? -1 : 1;
      else
        {
          a++;
          b++;
        }
    }

  return (*a != '\0') - (*b != '\0');
}

int
streek_record_key_compare (const StreekRecordKey *a, const StreekRecordKey *b, gboolean descending)
{
  if (!a->filled || !b->filled)
    return b->filled - a->filled;

  int order = (a->number > b->number) - (a->number < b->number);

  if (order == 0 && a->text != NULL && b->text != NULL)
    order = streek_record_compare_texts (a->text, b->text);

  return descending ? -order : order;
}

typedef struct
{
  char *name; /* folded */
  const StreekRecord *record;
} Named;

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->name);
}

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *one = a, *other = b;
  int order = streek_record_compare_texts (one->name, other->name);
  gint64 first = streek_record_get_id (one->record), second = streek_record_get_id (other->record);

  return order != 0 ? order : (first > second) - (first < second);
}

/* Whether what it is called is written in it, and not in what it names. */
static gboolean
says_its_name (const StreekRecordKind *kind)
{
  StreekRecordType type = kind->fields[kind->title].type;

  return kind->dup_title == NULL &&
         (type == STREEK_RECORD_TEXT || type == STREEK_RECORD_PARAGRAPHS);
}

/* Where those without a rank begin: they stand last. */
static guint
skip_ranked (const GPtrArray *list, const StreekRecordKind *kind)
{
  int rank = streek_record_kind_find_rank (kind);
  guint n = 0;

  while (rank >= 0 && n < list->len && streek_record_has (list->pdata[n], (guint) rank))
    n++;

  return n;
}

void
streek_records_sort_unranked (GPtrArray *list,
                              const StreekRecordKind *kind,
                              const StreekRecords *records)
{
  g_return_if_fail (list != NULL && kind != NULL);

  guint from = skip_ranked (list, kind);
  g_autoptr (GArray) sorted = NULL;

  if (list->len < from + 2 || (records == NULL && !says_its_name (kind)))
    return;

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (Named), list->len - from);
  g_array_set_clear_func (sorted, clear_named);

  for (guint i = from; i < list->len; i++)
    {
      const StreekRecord *record = list->pdata[i];
      g_autofree char *title = records != NULL
                                 ? streek_record_dup_title (record, records)
                                 : g_strdup (streek_record_get_text (record, kind->title));
      Named named = { streek_fold (title != NULL ? title : "", NULL), record };

      g_array_append_val (sorted, named);
    }

  g_array_sort (sorted, compare_named);

  for (guint i = 0; i < sorted->len; i++)
    list->pdata[from + i] = (gpointer) g_array_index (sorted, Named, i).record;
}

GPtrArray *
streek_records_list_named (const StreekRecords *records, const StreekRecordKind *kind)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, (gpointer) all[i]);

  streek_records_sort_unranked (list, kind, records);

  return list;
}
