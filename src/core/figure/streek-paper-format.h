/* streek-paper-format.h: the sizes of paper and slides that maps, charts and pages are made for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

typedef enum
{
  STREEK_PAPER_A4,
  STREEK_PAPER_A3,
  STREEK_PAPER_SLIDE, /* 16:9 as presentations have it: 13⅓ by 7½ inches, always lying */
  STREEK_N_PAPER_FORMATS,
} StreekPaperFormat;

/* In points; @landscape says nothing of a slide. */
StreekSize streek_paper_format_get_size (StreekPaperFormat format, gboolean landscape);
/* "A4", "A3" and "16:9": in files and on the command line */
const char *streek_paper_format_get_id (StreekPaperFormat format);
gboolean streek_paper_format_from_id (const char *id, StreekPaperFormat *format);
