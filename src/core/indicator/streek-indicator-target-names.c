/* streek-indicator-target-names.c: names and codes of areas, as files write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-seek.h"

#include "area/streek-nuts.h"
#include "search/streek-fold.h"

#include <stdlib.h>
#include <string.h>

/* Words before a name that say what kind of area it is. */
static const struct
{
  const char *word;
  const char *set;
} prefixes[] = {
  { "provincie ", "provincie" }, { "province ", "provincie" },
  { "prov. ", "provincie" },     { "arrondissement ", "arrondissement" },
  { "arr. ", "arrondissement" }, { "gemeente ", "gemeente" },
  { "stad ", "gemeente" },       { "commune ", "gemeente" },
  { "ville ", "gemeente" },      { "resoc ", "RESOC" },
  { "serr ", "SERR" },           { "referentieregio ", "referentieregio" },
};

/* Other words for sets in a column of levels. */
static const struct
{
  const char *word;
  const char *set;
} levels[] = {
  { "gemeenten", "gemeente" },
  { "municipality", "gemeente" },
  { "commune", "gemeente" },
  { "arrondissementen", "arrondissement" },
  { "arrond", "arrondissement" },
  { "arr", "arrondissement" },
  { "provincies", "provincie" },
  { "province", "provincie" },
  { "prov", "provincie" },
  { "gewesten", "gewest" },
  { "region", "gewest" },
  { "country", "land" },
  { "rijk", "land" },
};

static gboolean
is_same_chain (const StreekArea *a, const StreekArea *b)
{
  return a->set == b->set && strcmp (a->code, b->code) == 0;
}

static void
add_code (StreekAreaIndex *index, const StreekArea *area)
{
  GPtrArray *coded = g_hash_table_lookup (index->by_code, area->code);

  if (coded == NULL)
    {
      coded = g_ptr_array_new ();
      g_hash_table_insert (index->by_code, g_strdup (area->code), coded);
    }

  for (guint i = 0; i < coded->len; i++)
    if (is_same_chain (coded->pdata[i], area))
      return;

  g_ptr_array_add (coded, (gpointer) area);
}

static void
add_name (const StreekArea *area, const char *name, StreekAreaNameKind kind, gpointer data)
{
  StreekAreaIndex *index = data;
  g_autofree char *tidy = streek_area_name_tidy (name);
  GArray *named = g_hash_table_lookup (index->by_name, tidy);

  if (named == NULL)
    {
      named = g_array_new (FALSE, FALSE, sizeof (StreekNamedArea));
      g_hash_table_insert (index->by_name, g_steal_pointer (&tidy), named);
    }

  for (guint i = 0; i < named->len; i++)
    if (is_same_chain (g_array_index (named, StreekNamedArea, i).area, area))
      return;

  StreekNamedArea entry = { area, kind };

  g_array_append_val (named, entry);
  if (kind == STREEK_AREA_NAME_OWN)
    add_code (index, area);
}

StreekAreaIndex *
streek_area_index_new (StreekAreas *areas)
{
  StreekAreaIndex *index = g_new0 (StreekAreaIndex, 1);

  index->areas = areas;
  index->by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  index->by_code =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  streek_areas_foreach_name (areas, add_name, index);

  return index;
}

void
streek_area_index_free (StreekAreaIndex *index)
{
  if (index == NULL)
    return;

  g_hash_table_unref (index->by_name);
  g_hash_table_unref (index->by_code);
  g_free (index);
}

/* "1000" was "01000" before a spreadsheet made a number of it. */
const GPtrArray *
streek_area_index_find_by_code (StreekAreaIndex *index, const char *text)
{
  const char *colon = strchr (text, ':');
  const GPtrArray *found = g_hash_table_lookup (index->by_code, colon != NULL ? colon + 1 : text);

  if (found != NULL || strlen (text) >= 5 || *text == '\0' ||
      strspn (text, "0123456789") != strlen (text))
    return found;

  g_autofree char *padded = g_strdup_printf ("%05d", atoi (text));

  return g_hash_table_lookup (index->by_code, padded);
}

/* A word in the plural or of another language. */
static const char *
find_other_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i].word, word) == 0)
      return levels[i].set;

  return NULL;
}

