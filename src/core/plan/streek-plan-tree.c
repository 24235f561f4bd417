/* streek-plan-tree.c: the goals and actions of one plan in reading order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-tree-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"

/* A file may say anything: no tree of people is deeper. */
#define MAX_DEPTH 64

static gboolean
is_of_pact (const StreekPlanTree *tree, gint64 id)
{
  const StreekRecord *item = streek_records_find (tree->records, &streek_plan_item_kind, id);

  return item != NULL && streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT) == tree->pact;
}

static void
add_below (StreekPlanTree *tree, const StreekRecord *item, int parent, guint depth)
{
  guint index = tree->nodes->len, n;
  StreekPlanNode node = { .item = item, .parent = parent, .depth = depth };
  gint64 id = streek_record_get_id (item);

  /* a circle, in a file that nobody checked */
  if (depth > MAX_DEPTH || streek_plan_tree_find (tree, id) >= 0)
    return;

  g_array_append_val (tree->nodes, node);
  g_hash_table_insert (tree->by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));

  const StreekRecord *const *children =
    streek_records_list_by (tree->records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PARENT, id, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (children[i], STREEK_PLAN_ITEM_PACT) == tree->pact)
      {
        guint n_before = tree->nodes->len;

        add_below (tree, children[i], (int) index, depth + 1);
        g_array_index (tree->nodes, StreekPlanNode, index).n_children +=
          tree->nodes->len > n_before;
      }

  StreekPlanNode *closed = &g_array_index (tree->nodes, StreekPlanNode, index);

  closed->n_below = tree->nodes->len - index - 1;
  closed->is_action = streek_plan_item_is_action (item, tree->records);
}

/* What stands at the top, or under something that is no part of this plan. */
static void
add_roots (StreekPlanTree *tree)
{
  guint n;
  const StreekRecord *const *items = streek_records_list_by (tree->records, &streek_plan_item_kind,
                                                             STREEK_PLAN_ITEM_PACT, tree->pact, &n);

  for (guint i = 0; i < n; i++)
    if (!is_of_pact (tree, streek_record_get_reference (items[i], STREEK_PLAN_ITEM_PARENT)))
      add_below (tree, items[i], -1, 0);

  /* each of a circle stands under another one of it: it is shown rather than lost */
  for (guint i = 0; i < n; i++)
    add_below (tree, items[i], -1, 0);
}

static void
list_levels (StreekPlanTree *tree)
{
  guint n;
  const StreekRecord *const *levels = streek_records_list_by (
    tree->records, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, tree->pact, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (tree->levels, (gpointer) levels[i]);
}

/**
 * streek_plan_tree_new:
 * @pact: the id of a plan; an unknown one has no items
 *
 * Returns: (transfer full): its items, each followed by all that stands under it
 */
StreekPlanTree *
streek_plan_tree_new (StreekRecords *records, gint64 pact)
{
  g_return_val_if_fail (records != NULL, NULL);

  StreekPlanTree *tree = g_new0 (StreekPlanTree, 1);

  tree->records = streek_records_ref (records);
  tree->pact = pact;
  tree->nodes = g_array_new (FALSE, TRUE, sizeof (StreekPlanNode));
  tree->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tree->levels = g_ptr_array_new ();
  list_levels (tree);
  add_roots (tree);

  return tree;
}

void
streek_plan_tree_free (StreekPlanTree *tree)
{
  if (tree == NULL)
    return;

  g_ptr_array_unref (tree->levels);
  g_hash_table_unref (tree->by_id);
  g_array_unref (tree->nodes);
  streek_records_unref (tree->records);
  g_free (tree);
}

guint
streek_plan_tree_get_n_nodes (const StreekPlanTree *tree)
{
  return tree->nodes->len;
}

const StreekPlanNode *
streek_plan_tree_get_node (const StreekPlanTree *tree, guint i)
{
  g_return_val_if_fail (tree != NULL && i < tree->nodes->len, NULL);

  return &g_array_index (tree->nodes, StreekPlanNode, i);
}

int
streek_plan_tree_find (const StreekPlanTree *tree, gint64 item)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (tree->by_id, &item)) - 1;
}

