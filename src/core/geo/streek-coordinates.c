/* streek-coordinates.c: where a place lies, from what people and files write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-coordinates.h"

#include <math.h>
#include <string.h>

#define MAX_LENGTH 200 /* bytes of a cell that can be coordinates */

/* One number as it is written, with the other one that it may be. */
typedef struct
{
  double value;
  double grouped; /* where "152.357" means 152357; NAN where it cannot */
} Number;

static gboolean
parse_decimal (const char *text, double *value)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text) && *text != '-' && *text != '+' && *text != '.')
    return FALSE;

  /* no hexadecimal numbers, no infinity */
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c) && strchr ("+-.eE", *c) == NULL)
      return FALSE;

  *value = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (*value);
}

static guint
count_char (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;

  return n;
}

/* Only the mark that stands last can be that of decimals, and only where it stands once. */
static gboolean
parse_plain (const char *text, Number *number)
{
  g_autofree char *plain = g_strdup (text);
  const char *point = strrchr (plain, '.'), *comma = strrchr (plain, ',');
  char mark = comma > point ? ',' : '.';
  char other = mark == ',' ? '.' : ',';
  gboolean has_decimals = count_char (plain, mark) == 1;
  char *to = plain;

  number->grouped = NAN;

  for (const char *from = plain; *from != '\0'; from++)
    {
      if (*from == other || (*from == mark && !has_decimals))
        continue;

      *to++ = *from == mark ? '.' : *from;
    }
  *to = '\0';

  if (!parse_decimal (plain, &number->value))
    return FALSE;

  const char *decimals = has_decimals ? strchr (plain, '.') : NULL;

  if (decimals != NULL && strlen (decimals) == 4)
    number->grouped = number->value * 1000;

  return TRUE;
}

