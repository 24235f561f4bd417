/* streek-kept-totals.c: totals that were read for one figure and serve the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-kept-totals.h"

/* Totals read an indicator in all its periods, and the areas of each roster: of 20 000 areas that
 * took two thirds of the time that a figure took, and who plays through the years asked for it with
 * each of them. One question at a time may use them, so a second one that comes meanwhile gets new
 * ones, and both are kept. */
#define N_KEPT 2

typedef struct
{
  GMutex mutex;
  guint64 generation;
  StreekTotals *kept[N_KEPT]; /* (nullable): those that nobody uses now, the latest first */
} TotalsStore;

G_LOCK_DEFINE_STATIC (totals_stores);

/* With the mutex held. */
static void
forget (TotalsStore *self)
{
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_pointer (&self->kept[i], streek_totals_free);
}

static void
free_store (gpointer data)
{
  TotalsStore *self = data;

  forget (self);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Lives as long as the workspace. */
static TotalsStore *
get_store (StreekWorkspace *workspace)
{
  static const char key[] = "streek-kept-totals";

  G_LOCK (totals_stores);

  TotalsStore *self = g_object_get_data (G_OBJECT (workspace), key);

  if (self == NULL)
    {
      self = g_new0 (TotalsStore, 1);
      g_mutex_init (&self->mutex);
      g_object_set_data_full (G_OBJECT (workspace), key, self, free_store);
    }

  G_UNLOCK (totals_stores);

  return self;
}

/**
 * streek_workspace_take_totals:
 * @workspace: the workspace
 * @generation: of its store, from before @db was borrowed
 * @db: lent to the totals until they are given back
 * @areas: the areas of the workspace
 * @catalogue: its indicators
 *
 * Returns: (transfer full): totals, with what was read of the same figures before
 */
StreekTotals *
streek_workspace_take_totals (StreekWorkspace *workspace,
                              guint64 generation,
                              StreekDb *db,
                              StreekAreas *areas,
                              StreekCatalogue *catalogue)
{
  TotalsStore *self = get_store (workspace);
  StreekTotals *found = NULL;

  g_mutex_lock (&self->mutex);

  if (self->generation != generation)
    forget (self);

  self->generation = generation;

  for (guint i = 0; i < N_KEPT && found == NULL; i++)
    if (self->kept[i] != NULL && streek_totals_may_serve (self->kept[i], areas, catalogue))
      found = g_steal_pointer (&self->kept[i]);

  g_mutex_unlock (&self->mutex);

  if (found == NULL)
    return streek_totals_new (db, areas, catalogue);

  streek_totals_move (found, db);

  return found;
}

/**
 * streek_workspace_give_totals_back:
 * @workspace: the workspace
 * @generation: as they were taken with
 * @totals: (transfer full) (nullable): totals; their connection may be given back then
 */
void
streek_workspace_give_totals_back (StreekWorkspace *workspace,
                                   guint64 generation,
                                   StreekTotals *totals)
{
  TotalsStore *self = get_store (workspace);
  StreekTotals *dropped = totals;

  g_mutex_lock (&self->mutex);

  if (self->generation == generation && totals != NULL)
    {
      dropped = self->kept[N_KEPT - 1];

      for (guint i = N_KEPT - 1; i > 0; i--)
        self->kept[i] = self->kept[i - 1];

      self->kept[0] = totals;
    }

  g_mutex_unlock (&self->mutex);
  streek_totals_free (dropped);
}
