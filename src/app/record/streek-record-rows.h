/* streek-record-rows.h: the rows of a list of records, as a table of the window has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list.h"

#include <gio/gio.h>

/* One row: a record, or the heading of a group above those that are in it. */
#define STREEK_TYPE_RECORD_ITEM (streek_record_item_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordItem, streek_record_item, STREEK, RECORD_ITEM, GObject)

StreekRecordList *streek_record_item_get_list (StreekRecordItem *self);
int streek_record_item_get_row (StreekRecordItem *self); /* of the list; -1: a heading */
const StreekRecordGroup *streek_record_item_get_group (StreekRecordItem *self); /* (nullable) */
const StreekRecord *streek_record_item_get_record (StreekRecordItem *self); /* NULL: a heading */

/* A GListModel that makes items when they are asked for: thousands of rows cost nothing until they
 * are seen. */
#define STREEK_TYPE_RECORD_ROWS (streek_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordRows, streek_record_rows, STREEK, RECORD_ROWS, GObject)

StreekRecordRows *streek_record_rows_new (StreekRecordList *list);
/* Position of the first row of a record; -1: it is not in the list */
int streek_record_rows_find (StreekRecordRows *self, gint64 id);
