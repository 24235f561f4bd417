/* streek-follow-up.c: what was reported, adjusted and measured of a plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-follow-up.h"

#include "body/streek-body.h"
#include "plan/streek-in-plan.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-target-actual.h"
#include "plan/streek-target-words.h"
#include "plan/streek-year-programme.h"
#include "record/streek-record-words.h"
#include "record/streek-record-changes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const StreekRecordField progress_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_OWNER | STREEK_RECORD_ONCE, .target = &streek_plan_item_kind },
  { "year_action", N_ ("Action of a year"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_OWNER | STREEK_RECORD_ONCE, .target = &streek_year_action_kind },
  { "reported_on", N_ ("Date"), STREEK_RECORD_DAY,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE | STREEK_RECORD_TODAY },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .words = streek_item_statuses,
    .hint = N_ ("The newest update says how the action itself stands") },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .unit = "%", .min = 0, .max = 100, .hint = N_ ("The action itself takes this over too") },
  { "what", N_ ("What happened"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "author", N_ ("By"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .hint = N_ ("A function") },
};

/* One of the same day takes the place of the one before it. */
static gboolean
is_newest (const StreekRecord *update,
           const StreekRecords *records,
           const StreekProgressFields *fields)
{
  guint n;
  const StreekRecord *const *updates =
    streek_records_list_by (records, streek_record_get_kind (update), fields->owner,
                            streek_record_get_reference (update, fields->owner), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_day (updates[i], fields->reported_on) >
        streek_record_get_day (update, fields->reported_on))
      return FALSE;

  return TRUE;
}

void
streek_progress_move_owner (StreekRecordChanges *changes,
                            const StreekRecord *update,
                            const StreekRecords *records,
                            const StreekProgressFields *fields)
{
  g_return_if_fail (changes != NULL && update != NULL && records != NULL && fields != NULL);

  const StreekRecord *owner = streek_record_follow (update, fields->owner, records);

  if (owner == NULL || !is_newest (update, records, fields))
    return;

  const StreekRecordKind *kind = streek_record_get_kind (owner);
  gint64 id = streek_record_get_id (owner);
  const char *status = streek_record_get_text (update, fields->status);
  double percent = streek_record_get_number (update, fields->percent);

  if (status != NULL && !streek_record_is (owner, fields->owner_status, status) &&
      !streek_record_changes_has (changes, kind, id, fields->owner_status))
    streek_record_changes_set_text (changes, kind, id, fields->owner_status, status);
  if (!isnan (percent) && streek_record_get_number (owner, fields->owner_percent) != percent &&
      !streek_record_changes_has (changes, kind, id, fields->owner_percent))
    streek_record_changes_set_number (changes, kind, id, fields->owner_percent, percent);
}

static void
move_owner (StreekRecordChanges *changes, const StreekRecord *update, const StreekRecords *records)
{
  static const StreekProgressFields of_item = {
    STREEK_PROGRESS_ITEM,    STREEK_PROGRESS_REPORTED_ON, STREEK_PROGRESS_STATUS,
    STREEK_PROGRESS_PERCENT, STREEK_PLAN_ITEM_STATUS,     STREEK_PLAN_ITEM_PERCENT,
  };
  static const StreekProgressFields of_year = {
    STREEK_PROGRESS_YEAR_ACTION, STREEK_PROGRESS_REPORTED_ON, STREEK_PROGRESS_STATUS,
    STREEK_PROGRESS_PERCENT,     STREEK_YEAR_ACTION_STATUS,   STREEK_YEAR_ACTION_PERCENT,
  };

  streek_progress_move_owner (changes, update, records, &of_item);
  streek_progress_move_owner (changes, update, records, &of_year);
}

static gboolean
compute_in_plan_of_progress (const StreekRecord *record,
                             const StreekRecordView *view,
                             StreekRecordCell *cell)
{
  StreekRecords *records = streek_record_view_get_records (view);

  cell->text =
    streek_in_plan_dup (records, streek_record_follow (record, STREEK_PROGRESS_ITEM, records),
                        streek_record_follow (record, STREEK_PROGRESS_YEAR_ACTION, records));

  return cell->text != NULL;
}

