/* streek-analysis-breaks.c: what is said where figures are compared across a break of their series
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "indicator/streek-total-change.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (GPtrArray) breaks =
    streek_catalogue_list_breaks_between (self->catalogue, indicator->code, one, other);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = g_ptr_array_index (breaks, i);
      g_autofree char *period = streek_analysis_format_period (item->period);

      /* Translators: a period, and the reason of the break in the series. */
      take_once (said,
                 g_strdup_printf (_ ("Across the break in %1$s: %2$s"), period, item->reason));
      take_once (self->result->notes, streek_break_describe (item, indicator));
    }

  for (guint i = 0; i < said->len; i++)
    streek_analysing_set_note (self, row, g_ptr_array_index (said, i));
}