/* By the code or the name of the set itself. */
static const char *
find_set (StreekAreas *areas, const char *word)
{
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (areas);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = sets->pdata[i];
      g_autofree char *code = streek_area_name_tidy (set->code);
      g_autofree char *name = streek_area_name_tidy (set->name);

      if (strcmp (code, word) == 0 || strcmp (name, word) == 0)
        return set->code;
    }

  return NULL;
}

/* Cuts the year off the end of @word. */
static StreekDate
cut_year (char *word)
{
  gsize length = strlen (word);
  gsize n_letters = length;

  while (n_letters > 0 && g_ascii_isdigit (word[n_letters - 1]))
    n_letters--;

  if (length - n_letters != 4)
    return STREEK_DATE_NONE;

  StreekDate date = streek_date_from_ymd (atoi (word + n_letters), 1, 1);

  word[n_letters] = '\0';
  g_strchomp (word);

  return date;
}

const char *
streek_area_index_find_level (StreekAreaIndex *index, const char *text, StreekDate *hint)
{
  g_autofree char *word = streek_area_name_tidy (text);

  *hint = cut_year (word);

  const char *set = find_other_word (word);

  if (set == NULL)
    return find_set (index->areas, word);

  return streek_areas_find_set (index->areas, set, NULL) != NULL ? set : NULL;
}

const char *
streek_area_name_cut_prefix (const char *name, const char **set)
{
  *set = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i].word))
      {
        const char *rest = name + strlen (prefixes[i].word);

        *set = prefixes[i].set;
        if (g_str_has_prefix (rest, "de "))
          return rest + 3;
        if (g_str_has_prefix (rest, "d'"))
          return rest + 2;

        return rest;
      }

  return name;
}

const GArray *
streek_area_index_find_by_name (StreekAreaIndex *index,
                                const char *text,
                                const char **level,
                                char **qualifier)
{
  g_autofree char *tidy = streek_area_name_tidy (text);
  const char *rest = streek_area_name_cut_prefix (tidy, level);
  const GArray *found = *level != NULL ? g_hash_table_lookup (index->by_name, rest) : NULL;

  *qualifier = NULL;
  if (found != NULL)
    return found;

  *level = NULL;
  found = g_hash_table_lookup (index->by_name, tidy);
  if (found != NULL)
    return found;

  /* "Hove (Antwerpen)": in brackets, where it is */
  char *bracket = strstr (tidy, " (");
  gsize length = strlen (tidy);

  if (bracket == NULL || tidy[length - 1] != ')')
    return NULL;

  *qualifier = g_strndup (bracket + 2, length - (gsize) (bracket - tidy) - 3);
  *bracket = '\0';
  rest = streek_area_name_cut_prefix (tidy, level);

  return g_hash_table_lookup (index->by_name, rest);
}

StreekTextKinds
streek_area_index_recognise (StreekAreaIndex *index, const char *text)
{
  StreekTextKinds kinds = 0;
  const char *level;
  const char *set;
  const char *code;
  g_autofree char *qualifier = NULL;
  StreekDate hint;

  if (streek_area_index_find_by_code (index, text) != NULL)
    kinds |= STREEK_TEXT_AREA_CODE;
  if (streek_area_index_find_by_name (index, text, &level, &qualifier) != NULL)
    kinds |= STREEK_TEXT_AREA_NAME;
  if (streek_nuts_is_code (text) && streek_nuts_find (text, &set, &code, &hint))
    kinds |= STREEK_TEXT_AREA_NUTS;
  if (streek_area_index_find_level (index, text, &hint) != NULL)
    kinds |= STREEK_TEXT_LEVEL;

  return kinds;
}

const char *
streek_area_index_get_level (StreekAreaIndex *index, const char *text)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *found = streek_area_index_find_by_name (index, text, &level, &qualifier);

  /* "Provincie Kortrijk" says a level, but no province is called so */
  for (guint i = 0; found != NULL && level != NULL && i < found->len; i++)
    if (strcmp (g_array_index (found, StreekNamedArea, i).area->set->code, level) == 0)
      return level;

  return found != NULL && level == NULL && found->len == 1
           ? g_array_index (found, StreekNamedArea, 0).area->set->code
           : NULL;
}
