/* streek-acceptance.h: a finding that a person looked at and lets stand, with the reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

typedef struct
{
  char *rule; /* id */
  char *key;  /* of the finding */
  char *reason;
  char *accepted_by; /* a name */
  gint64 made_at;    /* microseconds since 1970, UTC */
  char *fingerprint; /* of the figures it was about; others make it lapse */
} StreekAcceptance;

StreekAcceptance *streek_acceptance_copy (const StreekAcceptance *acceptance);
void streek_acceptance_free (StreekAcceptance *acceptance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAcceptance, streek_acceptance_free)

GPtrArray *streek_acceptances_list (StreekDb *db, GError **error);
/* To be run inside a command of the store. */
gboolean streek_acceptance_write (StreekDb *db, const StreekAcceptance *acceptance, GError **error);
gboolean streek_acceptance_delete (StreekDb *db, const char *rule, const char *key, GError **error);
