/* test-search.c: words found anywhere, the best first, with what stands around them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/streek-search.h"

#include <string.h>

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
    { "5", "Leegstand", "Panden die leeg staan.\nVacant premises\nLeegstaande winkels" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    streek_search_index_add (index, "indicator", texts[i].key, texts[i].title, texts[i].text);

  return TRUE;
}

/* A noun of its own, whose texts a test can change. */
static const char *changing_titles[3];

static gboolean
add_changing_texts (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changing_titles) && changing_titles[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%zu", i + 1);

      streek_search_index_add (index, "changing", key, changing_titles[i], NULL);
    }

  return TRUE;
}

static StreekSearchIndex *
new_index_after (StreekSearchIndex *former)
{
  static const StreekTexts texts = { "indicator", add_texts };
  static const StreekTexts changing = { "changing", add_changing_texts };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open_memory (&error);

  streek_texts_register (&texts);
  streek_texts_register (&changing);

  StreekSearchIndex *index = streek_search_index_new (db, former, &error);

  g_assert_no_error (error);

  return index;
}

static StreekSearchIndex *
new_index (void)
{
  return new_index_after (NULL);
}

static char *
find (StreekSearchIndex *index, const char *question)
{
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, question, 10);
  GString *keys = g_string_new (NULL);

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
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "belgie", 10);
  const StreekSearchHit *hit = hits->pdata[0];

  g_assert_cmpstr (hit->title, ==, "Vergrijzing");
  g_assert_cmpstr (hit->noun, ==, "indicator");
  g_assert_cmpstr (hit->snippet, ==, "…jaar of ouder is. Bron: België \"Statbel\".");

  /* the title has it: nothing to show beside it */
  g_autoptr (GPtrArray) titles = streek_search_index_find (index, "vergrijzing", 10);

  g_assert_null (((const StreekSearchHit *) titles->pdata[0])->snippet);
}

/* A definition and a name in English beside it are no sentence. */
static void
test_shows_one_line (void)
{
  g_autoptr (StreekSearchIndex) index = new_index ();
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "vacant", 10);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((const StreekSearchHit *) hits->pdata[0])->snippet, ==, "Vacant premises");
}

static void
test_ends_with_the_asked_number (void)
{
  g_autoptr (StreekSearchIndex) index = new_index ();
  g_autoptr (GPtrArray) hits = streek_search_index_find (index, "inwoners", 2);

  g_assert_cmpuint (hits->len, ==, 2);
}

/* What changed is found as it is now, what did not is the very same text, and who still holds the
 * former index sees what it saw. */
static void
test_takes_over_what_did_not_change (void)
{
  changing_titles[0] = "Havenwerking";
  changing_titles[1] = "Streekpact";

  g_autoptr (StreekSearchIndex) former = new_index ();

  changing_titles[0] = "Havenwerking";
  changing_titles[1] = "Jaarplanning";
  changing_titles[2] = "Streekpact";

  g_autoptr (StreekSearchIndex) index = new_index_after (former);
  g_autofree char *was = find (former, "streekpact");
  g_autofree char *is = find (index, "streekpact");
  g_autofree char *kept = find (index, "havenwerking");
  g_autofree char *planned = find (index, "jaarplanning");
  g_autofree char *not_yet = find (former, "jaarplanning");

  g_assert_cmpstr (was, ==, "2");
  g_assert_cmpstr (is, ==, "3");
  g_assert_cmpstr (kept, ==, "1");
  g_assert_cmpstr (planned, ==, "2");
  g_assert_cmpstr (not_yet, ==, "");
  g_assert_cmpuint (streek_search_index_count_shared (index, former), ==, 5 + 1);

  memset (changing_titles, 0, sizeof changing_titles);

  g_autoptr (StreekSearchIndex) without = new_index_after (index);
  g_autofree char *gone = find (without, "havenwerking");

  g_assert_cmpstr (gone, ==, "");
}

/* The index outlives the one it took texts from. */
static void
test_outlives_the_former (void)
{
  StreekSearchIndex *former = new_index ();
  g_autoptr (StreekSearchIndex) index = new_index_after (former);

  streek_search_index_unref (former);

  g_autofree char *keys = find (index, "kilometer");

  g_assert_cmpstr (keys, ==, "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/search/finds-the-best-first", test_finds_the_best_first);
  g_test_add_func ("/search/search/shows-what-stands-around", test_shows_what_stands_around);
  g_test_add_func ("/search/search/shows-one-line", test_shows_one_line);
  g_test_add_func ("/search/search/ends-with-the-asked-number", test_ends_with_the_asked_number);
  g_test_add_func ("/search/search/takes-over-what-did-not-change",
                   test_takes_over_what_did_not_change);
  g_test_add_func ("/search/search/outlives-the-former", test_outlives_the_former);

  return g_test_run ();
}
