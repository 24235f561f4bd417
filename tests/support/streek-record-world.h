/* streek-record-world.h: records in memory, on a map drawn in letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"

/* The municipalities A, B and C, and the set "streek" with WEST (A) and OOST (B and C). */
StreekDb *streek_record_world_new_db (void);
/* What @changes make of a file without records, on 22 November 2026, in Dutch numbers and days.
 * @changes outlive it. */
StreekRecordView *streek_record_world_new_view (StreekDb *db, StreekRecordChanges *changes);
gint64 streek_record_world_add (StreekRecordChanges *changes,
                                const StreekRecordKind *kind,
                                const char *title);
/* A record of @link that ties @id (by @owner) to @other (by its title). */
gint64 streek_record_world_tie (
  StreekRecordChanges *changes, const StreekRecordKind *link, guint owner, gint64 id, gint64 other);
