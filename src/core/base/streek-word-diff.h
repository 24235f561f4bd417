/* streek-word-diff.h: which words of a text were struck, and which came in their place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What became of some words: a line goes through those that are struck; those that are new are bold
 * and have one below them, so that both can be told in grey. */
typedef enum
{
  STREEK_WORDS_STRUCK,
  STREEK_WORDS_NEW,
} StreekWordsMark;

/* Bytes @start up to @end of a text. */
typedef struct
{
  gsize start;
  gsize end;
  StreekWordsMark mark;
} StreekTextSpan;

typedef struct
{
  GArray *struck; /* StreekTextSpan, of the old text, in order */
  GArray *came;   /* the same of the new one */
} StreekWordDiff;

/* Both without a span where one is another text, and no change of the other: then both are to be
 * read one after the other. */
StreekWordDiff *streek_word_diff_new (const char *before, const char *after);
void streek_word_diff_free (StreekWordDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekWordDiff, streek_word_diff_free)

/* (transfer full) (nullable): "Struck: “in the fourth quarter”, “2024”", and in a line of its own
 * what is new: words of @text, for who cannot see how they are marked. NULL: none is */
char *streek_text_spans_describe (const StreekTextSpan *spans, guint n_spans, const char *text);
/* What the marks mean, as a note under what has them. */
const char *streek_text_spans_explain (void);

/* A text that is put together, some of its words marked. */
typedef struct
{
  GString *text;
  GArray *spans; /* StreekTextSpan, in order */
} StreekMarkedText;

StreekMarkedText *streek_marked_text_new (void);
void streek_marked_text_free (StreekMarkedText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMarkedText, streek_marked_text_free)
/* @spans: (nullable): StreekTextSpan of @text */
void streek_marked_text_append (StreekMarkedText *self, const char *text, const GArray *spans);
/* @format: translated, with one %s in it, in whose place @text comes */
void streek_marked_text_append_in (StreekMarkedText *self,
                                   const char *format,
                                   const char *text,
                                   const GArray *spans);
