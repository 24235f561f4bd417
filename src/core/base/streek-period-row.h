/* streek-period-row.h: the periods that there are figures of, as a row in time with its gaps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"

/* A row is (element-type StreekPeriod), ascending and of one kind. */
GArray *streek_period_row_new (const GArray *periods, StreekPeriodKind kind);
/* Index of the period whose number is nearest, the earlier of two; -1 in an empty row. */
int streek_period_row_find_nearest (const GArray *row, double number);
/* (element-type StreekPeriod): those that an axis names: the ends, and round years between. */
GArray *streek_period_row_list_labels (const GArray *row, guint n_most);
/* (nullable): "2003–2007, 2012": what is not there between the first and the last */
char *streek_period_row_dup_gaps (const GArray *row, guint n_most, const StreekFormat *format);
/* (element-type StreekPeriod): at most @n_most, each @step after the one before it and the last one
 * always among them; 0: the smallest step that does it. */
GArray *streek_period_row_spread (const GArray *row, guint n_most, guint *step);
