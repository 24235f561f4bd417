/* streek-indicator-texts.h: what indicators are found by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_indicator_texts_register (void);
