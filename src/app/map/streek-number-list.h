/* streek-number-list.h: the names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_NUMBER_LIST (streek_number_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekNumberList, streek_number_list, STREEK, NUMBER_LIST, GtkWidget)

/* A number on one map or on several, where it stands for the same area. */
typedef struct
{
  guint number;
  StreekFigure *figure; /* lent: of a map that has it */
  int row;
  gboolean is_shared; /* with other maps, which have figures of their own */
} StreekListedNumber;

/* An entry chooses its area in the selection of the context; pointed at, it points at the area. */
void streek_number_list_set_context (StreekNumberList *self, StreekContext *context);
/* @numbers: (element-type StreekListedNumber): ascending; @n_unnamed: how many areas have neither
 * name nor number. Hidden where there is nothing to say. */
void
streek_number_list_set_numbers (StreekNumberList *self, const GArray *numbers, guint n_unnamed);
