/* streek-record-columns.c: what a list can show of a kind: fields, what is computed, what hangs on
 * it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-columns.h"

#include "base/streek-number.h"
#include "record/streek-record-order.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static StreekRecordListColumn *
add_column (GPtrArray *columns, const char *id, StreekRecordType type)
{
  StreekRecordListColumn *column = g_new0 (StreekRecordListColumn, 1);

  column->id = id;
  column->type = type;
  column->field = -1;
  g_ptr_array_add (columns, column);

  return column;
}

static void
add_fields (GPtrArray *columns, const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const StreekRecordField *field = &kind->fields[i];

      if (field->flags & STREEK_RECORD_RANK)
        continue;

      StreekRecordListColumn *column = add_column (columns, field->id, field->type);

      column->unit = field->unit;
      column->decimals = field->decimals;
      column->shown = (field->flags & STREEK_RECORD_SHOWN) != 0;
      column->field = (int) i;
    }
}

static void
add_computed (GPtrArray *columns, const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_columns; i++)
    {
      const StreekRecordColumn *computed = &kind->columns[i];

      if (streek_record_columns_find (columns, computed->id) != NULL)
        continue;

      StreekRecordListColumn *column = add_column (columns, computed->id, computed->type);

      column->unit = computed->unit;
      column->decimals = computed->decimals;
      column->shown = (computed->flags & STREEK_RECORD_SHOWN) != 0;
      column->computed = computed;
    }
}

/* Whether records of a kind are called after one other thing: an organisation, an area, a word. */
static gboolean
names_another (const StreekRecordKind *link, guint owner)
{
  if (link->dup_title != NULL || link->title == owner)
    return FALSE;

  switch (link->fields[link->title].type)
    {
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_CHOICE:
      return TRUE;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return FALSE;
    }
}

static void
add_links (GPtrArray *columns, const StreekRecordKind *kind, const StreekRecordKind *link)
{
  for (guint i = 0; i < link->n_fields; i++)
    {
      const StreekRecordField *field = &link->fields[i];

      if (field->target != kind || !(field->flags & STREEK_RECORD_OWNER) ||
          !names_another (link, i) || streek_record_columns_find (columns, link->id) != NULL)
        continue;

      StreekRecordListColumn *column = add_column (columns, link->id, STREEK_RECORD_LIST);

      column->link = link;
      column->shown = link->column_shown;
      column->owner = i;
    }
}

/**
 * streek_record_kind_list_columns:
 *
 * The fields of the kind but those that order siblings; what the kind computes; and for each kind
 * whose records are part of one of @kind and are called after one other thing (an organisation, an
 * area, a theme) a column that lists these, under the id of that kind.
 *
 * Returns: (transfer full) (element-type StreekRecordListColumn): in that order
 */
GPtrArray *
streek_record_kind_list_columns (const StreekRecordKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  add_fields (columns, kind);
  add_computed (columns, kind);

  for (guint i = 0; i < kinds->len; i++)
    add_links (columns, kind, kinds->pdata[i]);

  return columns;
}

const StreekRecordListColumn *
streek_record_columns_find (const GPtrArray *columns, const char *id)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];

      if (g_strcmp0 (column->id, id) == 0)
        return column;
    }

  return NULL;
}

const char *
streek_record_list_column_get_label (const StreekRecordKind *kind,
                                     const StreekRecordListColumn *column)
{
  if (column->field >= 0)
    return streek_record_field_get_label (&kind->fields[column->field]);
  if (column->computed != NULL)
    return _ (column->computed->label);

  return _ (column->link->column != NULL ? column->link->column : column->link->plural);
}

const StreekRecordField *
streek_record_list_column_get_field (const StreekRecordKind *kind,
                                     const StreekRecordListColumn *column)
{
  if (column->link != NULL)
    return &column->link->fields[column->link->title];
  if (column->computed != NULL)
    return column->computed->choice;

  return column->field >= 0 ? &kind->fields[column->field] : NULL;
}

gboolean
streek_record_list_column_is_owner (const StreekRecordKind *kind,
                                    const StreekRecordListColumn *column)
{
  return column->field >= 0 && (kind->fields[column->field].flags & STREEK_RECORD_OWNER) != 0;
}

gboolean
streek_record_list_column_can_group (const StreekRecordListColumn *column)
{
  return column->type != STREEK_RECORD_PARAGRAPHS && column->type != STREEK_RECORD_BYTES;
}

gboolean
streek_record_list_column_is_wide (const StreekRecordListColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  switch (column->type)
    {
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
      return TRUE;
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_BYTES:
    default:
      return FALSE;
    }
}

