/* streek-number.c: numbers for files, SQL and the command line, never for the eye */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"

#include <math.h>
#include <stdlib.h>

/**
 * streek_number_to_string:
 *
 * Returns: (transfer full): the shortest decimal text, with a point, that reads back as the very
 *   same double; whole numbers below 1e15 without exponent; an empty text for NAN
 */
char *
streek_number_to_string (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");

  if (value == 0)
    return g_strdup ("0"); /* -0 means nothing to a reader */

  if (fabs (value) < 1e15 && value == trunc (value))
    return g_strdup (g_ascii_formatd (text, sizeof text, "%.0f", value));

  for (int precision = 1; precision < 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (text, sizeof text, format, value);

      if (g_ascii_strtod (text, NULL) == value)
        return g_strdup (text);
    }

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.17g", value));
}

/**
 * streek_number_parse:
 * @text: a number with a decimal point
 * @value: (out): the number
 *
 * Returns: %FALSE where @text is not exactly one finite number
 */
gboolean
streek_number_parse (const char *text, double *value)
{
  char *end = NULL;

  if (text == NULL || *text == '\0' || g_ascii_isspace (*text))
    return FALSE;

  *value = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*value);
}

/* More would make another number of one with fifteen digits: 10^15 a thousandth is no hair. */
#define MAX_HAIR 1e-3

/* What pow (10, n) says too, at the cost of a look: every value of a map is rounded for its class.
 */
static double
get_power (int n)
{
  static const double powers[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

  return n < (int) G_N_ELEMENTS (powers) ? powers[n] : pow (10, n);
}

/**
 * streek_number_round:
 * @decimals: decimals to keep; negative rounds to tens, hundreds …
 *
 * Rounds half away from zero, as people do. A value that stands a hair under a half because
 * 0.15 has no exact double is rounded up too.
 */
double
streek_number_round (double value, int decimals)
{
  if (!isfinite (value))
    return value;

  double scale = get_power (abs (decimals));
  double scaled = decimals >= 0 ? value * scale : value / scale;

  if (fabs (scaled) >= 4503599627370496.0) /* 2^52: no fraction left to round */
    return value;

  double hair = MIN (fabs (scaled) * 1e-15, MAX_HAIR);
  double rounded = round (scaled + copysign (hair, scaled));

  return decimals >= 0 ? rounded / scale : rounded * scale;
}

int
streek_number_find_decimals (double value, int most)
{
  int n = 0;

  while (n < most && streek_number_round (value, n) != streek_number_round (value, most))
    n++;

  return n;
}
