/* streek-draft-book.h: what was typed in forms and not saved, as the file of a window keeps it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-draft.h"
#include "streek-context.h"

#define STREEK_TYPE_DRAFT_BOOK (streek_draft_book_get_type ())
G_DECLARE_FINAL_TYPE (StreekDraftBook, streek_draft_book, STREEK, DRAFT_BOOK, GObject)

/* Signal "changed": other drafts. They are read when a file is opened, and written away from the
 * main loop.
 * Signal "failed" (GError): one could not be written; told once until one can be again. */

/* (transfer none): the one of that window; made when it is first asked for */
StreekDraftBook *streek_draft_book_get (StreekContext *context);
/* In place of the one of that id. @draft: (transfer full) */
void streek_draft_book_keep (StreekDraftBook *self, StreekRecordDraft *draft);
void streek_draft_book_drop (StreekDraftBook *self, gint64 id);
/* A form that is open has it: nobody else is offered it. */
void streek_draft_book_set_in_use (StreekDraftBook *self, gint64 id, gboolean is_in_use);

/* (nullable): the newest draft of that record, of a new one where it is 0 and would be part of
 * @owner, that no form has; who asks comes before others. Lent until the next change. */
const StreekRecordDraft *streek_draft_book_find (StreekDraftBook *self,
                                                 const StreekRecordKind *kind,
                                                 gint64 record,
                                                 gint64 owner);
/* (nullable): the newest of who asks, whose form was not closed by hand. */
const StreekRecordDraft *streek_draft_book_find_interrupted (StreekDraftBook *self);
