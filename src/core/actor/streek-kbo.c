/* streek-kbo.c: enterprise numbers of the Crossroads Bank for Enterprises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-kbo.h"

#include <string.h>

#define N_DIGITS 10

/* FALSE where @text holds something else than digits, blanks, points and "BE". */
static gboolean
read_digits (const char *text, char digits[N_DIGITS + 1])
{
  gsize n = 0;

  if (g_ascii_strncasecmp (text, "BE", 2) == 0)
    text += 2;

  for (; *text != '\0'; text++)
    {
      if (*text == '.' || *text == ' ' || *text == '-')
        continue;
      if (!g_ascii_isdigit (*text) || n == N_DIGITS)
        return FALSE;

      digits[n++] = *text;
    }

  if (n == N_DIGITS - 1)
    {
      memmove (digits + 1, digits, n++);
      digits[0] = '0';
    }

  digits[n] = '\0';

  return n == N_DIGITS && (digits[0] == '0' || digits[0] == '1');
}

char *
streek_kbo_dup_tidied (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  char digits[N_DIGITS + 1];
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  return read_digits (trimmed, digits)
           ? g_strdup_printf ("%.4s.%.3s.%.3s", digits, digits + 4, digits + 7)
           : NULL;
}

char *
streek_kbo_dup_spellings (const char *tidied)
{
  g_return_val_if_fail (tidied != NULL, NULL);

  g_auto (GStrv) parts = g_strsplit (tidied, ".", -1);
  g_autofree char *digits = g_strjoinv (NULL, parts);

  return g_strdup_printf ("BE%s BE%s", tidied, digits);
}

gboolean
streek_kbo_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  char digits[N_DIGITS + 1];
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (!read_digits (trimmed, digits))
    return FALSE;

  guint64 number = g_ascii_strtoull (digits, NULL, 10);

  return number % 100 == 97 - number / 100 % 97;
}
