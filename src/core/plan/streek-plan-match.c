/* streek-plan-match.c: which goals and actions of a plan the rows of a file are about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-entries-private.h"

#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As deep as trees are read. */
#define MAX_DEPTH 60
/* Stands for whatever parent: ids are above 0. */
#define ANYWHERE -1

typedef struct
{
  const StreekPlanTree *tree;
  const StreekRecords *records;
  GHashTable *by_code;  /* tidied code → index of the node + 1; 0 where several have it */
  GHashTable *by_title; /* "parent\x1ftitle" → GArray of guint: nodes */
  GHashTable *used;     /* ids that an entry is about */
} Matching;

static const StreekPlanNode *
get_node (const Matching *self, guint i)
{
  return streek_plan_tree_get_node (self->tree, i);
}

static char *
make_key (gint64 parent, const char *title)
{
  g_autofree char *tidied = streek_plan_tidy_title (title);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%s", parent, tidied);
}

static gint64
get_parent_id (const Matching *self, guint i)
{
  int parent = get_node (self, i)->parent;

  return parent >= 0 ? streek_record_get_id (get_node (self, (guint) parent)->item) : 0;
}

static void
index_title (Matching *self, guint i, gint64 parent)
{
  const char *title = streek_record_get_text (get_node (self, i)->item, STREEK_PLAN_ITEM_TITLE);
  g_autofree char *key = make_key (parent, title != NULL ? title : "");
  GArray *nodes = g_hash_table_lookup (self->by_title, key);

  if (nodes == NULL)
    {
      nodes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_title, g_steal_pointer (&key), nodes);
    }
  g_array_append_val (nodes, i);
}

static void
index_node (Matching *self, guint i)
{
  const char *code = streek_record_get_text (get_node (self, i)->item, STREEK_PLAN_ITEM_CODE);

  index_title (self, i, get_parent_id (self, i));
  index_title (self, i, ANYWHERE);
  if (code == NULL)
    return;

  g_autofree char *tidied = streek_plan_tidy_code (code);
  gboolean is_double = g_hash_table_contains (self->by_code, tidied);

  g_hash_table_insert (self->by_code, g_steal_pointer (&tidied),
                       GUINT_TO_POINTER (is_double ? 0 : i + 1));
}

static gboolean
is_used (const Matching *self, const StreekRecord *item)
{
  gint64 id = streek_record_get_id (item);

  return g_hash_table_contains (self->used, &id);
}

static gboolean
has_code (const StreekRecord *item, const char *code)
{
  const char *own = streek_record_get_text (item, STREEK_PLAN_ITEM_CODE);

  if (own == NULL || code == NULL)
    return TRUE; /* nothing to hold against each other */

  g_autofree char *one = streek_plan_tidy_code (own);
  g_autofree char *other = streek_plan_tidy_code (code);

  return strcmp (one, other) == 0;
}

static const StreekRecord *
find_by_number (const Matching *self, const char *text)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return NULL;

  int node = streek_plan_tree_find (self->tree, (gint64) number);

  return node >= 0 ? get_node (self, (guint) node)->item : NULL;
}

static const StreekRecord *
find_by_code (const Matching *self, const char *code)
{
  g_autofree char *tidied = streek_plan_tidy_code (code);
  guint node = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, tidied));

  return *tidied != '\0' && node > 0 ? get_node (self, node - 1)->item : NULL;
}

/* Under that item, or wherever it stands where no row says under what. */
static const StreekRecord *
find_by_title (const Matching *self, gint64 parent, const StreekPlanEntry *entry)
{
  g_autofree char *key = make_key (parent, entry->title);
  const GArray *nodes = g_hash_table_lookup (self->by_title, key);

  if (parent == ANYWHERE && nodes != NULL && nodes->len > 1)
    return NULL;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const StreekRecord *item = get_node (self, g_array_index (nodes, guint, i))->item;

      if (!is_used (self, item) && has_code (item, entry->code))
        return item;
    }

  return NULL;
}

static const char *
get_number_cell (const StreekPlanSheet *sheet, const StreekPlanEntry *entry)
{
  int column = streek_plan_sheet_find_role (sheet, STREEK_PLAN_ROLE_ID, 0);

  return column >= 0 && entry->rows->len > 0
           ? streek_grid_get (streek_plan_sheet_get_grid (sheet),
                              g_array_index (entry->rows, guint, 0), (guint) column)
           : "";
}

