/* streek-plan-export.c: a whole plan as a file that other programs open, and that comes in again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-export.h"

#include "base/streek-file.h"
#include "exchange/streek-spreadsheet.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-role.h"
#include "record/streek-record-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a level of an item skips: nothing stands there. */
#define NOTHING "–"
/* A part of a part of a plan. */
#define MAX_DEPTH 3

/* What a plan consists of beside its goals and actions, a sheet each; @is_told: of which neither
 * the rows of those nor another of these say that it is there. */
static const struct
{
  const StreekRecordKind *kind;
  gboolean is_told;
} parts[] = {
  { &streek_pact_kind, FALSE },
  { &streek_pact_level_kind, FALSE },
  { &streek_approval_kind, TRUE },
  { &streek_swot_kind, TRUE },
  { &streek_criterion_kind, TRUE },
  { &streek_score_kind, TRUE },
  { &streek_target_kind, FALSE },
  { &streek_measurement_kind, TRUE },
  { &streek_obligation_kind, TRUE },
  { &streek_obligation_accent_kind, FALSE },
  { &streek_obligation_item_kind, FALSE },
  { &streek_role_kind, TRUE },
  { &streek_progress_kind, TRUE },
  { &streek_adjustment_kind, TRUE },
  { &streek_progress_report_kind, TRUE },
  { &streek_progress_report_row_kind, FALSE },
  { &streek_claim_kind, TRUE },
  { &streek_item_frame_kind, FALSE },
  { &streek_item_area_kind, FALSE },
  { &streek_item_partner_kind, FALSE },
};

typedef struct
{
  StreekRecordView *view;
  const StreekRecords *records;
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

static void
begin_writing (Writing *self, StreekRecordView *view, gboolean is_raw)
{
  self->view = view;
  self->records = streek_record_view_get_records (view);
  self->finder = is_raw ? streek_record_finder_new (view) : NULL;
  self->table = streek_table_new ();
}

StreekTable *
streek_plan_make_table (StreekRecordView *view, gint64 pact, gboolean is_raw)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_auto (Writing) writing = { 0 };
  g_autoptr (GPtrArray) known = streek_record_kind_list_columns (&streek_plan_item_kind);
  g_autoptr (GPtrArray) known_targets = streek_record_kind_list_columns (&streek_target_kind);

  begin_writing (&writing, view, is_raw);
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

static gboolean
is_of_plan (const StreekRecords *records, const StreekRecord *record, gint64 pact, guint depth)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (kind == &streek_pact_kind)
    return streek_record_get_id (record) == pact;

  for (guint i = 0; i < kind->n_fields && depth < MAX_DEPTH; i++)
    {
      const StreekRecord *other =
        kind->fields[i].type == STREEK_RECORD_REFERENCE &&
            (kind->fields[i].flags & (STREEK_RECORD_OWNER | STREEK_RECORD_LINK))
          ? streek_record_follow (record, i, records)
          : NULL;

      if (other != NULL && streek_record_get_kind (other) == &streek_plan_item_kind)
        {
          if (streek_record_get_reference (other, STREEK_PLAN_ITEM_PACT) == pact)
            return TRUE;
        }
      else if (other != NULL && is_of_plan (records, other, pact, depth + 1))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full) (nullable): the records of a kind that are part of the plan */
static StreekTable *
make_part (StreekRecordView *view, const StreekRecordKind *kind, gint64 pact, gboolean is_raw)
{
  g_auto (Writing) writing = { 0 };
  g_autoptr (GPtrArray) known = streek_record_kind_list_columns (kind);
  g_autoptr (GPtrArray) columns = list_columns (known, kind, FALSE);
  guint n;

  begin_writing (&writing, view, is_raw);
  add_columns (writing.table, kind, columns);
  add_id_column (writing.table);

  const StreekRecord *const *all = streek_records_list (writing.records, kind, &n);

  for (guint i = 0; i < n; i++)
    if (is_of_plan (writing.records, all[i], pact, 0))
      {
        guint row = streek_table_add_row (writing.table);

        fill_columns (&writing, all[i], columns, row, 0);
        fill_id (writing.table, all[i], row);
      }

  return streek_table_get_n_rows (writing.table) > 0 ? g_steal_pointer (&writing.table) : NULL;
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
  StreekSpreadsheetPart sheets[1 + G_N_ELEMENTS (parts)];
  g_autoptr (GPtrArray) tables =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_table_unref);
  guint n = 0;

  g_ptr_array_add (tables, streek_plan_make_table (view, pact, is_raw));
  sheets[n].name =
    is_raw ? streek_plan_item_kind.id : streek_record_kind_get_plural (&streek_plan_item_kind);
  sheets[n++].table = tables->pdata[0];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
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

  const StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && g_str_has_suffix (path, ".csv"); i++)
    {
      guint n = 0, n_all;
      const StreekRecord *const *all = streek_records_list (records, parts[i].kind, &n_all);

      for (guint j = 0; j < n_all && parts[i].is_told; j++)
        n += is_of_plan (records, all[j], pact, 0);

      if (n > 0)
        g_string_append_printf (list, "%s%s: %u", list->len > 0 ? ", " : "",
                                streek_record_kind_get_plural (parts[i].kind), n);
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
