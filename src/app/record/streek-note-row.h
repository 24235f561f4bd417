/* streek-note-row.h: a row of a form that only shows something: the keyboard passes it by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define STREEK_TYPE_NOTE_ROW (streek_note_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekNoteRow, streek_note_row, STREEK, NOTE_ROW, AdwPreferencesRow)

GtkWidget *streek_note_row_new (GtkWidget *child);
