/* streek-text-cache.h: short text that was set before, to be shown again (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-text.h"

/* All that the look of a text depends on. */
typedef struct
{
  StreekFont font;
  const char *text;
  double width;
  guint max_lines;
  StreekAlign align;
} StreekTextWish;

/* Both are called by one thread at a time. */
StreekTextRun *streek_text_cache_find (const StreekTextWish *wish);
void streek_text_cache_keep (const StreekTextWish *wish, StreekTextRun *run);
