/* streek-search.c: the texts of every noun, found by any part of any word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "search/streek-search.h"

#include "search/streek-fold.h"

#include <string.h>

/* Shorter words must begin a word; anywhere they would find everything. */
#define MIN_ANYWHERE 3

/* Characters of a snippet before and after what was found. */
#define SNIPPET_BEFORE 24
#define SNIPPET_AFTER 56

/* One text, in one block. Immutable, counted atomically: indexes of later states share those that
 * did not change. */
typedef struct
{
  gatomicrefcount ref_count;
  const char *noun; /* interned */
  const char *key;
  const char *title;
  const char *text;
  const char *folded_title;
  const char *folded_text;
} Doc;

struct _StreekSearchIndex
{
  gatomicrefcount ref_count;
  GPtrArray *docs;    /* Doc, in the order they were added */
  GHashTable *places; /* the same, by noun and key */

  StreekSearchIndex *former; /* (nullable): while texts are added, the index of an earlier state */
};

static GMutex registry_mutex;
static GPtrArray *registry; /* const StreekTexts, in the order they came */

/**
 * streek_texts_register:
 * @texts: static
 *
 * Adds what a noun is found by to every index that is made from now on. Twice is once. Any thread.
 */
void
streek_texts_register (const StreekTexts *texts)
{
  g_mutex_lock (&registry_mutex);

  if (registry == NULL)
    registry = g_ptr_array_new ();
  if (!g_ptr_array_find (registry, texts, NULL))
    g_ptr_array_add (registry, (gpointer) texts);

  g_mutex_unlock (&registry_mutex);
}

static GPtrArray *
list_texts (void)
{
  g_mutex_lock (&registry_mutex);

  GPtrArray *texts =
    registry != NULL ? g_ptr_array_copy (registry, NULL, NULL) : g_ptr_array_new ();

  g_mutex_unlock (&registry_mutex);

  return texts;
}

static guint
hash_doc (gconstpointer data)
{
  const Doc *doc = data;

  return g_str_hash (doc->key) ^ g_direct_hash (doc->noun);
}

static gboolean
equal_docs (gconstpointer a, gconstpointer b)
{
  const Doc *first = a, *second = b;

  return first->noun == second->noun && strcmp (first->key, second->key) == 0;
}

static void
unref_doc (gpointer data)
{
  Doc *doc = data;

  if (g_atomic_ref_count_dec (&doc->ref_count))
    g_free (doc);
}

/* Fifty thousand texts are as many blocks, not six times as many. */
static Doc *
new_doc (const Doc *wanted)
{
  g_autofree char *folded_title = streek_fold (wanted->title, NULL);
  g_autofree char *folded_text = streek_fold (wanted->text, NULL);
  const char *parts[] = { wanted->key, wanted->title, wanted->text, folded_title, folded_text };
  gsize sizes[G_N_ELEMENTS (parts)], size = sizeof (Doc);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    size += sizes[i] = strlen (parts[i]) + 1;

  Doc *doc = g_malloc (size);
  const char **places[] = { &doc->key, &doc->title, &doc->text, &doc->folded_title,
                            &doc->folded_text };
  char *at = (char *) (doc + 1);

  g_atomic_ref_count_init (&doc->ref_count);
  doc->noun = wanted->noun;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); at += sizes[i], i++)
    *places[i] = memcpy (at, parts[i], sizes[i]);

  return doc;
}

/**
 * streek_search_index_new:
 * @db: a connection to a workspace
 * @former: (nullable): an index of an earlier state of the same file; it stays as it was
 * @error: return location for what a noun says
 *
 * Gathers the texts of every registered noun, in a worker. Those that are in @former as they are
 * now are taken from there, which leaves the reading.
 *
 * Returns: (transfer full): an index of that state of the file
 */
StreekSearchIndex *
streek_search_index_new (StreekDb *db, StreekSearchIndex *former, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (StreekSearchIndex) index = g_new0 (StreekSearchIndex, 1);
  g_autoptr (GPtrArray) texts = list_texts ();

  g_atomic_ref_count_init (&index->ref_count);
  index->docs = g_ptr_array_new_with_free_func (unref_doc);
  index->places = g_hash_table_new (hash_doc, equal_docs);
  index->former = former;

  for (guint i = 0; i < texts->len; i++)
    if (!((const StreekTexts *) texts->pdata[i])->add_texts (db, index, error))
      return NULL;

  index->former = NULL;

  return g_steal_pointer (&index);
}

