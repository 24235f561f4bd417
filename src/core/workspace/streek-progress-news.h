/* streek-progress-news.h: what was reported, changed, reached and held in a period, of one action
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-progress-content.h"

/* All that is said of one action, project or event in a period; of one thread. */
typedef struct
{
  const StreekRecords *records; /* lent */
  const GArray *periods;        /* of StreekInterval: of which days it is; lent */
  StreekDate end;               /* of the last of them */
  GArray *done;                 /* of StreekProgressLine, by day */
  GArray *changed;              /* of StreekProgressLine, by day */
  GArray *parts;                /* of StreekProgressLine, by day: where each part stood */
  const StreekRecord *last;     /* (nullable): the newest update up to that end */
  StreekDate last_day;
  guint last_status;  /* a field of it */
  guint last_percent; /* a field of it */
} StreekProgressNews;

/* @periods: (element-type StreekInterval): at least one */
StreekProgressNews *streek_progress_news_new (const StreekRecords *records, const GArray *periods);
void streek_progress_news_free (StreekProgressNews *news);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekProgressNews, streek_progress_news_free)

/* Each adds what is said of a record itself. */
void streek_progress_news_take_plan (StreekProgressNews *news, const StreekRecord *pact);
void streek_progress_news_take_item (StreekProgressNews *news, const StreekRecord *item);
/* @part: (nullable): what it is called, where it is part of what the news is of */
void streek_progress_news_take_year_action (StreekProgressNews *news,
                                            const StreekRecord *action,
                                            const char *part);
/* That @part is told elsewhere: with @where. */
void
streek_progress_news_take_reference (StreekProgressNews *news, const char *part, const char *where);
/* With its strands, milestones and events. */
void streek_progress_news_take_project (StreekProgressNews *news, const StreekRecord *project);
void streek_progress_news_take_event (StreekProgressNews *news, const StreekRecord *event);

gboolean streek_progress_news_is_empty (const StreekProgressNews *news);
/* (transfer full) (element-type StreekProgressLine): what was done, what was changed, and where it
 * stood by what was known then: all of it, then each part. */
GArray *streek_progress_news_dup_lines (const StreekProgressNews *news);
