/* test-word-diff.c: which words of a text were struck, and which came in their place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-word-diff.h"

#include <string.h>

/* "de [oude] brug": spans in brackets */
static char *
mark (const GArray *spans, const char *text)
{
  GString *marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const StreekTextSpan *span = &g_array_index (spans, StreekTextSpan, i);

      g_assert_cmpuint (span->start, >=, done);
      g_assert_cmpuint (span->end, >, span->start);
      g_string_append_len (marked, text + done, (gssize) (span->start - done));
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + span->start, (gssize) (span->end - span->start));
      g_string_append_c (marked, ']');
      done = span->end;
    }

  g_string_append (marked, text + done);

  return g_string_free (marked, FALSE);
}

/* By hand. */
static const struct
{
  const char *before, *after;
  const char *struck, *came;
} cases[] = {
  { "Bespreken in het vierde kwartaal van 2024", "Bespreken in 2025",
    "Bespreken in [het vierde kwartaal van 2024]", "Bespreken in [2025]" },
  { "de brug", "de brug", "de brug", "de brug" },
  { "", "alles nieuw", "", "[alles nieuw]" },
  { "alles weg", "", "[alles weg]", "" },
  { "Vier keer per jaar.", "Vijf keer per jaar!", "[Vier] keer per jaar[.]",
    "[Vijf] keer per jaar[!]" },
  /* one short word between two changes goes with them; a long one stays */
  { "de oude en de nieuwe weg", "de rode en de blauwe weg", "de [oude] en de [nieuwe] weg",
    "de [rode] en de [blauwe] weg" },
  { "grote of kleine", "dikke of dunne", "[grote of kleine]", "[dikke of dunne]" },
  { "grote bruggen kleine", "dikke bruggen dunne", "[grote] bruggen [kleine]",
    "[dikke] bruggen [dunne]" },
  /* blanks are no difference; signs inside a word are part of it */
  { "tien  OCMW’s\n1.250 euro", "tien OCMW’s 1.300 euro", "tien  OCMW’s\n[1.250] euro",
    "tien OCMW’s [1.300] euro" },
  { "ÉÉN straat", "één straat", "[ÉÉN] straat", "[één] straat" },
  { "\xff kapot", "\xff kapot", "\xff kapot", "\xff kapot" },
  /* written anew: of nine words only "de" and "van" are the same, and they say nothing */
  { "De cel legt een lijst aan van de bruggen", "Van overleg met de havens komt een advies voort",
    "De cel legt een lijst aan van de bruggen", "Van overleg met de havens komt een advies voort" },
  /* so is a shorter one of which nothing stays but "het" */
  { "Een traject om het netwerk te versterken", "De visie (het pact) herzien",
    "Een traject om het netwerk te versterken", "De visie (het pact) herzien" },
  /* nothing else than the first five of twelve words is left: that is a cut, not another text */
  { "De cel maakt een lijst, en gaat daarmee naar de gemeenten toe", "De cel maakt een lijst",
    "De cel maakt een lijst[, en gaat daarmee naar de gemeenten toe]", "De cel maakt een lijst" },
};

static void
test_marks_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekWordDiff) diff = streek_word_diff_new (cases[i].before, cases[i].after);
      g_autofree char *struck = mark (diff->struck, cases[i].before);
      g_autofree char *came = mark (diff->came, cases[i].after);

      g_assert_cmpstr (struck, ==, cases[i].struck);
      g_assert_cmpstr (came, ==, cases[i].came);
    }
}

static char *
make_long (const char *last, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u ", last, i);

  return g_string_free (text, FALSE);
}

/* Where the ends of two long texts are the same only what is between them costs anything; texts
 * that have nothing in common and are too long to be held against each other are other texts: in
 * them nothing is marked. */
static void
test_long_texts (void)
{
  g_autofree char *long_text = make_long ("woord", 50000);
  g_autofree char *before = g_strconcat (long_text, "hier ", long_text, NULL);
  g_autofree char *after = g_strconcat (long_text, "daar ", long_text, NULL);
  g_autofree char *other = make_long ("ander", 50000);
  g_autoptr (StreekWordDiff) one = streek_word_diff_new (before, after);
  g_autoptr (StreekWordDiff) all = streek_word_diff_new (long_text, other);

  g_assert_cmpuint (one->struck->len, ==, 1);
  g_assert_cmpuint (g_array_index (one->struck, StreekTextSpan, 0).start, ==, strlen (long_text));
  g_assert_cmpuint (all->struck->len, ==, 0);
  g_assert_cmpuint (all->came->len, ==, 0);
}

static char *
describe (const GArray *spans, const char *text)
{
  return streek_text_spans_describe ((const StreekTextSpan *) spans->data, spans->len, text);
}

static void
test_quotes (void)
{
  const char *before = "in het vierde kwartaal, of later", *after = "in het derde kwartaal";
  g_autoptr (StreekWordDiff) diff = streek_word_diff_new (before, after);
  g_autoptr (StreekWordDiff) none = streek_word_diff_new (before, before);
  g_autofree char *struck = describe (diff->struck, before);
  g_autofree char *came = describe (diff->came, after);

  g_assert_cmpstr (struck, ==, "Struck: “vierde”, “, of later”");
  g_assert_cmpstr (came, ==, "New: “derde”");
  g_assert_null (describe (none->struck, before));
}

/* Old and new words in one sentence: what is marked moves with them. */
static void
test_one_sentence (void)
{
  g_autoptr (StreekWordDiff) diff = streek_word_diff_new ("twee lanen", "één laan");
  g_autoptr (StreekMarkedText) text = streek_marked_text_new ();

  streek_marked_text_append (text, "3 mei: ", NULL);
  streek_marked_text_append_in (text, "“%s” wordt ", "twee lanen", diff->struck);
  streek_marked_text_append_in (text, "“%s”", "één laan", diff->came);

  g_autofree char *marked = mark (text->spans, text->text->str);
  g_autofree char *said = describe (text->spans, text->text->str);

  g_assert_cmpstr (marked, ==, "3 mei: “[twee lanen]” wordt “[één laan]”");
  g_assert_cmpstr (said, ==, "Struck: “twee lanen”\nNew: “één laan”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/word-diff/marks-words", test_marks_words);
  g_test_add_func ("/base/word-diff/long-texts", test_long_texts);
  g_test_add_func ("/base/word-diff/quotes", test_quotes);
  g_test_add_func ("/base/word-diff/one-sentence", test_one_sentence);

  return g_test_run ();
}
