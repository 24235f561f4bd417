/* streek-record-command.h: writing records from the window: as undo names it, and asking first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

typedef enum
{
  STREEK_RECORD_ADDED,
  STREEK_RECORD_CHANGED,
  STREEK_RECORD_REMOVED,
} StreekRecordVerb;

/* Writes @changes (transfer full) as one command that is named after the record @id of @kind:
 * "Change the project DC NOISE". A kind that is only changed as a part of others takes the name of
 * the record that it is part of. The callback's source is the workspace: finish with
 * streek_edits_write_records_finish(). */
void streek_record_command_write_async (StreekRecordBook *book,
                                        StreekRecordChanges *changes,
                                        const StreekRecordKind *kind,
                                        gint64 id,
                                        StreekRecordVerb verb,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* The same from a widget of the window, which says by itself what could not be done: @message:
 * marked with N_(), with @args: (nullable): floating. @toast: (nullable): said with a button Undo
 * when it is done. */
void streek_record_command_run (GtkWidget *widget,
                                StreekRecordBook *book,
                                StreekRecordChanges *changes,
                                const char *message,
                                GVariant *args,
                                const char *toast);
/* The same, named after the record. */
void streek_record_command_run_for (GtkWidget *widget,
                                    StreekRecordBook *book,
                                    StreekRecordChanges *changes,
                                    const StreekRecordKind *kind,
                                    gint64 id,
                                    StreekRecordVerb verb);
/* Says in the window that @widget belongs to what was done, with a button Undo. */
void streek_record_command_tell (GtkWidget *widget, const char *words);
/* Which record stands for a use: a link says nothing by itself, what it is part of does. */
const StreekRecord *streek_record_use_find_shown (const StreekRecordUse *use,
                                                  const StreekRecords *records);
/* Deletes @ids: (array length=n_ids): of @kind. Where others refer to them, or parts go with them,
 * a dialog says which, and asks; else it is done at once. Then a message with a button Undo. */
void streek_record_command_delete (GtkWidget *widget,
                                   StreekRecordBook *book,
                                   const StreekRecordKind *kind,
                                   const gint64 *ids,
                                   guint n_ids);
typedef void (*StreekRecordGoFunc) (GtkWidget *widget, const char *code);
/* Calls @go for an indicator, or a set of areas: @is_set, which is to be deleted. Where records
 * name it, or an area of it, a dialog says which, and asks first. It waits until they are read. */
void streek_record_command_remove_named (GtkWidget *widget,
                                         StreekRecordBook *book,
                                         const char *code,
                                         const char *name,
                                         gboolean is_set,
                                         StreekRecordGoFunc go);
