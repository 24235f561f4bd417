/* streek-units.c: a set of units of one mesh, sorted, as areas are made of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-units.h"

#include <string.h>

/**
 * streek_units_equal:
 *
 * Returns: whether both hold the same units; two empty sets do
 */
gboolean
streek_units_equal (StreekUnits a, StreekUnits b)
{
  return a.n == b.n && (a.n == 0 || memcmp (a.ids, b.ids, sizeof *a.ids * a.n) == 0);
}

/**
 * streek_units_is_subset:
 *
 * Returns: whether every unit of @inner is in @outer; an empty set is inside everything
 */
gboolean
streek_units_is_subset (StreekUnits inner, StreekUnits outer)
{
  guint j = 0;

  if (inner.n > outer.n)
    return FALSE;

  for (guint i = 0; i < inner.n; i++, j++)
    {
      while (j < outer.n && outer.ids[j] < inner.ids[i])
        j++;

      if (j == outer.n || outer.ids[j] != inner.ids[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_units_overlap:
 *
 * Returns: whether at least one unit is in both
 */
gboolean
streek_units_overlap (StreekUnits a, StreekUnits b)
{
  for (guint i = 0, j = 0; i < a.n && j < b.n;)
    {
      if (a.ids[i] == b.ids[j])
        return TRUE;

      if (a.ids[i] < b.ids[j])
        i++;
      else
        j++;
    }

  return FALSE;
}

/**
 * streek_units_contains:
 *
 * Returns: whether @unit is in @units
 */
gboolean
streek_units_contains (StreekUnits units, guint32 unit)
{
  guint first = 0;
  guint end = units.n;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (units.ids[middle] < unit)
        first = middle + 1;
      else
        end = middle;
    }

  return first < units.n && units.ids[first] == unit;
}
