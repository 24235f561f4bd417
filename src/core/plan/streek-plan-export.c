/* streek-plan-export.c: a whole plan as a file that other programs open, and that comes in again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-export.h"

#include "base/streek-file.h"
#include "exchange/streek-spreadsheet.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-parts-private.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-plan-tree.h"
#include "record/streek-record-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a level of an item skips: nothing stands there. */
#define NOTHING "–"
/* A part of a part of a plan. */
#define MAX_DEPTH 3

typedef struct
{
  StreekRecordView *view;
  const StreekRecords *records;
  gint64 pact;
  StreekPlanTree *tree;
  StreekRecordFinder *finder; /* (nullable): of raw cells */
  StreekTable *table;
  guint *columns;   /* of each node: the column of levels that it stands in, from 0 */
  guint n_levels;   /* columns */
  gboolean is_deep; /* deeper than columns go: what it stands under is a cell */
} Writing;

/* Where it stands */

static int
find_level (const Writing *self, const StreekRecord *item)
{
  gint64 level = streek_record_get_reference (item, STREEK_PLAN_ITEM_LEVEL);

  for (guint i = 0; i < streek_plan_tree_get_n_levels (self->tree); i++)
    if (streek_record_get_id (streek_plan_tree_get_level (self->tree, i)) == level)
      return (int) i;

  return -1;
}

/* The column of its level; that of the next one, where its level is not below what it stands under.
 */
static void
place_nodes (Writing *self)
{
  guint n = streek_plan_tree_get_n_nodes (self->tree);

  self->columns = g_new0 (guint, MAX (n, 1));
  self->n_levels = MAX (streek_plan_tree_get_n_levels (self->tree), 1);

  for (guint i = 0; i < n; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (self->tree, i);
      int above = node->parent >= 0 ? (int) self->columns[node->parent] : -1;

      self->columns[i] = (guint) MAX (find_level (self, node->item), above + 1);
      self->n_levels = MAX (self->n_levels, self->columns[i] + 1);
    }

  self->is_deep = self->n_levels > STREEK_PLAN_SHEET_MAX_LEVELS;
}

static const char *
get_title (const StreekRecord *item)
{
  const char *title = streek_record_get_text (item, STREEK_PLAN_ITEM_TITLE);

  return title != NULL ? title : "";
}

/* Each row stands by itself: what is above stands to the left of it, so that a spreadsheet can sort
 * and filter. */
static void
fill_levels (const Writing *self, guint row)
{
  const StreekPlanNode *node = streek_plan_tree_get_node (self->tree, row);

  for (guint i = 0; i < self->columns[row]; i++)
    streek_table_set_text (self->table, row, i, NOTHING);

  streek_table_set_text (self->table, row, self->columns[row], get_title (node->item));

  for (int above = node->parent; above >= 0;)
    {
      const StreekPlanNode *other = streek_plan_tree_get_node (self->tree, (guint) above);

      streek_table_set_text (self->table, row, self->columns[above], get_title (other->item));
      above = other->parent;
    }
}

static void
add_level_columns (const Writing *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      const StreekRecord *level = streek_plan_tree_get_level (self->tree, i);
      g_autofree char *id = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%u", i + 1);
      g_autofree char *label = level != NULL
                                 ? g_strdup (streek_record_get_text (level, STREEK_PACT_LEVEL_NAME))
                                 : g_strdup_printf (_ ("Level %u"), i + 1);

      streek_table_add_column (self->table, id, label, STREEK_COLUMN_TEXT, NULL, 0);
    }
}

/* Fields, and what hangs on it */

static gboolean
is_written (const StreekRecordListColumn *column, gboolean is_deep)
{
  if (!streek_plan_column_can_be_read (column)) /* what cannot come in again has a sheet */
    return FALSE;

  switch (column->field)
    {
    case STREEK_PLAN_ITEM_PARENT:
    case STREEK_PLAN_ITEM_TITLE:
      return is_deep;
    default:
      return TRUE;
    }
}

