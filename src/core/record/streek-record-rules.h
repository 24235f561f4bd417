/* streek-record-rules.h: what looks wrong with records of any kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_record_rules_register (void);
