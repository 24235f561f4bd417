/* streek-outline-crowd.h: the line around very many areas (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-outline.h"

gboolean streek_outline_find_crowd (StreekOutline *outline,
                                    const StreekAreasMark *areas,
                                    const StreekAreaLines *lines,
                                    const StreekAreaSheet *sheet);
