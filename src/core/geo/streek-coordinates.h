/* streek-coordinates.h: where a place lies, from what people and files write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-lambert.h"

typedef enum
{
  STREEK_COORDINATES_OK,
  STREEK_COORDINATES_NONE,      /* nothing stands there */
  STREEK_COORDINATES_UNREAD,    /* no numbers */
  STREEK_COORDINATES_ELSEWHERE, /* numbers, but of no system is that in or near Belgium */
} StreekCoordinatesFault;

typedef struct
{
  double x; /* metres of Lambert 2008 */
  double y;
  StreekSystem system; /* as it was written */
  gboolean is_turned;  /* north stood before east */
} StreekCoordinates;

/* From two cells, the first thought to be the one of east, or from one: "51,333; 3,205",
 * "POINT (3.205 51.333)", "51°19'59\"N 3°12'18\"E". */
StreekCoordinatesFault
streek_coordinates_read (const char *east, const char *north, StreekCoordinates *coordinates);
StreekCoordinatesFault streek_coordinates_read_pair (const char *text,
                                                     StreekCoordinates *coordinates);
/* "51,33300; 3,20500", latitude first, as people check it on another map */
char *streek_coordinates_dup_degrees (double x, double y, char decimal_mark);
