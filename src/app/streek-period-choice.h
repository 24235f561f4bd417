/* streek-period-choice.h: drop-down lists of periods, with a word for none of them at the head */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

#include <gtk/gtk.h>

/* @periods: (element-type StreekPeriod); @none: what the head of the list says */
void streek_period_choice_fill (GtkDropDown *drop_down,
                                const GArray *periods,
                                const char *none,
                                StreekPeriod chosen);
/* Of the same @periods (nullable); of kind NONE at the head. */
StreekPeriod streek_period_choice_get (GtkDropDown *drop_down, const GArray *periods);
