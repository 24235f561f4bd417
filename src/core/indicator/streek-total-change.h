/* streek-total-change.h: whether two totals compare, how much lies between them, and what to know
 * of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals.h"
#include "stats/streek-change.h"

gboolean streek_indicator_is_percentage (const StreekIndicator *indicator);
/* Percentage points of percentages, percent of anything else. */
StreekChangeKind streek_indicator_pick_measure (const StreekIndicator *indicator);

/* The newest of @periods that there is another one as long as, or that is as long as @from where
 * that is not NONE; -1: none */
int streek_indicator_find_comparable (const StreekIndicator *indicator,
                                      const GArray *periods,
                                      StreekPeriod from);
/* (transfer full): why the newest period is not the one that a change goes to */
char *streek_indicator_describe_lonely (StreekPeriod left, StreekPeriod taken);
/* What happened in a year is not held against what happened in a month. */
gboolean streek_indicator_has_one_length (const StreekIndicator *indicator,
                                          StreekPeriod one,
                                          StreekPeriod other);
gboolean streek_indicator_check_lengths (const StreekIndicator *indicator,
                                         StreekPeriod one,
                                         StreekPeriod other,
                                         GError **error);

/* Sentences one after another; (transfer full) (nullable) */
char *streek_notes_join (const char *first, const char *second);
/* NONE where both can be compared; @note: (out) (transfer full) (nullable): what a reader must know
 * of both, whether they can or not */
StreekMissing
streek_totals_explain_pair (const StreekTotal *from, const StreekTotal *to, char **note);
StreekMissing streek_totals_compare (StreekChangeKind measure,
                                     const StreekTotal *from,
                                     const StreekTotal *to,
                                     double *change,
                                     char **note);

/* (transfer container) (element-type StreekBreak): those of the series that lie between two
 * periods, in any order; lent by @catalogue */
GPtrArray *streek_catalogue_list_breaks_between (const StreekCatalogue *catalogue,
                                                 const char *code,
                                                 StreekPeriod one,
                                                 StreekPeriod other);
/* (transfer full): the sentence for a reader of the whole */
char *streek_break_describe (const StreekBreak *item, const StreekIndicator *indicator);
