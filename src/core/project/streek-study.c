/* streek-study.c: studies and their recommendations, stages, good practices taken over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-study.h"

#include "record/streek-records.h"
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "plan/streek-plan-item.h"
#include "project/streek-project.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord recommendation_outcomes[] = {
  { "open", NC_ ("record", "Not decided yet") },
  { "action", NC_ ("record", "Became an action") },
  { "project", NC_ ("record", "Became a project") },
  { "none", NC_ ("record", "Not taken up") },
  { NULL, NULL },
};

static const StreekRecordWord stage_kinds[] = {
  { "studie", NC_ ("record", "Study") },
  { "audit", NC_ ("record", "Audit") },
  { "strategie", NC_ ("record", "Strategy") },
  { "implementatieplan", NC_ ("record", "Implementation plan") },
  { "uitvoering", NC_ ("record", "Execution") },
  { NULL, NULL },
};

static const StreekRecordField study_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "commissioner", N_ ("Commissioned by"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "contractor", N_ ("Carried out by"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "year", N_ ("Year"), STREEK_RECORD_INTEGER, STREEK_RECORD_SHOWN, .min = 1900, .max = 2200 },
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_project_kind },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "findings", N_ ("Findings"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_study_kind = {
  .id = "study",
  .name = N_ ("Study"),
  .plural = N_ ("Studies"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the study %s"),
  .change = N_ ("Change the study %s"),
  .remove = N_ ("Delete the study %s"),
  .fields = study_fields,
  .n_fields = STREEK_STUDY_N_FIELDS,
  .title = STREEK_STUDY_TITLE,
};

static const StreekRecordField recommendation_fields[] = {
  { "study", N_ ("Study"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_study_kind },
  { "line", N_ ("Recommendation"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "outcome", N_ ("What became of it"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN, .words = recommendation_outcomes },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_project_kind },
  { "reason", N_ ("Reason"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_recommendation_kind = {
  .id = "recommendation",
  .name = N_ ("Recommendation"),
  .plural = N_ ("Recommendations"),
  .fields = recommendation_fields,
  .n_fields = STREEK_RECOMMENDATION_N_FIELDS,
  .title = STREEK_RECOMMENDATION_LINE,
};

static const StreekRecordField stage_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = stage_kinds },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_item_statuses },
  { "follows", N_ ("Follows from"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_stage_kind },
  { "study", N_ ("Study"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_study_kind },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

static gboolean
check_stage (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record,
                                    streek_record_get_first_day (record, STREEK_STAGE_STARTS),
                                    streek_record_get_last_day (record, STREEK_STAGE_ENDS), error);
}

const StreekRecordKind streek_stage_kind = {
  .id = "stage",
  .name = N_ ("Stage"),
  .plural = N_ ("Stages"),
  .fields = stage_fields,
  .n_fields = STREEK_STAGE_N_FIELDS,
  .title = STREEK_STAGE_TITLE,
  .check = check_stage,
};

static const StreekRecordField good_practice_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "taken_from", N_ ("Taken over from"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "area", N_ ("Area it comes from"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN },
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_project_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_plan_item_kind },
  { "study", N_ ("Study"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_study_kind },
  { "taken_on", N_ ("Date"), STREEK_RECORD_DAY, STREEK_RECORD_NONE },
  { "adaptation", N_ ("What was adapted"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_good_practice_kind = {
  .id = "good_practice",
  .name = N_ ("Good practice"),
  .plural = N_ ("Good practices"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the good practice %s"),
  .change = N_ ("Change the good practice %s"),
  .remove = N_ ("Delete the good practice %s"),
  .fields = good_practice_fields,
  .n_fields = STREEK_GOOD_PRACTICE_N_FIELDS,
  .title = STREEK_GOOD_PRACTICE_TITLE,
};
