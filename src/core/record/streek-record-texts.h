/* streek-record-texts.h: what records are found by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_record_texts_register (void);
