/* streek-structure.c: areas of one date as a tree: each under those that hold it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-structure.h"

struct _StreekStructure
{
  gatomicrefcount ref_count;
  StreekAreas *areas; /* the nodes point into it */
  guint n_levels;
  GPtrArray *levels; /* (element-type GPtrArray): the areas of each */
  GArray *nodes;     /* (element-type StreekStructureNode) */
};

/* Ids that are in both, ascending as both are. */
static GArray *
intersect_units (StreekUnits a, StreekUnits b)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint i = 0, j = 0;

  while (i < a.n && j < b.n)
    {
      if (a.ids[i] == b.ids[j])
        g_array_append_val (both, a.ids[i]);

      guint32 least = MIN (a.ids[i], b.ids[j]);

      i += a.ids[i] == least;
      j += b.ids[j] == least;
    }

  return both;
}

static guint
count_overlapping (const GPtrArray *areas, StreekUnits region)
{
  guint n = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, i);

      n += streek_units_overlap (area->units, region);
    }

  return n;
}

/* Places all areas of a level that touch @region under @parent, and what lies in them below. */
static void
place_level (StreekStructure *self, guint level, int parent, StreekUnits region)
{
  const GPtrArray *areas = g_ptr_array_index (self->levels, level);
  const GPtrArray *leaves = g_ptr_array_index (self->levels, self->n_levels - 1);

  for (guint i = 0; i < areas->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, i);
      g_autoptr (GArray) ids = intersect_units (area->units, region);
      StreekUnits part = { ids->len, (const guint32 *) ids->data };

      if (part.n == 0)
        continue;

      StreekStructureNode node = {
        .area = area,
        .parent = parent,
        .level = level,
        .n_leaves = count_overlapping (leaves, part),
        .n_whole_leaves = count_overlapping (leaves, area->units),
        .is_part = part.n < area->units.n,
      };
      int index = (int) self->nodes->len;

      g_array_append_val (self->nodes, node);

      if (parent >= 0)
        g_array_index (self->nodes, StreekStructureNode, parent).n_children++;

      if (level + 1 < self->n_levels)
        place_level (self, level + 1, index, part);
    }
}

/* All units of the coarsest level, for a tree that nothing bounds. */
static GArray *
gather_units (const GPtrArray *areas)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < areas->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, i);

      for (guint k = 0; k < area->units.n; k++)
        if (g_hash_table_add (seen, GUINT_TO_POINTER (area->units.ids[k])))
          g_array_append_val (all, area->units.ids[k]);
    }

  return all;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/**
 * streek_structure_new:
 * @levels: (array zero-terminated=1): codes of sets, coarse to fine
 * @on: the date whose areas are meant
 * @within: (nullable): only what lies in it, or touches it
 *
 * An area that crosses the border of its parent is placed under each parent it touches, with the
 * part inside it: RESOC Noord-West-Vlaanderen (17 municipalities, 2016) stands under SERR Brugge
 * with 10 and under SERR Oostende-Westhoek with 7. So the numbers of the places under a parent
 * always add up to its own.
 *
 * Returns: (transfer full): the tree, or %NULL with a #StreekAreaError
 */
StreekStructure *
streek_structure_new (StreekAreas *areas,
                      const char *const *levels,
                      StreekDate on,
                      const StreekArea *within,
                      GError **error)
{
  g_return_val_if_fail (areas != NULL && levels != NULL && levels[0] != NULL, NULL);

  g_autoptr (StreekStructure) self = g_new0 (StreekStructure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->areas = streek_areas_ref (areas);
  self->n_levels = g_strv_length ((char **) levels);
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (StreekStructureNode));

  for (guint i = 0; i < self->n_levels; i++)
    {
      GPtrArray *list = streek_areas_list (areas, levels[i], on, NULL, error);

      if (list == NULL)
        return NULL;

      g_ptr_array_add (self->levels, list);
    }

  g_autoptr (GArray) all = gather_units (g_ptr_array_index (self->levels, 0));

  g_array_sort (all, compare_ids);
  place_level (self, 0, -1,
               within != NULL ? within->units
                              : (StreekUnits){ all->len, (const guint32 *) all->data });

  return g_steal_pointer (&self);
}

StreekStructure *
streek_structure_ref (StreekStructure *structure)
{
  g_atomic_ref_count_inc (&structure->ref_count);

  return structure;
}

void
streek_structure_unref (StreekStructure *structure)
{
  if (!g_atomic_ref_count_dec (&structure->ref_count))
    return;

  g_array_unref (structure->nodes);
  g_ptr_array_unref (structure->levels);
  streek_areas_unref (structure->areas);
  g_free (structure);
}

guint
streek_structure_get_n_nodes (const StreekStructure *structure)
{
  return structure->nodes->len;
}

const StreekStructureNode *
streek_structure_get_node (const StreekStructure *structure, guint index)
{
  g_return_val_if_fail (index < structure->nodes->len, NULL);

  return &g_array_index (structure->nodes, StreekStructureNode, index);
}

guint
streek_structure_get_n_levels (const StreekStructure *structure)
{
  return structure->n_levels;
}

StreekAreas *
streek_structure_get_areas (const StreekStructure *structure)
{
  return structure->areas;
}
