/* streek-figure-kinds.c: which kinds of map can be made of an indicator, and why others cannot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>

static char *
explain_change (const StreekIndicator *indicator, const StreekCatalogue *catalogue)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

  return periods->len < 2
           ? g_strdup_printf (_ ("“%s” needs figures of two periods to compare."), indicator->name)
           : NULL;
}

/**
 * streek_figure_kind_explain_unfit:
 * @kind: a kind of map
 * @spec: with the indicators it would show
 * @catalogue: where those are
 *
 * Looks at no figure and takes no time. What only the figures tell, such as that none of them is
 * known, the map tells.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where the map can be tried
 */
char *
streek_figure_kind_explain_unfit (StreekFigureKind kind,
                                  const StreekFigureSpec *spec,
                                  const StreekCatalogue *catalogue)
{
  g_return_val_if_fail (spec != NULL && catalogue != NULL, NULL);

  const StreekIndicator *indicator =
    spec->indicator != NULL ? streek_catalogue_find (catalogue, spec->indicator, NULL) : NULL;

  if (kind == STREEK_FIGURE_AREAS)
    return indicator != NULL
             ? g_strdup (_ ("A map of areas shows no indicator: choose circles or a choropleth."))
             : NULL;

  if (indicator == NULL)
    return g_strdup (_ ("A map of figures needs an indicator."));

  switch (kind)
    {
    case STREEK_FIGURE_CIRCLES:
      return indicator->is_count
               ? NULL
               : g_strdup_printf (
                   _ ("Circles add up to a whole, and “%s” does not: choose a choropleth."),
                   indicator->name);
    case STREEK_FIGURE_CHANGE:
      return explain_change (indicator, catalogue);
    default:
      return NULL;
    }
}
