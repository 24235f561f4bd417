/* streek-latest.c: the last figure of an area up to a day: what a target is held against */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-latest.h"

#include "indicator/streek-latest-elsewhere.h"
#include "indicator/streek-total-change.h"
#include "indicator/streek-totals-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * streek_indicator_get_figure_day:
 *
 * A stock of 1 January 2025 is there before the year is over; the births of 2025 are not.
 *
 * Returns: the day that a figure of @period speaks of, or up to which it counts
 */
StreekDate
streek_indicator_get_figure_day (const StreekIndicator *indicator, StreekPeriod period)
{
  g_return_val_if_fail (indicator != NULL, STREEK_DATE_NONE);

  return indicator->time_kind == STREEK_TIME_STOCK_FIRST_DAY ? streek_period_get_first_day (period)
                                                             : streek_period_get_last_day (period);
}

/* Asking */

static void
set_none (StreekLatest *latest, const char *why)
{
  streek_total_clear (&latest->total);
  latest->period = (StreekPeriod){ 0 };
  latest->total.missing = STREEK_MISSING_UNKNOWN;
  latest->total.note = g_strdup (why);
}

static gboolean
is_late (const StreekIndicator *indicator, const StreekLatestQuery *query, StreekPeriod period)
{
  return query->until != STREEK_DATE_NONE &&
         streek_indicator_get_figure_day (indicator, period) > query->until;
}

/* Where there are none as long as the one that is named, all are as good. */
static gboolean
has_any_like (const StreekIndicator *indicator, const GArray *periods, StreekPeriod like)
{
  for (guint i = 0; i < periods->len; i++)
    if (streek_indicator_has_one_length (indicator, g_array_index (periods, StreekPeriod, i), like))
      return TRUE;

  return FALSE;
}

/* Those that may answer, the last one first. */
static GArray *
list_candidates (StreekTotals *totals,
                 const StreekIndicator *indicator,
                 const StreekLatestQuery *query)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (totals->catalogue, indicator);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  gboolean by_length =
    query->like.kind != STREEK_PERIOD_NONE && has_any_like (indicator, periods, query->like);

  for (guint i = periods->len; i-- > 0;)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);

      if (query->period.kind != STREEK_PERIOD_NONE
            ? streek_period_equal (period, query->period)
            : !is_late (indicator, query, period) &&
                (!by_length || streek_indicator_has_one_length (indicator, period, query->like)))
        g_array_append_val (candidates, period);
    }

  return candidates;
}

/* (transfer full): what stands in the place of a later figure */
static char *
describe_skipped (const StreekLatest *skipped)
{
  g_autofree char *period = streek_format_period (streek_format_get_default (), skipped->period);

  if (skipped->total.missing == STREEK_MISSING_NONE)
    /* Translators: %s is a period. */
    return g_strdup_printf (_ ("The figure of %s is a projection and does not count."), period);

  /* Translators: %1$s is a period, %2$s says why there is no figure: "unknown", "confidential". */
  return g_strdup_printf (_ ("There is no figure of %1$s (%2$s), so this one is older."), period,
                          streek_missing_get_label (skipped->total.missing));
}

static void
take_skipped (StreekLatest *latest, const StreekLatest *skipped)
{
  g_autofree char *note = latest->total.note;
  g_autofree char *words = describe_skipped (skipped);

  latest->total.note = streek_notes_join (words, note);
}

/* What is only expected has not been reached. */
static gboolean
is_actual (const StreekTotal *total)
{
  return total->missing == STREEK_MISSING_NONE && total->status != STREEK_STATUS_PROJECTION;
}

static void
forget_projection (StreekLatest *latest)
{
  g_autofree char *words = describe_skipped (latest);

  set_none (latest, words);
}

/* The last that is known; where none is, the last with the reason. */
static gboolean
choose (StreekTotals *totals,
        const StreekIndicator *indicator,
        const StreekLatestQuery *query,
        const GArray *candidates,
        StreekLatest *latest,
        GError **error)
{
  StreekLatest first = { 0 };

  for (guint i = 0; i < candidates->len; i++)
    {
      latest->period = g_array_index (candidates, StreekPeriod, i);
      if (!streek_totals_compute_ref (totals, indicator, query->area, latest->period,
                                      &latest->total, error))
        {
          streek_latest_clear (&first);
          return FALSE;
        }

      if (is_actual (&latest->total))
        {
          if (i > 0)
            take_skipped (latest, &first);
          streek_latest_clear (&first);
          return TRUE;
        }

      if (i == 0)
        first = *latest;
      else
        streek_total_clear (&latest->total);
    }

  *latest = first;
  if (latest->total.missing == STREEK_MISSING_NONE)
    forget_projection (latest);

  return TRUE;
}

