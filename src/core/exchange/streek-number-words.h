/* streek-number-words.h: what sources write instead of a number, and beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-value.h"

/* Which words of a source stand for "no value". */
typedef struct _StreekMissingWords StreekMissingWords;

StreekMissingWords *streek_missing_words_new (void);
void streek_missing_words_free (StreekMissingWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMissingWords, streek_missing_words_free)
void streek_missing_words_set (StreekMissingWords *words, const char *text, StreekMissing missing);
gboolean streek_missing_words_find (const StreekMissingWords *words,
                                    const char *text,
                                    gsize length,
                                    StreekMissing *missing);

/* "p", "voorlopig", "forecast"; FALSE where the text says nothing about status */
gboolean streek_number_parse_status (const char *text, gsize length, StreekStatus *status);
