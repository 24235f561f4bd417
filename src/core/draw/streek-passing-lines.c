/* streek-passing-lines.c: the passing lines of a layer, ready to be painted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-passing-lines.h"

typedef struct
{
  const StreekOutline *outline;
  guint32 inks[STREEK_OUTLINE_STEPS];
} Painted;

struct _StreekPassingLines
{
  guint n_painted;
  Painted painted[];
};

StreekPassingLines *
streek_passing_lines_new (const StreekRasterLayer *layer, double dots_per_point)
{
  const guint n_lines = layer->areas->n_lines;
  StreekPassingLines *passing =
    g_malloc (sizeof *passing + (n_lines - layer->n_masks) * sizeof (Painted));

  passing->n_painted = 0;

  for (guint i = layer->n_masks; i < n_lines;)
    {
      Painted *painted = &passing->painted[passing->n_painted++];
      guint n = 1;

      painted->outline = layer->outlines[i - layer->n_masks];

      while (i + n < n_lines && layer->outlines[i + n - layer->n_masks] == painted->outline)
        n++;

      streek_outline_mix_inks (painted->outline, &layer->areas->lines[i], n, dots_per_point,
                               painted->inks);
      i += n;
    }

  return passing;
}

void
streek_passing_lines_free (StreekPassingLines *passing)
{
  g_free (passing);
}

void
streek_passing_lines_paint (const StreekPassingLines *passing,
                            guint32 *pixels,
                            int width,
                            const StreekPixelRows *rows)
{
  for (guint i = 0; i < passing->n_painted; i++)
    streek_outline_paint (passing->painted[i].outline, passing->painted[i].inks, pixels, width,
                          rows);
}
