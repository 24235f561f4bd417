/* streek-reading-order.h: numbers that run over a map as over a page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

/* More have numbers that nobody reads, and that stay the same for nobody. */
#define STREEK_MOST_KEPT_NUMBERS 999

/* @places: (array length=n): y grows to the south; @numbers: (out caller-allocates) (array
 * length=n): from 1 */
void streek_number_as_read (const StreekPoint *places, guint n, guint *numbers);
