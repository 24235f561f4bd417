/* streek-project.c: projects and what hangs on them: partners, areas, themes, funding, milestones
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project.h"

#include "record/streek-record-view.h"
#include "record/streek-records.h"
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"

#include <glib/gi18n-lib.h>

const StreekRecordWord streek_project_statuses[] = {
  { "idea", NC_ ("record", "Idea") },         { "submitted", NC_ ("record", "Submitted") },
  { "approved", NC_ ("record", "Approved") }, { "running", NC_ ("record", "Running") },
  { "done", NC_ ("record", "Done") },         { "rejected", NC_ ("record", "Rejected") },
  { "stopped", NC_ ("record", "Stopped") },   { NULL, NULL },
};

static const StreekRecordField project_fields[] = {
  { "name", N_ ("Name"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "acronym", N_ ("Acronym"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "programme", N_ ("Programme"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_programme_kind },
  { "call", N_ ("Call"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE, .target = &streek_call_kind },
  { "fund", N_ ("Fund"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE, .target = &streek_fund_kind,
    .hint = N_ ("Where it is not that of the programme") },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE, .target = &streek_body_kind },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "lead", N_ ("Lead"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "owner", N_ ("Project leader"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE,
    .hint = N_ ("A function") },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_project_statuses },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_NONE, .unit = "%", .min = 0,
    .max = 100 },
  { "budget", N_ ("Budget"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "€", .min = 0,
    .max = 1e12 },
  { "aim", N_ ("Aim"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "website", N_ ("Website"), STREEK_RECORD_TEXT, STREEK_RECORD_ADDRESS },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_project (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_record_get_first_day (record, STREEK_PROJECT_STARTS),
    streek_record_get_last_day (record, STREEK_PROJECT_ENDS), error);
}

static gboolean
compute_due (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text =
    streek_due_dup_words (streek_project_find_due (record, streek_record_view_get_records (view),
                                                   streek_record_view_get_today (view)),
                          streek_record_view_get_format (view));

  return TRUE;
}

static gboolean
compute_due_state (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  StreekDue due = streek_project_find_due (record, streek_record_view_get_records (view),
                                           streek_record_view_get_today (view));

  cell->text = g_strdup (streek_due_state_get_id (due.state));

  return TRUE;
}

static const StreekRecordColumn project_columns[] = {
  { "due", N_ ("Follow-up"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE, NULL, 0, compute_due },
  { "due_state", N_ ("State of the follow-up"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE, NULL, 0,
    compute_due_state, &streek_due_field },
};

const StreekRecordKind streek_project_kind = {
  .id = "project",
  .name = N_ ("Project"),
  .plural = N_ ("Projects"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the project %s"),
  .change = N_ ("Change the project %s"),
  .remove = N_ ("Delete the project %s"),
  .fields = project_fields,
  .n_fields = STREEK_PROJECT_N_FIELDS,
  .title = STREEK_PROJECT_NAME,
  .columns = project_columns,
  .n_columns = G_N_ELEMENTS (project_columns),
  .check = check_project,
};

static const StreekRecordField project_partner_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "organisation", N_ ("Organisation"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "role", N_ ("Role"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = streek_partner_roles },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "amount", N_ ("Own share"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "€", .min = 0,
    .max = 1e12 },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

static gboolean
check_project_partner (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_record_get_first_day (record, STREEK_PROJECT_PARTNER_STARTS),
    streek_record_get_last_day (record, STREEK_PROJECT_PARTNER_ENDS), error);
}

const StreekRecordKind streek_project_partner_kind = {
  .id = "project_partner",
  .name = N_ ("Partner"),
  .plural = N_ ("Partners"),
  .column = N_ ("Partners"),
  .fields = project_partner_fields,
  .n_fields = STREEK_PROJECT_PARTNER_N_FIELDS,
  .title = STREEK_PROJECT_PARTNER_ORGANISATION,
  .check = check_project_partner,
};

static const StreekRecordField project_area_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "surroundings", N_ ("And surroundings"), STREEK_RECORD_FLAG, STREEK_RECORD_SHOWN },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_project_area_kind = {
  .id = "project_area",
  .name = N_ ("Area of a project"),
  .plural = N_ ("Areas of a project"),
  .column = N_ ("Areas"),
  .column_shown = TRUE,
  .fields = project_area_fields,
  .n_fields = STREEK_PROJECT_AREA_N_FIELDS,
  .title = STREEK_PROJECT_AREA_AREA,
};

static const StreekRecordField project_theme_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
};

const StreekRecordKind streek_project_theme_kind = {
  .id = "project_theme",
  .name = N_ ("Theme of a project"),
  .plural = N_ ("Themes of a project"),
  .column = N_ ("Themes"),
  .fields = project_theme_fields,
  .n_fields = STREEK_PROJECT_THEME_N_FIELDS,
  .title = STREEK_PROJECT_THEME_THEME,
};

static const StreekRecordField project_target_group_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "target_group", N_ ("Target group"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_target_group_kind },
};

const StreekRecordKind streek_project_target_group_kind = {
  .id = "project_target_group",
  .name = N_ ("Target group of a project"),
  .plural = N_ ("Target groups of a project"),
  .column = N_ ("Target groups"),
  .fields = project_target_group_fields,
  .n_fields = STREEK_PROJECT_TARGET_GROUP_N_FIELDS,
  .title = STREEK_PROJECT_TARGET_GROUP_TARGET_GROUP,
};

static const StreekRecordField project_item_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
};

const StreekRecordKind streek_project_item_kind = {
  .id = "project_item",
  .name = N_ ("Action that a project carries out"),
  .plural = N_ ("Actions that a project carries out"),
  .column = N_ ("Actions"),
  .fields = project_item_fields,
  .n_fields = STREEK_PROJECT_ITEM_N_FIELDS,
  .title = STREEK_PROJECT_ITEM_ITEM,
};

static const StreekRecordField project_funding_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "fund", N_ ("Fund"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_fund_kind },
  { "organisation", N_ ("Organisation"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "amount", N_ ("Amount"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "€", .min = 0,
    .max = 1e12 },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_project_funding_kind = {
  .id = "project_funding",
  .name = N_ ("Funding"),
  .plural = N_ ("Funding"),
  .column = N_ ("Funding"),
  .fields = project_funding_fields,
  .n_fields = STREEK_PROJECT_FUNDING_N_FIELDS,
  .title = STREEK_PROJECT_FUNDING_FUND,
};

static const StreekRecordField project_document_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_project_document_kind = {
  .id = "project_document",
  .name = N_ ("Document of a project"),
  .plural = N_ ("Documents of a project"),
  .column = N_ ("Documents"),
  .fields = project_document_fields,
  .n_fields = STREEK_PROJECT_DOCUMENT_N_FIELDS,
  .title = STREEK_PROJECT_DOCUMENT_DOCUMENT,
};

static const StreekRecordField milestone_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "due_on", N_ ("Due on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "done_on", N_ ("Reached on"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_milestone_kind = {
  .id = "milestone",
  .name = N_ ("Milestone"),
  .plural = N_ ("Milestones"),
  .fields = milestone_fields,
  .n_fields = STREEK_MILESTONE_N_FIELDS,
  .title = STREEK_MILESTONE_TITLE,
};
