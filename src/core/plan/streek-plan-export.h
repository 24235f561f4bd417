/* streek-plan-export.h: a whole plan as a file that other programs open, and that comes in again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"
#include "table/streek-table.h"

/* (transfer full): a row for each goal and action in the order of the tree: a column for each level
 * with what it is and what it stands under, code, fields, what hangs on it, targets, and its number
 * in this file. @is_raw: words, areas and indicators as files hold them. */
StreekTable *streek_plan_make_table (StreekRecordView *view, gint64 pact, gboolean is_raw);
/* @path: ends in .csv (goals and actions only), .xlsx or .ods: those on the first sheet, and one
 * for each other kind of record that is part of the plan. With @is_raw heads and words are as files
 * hold them; else as people read them. Either comes in again. Blocks. */
gboolean streek_plan_write (
  StreekRecordView *view, gint64 pact, const char *path, gboolean is_raw, GError **error);
/* (transfer full) (nullable): a sentence on what of the plan such a file does not hold. */
char *streek_plan_describe_left_out (StreekRecordView *view, gint64 pact, const char *path);
