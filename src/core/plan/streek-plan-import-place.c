/* streek-plan-import-place.c: levels of goals and actions in a file, and where they stand in the
 * plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const StreekRecordKind *const kind = &streek_plan_item_kind;

/* Levels */

static void
clear_level (gpointer data)
{
  g_free (((StreekPlanLevel *) data)->name);
}

static int
find_level (const StreekPlanReading *self, const char *name)
{
  g_autofree char *wanted = streek_record_header_squeeze (name);

  for (guint i = 0; i < self->levels->len; i++)
    {
      g_autofree char *own =
        streek_record_header_squeeze (g_array_index (self->levels, StreekPlanLevel, i).name);

      if (strcmp (own, wanted) == 0)
        return (int) i;
    }

  return -1;
}

static int
add_level (StreekPlanReading *self, const char *name, gboolean is_new)
{
  StreekPlanLevel level = { streek_store_random_id (), g_strdup (name), is_new, FALSE };

  g_array_append_val (self->levels, level);

  return (int) self->levels->len - 1;
}

/* What items of a column of levels are called: by a cell beside them, else by its head. */
static char *
dup_level_name (const StreekPlanReading *self, guint level, const char *head)
{
  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      if (entry->level == (int) level && entry->level_name != NULL)
        return g_strdup (entry->level_name);
    }

  return streek_plan_role_get_level (head) >= 0 ? g_strdup_printf (_ ("Level %u"), level + 1)
                                                : g_strdup (head);
}

static void
add_levels_of_columns (StreekPlanReading *self)
{
  for (guint i = 0; i < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    {
      g_autofree char *role = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%u", i + 1);
      int column = streek_plan_sheet_find_role (self->sheet, role, 0);

      if (column >= 0 && i >= self->levels->len)
        {
          g_autofree char *name = dup_level_name (self, i, self->sheet->headers[column]);

          add_level (self, name, TRUE);
        }
    }
}

/* What cells name; numbers say how deep, and no name. */
static void
add_levels_of_cells (StreekPlanReading *self)
{
  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      if (entry->level_name != NULL &&
          !g_ascii_string_to_unsigned (entry->level_name, 10, 0, G_MAXUINT, NULL, NULL) &&
          self->levels->len < STREEK_PLAN_SHEET_MAX_LEVELS &&
          find_level (self, entry->level_name) < 0)
        add_level (self, entry->level_name, TRUE);
    }
}

void
streek_plan_list_levels (StreekPlanReading *self)
{
  gboolean has_actions = FALSE;

  self->levels = g_array_new (FALSE, FALSE, sizeof (StreekPlanLevel));
  g_array_set_clear_func (self->levels, clear_level);

  for (guint i = 0; i < streek_plan_tree_get_n_levels (self->tree); i++)
    {
      const StreekRecord *level = streek_plan_tree_get_level (self->tree, i);
      int index = add_level (self, streek_record_get_text (level, STREEK_PACT_LEVEL_NAME), FALSE);

      g_array_index (self->levels, StreekPlanLevel, index).id = streek_record_get_id (level);
      has_actions = has_actions || streek_record_get_flag (level, STREEK_PACT_LEVEL_IS_ACTION);
    }

  add_levels_of_columns (self);
  add_levels_of_cells (self);

  /* the deepest is what is done, where the plan does not say */
  if (self->levels->len > streek_plan_tree_get_n_levels (self->tree))
    g_array_index (self->levels, StreekPlanLevel, self->levels->len - 1).is_action = !has_actions;
}

/* The id of the level of an entry; 0: none is said. */
static gint64
get_level (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  int level = entry->level_name != NULL ? find_level (self, entry->level_name) : -1;

  if (level < 0)
    level = entry->level;

  return level >= 0 && (guint) level < self->levels->len
           ? g_array_index (self->levels, StreekPlanLevel, level).id
           : 0;
}

static guint
get_depth (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  guint depth = 0;

  for (; entry->parent >= 0; depth++)
    entry = self->entries->entries->pdata[entry->parent];

  int node = entry->record != NULL && !entry->has_place
               ? streek_plan_tree_find (self->tree, entry->id)
             : entry->above != 0 ? streek_plan_tree_find (self->tree, entry->above)
                                 : -1;

  return node < 0 ? depth
                  : depth + streek_plan_tree_get_node (self->tree, (guint) node)->depth +
                      (entry->above != 0);
}

