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

/* Of which kind a body was in another period than now. */
enum
{
  STREEK_BODY_ORIENTATION_OF_BODY,
  STREEK_BODY_ORIENTATION_OF_WORD,
  STREEK_BODY_ORIENTATION_OF_STARTS,
  STREEK_BODY_ORIENTATION_OF_ENDS,
  STREEK_BODY_ORIENTATION_OF_DOCUMENT,
  STREEK_BODY_ORIENTATION_OF_PAGE,
  STREEK_BODY_ORIENTATION_OF_QUOTE,
  STREEK_BODY_ORIENTATION_OF_N_FIELDS,
};

extern const StreekRecordKind streek_body_orientation_kind;

/* What is said of the kind of a body, and where; all NULL where nothing is. */
typedef struct
{
  const char *word; /* (nullable): "projects" */
  const StreekRecord *document;
  const char *page;
  const char *quote;
} StreekOrientation;

/* As on a day: what is entered for a period with that day in it, the latest begun, else what the
 * body itself says; %STREEK_DATE_NONE: what the body itself says, else the latest period. */
StreekOrientation streek_body_find_orientation (const StreekRecords *records,
                                                const StreekRecord *body,
                                                StreekDate on);
/* Whether it was there on a day, of which its last one is part; %STREEK_DATE_NONE: always. */
gboolean streek_body_exists_on (const StreekRecord *body, StreekDate on);

/* (transfer container) (element-type StreekRecord): all bodies, those of one kind together, in the
 * order in which kinds are offered (people's own after them), and then by name. */
GPtrArray *streek_bodies_list (const StreekRecords *records);
