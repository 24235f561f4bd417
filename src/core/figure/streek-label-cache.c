/* streek-label-cache.c: where names stood the last times, for maps that change only their values */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-label-cache.h"

#include <string.h>

#define N_KEPT 4

typedef struct
{
  StreekLabelKey key;
  GArray *placed; /* (nullable) (element-type StreekPlacedLabel): never changed once here */
} Entry;

struct _StreekLabelCache
{
  GMutex mutex;
  guint next; /* the entry that has been here longest */
  Entry entries[N_KEPT];
};

/**
 * streek_label_cache_new:
 *
 * Returns: (transfer full): an empty cache, for any thread
 */
StreekLabelCache *
streek_label_cache_new (void)
{
  StreekLabelCache *self = g_new0 (StreekLabelCache, 1);

  g_mutex_init (&self->mutex);

  return self;
}

void
streek_label_cache_free (StreekLabelCache *cache)
{
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_pointer (&cache->entries[i].placed, g_array_unref);

  g_mutex_clear (&cache->mutex);
  g_free (cache);
}

/**
 * streek_label_cache_find:
 * @key: what the places depend on
 *
 * Returns: (transfer full) (nullable) (element-type StreekPlacedLabel): the names as they stood for
 *   the same key
 */
GArray *
streek_label_cache_find (StreekLabelCache *cache, const StreekLabelKey *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->mutex);

  for (guint i = 0; i < N_KEPT; i++)
    {
      const Entry *entry = &cache->entries[i];

      if (entry->placed != NULL && memcmp (&entry->key, key, sizeof *key) == 0)
        return g_array_ref (entry->placed);
    }

  return NULL;
}

/**
 * streek_label_cache_keep:
 * @key: what the places depend on
 * @placed: (element-type StreekPlacedLabel): the names; nobody may change them any more
 */
void
streek_label_cache_keep (StreekLabelCache *cache, const StreekLabelKey *key, GArray *placed)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache->mutex);
  Entry *entry = &cache->entries[cache->next];

  cache->next = (cache->next + 1) % N_KEPT;
  g_clear_pointer (&entry->placed, g_array_unref);
  entry->key = *key;
  entry->placed = g_array_ref (placed);
}
