/* streek-vertices.c: equal places among many, found without sorting them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"

#define FETCH_AHEAD 16
#define FETCH_PLACE_AHEAD 8

static guint32
hash_place (StreekVertex place)
{
  guint64 mixed = ((guint64) (guint32) place.x << 32) | (guint32) place.y;

  mixed *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint32) (mixed >> 32);
}

static void
fetch (const StreekPlaces *self, StreekVertex vertex)
{
  __builtin_prefetch (&self->slots[hash_place (vertex) & self->mask], 1);
}

/* What the slot says, which has been fetched meanwhile; of an empty one it is the first place. */
static void
fetch_place (const StreekPlaces *self, StreekVertex vertex)
{
  guint32 number = self->slots[hash_place (vertex) & self->mask];

  __builtin_prefetch (&self->vertices[number - (number > 0)]);
}

/* Where @vertex is, or where it belongs. */
static guint32
find_slot (const StreekPlaces *self, StreekVertex vertex)
{
  guint32 slot = hash_place (vertex) & self->mask;

  while (self->slots[slot] != 0 &&
         !streek_vertex_equal (self->vertices[self->slots[slot] - 1], vertex))
    slot = (slot + 1) & self->mask;

  return slot;
}

/* At most every second slot is taken. */
static guint32
find_mask (guint n)
{
  guint bits = 4;

  while ((1u << bits) < 2 * n && bits < 31)
    bits++;

  return (1u << bits) - 1;
}

static void
file_anew (StreekPlaces *self, guint n)
{
  g_free (self->slots);
  self->mask = find_mask (n);
  self->slots = STREEK_BLOCK_NEW0 (guint32, (gsize) self->mask + 1);

  for (guint i = 0; i < self->n; i++)
    {
      if (i + FETCH_AHEAD < self->n)
        fetch (self, self->vertices[i + FETCH_AHEAD]);
      self->slots[find_slot (self, self->vertices[i])] = i + 1;
    }
}

/* Twice the room each time, so that filing anew takes no longer than filing. */
static void
make_room (StreekPlaces *self, guint n)
{
  if (n > self->room)
    {
      self->room = MAX (n, 2 * self->room);
      self->vertices = g_renew (StreekVertex, self->vertices, self->room);
    }

  if (find_mask (n) > self->mask)
    file_anew (self, MAX (n, 2 * self->n));
}

/**
 * streek_places_init:
 * @n_expected: how many places there will be, as far as anybody knows: room that is not used costs
 *   little
 */
void
streek_places_init (StreekPlaces *self, guint n_expected)
{
  *self = (StreekPlaces){ .room = MAX (n_expected, 1) };
  self->vertices = STREEK_BLOCK_NEW (StreekVertex, self->room);
  file_anew (self, n_expected);
}

/**
 * streek_places_close:
 *
 * No more places will be numbered: what finds them again is given back.
 */
void
streek_places_close (StreekPlaces *self)
{
  g_clear_pointer (&self->slots, g_free);
}

void
streek_places_clear (StreekPlaces *self)
{
  g_clear_pointer (&self->vertices, g_free);
  streek_places_close (self);
}

/**
 * streek_places_number:
 * @vertices: (array length=n):
 * @n: with those before it below 2³⁰
 * @ids: (out) (array length=n): the number of each, from 0 in the order in which they come; equal
 *   places have equal numbers, also those of an earlier call
 *
 * The slots lie all over the memory, so the processor is told early which ones come next.
 */
void
streek_places_number (StreekPlaces *self, const StreekVertex *vertices, guint n, guint32 *ids)
{
  make_room (self, self->n + n);

  for (guint i = 0; i < MIN (n, FETCH_AHEAD); i++)
    fetch (self, vertices[i]);

  for (guint i = 0; i < n; i++)
    {
      if (i + FETCH_AHEAD < n)
        fetch (self, vertices[i + FETCH_AHEAD]);
      if (i + FETCH_PLACE_AHEAD < n)
        fetch_place (self, vertices[i + FETCH_PLACE_AHEAD]);

      guint32 slot = find_slot (self, vertices[i]);

      if (self->slots[slot] == 0)
        {
          self->vertices[self->n++] = vertices[i];
          self->slots[slot] = self->n;
        }
      ids[i] = self->slots[slot] - 1;
    }
}

/**
 * streek_vertices_number:
 * @vertices: (array length=n):
 * @ids: (out) (array length=n): as streek_places_number()
 *
 * Returns: how many places there are
 */
guint32
streek_vertices_number (const StreekVertex *vertices, guint n, guint32 *ids)
{
  StreekPlaces places;

  streek_places_init (&places, n);
  streek_places_number (&places, vertices, n, ids);
  streek_places_clear (&places);

  return places.n;
}
