/* streek-place.h: going to what a search or a check names: an indicator, an area, a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"
#include "workspace/streek-views.h"

#include <gtk/gtk.h>

/* @place: "indicator:CODE", "area:SET:CODE", "set:SET", "value:CODE/SET:AREA/PERIOD", "map:…" as
 * #StreekFigurePlace has it, or "site:ID" of a place with a point. Returns: the section that shows
 * it, "map", "indicators" or "structure"; NULL where there is no such place (any more) */
const char *streek_place_open (StreekContext *context, const char *place);
/* (transfer full) (nullable): what has to be said of a map or a chart of an area that has no
 * figure: it is that of another area */
char *streek_place_dup_remark (StreekContext *context, const char *place);

/* Goes to a place that this window opens: an area, a figure, a record. Every window of a record
 * that stands in between closes, and keeps what was typed. FALSE where there is no window of ours.
 */
gboolean streek_place_go (GtkWidget *widget, const char *place);

/* (transfer full) (nullable): the course of a "chart:…"; NULL where it is no such place, or the
 * indicator is gone. Without an area: that of the office, else all that are shown. */
StreekSavedView *streek_place_dup_chart (StreekContext *context, const char *place);
