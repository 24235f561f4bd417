/* streek-correction-window.h: another figure in place of the source's, and why */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-edit-window.h"
#include "workspace/streek-edits.h"

#define STREEK_TYPE_CORRECTION_WINDOW (streek_correction_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekCorrectionWindow, streek_correction_window, STREEK, CORRECTION_WINDOW, StreekEditWindow)

/* @value, @missing: what stands there now; @is_corrected: by a person, so that it can be brought
 * back. Closes itself when the command is done. */
GtkWidget *streek_correction_window_new (GtkWindow *parent,
                                         StreekWorkspace *workspace,
                                         const StreekValueRef *ref,
                                         const StreekIndicator *indicator,
                                         double value,
                                         StreekMissing missing,
                                         gboolean is_corrected);
