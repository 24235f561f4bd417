/* streek-stats-error.h: what can be wrong with figures that are to be computed with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define STREEK_STATS_ERROR (streek_stats_error_quark ())
GQuark streek_stats_error_quark (void);

typedef enum
{
  STREEK_STATS_ERROR_NO_VALUES,
  STREEK_STATS_ERROR_INVALID_LIMITS, /* manual limits that do not ascend */
  STREEK_STATS_ERROR_TOO_FEW,        /* figures, for what is asked of them */
  STREEK_STATS_ERROR_NO_SPREAD,      /* all figures are equal */
} StreekStatsError;