/* What stands between the numbers of 51°19'59.5"N; what is written for them is many things. */
static char *
dup_spread (const char *text)
{
  GString *spread = g_string_new (text);
  static const char *const marks[] = { "°", "º", "′", "’", "'", "″", "”", "\"" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (spread, marks[i], " ", 0);

  return g_strstrip (g_string_free (spread, FALSE));
}

static gboolean
has_degree_sign (const char *text)
{
  return strstr (text, "°") != NULL || strstr (text, "º") != NULL;
}

/* Degrees, minutes and seconds, with a letter for the side: N, Z or S; O or E, W. */
static gboolean
parse_sexagesimal (const char *text, Number *number)
{
  g_autofree char *spread = dup_spread (text);
  gsize length = strlen (spread);
  double sign = 1, unit = 1, sum = 0;

  if (length > 0 && strchr ("NZSOEWnzsoew", spread[length - 1]) != NULL)
    {
      if (strchr ("ZSWzsw", spread[length - 1]) != NULL)
        sign = -1;
      spread[length - 1] = '\0';
    }

  g_auto (GStrv) parts = g_strsplit (g_strstrip (spread), " ", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      Number part;

      if (*parts[i] == '\0')
        continue;
      if (n++ == 3 || !parse_plain (parts[i], &part) || (unit < 1 && fabs (part.value) >= 60))
        return FALSE;

      sum += part.value * unit;
      unit /= 60;
    }

  *number = (Number){ sign * sum, NAN };

  return n > 0;
}

/* No-break and thin spaces are spaces, and those between digits group thousands. */
static char *
dup_clean (const char *text)
{
  GString *clean = g_string_new (text);

  g_string_replace (clean, "\u00a0", " ", 0);
  g_string_replace (clean, "\u202f", " ", 0);
  g_string_replace (clean, "\u2212", "-", 0);

  return g_strstrip (g_string_free (clean, FALSE));
}

static gboolean
ends_in_side (const char *text)
{
  gsize length = strlen (text);

  return length > 1 && strchr ("NZSOEWnzsoew", text[length - 1]) != NULL;
}

static StreekCoordinatesFault
parse_number (const char *text, Number *number)
{
  if (text == NULL)
    return STREEK_COORDINATES_NONE;
  if (strlen (text) > MAX_LENGTH)
    return STREEK_COORDINATES_UNREAD;

  g_autofree char *clean = dup_clean (text);

  if (*clean == '\0')
    return STREEK_COORDINATES_NONE;

  if (has_degree_sign (clean) || ends_in_side (clean))
    return parse_sexagesimal (clean, number) ? STREEK_COORDINATES_OK : STREEK_COORDINATES_UNREAD;

  g_auto (GStrv) groups = g_strsplit (clean, " ", -1);
  g_autofree char *joined = g_strjoinv ("", groups);

  return parse_plain (joined, number) ? STREEK_COORDINATES_OK : STREEK_COORDINATES_UNREAD;
}

static gboolean
find_system (double x, double y, gboolean is_turned, StreekCoordinates *coordinates)
{
  for (StreekSystem system = 0; system < STREEK_N_SYSTEMS; system++)
    if (streek_system_holds (system, x, y))
      {
        *coordinates = (StreekCoordinates){ x, y, system, is_turned };
        streek_system_to_lambert (system, &coordinates->x, &coordinates->y);
        return TRUE;
      }

  return FALSE;
}

static StreekCoordinatesFault
locate (const Number *east, const Number *north, StreekCoordinates *coordinates)
{
  if (find_system (east->value, north->value, FALSE, coordinates) ||
      find_system (north->value, east->value, TRUE, coordinates) ||
      find_system (east->grouped, north->grouped, FALSE, coordinates) ||
      find_system (north->grouped, east->grouped, TRUE, coordinates))
    return STREEK_COORDINATES_OK;

  return STREEK_COORDINATES_ELSEWHERE;
}

/**
 * streek_coordinates_read:
 * @east: (nullable): degrees of longitude or metres east, with a point or a comma before decimals
 * @north: (nullable): degrees of latitude or metres north
 * @coordinates: (out): where it is, where that can be told
 *
 * Of which system two numbers are follows from where they would lie; no number is of two of them.
 * Where only the other order makes sense, that is taken and said: nothing is taken that lies
 * outside Belgium and some kilometres around it.
 *
 * Returns: %STREEK_COORDINATES_OK, or what is wrong
 */
StreekCoordinatesFault
streek_coordinates_read (const char *east, const char *north, StreekCoordinates *coordinates)
{
  g_return_val_if_fail (coordinates != NULL, STREEK_COORDINATES_NONE);

  Number x, y;
  StreekCoordinatesFault first = parse_number (east, &x), second = parse_number (north, &y);

  if (first == STREEK_COORDINATES_OK && second == STREEK_COORDINATES_OK)
    return locate (&x, &y, coordinates);

  return first == STREEK_COORDINATES_NONE && second == STREEK_COORDINATES_NONE
           ? STREEK_COORDINATES_NONE
           : STREEK_COORDINATES_UNREAD;
}

/* What stands between the brackets of POINT (…), NULL where that is not what it is. */
static char *
dup_well_known (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  const char *word = strstr (upper, "POINT");

  if (word == NULL || (word != upper && !g_str_has_prefix (upper, "SRID=")))
    return NULL;

  const char *open = strchr (word, '('), *close = open != NULL ? strchr (open, ')') : NULL;

  if (close == NULL)
    return NULL;

  char *inside = g_strndup (open + 1, (gsize) (close - open - 1));

  for (char *c = inside; *c != '\0'; c++)
    if (*c == '(')
      *c = ' ';

  return inside;
}

/* Where the first of two numbers ends, NULL where that cannot be told; @next: (out): the second. */
static const char *
find_cut (const char *text, const char **next)
{
  static const char *const between[] = { ";", "|", "/", ", ", "\t" };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *cut = strstr (text, between[i]);

      if (cut != NULL)
        {
          *next = cut + strlen (between[i]);
          return cut;
        }
    }

  guint n_commas = count_char (text, ',');
  const char *comma = strchr (text, ',');

  /* "51.333,3.205", "51,3.2" or "51,333,3,205" */
  if (n_commas == 3)
    comma = strchr (comma + 1, ',');
  if (n_commas == 3 || (n_commas == 1 && strchr (text, ' ') == NULL))
    {
      *next = comma + 1;
      return comma;
    }

  const char *blank = strchr (text, ' ');

  /* "51.333 3.205", but not the groups of "152 357 212 161" */
  if (blank != NULL && strchr (g_strchug ((char *) blank + 1), ' ') == NULL)
    {
      *next = blank + 1;
      return blank;
    }

  return NULL;
}

