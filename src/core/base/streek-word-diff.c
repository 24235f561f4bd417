/* streek-word-diff.c: which words of a text were struck, and which came in their place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-word-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that are held against each other at most; texts of more (some forty pages) that have
 * nothing in common at their ends count as other texts. */
#define MOST_PAIRS (16 * 1000 * 1000)
#define SHORT_LETTERS 3 /* so short a word between two changes is no help to who reads */
/* So many words of which none stays are another text. */
#define PHRASE_WORDS 4
/* A text of so many words is another one where less than a third of the shorter of both stands in
 * rows of so many words that stayed: words like "of" and "the" are in every text. */
#define SENTENCE_WORDS 8
#define ROW_WORDS 3
#define LEAST_SHARE 3

/* A word, or a sign by itself. */
typedef struct
{
  const char *start;
  gsize length;
  gboolean stays;
} Word;

static gboolean
is_letter (gunichar c)
{
  /* 1.250,5 and 12% change as one */
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '%' || c == 0x20ac;
}

/* “well-being”, “OCMW’s” and “1.250” are one word: a sign between two letters. */
static gboolean
is_joint (const char *at, const char *end)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  return (c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == ',' || c == '/') && next < end &&
         is_letter (g_utf8_get_char (next));
}

static const char *
find_word_end (const char *at, const char *end)
{
  if (!is_letter (g_utf8_get_char (at)))
    return g_utf8_next_char (at);

  while (at < end && (is_letter (g_utf8_get_char (at)) || is_joint (at, end)))
    at = g_utf8_next_char (at);

  return at;
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const char *end = text + strlen (text);

  for (const char *at = text; at < end;)
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }

      Word word = { .start = at };

      at = find_word_end (at, end);
      word.length = (gsize) (at - word.start);
      g_array_append_val (words, word);
    }

  return words;
}

static Word *
get_word (GArray *words, guint index)
{
  return &g_array_index (words, Word, index);
}

static gboolean
are_same (GArray *before, guint i, GArray *after, guint j)
{
  const Word *old = get_word (before, i), *new = get_word (after, j);

  return old->length == new->length &&memcmp (old->start, new->start, old->length) == 0;
}

/* The longest row of words that both have from @first to their ends: a table of how long it is from
 * each pair on, walked from its beginning. */
static void
find_common (GArray *before, guint end_before, GArray *after, guint end_after, guint first)
{
  gsize rows = end_before - first, columns = end_after - first, width = columns + 1;

  if (rows == 0 || columns == 0 || rows * columns > MOST_PAIRS)
    return;

  g_autofree guint16 *lengths = g_new0 (guint16, (rows + 1) * width);

  for (gsize i = rows; i-- > 0;)
    for (gsize j = columns; j-- > 0;)
      {
        guint16 *cell = &lengths[i * width + j];

        *cell = are_same (before, first + (guint) i, after, first + (guint) j)
                  ? (guint16) (cell[width + 1] + 1)
                  : MAX (cell[width], cell[1]);
      }

  for (gsize i = 0, j = 0; i < rows && j < columns;)
    if (are_same (before, first + (guint) i, after, first + (guint) j))
      {
        get_word (before, first + (guint) i++)->stays = TRUE;
        get_word (after, first + (guint) j++)->stays = TRUE;
      }
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      i++;
    else
      j++;
}

/* What both texts begin and end with needs no table. */
static void
find_staying (GArray *before, GArray *after)
{
  guint first = 0, end_before = before->len, end_after = after->len;

  while (first < end_before && first < end_after && are_same (before, first, after, first))
    {
      get_word (before, first)->stays = get_word (after, first)->stays = TRUE;
      first++;
    }

  while (end_before > first && end_after > first &&
         are_same (before, end_before - 1, after, end_after - 1))
    get_word (before, --end_before)->stays = get_word (after, --end_after)->stays = TRUE;

  find_common (before, end_before, after, end_after, first);
}

static guint
find_next (GArray *words, guint from, gboolean stays)
{
  while (from < words->len && get_word (words, from)->stays != stays)
    from++;

  return from;
}

/* One short word, or one sign, that stayed between two changes says nothing: "of the", a comma. */
static gboolean
is_slight (GArray *words, guint first, guint end)
{
  return end == first + 1 &&
         g_utf8_strlen (get_word (words, first)->start, (gssize) get_word (words, first)->length) <=
           SHORT_LETTERS;
}

static void
join_changes (GArray *before, GArray *after)
{
  guint i = find_next (before, 0, TRUE), j = find_next (after, 0, TRUE);

  while (i < before->len && j < after->len)
    {
      guint end_before = i, end_after = j;

      /* as far as they stay in both without a change in either */
      while (end_before < before->len && end_after < after->len &&
             get_word (before, end_before)->stays && get_word (after, end_after)->stays)
        {
          end_before++;
          end_after++;
        }

      gboolean is_between =
        (i > 0 || j > 0) && (end_before < before->len || end_after < after->len);
      gboolean is_in_both = i > 0 && j > 0 && end_before < before->len && end_after < after->len &&
                            !get_word (before, i - 1)->stays && !get_word (after, j - 1)->stays &&
                            !get_word (before, end_before)->stays &&
                            !get_word (after, end_after)->stays;

      if (is_between && is_in_both && is_slight (before, i, end_before))
        get_word (before, i)->stays = get_word (after, j)->stays = FALSE;

      i = find_next (before, end_before, TRUE);
      j = find_next (after, end_after, TRUE);
    }
}

