/* streek-figure-place.h: where a figure is shown: on a map, in a chart or in the table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-latest.h"

/* "map:CODE/SET:AREA/PERIOD/ASKED/RECORD"; all but the first may be empty, and are left out at the
 * end. Clear with streek_figure_place_clear(). */
typedef struct
{
  char *indicator;     /* code */
  char *area;          /* (nullable): SET:CODE */
  StreekPeriod period; /* kind NONE: the newest */
  char *asked;         /* (nullable): SET:CODE of the area that was asked for and has no figure */
  char *record;        /* (nullable): what rests on the figure: "target:12" */
} StreekFigurePlace;

/* (transfer full): @noun: "map", "chart" or "value" */
char *streek_figure_place_to_string (const StreekFigurePlace *place, const char *noun);
/* FALSE where @text is no place of that noun; @place is clear then. */
gboolean streek_figure_place_parse (const char *text, const char *noun, StreekFigurePlace *place);
void streek_figure_place_clear (StreekFigurePlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekFigurePlace, streek_figure_place_clear)

/* (transfer full): the place of @latest, a figure of @area: the nearest area that has one where it
 * has none itself; on a map in the period of the figure. @area, @latest, @record: (nullable) */
char *streek_latest_dup_place (const StreekLatest *latest,
                               const char *noun,
                               const char *indicator,
                               const char *area,
                               const char *record);
