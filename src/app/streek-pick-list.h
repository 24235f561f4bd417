/* streek-pick-list.h: a few things picked from many, each with a button to take it away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-choice.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PICK_LIST (streek_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekPickList, streek_pick_list, STREEK, PICK_LIST, GtkWidget)

/* Signal "changed": a person picked something or took it away. */

/* @choices: (element-type StreekChoice): what can be picked */
void streek_pick_list_set_choices (StreekPickList *self, GListModel *choices);
/* @ids: (nullable) (array zero-terminated=1): what is picked, in order; makes no signal */
void streek_pick_list_set_ids (StreekPickList *self, const char *const *ids);
/* (transfer full) (array zero-terminated=1) (nullable): NULL where nothing is */
char **streek_pick_list_dup_ids (StreekPickList *self);
/* @text: what stands there while nothing is picked */
void streek_pick_list_set_words (StreekPickList *self, const char *text, const char *placeholder);
/* The last ones cannot be taken away. */
void streek_pick_list_set_minimum (StreekPickList *self, guint minimum);
void streek_pick_list_start (StreekPickList *self);
