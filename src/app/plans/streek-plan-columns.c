/* streek-plan-columns.c: what the tree of a plan can show of a goal or action beside its title */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-columns.h"

#include "plan/streek-plan-item.h"

#include <glib/gi18n.h>

static void
free_column (gpointer data)
{
  StreekPlanColumn *column = data;

  g_free (column->id);
  g_free (column->title);
  g_free (column);
}

static StreekPlanColumn *
add (GPtrArray *columns, const char *id, const char *title, int n_chars)
{
  StreekPlanColumn *column = g_new0 (StreekPlanColumn, 1);

  column->id = g_strdup (id);
  column->title = g_strdup (title);
  column->n_chars = n_chars;
  column->field = -1;
  column->is_wide = TRUE;
  g_ptr_array_add (columns, column);

  return column;
}

/* What the tree itself shows, or says in another column. */
static gboolean
is_left_out (const char *id)
{
  static const char *const others[] = { "pact", "parent", STREEK_PLAN_TITLE, "is_action",
                                        "path", "due",    "due_state",       NULL };

  return g_strv_contains (others, id);
}

/* Long texts and what hangs on an item are shown, and changed in its form. */
static gboolean
can_edit (const StreekRecordListColumn *column)
{
  switch (column->type)
    {
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_REFERENCE:
      return column->field >= 0;
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return FALSE;
    }
}

static int
get_n_chars (StreekRecordType type)
{
  switch (type)
    {
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
      return 11;
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
      return 14;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_REFERENCE:
      return 17;
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      return 23;
    }
}

static void
add_listed (GPtrArray *columns)
{
  /* kept for good: columns lend from it */
  static GPtrArray *all;

  if (all == NULL)
    all = streek_record_kind_list_columns (&streek_plan_item_kind);

  for (guint i = 0; i < all->len; i++)
    {
      const StreekRecordListColumn *listed = all->pdata[i];
      const char *label = streek_record_list_column_get_label (&streek_plan_item_kind, listed);
      g_autofree char *title = listed->unit != NULL
                                 ? g_strdup_printf ("%s (%s)", label, _ (listed->unit))
                                 : g_strdup (label);

      if (is_left_out (listed->id))
        continue;

      StreekPlanColumn *column = add (columns, listed->id, title, get_n_chars (listed->type));

      column->list = listed;
      column->field = can_edit (listed) ? listed->field : -1;
      column->is_wide = streek_record_list_column_is_wide (listed);
    }
}

GPtrArray *
streek_plan_columns_list (void)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  add (columns, STREEK_PLAN_TITLE, _ ("Goal or action"), 0)->field = STREEK_PLAN_ITEM_TITLE;
  add (columns, "timing", _ ("Timing"), 16)->dup_text = streek_plan_row_dup_timing;
  /* Translators: head of a column: in the programmes of which years an action is. */
  add (columns, "years", _ ("In the years"), 13)->dup_text = streek_plan_row_dup_coverage;
  /* Translators: head of a column: whether an action is overdue, or nothing was heard of it. */
  add (columns, "watch", _ ("To watch"), 28)->dup_text = streek_plan_row_dup_state;
  add_listed (columns);

  return columns;
}

const StreekPlanColumn *
streek_plan_columns_find (const GPtrArray *columns, const char *id)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (((const StreekPlanColumn *) columns->pdata[i])->id, id) == 0)
      return columns->pdata[i];

  return NULL;
}

char *
streek_plan_column_dup_text (const StreekPlanColumn *column, StreekPlanRow *row)
{
  const StreekRecord *item = streek_plan_row_get_node (row)->item;

  if (column->dup_text != NULL)
    return column->dup_text (row);
  if (column->list == NULL)
    return streek_plan_item_dup_label (item);

  return streek_record_list_column_dup_text (column->list, item,
                                             streek_plan_row_get_shown (row)->view, "; ");
}
