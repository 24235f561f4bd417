/* streek-own-counts-view.h: what places, organisations, projects and actions count, as a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_OWN_COUNTS_VIEW (streek_own_counts_view_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekOwnCountsView, streek_own_counts_view, STREEK, OWN_COUNTS_VIEW, GtkWidget)

/* The counts of the context's workspace, read when they are looked at. */
void streek_own_counts_view_set_context (StreekOwnCountsView *self, StreekContext *context);
/* (transfer full) (nullable): NULL where there are none */
StreekPrintout *streek_own_counts_view_dup_printout (StreekOwnCountsView *self);
