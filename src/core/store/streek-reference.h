/* streek-reference.h: renewing the reference data of a workspace from a template */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-store.h"

typedef enum
{
  STREEK_REFERENCE_ADDED,
  STREEK_REFERENCE_REMOVED,
  STREEK_REFERENCE_CHANGED,
} StreekReferenceChangeKind;

/* One row that comes or goes, or one cell that changes. */
typedef struct
{
  StreekReferenceChangeKind kind;
  char *table;
  char *key;       /* values of the primary key, joined by "/" */
  char *column;    /* (nullable): of a changed cell */
  char *old_value; /* (nullable): NULL for NULL, and for a row */
  char *new_value; /* (nullable) */
} StreekReferenceChange;

void streek_reference_change_free (StreekReferenceChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekReferenceChange, streek_reference_change_free)

GPtrArray *streek_store_list_reference_changes (StreekStore *self,
                                                const char *template_path,
                                                GCancellable *cancellable,
                                                GError **error);
gboolean streek_store_update_reference (StreekStore *self,
                                        const char *template_path,
                                        GCancellable *cancellable,
                                        GError **error);
