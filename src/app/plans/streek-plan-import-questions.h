/* streek-plan-import-questions.h: names of nothing that is there, and what a person says of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-import.h"
#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PLAN_IMPORT_QUESTIONS (streek_plan_import_questions_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekPlanImportQuestions, streek_plan_import_questions, STREEK, PLAN_IMPORT_QUESTIONS, AdwBin)

/* Signal "answered": another answer, or one fewer. */

GtkWidget *streek_plan_import_questions_new (StreekRecordBook *book);
/* Adds those that were not asked yet; what was answered stays in sight, and can be said otherwise.
 */
void streek_plan_import_questions_add (StreekPlanImportQuestions *self, const GPtrArray *questions);
/* Another file, or other columns: nothing is asked any more. */
void streek_plan_import_questions_clear (StreekPlanImportQuestions *self);
/* What a profile says of names: it is applied, and not asked. */
void streek_plan_import_questions_know (StreekPlanImportQuestions *self, GHashTable *answers);
guint streek_plan_import_questions_count_open (StreekPlanImportQuestions *self);
/* Puts what was said into @answers, as a sheet has them. */
void streek_plan_import_questions_apply (StreekPlanImportQuestions *self, GHashTable *answers);
