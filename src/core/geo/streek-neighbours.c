/* streek-neighbours.c: which groups of units touch each other, from the arcs of a mesh */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-neighbours.h"

#include "geo/streek-mesh-private.h"

#include <string.h>

typedef struct
{
  guint32 from;
  guint32 to;
} Pair;

static gint32
find_group (const gint32 *group_of, gint32 unit)
{
  return unit == STREEK_MESH_NO_UNIT ? -1 : group_of[unit];
}

/* Numbers of arcs by the node they end at, twice where both ends are there. */
static guint32 *
list_arcs_by_node (const StreekMesh *mesh, guint32 **starts)
{
  gsize n_ends = 2 * (gsize) mesh->n_arcs;
  guint32 *ends = g_new (guint32, MAX (n_ends, 1));
  guint32 *at = g_new0 (guint32, (gsize) mesh->n_nodes + 2);

  for (gsize i = 0; i < n_ends; i++)
    at[mesh->nodes[i] + 2]++;

  for (guint node = 0; node < mesh->n_nodes; node++)
    at[node + 2] += at[node + 1];

  for (gsize i = 0; i < n_ends; i++)
    ends[at[mesh->nodes[i] + 1]++] = (guint32) (i / 2);

  *starts = at;

  return ends;
}

static void
add_group (guint32 *groups, guint *n, gint32 group)
{
  if (group < 0)
    return;

  for (guint i = 0; i < *n; i++)
    if (groups[i] == (guint32) group)
      return;

  groups[(*n)++] = (guint32) group;
}

/* Lines end where three areas meet, and a closed line at one place: so whatever shares a line or a
 * point meets at a node, and nowhere else. */
static GArray *
list_pairs (const StreekMesh *mesh, const gint32 *group_of)
{
  g_autofree guint32 *starts = NULL;
  g_autofree guint32 *arcs = list_arcs_by_node (mesh, &starts);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (Pair), 4 * mesh->n_nodes);

  for (guint node = 0; node < mesh->n_nodes; node++)
    {
      guint n = 0;

      g_array_set_size (groups, 2 * (starts[node + 1] - starts[node]));

      guint32 *here = (guint32 *) (void *) groups->data;

      for (guint32 i = starts[node]; i < starts[node + 1]; i++)
        {
          add_group (here, &n, find_group (group_of, mesh->left[arcs[i]]));
          add_group (here, &n, find_group (group_of, mesh->right[arcs[i]]));
        }

      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < n; b++)
          if (a != b)
            g_array_append_val (pairs, ((Pair){ here[a], here[b] }));
    }

  return pairs;
}

/* Sorts by @from and then @to in two counting passes: first into columns, then into rows. */
static void
fill_links (StreekNeighbours *self, const GArray *pairs)
{
  g_autofree guint32 *at = g_new0 (guint32, (gsize) self->n + 2);
  g_autofree Pair *by_to = g_new (Pair, MAX (pairs->len, 1));
  g_autofree guint32 *last = g_new (guint32, MAX (self->n, 1));

  for (guint i = 0; i < pairs->len; i++)
    at[g_array_index (pairs, Pair, i).to + 1]++;
  for (guint g = 0; g < self->n; g++)
    at[g + 1] += at[g];
  for (guint i = 0; i < pairs->len; i++)
    {
      Pair pair = g_array_index (pairs, Pair, i);

      by_to[at[pair.to]++] = pair;
    }

  memset (at, 0, sizeof *at * ((gsize) self->n + 2));

  for (guint i = 0; i < pairs->len; i++)
    at[by_to[i].from + 1]++;
  for (guint g = 0; g < self->n; g++)
    at[g + 1] += at[g];

  self->links = g_new (guint32, MAX (pairs->len, 1));

  /* equal pairs follow each other now, and only the first is kept */
  g_autofree guint32 *counts = g_new0 (guint32, MAX (self->n, 1));

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair pair = by_to[i];

      if (counts[pair.from] == 0 || last[pair.from] != pair.to)
        self->links[at[pair.from] + counts[pair.from]++] = pair.to;

      last[pair.from] = pair.to;
    }

  self->starts[0] = 0;

  for (guint g = 0; g < self->n; g++)
    {
      memmove (self->links + self->starts[g], self->links + at[g], sizeof (guint32) * counts[g]);
      self->starts[g + 1] = self->starts[g] + counts[g];
    }
}

/**
 * streek_neighbours_new:
 * @mesh: a mesh
 * @group_of: (array length=n_units): the group of each unit, negative for none
 * @n_groups: how many groups
 *
 * Queen's neighbours: groups that share a line or only a point, however short. A group without any
 * (an island, or one between units of no group) has an empty list.
 *
 * Returns: (transfer full): the neighbours of every group
 */
StreekNeighbours *
streek_neighbours_new (const StreekMesh *mesh, const gint32 *group_of, guint n_groups)
{
  g_return_val_if_fail (mesh != NULL && group_of != NULL, NULL);

  g_autoptr (GArray) pairs = list_pairs (mesh, group_of);
  StreekNeighbours *self = g_new0 (StreekNeighbours, 1);

  self->n = n_groups;
  self->starts = g_new (guint32, (gsize) n_groups + 1);
  fill_links (self, pairs);

  return self;
}

/**
 * streek_neighbours_free:
 * @neighbours: (nullable) (transfer full): neighbours
 */
void
streek_neighbours_free (StreekNeighbours *neighbours)
{
  if (neighbours == NULL)
    return;

  g_free (neighbours->starts);
  g_free (neighbours->links);
  g_free (neighbours);
}
