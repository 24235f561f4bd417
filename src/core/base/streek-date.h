/* streek-date.h: one calendar day, and the half-open intervals that areas are valid in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A day as GDate counts them: 1 is 0001-01-01. */
typedef gint32 StreekDate;

#define STREEK_DATE_NONE ((StreekDate) 0)
/* "still so today": the end of an interval that has none, later than any day */
#define STREEK_DATE_OPEN ((StreekDate) G_MAXINT32)

#define STREEK_DATE_ERROR (streek_date_error_quark ())
GQuark streek_date_error_quark (void);

typedef enum
{
  STREEK_DATE_ERROR_INVALID,
} StreekDateError;

/* from is part of the interval, to is not */
typedef struct
{
  StreekDate from;
  StreekDate to;
} StreekInterval;

StreekDate streek_date_from_ymd (int year, int month, int day);
void streek_date_to_ymd (StreekDate date, int *year, int *month, int *day);
gboolean streek_date_parse (const char *text, StreekDate *date, GError **error);
char *streek_date_to_string (StreekDate date);
gboolean streek_interval_contains (StreekInterval interval, StreekDate date);
gboolean streek_interval_overlaps (StreekInterval a, StreekInterval b);
