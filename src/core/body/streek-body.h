/* streek-body.h: consultation bodies: of which area, under which one, since when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* Consultation bodies, of an area, under one another, since when and until when. */
enum
{
  STREEK_BODY_NAME,
  STREEK_BODY_SHORT_NAME,
  STREEK_BODY_KIND,
  STREEK_BODY_AREA,
  STREEK_BODY_PARENT,
  STREEK_BODY_ORGANISATION,
  STREEK_BODY_VALID_FROM,
  STREEK_BODY_VALID_TO,
  STREEK_BODY_SUCCESSOR,
  STREEK_BODY_CADENCE,
  STREEK_BODY_SECRETARY,
  STREEK_BODY_ORIENTATION,
  STREEK_BODY_ORIENTATION_DOCUMENT,
  STREEK_BODY_ORIENTATION_PAGE,
  STREEK_BODY_ORIENTATION_QUOTE,
  STREEK_BODY_NOTE,
  STREEK_BODY_MEMBERS_ANNOUNCED,
  STREEK_BODY_MEMBERS_DOCUMENT,
  STREEK_BODY_MEMBERS_PAGE,
  STREEK_BODY_N_FIELDS,
};

extern const StreekRecordKind streek_body_kind;

/* (transfer container) (element-type StreekRecord): all bodies, those of one kind together, in the
 * order in which kinds are offered (people's own after them), and then by name. */
GPtrArray *streek_bodies_list (const StreekRecords *records);