gboolean
streek_plan_tree_is_below (const StreekPlanTree *tree, guint node, guint above)
{
  return node > above && node <= above + streek_plan_tree_get_node (tree, above)->n_below;
}

const StreekRecord *
streek_plan_tree_get_level (const StreekPlanTree *tree, guint depth)
{
  return depth < tree->levels->len ? tree->levels->pdata[depth] : NULL;
}

guint
streek_plan_tree_get_n_levels (const StreekPlanTree *tree)
{
  return tree->levels->len;
}

/* Of items by themselves */

static gboolean
has_level_of_actions (const StreekRecords *records, gint64 pact)
{
  guint n;
  const StreekRecord *const *levels =
    streek_records_list_by (records, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, pact, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_flag (levels[i], STREEK_PACT_LEVEL_IS_ACTION))
      return TRUE;

  return FALSE;
}

gboolean
streek_plan_item_is_action (const StreekRecord *item, const StreekRecords *records)
{
  g_return_val_if_fail (item != NULL && records != NULL, FALSE);

  const StreekRecord *level = streek_record_follow (item, STREEK_PLAN_ITEM_LEVEL, records);
  guint n;

  if (level != NULL && streek_record_get_flag (level, STREEK_PACT_LEVEL_IS_ACTION))
    return TRUE;
  if (has_level_of_actions (records, streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT)))
    return FALSE;

  streek_records_list_by (records, &streek_plan_item_kind, STREEK_PLAN_ITEM_PARENT,
                          streek_record_get_id (item), &n);

  return n == 0;
}

gboolean
streek_plan_item_is_open_action (const StreekRecord *item, const StreekRecords *records)
{
  g_return_val_if_fail (item != NULL && records != NULL, FALSE);

  const StreekRecord *pact = streek_record_follow (item, STREEK_PLAN_ITEM_PACT, records);

  return pact != NULL && !streek_pact_is_closed (pact) &&
         streek_plan_item_is_action (item, records) &&
         !streek_record_is (item, STREEK_PLAN_ITEM_STATUS, "done") &&
         !streek_record_is (item, STREEK_PLAN_ITEM_STATUS, "dropped");
}

char *
streek_plan_item_dup_label (const StreekRecord *item)
{
  const char *code = streek_record_get_text (item, STREEK_PLAN_ITEM_CODE);
  const char *title = streek_record_get_text (item, STREEK_PLAN_ITEM_TITLE);

  return code != NULL ? g_strdup_printf ("%s %s", code, title != NULL ? title : "")
                      : g_strdup (title != NULL ? title : "");
}

/* What stands above, the nearest first; each of a circle once. @above: (array length=MAX_DEPTH) */
static guint
list_above (const StreekRecord *item, const StreekRecords *records, const StreekRecord **above)
{
  const StreekRecord *next = streek_record_follow (item, STREEK_PLAN_ITEM_PARENT, records);
  guint n = 0;

  while (next != NULL && next != item && n < MAX_DEPTH)
    {
      for (guint i = 0; i < n; i++)
        if (above[i] == next)
          return n;

      above[n++] = next;
      next = streek_record_follow (next, STREEK_PLAN_ITEM_PARENT, records);
    }

  return n;
}

char *
streek_plan_item_dup_path (const StreekRecord *item, const StreekRecords *records)
{
  g_return_val_if_fail (item != NULL && records != NULL, NULL);

  GString *path = g_string_new (NULL);
  const StreekRecord *above[MAX_DEPTH];

  for (guint i = list_above (item, records, above); i-- > 0;)
    {
      g_autofree char *label = streek_plan_item_dup_label (above[i]);

      g_string_append_printf (path, "%s%s", path->len > 0 ? " › " : "", label);
    }

  return g_string_free (path, FALSE);
}
