/* streek-choice.h: one thing to choose from a list: an area, an indicator, a view */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define STREEK_TYPE_CHOICE (streek_choice_get_type ())
G_DECLARE_FINAL_TYPE (StreekChoice, streek_choice, STREEK, CHOICE, GObject)

/* @id: stable, for the program; @subtitle: (nullable); @keywords: (nullable): found as well */
StreekChoice *
streek_choice_new (const char *id, const char *title, const char *subtitle, const char *keywords);
const char *streek_choice_get_id (StreekChoice *self);
const char *streek_choice_get_title (StreekChoice *self);
const char *streek_choice_get_subtitle (StreekChoice *self);
/* Whether every word of @folded (as g_str_tokenize_and_fold() leaves them) begins a word of its
 * own. */
gboolean streek_choice_matches (StreekChoice *self, const char *const *folded);
