/* streek-plan-links.c: what hangs on a goal or action: pillars, themes, areas, partners, statements
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-links.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>

static const StreekRecordWord instruments[] = {
  { "overleg", NC_ ("record", "Consultation") },
  { "partners-samenbrengen", NC_ ("record", "Bringing partners together") },
  { "financiering-zoeken", NC_ ("record", "Seeking funding") },
  { "dossiers-voorbereiden", NC_ ("record", "Preparing files") },
  { "studie", NC_ ("record", "Study") },
  { "project", NC_ ("record", "Project") },
  { "campagne", NC_ ("record", "Campaign") },
  { "netwerk", NC_ ("record", "Network") },
  { "advies", NC_ ("record", "Advice") },
  { NULL, NULL },
};

const StreekRecordWord streek_partner_roles[] = {
  { "promotor", NC_ ("record", "Promoter") },
  { "opdrachtgever", NC_ ("record", "Commissioned by") },
  { "partner", NC_ ("record", "Partner") },
  { "ondersteuner", NC_ ("record", "Supporter") },
  { NULL, NULL },
};

static const StreekRecordField item_pillar_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "pillar", N_ ("Also under"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_plan_item_kind },
};

const StreekRecordKind streek_item_pillar_kind = {
  .id = "item_pillar",
  .name = N_ ("Other pillar"),
  .plural = N_ ("Other pillars"),
  .column = N_ ("Also under"),
  .fields = item_pillar_fields,
  .n_fields = STREEK_ITEM_PILLAR_N_FIELDS,
  .title = STREEK_ITEM_PILLAR_PILLAR,
};

static const StreekRecordField item_theme_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "theme", N_ ("Theme"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_theme_kind },
};

const StreekRecordKind streek_item_theme_kind = {
  .id = "item_theme",
  .name = N_ ("Theme of an item"),
  .plural = N_ ("Themes of an item"),
  .column = N_ ("Themes"),
  .fields = item_theme_fields,
  .n_fields = STREEK_ITEM_THEME_N_FIELDS,
  .title = STREEK_ITEM_THEME_THEME,
};

static const StreekRecordField item_target_group_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "target_group", N_ ("Target group"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_target_group_kind },
};

const StreekRecordKind streek_item_target_group_kind = {
  .id = "item_target_group",
  .name = N_ ("Target group of an item"),
  .plural = N_ ("Target groups of an item"),
  .column = N_ ("Target groups"),
  .fields = item_target_group_fields,
  .n_fields = STREEK_ITEM_TARGET_GROUP_N_FIELDS,
  .title = STREEK_ITEM_TARGET_GROUP_TARGET_GROUP,
};

static const StreekRecordField item_frame_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "frame_item", N_ ("Part of a policy frame"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_frame_item_kind },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_item_frame_kind = {
  .id = "item_frame",
  .name = N_ ("Part of a policy frame that an item serves"),
  .plural = N_ ("Policy frames of an item"),
  .column = N_ ("Policy frames"),
  .fields = item_frame_fields,
  .n_fields = STREEK_ITEM_FRAME_N_FIELDS,
  .title = STREEK_ITEM_FRAME_FRAME_ITEM,
};

static const StreekRecordField item_area_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "surroundings", N_ ("And surroundings"), STREEK_RECORD_FLAG, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_item_area_kind = {
  .id = "item_area",
  .name = N_ ("Area of an item"),
  .plural = N_ ("Areas of an item"),
  .column = N_ ("Areas"),
  .fields = item_area_fields,
  .n_fields = STREEK_ITEM_AREA_N_FIELDS,
  .title = STREEK_ITEM_AREA_AREA,
};

static const StreekRecordField item_instrument_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "instrument", N_ ("Instrument"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN, .words = instruments },
};

const StreekRecordKind streek_item_instrument_kind = {
  .id = "item_instrument",
  .name = N_ ("Instrument of an item"),
  .plural = N_ ("Instruments of an item"),
  .column = N_ ("Instruments"),
  .fields = item_instrument_fields,
  .n_fields = STREEK_ITEM_INSTRUMENT_N_FIELDS,
  .title = STREEK_ITEM_INSTRUMENT_INSTRUMENT,
};

static const StreekRecordField item_partner_fields[] = {
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_plan_item_kind },
  { "organisation", N_ ("Organisation"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_organisation_kind },
  { "role", N_ ("Role"), STREEK_RECORD_CHOICE, STREEK_RECORD_OPEN | STREEK_RECORD_SHOWN,
    .words = streek_partner_roles },
};

const StreekRecordKind streek_item_partner_kind = {
  .id = "item_partner",
  .name = N_ ("Partner of an item"),
  .plural = N_ ("Partners of an item"),
  .column = N_ ("Partners"),
  .fields = item_partner_fields,
  .n_fields = STREEK_ITEM_PARTNER_N_FIELDS,
  .title = STREEK_ITEM_PARTNER_ORGANISATION,
};

static const StreekRecordField claim_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER,
    .target = &streek_pact_kind },
  { "item", N_ ("Goal or action"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER,
    .target = &streek_plan_item_kind },
  { "claim_text", N_ ("Statement"), STREEK_RECORD_PARAGRAPHS,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "document", N_ ("Document"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN, .target = &streek_document_kind },
  { "page", N_ ("Page"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_claim_kind = {
  .id = "claim",
  .name = N_ ("Statement with its source"),
  .plural = N_ ("Statements with their sources"),
  .fields = claim_fields,
  .n_fields = STREEK_CLAIM_N_FIELDS,
  .title = STREEK_CLAIM_CLAIM_TEXT,
  .check = streek_record_check_one_owner,
};

GPtrArray *
streek_item_pillar_list_guests (const StreekRecords *records, gint64 pillar)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *guests = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links = streek_records_list_by (records, &streek_item_pillar_kind,
                                                             STREEK_ITEM_PILLAR_PILLAR, pillar, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item = streek_record_follow (links[i], STREEK_ITEM_PILLAR_ITEM, records);

      if (item != NULL && !g_ptr_array_find (guests, item, NULL))
        g_ptr_array_add (guests, (gpointer) item);
    }

  return guests;
}
