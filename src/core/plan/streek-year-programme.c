/* streek-year-programme.c: year programmes and their actions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-year-programme.h"

#include "record/streek-record-view.h"
#include "record/streek-records.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-due.h"
#include "plan/streek-in-plan.h"
#include "plan/streek-obligation.h"
#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord programme_statuses[] = {
  { "draft", NC_ ("record", "Draft") },
  { "approved", NC_ ("record", "Approved") },
  { "running", NC_ ("record", "Running") },
  { "closed", NC_ ("record", "Closed") },
  { NULL, NULL },
};

static const StreekRecordField year_programme_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER | STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
  { "year", N_ ("Year"), STREEK_RECORD_INTEGER, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .min = 1900, .max = 2200 },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = programme_statuses },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

const StreekRecordKind streek_year_programme_kind = {
  .id = "year_programme",
  .name = N_ ("Year programme"),
  .plural = N_ ("Year programmes"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the year programme %s"),
  .change = N_ ("Change the year programme %s"),
  .remove = N_ ("Delete the year programme %s"),
  .fields = year_programme_fields,
  .n_fields = STREEK_YEAR_PROGRAMME_N_FIELDS,
  .title = STREEK_YEAR_PROGRAMME_TITLE,
};

static const StreekRecordField year_action_fields[] = {
  { "programme", N_ ("Year programme"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_year_programme_kind },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "owner", N_ ("Owner"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN, .hint = N_ ("A function") },
  { "organisation", N_ ("Organisation"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_organisation_kind },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A quarter: 2027-Q1") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_item_statuses },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "%", .min = 0,
    .max = 100 },
  { "budget", N_ ("Budget"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "€", .min = 0,
    .max = 1e12 },
  { "carried_from", N_ ("Carried over from"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_year_action_kind },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

static gboolean
check_year_action (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record,
    streek_period_get_first_day (streek_record_get_period (record, STREEK_YEAR_ACTION_STARTS)),
    streek_period_get_last_day (streek_record_get_period (record, STREEK_YEAR_ACTION_ENDS)), error);
}

static gboolean
compute_due (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = streek_due_dup_words (streek_due_of_year_action (record, view),
                                     streek_record_view_get_format (view));

  return TRUE;
}

static gboolean
compute_due_state (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = g_strdup (streek_due_state_get_id (streek_due_of_year_action (record, view).state));

  return TRUE;
}

static gboolean
compute_in_plan (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = streek_in_plan_dup (streek_record_view_get_records (view), NULL, record);

  return cell->text != NULL;
}

static const StreekRecordColumn year_action_columns[] = {
  { "due", N_ ("Follow-up"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE, NULL, 0, compute_due },
  { "due_state", N_ ("State of the follow-up"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE, NULL, 0,
    compute_due_state, &streek_due_field },
  { "in_plan", N_ ("Of the plan"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0, compute_in_plan,
    &streek_in_plan_field },
};

const StreekRecordKind streek_year_action_kind = {
  .id = "year_action",
  .name = N_ ("Action of a year"),
  .plural = N_ ("Actions of a year"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the action %s"),
  .change = N_ ("Change the action %s"),
  .remove = N_ ("Delete the action %s"),
  .fields = year_action_fields,
  .n_fields = STREEK_YEAR_ACTION_N_FIELDS,
  .title = STREEK_YEAR_ACTION_TITLE,
  .columns = year_action_columns,
  .n_columns = G_N_ELEMENTS (year_action_columns),
  .check = check_year_action,
};

static const StreekRecordField year_action_item_fields[] = {
  { "year_action", N_ ("Action of a year"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_year_action_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
};

const StreekRecordKind streek_year_action_item_kind = {
  .id = "year_action_item",
  .name = N_ ("Action of the plan behind an action of a year"),
  .plural = N_ ("Actions of the plan behind an action of a year"),
  .column = N_ ("Actions of the plan"),
  .fields = year_action_item_fields,
  .n_fields = STREEK_YEAR_ACTION_ITEM_N_FIELDS,
  .title = STREEK_YEAR_ACTION_ITEM_ITEM,
};

static const StreekRecordField year_action_obligation_fields[] = {
  { "year_action", N_ ("Action of a year"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_year_action_kind },
  { "obligation", N_ ("Obligation"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_obligation_kind },
};

const StreekRecordKind streek_year_action_obligation_kind = {
  .id = "year_action_obligation",
  .name = N_ ("Obligation that an action meets"),
  .plural = N_ ("Obligations that an action meets"),
  .column = N_ ("Obligations"),
  .fields = year_action_obligation_fields,
  .n_fields = STREEK_YEAR_ACTION_OBLIGATION_N_FIELDS,
  .title = STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION,
};
