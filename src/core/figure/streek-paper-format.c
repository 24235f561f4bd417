/* streek-paper-format.c: the sizes of paper and slides that maps, charts and pages are made for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-paper-format.h"

#define POINTS_PER_MM (72 / 25.4)

/* Lying, in points. */
static const struct
{
  const char *id;
  double width;
  double height;
} formats[STREEK_N_PAPER_FORMATS] = {
  [STREEK_PAPER_A4] = { "A4", 297 * POINTS_PER_MM, 210 * POINTS_PER_MM },
  [STREEK_PAPER_A3] = { "A3", 420 * POINTS_PER_MM, 297 * POINTS_PER_MM },
  [STREEK_PAPER_SLIDE] = { "16:9", 960, 540 },
};

/**
 * streek_paper_format_get_size:
 * @landscape: whether the long side lies below; a slide always lies
 *
 * Returns: the size in points
 */
StreekSize
streek_paper_format_get_size (StreekPaperFormat format, gboolean landscape)
{
  g_return_val_if_fail ((guint) format < STREEK_N_PAPER_FORMATS, (StreekSize){ 0 });

  double width = formats[format].width, height = formats[format].height;

  return landscape || format == STREEK_PAPER_SLIDE ? (StreekSize){ width, height }
                                                   : (StreekSize){ height, width };
}

/**
 * streek_paper_format_get_id:
 *
 * Returns: the word for @format in files and on the command line
 */
const char *
streek_paper_format_get_id (StreekPaperFormat format)
{
  g_return_val_if_fail ((guint) format < STREEK_N_PAPER_FORMATS, NULL);

  return formats[format].id;
}

/**
 * streek_paper_format_from_id:
 * @id: (nullable): a word such as "16:9"
 * @format: (out): what it stands for
 *
 * Returns: %FALSE where it stands for nothing
 */
gboolean
streek_paper_format_from_id (const char *id, StreekPaperFormat *format)
{
  for (guint i = 0; i < STREEK_N_PAPER_FORMATS; i++)
    if (g_strcmp0 (id, formats[i].id) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}
