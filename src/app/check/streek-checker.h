/* streek-checker.h: the rules over the open file, asked again after each change */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"
#include "workspace/streek-checks.h"

#define STREEK_TYPE_CHECKER (streek_checker_get_type ())
G_DECLARE_FINAL_TYPE (StreekChecker, streek_checker, STREEK, CHECKER, GObject)

/* One per context, shared by the section and its badge. Signal "changed": another list, an error,
 * or more progress. Main thread only. */
StreekChecker *streek_checker_get (StreekContext *context);

/* (nullable): what the last check found; it stays until the next one is done */
StreekCheckList *streek_checker_get_list (StreekChecker *self);
const GError *streek_checker_get_error (StreekChecker *self); /* (nullable) */
/* The share of the rules that have looked; 1 while nothing is under way. */
double streek_checker_get_progress (StreekChecker *self);
/* Asks all rules again, also where nothing changed. */
void streek_checker_start (StreekChecker *self);
void streek_checker_stop (StreekChecker *self);