static const StreekRecordColumn progress_columns[] = {
  { "in_plan", N_ ("Of the plan"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0,
    compute_in_plan_of_progress, &streek_in_plan_field },
};

const StreekRecordKind streek_progress_kind = {
  .id = "progress",
  .name = N_ ("Update"),
  .plural = N_ ("Updates"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the update %s"),
  .change = N_ ("Change the update %s"),
  .remove = N_ ("Delete the update %s"),
  .fields = progress_fields,
  .n_fields = STREEK_PROGRESS_N_FIELDS,
  .title = STREEK_PROGRESS_WHAT,
  .columns = progress_columns,
  .n_columns = G_N_ELEMENTS (progress_columns),
  .move_others = move_owner,
  .check = streek_record_check_one_owner,
};

static const StreekRecordField adjustment_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_pact_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_OWNER | STREEK_RECORD_ONCE, .target = &streek_plan_item_kind },
  { "year_action", N_ ("Action of a year"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_OWNER | STREEK_RECORD_ONCE, .target = &streek_year_action_kind },
  { "decided_on", N_ ("Date"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "old_text", N_ ("Old text"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "new_text", N_ ("New text"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE, .replaces = "old_text" },
  { "reason", N_ ("Reason"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN },
  { "decided_by", N_ ("Decided by"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_body_kind },
};

static gboolean
compute_in_plan_of_adjustment (const StreekRecord *record,
                               const StreekRecordView *view,
                               StreekRecordCell *cell)
{
  StreekRecords *records = streek_record_view_get_records (view);

  cell->text =
    streek_record_has (record, STREEK_ADJUSTMENT_PACT)
      ? streek_record_dup_raw (record, STREEK_ADJUSTMENT_PACT)
      : streek_in_plan_dup (records, streek_record_follow (record, STREEK_ADJUSTMENT_ITEM, records),
                            streek_record_follow (record, STREEK_ADJUSTMENT_YEAR_ACTION, records));

  return cell->text != NULL;
}

static const StreekRecordColumn adjustment_columns[] = {
  { "in_plan", N_ ("Of the plan"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0,
    compute_in_plan_of_adjustment, &streek_in_plan_field },
};

const StreekRecordKind streek_adjustment_kind = {
  .id = "adjustment",
  .name = N_ ("Adjustment"),
  .plural = N_ ("Adjustments"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the adjustment %s"),
  .change = N_ ("Change the adjustment %s"),
  .remove = N_ ("Delete the adjustment %s"),
  .fields = adjustment_fields,
  .n_fields = STREEK_ADJUSTMENT_N_FIELDS,
  .title = STREEK_ADJUSTMENT_NEW_TEXT,
  .columns = adjustment_columns,
  .n_columns = G_N_ELEMENTS (adjustment_columns),
  .check = streek_record_check_one_owner,
};

static const StreekRecordField target_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "name", N_ ("What is counted"), STREEK_RECORD_TEXT,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "indicator", N_ ("Indicator"), STREEK_RECORD_INDICATOR, STREEK_RECORD_SHOWN, .under = "name" },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_SHOWN, .under = "name" },
  { "unit", N_ ("Unit"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "decimals", N_ ("Decimals"), STREEK_RECORD_INTEGER, STREEK_RECORD_NONE, .min = 0, .max = 6 },
  { "baseline", N_ ("Baseline"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .decimals = 2 },
  { "baseline_period", N_ ("Of"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "baseline" },
  { "target", N_ ("Target"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .decimals = 2 },
  { "target_period", N_ ("By when"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "target" },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

static gboolean
compute_actual (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->number = streek_target_find_actual (view, record).value;

  return isfinite (cell->number);
}

static gboolean
compute_actual_period (const StreekRecord *record,
                       const StreekRecordView *view,
                       StreekRecordCell *cell)
{
  StreekTargetActual actual = streek_target_find_actual (view, record);

  cell->period = actual.period;

  return isfinite (actual.value);
}

static gboolean
compute_share (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  StreekTargetActual actual = streek_target_find_actual (view, record);

  cell->number = streek_target_find_share (view, record, &actual, NULL);

  return isfinite (cell->number);
}

static const StreekRecordWord outcomes[] = {
  { "reached", NC_ ("record", "Reached") },
  { "nearer", NC_ ("record", "Nearer") },
  { "no_nearer", NC_ ("record", "No nearer") },
  { "unsaid", NC_ ("record", "Cannot be said") },
  { NULL, NULL },
};

static const StreekRecordField outcome_field = { "outcome", N_ ("Outcome"), STREEK_RECORD_CHOICE,
                                                 .words = outcomes };

static gboolean
compute_outcome (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = g_strdup (streek_target_get_outcome (view, record));

  return TRUE;
}

/* How sure it is, and by what. */
static const StreekRecordWord bases[] = {
  { "final", NC_ ("record", "Figure") },
  { "provisional", NC_ ("record", "Provisional figure") },
  { "estimate", NC_ ("record", "Estimate") },
  { "at_least", NC_ ("record", "At least") },
  { "own_count", NC_ ("record", "Own count") },
  { NULL, NULL },
};

static const StreekRecordField basis_field = { "basis", N_ ("How sure"), STREEK_RECORD_CHOICE,
                                               .words = bases };

static gboolean
compute_basis (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  StreekTargetActual actual = streek_target_find_actual (view, record);

  if (actual.basis == STREEK_TARGET_BY_FIGURE)
    cell->text = g_strdup (actual.at_least ? "at_least" : streek_status_get_id (actual.status));
  else if (actual.basis == STREEK_TARGET_BY_COUNT)
    cell->text = g_strdup ("own_count");

  return cell->text != NULL;
}

static gboolean
compute_coverage (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->number = streek_target_find_actual (view, record).coverage_pct;

  return isfinite (cell->number);
}

static gboolean
compute_remarks (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = streek_target_dup_remarks (view, record);

  return cell->text != NULL;
}

static gboolean
compute_in_plan_of_target (const StreekRecord *record,
                           const StreekRecordView *view,
                           StreekRecordCell *cell)
{
  StreekRecords *records = streek_record_view_get_records (view);

  cell->text =
    streek_in_plan_dup (records, streek_record_follow (record, STREEK_TARGET_ITEM, records), NULL);

  return cell->text != NULL;
}

static const StreekRecordColumn target_columns[] = {
  { "actual", N_ ("Actual value"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, NULL, 2,
    compute_actual },
  { "actual_period", N_ ("Value of"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, NULL, 0,
    compute_actual_period, .under = "actual" },
  { "basis", N_ ("How sure"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN, NULL, 0, compute_basis,
    &basis_field, .under = "actual" },
  { "coverage", N_ ("Coverage"), STREEK_RECORD_NUMBER, STREEK_RECORD_NONE, "%", 1, compute_coverage,
    .under = "actual" },
  { "way", N_ ("Of the way"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, "%", 1, compute_share },
  { "outcome", N_ ("Outcome"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE, NULL, 0, compute_outcome,
    &outcome_field },
  { "remarks", N_ ("Remarks"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN, NULL, 0,
    compute_remarks },
  { "in_plan", N_ ("Of the plan"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0,
    compute_in_plan_of_target, &streek_in_plan_field },
};

const StreekRecordKind streek_target_kind = {
  .id = "target",
  .name = N_ ("Target"),
  .plural = N_ ("Targets"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the target %s"),
  .change = N_ ("Change the target %s"),
  .remove = N_ ("Delete the target %s"),
  .fields = target_fields,
  .n_fields = STREEK_TARGET_N_FIELDS,
  .title = STREEK_TARGET_NAME,
  .columns = target_columns,
  .n_columns = G_N_ELEMENTS (target_columns),
  .dup_summary = streek_target_dup_summary,
  .ask_figures = streek_target_ask_figures,
  .measure = streek_target_measure,
};

static const StreekRecordField measurement_fields[] = {
  { "target", N_ ("Target"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_target_kind },
  { "measured_in", N_ ("Of"), STREEK_RECORD_PERIOD, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "value", N_ ("Value"), STREEK_RECORD_NUMBER, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .decimals = 2 },
  { "qualifier", N_ ("How exactly"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_qualifiers },
  { "source", N_ ("Source"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_measurement_kind = {
  .id = "measurement",
  .name = N_ ("Measurement"),
  .plural = N_ ("Measurements"),
  .fields = measurement_fields,
  .n_fields = STREEK_MEASUREMENT_N_FIELDS,
  .title = STREEK_MEASUREMENT_MEASURED_IN,
  .measure = streek_measurement_measure,
};
