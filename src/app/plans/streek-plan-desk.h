/* streek-plan-desk.h: the tree of a plan with what is chosen in it beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-tree-view.h"

#include <adwaita.h>

#define STREEK_TYPE_PLAN_DESK (streek_plan_desk_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlanDesk, streek_plan_desk, STREEK, PLAN_DESK, AdwBin)

/* Implements StreekPrintable: the tree. Property "details" (boolean): whether what is chosen is
 * seen beside it; a narrow window closes it, and then it lies over the tree. */
GtkWidget *streek_plan_desk_new (StreekRecordBook *book);
StreekPlanTreeView *streek_plan_desk_get_tree (StreekPlanDesk *self);
