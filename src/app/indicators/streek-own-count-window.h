/* streek-own-count-window.h: an own count with its values, to be made or changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-own-count.h"
#include "streek-edit-window.h"
#include "workspace/streek-workspace.h"

#define STREEK_TYPE_OWN_COUNT_WINDOW (streek_own_count_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekOwnCountWindow, streek_own_count_window, STREEK, OWN_COUNT_WINDOW, StreekEditWindow)

/* @count: (nullable): copied; a new one where it is NULL. Closes itself when the command is done.
 */
GtkWidget *streek_own_count_window_new (GtkWindow *parent,
                                        StreekWorkspace *workspace,
                                        const StreekOwnCount *count);
