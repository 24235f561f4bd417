/* streek-site-kind.h: what a place can be: words of the program, and people's own beside them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Of places of which nobody said what they are. */
#define STREEK_SITE_KIND_OTHER "andere"

/* (array zero-terminated): the kinds of the program, as files hold them, in the order of lists */
const char *const *streek_site_kinds_get (void);
/* "Port" for "haven"; a word of people's own is its own label. */
const char *streek_site_kind_get_label (const char *kind);
/* What a word in a file stands for: "Zeehaven" for "haven"; else the word itself, trimmed. */
char *streek_site_kind_dup_parsed (const char *word);
int streek_site_words_compare (const char *a, const char *b);
/* The kinds of the program first, in their order, then people's own by the alphabet. */
int streek_site_kind_compare (const char *a, const char *b);
/* Which sign stands for a kind: a number of the figure's symbols. @own: (element-type utf8):
 * people's own kinds of the file, in order */
guint streek_site_kind_get_symbol (const char *kind, const GPtrArray *own);
