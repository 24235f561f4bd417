/* streek-groups.c: sums that lose nothing, and units that belong together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include <math.h>

/**
 * streek_sum_add:
 *
 * Source: Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54, 39–51,
 * algorithm IV.
 */
void
streek_sum_add (StreekSum *sum, double value)
{
  double next = sum->sum + value;

  sum->lost +=
    fabs (sum->sum) >= fabs (value) ? (sum->sum - next) + value : (value - next) + sum->sum;
  sum->sum = next;
}

double
streek_sum_get (const StreekSum *sum)
{
  return sum->sum + sum->lost;
}

/**
 * streek_cover_sum:
 *
 * Returns: the sum of the parts that have a value; hidden cells are never in it
 */
double
streek_cover_sum (const StreekCover *cover)
{
  StreekSum sum = { 0 };

  for (guint i = 0; i < cover->parts->len; i++)
    {
      const StreekPart *part = &g_array_index (cover->parts, StreekPart, i);

      if (streek_part_get_missing (part) == STREEK_MISSING_NONE)
        streek_sum_add (&sum, streek_part_get_value (part));
    }

  return streek_sum_get (&sum);
}

/**
 * streek_groups_init:
 * @n: number of units, each a group of its own
 */
void
streek_groups_init (StreekGroups *groups, guint n)
{
  groups->n = n;
  groups->parent = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    groups->parent[i] = i;
}

void
streek_groups_clear (StreekGroups *groups)
{
  g_clear_pointer (&groups->parent, g_free);
}

/**
 * streek_groups_find:
 *
 * Returns: the unit that stands for the group of @unit
 */
guint32
streek_groups_find (StreekGroups *groups, guint32 unit)
{
  while (groups->parent[unit] != unit)
    {
      groups->parent[unit] = groups->parent[groups->parent[unit]];
      unit = groups->parent[unit];
    }

  return unit;
}

/**
 * streek_groups_join_cover:
 *
 * Joins the units that lie in one cell. After two covers the groups are the components of their
 * common coarsening: the smallest pieces of land that both know.
 */
void
streek_groups_join_cover (StreekGroups *groups, const StreekCover *cover)
{
  g_autofree gint32 *first = g_new (gint32, cover->parts->len + 1);

  for (guint i = 0; i < cover->parts->len; i++)
    first[i] = -1;

  for (guint unit = 0; unit < groups->n; unit++)
    {
      gint32 part = cover->part_of_unit[unit];

      if (part == STREEK_COVER_NO_PART)
        continue;

      if (first[part] < 0)
        first[part] = (gint32) unit;
      else
        groups->parent[streek_groups_find (groups, unit)] =
          streek_groups_find (groups, (guint32) first[part]);
    }
}