/* "51°19'59"N 3°12'18"E": the first ends with the letter of its side. */
static const char *
find_cut_of_degrees (const char *text, const char **next)
{
  if (!has_degree_sign (text))
    return NULL;

  for (const char *c = text + 1; *c != '\0'; c++)
    if (strchr ("NZSOEWnzsoew", *c) != NULL && c[1] != '\0')
      {
        *next = c + 1;
        while (**next == ',' || **next == ' ' || **next == ';')
          (*next)++;
        return c + 1;
      }

  return NULL;
}

/* The first two numbers of well-known text: a height may follow. */
static StreekCoordinatesFault
read_well_known (const char *inside, StreekCoordinates *coordinates)
{
  g_auto (GStrv) parts = g_strsplit_set (inside, " \t", -1);
  const char *numbers[2] = { NULL, NULL };
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && n < 2; i++)
    if (*parts[i] != '\0')
      numbers[n++] = parts[i];

  return n == 2 ? streek_coordinates_read (numbers[0], numbers[1], coordinates)
                : STREEK_COORDINATES_UNREAD;
}

/**
 * streek_coordinates_read_pair:
 * @text: (nullable): both coordinates in one cell, in any order, or well-known text of a point
 * @coordinates: (out): where it is, where that can be told
 *
 * Returns: %STREEK_COORDINATES_OK, or what is wrong
 */
StreekCoordinatesFault
streek_coordinates_read_pair (const char *text, StreekCoordinates *coordinates)
{
  g_return_val_if_fail (coordinates != NULL, STREEK_COORDINATES_NONE);

  if (text == NULL)
    return STREEK_COORDINATES_NONE;
  if (strlen (text) > MAX_LENGTH)
    return STREEK_COORDINATES_UNREAD;

  g_autofree char *clean = dup_clean (text);

  if (*clean == '\0')
    return STREEK_COORDINATES_NONE;

  g_autofree char *inside = dup_well_known (clean);

  if (inside != NULL)
    return read_well_known (inside, coordinates);

  gsize length = strlen (clean);

  if (length > 2 && strchr ("([{", clean[0]) != NULL && strchr (")]}", clean[length - 1]) != NULL)
    {
      clean[length - 1] = '\0';
      clean[0] = ' ';
      g_strstrip (clean);
    }

  const char *next = NULL;
  const char *cut = find_cut_of_degrees (clean, &next);

  if (cut == NULL)
    cut = find_cut (clean, &next);
  if (cut == NULL)
    return STREEK_COORDINATES_UNREAD;

  g_autofree char *first = g_strndup (clean, (gsize) (cut - clean));

  return streek_coordinates_read (first, next, coordinates);
}

static void
append_degrees (GString *text, double degrees, char decimal_mark)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.5f", degrees);
  g_strdelimit (number, ".", decimal_mark);
  g_string_append (text, number);
}

/**
 * streek_coordinates_dup_degrees:
 * @x: metres east in Lambert 2008
 * @y: metres north
 * @decimal_mark: of the reader
 *
 * Returns: (transfer full): latitude and longitude to about a metre, in the order of every map
 *   service; streek_coordinates_read_pair() reads it back
 */
char *
streek_coordinates_dup_degrees (double x, double y, char decimal_mark)
{
  GString *text = g_string_new (NULL);

  streek_system_from_lambert (STREEK_SYSTEM_DEGREES, &x, &y);
  append_degrees (text, y, decimal_mark);
  g_string_append (text, decimal_mark == ',' ? "; " : ", ");
  append_degrees (text, x, decimal_mark);

  return g_string_free (text, FALSE);
}
