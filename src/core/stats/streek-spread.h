/* streek-spread.h: the weighted mean and spread of a named group, and how far a figure lies off */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Below this many members a group says nothing about one of them. */
#define STREEK_SPREAD_MIN_MEMBERS 3

/* Everything one has to say beside a z-score to explain it. */
typedef struct
{
  const char *name;   /* of the group, borrowed: a reference has a name */
  const char *weight; /* (nullable): what the weights are, borrowed; NULL: every member alike */
  gsize n_members;    /* all of the group */
  gsize n_known;      /* those with a figure and a weight above 0 */
  double total_weight;
  double mean;
  double deviation; /* standard deviation of the group as a whole, not of a sample */
} StreekSpread;

gboolean streek_spread_compute (const char *name,
                                const double *values,
                                const char *weight,
                                const double *weights,
                                gsize n,
                                StreekSpread *spread,
                                GError **error);
double streek_spread_get_score (const StreekSpread *spread, double value);
