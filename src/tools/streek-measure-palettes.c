/* streek-measure-palettes.c: how far apart the classes of each palette look, printed as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-palette.h"

#include <stdio.h>

static void
print_row (const char *name, guint n, const StreekPaletteMeasure *measure)
{
  printf ("%-8s %u", name, n);

  for (StreekVision vision = STREEK_VISION_NORMAL; vision < STREEK_N_VISIONS; vision++)
    printf (" %7.1f", measure->color[vision]);

  printf (" %7.1f %7.1f\n", measure->worst, measure->grey_neighbours);
}

/* For whoever wants to add a palette: the limits are in figure/streek-palette.h. */
int
main (void)
{
  StreekPaletteMeasure measure;

  printf ("Least ΔE*ab (CIE 1976) between two classes, seen after Machado et al. (2009), and least "
          "ΔL* between neighbours in grey mode (100: told apart by a hatch)\n"
          "%-8s %s %7s %7s %7s %7s %7s %7s\n",
          "palette", "n", "normal", "protan", "deutan", "tritan", "worst", "grey");

  for (guint i = 0; i < streek_palette_get_n_shipped (); i++)
    for (guint n = 2; n <= STREEK_PALETTE_MAX_CLASSES; n++)
      {
        const StreekPalette *palette = streek_palette_get_shipped (i);

        streek_palette_measure (palette, n, &measure);
        print_row (streek_palette_get_name (palette), n, &measure);
      }

  /* of any two, printed without colour */
  streek_palette_measure_series (&measure);
  print_row ("series", STREEK_N_SERIES_COLORS, &measure);

  return 0;
}
