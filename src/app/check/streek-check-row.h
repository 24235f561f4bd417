/* streek-check-row.h: a line of the section with checks: a rule, those accepted, or one finding */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rule/streek-check-list.h"

#include <gio/gio.h>

#define STREEK_TYPE_CHECK_ROW (streek_check_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekCheckRow, streek_check_row, STREEK, CHECK_ROW, GObject)

/* (element-type StreekCheckRow): a line for each rule with open findings, the worst first, and one
 * for all that were accepted */
GListModel *streek_check_row_list_roots (StreekCheckList *list);

GListModel *streek_check_row_get_children (StreekCheckRow *self);          /* (nullable) */
const StreekCheckEntry *streek_check_row_get_entry (StreekCheckRow *self); /* NULL: a heading */
const char *streek_check_row_get_title (StreekCheckRow *self);
const char *streek_check_row_get_icon_name (StreekCheckRow *self); /* (nullable) */
const char *streek_check_row_get_meaning (StreekCheckRow *self);   /* what the icon says */
guint streek_check_row_get_count (StreekCheckRow *self);           /* of a heading */
gboolean streek_check_row_is_accepted (StreekCheckRow *self);

const char *streek_severity_get_label (StreekSeverity severity);
const char *streek_severity_get_icon_name (StreekSeverity severity);
