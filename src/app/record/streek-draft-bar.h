/* streek-draft-bar.h: offers what was typed in a form and not saved: go on, or throw it away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-draft-book.h"

#include <adwaita.h>

#define STREEK_TYPE_DRAFT_BAR (streek_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (StreekDraftBar, streek_draft_bar, STREEK, DRAFT_BAR, AdwBin)

/* Signals "go-on" and "throw-away": what a person chose. */

StreekDraftBar *streek_draft_bar_new (void);
/* In a form, which says itself what it is about. @draft: (nullable): there is none to offer */
void streek_draft_bar_offer (StreekDraftBar *self,
                             const StreekRecordDraft *draft,
                             StreekRecordDraftState state);
/* Says a sentence; there is nothing left to choose. */
void streek_draft_bar_tell (StreekDraftBar *self, const char *sentence);
/* In a window: by itself, whatever a crash interrupted in its file. */
void streek_draft_bar_follow (StreekDraftBar *self, StreekContext *context);