/* (transfer container): columns of lists of @kind that are written, which are lent by @known */
static GPtrArray *
list_columns (const GPtrArray *known, const StreekRecordKind *kind, gboolean is_deep)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    {
      const StreekRecordListColumn *column = known->pdata[i];

      if (kind == &streek_plan_item_kind
            ? is_written (column, is_deep)
            : column->field >= 0 && column->type != STREEK_RECORD_BYTES)
        g_ptr_array_add (columns, known->pdata[i]);
    }

  return columns;
}

static void
add_columns (StreekTable *table, const StreekRecordKind *kind, const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];
      StreekColumnType type = streek_record_list_column_get_table_type (column);

      streek_table_add_column (
        table, column->id, streek_record_list_column_get_label (kind, column), type,
        type == STREEK_COLUMN_NUMBER && column->unit != NULL ? _ (column->unit) : NULL,
        column->decimals);
    }
}

static void
fill_columns (
  const Writing *self, const StreekRecord *record, const GPtrArray *columns, guint row, guint first)
{
  for (guint i = 0; i < columns->len; i++)
    streek_record_list_column_fill (columns->pdata[i], record, self->view, self->finder,
                                    STREEK_RECORD_CELL_WITH_ROLES, self->table, row, first + i);
}

static void
add_id_column (StreekTable *table)
{
  streek_table_add_column (table, STREEK_PLAN_ROLE_ID, STREEK_PLAN_ROLE_ID, STREEK_COLUMN_TEXT,
                           NULL, 0);
}

static void
fill_id (StreekTable *table, const StreekRecord *record, guint row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (record));

  streek_table_set_text (table, row, streek_table_get_n_columns (table) - 1, id);
}

/* Targets: as many sets of columns as the item with the most of them has */

static const StreekRecord *const *
list_targets (const Writing *self, guint row, guint *n)
{
  return streek_records_list_by (
    self->records, &streek_target_kind, STREEK_TARGET_ITEM,
    streek_record_get_id (streek_plan_tree_get_node (self->tree, row)->item), n);
}

/* Decimals are how people read it, and stand on the sheet of targets. */
static GPtrArray *
list_target_columns (const GPtrArray *known)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    {
      const StreekRecordListColumn *column = known->pdata[i];

      if (column->field > STREEK_TARGET_ITEM && column->field != STREEK_TARGET_DECIMALS)
        g_ptr_array_add (columns, known->pdata[i]);
    }

  return columns;
}

static guint
count_sets (const Writing *self)
{
  guint most = 0, n;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (self->tree); i++)
    {
      list_targets (self, i, &n);
      most = MAX (most, n);
    }

  return most;
}

static void
add_target_columns (const Writing *self, const GPtrArray *columns, guint n_sets)
{
  for (guint set = 0; set < n_sets; set++)
    for (guint i = 0; i < columns->len; i++)
      {
        const StreekRecordListColumn *column = columns->pdata[i];
        const StreekRecordField *field = &streek_target_kind.fields[column->field];
        g_autofree char *plain = streek_plan_target_dup_label (field);
        g_autofree char *label =
          set > 0 ? g_strdup_printf ("%s %u", plain, set + 1) : g_strdup (plain);
        g_autofree char *id =
          set > 0 ? g_strdup_printf (STREEK_PLAN_ROLE_TARGET "%s-%u", field->id, set + 1)
                  : g_strconcat (STREEK_PLAN_ROLE_TARGET, field->id, NULL);

        streek_table_add_column (self->table, id, label,
                                 streek_record_list_column_get_table_type (column), NULL,
                                 column->decimals);
      }
}

static void
fill_targets (const Writing *self, const GPtrArray *columns, guint row, guint first, guint n_sets)
{
  guint n;
  const StreekRecord *const *targets = list_targets (self, row, &n);

  for (guint i = 0; i < MIN (n, n_sets); i++)
    fill_columns (self, targets[i], columns, row, first + i * columns->len);
}

