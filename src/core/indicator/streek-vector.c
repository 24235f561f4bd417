/* streek-vector.c: the figures of one indicator and period over a roster, and their bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-vector.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

/* Bytes: magic, version, n, CRC32 of everything else (all little-endian, 4 bytes each), then n
 * float64 little-endian, n kinds, n statuses. */
#define MAGIC "SVEC"
#define FORMAT_VERSION 1
#define HEADER_SIZE 16
#define CRC_OFFSET 12
#define CELL_SIZE (sizeof (double) + 2)

/**
 * streek_vector_new:
 * @n: number of areas of its roster
 *
 * Returns: (transfer full): a vector whose cells are all unknown
 */
StreekVector *
streek_vector_new (guint n)
{
  StreekVector *vector = g_new0 (StreekVector, 1);

  vector->n = n;
  /* never empty, so that no copy of nothing has no address */
  vector->values = g_new (double, n + 1);
  vector->kinds = g_new0 (guint8, n + 1);
  vector->statuses = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    streek_vector_set_missing (vector, i, STREEK_MISSING_UNKNOWN);

  return vector;
}

/**
 * streek_vector_free:
 * @vector: (nullable) (transfer full): a vector
 */
void
streek_vector_free (StreekVector *vector)
{
  if (vector == NULL)
    return;

  g_free (vector->values);
  g_free (vector->kinds);
  g_free (vector->statuses);
  g_free (vector);
}

void
streek_vector_set_value (StreekVector *vector, guint index, double value, StreekStatus status)
{
  g_return_if_fail (vector != NULL && index < vector->n);

  vector->values[index] = value;
  vector->kinds[index] = STREEK_MISSING_NONE;
  vector->statuses[index] = status;
}

void
streek_vector_set_missing (StreekVector *vector, guint index, StreekMissing missing)
{
  g_return_if_fail (vector != NULL && index < vector->n);

  vector->values[index] = NAN;
  vector->kinds[index] = missing;
  vector->statuses[index] = STREEK_STATUS_FINAL;
}

static gboolean
is_sound_cell (const StreekVector *vector, guint index)
{
  gboolean has_value = vector->kinds[index] == STREEK_MISSING_NONE;

  return vector->kinds[index] <= STREEK_MISSING_NOT_YET &&
         vector->statuses[index] <= STREEK_STATUS_PROJECTION &&
         (has_value ? isfinite (vector->values[index]) : isnan (vector->values[index]));
}

static void
put_uint32 (guint8 *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  memcpy (bytes, &little, sizeof little);
}

static guint32
get_uint32 (const guint8 *bytes)
{
  guint32 little;

  memcpy (&little, bytes, sizeof little);

  return GUINT32_FROM_LE (little);
}

static void
put_double (guint8 *bytes, double value)
{
  guint64 bits;

  /* one NAN only, so that equal vectors have equal bytes */
  if (isnan (value))
    value = NAN;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  memcpy (bytes, &bits, sizeof bits);
}