gboolean
streek_record_list_column_is_money (const StreekRecordListColumn *column)
{
  return column->type == STREEK_RECORD_NUMBER && g_strcmp0 (column->unit, "€") == 0;
}

const char *
streek_record_list_column_get_under (const StreekRecordKind *kind,
                                     const StreekRecordListColumn *column)
{
  if (column->computed != NULL)
    return column->computed->under;

  return column->field >= 0 ? kind->fields[column->field].under : NULL;
}

/* Numbers */

/* As few as tell it; amounts of money have cents where there are any. */
static int
find_decimals (double number, const char *unit, int most)
{
  gboolean has_cents = g_strcmp0 (unit, "€") == 0 && streek_number_find_decimals (number, 2) > 0;

  return has_cents ? 2 : streek_number_find_decimals (number, most);
}

char *
streek_record_list_column_dup_amount (const StreekRecordListColumn *column,
                                      double number,
                                      const StreekFormat *format)
{
  return streek_format_number (format, number,
                               find_decimals (number, column->unit, column->decimals));
}

static char *
dup_measured (double number, const StreekRecordMeasure *measure, const StreekFormat *format)
{
  g_autofree char *text = streek_format_number (format, number, measure->decimals);

  return measure->unit != NULL && *measure->unit != '\0'
           ? g_strdup_printf ("%s %s", text, measure->unit)
           : g_steal_pointer (&text);
}

static StreekRecordMeasure
measure_number (const StreekRecord *record,
                const StreekRecordView *view,
                const char *column,
                double number,
                const char *unit,
                int decimals)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  StreekRecordMeasure measure = { unit != NULL ? _ (unit) : NULL,
                                  find_decimals (number, unit, decimals) };

  if (kind->measure != NULL)
    kind->measure (record, view, column, &measure);

  return measure;
}

gboolean
streek_record_field_is_year (const StreekRecordField *field)
{
  return field->type == STREEK_RECORD_INTEGER && field->unit == NULL && field->min >= 1000 &&
         field->max <= 9999;
}

char *
streek_record_field_dup_number (const StreekRecordField *field,
                                double number,
                                const StreekFormat *format)
{
  return streek_record_field_is_year (field)
           ? g_strdup_printf ("%.0f", number)
           : streek_format_number (format, number,
                                   find_decimals (number, field->unit, field->decimals));
}

char *
streek_record_dup_number (const StreekRecord *record, const StreekRecordView *view, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];
  const StreekFormat *format = streek_record_view_get_format (view);
  double number = streek_record_get_number (record, i);

  if (streek_record_field_is_year (field))
    return streek_record_field_dup_number (field, number, format);

  StreekRecordMeasure measure =
    measure_number (record, view, field->id, number, field->unit, field->decimals);

  return dup_measured (number, &measure, format);
}

/* Values */

StreekRecordValue
streek_record_value_read (const StreekRecord *record, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];
  StreekRecordValue value = { .type = field->type, .field = field, .number = NAN };

  switch (field->type)
    {
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_BYTES:
      value.number = streek_record_get_number (record, i);
      break;
    case STREEK_RECORD_DAY:
      value.day = streek_record_get_day (record, i);
      break;
    case STREEK_RECORD_PERIOD:
      value.period = streek_record_get_period (record, i);
      break;
    case STREEK_RECORD_REFERENCE:
      value.reference = streek_record_get_reference (record, i);
      break;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_LIST:
    default:
      value.text = streek_record_get_text (record, i);
      break;
    }

  return value;
}

/* @field: (nullable): of which the lines are ids */
static void
foreach_line (const char *lines,
              const StreekRecordField *field,
              StreekRecordValueFunc func,
              gpointer data)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      StreekRecordValue value = { .type = field != NULL ? field->type : STREEK_RECORD_TEXT,
                                  .field = field,
                                  .text = split[i],
                                  .number = NAN };

      value.reference = field != NULL ? g_ascii_strtoll (split[i], NULL, 10) : 0;
      if (*split[i] != '\0')
        func (&value, data);
    }
}

/* Lends @value to @func, a number with how it is read. */
static void
tell (StreekRecordValue *value,
      const StreekRecordListColumn *column,
      const StreekRecord *record,
      const StreekRecordView *view,
      StreekRecordValueFunc func,
      gpointer data)
{
  if (value->type == STREEK_RECORD_NUMBER || value->type == STREEK_RECORD_INTEGER)
    {
      value->is_measured = TRUE;
      value->measure =
        measure_number (record, view, column->id, value->number, column->unit, column->decimals);
    }

  func (value, data);
}

