/* streek-kind-list.h: kinds to choose one from, those that do not fit with the reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#define STREEK_TYPE_KIND_LIST (streek_kind_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekKindList, streek_kind_list, STREEK, KIND_LIST, GtkWidget)

/* Signal "chosen" (int kind): a person chose a kind that fits. */

/* What the list is called for a screen reader. */
void streek_kind_list_set_name (StreekKindList *self, const char *name);
/* Empties it; to be filled each time when it is shown. */
void streek_kind_list_clear (StreekKindList *self);
/* Kinds that fit come first, each group in the order they are added in.
 * @why_not: (nullable): why it does not fit */
void streek_kind_list_add (
  StreekKindList *self, int kind, const char *label, const char *why_not, gboolean is_current);
/* Puts the keyboard on the kind that holds now. */
void streek_kind_list_start (StreekKindList *self);
