/* streek-plan-moves.c: items of a plan added, moved and pasted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-tree-private.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Closer together than this, ranks are numbered anew. */
#define LEAST_ROOM 1e-6

static const StreekRecordKind *const kind = &streek_plan_item_kind;

/* What hangs on an item and is copied with it. */
static const struct
{
  const StreekRecordKind *kind;
  guint item; /* its field */
} hanging[] = {
  { &streek_item_pillar_kind, STREEK_ITEM_PILLAR_ITEM },
  { &streek_item_theme_kind, STREEK_ITEM_THEME_ITEM },
  { &streek_item_target_group_kind, STREEK_ITEM_TARGET_GROUP_ITEM },
  { &streek_item_frame_kind, STREEK_ITEM_FRAME_ITEM },
  { &streek_item_area_kind, STREEK_ITEM_AREA_ITEM },
  { &streek_item_instrument_kind, STREEK_ITEM_INSTRUMENT_ITEM },
  { &streek_item_partner_kind, STREEK_ITEM_PARTNER_ITEM },
  { &streek_claim_kind, STREEK_CLAIM_ITEM },
  { &streek_target_kind, STREEK_TARGET_ITEM },
};

/* Siblings under a parent, in order. (element-type StreekRecord) */
static GPtrArray *
list_siblings (const StreekPlanTree *tree, gint64 parent)
{
  int above = parent != 0 ? streek_plan_tree_find (tree, parent) : -1;
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);

      if (node->parent == above)
        g_ptr_array_add (siblings, (gpointer) node->item);
    }

  return siblings;
}

static double
get_rank (const StreekRecord *item)
{
  double rank = streek_record_get_number (item, STREEK_PLAN_ITEM_RANK);

  return isnan (rank) ? 0 : rank;
}

static guint
find_position (const GPtrArray *siblings, gint64 before)
{
  for (guint i = 0; i < siblings->len; i++)
    if (before != 0 && streek_record_get_id (siblings->pdata[i]) == before)
      return i;

  return siblings->len;
}

/* Whole numbers with room for @n before @position. Returns: the rank of the first of those */
static double
number_anew (const GPtrArray *siblings, StreekRecordChanges *changes, guint position, guint n)
{
  for (guint i = 0; i < siblings->len; i++)
    streek_record_changes_set_number (changes, kind, streek_record_get_id (siblings->pdata[i]),
                                      STREEK_PLAN_ITEM_RANK, 1 + i + (i >= position ? n : 0));

  return 1 + position;
}

/* Room for @n items among @siblings, none of which is one of them: the rank of the first and the
 * step to the next. */
static void
find_room (const GPtrArray *siblings,
           StreekRecordChanges *changes,
           guint position,
           guint n,
           double *first,
           double *step)
{
  double low = position > 0 ? get_rank (siblings->pdata[position - 1]) : 0;

  *step = 1;

  if (position == siblings->len)
    {
      *first = position > 0 ? floor (low) + 1 : 1;
      return;
    }

  double high = get_rank (siblings->pdata[position]);

  if (position == 0)
    low = high - (n + 1);

  *step = (high - low) / (n + 1);
  *first = low + *step;

  if (*step < LEAST_ROOM)
    {
      *first = number_anew (siblings, changes, position, n);
      *step = 1;
    }
}

static guint
get_depth_under (const StreekPlanTree *tree, gint64 parent)
{
  int above = parent != 0 ? streek_plan_tree_find (tree, parent) : -1;

  return above >= 0 ? streek_plan_tree_get_node (tree, (guint) above)->depth + 1 : 0;
}

static void
set_level (const StreekPlanTree *tree, StreekRecordChanges *changes, gint64 id, guint depth)
{
  const StreekRecord *level = streek_plan_tree_get_level (tree, depth);

  /* below its last level a plan has no word, and in a plan without levels nothing is said */
  if (level != NULL)
    streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_LEVEL,
                                         streek_record_get_id (level));
  else if (tree->levels->len > 0)
    streek_record_changes_set_reference (
      changes, kind, id, STREEK_PLAN_ITEM_LEVEL,
      streek_record_get_id (tree->levels->pdata[tree->levels->len - 1]));
}

