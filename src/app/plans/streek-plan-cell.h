/* streek-plan-cell.h: one thing about a goal or action, read in the tree of its plan and changed
 * there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-columns.h"
#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PLAN_CELL (streek_plan_cell_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlanCell, streek_plan_cell, STREEK, PLAN_CELL, AdwBin)

/* Signals: "pressed": the mouse chose it; "edit": it was clicked twice; "done" (int step): it is no
 * longer edited, and keys go on to the next cell (1), the one before (-1), the one below (2) or
 * above (-2), or to its row (0). A change of it is one command. */
GtkWidget *streek_plan_cell_new (StreekRecordBook *book, const StreekPlanColumn *column);
const StreekPlanColumn *streek_plan_cell_get_column (StreekPlanCell *self);
/* @row: (nullable): none now: what was typed is written where it can be */
void streek_plan_cell_set_row (StreekPlanCell *self, StreekPlanRow *row);
StreekPlanRow *streek_plan_cell_get_row (StreekPlanCell *self); /* (nullable) */
/* FALSE where there is nothing to edit. */
gboolean streek_plan_cell_edit (StreekPlanCell *self);
