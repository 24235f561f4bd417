/* streek-entry-window.h: a figure that a source states, typed in: of an area, or between two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_ENTRY_WINDOW (streek_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekEntryWindow, streek_entry_window, STREEK, ENTRY_WINDOW, StreekEditWindow)

/* Whether figures of @indicator can be typed in at all: those of a formula are computed.
 * @indicator: (nullable) */
gboolean streek_entry_is_possible (StreekContext *context, const StreekIndicator *indicator);
/* Of the context's indicator. @area: (nullable): SET:CODE to begin with. Closes itself when the
 * command is done. */
GtkWidget *streek_entry_window_new (GtkWindow *parent, StreekContext *context, const char *area);
