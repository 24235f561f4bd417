/* streek-year-plan.h: from which plans a year programme draws, what it covers, what is left over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"

/* (transfer container) (element-type StreekRecord): the plans of the body itself and of bodies
 * under it, and for an ERSV, a SERR or a RESOC those of every area that it covers, that reach into
 * the year and are neither drafts nor replaced. */
GPtrArray *streek_year_plan_list_pacts (const StreekRecordView *view,
                                        const StreekRecord *programme);

/* The same of a body and a year. @body: (nullable) */
GPtrArray *streek_year_plan_list_pacts_of (const StreekRecords *records,
                                           const StreekAreas *areas,
                                           const StreekRecord *body,
                                           int year);

typedef struct
{
  const StreekRecord *item; /* an action of a plan, or what stands above actions */
  gboolean is_action;
  guint depth;             /* in its plan */
  GPtrArray *year_actions; /* (element-type StreekRecord): of the programme, that carry it out */
  gboolean is_covered;     /* by one of these that is neither dropped nor postponed */
} StreekYearCoverage;

/* (element-type StreekYearCoverage): every action of those plans, in their order. @under: only what
 * stands under this item (a chapter); 0: all. Left out is what the programme does not carry out and
 * is dropped, done or timed in other years. A chapter or goal is only there where actions of the
 * programme hang on it itself. */
GPtrArray *streek_year_plan_list_coverage (const StreekRecordView *view,
                                           const StreekRecord *programme,
                                           gint64 under);
/* How many of the actions of a coverage are in the programme. @n_called_off: (out): how many are
 * only there dropped or postponed, and not among them; @n_actions: (out): of how many; what is no
 * action counts in none. */
guint
streek_year_plan_count_covered (const GPtrArray *coverage, guint *n_called_off, guint *n_actions);
/* (transfer full): what the next programme of a body may be called: after the newest, with its year
 * in the place of the former one; the first as all plans that it draws from call programmes. @year:
 * (out): the year after that, and none that is over. */
char *streek_year_plan_propose (const StreekRecordView *view, gint64 body, int *year);
/* Actions of the programme that carry out nothing of a plan: ad hoc, and no error. */
GPtrArray *streek_year_plan_list_ad_hoc (const StreekRecords *records, gint64 programme);
/* Actions of the same body's programme of the year before that are neither done nor dropped, and
 * were not carried over to this one yet. */
GPtrArray *streek_year_plan_list_unfinished (const StreekRecords *records,
                                             const StreekRecord *programme);
/* Carries @actions (element-type StreekRecord) over: new ones that are not begun, with
 * what they carry out and what they meet; without their timing, percentage and budget, which are of
 * the year before. */
void streek_year_plan_carry_over (StreekRecordChanges *changes,
                                  const StreekRecords *records,
                                  const StreekRecord *programme,
                                  const GPtrArray *actions);
/* An action for an action of a plan, as when it is dragged there: its title, owner, organisation
 * and link; its timing where that lies in the year. */
gint64 streek_year_plan_add (StreekRecordChanges *changes,
                             const StreekRecords *records,
                             const StreekRecord *programme,
                             const StreekRecord *item);
/* (transfer container) (element-type StreekRecord): which actions come with @items (gint64) when
 * those are dragged into the programme, in the order of their plan: the ones dragged themselves,
 * and of goals the open ones below that reach into the year. What the programme carries out already
 * is left out. */
GPtrArray *streek_year_plan_list_takable (StreekRecords *records,
                                          const StreekRecord *programme,
                                          const gint64 *items,
                                          guint n_items);
/* An action for each of @items (element-type StreekRecord), in that order. */
void streek_year_plan_add_all (StreekRecordChanges *changes,
                               const StreekRecords *records,
                               const StreekRecord *programme,
                               const GPtrArray *items);
