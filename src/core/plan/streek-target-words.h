/* streek-target-words.h: a target as a sentence: from what to what, and how far it has come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* (transfer full): "From 10 % (2019) to 6 % by 2030"; says what is not filled in. A baseline
 * that is not entered is that of the figures. Numbers have the decimals and the unit of the target,
 * else as many as they need and the unit of its indicator. */
char *streek_target_dup_way (const StreekRecordView *view, const StreekRecord *target);
/* (transfer full) (nullable): "6 % by 2030"; NULL where no value is to be reached */
char *streek_target_dup_goal (const StreekRecordView *view, const StreekRecord *target);
/* (transfer full): "50 % of the way: 8 % (2025)"; why it cannot be said where it cannot. What is
 * about, above or below a number is so of the share too. */
char *streek_target_dup_progress (const StreekRecordView *view, const StreekRecord *target);
/* (transfer full) (nullable): sentences: how much is known, why a figure is missing, breaks of the
 * series since the baseline, a baseline that the figures no longer have */
char *streek_target_dup_remarks (const StreekRecordView *view, const StreekRecord *target);
/* The unit and the decimals of a target in lists, and of what is counted for one. */
void streek_target_measure (const StreekRecord *record,
                            const StreekRecordView *view,
                            const char *column,
                            StreekRecordMeasure *measure);
void streek_measurement_measure (const StreekRecord *record,
                                 const StreekRecordView *view,
                                 const char *column,
                                 StreekRecordMeasure *measure);
/* (transfer full): way, progress and remarks, as a part of its goal or action */
char *streek_target_dup_summary (const StreekRecord *target, const StreekRecordView *view);