/* (nullable): what stands above it in the plan, or will. */
static gint64
get_above (const StreekPlanEntries *entries, const StreekPlanEntry *entry)
{
  return entry->parent >= 0 ? ((const StreekPlanEntry *) entries->entries->pdata[entry->parent])->id
                            : entry->above;
}

static void
match_entry (Matching *self,
             const StreekPlanEntries *entries,
             const StreekPlanSheet *sheet,
             StreekPlanEntry *entry)
{
  const StreekRecord *item = find_by_number (self, get_number_cell (sheet, entry));

  if (item != NULL && is_used (self, item))
    item = NULL;
  if (item == NULL && entry->code != NULL)
    item = find_by_code (self, entry->code);
  if (item != NULL && is_used (self, item))
    item = NULL;
  if (item == NULL)
    item = find_by_title (self, get_above (entries, entry), entry);
  if (item == NULL && !entry->has_place)
    item = find_by_title (self, ANYWHERE, entry);

  entry->record = item;
  entry->id = item != NULL ? streek_record_get_id (item) : streek_store_random_id ();
  g_hash_table_add (self->used, g_memdup2 (&entry->id, sizeof entry->id));
}

/* Circles */

/* What an item will stand under. */
static gint64
find_future_parent (const StreekPlanEntries *entries,
                    const StreekRecords *records,
                    GHashTable *by_id,
                    gint64 id)
{
  const StreekPlanEntry *entry = g_hash_table_lookup (by_id, &id);
  const StreekRecord *item = streek_records_find (records, &streek_plan_item_kind, id);

  if (entry != NULL && (entry->record == NULL || entry->has_place))
    return get_above (entries, entry);

  return item != NULL ? streek_record_get_reference (item, STREEK_PLAN_ITEM_PARENT) : 0;
}

static void
check_circles (StreekPlanEntries *entries, const StreekRecords *records)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < entries->entries->len; i++)
    {
      StreekPlanEntry *entry = entries->entries->pdata[i];

      g_hash_table_insert (by_id, &entry->id, entry);
    }

  for (guint i = 0; i < entries->entries->len; i++)
    {
      StreekPlanEntry *entry = entries->entries->pdata[i];
      gint64 id = entry->id;
      guint depth = 0;

      while (id != 0 && depth <= MAX_DEPTH)
        {
          id = find_future_parent (entries, records, by_id, id);
          depth = id == entry->id ? MAX_DEPTH + 1 : depth + 1;
        }

      if (depth > MAX_DEPTH && entry->fault == NULL)
        entry->fault = g_strdup (_ ("It would stand under itself, or deeper than a plan can go."));
    }
}

/* @id: of the item; a name of several stands for none */
static void
add_name (GHashTable *names, const char *text, gint64 id)
{
  g_autofree char *tidied = streek_plan_tidy_title (text);
  gint64 *former = g_hash_table_lookup (names, tidied);

  if (former != NULL && *former != id)
    *former = 0;
  else if (former == NULL && *tidied != '\0')
    g_hash_table_insert (names, g_steal_pointer (&tidied), g_memdup2 (&id, sizeof id));
}

GHashTable *
streek_plan_list_names (const StreekPlanTree *tree)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekRecord *item = streek_plan_tree_get_node (tree, i)->item;
      const char *code = streek_record_get_text (item, STREEK_PLAN_ITEM_CODE);
      const char *title = streek_record_get_text (item, STREEK_PLAN_ITEM_TITLE);
      g_autofree char *label = streek_plan_item_dup_label (item);
      gint64 id = streek_record_get_id (item);

      add_name (names, label, id);
      if (title != NULL && code != NULL)
        add_name (names, title, id);
      if (code != NULL)
        add_name (names, code, id);
    }

  return names;
}

void
streek_plan_entries_match (StreekPlanEntries *entries,
                           const StreekPlanSheet *sheet,
                           const StreekRecords *records,
                           const StreekPlanTree *tree)
{
  Matching matching = {
    .tree = tree,
    .records = records,
    .by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .by_title =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
    .used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    index_node (&matching, i);
  for (guint i = 0; i < entries->entries->len; i++)
    match_entry (&matching, entries, sheet, entries->entries->pdata[i]);

  check_circles (entries, records);
  g_hash_table_unref (matching.by_code);
  g_hash_table_unref (matching.by_title);
  g_hash_table_unref (matching.used);
}
