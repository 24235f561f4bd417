/* streek-progress-content.h: what a progress report says, put together now or frozen before */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-word-diff.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-target-state.h"
#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"

/* One thing that is said. Held as data, not as a sentence, so that it reads in any language and can
 * be compared whatever the language was when it was frozen. */
typedef struct
{
  StreekProgressWhat what;
  StreekDate day;
  char *part;     /* (nullable): of what is it about: a strand, an action of a year */
  char *text;     /* (nullable): what happened; the new words; where it is told */
  char *old_text; /* (nullable) */
  char *reason;   /* (nullable) */
  char *status;   /* (nullable): its id; of an event how exact its attendance is */
  double percent; /* NAN: not said */
  double attendance;
  StreekTargetState *target; /* (nullable): of a target */
} StreekProgressLine;

/* One action, project or event, with all that is said of it. */
typedef struct
{
  StreekProgressSection section;
  gboolean is_late; /* of days that were reported on already, when it was not known yet */
  char *chapter;    /* (nullable): of the plan */
  char *subject;    /* "KIND:ID" */
  char *title;
  GArray *lines; /* of StreekProgressLine */
} StreekProgressRow;

typedef struct
{
  StreekReportOf of;
  gint64 report; /* the frozen one; 0: put together now */
  gint64 version;
  char *plan_title;
  StreekInterval period;
  StreekDate known_on;  /* the day it was put together */
  char *frozen_by;      /* (nullable) */
  char *note;           /* (nullable) */
  gboolean has_targets; /* they are in it, where there are any */
  GPtrArray *rows;      /* of StreekProgressRow */
} StreekProgressContent;

GArray *streek_progress_lines_new (void); /* (transfer full) (element-type StreekProgressLine) */
StreekProgressLine streek_progress_line_copy (const StreekProgressLine *line);
void streek_progress_line_clear (StreekProgressLine *line);
/* "3 september 2026: what happened"; of a change with what was struck and what is new marked.
 * @section: of its row */
void streek_progress_line_append_to (const StreekProgressLine *line,
                                     StreekProgressSection section,
                                     const StreekFormat *format,
                                     StreekMarkedText *text);

StreekProgressContent *streek_progress_content_new (StreekReportOf of, StreekInterval period);
void streek_progress_content_free (StreekProgressContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekProgressContent, streek_progress_content_free)
/* Takes @lines; the other words are copied. Returns: the row, to be changed further; lent */
StreekProgressRow *streek_progress_content_add_row (StreekProgressContent *content,
                                                    StreekProgressSection section,
                                                    const char *chapter,
                                                    const char *subject,
                                                    const char *title,
                                                    GArray *lines);

/* What @records say of a plan and of its body, or of a body and the plans that its programmes draw
 * from, in a period, of what nothing was heard, and what came in late of periods that were reported
 * on before. @areas: by which a body draws from plans. @today: the day on which that is known. */
StreekProgressContent *streek_progress_content_gather (StreekRecords *records,
                                                       const StreekAreas *areas,
                                                       StreekReportOf of,
                                                       StreekInterval period,
                                                       StreekDate today);
/* The same, and where the targets of its plans stand on the day of @view. */
StreekProgressContent *streek_progress_content_gather_with_targets (const StreekRecordView *view,
                                                                    StreekReportOf of,
                                                                    StreekInterval period);
/* (nullable): a frozen report as it was frozen; NULL where there is no such, or the file says
 * something else than days there */
StreekProgressContent *streek_progress_content_read (const StreekRecords *records, gint64 report);
/* What is put together now becomes a frozen report, of the next version of its period. @by:
 * (nullable): a function; @note: (nullable). Returns: its id */
gint64 streek_progress_content_freeze (const StreekProgressContent *content,
                                       StreekRecordChanges *changes,
                                       const StreekRecords *records,
                                       const char *by,
                                       const char *note);

/* (transfer full): under a title: its period, and of which day it is, frozen or not */
char *streek_progress_content_dup_context (const StreekProgressContent *content,
                                           const StreekFormat *format);

/* How many rows came, went and say something else. Where the periods differ only where things stood
 * is held against each other. */
typedef struct
{
  guint n_added;
  guint n_removed;
  guint n_changed;
} StreekProgressDifference;

StreekProgressDifference streek_progress_content_compare (const StreekProgressContent *was,
                                                          const StreekProgressContent *is);
