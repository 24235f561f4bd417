/* streek-group-view.h: the tab with target groups: how each fares, and what is done for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_GROUP_VIEW (streek_group_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekGroupView, streek_group_view, STREEK, GROUP_VIEW, GtkWidget)

/* A #StreekPrintable of the group that is shown. */
GtkWidget *streek_group_view_new (StreekRecordBook *book);
/* Shows a group, also one that is read only later. */
void streek_group_view_show (StreekGroupView *self, gint64 group);
gint64 streek_group_view_get_group (StreekGroupView *self); /* 0: none */
