/* streek-indicator-rules.h: the rules about indicators and their figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_indicator_rules_register (void);