static void
clear_writing (Writing *self)
{
  g_clear_pointer (&self->tree, streek_plan_tree_free);
  g_clear_pointer (&self->finder, streek_record_finder_free);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->columns, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, clear_writing)

/* What belongs to a plan is looked for in it when it comes in: what other plans call so is no
 * matter. */
static gboolean
is_meant (const StreekRecord *record, const StreekRecords *records, gpointer data)
{
  return !streek_plan_is_kind_of_part (streek_record_get_kind (record)) ||
         streek_plan_has_record (records, record, ((const Writing *) data)->pact);
}

static StreekRecordFinder *
new_finder (Writing *self)
{
  StreekRecordFinder *finder = streek_record_finder_new (self->view);

  streek_record_finder_limit (finder, is_meant, self);

  return finder;
}

static void
begin_writing (Writing *self, StreekRecordView *view, gint64 pact, gboolean is_raw)
{
  self->view = view;
  self->records = streek_record_view_get_records (view);
  self->pact = pact;
  self->finder = is_raw ? new_finder (self) : NULL;
  self->table = streek_table_new ();
}

StreekTable *
streek_plan_make_table (StreekRecordView *view, gint64 pact, gboolean is_raw)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_auto (Writing) writing = { 0 };
  g_autoptr (GPtrArray) known = streek_record_kind_list_columns (&streek_plan_item_kind);
  g_autoptr (GPtrArray) known_targets = streek_record_kind_list_columns (&streek_target_kind);

  begin_writing (&writing, view, pact, is_raw);
  writing.tree = streek_plan_tree_new (streek_record_view_get_records (view), pact);
  place_nodes (&writing);

  g_autoptr (GPtrArray) columns = list_columns (known, &streek_plan_item_kind, writing.is_deep);
  g_autoptr (GPtrArray) target_columns = list_target_columns (known_targets);
  guint first = writing.is_deep ? 0 : writing.n_levels, n_sets = count_sets (&writing);

  if (!writing.is_deep)
    add_level_columns (&writing);
  add_columns (writing.table, &streek_plan_item_kind, columns);
  add_target_columns (&writing, target_columns, n_sets);
  add_id_column (writing.table);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (writing.tree); i++)
    {
      const StreekRecord *item = streek_plan_tree_get_node (writing.tree, i)->item;

      streek_table_add_row (writing.table);
      if (!writing.is_deep)
        fill_levels (&writing, i);
      fill_columns (&writing, item, columns, i, first);
      fill_targets (&writing, target_columns, i, first + columns->len, n_sets);
      fill_id (writing.table, item, i);
    }

  return g_steal_pointer (&writing.table);
}

/* The other parts of a plan */

/* Whether a field of some part names what another one of the plan is called like. */
static gboolean
is_ambiguous (Writing *self, const StreekRecordField *field, guint i, const GPtrArray *list)
{
  g_autoptr (StreekRecordFinder) finder = new_finder (self);
  gint64 id;

  for (guint j = 0; j < list->len; j++)
    {
      gint64 other = streek_record_get_reference (list->pdata[j], i);
      g_autofree char *title = streek_records_dup_title (self->records, field->target, other);

      if (other != 0 && streek_record_finder_find (finder, field->target, 0, title, &id) != 1)
        return TRUE;
    }

  return FALSE;
}

/* Names can be changed in a file, and two targets be called the same: files for programs always
 * have the numbers of what a part refers to, those for people where names do not tell. Returns:
 * (transfer full) (element-type guint): the fields with such a column */
