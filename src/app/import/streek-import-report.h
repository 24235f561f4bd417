/* streek-import-report.h: what was found in a file and what it would change, as lines to read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"

#include <gio/gio.h>

/* Lists of StreekReportRow. */
GListStore *streek_import_report_findings (const StreekImport *import);
GListStore *streek_import_report_changes (const StreekImport *import);

/* "2,568 figures are added, 3 change." */
char *streek_import_dup_outcome (const StreekImport *import);
/* Rows, or cells of rows of which something else is taken, that would stay behind. */
guint64 streek_import_count_rejected (const StreekImport *import);
/* "3 new, 1 changed, 20 unchanged" */
char *streek_import_report_dup_counts (guint64 fresh, guint64 changed, guint64 unchanged);
