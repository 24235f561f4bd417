/* streek-analysis-breaks.c: what is said where figures are compared across a break of their series
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include <glib/gi18n-lib.h>

/* Indicators that took each other's place, one after another. */
#define MAX_VERSIONS 8

/* Whether the break comes after the one period and not after the other, in any order. */
static gboolean
lies_between (const StreekBreak *item, StreekPeriod one, StreekPeriod other)
{
  StreekDate begin = streek_period_get_first_day (item->period);

  return (streek_period_get_first_day (one) < begin) !=
         (streek_period_get_first_day (other) < begin);
}

/* Where a definition took the place of another indicator, the breaks of that one before it. */
static void
add_breaks_of (const StreekCatalogue *catalogue,
               const char *code,
               StreekDate until,
               guint depth,
               GPtrArray *found)
{
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (catalogue, code);

  for (guint i = 0; i < breaks->len; i++)
    {
      StreekBreak *item = g_ptr_array_index (breaks, i);
      StreekDate begin = streek_period_get_first_day (item->period);
      StreekPeriod before = streek_period_from_year (item->period.year - 1);
      const char *older = item->kind == STREEK_BREAK_DEFINITION && depth > 0
                            ? streek_catalogue_find_older (catalogue, item->code, before)
                            : NULL;

      if (older != NULL)
        add_breaks_of (catalogue, older, begin, depth - 1, found);
      if (begin < until && !g_ptr_array_find (found, item, NULL))
        g_ptr_array_add (found, item);
    }
}

static void
take_once (GPtrArray *notes, char *note)
{
  if (g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
    g_free (note);
  else
    g_ptr_array_add (notes, note);
}

/**
 * streek_analysing_note_breaks:
 * @row: of the table
 * @one: a period that its figures are of
 * @other: the period they are compared with, before or after it
 *
 * Says in the note of the row, and among the notes on the whole, which breaks in the series of
 * @indicator lie between both periods: a definition or a source that changed. The figures stay what
 * they are.
 */
void
streek_analysing_note_breaks (StreekAnalysing *self,
                              guint row,
                              const StreekIndicator *indicator,
                              StreekPeriod one,
                              StreekPeriod other)
{
  g_autoptr (GPtrArray) breaks = g_ptr_array_new ();
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  add_breaks_of (self->catalogue, indicator->code, G_MAXINT32, MAX_VERSIONS, breaks);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = g_ptr_array_index (breaks, i);

      if (!lies_between (item, one, other))
        continue;

      g_autofree char *period = streek_analysis_format_period (item->period);

      /* Translators: a period, and the reason of the break in the series. */
      take_once (said,
                 g_strdup_printf (_ ("Across the break in %1$s: %2$s"), period, item->reason));
      take_once (self->result->notes,
                 /* Translators: an indicator, a period, and the reason of a break in its series. */
                 g_strdup_printf (_ ("“%1$s” has a break in %2$s, so figures from before it and "
                                     "after it do not fully compare: %3$s"),
                                  indicator->name, period, item->reason));
    }

  for (guint i = 0; i < said->len; i++)
    streek_analysing_set_note (self, row, g_ptr_array_index (said, i));
}
