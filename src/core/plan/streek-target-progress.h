/* streek-target-progress.h: how far an action has come from its baseline to its target */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* (actual - baseline) / (target - baseline), as a percentage: right for what must fall too, and
 * below 0 or above 100 where it is. NAN where one is missing or baseline and target are equal:
 * then there is no way to go. */
double streek_target_compute_progress (double baseline, double target, double actual);

/* The last of the own counts of a target up to the day by which it is to be reached, as with
 * figures; NULL where there are none. */
const StreekRecord *streek_target_find_measurement (const StreekRecords *records,
                                                    const StreekRecord *target);
/* The last of those after that day, which reach nothing any more; NULL where there are none. */
const StreekRecord *streek_target_find_later_measurement (const StreekRecords *records,
                                                          const StreekRecord *target);
