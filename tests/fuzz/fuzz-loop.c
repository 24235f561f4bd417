/* fuzz-loop.c: some thousand seeded mutations of good input, as an ordinary test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <string.h>

#ifndef N_MUTATIONS
#define N_MUTATIONS 20000
#endif

/* More than the mutations above take: go on so long. */
#if !defined SECONDS_UNDER_SANITIZERS || !defined __SANITIZE_ADDRESS__
#undef SECONDS_UNDER_SANITIZERS
#define SECONDS_UNDER_SANITIZERS 0
#endif

#define SEED 20190101

/* Numbers on which counts, signs and sums turn over. */
static const guint32 edges[] = { 0, 1, 0x7f, 0xff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };

static void
mutate_once (GRand *rand, GByteArray *bytes)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint) bytes->len) : 0;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      g_byte_array_set_size (bytes, at);
      break;
    case 1:
      g_byte_array_append (bytes, (const guint8 *) "\xff\0[{\"9", 6);
      break;
    case 2:
      if (bytes->len > at + sizeof edges[0])
        memcpy (bytes->data + at, &edges[g_rand_int_range (rand, 0, (gint) G_N_ELEMENTS (edges))],
                sizeof edges[0]);
      break;
    case 3:
      if (bytes->len > at)
        g_byte_array_remove_index (bytes, at);
      break;
    default:
      if (bytes->len > at)
        bytes->data[at] ^= (guint8) g_rand_int_range (rand, 1, 256);
      break;
    }
}

static void
test_survives_mutations (void)
{
  g_autoptr (GPtrArray) seeds = fuzz_list_seeds ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  gint64 end_us = g_get_monotonic_time () + SECONDS_UNDER_SANITIZERS * G_TIME_SPAN_SECOND;

  g_assert_cmpuint (seeds->len, >, 0);

  for (guint i = 0; i < N_MUTATIONS || g_get_monotonic_time () < end_us; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (seeds->pdata[i % seeds->len], &size);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) size);
      /* the first rounds try the seeds themselves */
      for (gint n = i < seeds->len ? 0 : g_rand_int_range (rand, 1, 4); n > 0; n--)
        mutate_once (rand, bytes);

      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/survives-mutations", test_survives_mutations);

  return g_test_run ();
}
