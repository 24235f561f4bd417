/* streek-pages.c: large zeroed blocks for the buffers of maps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-pages.h"

#include <sys/mman.h>

#define MAX_KEPT_BYTES ((gsize) 64 << 20)
#define HUGE_PAGE ((gsize) 2 << 20)

/* Stands before the block that the caller sees. */
typedef struct
{
  gpointer start;
  gsize size;
  gsize n_bytes; /* as asked for */
} Header;

static Header *
get_header (gpointer pages)
{
  return (Header *) pages - 1;
}

/* A buffer of a window is 8 MB: two thousand page faults, and the allocator gives it back each
 * time. Asked for in pages of 2 MB, where the system has them, a map of 589 areas took 16 ms of
 * processor time instead of 22. The last page is taken whole too unless
 * that would waste more than half of it: 300 faults fewer for each buffer of a picture. */
gpointer
streek_pages_new0 (gsize n_bytes)
{
  gsize whole =
    n_bytes > HUGE_PAGE / 2 ? (n_bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE : n_bytes;
  gsize size = whole + 2 * HUGE_PAGE;
  guint8 *start = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (start == MAP_FAILED)
    g_error ("no memory for a map of %" G_GSIZE_FORMAT " bytes", n_bytes);

  gsize shift = HUGE_PAGE - (gsize) start % HUGE_PAGE;

  if (shift < sizeof (Header))
    shift += HUGE_PAGE;

  guint8 *pages = start + shift;

#ifdef MADV_HUGEPAGE
  madvise (pages, whole, MADV_HUGEPAGE);
#endif
  *get_header (pages) = (Header){ start, size, n_bytes };

  return pages;
}

void
streek_pages_free (gpointer pages)
{
  if (pages == NULL)
    return;

  Header header = *get_header (pages);

  munmap (header.start, header.size);
}

/* A window that moves or plays throws a picture away for each that it takes. */
static GMutex kept_lock;
static gpointer kept;

/**
 * streek_pages_new:
 * @n_bytes: how many
 *
 * Returns: (transfer full): pages as of streek_pages_new0(), but with anything in them: perhaps
 *   those that were last handed to streek_pages_keep()
 */
gpointer
streek_pages_new (gsize n_bytes)
{
  gpointer pages = NULL;

  g_mutex_lock (&kept_lock);

  if (kept != NULL && get_header (kept)->n_bytes == n_bytes)
    pages = g_steal_pointer (&kept);

  g_mutex_unlock (&kept_lock);

  return pages != NULL ? pages : streek_pages_new0 (n_bytes);
}

/* Frees what was kept before, and keeps @pages for the next who wants as many. */
void
streek_pages_keep (gpointer pages)
{
  if (pages != NULL && get_header (pages)->n_bytes <= MAX_KEPT_BYTES)
    {
      g_mutex_lock (&kept_lock);

      gpointer before = kept;

      kept = pages;
      g_mutex_unlock (&kept_lock);
      pages = before;
    }

  streek_pages_free (pages);
}
