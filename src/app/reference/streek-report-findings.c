/* streek-report-findings.c: findings as lines of a report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-report-findings.h"
#include "check/streek-check-row.h"
#include "rule/streek-finding.h"

GListStore *
streek_report_rows_from_findings (GPtrArray *findings)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (int severity = STREEK_SEVERITY_ERROR; severity >= STREEK_SEVERITY_NOTE; severity--)
    for (guint i = 0; i < findings->len; i++)
      {
        const StreekFinding *finding = g_ptr_array_index (findings, i);

        if ((int) finding->severity != severity)
          continue;

        g_autoptr (StreekReportRow) row = streek_report_row_new (
          streek_severity_get_icon_name (finding->severity),
          streek_severity_get_label (finding->severity), finding->message, finding->place, NULL);

        g_list_store_append (rows, row);
      }

  return rows;
}
