/* streek-block.c: large blocks of memory, all of which will be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* A large page; smaller blocks cannot hold one. */
#define LARGE_BYTES ((gsize) 2 << 20)

/* What the heap is widened by: more at once it would not be asked for. */
#define STEP_BYTES ((gsize) 24 << 20)

/* The kernel hands out memory in pages of 4 KiB, at the first touch of each; half a million
 * vertices with what is computed of them are some 40 000 of them, and took a tenth of an import.
 * Asked for large pages it gives 512 at once. No more than a wish: what the kernel answers does not
 * matter. */
static gpointer
wish_large_pages (gpointer block, gsize bytes)
{
#ifdef MADV_HUGEPAGE
  if (bytes >= LARGE_BYTES)
    {
      uintptr_t page = (uintptr_t) sysconf (_SC_PAGESIZE);
      uintptr_t start = ((uintptr_t) block + page - 1) / page * page;
      uintptr_t end = ((uintptr_t) block + bytes) / page * page;

      madvise ((void *) start, end - start, MADV_HUGEPAGE);
    }
#endif

  return block;
}

/**
 * streek_block_new:
 * @n: number of elements, all of which will be written soon
 * @size: of each
 *
 * Returns: (transfer full): room for them, not cleared; freed with g_free()
 */
gpointer
streek_block_new (gsize n, gsize size)
{
  void *block = NULL;

  /* begins where a large page does; GLib frees with free() */
  if (n * size >= LARGE_BYTES && n < G_MAXSIZE / size &&
      posix_memalign (&block, LARGE_BYTES, n * size) == 0)
    return wish_large_pages (block, n * size);

  return g_malloc_n (n, size);
}

/**
 * streek_block_new0:
 *
 * Returns: (transfer full): as streek_block_new(), all zero
 */
gpointer
streek_block_new0 (gsize n, gsize size)
{
  return wish_large_pages (g_malloc0_n (n, size), n * size);
}

/**
 * streek_block_widen_heap:
 * @n_steps: by how much: each is 24 MiB, of which nothing is taken until it is written
 *
 * Wishes for large pages under all that g_malloc() gives in the main thread, not under large blocks
 * alone. For a program that has told malloc() to keep what is freed; elsewhere it changes nothing.
 */
void
streek_block_widen_heap (guint n_steps)
{
  g_autofree gpointer *steps = g_new0 (gpointer, n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      steps[i] = malloc (STEP_BYTES);
      if (steps[i] != NULL)
        wish_large_pages (steps[i], STEP_BYTES);
    }

  for (guint i = 0; i < n_steps; i++)
    free (steps[i]);
}
