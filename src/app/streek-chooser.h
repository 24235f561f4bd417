/* streek-chooser.h: a list to choose one thing from, with a field to narrow it down */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-choice.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CHOOSER (streek_chooser_get_type ())
G_DECLARE_FINAL_TYPE (StreekChooser, streek_chooser, STREEK, CHOOSER, GtkWidget)

/* Signal "chosen" (const char *id): a row was activated, or Enter pressed in the field. */

/* @choices: (element-type StreekChoice) */
void streek_chooser_set_choices (StreekChooser *self, GListModel *choices);
/* Marks the choice that holds now; @id (nullable): none */
void streek_chooser_set_current (StreekChooser *self, const char *id);
/* Empties the field and puts the keyboard there; to call when it is shown. */
void streek_chooser_start (StreekChooser *self);
void streek_chooser_set_placeholder (StreekChooser *self, const char *text);

/* What belongs to what was typed, best first: (transfer full) (element-type StreekChoice). */
typedef GListModel *(*StreekChooserSearchFunc) (const char *text, gpointer user_data);

/* Instead of the choices whose words begin so; an empty field shows all choices again. */
void streek_chooser_set_search_func (StreekChooser *self,
                                     StreekChooserSearchFunc func,
                                     gpointer user_data);
/* Asks the function once more for what is in the field, where it may find something else now; what
 * was selected stays so where it is found again. */
void streek_chooser_search_again (StreekChooser *self);
