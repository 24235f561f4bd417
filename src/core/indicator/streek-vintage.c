/* streek-vintage.c: a roster and the land that its codes name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-series.h"

#include <string.h>

static const StreekArea *
find_owner (StreekAreas *areas, const char *code, StreekDate on)
{
  g_auto (GStrv) parts = g_strsplit (code + 1, ":", 2);

  return g_strv_length (parts) == 2 ? streek_areas_find (areas, parts[0], parts[1], on) : NULL;
}

static void
narrow_validity (StreekVintage *vintage, const StreekArea *area)
{
  vintage->valid.from = MAX (vintage->valid.from, area->valid.from);
  vintage->valid.to = MIN (vintage->valid.to, area->valid.to);
}

static void
resolve_codes (StreekVintage *vintage, StreekAreas *areas)
{
  const StreekRoster *roster = vintage->roster;

  for (guint i = 0; i < roster->n; i++)
    {
      if (roster->codes[i][0] == STREEK_ROSTER_NOT_LOCATED)
        {
          vintage->owners[i] = find_owner (areas, roster->codes[i], roster->on);
          vintage->n_not_located += vintage->owners[i] != NULL;
          continue;
        }

      const StreekArea *area =
        streek_areas_find (areas, roster->set_code, roster->codes[i], roster->on);

      vintage->areas[i] = area;

      if (area != NULL)
        {
          vintage->mesh = area->set->mesh;
          narrow_validity (vintage, area);
        }
    }
}

static void
count_units (StreekVintage *vintage)
{
  for (guint i = 0; i < vintage->roster->n; i++)
    {
      const StreekArea *area = vintage->areas[i];

      if (area != NULL && area->units.n > 0)
        vintage->n_units = MAX (vintage->n_units, area->units.ids[area->units.n - 1] + 1);
    }
}

/* unit -> entries, as two arrays: counting sort by unit. */
static void
index_units (StreekVintage *vintage)
{
  count_units (vintage);
  vintage->first = g_new0 (guint32, vintage->n_units + 1);

  for (guint i = 0; i < vintage->roster->n; i++)
    for (guint u = 0; vintage->areas[i] != NULL && u < vintage->areas[i]->units.n; u++)
      vintage->first[vintage->areas[i]->units.ids[u] + 1]++;

  for (guint unit = 0; unit < vintage->n_units; unit++)
    vintage->first[unit + 1] += vintage->first[unit];

  g_autofree guint32 *next = g_memdup2 (vintage->first, sizeof (guint32) * (vintage->n_units + 1));

  vintage->entries = g_new (guint32, vintage->first[vintage->n_units] + 1);

  for (guint i = 0; i < vintage->roster->n; i++)
    for (guint u = 0; vintage->areas[i] != NULL && u < vintage->areas[i]->units.n; u++)
      vintage->entries[next[vintage->areas[i]->units.ids[u]]++] = i;
}

/**
 * streek_vintage_new:
 * @roster: (transfer full): a roster
 * @areas: the areas of the workspace, which must outlive the vintage
 *
 * A code that the workspace does not know (any more) has no land, and no figure of it is used.
 *
 * Returns: (transfer full): the roster with the units of each of its codes
 */
StreekVintage *
streek_vintage_new (StreekRoster *roster, StreekAreas *areas)
{
  StreekVintage *vintage = g_new0 (StreekVintage, 1);

  vintage->roster = roster;
  vintage->areas = g_new0 (const StreekArea *, roster->n);
  vintage->owners = g_new0 (const StreekArea *, roster->n);
  vintage->valid = (StreekInterval){ STREEK_DATE_NONE, STREEK_DATE_OPEN };
  resolve_codes (vintage, areas);
  index_units (vintage);

  return vintage;
}

void
streek_vintage_free (StreekVintage *vintage)
{
  if (vintage == NULL)
    return;

  streek_roster_free (vintage->roster);
  g_free (vintage->areas);
  g_free (vintage->owners);
  g_free (vintage->first);
  g_free (vintage->entries);
  g_free (vintage);
}

/**
 * streek_vintage_get_distance:
 *
 * Returns: how many days lie between @on and the days on which the roster holds, 0 within them
 */
int
streek_vintage_get_distance (const StreekVintage *vintage, StreekDate on)
{
  if (on < vintage->valid.from)
    return vintage->valid.from - on;

  return on >= vintage->valid.to ? on - vintage->valid.to + 1 : 0;
}
