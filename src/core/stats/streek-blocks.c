/* streek-blocks.c: work cut in blocks, done by several threads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-blocks.h"

#define MAX_THREADS 8

struct _StreekBlocks
{
  StreekBlocksFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint n_blocks;
  guint n_taken; /* atomic */
};

static gpointer
run_thread (gpointer data)
{
  StreekBlocks *blocks = data;

  blocks->func (blocks, blocks->data);

  return NULL;
}

/**
 * streek_blocks_take:
 * @block: (out): the number of a block that no one else does
 *
 * Returns: %FALSE where there is nothing left to do
 */
gboolean
streek_blocks_take (StreekBlocks *blocks, guint *block)
{
  if (g_cancellable_is_cancelled (blocks->cancellable))
    return FALSE;

  *block = (guint) g_atomic_int_add (&blocks->n_taken, 1);

  return *block < blocks->n_blocks;
}

/**
 * streek_blocks_run:
 * @n_blocks: how many blocks there are
 * @n_threads: how many threads at most, 0 for one per processor
 * @func: what each thread runs, with scratch of its own
 * @data: for @func
 * @cancellable: (nullable): to stop between two blocks
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Blocks until all is done; the caller's thread works too. Which thread does which block differs
 * from run to run, so a block must depend on its number alone.
 *
 * Returns: %FALSE where it was stopped
 */
gboolean
streek_blocks_run (guint n_blocks,
                   guint n_threads,
                   StreekBlocksFunc func,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  StreekBlocks blocks = { func, data, cancellable, n_blocks, 0 };
  guint n_wanted = n_threads > 0 ? n_threads : g_get_num_processors ();
  guint n = MIN (MIN (n_wanted, MAX_THREADS), MAX (n_blocks, 1));
  GThread *threads[MAX_THREADS] = { NULL };

  /* one that cannot be started leaves its work to the others */
  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_try_new ("streek-blocks", run_thread, &blocks, NULL);

  func (&blocks, data);

  for (guint i = 1; i < n; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
