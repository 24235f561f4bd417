/* streek-record-cells.c: what a column says of a record, as a cell of a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-cells.h"

#include <string.h>

StreekColumnType
streek_record_list_column_get_table_type (const StreekRecordListColumn *column)
{
  switch (column->type)
    {
    case STREEK_RECORD_NUMBER:
      return STREEK_COLUMN_NUMBER;
    case STREEK_RECORD_INTEGER:
      return STREEK_COLUMN_INTEGER;
    case STREEK_RECORD_DAY:
      return STREEK_COLUMN_DATE;
    case STREEK_RECORD_PERIOD:
      return STREEK_COLUMN_PERIOD;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return STREEK_COLUMN_TEXT;
    }
}

typedef struct
{
  const StreekRecordView *view;
  const StreekRecordListColumn *column;
  StreekTable *table;
  StreekRecordFinder *finder; /* (nullable): of raw cells */
  guint row;
  guint place;   /* of the column in the table */
  GString *text; /* (nullable): of a column of text: what it says so far */
} Filling;

/* Its title; "1.1 Opleiden" where another one has that title too. */
static char *
dup_raw_reference (const Filling *filling, const StreekRecordValue *value)
{
  const StreekRecordKind *kind = value->field->target;
  const StreekRecords *records = streek_record_view_get_records (filling->view);
  const StreekRecord *record = streek_records_find (records, kind, value->reference);
  int key = streek_record_kind_find_key (kind);
  g_autofree char *title = streek_records_dup_title (records, kind, value->reference);
  gint64 id;

  if (record == NULL || key < 0 || !streek_record_has (record, (guint) key) ||
      streek_record_finder_find_title (filling->finder, kind, 0, NULL, title, &id) < 2)
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s %s", streek_record_get_text (record, (guint) key), title);
}

/* Words, areas and indicators by id; what has no id of its own in a file by its title. */
static char *
dup_raw_text (const Filling *filling, const StreekRecordValue *value)
{
  if (filling->finder != NULL &&
      (value->type == STREEK_RECORD_CHOICE || value->type == STREEK_RECORD_AREA ||
       value->type == STREEK_RECORD_INDICATOR))
    return g_strdup (value->text);
  if (filling->finder != NULL && value->type == STREEK_RECORD_REFERENCE && value->field != NULL)
    return dup_raw_reference (filling, value);
  if (filling->finder != NULL && value->type == STREEK_RECORD_FLAG)
    return g_strdup (value->number != 0 ? "1" : "0");

  return streek_record_value_dup_text (value, filling->column, filling->view);
}

static void
set_measure (const Filling *filling, const StreekRecordValue *value)
{
  if (filling->finder == NULL && value->is_measured)
    streek_table_set_measure (filling->table, filling->row, filling->place, value->measure.unit,
                              value->measure.decimals);
}

static void
fill_value_cb (const StreekRecordValue *value, gpointer data)
{
  Filling *filling = data;

  switch (streek_table_get_column_type (filling->table, filling->place))
    {
    case STREEK_COLUMN_NUMBER:
      streek_table_set_number (filling->table, filling->row, filling->place, value->number,
                               STREEK_STATUS_FINAL);
      set_measure (filling, value);
      return;
    case STREEK_COLUMN_INTEGER:
      streek_table_set_integer (filling->table, filling->row, filling->place,
                                (gint64) value->number);
      set_measure (filling, value);
      return;
    case STREEK_COLUMN_DATE:
      streek_table_set_date (filling->table, filling->row, filling->place, value->day);
      return;
    case STREEK_COLUMN_PERIOD:
      streek_table_set_period (filling->table, filling->row, filling->place,
                               value->type == STREEK_RECORD_INTEGER
                                 ? streek_period_from_year ((int) value->number)
                                 : value->period);
      return;
    case STREEK_COLUMN_TEXT:
    case STREEK_COLUMN_POINT:
    default:
      break;
    }

  g_autofree char *text = dup_raw_text (filling, value);

  if (*text != '\0')
    g_string_append_printf (filling->text, "%s%s", filling->text->len > 0 ? "; " : "", text);
}

/* (nullable): the word that a tie has beside whom it ties, or what it says yes to */
static char *
dup_role (const Filling *filling, const StreekRecord *tie)
{
  const StreekRecordKind *link = streek_record_get_kind (tie);

  for (guint i = 0; i < link->n_fields; i++)
    {
      const StreekRecordField *field = &link->fields[i];
      const char *word =
        field->type == STREEK_RECORD_CHOICE ? streek_record_get_text (tie, i) : NULL;

      /* words of people's own would be taken for a part of the name */
      if (word != NULL && i != link->title && streek_record_field_has_word (field, word))
        return g_strdup (filling->finder != NULL ? word
                                                 : streek_record_field_get_word (field, word));
      if (field->type == STREEK_RECORD_FLAG && streek_record_get_flag (tie, i))
        return g_strdup (filling->finder != NULL ? field->id
                                                 : streek_record_field_get_label (field));
    }

  return NULL;
}

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekRecords *records = data;
  g_autofree char *first = streek_record_dup_title (*(const StreekRecord *const *) a, records);
  g_autofree char *second = streek_record_dup_title (*(const StreekRecord *const *) b, records);

  return strcmp (first, second);
}

/* (transfer container): by name, where people did not give them an order: the same file comes out
 * of every workspace */
static GPtrArray *
list_ties (const Filling *filling, const StreekRecord *record)
{
  const StreekRecordKind *link = filling->column->link;
  StreekRecords *records = streek_record_view_get_records (filling->view);
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *ties = streek_records_list_by (records, link, filling->column->owner,
                                                            streek_record_get_id (record), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_has (ties[i], link->title))
      g_ptr_array_add (list, (gpointer) ties[i]);

  if (streek_record_kind_find_rank (link) < 0)
    g_ptr_array_sort_with_data (list, compare_ties, records);

  return list;
}

static void
fill_ties (Filling *filling, const StreekRecord *record)
{
  g_autoptr (GPtrArray) ties = list_ties (filling, record);

  for (guint i = 0; i < ties->len; i++)
    {
      g_autofree char *role = dup_role (filling, ties->pdata[i]);
      StreekRecordValue value =
        streek_record_value_read (ties->pdata[i], filling->column->link->title);

      fill_value_cb (&value, filling);
      if (role != NULL)
        g_string_append_printf (filling->text, " (%s)", role);
    }
}

void
streek_record_list_column_fill (const StreekRecordListColumn *column,
                                const StreekRecord *record,
                                const StreekRecordView *view,
                                StreekRecordFinder *finder,
                                StreekRecordCellFlags flags,
                                StreekTable *table,
                                guint row,
                                guint place)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Filling filling = { .view = view,
                      .column = column,
                      .table = table,
                      .finder = finder,
                      .row = row,
                      .place = place,
                      .text = text };

  if (column->link != NULL && finder == NULL && !(flags & STREEK_RECORD_CELL_WITH_ROLES))
    {
      g_autofree char *all = streek_record_list_column_dup_text (column, record, view, "; ");

      g_string_append (text, all);
    }
  else if (column->link != NULL && (flags & STREEK_RECORD_CELL_WITH_ROLES))
    fill_ties (&filling, record);
  else
    streek_record_list_column_foreach (column, record, view, fill_value_cb, &filling);

  if (streek_table_get_column_type (table, place) == STREEK_COLUMN_TEXT)
    streek_table_set_text (table, row, place, text->str);
}
