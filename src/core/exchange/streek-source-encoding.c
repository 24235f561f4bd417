/* streek-source-encoding.c: in which encoding a text is, by its marks, its validity, its letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source-text.h"

#include <string.h>

#define BLOCK_SIZE (256 * 1024)
#define HEAD_SIZE 4096

/* Marks at the beginning; the longer ones first, for one is the beginning of another. */
static const struct
{
  const char *mark;
  guint length;
  const char *encoding;
} marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xef\xbb\xbf", 3, "UTF-8" },    { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

/* Encodings with one byte a letter, and the bytes of à á â ä ç è é ê ë í ï ñ ó ô ö ú û ü in them;
 * where nothing tells them apart, the first. */
static const struct
{
  const char *encoding;
  const char *letters;
} pages[] = {
  { "WINDOWS-1252", "\xe0\xe1\xe2\xe4\xe7\xe8\xe9\xea\xeb\xed\xef\xf1\xf3\xf4\xf6\xfa\xfb\xfc" },
  { "IBM850", "\x85\xa0\x83\x84\x87\x8a\x82\x88\x89\xa1\x8b\xa4\xa2\x93\x94\xa3\x96\x81" },
  { "MACINTOSH", "\x88\x87\x89\x8a\x8d\x8f\x8e\x90\x91\x92\x95\x96\x97\x99\x9a\x9c\x9e\x9f" },
};

/* Bytes that Windows-1252 leaves open; ISO 8859-1 has control characters there. */
static const char unused_in_1252[] = "\x81\x8d\x8f\x90\x9d";

typedef struct
{
  guint64 n_beyond; /* letters of UTF-8 that are not ASCII */
  guint64 n_bad;
  guint64 n_beside_letters[256]; /* of the bytes above 127 */
  gboolean has[256];
} Tally;

/**
 * streek_text_measure_good:
 * @text: bytes
 * @length: how many
 * @n_beyond: (inout): what counts the letters beyond ASCII
 * @is_incomplete: (out): whether what stops the good part is the beginning of a letter only
 *
 * Returns: how many bytes from the first are whole letters of UTF-8, none of them a NUL byte
 */
gsize
streek_text_measure_good (const char *text,
                          gsize length,
                          guint64 *n_beyond,
                          gboolean *is_incomplete)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = G_GUINT64_CONSTANT (0x8080808080808080);
  gsize at = 0;

  *is_incomplete = FALSE;

  while (at < length)
    {
      guint64 word;

      /* eight bytes at once while all of them are ASCII */
      while (length - at >= sizeof word)
        {
          memcpy (&word, text + at, sizeof word);
          if (((word | (word - ones)) & highs) != 0)
            break;
          at += sizeof word;
        }

      for (; at < length && (guchar) (text[at] - 1) < 0x7f; at++)
        ;

      if (at == length || text[at] == '\0')
        break;

      gunichar letter = g_utf8_get_char_validated (text + at, (gssize) MIN (length - at, 4));

      if (letter == (gunichar) -1 || letter == (gunichar) -2)
        {
          /* GLib says -2 also of a NUL byte within, and of lengths that UTF-8 once had */
          *is_incomplete = letter == (gunichar) -2 && length - at < 4 && (guchar) text[at] < 0xf5 &&
                           memchr (text + at, 0, length - at) == NULL;
          break;
        }

      at += (gsize) g_utf8_skip[(guchar) text[at]];
      ++*n_beyond;
    }

  return at;
}

static void
tally_bytes (Tally *tally, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) text[i];

      if (byte < 0x80)
        continue;

      tally->has[byte] = TRUE;
      if ((i > 0 && g_ascii_isalpha (text[i - 1])) ||
          (i + 1 < length && g_ascii_isalpha (text[i + 1])))
        tally->n_beside_letters[byte]++;
    }
}

/* Counts what is and what is not UTF-8; returns how many bytes of the end belong to the next. */
static gsize
tally_block (Tally *tally, const char *text, gsize length, gboolean is_last)
{
  gsize at = 0;

  while (at < length)
    {
      gboolean is_incomplete;

      at += streek_text_measure_good (text + at, length - at, &tally->n_beyond, &is_incomplete);
      if (at == length || (is_incomplete && !is_last))
        break;
      if (text[at] != '\0')
        tally->n_bad++;
      at++;
    }

  if (tally->n_bad > 0)
    tally_bytes (tally, text, length);

  return length - at;
}

static const char *
choose_page (const Tally *tally)
{
  guint best = 0;
  guint64 most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guint64 n = 0;

      for (const char *letter = pages[i].letters; *letter != '\0'; letter++)
        n += tally->n_beside_letters[(guchar) *letter];

      if (n > most)
        {
          best = i;
          most = n;
        }
    }

  if (best == 0)
    for (const char *byte = unused_in_1252; *byte != '\0'; byte++)
      if (tally->has[(guchar) *byte])
        return "ISO-8859-1";

  return pages[best].encoding;
}

/* Plain text in UTF-16 without a mark: every other byte is 0. */
static const char *
recognise_wide (const char *head, gsize length)
{
  gsize n_zero[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    n_zero[i % 2] += head[i] == '\0';

  if (length >= 4 && n_zero[0] == 0 && n_zero[1] * 10 > length * 4)
    return "UTF-16LE";
  if (length >= 4 && n_zero[1] == 0 && n_zero[0] * 10 > length * 4)
    return "UTF-16BE";
  return NULL;
}

/**
 * streek_text_recognise_encoding:
 * @input: bytes that may be text
 * @cancellable: (nullable): a #GCancellable
 * @encoding: (out) (transfer none): a name that iconv knows
 * @bom_length: (out): bytes at the beginning that mark the encoding and are no text
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Reads all of it: a first "ë" may stand on the last line. What is UTF-8 but for a few bytes is
 * called UTF-8, for in another encoding all its letters would be wrong; reading it then says where
 * those bytes are.
 *
 * Returns: %FALSE with @error set
 */
gboolean
streek_text_recognise_encoding (const StreekInput *input,
                                GCancellable *cancellable,
                                const char **encoding,
                                guint *bom_length,
                                GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  g_autofree Tally *tally = g_new0 (Tally, 1);
  gssize n_read = streek_input_read (input, 0, block, BLOCK_SIZE, error);
  guint64 at = 0;
  gsize n_kept = 0;

  *bom_length = 0;
  if (n_read < 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((gsize) n_read >= marks[i].length && memcmp (block, marks[i].mark, marks[i].length) == 0)
      {
        *encoding = marks[i].encoding;
        *bom_length = marks[i].length;
        return TRUE;
      }

  *encoding = recognise_wide (block, MIN ((gsize) n_read, HEAD_SIZE));
  if (*encoding != NULL)
    return TRUE;

  while (n_read > 0)
    {
      gsize length = n_kept + (gsize) n_read;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      at += (gsize) n_read;
      n_kept = tally_block (tally, block, length, at >= input->size);
      memmove (block, block + length - n_kept, n_kept);
      n_read = streek_input_read (input, at, block + n_kept, BLOCK_SIZE - n_kept, error);
    }

  if (n_read < 0)
    return FALSE;

  *encoding = tally->n_beyond >= tally->n_bad ? "UTF-8" : choose_page (tally);
  return TRUE;
}
