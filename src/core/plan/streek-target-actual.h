/* streek-target-actual.h: where a target stands: by the figures of its indicator or its own counts
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

typedef enum
{
  STREEK_TARGET_BY_NOTHING, /* neither a figure nor an own count */
  STREEK_TARGET_BY_FIGURE,  /* of its indicator, in its area or that of its plan */
  STREEK_TARGET_BY_COUNT,   /* the last that was entered for the target itself */
} StreekTargetBasis;

/* Lends what belongs to the view. */
typedef struct
{
  StreekTargetBasis basis;
  double value; /* NAN where there is none */
  StreekPeriod period;
  StreekQualifier qualifier; /* a sum of which a part is unknown is above what is known */
  gboolean at_least;         /* it is such a sum */
  StreekStatus status;
  double coverage_pct;         /* NAN where it does not apply */
  const StreekLatest *figure;  /* (nullable): what the indicator says, also that it says nothing */
  const StreekRecord *counted; /* (nullable): the own count */
  const StreekRecord *later;   /* (nullable): the last one, after the day of the target */
} StreekTargetActual;

/* The latest figure of the day of the target or before; where there is none, the last own count of
 * that day or before. */
StreekTargetActual streek_target_find_actual (const StreekRecordView *view,
                                              const StreekRecord *target);

/* What was entered; else the figure of its period. NAN where there is neither. @figure: (out)
 * (optional) (nullable): what the indicator says of that period */
double streek_target_find_baseline (const StreekRecordView *view,
                                    const StreekRecord *target,
                                    const StreekLatest **figure);

/* Why no share of the way can be said. */
typedef enum
{
  STREEK_TARGET_NO_OBSTACLE,
  STREEK_TARGET_NO_BASELINE,
  STREEK_TARGET_NO_AIM,
  STREEK_TARGET_NO_WAY,     /* the baseline is what should be reached */
  STREEK_TARGET_DUE_BEFORE, /* it should be reached before the time of its baseline */
  STREEK_TARGET_NO_ACTUAL,
  STREEK_TARGET_OLDER_ACTUAL, /* there is nothing since the baseline */
  STREEK_TARGET_OTHER_LENGTH, /* a year is not held against a month */
  STREEK_TARGET_BROKEN,       /* the series breaks after the baseline */
} StreekTargetObstacle;

/* Whether the time by which it is to be reached is over before that of its baseline begins. */
gboolean streek_target_is_due_before_baseline (const StreekRecord *target);
StreekTargetObstacle streek_target_find_obstacle (const StreekRecordView *view,
                                                  const StreekRecord *target,
                                                  const StreekTargetActual *actual);
/* How far from its baseline to its target, in percent; right for what must fall; NAN where there is
 * an obstacle. @qualifier: (out) (optional): of the share: less than a number on the way down is
 * more of the way */
double streek_target_find_share (const StreekRecordView *view,
                                 const StreekRecord *target,
                                 const StreekTargetActual *actual,
                                 StreekQualifier *qualifier);

/* "reached", "nearer", "no_nearer" than the baseline, or "unsaid" */
const char *streek_target_get_outcome (const StreekRecordView *view, const StreekRecord *target);

/* (nullable): SET:CODE of the target, else of its plan */
const char *streek_target_get_area (const StreekRecord *target, const StreekRecords *records);

/* What a target asks of the figures of the file. */
enum
{
  STREEK_TARGET_FIGURE_ACTUAL,
  STREEK_TARGET_FIGURE_BASELINE,
};

guint streek_target_ask_figures (const StreekRecord *target,
                                 const StreekRecords *records,
                                 StreekLatestQuery *queries);
