/* streek-plan-parts.c: what a plan consists of beside its goals and actions: on a sheet each of a
 * file that goes out, and that comes in again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-parts-private.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-role.h"

#include <string.h>

/* A part of a part of a plan. */
#define MAX_DEPTH 3

/* the ones that are known by all their fields */
G_STATIC_ASSERT (STREEK_PROGRESS_N_FIELDS <= STREEK_PLAN_PART_MAX_FIELDS);
G_STATIC_ASSERT (STREEK_PROGRESS_REPORT_ROW_N_FIELDS <= STREEK_PLAN_PART_MAX_FIELDS);

static const StreekPlanPart parts[] = {
  { &streek_pact_kind, FALSE, 1, { STREEK_PACT_TITLE } },
  { &streek_pact_level_kind, FALSE, 2, { STREEK_PACT_LEVEL_PACT, STREEK_PACT_LEVEL_NAME } },
  { &streek_approval_kind,
    TRUE,
    4,
    { STREEK_APPROVAL_PACT, STREEK_APPROVAL_ROUND, STREEK_APPROVAL_GIVEN_BY,
      STREEK_APPROVAL_ASKED_ON } },
  { &streek_swot_kind, TRUE, 3, { STREEK_SWOT_PACT, STREEK_SWOT_QUADRANT, STREEK_SWOT_LINE } },
  { &streek_criterion_kind, TRUE, 2, { STREEK_CRITERION_PACT, STREEK_CRITERION_NAME } },
  { &streek_score_kind, TRUE, 2, { STREEK_SCORE_ITEM, STREEK_SCORE_CRITERION } },
  { &streek_target_kind, FALSE, 2, { STREEK_TARGET_ITEM, STREEK_TARGET_NAME } },
  { &streek_measurement_kind,
    TRUE,
    2,
    { STREEK_MEASUREMENT_TARGET, STREEK_MEASUREMENT_MEASURED_IN } },
  { &streek_obligation_kind, TRUE, 2, { STREEK_OBLIGATION_PACT, STREEK_OBLIGATION_TITLE } },
  { &streek_obligation_accent_kind,
    FALSE,
    2,
    { STREEK_OBLIGATION_ACCENT_OBLIGATION, STREEK_OBLIGATION_ACCENT_YEAR } },
  { &streek_obligation_item_kind,
    FALSE,
    2,
    { STREEK_OBLIGATION_ITEM_OBLIGATION, STREEK_OBLIGATION_ITEM_ITEM } },
  { &streek_role_kind,
    TRUE,
    5,
    { STREEK_ROLE_BODY, STREEK_ROLE_THEME, STREEK_ROLE_ITEM, STREEK_ROLE_ROLE,
      STREEK_ROLE_STARTS } },
  { &streek_progress_kind, TRUE, 0, { 0 } },
  { &streek_adjustment_kind,
    TRUE,
    5,
    { STREEK_ADJUSTMENT_PACT, STREEK_ADJUSTMENT_ITEM, STREEK_ADJUSTMENT_YEAR_ACTION,
      STREEK_ADJUSTMENT_DECIDED_ON, STREEK_ADJUSTMENT_NEW_TEXT } },
  { &streek_progress_report_kind,
    TRUE,
    4,
    { STREEK_PROGRESS_REPORT_PACT, STREEK_PROGRESS_REPORT_STARTS, STREEK_PROGRESS_REPORT_ENDS,
      STREEK_PROGRESS_REPORT_VERSION } },
  { &streek_progress_report_row_kind, FALSE, 0, { 0 } },
  { &streek_claim_kind,
    TRUE,
    3,
    { STREEK_CLAIM_PACT, STREEK_CLAIM_ITEM, STREEK_CLAIM_CLAIM_TEXT } },
  { &streek_item_frame_kind, FALSE, 2, { STREEK_ITEM_FRAME_ITEM, STREEK_ITEM_FRAME_FRAME_ITEM } },
  { &streek_item_area_kind, FALSE, 2, { STREEK_ITEM_AREA_ITEM, STREEK_ITEM_AREA_AREA } },
  { &streek_item_partner_kind,
    FALSE,
    2,
    { STREEK_ITEM_PARTNER_ITEM, STREEK_ITEM_PARTNER_ORGANISATION } },
};

const StreekPlanPart *
streek_plan_list_parts (guint *n)
{
  *n = G_N_ELEMENTS (parts);

  return parts;
}

gboolean
streek_plan_is_kind_of_part (const StreekRecordKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return TRUE;

  return kind == &streek_plan_item_kind;
}

static gboolean
has_record (const StreekRecords *records, const StreekRecord *record, gint64 pact, guint depth)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  if (kind == &streek_pact_kind)
    return streek_record_get_id (record) == pact;
  if (kind == &streek_plan_item_kind)
    return streek_record_get_reference (record, STREEK_PLAN_ITEM_PACT) == pact;

  for (guint i = 0; i < kind->n_fields && depth < MAX_DEPTH; i++)
    {
      const StreekRecord *other =
        kind->fields[i].type == STREEK_RECORD_REFERENCE &&
            (kind->fields[i].flags & (STREEK_RECORD_OWNER | STREEK_RECORD_LINK))
          ? streek_record_follow (record, i, records)
          : NULL;

      if (other != NULL && has_record (records, other, pact, depth + 1))
        return TRUE;
    }

  return FALSE;
}

gboolean
streek_plan_has_record (const StreekRecords *records, const StreekRecord *record, gint64 pact)
{
  return has_record (records, record, pact, 0);
}

/* Numbers of goals and actions, targets and the like: not of the plan, of which there is one. */
static gboolean
has_numbers (const StreekRecordField *field)
{
  return field->type == STREEK_RECORD_REFERENCE && field->target != &streek_pact_kind &&
         streek_plan_is_kind_of_part (field->target);
}

char *
streek_plan_dup_number_head (const StreekRecordField *field)
{
  return has_numbers (field) ? g_strconcat (field->id, ".id", NULL) : NULL;
}

const StreekRecordField *
streek_plan_find_numbered (const StreekRecordKind *kind, const char *head)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *own = streek_plan_dup_number_head (&kind->fields[i]);

      if (g_strcmp0 (own, head) == 0)
        return &kind->fields[i];
    }

  return NULL;
}
