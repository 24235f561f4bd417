/* streek-kbo.h: enterprise numbers of the Crossroads Bank for Enterprises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* "BE 0869.753.369" → "0869.753.369"; NULL where these are no ten digits, beginning with 0 or 1.
 * Nine digits are an old number, before which comes a 0. */
char *streek_kbo_dup_tidied (const char *text);
/* "0869.753.369" → "BE0869.753.369 BE0869753369": of one that is tidied, what contains every other
 * way to type it. */
char *streek_kbo_dup_spellings (const char *tidied);
/* Whether the last two digits are what the first eight ask for, 97 less the rest of a division by
 * 97 (royal decree of 24 June 2003, article 3). */
gboolean streek_kbo_is_valid (const char *text);
