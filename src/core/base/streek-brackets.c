/* streek-brackets.c: how deep a text of JSON goes, before a parser follows it down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-brackets.h"

/**
 * streek_brackets_are_shallow:
 * @text: (array length=length): JSON from a stranger
 * @most: how many brackets may be open at once
 *
 * The parser calls itself for each bracket, until the stack ends. It also reads comments and texts
 * between single quotes, which are no JSON and in which brackets could hide: they are refused.
 *
 * Returns: whether a parser may see it; that it is sound is not said
 */
gboolean
streek_brackets_are_shallow (const char *text, gsize length, guint most)
{
  guint depth = 0;
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (c == '\\' && is_quoted)
        i++;
      else if (c == '"')
        is_quoted = !is_quoted;
      else if (is_quoted)
        continue;
      else if (c == '\'' || c == '/' || ((c == '[' || c == '{') && ++depth > most))
        return FALSE;
      else if ((c == ']' || c == '}') && depth > 0)
        depth--;
    }

  return TRUE;
}
