/* streek-record-cells.h: what a column says of a record, as a cell of a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-columns.h"
#include "record/streek-record-finder.h"
#include "table/streek-table.h"

/* What a column of a table that holds it is. */
StreekColumnType streek_record_list_column_get_table_type (const StreekRecordListColumn *column);
typedef enum
{
  STREEK_RECORD_CELL_PLAIN,
  /* what a tie says beside whom it ties: "Stad Diest (promotor)", which comes in again */
  STREEK_RECORD_CELL_WITH_ROLES,
} StreekRecordCellFlags;

/* @finder: (nullable): words, areas and indicators as files hold them; else as people read them.
 * @row, @place: of a cell of @table */
void streek_record_list_column_fill (const StreekRecordListColumn *column,
                                     const StreekRecord *record,
                                     const StreekRecordView *view,
                                     StreekRecordFinder *finder,
                                     StreekRecordCellFlags flags,
                                     StreekTable *table,
                                     guint row,
                                     guint place);