static double
get_double (const guint8 *bytes)
{
  guint64 bits;
  double value;

  memcpy (&bits, bytes, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  memcpy (&value, &bits, sizeof value);

  return value;
}

static guint32
compute_checksum (const guint8 *bytes, gsize size)
{
  uLong crc = crc32 (0, bytes, CRC_OFFSET);

  return (guint32) crc32 (crc, bytes + HEADER_SIZE, (uInt) (size - HEADER_SIZE));
}

/**
 * streek_vector_to_bytes:
 * @error: return location for a #StreekIndicatorError
 *
 * Refuses a vector with an infinite value, or one that is not a number without a kind of missing:
 * %STREEK_INDICATOR_ERROR_INVALID.
 *
 * Returns: (transfer full): the bytes that a workspace keeps; equal vectors give equal bytes
 */
GBytes *
streek_vector_to_bytes (const StreekVector *vector, GError **error)
{
  g_return_val_if_fail (vector != NULL, NULL);

  for (guint i = 0; i < vector->n; i++)
    if (!is_sound_cell (vector, i))
      {
        g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                     _ ("Figure %u is not a finite number and does not say why it is missing."),
                     i + 1);
        return NULL;
      }

  gsize size = HEADER_SIZE + vector->n * CELL_SIZE;
  guint8 *bytes = g_malloc (size);
  guint8 *kinds = bytes + HEADER_SIZE + vector->n * sizeof (double);

  memcpy (bytes, MAGIC, 4);
  put_uint32 (bytes + 4, FORMAT_VERSION);
  put_uint32 (bytes + 8, vector->n);

  for (guint i = 0; i < vector->n; i++)
    put_double (bytes + HEADER_SIZE + i * sizeof (double), vector->values[i]);

  memcpy (kinds, vector->kinds, vector->n);
  memcpy (kinds + vector->n, vector->statuses, vector->n);
  put_uint32 (bytes + CRC_OFFSET, compute_checksum (bytes, size));

  return g_bytes_new_take (bytes, size);
}

static gboolean
check_header (const guint8 *bytes, gsize size)
{
  return size >= HEADER_SIZE && memcmp (bytes, MAGIC, 4) == 0 &&
         get_uint32 (bytes + 4) == FORMAT_VERSION &&
         (size - HEADER_SIZE) / CELL_SIZE == get_uint32 (bytes + 8) &&
         (size - HEADER_SIZE) % CELL_SIZE == 0 && size <= G_MAXUINT32 &&
         get_uint32 (bytes + CRC_OFFSET) == compute_checksum (bytes, size);
}

/**
 * streek_vector_new_from_data:
 * @data: (array length=size): bytes out of a workspace
 * @error: return location for a #StreekIndicatorError
 *
 * Bytes that are not exactly those that were written, by so much as one bit, are
 * %STREEK_INDICATOR_ERROR_DAMAGED: a damaged file never becomes a figure.
 *
 * Returns: (transfer full): the vector, or %NULL with @error set
 */
StreekVector *
streek_vector_new_from_data (gconstpointer data, gsize size, GError **error)
{
  const guint8 *bytes = data;
  g_autoptr (StreekVector) vector = NULL;
  gboolean sound = bytes != NULL && check_header (bytes, size);

  if (sound)
    {
      guint n = get_uint32 (bytes + 8);

      vector = streek_vector_new (n);
      memcpy (vector->kinds, bytes + HEADER_SIZE + n * sizeof (double), n);
      memcpy (vector->statuses, bytes + HEADER_SIZE + n * (sizeof (double) + 1), n);

      for (guint i = 0; i < n && sound; i++)
        {
          vector->values[i] = get_double (bytes + HEADER_SIZE + i * sizeof (double));
          sound = is_sound_cell (vector, i);
        }
    }

  if (!sound)
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED,
                           _ ("These figures are damaged: their checksum does not match. Restore "
                              "the newest backup copy."));
      return NULL;
    }

  return g_steal_pointer (&vector);
}

/**
 * streek_vector_read_column:
 * @stmt: stands on a row
 * @column: where the bytes are
 * @n: how many areas the roster has that the figures stand on
 * @error: return location for a #StreekIndicatorError
 *
 * Returns: (transfer full): the vector, or %NULL with @error set, also where it has more or fewer
 *   cells than the roster has areas
 */
StreekVector *
streek_vector_read_column (sqlite3_stmt *stmt, int column, guint n, GError **error)
{
  g_autoptr (StreekVector) vector = streek_vector_new_from_data (
    sqlite3_column_blob (stmt, column), (gsize) sqlite3_column_bytes (stmt, column), error);

  if (vector != NULL && vector->n != n)
    {
      g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_DAMAGED,
                           _ ("There are more or fewer figures than areas they are about."));
      return NULL;
    }

  return g_steal_pointer (&vector);
}
