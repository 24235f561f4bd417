/* streek-word-diff.h: which words of a text were struck, and which came in their place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Bytes @start up to @end. */
typedef struct
{
  gsize start;
  gsize end;
} StreekWordSpan;

typedef struct
{
  GArray *struck; /* StreekWordSpan, of the old text, in order */
  GArray *came;   /* the same of the new one */
} StreekWordDiff;

StreekWordDiff *streek_word_diff_new (const char *before, const char *after);
void streek_word_diff_free (StreekWordDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekWordDiff, streek_word_diff_free)
/* (transfer full): "“in the fourth quarter”, “2024”": spans of @text, for who cannot see them */
char *streek_word_spans_quote (const GArray *spans, const char *text);
