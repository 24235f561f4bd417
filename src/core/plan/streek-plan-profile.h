/* streek-plan-profile.h: what the columns of a plan are, kept for the next file that has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-profile.h"
#include "plan/streek-plan-sheet.h"

/* (transfer full): of the sheet that is read; answers that are no records of this file go along. */
StreekMapping *
streek_plan_profile_new (const StreekPlanSheet *sheet, const char *name, const char *title);
/* Takes the columns for what @profile says: on the sheet and in the rows where they stand. FALSE
 * with a #StreekImportError where one of them is missing; then nothing changed. */
gboolean streek_plan_profile_apply (StreekPlanSheet *sheet,
                                    const StreekRecords *records,
                                    const StreekMapping *profile,
                                    GError **error);
/* The same with the profile that has a word for every column, if there is one. */
gboolean streek_plan_profile_recognise (StreekPlanSheet *sheet,
                                        const StreekRecords *records,
                                        GPtrArray *profiles);
