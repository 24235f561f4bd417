/* streek-indicator-rules-parts.c: rules about breakdowns: parts against their declared total */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>

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
  return parts->n_known > 0 && parts->sum > total * (1 + ROUNDING);
}

static gboolean
leaves_remainder (const StreekBreakdown *breakdown, const Parts *parts, double total)
{
  return breakdown->is_complete && parts->n_known == breakdown->n_parts &&
         total - parts->sum > TOLERANCE * total;
}

static gboolean
collect (StreekIndicatorFacts *facts,
         const StreekBreakdown *breakdown,
         const StreekSeries *totals,
         WrongFunc is_wrong,
         StreekTable *table,
         GError **error)
{
  guint column = (guint) streek_table_find_column (table, "total");

  for (guint i = 0; i < totals->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (totals->slices, i);

      for (guint entry = 0; entry < slice->vector->n; entry++)
        {
          double total = slice->vector->values[entry];
          Parts parts;

          if (slice->vector->kinds[entry] != STREEK_MISSING_NONE)
            continue;
          if (!add_parts (facts, breakdown, slice, entry, &parts, error))
            return FALSE;
          if (!is_wrong (breakdown, &parts, total))
            continue;

          guint row = streek_rule_table_add_cell (table, slice, entry);

          streek_table_set_number (table, row, column, total, slice->vector->statuses[entry]);
          streek_table_set_number (table, row, column + 1, parts.sum, STREEK_STATUS_FINAL);
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

static gboolean
look_at_breakdowns (StreekIndicatorFacts *facts,
                    const StreekIndicator *indicator,
                    WrongFunc is_wrong,
                    StreekTable *table,
                    GError **error)
{
  g_autoptr (GPtrArray) breakdowns =
    streek_catalogue_list_breakdowns (facts->catalogue, indicator->code);

  streek_rule_table_add_number (table, "total", _ ("Total"), indicator);
  streek_rule_table_add_number (table, "parts", _ ("Sum of the parts"), indicator);

  if (breakdowns->len == 0)
    return TRUE;

  const StreekSeries *totals = streek_indicator_facts_read (facts, indicator->code, error);

  for (guint i = 0; totals != NULL && i < breakdowns->len; i++)
    if (!collect (facts, g_ptr_array_index (breakdowns, i), totals, is_wrong, table, error))
      return FALSE;

  return totals != NULL;
}

static gboolean
look_at_sums (StreekRuleRun *run,
              StreekIndicatorFacts *facts,
              const StreekIndicator *indicator,
              GError **error)
{
  g_autoptr (StreekTable) table = streek_rule_table_new ();

  if (!look_at_breakdowns (facts, indicator, is_above, table, error))
    return FALSE;

  streek_rule_report_found (run, indicator, g_steal_pointer (&table), say_above);

  return TRUE;
}

gboolean
streek_rule_look_for_large_parts (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_sums, error);
}

static gboolean
look_at_remainders (StreekRuleRun *run,
                    StreekIndicatorFacts *facts,
                    const StreekIndicator *indicator,
                    GError **error)
{
  g_autoptr (StreekTable) table = streek_rule_table_new ();

  if (!look_at_breakdowns (facts, indicator, leaves_remainder, table, error))
    return FALSE;

  streek_rule_report_found (run, indicator, g_steal_pointer (&table), say_remainder);

  return TRUE;
}

gboolean
streek_rule_look_for_remainders (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_remainders, error);
}