static void
foreach_computed (const StreekRecordListColumn *column,
                  const StreekRecord *record,
                  const StreekRecordView *view,
                  StreekRecordValueFunc func,
                  gpointer data)
{
  const StreekRecordColumn *computed = column->computed;
  StreekRecordCell cell = { 0 };
  StreekRecordValue value = { .type = computed->type, .field = computed->choice, .number = NAN };
  g_autofree char *text = NULL;

  if (!computed->compute (record, view, &cell))
    return;

  switch (computed->type)
    {
    case STREEK_RECORD_NUMBER:
      value.number = cell.number;
      break;
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_BYTES:
      value.number = (double) cell.integer;
      break;
    case STREEK_RECORD_DAY:
      value.day = cell.day;
      break;
    case STREEK_RECORD_PERIOD:
      value.period = cell.period;
      break;
    case STREEK_RECORD_LIST:
      text = cell.text;
      if (text != NULL)
        foreach_line (text, computed->choice, func, data);
      return;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    default:
      value.text = text = cell.text;
      if (text == NULL || *text == '\0')
        return;
      break;
    }

  tell (&value, column, record, view, func, data);
}

/* (transfer container): what hangs on @record; of a kind with ranks in their order, those without
 * one by name. Others come as they are: who reads them looks for the names. */
static GPtrArray *
gather_ties (const StreekRecordListColumn *column,
             const StreekRecord *record,
             const StreekRecordView *view)
{
  const StreekRecords *records = streek_record_view_get_records (view);
  GPtrArray *ties = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *found = streek_records_list_by (records, column->link, column->owner,
                                                             streek_record_get_id (record), &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ties, (gpointer) found[i]);

  if (!streek_record_list_column_is_named (column))
    streek_records_sort_unranked (ties, column->link, records);

  return ties;
}

void
streek_record_list_column_foreach (const StreekRecordListColumn *column,
                                   const StreekRecord *record,
                                   const StreekRecordView *view,
                                   StreekRecordValueFunc func,
                                   gpointer data)
{
  g_return_if_fail (column != NULL && record != NULL && view != NULL);

  if (column->computed != NULL)
    {
      foreach_computed (column, record, view, func, data);
      return;
    }

  if (column->link == NULL)
    {
      if (!streek_record_has (record, (guint) column->field))
        return;

      StreekRecordValue value = streek_record_value_read (record, (guint) column->field);

      tell (&value, column, record, view, func, data);
      return;
    }

  g_autoptr (GPtrArray) ties = gather_ties (column, record, view);

  for (guint i = 0; i < ties->len; i++)
    if (streek_record_has (ties->pdata[i], column->link->title))
      {
        StreekRecordValue value = streek_record_value_read (ties->pdata[i], column->link->title);

        func (&value, data);
      }
}

static char *
dup_number_text (const StreekRecordValue *value,
                 const StreekRecordListColumn *column,
                 const StreekRecordView *view)
{
  const StreekFormat *format = streek_record_view_get_format (view);
  const StreekRecordMeasure plain = { column->unit != NULL ? _ (column->unit) : NULL,
                                      streek_number_find_decimals (value->number,
                                                                   column->decimals) };

  if (value->field != NULL && streek_record_field_is_year (value->field))
    return streek_record_field_dup_number (value->field, value->number, format);

  return dup_measured (value->number, value->is_measured ? &value->measure : &plain, format);
}

char *
streek_record_value_dup_text (const StreekRecordValue *value,
                              const StreekRecordListColumn *column,
                              const StreekRecordView *view)
{
  const StreekFormat *format = streek_record_view_get_format (view);

  switch (value->type)
    {
    case STREEK_RECORD_CHOICE:
      return g_strdup (value->field != NULL
                         ? streek_record_field_get_word (value->field, value->text)
                         : value->text);
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return dup_number_text (value, column, view);
    case STREEK_RECORD_FLAG:
      return g_strdup (value->number != 0 ? C_ ("record", "Yes") : C_ ("record", "No"));
    case STREEK_RECORD_DAY:
      return streek_format_date (format, value->day);
    case STREEK_RECORD_PERIOD:
      return streek_format_period (format, value->period);
    case STREEK_RECORD_REFERENCE:
      return value->field == NULL
               ? g_strdup (value->text)
               : streek_records_dup_title (streek_record_view_get_records (view),
                                           value->field->target, value->reference);
    case STREEK_RECORD_AREA:
      return streek_record_view_dup_area_name (view, value->text);
    case STREEK_RECORD_INDICATOR:
      return streek_record_view_dup_indicator_name (view, value->text);
    case STREEK_RECORD_BYTES:
      return g_format_size ((guint64) value->number);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_LIST:
    default:
      return g_strdup (value->text);
    }
}

