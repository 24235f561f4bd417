/* streek-catalogue-private.h: what the files of the catalogue share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"

/* How many codes can have taken each other's place. */
#define STREEK_MAX_VERSION_HOPS 8

struct _StreekCatalogue
{
  gatomicrefcount ref_count;
  GStringChunk *strings;
  GPtrArray *indicators; /* (element-type StreekIndicator): by theme, rank, code */
  GHashTable *by_code;   /* code -> StreekIndicator */
  GHashTable *periods;   /* code -> GArray of StreekPeriod, ascending: of vectors, not of ratios */
  GHashTable *computed;  /* code -> GArray of StreekPeriod, ascending: of formulas, and of ratios
                          * in them */
  GPtrArray *versions;   /* (element-type StreekDefinitionVersion): by code, period */
  GPtrArray *aliases;    /* (element-type StreekAlias): by code, alias */
  GPtrArray *breaks;     /* (element-type StreekBreak): by code, period; of the source */
  GPtrArray *breakdowns; /* (element-type StreekBreakdown) */
  GPtrArray *gaps;       /* (element-type StreekSupplyNeed) */
  GPtrArray *labels;     /* (element-type StreekSourceLabel): by code, label */
  GPtrArray *policies;   /* (element-type StreekPolicyLimits): by code, name */
};

const char *streek_catalogue_keep (StreekCatalogue *catalogue, const char *text);
const char *
streek_catalogue_keep_column (StreekCatalogue *catalogue, sqlite3_stmt *stmt, int column);
/* The periods of vectors, made where there are none yet. */
GArray *streek_catalogue_ensure_periods (StreekCatalogue *catalogue, const char *code);
int streek_catalogue_compare_periods (gconstpointer a, gconstpointer b);

void streek_catalogue_init_links (StreekCatalogue *catalogue);
void streek_catalogue_clear_links (StreekCatalogue *catalogue);
gboolean streek_catalogue_load_links (StreekCatalogue *catalogue, StreekDb *db, GError **error);
/* Out of the columns id, code, name, limits, words, source, valid_from, valid_to. */
StreekPolicyLimits *streek_policy_limits_new_from_row (StreekCatalogue *catalogue,
                                                       sqlite3_stmt *stmt);
void streek_policy_limits_free (gpointer limits);
/* The figures of an older code stand before those of the one that took its place. */
void streek_catalogue_chain_periods (StreekCatalogue *catalogue);
/* Which periods formulas have; once all else is there. */
void streek_catalogue_resolve_formulas (StreekCatalogue *catalogue);
gboolean streek_catalogue_has_period (const StreekCatalogue *catalogue,
                                      const char *code,
                                      StreekPeriod period);
/* The period of @operand that goes with @period of a formula: the first one in it sets the
 * period, the rule of the denominator holds for the others. */
gboolean streek_catalogue_pick_operand_period (const StreekCatalogue *catalogue,
                                               const StreekIndicator *formula,
                                               const StreekIndicator *operand,
                                               gboolean is_first,
                                               StreekPeriod period,
                                               StreekPeriod *picked);
/* (element-type StreekPeriod) ascending, of figures of its own and, for a ratio, of components */
GArray *streek_catalogue_list_stored_periods (const StreekCatalogue *catalogue,
                                              const StreekIndicator *indicator);
