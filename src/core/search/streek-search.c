/* streek-search.c: the texts of every noun, found by any part of any word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "search/streek-search.h"

#include "search/streek-fold.h"

#include <string.h>

/* Shorter words have no trigram. */
#define MIN_TRIGRAM 3

/* Characters of a snippet before and after what was found. */
#define SNIPPET_BEFORE 24
#define SNIPPET_AFTER 56

struct _StreekSearchIndex
{
  StreekDb *db; /* in memory: the file need not be writable, and no index can be out of date */
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

/* What people read, and beside it what is searched. */
static gboolean
make_tables (StreekDb *db, GError **error)
{
  return streek_db_execute (db,
                            "CREATE TABLE doc (id INTEGER PRIMARY KEY, noun TEXT, key TEXT, "
                            "title TEXT, text TEXT, folded_title TEXT, folded_text TEXT) STRICT;"
                            "CREATE VIRTUAL TABLE trigram USING fts5 (folded_title, folded_text, "
                            "content = 'doc', content_rowid = 'id', tokenize = 'trigram')",
                            error);
}

/**
 * streek_search_index_new:
 * @db: a connection to a workspace
 * @error: return location for a #StreekStoreError, or what a noun says
 *
 * Gathers the texts of every registered noun. Some milliseconds for a thousand texts, so in a
 * worker.
 *
 * Returns: (transfer full): an index of that state of the file
 */
StreekSearchIndex *
streek_search_index_new (StreekDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (StreekSearchIndex) index = g_new0 (StreekSearchIndex, 1);
  g_autoptr (GPtrArray) texts = list_texts ();

  index->db = streek_db_open_memory (error);

  if (index->db == NULL || !make_tables (index->db, error) ||
      !streek_db_execute (index->db, "BEGIN", error))
    return NULL;

  for (guint i = 0; i < texts->len; i++)
    if (!((const StreekTexts *) texts->pdata[i])->add_texts (db, index, error))
      return NULL;

  if (!streek_db_execute (
        index->db, "INSERT INTO trigram (trigram) VALUES ('rebuild'); COMMIT; ANALYZE", error))
    return NULL;

  return g_steal_pointer (&index);
}

/**
 * streek_search_index_free:
 * @index: (nullable) (transfer full):
 */
void
streek_search_index_free (StreekSearchIndex *index)
{
  if (index == NULL)
    return;

  streek_db_close (index->db);
  g_free (index);
}

/**
 * streek_search_index_add:
 * @noun: of the #StreekTexts
 * @key: within the noun
 * @title: what it is called by
 * @text: (nullable): all else that it is found by
 * @error: return location for a #StreekStoreError
 */
gboolean
streek_search_index_add (StreekSearchIndex *index,
                         const char *noun,
                         const char *key,
                         const char *title,
                         const char *text,
                         GError **error)
{
  static const char sql[] = "INSERT INTO doc (noun, key, title, text, folded_title, folded_text) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (index->db, sql, error);
  g_autofree char *folded_title = streek_fold (title, NULL);
  g_autofree char *folded_text = streek_fold (text, NULL);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, noun);
  streek_db_bind_text (stmt, 2, key);
  streek_db_bind_text (stmt, 3, title);
  streek_db_bind_text (stmt, 4, text != NULL ? text : "");
  streek_db_bind_text (stmt, 5, folded_title);
  streek_db_bind_text (stmt, 6, folded_text);

  return streek_db_finish (stmt, error);
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

/* Words of the question, folded; those that are long enough as one phrase each, all of them
 * wanted: "leef" "groep". NULL where none is. */
static char *
make_match (GStrv words)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) < MIN_TRIGRAM)
        continue;

      g_auto (GStrv) parts = g_strsplit (words[i], "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " AND " : "", quoted);
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;

  return FALSE;
}

