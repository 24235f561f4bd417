/* streek-plan-rules-private.h: rules about plans that have a file of their own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-rule.h"

gboolean streek_plan_rules_look_for_worsening_groups (StreekRuleRun *run, GError **error);
