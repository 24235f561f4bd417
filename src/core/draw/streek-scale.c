/* streek-scale.c: from values to places on paper and back: linear, logarithmic and time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-scale.h"

#include <math.h>

#define MAX_TICKS 200

static void
tick_clear (gpointer data)
{
  StreekTick *tick = data;

  g_clear_pointer (&tick->label, g_free);
}

static GArray *
new_ticks (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (StreekTick));

  g_array_set_clear_func (ticks, tick_clear);

  return ticks;
}

static void
append_tick (GArray *ticks, double value, char *label, gboolean is_major)
{
  StreekTick tick = { value, label, is_major };

  g_array_append_val (ticks, tick);
}

/**
 * streek_scale_linear:
 * @lower: value at @start_pt
 * @upper: value at @end_pt
 *
 * Two equal ends are moved apart, so that one single value has a place.
 */
StreekScale
streek_scale_linear (double lower, double upper, double start_pt, double end_pt)
{
  if (!(upper > lower))
    {
      double margin = lower != 0 ? fabs (lower) / 2 : 1;

      lower -= margin;
      upper += margin;
    }

  return (StreekScale){ STREEK_SCALE_LINEAR, lower, upper, start_pt, end_pt };
}

/**
 * streek_scale_log:
 * @lower: above 0
 *
 * Equal distances are equal factors; nothing at or below 0 has a place.
 */
StreekScale
streek_scale_log (double lower, double upper, double start_pt, double end_pt)
{
  g_return_val_if_fail (lower > 0, streek_scale_linear (lower, upper, start_pt, end_pt));

  if (!(upper > lower))
    {
      lower /= 2;
      upper *= 2;
    }

  return (StreekScale){ STREEK_SCALE_LOG, lower, upper, start_pt, end_pt };
}

/**
 * streek_scale_time:
 *
 * Periods of any kind stand on their first day, so that months and years share an axis.
 */
StreekScale
streek_scale_time (StreekPeriod first, StreekPeriod last, double start_pt, double end_pt)
{
  double lower = streek_period_get_first_day (first);
  double upper = streek_period_get_first_day (last);

  if (!(upper > lower)) /* one moment stands in the middle */
    {
      lower -= 183;
      upper += 183;
    }

  return (StreekScale){ STREEK_SCALE_TIME, lower, upper, start_pt, end_pt };
}

double
streek_scale_to_position (const StreekScale *scale, double value)
{
  double share;

  if (isnan (value) || (scale->kind == STREEK_SCALE_LOG && value <= 0))
    return NAN;

  if (scale->kind == STREEK_SCALE_LOG)
    share = log (value / scale->lower) / log (scale->upper / scale->lower);
  else
    share = (value - scale->lower) / (scale->upper - scale->lower);

  return scale->start_pt + share * (scale->end_pt - scale->start_pt);
}

double
streek_scale_to_value (const StreekScale *scale, double position_pt)
{
  double share = (position_pt - scale->start_pt) / (scale->end_pt - scale->start_pt);

  if (scale->kind == STREEK_SCALE_LOG)
    return scale->lower * pow (scale->upper / scale->lower, share);

  return scale->lower + share * (scale->upper - scale->lower);
}

/**
 * streek_scale_get_step:
 * @n_ticks: about how many steps there should be
 *
 * Returns: 1, 2 or 5 times a power of ten, the one that comes nearest
 */
double
streek_scale_get_step (const StreekScale *scale, guint n_ticks)
{
  double wanted = (scale->upper - scale->lower) / MAX (n_ticks, 1);
  double power = pow (10, floor (log10 (wanted)));
  double factor = wanted / power;

  /* the geometric means of 1, 2, 5 and 10 */
  return power * (factor < M_SQRT2 ? 1 : factor < sqrt (10) ? 2 : factor < sqrt (50) ? 5 : 10);
}

/**
 * streek_scale_round:
 * @scale: a linear or logarithmic scale; others stay as they are
 * @n_ticks: about how many steps there should be
 */
void
streek_scale_round (StreekScale *scale, guint n_ticks)
{
  if (scale->kind == STREEK_SCALE_LOG)
    {
      scale->lower = pow (10, floor (log10 (scale->lower) + 1e-9));
      scale->upper = pow (10, ceil (log10 (scale->upper) - 1e-9));
    }
  else if (scale->kind == STREEK_SCALE_LINEAR)
    {
      double step = streek_scale_get_step (scale, n_ticks);

      scale->lower = floor (scale->lower / step + 1e-9) * step;
      scale->upper = ceil (scale->upper / step - 1e-9) * step;
    }
}

/* Decimals that tell neighbours @step apart. */
static int
count_decimals (double step)
{
  return CLAMP ((int) ceil (-log10 (step) - 1e-9), 0, 15);
}

