/* streek-report-periods.h: the periods over which a plan is reported: every two months, say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-progress-report.h"
#include "record/streek-record-view.h"

/* (element-type StreekInterval): the periods of a plan, the newest first: from its first day, or
 * what was first reported of it, to its last one, or today. A whole year stands before its
 * periods. Each year begins anew, so its last one may be shorter. Those of frozen reports are among
 * them, also where the plan has another rhythm now. Those of a body are of the years of its
 * programmes, as often as its own plans are reported. */
GArray *streek_report_periods_list (const StreekRecordView *view, StreekReportOf of);
/* The same of records, on a day. */
GArray *
streek_report_periods_list_on (const StreekRecords *records, StreekReportOf of, StreekDate today);
/* The newest period that is over, which is reported on now; the first of the list where none is.
 * 0 where the list is empty. */
guint streek_report_periods_find_due (const GArray *periods, StreekDate today);
/* The part of a year with that day in it, or the year where it has no parts; FALSE where none has
 * it. */
gboolean streek_report_periods_find (const GArray *periods, StreekDate day, StreekInterval *period);
/* (transfer full): "2026", "1 september 2026 – 31 oktober 2026" */
char *streek_report_period_dup_name (StreekInterval period, const StreekFormat *format);
