/* fuzz-vector.c: bytes that pretend to be a vector of figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz-target.h"
#include "indicator/streek-vector.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#define CRC_OFFSET 12
#define HEADER_SIZE 16

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint8 *copy = g_memdup2 (data, size);

  /* behind a checksum nothing would be tried, so it is made to match: of all but itself */
  if (size > HEADER_SIZE)
    {
      uLong crc = crc32 (0, copy, CRC_OFFSET);
      guint32 sum =
        GUINT32_TO_LE ((guint32) crc32 (crc, copy + HEADER_SIZE, (uInt) (size - HEADER_SIZE)));

      memcpy (copy + CRC_OFFSET, &sum, sizeof sum);
    }

  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekVector) vector = streek_vector_new_from_data (copy, size, &error);

  g_assert_true ((vector == NULL) == (error != NULL));

  /* no figure without a value, no value that is missing */
  for (guint i = 0; vector != NULL && i < vector->n; i++)
    {
      g_assert_cmpuint (vector->kinds[i], <=, STREEK_MISSING_NOT_YET);
      g_assert_cmpint (vector->kinds[i] == STREEK_MISSING_NONE, ==,
                       isfinite (vector->values[i]) != 0);
    }

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  g_autoptr (StreekVector) vector = streek_vector_new (5);
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  streek_vector_set_value (vector, 0, 31750, STREEK_STATUS_FINAL);
  streek_vector_set_value (vector, 1, -0.5, STREEK_STATUS_PROVISIONAL);
  for (guint i = 2; i < vector->n; i++)
    streek_vector_set_missing (vector, i, STREEK_MISSING_HIDDEN);

  g_ptr_array_add (seeds, streek_vector_to_bytes (vector, NULL));

  return seeds;
}
