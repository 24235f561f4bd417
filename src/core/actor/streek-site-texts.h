/* streek-site-texts.h: what places are found by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void streek_site_texts_register (void);
