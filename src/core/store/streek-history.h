/* streek-history.h: changesets of user actions: recorded, undone and redone in one transaction */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

/* Watches the recorded tables while a command runs, and notes every table that it touches. */
typedef struct _StreekRecorder StreekRecorder;

StreekRecorder *streek_recorder_new (StreekDb *db, GHashTable *touched, GError **error);
gboolean streek_recorder_is_empty (StreekRecorder *recorder);
GBytes *streek_recorder_take (StreekRecorder *recorder, GError **error);
void streek_recorder_free (StreekRecorder *recorder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecorder, streek_recorder_free)

typedef enum
{
  STREEK_HISTORY_UNDO,
  STREEK_HISTORY_REDO,
} StreekHistoryDirection;

/* The next action in one direction; message_id is NULL where there is none. */
typedef struct
{
  char *message_id;
  GVariant *args;     /* (nullable) */
  int schema_version; /* it was recorded under */
  gint64 id;
} StreekHistoryEntry;

void streek_history_entry_clear (StreekHistoryEntry *entry);

gboolean streek_history_append (StreekDb *db,
                                gint64 office_id,
                                int schema_version,
                                const char *message_id,
                                GVariant *args,
                                GBytes *changeset,
                                GError **error);
gboolean streek_history_peek (StreekDb *db,
                              StreekHistoryDirection direction,
                              StreekHistoryEntry *entry,
                              GError **error);
gboolean streek_history_is_readable (const void *changeset, gsize size);
gboolean streek_history_step (StreekDb *db,
                              StreekHistoryDirection direction,
                              int schema_version,
                              GHashTable *touched,
                              GError **error);
