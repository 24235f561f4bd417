/* streek-clip.c: texts that are longer than anybody reads at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-clip.h"

#include <string.h>

char *
streek_clip (char *text, gsize most)
{
  g_return_val_if_fail (text != NULL, NULL);

  gsize n = 0;
  char *end = text;

  if (strnlen (text, most + 1) <= most) /* a letter has a byte or more */
    return text;

  for (; *end != '\0' && n < most; n++)
    end = g_utf8_next_char (end);

  if (*end == '\0')
    return text;

  *end = '\0';

  char *clipped = g_strconcat (text, "…", NULL);

  g_free (text);

  return clipped;
}
