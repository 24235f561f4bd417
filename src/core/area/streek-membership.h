/* streek-membership.h: what a member of staff knows better about which municipality is where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "store/streek-db.h"

/* "As long as the area exists": the key of the table cannot be empty, so it is the first day. */
#define STREEK_MEMBERSHIP_FIRST_DAY ((StreekDate) 1)

/* For the days of @valid the municipality is, or is not, in the area, whatever the list says. */
typedef struct
{
  char *set;
  char *area;
  char *member;         /* code of a municipality */
  StreekInterval valid; /* from STREEK_DATE_NONE: as long as the area exists */
  gboolean present;
  char *source; /* where this is known from; never empty */
  char *note;   /* (nullable) */
} StreekMembership;

void streek_membership_free (StreekMembership *membership);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMembership, streek_membership_free)

/* Both run inside a command of the store, so that they can be undone. */
gboolean
streek_membership_correct (StreekDb *db, const StreekMembership *correction, GError **error);
/* (element-type StreekMembership) by set, area, member and date */
GPtrArray *streek_membership_list (StreekDb *db, GError **error);
