/* streek-target-words.h: a target as a sentence: from what to what, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* (transfer full): "From 10 % (2019) to 6 % by 2030"; says what is not filled in. Numbers have the
 * decimals and the unit of the target, else as many as they need and the unit of its indicator. */
char *streek_target_dup_way (const StreekRecordView *view, const StreekRecord *target);
/* (transfer full): "50 % of the way: 8 % (2025)", by the last own count of the target; why it
 * cannot be said where it cannot. What was counted about, above or below a number is so of the
 * share too.
 */
char *streek_target_dup_progress (const StreekRecordView *view, const StreekRecord *target);
