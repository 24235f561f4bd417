/* streek-nuts.h: which of our areas a code of Eurostat's regions (NUTS 2021 and 2016) is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"

/* "BE254" is arrondissement 34000; FALSE where it is no area of ours. A region that became another
 * one with the mergers of 2019 has a code for each, so the day tells them apart. */
gboolean streek_nuts_find (const char *nuts, const char **set, const char **code, StreekDate *on);
/* Two letters of a country, then up to four letters or digits. */
gboolean streek_nuts_is_code (const char *text);
gboolean streek_nuts_is_belgian (const char *nuts);
