/* streek-sheet-preview.h: what rows of a spreadsheet become, or what was found in them, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define STREEK_TYPE_SHEET_PREVIEW (streek_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (StreekSheetPreview, streek_sheet_preview, STREEK, SHEET_PREVIEW, AdwBin)

/* @label: what the list is called; @none: what stands there where it is empty */
GtkWidget *streek_sheet_preview_new (const char *label, const char *none);
/* @lines: (nullable) (element-type StreekRecordLine): as many as there are: only those that are
 * seen are made */
void streek_sheet_preview_show (StreekSheetPreview *self, GPtrArray *lines);
