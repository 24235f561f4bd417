/* streek-record-indicators.h: the figures behind a record, each a click from its map and its chart
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

/* (nullable): a row for each indicator that the record or a part of it names, in its area; NULL
 * where they name none. Whoever follows one leaves the windows of records for that of the program.
 */
GtkWidget *streek_record_indicators_new (StreekRecordBook *book, const StreekRecord *record);

/* (nullable): the same figures in a row of buttons, each one click from its map; those that the
 * records themselves name. */
GtkWidget *streek_record_indicators_new_buttons (StreekRecordBook *book,
                                                 const StreekRecord *const *records,
                                                 guint n_records);
