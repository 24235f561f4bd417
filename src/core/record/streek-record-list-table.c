/* streek-record-list-table.c: a list as a table, with sums and what must be said under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-list-private.h"

#include "record/streek-record-cells.h"
#include "record/streek-record-filter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A ring in a tree is somebody's mistake, and no reason to stay in it. */
#define MAX_LEVELS 64

/* Sums */

typedef struct
{
  double sum;
  guint n_filled;
  guint n;
  guint n_below; /* of those filled in, how many stand under another one */
} Sum;

typedef struct
{
  const StreekRecord *record;
  double amount;
  gboolean is_filled;
} Amount;

static void
take_amount_cb (const StreekRecordValue *value, gpointer data)
{
  Amount *amount = data;

  amount->amount += value->number;
  amount->is_filled = TRUE;
}

/* Rows of the list, or of one group; a record counts once. */
static gboolean
is_counted (const StreekRecordList *list, int group, guint i)
{
  const StreekRecordRow *row = &g_array_index (list->rows, StreekRecordRow, i);

  return group >= 0 ? row->group == (guint) group
                    : streek_record_list_find (list, streek_record_get_id (row->record)) == (int) i;
}

/* (transfer full) (element-type Amount): those that are filled in. @n: (out): how many there are */
static GArray *
list_amounts (const StreekRecordList *list,
              int group,
              const StreekRecordListColumn *column,
              guint *n)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (Amount));

  *n = 0;

  for (guint i = 0; i < list->rows->len; i++)
    {
      Amount amount = { g_array_index (list->rows, StreekRecordRow, i).record, 0, FALSE };

      if (!is_counted (list, group, i))
        continue;

      ++*n;
      streek_record_list_column_foreach (column, amount.record, list->view, take_amount_cb,
                                         &amount);
      if (amount.is_filled)
        g_array_append_val (amounts, amount);
    }

  return amounts;
}

/* What a goal costs is what is done for it costs. @filled: a set of records. Of a ring each stands
 * for itself. */
static gboolean
is_below (const StreekRecordList *list,
          const StreekRecord *record,
          guint parent,
          GHashTable *filled)
{
  const StreekRecords *records = streek_record_view_get_records (list->view);
  const StreekRecord *above = streek_record_follow (record, parent, records);
  gboolean is_found = FALSE;

  for (guint level = 0; above != NULL && level < MAX_LEVELS; level++)
    {
      if (above == record)
        return FALSE;

      is_found = is_found || g_hash_table_contains (filled, above);
      above = streek_record_follow (above, parent, records);
    }

  return is_found;
}

static Sum
sum_rows (const StreekRecordList *list, int group, const StreekRecordListColumn *column)
{
  Sum sum = { 0 };
  int parent = streek_record_kind_find_parent (list->spec->kind);
  g_autoptr (GArray) amounts = list_amounts (list, group, column, &sum.n);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; parent >= 0 && i < amounts->len; i++)
    g_hash_table_add (filled, (gpointer) g_array_index (amounts, Amount, i).record);

  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount *amount = &g_array_index (amounts, Amount, i);

      sum.n_filled++;
      if (parent >= 0 && is_below (list, amount->record, (guint) parent, filled))
        sum.n_below++;
      else
        sum.sum += amount->amount;
    }

  return sum;
}

/* Takes @words. */
static char *
add_below (char *words, guint n_below)
{
  g_autofree char *owned = words;

  return n_below == 0
           ? g_steal_pointer (&owned)
           : g_strdup_printf (
               /* Translators: %1$s is a sum, as "Budget: 1.250.000 € together"; %2$u amounts are of
                * what stands under something that has an amount itself. */
               ngettext ("%1$s; %2$u amount that stands under another one is not added",
                         "%1$s; %2$u amounts that stand under another one are not added", n_below),
               owned, n_below);
}