static GArray *
list_log_ticks (const StreekScale *scale, const StreekFormat *format)
{
  static const double factors[] = { 1, 2, 5 };
  GArray *ticks = new_ticks ();
  gboolean is_short = scale->upper / scale->lower < 200; /* powers of ten alone would be too few */

  for (double power = pow (10, floor (log10 (scale->lower)));
       power <= scale->upper * 1.000001 && ticks->len < MAX_TICKS; power *= 10)
    for (guint i = 0; i < (is_short ? G_N_ELEMENTS (factors) : 1); i++)
      {
        double value = power * factors[i];

        if (value >= scale->lower * 0.999999 && value <= scale->upper * 1.000001)
          append_tick (ticks, value, streek_format_number (format, value, count_decimals (value)),
                       factors[i] == 1);
      }

  return ticks;
}

/**
 * streek_scale_list_ticks:
 * @n_ticks: about how many there should be
 * @format: how numbers look
 *
 * Returns: (transfer full) (element-type StreekTick): round numbers inside the scale
 */
GArray *
streek_scale_list_ticks (const StreekScale *scale, guint n_ticks, const StreekFormat *format)
{
  if (scale->kind == STREEK_SCALE_LOG)
    return list_log_ticks (scale, format);

  GArray *ticks = new_ticks ();
  double step = streek_scale_get_step (scale, n_ticks);
  int decimals = count_decimals (step);

  for (double i = ceil (scale->lower / step - 1e-9);
       i * step <= scale->upper + step * 1e-9 && ticks->len < MAX_TICKS; i++)
    append_tick (ticks, i * step, streek_format_number (format, i * step, decimals), i == 0);

  return ticks;
}

/* Whether a period opens a year. */
static gboolean
is_first_of_year (StreekPeriod period)
{
  return period.kind == STREEK_PERIOD_YEAR || (period.part == 1 && period.day <= 1);
}

/* Steps of years that people count in. */
static int
pick_year_step (int n_years, guint n_labels)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n_years / steps[i] <= (int) MAX (n_labels, 1))
      return steps[i];

  return 200;
}

static GArray *
list_parts (const StreekPeriod *periods,
            guint n_periods,
            guint n_labels,
            const StreekFormat *format)
{
  GArray *ticks = new_ticks ();
  guint every = (n_periods + MAX (n_labels, 1) - 1) / MAX (n_labels, 1);

  for (guint i = 0; i < n_periods; i++)
    append_tick (ticks, streek_period_get_first_day (periods[i]),
                 i % every == 0 ? streek_format_short_period (format, periods[i]) : g_strdup (""),
                 is_first_of_year (periods[i]));

  return ticks;
}

/* Where a series begins and ends is asked first: its years are named too where there is room. */
static void
name_end (GArray *ticks, const StreekPeriod *periods, guint end, double room)
{
  for (guint i = 0; i < ticks->len; i++)
    if (*g_array_index (ticks, StreekTick, i).label != '\0' &&
        abs (periods[i].year - periods[end].year) < room)
      return;

  StreekTick *tick = &g_array_index (ticks, StreekTick, end);

  g_free (tick->label);
  tick->label = g_strdup_printf ("%d", periods[end].year);
  tick->is_major = TRUE;
}

/**
 * streek_scale_list_period_ticks:
 * @periods: (array length=n_periods): ascending
 * @n_labels: about how many labels there is room for
 *
 * Years are labelled in steps that people count in (1, 2, 5, 10 …), and the first and the last
 * where they do not stand close to one of those; months and quarters by their year where there are
 * several years.
 *
 * Returns: (transfer full) (element-type StreekTick): a tick for each period
 */
GArray *
streek_scale_list_period_ticks (const StreekScale *scale,
                                const StreekPeriod *periods,
                                guint n_periods,
                                guint n_labels,
                                const StreekFormat *format)
{
  g_return_val_if_fail (scale->kind == STREEK_SCALE_TIME, new_ticks ());

  if (n_periods == 0)
    return new_ticks ();

  int n_years = periods[n_periods - 1].year - periods[0].year;
  gboolean is_years = periods[0].kind == STREEK_PERIOD_YEAR;

  if ((!is_years && n_years < 2) || (is_years && n_periods <= MIN (n_labels, 4)))
    return list_parts (periods, n_periods, n_labels, format);

  GArray *ticks = new_ticks ();
  int step = pick_year_step (n_years, n_labels);

  for (guint i = 0; i < n_periods; i++)
    {
      gboolean is_major = is_first_of_year (periods[i]);
      gboolean has_label = is_major && periods[i].year % step == 0;

      append_tick (ticks, streek_period_get_first_day (periods[i]),
                   has_label ? g_strdup_printf ("%d", periods[i].year) : g_strdup (""),
                   has_label || (is_major && !is_years));
    }

  if (is_years)
    {
      name_end (ticks, periods, 0, (double) n_years / n_labels);
      name_end (ticks, periods, n_periods - 1, (double) n_years / n_labels);
    }

  return ticks;
}
