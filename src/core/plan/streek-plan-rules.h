/* streek-plan-rules.h: the rules about plans, roles, year programmes and what was reported */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_plan_rules_register (void);
