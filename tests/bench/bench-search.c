/* bench-search.c: finding in 50 000 texts, beside LIKE and a trigram index in memory and in a file
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "search/streek-fold.h"
#include "search/streek-search.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#define N_TEXTS 50000
#define N_WORDS 2000
#define N_ROUNDS 5

/* What a person may find; the goal of the house. */
#define LIMIT_MS 100

typedef struct
{
  char *title;
  char *text;
} Text;

static Text texts[N_TEXTS];

static double
get_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static char *
make_sentence (GRand *rand, char **words, int n)
{
  GString *text = g_string_new (NULL);

  /* few words are common, many rare */
  for (int i = 0; i < n; i++)
    {
      double u = g_rand_double (rand);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[(int) (u * u * N_WORDS)]);
    }

  return g_string_free (text, FALSE);
}

/* Titles of five words and texts of twenty-five, of words that look like ours. */
static void
make_texts (void)
{
  static const char *const parts[] = {
    "wer",  "king", "streek", "be",  "lei",  "op",  "gang", "re", "gio",  "vor", "ming", "ar",
    "beid", "kin",  "der",    "één", "zorg", "pro", "ject", "ge", "meen", "te",  "raad", "bouw"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (308);
  char *words[N_WORDS];

  for (int i = 0; i < N_WORDS; i++)
    {
      GString *word = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        g_string_append (word, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

      words[i] = g_string_free (word, FALSE);
    }

  for (int i = 0; i < N_TEXTS; i++)
    texts[i] = (Text){ make_sentence (rand, words, 5), make_sentence (rand, words, 25) };

  g_free (texts[777].text);
  texts[777].text = g_strdup ("Over de participatieladder.");

  for (int i = 0; i < N_WORDS; i++)
    g_free (words[i]);
}

/* As a noun: one statement over one table. */
static gboolean
add_texts (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "SELECT id, title, text FROM thing ORDER BY id", error);
  StreekStep step = STREEK_STEP_ERROR;

  while (stmt != NULL && (step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    streek_search_index_add (index, "thing", streek_db_peek_text (stmt, 0),
                             streek_db_peek_text (stmt, 1), streek_db_peek_text (stmt, 2));

  return step == STREEK_STEP_DONE;
}

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static void
execute (StreekDb *db, const char *sql)
{
  GError *error = NULL;

  must (streek_db_execute (db, sql, &error), error);
}

static void
insert_texts (StreekDb *db, const char *sql, gboolean folded)
{
  GError *error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  must (stmt != NULL, error);

  for (int i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *title = folded ? streek_fold (texts[i].title, NULL) : NULL;
      g_autofree char *text = folded ? streek_fold (texts[i].text, NULL) : NULL;

      sqlite3_bind_int (stmt, 1, i);
      streek_db_bind_text (stmt, 2, folded ? title : texts[i].title);
      streek_db_bind_text (stmt, 3, folded ? text : texts[i].text);
      must (streek_db_finish (stmt, &error), error);
    }
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
take_median (double times[N_ROUNDS])
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  return times[N_ROUNDS / 2];
}

static double
time_find (const StreekSearchIndex *index, const char *question, guint *n_hits)
{
  double times[N_ROUNDS];

  for (int i = 0; i < N_ROUNDS; i++)
    {
      double start = get_ms ();
      g_autoptr (GPtrArray) hits = streek_search_index_find (index, question, 100);

      times[i] = get_ms () - start;
      *n_hits = hits->len;
    }

  return take_median (times);
}

/* Every row, ordered: which are the best hundred is known when all are there. */
static double
time_sql (StreekDb *db, const char *sql, const char *pattern)
{
  double times[N_ROUNDS];
  GError *error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  must (stmt != NULL, error);

  for (int i = 0; i < N_ROUNDS; i++)
    {
      double start = get_ms ();

      streek_db_bind_text (stmt, 1, pattern);
      must (streek_db_finish (stmt, &error), error);
      times[i] = get_ms () - start;
    }

  return take_median (times);
}

static double
count_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / 1e6;
}

static StreekSearchIndex *
time_gathering (StreekDb *db)
{
  double start = get_ms (), before_mb = count_mb ();
  GError *error = NULL;
  StreekSearchIndex *index = streek_search_index_new (db, NULL, &error);

  must (index != NULL, error);
  printf ("gathering %d texts           %8.1f ms   %6.1f MB\n", N_TEXTS, get_ms () - start,
          count_mb () - before_mb);

  execute (db, "UPDATE thing SET title = 'Participatieladder' WHERE id = 12345");
  start = get_ms ();

  g_autoptr (StreekSearchIndex) next = streek_search_index_new (db, index, &error);

  must (next != NULL, error);
  printf ("again after one changed         %8.1f ms   %6u texts kept   limit %d ms\n",
          get_ms () - start, streek_search_index_count_shared (next, index), LIMIT_MS);
  streek_search_index_unref (index);

  return g_steal_pointer (&next);
}

/* The other way: FTS5, with trigrams over folded columns. */
static void
make_trigrams (StreekDb *db)
{
  double start = get_ms ();

  execute (db, "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; "
               "PRAGMA synchronous = FULL; BEGIN; "
               "CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT, text TEXT) STRICT; "
               "CREATE VIRTUAL TABLE trigram USING fts5 (title, text, content = 'doc', "
               "content_rowid = 'id', tokenize = 'trigram')");
  insert_texts (db, "INSERT INTO doc (id, title, text) VALUES (?1, ?2, ?3)", TRUE);
  execute (db, "INSERT INTO trigram (trigram) VALUES ('rebuild'); COMMIT");
  printf ("  made in                       %8.1f ms\n", get_ms () - start);
}

/* What one change costs that also changes one text, and what it costs without. */
static void
time_commits (StreekDb *db)
{
  static const char bare[] = "BEGIN IMMEDIATE; UPDATE cell SET value = value + 1; COMMIT";
  static const char with_text[] =
    "BEGIN IMMEDIATE; UPDATE cell SET value = value + 1; "
    "INSERT INTO trigram (trigram, rowid, title, text) SELECT 'delete', id, title, text FROM doc "
    "WHERE id = 12345; UPDATE doc SET title = title || ' x' WHERE id = 12345; "
    "INSERT INTO trigram (rowid, title, text) SELECT id, title, text FROM doc WHERE id = 12345; "
    "COMMIT";
  const char *const statements[] = { bare, with_text };
  double medians[2];

  execute (db, "CREATE TABLE cell (id INTEGER PRIMARY KEY, value REAL) STRICT; "
               "INSERT INTO cell VALUES (1, 1)");

  for (int k = 0; k < 2; k++)
    {
      double times[N_ROUNDS];

      execute (db, statements[k]); /* the first one reads pages */

      for (int i = 0; i < N_ROUNDS; i++)
        {
          double start = get_ms ();

          execute (db, statements[k]);
          times[i] = get_ms () - start;
        }

      medians[k] = take_median (times);
    }

  printf ("  one commit, and with its text %8.2f ms   %8.2f ms\n", medians[0], medians[1]);
}

static void
time_questions (const StreekSearchIndex *index, StreekDb *memory, StreekDb *file)
{
  static const char like[] = "SELECT id FROM doc WHERE title LIKE ?1 OR text LIKE ?1 ORDER BY id";
  static const char match[] =
    "SELECT rowid FROM trigram WHERE trigram MATCH ?1 ORDER BY bm25 (trigram, 10, 1), rowid";
  /* nowhere, in two, in hundreds, in nearly all, two words, one letter */
  static const char *const questions[] = { "zandbank", "participatieladder", "raadzorgvor",
                                           "streek",   "streek ladder",      "p" };

  printf ("%-20s %6s %10s %10s %10s %10s\n", "question", "hits", "ours ms", "LIKE ms", "fts ms",
          "in file");

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      guint n_hits;
      double ours = time_find (index, questions[i], &n_hits);

      printf ("%-20s %6u %10.1f", questions[i], n_hits, ours);

      /* the peers know one word of three letters or more */
      if (strlen (questions[i]) >= 3 && strchr (questions[i], ' ') == NULL)
        {
          g_autofree char *pattern = g_strconcat ("%", questions[i], "%", NULL);

          printf (" %10.1f %10.1f %10.1f", time_sql (memory, like, pattern),
                  time_sql (memory, match, questions[i]), time_sql (file, match, questions[i]));
        }

      printf ("   limit %d\n", LIMIT_MS);
    }
}

int
main (void)
{
  static const StreekTexts noun = { "thing", add_texts };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bench-search-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "trigrams.db", NULL);
  g_autoptr (StreekDb) things = streek_db_open_memory (&error);
  g_autoptr (StreekDb) memory = streek_db_open_memory (&error);
  g_autoptr (StreekDb) file = streek_db_open (path, STREEK_DB_CREATE, &error);
  GStatBuf info;

  must (things != NULL && memory != NULL && file != NULL, error);
  make_texts ();
  execute (things, "CREATE TABLE thing (id INTEGER PRIMARY KEY, title TEXT, text TEXT) STRICT");
  insert_texts (things, "INSERT INTO thing (id, title, text) VALUES (?1, ?2, ?3)", FALSE);
  streek_texts_register (&noun);

  g_autoptr (StreekSearchIndex) index = time_gathering (things);

  printf ("trigrams in memory\n");
  make_trigrams (memory);
  printf ("trigrams in a file\n");
  make_trigrams (file);
  execute (file, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_stat (path, &info);
  printf ("  the file grows by             %8.1f MB\n", (double) info.st_size / 1e6);
  time_commits (file);
  time_questions (index, memory, file);

  g_clear_pointer (&file, streek_db_close);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
