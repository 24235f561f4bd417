/* streek-trend.h: the course of the figure of one area over all periods, small */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_TREND (streek_trend_get_type ())
G_DECLARE_FINAL_TYPE (StreekTrend, streek_trend, STREEK, TREND, GtkWidget)

/* Property "words": the course in a sentence, NULL until it is known. */
void streek_trend_set_context (StreekTrend *self, StreekContext *context);
/* (nullable): code of an area of the map. Reads in a worker; hidden until, and unless, there is a
 * course of at least two periods. */
void streek_trend_set_area (StreekTrend *self, const char *code);
const char *streek_trend_get_words (StreekTrend *self);
