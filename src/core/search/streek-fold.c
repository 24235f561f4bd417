/* streek-fold.c: text as it is searched: without case and accents */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "search/streek-fold.h"

#include <string.h>

/* What one character can come apart into. */
#define MAX_PARTS 18

static void
append_letter (GString *folded, gunichar letter)
{
  if (letter == 0x2019)
    letter = '\'';
  if (!g_unichar_ismark (letter))
    g_string_append_unichar (folded, g_unichar_tolower (letter));
}

/* A letter with a mark is two; some signs are many. */
static void
append_parts (GString *folded, gunichar letter)
{
  gunichar parts[MAX_PARTS];
  gsize n = g_unichar_fully_decompose (letter, TRUE, parts, MAX_PARTS);

  for (gsize i = 0; i < n; i++)
    append_letter (folded, parts[i]);
}

/* Nearly all of Dutch, and nothing to take apart: as many letters as there are. */
static gsize
append_plain (GString *folded, const char *text)
{
  gsize n = 0, at = folded->len;

  while (g_ascii_isprint (text[n]))
    n++;

  g_string_set_size (folded, at + n);
  for (gsize i = 0; i < n; i++)
    folded->str[at + i] = g_ascii_tolower (text[i]);

  return n;
}

static void
mark_offsets (GArray *offsets, gsize length, guint32 offset)
{
  while (offsets != NULL && offsets->len < length)
    g_array_append_val (offsets, offset);
}

/**
 * streek_fold:
 * @text: (nullable): valid UTF-8
 * @offsets: (out) (optional) (transfer full) (element-type guint32): for each byte of the result,
 *   where the character it comes from begins in @text; one more for the end
 *
 * SQLite's trigram tokenizer of 3.40 cannot leave out accents, so both text and question are folded
 * here: every character comes apart, marks go, letters are small, apostrophes are one kind.
 *
 * Returns: (transfer full): the folded text
 */
char *
streek_fold (const char *text, GArray **offsets)
{
  g_autoptr (GString) folded = g_string_sized_new (text != NULL ? strlen (text) : 0);
  g_autoptr (GArray) marks = offsets != NULL ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;
  const char *c = text != NULL ? text : "";

  for (; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (marks == NULL)
        c += append_plain (folded, c);
      if (*c == '\0')
        break;
      if (g_ascii_isprint (*c))
        g_string_append_c (folded, g_ascii_tolower (*c));
      else
        append_parts (folded, g_utf8_get_char (c));

      mark_offsets (marks, folded->len, (guint32) (c - text));
    }

  mark_offsets (marks, folded->len + 1, text != NULL ? (guint32) (c - text) : 0);

  if (offsets != NULL)
    *offsets = g_steal_pointer (&marks);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}
