/* streek-column-widths.c: how columns of words share the room that they have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-column-widths.h"

#include <math.h>

#define STEPS 40 /* halvings: a point in a million millions */

/* What is longer gets more, but not in proportion, for then one long text would leave the others a
 * word a line. */
static double
get_width (double least, double natural, double factor)
{
  return CLAMP (factor * sqrt (natural), MIN (least, natural), natural);
}

static double
sum (const double *least, const double *natural, guint n, double factor)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += get_width (least[i], natural[i], factor);

  return total;
}

/* By halves, up to where even the longest text is on one line. */
static double
find_factor (const double *least, const double *natural, guint n, double room)
{
  double low = 0, high = 1;

  for (guint i = 0; i < n; i++)
    high = MAX (high, sqrt (natural[i]));

  if (sum (least, natural, n, high) <= room)
    return high;

  for (guint step = 0; step < STEPS; step++)
    {
      double middle = (low + high) / 2;

      *(sum (least, natural, n, middle) > room ? &high : &low) = middle;
    }

  return low;
}

gboolean
streek_column_widths_share (
  const double *least, const double *natural, guint n, double room, double *widths)
{
  g_return_val_if_fail (least != NULL && natural != NULL && widths != NULL, FALSE);

  double factor = find_factor (least, natural, n, room);
  double over = MAX (sum (least, natural, n, factor) / MAX (room, 1), 1);

  for (guint i = 0; i < n; i++)
    widths[i] = get_width (least[i], natural[i], factor) / over;

  return over < 1.0001;
}