char *
streek_record_list_dup_sum (const StreekRecordList *list, int group, guint i)
{
  g_return_val_if_fail (list != NULL && i < list->columns->len, NULL);
  g_return_val_if_fail (group < (int) list->groups->len, NULL);

  const StreekRecordListColumn *column = list->columns->pdata[i];

  if (!streek_record_list_column_is_money (column))
    return NULL;

  Sum sum = sum_rows (list, group, column);

  if (sum.n_filled == 0)
    return NULL;

  g_autofree char *amount = streek_record_list_column_dup_amount (
    column, sum.sum, streek_record_view_get_format (list->view));
  const char *label = streek_record_list_get_label (list, i);
  const char *unit = _ (column->unit);

  char *words =
    sum.n_filled == sum.n
      /* Translators: the head of a column, a sum and its unit: "Budget: 1.250.000 € together"
       */
      ? g_strdup_printf (_ ("%1$s: %2$s %3$s together"), label, amount, unit)
      /* Translators: the same, with how many records have an amount, of how many there are. */
      : g_strdup_printf (_ ("%1$s: %2$s %3$s together; filled in for %4$u of %5$u"), label, amount,
                         unit, sum.n_filled, sum.n);

  return add_below (words, sum.n_below);
}

/* The title */

/* The condition that makes it a list of things that have a name of their own: (nullable). */
static const StreekRecordCondition *
find_naming (const StreekRecordList *list)
{
  for (guint i = 0; i < list->spec->conditions->len; i++)
    {
      const StreekRecordCondition *condition = list->spec->conditions->pdata[i];
      const StreekRecordListColumn *column =
        streek_record_columns_find (list->all, condition->column);

      if (condition->op == STREEK_RECORD_IS && condition->values[0] != NULL &&
          condition->values[1] == NULL && column != NULL && column->computed != NULL &&
          column->computed->with_it != NULL)
        return condition;
    }

  return NULL;
}

static gboolean
asks_for_it (const StreekRecordCondition *naming)
{
  return g_str_equal (naming->values[0], "1");
}

const char *
streek_record_list_get_title (const StreekRecordList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  const StreekRecordCondition *naming = find_naming (list);

  if (naming == NULL)
    return streek_record_kind_get_plural (list->spec->kind);

  const StreekRecordColumn *flag = streek_record_columns_find (list->all, naming->column)->computed;

  return _ (asks_for_it (naming) ? flag->with_it : flag->without_it);
}

static void
take_flag_cb (const StreekRecordValue *value, gpointer data)
{
  *(gboolean *) data = value->number != 0;
}

/* How many there are of what the title names. */
static guint
count_named (const StreekRecordList *list, const StreekRecordCondition *naming)
{
  const StreekRecordListColumn *column = streek_record_columns_find (list->all, naming->column);
  guint n, n_named = 0;
  const StreekRecord *const *records =
    streek_records_list (streek_record_view_get_records (list->view), list->spec->kind, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean has_it = FALSE;

      streek_record_list_column_foreach (column, records[i], list->view, take_flag_cb, &has_it);
      n_named += has_it == asks_for_it (naming);
    }

  return n_named;
}

/* Remarks */

static void
add_overlap (const StreekRecordList *list, GPtrArray *remarks)
{
  if (list->rows->len == list->n_records)
    return;

  g_ptr_array_add (
    remarks, g_strdup_printf (
               ngettext ("There is %u record; it stands in each group it belongs to and counts "
                         "once in the total.",
                         "There are %u records; those that belong to several groups stand in "
                         "each of them and count once in the total.",
                         list->n_records),
               list->n_records));
}

static void
add_filter (const StreekRecordList *list, GPtrArray *remarks)
{
  const StreekRecordCondition *naming = find_naming (list);
  g_autoptr (StreekRecordListSpec) spec = streek_record_list_spec_copy (list->spec);

  if (naming != NULL) /* the title says it */
    streek_record_list_spec_clear_conditions (spec, naming->column);

  g_autofree char *filter = streek_record_list_spec_describe (spec, list->view);

  if (filter == NULL)
    return;

  /* Translators: %1$u of %2$u records, and what narrows the list, in words. */
  g_ptr_array_add (
    remarks, g_strdup_printf (_ ("%1$u of %2$u. %3$s."), list->n_records,
                              naming != NULL ? count_named (list, naming) : list->n_all, filter));
}

char *
streek_record_list_dup_context (const StreekRecordList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  g_autofree char *today = streek_format_date (streek_record_view_get_format (list->view),
                                               streek_record_view_get_today (list->view));

  if (list->spec->group == NULL)
    /* Translators: %s is a day: under the title of a list on paper. */
    return g_strdup_printf (_ ("As known on %s"), today);

  /* Translators: %1$s is the head of the column by which a list is in groups, %2$s a day. */
  return g_strdup_printf (
    _ ("By “%1$s” · as known on %2$s"),
    streek_record_list_column_get_label (list->spec->kind,
                                         streek_record_columns_find (list->all, list->spec->group)),
    today);
}