/* How many words stand in rows of at least @least that stayed. */
static guint
count_in_rows (GArray *words, guint least)
{
  guint n = 0;

  for (guint i = find_next (words, 0, TRUE); i < words->len;)
    {
      guint end = find_next (words, i, FALSE);

      n += end - i >= least ? end - i : 0;
      i = find_next (words, end, TRUE);
    }

  return n;
}

/* Marked word by word two such texts would be unreadable. */
static gboolean
is_rewritten (GArray *before, GArray *after)
{
  guint shorter = MIN (before->len, after->len), longer = MAX (before->len, after->len);

  if (shorter >= PHRASE_WORDS && count_in_rows (before, 1) == 0)
    return TRUE;

  return longer >= SENTENCE_WORDS &&
         (shorter == 0 || LEAST_SHARE * count_in_rows (before, MIN (ROW_WORDS, shorter)) < shorter);
}

/* Neighbours that changed are one span, with the blanks between them. */
static GArray *
list_spans (GArray *words, const char *text, StreekWordsMark mark)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StreekTextSpan));

  for (guint i = find_next (words, 0, FALSE); i < words->len;)
    {
      guint end = find_next (words, i, TRUE);
      const Word *first = get_word (words, i), *last = get_word (words, end - 1);
      StreekTextSpan span = { (gsize) (first->start - text),
                              (gsize) (last->start + last->length - text), mark };

      g_array_append_val (spans, span);
      i = find_next (words, end, FALSE);
    }

  return spans;
}

/**
 * streek_word_diff_new:
 * @before: what stood there
 * @after: what stands there now
 *
 * Holds two texts against each other word by word, by the longest row of words that both have
 * (Hunt & McIlroy, 1976). Blanks and line feeds are no difference. Where one is no UTF-8 nothing is
 * said of either, nor where a text was written anew.
 *
 * Returns: (transfer full): what is only in the one, and what is only in the other
 */
StreekWordDiff *
streek_word_diff_new (const char *before, const char *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  StreekWordDiff *diff = g_new0 (StreekWordDiff, 1);
  gboolean is_text = g_utf8_validate (before, -1, NULL) && g_utf8_validate (after, -1, NULL);
  g_autoptr (GArray) old = split_words (is_text ? before : "");
  g_autoptr (GArray) new = split_words (is_text ? after : "");

  find_staying (old, new);
  join_changes (old, new);
  if (is_rewritten (old, new))
    {
      g_array_set_size (old, 0);
      g_array_set_size (new, 0);
    }

  diff->struck = list_spans (old, before, STREEK_WORDS_STRUCK);
  diff->came = list_spans (new, after, STREEK_WORDS_NEW);

  return diff;
}

void
streek_word_diff_free (StreekWordDiff *diff)
{
  g_array_unref (diff->struck);
  g_array_unref (diff->came);
  g_free (diff);
}

/* Words */

/* Returns: (transfer full): "“in the fourth quarter”, “2024”": those of one mark */
static char *
quote (const StreekTextSpan *spans, guint n_spans, const char *text, StreekWordsMark mark)
{
  GString *quoted = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *words = g_strndup (text + spans[i].start, spans[i].end - spans[i].start);

      if (spans[i].mark != mark)
        continue;

      g_string_append (quoted, quoted->len > 0 ? ", " : "");
      /* Translators: %s is some words of a text. */
      g_string_append_printf (quoted, C_ ("words of a text", "“%s”"), words);
    }

  return g_string_free (quoted, FALSE);
}

char *
streek_text_spans_describe (const StreekTextSpan *spans, guint n_spans, const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *struck = quote (spans, n_spans, text, STREEK_WORDS_STRUCK);
  g_autofree char *came = quote (spans, n_spans, text, STREEK_WORDS_NEW);
  GString *said = g_string_new (NULL);

  if (*struck != '\0')
    /* Translators: %s are words of a text, between quotes and with commas between them. */
    g_string_append_printf (said, _ ("Struck: %s"), struck);
  if (*came != '\0')
    {
      g_string_append (said, said->len > 0 ? "\n" : "");
      /* Translators: %s are words of a text, between quotes and with commas between them. */
      g_string_append_printf (said, _ ("New: %s"), came);
    }

  return g_string_free (said, said->len == 0);
}

const char *
streek_text_spans_explain (void)
{
  return _ ("A line goes through words that were struck; words that are new are bold, with a line "
            "below them. In a text that was written anew nothing is marked.");
}

/* A text that is put together */

StreekMarkedText *
streek_marked_text_new (void)
{
  StreekMarkedText *self = g_new0 (StreekMarkedText, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (StreekTextSpan));

  return self;
}

void
streek_marked_text_free (StreekMarkedText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

void
streek_marked_text_append (StreekMarkedText *self, const char *text, const GArray *spans)
{
  g_return_if_fail (self != NULL && text != NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      StreekTextSpan span = g_array_index (spans, StreekTextSpan, i);

      span.start += self->text->len;
      span.end += self->text->len;
      g_array_append_val (self->spans, span);
    }

  g_string_append (self->text, text);
}

void
streek_marked_text_append_in (StreekMarkedText *self,
                              const char *format,
                              const char *text,
                              const GArray *spans)
{
  g_return_if_fail (self != NULL && format != NULL);

  const char *place = strstr (format, "%s");
  gsize length = place != NULL ? (gsize) (place - format) : strlen (format);

  g_string_append_len (self->text, format, (gssize) length);
  streek_marked_text_append (self, text, spans);
  g_string_append (self->text, place != NULL ? place + strlen ("%s") : "");
}