/* Of a new item that no column says anything of: as deep as it stands. */
static gint64
find_level_by_depth (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  guint n = self->levels->len, depth = get_depth (self, entry);

  return n > 0 ? g_array_index (self->levels, StreekPlanLevel, MIN (depth, n - 1)).id : 0;
}

/* Places */

static gint64
get_parent_id (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  return entry->parent >= 0
           ? ((const StreekPlanEntry *) self->entries->entries->pdata[entry->parent])->id
           : entry->above;
}

static gboolean
moves (const StreekPlanReading *self, const StreekPlanEntry *entry)
{
  return entry->record != NULL && entry->has_place &&
         streek_record_get_reference (entry->record, STREEK_PLAN_ITEM_PARENT) !=
           get_parent_id (self, entry);
}

/* The rank of the last sibling that is there, and of the first behind @after. */
static void
find_neighbours (
  const StreekPlanReading *self, gint64 parent, double after, double *last, double *next)
{
  int above = parent != 0 ? streek_plan_tree_find (self->tree, parent) : -1;

  *last = 0;
  *next = NAN;
  if (parent != 0 && above < 0) /* it is new itself */
    return;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (self->tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (self->tree, i);
      double rank = streek_record_get_number (node->item, STREEK_PLAN_ITEM_RANK);

      if (node->parent != above || isnan (rank))
        continue;
      *last = MAX (*last, rank);
      if (rank > after && (isnan (*next) || rank < *next))
        *next = rank;
    }
}

/* @run: (element-type guint): entries that follow each other under one parent, none of which has a
 * place in the plan yet. @after: the rank of what stands before them; NAN: nothing does */
static void
rank_run (StreekPlanReading *self, const GArray *run, gint64 parent, double after)
{
  double last, next;

  find_neighbours (self, parent, after, &last, &next);

  double step = isnan (after) || isnan (next) ? 1 : (next - after) / (run->len + 1);
  double first = isnan (after) ? last : after;

  for (guint i = 0; i < run->len; i++)
    self->ranks[g_array_index (run, guint, i)] = first + (i + 1) * step;
}

/* New ones come right after the one that stands before them in the file. */
static void
rank_siblings (StreekPlanReading *self, const GArray *siblings, gint64 parent)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  double after = NAN;

  for (guint i = 0; i < siblings->len; i++)
    {
      guint index = g_array_index (siblings, guint, i);
      const StreekPlanEntry *entry = self->entries->entries->pdata[index];

      if (entry->record == NULL || moves (self, entry))
        {
          g_array_append_val (run, index);
          continue;
        }

      rank_run (self, run, parent, after);
      g_array_set_size (run, 0);
      after = streek_record_get_number (entry->record, STREEK_PLAN_ITEM_RANK);
    }

  rank_run (self, run, parent, after);
}

void
streek_plan_rank_entries (StreekPlanReading *self)
{
  g_autoptr (GHashTable) by_parent =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer parent, siblings;

  self->ranks = g_new0 (double, MAX (self->entries->entries->len, 1));

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      gint64 id = get_parent_id (self, self->entries->entries->pdata[i]);
      GArray *list = g_hash_table_lookup (by_parent, &id);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_parent, g_memdup2 (&id, sizeof id), list);
        }
      g_array_append_val (list, i);
    }

  g_hash_table_iter_init (&iter, by_parent);
  while (g_hash_table_iter_next (&iter, &parent, &siblings))
    rank_siblings (self, siblings, *(gint64 *) parent);
}

static void
set_reference (StreekPasting *pasting, StreekPastedRow *at, guint field, gint64 id)
{
  if (at->record != NULL && streek_record_get_reference (at->record, field) == id)
    return;

  streek_record_changes_set_reference (pasting->paste->changes, kind, at->id, field, id);
  at->n_set++;
}

void
streek_plan_fill_place (StreekPlanReading *self,
                        StreekPasting *pasting,
                        StreekPastedRow *at,
                        const StreekPlanEntry *entry)
{
  gboolean is_moved = moves (self, entry);
  gint64 level = get_level (self, entry);

  if (at->record == NULL || is_moved)
    {
      set_reference (pasting, at, STREEK_PLAN_ITEM_PARENT, get_parent_id (self, entry));
      streek_record_changes_set_number (pasting->paste->changes, kind, at->id,
                                        STREEK_PLAN_ITEM_RANK, self->ranks[at->row]);
    }

  if (level == 0 && at->record == NULL)
    level = find_level_by_depth (self, entry);
  if (level != 0 && (at->record == NULL || is_moved || entry->level_name != NULL))
    set_reference (pasting, at, STREEK_PLAN_ITEM_LEVEL, level);
}
