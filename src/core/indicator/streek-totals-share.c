/* streek-totals-share.c: how much of an area is known, by its inhabitants */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_complete (const StreekCover *cover)
{
  for (guint i = 0; i < cover->n_units; i++)
    if (cover->states[i] != STREEK_MISSING_NONE)
      return FALSE;

  return TRUE;
}

/* The latest period at or before the question's in which the inhabitants of all of it are known. */
static gboolean
cover_inhabitants (StreekQuestion *question, StreekCover *cover, gboolean *found, GError **error)
{
  const StreekIndicator *inhabitants =
    streek_catalogue_find (question->totals->catalogue, STREEK_INHABITANTS, NULL);
  StreekDate last = streek_period_get_first_day (question->period);

  *found = FALSE;

  if (inhabitants == NULL)
    return TRUE;

  g_autoptr (GArray) periods =
    streek_catalogue_list_periods (question->totals->catalogue, inhabitants);

  for (guint i = periods->len; i > 0 && !*found; i--)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i - 1);
      StreekFigureSet figures;

      if (streek_period_get_first_day (period) > last)
        continue;
      if (!streek_totals_find_figures (question->totals, STREEK_INHABITANTS, period, &figures,
                                       error))
        return FALSE;

      streek_question_cover (question, &figures, STREEK_COVER_FINEST, cover);
      *found = is_complete (cover);
    }

  return TRUE;
}

/* A piece of land counts as known when all of it is. */
static void
share_by_cover (StreekQuestion *question, const guint8 *states, const StreekCover *inhabitants)
{
  guint n = inhabitants->parts->len;
  g_autofree gboolean *is_known = g_new (gboolean, n + 1);
  g_autofree gboolean *is_member = g_new0 (gboolean, n + 1);
  StreekSum known = { 0 }, all = { 0 };

  for (guint i = 0; i < n; i++)
    is_known[i] = TRUE;

  for (guint unit = 0; unit < inhabitants->n_units; unit++)
    {
      gint32 part = inhabitants->part_of_unit[unit];

      is_member[part] = is_member[part] || states[unit] != STREEK_MISSING_NOT_APPLICABLE;
      is_known[part] = is_known[part] && (states[unit] == STREEK_MISSING_NONE ||
                                          states[unit] == STREEK_MISSING_NOT_APPLICABLE);
    }

  for (guint i = 0; i < n; i++)
    {
      const StreekPart *part = &g_array_index (inhabitants->parts, StreekPart, i);

      if (!part->is_located || !is_member[i])
        continue;

      streek_sum_add (&all, streek_part_get_value (part));

      if (is_known[i])
        streek_sum_add (&known, streek_part_get_value (part));
    }

  question->total->coverage_pct =
    streek_sum_get (&all) > 0 ? 100 * streek_sum_get (&known) / streek_sum_get (&all) : 100;
}

/**
 * streek_question_share_by_inhabitants:
 * @states: (array): #StreekMissing of each unit of the area
 *
 * Sets the coverage: the share of the inhabitants, of the latest year at or before the period, in
 * the part that is known. Where no such year knows all of the area, the share of its units.
 */
gboolean
streek_question_share_by_inhabitants (StreekQuestion *question,
                                      const guint8 *states,
                                      GError **error)
{
  StreekTotal *total = question->total;
  gboolean found;

  if (total->n_known == total->n_members)
    {
      total->coverage_pct = 100;
      return TRUE;
    }

  StreekCover inhabitants;

  streek_cover_init (&inhabitants);

  gboolean done = cover_inhabitants (question, &inhabitants, &found, error);

  if (done && found)
    share_by_cover (question, states, &inhabitants);
  else if (done)
    {
      total->coverage_pct = 100.0 * total->n_known / total->n_members;
      streek_question_add_note (question, _ ("How many people live in the missing part is not "
                                             "known; the share is one of municipalities."));
    }

  streek_cover_clear (&inhabitants);

  return done;
}