static GArray *
add_number_columns (Writing *self, const StreekRecordKind *kind, const GPtrArray *list)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *head = streek_plan_dup_number_head (&kind->fields[i]);

      if (head == NULL || (self->finder == NULL && !is_ambiguous (self, &kind->fields[i], i, list)))
        continue;

      streek_table_add_column (self->table, head, head, STREEK_COLUMN_TEXT, NULL, 0);
      g_array_append_val (fields, i);
    }

  return fields;
}

static void
fill_numbers (
  const Writing *self, const StreekRecord *record, const GArray *fields, guint row, guint first)
{
  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *number = streek_record_dup_raw (record, g_array_index (fields, guint, i));

      streek_table_set_text (self->table, row, first + i, number);
    }
}

/* The goal or action that a record stands under, by its place in the tree; 0: the plan itself */
static guint
get_place (const StreekRecords *records,
           const StreekPlanTree *tree,
           const StreekRecord *record,
           guint depth)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  guint place = 0;

  if (kind == &streek_plan_item_kind)
    return (guint) streek_plan_tree_find (tree, streek_record_get_id (record)) + 1;

  for (guint i = 0; i < kind->n_fields && place == 0 && depth < MAX_DEPTH; i++)
    {
      const StreekRecord *owner = kind->fields[i].flags & STREEK_RECORD_OWNER
                                    ? streek_record_follow (record, i, records)
                                    : NULL;

      if (owner != NULL)
        place = get_place (records, tree, owner, depth + 1);
    }

  return place;
}

/* What it is part of, and all that it says where nobody gave it an order; numbers of records, which
 * are other ones in every workspace, are left out. */
static char *
dup_order (const StreekRecords *records, const StreekRecord *record)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  gboolean is_ranked = streek_record_kind_find_rank (kind) >= 0;
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean is_reference = kind->fields[i].type == STREEK_RECORD_REFERENCE;

      if (is_ranked && !(kind->fields[i].flags & STREEK_RECORD_OWNER))
        continue;

      g_autofree char *text = is_reference
                                ? streek_records_dup_title (records, kind->fields[i].target,
                                                            streek_record_get_reference (record, i))
                                : streek_record_dup_raw (record, i);

      g_string_append_printf (order, "%s\x1f", text);
    }

  return g_string_free (order, FALSE);
}

typedef struct
{
  const StreekRecord *record;
  guint place;
  char *order;
  guint nth; /* by rank */
} Placed;

static void
clear_placed (gpointer data)
{
  g_free (((Placed *) data)->order);
}

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const Placed *first = a, *second = b;
  int order = strcmp (first->order, second->order);

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;

  return order != 0 ? order : (first->nth > second->nth) - (first->nth < second->nth);
}

/* In the order of the plan, the same in every workspace. */
static void
sort_part (const StreekRecords *records, gint64 pact, GPtrArray *list)
{
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new ((StreekRecords *) records, pact);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_array_set_clear_func (placed, clear_placed);

  for (guint i = 0; i < list->len; i++)
    {
      Placed one = { list->pdata[i], get_place (records, tree, list->pdata[i], 0),
                     dup_order (records, list->pdata[i]), i };

      g_array_append_val (placed, one);
    }

  g_array_sort (placed, compare_placed);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = (gpointer) g_array_index (placed, Placed, i).record;
}

static GPtrArray *
list_part (const StreekRecords *records, const StreekRecordKind *kind, gint64 pact)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    if (streek_plan_has_record (records, all[i], pact))
      g_ptr_array_add (list, (gpointer) all[i]);

  return list;
}

