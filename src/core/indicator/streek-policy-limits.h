/* streek-policy-limits.h: class limits that a policy fixed, kept with an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "indicator/streek-indicator.h"

/* So that no map has more classes than can be told apart. */
#define STREEK_POLICY_MAX_LIMITS 6

/* Numbers and words one a line, as the file has them. */
GArray *streek_policy_limits_parse (const char *text, GError **error);
/* @texts: (array length=STREEK_POLICY_N_TEXTS) */
gboolean streek_policy_limits_check (const char *const *texts, GError **error);

/* Those that can be used, by id or by name in upper or lower case; @text: (nullable): the only
 * ones. Lent by the catalogue; %NULL with %STREEK_INDICATOR_ERROR_INVALID. */
const StreekPolicyLimits *streek_catalogue_find_policy_limits (const StreekCatalogue *catalogue,
                                                               const StreekIndicator *indicator,
                                                               const char *text,
                                                               GError **error);
/* Whether they hold for a period, as far as it is said. */
gboolean streek_policy_limits_hold (const StreekPolicyLimits *limits, StreekPeriod period);
/* (transfer full) (nullable): "2020–2030", "from 2020"; NULL where nothing is said */
char *streek_policy_limits_dup_validity (const StreekPolicyLimits *limits,
                                         const StreekFormat *format);
/* (transfer full): "laag < 10 ≤ aandacht < 20 ≤ hoog" */
char *streek_policy_limits_dup_classes (const StreekPolicyLimits *limits,
                                        int decimals,
                                        const StreekFormat *format);

/* Inside a command of the store: @texts replace those of their id, or come beside the others. */
gboolean streek_policy_limits_keep (StreekDb *db,
                                    const char *code,
                                    const char *const *texts,
                                    GError **error);
