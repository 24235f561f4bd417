/* streek-vertices.c: equal places among many, found without sorting them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"

#define FETCH_AHEAD 16

static guint32
hash_place (StreekVertex place)
{
  guint64 mixed = ((guint64) (guint32) place.x << 32) | (guint32) place.y;

  mixed *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint32) (mixed >> 32);
}

/**
 * streek_vertices_number:
 * @vertices: (array length=n):
 * @n: below 2³⁰
 * @ids: (out) (array length=n): the number of each, from 0 in the order in which they come; equal
 *   places have equal numbers
 * @places: (out) (array length=n): the places by their number; room for @n
 *
 * The slots lie all over the memory, so the processor is told early which ones come next.
 *
 * Returns: how many places there are
 */
guint32
streek_vertices_number (const StreekVertex *vertices, guint n, guint32 *ids, StreekVertex *places)
{
  guint32 n_places = 0;
  guint bits = 4;

  while ((1u << bits) < 2 * n && bits < 31)
    bits++;

  guint32 mask = (1u << bits) - 1;
  g_autofree guint32 *slots = STREEK_BLOCK_NEW0 (guint32, (gsize) mask + 1); /* numbers from 1 */

  for (guint i = 0; i < n; i++)
    {
      guint32 slot = hash_place (vertices[i]) & mask;

      if (i + FETCH_AHEAD < n)
        __builtin_prefetch (&slots[hash_place (vertices[i + FETCH_AHEAD]) & mask], 1);

      while (slots[slot] != 0 && !streek_vertex_equal (places[slots[slot] - 1], vertices[i]))
        slot = (slot + 1) & mask;

      if (slots[slot] == 0)
        {
          places[n_places++] = vertices[i];
          slots[slot] = n_places;
        }
      ids[i] = slots[slot] - 1;
    }

  return n_places;
}