typedef struct
{
  const StreekRecordListColumn *column;
  const StreekRecordView *view;
  GArray *parts; /* Part */
} Joining;

/* One of the things that a cell says. */
typedef struct
{
  StreekRecordKey key;
  char *text;
} Part;

static void
clear_part (gpointer data)
{
  Part *part = data;

  streek_record_key_clear (&part->key);
  g_free (part->text);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return streek_record_key_compare (&((const Part *) a)->key, &((const Part *) b)->key, FALSE);
}

gboolean
streek_record_list_column_is_named (const StreekRecordListColumn *column)
{
  return column->link != NULL && streek_record_kind_find_rank (column->link) < 0;
}

static void
join_value_cb (const StreekRecordValue *value, gpointer data)
{
  Joining *joining = data;
  Part part = { .text = streek_record_value_dup_text (value, joining->column, joining->view) };

  if (*part.text != '\0')
    {
      if (streek_record_list_column_is_named (joining->column))
        streek_record_key_set (&part.key, value, joining->column, joining->view);
      g_array_append_val (joining->parts, part);
    }
  else
    g_free (part.text);
}

/* What hangs on a record, in more words than its name */

static gboolean
is_time (const StreekRecord *tie, guint field)
{
  StreekRecordType type = streek_record_get_kind (tie)->fields[field].type;

  return type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD;
}

/* "Promoter"; "And surroundings"; "Until 2007" where nothing says from when */
static char *
dup_detail (const StreekRecord *tie, guint field, gboolean alone, const StreekRecordView *view)
{
  const StreekRecordField *definition = &streek_record_get_kind (tie)->fields[field];

  if (definition->type == STREEK_RECORD_FLAG)
    return g_strdup (streek_record_field_get_label (definition));

  char *text = streek_record_view_dup_text (view, tie, field);

  if (!is_time (tie, field) || !alone)
    return text;

  g_autofree char *owned = text;

  return g_strdup_printf ("%s %s", streek_record_field_get_label (definition), text);
}

/* The next field that a list shows and @tie says; the number of fields where there is none. */
static guint
find_shown (const StreekRecord *tie, const StreekRecordListColumn *column, guint from)
{
  const StreekRecordKind *kind = column->link;

  while (from < kind->n_fields &&
         ((kind->fields[from].flags & STREEK_RECORD_SHOWN) == 0 || from == kind->title ||
          from == column->owner || !streek_record_has (tie, from)))
    from++;

  return from;
}

static char *
dup_details (const StreekRecord *tie,
             const StreekRecordListColumn *column,
             const StreekRecordView *view)
{
  GString *details = g_string_new (NULL);
  gboolean was_time = FALSE;

  for (guint i = find_shown (tie, column, 0); i < column->link->n_fields;)
    {
      guint next = find_shown (tie, column, i + 1);
      gboolean opens = is_time (tie, i) && next < column->link->n_fields && is_time (tie, next);
      g_autofree char *text = dup_detail (tie, i, !was_time && !opens, view);

      g_string_append (details, details->len == 0              ? ""
                                : was_time && is_time (tie, i) ? " – "
                                                               : ", ");
      g_string_append (details, text);
      was_time = opens;
      i = next;
    }

  return g_string_free (details, FALSE);
}

static void
join_tie (Joining *joining, const StreekRecord *tie)
{
  g_autofree char *details = dup_details (tie, joining->column, joining->view);
  guint before = joining->parts->len;

  if (streek_record_has (tie, joining->column->link->title))
    {
      StreekRecordValue value = streek_record_value_read (tie, joining->column->link->title);

      join_value_cb (&value, joining);
    }

  if (*details == '\0')
    return;

  if (joining->parts->len == before)
    {
      Part part = { .text = g_steal_pointer (&details) };

      g_array_append_val (joining->parts, part);
      return;
    }

  Part *part = &g_array_index (joining->parts, Part, before);
  g_autofree char *name = part->text;

  part->text = g_strdup_printf ("%s (%s)", name, details);
}

char *
streek_record_list_column_dup_text (const StreekRecordListColumn *column,
                                    const StreekRecord *record,
                                    const StreekRecordView *view,
                                    const char *separator)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Joining joining = { column, view, parts };
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) ties = column->link != NULL ? gather_ties (column, record, view) : NULL;

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    join_tie (&joining, ties->pdata[i]);
  if (column->link == NULL)
    streek_record_list_column_foreach (column, record, view, join_value_cb, &joining);

  if (parts->len > 1 && streek_record_list_column_is_named (column))
    g_array_sort (parts, compare_parts);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "",
                            g_array_index (parts, Part, i).text);

  return g_string_free (text, FALSE);
}
