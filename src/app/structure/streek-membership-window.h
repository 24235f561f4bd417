/* streek-membership-window.h: to which area a municipality belongs, since when, known from where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-edit-window.h"
#include "workspace/streek-edits.h"

#define STREEK_TYPE_MEMBERSHIP_WINDOW (streek_membership_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekMembershipWindow, streek_membership_window, STREEK, MEMBERSHIP_WINDOW, StreekEditWindow)

/* @member: a municipality that belongs to @parent on @on. Closes itself when the command is done.
 */
GtkWidget *streek_membership_window_new (GtkWindow *parent_window,
                                         StreekWorkspace *workspace,
                                         StreekAreas *areas,
                                         const StreekArea *member,
                                         const StreekArea *parent,
                                         StreekDate on);
