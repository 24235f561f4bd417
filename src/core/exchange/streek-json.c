/* streek-json.c: the words of JSON, one after the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-json.h"

#include <math.h>
#include <string.h>

/* What is skipped, such as a bounding box or somebody's own member, is no deeper than this. */
#define MAX_DEPTH 16
/* So many digits and powers of ten are exact in a double, and so is one product of both. */
#define MAX_EXACT_DIGITS 15
#define MAX_EXACT_POWER 22

gboolean
streek_json_take_word (StreekJson *json, const char *word)
{
  gsize length = strlen (word);

  streek_json_skip_space (json);
  if (strncmp (json->at, word, length) != 0)
    return FALSE;

  json->at += length;
  return TRUE;
}

static gboolean
read_hex (StreekJson *json, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, json->at++)
    {
      if (!g_ascii_isxdigit (*json->at))
        return FALSE;
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (*json->at);
    }

  return TRUE;
}

/* After "\u": one letter, which may take two of these. */
static gboolean
read_letter (StreekJson *json)
{
  gunichar letter;
  gunichar low;

  if (!read_hex (json, &letter))
    return FALSE;

  if (letter >= 0xD800 && letter < 0xDC00)
    {
      if (json->at[0] != '\\' || json->at[1] != 'u')
        return FALSE;
      json->at += 2;
      if (!read_hex (json, &low) || low < 0xDC00 || low > 0xDFFF)
        return FALSE;
      letter = 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
    }
  if (letter == 0 || !g_unichar_validate (letter))
    return FALSE;

  g_string_append_unichar (json->string, letter);
  return TRUE;
}

static gboolean
read_escape (StreekJson *json)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  char letter = *json->at++;
  const char *found;

  if (letter == 'u')
    return read_letter (json);
  if (letter == '\0' || (found = strchr (from, letter)) == NULL)
    return FALSE;

  g_string_append_c (json->string, to[found - from]);
  return TRUE;
}

gboolean
streek_json_read_string (StreekJson *json)
{
  if (!streek_json_take (json, '"'))
    return FALSE;

  g_string_truncate (json->string, 0);
  for (;;)
    {
      const char *start = json->at;

      while (*json->at != '"' && *json->at != '\\' && (guchar) *json->at >= ' ')
        json->at++;
      g_string_append_len (json->string, start, json->at - start);

      char letter = *json->at++;

      if (letter == '"')
        return TRUE;
      if (letter != '\\' || !read_escape (json))
        return FALSE;
    }
}

/* The digits at the reader, no more of them than a double holds exactly. */
static gboolean
read_digits (StreekJson *json, guint64 *number, int *n)
{
  const char *start = json->at;

  for (; g_ascii_isdigit (*json->at); json->at++)
    if (++*n <= MAX_EXACT_DIGITS)
      *number = *number * 10 + (guint64) (*json->at - '0');

  return json->at > start;
}

static gboolean
read_exponent (StreekJson *json)
{
  guint64 ignored = 0;
  int n = 0;

  if (*json->at != 'e' && *json->at != 'E')
    return TRUE;

  json->at++;
  if (*json->at == '+' || *json->at == '-')
    json->at++;

  return read_digits (json, &ignored, &n);
}

/* The double nearest to a number of JSON. */
gboolean
streek_json_read_number (StreekJson *json, double *value, gboolean *is_whole)
{
  static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

  streek_json_skip_space (json);

  const char *start = json->at;
  gboolean is_negative = *json->at == '-';
  guint64 number = 0;
  int n_digits = 0;
  int n_before;

  json->at += is_negative;
  if (json->at[0] == '0' && g_ascii_isdigit (json->at[1]))
    return FALSE;
  if (!read_digits (json, &number, &n_digits))
    return FALSE;

  n_before = n_digits;
  *is_whole = *json->at != '.' && *json->at != 'e' && *json->at != 'E';
  if (*json->at == '.')
    {
      json->at++;
      if (!read_digits (json, &number, &n_digits))
        return FALSE;
    }

  const char *end = json->at;

  if (!read_exponent (json))
    return FALSE;

  if (json->at == end && n_digits <= MAX_EXACT_DIGITS && n_digits - n_before <= MAX_EXACT_POWER)
    *value = (is_negative ? -1.0 : 1.0) * ((double) number / powers[n_digits - n_before]);
  else
    *value = g_ascii_strtod (start, NULL);

  return isfinite (*value);
}

static gboolean
skip_members (StreekJson *json, int depth)
{
  if (streek_json_take (json, '}'))
    return TRUE;

  do
    if (!streek_json_read_string (json) || !streek_json_take (json, ':') ||
        !streek_json_skip_value (json, depth))
      return FALSE;
  while (streek_json_take (json, ','));

  return streek_json_take (json, '}');
}

static gboolean
skip_elements (StreekJson *json, int depth)
{
  if (streek_json_take (json, ']'))
    return TRUE;

  do
    if (!streek_json_skip_value (json, depth))
      return FALSE;
  while (streek_json_take (json, ','));

  return streek_json_take (json, ']');
}

gboolean
streek_json_skip_value (StreekJson *json, int depth)
{
  double value;
  gboolean is_whole;

  streek_json_skip_space (json);
  if (depth > MAX_DEPTH)
    return FALSE;
  if (*json->at == '"')
    return streek_json_read_string (json);
  if (streek_json_take (json, '{'))
    return skip_members (json, depth + 1);
  if (streek_json_take (json, '['))
    return skip_elements (json, depth + 1);

  return streek_json_take_word (json, "true") || streek_json_take_word (json, "false") ||
         streek_json_take_word (json, "null") || streek_json_read_number (json, &value, &is_whole);
}