StreekSearchIndex *
streek_search_index_ref (StreekSearchIndex *index)
{
  g_atomic_ref_count_inc (&index->ref_count);

  return index;
}

/**
 * streek_search_index_unref:
 * @index: (nullable) (transfer full):
 */
void
streek_search_index_unref (StreekSearchIndex *index)
{
  if (index == NULL || !g_atomic_ref_count_dec (&index->ref_count))
    return;

  g_hash_table_unref (index->places);
  g_ptr_array_unref (index->docs);
  g_free (index);
}

static Doc *
take_from_former (StreekSearchIndex *index, const Doc *wanted)
{
  Doc *doc = index->former != NULL ? g_hash_table_lookup (index->former->places, wanted) : NULL;

  if (doc == NULL || strcmp (doc->title, wanted->title) != 0 ||
      strcmp (doc->text, wanted->text) != 0)
    return NULL;

  g_atomic_ref_count_inc (&doc->ref_count);

  return doc;
}

/**
 * streek_search_index_add:
 * @noun: of the #StreekTexts
 * @key: within the noun, once
 * @title: what it is called by
 * @text: (nullable): all else that it is found by
 *
 * For a noun that is asked for its texts.
 */
void
streek_search_index_add (
  StreekSearchIndex *index, const char *noun, const char *key, const char *title, const char *text)
{
  g_return_if_fail (noun != NULL && key != NULL && title != NULL);

  Doc wanted = {
    .noun = g_intern_string (noun), .key = key, .title = title, .text = text != NULL ? text : ""
  };
  Doc *doc = take_from_former (index, &wanted);

  if (doc == NULL)
    doc = new_doc (&wanted);

  g_ptr_array_add (index->docs, doc);
  g_hash_table_add (index->places, doc);
}

/**
 * streek_search_index_count_shared:
 *
 * Returns: how many texts both indexes hold once, because nothing changed in them
 */
guint
streek_search_index_count_shared (const StreekSearchIndex *index, const StreekSearchIndex *other)
{
  guint n = 0;

  for (guint i = 0; i < index->docs->len; i++)
    n += g_hash_table_lookup (other->places, index->docs->pdata[i]) == index->docs->pdata[i];

  return n;
}