char **
streek_record_list_list_remarks (const StreekRecordList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  GPtrArray *remarks = g_ptr_array_new ();

  add_filter (list, remarks);

  for (guint i = 0; i < list->columns->len; i++)
    {
      char *sum = streek_record_list_dup_sum (list, -1, i);

      if (sum != NULL)
        g_ptr_array_add (remarks, sum);
    }

  add_overlap (list, remarks);
  g_ptr_array_add (remarks, NULL);

  return (char **) g_ptr_array_free (remarks, FALSE);
}

/* The table */

static char *
dup_heading (const StreekRecordGroup *group)
{
  /* Translators: the heading of a group in a list, and how many records are in it. */
  return g_strdup_printf (C_ ("group of a list", "%1$s (%2$u)"), group->title, group->n);
}

/* "Budget: 12.000 € together; filled in for 3 of 5"; of what nobody filled in it says that. */
static char *
dup_sums (const StreekRecordList *list, guint group)
{
  g_autoptr (GString) sums = g_string_new (NULL);

  for (guint i = 0; i < list->columns->len; i++)
    {
      g_autofree char *sum = streek_record_list_dup_sum (list, (int) group, i);

      if (sum == NULL && streek_record_list_column_is_money (list->columns->pdata[i]))
        /* Translators: %s is the head of a column of amounts. */
        sum = g_strdup_printf (_ ("%s: not filled in"), streek_record_list_get_label (list, i));
      if (sum != NULL)
        g_string_append_printf (sums, "%s%s", sums->len > 0 ? " · " : "", sum);
    }

  return sums->len > 0 ? g_string_free (g_steal_pointer (&sums), FALSE) : NULL;
}

/* For paper: the groups of a table that says them in its column @column. */
static void
add_groups (const StreekRecordList *list, StreekTable *table, guint column)
{
  for (guint i = 0; i < list->groups->len; i++)
    {
      const StreekRecordGroup *group = streek_record_list_get_group (list, i);
      g_autofree char *heading = dup_heading (group);
      g_autofree char *sums = dup_sums (list, i);

      streek_table_add_group (table, column, group->first, heading, sums);
    }
}

static void
add_heading (const StreekRecordList *list, StreekTable *table, guint group)
{
  g_autofree char *title = dup_heading (streek_record_list_get_group (list, group));

  streek_table_set_text (table, streek_table_add_row (table), 0, title);
}

/* What stands before the columns of the spec. */
static guint
add_front_columns (const StreekRecordList *list, StreekTable *table, StreekRecordTableFlags flags)
{
  guint n = 0;

  if (flags & STREEK_RECORD_TABLE_RAW)
    {
      streek_table_add_column (table, "id", "id", STREEK_COLUMN_TEXT, NULL, 0);
      n++;
    }

  if (list->spec->group != NULL && !(flags & STREEK_RECORD_TABLE_HEADINGS))
    {
      streek_table_add_column (
        table, "group",
        streek_record_list_column_get_label (
          list->spec->kind, streek_record_columns_find (list->all, list->spec->group)),
        STREEK_COLUMN_TEXT, NULL, 0);
      n++;
    }

  return n;
}

static void
fill_front (const StreekRecordList *list,
            StreekTable *table,
            guint at,
            const StreekRecordRow *row,
            StreekRecordTableFlags flags)
{
  guint place = 0;

  if (flags & STREEK_RECORD_TABLE_RAW)
    {
      g_autofree char *id =
        g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (row->record));

      streek_table_set_text (table, at, place++, id);
    }
  if (list->spec->group != NULL && !(flags & STREEK_RECORD_TABLE_HEADINGS))
    streek_table_set_text (table, at, place,
                           streek_record_list_get_group (list, row->group)->title);
}

/* Headings stand in the first column. People read "2025" as a year, and "2.025" as a number; in a
 * file it stays one. */
static StreekColumnType
get_type (const StreekRecordList *list, guint i, StreekRecordTableFlags flags)
{
  const StreekRecordListColumn *column = list->columns->pdata[i];

  if (list->spec->group != NULL && (flags & STREEK_RECORD_TABLE_HEADINGS) && i == 0)
    return STREEK_COLUMN_TEXT;
  if (!(flags & STREEK_RECORD_TABLE_RAW) && column->field >= 0 &&
      streek_record_field_is_year (&list->spec->kind->fields[column->field]))
    return STREEK_COLUMN_PERIOD;

  return streek_record_list_column_get_table_type (column);
}

