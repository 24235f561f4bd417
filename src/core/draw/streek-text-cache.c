/* streek-text-cache.c: short text that was set before, to be shown again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-text-cache.h"

#include <string.h>

/* Setting a name takes Pango some 15 µs; a map tries a thousand forms of names again for every
 * change of its circles. Most runs take less than 2 kB. */
#define MAX_KEPT 4096
#define LONGEST_KEPT 240 /* bytes: names, numbers, the words of a legend, a line of a head */

typedef struct
{
  StreekTextWish wish; /* its text is that of the run */
  StreekTextRun *run;
} Entry;

static GHashTable *entries; /* the same set of Entry: key and value */

static guint
hash_wish (gconstpointer data)
{
  const StreekTextWish *wish = data;

  return g_str_hash (wish->text) ^ g_double_hash (&wish->font.size_pt) * 31 ^
         g_double_hash (&wish->width) * 17 ^ (guint) wish->font.weight << 8 ^
         (guint) wish->align << 4;
}

static gboolean
wish_equal (gconstpointer a, gconstpointer b)
{
  const StreekTextWish *first = a, *second = b;

  return first->font.size_pt == second->font.size_pt && first->font.weight == second->font.weight &&
         first->font.italic == second->font.italic && first->width == second->width &&
         first->max_lines == second->max_lines && first->align == second->align &&
         strcmp (first->text, second->text) == 0;
}

static void
entry_free (Entry *entry)
{
  streek_text_run_unref (entry->run);
  g_free (entry);
}

/**
 * streek_text_cache_find:
 * @wish: a text and how it should look
 *
 * Returns: (transfer full) (nullable): the run that was kept for the same wish
 */
StreekTextRun *
streek_text_cache_find (const StreekTextWish *wish)
{
  const Entry *entry = entries != NULL ? g_hash_table_lookup (entries, wish) : NULL;

  return entry != NULL ? streek_text_run_ref (entry->run) : NULL;
}

/**
 * streek_text_cache_keep:
 * @wish: a text and how it should look
 * @run: (transfer none): that text, set
 *
 * Keeps a run, unless it is long. When there are too many all are forgotten, and those still in use
 * come back.
 */
void
streek_text_cache_keep (const StreekTextWish *wish, StreekTextRun *run)
{
  if (strlen (wish->text) > LONGEST_KEPT)
    return;

  if (entries == NULL)
    entries = g_hash_table_new_full (hash_wish, wish_equal, NULL, (GDestroyNotify) entry_free);
  else if (g_hash_table_size (entries) >= MAX_KEPT)
    g_hash_table_remove_all (entries);

  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ *wish, streek_text_run_ref (run) };
  entry->wish.text = streek_text_run_get_text (run);
  g_hash_table_replace (entries, &entry->wish, entry);
}
