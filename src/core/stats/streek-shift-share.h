/* streek-shift-share.h: what of a region's change its sectors explain, and which it has most of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The parts of a change, in the unit of the figures: change = national + mix + regional. */
typedef struct
{
  double change;
  double national; /* had everything grown as all sectors of the reference together */
  double mix;      /* because the sector grew faster or slower there than all together */
  double regional; /* because the sector grew faster or slower here than there */
} StreekShift;

guint streek_shift_share (const double *from,
                          const double *to,
                          const double *reference_from,
                          const double *reference_to,
                          gsize n_sectors,
                          StreekShift *shifts,
                          StreekShift *total);
double streek_location_quotient (double sector,
                                 double total,
                                 double reference_sector,
                                 double reference_total);
