/* streek-indicator-rules-jumps.c: a rule about figures that leap away from those around them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A leap is this many times both neighbours; at the end of a series, where there is only one, more,
 * and for flows, which come and go, much more. Smaller counts leap all the time. */
#define JUMP 3.0
#define JUMP_AT_END 10.0
#define JUMP_OF_FLOW 50.0
#define MIN_JUMP_COUNT 100.0

/* A figure in its series; a value of NAN where there is none. */
typedef struct
{
  guint index;
  guint entry;
  double value;
} Point;

/* The figure of the same land in the next period of the same length, or the one before. */
static Point
find_neighbour (StreekIndicatorFacts *facts, const StreekSeries *series, Point point, int step)
{
  const StreekSlice *slice = g_ptr_array_index (series->slices, point.index);

  for (guint i = point.index + (guint) step; i < series->slices->len; i += (guint) step)
    {
      const StreekSlice *other = g_ptr_array_index (series->slices, i);

      if (streek_period_equal (other->period, slice->period))
        continue;
      if (other->period.kind != slice->period.kind ||
          ABS (other->period.year - slice->period.year) > 2)
        break;

      int found =
        streek_indicator_facts_find_same (facts, slice->vintage, point.entry, other->vintage);

      if (found >= 0 && streek_rule_is_known (other, (guint) found))
        return (Point){ i, (guint) found, other->vector->values[found] };
    }

  return (Point){ .value = NAN };
}

/* By which factor a value is away from another, whichever is larger. */
static double
get_factor (double value, double other)
{
  if (value == other)
    return 1;
  if (value * other <= 0)
    return G_MAXDOUBLE;

  return MAX (value / other, other / value);
}

static gboolean
is_large_enough (const StreekIndicator *indicator, double a, double b)
{
  return indicator->kind != STREEK_INDICATOR_COUNT || fmax (fabs (a), fabs (b)) >= MIN_JUMP_COUNT;
}

/* A step up or down is no leap: it has to come back. */
static gboolean
is_jump (const StreekIndicator *indicator, double factor, double before, double value, double after)
{
  return (value > before) == (value > after) && get_factor (value, before) >= factor &&
         get_factor (value, after) >= factor && is_large_enough (indicator, value, before) &&
         is_large_enough (indicator, value, after);
}

/* At the end of a series, away from two that are alike. */
static gboolean
is_jump_at_end (const StreekIndicator *indicator, double value, double next, double second)
{
  return get_factor (value, next) >= JUMP_AT_END && get_factor (next, second) < JUMP &&
         is_large_enough (indicator, value, next);
}

/* INFINITY where leaps say nothing: one block of flats makes a month. */
static double
get_jump_factor (const StreekIndicator *indicator, StreekPeriod period)
{
  if (indicator->time_kind != STREEK_TIME_FLOW)
    return JUMP;

  return period.kind == STREEK_PERIOD_YEAR ? JUMP_OF_FLOW : INFINITY;
}

static gboolean
leaps (StreekIndicatorFacts *facts,
       const StreekIndicator *indicator,
       const StreekSeries *series,
       Point point,
       Point before,
       Point after)
{
  const StreekSlice *slice = g_ptr_array_index (series->slices, point.index);
  double factor = get_jump_factor (indicator, slice->period);

  if (!isnan (before.value) && !isnan (after.value))
    return is_jump (indicator, factor, before.value, point.value, after.value);

  Point next = isnan (before.value) ? after : before;

  if (isnan (next.value) || indicator->time_kind == STREEK_TIME_FLOW)
    return FALSE;

  Point second = find_neighbour (facts, series, next, isnan (before.value) ? 1 : -1);

  return !isnan (second.value) && is_jump_at_end (indicator, point.value, next.value, second.value);
}

static void
add_jump (StreekTable *table, const StreekSlice *slice, Point before, Point point, Point after)
{
  guint column = (guint) streek_table_find_column (table, "before");
  guint row = streek_rule_table_add_cell (table, slice, point.entry);

  if (!isnan (before.value))
    streek_table_set_number (table, row, column, before.value, STREEK_STATUS_FINAL);
  streek_table_set_number (table, row, column + 1, point.value,
                           slice->vector->statuses[point.entry]);
  if (!isnan (after.value))
    streek_table_set_number (table, row, column + 2, after.value, STREEK_STATUS_FINAL);
}

static void
collect_jumps_of (const StreekFiguresLook *look, guint index)
{
  const StreekSlice *slice = g_ptr_array_index (look->series->slices, index);

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      if (!streek_rule_is_known (slice, entry) || !streek_rule_is_located (slice, entry))
        continue;

      Point point = { index, entry, slice->vector->values[entry] };
      Point before = find_neighbour (look->facts, look->series, point, -1);
      Point after = find_neighbour (look->facts, look->series, point, 1);

      if (leaps (look->facts, look->indicator, look->series, point, before, after))
        add_jump (look->table, slice, before, point, after);
    }
}

static gboolean
collect_jumps (const StreekFiguresLook *look, GError **error)
{
  for (guint i = 0; i < look->series->slices->len && !streek_rule_run_is_cancelled (look->run); i++)
    collect_jumps_of (look, i);

  return TRUE;
}

static void
add_jump_columns (StreekTable *table, const StreekIndicator *indicator)
{
  streek_rule_table_add_number (table, "before", _ ("Before"), indicator);
  streek_rule_table_add_number (table, "value", _ ("Figure"), indicator);
  streek_rule_table_add_number (table, "after", _ ("After"), indicator);
}

static char *
say_jumps (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("%2$u figure of “%1$s” is far from those around it.",
                                    "%2$u figures of “%1$s” are far from those around them.", n),
                          indicator->name, n);
}

gboolean
streek_rule_look_for_jumps (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { streek_indicator_is_no_difference, add_jump_columns,
                                          collect_jumps, say_jumps };

  return streek_rule_look_at_figures (run, &rule, error);
}