gint64
streek_plan_tree_add (const StreekPlanTree *tree,
                      StreekRecordChanges *changes,
                      gint64 parent,
                      gint64 before)
{
  g_return_val_if_fail (tree != NULL && changes != NULL, 0);

  g_autoptr (GPtrArray) siblings = list_siblings (tree, parent);
  gint64 id = streek_record_changes_add (changes, kind);
  double first, step;

  find_room (siblings, changes, find_position (siblings, before), 1, &first, &step);
  streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_PACT, tree->pact);
  streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
  streek_record_changes_set_number (changes, kind, id, STREEK_PLAN_ITEM_RANK, first);
  set_level (tree, changes, id, get_depth_under (tree, parent));

  return id;
}

/* Without those that stand under another one of them, in reading order. (element-type guint) */
static GArray *
list_tops (const StreekPlanTree *tree, const gint64 *items, guint n_items)
{
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) asked = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_items; i++)
    g_hash_table_add (asked, (gpointer) &items[i]);

  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      gint64 id = streek_record_get_id (node->item);

      if (!g_hash_table_contains (asked, &id))
        continue;

      g_array_append_val (tops, i);
      i += node->n_below;
    }

  return tops;
}

static gboolean
is_within (const StreekPlanTree *tree, const GArray *tops, int node)
{
  for (guint i = 0; node >= 0 && i < tops->len; i++)
    {
      guint top = g_array_index (tops, guint, i);

      if ((guint) node == top || streek_plan_tree_is_below (tree, (guint) node, top))
        return TRUE;
    }

  return FALSE;
}

static void
remove_tops (const StreekPlanTree *tree, const GArray *tops, GPtrArray *siblings)
{
  for (guint i = 0; i < tops->len; i++)
    g_ptr_array_remove (
      siblings, (gpointer) streek_plan_tree_get_node (tree, g_array_index (tops, guint, i))->item);
}

/* The first sibling from @before on that stays: what is put before one that moves itself comes
 * before the next. */
static gint64
find_staying (const StreekPlanTree *tree, const GArray *tops, gint64 parent, gint64 before)
{
  g_autoptr (GPtrArray) siblings = list_siblings (tree, parent);

  for (guint i = find_position (siblings, before); i < siblings->len; i++)
    {
      gint64 id = streek_record_get_id (siblings->pdata[i]);

      if (!is_within (tree, tops, streek_plan_tree_find (tree, id)))
        return id;
    }

  return 0;
}

/* An item and all below take the levels of their new depths. */
static void
set_levels_below (const StreekPlanTree *tree, StreekRecordChanges *changes, guint top, guint depth)
{
  const StreekPlanNode *root = streek_plan_tree_get_node (tree, top);

  for (guint i = top; i <= top + root->n_below && depth != root->depth; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);

      set_level (tree, changes, streek_record_get_id (node->item),
                 depth + node->depth - root->depth);
    }
}

gboolean
streek_plan_tree_move (const StreekPlanTree *tree,
                       StreekRecordChanges *changes,
                       const gint64 *items,
                       guint n_items,
                       gint64 parent,
                       gint64 before,
                       GError **error)
{
  g_return_val_if_fail (tree != NULL && changes != NULL, FALSE);

  g_autoptr (GArray) tops = list_tops (tree, items, n_items);

  if (parent != 0 && is_within (tree, tops, streek_plan_tree_find (tree, parent)))
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
                           _ ("It cannot be put under itself."));
      return FALSE;
    }

  gint64 staying = find_staying (tree, tops, parent, before);
  g_autoptr (GPtrArray) siblings = list_siblings (tree, parent);
  double first, step;

  remove_tops (tree, tops, siblings);
  find_room (siblings, changes, find_position (siblings, staying), tops->len, &first, &step);

  for (guint i = 0; i < tops->len; i++)
    {
      guint top = g_array_index (tops, guint, i);
      gint64 id = streek_record_get_id (streek_plan_tree_get_node (tree, top)->item);

      streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
      streek_record_changes_set_number (changes, kind, id, STREEK_PLAN_ITEM_RANK, first + i * step);
      set_levels_below (tree, changes, top, get_depth_under (tree, parent));
    }

  return TRUE;
}

static void
copy_hanging (const StreekRecords *records, StreekRecordChanges *changes, gint64 from, gint64 to)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hanging); i++)
    {
      guint n;
      const StreekRecord *const *links =
        streek_records_list_by (records, hanging[i].kind, hanging[i].item, from, &n);

      for (guint j = 0; j < n; j++)
        streek_record_changes_set_reference (changes, hanging[i].kind,
                                             streek_record_changes_copy (changes, links[j]),
                                             hanging[i].item, to);
    }
}

