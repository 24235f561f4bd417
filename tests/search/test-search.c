/* test-search.c: words found anywhere, the best first, with what stands around them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/streek-search.h"

static gboolean
add_texts (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  static const struct
  {
    const char *key;
    const char *title;
    const char *text;
  } texts[] = {
    { "1", "Bevolkingsdichtheid", "Inwoners op 1 januari per vierkante kilometer." },
    { "2", "Inwoners", "Aantal personen met hoofdverblijfplaats in het gebied." },
    { "3", "Inwoners: mannen", "Aantal mannen onder de inwoners." },
    { "4", "Vergrijzing", "Aandeel van wie 65 jaar of ouder is. Bron: België \"Statbel\"." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!streek_search_index_add (index, "indicator", texts[i].key, texts[i].title, texts[i].text,
                                  error))
      return FALSE;

  return TRUE;
}

static StreekSearchIndex *
new_index (void)
{
  static const StreekTexts texts = { "indicator", add_texts };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open_memory (&error);

  streek_texts_register (&texts);

  StreekSearchIndex *index = streek_search_index_new (db, &error);

  g_assert_no_error (error);

  return index;
}

static char *
find (StreekSearchIndex *index, const char *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, question, 10, &error);
  GString *keys = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < hits->len; i++)
    g_string_append (keys, ((StreekSearchHit *) hits->pdata[i])->key);

  return g_string_free (keys, FALSE);
}

static void
test_finds_the_best_first (void)
{
  static const struct
  {
    const char *question;
    const char *keys;
  } cases[] = {
    { "inwoners", "231" },         /* called so, begins so, in its text */
    { "INWÓNERS", "231" },         /* case and accents aside */
    { "dichtheid", "1" },          /* inside a word */
    { "inwoners kilometer", "1" }, /* every word is wanted */
    { "inwoners pluto", "" },
    { "belgie", "4" },
    { "in", "231" }, /* short words begin a word; the title counts first */
    { "65", "4" },
    { "5", "" }, /* inside 65, so it begins no word */
    { "\"Statbel\"", "4" },
    { "* OR -", "" }, /* no language of questions */
    { "  ", "" },
  };
  g_autoptr (StreekSearchIndex) index = new_index ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *keys = find (index, cases[i].question);

      g_assert_cmpstr (keys, ==, cases[i].keys);
    }
}

static void
test_shows_what_stands_around (void)
{
  g_autoptr (StreekSearchIndex) index = new_index ();
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "belgie", 10, NULL);
  const StreekSearchHit *hit = hits->pdata[0];

  g_assert_cmpstr (hit->title, ==, "Vergrijzing");
  g_assert_cmpstr (hit->noun, ==, "indicator");
  g_assert_cmpstr (hit->snippet, ==, "…jaar of ouder is. Bron: België \"Statbel\".");

  /* the title has it: nothing to show beside it */
  g_autoptr (GPtrArray) titles = streek_search_index_find (index, "vergrijzing", 10, NULL);

  g_assert_null (((const StreekSearchHit *) titles->pdata[0])->snippet);
}

static void
test_ends_with_the_asked_number (void)
{
  g_autoptr (StreekSearchIndex) index = new_index ();
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "inwoners", 2, NULL);

  g_assert_cmpuint (hits->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/search/finds-the-best-first", test_finds_the_best_first);
  g_test_add_func ("/search/search/shows-what-stands-around", test_shows_what_stands_around);
  g_test_add_func ("/search/search/ends-with-the-asked-number", test_ends_with_the_asked_number);

  return g_test_run ();
}
