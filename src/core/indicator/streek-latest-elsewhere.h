/* streek-latest-elsewhere.h: of which area near by there is a figure where one has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-latest.h"

/* @candidates: (element-type StreekPeriod): those that may answer, the last one first.
 * @words: (out) (transfer full) (nullable): "no figure for RESOC X, but for arrondissement Y:
 * 28.8 % (September 2019)"; NULL where there is none near by either. FALSE: @error. */
gboolean streek_totals_look_elsewhere (StreekTotals *totals,
                                       const StreekIndicator *indicator,
                                       const char *area,
                                       const GArray *candidates,
                                       char **words,
                                       GError **error);
