/* streek-indicator-rules-private.h: what the rules about indicators share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals-private.h"
#include "rule/streek-rule.h"

/* Everything of the file that is checked, read once for all rules. */
typedef struct
{
  StreekAreas *areas; /* lent */
  StreekCatalogue *catalogue;
  StreekTotals *totals;
  GHashTable *places; /* StreekRoster -> GHashTable of code -> entry + 1 */
} StreekIndicatorFacts;

StreekIndicatorFacts *streek_indicator_rules_ensure_facts (StreekRuleRun *run, GError **error);
const StreekSeries *
streek_indicator_facts_read (StreekIndicatorFacts *facts, const char *code, GError **error);
/* The cell of a code in another vector; -1 where it is not in it, or is other land there. */
int streek_indicator_facts_find_same (StreekIndicatorFacts *facts,
                                      const StreekVintage *vintage,
                                      guint entry,
                                      const StreekVintage *other);
/* The vector of the same period that knows the same land, and where; NULL where none does. */
const StreekSlice *streek_indicator_facts_find_cell (StreekIndicatorFacts *facts,
                                                     const StreekSeries *series,
                                                     const StreekSlice *slice,
                                                     guint entry,
                                                     guint *found);
gboolean streek_rule_is_known (const StreekSlice *slice, guint entry);
/* Whether the entry is an area, and not what could not be placed in one. */
gboolean streek_rule_is_located (const StreekSlice *slice, guint entry);
/* Names of changes, balances and gaps: they may be below 0 and above 100. */
gboolean streek_indicator_is_difference (const StreekIndicator *indicator);
gboolean streek_indicator_is_no_difference (const StreekIndicator *indicator);
/* A share of a whole: never above 100. */
gboolean streek_indicator_is_true_percentage (const StreekIndicator *indicator);

/* Figures of a finding, with columns "area", "code" and "period"; the others are the caller's. */
StreekTable *streek_rule_table_new (void);
guint streek_rule_table_add_number (StreekTable *table,
                                    const char *id,
                                    const char *title,
                                    const StreekIndicator *indicator);
guint streek_rule_table_add_area (StreekTable *table,
                                  const char *name,
                                  const char *code,
                                  StreekPeriod period);
guint streek_rule_table_add_cell (StreekTable *table, const StreekSlice *slice, guint entry);
void streek_rule_report_found (StreekRuleRun *run,
                               const StreekIndicator *indicator,
                               StreekTable *table,
                               char *(*make_message) (const StreekIndicator *indicator, guint n));
char *streek_rule_make_indicator_place (const char *code);
char *streek_rule_make_value_place (const char *indicator,
                                    const char *set,
                                    const char *code,
                                    StreekPeriod period);

/* One rule over every indicator; FALSE with an error ends it. */
typedef gboolean (*StreekIndicatorLookFunc) (StreekRuleRun *run,
                                             StreekIndicatorFacts *facts,
                                             const StreekIndicator *indicator,
                                             GError **error);
gboolean
streek_indicator_rules_for_each (StreekRuleRun *run, StreekIndicatorLookFunc look, GError **error);

/* One indicator while a rule looks at its figures. */
typedef struct
{
  StreekRuleRun *run;
  StreekIndicatorFacts *facts;
  const StreekIndicator *indicator;
  const StreekSeries *series;
  StreekTable *table; /* gets a row for all that is found */
} StreekFiguresLook;

typedef struct
{
  gboolean (*applies) (const StreekIndicator *indicator); /* (nullable): to all */
  void (*add_columns) (StreekTable *table, const StreekIndicator *indicator);
  gboolean (*collect) (const StreekFiguresLook *look, GError **error);
  char *(*say) (const StreekIndicator *indicator, guint n);
} StreekFiguresRule;

/* One finding an indicator, with all that @rule collects. */
gboolean
streek_rule_look_at_figures (StreekRuleRun *run, const StreekFiguresRule *rule, GError **error);

/* streek-indicator-rules-record.c */
gboolean streek_rule_look_for_missing_source (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_no_data (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_stale (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-words.c */
gboolean streek_rule_look_for_other_definition (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_direction (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-figures.c */
gboolean streek_rule_look_for_negative_counts (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_high_percentages (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_large_numerators (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_zeros (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_old_provisionals (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_outdated_corrections (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-jumps.c */
gboolean streek_rule_look_for_jumps (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-days.c */
gboolean streek_rule_look_for_mixed_dates (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-parts.c */
gboolean streek_rule_look_for_large_parts (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_remainders (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-policy.c */
gboolean streek_rule_look_for_broken_policies (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_policies_outside (StreekRuleRun *run, GError **error);

/* streek-indicator-rules-totals.c */
gboolean streek_rule_look_for_deviating_totals (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_recomputable_cells (StreekRuleRun *run, GError **error);
gboolean streek_rule_look_for_hiding_thresholds (StreekRuleRun *run, GError **error);
