/* streek-shift-share.c: what of a region's change its sectors explain, and which it has most of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-shift-share.h"

#include <math.h>

static const StreekShift missing = { NAN, NAN, NAN, NAN };

/* How much all sectors of the reference that are known in both periods grew together. */
static double
compute_growth (const double *from, const double *to, gsize n_sectors)
{
  double first = 0, second = 0;

  for (gsize s = 0; s < n_sectors; s++)
    if (isfinite (from[s]) && isfinite (to[s]))
      {
        first += from[s];
        second += to[s];
      }

  return first > 0 ? second / first - 1 : NAN;
}

static StreekShift
split (double from, double to, double growth, double sector_growth)
{
  StreekShift shift = {
    .change = to - from,
    .national = from * growth,
    .mix = from * (sector_growth - growth),
  };

  /* what is left, so that the parts add up whatever rounding does */
  shift.regional = shift.change - (shift.national + shift.mix);

  return isfinite (shift.regional) ? shift : missing;
}

/**
 * streek_shift_share:
 * @from: (array length=n_sectors): the region's sectors in the first period, %NAN where missing
 * @to: (array length=n_sectors): in the second
 * @reference_from: (array length=n_sectors): those of the reference
 * @reference_to: (array length=n_sectors): in the second
 * @n_sectors: how many
 * @shifts: (out caller-allocates) (array length=n_sectors): the parts per sector; all %NAN where
 * one of the four figures is missing, or the sector did not exist in the reference at first
 * @total: (out): their sums over the sectors that have them, %NAN where none has
 *
 * Classic shift-share. The growth of all is that of the sectors known in the reference in both
 * periods; the parts of a sector and of the total add up to the actual change.
 *
 * Source: Dunn (1960), Papers of the Regional Science Association 6.
 *
 * Returns: how many sectors are in @total
 */
guint
streek_shift_share (const double *from,
                    const double *to,
                    const double *reference_from,
                    const double *reference_to,
                    gsize n_sectors,
                    StreekShift *shifts,
                    StreekShift *total)
{
  double growth = compute_growth (reference_from, reference_to, n_sectors);
  guint n_known = 0;

  *total = (StreekShift){ 0 };

  for (gsize s = 0; s < n_sectors; s++)
    {
      double sector = reference_from[s] > 0 ? reference_to[s] / reference_from[s] - 1 : NAN;

      shifts[s] = split (from[s], to[s], growth, sector);

      if (isnan (shifts[s].change))
        continue;

      n_known++;
      total->change += shifts[s].change;
      total->national += shifts[s].national;
      total->mix += shifts[s].mix;
      total->regional += shifts[s].regional;
    }

  if (n_known == 0)
    *total = missing;

  return n_known;
}

/**
 * streek_location_quotient:
 * @sector: the sector in the region
 * @total: all sectors of the region
 * @reference_sector: the sector in the reference
 * @reference_total: all sectors of the reference
 *
 * The share of a sector in the region over its share in the reference: above 1 the region has more
 * of it.
 *
 * Source: Isard (1960), Methods of Regional Analysis, chapter 7.
 *
 * Returns: the quotient, %NAN where a figure is missing or a total or the reference's sector is not
 *   above zero
 */
double
streek_location_quotient (double sector,
                          double total,
                          double reference_sector,
                          double reference_total)
{
  if (!(total > 0 && reference_sector > 0 && reference_total > 0))
    return NAN;

  double quotient = sector / total / (reference_sector / reference_total);

  return isfinite (quotient) ? quotient : NAN;
}
