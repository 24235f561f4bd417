/* streek-indicator-words.h: what an indicator is, in words for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"

/* In the language of the window where the catalogue has it. */
const char *streek_indicator_get_shown_name (const StreekIndicator *indicator);
const char *streek_direction_get_words (StreekDirection direction);
const char *streek_time_kind_get_words (StreekTimeKind kind);
/* "1 000 × new dwellings / inhabitants": how it is computed, NULL for what is counted. */
char *streek_indicator_dup_formula (const StreekCatalogue *catalogue,
                                    const StreekIndicator *indicator);
/* How totals of it are made. */
const char *streek_indicator_get_total_words (const StreekIndicator *indicator);
/* "2018–2024"; NULL where there are no figures. */
char *streek_indicator_dup_span (const StreekCatalogue *catalogue,
                                 const StreekIndicator *indicator);
