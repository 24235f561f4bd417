/* streek-area-rules.h: the rules about areas: what they cover, how they nest, who is a member */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "rule/streek-rule.h"

void streek_area_rules_register (void);
/* The areas of the file that is checked, read once for all rules. */
StreekAreas *streek_area_rules_ensure_areas (StreekRuleRun *run, GError **error);
