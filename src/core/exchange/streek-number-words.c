/* streek-number-words.c: what sources write instead of a number, and beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-number-words.h"

#include <string.h>

#define MAX_TEXT 128 /* no such word is longer */

struct _StreekMissingWords
{
  GHashTable *words; /* folded text -> StreekMissing */
};

/* What sources write where they have no number. */
static const struct
{
  const char *text;
  StreekMissing missing;
} default_words[] = {
  { ":", STREEK_MISSING_UNKNOWN },
  { "-", STREEK_MISSING_UNKNOWN },
  { "–", STREEK_MISSING_UNKNOWN },
  { ".", STREEK_MISSING_UNKNOWN },
  { "..", STREEK_MISSING_UNKNOWN },
  { "...", STREEK_MISSING_NOT_YET },
  { "…", STREEK_MISSING_NOT_YET },
  { "x", STREEK_MISSING_HIDDEN },
  { "*", STREEK_MISSING_HIDDEN },
  { "c", STREEK_MISSING_HIDDEN },
  { "vertrouwelijk", STREEK_MISSING_HIDDEN },
  { "confidentieel", STREEK_MISSING_HIDDEN },
  { "confidentiel", STREEK_MISSING_HIDDEN },
  { "confidential", STREEK_MISSING_HIDDEN },
  { "conf.", STREEK_MISSING_HIDDEN },
  { "n.v.t.", STREEK_MISSING_NOT_APPLICABLE },
  { "nvt", STREEK_MISSING_NOT_APPLICABLE },
  { "niet van toepassing", STREEK_MISSING_NOT_APPLICABLE },
  { "z", STREEK_MISSING_NOT_APPLICABLE },
  { "geen info", STREEK_MISSING_UNKNOWN },
  { "geen gegevens", STREEK_MISSING_UNKNOWN },
  { "onbekend", STREEK_MISSING_UNKNOWN },
  { "n.b.", STREEK_MISSING_UNKNOWN },
  { "n/a", STREEK_MISSING_UNKNOWN },
  { "na", STREEK_MISSING_UNKNOWN },
  { "null", STREEK_MISSING_UNKNOWN },
  { "nog niet beschikbaar", STREEK_MISSING_NOT_YET },
};

static const struct
{
  const char *text;
  StreekStatus status;
} statuses[] = {
  { "p", STREEK_STATUS_PROVISIONAL },
  { "voorlopig", STREEK_STATUS_PROVISIONAL },
  { "provisional", STREEK_STATUS_PROVISIONAL },
  { "provisoire", STREEK_STATUS_PROVISIONAL },
  { "e", STREEK_STATUS_ESTIMATE },
  { "s", STREEK_STATUS_ESTIMATE },
  { "raming", STREEK_STATUS_ESTIMATE },
  { "estimate", STREEK_STATUS_ESTIMATE },
  { "estimated", STREEK_STATUS_ESTIMATE },
  { "f", STREEK_STATUS_PROJECTION },
  { "prognose", STREEK_STATUS_PROJECTION },
  { "vooruitzicht", STREEK_STATUS_PROJECTION },
  { "projectie", STREEK_STATUS_PROJECTION },
  { "projection", STREEK_STATUS_PROJECTION },
  { "forecast", STREEK_STATUS_PROJECTION },
  { "a", STREEK_STATUS_FINAL },
  { "definitief", STREEK_STATUS_FINAL },
  { "waargenomen", STREEK_STATUS_FINAL },
  { "final", STREEK_STATUS_FINAL },
};

/**
 * streek_missing_words_new:
 *
 * Returns: (transfer full): the signs and words that sources commonly write for "no value"
 */
StreekMissingWords *
streek_missing_words_new (void)
{
  StreekMissingWords *words = g_new0 (StreekMissingWords, 1);

  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (default_words); i++)
    streek_missing_words_set (words, default_words[i].text, default_words[i].missing);

  return words;
}

void
streek_missing_words_free (StreekMissingWords *words)
{
  if (words == NULL)
    return;

  g_hash_table_unref (words->words);
  g_free (words);
}

/**
 * streek_missing_words_set:
 * @text: as a source writes it; case does not count
 * @missing: what it means there
 */
void
streek_missing_words_set (StreekMissingWords *words, const char *text, StreekMissing missing)
{
  g_return_if_fail (words != NULL && text != NULL);

  g_hash_table_insert (words->words, g_utf8_strdown (text, -1), GINT_TO_POINTER (missing));
}

/**
 * streek_missing_words_find:
 * @missing: (out): what the text means
 *
 * Returns: whether the text stands for "no value"
 */
gboolean
streek_missing_words_find (const StreekMissingWords *words,
                           const char *text,
                           gsize length,
                           StreekMissing *missing)
{
  gpointer found;

  if (length == 0 || length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;

  g_autofree char *folded = g_utf8_strdown (text, (gssize) length);

  if (!g_hash_table_lookup_extended (words->words, folded, NULL, &found))
    return FALSE;

  *missing = (StreekMissing) GPOINTER_TO_INT (found);

  return TRUE;
}

/**
 * streek_number_parse_status:
 * @status: (out): what the text says
 *
 * Reads the letter or word of a column of statuses, or the flag behind a value of Eurostat:
 * p provisional, e and s estimate, f forecast.
 *
 * Returns: whether the text says something about status
 */
gboolean
streek_number_parse_status (const char *text, gsize length, StreekStatus *status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strlen (statuses[i].text) == length &&
        g_ascii_strncasecmp (statuses[i].text, text, length) == 0)
      {
        *status = statuses[i].status;
        return TRUE;
      }

  return FALSE;
}