void
streek_search_hit_free (StreekSearchHit *hit)
{
  if (hit == NULL)
    return;

  g_free (hit->noun);
  g_free (hit->key);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

/* A word of the question, folded. */
typedef struct
{
  const char *word;
  gsize size;
  gboolean must_begin;
} Word;

static gboolean
begins_a_word (const char *text, const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* The next place from @at on; NULL where there is none. */
static const char *
find_word (const char *text, const char *at, const Word *word)
{
  for (at = strstr (at, word->word); at != NULL; at = strstr (at + 1, word->word))
    if (!word->must_begin || begins_a_word (text, at))
      return at;

  return NULL;
}

/* How much of the text are words of the question; 0 where a word is in neither title nor text. */
static double
get_share (const Doc *doc, const Word *words, gsize n_words)
{
  gsize size = 0;

  for (gsize i = 0; i < n_words; i++)
    {
      gsize before = size;

      for (const char *at = doc->folded_text;
           (at = find_word (doc->folded_text, at, &words[i])) != NULL; at += words[i].size)
        size += words[i].size;

      if (size == before && find_word (doc->folded_title, doc->folded_title, &words[i]) == NULL)
        return 0;
    }

  return (double) size / (double) (strlen (doc->folded_text) + 1);
}

static gboolean
has_all_words (const char *folded, const Word *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (find_word (folded, folded, &words[i]) == NULL)
      return FALSE;

  return TRUE;
}

typedef struct
{
  const Doc *doc;
  guint order;  /* as it was added */
  int rank;     /* smaller is better */
  double share; /* among those of one rank, larger is better */
} RankedDoc;

/* Called so, begins so, has it in its title, has some of it in its text; FALSE: not found. */
static gboolean
rank_doc (const Doc *doc, const char *question, const Word *words, gsize n_words, RankedDoc *ranked)
{
  if (has_all_words (doc->folded_title, words, n_words))
    {
      gboolean begins = g_str_has_prefix (doc->folded_title, question);

      ranked->rank = begins && doc->folded_title[strlen (question)] == '\0' ? 0 : begins ? 1 : 2;
      ranked->share = 1.0 / (double) strlen (doc->folded_title);

      return TRUE;
    }

  ranked->rank = 3;
  ranked->share = get_share (doc, words, n_words);

  return ranked->share > 0;
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const RankedDoc *first = a;
  const RankedDoc *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* Words around the first one that is found, of its own line: each line says something else, and may
 * say it in another language. */
static char *
make_snippet (const Doc *doc, const Word *words, gsize n_words)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = streek_fold (doc->text, &offsets);
  const char *at = NULL;

  for (gsize i = 0; i < n_words && at == NULL; i++)
    at = find_word (folded, folded, &words[i]);

  if (at == NULL)
    return NULL;

  const char *found = doc->text + g_array_index (offsets, guint32, at - folded);
  const char *start = found, *end = found;

  for (int i = 0; i < SNIPPET_BEFORE && start > doc->text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  for (int i = 0; i < SNIPPET_AFTER && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);

  gboolean is_cut_before = start > doc->text && start[-1] != '\n';
  gboolean is_cut_after = *end != '\0' && *end != '\n';
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));

  return g_strconcat (is_cut_before ? "…" : "", g_strstrip (piece), is_cut_after ? "…" : "", NULL);
}

static StreekSearchHit *
new_hit (const RankedDoc *ranked, const Word *words, gsize n_words)
{
  StreekSearchHit *hit = g_new0 (StreekSearchHit, 1);

  hit->noun = g_strdup (ranked->doc->noun);
  hit->key = g_strdup (ranked->doc->key);
  hit->title = g_strdup (ranked->doc->title);
  hit->snippet = ranked->rank > 2 ? make_snippet (ranked->doc, words, n_words) : NULL;

  return hit;
}

/* Cuts @folded at its blanks. */
static GArray *
split_words (char *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (char *at = folded; *(at += strspn (at, " \t\n")) != '\0';)
    {
      Word word = { at, strcspn (at, " \t\n"), FALSE };

      at += word.size;
      if (*at != '\0')
        *at++ = '\0';

      word.must_begin = g_utf8_strlen (word.word, -1) < MIN_ANYWHERE;
      g_array_append_val (words, word);
    }

  return words;
}

/**
 * streek_search_index_find:
 * @question: words, each of which must be found, in any case and with or without accents; words of
 *   one or two letters must begin a word
 * @max_hits: how many at most
 *
 * Reads every text: some 20 ms at most for fifty thousand of them, whatever is asked. An index of
 * trigrams (FTS5) is faster for rare words and several times slower for common ones, takes seconds
 * to make and twice the room (tests/bench/bench-search.c has both).
 *
 * Returns: (transfer full) (element-type StreekSearchHit): best first: called so, beginning so,
 *   with all words in the title, then by how much of the text is about them; none for no words
 */
GPtrArray *
streek_search_index_find (const StreekSearchIndex *index, const char *question, guint max_hits)
{
  g_return_val_if_fail (index != NULL && question != NULL, NULL);

  g_autofree char *folded = streek_fold (question, NULL);
  g_autofree char *cut = g_strdup (g_strstrip (folded));
  g_autoptr (GArray) words = split_words (cut);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (RankedDoc));
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_search_hit_free);
  const Word *first = (const Word *) words->data;

  for (guint i = 0; words->len > 0 && i < index->docs->len; i++)
    {
      RankedDoc ranked = { .doc = index->docs->pdata[i], .order = i };

      if (rank_doc (ranked.doc, folded, first, words->len, &ranked))
        g_array_append_val (found, ranked);
    }

  g_array_sort (found, compare_ranked);

  for (guint i = 0; i < MIN (found->len, max_hits); i++)
    g_ptr_array_add (hits, new_hit (&g_array_index (found, RankedDoc, i), first, words->len));

  return hits;
}
