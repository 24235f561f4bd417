/* streek-report-findings.h: findings as lines of a report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reference/streek-report-row.h"

/* (transfer full): a list of StreekReportRow, the worst first: it is looked at from the top */
GListStore *streek_report_rows_from_findings (GPtrArray *findings);
