/* streek-indicator-texts.c: what indicators are found by: names, definition, source */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-texts.h"

#include "indicator/streek-indicator.h"
#include "search/streek-search.h"

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && line[0] != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static void
add_indicator (StreekSearchIndex *index,
               const StreekCatalogue *catalogue,
               const StreekIndicator *indicator)
{
  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (catalogue, indicator->code);
  g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (catalogue, indicator->code);
  g_autoptr (GPtrArray) policies = streek_catalogue_list_policy_limits (catalogue, indicator->code);
  g_autoptr (GString) text = g_string_new (NULL);

  append_line (text, indicator->definition);
  append_line (text, indicator->name_en);

  for (guint i = 0; i < aliases->len; i++)
    append_line (text, ((const StreekAlias *) aliases->pdata[i])->alias);

  for (guint i = 0; i < labels->len; i++)
    append_line (text, ((const StreekSourceLabel *) labels->pdata[i])->label);

  for (guint i = 0; i < policies->len; i++)
    {
      const StreekPolicyLimits *limits = policies->pdata[i];

      append_line (text, limits->texts[STREEK_POLICY_NAME]);
      append_line (text, limits->texts[STREEK_POLICY_WORDS]);
      append_line (text, limits->texts[STREEK_POLICY_SOURCE]);
    }

  append_line (text, indicator->theme);
  append_line (text, indicator->unit);
  append_line (text, indicator->source);
  append_line (text, indicator->note);
  append_line (text, indicator->code);

  streek_search_index_add (index, "indicator", indicator->code, indicator->name, text->str);
}

static gboolean
add_indicators (StreekDb *db, StreekSearchIndex *index, GError **error)
{
  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);

  if (catalogue == NULL)
    return FALSE;

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    add_indicator (index, catalogue, streek_catalogue_get (catalogue, i));

  return TRUE;
}

/**
 * streek_indicator_texts_register:
 *
 * Lets a search find indicators. Any thread, any number of times.
 */
void
streek_indicator_texts_register (void)
{
  static const StreekTexts texts = { "indicator", add_indicators };

  streek_texts_register (&texts);
}
