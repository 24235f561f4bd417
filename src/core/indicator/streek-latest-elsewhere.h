/* streek-latest-elsewhere.h: of which area near by there is a figure where one has none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-latest.h"

/* @candidates: (element-type StreekPeriod): those that may answer, the last one first.
 * @latest: gets the area near by that has one, and the words "no figure for RESOC X, but one for
 * arrondissement Y: 28.8 % (September 2019)"; nothing where there is none near by either. FALSE:
 * @error. */
gboolean streek_totals_look_elsewhere (StreekTotals *totals,
                                       const StreekIndicator *indicator,
                                       const char *area,
                                       const GArray *candidates,
                                       StreekLatest *latest,
                                       GError **error);