static void
add_columns (const StreekRecordList *list, StreekTable *table, StreekRecordTableFlags flags)
{
  for (guint i = 0; i < list->columns->len; i++)
    {
      const StreekRecordListColumn *column = list->columns->pdata[i];
      StreekColumnType type = get_type (list, i, flags);

      streek_table_add_column (
        table, column->id, streek_record_list_get_label (list, i), type,
        type == STREEK_COLUMN_NUMBER && column->unit != NULL ? _ (column->unit) : NULL,
        column->decimals);
    }
}

/* What of a table is for paper only. @n_front: what stands before the columns of the spec */
static void
arrange_for_paper (const StreekRecordList *list, StreekTable *table, guint n_front)
{
  /* a record that stands in several groups says more in its row than the heading over it */
  gboolean groups_say_all =
    list->spec->group != NULL && list->columns->len > 1 && list->rows->len == list->n_records;

  streek_table_leave_out_empty (table);

  for (guint i = 0; i < list->columns->len; i++)
    {
      const StreekRecordListColumn *column = list->columns->pdata[i];
      const char *under = streek_record_list_column_get_under (list->spec->kind, column);
      const char *replaces =
        column->field >= 0 ? list->spec->kind->fields[column->field].replaces : NULL;
      int other = under != NULL ? streek_table_find_column (table, under) : -1;
      int old = replaces != NULL ? streek_table_find_column (table, replaces) : -1;

      if (column->field >= 0 && (guint) column->field == list->spec->kind->title &&
          list->spec->kind->dup_title == NULL)
        streek_table_set_key_column (table, n_front + i);
      if (groups_say_all && g_str_equal (column->id, list->spec->group))
        streek_table_set_in_headings (table, n_front + i);
      if (other >= (int) n_front && other != (int) (n_front + i))
        streek_table_set_column_under (table, n_front + i, (guint) other);
      if (old >= (int) n_front && old != (int) (n_front + i))
        streek_table_set_column_replaced (table, n_front + i, (guint) old);
    }
}

static void
add_remarks (const StreekRecordList *list, StreekTable *table)
{
  g_auto (GStrv) remarks = streek_record_list_list_remarks (list);

  for (guint i = 0; remarks[i] != NULL; i++)
    streek_table_add_remark (table, remarks[i]);
}

StreekTable *
streek_record_list_make_table (const StreekRecordList *list, StreekRecordTableFlags flags)
{
  g_return_val_if_fail (list != NULL, NULL);

  if (flags & STREEK_RECORD_TABLE_RAW) /* a file has no rows that are none */
    flags &= ~STREEK_RECORD_TABLE_HEADINGS;

  StreekTable *table = streek_table_new ();
  gboolean with_headings = list->spec->group != NULL && (flags & STREEK_RECORD_TABLE_HEADINGS);
  g_autoptr (StreekRecordFinder) finder = streek_record_finder_new (list->view);
  guint n_front = add_front_columns (list, table, flags);

  add_columns (list, table, flags);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const StreekRecordRow *row = &g_array_index (list->rows, StreekRecordRow, i);

      if (with_headings && streek_record_list_get_group (list, row->group)->first == i &&
          list->columns->len > 0)
        add_heading (list, table, row->group);

      guint at = streek_table_add_row (table);

      fill_front (list, table, at, row, flags);

      for (guint j = 0; j < list->columns->len; j++)
        streek_record_list_column_fill (list->columns->pdata[j], row->record, list->view,
                                        flags & STREEK_RECORD_TABLE_RAW ? finder : NULL,
                                        flags & STREEK_RECORD_TABLE_RAW
                                          ? STREEK_RECORD_CELL_WITH_ROLES
                                          : STREEK_RECORD_CELL_PLAIN,
                                        table, at, n_front + j);
    }

  if (n_front > 0 && !(flags & STREEK_RECORD_TABLE_RAW))
    add_groups (list, table, 0);

  if (!(flags & STREEK_RECORD_TABLE_RAW)) /* who asked for a file knows what was asked */
    {
      arrange_for_paper (list, table, n_front);
      add_remarks (list, table);
    }

  return table;
}
