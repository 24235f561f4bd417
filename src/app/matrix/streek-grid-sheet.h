/* streek-grid-sheet.h: a matrix or a timeline to scroll over, its head and side always in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_GRID_SHEET (streek_grid_sheet_get_type ())
G_DECLARE_FINAL_TYPE (StreekGridSheet, streek_grid_sheet, STREEK, GRID_SHEET, GtkWidget)

/* Belongs in a GtkScrolledWindow. Signals: "pointed" (int spot), under the pointer or the keys, -1:
 * none; "activated" (int spot); "source-activated" (int spot): Ctrl+Enter, or Ctrl and a click;
 * "menu" (int spot): it is asked for; "carried" (int spot, int column): by the mouse or by keys to
 * another column of the figure, where that may be; "room-changed": it has another width, or letters
 * another size. */

/* @drawing: (transfer full) (nullable): NULL: an empty sheet. What was pointed at still is, where
 * it is there. */
void streek_grid_sheet_set_drawing (StreekGridSheet *self, StreekGridDrawing *drawing);
/* Which places of its body may be carried from one column to another. @func: (nullable): none */
typedef gboolean (*StreekGridCarriesFunc) (const StreekGridSpot *spot, gpointer data);
void
streek_grid_sheet_set_carries (StreekGridSheet *self, StreekGridCarriesFunc func, gpointer data);
/* (nullable): -1 is none */
const StreekGridSpot *streek_grid_sheet_get_spot (StreekGridSheet *self, int spot);
/* Goes there as the keys do; -1: nowhere. */
void streek_grid_sheet_show_spot (StreekGridSheet *self, int spot);
/* Where a spot is seen, in pixels; the whole sheet where it is out of sight. */
void streek_grid_sheet_get_rect (StreekGridSheet *self, int spot, GdkRectangle *rect);
/* Where the pointer is, as a share of the sheet. */
void streek_grid_sheet_get_pointer (StreekGridSheet *self, double *across, double *down);
/* The heights of what stands at the head and the foot whatever is scrolled; 0: nothing does. */
void streek_grid_sheet_get_edges (StreekGridSheet *self, int *head, int *foot);
/* How many times larger than designed letters are, by the desktop's choice. */
double streek_grid_sheet_get_text_scale (StreekGridSheet *self);
