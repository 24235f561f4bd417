/* streek-target-state.h: where a target stood on a day: its numbers, as people saw them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* All that its words are made of, so that it can be kept: it refers to nothing. Numbers are text
 * with as many decimals as people see, "8.50": NULL where there is none. */
typedef struct
{
  char *unit; /* (nullable) */
  char *baseline;
  StreekPeriod baseline_period;
  char *target;
  StreekPeriod target_period;
  char *actual;
  StreekPeriod actual_period;
  StreekStatus status; /* of the actual */
  char *sign;          /* (nullable): before the actual: "≈" */
  double way;          /* in percent; NAN: not to be said */
  char *way_sign;      /* (nullable) */
  char *obstacle;      /* (nullable): the id of why it is not to be said */
} StreekTargetState;

/* Why no share of the way can be said: ids and sentences. */
extern const StreekRecordWord streek_target_obstacles[];

/* (nullable): of the target, else of its indicator */
const char *streek_target_get_unit (const StreekRecordView *view, const StreekRecord *target);
/* FALSE where the target says none. @decimals: (out): what a damaged file says beyond all bounds is
 * none of them */
gboolean streek_target_find_decimals (const StreekRecord *target, int *decimals);
/* What was typed has the decimals that it was typed with, a figure those of its indicator. */
int streek_target_get_decimals (const StreekRecordView *view,
                                const StreekRecord *target,
                                double value,
                                gboolean is_figure);

/* As it is now. */
StreekTargetState *streek_target_state_new (const StreekRecordView *view,
                                            const StreekRecord *target);
StreekTargetState *streek_target_state_copy (const StreekTargetState *state);
void streek_target_state_free (StreekTargetState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTargetState, streek_target_state_free)
gboolean streek_target_state_equal (const StreekTargetState *a, const StreekTargetState *b);

/* (transfer full): "From 10 % (2019) to 6 % by 2030"; says what is not filled in */
char *streek_target_state_dup_way (const StreekTargetState *state, const StreekFormat *format);
/* (transfer full) (nullable): "6 % by 2030" */
char *streek_target_state_dup_goal (const StreekTargetState *state, const StreekFormat *format);
/* (transfer full) (nullable): "8 % (2025, provisional)" */
char *streek_target_state_dup_actual (const StreekTargetState *state, const StreekFormat *format);
/* (transfer full): "50 % of the way: 8 % (2025)"; why it cannot be said where it cannot */
char *streek_target_state_dup_progress (const StreekTargetState *state, const StreekFormat *format);