/* Returns: the new id of the top */
static gint64
copy_below (const StreekPlanTree *tree,
            StreekRecordChanges *changes,
            const StreekPlanTree *source,
            guint top,
            gint64 parent,
            guint depth)
{
  const StreekPlanNode *root = streek_plan_tree_get_node (source, top);
  g_autofree gint64 *copies = g_new0 (gint64, root->n_below + 1);

  for (guint i = 0; i <= root->n_below; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (source, top + i);
      gint64 id = copies[i] = streek_record_changes_copy (changes, node->item);

      streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_PACT, tree->pact);
      streek_record_changes_set_reference (changes, kind, id, STREEK_PLAN_ITEM_PARENT,
                                           i > 0 ? copies[(guint) node->parent - top] : parent);
      streek_record_changes_clear (changes, kind, id, STREEK_PLAN_ITEM_LEVEL);
      set_level (tree, changes, id, depth + node->depth - root->depth);
      copy_hanging (source->records, changes, streek_record_get_id (node->item), id);
    }

  return copies[0];
}

void
streek_plan_tree_paste (const StreekPlanTree *tree,
                        StreekRecordChanges *changes,
                        const StreekPlanTree *source,
                        const gint64 *items,
                        guint n_items,
                        gint64 parent,
                        gint64 before)
{
  g_return_if_fail (tree != NULL && changes != NULL && source != NULL);

  g_autoptr (GArray) tops = list_tops (source, items, n_items);
  g_autoptr (GPtrArray) siblings = list_siblings (tree, parent);
  double first, step;

  find_room (siblings, changes, find_position (siblings, before), tops->len, &first, &step);

  for (guint i = 0; i < tops->len; i++)
    {
      gint64 id = copy_below (tree, changes, source, g_array_index (tops, guint, i), parent,
                              get_depth_under (tree, parent));

      streek_record_changes_set_number (changes, kind, id, STREEK_PLAN_ITEM_RANK, first + i * step);
    }
}

/* Steps by keyboard */

static gint64
get_id_at (const GPtrArray *siblings, guint i)
{
  return i < siblings->len ? streek_record_get_id (siblings->pdata[i]) : 0;
}

gboolean
streek_plan_tree_step (const StreekPlanTree *tree,
                       StreekRecordChanges *changes,
                       gint64 item,
                       StreekPlanStep step)
{
  int index = streek_plan_tree_find (tree, item);

  g_return_val_if_fail (index >= 0, FALSE);

  const StreekPlanNode *node = streek_plan_tree_get_node (tree, (guint) index);
  const StreekRecord *above =
    node->parent >= 0 ? streek_plan_tree_get_node (tree, (guint) node->parent)->item : NULL;
  gint64 parent = above != NULL ? streek_record_get_id (above) : 0;
  g_autoptr (GPtrArray) siblings = list_siblings (tree, parent);
  guint position = find_position (siblings, item);

  switch (step)
    {
    case STREEK_PLAN_UP:
      return position > 0 && streek_plan_tree_move (tree, changes, &item, 1, parent,
                                                    get_id_at (siblings, position - 1), NULL);
    case STREEK_PLAN_DOWN:
      return position + 1 < siblings->len &&
             streek_plan_tree_move (tree, changes, &item, 1, parent,
                                    get_id_at (siblings, position + 2), NULL);
    case STREEK_PLAN_IN:
      return position > 0 && streek_plan_tree_move (tree, changes, &item, 1,
                                                    get_id_at (siblings, position - 1), 0, NULL);
    case STREEK_PLAN_OUT:
    default:
      break;
    }

  if (above == NULL)
    return FALSE;

  int over = streek_plan_tree_get_node (tree, (guint) node->parent)->parent;
  gint64 grandparent =
    over >= 0 ? streek_record_get_id (streek_plan_tree_get_node (tree, (guint) over)->item) : 0;
  g_autoptr (GPtrArray) uncles = list_siblings (tree, grandparent);

  return streek_plan_tree_move (tree, changes, &item, 1, grandparent,
                                get_id_at (uncles, find_position (uncles, parent) + 1), NULL);
}
