/* streek-area-texts.c: what areas are found by: names, other names, sources and notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-area-texts.h"

#include "area/streek-areas-private.h"
#include "search/streek-search.h"

#include <string.h>

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && line[0] != '\0' && strstr (text->str, line) == NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
append_aliases (const StreekAreas *areas, const StreekArea *area, GString *text)
{
  for (guint i = 0; i < areas->aliases->len; i++)
    {
      const StreekAreaAlias *alias = &g_array_index (areas->aliases, StreekAreaAlias, i);

      if (strcmp (alias->set, area->set->code) == 0 && strcmp (alias->code, area->code) == 0)
        append_line (text, alias->alias);
    }
}

/* A code is one text, whatever it was called through time; it is called as last. */
static void
add_chain (StreekSearchIndex *index, const StreekAreas *areas, guint first, guint n_links)
{
  const StreekArea *last = streek_areas_get_area (areas, first + n_links - 1);
  g_autofree char *key = g_strconcat (last->set->code, ":", last->code, NULL);
  g_autoptr (GString) text = g_string_new (key);

  append_line (text, last->set->name);
  append_aliases (areas, last, text);

  for (guint i = 0; i < n_links; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, first + i);

      append_line (text, area->name);
      append_line (text, area->name_fr);
      append_line (text, area->note);
      append_line (text, area->source);
    }

  streek_search_index_add (index, "area", key, last->name, text->str);
}

static gboolean
add_areas (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  g_autoptr (StreekAreas) areas = streek_areas_load (db, error);

  for (guint first = 0, n_links; areas != NULL && first < areas->areas->len; first += n_links)
    {
      const StreekArea *area = streek_areas_get_area (areas, first);

      for (n_links = 1; first + n_links < areas->areas->len; n_links++)
        {
          const StreekArea *next = streek_areas_get_area (areas, first + n_links);

          if (next->set != area->set || strcmp (next->code, area->code) != 0)
            break;
        }

      add_chain (index, areas, first, n_links);
    }

  return areas != NULL;
}

/**
 * streek_area_texts_register:
 *
 * Lets a search find areas. Any thread, any number of times.
 */
void
streek_area_texts_register (void)
{
  static const StreekTexts texts = { "area", add_areas };

  streek_texts_register (&texts);
}
