/* streek-total-change.c: whether two totals compare, how much lies between them, and what to know
 * of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-total-change.h"

#include "indicator/streek-analysis-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Indicators that took each other's place, one after another. */
#define MAX_VERSIONS 8

/**
 * streek_indicator_is_percentage:
 *
 * Returns: whether its figures are percentages themselves
 */
gboolean
streek_indicator_is_percentage (const StreekIndicator *indicator)
{
  return g_str_has_prefix (indicator->unit, "%") || g_str_has_prefix (indicator->unit, "procent") ||
         strcmp (indicator->unit, "pct") == 0;
}

/**
 * streek_indicator_pick_measure:
 *
 * Of percentages the change is in points: 10 % to 12 % is two points, and a fifth.
 *
 * Returns: how its changes are measured where nobody chose
 */
StreekChangeKind
streek_indicator_pick_measure (const StreekIndicator *indicator)
{
  return streek_indicator_is_percentage (indicator) ? STREEK_CHANGE_PERCENTAGE_POINTS
                                                    : STREEK_CHANGE_PERCENT;
}

/**
 * streek_indicator_has_one_length:
 *
 * A stock is of a day, whatever the period is called, and an average is in the same unit over a
 * year as over a month; what flows or adds up takes time.
 *
 * Returns: whether figures of both periods are of as long a time where that matters
 */
gboolean
streek_indicator_has_one_length (const StreekIndicator *indicator,
                                 StreekPeriod one,
                                 StreekPeriod other)
{
  gboolean takes_time =
    indicator->time_kind == STREEK_TIME_FLOW || indicator->time_kind == STREEK_TIME_CUMULATIVE;

  return !takes_time || one.kind == other.kind;
}

int
streek_indicator_find_comparable (const StreekIndicator *indicator,
                                  const GArray *periods,
                                  StreekPeriod from)
{
  for (guint i = periods->len; i-- > 0;)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      gboolean is_found = from.kind != STREEK_PERIOD_NONE && !streek_period_equal (from, period) &&
                          streek_indicator_has_one_length (indicator, from, period);

      for (guint k = 0; from.kind == STREEK_PERIOD_NONE && !is_found && k < periods->len; k++)
        is_found = k != i && streek_indicator_has_one_length (
                               indicator, g_array_index (periods, StreekPeriod, k), period);

      if (is_found)
        return (int) i;
    }

  return -1;
}

char *
streek_indicator_describe_lonely (StreekPeriod left, StreekPeriod taken)
{
  g_autofree char *newest = streek_format_period (streek_format_get_default (), left);
  g_autofree char *last = streek_format_period (streek_format_get_default (), taken);

  return g_strdup_printf (
    /* Translators: %1$s and %2$s are periods: the only quarter there is, and a year */
    _ ("%1$s, the newest period, has none as long to compare with: the change goes to %2$s."),
    newest, last);
}

/**
 * streek_indicator_check_lengths:
 * @error: return location for %STREEK_INDICATOR_ERROR_NO_PERIOD
 *
 * Returns: %FALSE with @error set for periods as of streek_indicator_has_one_length()
 */
gboolean
streek_indicator_check_lengths (const StreekIndicator *indicator,
                                StreekPeriod one,
                                StreekPeriod other,
                                GError **error)
{
  if (streek_indicator_has_one_length (indicator, one, other))
    return TRUE;

  g_autofree char *first = streek_analysis_format_period (one);
  g_autofree char *last = streek_analysis_format_period (other);

  g_set_error (
    error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
    /* Translators: %1$s is an indicator, %2$s and %3$s are periods: 2019, January 2020 */
    _ ("“%1$s” of %2$s and of %3$s do not compare: the one is of a longer time. Choose "
       "two periods of the same length."),
    indicator->name, first, last);

  return FALSE;
}

/**
 * streek_notes_join:
 * @first: (nullable): a sentence
 * @second: (nullable): what follows it
 *
 * Returns: (transfer full) (nullable): both, each once; %NULL where there is neither
 */
