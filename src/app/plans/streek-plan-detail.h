/* streek-plan-detail.h: all there is about what is chosen in the tree of a plan, beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PLAN_DETAIL (streek_plan_detail_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlanDetail, streek_plan_detail, STREEK, PLAN_DETAIL, AdwBin)

/* Its buttons are actions of the page of plans around it. */
GtkWidget *streek_plan_detail_new (StreekRecordBook *book);
/* @items: (element-type gint64): copied. Reads them anew too where they are the same ones; what is
 * not seen is made when it is. */
void streek_plan_detail_set_items (StreekPlanDetail *self, const GArray *items);
