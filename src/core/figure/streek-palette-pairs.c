/* streek-palette-pairs.c: nine fills for three classes of one indicator by three of another */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-palette.h"

#include "figure/streek-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Row after row, each from little to much of the first indicator; the rows from little to much of
 * the second. Both were found by annealing from palettes of Joshua Stevens (2015), "Bivariate
 * Choropleth Maps: A How-to Guide": the two closest of nine are as far apart as can be to the worst
 * of the four visions (ΔE 17 and more), where colours darken along both sides alike, change evenly
 * and are no stronger than those of the other palettes. */
static const struct
{
  const char *name;
  const char *label; /* marked with NC_() */
  guint32 colors[STREEK_N_PAIR_PAINTS];
} pairs[STREEK_N_PAIR_PALETTES] = {
  { "Blue-Orange",
    /* Translators: colours of a map of two indicators: much of the one, and of the other */
    NC_ ("palette", "Blue and orange"),
    { 0xf7f0e4, 0xb1c4ee, 0x6796ea, 0xe5b89d, 0x9d919b, 0x596998, 0xcd824a, 0x89604a, 0x493f49 } },
  { "Purple-Green",
    /* Translators: colours of a map of two indicators: much of the one, and of the other */
    NC_ ("palette", "Purple and green"),
    { 0xf6f5ee, 0xe1c0e6, 0xc482cf, 0xb0d6b1, 0x989b9c, 0x806287, 0x62ad67, 0x517654, 0x3f4343 } },
};

/**
 * streek_pair_palette_get_name:
 * @index: below %STREEK_N_PAIR_PALETTES; the first is the default
 *
 * Returns: (transfer none): its name, after the colours of much of the one and of the other
 */
const char *
streek_pair_palette_get_name (guint index)
{
  g_return_val_if_fail (index < STREEK_N_PAIR_PALETTES, NULL);

  return pairs[index].name;
}

/**
 * streek_pair_palette_get_label:
 * @index: below %STREEK_N_PAIR_PALETTES
 *
 * Returns: (transfer none): what people call it, in their language
 */
const char *
streek_pair_palette_get_label (guint index)
{
  g_return_val_if_fail (index < STREEK_N_PAIR_PALETTES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "palette", pairs[index].label);
}

/**
 * streek_pair_palette_find:
 * @name: (nullable): a name; %NULL for the default
 * @index: (out): its number
 * @error: return location for a #StreekFigureError
 *
 * Returns: %FALSE with @error set where there is none of that name
 */
gboolean
streek_pair_palette_find (const char *name, guint *index, GError **error)
{
  *index = 0;

  for (guint i = 0; i < STREEK_N_PAIR_PALETTES; i++)
    if (name == NULL || g_ascii_strcasecmp (pairs[i].name, name) == 0)
      {
        *index = i;
        return TRUE;
      }

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               /* Translators: %1$s to %3$s are names of palettes */
               _ ("“%1$s” is no palette for two indicators. Choose %2$s or %3$s."), name,
               pairs[0].name, pairs[1].name);

  return FALSE;
}

/* In grey the first indicator is in the darkness, the second in hatches that darken as well. */
static StreekPaint
get_grey_paint (guint first, guint second)
{
  static const StreekHatch hatches[] = { STREEK_HATCH_NONE, STREEK_HATCH_BACK_DIAGONAL,
                                         STREEK_HATCH_CROSS };

  return (StreekPaint){ .color = streek_color_from_lightness (92 - 20 * first),
                        .hatch = hatches[second],
                        .hatch_color = streek_color_from_lightness (30 - 15 * first) };
}

/**
 * streek_pair_palette_get_paint:
 * @index: of the palette
 * @first: class of the first indicator, 0 to 2
 * @second: class of the second
 * @grey: for a printer without colours
 *
 * Returns: a fill for areas that are in both classes
 */
StreekPaint
streek_pair_palette_get_paint (guint index, guint first, guint second, gboolean grey)
{
  g_return_val_if_fail (index < STREEK_N_PAIR_PALETTES && first < 3 && second < 3,
                        (StreekPaint){ 0 });

  if (grey)
    return get_grey_paint (first, second);

  return (StreekPaint){ .color = streek_color_from_rgb (pairs[index].colors[second * 3 + first]) };
}

/**
 * streek_pair_palette_measure:
 * @index: of the palette
 * @measure: (out caller-allocates): the least distances
 *
 * As streek_palette_measure(); its grey neighbours are any two of the nine, of which those with
 * another hatch read apart whatever their greys.
 */
void
streek_pair_palette_measure (guint index, StreekPaletteMeasure *measure)
{
  StreekPaint greys[STREEK_N_PAIR_PAINTS];
  StreekColor colors[STREEK_N_PAIR_PAINTS];

  g_return_if_fail (index < STREEK_N_PAIR_PALETTES);

  measure->grey_neighbours = INFINITY;

  for (guint i = 0; i < STREEK_N_PAIR_PAINTS; i++)
    {
      colors[i] = streek_pair_palette_get_paint (index, i % 3, i / 3, FALSE).color;
      greys[i] = streek_pair_palette_get_paint (index, i % 3, i / 3, TRUE);

      for (guint j = 0; j < i; j++)
        measure->grey_neighbours =
          MIN (measure->grey_neighbours, streek_paint_measure_grey (&greys[i], &greys[j]));
    }

  streek_colors_measure (colors, STREEK_N_PAIR_PAINTS, measure);
}
