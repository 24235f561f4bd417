/* streek-answer-view.h: a table that answers a question, to sort, copy and print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_ANSWER_VIEW (streek_answer_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekAnswerView, streek_answer_view, STREEK, ANSWER_VIEW, GtkWidget)

/* Actions answer.copy and answer.print, of the widget and so of what stands around it. */

/* @table: (nullable): takes a reference
 * @columns: (array zero-terminated=1): ids of the columns that are shown
 * @words: (nullable): what stands around it on paper; copied */
void streek_answer_view_set_table (StreekAnswerView *self,
                                   StreekTable *table,
                                   const char *const *columns,
                                   const StreekSheetWords *words);
