/* streek-vision.c: how far apart two colours look, in grey and to colour-blind readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-vision.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  double lightness;
  double a;
  double b;
} Lab;

/* Machado, Oliveira & Fernandes (2009), A Physiologically-based Model for Simulation of Color
 * Vision Deficiency, IEEE TVCG 15 (6), severity 1; on linear RGB. */
static const double sights[STREEK_N_VISIONS][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

/* sRGB of IEC 61966-2-1, in both directions. */
static double
linearize (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
delinearize (double part)
{
  return part <= 0.0031308 ? part * 12.92 : 1.055 * pow (part, 1 / 2.4) - 0.055;
}

static double
compress (double part)
{
  return part > 216.0 / 24389 ? cbrt (part) : (24389.0 / 27 * part + 16) / 116;
}

/* Linear red, green and blue as @vision sees them. */
static void
see (StreekColor color, StreekVision vision, double *seen)
{
  const double linear[] = { linearize (color.red), linearize (color.green),
                            linearize (color.blue) };

  for (guint i = 0; i < 3; i++)
    {
      const double *row = sights[vision][i];

      seen[i] = CLAMP (row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2], 0, 1);
    }
}

/* CIE L*a*b* under D65, as @vision sees the colour. */
static Lab
to_lab (StreekColor color, StreekVision vision)
{
  double seen[3];

  see (color, vision, seen);

  double x = compress ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  double y = compress (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  double z = compress ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);

  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/**
 * streek_color_get_lightness:
 * @color: an opaque colour
 *
 * Returns: its CIE L*, from 0 (black) to 100 (white): what is left of it in grey print
 */
double
streek_color_get_lightness (StreekColor color)
{
  return to_lab (color, STREEK_VISION_NORMAL).lightness;
}

/**
 * streek_color_get_difference:
 * @a: an opaque colour
 * @b: another one
 * @vision: the eyes that see them
 *
 * Returns: their distance ΔE*ab (CIE 1976); about 2.3 can just be told apart side by side
 */
double
streek_color_get_difference (StreekColor a, StreekColor b, StreekVision vision)
{
  Lab first = to_lab (a, vision), second = to_lab (b, vision);

  return sqrt (pow (first.lightness - second.lightness, 2) + pow (first.a - second.a, 2) +
               pow (first.b - second.b, 2));
}

/**
 * streek_color_simulate:
 * @color: an opaque colour
 * @vision: the eyes that see it
 *
 * Returns: the colour that shows other people how it looks to @vision
 */
StreekColor
streek_color_simulate (StreekColor color, StreekVision vision)
{
  double seen[3];

  if (vision == STREEK_VISION_NORMAL)
    return color;

  see (color, vision, seen);

  return (StreekColor){ delinearize (seen[0]), delinearize (seen[1]), delinearize (seen[2]),
                        color.alpha };
}

/**
 * streek_vision_get_label:
 *
 * Returns: (transfer none): what people call @vision
 */
const char *
streek_vision_get_label (StreekVision vision)
{
  switch (vision)
    {
    /* Translators: over a column of colours as eyes without such cones see them */
    case STREEK_VISION_PROTAN:
      return C_ ("vision", "Without red");
    case STREEK_VISION_DEUTAN:
      return C_ ("vision", "Without green");
    case STREEK_VISION_TRITAN:
      return C_ ("vision", "Without blue");
    case STREEK_VISION_NORMAL:
    default:
      return C_ ("vision", "In colour");
    }
}

/**
 * streek_color_from_lightness:
 * @lightness: CIE L*, 0 to 100
 *
 * Returns: the grey of that lightness
 */
StreekColor
streek_color_from_lightness (double lightness)
{
  double y = (lightness + 16) / 116;
  double linear = lightness > 8 ? y * y * y : lightness * 27 / 24389;
  double part = CLAMP (delinearize (linear), 0, 1);

  return (StreekColor){ part, part, part, 1 };
}

/**
 * streek_color_from_rgb:
 * @rgb: 0xrrggbb
 *
 * Returns: the opaque colour
 */
StreekColor
streek_color_from_rgb (guint32 rgb)
{
  return (StreekColor){ ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0, 1 };
}
