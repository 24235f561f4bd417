/* streek-ranking.c: the place of each figure among the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-ranking.h"

#include <math.h>

typedef struct
{
  double value;
  gsize index;
} Item;

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Item *first = a, *second = b;
  gboolean lowest_first = GPOINTER_TO_INT (user_data);

  if (first->value != second->value)
    return (first->value < second->value) == lowest_first ? -1 : 1;

  return first->index < second->index ? -1 : 1;
}

/**
 * streek_rank:
 * @values: (array length=n): figures, %NAN where missing
 * @n: how many
 * @lowest_first: whether the lowest is the first, as where lower is better or tighter
 * @places: (out caller-allocates) (array length=n): the place of each
 *
 * Standard competition ranking: equal figures share the best place they could have, and the next
 * one keeps the place it would have had ("1, 2, 2, 4"). A missing figure has no place and takes
 * none. The position is the mid-rank among the others: those after it, and half of its equals.
 *
 * Returns: how many have a place
 */
guint
streek_rank (const double *values, gsize n, gboolean lowest_first, StreekPlace *places)
{
  g_return_val_if_fail (n <= G_MAXUINT, 0);

  g_autofree Item *items = g_new (Item, MAX (n, 1));
  guint n_present = 0;

  for (gsize i = 0; i < n; i++)
    {
      places[i] = (StreekPlace){ 0, NAN, NAN };

      if (!isnan (values[i]))
        items[n_present++] = (Item){ values[i], i };
    }

  g_qsort_with_data (items, (int) n_present, sizeof *items, compare_items,
                     GINT_TO_POINTER (lowest_first));

  for (guint first = 0, next; first < n_present; first = next)
    {
      for (next = first + 1; next < n_present && items[next].value == items[first].value; next++)
        ;

      double after = n_present - next, equals = next - first - 1;

      for (guint i = first; i < next; i++)
        places[items[i].index] = (StreekPlace){
          .rank = first + 1,
          .gap = items[i].value - items[0].value,
          .position = n_present > 1 ? (after + equals / 2) / (n_present - 1) : NAN,
        };
    }

  return n_present;
}
