/* streek-plan-item.c: the goals and actions of a plan: one tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-item.h"

#include "record/streek-record-view.h"
#include "record/streek-records.h"
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "plan/streek-due.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-role-said.h"
#include "plan/streek-target-words.h"

#include <glib/gi18n-lib.h>

const StreekRecordWord streek_item_statuses[] = {
  { "not_started", NC_ ("record", "Not started") },
  { "running", NC_ ("record", "Under way") },
  { "done", NC_ ("record", "Done") },
  { "postponed", NC_ ("record", "Postponed") },
  { "dropped", NC_ ("record", "Dropped") },
  { NULL, NULL },
};

static const StreekRecordField plan_item_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "parent", N_ ("Under"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER,
    .target = &streek_plan_item_kind },
  { "level", N_ ("Level"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_pact_level_kind },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
  { "code", N_ ("Code"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_KEY },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "status", N_ ("Status"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN,
    .words = streek_item_statuses },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN, .unit = "%", .min = 0,
    .max = 100 },
  { "owner", N_ ("Owner"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN, .hint = N_ ("A function") },
  { "organisation", N_ ("Organisation"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_organisation_kind },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN, .under = "starts" },
  { "budget", N_ ("Budget"), STREEK_RECORD_NUMBER, STREEK_RECORD_NONE, .unit = "€", .min = 0,
    .max = 1e12 },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_NONE,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE },
  { "note", N_ ("Note"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
};

static gboolean
check_parent (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  const StreekRecord *parent = streek_record_follow (record, STREEK_PLAN_ITEM_PARENT, records);

  if (parent == NULL || streek_record_get_reference (parent, STREEK_PLAN_ITEM_PACT) ==
                          streek_record_get_reference (record, STREEK_PLAN_ITEM_PACT))
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %s is a goal or action of a plan. */
               _ ("%s: what it would stand under is of another plan. Choose a goal or action of "
                  "the same plan."),
               streek_record_get_text (record, STREEK_PLAN_ITEM_TITLE));

  return FALSE;
}

/* Whether an item is an action is what its level says: of its own plan's ladder. */
static gboolean
check_level (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  const StreekRecord *level = streek_record_follow (record, STREEK_PLAN_ITEM_LEVEL, records);

  if (level == NULL || streek_record_get_reference (level, STREEK_PACT_LEVEL_PACT) ==
                         streek_record_get_reference (record, STREEK_PLAN_ITEM_PACT))
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_INVALID,
               /* Translators: %1$s is a goal or action of a plan, %2$s a level. */
               _ ("%1$s: the level “%2$s” is of another plan. Choose a level of the same plan."),
               streek_record_get_text (record, STREEK_PLAN_ITEM_TITLE),
               streek_record_get_text (level, STREEK_PACT_LEVEL_NAME));

  return FALSE;
}

static gboolean
check_plan_item (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  if (!check_parent (record, records, error) || !check_level (record, records, error))
    return FALSE;

  return streek_record_check_order (
    record,
    streek_period_get_first_day (streek_record_get_period (record, STREEK_PLAN_ITEM_STARTS)),
    streek_period_get_last_day (streek_record_get_period (record, STREEK_PLAN_ITEM_ENDS)), error);
}

static gboolean
compute_is_action (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->integer = streek_plan_item_is_action (record, streek_record_view_get_records (view));

  return cell->integer != 0;
}

static gboolean
compute_path (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = streek_plan_item_dup_path (record, streek_record_view_get_records (view));

  return TRUE;
}

/* A goal is not late: what is done for it is. */
static gboolean
compute_due (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  if (!streek_plan_item_is_action (record, streek_record_view_get_records (view)))
    return FALSE;

  cell->text =
    streek_due_dup_words (streek_due_of_item (record, view), streek_record_view_get_format (view));

  return TRUE;
}

static gboolean
compute_due_state (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  if (!streek_plan_item_is_action (record, streek_record_view_get_records (view)))
    return FALSE;

  cell->text = g_strdup (streek_due_state_get_id (streek_due_of_item (record, view).state));

  return TRUE;
}

static gboolean
compute_role (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  cell->text = streek_roles_dup_words_of_item (view, record);

  return cell->text != NULL;
}

/* One a line: what each target has come to. */
static gboolean
compute_targets (const StreekRecord *record, const StreekRecordView *view, StreekRecordCell *cell)
{
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n;
  const StreekRecord *const *targets = streek_records_list_by (
    records, &streek_target_kind, STREEK_TARGET_ITEM, streek_record_get_id (record), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *progress = streek_target_dup_progress (view, targets[i]);

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "",
                              streek_record_get_text (targets[i], STREEK_TARGET_NAME), progress);
    }

  if (n > 0)
    cell->text = g_strdup (lines->str);

  return n > 0;
}

static const StreekRecordColumn plan_item_columns[] = {
  { "is_action", N_ ("What is done"), STREEK_RECORD_FLAG, STREEK_RECORD_NONE, NULL, 0,
    compute_is_action, .with_it = N_ ("Actions"), .without_it = N_ ("Goals") },
  /* Translators: head of a column: "Pillar 1 › Objective 2", where a goal or action stands. */
  { "path", N_ ("Place in the plan"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE, NULL, 0,
    compute_path },
  /* Translators: head of a column: "Overdue since 3 March 2026", "No news since …". */
  { "due", N_ ("Follow-up"), STREEK_RECORD_TEXT, STREEK_RECORD_NONE, NULL, 0, compute_due },
  /* Translators: head of a column: "Overdue", "Coming up": to put actions in groups by. */
  { "due_state", N_ ("State of the follow-up"), STREEK_RECORD_CHOICE, STREEK_RECORD_NONE, NULL, 0,
    compute_due_state, &streek_due_field },
  /* Translators: head of a column: what the body of the plan does in each action. */
  { "role", N_ ("Role of the body"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0,
    compute_role },
  { "targets", N_ ("Targets"), STREEK_RECORD_LIST, STREEK_RECORD_NONE, NULL, 0, compute_targets },
};

const StreekRecordKind streek_plan_item_kind = {
  .id = "plan_item",
  .name = N_ ("Goal or action"),
  .plural = N_ ("Goals and actions"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Add the item %s"),
  .change = N_ ("Change the item %s"),
  .remove = N_ ("Delete the item %s"),
  .fields = plan_item_fields,
  .n_fields = STREEK_PLAN_ITEM_N_FIELDS,
  .title = STREEK_PLAN_ITEM_TITLE,
  .columns = plan_item_columns,
  .n_columns = G_N_ELEMENTS (plan_item_columns),
  .check = check_plan_item,
};

gboolean
streek_item_is_called_off (const StreekRecord *record, guint status)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return streek_record_is (record, status, "dropped") ||
         streek_record_is (record, status, "postponed");
}
