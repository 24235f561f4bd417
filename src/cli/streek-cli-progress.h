/* streek-cli-progress.h: which progress report of a plan or a body is meant: of a period, frozen,
 * compared */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"
#include "figure/streek-matrix.h"
#include "plan/streek-progress-report.h"
#include "record/streek-record-view.h"
#include "streek-cli.h"

/* What a report is held against. */
typedef enum
{
  STREEK_CLI_COMPARE_NOTHING,
  STREEK_CLI_COMPARE_NOW,    /* what is known now */
  STREEK_CLI_COMPARE_BEFORE, /* the frozen report before it */
} StreekCliCompare;

typedef struct
{
  StreekDate on;      /* a day of its period; STREEK_DATE_NONE: the last one that is over */
  gboolean is_frozen; /* one that was frozen */
  gint64 version;     /* of a frozen one; 0: the newest */
  StreekReportOf of;
  int year; /* of a programme: the last period of it; 0: whenever */
  StreekCliCompare compare;
} StreekCliProgress;

/* What --frozen and --compare say: (nullable); FALSE where that cannot be read. */
gboolean streek_cli_progress_read (StreekCliProgress *self,
                                   const StreekCommand *command,
                                   const char *frozen,
                                   const char *compare);
/* STREEK_FIGURE_ERROR_NO_DATA where there is no such report, or nothing differs. */
StreekMatrix *streek_cli_progress_make (const StreekCliProgress *self,
                                        const StreekRecordView *view,
                                        GError **error);
