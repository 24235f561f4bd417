/* streek-limit-text.c: limits between classes as people type them: "5; 10; 20,5" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-limit-text"
#include "config.h"
#include "map/streek-limit-text.h"

#include "base/streek-format.h"
#include "base/streek-number.h"

#include <string.h>

/* As many as it takes to write the limit as it was typed. */
static int
count_decimals (double limit)
{
  g_autofree char *shortest = streek_number_to_string (limit);
  const char *point = strchr (shortest, '.');

  return point != NULL ? (int) strlen (point + 1) : 0;
}

char *
streek_limit_text_dup_number (double limit)
{
  return streek_format_number (streek_format_get_default (), limit, count_decimals (limit));
}

char *
streek_limit_text_dup (const GArray *breaks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; breaks != NULL && i < breaks->len; i++)
    {
      g_autofree char *number = streek_limit_text_dup_number (g_array_index (breaks, double, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", number);
    }

  return g_string_free (text, FALSE);
}

/* "5; 10; 20,5": numbers as people write them, apart by semicolons. NULL: no such thing */
GArray *
streek_limit_text_read (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      double value;

      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;

      if (!streek_format_parse_number (streek_format_get_default (), parts[i], &value) ||
          (breaks->len > 0 && value <= g_array_index (breaks, double, breaks->len - 1)))
        return NULL;
      g_array_append_val (breaks, value);
    }

  return breaks->len > 0 ? g_steal_pointer (&breaks) : NULL;
}

/* A number that people write with a comma has a point there. */
static char *
dup_for_file (const char *text)
{
  double value;

  return streek_format_parse_number (streek_format_get_default (), text, &value)
           ? streek_number_to_string (value)
           : g_strdup (text);
}

char *
streek_limit_text_dup_lines (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GString *lines = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      {
        g_autofree char *line = dup_for_file (parts[i]);

        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
      }

  return g_string_free (lines, FALSE);
}

char *
streek_limit_text_dup_from_lines (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      double value;
      g_autofree char *number = streek_number_parse (parts[i], &value)
                                  ? streek_limit_text_dup_number (value)
                                  : g_strdup (parts[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", number);
    }

  return g_string_free (text, FALSE);
}
