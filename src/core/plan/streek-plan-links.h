/* streek-plan-links.h: what hangs on a goal or action: pillars, themes, areas, partners, statements
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

extern const StreekRecordWord streek_partner_roles[];

/* Where an item stands beside its own place; it counts once. */
enum
{
  STREEK_ITEM_PILLAR_ITEM,
  STREEK_ITEM_PILLAR_PILLAR,
  STREEK_ITEM_PILLAR_N_FIELDS,
};

extern const StreekRecordKind streek_item_pillar_kind;

/* (transfer full) (element-type StreekRecord): the items that stand under a pillar beside their own
 * place, each once. */
GPtrArray *streek_item_pillar_list_guests (const StreekRecords *records, gint64 pillar);

enum
{
  STREEK_ITEM_THEME_ITEM,
  STREEK_ITEM_THEME_THEME,
  STREEK_ITEM_THEME_N_FIELDS,
};

extern const StreekRecordKind streek_item_theme_kind;

enum
{
  STREEK_ITEM_TARGET_GROUP_ITEM,
  STREEK_ITEM_TARGET_GROUP_TARGET_GROUP,
  STREEK_ITEM_TARGET_GROUP_N_FIELDS,
};

extern const StreekRecordKind streek_item_target_group_kind;

enum
{
  STREEK_ITEM_FRAME_ITEM,
  STREEK_ITEM_FRAME_FRAME_ITEM,
  STREEK_ITEM_FRAME_NOTE,
  STREEK_ITEM_FRAME_N_FIELDS,
};

extern const StreekRecordKind streek_item_frame_kind;

enum
{
  STREEK_ITEM_AREA_ITEM,
  STREEK_ITEM_AREA_AREA,
  STREEK_ITEM_AREA_SURROUNDINGS,
  STREEK_ITEM_AREA_N_FIELDS,
};

extern const StreekRecordKind streek_item_area_kind;

enum
{
  STREEK_ITEM_INSTRUMENT_ITEM,
  STREEK_ITEM_INSTRUMENT_INSTRUMENT,
  STREEK_ITEM_INSTRUMENT_N_FIELDS,
};

extern const StreekRecordKind streek_item_instrument_kind;

enum
{
  STREEK_ITEM_PARTNER_ITEM,
  STREEK_ITEM_PARTNER_ORGANISATION,
  STREEK_ITEM_PARTNER_ROLE,
  STREEK_ITEM_PARTNER_N_FIELDS,
};

extern const StreekRecordKind streek_item_partner_kind;

/* What a plan says, and the document and page it rests on. */
enum
{
  STREEK_CLAIM_PACT,
  STREEK_CLAIM_ITEM,
  STREEK_CLAIM_CLAIM_TEXT,
  STREEK_CLAIM_DOCUMENT,
  STREEK_CLAIM_PAGE,
  STREEK_CLAIM_N_FIELDS,
};

extern const StreekRecordKind streek_claim_kind;
