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
