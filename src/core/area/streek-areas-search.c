/* streek-areas-search.c: areas by name, former name, other name or code */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-private.h"
#include "search/streek-fold.h"

#include <string.h>

/* Smaller is better: how the text matches, and then what it matches. */
enum
{
  MATCH_WHOLE = 0,
  MATCH_START = 2,
  MATCH_WORD = 4,
  MATCH_INSIDE = 6,
  NO_MATCH = 100,

  PENALTY_NAME = 0,
  PENALTY_ALIAS = 1,
  PENALTY_FORMER = 8,
};

typedef struct
{
  const StreekArea *area;
  guint score;
} Hit;

static void
add_name (StreekAreas *areas, const StreekArea *first, const char *text, guint penalty)
{
  StreekSearchName name = { streek_fold (text, NULL), first, penalty };

  g_array_append_val (areas->names, name);
}

static void
add_aliases (StreekAreas *areas)
{
  for (guint i = 0; i < areas->aliases->len; i++)
    {
      const StreekAreaAlias *alias = &g_array_index (areas->aliases, StreekAreaAlias, i);
      const StreekAreasSet *entry = streek_areas_find_entry (areas, alias->set);
      guint first;

      if (entry != NULL && streek_areas_find_chain (areas, entry, alias->code, &first) > 0)
        add_name (areas, streek_areas_get_area (areas, first), alias->alias, PENALTY_ALIAS);
    }
}

static void
make_names (StreekAreas *areas)
{
  const StreekArea *first = NULL;

  for (guint i = 0; i < areas->areas->len; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, i);

      if (first == NULL || first->set != area->set || strcmp (first->code, area->code) != 0)
        {
          g_autofree char *ref = g_strconcat (area->set->code, ":", area->code, NULL);

          first = area;
          add_name (areas, first, area->code, PENALTY_NAME);
          add_name (areas, first, ref, PENALTY_NAME);
        }

      add_name (areas, first, area->name, PENALTY_NAME);

      if (area->name_fr != NULL && strcmp (area->name_fr, area->name) != 0)
        add_name (areas, first, area->name_fr, PENALTY_ALIAS);
    }

  add_aliases (areas);
}

/* Made by the first who searches: a map or a report never does. */
static const GArray *
get_names (const StreekAreas *areas)
{
  StreekAreas *writable = (StreekAreas *) areas;

  if (g_once_init_enter (&writable->names_made))
    {
      make_names (writable);
      g_once_init_leave (&writable->names_made, 1);
    }

  return areas->names;
}

/**
 * streek_areas_foreach_name:
 * @func: called for every name of every chain: its own ones, then the French ones, then aliases,
 *   those that people gave last
 *
 * The area is a link of the chain that has the name.
 */
void
streek_areas_foreach_name (const StreekAreas *areas, StreekAreaNameFunc func, gpointer data)
{
  for (guint i = 0; i < areas->areas->len; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, i);

      func (area, area->name, STREEK_AREA_NAME_OWN, data);
      if (area->name_fr != NULL)
        func (area, area->name_fr, STREEK_AREA_NAME_FRENCH, data);
    }

  for (guint i = 0; i < areas->aliases->len; i++)
    {
      const StreekAreaAlias *alias = &g_array_index (areas->aliases, StreekAreaAlias, i);
      const StreekAreasSet *entry = streek_areas_find_entry (areas, alias->set);
      guint first;

      if (entry != NULL && streek_areas_find_chain (areas, entry, alias->code, &first) > 0)
        func (streek_areas_get_area (areas, first), alias->alias,
              alias->given ? STREEK_AREA_NAME_GIVEN : STREEK_AREA_NAME_ALIAS, data);
    }
}

static guint
match (const char *name, const char *text)
{
  const char *at = strstr (name, text);
  gsize length = strlen (text);

  if (at == NULL)
    return NO_MATCH;
  if (at == name)
    return name[length] == '\0' ? MATCH_WHOLE : MATCH_START;

  for (; at != NULL; at = strstr (at + 1, text))
    if (!g_ascii_isalnum (at[-1]) && (at[-1] & 0x80) == 0)
      return MATCH_WORD;

  return MATCH_INSIDE;
}

static void
add_hit (GArray *hits, const StreekArea *area, guint score)
{
  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);

      if (hit->area != area)
        continue;

      hit->score = MIN (hit->score, score);
      return;
    }

  Hit hit = { area, score };

  g_array_append_val (hits, hit);
}

/* The link of that day; for a code that is gone also what it went on as, which comes first. */
static void
add_hits (
  const StreekAreas *areas, const StreekArea *first, guint score, StreekDate on, GArray *hits)
{
  const StreekArea *now = streek_areas_find (areas, first->set->code, first->code, on);

  if (now != NULL)
    {
      add_hit (hits, now, score);
      return;
    }

  g_autoptr (GPtrArray) successors =
    streek_areas_list_successors (areas, first->set->code, first->code, on);
  const StreekArea *nearest =
    streek_areas_resolve (areas, first->set->code, first->code, on, NULL, NULL);

  for (guint i = 0; i < successors->len; i++)
    add_hit (hits, successors->pdata[i], score + PENALTY_FORMER);

  add_hit (hits, nearest != NULL ? nearest : first, score + PENALTY_FORMER + 1);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->score != second->score)
    return first->score < second->score ? -1 : 1;
  if (first->area->set->rank != second->area->set->rank)
    return first->area->set->rank < second->area->set->rank ? -1 : 1;

  int order = strcmp (first->area->name, second->area->name);

  return order != 0 ? order : strcmp (first->area->code, second->area->code);
}

/**
 * streek_areas_search:
 * @text: part of a name, in any case and with or without accents; or a code, or SET:CODE
 * @on: the date whose areas are meant
 *
 * Looks in Dutch and French names, aliases and codes. What no longer exists is found too: first the
 * area it became part of, then itself.
 *
 * Returns: (transfer container) (element-type StreekArea): best first; empty for an empty text
 */
GPtrArray *
streek_areas_search (const StreekAreas *areas, const char *text, StreekDate on)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = streek_fold (text, NULL);
  const GArray *names = get_names (areas);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_strstrip (folded);

  for (guint i = 0; folded[0] != '\0' && i < names->len; i++)
    {
      const StreekSearchName *name = &g_array_index (names, StreekSearchName, i);
      guint score = match (name->folded, folded);

      if (score != NO_MATCH)
        add_hits (areas, name->first, score + name->penalty, on, hits);
    }

  g_array_sort (hits, compare_hits);

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, (gpointer) g_array_index (hits, Hit, i).area);

  return found;
}
