/* streek-kinds.c: every kind of record that a workspace keeps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-kinds.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "body/streek-partnership.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-role.h"
#include "plan/streek-signal.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "project/streek-study.h"
#include "record/streek-saved-list.h"

static const StreekRecordKind *const kinds[] = {
  &streek_saved_list_kind,
  &streek_organisation_kind,
  &streek_document_kind,
  &streek_body_kind,
  &streek_body_orientation_kind,
  &streek_partnership_member_kind,
  &streek_theme_kind,
  &streek_body_theme_kind,
  &streek_target_group_kind,
  &streek_target_group_indicator_kind,
  &streek_policy_frame_kind,
  &streek_frame_item_kind,
  &streek_pact_kind,
  &streek_pact_level_kind,
  &streek_approval_kind,
  &streek_plan_item_kind,
  &streek_item_pillar_kind,
  &streek_item_theme_kind,
  &streek_item_target_group_kind,
  &streek_item_frame_kind,
  &streek_item_area_kind,
  &streek_item_instrument_kind,
  &streek_item_partner_kind,
  &streek_claim_kind,
  &streek_swot_kind,
  &streek_criterion_kind,
  &streek_score_kind,
  &streek_role_kind,
  &streek_theme_weight_kind,
  &streek_obligation_kind,
  &streek_obligation_accent_kind,
  &streek_obligation_item_kind,
  &streek_year_programme_kind,
  &streek_year_action_kind,
  &streek_year_action_item_kind,
  &streek_year_action_obligation_kind,
  &streek_progress_kind,
  &streek_adjustment_kind,
  &streek_progress_report_kind,
  &streek_progress_report_row_kind,
  &streek_target_kind,
  &streek_measurement_kind,
  &streek_signal_kind,
  &streek_fund_kind,
  &streek_programme_kind,
  &streek_call_kind,
  &streek_project_kind,
  &streek_project_partner_kind,
  &streek_project_area_kind,
  &streek_project_theme_kind,
  &streek_project_target_group_kind,
  &streek_project_item_kind,
  &streek_project_funding_kind,
  &streek_project_document_kind,
  &streek_milestone_kind,
  &streek_strand_kind,
  &streek_strand_link_kind,
  &streek_strand_area_kind,
  &streek_project_progress_kind,
  &streek_project_adjustment_kind,
  &streek_event_kind,
  &streek_channel_kind,
  &streek_channel_count_kind,
  &streek_study_kind,
  &streek_recommendation_kind,
  &streek_stage_kind,
  &streek_good_practice_kind,
};

/**
 * streek_workspace_register_kinds:
 *
 * Lets records be read. Any thread, any number of times.
 */
void
streek_workspace_register_kinds (void)
{
  streek_record_kinds_register (kinds, G_N_ELEMENTS (kinds));
}
