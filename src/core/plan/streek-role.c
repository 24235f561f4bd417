/* streek-role.c: what a body does, in which theme and action, and how heavily a theme weighs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-role.h"

#include "record/streek-records.h"
#include "actor/streek-document.h"
#include "body/streek-body.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-theme.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord roles[] = {
  { "bring_together", NC_ ("record", "Bringing partners together") },
  { "organise_consultation", NC_ ("record", "Organising consultation") },
  { "align", NC_ ("record", "Aligning, overarching platform") },
  { "advise", NC_ ("record", "Advising") },
  { "pact", NC_ ("record", "Drawing up, following and adjusting the pact") },
  { "initiate", NC_ ("record", "Initiating and supporting") },
  { "co_finance", NC_ ("record", "Financing (in part)") },
  { "seek_funding", NC_ ("record", "Seeking funding") },
  { "prepare_files", NC_ ("record", "Preparing files") },
  { "coordinate", NC_ ("record", "Coordinating") },
  { "lead", NC_ ("record", "Lead") },
  { "partner", NC_ ("record", "Partner") },
  { "no_core_task", NC_ ("record", "No core task") },
  { "undescribed", NC_ ("record", "Not described") },
  { NULL, NULL },
};

static const StreekRecordWord modifiers[] = {
  { "emphasis", NC_ ("record", "Emphasis") },
  { "in_some_cases", NC_ ("record", "In certain cases") },
  { "by_theme", NC_ ("record", "Depending on the theme") },
  { NULL, NULL },
};

static const StreekRecordWord weights[] = {
  { "mentioned", NC_ ("record", "Mentioned") },
  { "agenda", NC_ ("record", "On the agenda") },
  { "priority", NC_ ("record", "Priority") },
  { "core_task", NC_ ("record", "Core task") },
  { NULL, NULL },
};

static const StreekRecordField role_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_body_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE, STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_LINK | STREEK_RECORD_SHOWN, .target = &streek_plan_item_kind },
  { "role", N_ ("Role"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = roles },
  { "modifier", N_ ("How"), STREEK_RECORD_CHOICE, STREEK_RECORD_SHOWN, .words = modifiers },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "quote", N_ ("In its own words"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
};

static gboolean
check_role (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (record,
                                    streek_record_get_first_day (record, STREEK_ROLE_STARTS),
                                    streek_record_get_last_day (record, STREEK_ROLE_ENDS), error);
}

const StreekRecordKind streek_role_kind = {
  .id = "role",
  .name = N_ ("Role"),
  .plural = N_ ("Roles"),
  .column = N_ ("Roles"),
  .fields = role_fields,
  .n_fields = STREEK_ROLE_N_FIELDS,
  .title = STREEK_ROLE_ROLE,
  .check = check_role,
};

static const StreekRecordField theme_weight_fields[] = {
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_body_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
  { "weight", N_ ("Weight"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN,
    .words = weights },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE, STREEK_RECORD_SHOWN,
    .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
  { "quote", N_ ("In its own words"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "starts", N_ ("From"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN,
    .hint = N_ ("A day, a month, a quarter or a year, as far as it is known") },
  { "ends", N_ ("Until"), STREEK_RECORD_PERIOD, STREEK_RECORD_SHOWN },
};

static gboolean
check_theme_weight (const StreekRecord *record, const StreekRecords *records, GError **error)
{
  return streek_record_check_order (
    record, streek_record_get_first_day (record, STREEK_THEME_WEIGHT_STARTS),
    streek_record_get_last_day (record, STREEK_THEME_WEIGHT_ENDS), error);
}

const StreekRecordKind streek_theme_weight_kind = {
  .id = "theme_weight",
  .name = N_ ("Weight of a theme"),
  .plural = N_ ("Weights of themes"),
  .column = N_ ("Weighed themes"),
  .fields = theme_weight_fields,
  .n_fields = STREEK_THEME_WEIGHT_N_FIELDS,
  .title = STREEK_THEME_WEIGHT_THEME,
  .check = check_theme_weight,
};