static char *
explain_none (StreekTotals *totals,
              const StreekIndicator *indicator,
              const StreekLatestQuery *query)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (totals->catalogue, indicator);
  StreekPeriod period = query->period;
  g_autofree char *words = NULL;

  if (periods->len == 0)
    /* Translators: %s is an indicator. */
    return g_strdup_printf (_ ("There are no figures of “%s” in this file."), indicator->name);
  if (period.kind != STREEK_PERIOD_NONE)
    {
      words = streek_format_period (streek_format_get_default (), period);

      /* Translators: %1$s is an indicator, %2$s a period. */
      return g_strdup_printf (_ ("There are no figures of “%1$s” for %2$s."), indicator->name,
                              words);
    }

  words = streek_format_date (streek_format_get_default (), query->until);

  /* Translators: %1$s is an indicator, %2$s a day. */
  return g_strdup_printf (_ ("There are no figures of “%1$s” up to %2$s."), indicator->name, words);
}

/* An indicator or an area that is not there any more is nothing that a reader cannot read. */
static gboolean
take_error (StreekLatest *latest, GError *failure, GError **error)
{
  if (failure->domain != STREEK_INDICATOR_ERROR && failure->domain != STREEK_AREA_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  set_none (latest, failure->message);
  g_error_free (failure);

  return TRUE;
}

/**
 * streek_totals_find_latest:
 * @query: of what, where and until when
 * @latest: (out): the answer; clear with streek_latest_clear()
 * @error: return location for a #StreekStoreError
 *
 * Goes back from the last period to the first that has a value of the area, computed as
 * streek_totals_compute() does, on the areas of each period. Projections are passed over. Where
 * none has a value, the reason is that of the last. A damaged figure, or an indicator or an area
 * that is not there, is said in the note as well: one of them must not hide all others.
 */
gboolean
streek_totals_find_latest (StreekTotals *totals,
                           const StreekLatestQuery *query,
                           StreekLatest *latest,
                           GError **error)
{
  g_return_val_if_fail (totals != NULL && query != NULL && latest != NULL, FALSE);
  g_return_val_if_fail (query->indicator != NULL && query->area != NULL, FALSE);

  GError *failure = NULL;
  const StreekIndicator *indicator =
    streek_catalogue_find (totals->catalogue, query->indicator, &failure);

  *latest = (StreekLatest){ .total = { .value = NAN, .coverage_pct = NAN } };

  if (indicator == NULL)
    return take_error (latest, failure, error);

  g_autoptr (GArray) candidates = list_candidates (totals, indicator, query);

  if (candidates->len == 0)
    {
      g_autofree char *words = explain_none (totals, indicator, query);

      set_none (latest, words);
      return TRUE;
    }

  gboolean done = choose (totals, indicator, query, candidates, latest, &failure);

  if (done && latest->total.missing != STREEK_MISSING_NONE)
    done =
      streek_totals_look_elsewhere (totals, indicator, query->area, candidates, latest, &failure);

  return done || take_error (latest, failure, error);
}

/* What is only known in part is more than that. */
static const char *
get_sign (const StreekTotal *total)
{
  return total->qualifier == STREEK_QUALIFIER_NONE && total->at_least
           ? "≥"
           : streek_qualifier_get_sign (total->qualifier);
}

char *
streek_latest_dup_words (const StreekLatest *latest,
                         const StreekIndicator *indicator,
                         const StreekFormat *format)
{
  g_return_val_if_fail (latest != NULL && indicator != NULL && format != NULL, NULL);

  const StreekTotal *total = &latest->total;

  if (total->missing != STREEK_MISSING_NONE && latest->elsewhere != NULL)
    return g_strdup (latest->elsewhere);
  if (total->missing != STREEK_MISSING_NONE)
    /* Translators: %s says why: "unknown", "confidential", "too little coverage". */
    return g_strdup_printf (_ ("no figure (%s)"), streek_missing_get_label (total->missing));

  g_autofree char *number = streek_format_number (format, total->value, indicator->decimals);
  g_autofree char *period = streek_format_period (format, latest->period);
  const char *status =
    total->status != STREEK_STATUS_FINAL ? streek_status_get_label (total->status) : "";

  return g_strdup_printf ("%s%s %s (%s%s%s)", get_sign (total), number, indicator->unit, period,
                          *status != '\0' ? ", " : "", status);
}

void
streek_latest_clear (StreekLatest *latest)
{
  g_clear_pointer (&latest->elsewhere, g_free);
  g_clear_pointer (&latest->near_area, g_free);
  streek_total_clear (&latest->total);
  latest->period = (StreekPeriod){ 0 };
  latest->near_period = (StreekPeriod){ 0 };
}
