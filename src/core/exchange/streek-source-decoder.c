/* streek-source-decoder.c: hands over text of any encoding as UTF-8, and stops at what is no text
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RAW_SIZE (64 * 1024)
#define LONGEST_LETTER 4

struct _StreekDecoder
{
  const StreekInput *input; /* outlives the decoder */
  char *encoding;
  guint64 at;

  GIConv converter; /* -1: it is UTF-8 already */
  char *raw;        /* what is read and not yet converted */
  gsize n_raw;

  char kept[LONGEST_LETTER]; /* the beginning of a letter at the end of a block */
  gsize n_kept;
  gboolean is_at_bad; /* all before it is handed over, the next byte is no text */
};

static gboolean
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

/**
 * streek_decoder_new:
 * @input: bytes of text, which must outlive the decoder
 * @encoding: a name that iconv knows
 * @bom_length: bytes to leave out at the beginning
 * @error: return location for a #StreekSourceError
 *
 * Returns: (transfer full): a decoder at the first byte, or %NULL for an unknown encoding
 */
StreekDecoder *
streek_decoder_new (const StreekInput *input,
                    const char *encoding,
                    guint bom_length,
                    GError **error)
{
  GIConv converter = (GIConv) -1;

  if (!is_utf8 (encoding))
    {
      converter = g_iconv_open ("UTF-8", encoding);
      if (converter == (GIConv) -1)
        {
          /* Translators: %s is the name of an encoding, such as WINDOWS-1252. */
          g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT,
                       _ ("The encoding “%s” is not known here. Choose another one."), encoding);
          return NULL;
        }
    }

  StreekDecoder *decoder = g_new0 (StreekDecoder, 1);

  decoder->input = input;
  decoder->encoding = g_strdup (encoding);
  decoder->at = bom_length;
  decoder->converter = converter;
  if (converter != (GIConv) -1)
    decoder->raw = g_malloc (RAW_SIZE);

  return decoder;
}

void
streek_decoder_free (StreekDecoder *decoder)
{
  if (decoder->converter != (GIConv) -1)
    g_iconv_close (decoder->converter);

  g_free (decoder->encoding);
  g_free (decoder->raw);
  g_free (decoder);
}

static void
set_bad_error (const StreekDecoder *decoder, gboolean is_nul, GError **error)
{
  if (is_nul)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                         _ ("There is a NUL byte, which text never has: the file is damaged, or it "
                            "is no text."));
  else
    /* Translators: %s is the name of an encoding, such as UTF-8. */
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                 _ ("There are bytes that are no letter in the encoding %s. Choose another "
                    "encoding, or save the file again in one encoding."),
                 decoder->encoding);
}

static gssize
read_utf8 (StreekDecoder *decoder, char *out, gsize room, GError **error)
{
  gsize n_kept = decoder->n_kept;

  memcpy (out, decoder->kept, n_kept);
  decoder->n_kept = 0;

  gssize n_read =
    streek_input_read (decoder->input, decoder->at, out + n_kept, room - n_kept, error);

  if (n_read < 0)
    return -1;

  gsize length = n_kept + (gsize) n_read;
  guint64 n_beyond = 0;
  gboolean is_incomplete;
  gsize n_good = streek_text_measure_good (out, length, &n_beyond, &is_incomplete);

  decoder->at += (gsize) n_read;
  if (n_good == length)
    return (gssize) length;

  if (is_incomplete && n_read > 0)
    {
      decoder->n_kept = length - n_good;
      memcpy (decoder->kept, out + n_good, decoder->n_kept);
      /* a block so small that it held no whole letter */
      return n_good > 0 ? (gssize) n_good : read_utf8 (decoder, out, room, error);
    }

  if (is_incomplete)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_CUT_OFF,
                           _ ("The file ends in the middle of a letter: it was cut off."));
      return -1;
    }

  decoder->is_at_bad = TRUE;
  if (n_good == 0)
    {
      set_bad_error (decoder, out[0] == '\0', error);
      return -1;
    }

  decoder->kept[0] = out[n_good];
  return (gssize) n_good;
}

/* Fills raw; FALSE with an error. */
static gboolean
read_raw (StreekDecoder *decoder, GError **error)
{
  gssize n_read = streek_input_read (decoder->input, decoder->at, decoder->raw + decoder->n_raw,
                                     RAW_SIZE - decoder->n_raw, error);

  if (n_read < 0)
    return FALSE;

  decoder->at += (gsize) n_read;
  decoder->n_raw += (gsize) n_read;
  return TRUE;
}

/* Converts what was read; returns FALSE where the next byte is no letter of the encoding. */
static gboolean
convert (StreekDecoder *decoder, char *out, gsize room, gsize *length)
{
  char *from = decoder->raw;
  char *to = out;
  gsize n_left = decoder->n_raw;
  gsize n_room = room;
  gboolean is_good = g_iconv (decoder->converter, &from, &n_left, &to, &n_room) != (gsize) -1 ||
                     errno == E2BIG || (errno == EINVAL && decoder->at < decoder->input->size);

  memmove (decoder->raw, from, n_left);
  decoder->n_raw = n_left;
  *length = (gsize) (to - out);

  return is_good;
}

static gssize
read_converted (StreekDecoder *decoder, char *out, gsize room, GError **error)
{
  gsize length = 0;
  gboolean is_good = TRUE;

  /* a block may hold nothing but marks of its encoding */
  while (length == 0 && is_good)
    {
      if (!read_raw (decoder, error))
        return -1;
      if (decoder->n_raw == 0)
        return 0;

      is_good = convert (decoder, out, room, &length);
    }

  const char *nul = memchr (out, '\0', length);

  if (nul != NULL)
    length = (gsize) (nul - out);
  if (nul == NULL && is_good)
    return (gssize) length;

  decoder->is_at_bad = TRUE;
  decoder->kept[0] = nul != NULL ? '\0' : '?';
  if (length > 0)
    return (gssize) length;

  set_bad_error (decoder, nul != NULL, error);
  return -1;
}

/**
 * streek_decoder_read:
 * @out: (out): room for @room bytes, at least 16
 * @error: return location for a #StreekSourceError
 *
 * Hands over whole letters of UTF-8, never a NUL byte. What is no text in the encoding is an error
 * only after all that stands before it was handed over, so that a caller knows on which line.
 *
 * Returns: number of bytes, 0 at the end, -1 with @error set
 */
gssize
streek_decoder_read (StreekDecoder *decoder, char *out, gsize room, GError **error)
{
  g_return_val_if_fail (room >= 4 * LONGEST_LETTER, -1);

  if (decoder->is_at_bad)
    {
      set_bad_error (decoder, decoder->kept[0] == '\0', error);
      return -1;
    }

  return decoder->converter == (GIConv) -1 ? read_utf8 (decoder, out, room, error)
                                           : read_converted (decoder, out, room, error);
}

/* How many bytes of the input were read. */
guint64
streek_decoder_get_offset (const StreekDecoder *decoder)
{
  return decoder->at;
}
