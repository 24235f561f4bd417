/* streek-due.h: what is overdue, what nobody has reported on, and what comes up */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* What a plan that says nothing of it asks: a report every two months. */
#define STREEK_USUAL_REPORT_MONTHS 2

/* In the order in which people want to see them. */
typedef enum
{
  STREEK_DUE_OVERDUE, /* should have ended */
  STREEK_DUE_STALE,   /* under way, and nothing reported for longer than the rhythm of its plan */
  STREEK_DUE_COMING,  /* begins or ends within some weeks */
  STREEK_DUE_LATER,
  STREEK_DUE_UNDATED, /* open, without timing */
  STREEK_DUE_CLOSED,  /* done or dropped */
  STREEK_N_DUE_STATES,
} StreekDueState;

typedef struct
{
  StreekDueState state;
  StreekDate
    day; /* the end that passed, the last report, or what comes; NONE where there is none */
} StreekDue;

/* All about something that is done. Days may be STREEK_DATE_NONE. */
typedef struct
{
  StreekDate starts;
  StreekDate under_way; /* what it is part of began: where it does not say a start itself */
  StreekDate ends;
  StreekDate reported; /* last */
  gboolean is_closed;
  gboolean is_running;
  guint rhythm_months; /* 0: nobody has to report */
} StreekDueFacts;

StreekDue streek_due_judge (const StreekDueFacts *facts, StreekDate today);
const char *streek_due_state_get_id (StreekDueState state);    /* as files have it */
const char *streek_due_state_get_label (StreekDueState state); /* translated */
/* The choice of a column with these states, in their order: what is overdue comes first. */
extern const StreekRecordField streek_due_field;
/* (transfer full): "Overdue since 3 maart 2026" */
char *streek_due_dup_words (StreekDue due, const StreekFormat *format);

/* (transfer full): "2026 – 2027-Q1", "from 2026", "until 2027"; "" without either */
char *streek_timing_dup_words (StreekPeriod starts, StreekPeriod ends, const StreekFormat *format);

/* An item of a plan, or an action of a year. */
StreekDue streek_due_of_item (const StreekRecord *item, const StreekRecordView *view);
StreekDue streek_due_of_year_action (const StreekRecord *action, const StreekRecordView *view);
StreekDue
streek_due_of_item_on (const StreekRecord *item, const StreekRecords *records, StreekDate today);
StreekDue streek_due_of_year_action_on (const StreekRecord *action,
                                        const StreekRecords *records,
                                        StreekDate today);
/* In months: how often is to be reported on what carries out actions of plans, the records of @link
 * naming it in @owner and the action in @item: as the plan that asks most, else as plans do that
 * say nothing of it. 0: never */
guint streek_due_find_rhythm (
  const StreekRecords *records, const StreekRecordKind *link, guint owner, guint item, gint64 id);
