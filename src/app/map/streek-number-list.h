/* streek-number-list.h: the names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_NUMBER_LIST (streek_number_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekNumberList, streek_number_list, STREEK, NUMBER_LIST, GtkWidget)

/* An entry chooses its area in the selection of the context; pointed at, it points at the area. */
void streek_number_list_set_context (StreekNumberList *self, StreekContext *context);
/* @rows: (nullable) (element-type int): rows of the context's figure, that of number 1 first;
 * @n_unnamed: how many have neither name nor number. Hidden where there is nothing to say. */
void streek_number_list_set_rows (StreekNumberList *self, const GArray *rows, guint n_unnamed);
