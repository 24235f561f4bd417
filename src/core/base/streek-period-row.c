/* streek-period-row.c: the periods that there are figures of, as a row in time with its gaps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-period-row.h"

#include <math.h>

/* An axis leaves out the name of a year that is nearer to an end than this part of the whole. */
#define LEAST_DISTANCE 0.11

static StreekPeriod
get (const GArray *row, guint index)
{
  return g_array_index (row, StreekPeriod, index);
}

static int
get_number (const GArray *row, guint index)
{
  return streek_period_get_number (get (row, index));
}

/**
 * streek_period_row_new:
 * @periods: (element-type StreekPeriod): ascending
 * @kind: the kind that is wanted: years and months of one series do not stand in one row
 *
 * Returns: (transfer full) (element-type StreekPeriod): those of @kind
 */
GArray *
streek_period_row_new (const GArray *periods, StreekPeriodKind kind)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  for (guint i = 0; i < periods->len; i++)
    if (get (periods, i).kind == kind)
      g_array_append_val (row, g_array_index (periods, StreekPeriod, i));

  return row;
}

int
streek_period_row_find_nearest (const GArray *row, double number)
{
  int best = -1;

  for (guint i = 0; i < row->len; i++)
    if (best < 0 ||
        fabs (get_number (row, i) - number) < fabs (get_number (row, (guint) best) - number))
      best = (int) i;

  return best;
}

static int
get_numbers_per_year (StreekPeriodKind kind)
{
  return kind == STREEK_PERIOD_QUARTER ? 4
         : kind == STREEK_PERIOD_MONTH ? 12
         : kind == STREEK_PERIOD_DAY   ? 365
                                       : 1;
}

/* Whether a year, that begins with @period, is one of each @step. */
static gboolean
is_round (StreekPeriod period, int step)
{
  return period.part <= 1 && period.day <= 1 && period.year % step == 0;
}

/**
 * streek_period_row_list_labels:
 * @row: a row
 * @n_most: how many names there is room for
 *
 * Returns: (transfer full) (element-type StreekPeriod): the first, the last, and between them the
 *   beginnings of years, of every fifth or of decades, whether or not there are figures of them
 */
GArray *
streek_period_row_list_labels (const GArray *row, guint n_most)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50 };
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  if (row->len == 0)
    return labels;

  StreekPeriod first = get (row, 0), last = get (row, row->len - 1);
  int from = streek_period_get_number (first), to = streek_period_get_number (last);
  double n_years = (double) (to - from) / get_numbers_per_year (first.kind);
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && n_years / steps[step] > n_most)
    step++;

  g_array_append_val (labels, first);

  for (int number = from + 1; number < to; number++)
    {
      StreekPeriod period = streek_period_from_number (first.kind, number);
      double distance = (double) MIN (number - from, to - number) / (to - from);

      if (is_round (period, steps[step]) && distance >= LEAST_DISTANCE)
        g_array_append_val (labels, period);
    }

  if (to > from)
    g_array_append_val (labels, last);

  return labels;
}

static void
append_gap (GString *text, StreekPeriodKind kind, int from, int to, const StreekFormat *format)
{
  g_autofree char *first =
    streek_format_short_period (format, streek_period_from_number (kind, from));
  g_autofree char *last = streek_format_short_period (format, streek_period_from_number (kind, to));

  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", first);

  if (to > from)
    g_string_append_printf (text, "–%s", last);
}

/**
 * streek_period_row_dup_gaps:
 * @row: a row
 * @n_most: how many gaps are named; of the others it is said how many they are
 * @format: how periods look
 *
 * Returns: (transfer full) (nullable): the periods between the first and the last that the row does
 *   not have; %NULL where there are none, and for days, which are moments and leave no gaps
 */
char *
streek_period_row_dup_gaps (const GArray *row, guint n_most, const StreekFormat *format)
{
  GString *text = g_string_new (NULL);
  guint n_gaps = 0;

  for (guint i = 1; i < row->len && get (row, 0).kind != STREEK_PERIOD_DAY; i++)
    {
      int from = get_number (row, i - 1) + 1, to = get_number (row, i) - 1;

      if (from <= to && n_gaps++ < n_most)
        append_gap (text, get (row, 0).kind, from, to, format);
    }

  if (n_gaps > n_most)
    g_string_append_printf (text, ", +%u", n_gaps - n_most);

  return g_string_free (text, n_gaps == 0);
}

static gboolean
has_number (const GArray *row, int number)
{
  int nearest = streek_period_row_find_nearest (row, number);

  return nearest >= 0 && get_number (row, (guint) nearest) == number;
}

static guint
count_steps (const GArray *row, guint step)
{
  int first = get_number (row, 0);
  guint n = 0;

  for (int number = get_number (row, row->len - 1); number >= first; number -= (int) step)
    n += has_number (row, number);

  return n;
}

/* The same distance between all: what lies between is not squeezed where a person does not expect
 * it. Of two steps that give as many the larger one reaches further back. */
static guint
choose_step (const GArray *row, guint n_most)
{
  guint span = (guint) (get_number (row, row->len - 1) - get_number (row, 0));
  guint best = MAX (span, 1), most = 0;

  for (guint step = 1; step <= MAX (span, 1); step++)
    {
      guint n = count_steps (row, step);

      if (n > n_most || n < most)
        continue;

      best = step;
      most = n;
    }

  return best;
}

/* Days are moments, which nobody takes at equal distances: so many of them further each. */
static void
spread_days (const GArray *row, guint n_most, guint *step, GArray *chosen)
{
  if (*step == 0)
    *step = (row->len + n_most - 1) / n_most;

  for (guint i = row->len; i > 0 && chosen->len < n_most; i -= MIN (*step, i))
    g_array_prepend_val (chosen, g_array_index (row, StreekPeriod, i - 1));
}

/**
 * streek_period_row_spread:
 * @row: a row
 * @n_most: how many are wanted at most, at least 1
 * @step: (inout): how many periods further each is; 0: the step that gives the most of them
 *
 * Counts back from the last one. Where the row has no such period it is left out.
 *
 * Returns: (transfer full) (element-type StreekPeriod): ascending
 */
GArray *
streek_period_row_spread (const GArray *row, guint n_most, guint *step)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  if (row->len == 0)
    return chosen;

  if (get (row, 0).kind == STREEK_PERIOD_DAY)
    {
      spread_days (row, n_most, step, chosen);
      return chosen;
    }

  if (*step == 0)
    *step = choose_step (row, n_most);

  int first = get_number (row, 0);

  for (int number = get_number (row, row->len - 1); number >= first && chosen->len < n_most;
       number -= (int) *step)
    if (has_number (row, number))
      {
        StreekPeriod period = streek_period_from_number (get (row, 0).kind, number);

        g_array_prepend_val (chosen, period);
      }

  return chosen;
}
