/* streek-place.h: going to what a search or a check names: an indicator, an area, a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

/* @place: "indicator:CODE", "area:SET:CODE", "set:SET", "value:CODE/SET:AREA/PERIOD"
 * or "site:ID" of a place with a point.
 * Returns: the section that shows it, "map", "indicators" or "structure"; NULL where there is no
 * such place (any more) */
const char *streek_place_open (StreekContext *context, const char *place);
