/* streek-snapshots.c: areas and catalogue of a workspace, kept until a commit changes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures.h"

/* What was read last, and before which commit. */
typedef struct
{
  GMutex mutex;
  guint64 generation;
  StreekAreas *areas;         /* (nullable) */
  StreekAreas *plain_areas;   /* (nullable): without meshes, where nobody asked for those yet */
  StreekCatalogue *catalogue; /* (nullable) */
} Snapshots;

G_LOCK_DEFINE_STATIC (snapshots);

static void
free_snapshots (gpointer data)
{
  Snapshots *self = data;

  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->plain_areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Lives as long as the workspace. */
static Snapshots *
get_snapshots (StreekWorkspace *workspace)
{
  static const char key[] = "streek-snapshots";

  G_LOCK (snapshots);

  Snapshots *self = g_object_get_data (G_OBJECT (workspace), key);

  if (self == NULL)
    {
      self = g_new0 (Snapshots, 1);
      g_mutex_init (&self->mutex);
      g_object_set_data_full (G_OBJECT (workspace), key, self, free_snapshots);
    }

  G_UNLOCK (snapshots);

  return self;
}

/* With the mutex held. */
static void
drop_outdated (Snapshots *self, guint64 generation)
{
  if (self->generation == generation)
    return;

  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->plain_areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  self->generation = generation;
}

/* With the mutex held. */
static StreekAreas *
load_areas (StreekStore *store, gboolean with_meshes, GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, error);

  if (reader == NULL)
    return NULL;

  StreekDb *db = streek_reader_get_db (reader);

  return with_meshes ? streek_areas_load (db, error) : streek_areas_load_without_meshes (db, error);
}

/**
 * streek_workspace_dup_areas:
 * @workspace: the workspace
 * @error: return location for a #StreekStoreError or #StreekAreaError
 *
 * Blocks where the areas have changed since they were read, or were not read yet. Any thread.
 *
 * Returns: (transfer full): the areas as they are now, or %NULL with @error set
 */
StreekAreas *
streek_workspace_dup_areas (StreekWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  Snapshots *self = get_snapshots (workspace);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  drop_outdated (self, streek_store_get_generation (store));

  if (self->areas == NULL)
    {
      self->areas = load_areas (store, TRUE, error);
      g_clear_pointer (&self->plain_areas, streek_areas_unref);
    }

  return self->areas != NULL ? streek_areas_ref (self->areas) : NULL;
}

/**
 * streek_workspace_dup_areas_without_meshes:
 * @workspace: the workspace
 * @error: return location for a #StreekStoreError or #StreekAreaError
 *
 * As streek_workspace_dup_areas(), for who draws no map: the outlines are not read for it, but are
 * there where somebody else had them read.
 *
 * Returns: (transfer full): the areas as they are now, or %NULL with @error set
 */
StreekAreas *
streek_workspace_dup_areas_without_meshes (StreekWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  Snapshots *self = get_snapshots (workspace);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  drop_outdated (self, streek_store_get_generation (store));

  if (self->areas != NULL)
    return streek_areas_ref (self->areas);

  if (self->plain_areas == NULL)
    self->plain_areas = load_areas (store, FALSE, error);

  return self->plain_areas != NULL ? streek_areas_ref (self->plain_areas) : NULL;
}

/**
 * streek_workspace_dup_areas_for:
 * @set: (nullable): the set that is asked for
 * @within: (nullable): SET:CODE that its areas must lie in
 * @error: return location for a #StreekStoreError or #StreekAreaError
 *
 * For who draws no map: outlines are read where they alone tell which areas lie in which, that is
 * for areas with borders of their own.
 *
 * Returns: (transfer full): the areas, or %NULL with @error set
 */
StreekAreas *
streek_workspace_dup_areas_for (StreekWorkspace *workspace,
                                const char *set,
                                const char *within,
                                GError **error)
{
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (workspace, error);

  if (areas == NULL || set == NULL || within == NULL)
    return g_steal_pointer (&areas);

  const StreekAreaSet *found = streek_areas_find_set (areas, set, NULL);

  return found != NULL && found->own_borders ? streek_workspace_dup_areas (workspace, error)
                                             : g_steal_pointer (&areas);
}

/**
 * streek_workspace_dup_catalogue:
 * @workspace: the workspace
 * @error: return location for a #StreekStoreError or #StreekIndicatorError
 *
 * As streek_workspace_dup_areas(), for the indicators.
 *
 * Returns: (transfer full): the catalogue as it is now, or %NULL with @error set
 */
StreekCatalogue *
streek_workspace_dup_catalogue (StreekWorkspace *workspace, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  Snapshots *self = get_snapshots (workspace);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  drop_outdated (self, streek_store_get_generation (store));

  if (self->catalogue == NULL)
    {
      g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, error);

      if (reader == NULL)
        return NULL;

      self->catalogue = streek_catalogue_load (streek_reader_get_db (reader), error);
    }

  return self->catalogue != NULL ? streek_catalogue_ref (self->catalogue) : NULL;
}