/* Short words must begin a word; any other would find everything. */
static gboolean
has_short_words (GStrv words, const char *folded_title, const char *folded_text)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) < MIN_TRIGRAM && !begins_a_word (folded_title, words[i]) &&
        !begins_a_word (folded_text, words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_all_words (GStrv words, const char *folded)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Words around the first one that is found. */
static char *
make_snippet (GStrv words, const char *text)
{
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = streek_fold (text, &offsets);
  const char *at = NULL;

  for (gsize i = 0; words[i] != NULL && at == NULL; i++)
    at = strstr (folded, words[i]);

  if (at == NULL)
    return NULL;

  const char *found = text + g_array_index (offsets, guint32, at - folded);
  const char *start = found, *end = found;

  for (int i = 0; i < SNIPPET_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  for (int i = 0; i < SNIPPET_AFTER && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  g_autofree char *piece = g_strndup (start, (gsize) (end - start));

  g_strdelimit (piece, "\n", ' ');

  return g_strconcat (start > text ? "…" : "", g_strstrip (piece), *end != '\0' ? "…" : "", NULL);
}

/* Smaller is better: what is called so, what begins so, what has it in its title, in its text. */
static int
rank_hit (GStrv words, const char *question, const char *folded_title)
{
  if (strcmp (folded_title, question) == 0)
    return 0;
  if (g_str_has_prefix (folded_title, question))
    return 1;

  return has_all_words (words, folded_title) ? 2 : 3;
}

typedef struct
{
  StreekSearchHit *hit;
  int rank;
  guint order; /* as the index found it */
} RankedHit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const RankedHit *first = a;
  const RankedHit *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

static StreekSearchHit *
new_hit (sqlite3_stmt *stmt, GStrv words, int rank)
{
  StreekSearchHit *hit = g_new0 (StreekSearchHit, 1);

  hit->noun = streek_db_dup_text (stmt, 0);
  hit->key = streek_db_dup_text (stmt, 1);
  hit->title = streek_db_dup_text (stmt, 2);
  hit->snippet = rank > 2 ? make_snippet (words, streek_db_peek_text (stmt, 3)) : NULL;

  return hit;
}

static sqlite3_stmt *
prepare_question (StreekSearchIndex *index, const char *match, GError **error)
{
  static const char with_trigrams[] =
    "SELECT d.noun, d.key, d.title, d.text, d.folded_title, d.folded_text FROM trigram AS t "
    "JOIN doc AS d ON d.id = t.rowid WHERE trigram MATCH ?1 ORDER BY bm25 (trigram, 10, 1), d.id";
  static const char all[] =
    "SELECT noun, key, title, text, folded_title, folded_text FROM doc ORDER BY id";
  sqlite3_stmt *stmt = streek_db_prepare (index->db, match != NULL ? with_trigrams : all, error);

  if (stmt != NULL && match != NULL)
    streek_db_bind_text (stmt, 1, match);

  return stmt;
}

static GStrv
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

/**
 * streek_search_index_find:
 * @question: words, each of which must be found, in any case and with or without accents; words of
 *   one or two letters must begin a word
 * @max_hits: how many at most
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (element-type StreekSearchHit): best first: called so, beginning so,
 *   with all words in the title, then by how much of the text is about them; none for no words
 */
GPtrArray *
streek_search_index_find (StreekSearchIndex *index,
                          const char *question,
                          guint max_hits,
                          GError **error)
{
  g_return_val_if_fail (index != NULL && question != NULL, NULL);

  g_autofree char *folded = streek_fold (question, NULL);
  g_auto (GStrv) words = split_words (g_strstrip (folded));
  g_autoptr (GPtrArray) hits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_search_hit_free);

  if (words[0] == NULL)
    return g_steal_pointer (&hits);

  g_autofree char *match = make_match (words);
  g_autoptr (sqlite3_stmt) stmt = prepare_question (index, match, error);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (RankedHit));
  StreekStep step = STREEK_STEP_ERROR;

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      const char *title = streek_db_peek_text (stmt, 4);

      if (!has_short_words (words, title, streek_db_peek_text (stmt, 5)))
        continue;

      int rank = rank_hit (words, folded, title);
      RankedHit hit = { new_hit (stmt, words, rank), rank, ranked->len };

      g_array_append_val (ranked, hit);
    }

  g_array_sort (ranked, compare_hits);

  for (guint i = 0; i < ranked->len; i++)
    if (i < max_hits)
      g_ptr_array_add (hits, g_array_index (ranked, RankedHit, i).hit);
    else
      streek_search_hit_free (g_array_index (ranked, RankedHit, i).hit);

  return step == STREEK_STEP_DONE ? g_steal_pointer (&hits) : NULL;
}