char *
streek_notes_join (const char *first, const char *second)
{
  gboolean has_first = first != NULL && *first != '\0';
  gboolean has_second = second != NULL && *second != '\0';

  if (has_first && has_second && g_str_equal (first, second))
    return g_strdup (first);
  if (has_first && has_second)
    return g_strdup_printf ("%s %s", first, second);

  return has_first || has_second ? g_strdup (has_first ? first : second) : NULL;
}

/**
 * streek_totals_explain_pair:
 * @from: the total of one period
 * @to: that of another, of the same indicator and area
 * @note: (out) (transfer full) (nullable): translated sentences
 *
 * A sum of which a part is unknown is compared with nothing: the part may be all of the difference.
 *
 * Returns: why they cannot be compared, %STREEK_MISSING_NONE where they can
 */
StreekMissing
streek_totals_explain_pair (const StreekTotal *from, const StreekTotal *to, char **note)
{
  if (from->missing != STREEK_MISSING_NONE || to->missing != STREEK_MISSING_NONE)
    {
      *note = streek_notes_join (from->note, to->note);

      return from->missing != STREEK_MISSING_NONE ? from->missing : to->missing;
    }

  gboolean is_rough =
    from->qualifier != STREEK_QUALIFIER_NONE || to->qualifier != STREEK_QUALIFIER_NONE;
  gboolean is_partial = from->at_least || to->at_least;

  *note =
    streek_notes_join (is_rough ? _ ("One of both figures is only stated roughly.") : NULL,
                       is_partial ? _ ("Of one of both sums a part is unknown, so they cannot be "
                                       "compared.")
                                  : NULL);

  return is_partial ? STREEK_MISSING_UNKNOWN : STREEK_MISSING_NONE;
}

/**
 * streek_totals_compare:
 * @measure: of what the change is
 * @change: (out): by streek_change_compute(); %NAN where there is none
 * @note: (out) (transfer full) (nullable): translated sentences
 *
 * Returns: why there is no change, %STREEK_MISSING_NONE where there is one
 */
StreekMissing
streek_totals_compare (StreekChangeKind measure,
                       const StreekTotal *from,
                       const StreekTotal *to,
                       double *change,
                       char **note)
{
  g_autofree char *pair = NULL;
  StreekMissing missing = streek_totals_explain_pair (from, to, &pair);

  *change =
    missing == STREEK_MISSING_NONE ? streek_change_compute (measure, from->value, to->value) : NAN;

  if (missing != STREEK_MISSING_NONE || !isnan (*change))
    {
      *note = g_steal_pointer (&pair);
      return missing;
    }

  *note = streek_notes_join (pair, _ ("A change in percent needs a first figure above zero."));

  return STREEK_MISSING_NOT_APPLICABLE;
}

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

/**
 * streek_catalogue_list_breaks_between:
 * @code: of an indicator
 * @one: a period
 * @other: another, before or after it
 *
 * A definition or a source that changed; of the indicators that it came in the place of, too.
 *
 * Returns: (transfer container) (element-type StreekBreak): the breaks, lent by @catalogue
 */
GPtrArray *
streek_catalogue_list_breaks_between (const StreekCatalogue *catalogue,
                                      const char *code,
                                      StreekPeriod one,
                                      StreekPeriod other)
{
  GPtrArray *breaks = g_ptr_array_new ();

  add_breaks_of (catalogue, code, G_MAXINT32, MAX_VERSIONS, breaks);

  for (guint i = breaks->len; i-- > 0;)
    if (!lies_between (g_ptr_array_index (breaks, i), one, other))
      g_ptr_array_remove_index (breaks, i);

  return breaks;
}

/**
 * streek_break_describe:
 * @item: a break between two periods whose figures are compared
 * @indicator: whose figures they are
 *
 * Returns: (transfer full): a translated sentence
 */
char *
streek_break_describe (const StreekBreak *item, const StreekIndicator *indicator)
{
  g_autofree char *period = streek_analysis_format_period (item->period);

  /* Translators: an indicator, a period, and the reason of a break in its series. */
  return g_strdup_printf (_ ("“%1$s” has a break in %2$s, so figures from before it and "
                             "after it do not fully compare: %3$s"),
                          indicator->name, period, item->reason);
}
