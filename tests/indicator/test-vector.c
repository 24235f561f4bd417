/* test-vector.c: figures as bytes: what goes in comes out, and damage never becomes a number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "indicator/streek-vector.h"

#include <math.h>
#include <string.h>

/* A value, a real 0 and the four kinds of missing. */
static StreekVector *
make_vector (void)
{
  StreekVector *vector = streek_vector_new (6);

  streek_vector_set_value (vector, 0, 319114, STREEK_STATUS_PROVISIONAL);
  streek_vector_set_value (vector, 1, 0, STREEK_STATUS_FINAL);
  streek_vector_set_missing (vector, 2, STREEK_MISSING_UNKNOWN);
  streek_vector_set_missing (vector, 3, STREEK_MISSING_HIDDEN);
  streek_vector_set_missing (vector, 4, STREEK_MISSING_NOT_APPLICABLE);
  streek_vector_set_missing (vector, 5, STREEK_MISSING_NOT_YET);

  return vector;
}

static void
test_bytes_round_trip (void)
{
  g_autoptr (StreekVector) vector = make_vector ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, &error);
  gsize size;

  g_assert_no_error (error);

  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (StreekVector) back = streek_vector_new_from_data (data, size, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (back->n, ==, 6);
  g_assert_cmpmem (back->kinds, 6, vector->kinds, 6);
  g_assert_cmpmem (back->statuses, 6, vector->statuses, 6);

  for (guint i = 0; i < 6; i++)
    g_assert_true (back->values[i] == vector->values[i] ||
                   (isnan (back->values[i]) && isnan (vector->values[i])));
}

/* DESIGN §3: magic, version, n, CRC32, float64 little-endian, then a kind and a status byte. */
static void
test_bytes_are_as_written_down (void)
{
  static const guint8 expected[] = {
    'S', 'V', 'E', 'C', 1, 0, 0,    0,    2, 0, 0, 0, 0, 0, 0, 0, /* the checksum is masked below */
    0,   0,   0,   0,   0, 0, 0xf8, 0x3f,                         /* 1.5, IEEE 754 */
    0,   0,   0,   0,   0, 0, 0xf8, 0x7f,                         /* a quiet NaN */
    0,   2,                                                       /* a value, hidden */
    2,   0,                                                       /* estimate, final */
  };
  g_autoptr (StreekVector) vector = streek_vector_new (2);

  streek_vector_set_value (vector, 0, 1.5, STREEK_STATUS_ESTIMATE);
  streek_vector_set_missing (vector, 1, STREEK_MISSING_HIDDEN);

  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, NULL);
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));

  memset (copy + 12, 0, 4);
  g_assert_cmpmem (copy, size, expected, sizeof expected);
}

static void
test_every_flipped_bit_is_damage (void)
{
  g_autoptr (StreekVector) vector = make_vector ();
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, NULL);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize bit = 0; bit < size * 8; bit++)
    {
      g_autoptr (GError) error = NULL;

      copy[bit / 8] ^= (guint8) (1 << (bit % 8));
      g_assert_null (streek_vector_new_from_data (copy, size, &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
      copy[bit / 8] ^= (guint8) (1 << (bit % 8));
    }
}

static void
test_every_cut_is_damage (void)
{
  g_autoptr (StreekVector) vector = make_vector ();
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, NULL);

  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GError) error = NULL;
      /* on the heap, so that the address sanitizer sees a byte too far */
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

      g_assert_null (streek_vector_new_from_data (copy, size, &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED);
    }
}

static void
test_refuses_what_is_no_figure (void)
{
  static const double values[] = { INFINITY, -INFINITY, NAN };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (StreekVector) vector = make_vector ();
      g_autoptr (GError) error = NULL;

      vector->values[0] = values[i];
      g_assert_null (streek_vector_to_bytes (vector, &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
    }
}

static void
test_refuses_a_kind_beside_a_value (void)
{
  g_autoptr (StreekVector) vector = make_vector ();
  g_autoptr (GError) error = NULL;

  vector->kinds[0] = STREEK_MISSING_HIDDEN;
  g_assert_null (streek_vector_to_bytes (vector, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
  g_clear_error (&error);

  /* computed kinds are never stored */
  streek_vector_set_missing (vector, 0, STREEK_MISSING_NOT_ADDITIVE);
  g_assert_null (streek_vector_to_bytes (vector, &error));
  g_assert_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID);
}

static void
test_an_empty_vector_is_a_vector (void)
{
  g_autoptr (StreekVector) vector = streek_vector_new (0);
  g_autoptr (GBytes) bytes = streek_vector_to_bytes (vector, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autoptr (StreekVector) back = streek_vector_new_from_data (data, size, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (back->n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/vector/bytes-round-trip", test_bytes_round_trip);
  g_test_add_func ("/indicator/vector/bytes-are-as-written-down", test_bytes_are_as_written_down);
  g_test_add_func ("/indicator/vector/every-flipped-bit-is-damage",
                   test_every_flipped_bit_is_damage);
  g_test_add_func ("/indicator/vector/every-cut-is-damage", test_every_cut_is_damage);
  g_test_add_func ("/indicator/vector/refuses-what-is-no-figure", test_refuses_what_is_no_figure);
  g_test_add_func ("/indicator/vector/refuses-a-kind-beside-a-value",
                   test_refuses_a_kind_beside_a_value);
  g_test_add_func ("/indicator/vector/an-empty-vector-is-a-vector",
                   test_an_empty_vector_is_a_vector);

  return g_test_run ();
}
