/* streek-period.h: the stretch of time a figure is about: a year, quarter, month or day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-date.h"

typedef enum
{
  STREEK_PERIOD_NONE,
  STREEK_PERIOD_YEAR,
  STREEK_PERIOD_QUARTER,
  STREEK_PERIOD_MONTH,
  STREEK_PERIOD_DAY,
} StreekPeriodKind;

/* A plain value: compare with streek_period_compare, copy by assignment. All zero is "no period".
 */
typedef struct
{
  guint8 kind; /* a StreekPeriodKind */
  guint8 part; /* quarter 1–4, month 1–12, else 0 */
  guint8 day;  /* 1–31 for a day, else 0 */
  gint16 year;
} StreekPeriod;

/* Both ends belong to the range; a kind of NONE leaves that end open. */
typedef struct
{
  StreekPeriod first;
  StreekPeriod last;
} StreekPeriodRange;

#define STREEK_PERIOD_ERROR (streek_period_error_quark ())
GQuark streek_period_error_quark (void);

typedef enum
{
  STREEK_PERIOD_ERROR_INVALID,
} StreekPeriodError;

gboolean streek_period_parse (const char *text, StreekPeriod *period, GError **error);
gboolean streek_period_range_parse (const char *text, StreekPeriodRange *range, GError **error);
char *streek_period_to_string (StreekPeriod period);
StreekPeriod streek_period_from_year (int year);
StreekDate streek_period_get_first_day (StreekPeriod period);
StreekDate streek_period_get_last_day (StreekPeriod period);
int streek_period_compare (StreekPeriod a, StreekPeriod b);
gboolean streek_period_equal (StreekPeriod a, StreekPeriod b);
gboolean streek_period_range_contains (StreekPeriodRange range, StreekPeriod period);
/* Periods of one kind follow each other without a gap: 2019-Q4 is one before 2020-Q1. */
int streek_period_get_number (StreekPeriod period);
StreekPeriod streek_period_from_number (StreekPeriodKind kind, int number);
