/* streek-latest-elsewhere.c: of which area near by there is a figure where one has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-latest-elsewhere.h"

#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const StreekArea *area; /* (nullable) */
  double likeness;        /* what both share of what either has, 0 to 1 */
} Near;

static guint
count_common (StreekUnits a, StreekUnits b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a.n && j < b.n;)
    {
      n += a.ids[i] == b.ids[j];
      if (a.ids[i] < b.ids[j])
        i++;
      else
        j++;
    }

  return n;
}

/* What covers it, and what is at least half of it: a municipality says little of its province. */
static gboolean
is_near (const StreekArea *other, const StreekArea *area)
{
  return streek_area_is_inside (area, other) ||
         (streek_area_is_inside (other, area) && 2 * other->units.n >= area->units.n);
}

static void
try_entry (Near *near, const StreekArea *area, const StreekSlice *slice, guint entry)
{
  const StreekPart part = { slice, entry, TRUE };
  const StreekArea *other = slice->vintage->areas[entry];

  if (other == NULL || streek_part_get_missing (&part) != STREEK_MISSING_NONE ||
      streek_part_get_status (&part) == STREEK_STATUS_PROJECTION ||
      streek_units_equal (other->units, area->units) || !is_near (other, area))
    return;

  guint n_common = count_common (other->units, area->units);
  double likeness = (double) n_common / (other->units.n + area->units.n - n_common);

  if (near->area == NULL || likeness > near->likeness)
    *near = (Near){ other, likeness };
}

static gboolean
find_near (StreekTotals *totals,
           const StreekIndicator *indicator,
           const StreekArea *area,
           StreekPeriod period,
           Near *near,
           GError **error)
{
  StreekFigureSet figures;

  if (!streek_totals_find_figures (totals, indicator->code, period, &figures, error))
    return FALSE;

  for (guint i = 0; i < figures.n_slices; i++)
    for (guint entry = 0; entry < figures.slices[i]->vintage->roster->n; entry++)
      try_entry (near, area, figures.slices[i], entry);

  return TRUE;
}

/* Also in words; the figure itself is computed as that of any area is. */
static gboolean
take (StreekTotals *totals,
      const StreekIndicator *indicator,
      const StreekArea *area,
      const StreekArea *other,
      StreekPeriod period,
      StreekLatest *latest,
      GError **error)
{
  StreekLatest found = { .period = period };

  if (!streek_totals_compute (totals, indicator, other, period, NAN, &found.total, error))
    return FALSE;

  if (found.total.missing == STREEK_MISSING_NONE)
    {
      g_autofree char *own = streek_area_dup_label (area);
      g_autofree char *name = streek_area_dup_label (other);
      g_autofree char *figure =
        streek_latest_dup_words (&found, indicator, streek_format_get_default ());

      /* Translators: %1$s is an area, %2$s another one near by and %3$s "28.8 % (September 2019)".
       */
      latest->elsewhere =
        g_strdup_printf (_ ("no figure for %1$s, but one for %2$s: %3$s"), own, name, figure);
      latest->near_area = g_strdup_printf ("%s:%s", other->set->code, other->code);
      latest->near_period = period;
    }
  streek_latest_clear (&found);

  return TRUE;
}

/**
 * streek_totals_look_elsewhere:
 * @area: SET:CODE of an area that has no figure
 *
 * A figure that is published for one definition of a region alone is none of another one, and must
 * not be taken for it; but who asks for the other wants to know that it exists. Of the latest
 * period that has one, the area that is most alike: the one that shares most of what either has.
 */
gboolean
streek_totals_look_elsewhere (StreekTotals *totals,
                              const StreekIndicator *indicator,
                              const char *area,
                              const GArray *candidates,
                              StreekLatest *latest,
                              GError **error)
{
  g_return_val_if_fail (totals != NULL && indicator != NULL && area != NULL, FALSE);
  g_return_val_if_fail (candidates != NULL && latest != NULL, FALSE);

  for (guint i = 0; i < candidates->len && latest->elsewhere == NULL; i++)
    {
      StreekPeriod period = g_array_index (candidates, StreekPeriod, i);
      Near near = { NULL, 0 };
      StreekDate on;
      const StreekArea *own = streek_totals_pick_date (totals, indicator, period, &on, error)
                                ? streek_areas_resolve_ref (totals->areas, area, on, NULL, error)
                                : NULL;

      if (own == NULL || !find_near (totals, indicator, own, period, &near, error))
        return FALSE;
      if (near.area != NULL && !take (totals, indicator, own, near.area, period, latest, error))
        return FALSE;
    }

  return TRUE;
}
