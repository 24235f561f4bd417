/* streek-choice-button.h: a button that shows what was chosen and opens a list to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-chooser.h"

#include <adwaita.h>

#define STREEK_TYPE_CHOICE_BUTTON (streek_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekChoiceButton, streek_choice_button, STREEK, CHOICE_BUTTON, AdwBin)

/* Signal "chosen" (const char *id, const char *title). */

/* (transfer full): a list of StreekChoice, made when it is opened */
typedef GListModel *(*StreekChoicesFunc) (gpointer data);

/* @name: what is chosen, for who does not see it; @placeholder: in the field of the list; @func:
 * makes the list each time that it is opened; @chosen: handles "chosen"; @owner: an object that
 * lives as long as the button, for @func and as first argument of @chosen */
GtkWidget *streek_choice_button_new (const char *name,
                                     const char *placeholder,
                                     StreekChoicesFunc func,
                                     GCallback chosen,
                                     gpointer owner);
/* @id: (nullable): the one that holds; @label: shown on the button */
void streek_choice_button_set_current (StreekChoiceButton *self, const char *id, const char *label);
