/* streek-year-drop.h: goals and actions of a plan, dragged from its tree into a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-tree-view.h"
#include "plans/streek-year-page.h"

/* What is dropped on @widget, a tab or the page itself, is taken over into the year programme that
 * @page shows: one command. While it hangs over @widget that lights up and says what will happen.
 */
void streek_year_drop_add (GtkWidget *widget, StreekYearPage *page, StreekPlanTreeView *tree);
