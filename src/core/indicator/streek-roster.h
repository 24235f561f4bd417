/* streek-roster.h: a frozen ordered list of areas, such as "gemeenten of 2019-01-01" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "store/streek-db.h"

/* A code that begins so names no area of its own: "~gewest:02000" holds what the source could not
 * locate any nearer than that area. */
#define STREEK_ROSTER_NOT_LOCATED '~'

/* Immutable. */
typedef struct
{
  char *id; /* derived from the rest */
  char *set_code;
  StreekDate on;
  guint n;
  char **codes;
} StreekRoster;

StreekRoster *streek_roster_new (const char *set_code, StreekDate on, const char *const *codes);
void streek_roster_free (StreekRoster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRoster, streek_roster_free)

int streek_roster_find (const StreekRoster *roster, const char *code);

StreekRoster *streek_roster_read (StreekDb *db, const char *id, GError **error);
gboolean streek_roster_write_reference (StreekDb *db, const StreekRoster *roster, GError **error);
gboolean streek_roster_write (StreekDb *db, const StreekRoster *roster, GError **error);