/* (transfer full) (nullable): the records of a kind that are part of the plan */
static StreekTable *
make_part (StreekRecordView *view, const StreekRecordKind *kind, gint64 pact, gboolean is_raw)
{
  g_auto (Writing) writing = { 0 };
  g_autoptr (GPtrArray) known = streek_record_kind_list_columns (kind);
  g_autoptr (GPtrArray) columns = list_columns (known, kind, FALSE);
  g_autoptr (GPtrArray) list = list_part (streek_record_view_get_records (view), kind, pact);

  if (list->len == 0)
    return NULL;

  begin_writing (&writing, view, pact, is_raw);
  sort_part (writing.records, pact, list);
  add_columns (writing.table, kind, columns);

  g_autoptr (GArray) numbers = add_number_columns (&writing, kind, list);

  add_id_column (writing.table);

  for (guint i = 0; i < list->len; i++)
    {
      streek_table_add_row (writing.table);
      fill_columns (&writing, list->pdata[i], columns, i, 0);
      fill_numbers (&writing, list->pdata[i], numbers, i, columns->len);
      fill_id (writing.table, list->pdata[i], i);
    }

  return g_steal_pointer (&writing.table);
}

static gboolean
write_csv (StreekRecordView *view, gint64 pact, const char *path, gboolean is_raw, GError **error)
{
  g_autoptr (StreekTable) table = streek_plan_make_table (view, pact, is_raw);
  char *text = is_raw
                 ? streek_table_to_csv (table, NULL)
                 : streek_table_to_spreadsheet_csv (table, streek_record_view_get_format (view));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}

static gboolean
write_sheets (
  StreekRecordView *view, gint64 pact, const char *path, gboolean is_raw, GError **error)
{
  guint n = 0, n_parts;
  const StreekPlanPart *parts = streek_plan_list_parts (&n_parts);
  g_autofree StreekSpreadsheetPart *sheets = g_new0 (StreekSpreadsheetPart, 1 + n_parts);
  g_autoptr (GPtrArray) tables =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_table_unref);

  g_ptr_array_add (tables, streek_plan_make_table (view, pact, is_raw));
  sheets[n].name =
    is_raw ? streek_plan_item_kind.id : streek_record_kind_get_plural (&streek_plan_item_kind);
  sheets[n++].table = tables->pdata[0];

  for (guint i = 0; i < n_parts; i++)
    {
      const StreekRecordKind *kind = parts[i].kind;
      StreekTable *table = make_part (view, kind, pact, is_raw);

      if (table == NULL)
        continue;
      g_ptr_array_add (tables, table);
      sheets[n].name = is_raw ? kind->id : streek_record_kind_get_plural (kind);
      sheets[n++].table = table;
    }

  return streek_spreadsheet_write (path, sheets, n, is_raw, error);
}

char *
streek_plan_describe_left_out (StreekRecordView *view, gint64 pact, const char *path)
{
  g_return_val_if_fail (view != NULL && path != NULL, NULL);

  g_autoptr (GString) list = g_string_new (NULL);
  guint n_parts;
  const StreekPlanPart *parts = streek_plan_list_parts (&n_parts);

  for (guint i = 0; i < n_parts && g_str_has_suffix (path, ".csv"); i++)
    {
      g_autoptr (GPtrArray) left =
        list_part (streek_record_view_get_records (view), parts[i].kind, pact);

      if (left->len > 0 && parts[i].is_told)
        g_string_append_printf (list, "%s%s: %u", list->len > 0 ? ", " : "",
                                streek_record_kind_get_plural (parts[i].kind), left->len);
    }

  return list->len > 0
           /* Translators: %s is what and how many: "Claims: 3, Scores: 12". */
           ? g_strdup_printf (_ ("Not in a CSV file: %s. A file that ends in .xlsx or .ods has a "
                                 "sheet for each."),
                              list->str)
           : NULL;
}

gboolean
streek_plan_write (
  StreekRecordView *view, gint64 pact, const char *path, gboolean is_raw, GError **error)
{
  g_return_val_if_fail (view != NULL && path != NULL, FALSE);

  if (streek_spreadsheet_has_suffix (path))
    return write_sheets (view, pact, path, is_raw, error);
  if (g_str_has_suffix (path, ".csv"))
    return write_csv (view, pact, path, is_raw, error);

  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                       _ ("Give the file a name that ends in .csv, .xlsx or .ods."));

  return FALSE;
}
