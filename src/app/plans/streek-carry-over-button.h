/* streek-carry-over-button.h: which unfinished actions of the year before to take along */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CARRY_OVER_BUTTON (streek_carry_over_button_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekCarryOverButton, streek_carry_over_button, STREEK, CARRY_OVER_BUTTON, GtkWidget)

/* Signal "chosen" (GArray *of gint64): ids of those to carry over, at least one; lent. */

/* @actions: (element-type StreekRecord), ticked until somebody unticks them; what was unticked
 * before stays so. */
void streek_carry_over_button_set_actions (StreekCarryOverButton *self,
                                           const GPtrArray *actions,
                                           const StreekRecords *records);
