/* streek-site-rules.h: the rules about places: where they lie, and which are one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-rule.h"

void streek_site_rules_register (void);
