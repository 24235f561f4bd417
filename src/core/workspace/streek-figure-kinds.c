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

static char *
explain_combined (const StreekIndicator *indicator,
                  const StreekFigureSpec *spec,
                  const StreekCatalogue *catalogue)
{
  if (indicator->is_count)
    return g_strdup_printf (
      /* Translators: %s is the name of an indicator. */
      _ ("“%s” is a count. Choose a ratio for the colours first, and then the count for the "
         "circles."),
      indicator->name);

  return streek_figure_kind_suggest_second (STREEK_FIGURE_COMBINED, spec, catalogue) == NULL
           ? g_strdup (_ ("There is no count with figures for the circles."))
           : NULL;
}

static gboolean
has_figures (const StreekIndicator *indicator, const StreekCatalogue *catalogue)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

  return periods->len > 0;
}

static gboolean
can_be_second (const StreekIndicator *other,
               const StreekIndicator *first,
               StreekFigureKind kind,
               const StreekCatalogue *catalogue)
{
  return other != NULL && other != first && other->is_count == (kind == STREEK_FIGURE_COMBINED) &&
         has_figures (other, catalogue);
}

/* Of the same theme where there is one. */
static const StreekIndicator *
find_second (const StreekIndicator *first, StreekFigureKind kind, const StreekCatalogue *catalogue)
{
  const StreekIndicator *found = NULL;

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *other = streek_catalogue_get (catalogue, i);
      gboolean is_near = g_strcmp0 (other->theme, first->theme) == 0;

      if ((found != NULL && !is_near) || !can_be_second (other, first, kind, catalogue))
        continue;

      found = other;
      if (is_near)
        break;
    }

  return found;
}

/**
 * streek_figure_kind_suggest_second:
 * @kind: a kind of map
 * @spec: with its first indicator
 *
 * Returns: (transfer none) (nullable): the one that is there if it fits; else for circles what the
 *   ratio is a part of, for classes another ratio; %NULL where there is none with figures
 */
const char *
streek_figure_kind_suggest_second (StreekFigureKind kind,
                                   const StreekFigureSpec *spec,
                                   const StreekCatalogue *catalogue)
{
  const StreekIndicator *first =
    spec->indicator != NULL ? streek_catalogue_find (catalogue, spec->indicator, NULL) : NULL;

  if (first == NULL)
    return NULL;

  const char *wishes[] = { spec->second, first->numerator, first->denominator };

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      const StreekIndicator *wish =
        wishes[i] != NULL ? streek_catalogue_find (catalogue, wishes[i], NULL) : NULL;

      if (can_be_second (wish, first, kind, catalogue))
        return wish->code;
    }

  const StreekIndicator *found = find_second (first, kind, catalogue);

  return found != NULL ? found->code : NULL;
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
    case STREEK_FIGURE_COMBINED:
      return explain_combined (indicator, spec, catalogue);
    case STREEK_FIGURE_BIVARIATE:
      return streek_figure_kind_suggest_second (kind, spec, catalogue) == NULL
               ? g_strdup (_ ("There is no other indicator with figures."))
               : NULL;
    default:
      return NULL;
    }
}
