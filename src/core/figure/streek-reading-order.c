/* streek-reading-order.c: numbers that run over a map as over a page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-reading-order.h"

#include <math.h>

static int
compare_from_north (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekPoint *places = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double difference = places[one].y - places[other].y;

  return difference != 0 ? (difference < 0 ? -1 : 1) : (one < other ? -1 : 1);
}

static int
compare_from_west (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekPoint *places = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double difference = places[one].x - places[other].x;

  return difference != 0 ? (difference < 0 ? -1 : 1) : (one < other ? -1 : 1);
}

/**
 * streek_number_as_read:
 *
 * From the north in bands, each from the west, so that one who has a number knows where to look for
 * it on the map.
 */
void
streek_number_as_read (const StreekPoint *places, guint n, guint *numbers)
{
  g_autofree guint *order = g_new (guint, n + 1);
  guint n_in_band = (guint) ceil (sqrt (n));

  for (guint i = 0; i < n; i++)
    order[i] = i;

  g_qsort_with_data (order, (int) n, sizeof *order, compare_from_north, (gpointer) places);

  for (guint from = 0; from < n; from += n_in_band)
    g_qsort_with_data (order + from, (int) MIN (n_in_band, n - from), sizeof *order,
                       compare_from_west, (gpointer) places);

  for (guint i = 0; i < n; i++)
    numbers[order[i]] = i + 1;
}
