/* streek-plans-page.h: the section Plans: a plan as a tree, through time, and beside others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PLANS_PAGE (streek_plans_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlansPage, streek_plans_page, STREEK, PLANS_PAGE, GtkWidget)

/* Implements StreekPrintable: what the tab that is shown has. */
GtkWidget *streek_plans_page_new (StreekContext *context);
