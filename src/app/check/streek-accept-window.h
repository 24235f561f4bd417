/* streek-accept-window.h: why a finding may stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-check-list.h"
#include "streek-edit-window.h"
#include "workspace/streek-workspace.h"

#define STREEK_TYPE_ACCEPT_WINDOW (streek_accept_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekAcceptWindow, streek_accept_window, STREEK, ACCEPT_WINDOW, StreekEditWindow)

/* @entry: of @list, which the window keeps */
GtkWidget *streek_accept_window_new (GtkWindow *parent,
                                     StreekWorkspace *workspace,
                                     StreekCheckList *list,
                                     const StreekCheckEntry *entry);
