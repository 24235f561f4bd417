/* streek-record-window.h: one record: its form, its parts, and where it is used */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-draft.h"
#include "record/streek-record-form.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_RECORD_WINDOW (streek_record_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekRecordWindow, streek_record_window, STREEK, RECORD_WINDOW, StreekEditWindow)

/* Signal "saved" (gint64 id): it is in the file now. */

/* @id: 0: a new record. What is typed is one command, at Save or Ctrl+S; what was typed and not
 * saved is kept in the file, and offered when the window is next opened. The form is shown when the
 * window is; until then it can be preset. */
GtkWidget *streek_record_window_new (GtkWindow *parent,
                                     StreekContext *context,
                                     const StreekRecordKind *kind,
                                     gint64 id);
/* Lent: to place its fields in groups of one's own. */
StreekRecordForm *streek_record_window_get_form (StreekRecordWindow *self);
void streek_record_window_preset (StreekRecordWindow *self, guint field, const char *text);
void streek_record_window_preset_reference (StreekRecordWindow *self, guint field, gint64 id);

/* Shows a record in a window of this class; nothing where it is not there any more. */
void streek_record_open (GtkWidget *widget,
                         StreekContext *context,
                         const StreekRecordKind *kind,
                         gint64 id);
/* A new record, in a window of this class; @owner: 0: it is part of none. */
void streek_record_open_new (GtkWidget *widget,
                             StreekContext *context,
                             const StreekRecordKind *kind,
                             guint owner_field,
                             gint64 owner);
/* Shows what was typed and not saved in a window of this class; nothing where its record is gone.
 */
void
streek_record_go_on (GtkWidget *widget, StreekContext *context, const StreekRecordDraft *draft);
