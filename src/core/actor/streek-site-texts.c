/* streek-site-texts.c: what places are found by: names, kinds, addresses, sources and notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-texts.h"

#include "actor/streek-site.h"
#include "search/streek-search.h"

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static gboolean
add_sites (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  g_autoptr (GPtrArray) sites = streek_sites_list (db, error);

  for (guint i = 0; sites != NULL && i < sites->len; i++)
    {
      const StreekSite *site = sites->pdata[i];
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);
      g_autoptr (GString) text = g_string_new (streek_site_kind_get_label (site->kind));

      append_line (text, site->municipality);
      append_line (text, site->address);
      append_line (text, site->note);
      append_line (text, site->source);
      streek_search_index_add (index, "site", key, site->name, text->str);
    }

  return sites != NULL;
}

/**
 * streek_site_texts_register:
 *
 * Lets a search find places. Any thread, any number of times.
 */
void
streek_site_texts_register (void)
{
  static const StreekTexts texts = { "site", add_sites };

  streek_texts_register (&texts);
}
