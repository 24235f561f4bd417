/* streek-progress-report.h: what was reported of a plan over a period, frozen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "record/streek-record-kind.h"

/* Of what a report is: a plan, or a body with all plans that its year programmes draw from. The
 * other one is 0. */
typedef struct
{
  gint64 pact;
  gint64 body;
} StreekReportOf;

/* Written once, with all of its lines, and never changed: it can only be withdrawn as a whole. */
enum
{
  STREEK_PROGRESS_REPORT_PACT,
  STREEK_PROGRESS_REPORT_PLAN_TITLE, /* as it was called; of a body with its plans */
  STREEK_PROGRESS_REPORT_STARTS,
  STREEK_PROGRESS_REPORT_ENDS,    /* its last day */
  STREEK_PROGRESS_REPORT_VERSION, /* of the same plan and period, from 1 */
  STREEK_PROGRESS_REPORT_FROZEN_ON,
  STREEK_PROGRESS_REPORT_FROZEN_BY,
  STREEK_PROGRESS_REPORT_NOTE,
  STREEK_PROGRESS_REPORT_WITH_TARGETS, /* older ones do not say where targets stood */
  STREEK_PROGRESS_REPORT_BODY,         /* in place of a plan */
  STREEK_PROGRESS_REPORT_N_FIELDS,
};

extern const StreekRecordKind streek_progress_report_kind;

/* The parts of a report, in their order. */
typedef enum
{
  STREEK_PROGRESS_PLAN,   /* the plan itself */
  STREEK_PROGRESS_ITEMS,  /* its goals and actions, by chapter */
  STREEK_PROGRESS_AD_HOC, /* actions of a year that carry out none of them */
  STREEK_PROGRESS_PROJECTS,
  STREEK_PROGRESS_EVENTS,
  STREEK_PROGRESS_SILENT,  /* what ran and was not heard of */
  STREEK_PROGRESS_TARGETS, /* where its targets stood on the day it was put together */
  STREEK_N_PROGRESS_SECTIONS,
} StreekProgressSection;

/* What a line says. */
typedef enum
{
  STREEK_PROGRESS_UPDATE,
  STREEK_PROGRESS_CHANGE,
  STREEK_PROGRESS_MILESTONE,
  STREEK_PROGRESS_HELD, /* an event */
  STREEK_PROGRESS_ELSEWHERE,
  STREEK_PROGRESS_STATE,
  STREEK_PROGRESS_NOTHING,
  STREEK_PROGRESS_TARGET,
  STREEK_N_PROGRESS_LINES,
} StreekProgressWhat;

/* One thing that is said in a frozen report. It refers to no record but the report, so that what is
 * changed or deleted later changes nothing here. */
enum
{
  STREEK_PROGRESS_REPORT_ROW_REPORT,
  STREEK_PROGRESS_REPORT_ROW_SECTION,
  STREEK_PROGRESS_REPORT_ROW_CHAPTER,
  STREEK_PROGRESS_REPORT_ROW_SUBJECT, /* "KIND:ID" of what it is about, to open it by */
  STREEK_PROGRESS_REPORT_ROW_TITLE,
  STREEK_PROGRESS_REPORT_ROW_WHAT,
  STREEK_PROGRESS_REPORT_ROW_SAID_ON,
  STREEK_PROGRESS_REPORT_ROW_PART,
  STREEK_PROGRESS_REPORT_ROW_TEXT,
  STREEK_PROGRESS_REPORT_ROW_OLD_TEXT,
  STREEK_PROGRESS_REPORT_ROW_REASON,
  STREEK_PROGRESS_REPORT_ROW_STATUS, /* its id, so that it reads in any language; of a figure too */
  STREEK_PROGRESS_REPORT_ROW_PERCENT,
  STREEK_PROGRESS_REPORT_ROW_ATTENDANCE,
  STREEK_PROGRESS_REPORT_ROW_RANK,
  STREEK_PROGRESS_REPORT_ROW_LATE, /* of days that were reported on already */
  STREEK_PROGRESS_REPORT_ROW_UNIT, /* this and what follows: of a target */
  STREEK_PROGRESS_REPORT_ROW_BASELINE,
  STREEK_PROGRESS_REPORT_ROW_BASELINE_PERIOD,
  STREEK_PROGRESS_REPORT_ROW_TARGET,
  STREEK_PROGRESS_REPORT_ROW_TARGET_PERIOD,
  STREEK_PROGRESS_REPORT_ROW_ACTUAL,
  STREEK_PROGRESS_REPORT_ROW_ACTUAL_PERIOD,
  STREEK_PROGRESS_REPORT_ROW_ACTUAL_SIGN,
  STREEK_PROGRESS_REPORT_ROW_WAY,
  STREEK_PROGRESS_REPORT_ROW_WAY_SIGN,
  STREEK_PROGRESS_REPORT_ROW_OBSTACLE,
  STREEK_PROGRESS_REPORT_ROW_N_FIELDS,
};

extern const StreekRecordKind streek_progress_report_row_kind;

/* The ids in which files hold them. */
const char *streek_progress_section_get_id (StreekProgressSection section);
const char *streek_progress_what_get_id (StreekProgressWhat what);
/* The first one for a word that is none. */
StreekProgressSection streek_progress_section_from_id (const char *id);
StreekProgressWhat streek_progress_what_from_id (const char *id);

StreekReportOf streek_report_of_plan (gint64 pact);
StreekReportOf streek_report_of_body (gint64 body);
StreekReportOf streek_progress_report_get_of (const StreekRecord *report);
/* Its days, the last one in it; from STREEK_DATE_NONE where the file cannot be read there. */
StreekInterval streek_progress_report_get_period (const StreekRecord *report);
/* (transfer container) (element-type StreekRecord): the frozen reports of a plan or a body by
 * period, the newest first, and of one period by version, the newest first; those whose days can be
 * read.
 * @period: (nullable): of that one alone */
GPtrArray *streek_progress_reports_list (const StreekRecords *records,
                                         StreekReportOf of,
                                         const StreekInterval *period);
/* (nullable): the one before a report: of the same period the version before @version (0: the
 * newest), else the newest of the period that ended last before it began. Lent by @records. */
const StreekRecord *streek_progress_report_find_previous (const StreekRecords *records,
                                                          StreekReportOf of,
                                                          StreekInterval period,
                                                          gint64 version);
