/* streek-store.h: one open workspace file: readers, one writer, commands and their history */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"
#include "store/streek-schema.h"

#define STREEK_TYPE_STORE (streek_store_get_type ())
G_DECLARE_FINAL_TYPE (StreekStore, streek_store, STREEK, STORE, GObject)

/* A read-only connection on loan, with one unchanging picture of the file while it lasts. */
typedef struct _StreekReader StreekReader;

typedef enum
{
  STREEK_STORE_NONE = 0,
  STREEK_STORE_READ_ONLY = 1 << 0,
  STREEK_STORE_WAIT = 1 << 1,     /* must write: wait up to 5 s for another holder, then BUSY */
  STREEK_STORE_ROLLBACK = 1 << 2, /* no WAL: on a network share, or for one command */
} StreekStoreFlags;

typedef enum
{
  STREEK_STORE_WRITABLE,
  STREEK_STORE_READ_ONLY_BY_REQUEST,
  STREEK_STORE_READ_ONLY_MEDIUM, /* the file or its folder cannot be written */
  STREEK_STORE_READ_ONLY_HELD,   /* another window or program has it */
  STREEK_STORE_READ_ONLY_FULL,   /* no room on the disk for a lock or a journal */
} StreekStoreReadOnlyReason;

/* Runs in the writer thread, inside a transaction that the store begins and ends. */
typedef gboolean (*StreekCommandFunc) (StreekDb *db, gpointer data, GError **error);

/* Opening and making */
StreekStore *streek_store_open (const char *path,
                                StreekStoreFlags flags,
                                const StreekSchema *schema,
                                GCancellable *cancellable,
                                GError **error);
gboolean streek_store_create (const char *path,
                              const StreekSchema *schema,
                              gint64 office_id,
                              GCancellable *cancellable,
                              GError **error);
gboolean streek_store_create_from_template (const char *template_path,
                                            const char *dest_path,
                                            const StreekSchema *schema,
                                            GCancellable *cancellable,
                                            GError **error);
void streek_store_close (StreekStore *self);

StreekDb *streek_store_open_suspect (const char *path,
                                     const StreekSchema *schema,
                                     int *version,
                                     GError **error);

/* What it is */
const char *streek_store_get_path (StreekStore *self);
const StreekSchema *streek_store_get_schema (StreekStore *self);
gboolean streek_store_is_read_only (StreekStore *self);
StreekStoreReadOnlyReason streek_store_get_read_only_reason (StreekStore *self);
const char *streek_store_get_holder (StreekStore *self);
char *streek_store_dup_read_only_sentence (StreekStore *self);
gint64 streek_store_get_office_id (StreekStore *self);
int streek_store_get_schema_version (StreekStore *self);
char *streek_store_dup_reference_version (StreekStore *self);
guint64 streek_store_get_generation (StreekStore *self);
gboolean streek_store_has_changed_since (StreekStore *self, const char *table, guint64 generation);
/* (transfer full): names of all tables that a commit changed after that one, in no order */
char **streek_store_list_changed_since (StreekStore *self, guint64 generation);
gint64 streek_store_random_id (void);

/* Reading */
StreekReader *
streek_store_borrow_reader (StreekStore *self, GCancellable *cancellable, GError **error);
void streek_store_return_reader (StreekReader *reader);
StreekDb *streek_reader_get_db (StreekReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekReader, streek_store_return_reader)

/* Writing */
gboolean streek_store_run_command (StreekStore *self,
                                   const char *message_id,
                                   GVariant *args,
                                   StreekCommandFunc func,
                                   gpointer data,
                                   GDestroyNotify destroy,
                                   GCancellable *cancellable,
                                   GError **error);
void streek_store_run_command_async (StreekStore *self,
                                     const char *message_id,
                                     GVariant *args,
                                     StreekCommandFunc func,
                                     gpointer data,
                                     GDestroyNotify destroy,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean streek_store_run_command_finish (StreekStore *self, GAsyncResult *result, GError **error);
gboolean streek_store_run_unrecorded (StreekStore *self,
                                      StreekCommandFunc func,
                                      gpointer data,
                                      GDestroyNotify destroy,
                                      GCancellable *cancellable,
                                      GError **error);
void streek_store_run_unrecorded_async (StreekStore *self,
                                        StreekCommandFunc func,
                                        gpointer data,
                                        GDestroyNotify destroy,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
streek_store_run_unrecorded_finish (StreekStore *self, GAsyncResult *result, GError **error);

/* Undo */
gboolean streek_store_can_undo (StreekStore *self);
gboolean streek_store_can_redo (StreekStore *self);
char *streek_store_dup_undo_message (StreekStore *self);
char *streek_store_dup_redo_message (StreekStore *self);
gboolean streek_store_undo (StreekStore *self, GCancellable *cancellable, GError **error);
void streek_store_undo_async (StreekStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean streek_store_undo_finish (StreekStore *self, GAsyncResult *result, GError **error);
gboolean streek_store_redo (StreekStore *self, GCancellable *cancellable, GError **error);
void streek_store_redo_async (StreekStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean streek_store_redo_finish (StreekStore *self, GAsyncResult *result, GError **error);

gboolean streek_store_forget_history (StreekDb *db, GError **error);

/* Backup */
gboolean streek_store_backup (StreekStore *self,
                              const char *dest_path,
                              GCancellable *cancellable,
                              GError **error);

/* Reference data */
gboolean streek_store_write_reference_version (StreekDb *db, const char *version, GError **error);
