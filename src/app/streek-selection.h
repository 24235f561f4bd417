/* streek-selection.h: which areas are chosen and pointed at, shared by map, chart and table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#define STREEK_TYPE_SELECTION (streek_selection_get_type ())
G_DECLARE_FINAL_TYPE (StreekSelection, streek_selection, STREEK, SELECTION, GObject)

/* Areas are named by their code in the set that is shown, so that a selection outlives a new
 * figure of the same set. Signals: "changed" when the chosen areas differ, "notify::hovered" when
 * the pointer or the keyboard reaches another area. */
StreekSelection *streek_selection_new (void);

guint streek_selection_get_n_selected (StreekSelection *self);
gboolean streek_selection_contains (StreekSelection *self, const char *code);
/* (transfer container) (element-type utf8): in the order of the codes */
GPtrArray *streek_selection_list (StreekSelection *self);
void streek_selection_set (StreekSelection *self, const char *const *codes);
void streek_selection_select_only (StreekSelection *self, const char *code);
void streek_selection_toggle (StreekSelection *self, const char *code);
void streek_selection_clear (StreekSelection *self);

/* (nullable): the area under the pointer or the keyboard's */
const char *streek_selection_get_hovered (StreekSelection *self);
void streek_selection_set_hovered (StreekSelection *self, const char *code);
