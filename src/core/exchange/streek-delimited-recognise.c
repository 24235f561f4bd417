/* streek-delimited-recognise.c: which separator a text has, by what its first records have in
 * common */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-delimited.h"
#include "exchange/streek-source-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_SIZE 4096
#define N_SAMPLED 200
#define MOST_COUNTED 1024 /* cells a record; a sample with more of them counts as this many */

/* Text hardly ever holds a tab, but commas often: Eurostat has them within its first column. */
#define TAB_WEIGHT 8

/* In the order of preference; the last ones stand in times and names too, so only where no other
 * separator is found. */
static const char usual_separators[] = "\t;|,";
static const char rare_separators[] = "^~:\x1f";

typedef struct
{
  guint n_records; /* with something in them */
  guint n_with[MOST_COUNTED + 1];
} Sample;

static gboolean
take_sample (const StreekSource *source,
             char separator,
             Sample *sample,
             GCancellable *cancellable,
             GError **error)
{
  StreekSourceReader *reader = streek_delimited_reader_new (source, separator, error);
  g_autoptr (GError) own_error = NULL;
  StreekSourceRecord record;

  memset (sample, 0, sizeof *sample);
  if (reader == NULL)
    return FALSE;

  reader->source = (StreekSource *) source;
  reader->cancellable = cancellable;

  for (guint i = 0; i < N_SAMPLED && reader->klass->next (reader, &record, &own_error);)
    if (record.n_fields > 0)
      {
        sample->n_records++;
        sample->n_with[MIN (record.n_fields, MOST_COUNTED)]++;
        i++;
      }

  reader->klass->free (reader);
  g_free (reader);

  /* a separator under which a quote is never closed is not the one; the reader tells of the rest */
  if (own_error != NULL && (own_error->domain != STREEK_SOURCE_ERROR || sample->n_records == 0))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return TRUE;
}

/* How much of a sample is explained by its most usual number of cells: more where more records have
 * it, where fewer others have another, and where there are more cells. */
static double
rate_sample (const Sample *sample)
{
  guint n_split = sample->n_records - sample->n_with[1];
  double best = 0;

  for (guint n = 2; n <= MOST_COUNTED; n++)
    if (sample->n_with[n] > 0)
      {
        double count = sample->n_with[n];
        double share = count / n_split;

        best = MAX (best, count / sample->n_records * (n - 1) * share * share);
      }

  return best;
}

static gboolean
choose_separator (StreekSource *source,
                  const char *separators,
                  Sample *sample,
                  GCancellable *cancellable,
                  GError **error)
{
  double best = 0;

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      if (!take_sample (source, *separator, sample, cancellable, error))
        return FALSE;

      double rate = rate_sample (sample) * (*separator == '\t' ? TAB_WEIGHT : 1);

      if (rate > best)
        {
          best = rate;
          source->separator = *separator;
        }
    }

  return TRUE;
}

/* Text has no NUL bytes but where every letter has more bytes than one. */
static gboolean
check_is_text (const StreekSource *source, const char *encoding, GError **error)
{
  char head[HEAD_SIZE];
  gssize length = streek_input_read (source->input, 0, head, sizeof head, error);

  if (length < 0)
    return FALSE;
  if (g_str_has_prefix (encoding, "UTF-16") || g_str_has_prefix (encoding, "UTF-32") ||
      memchr (head, '\0', (gsize) length) == NULL)
    return TRUE;

  g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT,
                       _ ("This is none of the formats that can be read: CSV and other delimited "
                          "text, XLSX, ODS, XLS, or JSON of be.STAT."));
  return FALSE;
}

/* Excel's own way to name the separator is a first line "sep=;". */
static char
find_declared_separator (const StreekSource *source)
{
  g_autoptr (StreekDecoder) decoder =
    streek_decoder_new (source->input, source->encoding, source->bom_length, NULL);
  char head[16] = "";
  gssize n = decoder != NULL ? streek_decoder_read (decoder, head, sizeof head, NULL) : 0;

  return n > 5 && g_ascii_strncasecmp (head, "sep=", 4) == 0 && (head[5] == '\r' || head[5] == '\n')
           ? head[4]
           : '\0';
}

/**
 * streek_delimited_recognise:
 * @source: (inout): gets its encoding and its separator
 * @options: (nullable): what a person says against what would be recognised
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Text in which no separator is found has one cell a line, and separator 0.
 *
 * Returns: %FALSE where there is nothing but blank lines, or it cannot be read
 */
gboolean
streek_delimited_recognise (StreekSource *source,
                            const StreekSourceOptions *options,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree Sample *sample = g_new (Sample, 1);
  const char *encoding;

  if (!streek_text_recognise_encoding (source->input, cancellable, &encoding, &source->bom_length,
                                       error) ||
      !check_is_text (source, encoding, error))
    return FALSE;

  source->format = STREEK_SOURCE_DELIMITED;
  source->encoding =
    g_strdup (options != NULL && options->encoding != NULL ? options->encoding : encoding);

  if (!take_sample (source, '\0', sample, cancellable, error))
    return FALSE;

  if (sample->n_records == 0)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                           _ ("There are only blank lines in the file."));
      return FALSE;
    }

  if (options != NULL && options->separator != 0)
    source->separator = options->separator;
  else
    source->separator = find_declared_separator (source);

  if (source->separator == 0 &&
      !choose_separator (source, usual_separators, sample, cancellable, error))
    return FALSE;
  if (source->separator == 0 &&
      !choose_separator (source, rare_separators, sample, cancellable, error))
    return FALSE;

  return TRUE;
}
