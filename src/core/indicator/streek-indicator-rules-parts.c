/* streek-indicator-rules-parts.c: rules about breakdowns: parts against their declared total */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Parts and totals are rounded apart. */
#define ROUNDING 1e-9
#define TOLERANCE 0.005

/* The parts of one cell of a total. */
typedef struct
{
  double sum;
  guint n_known;
} Parts;

static gboolean
add_parts (StreekIndicatorFacts *facts,
           const StreekBreakdown *breakdown,
           const StreekSlice *total,
           guint entry,
           Parts *parts,
           GError **error)
{
  *parts = (Parts){ 0 };

  for (guint i = 0; i < breakdown->n_parts; i++)
    {
      const StreekSeries *series = streek_indicator_facts_read (facts, breakdown->parts[i], error);

      if (series == NULL)
        return FALSE;

      guint found;
      const StreekSlice *part =
        streek_indicator_facts_find_cell (facts, series, total, entry, &found);

      if (part == NULL)
        continue;

      parts->sum += part->vector->values[found];
      parts->n_known++;
    }

  return TRUE;
}

typedef gboolean (*WrongFunc) (const StreekBreakdown *breakdown, const Parts *parts, double total);

/* What is not known of the parts can only make it worse. */
static gboolean
is_above (const StreekBreakdown *breakdown, const Parts *parts, double total)
{
  return parts->n_known > 0 && parts->sum - total > ROUNDING * fabs (total);
}

static gboolean
leaves_remainder (const StreekBreakdown *breakdown, const Parts *parts, double total)
{
  return breakdown->is_complete && parts->n_known == breakdown->n_parts &&
         total - parts->sum > TOLERANCE * fabs (total);
}

static gboolean
collect_breakdown (const StreekFiguresLook *look,
                   const StreekBreakdown *breakdown,
                   WrongFunc is_wrong,
                   GError **error)
{
  guint column = (guint) streek_table_find_column (look->table, "total");

  for (guint i = 0; i < look->series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (look->series->slices, i);

      for (guint entry = 0; entry < slice->vector->n; entry++)
        {
          double total = slice->vector->values[entry];
          Parts parts;

          if (slice->vector->kinds[entry] != STREEK_MISSING_NONE)
            continue;
          if (!add_parts (look->facts, breakdown, slice, entry, &parts, error))
            return FALSE;
          if (!is_wrong (breakdown, &parts, total))
            continue;

          guint row = streek_rule_table_add_cell (look->table, slice, entry);

          streek_table_set_number (look->table, row, column, total, slice->vector->statuses[entry]);
          streek_table_set_number (look->table, row, column + 1, parts.sum, STREEK_STATUS_FINAL);
        }
    }

  return TRUE;
}

static char *
say_above (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("In %2$u figure the parts of “%1$s” are more than their total.",
              "In %2$u figures the parts of “%1$s” are more than their total.", n),
    indicator->name, n);
}

static char *
say_remainder (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("In %2$u figure the parts of “%1$s” leave a rest that is not listed.",
              "In %2$u figures the parts of “%1$s” leave a rest that is not listed.", n),
    indicator->name, n);
}

static void
add_columns (StreekTable *table, const StreekIndicator *indicator)
{
  streek_rule_table_add_number (table, "total", _ ("Total"), indicator);
  streek_rule_table_add_number (table, "parts", _ ("Sum of the parts"), indicator);
}

static gboolean
collect_breakdowns (const StreekFiguresLook *look, WrongFunc is_wrong, GError **error)
{
  g_autoptr (GPtrArray) breakdowns =
    streek_catalogue_list_breakdowns (look->facts->catalogue, look->indicator->code);

  for (guint i = 0; i < breakdowns->len; i++)
    if (!collect_breakdown (look, g_ptr_array_index (breakdowns, i), is_wrong, error))
      return FALSE;

  return TRUE;
}

static gboolean
collect_above (const StreekFiguresLook *look, GError **error)
{
  return collect_breakdowns (look, is_above, error);
}

gboolean
streek_rule_look_for_large_parts (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { NULL, add_columns, collect_above, say_above };

  return streek_rule_look_at_figures (run, &rule, error);
}

static gboolean
collect_remainders (const StreekFiguresLook *look, GError **error)
{
  return collect_breakdowns (look, leaves_remainder, error);
}

gboolean
streek_rule_look_for_remainders (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { NULL, add_columns, collect_remainders, say_remainder };

  return streek_rule_look_at_figures (run, &rule, error);
}
