/* streek-area-texts.h: what areas are found by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_area_texts_register (void);
