/* streek-partnership.h: who is a member of a body or an organisation, as what, and since when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* A member of one partnership: of a body, or of an organisation. Being a member says nothing of
 * where either of them works. */
enum
{
  STREEK_PARTNERSHIP_MEMBER_BODY,
  STREEK_PARTNERSHIP_MEMBER_PARTNERSHIP, /* an organisation */
  STREEK_PARTNERSHIP_MEMBER_MEMBER,
  STREEK_PARTNERSHIP_MEMBER_AREA, /* that it is a member for */
  STREEK_PARTNERSHIP_MEMBER_ROLE,
  STREEK_PARTNERSHIP_MEMBER_STARTS,
  STREEK_PARTNERSHIP_MEMBER_ENDS,
  STREEK_PARTNERSHIP_MEMBER_DOCUMENT,
  STREEK_PARTNERSHIP_MEMBER_PAGE,
  STREEK_PARTNERSHIP_MEMBER_NOTE,
  STREEK_PARTNERSHIP_MEMBER_RANK,
  STREEK_PARTNERSHIP_MEMBER_N_FIELDS,
};

extern const StreekRecordKind streek_partnership_member_kind;

/* What a partnership announced against the members that are entered. */
typedef struct
{
  guint n_entered; /* in force on that day, each once */
  gboolean is_announced;
  gint64 announced;
} StreekMemberCount;

/* Members of @partnership, a body or an organisation; on a day those whose membership had begun and
 * had not ended, as far as that is known; %STREEK_DATE_NONE: of whenever.
 * Returns: (transfer container) (element-type StreekRecord): partnership_member */
GPtrArray *
streek_members_list (const StreekRecords *records, const StreekRecord *partnership, StreekDate on);
/* As on a day; of a partnership that had ended by then, as on its last day. */
StreekMemberCount
streek_members_count (const StreekRecords *records, const StreekRecord *partnership, StreekDate on);
/* (transfer full) (nullable): "17 of 17", or "17" where no number was announced; NULL where there
 * is neither */
char *streek_member_count_dup_words (const StreekMemberCount *count);

/* Lets a check look at partnerships. Any thread, any number of times. */
void streek_partnership_rules_register (void);
