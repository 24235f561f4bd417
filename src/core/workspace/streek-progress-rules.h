/* streek-progress-rules.h: the rules about frozen progress reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_progress_rules_register (void);
