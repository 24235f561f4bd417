/* streek-store-private.h: what the files of the store share: the struct and the writer thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-history.h"
#include "store/streek-lock.h"
#include "store/streek-store.h"

#define STREEK_STORE_APPLICATION_ID 0x53545245 /* "STRE" */

/* One direction of undo as the window shows it. */
typedef struct
{
  gboolean possible;
  char *message_id; /* (nullable) */
  GVariant *args;   /* (nullable) */
} StreekUndoState;

struct _StreekStore
{
  GObject parent_instance;

  /* Fixed from opening on. */
  char *path;
  const StreekSchema *schema; /* (unowned): outlives every store */
  StreekStoreReadOnlyReason reason;
  char *holder; /* (nullable): who has it, for STREEK_STORE_READ_ONLY_HELD */
  gint64 office_id;
  int schema_version;
  StreekDbFlags reader_flags;
  char *shown_path;      /* (nullable): an updated copy that is read in place of an older file */
  GMainContext *context; /* where signals are emitted */

  /* The writer thread's; NULL in a read-only store. */
  StreekDb *db;
  StreekLock *lock;
  GAsyncQueue *jobs;
  GThread *writer; /* (nullable): begins with the first job, under the mutex */

  GMutex mutex; /* guards all below */
  GCond changed_cond;
  gboolean closed;
  GPtrArray *idle;     /* StreekDb, owned: readers waiting to be borrowed */
  GPtrArray *borrowed; /* StreekReader, unowned */
  char *reference_version;
  guint64 generation;        /* counts commits that changed what people share */
  GHashTable *changed;       /* table → guint64: the generation that its last change made */
  StreekUndoState states[2]; /* by StreekHistoryDirection */
  gboolean announced[2];     /* what the last notify told */
};

/* streek-store.c */
StreekDb *streek_store_connect (StreekStore *self, GError **error);
void streek_store_refresh_state (StreekStore *self, StreekDb *db);
void streek_store_announce (StreekStore *self, GHashTable *touched);
gboolean streek_store_refuse_closed (StreekStore *self, GError **error);
char *streek_store_read_meta (StreekDb *db, const char *key, GError **error);
gboolean streek_store_write_meta (StreekDb *db, const char *key, const char *value, GError **error);

/* streek-store-writer.c */
typedef gboolean (*StreekWriterFunc) (StreekStore *self,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);
void streek_store_stop_writer (StreekStore *self);
gboolean streek_store_call_writer (StreekStore *self,
                                   StreekWriterFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);
void streek_store_call_writer_async (
  StreekStore *self, StreekWriterFunc func, gpointer data, GDestroyNotify destroy, GTask *task);
gboolean streek_store_begin (StreekDb *db, GError **error);
gboolean streek_store_commit (StreekDb *db, GError **error);
void streek_store_roll_back (StreekDb *db);

/* streek-store-command.c; in the writer thread */
gboolean streek_store_write_unrecorded (StreekStore *self,
                                        StreekCommandFunc func,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error);

/* streek-store-open.c */
void streek_store_set_busy (const char *holder, GError **error);

/* streek-store-create.c */
gboolean streek_store_write_copy (StreekDb *from,
                                  const char *dest_path,
                                  GCancellable *cancellable,
                                  GError **error);
