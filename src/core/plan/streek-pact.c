/* streek-pact.c: regional pacts and other plans for several years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-pact.h"

#include "record/streek-records.h"
#include "actor/streek-document.h"
#include "body/streek-body.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord pact_kinds[] = {
  { "streekpact", NC_ ("record", "Regional pact") },
  { "actieplan", NC_ ("record", "Action plan") },
  { "beleidsplan", NC_ ("record", "Policy plan") },
  { NULL, NULL },
};

static const StreekRecordWord pact_statuses[] = {
  { "draft", NC_ ("record", "Draft") },
  { "consultation", NC_ ("record", "In consultation") },
  { "approved", NC_ ("record", "Approved") },
  { "running", NC_ ("record", "Running") },
  { "closed", NC_ ("record", "Closed") },
  { "replaced", NC_ ("record", "Replaced") },
  { NULL, NULL },
};

static const StreekRecordWord outcomes[] = {
  { "waiting", NC_ ("record", "Not decided yet") },
  { "approved", NC_ ("record", "Approved") },
  { "approved_with_remarks", NC_ ("record", "Approved with remarks") },
  { "rejected", NC_ ("record", "Rejected") },
  { NULL, NULL },
};

static const StreekRecordField pact_fields[] = {
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "kind", N_ ("Kind"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = pact_kinds },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN, .words = pact_statuses },
  { "programme_name", N_ ("Name of its year programmes"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE,
    .hint = N_ ("Jaarplanning, jaarprogramma") },
  { "report_months", N_ ("Reports every"), STREEK_RECORD_INTEGER, STREEK_RECORD_NONE,
    .unit = N_ ("months"), .min = 1, .max = 60 },
  { "analysis", N_ ("Analysis of the region"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "vision", N_ ("Vision"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "mission", N_ ("Mission"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "core_values", N_ ("Core values"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "strategy", N_ ("Strategy"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "touchstone", N_ ("Touchstone"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE,
    .hint = N_ ("What every action is held against") },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_pact (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_period_get_first_day (streek_record_get_period (record, STREEK_PACT_STARTS)),
    streek_period_get_last_day (streek_record_get_period (record, STREEK_PACT_ENDS)), error);
}

const StreekRecordKind streek_pact_kind = {
  .id = "pact",
  .name = N_ ("Plan"),
  .plural = N_ ("Plans"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the plan %s"),
  .change = N_ ("Change the plan %s"),
  .remove = N_ ("Delete the plan %s"),
  .fields = pact_fields,
  .n_fields = STREEK_PACT_N_FIELDS,
  .title = STREEK_PACT_TITLE,
  .check = check_pact,
};

static const StreekRecordField pact_level_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .hint = N_ ("Hoofdstuk, pijler, strategische doelstelling, actie") },
  { "is_action", N_ ("What is done"), STREEK_RECORD_FLAG, STREEK_RECORD_SHOWN,
    .hint = N_ ("Its items are actions: they have a timing, an owner and a status") },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_pact_level_kind = {
  .id = "pact_level",
  .name = N_ ("Level of a plan"),
  .plural = N_ ("Levels of a plan"),
  .fields = pact_level_fields,
  .n_fields = STREEK_PACT_LEVEL_N_FIELDS,
  .title = STREEK_PACT_LEVEL_NAME,
};

static const StreekRecordField approval_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "round", N_ ("Round"), STREEK_RECORD_INTEGER, STREEK_RECORD_SHOWN, .min = 1, .max = 99 },
  { "given_by", N_ ("By"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .hint = N_ ("Provincial council, municipal council of …") },
  { "asked_on", N_ ("Asked on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "decided_on", N_ ("Decided on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "outcome", N_ ("Outcome"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = outcomes },
  { "remarks", N_ ("Remarks"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN },
};

static gboolean
check_approval (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_record_get_day (record, STREEK_APPROVAL_ASKED_ON),
    streek_record_get_day (record, STREEK_APPROVAL_DECIDED_ON), error);
}

const StreekRecordKind streek_approval_kind = {
  .id = "approval",
  .name = N_ ("Approval"),
  .plural = N_ ("Approvals"),
  .fields = approval_fields,
  .n_fields = STREEK_APPROVAL_N_FIELDS,
  .title = STREEK_APPROVAL_GIVEN_BY,
  .check = check_approval,
};

gboolean
streek_pact_is_closed (const StreekRecord *pact)
{
  g_return_val_if_fail (pact != NULL, TRUE);

  return streek_record_is (pact, STREEK_PACT_STATUS, "closed") ||
         streek_record_is (pact, STREEK_PACT_STATUS, "replaced");
}
