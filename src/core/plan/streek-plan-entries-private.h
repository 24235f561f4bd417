/* streek-plan-entries-private.h: what reading rows as a tree and holding it against a plan share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-entries.h"

char *streek_plan_tidy_title (const char *title);
char *streek_plan_tidy_code (const char *code);
/* (transfer full): items by code, by title and by both, tidied → gint64; 0 for a name of several */
GHashTable *streek_plan_list_names (const StreekPlanTree *tree);
/* Which item of the plan each entry is: by number, by code, by title under the same item. */
void streek_plan_entries_match (StreekPlanEntries *entries,
                                const StreekPlanSheet *sheet,
                                const StreekRecords *records,
                                const StreekPlanTree *tree);
