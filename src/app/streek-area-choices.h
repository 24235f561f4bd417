/* streek-area-choices.h: areas, sets and indicators as lists to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "indicator/streek-indicator.h"
#include "streek-choice.h"
#include "streek-context.h"

/* Every area of every set on that date, coarse sets first; its id is SET:CODE.
 * @only_sets: (nullable) (array zero-terminated=1): only of these sets */
GListStore *
streek_area_choices_new (StreekAreas *areas, StreekDate on, const char *const *only_sets);
/* Every set; the subtitle says how many areas it has on that date. */
GListStore *streek_set_choices_new (StreekAreas *areas, StreekDate on);
/* Every indicator that has figures; the subtitle is its theme. */
GListStore *streek_indicator_choices_new (StreekCatalogue *catalogue);
/* "RESOC in West-Vlaanderen": which areas the window is about. */
char *streek_context_dup_shown_areas (StreekContext *context);
